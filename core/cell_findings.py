"""What the verdict on a cell says about its row."""

from __future__ import annotations

from .cells import ASK, REJECT, WARN, Cell
from .findings import ERROR, WARNING, Finding
from .messages import Message

LEVELS = {WARN: WARNING, ASK: ERROR, REJECT: ERROR}


def cell_finding(sheet: str, row: int, column: str, label: str, cell: Cell) -> Finding:
    """Return the finding about a cell whose verdict is one of LEVELS."""
    message = cell.message
    if message is None:
        message = Message("{column} was not understood.", column=label)
    return Finding(
        f"cell-{cell.verdict}",
        LEVELS[cell.verdict],
        message,
        column=column,
        sheet=sheet,
        row=row,
        fix=cell.proposal,
    )
