"""The store in a GeoPackage file (see layers/store.py for the interface)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from pathlib import Path

from ..core.messages import Message
from ..core.products import Product
from ..core.tables import POINTS
from . import upgrade
from .gpkg_check import check_store
from .gpkg_db import Database
from .gpkg_ddl import create_tables
from .gpkg_errors import store_errors
from .gpkg_files import copy_to, write_new
from .gpkg_open import leave_wal, open_database, open_file
from .sql_store import SqlStore
from .store_content import fill, first_meta


def open_geopackage(path: Path, write: bool) -> GeoPackageStore:
    """Open a store, upgraded if need be. Raises StoreError."""
    return GeoPackageStore(open_database(path, write))


def create_geopackage(
    path: Path,
    county: str,
    divisions: Iterable[tuple[str, str]],
    products: Iterable[Product],
    county_names: tuple[str, str, str],
    finish: Callable[[Path], None] | None = None,
) -> GeoPackageStore:
    """Create an empty store and open it for writing. Raises StoreError."""
    meta = first_meta(county, county_names, upgrade.SCHEMA_VERSION)
    divisions, products = list(divisions), list(products)

    def write(temporary: Path) -> None:
        database = Database.create(str(temporary))
        try:
            create_tables(database)
            with database.transaction():
                fill(database, meta, divisions, products)
        finally:
            database.close()
        if finish is not None:
            finish(temporary)
        # Closing a store opened for writing leaves one file, whatever wrote into it.
        GeoPackageStore(open_file(temporary, write=True)).close()

    write_new(path, write)
    return open_geopackage(path, write=True)


class GeoPackageStore(SqlStore):
    """A county's store in one file."""

    _database: Database

    def _errors(self) -> AbstractContextManager[None]:
        return store_errors(self.uri)

    def close(self) -> None:
        """Close the file."""
        if self._database.dataset is None:
            return
        try:
            if self.writable:
                with self._errors():
                    leave_wal(self._database)
        finally:
            self._database.close()

    def layer_uri(self, table: str = POINTS) -> tuple[str, str]:
        """Return (source, provider key) with which QGIS opens a table."""
        return f"{self.uri}|layername={table}", "ogr"

    def backup(self, path: str | Path) -> None:
        """Write a consistent copy, also while others read or write."""
        with self._errors():
            copy_to(self._database, Path(path))

    def check(self) -> list[Message]:
        """Return what is wrong with the store's file or content; slow."""
        with self._errors():
            return check_store(self._database)
