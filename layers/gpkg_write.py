"""Adding and updating records of a GeoPackage store, inside a transaction."""

from __future__ import annotations

import json
import struct
from collections.abc import Callable, Iterable

from osgeo import ogr

from ..core.errors import StoreError
from ..core.messages import Message
from ..core.schema import COLLECTION_POINT, FLAG, INTEGER, NUMBER, POINT, Record
from ..core.tables import POINTS
from .gpkg_db import Database, DatabaseError, ogr_errors

_WKB_POINT = struct.Struct("<BIdd")
_EVERY = 500  # records between two questions whether to go on

Step = Callable[[int], None]


def point_wkb(lon: float, lat: float) -> bytes:
    """Return a point as little-endian WKB."""
    return _WKB_POINT.pack(1, 1, lon, lat)


class PointWriter:
    """Writes records as OGR features.

    Raises StoreError for a value or column that the store cannot hold, and
    DatabaseError for what the file refuses.
    """

    def __init__(self, database: Database) -> None:
        self._layer = database.layer(POINTS)
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
        number = isinstance(value, (int, float)) and value == value and abs(value) != float("inf")
        if index is not None and (value is None or value == ""):
            feature.SetFieldNull(index)
        elif kind == NUMBER and number:
            feature.SetField(index, float(value))
        elif kind in (INTEGER, FLAG) and isinstance(value, int):
            feature.SetFieldInteger64(index, int(value))
        elif kind not in (None, NUMBER, INTEGER, FLAG) and isinstance(value, (str, dict, list)):
            text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            if not storable(text):
                raise refused(key, value, feature.GetFieldAsString("uuid"))
            feature.SetFieldString(index, text)
        else:
            raise refused(key, value, feature.GetFieldAsString("uuid"))


def storable(text: str) -> bool:
    """Return whether text is valid Unicode without NUL; half a surrogate pair is not."""
    if "\0" in text:
        return False
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


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
    for key, value in (("lon", lon), ("lat", lat)):
        if value.__class__ not in (float, int) or value - value != 0:  # NaN and infinity
            raise refused(key, value, uuid)
    return ogr.CreateGeometryFromWkb(point_wkb(lon, lat))


def refused(key: str, value: object, uuid: str | None) -> StoreError:
    """Return the error for a value or column that the store cannot hold."""
    return StoreError(
        Message(
            "The store cannot hold the value {value} of column {column} of record {uuid}.",
            value=repr(value),
            column=key,
            uuid=uuid or "",
        ),
        Message("Correct the value and try again."),
    )
