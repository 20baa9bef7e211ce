"""The index map of a page: the whole county with the part that the page shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsLayoutItemMap,
    QgsPointXY,
    QgsPrintLayout,
    QgsProject,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)

from ..core.schema import Record
from . import map_frame
from .map_build import surroundings
from .map_items import find
from .records import CGCS2000

_COUNTY = {"color": "#ffffff", "outline_color": "#8c7f94", "outline_width": "0.15"}
_MARK = {"color": "201,58,43,110", "outline_color": "#c93a2b", "outline_width": "0.4"}
_ROUND = 0.02  # of the county's width: how far the mark reaches round the outermost points
_EDGE = 1.08  # the frame is so much wider than the county


class IndexMap:
    """The county as ground and a mark that moves from page to page."""

    def __init__(
        self,
        project: QgsProject,
        points: Sequence[tuple[float, float]],
        boundary: QgsVectorLayer | None,
    ) -> None:
        self._project = project
        hull = _hull(points)
        self._points = hull.boundingBox()
        self._reach = max(self._points.width(), self._points.height(), 0.01) * _ROUND
        self._ground = _polygons(project, _COUNTY) if boundary is None else boundary.clone()
        if boundary is None:
            _show(self._ground, hull.buffer(self._reach, 8))
        else:
            self._ground.setRenderer(_renderer(_COUNTY))
            self._ground.setLabelsEnabled(False)
            project.addMapLayer(self._ground, False)
        self._mark = _polygons(project, _MARK)
        self._boundary = boundary

    def show(
        self,
        layout: QgsPrintLayout,
        crs: QgsCoordinateReferenceSystem,
        part: Sequence[tuple[float, float]],
        area: QgsGeometry | None = None,
    ) -> None:
        """Fill ``ot_index`` of a page, if it has one.

        ``part``: the points of the page; ``area``: its polygon in CGCS2000, where there is one.
        """
        item = find(layout, "ot_index", QgsLayoutItemMap)
        if item is None:
            return
        _show(self._mark, area if area is not None else _hull(part).buffer(self._reach, 8))
        item.setKeepLayerSet(True)
        item.setLayers([self._mark, self._ground])
        item.setCrs(crs)
        item.zoomToExtent(self._extent(crs))

    def _extent(self, crs: QgsCoordinateReferenceSystem):
        source = QgsCoordinateReferenceSystem(CGCS2000)
        if self._points.isNull() and self._boundary is None:
            return map_frame.to_crs(self._ground.extent(), source, crs, self._project)
        if self._points.isNull():
            box = map_frame.to_crs(
                self._boundary.extent(), self._boundary.crs(), crs, self._project
            )
        else:
            box = map_frame.to_crs(self._points.buffered(self._reach), source, crs, self._project)
            if self._boundary is not None:
                box.combineExtentWith(surroundings(self._project, self._boundary, box, crs))
        box.scale(_EDGE)
        return box


def _polygons(project: QgsProject, style: dict[str, str]) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"MultiPolygon?crs={CGCS2000}", "index", "memory")
    layer.setRenderer(_renderer(style))
    return project.addMapLayer(layer, False)


def _renderer(style: dict[str, str]) -> QgsSingleSymbolRenderer:
    return QgsSingleSymbolRenderer(QgsFillSymbol.createSimple({**style, "joinstyle": "round"}))


def _show(layer: QgsVectorLayer, geometry: QgsGeometry) -> None:
    """Put one polygon in the place of what a layer holds."""
    provider = layer.dataProvider()
    provider.truncate()
    if not geometry.isEmpty():
        feature = QgsFeature()
        shown = QgsGeometry(geometry)
        shown.convertToMultiType()
        feature.setGeometry(shown)
        provider.addFeature(feature)
    layer.updateExtents()


def _hull(points: Iterable[tuple[float, float]]) -> QgsGeometry:
    """Return what lies between the outermost points, also of one or two."""
    geometry = QgsGeometry.fromMultiPointXY([QgsPointXY(*point) for point in points])
    return geometry.convexHull() if not geometry.isEmpty() else geometry


def points_of(records: Iterable[Record]) -> list[tuple[float, float]]:
    """Return longitude and latitude of the records that have a point."""
    return [(r["lon"], r["lat"]) for r in records if r["lon"] is not None]
