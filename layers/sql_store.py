"""The store in a database that speaks SQL (see layers/store.py for the interface)."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from pathlib import Path

from ..core.errors import StoreError
from ..core.messages import Message
from ..core.products import Product
from ..core.reviews import Decision
from ..core.schema import Record
from ..core.tables import HISTORY, MERGED, POINTS, TABLES
from .sql_apply import apply_batch, undo_batch
from .sql_db import SqlDatabase, name
from .sql_read import (
    read_compared,
    read_deleted,
    read_ended_returns,
    read_entered,
    read_histories,
    read_history,
    read_imported,
    read_records,
    read_records_at,
    read_rows,
)
from .sql_review import restore_version, write_decision
from .sql_rows import put_row, read_operators
from .store import Progress, UndoResult
from .store_content import product_of

_EDITABLE = frozenset(TABLES) - {HISTORY, MERGED, "import_batch", "meta"}


class SqlStore(ABC):
    """A county's store in a database; a back end adds what is its own."""

    def __init__(self, database: SqlDatabase) -> None:
        self._database = database
        self.uri = database.path
        self.writable = database.writable
        with self._errors():
            self._meta = {row["key"]: row["value"] for row in read_rows(database, "meta")}

    def __enter__(self) -> SqlStore:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the store; it cannot be used any more."""
        self._database.close()

    @abstractmethod
    def _errors(self) -> AbstractContextManager[None]:
        """Turn what the database reports inside the block into StoreError."""

    @abstractmethod
    def layer_uri(self, table: str = POINTS) -> tuple[str, str]:
        """Return (source, provider key) with which QGIS opens a table."""

    @abstractmethod
    def backup(self, path: str | Path) -> None:
        """Write a consistent copy, also while others read or write."""

    @abstractmethod
    def check(self) -> list[Message]:
        """Return what is wrong with the store's file or content; slow."""

    @property
    def county(self) -> str:
        """Code of the county, 6 digits."""
        return self._meta.get("county") or ""

    @property
    def county_names(self) -> tuple[str, str, str]:
        """Names of province, city and county; "" where unknown."""
        keys = ("province_name", "city_name", "county_name")
        return tuple(self._meta.get(key) or "" for key in keys)

    def meta(self) -> dict[str, str]:
        """Return store id, schema version, county …."""
        return dict(self._meta)

    def products(self) -> tuple[Product, ...]:
        """Return the county's products, in its order."""
        rows = self.rows("product")
        rows.sort(key=lambda row: (row["position"] is None, row["position"] or 0))
        return tuple(product_of(row) for row in rows)

    def divisions(self) -> list[tuple[str, str]]:
        """Return (code, name) of every division, by code."""
        return sorted((row["code"], row["name"]) for row in self.rows("division"))

    def choices(self, key: str) -> tuple[str, ...]:
        """Return the values of a list, in order; empty where there is no such list."""
        rows = [row for row in self.rows("choice") if row["list"] == key]
        rows.sort(key=lambda row: (row["position"] is None, row["position"] or 0))
        return tuple(row["value"] for row in rows)

    def count(self) -> int:
        """Return the number of records."""
        with self._errors():
            return int(self._database.value(f"SELECT count(*) FROM {POINTS}"))

    def records(self, columns: Iterable[str] | None = None) -> Iterator[Record]:
        """Return every record as of now; only ``columns`` where given (lon, lat, fid too)."""
        with self._errors():
            return read_records(self._database, columns)

    def records_at(self, moment: str) -> list[Record]:
        """Return every record as it stood just before a time (UTC), from the history."""
        with self._errors():
            return read_records_at(self._database, moment)

    def entered(self) -> dict[str, str]:
        """Return uuid -> time (UTC) at which its scale came into the store."""
        with self._errors():
            return read_entered(self._database)

    def compared(self, uuids: Collection[str]) -> Iterator[Record]:
        """Return these records with those of the table that can make errors of them."""
        with self._errors():
            return read_compared(self._database, uuids)

    def revision(self) -> int:
        """Return a number that every change of a record raises."""
        with self._errors():
            return self._database.revision()

    def batches(self) -> list[dict]:
        """Return the imports, latest first."""
        return self.rows("import_batch")[::-1]

    def apply(
        self,
        batch: dict,
        added: Iterable[Record],
        updated: Iterable[Record],
        progress: Progress | None = None,
        revision: int | None = None,
        merged: Iterable[dict] | None = None,
    ) -> str:
        """Add and update records in one transaction; return the id of the batch."""
        self._need_writing()
        with self._errors():
            return apply_batch(
                self._database, batch, list(added), list(updated), progress, revision, merged
            )

    def undo(self, batch_id: str, operator: str, progress: Progress | None = None) -> UndoResult:
        """Take an import back in one transaction."""
        self._need_writing()
        with self._errors():
            return undo_batch(self._database, batch_id, operator, progress)

    def imported(self) -> dict[str, Record]:
        """Return uuid -> record as its last import left it, of those edited since."""
        with self._errors():
            return read_imported(self._database)

    def history(self, uuid: str) -> list[dict]:
        """Return the versions of a record, oldest first; before and after as records."""
        with self._errors():
            return read_history(self._database, uuid)

    def histories(
        self, uuids: Iterable[str] | None = None, since: str = ""
    ) -> Iterator[tuple[str, list[dict]]]:
        """Return uuid and versions as ``history`` does, of records changed ``since`` (UTC)."""
        with self._errors():
            yield from read_histories(self._database, uuids, since)

    def deleted(self) -> set[str]:
        """Return the uuids of records that were deleted."""
        with self._errors():
            return read_deleted(self._database)

    def ended_returns(self, since: str = "") -> list[dict]:
        """Return time and ``before`` of each change, ``since`` (UTC), that ended a return."""
        with self._errors():
            return read_ended_returns(self._database, since)

    def decide(
        self, decision: Decision, versions: dict[str, int], progress: Progress | None = None
    ) -> None:
        """Write a review of records and its events in one transaction."""
        self._need_writing()
        with self._errors():
            write_decision(self._database, decision, versions, progress)

    def restore(self, uuid: str, version: int, operator: str) -> Record:
        """Bring a record, also a deleted one, back to a version, as a new version; return it."""
        self._need_writing()
        with self._errors():
            return restore_version(self._database, uuid, version, operator)

    def rows(self, table: str) -> list[dict]:
        """Return the rows of a table of ``core.tables``, in the order written."""
        if table not in TABLES:
            raise _no_table(table)
        with self._errors():
            return read_rows(self._database, table)

    def append(self, table: str, rows: Iterable[dict]) -> int:
        """Add rows to a table of ``core.tables`` in one transaction; return their number."""
        return self._write_rows({table: rows})

    def append_all(self, rows: Mapping[str, Iterable[dict]]) -> None:
        """Add rows to several tables, in the order given, in one transaction."""
        self._write_rows(rows)

    def replace(self, table: str, rows: Iterable[dict], before: list[dict] | None = None) -> int:
        """Put rows in the place of all rows of a table, in one transaction."""
        return self._write_rows({table: rows}, empty_first=True, before=before)

    def _write_rows(
        self,
        rows: Mapping[str, Iterable[dict]],
        empty_first: bool = False,
        before: list[dict] | None = None,
    ) -> int:
        self._need_writing()
        for table in rows:
            if table not in _EDITABLE:
                raise _no_table(table)
        written = 0
        with self._errors(), self._database.transaction():
            for table, new in rows.items():
                if before is not None and before != read_rows(self._database, table):
                    raise StoreError(
                        Message("The store {path} was changed meanwhile.", path=self.uri),
                        Message("Nothing was changed. Look at the list again, then repeat it."),
                    )
                if empty_first:
                    self._database.execute(f"DELETE FROM {name(table)}")
                written += self._database.insert(table, new)
        return written

    def put(self, table: str, row: dict, before: dict | None) -> None:
        """Write one row of a table with ids: a new one, or in the place of ``before``."""
        self._need_writing()
        if table not in _EDITABLE:
            raise _no_table(table)
        with self._errors():
            put_row(self._database, table, row, before)

    def operators(self) -> set[str]:
        """Return the names of all who left a trace in the store."""
        with self._errors():
            return read_operators(self._database)

    def _need_writing(self) -> None:
        if not self.writable:
            raise StoreError(
                Message("The store {path} was opened for reading only.", path=self.uri),
                Message("Open it for writing."),
            )


def _no_table(table: str) -> StoreError:
    return StoreError(
        Message("The store has no table {table} that can be used this way.", table=table),
        Message("Use one of the tables of the documentation."),
    )
