"""Showing an entry of the worklist on the map."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt import sip

from ..core.worklist_entry import Entry
from ..layers.records import CGCS2000
from ..translation import tr

NEAR_SCALE = 5000.0


def show_on_map(canvas: QgsMapCanvas | None, entry: Entry, near: bool = False) -> str:
    """Pan to an entry's point and flash it; return why not, "" where it was shown.

    ``near``: zoom in as well.
    """
    if entry.lon is None or entry.lat is None:
        return tr("This record has no point yet: place it on the map (P).")
    if canvas is None or sip.isdeleted(canvas):
        return ""
    degrees = QgsCoordinateReferenceSystem(CGCS2000)
    target = canvas.mapSettings().destinationCrs()
    point = QgsPointXY(entry.lon, entry.lat)
    try:
        if target.isValid():
            transform = QgsCoordinateTransform(degrees, target, QgsProject.instance())
            centre = transform.transform(point)
        else:
            centre = point
    except QgsCsException:
        return tr("The point cannot be shown in the map's coordinate system: choose another one.")
    empty = canvas.extent().isEmpty()  # no layer was ever shown
    if empty:
        canvas.setExtent(QgsRectangle.fromCenterAndSize(centre, 1, 1))
    canvas.setCenter(centre)
    if empty or (near and canvas.scale() > NEAR_SCALE):
        canvas.zoomScale(NEAR_SCALE)
    canvas.refresh()
    canvas.flashGeometries([QgsGeometry.fromPointXY(point)], degrees)
    return ""
