"""What a store's file holds at this moment, read past QGIS: the check before a save.

QGIS goes on writing into a file that was deleted or replaced, and reports success; so the
file is opened anew, by its name, each time.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from ..core.errors import StoreError
from ..core.messages import Message
from ..core.schema import POINT, Record
from ..core.tables import POINTS
from .gpkg_db import Database, file_identity
from .gpkg_errors import store_errors
from .pg_place import is_server
from .postgis import open_postgis
from .sql_db import SqlDatabase, name, quote
from .sql_read import RECORD_KEYS, record_sql

_CHUNK = 500  # names in one statement


class FileMark(NamedTuple):
    """Which file it is, and which store is in it."""

    identity: tuple[int, int] | None
    store_id: str


@contextmanager
def opened(path: str) -> Iterator[SqlDatabase]:
    """Open a store that was looked through already. Raises StoreError."""
    if is_server(path):
        with open_postgis(path, write=False) as store, store.database() as database:
            yield database
        return
    with store_errors(path):
        database = Database(path, write=False)
        try:
            yield database
        finally:
            database.close()


def file_mark(path: str) -> FileMark:
    """Return the mark of the store that is there now. Raises StoreError."""
    with opened(path) as database:
        return _mark(database)


def _mark(database: SqlDatabase) -> FileMark:
    store_id = database.value("SELECT value FROM meta WHERE key = 'store_id'")
    identity = None if is_server(database.path) else file_identity(database.path)
    return FileMark(identity, str(store_id or ""))


def read_stored(
    path: str,
    key: str,
    wanted: Iterable[object],
    keys: Iterable[str] = RECORD_KEYS,
    mark: FileMark | None = None,
) -> dict[object, Record]:
    """Return the records whose column ``key`` (``fid``, ``uuid``) is in ``wanted``.

    Keys: ``fid`` and those of ``keys``. ``mark``: the file it has to be. Raises StoreError.
    """
    columns = tuple(dict.fromkeys(("fid", "uuid", "version", *POINT, *keys)))
    wanted = list(wanted)
    position = columns.index(key)
    found: dict[object, Record] = {}
    with opened(path) as database:
        if mark is not None and _mark(database) != mark:
            raise replaced(path)
        for start in range(0, len(wanted), _CHUNK):
            literals = ", ".join(quote(value) for value in wanted[start : start + _CHUNK])
            listed = record_sql(database, columns)
            texts = database.texts(
                f"SELECT {listed} FROM {POINTS} WHERE {name(key)} IN ({literals})"
            )
            for values in json.loads("[" + ",".join(texts) + "]"):
                found[values[position]] = dict(zip(columns, values))
    return found


def replaced(path: str) -> StoreError:
    """Return the error for a file that is not the one that was opened."""
    return StoreError(
        Message("The file {path} was deleted, moved or replaced while it was open.", path=path),
        Message(
            "Nothing was saved; the edits are still here. Put the file back, or copy the edited "
            "records into another layer, before you stop editing."
        ),
    )
