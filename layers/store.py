"""The store: one interface for every back end, and how to open or create one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, Protocol

from ..core.errors import StoreError
from ..core.messages import Message
from ..core.products import Product
from ..core.reviews import Decision
from ..core.schema import Record

# Called with the share done (0 to 1); False asks to stop.
Progress = Callable[[float], bool]


class CancelledError(StoreError):
    """The person stopped the work; the store is as it was before."""


class UndoResult(NamedTuple):
    """What undoing an import did.

    ``removed`` and ``restored`` count records; ``kept`` are the uuids of those
    changed since the import, which were left as they are.
    """

    removed: int
    restored: int
    kept: tuple[str, ...]


class Store(Protocol):
    """A county's store. Every method raises StoreError.

    Records are dicts of the columns of ``core.schema`` with ``lon`` and ``lat``
    in degrees, CGCS2000 (EPSG:4490). Times are UTC.
    """

    uri: str
    writable: bool

    @property
    def county(self) -> str:
        """Code of the county, 6 digits."""

    @property
    def county_names(self) -> tuple[str, str, str]:
        """Names of province, city and county; "" where unknown."""

    def layer_uri(self, table: str = "collection_point") -> tuple[str, str]:
        """Return (source, provider key) with which QGIS opens a table."""

    def meta(self) -> dict[str, str]:
        """Return store id, schema version, county …."""

    def products(self) -> tuple[Product, ...]:
        """Return the county's products, in its order."""

    def divisions(self) -> list[tuple[str, str]]:
        """Return (code, name) of every division, by code."""

    def choices(self, key: str) -> tuple[str, ...]:
        """Return the values of a list, in order; empty where there is no such list."""

    def count(self) -> int:
        """Return the number of records."""

    def records(self, columns: Iterable[str] | None = None) -> Iterator[Record]:
        """Return every record as of now; only ``columns`` where given (lon, lat, fid too)."""

    def records_at(self, moment: str) -> list[Record]:
        """Return every record as it stood just before a time (UTC), from the history."""

    def entered(self) -> dict[str, str]:
        """Return uuid -> time (UTC) at which its scale came into the store."""

    def compared(self, uuids: Collection[str]) -> Iterator[Record]:
        """Return these records with those of the table that can make errors of them."""

    def revision(self) -> int:
        """Return a number that every change of a record raises."""

    def batches(self) -> list[dict]:
        """Return the imports, latest first."""

    def apply(
        self,
        batch: dict,
        added: Iterable[Record],
        updated: Iterable[Record],
        progress: Progress | None = None,
        revision: int | None = None,
        merged: Iterable[dict] | None = None,
    ) -> str:
        """Add and update records in one transaction; return the id of the batch.

        ``batch``: columns of ``import_batch``; ``updated``: uuid and the changed
        values, and ``version`` where a change since then shall be refused;
        ``revision``: the one that the plan was made for, where any change since
        then shall be. A new record that was approved or returned elsewhere comes
        as a draft. ``merged``: the records come from another store and keep who edited
        them there; its rows, of the table ``merged_edit``, are written with the batch.
        """

    def undo(self, batch_id: str, operator: str, progress: Progress | None = None) -> UndoResult:
        """Take an import back in one transaction."""

    def imported(self) -> dict[str, Record]:
        """Return uuid -> record as its last import left it, of those edited since."""

    def history(self, uuid: str) -> list[dict]:
        """Return the versions of a record, oldest first; before and after as records."""

    def histories(
        self, uuids: Iterable[str] | None = None, since: str = ""
    ) -> Iterator[tuple[str, list[dict]]]:
        """Return uuid and versions as ``history`` does, of records changed ``since`` (UTC)."""

    def deleted(self) -> set[str]:
        """Return the uuids of records that were deleted."""

    def ended_returns(self, since: str = "") -> list[dict]:
        """Return time and ``before`` of each change, ``since`` (UTC), that ended a return."""

    def decide(
        self, decision: Decision, versions: dict[str, int], progress: Progress | None = None
    ) -> None:
        """Write a review of records and its events in one transaction.

        ``versions``: uuid -> version that was judged; a record changed since refuses all.
        """

    def restore(self, uuid: str, version: int, operator: str) -> Record:
        """Bring a record, also a deleted one, back to a version, as a new version; return it."""

    def rows(self, table: str) -> list[dict]:
        """Return the rows of a table of ``core.tables``, in the order written."""

    def append(self, table: str, rows: Iterable[dict]) -> int:
        """Add rows to a table of ``core.tables`` in one transaction; return their number."""

    def append_all(self, rows: Mapping[str, Iterable[dict]]) -> None:
        """Add rows to several tables, in the order given, in one transaction."""

    def replace(self, table: str, rows: Iterable[dict], before: list[dict] | None = None) -> int:
        """Put rows in the place of all rows of a table, in one transaction.

        ``before``: the rows that the new ones were made for; where the table has others, it is
        left as it is.
        """

    def put(self, table: str, row: dict, before: dict | None) -> None:
        """Write one row of a table with ids: a new one, or in the place of ``before``.

        Where the row in the store is not ``before`` any more, it is left as it is.
        """

    def operators(self) -> set[str]:
        """Return the names of all who left a trace in the store."""

    def backup(self, path: str | Path) -> None:
        """Write a consistent copy, also while others read or write."""

    def check(self) -> list[Message]:
        """Return what is wrong with the store's file or content; slow."""

    def close(self) -> None:
        """Close the store; it cannot be used any more."""

    def __enter__(self) -> Store: ...

    def __exit__(self, *exception: object) -> None: ...


def open_store(uri: str | Path, write: bool = False) -> Store:
    """Open a store: the path of a .gpkg, also with ``|layername=…``, or a ``postgres://`` one.

    The latter names a connection of QGIS, a schema and, if it holds several, a county. A
    file that is older is upgraded, after a backup beside it. Raises StoreError.
    """
    from .geopackage import open_geopackage
    from .pg_place import is_server
    from .postgis import open_postgis

    text = str(uri)
    if is_server(text):
        return open_postgis(text, write)
    return open_geopackage(Path(text.partition("|layername=")[0]), write)


def create_store(
    path: str | Path,
    county: str,
    divisions: Iterable[tuple[str, str]],
    products: Iterable[Product],
    county_names: tuple[str, str, str] = ("", "", ""),
    finish: Callable[[Path], None] | None = None,
) -> Store:
    """Create an empty store in a new GeoPackage and open it for writing.

    ``county``: 6-digit code. ``finish`` is called with the file's path before it is put
    in place. Raises StoreError; an existing file is left alone.
    """
    from .geopackage import create_geopackage

    return create_geopackage(Path(path), county, divisions, products, county_names, finish)
