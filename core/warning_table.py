"""A table of the early warning: what list and page lay out, and count no more."""

from __future__ import annotations

from typing import NamedTuple

from .inspections import INSPECTION_COLUMNS
from .messages import Message
from .rule import label

Value = Message | str | int | None
BETWEEN = "、"


class Table(NamedTuple):
    """A table: heads with their widths in characters, rows, notes below it.

    ``sum_row``: the first row is the sum of the others.
    """

    title: Message
    heads: tuple[tuple[Message, float], ...]
    rows: tuple[tuple[Value, ...], ...]
    notes: tuple[Message, ...] = ()
    sum_row: bool = False


def named(column: str) -> Message:
    """Return the official name of a column."""
    return Message("{name}", name=label(column))


def of_test(column: str) -> Message:
    """Return the official name of a column of results of tests."""
    return Message("{name}", name=INSPECTION_COLUMNS[column].label)
