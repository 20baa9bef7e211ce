"""The edges of polygons, and how many metres away the nearest one is."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsSpatialIndex,
)

from .nearby import measure
from .records import CGCS2000

# Of one scale in all directions, so that the nearest on the map is the nearest on the ground.
_CONFORMAL = "EPSG:3395"
_TOGETHER = 32  # edges in one entry of the index
_BACK = QgsCoordinateTransform.TransformDirection.Reverse


class Edges:
    """Edges of polygons in CGCS2000 degrees, in a spatial index.

    Made in the main thread, it may be used in one other.
    """

    def __init__(self) -> None:
        self.filled = False
        self._to_map = QgsCoordinateTransform(
            QgsCoordinateReferenceSystem(CGCS2000),
            QgsCoordinateReferenceSystem(_CONFORMAL),
            QgsProject.instance(),
        )
        self._ruler = measure()
        self._index = QgsSpatialIndex(QgsSpatialIndex.Flag.FlagStoreFeatureGeometries)

    def sibling(self) -> Edges:
        """Return another one, empty, for the same thread."""
        made = copy(self)
        made.filled = False
        made._index = QgsSpatialIndex(QgsSpatialIndex.Flag.FlagStoreFeatureGeometries)
        return made

    def fill(self, polygons: Iterable[QgsGeometry]) -> None:
        """Put all edges into the index."""
        number = 0
        for polygon in polygons:
            moved = QgsGeometry(polygon)
            moved.transform(self._to_map)
            for part in moved.asGeometryCollection():
                for ring in part.asPolygon():
                    for start in range(0, len(ring) - 1, _TOGETHER):
                        feature = QgsFeature(number)
                        line = ring[start : start + _TOGETHER + 1]
                        feature.setGeometry(QgsGeometry.fromPolylineXY(line))
                        self._index.addFeature(feature)
                        number += 1
        self.filled = True

    def metres(self, lon: float, lat: float) -> float:
        """Return the ellipsoidal metres from a point (CGCS2000 degrees) to the nearest edge."""
        here = QgsPointXY(lon, lat)
        there = self._to_map.transform(here)
        spot = QgsGeometry.fromPointXY(there)
        nearest = [
            self._index.geometry(number).nearestPoint(spot).asPoint()
            for number in self._index.nearestNeighbor(there, 1)
        ]
        edge = min(nearest, key=there.sqrDist)
        return self._ruler.measureLine(here, self._to_map.transform(edge, _BACK))
