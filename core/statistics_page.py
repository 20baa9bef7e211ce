"""The statistics as one HTML page that prints on A4, without anything from elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from html import escape

from . import statistics_words as words
from .html_page import columns, page, table_head
from .messages import Message
from .monitoring_words import place_name
from .rule import label
from .statistics_tables import Line, Statistics, Table, is_month, number_text, strongest

_STYLE = """
@page{size:A4 landscape;margin:12mm}
h1{text-align:center;margin-bottom:.3em}
table{font-size:.75em}th,td{padding:.25em .3em;overflow-wrap:break-word}
td.n{padding:.25em .15em;white-space:nowrap}tr.sum td.n{font-size:.9em}
tr.block td{background:#fafafa;color:#555}
.head{display:flex;justify-content:space-between;color:#333;margin:.4em 0}
.query{color:#333;margin:.4em 0 .8em}
.foot{font-size:.75em;color:#444;padding-left:1.4em}
section+section{break-before:page}
svg.bar{width:100%;height:.7em;vertical-align:middle}
svg.key{width:.7em;height:.7em;margin-right:.2em}
td.heat{-webkit-print-color-adjust:exact;print-color-adjust:exact}
"""
_NAME, _BAR = 11, 12  # percent of the width
_HEAT = "27,127,75"


def statistics_html(
    statistics: Statistics,
    day: date,
    query: str,
    county: str = "",
    office: str = "",
    translate: Callable[[str], str] = str,
) -> str:
    """Return the page. ``query``: in words, "" for all records; ``office``: who made it."""
    shown = _Page(translate)
    body = [
        f"<div class='head'><span>{escape(office)}</span><span>{day.isoformat()}</span></div>",
        f"<p class='query'>{escape(query) or shown.words(words.EVERYTHING)}</p>",
        *(part for table in statistics.tables for part in shown.section(table)),
    ]
    title = words.TITLE.render(translate)
    return page(f"{county} {title}" if county else title, body, _STYLE)


class _Page:
    def __init__(self, translate: Callable[[str], str]) -> None:
        self._translate = translate

    def words(self, message: Message) -> str:
        return escape(message.render(self._translate))

    def section(self, table: Table) -> Iterator[str]:
        """Yield a table with its heading and its notes."""
        title, unit = self.words(table.title), self.words(table.unit)
        yield f"<section><h2>{title} <small class='note'>{unit}</small></h2>"
        yield self._head(table)
        yield self._row(table, table.total, self.words(words.TOTAL), "sum")
        across = 1 + bool(table.parts) + len(table.heads)
        for column, lines in table.blocks.items():
            if len(table.blocks) > 1:
                name = escape(label(column))
                yield f"<tr class='block'><td colspan='{across}'>{name}</td></tr>"
            for line in lines:
                yield self._row(table, line, self.words(place_name(line.name)))
        yield "</table><ul class='foot'>"
        yield from (f"<li>{self.words(note)}</li>" for note in table.notes)
        yield "</ul></section>"

    def _head(self, table: Table) -> str:
        heads = ["、".join(escape(label(column)) for column in table.blocks)]
        widths = [_NAME]
        if table.parts:
            heads.append(self.words(words.PARTS))
            widths.append(_BAR)
        each = (100 - sum(widths)) / len(table.heads)
        numbers = []
        for position, head in enumerate(table.heads):
            key = _key(head.colour) if _is_part(table, position) else ""
            numbers.append(key + self.words(head.name))
        return table_head(heads, numbers, columns(*widths, *[each] * len(numbers)))

    def _row(self, table: Table, line: Line, name: str, kind: str = "") -> str:
        cells = [f"<td>{name}</td>"]
        if table.parts:
            cells.append(f"<td>{_bar(table, line)}</td>")
        most = strongest(table, line)
        for head, value in zip(table.heads, line.values):
            heat = value / most if most and is_month(head) else 0
            look = f"n heat' style='background:rgba({_HEAT},{0.75 * heat:.2f})" if heat else "n"
            cells.append(f"<td class='{look}'>{number_text(value) if value else '–'}</td>")
        return f"<tr class='{kind}'>{''.join(cells)}</tr>"


def _is_part(table: Table, position: int) -> bool:
    return table.parts is not None and table.parts[0] <= position < table.parts[1]


def _key(colour: str) -> str:
    return _svg("key", 10, f"<rect width='10' height='10' fill='{colour}'/>")


def _bar(table: Table, line: Line) -> str:
    """Return the parts of the records as one bar; printers keep its colours."""
    drawn, start = [], 0.0
    first, end = table.parts
    for head, value in zip(table.heads[first:end], line.values[first:end]):
        if value:
            width = 100 * value / line.values[0]
            drawn.append(
                f"<rect x='{start:.2f}' width='{width:.2f}' height='10' fill='{head.colour}'/>"
            )
            start += width
    return _svg("bar", 100, "".join(drawn))


def _svg(kind: str, width: int, content: str) -> str:
    look = f"class='{kind}' viewBox='0 0 {width} 10' preserveAspectRatio='none'"
    return f"<svg {look}>{content}</svg>"
