"""What an edit must not bring into the store: errors that it makes or hands over.

A value that cannot be (a scale of -1, a product nobody collects, a point outside of China)
comes into no record. A draft may be incomplete, and may have a phone, address, point or
season that somebody has to look into; what is submitted may not.
"""

from __future__ import annotations

from .findings import ERROR, Finding
from .rules import Context, check_record
from .schema import APPROVED, SUBMITTED, Record

HANDED = frozenset({SUBMITTED, APPROVED})
# What a draft may have until somebody has asked or looked: the worklist shows these records.
_DRAFT_MAY = frozenset(
    {"A-required", "A-point", "A-phone", "D3-boundary", "D3-county", "D3-season"}
)


def edit_errors(
    old: Record | None, new: Record, touched: set[str], context: Context
) -> list[Finding]:
    """Return the errors for which an edit is refused.

    ``old``: the stored record, None for a new one; ``touched``: the columns that the edit
    changes, ``geometry`` for the point. Warnings stop nothing, nor do errors that were
    there before, unless the edit touches them or submits the record.
    """
    errors = _errors(new, context)
    if not errors:
        return []
    handed = new["status"] in HANDED
    if handed and (old is None or old["status"] not in HANDED):
        return errors
    known = set() if old is None else {_said(error) for error in _errors(old, context)}
    return [
        error
        for error in errors
        if (handed or error.rule not in _DRAFT_MAY)
        and (_said(error) not in known or error.column in touched)
    ]


def _errors(record: Record, context: Context) -> list[Finding]:
    return [found for found in check_record(record, context) if found.level == ERROR]


def _said(error: Finding) -> tuple:
    return error.rule, error.column, str(error.message)
