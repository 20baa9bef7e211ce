"""What may stand in a cell of a sheet, and the verdict on it."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from .messages import Message

OK, FIX, WARN, ASK, REJECT = "ok", "fix", "warn", "ask", "reject"


class ErrorCell(str):
    """A cell that holds an Excel error such as ``#REF!``.

    ``#EMPTY!`` is ours: a formula whose result was never calculated.
    """

    __slots__ = ()


class MonthDay(datetime):
    """A date cell whose number format shows no year: the person typed ``5-7``."""

    __slots__ = ()


class Cell(NamedTuple):
    """A normalised cell.

    ``ok`` as it stood; ``fix`` changed without doubt; ``warn`` changed or kept,
    but listed; ``ask`` not applied, ``proposal`` waits for a person; ``reject``
    not usable, ``value`` is None. ``remark`` is text of the cell that belongs
    into the record's remarks.
    """

    verdict: str
    value: object = None
    message: Message | None = None
    proposal: object = None
    remark: str | None = None


BLANK = Cell(OK)
