"""Between QGIS features and records (see ``core.schema.Record``).

Reading takes any layer that has the columns' names, in any CRS; columns that it
lacks are empty. For many features make one reader or writer and call it for each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsPointXY,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QMetaType, Qt, QVariant

from ..core.schema import (
    CHOICES,
    COLLECTION_POINT,
    FLAG,
    INTEGER,
    NUMBER,
    Column,
    Record,
    empty_record,
    join_choices,
)

CGCS2000 = "EPSG:4490"
_AT_ONCE = 5000  # features that are held beside the layer they go to
_TYPES = {
    NUMBER: QMetaType.Type.Double,
    INTEGER: QMetaType.Type.LongLong,
    FLAG: QMetaType.Type.LongLong,
}


def point_fields() -> QgsFields:
    """Return the fields of ``collection_point``, with Chinese aliases."""
    fields = QgsFields()
    for column in COLLECTION_POINT:
        field = QgsField(column.name, _TYPES.get(column.kind, QMetaType.Type.QString))
        field.setAlias(column.label)
        fields.append(field)
    return fields


def to_cgcs2000(
    crs: QgsCoordinateReferenceSystem, context: QgsCoordinateTransformContext
) -> QgsCoordinateTransform | None:
    """Return the transform from a layer's CRS to CGCS2000; None where none is needed."""
    target = QgsCoordinateReferenceSystem(CGCS2000)
    if not crs.isValid() or crs == target:
        return None
    return QgsCoordinateTransform(crs, target, context)


def record_reader(
    fields: QgsFields, transform: QgsCoordinateTransform | None = None
) -> Callable[[QgsFeature], Record]:
    """Return a function that reads features with these fields.

    The function raises QgsCsException where a point cannot be transformed.
    """
    slots = []
    for column in COLLECTION_POINT:
        index = fields.lookupField(column.name)
        if index >= 0:
            slots.append((column.name, index, column))
    blank = empty_record()

    def read(feature: QgsFeature) -> Record:
        record = blank.copy()
        values = feature.attributes()
        for key, index, column in slots:
            value = values[index]
            if value.__class__ is str:
                if value and value != "{}":  # QGIS's list of choices with none chosen
                    record[key] = value if column.kind not in _TYPES else _plain(value, column)
            elif value is not None:
                record[key] = _plain(value, column)
        if feature.hasGeometry():
            record["lon"], record["lat"] = _point(feature.geometry(), transform)
        return record

    return read


def feature_to_record(
    feature: QgsFeature, transform: QgsCoordinateTransform | None = None
) -> Record:
    """Return the record of one feature; ``transform`` leads to CGCS2000."""
    return record_reader(feature.fields(), transform)(feature)


def records_of(
    features: Iterable[QgsFeature],
    fields: QgsFields,
    transform: QgsCoordinateTransform | None = None,
) -> Iterator[Record]:
    """Return the records of many features of one layer."""
    return map(record_reader(fields, transform), features)


def feature_writer(fields: QgsFields) -> Callable[[Record], QgsFeature]:
    """Return a function that makes features with these fields; points in CGCS2000."""
    names = fields.names()

    def write(record: Record) -> QgsFeature:
        feature = QgsFeature(fields)
        feature.setAttributes([record.get(name) for name in names])
        lon, lat = record.get("lon"), record.get("lat")
        if lon is not None and lat is not None:
            feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(lon, lat)))
        return feature

    return write


def record_to_feature(record: Record, fields: QgsFields) -> QgsFeature:
    """Return a feature with these fields; the point in CGCS2000."""
    return feature_writer(fields)(record)


def _point(
    geometry: QgsGeometry, transform: QgsCoordinateTransform | None
) -> tuple[float | None, float | None]:
    """Return lon and lat of the first vertex, Nones where there is none."""
    if geometry.isEmpty():
        return None, None
    point = geometry.vertexAt(0)
    x, y = point.x(), point.y()
    if transform is not None:
        moved = transform.transform(QgsPointXY(x, y))
        x, y = moved.x(), moved.y()
    return x, y


def _plain(value: object, column: Column) -> object:
    """Return a field's value as a record holds it.

    A text that is no number stays as it is in a column of numbers, for the rules to name.
    """
    if isinstance(value, QVariant):
        if value.isNull():
            return None
        value = value.value()
    if isinstance(value, (QDate, QDateTime)):
        return value.toString(Qt.DateFormat.ISODate) if value.isValid() else None
    if isinstance(value, (list, tuple)):
        texts = [str(item) for item in value]
        return join_choices(texts) if column.kind == CHOICES else "、".join(texts) or None
    if column.kind not in _TYPES:
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        return str(value) or None
    if isinstance(value, str):
        value = _number(value)
    if column.kind != NUMBER and isinstance(value, (bool, float)) and value == int(value):
        return int(value)
    return value


def _number(text: str) -> float | str | None:
    stripped = text.strip()
    if not stripped:
        return None
    try:
        return float(stripped)
    except ValueError:
        return text


def is_record_layer(fields: QgsFields) -> bool:
    """Return whether a layer has the columns without which it holds no records."""
    return all(fields.lookupField(key) >= 0 for key in ("uuid", "subject_name", "product"))


def cut_column(fields: QgsFields) -> str | None:
    """Return a column whose name was cut to 10 letters, as in a shapefile; None where none is."""
    names = {field.name() for field in fields}
    for column in COLLECTION_POINT:
        if len(column.name) > 10 and column.name not in names and column.name[:10] in names:
            return column.name[:10]
    return None


def records_layer(records: Iterable[Record], name: str, more: Sequence[str] = ()) -> QgsVectorLayer:
    """Return a memory layer of these records, with the columns of the store.

    ``more``: columns of whole numbers that the records have besides.
    """
    layer = QgsVectorLayer(f"Point?crs={CGCS2000}", name, "memory")
    provider = layer.dataProvider()
    whole = [QgsField(column, QMetaType.Type.LongLong) for column in more]
    provider.addAttributes([*point_fields().toList(), *whole])
    layer.updateFields()
    features = map(feature_writer(layer.fields()), records)
    while some := list(islice(features, _AT_ONCE)):
        provider.addFeatures(some, QgsFeatureSink.Flag.FastInsert)
    layer.updateExtents()
    return layer
