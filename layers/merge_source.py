"""What comes to be merged: a package from the field, or a township's own store.

It is read from a copy, so that the file of the other is never changed, upgraded or locked.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from ..core.errors import InputError, StoreError
from ..core.merging import Arrival
from ..core.messages import Message
from ..core.schema import COLUMNS, Record, empty_record
from ..core.tables import POINTS
from ..core.versions import states
from .store import Store, open_store
from .store_layers import load_table

PACKAGE = "package_id"  # key of meta: of a package for the field
_TOGETHER = ("", "-wal", "-shm", "-journal")  # a GeoPackage in use is several files


class MergeSource:
    """One store to be merged; ``records`` by uuid, ``deleted`` uuids.

    ``kin``: it has a past in common with our store. ``id``: of the package, "" where it
    cannot be told from other copies of our store.
    """

    def __init__(self, store: Store, path: Path, ours: Store) -> None:
        self._store = store
        meta = store.meta()
        self.name = f"{path.parent.name}/{path.name}"
        self.kin = meta.get("store_id") == ours.meta().get("store_id")
        self.id = meta.get(PACKAGE) or ("" if self.kin else meta.get("store_id") or "")
        if store.county != ours.county:
            raise InputError(
                Message(
                    "{file} is of county {other}, the store of county {county}.",
                    file=self.name,
                    other=store.county,
                    county=ours.county,
                ),
                Message("Choose a package or a store of this county."),
            )
        found = list(store.records())
        self.records: dict[str, Record] = {r["uuid"]: r for r in found if r["uuid"]}
        self.nameless = len(found) - len(self.records)
        self.deleted = store.deleted()
        self.more_columns = _more_columns(store)

    def arrivals(self, uuids: Collection[str]) -> Iterator[tuple[str, Arrival]]:
        """Yield (uuid, arrival) of these records with their past, deleted ones too."""
        for uuid, found in histories_of(self._store, uuids, self.records).items():
            rows, past = zip(*found)
            yield uuid, Arrival(self.id, self.name, past, rows)


def histories_of(
    store: Store, uuids: Collection[str], current: dict[str, Record]
) -> dict[str, list[tuple[dict, Record | None]]]:
    """Return uuid -> (row of the history, record after it), oldest first."""
    found = {}
    for uuid, rows in store.histories(uuids):
        after = states(rows, current.get(uuid))
        # An older history lacks the columns that came later.
        after = [state and {**empty_record(), **state} for state in after]
        found[uuid] = list(zip(rows, after))
    return found


@contextmanager
def open_source(path: str, ours: Store) -> Iterator[MergeSource]:
    """Open what is to be merged. Raises StoreError and InputError."""
    source = Path(path)
    with TemporaryDirectory(prefix="origin_trace_") as folder:
        copy = Path(folder) / "source.gpkg"
        try:
            for rest in _TOGETHER:
                beside = source.with_name(source.name + rest)
                if not rest or beside.exists():
                    shutil.copyfile(beside, copy.with_name(copy.name + rest))
        except OSError as error:
            raise StoreError(
                Message("{path} cannot be read.", path=path),
                Message("Copy the whole folder from the device again."),
                str(error),
            ) from error
        try:
            store = open_store(copy)
        except StoreError as error:
            raise _named(error, path) from error
        with store:
            yield MergeSource(store, source, ours)


def _named(error: StoreError, path: str) -> StoreError:
    """Return an error about the copy as one about the file that the person knows."""
    args = {key: path if key == "path" else value for key, value in error.message.args.items()}
    return type(error)(error.message.told(**args), error.advice, error.detail)


def _more_columns(store: Store) -> list[str]:
    """Return the columns of the points that our store does not know."""
    fields = load_table(store.uri, POINTS).fields()
    return [each.name() for each in fields if each.name() not in COLUMNS and each.name() != "fid"]
