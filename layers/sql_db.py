"""A connection through OGR that speaks SQL: what both back ends of the store share.

The only place where OGR's error state and SQL quoting are dealt with. Works
whether or not the process has called ``UseExceptions()``, and never changes it.
A back end says in its own SQL how JSON is made and taken apart, how many rows
are written, and what a write transaction needs.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol

from osgeo import gdal

from ..core.schema import Record

GEOMETRY = "geom"
CGCS2000 = 4490  # EPSG
# What plain QGIS and QField write for no value; the latter where several may be chosen.
EMPTY = ("", "{}")
# What the triggers are told of a transaction: the import, the one undone, who works.
SESSION_BATCH, SESSION_UNDO, SESSION_OPERATOR = (
    "session_batch",
    "session_undo",
    "session_operator",
)

# Called with the number of records written.
Step = Callable[[int], None]


class DatabaseError(Exception):
    """A statement or OGR call that failed; carries OGR's own text."""


class BusyError(DatabaseError):
    """The store stayed locked by another program."""


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


def index_name(table: str, columns: tuple[str, ...]) -> str:
    """Return the name of the index of these columns."""
    return f"idx_{table}_{'_'.join(columns)}"


@contextmanager
def ogr_errors(raised: Callable[[str], DatabaseError] = DatabaseError) -> Iterator[None]:
    """Turn a failure inside the block into a DatabaseError with OGR's text."""
    gdal.ErrorReset()
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        yield
        text = gdal.GetLastErrorMsg() if gdal.GetLastErrorType() >= gdal.CE_Failure else ""
    except RuntimeError as error:  # raised by OGR where somebody called UseExceptions()
        raise raised(str(error)) from error
    finally:
        gdal.PopErrorHandler()
    if text:
        raise raised(text)


class RecordWriter(Protocol):
    """Writes records inside a transaction.

    Raises StoreError for a value or column that the store cannot hold, and
    DatabaseError for what the database refuses.
    """

    def add(self, records: Iterable[Record], step: Step) -> int:
        """Insert records; return their number."""

    def update(self, changes: Iterable[tuple[int, dict]], step: Step) -> int:
        """Write (fid, changed values) pairs; return their number."""


class SqlDatabase(ABC):
    """One open store. Raises DatabaseError; closed by ``close()``."""

    dataset: gdal.Dataset | None
    path: str  # as a person knows it
    writable: bool
    _in_transaction = False

    def _errors(self) -> AbstractContextManager[None]:
        return ogr_errors()

    def execute(self, sql: str) -> None:
        """Run a statement."""
        with self._errors():
            result = self.dataset.ExecuteSQL(sql)
            if result is not None:
                result.GetNextFeature()
                self.dataset.ReleaseResultSet(result)

    def rows(self, sql: str) -> list[tuple]:
        """Return all rows of a query, None for NULL."""
        with self._errors():
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
        with self._errors():
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
        """One write transaction: all or nothing. Raises BusyError where it cannot begin."""
        try:
            self._begin()
            yield
            self._commit()
        finally:
            if self._in_transaction:
                self._rollback()

    def close(self) -> None:
        """Close it; an open transaction is rolled back."""
        if self.dataset is not None:
            if self._in_transaction:
                self._rollback()
            self.dataset = None

    @abstractmethod
    def _begin(self) -> None: ...

    @abstractmethod
    def _commit(self) -> None: ...

    @abstractmethod
    def _rollback(self) -> None: ...

    # --- what is said in another way by each back end ---------------------------

    @abstractmethod
    def array(self, expressions: Iterable[str]) -> str:
        """Return SQL for the text of a JSON array."""

    @abstractmethod
    def number(self, expression: str) -> str:
        """Return SQL for a real number that JSON gives back as the same double."""

    @abstractmethod
    def no_empty(self, column: str) -> str:
        """Return SQL for a value of a record that is no real number; NULL for empty texts."""

    @abstractmethod
    def ordinate(self, key: str) -> str:
        """Return SQL for ``lon`` or ``lat`` of a record."""

    @abstractmethod
    def member(self, column: str, key: str) -> str:
        """Return SQL for a value in the JSON object that a column holds."""

    @abstractmethod
    def revision(self) -> int:
        """Return a number that every change of a record raises."""

    # --- writing, inside a transaction --------------------------------------------

    @abstractmethod
    def session(self, values: Mapping[str, str | None]) -> AbstractContextManager[None]:
        """Tell the triggers which import and operator the block works for."""

    @abstractmethod
    def record_writer(self) -> RecordWriter:
        """Return what writes records."""

    @abstractmethod
    def many_new(self, batch: str, uuids: list[str]) -> AbstractContextManager[None]:
        """Make room for the insertion of new, complete records of one import."""

    @abstractmethod
    def insert(self, table: str, rows: Iterable[dict]) -> int:
        """Insert rows (column -> value) into a table of ``core.tables``; return their number."""
