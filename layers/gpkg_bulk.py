"""Many insertions at once: per-row triggers and plain indexes set aside meanwhile.

All of it happens inside the caller's transaction: no other program can write
before the triggers are back, and a kill or an error brings them back as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ..core.tables import HISTORY, INDEXES, INSERT, POINTS
from .gpkg_ddl import create_indexes, create_triggers
from .gpkg_triggers import PER_INSERT
from .sql_db import SqlDatabase, index_name, quote

BULK = 5000  # from so many new records on


@contextmanager
def bulk_insert(database: SqlDatabase, batch: str, uuids: list[str]) -> Iterator[None]:
    """Make room for the insertion of new, complete records of one batch."""
    if len(uuids) < BULK or _any_known(database, uuids):
        yield
        return
    for trigger in PER_INSERT:
        database.execute(f"DROP TRIGGER {trigger}")
    # Building an index anew pays only where most of its entries are new.
    if len(uuids) * 2 > database.value(f"SELECT count(*) FROM {POINTS}"):
        for unique, columns in INDEXES[POINTS]:
            if not unique:
                database.execute(f"DROP INDEX IF EXISTS {index_name(POINTS, columns)}")
    yield
    # What the trigger history_insert would have written.
    database.execute(
        f"INSERT INTO {HISTORY} (uuid, version, time, operator, operation, batch) "
        f"SELECT uuid, version, updated_at, updated_by, '{INSERT}', import_batch FROM {POINTS} "
        f"WHERE import_batch = {quote(batch)}"
    )
    create_indexes(database)
    create_triggers(database)


def _any_known(database: SqlDatabase, uuids: list[str]) -> bool:
    known = database.texts(f"SELECT DISTINCT uuid FROM {HISTORY}")
    return not set(uuids).isdisjoint(known)
