"""Cells that stay what they are: text is text, whatever it looks like."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal

from openpyxl.cell import Cell, WriteOnlyCell

from ..core.errors import WorkbookError
from ..core.messages import Message
from .proof import KeySum

MAX_TEXT = 32_767  # characters that a cell can hold
MAX_ROWS = 1_048_576
TEXT_FORMAT = "@"
DECIMALS = 4  # shown; the value itself is kept whole
_FOUR_DECIMALS = "0.0000"
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPECIAL = re.compile(f"{_ILLEGAL.pattern}|\r|_x")  # whatever needs a closer look
_BREAKS = re.compile("\r\n?")
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # Excel reads _x0041_ as "A"


def outgoing(value: object, row: int, column: str) -> str | int | float | None:
    """Return ``value`` as it is written into a cell: text, number or None.

    A date becomes ISO text, every line break one line feed. Raises
    WorkbookError, naming ``row`` and ``column``, for what no cell can hold:
    nothing is cut off or replaced silently.
    """
    if isinstance(value, str):
        if len(value) <= MAX_TEXT and not _SPECIAL.search(value):
            return str(value) or None
        return _text(str(value), row, column)
    if value is None:
        return None
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, (int, float, Decimal)):
        if not math.isfinite(value):
            raise WorkbookError(
                Message("Row {row}, column {column}: not a number.", row=row, column=column),
                Message("Correct the record and write the sheet again."),
            )
        return float(value) if isinstance(value, Decimal) else value
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    raise TypeError(f"a cell cannot hold {type(value).__name__}")


def _text(text: str, row: int, column: str) -> str:
    if len(text) > MAX_TEXT:
        raise WorkbookError(
            Message(
                "Row {row}, column {column}: the text has {length} characters, "
                "a cell holds {limit} at most.",
                row=row,
                column=column,
                length=len(text),
                limit=MAX_TEXT,
            ),
            Message("Shorten the text and write the sheet again."),
        )
    illegal = _ILLEGAL.search(text)
    if illegal:
        raise WorkbookError(
            Message(
                "Row {row}, column {column}: the text holds a control character "
                "({code}) that a workbook cannot hold.",
                row=row,
                column=column,
                code=f"U+{ord(illegal.group()):04X}",
            ),
            Message("Remove it from the record and write the sheet again."),
        )
    if "\r" in text:
        text = _BREAKS.sub("\n", text)
    return escaped(text) if "_x" in text else text


def legal(text: str) -> str:
    """Return ``text`` with a visible mark for each character a workbook cannot hold."""
    return _ILLEGAL.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def escaped(text: str) -> str:
    """Return ``text`` so that Excel does not read _x0041_ in it as "A"."""
    return _ESCAPE.sub("_x005F_", text)


class Palette:
    """The looks of one column of data: text, whole number, and one of many decimals."""

    def __init__(self, ws: object, text_format: str = "General", **look: object) -> None:
        self.text = style_of(ws, number_format=text_format, quotePrefix=True, **look)
        self.number = style_of(ws, **look)
        self.decimal = style_of(ws, number_format=_FOUR_DECIMALS, **look)
        self.empty = style_of(ws, number_format=text_format, **look)

    def style_for(self, value: object) -> int:
        """Return the number of the style in which ``value`` is written."""
        if isinstance(value, str):
            return self.text
        if value is None:
            return self.empty
        if isinstance(value, float) and round(value, DECIMALS) != value:
            return self.decimal
        return self.number


def style_of(ws: object, **look: object) -> int:
    """Return the number of the style with these attributes in the workbook of ``ws``."""
    cell = WriteOnlyCell(ws)
    for name, value in look.items():
        setattr(cell, name, value)
    return cell.style_id


class _StreamCell(Cell):
    """A cell that is filled anew for each row; its style is a number known before."""

    __slots__ = ("style_id",)
    has_style = True


class RowStream:
    """Appends rows of (value, style number) to a write-only worksheet without a new cell for each.

    Values must have passed ``outgoing``. ``count`` is the number of the last
    row, ``keys`` the sum over the column ``key`` (1-based) to check the file by.
    """

    def __init__(self, ws: object, columns: int, key: int = 1) -> None:
        self._ws = ws
        self.keys = KeySum(key)
        self._cells = [_StreamCell(ws, 1, 1) for _ in range(columns)]
        for number, cell in enumerate(self._cells, 1):
            cell.column = number
        self.count = 0
        # openpyxl copies each value through a slow general way; where its
        # inner hook exists, the cells are handed over as they are.
        if hasattr(ws, "_values_to_row"):
            ws._values_to_row = self._hand_over

    def append(self, row: Sequence[tuple[object, int]], height: float | None = None) -> int:
        """Write one row, ``height`` in points; return its number, from 1."""
        if self.count >= MAX_ROWS:
            raise WorkbookError(
                Message("A sheet holds {limit} rows at most.", limit=MAX_ROWS),
                Message("Divide the records, for example by township."),
            )
        self.count += 1
        for cell, (value, style) in zip(self._cells, row):
            cell._value = value
            cell.data_type = "s" if isinstance(value, str) else "n"
            cell.style_id = style
        if height is None:
            self._ws.append(self._cells[: len(row)])
        else:
            self._ws.row_dimensions[self.count].height = height
            self._ws.append(self._cells[: len(row)])
            del self._ws.row_dimensions[self.count]  # written; 100,000 of them weigh 100 MB
        self.keys.add(row)
        return self.count

    def _hand_over(self, cells: Iterable, number: int) -> Iterator:
        for cell in cells:
            cell.row = number
            yield cell
