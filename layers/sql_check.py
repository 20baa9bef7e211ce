"""What makes a store unsound whatever its back end."""

from __future__ import annotations

from ..core.messages import Message
from ..core.tables import DELETE, HISTORY, POINTS
from .sql_db import SqlDatabase


def unrecorded(database: SqlDatabase) -> list[Message]:
    """Tell of records whose version has no row in the history."""
    count = database.value(
        f"SELECT count(*) FROM {POINTS} AS p WHERE NOT EXISTS (SELECT 1 FROM {HISTORY} AS h "
        f"WHERE h.uuid = p.uuid AND h.version = p.version AND h.operation <> '{DELETE}')"
    )
    if not count:
        return []
    return [Message("Records without the history of their version: {count}.", count=count)]


def lost(names: set[str]) -> list[Message]:
    """Tell of triggers and indexes that are not there."""
    if not names:
        return []
    listed = ", ".join(sorted(names))
    return [Message("The store has lost its safeguards {names}.", names=listed)]
