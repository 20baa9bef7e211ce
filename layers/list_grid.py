"""The squares over a map by which its list says where a base lies (see core.map_squares)."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsLayoutItemMap,
    QgsLayoutItemMapGrid,
    QgsLineSymbol,
    QgsPointXY,
    QgsTextFormat,
)
from qgis.PyQt.QtGui import QColor

from ..core.map_squares import ACROSS, DOWN, square_of
from ..core.schema import Record
from . import fonts
from .records import CGCS2000

_LINE, _FIGURE = "#a9b7c6", "#4a6076"


def add_squares(item: QgsLayoutItemMap, size: float) -> None:
    """Draw the squares with their letters and figures, ``size`` in points."""
    wide, high = item.rect().width() / ACROSS, item.rect().height() / DOWN
    for grid in item.grids().asList():  # of the graticule only the figures at the frame
        grid.setStyle(QgsLayoutItemMapGrid.GridStyle.FrameAnnotationsOnly)
    lines = _grid(item, "ot_squares", wide, high, 0)
    lines.setStyle(QgsLayoutItemMapGrid.GridStyle.Solid)
    lines.setLineSymbol(QgsLineSymbol.createSimple({"color": _LINE, "width": "0.1"}))
    names = _grid(item, "ot_square_names", wide, high, 0.5)
    names.setStyle(QgsLayoutItemMapGrid.GridStyle.FrameAnnotationsOnly)
    names.setAnnotationEnabled(True)
    names.setAnnotationFormat(QgsLayoutItemMapGrid.AnnotationFormat.CustomFormat)
    names.setAnnotationExpression(
        f"if(@grid_axis = 'x', char(65 + floor(@grid_number / {wide})),"
        f" to_string({DOWN} - floor(@grid_number / {high})))"
    )
    text = QgsTextFormat()
    text.setFont(fonts.font_of(fonts.HEADING))
    text.setSize(size)
    text.setSizeUnit(Qgis.RenderUnit.Points)
    text.setColor(QColor(_FIGURE))
    names.setAnnotationTextFormat(text)
    side, show = QgsLayoutItemMapGrid.BorderSide, QgsLayoutItemMapGrid.DisplayMode
    shown = {side.Top: show.LongitudeOnly, side.Left: show.LatitudeOnly}
    for border in (side.Top, side.Left, side.Right, side.Bottom):
        names.setAnnotationDisplay(shown.get(border, show.HideAll), border)
        names.setAnnotationPosition(QgsLayoutItemMapGrid.AnnotationPosition.InsideMapFrame, border)
        names.setAnnotationDirection(QgsLayoutItemMapGrid.AnnotationDirection.Horizontal, border)


def _grid(
    item: QgsLayoutItemMap, name: str, wide: float, high: float, shift: float
) -> QgsLayoutItemMapGrid:
    """Add a grid of squares on the paper, in mm; ``shift`` in squares."""
    grid = QgsLayoutItemMapGrid(name, item)
    grid.setUnits(QgsLayoutItemMapGrid.GridUnit.MM)
    grid.setIntervalX(wide)
    grid.setIntervalY(high)
    grid.setOffsetX(wide * shift)
    grid.setOffsetY(high * shift)
    item.grids().addGrid(grid)
    return grid


def square_reader(item: QgsLayoutItemMap) -> Callable[[Record], str]:
    """Return a function that gives the square of a record on a map; "" off the map."""
    extent = item.extent()
    transform = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem(CGCS2000), item.crs(), item.layout().project()
    )

    def square(record: Record) -> str:
        if record["lon"] is None:
            return ""
        point = transform.transform(QgsPointXY(record["lon"], record["lat"]))
        return square_of(
            (point.x() - extent.xMinimum()) / extent.width(),
            (extent.yMaximum() - point.y()) / extent.height(),
        )

    return square
