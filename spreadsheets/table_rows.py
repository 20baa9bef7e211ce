"""Reads the rows below a header: data, or why a row holds no record."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..core.cells import ErrorCell
from ..core.messages import Message
from ..core.text import plain
from . import rowkinds
from .headers import IGNORED, NUMBER, header_key
from .rawscan import EMPTY_RESULT
from .rawxml import column_letters
from .reader import Sheet
from .table_header import Header, is_header_row
from .vocabulary import Vocabulary

_DIGIT = re.compile(r"\d")
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_DATA_CELLS = 4  # so many known cells, with a producer, make a row below the notes data
_NOBODY: frozenset[str] = frozenset()


@dataclass
class RawRow:
    """One row below the header; ``number`` counts from 1 as in Excel.

    ``cells``: key -> raw value, empty ones left out. ``extra``: header -> text of the columns
    that are not known. ``inherited``: keys from above, by a merged cell or by 同上.
    ``blank``: holds no record; ``reason`` says why, None where nothing stands in it.
    """

    __slots__ = ("blank", "cells", "extra", "inherited", "number", "reason", "sheet")

    sheet: str
    number: int
    cells: dict[str, object]
    extra: dict[str, str]
    inherited: frozenset[str]
    blank: bool
    reason: Message | None


@dataclass
class Table:
    """The table of one sheet; columns count from 1.

    ``metadata``: reporting_unit, reporter, reviewer, reported_on, and reported_by (the
    reporter, else the unit), as they stand. ``scale_unit``: taken from a header like 面积（亩）.
    ``above``: the texts over the header, such as the title.
    """

    sheet: str
    hidden: bool
    header_rows: tuple[int, int]
    columns: dict[int, str]
    headers: dict[int, str]
    unknown: dict[int, str] = field(default_factory=dict)
    metadata: dict[str, object] = field(default_factory=dict)
    rows: list[RawRow] = field(default_factory=list)
    scale_unit: str | None = None
    number_column: int | None = None
    above: str = ""


def add_metadata(table: Table, row: list) -> None:
    """Take what a row above or below the table says of who reported when."""
    for key, value in rowkinds.read_metadata(row).items():
        table.metadata.setdefault(key, value)


class RowReader:
    """Reads the rows below a header, one after the other."""

    def __init__(self, sheet: Sheet, table: Table, header: Header, words: Vocabulary) -> None:
        self._sheet = sheet
        self._vocabulary = words
        self._table = table
        self._known = [(column - 1, key) for column, key in table.columns.items()]
        spare = [c for c, key in header.keys.items() if key in (NUMBER, IGNORED)]
        width = len(sheet.rows[0])
        taken = {*table.columns, *spare}
        self._others = self._other_columns(width, taken)
        self._number = table.number_column
        self._repeats = {
            column: {header_key(text) for text in self._texts(column, header)}
            for column in header.headers
        }
        self._subject = next((i for i, key in self._known if key == words.subject), None)
        texts = self._repeats.get((self._subject or 0) + 1, ())
        self._subject_starts = {text[0] for text in texts if text} | set("*＊★(（12甲乙丙ABC")
        self._merges: dict[int, list[tuple[int, int, int]]] = {}
        self._wide: set[tuple[int, int]] = set()
        for row1, column1, row2, column2 in sheet.merged:
            if row1 > header.last:
                if row2 > row1:
                    self._merges.setdefault(row1, []).append((column1, row2, column2))
                if column2 - column1 >= max(3, len(self._known) // 2):
                    self._wide.add((row1, column1))
        self._open: dict[int, tuple[int, object]] = {}  # column index -> (last row, value)
        self._below_notes = False
        self._above: dict[str, object] = {}  # the cells of the record above
        digits = [i for key in words.digits for i, k in header.keys.items() if k == key]
        self._digits = [i - 1 for i in digits]

    def _texts(self, column: int, header: Header) -> list[object]:
        rows = self._sheet.rows[header.first - 1 : header.last]
        return [row[column - 1] for row in rows if row[column - 1]] or [header.headers[column]]

    def _other_columns(self, width: int, taken: set[int]) -> list[tuple[int, str]]:
        names: dict[str, int] = {}
        others = []
        for column in range(1, width + 1):
            if column not in taken:
                name = self._table.unknown.get(column) or column_letters(column)
                if name in names:
                    name = f"{name} ({column_letters(column)})"
                names[name] = column
                others.append((column - 1, name))
        return others

    def read(self) -> int | None:
        """Make one RawRow of every row below the header, down to the header of another table.

        Returns the number of the row where that one stands, None where there is none.
        """
        rows, last = self._table.rows, self._table.header_rows[1]
        for number in range(last + 1, len(self._sheet.rows) + 1):
            row = self._row(number, self._sheet.rows[number - 1])
            if row.reason is rowkinds.NEXT_HEADER:
                return number
            rows.append(row)
        return None

    def _row(self, number: int, row: list) -> RawRow:
        cells = {key: row[i] for i, key in self._known if row[i] is not None}
        extra = {}
        for i, name in self._others:
            if row[i] is not None:
                extra[name] = plain(row[i])
        inherited = self._inherit(number, row, cells) if self._open else _NOBODY
        own = len(cells) - len(inherited)
        reason: Message | None = None
        blank = False
        if not self._is_plain(row, own):
            blank, reason = self._judge(number, row, cells, own, bool(extra))
        if blank:
            return RawRow(self._sheet.name, number, {}, extra, _NOBODY, True, reason)
        self._below_notes = False
        for column1, row2, _ in self._merges.get(number, ()):
            if row[column1 - 1 : column1] and row[column1 - 1] is not None:
                self._open[column1 - 1] = (row2, row[column1 - 1])
        if not rowkinds.DITTO.isdisjoint(cells.values()) and not _is_ours(cells):
            inherited |= self._repeat(cells)
        self._above = cells
        if self._table.scale_unit and "scale" in cells:
            cells["scale_unit"] = self._table.scale_unit
        return RawRow(self._sheet.name, number, cells, extra, inherited, False, None)

    def _inherit(self, number: int, row: list, cells: dict[str, object]) -> frozenset[str]:
        for index in [i for i, (row2, _) in self._open.items() if row2 < number]:
            del self._open[index]
        found = set()
        for index, key in self._known:
            if index in self._open and row[index] is None:
                cells[key] = self._open[index][1]
                found.add(key)
        return frozenset(found) if found else _NOBODY

    def _repeat(self, cells: dict[str, object]) -> frozenset[str]:
        """Put the values of the record above where the row says 同上 or 〃; return their keys."""
        keys = [k for k, value in cells.items() if value in rowkinds.DITTO and k in self._above]
        for key in keys:
            cells[key] = self._above[key]
        return frozenset(keys)

    def _is_plain(self, row: list, own: int) -> bool:
        """Tell quickly that a row is data beyond doubt, as nearly all rows are."""
        if own < _DATA_CELLS or self._subject is None or not self._has_digits(row):
            return False
        subject = row[self._subject]
        if type(subject) is not str or not subject or subject[0] in self._subject_starts:
            return False
        first = next(value for value in row if value is not None)
        if type(first) is str and first is not subject and rowkinds.may_be_special(first):
            return False
        number = row[self._number - 1] if self._number is not None else None
        if type(number) is str and rowkinds.may_be_special(number):
            return False
        return not rowkinds.may_be_special(subject)

    def _has_digits(self, row: list) -> bool:
        """Tell whether a number stands where the header has a word: then it is no header."""
        for index in self._digits:
            value = row[index]
            if value is not None and (type(value) is not str or _DIGIT.search(value)):
                return True
        return False

    def _judge(
        self, number: int, row: list, cells: dict[str, object], own: int, extra: bool
    ) -> tuple[bool, Message | None]:
        """Return whether a row holds no record, and why."""
        if _is_ours(cells):
            return False, None
        given = [value for value in row if value is not None]
        if not given:
            return True, None
        # The number of the row is where people write 例 or 合计, wherever its column stands.
        first = row[self._number - 1] if self._number is not None else None
        texts = [t for t in (rowkinds.compact(value) for value in (first, *given)) if t]
        if self._is_header(row):
            self._below_notes = False
            return True, rowkinds.HEADER
        if is_header_row(row, self._vocabulary):
            return True, rowkinds.NEXT_HEADER
        if rowkinds.is_struck_out(given):
            return True, rowkinds.HEADING
        if rowkinds.is_number_row(given):
            return True, rowkinds.NUMBER_ROW
        if rowkinds.is_example(texts):
            return True, rowkinds.EXAMPLE
        if rowkinds.is_total(texts):
            return True, rowkinds.TOTAL
        is_data = own >= _DATA_CELLS and self._vocabulary.subject in cells
        if rowkinds.is_signature(texts) or (
            not is_data and (self._below_notes or rowkinds.is_note(texts))
        ):
            self._below_notes = True
            add_metadata(self._table, row)
            return True, rowkinds.NOTE
        results = sum(value == EMPTY_RESULT and isinstance(value, ErrorCell) for value in given)
        place = next(i for i, value in enumerate(row, 1) if value is not None)
        if len(given) == 1 and ((number, place) in self._wide or rowkinds.is_title(texts[:1])):
            return True, rowkinds.HEADING
        if own == 0:
            if extra:
                return True, rowkinds.ELSEWHERE
            return True, rowkinds.ONLY_NUMBER if not texts else rowkinds.HEADING
        numbered = self._number is not None and row[self._number - 1] is not None
        if results and results >= len(given) - (numbered and row[self._number - 1] != EMPTY_RESULT):
            return True, rowkinds.NO_RESULT
        if not extra and cells.keys() <= self._vocabulary.beforehand:
            return True, rowkinds.BEFOREHAND
        return False, None

    def _is_header(self, row: list) -> bool:
        """Tell whether a row repeats the header, or the lower half of it."""
        same = given = 0
        for column, words in self._repeats.items():
            value = row[column - 1]
            if value is not None:
                given += 1
                same += header_key(value) in words
        return same >= 3 and same * 10 >= given * 6


def _is_ours(cells: dict[str, object]) -> bool:
    """Tell whether a row was written by our own export: then it is a record, whatever it says."""
    given = cells.get("uuid")
    return isinstance(given, str) and _UUID.fullmatch(given) is not None
