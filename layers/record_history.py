"""The versions of one record, read as QGIS reads a table, so that nothing is locked."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from qgis.core import NULL, QgsExpression, QgsFeatureRequest

from ..core.schema import COLLECTION_POINT, POINT, Record
from ..core.tables import HISTORY
from ..core.versions import at_once, with_movers
from .sql_read import values_of
from .store_layers import load_table
from .value_words import GEOMETRY

# What every version has another of, or that is the program's own.
_LEFT_OUT = ("uuid", "version", "updated_at", "updated_by", "original_values")
_SHOWN = tuple(c.name for c in COLLECTION_POINT if c.name not in _LEFT_OUT)


class Change(NamedTuple):
    """A column, or the geometry as (lon, lat), before and after."""

    column: str
    before: object
    after: object


class Version(NamedTuple):
    """One version: when (UTC), who, which operation, and what it changed."""

    version: int
    time: str
    operator: str
    operation: str
    batch: str
    changes: tuple[Change, ...]


def versions(path: str | Path, uuid: str) -> list[Version]:
    """Return the versions of a record, latest first. Raises StoreError."""
    table = load_table(path, HISTORY)
    wanted = QgsExpression(QgsExpression.createFieldEqualityExpression("uuid", uuid))
    rows = []
    for row in table.getFeatures(QgsFeatureRequest(wanted)):
        values = {name: None if row[name] == NULL else row[name] for name in row.fields().names()}
        rows.append({**values, **{key: values_of(values[key]) for key in ("before", "after")}})
    return _joined(with_movers(sorted(rows, key=lambda row: row["version"])))


def _joined(rows: list[dict]) -> list[Version]:
    """Return versions, latest first; one for what QGIS saved at once, points and values apart."""
    joined: list[Version] = []
    later = None
    for row in reversed(rows):
        version = _version(row)
        if later is not None and at_once(row, later) and _apart(version, joined[-1]):
            joined[-1] = joined[-1]._replace(changes=version.changes + joined[-1].changes)
        else:
            joined.append(version)
        later = row
    return joined


def _version(row: dict) -> Version:
    words = (row[key] or "" for key in ("time", "operator", "operation", "batch"))
    return Version(int(row["version"]), *words, _changes(row["before"], row["after"]))


def _apart(version: Version, later: Version) -> bool:
    columns = {change.column for change in version.changes}
    apart = columns.isdisjoint(change.column for change in later.changes)
    return apart and version.operator == later.operator


def _changes(before: Record | None, after: Record | None) -> tuple[Change, ...]:
    """Return what differs; ``after`` holds only what may."""
    if before is None or after is None:
        return ()
    changes = [
        Change(column, before.get(column), after[column])
        for column in _SHOWN
        if column in after and before.get(column) != after[column]
    ]
    moved = {**before, **after}
    old, new = (_point(values) for values in (before, moved))
    if old != new:
        changes.append(Change(GEOMETRY, old, new))
    return tuple(changes)


def _point(values: Record) -> tuple[float, float] | None:
    lon, lat = (values.get(key) for key in POINT)
    return None if lon is None else (lon, lat)
