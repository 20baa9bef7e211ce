"""Whole GeoPackage files: new ones, consistent copies. Nothing half made gets their name."""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Callable
from pathlib import Path

from ..core.errors import StoreError
from ..core.messages import Message
from ..core.tables import POINTS, TABLES
from .gpkg_db import Database
from .gpkg_errors import store_errors
from .sql_db import DatabaseError, name, quote


def write_new(path: Path, write: Callable[[Path], None]) -> None:
    """Let ``write`` make the file in a folder beside ``path``, then move it into place.

    It has its own name there already: a style names the file that it lies in.
    Raises StoreError where ``path`` exists or cannot be written.
    """
    _refuse_existing(path)
    if not path.parent.is_dir():
        raise StoreError(
            Message("The folder {path} does not exist.", path=str(path.parent)),
            Message("Create the folder or choose another one."),
        )
    folder = path.with_name(f".origin-{uuid.uuid4().hex[:8]}.tmp")
    temporary = folder / path.name
    try:
        with store_errors(path):
            folder.mkdir()
            write(temporary)
            _sync(temporary)
            _refuse_existing(path)
            temporary.replace(path)
            if os.name == "posix":
                _sync(path.parent)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _refuse_existing(path: Path) -> None:
    if os.path.lexists(path):  # a name that is too long does not exist, and fails later
        raise StoreError(
            Message("{path} exists already and is not overwritten.", path=str(path)),
            Message("Choose another name, or move the file away."),
        )


def _sync(path: Path) -> None:
    flags = os.O_RDONLY if path.is_dir() else os.O_RDWR
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def copy_to(database: Database, path: Path) -> None:
    """Write a consistent copy of an open store and verify it. Raises StoreError."""
    write_new(path, lambda temporary: _copy(database, temporary))


def _copy(database: Database, target: Path) -> None:
    version = database.value("PRAGMA data_version")
    database.execute(f"VACUUM INTO {quote(str(target))}")
    copy = Database(str(target), write=False)
    try:
        problem = copy.value("PRAGMA quick_check(1)")
        if problem != "ok":
            raise DatabaseError(f"copy: {problem}")
        counts = _counts(copy)
    finally:
        copy.close()
    source = _counts(database)
    # Somebody else may have written meanwhile: then the copy is right, only older.
    if counts != source and database.value("PRAGMA data_version") == version:
        raise DatabaseError(f"copy holds {counts}, the store {source}")


def _counts(database: Database) -> tuple:
    known = {row[0] for row in database.rows("SELECT name FROM sqlite_master")}
    tables = [table for table in (POINTS, *TABLES) if table in known]  # an older store has fewer
    listed = ", ".join(f"(SELECT count(*) FROM {name(table)})" for table in tables)
    return database.rows(f"SELECT {listed}")[0]
