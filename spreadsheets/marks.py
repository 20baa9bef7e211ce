"""Notes on a sheet: colours, comments and the column that lists what to do."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cached_property

from ..core.errors import WorkbookError
from ..core.findings import ERROR, INFO, WARNING
from ..core.messages import Message
from .cells_out import MAX_TEXT, escaped, legal
from .looks import Looks
from .notes import CellNote
from .rawscan import SheetFacts
from .rawxml import column_letters, column_number
from .remarks import Remarks
from .sheetxml import SheetXml
from .textsize import height, lines, units

AUTHOR = "产地溯源"
_MARK = f"【{AUTHOR}】"  # begins our part of a comment
_COLOURS = {ERROR: "FFC7CE", WARNING: "FFEB9C", INFO: "DDEBF7"}
_GRAVITY = (ERROR, WARNING, INFO)
_WIDTH, _SIZE = 50, 10  # of the column: characters, points
_TEXT_SIZE = 11  # points: what most sheets are written in
_LAST_COLUMN = 16_384
_COMMENT_WIDTH, _COMMENT_LINE, _COMMENT_EDGE = 280, 18, 14  # pixels
_BARE = re.compile(r"\s+|[*＊]|[:：].*", re.DOTALL)  # what a header holds beside its name
_REF = re.compile(r"([A-Z]+)(\d+)")


class Marks:
    """Puts notes on one sheet, and takes those of an earlier run off."""

    def __init__(
        self,
        facts: SheetFacts,
        remarks: Remarks,
        looks: Looks,
        xml: bytes,
        texts: Callable[[str, bytes], str],
    ) -> None:
        """``texts`` gives the text of a cell from its type and its XML."""
        self._facts, self._remarks, self._looks, self._source = facts, remarks, looks, xml
        self._texts = texts
        self._anchors = _anchors(facts)
        self._ours: dict[tuple[int, int], str] = {}
        self._column: int | None = None  # where the problems are listed
        for ref, text in remarks.texts().items():
            _, mark, ours = text.partition(_MARK)
            if mark:
                place = _place(ref)
                self._ours[place] = ref
                if not ours.strip():
                    self._column = place[1]

    @property
    def marked(self) -> bool:
        """Whether marks of an earlier run stand on the sheet."""
        return bool(self._ours)

    @cached_property
    def listed(self) -> set[int]:
        """The rows with a cell in the column that listed the problems before."""
        if self._column is None:
            return set()
        ref = re.compile(rb'\br="%s(\d+)"' % column_letters(self._column).encode())
        return {int(row) for row in ref.findall(self._source)}

    def put(
        self,
        notes: Sequence[CellNote],
        header: str,
        header_rows: Sequence[tuple[int, int]],
    ) -> bytes:
        """Return the sheet with these notes only; the first header names the column of ours."""
        headers = sorted(header_rows) or [_guessed_header(notes)]
        by_cell: dict[tuple[int, int], list[CellNote]] = {}
        for note in notes:
            if note.column is not None:
                place = (note.row, note.column)
                by_cell.setdefault(self._anchors.get(place, place), []).append(note)
        wanted = {row for row, _ in (*by_cell, *self._ours)} | {note.row for note in notes}
        if notes:
            named = {row for first, last in headers for row in range(first, last + 1)}
            wanted |= named | {at[0] for place, at in self._anchors.items() if place[0] in named}
        xml = SheetXml(self._source, wanted | self.listed)
        self._unmark(xml)
        if notes:
            for place, cell_notes in by_cell.items():
                self._mark_cell(xml, place, cell_notes)
            self._list(xml, notes, header, headers)
        drawing = self._remarks.save()
        if drawing is not None:
            xml.draw(drawing)
        return xml.whole()

    # --- marks of an earlier run ----------------------------------------------------

    def _unmark(self, xml: SheetXml) -> None:
        for (row, column), ref in self._ours.items():
            style = xml.style(row, column)
            if column != self._column and self._looks.colour(style) in _COLOURS.values():
                xml.set_style(row, column, self._looks.filled(style, None))
            self._remarks.cut(ref, row, column, _MARK)
        for row in self.listed:
            xml.remove(row, self._column)

    # --- new marks -------------------------------------------------------------------

    def _mark_cell(self, xml: SheetXml, place: tuple[int, int], notes: list[CellNote]) -> None:
        worst = min((note.level for note in notes), key=_GRAVITY.index)
        style = self._looks.filled(xml.style(*place), _COLOURS[worst])
        xml.set_style(*place, style)
        texts = list(dict.fromkeys(legal(note.text) for note in notes))
        self._comment(place, "\n".join([_MARK, *texts]))

    def _comment(self, place: tuple[int, int], text: str) -> None:
        ref = f"{column_letters(place[1])}{place[0]}"
        if not self._remarks.threaded(ref):
            text = text[:MAX_TEXT]
            self._remarks.add(ref, *place, escaped(text), AUTHOR, _comment_size(text))

    def _list(
        self,
        xml: SheetXml,
        notes: Sequence[CellNote],
        header: str,
        headers: list[tuple[int, int]],
    ) -> None:
        first, last = headers[0]
        column = self._column or self._free_column()
        xml.own_column(column, _WIDTH)
        merged = any((row, column) in self._anchors for row in range(first, last + 1))
        looks = {row: xml.style(row, max(column - 1, 1)) for row in range(first, last + 1)}
        for row, style in looks.items():
            xml.set_style(row, column, style)
        xml.set_text(first, column, escaped(legal(header)), looks[first])
        self._comment((first, column), _MARK)
        if last > first and not merged:
            xml.merge(first, last, column)
        by_row: dict[int, list[str]] = {}
        labels: dict[tuple, str] = {}
        for note in notes:
            above = next((h for h in reversed(headers) if h[1] < note.row), headers[0])
            key = (*above, note.column)
            if key not in labels:
                labels[key] = self._label(xml, *key)
            label, text = labels[key], legal(note.text)
            entry = text if not label or label in text else f"{label}: {text}"
            entries = by_row.setdefault(note.row, [])
            if entry not in entries:
                entries.append(entry)
        for row, entries in by_row.items():
            numbered = len(entries) > 1
            text = "\n".join(f"{n}. {e}" if numbered else e for n, e in enumerate(entries, 1))
            if len(text) > MAX_TEXT:
                text = text[: MAX_TEXT - 1] + "…"
            xml.set_text(row, column, escaped(text), self._looks.entry())
            need = _room(text, _WIDTH, _SIZE)
            xml.raise_row(row, max(need, self._height(xml, row, column)))

    def _height(self, xml: SheetXml, row: int, last: int) -> float:
        """Return the height in points at which no wrapped text left of a column is cut off."""
        need = 0.0
        for column in xml.columns_of(row):
            wraps = column < last and self._looks.wraps(xml.style(row, column))
            if wraps and (row, column) not in self._anchors:
                text = self._texts(*xml.content(row, column))
                need = max(need, _room(text, xml.width(column), _TEXT_SIZE))
        return need

    def _label(self, xml: SheetXml, first: int, last: int, column: int | None) -> str:
        """Return the name of a column from its header, without what explains it."""
        for row in range(last, first - 1, -1) if column is not None else ():
            text = self._texts(*xml.content(*self._anchors.get((row, column), (row, column))))
            if text:
                return _BARE.sub("", text)
        return ""

    def _free_column(self) -> int:
        places = [_place(ref)[1] for ref in self._remarks.texts()]
        areas = [column2 for _, _, _, column2 in self._facts.merged]
        used = max([self._facts.last_column, *areas, *places], default=0)
        if used >= _LAST_COLUMN:
            raise WorkbookError(
                Message(
                    "The sheet {sheet} has no column left at the right.", sheet=self._facts.name
                ),
                Message("Delete what stands in its last columns and try again."),
            )
        return used + 1


def _anchors(facts: SheetFacts) -> dict[tuple[int, int], tuple[int, int]]:
    """Return the cell that holds the value, for each cell of a merged area."""
    anchors: dict[tuple[int, int], tuple[int, int]] = {}
    for row1, column1, row2, column2 in facts.merged:
        if (row1, column1) in anchors:
            continue  # areas never overlap but in a file made to do harm
        for row in range(row1, min(row2, facts.last_row) + 1):
            for column in range(column1, min(column2, facts.last_column + 1) + 1):
                anchors[row, column] = (row1, column1)
    return anchors


def _place(ref: str) -> tuple[int, int]:
    letters, row = _REF.fullmatch(ref).groups()
    return int(row), column_number(letters)


def _room(text: str, width: float, size: float) -> float:
    """Return the height in points that a text needs, 0 where it fits into one line."""
    count = lines(text, width, size)
    return height(count, size) if count > 1 else 0.0


def _guessed_header(notes: Sequence[CellNote]) -> tuple[int, int]:
    row = max(1, min((note.row for note in notes), default=2) - 1)
    return row, row


def _comment_size(text: str) -> tuple[float, float]:
    widest = max(units(line) for line in text.split("\n"))
    width = min(_COMMENT_WIDTH, max(120, widest * 7 + _COMMENT_EDGE))
    count = sum(max(1, -(-units(line) * 7 // (width - _COMMENT_EDGE))) for line in text.split("\n"))
    return width, count * _COMMENT_LINE + _COMMENT_EDGE
