"""A GeoPackage connection through OGR: statements, transactions, locks, errors.

The only place where OGR's error state and SQL quoting are dealt with. Works
whether or not the process has called ``UseExceptions()``, and never changes it.
Python's sqlite3 is not used: closing its handle would drop the locks that QGIS
holds on the same file.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from osgeo import gdal, ogr

BUSY_SECONDS = 10.0  # how long SQLite tries again where the file is locked


class DatabaseError(Exception):
    """A statement or OGR call that failed; carries OGR's own text."""


class BusyError(DatabaseError):
    """The file stayed locked by another program."""


class ReplacedError(DatabaseError):
    """The file open here is not the one that now has its name."""


def quote(value: str | float | None) -> str:
    """Return a value as an SQL literal (OGR takes no bind parameters)."""
    if value is None:
        return "NULL"
    if isinstance(value, str):
        if "\0" in value:
            raise DatabaseError("NUL character in a value")
        return "'" + value.replace("'", "''") + "'"
    return repr(value)


def name(identifier: str) -> str:
    """Return an identifier of the declaration, quoted for SQL."""
    return '"' + identifier.replace('"', '""') + '"'


@contextmanager
def ogr_errors() -> Iterator[None]:
    """Turn a failure inside the block into a DatabaseError with OGR's text."""
    gdal.ErrorReset()
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        yield
        text = gdal.GetLastErrorMsg() if gdal.GetLastErrorType() >= gdal.CE_Failure else ""
    except RuntimeError as error:  # raised by OGR where somebody called UseExceptions()
        raise _error(str(error)) from error
    finally:
        gdal.PopErrorHandler()
    if text:
        raise _error(text)


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


class Database:
    """One open GeoPackage. Raises DatabaseError; closed by ``close()``."""

    def __init__(self, path: str, write: bool) -> None:
        flags = gdal.OF_VECTOR | (gdal.OF_UPDATE if write else gdal.OF_READONLY)
        with ogr_errors():
            self.dataset = gdal.OpenEx(path, flags, allowed_drivers=["GPKG"])
        if self.dataset is None:
            raise DatabaseError(path)
        self.path = path
        self.writable = write
        self._in_transaction = False
        self._identity = file_identity(path)
        try:
            self._configure()
        except DatabaseError:
            self.close()
            raise

    @classmethod
    def create(cls, path: str) -> Database:
        """Create a new, empty file."""
        with ogr_errors():
            # OGR's own row counters would cost an UPDATE for every row of the history.
            dataset = ogr.GetDriverByName("GPKG").CreateDataSource(
                path, ["ADD_GPKG_OGR_CONTENTS=NO"]
            )
        if dataset is None:
            raise DatabaseError(path)
        database = cls.__new__(cls)
        database.dataset, database.path, database.writable = dataset, path, True
        database._in_transaction, database._identity = False, None
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

    def close(self) -> None:
        """Close the file; an open transaction is rolled back."""
        if self.dataset is not None:
            if self._in_transaction:
                self._rollback()
            self.dataset = None

    def layer(self, table: str) -> ogr.Layer:
        """Return the OGR layer of a table. Raises DatabaseError where it is missing."""
        with ogr_errors():
            layer = self.dataset.GetLayerByName(table)
        if layer is None:
            raise DatabaseError(f"no table {table}")
        return layer

    def execute(self, sql: str) -> None:
        """Run a statement."""
        with ogr_errors():
            result = self.dataset.ExecuteSQL(sql)
            if result is not None:
                result.GetNextFeature()
                self.dataset.ReleaseResultSet(result)

    def rows(self, sql: str) -> list[tuple]:
        """Return all rows of a query, None for NULL."""
        with ogr_errors():
            result = self.dataset.ExecuteSQL(sql)
            if result is None:
                return []
            count = result.GetLayerDefn().GetFieldCount()
            try:
                return [tuple(f.GetField(i) for i in range(count)) for f in result]
            finally:
                self.dataset.ReleaseResultSet(result)

    def texts(self, sql: str) -> list[str]:
        """Return the one text column of a query; the fast way out for many rows."""
        with ogr_errors():
            result = self.dataset.ExecuteSQL(sql)
            if result is None:
                return []
            texts = []
            feature = result.GetNextFeature()
            while feature is not None:
                texts.append(feature.GetFieldAsString(0))
                feature = result.GetNextFeature()
            self.dataset.ReleaseResultSet(result)
            return texts

    def value(self, sql: str) -> object:
        """Return the first value of the first row, None where there is none."""
        rows = self.rows(sql)
        return rows[0][0] if rows else None

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """One write transaction: all or nothing. Raises BusyError after BUSY_SECONDS."""
        try:
            self._begin()
            yield
            self._commit()
        finally:
            if self._in_transaction:
                self._rollback()

    def _check_file(self) -> None:
        if self._identity is not None and self._identity != file_identity(self.path):
            raise ReplacedError(self.path)

    def _begin(self) -> None:
        self._check_file()
        self._in_transaction = True
        with ogr_errors():
            self.dataset.StartTransaction()
        # BEGIN takes no lock: a first write does.
        self.execute("UPDATE gpkg_contents SET identifier = identifier WHERE 0")

    def _commit(self) -> None:
        self._check_file()
        with ogr_errors():
            self.dataset.CommitTransaction()
        self._in_transaction = False

    def _rollback(self) -> None:
        self._in_transaction = False
        with suppress(DatabaseError), ogr_errors():
            self.dataset.RollbackTransaction()
        # After a failed COMMIT OGR knows of no transaction while SQLite's is still open, and
        # takes the bare word ROLLBACK for its own. Where none is open this fails, as it should.
        with suppress(DatabaseError), ogr_errors():
            self.dataset.ExecuteSQL("ROLLBACK TRANSACTION")
