"""A GeoPackage connection through OGR: transactions, locks, the SQL of SQLite.

Python's sqlite3 is not used: closing its handle would drop the locks that QGIS
holds on the same file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path

from osgeo import gdal, ogr

from ..core.tables import HISTORY, POINTS
from .gpkg_bulk import bulk_insert
from .gpkg_triggers import exact_real
from .gpkg_write import PointWriter, insert_rows
from .sql_db import (
    EMPTY,
    GEOMETRY,
    BusyError,
    DatabaseError,
    SqlDatabase,
    name,
    ogr_errors,
    quote,
)

BUSY_SECONDS = 10.0  # how long SQLite tries again where the file is locked


class ReplacedError(DatabaseError):
    """The file open here is not the one that now has its name."""


def file_identity(path: str) -> tuple[int, int] | None:
    """Return which file has this name, without opening it; None where there is none."""
    try:
        status = Path(path).stat()
    except FileNotFoundError:
        return None
    return status.st_dev, status.st_ino


def _error(text: str) -> DatabaseError:
    busy = "database is locked" in text or "database table is locked" in text
    return (BusyError if busy else DatabaseError)(text)


class Database(SqlDatabase):
    """One open GeoPackage."""

    def __init__(self, path: str, write: bool) -> None:
        flags = gdal.OF_VECTOR | (gdal.OF_UPDATE if write else gdal.OF_READONLY)
        with self._errors():
            self.dataset = gdal.OpenEx(path, flags, allowed_drivers=["GPKG"])
        if self.dataset is None:
            raise DatabaseError(path)
        self.path = path
        self.writable = write
        self._identity = file_identity(path)
        try:
            self._configure()
        except DatabaseError:
            self.close()
            raise

    @classmethod
    def create(cls, path: str) -> Database:
        """Create a new, empty file."""
        with ogr_errors(_error):
            # OGR's own row counters would cost an UPDATE for every row of the history.
            dataset = ogr.GetDriverByName("GPKG").CreateDataSource(
                path, ["ADD_GPKG_OGR_CONTENTS=NO"]
            )
        if dataset is None:
            raise DatabaseError(path)
        database = cls.__new__(cls)
        database.dataset, database.path, database.writable = dataset, path, True
        database._identity = None
        return database

    def _configure(self) -> None:
        self.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")
        if self.writable:
            self.execute("PRAGMA synchronous = FULL")
            self.execute("PRAGMA cache_size = -131072")
            # Spilling would lock readers out from the middle of a long transaction on.
            self.execute("PRAGMA cache_spill = OFF")
            # Triggers make SQLite journal each statement: in memory, not in a file.
            self.execute("PRAGMA temp_store = MEMORY")

    def layer(self, table: str) -> ogr.Layer:
        """Return the OGR layer of a table. Raises DatabaseError where it is missing."""
        with self._errors():
            layer = self.dataset.GetLayerByName(table)
        if layer is None:
            raise DatabaseError(f"no table {table}")
        return layer

    def _check_file(self) -> None:
        if self._identity is not None and self._identity != file_identity(self.path):
            raise ReplacedError(self.path)

    def _begin(self) -> None:
        self._check_file()
        self._in_transaction = True
        with self._errors():
            self.dataset.StartTransaction()
        # BEGIN takes no lock: a first write does.
        self.execute("UPDATE gpkg_contents SET identifier = identifier WHERE 0")

    def _commit(self) -> None:
        self._check_file()
        with self._errors():
            self.dataset.CommitTransaction()
        self._in_transaction = False

    def _rollback(self) -> None:
        self._in_transaction = False
        with suppress(DatabaseError), self._errors():
            self.dataset.RollbackTransaction()
        # After a failed COMMIT OGR knows of no transaction while SQLite's is still open, and
        # takes what begins with ROLLBACK for its own, from GDAL 3.13 on with TRANSACTION too.
        # Where none is open this fails, as it should.
        with suppress(DatabaseError), self._errors():
            self.dataset.ExecuteSQL("/**/ROLLBACK")

    def _errors(self) -> AbstractContextManager[None]:
        return ogr_errors(_error)

    # --- the SQL of SQLite ---------------------------------------------------------

    def array(self, expressions: Iterable[str]) -> str:
        """Return SQL for the text of a JSON array."""
        return f"json_array({', '.join(expressions)})"

    def number(self, expression: str) -> str:
        """Return SQL for a real number that JSON gives back as the same double."""
        return exact_real(expression)

    def no_empty(self, column: str) -> str:
        """Return SQL for a value of a record that is no real number; NULL for empty texts."""
        found = name(column)
        for empty in EMPTY:  # also in columns of whole numbers, by plain QGIS
            found = f"NULLIF({found}, {quote(empty)})"
        return found

    def ordinate(self, key: str) -> str:
        """Return SQL for ``lon`` or ``lat`` of a record."""
        return exact_real(f"{'ST_MinX' if key == 'lon' else 'ST_MinY'}({GEOMETRY})")

    def member(self, column: str, key: str) -> str:
        """Return SQL for a value in the JSON object that a column holds."""
        return f"json_extract({name(column)}, '$.{key}')"

    def revision(self) -> int:
        """Return a number that every change of a record raises."""
        return int(self.value(f"SELECT COALESCE(max(fid), 0) FROM {HISTORY}"))

    # --- writing ------------------------------------------------------------------------

    @contextmanager
    def session(self, values: Mapping[str, str | None]) -> Iterator[None]:
        """Tell the triggers which import and operator the block works for."""
        for key, value in values.items():
            if value is not None:
                self.execute(f"INSERT INTO meta (key, value) VALUES ({quote(key)}, {quote(value)})")
        yield
        listed = ", ".join(quote(key) for key in values)
        self.execute(f"DELETE FROM meta WHERE key IN ({listed})")

    def record_writer(self) -> PointWriter:
        """Return what writes records."""
        return PointWriter(self.layer(POINTS))

    def many_new(self, batch: str, uuids: list[str]) -> AbstractContextManager[None]:
        """Make room for the insertion of new, complete records of one import."""
        return bulk_insert(self, batch, uuids)

    def insert(self, table: str, rows: Iterable[dict]) -> int:
        """Insert rows (column -> value) into a table of ``core.tables``; return their number."""
        return insert_rows(self.layer(table), table, rows)
