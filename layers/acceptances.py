"""Accepting warnings in a store, and taking that back: each one transaction."""

from __future__ import annotations

from collections.abc import Iterable

from ..core.accepting import Accepted, acceptance_rows, withdrawal_rows
from ..core.clock import now
from ..core.findings import Finding
from ..core.schema import Record
from ..core.tables import ACCEPTED
from .store import Store

Found = Iterable[tuple[Record, Finding]]  # as core.rules.judge yields them


def accepted_in(store: Store) -> Accepted:
    """Return the acceptances that a store keeps. Raises StoreError."""
    return Accepted(store.rows(ACCEPTED))


def accept(store: Store, found: Found, reason: str, operator: str) -> int:
    """Keep that these warnings are accepted, for the values they now speak of.

    Returns their number. Raises InputError for an error, or without reason or operator,
    and StoreError; then none is kept.
    """
    rows = acceptance_rows(found, reason, operator, now())
    return store.append(ACCEPTED, rows) if rows else 0


def withdraw(store: Store, found: Found, operator: str, reason: str = "") -> int:
    """Take the acceptance of these warnings back; what was accepted stays on record.

    Returns their number. Raises InputError without operator, and StoreError.
    """
    rows = withdrawal_rows(found, reason, operator, now())
    return store.append(ACCEPTED, rows) if rows else 0
