"""Monitoring as one HTML page that prints on A4, without anything from elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from html import escape

from . import figures as f
from . import monitoring_words as words
from .html_page import columns, page, table_head
from .messages import Message
from .monitoring_table import Line, Monitoring
from .rule import label

_STYLE = """
@page{size:A4 landscape;margin:12mm}
h1{text-align:center;margin-bottom:.3em}
table{font-size:.75em}th,td{padding:.25em .3em;overflow-wrap:break-word}
th.n{font-size:.9em}td small{color:#666;white-space:nowrap}td.n small{display:block}
.head{display:flex;justify-content:space-between;color:#333;margin:.4em 0 .8em}
.foot{font-size:.75em;color:#444;padding-left:1.4em}
svg{width:100%;height:.7em;vertical-align:middle}
"""


def monitoring_html(
    monitoring: Monitoring,
    county: str = "",
    office: str = "",
    translate: Callable[[str], str] = str,
) -> str:
    """Return the page. ``office``: who made it."""
    return _Page(monitoring, translate).whole(county, office)


class _Page:
    def __init__(self, monitoring: Monitoring, translate: Callable[[str], str]) -> None:
        self._shown, self._translate = monitoring, translate

    def whole(self, county: str, office: str) -> str:
        """Return the page."""
        shown = self._shown
        head = [self._words(words.dated(shown)), escape(office), self._words(words.UNIT)]
        body = [
            "<div class='head'>" + "".join(f"<span>{part}</span>" for part in head) + "</div>",
            *self._crossed(),
            *self._section(words.BY_VILLAGE, ("township", "village"), shown.villages),
            *self._late(),
            "<ul class='foot'>",
            *(f"<li>{self._words(note)}</li>" for note in words.footnotes(shown)),
            "</ul>",
        ]
        title = words.TITLE.render(self._translate)
        return page(f"{county} {title}" if county else title, body, _STYLE)

    def _words(self, message: Message) -> str:
        return escape(message.render(self._translate))

    def _crossed(self) -> Iterator[str]:
        """Yield the table of townships, each with its products below it."""
        shown = self._shown
        yield f"<h2>{self._words(words.CROSSED)}</h2>"
        yield self._head(("township", "product"))
        yield self._row(shown.total, [self._words(words.TOTAL), ""], "sum")
        for line, products in shown.by_township():
            yield self._row(line, [self._name(line, 0), ""], "sum")
            for each in products:
                yield self._row(each, ["", self._name(each, 1)])
        yield "</table>"

    def _section(
        self, title: Message, keys: tuple[str, str], lines: Iterable[Line]
    ) -> Iterator[str]:
        yield f"<h2>{self._words(title)}</h2>"
        yield self._head(keys)
        for line in lines:
            yield self._row(line, [self._name(line, 0), self._name(line, 1)])
        yield "</table>"

    def _late(self) -> Iterator[str]:
        yield f"<h2>{self._words(words.LATE)}</h2>"
        if not self._shown.collectors:
            yield f"<p>{self._words(words.NOBODY_LATE)}</p>"
            return
        heads = [escape(label(column)) for column in ("township", "collector")]
        yield table_head(heads, [self._words(f.BY_KEY[key].name) for key in f.LATE])
        for line in self._shown.collectors:
            names = "".join(f"<td>{self._name(line, number)}</td>" for number in (0, 1))
            yield f"<tr>{names}{self._cells(line, f.LATE)}</tr>"
        yield "</table>"

    def _head(self, keys: Iterable[str]) -> str:
        heads = [*(escape(label(key)) for key in keys), self._words(words.PROGRESS)]
        numbers = [self._words(figure.name) for figure in f.FIGURES]
        each = (100 - 10 - 8 - 9) / len(numbers)
        return table_head(heads, numbers, columns(10, 8, 9, *[each] * len(numbers)))

    def _row(self, line: Line, names: Iterable[str], kind: str = "") -> str:
        cells = "".join(f"<td>{name}</td>" for name in (*names, _bar(line)))
        return f"<tr class='{kind}'>{cells}{self._cells(line, f.KEYS)}</tr>"

    def _cells(self, line: Line, keys: Iterable[str]) -> str:
        cells = []
        for key in keys:
            change = words.signed(line.change(key))
            cells.append(f"<td class='n'>{line.now[key]}<small>{change}</small></td>")
        return "".join(cells)

    def _name(self, line: Line, number: int) -> str:
        return self._words(words.place_name(line.place[number]))


def _bar(line: Line) -> str:
    """Return what is collected, open and missed as one bar; printers keep its colours."""
    parts, start = [], 0.0
    for key, colour in f.ROUND.items():
        width = 100 * (line.share(key) or 0.0)
        parts.append(f"<rect x='{start:.2f}' width='{width:.2f}' height='10' fill='{colour}'/>")
        start += width
    return f"<svg viewBox='0 0 100 10' preserveAspectRatio='none'>{''.join(parts)}</svg>"
