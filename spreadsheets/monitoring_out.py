"""The workbook of the monitoring, put together; openpyxl must be importable."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence

from openpyxl import Workbook

from ..core import figures as f
from ..core import monitoring_words as words
from ..core.messages import Message
from ..core.monitoring_table import Line, Monitoring
from ..core.rule import label
from .atomic import replace_archive
from .monitoring_charts import add_charts
from .paper import Paper, new_book
from .sheet_names import sheet_name

_NAMES, _FIGURES = 13, 9.5  # characters


def write_monitoring(
    path: str | os.PathLike,
    monitoring: Monitoring,
    county: str,
    office: str,
    translate: Callable[[str], str],
) -> None:
    """Do what ``writer.write_monitoring`` promises."""
    book = new_book()
    _Sheets(book, monitoring, county, office, translate).fill()
    replace_archive(path, book.save)


class _Sheets:
    """The sheets: townships with charts, their products, villages, changes, who is late."""

    def __init__(
        self,
        book: Workbook,
        monitoring: Monitoring,
        county: str,
        office: str,
        translate: Callable[[str], str],
    ) -> None:
        self._book, self._shown, self._translate = book, monitoring, translate
        self._county, self._office = county, office

    def fill(self) -> None:
        """Write all sheets."""
        shown = self._shown
        paper = self._sheet(words.BY_TOWNSHIP, ("township",), f.KEYS)
        self._total(paper, 1)
        first = paper.row + 1
        for line in shown.townships:
            self._figures(paper, line, [self._name(line, 0)])
        last = paper.row
        self._close(paper)
        if shown.townships:
            add_charts(paper.ws, first, last, self._words)

        paper = self._sheet(words.CROSSED, ("township", "product"), f.KEYS)
        self._total(paper, 2)
        for line, names, strong in self._crossed():
            self._figures(paper, line, names, strong)
        self._close(paper)

        paper = self._sheet(words.BY_VILLAGE, ("township", "village"), f.KEYS)
        for line in shown.villages:
            self._figures(paper, line, [self._name(line, 0), self._name(line, 1)])
        self._close(paper)

        paper = self._sheet(words.CHANGES, ("township", "product"), f.KEYS)
        total = [self._words(words.TOTAL), None]
        paper.line([*total, *_changes(shown.total)], strong=True, signed=True)
        for line, names, strong in self._crossed():
            paper.line([*names, *_changes(line)], strong=strong, signed=True)
        self._close(paper)

        paper = self._sheet(words.LATE, ("township", "collector"), f.LATE)
        for line in shown.collectors:
            values = [line.now[key] for key in f.LATE]
            paper.line([self._name(line, 0), self._name(line, 1), *values])
        if not shown.collectors:
            paper.note(self._words(words.NOBODY_LATE))
        self._close(paper, f.LATE)

    def _sheet(self, title: Message, keys: Sequence[str], figures: Sequence[str]) -> Paper:
        ws = self._book.create_sheet(sheet_name(self._words(title)))
        widths = [_NAMES] * len(keys) + [_FIGURES] * len(figures)
        paper = Paper(ws, widths, frozen=len(keys))
        whole = f"{self._county} {self._words(words.TITLE)}".strip()
        under = [self._words(words.dated(self._shown)), self._office, self._words(words.UNIT)]
        heads = [*map(label, keys), *(self._words(f.BY_KEY[key].name) for key in figures)]
        paper.head(whole, under, heads)
        return paper

    def _total(self, paper: Paper, names: int) -> None:
        """Write the county's figures, of the month before and the change below them."""
        total, empty = self._shown.total, [None] * (names - 1)
        self._figures(paper, total, [self._words(words.TOTAL), *empty], True)
        if total.before is not None:
            old = [total.before[key] for key in f.KEYS]
            paper.line([self._words(words.MONTH_BEFORE), *empty, *old])
            change = [self._words(words.CHANGE), *empty, *_changes(total)]
            paper.line(change, signed=True)

    def _crossed(self) -> Iterable[tuple[Line, list[str | None], bool]]:
        """Yield each township, then its products: line, names, whether it is a sum."""
        for line, products in self._shown.by_township():
            yield line, [self._name(line, 0), None], True
            for each in products:
                yield each, [self._name(each, 0), self._name(each, 1)], False

    def _figures(
        self, paper: Paper, line: Line, names: list[str | None], strong: bool = False
    ) -> None:
        paper.line([*names, *(line.now[key] for key in f.KEYS)], strong)

    def _close(self, paper: Paper, figures: Sequence[str] = f.KEYS) -> None:
        for note in words.footnotes(self._shown, figures):
            paper.note(self._words(note))

    def _name(self, line: Line, number: int) -> str:
        return self._words(words.place_name(line.place[number]))

    def _words(self, message: Message) -> str:
        return message.render(self._translate)


def _changes(line: Line) -> list[int | None]:
    return [line.change(key) for key in f.KEYS]
