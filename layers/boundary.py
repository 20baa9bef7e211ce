"""Points against the county's own polygon layer: inside, or how far outside and in whose.

The layer may hold the county alone, several counties, or townships with or without
codes. Polygons that name another county are neighbours, all others are the county's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureSource,
    QgsGeometry,
    QgsPoint,
    QgsProject,
    QgsRectangle,
    QgsSpatialIndex,
    QgsWkbTypes,
)

from ..core.boundary import Boundary
from ..core.errors import InputError
from ..core.messages import Message
from .boundary_edges import Edges
from .boundary_names import LEVELS, polygon_names
from .records import CGCS2000

_NO_PLACE = float("inf")
_TOUCHING = 1.0  # metres: gaps between neighbouring polygons, finer than any boundary
_EDGE = 1000.0  # metres: a longer edge is not straight in another coordinate system


@dataclass(frozen=True)
class _Polygon:
    """One polygon in CGCS2000 degrees with the names that it bears, level -> name."""

    geometry: QgsGeometry
    names: Mapping[str, str]
    ours: bool
    area: float


class PolygonBoundary(Boundary):
    """The county's boundary. For one thread: another one takes a ``copy``."""

    def __init__(self, polygons: Sequence[_Polygon], names_county: bool = True) -> None:
        self._polygons = polygons
        self.names_county = names_county
        self._edges = Edges()
        self._townships: dict[str, set[int]] = defaultdict(set)
        for number, each in enumerate(polygons):
            if each.ours and each.names.get("township"):
                self._townships[each.names["township"]].add(number)
        self._township_edges: dict[str, Edges] = {}
        self._engines: list | None = None  # made in the thread that asks first
        self._index = QgsSpatialIndex()
        self._holding = lru_cache(1000)(self._find)

    def copy(self) -> PolygonBoundary:
        """Return the same for another thread."""
        parts = [
            _Polygon(
                QgsGeometry(each.geometry.constGet().clone()), each.names, each.ours, each.area
            )
            for each in self._polygons
        ]
        return PolygonBoundary(parts, self.names_county)

    def __call__(self, lon: float, lat: float) -> float:
        """Return the metres outside of the county, 0 inside."""
        if not (abs(lon) <= 180 and abs(lat) <= 85):
            return _NO_PLACE
        if any(self._polygons[n].ours for n in self._holding(lon, lat)):
            return 0.0
        if not self._edges.filled:
            self._edges.fill(each.geometry for each in self._polygons if each.ours)
        metres = self._edges.metres(lon, lat)
        return 0.0 if metres < _TOUCHING else metres

    def names(self, lon: float, lat: float) -> dict[str, str]:
        """Return level -> name of the polygons that hold a point, the smallest first."""
        found: dict[str, str] = {}
        for number in self._holding(lon, lat):
            for level, name in self._polygons[number].names.items():
                found.setdefault(level, name)
        return found

    def outside_township(self, lon: float, lat: float, township: str) -> float | None:
        """Return the metres outside of a township of the county, None where it is not there."""
        its = self._townships.get(township)
        if not its or not (abs(lon) <= 180 and abs(lat) <= 85):
            return None
        if not its.isdisjoint(self._holding(lon, lat)):
            return 0.0
        edges = self._township_edges.get(township)
        if edges is None:
            edges = self._township_edges[township] = self._edges.sibling()
            edges.fill(self._polygons[n].geometry for n in its)
        metres = edges.metres(lon, lat)
        return 0.0 if metres < _TOUCHING else metres

    def _find(self, lon: float, lat: float) -> tuple[int, ...]:
        """Return the numbers of the polygons that hold a point, smallest first."""
        if self._engines is None:
            self._engines = []
            for number, each in enumerate(self._polygons):
                engine = QgsGeometry.createGeometryEngine(each.geometry.constGet())
                engine.prepareGeometry()
                self._engines.append(engine)
                self._index.addFeature(number, each.geometry.boundingBox())
        point = QgsPoint(lon, lat)
        near = self._index.intersects(QgsRectangle(lon, lat, lon, lat))
        held = [number for number in near if self._engines[number].intersects(point)]
        return tuple(sorted(held, key=lambda number: self._polygons[number].area))


def metres_outside(
    source: QgsFeatureSource,
    county: Sequence[str] = (),
    divisions: Mapping[str, str] | None = None,
) -> PolygonBoundary:
    """Return the boundary that a polygon layer gives, in any CRS.

    ``county``: names of province, city and county; ``divisions``: code -> name of the
    county's own list. Raises InputError when the layer has no polygon or no usable CRS.
    """
    crs = source.sourceCrs()
    to_degrees = QgsCoordinateTransform(
        crs, QgsCoordinateReferenceSystem(CGCS2000), QgsProject.instance()
    )
    step = _EDGE / 111_000 if crs.isGeographic() or not crs.isValid() else _EDGE
    found: list[tuple[QgsGeometry, dict[str, str]]] = []
    for feature in source.getFeatures():
        geometry = feature.geometry()
        if geometry.isEmpty() or geometry.type() != QgsWkbTypes.GeometryType.PolygonGeometry:
            continue
        geometry = geometry.densifyByDistance(step)
        try:
            if crs.isValid():
                geometry.transform(to_degrees)
        except QgsCsException as error:
            raise _no_degrees(source, str(error)) from error
        if not geometry.isGeosValid():
            geometry = geometry.makeValid()
        found.append((geometry, polygon_names(source, feature, divisions or {})))
    if not found:
        raise InputError(
            Message("The boundary layer holds no polygon."),
            Message("Choose the county's own layer of boundaries."),
        )
    whole = found[0][0].boundingBox()
    for geometry, _names in found:
        whole.combineExtentWith(geometry.boundingBox())
    if not QgsRectangle(-180.1, -90.1, 180.1, 90.1).contains(whole):
        raise _no_degrees(source, whole.toString())
    ours = [is_ours(names, county) for _geometry, names in found]
    named = any(ours)
    return PolygonBoundary(
        [
            _Polygon(geometry, names, mine or not named, geometry.area())
            for (geometry, names), mine in zip(found, ours)
        ],
        named,
    )


def _no_degrees(source: QgsFeatureSource, detail: str) -> InputError:
    return InputError(
        Message(
            "The coordinates of the boundary layer {layer} cannot be understood.",
            layer=source.sourceName(),
        ),
        Message("Set the layer's coordinate system in QGIS, then try again."),
        detail,
    )


def is_ours(names: Mapping[str, str], county: Sequence[str]) -> bool:
    """Tell whether a polygon is of the county: it says so, or says nothing against it."""
    own = dict(zip(LEVELS, county))
    for level in ("county", "city", "province"):
        name = names.get(level)
        if name and own.get(level):
            return name in county or name == own[level] or _one_place(name, own[level])
    return True


def _one_place(a: str, b: str) -> bool:
    """Tell whether two names are one without its last character: 泰和, 泰和县."""
    return a in (b, b[:-1]) or b == a[:-1]
