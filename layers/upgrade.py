"""Upgrading an older store: a backup beside it, then ordered steps in one transaction.

A step changes the schema from its version to the next. Indexes, aliases and
triggers are made anew after the last one, so that steps only move tables,
columns and content.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timezone
from pathlib import Path

from ..core.errors import StoreError
from ..core.messages import Message
from ..core.tables import ACCEPTED, DRAW, DRAW_ITEM, MERGED, PERSON, REVEALED, TABLES
from .gpkg_db import Database
from .gpkg_ddl import create_indexes, create_table, create_triggers, write_aliases
from .gpkg_files import copy_to
from .sql_db import name, quote

SCHEMA_VERSION = 4


def _add_accepted_warnings(database: Database) -> None:
    create_table(database, ACCEPTED, TABLES[ACCEPTED])


def _add_reveals_and_draws(database: Database) -> None:
    create_table(database, REVEALED, TABLES[REVEALED])
    for table, column in (
        (PERSON, "agreement_expires TEXT"),
        (DRAW, "frame TEXT"),
        (DRAW_ITEM, "team INTEGER"),
        (DRAW_ITEM, "route INTEGER"),
    ):
        database.execute(f"ALTER TABLE {name(table)} ADD COLUMN {column}")


def _add_merged_edits(database: Database) -> None:
    create_table(database, MERGED, TABLES[MERGED])


STEPS: dict[int, Callable[[Database], None]] = {
    1: _add_accepted_warnings,
    2: _add_reveals_and_draws,
    3: _add_merged_edits,
}


def is_older(version: int, path: object) -> bool:
    """Return whether the store at a path or reference needs an upgrade.

    Raises StoreError for a newer one.
    """
    if version > SCHEMA_VERSION:
        raise StoreError(
            Message(
                "The store {path} was written by a newer version of the plugin "
                "(schema {found}, known {known}).",
                path=str(path),
                found=version,
                known=SCHEMA_VERSION,
            ),
            Message("Update the plugin in QGIS, then open the store again."),
        )
    return version < SCHEMA_VERSION


def upgrade(database: Database, version: int) -> Path:
    """Bring a store opened for writing to SCHEMA_VERSION; return the backup's path.

    Raises StoreError or DatabaseError; then the store is as it was.
    """
    path = Path(database.path)
    steps = range(version, SCHEMA_VERSION)
    if not set(steps) <= set(STEPS):
        raise StoreError(
            Message(
                "The store {path} has schema {found}, which cannot be upgraded.",
                path=str(path),
                found=version,
            ),
            Message("Open it with the version of the plugin that wrote it."),
        )
    backup = _backup_path(path, version)
    copy_to(database, backup)
    with database.transaction():
        for step in steps:
            STEPS[step](database)
        create_indexes(database)
        write_aliases(database)
        create_triggers(database)
        database.execute(
            f"UPDATE meta SET value = {quote(str(SCHEMA_VERSION))} WHERE key = 'schema_version'"
        )
    return backup


def _backup_path(path: Path, version: int) -> Path:
    stamp = datetime.now(timezone.utc).strftime("%Y%m%d-%H%M%S")
    backup = path.with_name(f"{path.stem}_{stamp}_v{version}.gpkg")
    number = 1
    while backup.exists():
        number += 1
        backup = path.with_name(f"{path.stem}_{stamp}_v{version}_{number}.gpkg")
    return backup
