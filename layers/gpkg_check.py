"""Whether a GeoPackage store is sound: file, spatial index, history."""

from __future__ import annotations

from ..core.messages import Message
from ..core.tables import INDEXES, POINTS
from .gpkg_db import Database
from .gpkg_triggers import triggers
from .sql_check import lost, unrecorded
from .sql_db import GEOMETRY, index_name


def check_store(database: Database) -> list[Message]:
    """Return what is wrong; empty where all is well. Reads the whole file."""
    problems = [
        Message("The file is damaged: {detail}", detail=row[0])
        for row in database.rows("PRAGMA integrity_check(5)")
        if row[0] != "ok"
    ]
    if database.rows("PRAGMA foreign_key_check"):
        problems.append(Message("The file is damaged: {detail}", detail="foreign_key_check"))
    points = database.value(
        f"SELECT count(*) FROM {POINTS} WHERE {GEOMETRY} IS NOT NULL AND NOT ST_IsEmpty({GEOMETRY})"
    )
    indexed = database.value(f"SELECT count(*) FROM rtree_{POINTS}_{GEOMETRY}")
    if points != indexed:
        problems.append(
            Message(
                "The spatial index holds {indexed} points, the records {points}.",
                indexed=indexed,
                points=points,
            )
        )
    problems += unrecorded(database)
    found = {row[0] for row in database.rows("SELECT name FROM sqlite_master")}
    needed = set(triggers()) | {
        index_name(table, columns) for table, all_ in INDEXES.items() for _, columns in all_
    }
    return problems + lost(needed - found)
