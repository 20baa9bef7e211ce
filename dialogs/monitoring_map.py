"""Showing the points of a township on the map."""

from __future__ import annotations

from qgis.core import (
    QgsExpression,
    QgsFeatureRequest,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas

from ..translation import tr

_AROUND = 1.15  # of the points' extent
_ALONE = 0.005  # degrees around a single point, half a kilometre


def zoom_to_place(
    canvas: QgsMapCanvas | None,
    layer: QgsVectorLayer | None,
    township: str | None,
    product: str | None = "",
) -> str:
    """Show all points of a township and product; return why not, else "".

    None is an empty value; "" for any product.
    """
    if canvas is None or layer is None:
        return ""
    wanted = [_equal("township", township)]
    if product != "":
        wanted.append(_equal("product", product))
    request = QgsFeatureRequest().setFilterExpression(" AND ".join(wanted))
    request.setNoAttributes()
    extent = QgsRectangle()
    for feature in layer.getFeatures(request):
        if feature.hasGeometry() and not feature.geometry().isEmpty():
            point = feature.geometry().vertexAt(0)
            extent.combineExtentWith(point.x(), point.y())
    if extent.isNull():
        return tr("No record there has a point yet.")
    extent.scale(_AROUND)
    if extent.isEmpty():
        extent.grow(_ALONE)
    canvas.setReferencedExtent(QgsReferencedRectangle(extent, layer.crs()))
    canvas.refresh()
    return ""


def _equal(column: str, value: str | None) -> str:
    if value is None:
        return f"trim(coalesce(\"{column}\", '')) = ''"
    return QgsExpression.createFieldEqualityExpression(column, value)
