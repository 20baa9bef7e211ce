"""The records that lie under the pointer."""

from __future__ import annotations

from math import hypot
from typing import NamedTuple

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas, QgsMapTool
from qgis.PyQt.QtCore import QPoint

from ..layers.nearby import text_of
from ..layers.placing import degrees_of
from ..translation import tr
from .map_points import on_map

_COLUMNS = ("uuid", "subject_name", "product")
_LOOKED_AT = 500  # of a crowd under the pointer


class Found(NamedTuple):
    """A record under the pointer; ``point`` in CGCS2000 degrees."""

    pixels: float
    fid: int
    uuid: str
    title: str
    point: QgsPointXY


def records_under(canvas: QgsMapCanvas, layer: QgsVectorLayer, pixel: QPoint) -> list[Found]:
    """Return the records within QGIS's search radius of a pixel, nearest first.

    Asks the spatial index only; records that have no number yet are left out.
    """
    radius = QgsMapTool.searchRadiusMU(canvas)
    centre = canvas.getCoordinateTransform().toMapCoordinates(pixel)
    area = QgsRectangle(centre, centre).buffered(radius)
    settings = canvas.mapSettings()
    to_layer = QgsCoordinateTransform(
        settings.destinationCrs(), layer.crs(), QgsProject.instance().transformContext()
    )
    try:
        request = QgsFeatureRequest(to_layer.transformBoundingBox(area))
    except QgsCsException:
        return []
    request.setSubsetOfAttributes(list(_COLUMNS), layer.fields())
    request.setLimit(_LOOKED_AT)
    reach = radius / settings.mapUnitsPerPixel()
    found = []
    for feature in layer.getFeatures(request):
        point = degrees_of(layer, feature.geometry())
        place = None if point is None else on_map(canvas, point)
        uuid = text_of(feature, "uuid")
        if place is None or not uuid:
            continue
        on_screen = canvas.getCoordinateTransform().transform(place)
        pixels = hypot(on_screen.x() - pixel.x(), on_screen.y() - pixel.y())
        if pixels <= reach + 0.5:
            found.append(Found(pixels, feature.id(), uuid, title_of(feature), point))
    return sorted(found, key=lambda each: each.pixels)


def title_of(feature) -> str:
    """Return producer · product of a record, as people call it."""
    parts = [text_of(feature, column) for column in ("subject_name", "product")]
    return " · ".join(part for part in parts if part) or tr("Record without a name")
