"""Findings: what a rule or an import has to say about one record or row."""

from __future__ import annotations

from typing import NamedTuple

from .messages import Message

ERROR, WARNING, INFO = "error", "warning", "info"
EMPTIED = ""  # as a fix: the column is to be emptied


class Finding(NamedTuple):
    """One remark of a rule.

    ``rule`` is the stable id (``A-N``, ``D3-swap`` …), ``column`` a store
    column or None, ``record`` the uuid, ``sheet`` and ``row`` (from 1) the
    place in a workbook, ``fix`` the value proposed for ``column``: None where there
    is none, EMPTIED, (lon, lat) of the geometry, or a dict of several columns.
    An error stops the hand-over, a warning does not.
    """

    rule: str
    level: str
    message: Message
    column: str | None = None
    record: str | None = None
    sheet: str | None = None
    row: int | None = None
    fix: object = None
