"""Where a new store or a backup would go, unless the person chooses another place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from qgis.PyQt.QtCore import QStandardPaths

from ..core.divisions import standard_divisions
from ..core.places import Places
from ..layers.locations import shared_place
from ..layers.pg_place import is_server
from ..layers.store_layers import store_name
from ..translation import tr

_DOCUMENTS = QStandardPaths.StandardLocation.DocumentsLocation


def new_store_file(county_code: str) -> str:
    """Return a file that is not there yet, among the person's documents.

    In the person's own folder where there are none, or where other computers see them too.
    """
    name = Places(standard_divisions()).name_of(county_code) or tr("Origin trace")
    return _free(_documents(), name)


def store_folder(store: str) -> Path:
    """Return where files about a store are proposed: beside it, else among the documents."""
    return _documents() if is_server(store) else Path(store).parent


def _documents() -> Path:
    documents = Path(QStandardPaths.writableLocation(_DOCUMENTS))
    here = documents.is_dir() and shared_place(documents) is None
    return documents if here else Path.home()


def backup_file(store: str) -> str:
    """Return a file that is not there yet, beside a store, with the day in its name."""
    return _free(store_folder(store), f"{store_name(store)}_{date.today():%Y%m%d}")


def _free(folder: Path, name: str) -> str:
    found, number = folder / f"{name}.gpkg", 1
    while found.exists():
        number += 1
        found = folder / f"{name}_{number}.gpkg"
    return str(found)
