"""Records around a point, found through the store's spatial index."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsDistanceArea,
    QgsFeature,
    QgsFeatureRequest,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

from .placing import degrees_of
from .records import CGCS2000, to_cgcs2000

ELLIPSOID = "EPSG:7024"  # of CGCS2000 (GRS 80's size)
_DEGREE = 110_500.0  # metres of a degree of latitude at least, so that a box holds its circle


def measure() -> QgsDistanceArea:
    """Return what measures metres between points in CGCS2000 degrees."""
    area = QgsDistanceArea()
    area.setSourceCrs(
        QgsCoordinateReferenceSystem(CGCS2000), QgsProject.instance().transformContext()
    )
    area.setEllipsoid(ELLIPSOID)
    return area


def box(layer: QgsVectorLayer, point: QgsPointXY, metres: float) -> QgsRectangle:
    """Return the rectangle of a layer's CRS that holds all within ``metres`` of a point.

    ``point``: CGCS2000 degrees. Raises QgsCsException.
    """
    tall = metres / _DEGREE
    # The parallel at the far edge is the shortest one.
    wide = tall / max(0.01, cos(radians(min(89.0, abs(point.y()) + tall))))
    around = QgsRectangle(point.x() - wide, point.y() - tall, point.x() + wide, point.y() + tall)
    transform = to_cgcs2000(layer.crs(), QgsProject.instance().transformContext())
    if transform is None:
        return around
    return transform.transformBoundingBox(around, QgsCoordinateTransform.TransformDirection.Reverse)


def records_within(
    layer: QgsVectorLayer,
    point: QgsPointXY,
    metres: float,
    columns: Sequence[str],
    expression: str = "",
    most: int = 5000,
) -> list[tuple[float, QgsPointXY, QgsFeature]]:
    """Return (metres, point in CGCS2000 degrees, feature) of records, nearest first.

    Unsaved edits count. ``columns``: the attributes that are read; ``expression``
    narrows the search; of a crowd of more than ``most`` only so many are looked at.
    """
    ruler, found = measure(), []
    try:
        request = QgsFeatureRequest(box(layer, point, metres))
    except QgsCsException:
        return []
    fields = layer.fields()
    request.setSubsetOfAttributes([c for c in columns if fields.lookupField(c) >= 0], fields)
    if expression:
        request.combineFilterExpression(expression)
    request.setLimit(most)
    for feature in layer.getFeatures(request):
        there = degrees_of(layer, feature.geometry())
        if there is None:
            continue
        away = ruler.measureLine(point, there)
        if away <= metres:
            found.append((away, there, feature))
    found.sort(key=lambda each: each[0])
    return found


def text_of(feature: QgsFeature, column: str) -> str:
    """Return a column's text, "" where it is empty or missing."""
    index = feature.fields().lookupField(column)
    value = feature.attribute(index) if index >= 0 else None
    return value if isinstance(value, str) else ""
