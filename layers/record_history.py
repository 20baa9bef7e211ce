"""The versions of one record, read as QGIS reads a table, so that nothing is locked."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from qgis.core import NULL, QgsExpression, QgsFeatureRequest
from qgis.PyQt.QtCore import QDateTime, Qt

from ..core.schema import COLLECTION_POINT, POINT, Record
from ..core.tables import HISTORY, UPDATE
from .gpkg_read import values_of
from .store_layers import load_table
from .value_words import GEOMETRY

# What every version has another of, or that is the program's own.
_LEFT_OUT = ("uuid", "version", "updated_at", "updated_by", "original_values")
_AT_ONCE = 1000  # milliseconds
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
        before, after = values_of(values["before"]), values_of(values["after"])
        rows.append(
            Version(
                int(values["version"]),
                values["time"] or "",
                values["operator"] or "",
                values["operation"] or "",
                values["batch"] or "",
                _changes(before, after),
            )
        )
    return _joined(sorted(rows, key=lambda row: row.version, reverse=True))


def _joined(rows: list[Version]) -> list[Version]:
    """Return one version for what QGIS saved at once: it writes points and values apart."""
    joined: list[Version] = []
    for row in rows:
        later = joined[-1] if joined else None
        if later is not None and _at_once(row, later):
            joined[-1] = later._replace(changes=row.changes + later.changes)
        else:
            joined.append(row)
    return joined


def _at_once(row: Version, later: Version) -> bool:
    if not row.operation == later.operation == UPDATE or row.batch != later.batch:
        return False
    first, last = (QDateTime.fromString(v.time, Qt.DateFormat.ISODateWithMs) for v in (row, later))
    columns = {change.column for change in row.changes}
    apart = columns.isdisjoint(change.column for change in later.changes)
    return row.operator == later.operator and first.msecsTo(last) < _AT_ONCE and apart


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
