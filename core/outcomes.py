"""What becomes of the rows of an import, and how a row is named."""

from __future__ import annotations

from .messages import Message

ADDED, UPDATED, UNCHANGED, REFUSED, BLANK = "added", "updated", "unchanged", "refused", "blank"


def row_words(earlier: tuple[str, int], row: object) -> Message:
    """Return the words for an earlier (sheet, row), with its sheet where ``row`` has another."""
    sheet, number = earlier
    if sheet == row.sheet:
        return Message("row {row}", row=number)
    return Message("row {row} of {sheet}", row=number, sheet=sheet)
