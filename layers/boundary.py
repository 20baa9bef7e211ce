"""Testing points against the county's own boundary layer."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeatureSource,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
)

from ..core.errors import InputError
from ..core.messages import Message
from .nearby import measure


def metres_outside(source: QgsFeatureSource) -> Callable[[float, float], float]:
    """Return a function (lon, lat in CGCS2000 degrees) -> metres outside all polygons.

    Raises InputError when the layer has no polygon.
    """
    to_degrees = QgsCoordinateTransform(
        source.sourceCrs(), QgsCoordinateReferenceSystem("EPSG:4490"), QgsProject.instance()
    )
    parts = []
    for feature in source.getFeatures():
        geometry = feature.geometry()
        if not geometry.isNull():
            geometry.transform(to_degrees)
            parts.append(geometry)
    if not parts:
        raise InputError(
            Message("The boundary layer holds no polygon."),
            Message("Choose the county's own layer of boundaries."),
        )
    return outside_of(QgsGeometry.unaryUnion(parts))


def outside_of(whole: QgsGeometry) -> Callable[[float, float], float]:
    """Return the function of ``metres_outside`` for one geometry in CGCS2000 degrees.

    The function is for one thread; its ``geometry`` is ``whole``.
    """
    engine = QgsGeometry.createGeometryEngine(whole.constGet())
    engine.prepareGeometry()
    ruler = measure()

    def outside(lon: float, lat: float) -> float:
        point = QgsGeometry.fromPointXY(QgsPointXY(lon, lat))
        if engine.intersects(point.constGet()):
            return 0.0
        nearest = whole.nearestPoint(point).asPoint()
        return ruler.measureLine(QgsPointXY(lon, lat), nearest)

    outside.geometry = whole  # the prepared engine refers to it
    return outside
