"""The store of a field package: a part of the county's records, ready to be merged again.

Each record keeps its number and version, and its history begins with that version: so a
merge finds in our store the state that was packaged. What the field does not need stays at
home: the earlier history, reviews, imports, people, contacts, inspections, the log.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ..core.clock import now
from ..core.schema import Record
from ..core.tables import HISTORY, INSERT
from .gpkg_ddl import create_triggers
from .gpkg_open import open_file
from .gpkg_triggers import triggers
from .merge_source import PACKAGE
from .sql_db import name
from .store import Store, create_store

_NOT_TAKEN = ("original_values",)  # the cells of a sheet, with what was wrong in them
PACKAGED_AT, PACKAGED_FOR = "packaged_at", "packaged_for"  # keys of meta


def write_field_store(
    path: Path, store: Store, records: Iterable[Record], package: str, collector: str
) -> None:
    """Write the store of a package, without a style. Raises StoreError; then there is none.

    ``package``: its id; ``collector``: for whom it is.
    """
    records = [{**record, **dict.fromkeys(_NOT_TAKEN)} for record in records]

    def fill(new: Path) -> None:
        _fill(new, store, records, package, collector)

    create_store(
        path, store.county, store.divisions(), store.products(), store.county_names, fill
    ).close()


def _fill(path: Path, store: Store, records: list[Record], package: str, collector: str) -> None:
    meta = {
        **store.meta(),
        PACKAGE: package,
        PACKAGED_AT: now(),
        PACKAGED_FOR: collector,
    }
    database = open_file(path, write=True)
    try:
        with database.transaction():
            for trigger in triggers():
                database.execute(f"DROP TRIGGER {trigger}")
            database.record_writer().add(records, lambda count: None)
            database.insert(HISTORY, map(_first_version, records))
            create_triggers(database)
            for table, rows in (
                ("meta", [{"key": key, "value": value} for key, value in meta.items()]),
                ("choice", store.rows("choice")),
            ):
                database.execute(f"DELETE FROM {name(table)}")
                database.insert(table, rows)
    finally:
        database.close()


def _first_version(record: Record) -> dict:
    return {
        "uuid": record["uuid"],
        "version": record["version"],
        "time": record["updated_at"] or now(),
        "operation": INSERT,
    }
