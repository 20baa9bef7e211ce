"""Opening the file of a GeoPackage store: found, sound, of this version, not locked."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from ..core.errors import NoStoreError, StoreError
from ..core.messages import Message
from ..core.tables import HISTORY, POINTS
from . import upgrade
from .gpkg_db import Database
from .gpkg_errors import damaged, read_only, store_errors
from .sql_db import BusyError, DatabaseError

_OWN_TABLES = (POINTS, HISTORY, "meta")


def open_database(path: Path, write: bool) -> Database:
    """Open the file of a store, upgraded if need be. Raises StoreError."""
    if not path.exists():
        raise StoreError(
            Message("The store {path} does not exist.", path=str(path)),
            Message("Choose another file, or create a store first."),
        )
    if not path.is_file():
        raise damaged(path)
    may_write = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    if write and not may_write:
        raise read_only(path)
    with store_errors(path):
        if may_write and not write:
            _recover(path)
        database = open_file(path, write)
        try:
            version = _version(database)
            _refuse_damaged(database)
            if upgrade.is_older(version, path):
                database = _upgraded(database, version, write, may_write)
            if write:
                _prepare_writing(database)
        except BaseException:
            database.close()
            raise
    return database


def open_file(path: Path, write: bool) -> Database:
    """Open a file whose content is not looked at. Raises StoreError or BusyError."""
    try:
        return Database(str(path), write)
    except BusyError:
        raise
    except DatabaseError as error:
        raise damaged(path, str(error)) from error


def _recover(path: Path) -> None:
    """Let SQLite finish or take back what a killed program left; needs a writing handle."""
    if any(Path(f"{path}{rest}").exists() for rest in ("-journal", "-wal")):
        database = open_file(path, write=True)
        try:
            database.value("SELECT count(*) FROM sqlite_master")
        finally:
            database.close()


def _refuse_damaged(database: Database) -> None:
    """Refuse a file with broken pages, of which a reader would silently get only a part."""
    try:
        problem = database.value("PRAGMA quick_check(1)")
    except BusyError:
        raise
    except DatabaseError as error:
        problem = str(error)
    if problem != "ok":
        raise damaged(Path(database.path), str(problem))


def _version(database: Database) -> int:
    listed = ", ".join(f"'{table}'" for table in _OWN_TABLES)
    found = database.value(
        f"SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ({listed})"
    )
    value = None
    if found == len(_OWN_TABLES):
        value = database.value("SELECT value FROM meta WHERE key = 'schema_version'")
    if not str(value).isdecimal():
        raise NoStoreError(
            Message("{path} is a GeoPackage, but not a store.", path=database.path),
            Message("Choose a store, or create one first."),
        )
    return int(value)


def _upgraded(database: Database, version: int, write: bool, may_write: bool) -> Database:
    path = Path(database.path)
    database.close()
    if not may_write:
        raise StoreError(
            Message("The store {path} is of an older version and read-only.", path=str(path)),
            Message("Copy it to a folder where you may write; it is upgraded on opening."),
        )
    writing = open_file(path, write=True)
    try:
        upgrade.upgrade(writing, version)
    finally:
        writing.close()
    return open_file(path, write)


def _prepare_writing(database: Database) -> None:
    with database.transaction():
        pass  # finds out now whether the lock is to be had
    leave_wal(database)


def leave_wal(database: Database) -> None:
    """Go back to one file where QGIS has switched the write-ahead log on.

    Where QGIS shows the store the log stays; what is in it is brought into the file.
    """
    if database.value("PRAGMA journal_mode") == "wal":
        try:
            database.execute("PRAGMA journal_mode = delete")
        except BusyError:
            _settle(database)


def settle(path: str | Path) -> None:
    """Bring saved edits from the write-ahead log into the file, for who copies that alone.

    Nothing is lost where it fails: SQLite does it later.
    """
    with suppress(DatabaseError):
        database = Database(str(path), write=True)
        try:
            _settle(database)
        finally:
            database.close()


def _settle(database: Database) -> None:
    database.value("PRAGMA wal_checkpoint(PASSIVE)")
