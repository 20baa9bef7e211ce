"""Single rows of the small tables of a store, and who left a trace in it."""

from __future__ import annotations

from ..core.errors import StoreError
from ..core.messages import Message
from ..core.tables import ACCEPTED, DRAW, HISTORY, POINTS, REVEALED
from .sql_db import SqlDatabase, name, quote
from .sql_read import read_rows
from .sql_values import refused, storable

# Where names of those who work stand, beside the list of persons.
_TRACES = (
    (HISTORY, "operator"),
    ("review", "operator"),
    ("import_batch", "operator"),
    ("import_batch", "undone_by"),
    (ACCEPTED, "operator"),
    (REVEALED, "operator"),
    (DRAW, "operator"),
    (POINTS, "collector"),
)


def put_row(database: SqlDatabase, table: str, row: dict, before: dict | None) -> None:
    """Write one row in a transaction. Raises StoreError where ``before`` is not there any more."""
    for key, value in row.items():
        if isinstance(value, str) and not storable(value):
            raise refused(key, value, table)
    with database.transaction():
        found = [each for each in read_rows(database, table) if each["id"] == row["id"]]
        if found != ([] if before is None else [before]):
            raise StoreError(
                Message("{name} was changed meanwhile.", name=row.get("name") or row["id"]),
                Message("Nothing was changed. Look at the list again, then repeat it."),
            )
        if before is None:
            database.insert(table, [row])
        else:
            assigned = ", ".join(f"{name(key)} = {quote(value)}" for key, value in row.items())
            database.execute(f"UPDATE {name(table)} SET {assigned} WHERE id = {quote(row['id'])}")


def read_operators(database: SqlDatabase) -> set[str]:
    """Return the names of all who left a trace in the store."""
    found = " UNION ".join(
        f"SELECT {name(column)} FROM {name(table)} WHERE {name(column)} IS NOT NULL"
        for table, column in _TRACES
    )
    return set(database.texts(found))
