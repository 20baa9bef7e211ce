"""The sheet that goes back to a township: its own records, marked with what is to be done.

It is the official form with the hidden columns by which each row finds its record when
the corrected sheet is imported.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from ..core.schema import SHEET_COLUMNS
from . import dependency, form_words
from .annotator import annotate
from .notes import CellNote
from .writer import write_sheet

# Where a store column stands that has no column of its own.
_KEYS = {"geometry": "point", "village": "township", "address_detail": "township"}


class RowNote(NamedTuple):
    """What is to be done about a row (from 0) and a store column, None for the whole row."""

    row: int
    column: str | None
    level: str
    text: str


def write_return_sheet(
    path: str | os.PathLike,
    rows: Sequence[Mapping[str, object]],
    notes: Sequence[RowNote],
    *,
    title: str,
    products: Sequence[str] | None = None,
) -> None:
    """Write the sheet with these rows (internal display values) and notes. Raises WorkbookError.

    An existing file is replaced only when all is well.
    """
    dependency.openpyxl()
    from .official import FIRST_ROW, HEADER_ROWS

    numbers = {c.key: number for number, c in enumerate(SHEET_COLUMNS, 1)}
    marks = [
        CellNote(
            form_words.SHEET_NAME,
            FIRST_ROW + note.row,
            numbers.get(_KEYS.get(note.column, note.column)),
            note.level,
            note.text,
        )
        for note in notes
    ]
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "return.xlsx"
        write_sheet(plain, rows, internal=True, title=title, products=products)
        headers = {form_words.SHEET_NAME: [HEADER_ROWS]}
        annotate(plain, path, marks, header_rows=headers)
