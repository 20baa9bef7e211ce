"""What is to be said about a cell or a row of a workbook."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class CellNote:
    """What is to be done about a cell, or about the row if ``column`` is None (from 1).

    ``level`` is error, warning or info; ``text`` is already in the person's language.
    """

    sheet: str
    row: int
    column: int | None
    level: str
    text: str
