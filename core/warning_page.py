"""The early warning as one HTML page that prints on A4, without anything from elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape

from . import warning_words as words
from .early_warning import EarlyWarning
from .html_page import columns, page, table_head
from .messages import Message
from .warning_table import Table, Value
from .warning_tables import tables

_STYLE = """
@page{size:A4 landscape;margin:12mm}
h1{text-align:center;margin-bottom:.3em}
table{font-size:.75em}th,td{padding:.25em .3em;overflow-wrap:break-word}
.head{display:flex;justify-content:space-between;color:#333;margin:.4em 0}
.query{color:#333;margin:.4em 0 .8em}
.foot{font-size:.75em;color:#444;padding-left:1.4em}
"""
_MOST = 200  # rows of a table on the page; the list has all


def warning_html(
    warning: EarlyWarning,
    query: str,
    county: str = "",
    office: str = "",
    translate: Callable[[str], str] = str,
) -> str:
    """Return the page. ``query``: in words, "" for all records; ``office``: who made it."""
    shown = _Page(translate)
    head = [shown.words(m) for m in (words.AS_OF.told(day=warning.day.isoformat()),)]
    body = [
        f"<div class='head'><span>{escape(office)}</span><span>{head[0]}</span></div>",
        f"<p class='query'>{escape(query)}</p>" if query else "",
        *(part for table in tables(warning) for part in shown.section(table)),
    ]
    title = words.TITLE.render(translate)
    return page(f"{county} {title}" if county else title, body, _STYLE)


class _Page:
    def __init__(self, translate: Callable[[str], str]) -> None:
        self._translate = translate

    def words(self, message: Message) -> str:
        return escape(message.render(self._translate))

    def section(self, table: Table) -> Iterator[str]:
        """Yield a table with its heading and its notes; an empty one as a sentence."""
        yield f"<h2>{self.words(table.title)}</h2>"
        if table.rows:
            whole = sum(width for _head, width in table.heads)
            widths = columns(*(100 * width / whole for _head, width in table.heads))
            yield table_head([self.words(head) for head, _width in table.heads], widths=widths)
            for number, row in enumerate(table.rows[:_MOST]):
                kind = "sum" if table.sum_row and number == 0 else ""
                yield f"<tr class='{kind}'>{''.join(map(self._cell, row))}</tr>"
            yield "</table>"
        else:
            yield f"<p>{self.words(words.NONE)}</p>"
        notes = list(table.notes)
        if len(table.rows) > _MOST:
            notes.insert(0, words.MORE.told(count=len(table.rows) - _MOST))
        yield "<ul class='foot'>" + "".join(f"<li>{self.words(n)}</li>" for n in notes) + "</ul>"

    def _cell(self, value: Value) -> str:
        if isinstance(value, int):
            return f"<td class='n'>{value}</td>"
        text = value.render(self._translate) if isinstance(value, Message) else value or ""
        return f"<td>{escape(text)}</td>"
