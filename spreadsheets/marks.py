"""Notes on a sheet: colours, comments and the column that lists what to do."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..core.errors import WorkbookError
from ..core.findings import ERROR, INFO, WARNING
from ..core.messages import Message
from .cells_out import MAX_TEXT, legal
from .commentpatch import Comments
from .notes import CellNote
from .sheetpatch import Sheet
from .stylepatch import Styles
from .textsize import height, lines, units

AUTHOR = "产地溯源"
_MARK = f"【{AUTHOR}】"  # begins our part of a comment
_COLOURS = {ERROR: "FFC7CE", WARNING: "FFEB9C", INFO: "DDEBF7"}
_GRAVITY = (ERROR, WARNING, INFO)
_WIDTH, _SIZE = 50, 10  # of the column: characters, points
_LAST_COLUMN = 16_384
_COMMENT_WIDTH, _COMMENT_LINE, _COMMENT_EDGE = 280, 18, 14  # pixels
_BARE = re.compile(r"\s+|[*＊]|[:：].*", re.DOTALL)  # what a header holds beside its name


class Marker:
    """Marks one sheet; ``labels`` are the headers of its columns, from 1."""

    def __init__(
        self, sheet: Sheet, comments: Comments, styles: Styles, labels: Mapping[int, str]
    ) -> None:
        self._sheet, self._comments, self._styles = sheet, comments, styles
        self._labels = labels
        self._merged = sheet.merged()
        self._column: int | None = None  # the one that listed problems before

    def unmark(self) -> None:
        """Take our marks of an earlier run off."""
        for place in self._comments.places():
            _, mark, ours = self._comments.text(place).partition(_MARK)
            if not mark:
                continue
            row, column = place
            if ours.strip():
                look = self._sheet.row(row).look(column)
                if look is not None and self._styles.colour(look) in _COLOURS.values():
                    plain = self._styles.plain(look, tuple(_COLOURS.values()))
                    self._sheet.row(row).set_look(column, plain)
            else:
                self._column = column
            self._comments.cut(place, _MARK)
        if self._column is not None:
            for row in self._sheet.rows_with(self._column):
                del row.cells[self._column]

    def mark(self, notes: Sequence[CellNote], header: str, rows: tuple[int, int] | None) -> None:
        """Mark these notes; ``rows``: first and last row of the header."""
        by_cell: dict[tuple[int, int], list[CellNote]] = {}
        by_row: dict[int, list[str]] = {}
        for note in notes:
            text = legal(note.text)
            if note.column is not None:
                by_cell.setdefault(self._anchor(note.row, note.column), []).append(note)
                label = _BARE.sub("", self._labels.get(note.column, ""))
                text = text if not label or label in text else f"{label}: {text}"
            entries = by_row.setdefault(note.row, [])
            if text not in entries:
                entries.append(text)
        column = self._column or self._free_column()
        for place, cell_notes in by_cell.items():
            self._mark_cell(place, cell_notes)
        self._sheet.set_width(column, _WIDTH)
        before = min(row for row in by_row) - 1
        self._write_header(column, legal(header), rows or (max(1, before),) * 2)
        look = self._styles.entry(_SIZE)
        for row, entries in by_row.items():
            self._write_entries(row, column, entries, look)

    def _mark_cell(self, place: tuple[int, int], notes: Sequence[CellNote]) -> None:
        row, column = self._sheet.row(place[0]), place[1]
        look = row.look(column)
        if look is None:
            look = row.own_look() or 0
        worst = min((note.level for note in notes), key=_GRAVITY.index)
        row.set_look(column, self._styles.coloured(look, _COLOURS[worst]))
        texts = list(dict.fromkeys(legal(note.text) for note in notes))
        self._comment(place, "\n".join([_MARK, *texts]))

    def _comment(self, place: tuple[int, int], text: str) -> None:
        self._comments.add(place, text[:MAX_TEXT], AUTHOR, _comment_size(text))

    def _anchor(self, row: int, column: int) -> tuple[int, int]:
        """Return the cell that holds the value of a merged cell."""
        for row1, column1, row2, column2 in self._merged:
            if row1 <= row <= row2 and column1 <= column <= column2:
                return row1, column1
        return row, column

    def _free_column(self) -> int:
        used = max([self._sheet.last_column(), *(c for _, c in self._comments.places())])
        if used >= _LAST_COLUMN:
            raise WorkbookError(
                Message("The sheet has no column left at the right."),
                Message("Delete what stands in its last columns and try again."),
            )
        return used + 1

    def _write_header(self, column: int, text: str, rows: tuple[int, int]) -> None:
        first, last = rows
        for number in range(first, last + 1):
            row = self._sheet.row(number)
            look = row.look(column - 1) or 0
            if number == first:
                row.set_text(column, text, look)
            else:
                row.set_look(column, look)
        self._comment((first, column), _MARK)
        merged = any(
            row1 <= first <= row2 and left <= column <= right
            for row1, left, row2, right in self._merged
        )
        if last > first and not merged:
            self._sheet.merge(first, last, column)

    def _write_entries(self, number: int, column: int, entries: list[str], look: int) -> None:
        if len(entries) > 1:
            entries = [f"{n}. {entry}" for n, entry in enumerate(entries, 1)]
        text = "\n".join(entries)
        if len(text) > MAX_TEXT:
            text = text[: MAX_TEXT - 1] + "…"
        row = self._sheet.row(number)
        row.set_text(column, text, look)
        row.heighten(height(lines(text, _WIDTH, _SIZE), _SIZE), self._sheet.fixed_height())


def _comment_size(text: str) -> tuple[float, float]:
    widest = max(units(line) for line in text.split("\n"))
    width = min(_COMMENT_WIDTH, max(120, widest * 7 + _COMMENT_EDGE))
    count = sum(max(1, -(-units(line) * 7 // (width - _COMMENT_EDGE))) for line in text.split("\n"))
    return width, count * _COMMENT_LINE + _COMMENT_EDGE
