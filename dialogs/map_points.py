"""Between the map of any CRS and CGCS2000 degrees."""

from __future__ import annotations

from math import isfinite

from qgis.core import QgsCoordinateTransform, QgsCsException, QgsPointXY, QgsProject
from qgis.gui import QgsMapCanvas

from ..layers.records import to_cgcs2000


def degrees_at(canvas: QgsMapCanvas, point: QgsPointXY) -> QgsPointXY | None:
    """Return a point of the map in CGCS2000 degrees, at full precision.

    None where the map's CRS has no degrees for it, far outside of its zone.
    """
    return _through(canvas, point, QgsCoordinateTransform.TransformDirection.Forward)


def on_map(canvas: QgsMapCanvas, point: QgsPointXY) -> QgsPointXY | None:
    """Return CGCS2000 degrees as a point of the map; None where the map cannot show it."""
    return _through(canvas, point, QgsCoordinateTransform.TransformDirection.Reverse)


def bring_into_view(canvas: QgsMapCanvas, point: QgsPointXY) -> None:
    """Move the map to a place in CGCS2000 degrees that it does not show; the scale stays."""
    place = on_map(canvas, point)
    if place is not None and not canvas.extent().contains(place):
        canvas.setCenter(place)
        canvas.refresh()


def _through(canvas: QgsMapCanvas, point: QgsPointXY, direction) -> QgsPointXY | None:
    crs = canvas.mapSettings().destinationCrs()
    transform = to_cgcs2000(crs, QgsProject.instance().transformContext())
    try:
        found = point if transform is None else transform.transform(point, direction)
    except QgsCsException:
        return None
    return found if isfinite(found.x()) and isfinite(found.y()) else None
