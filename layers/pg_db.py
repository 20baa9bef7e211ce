"""A connection to PostgreSQL through OGR: transactions, locks, the SQL of PostgreSQL.

OGR's driver is part of every QGIS; psycopg2 is not. A write transaction sees the store as
it was when it began, and holds the county's lock: other imports and reviews wait, and what
somebody edits meanwhile makes it fail instead of being overwritten.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress

from osgeo import gdal

from ..core.schema import COLUMNS, FLAG, INTEGER
from ..core.tables import HISTORY, POINTS
from .pg_roles import LOCK
from .pg_write import PgWriter, insert_rows
from .sql_db import EMPTY, GEOMETRY, BusyError, DatabaseError, SqlDatabase, name, ogr_errors, quote

LOCK_SECONDS = 10.0
SETTING = "origin_trace"  # prefix of the settings that the triggers read
# In the words of a server in English or Chinese.
_BUSY = ("lock timeout", "could not obtain lock", "锁超时", "无法获取关系")


class LostError(DatabaseError):
    """The server is not there, or does not let us in."""


def _error(text: str) -> DatabaseError:
    # What follows is the statement and the row: phones do not belong into a log.
    text = text.strip().partition("\n")[0]
    return (BusyError if any(words in text for words in _BUSY) else DatabaseError)(text)


class Postgres(SqlDatabase):
    """One connection; ``connection`` is what libpq understands, ``path`` what a person does."""

    def __init__(self, connection: str, path: str, write: bool) -> None:
        self.path, self.writable = path, write
        self.dataset = None
        flags = gdal.OF_VECTOR | (gdal.OF_UPDATE if write else gdal.OF_READONLY)
        with ogr_errors(LostError):
            self.dataset = gdal.OpenEx(
                f"PG:{connection}",
                flags,
                allowed_drivers=["PostgreSQL"],
                open_options=["LIST_ALL_TABLES=NO"],
            )
        if self.dataset is None:
            raise LostError("")
        try:
            self._configure()
        except DatabaseError:
            self.close()
            raise

    def _configure(self) -> None:
        self.execute(f"SET lock_timeout = {int(LOCK_SECONDS * 1000)}")
        self.execute("SET application_name = 'origin_trace'")
        self.execute("SET client_min_messages = 'error'")
        self.execute("SET cursor_tuple_fraction = 1.0")  # all rows are wanted
        if not self.writable:
            self.execute("SET default_transaction_read_only = on")

    def search_in(self, schema: str) -> None:
        """Look for tables in this schema, for functions also where PostGIS is."""
        postgis = self.value(
            "SELECT n.nspname::text FROM pg_extension AS e "
            "JOIN pg_namespace AS n ON n.oid = e.extnamespace WHERE e.extname = 'postgis'"
        )
        self.execute(f"SET search_path = {name(schema)}, {name(str(postgis or 'public'))}, pg_temp")

    def _errors(self) -> AbstractContextManager[None]:
        return ogr_errors(_error)

    def _begin(self) -> None:
        self._begin_plain()
        self.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        # Before the first query, which fixes what is seen.
        self.execute(f"LOCK TABLE {LOCK} IN SHARE ROW EXCLUSIVE MODE")

    def _begin_plain(self) -> None:
        self._in_transaction = True
        with self._errors():
            self.dataset.StartTransaction()

    @contextmanager
    def schema_change(self) -> Iterator[None]:
        """One transaction that makes tables."""
        try:
            self._begin_plain()
            yield
            self._commit()
        finally:
            if self._in_transaction:
                self._rollback()

    def _commit(self) -> None:
        with self._errors():
            self.dataset.CommitTransaction()
        self._in_transaction = False

    def _rollback(self) -> None:
        self._in_transaction = False
        with suppress(DatabaseError), self._errors():
            self.dataset.RollbackTransaction()

    # --- the SQL of PostgreSQL ------------------------------------------------------

    def array(self, expressions: Iterable[str]) -> str:
        """Return SQL for the text of a JSON array."""
        return f"json_build_array({', '.join(expressions)})::text"

    def number(self, expression: str) -> str:
        """Return SQL for a real number that JSON gives back as the same double."""
        return (
            f"CASE WHEN abs({expression}) = 'Infinity' "
            f"THEN (CASE WHEN {expression} > 0 THEN '9e999' ELSE '-9e999' END)::json "
            f"WHEN {expression} = trunc({expression}) AND abs({expression}) < 1e15 "
            f"THEN to_json(round(({expression})::numeric, 1)) ELSE to_json({expression}) END"
        )

    def no_empty(self, column: str) -> str:
        """Return SQL for a value of a record that is no real number; NULL for empty texts."""
        found = name(column)
        if COLUMNS[column].kind not in (INTEGER, FLAG):
            for empty in EMPTY:
                found = f"NULLIF({found}, {quote(empty)})"
        return found

    def ordinate(self, key: str) -> str:
        """Return SQL for ``lon`` or ``lat`` of a record."""
        return self.number(f"{'ST_X' if key == 'lon' else 'ST_Y'}({GEOMETRY})")

    def member(self, column: str, key: str) -> str:
        """Return SQL for a value in the JSON object that a column holds."""
        return f"({name(column)}::jsonb ->> {quote(key)})"

    def revision(self) -> int:
        """Return a number that every change of a record raises.

        Not the last row's number: a transaction that began earlier may end later.
        """
        return int(self.value(f"SELECT count(*) FROM {HISTORY}"))

    # --- writing ------------------------------------------------------------------------

    @contextmanager
    def session(self, values: Mapping[str, str | None]) -> Iterator[None]:
        """Tell the triggers which import and operator the block works for."""
        for key, value in values.items():
            self.execute(f"SELECT set_config('{SETTING}.{key}', {quote(value or '')}, true)")
        yield

    def record_writer(self) -> PgWriter:
        """Return what writes records."""
        return PgWriter(self.execute, self._uuid_of)

    def _uuid_of(self, fid: int) -> str:
        return str(self.value(f"SELECT uuid FROM {POINTS} WHERE fid = {fid}"))

    def many_new(self, batch: str, uuids: list[str]) -> AbstractContextManager[None]:
        """Make room for the insertion of new, complete records of one import: none is needed."""
        return nullcontext()

    def insert(self, table: str, rows: Iterable[dict]) -> int:
        """Insert rows (column -> value) into a table of ``core.tables``; return their number."""
        return insert_rows(self.execute, table, rows)
