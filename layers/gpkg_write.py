"""Adding and updating records of a GeoPackage store, inside a transaction."""

from __future__ import annotations

import struct
from collections.abc import Iterable

from osgeo import ogr

from ..core.schema import COLLECTION_POINT, FLAG, INTEGER, NUMBER, POINT, Record
from ..core.tables import TABLES
from .sql_db import DatabaseError, Step, ogr_errors
from .sql_values import check_ordinates, refused, storable, stored_value

_WKB_POINT = struct.Struct("<BIdd")
_EVERY = 500  # records between two questions whether to go on


def point_wkb(lon: float, lat: float) -> bytes:
    """Return a point as little-endian WKB."""
    return _WKB_POINT.pack(1, 1, lon, lat)


class PointWriter:
    """Writes records as OGR features.

    Raises StoreError for a value or column that the store cannot hold, and
    DatabaseError for what the file refuses.
    """

    def __init__(self, layer: ogr.Layer) -> None:
        self._layer = layer
        self._definition = self._layer.GetLayerDefn()
        self._slots = {}
        for column in COLLECTION_POINT:
            index = self._definition.GetFieldIndex(column.name)
            if index < 0:
                raise DatabaseError(f"no column {column.name}")
            self._slots[column.name] = (index, column.kind)
        plain = (NUMBER, INTEGER, FLAG)
        self._texts = {k: i for k, (i, kind) in self._slots.items() if kind not in plain}

    def add(self, records: Iterable[Record], step: Step) -> int:
        """Insert records; return their number.

        One feature serves them all: only what differs from the record before is set, since
        neighbours in a sheet share much and each call of OGR costs.
        """
        feature = ogr.Feature(self._definition)
        held: Record = dict.fromkeys(self._slots)
        texts, set_text = self._texts, feature.SetFieldString
        count = 0
        with ogr_errors():
            for record in records:
                for key, value in record.items():
                    if key in POINT or value == held.get(key, self):
                        continue
                    if value.__class__ is str and value and key in texts:
                        if "\0" in value:  # OGR would cut the text there
                            raise refused(key, value, record.get("uuid"))
                        try:
                            set_text(texts[key], value)
                        except (RuntimeError, ValueError) as error:  # half a surrogate pair
                            raise refused(key, value, record.get("uuid")) from error
                    else:
                        self._set(feature, key, value)
                    held[key] = value
                if len(record) < len(held) + len(POINT):  # columns that are not mentioned
                    for key in held.keys() - record.keys():
                        self._set(feature, key, None)
                        held[key] = None
                lon, lat = record.get("lon"), record.get("lat")
                placed = lon is not None and lat is not None
                point = _point(lon, lat, record.get("uuid")) if placed else None
                feature.SetGeometryDirectly(point)
                feature.SetFID(-1)
                if self._layer.CreateFeature(feature) != 0:
                    break  # the reason is raised on leaving the block
                count += 1
                if count % _EVERY == 0:
                    step(count)
        return count

    def update(self, changes: Iterable[tuple[int, dict]], step: Step) -> int:
        """Write (fid, changed values) pairs; return their number."""
        count = 0
        with ogr_errors():
            for fid, values in changes:
                feature = self._layer.GetFeature(fid)
                self._fill(feature, values)
                if self._layer.SetFeature(feature) != 0:
                    break
                count += 1
                if count % _EVERY == 0:
                    step(count)
        return count

    def _fill(self, feature: ogr.Feature, values: dict) -> None:
        for key, value in values.items():
            if key not in POINT:
                self._set(feature, key, value)
        if "lon" in values or "lat" in values:
            _set_point(feature, values)

    def _set(self, feature: ogr.Feature, key: str, value: object) -> None:
        index, kind = self._slots.get(key, (None, None))
        value = stored_value(key, kind, value, feature.GetFieldAsString("uuid"))
        if value is None:
            feature.SetFieldNull(index)
        elif kind == NUMBER:
            feature.SetField(index, value)
        elif kind in (INTEGER, FLAG):
            feature.SetFieldInteger64(index, value)
        else:
            feature.SetFieldString(index, value)


def _set_point(feature: ogr.Feature, values: dict) -> None:
    """Set the point; an ordinate that is not given stays as it is."""
    old = feature.GetGeometryRef()
    there = old is not None and not old.IsEmpty()
    lon = values["lon"] if "lon" in values else (old.GetX() if there else None)
    lat = values["lat"] if "lat" in values else (old.GetY() if there else None)
    if lon is None or lat is None:
        feature.SetGeometryDirectly(None)
    else:
        feature.SetGeometryDirectly(_point(lon, lat, feature.GetFieldAsString("uuid")))


def _point(lon: float, lat: float, uuid: str | None) -> ogr.Geometry:
    check_ordinates(lon, lat, uuid)
    return ogr.CreateGeometryFromWkb(point_wkb(lon, lat))


def insert_rows(layer: ogr.Layer, table: str, rows: Iterable[dict]) -> int:
    """Insert rows (dict column -> value) into a table without geometry; return their number."""
    kinds = {column.name: column.kind for column in TABLES[table]}
    definition = layer.GetLayerDefn()
    index = {column: definition.GetFieldIndex(column) for column in kinds}
    count = 0
    with ogr_errors():
        for row in rows:
            feature = ogr.Feature(definition)
            for key, value in row.items():
                if key not in kinds or (isinstance(value, str) and not storable(value)):
                    raise refused(key, value, table)
                if value is None:
                    feature.SetFieldNull(index[key])
                elif kinds[key] in (INTEGER, FLAG):
                    feature.SetFieldInteger64(index[key], int(value))
                elif kinds[key] == NUMBER:
                    feature.SetField(index[key], float(value))
                else:
                    feature.SetFieldString(index[key], str(value))
            layer.CreateFeature(feature)
            count += 1
    return count
