"""Marks on the map: points, lines and words at places in degrees, in any CRS of the map."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import Qgis, QgsGeometry, QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem, QgsRubberBand
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from .connections import Connections
from .map_points import on_map

HERE, THERE = QColor("#e4572e"), QColor("#2a6fb5")  # the record in hand, another one
_HALO = QColor(255, 255, 255, 220)


class MapLabel(QgsMapCanvasItem):
    """A word beside a point of the map, with a halo, the same size at every scale."""

    def __init__(self, canvas: QgsMapCanvas, text: str, colour: QColor, side: int = 1) -> None:
        """``side``: 1 above the point, -1 below, so that two near words stay apart."""
        super().__init__(canvas)
        self.text, self._colour, self._font = text, colour, canvas.font()
        self._font.setBold(True)
        self._offset = QPointF(12, -8 if side > 0 else 8 + QFontMetricsF(self._font).ascent())
        self._place: QgsPointXY | None = None
        self.setZValue(200)

    def put(self, place: QgsPointXY | None) -> None:
        """Stand beside a point of the map, in its CRS; None hides."""
        self._place = place
        self.setVisible(place is not None)
        self.updatePosition()

    def updatePosition(self) -> None:
        """Follow the map."""
        if self._place is not None:
            self.setPos(self.toCanvasCoordinates(self._place))

    def boundingRect(self) -> QRectF:
        """Return the rectangle that is painted, in pixels."""
        words = QFontMetricsF(self._font).boundingRect(self.text)
        return words.translated(self._offset).adjusted(-4, -4, 4, 4)

    def paint(self, painter: QPainter, option=None, widget=None) -> None:
        """Draw the word."""
        path = QPainterPath()
        path.addText(self._offset, self._font, self.text)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.strokePath(path, QPen(_HALO, 4))
        painter.fillPath(path, self._colour)


class MapMarks:
    """Several marks that are shown, follow the map's CRS and go together."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._items: list[tuple[QgsMapCanvasItem, Callable[[], None]]] = []
        self._connections = Connections()
        self._connections.add(canvas.destinationCrsChanged, self._place_all)

    def point(
        self, point: QgsPointXY, colour: QColor = HERE, text: str = "", side: int = 1
    ) -> None:
        """Ring a point in CGCS2000 degrees, a word beside it."""
        ring = self._band(Qgis.GeometryType.Point, colour, 3)
        ring.setIcon(QgsRubberBand.IconType.ICON_CIRCLE)
        ring.setIconSize(16)
        self._add(ring, lambda: self._draw(ring, [point]))
        if text:
            label = MapLabel(self._canvas, text, colour, side)
            self._add(label, lambda: label.put(on_map(self._canvas, point)))

    def line(self, start: QgsPointXY, end: QgsPointXY, colour: QColor, text: str = "") -> None:
        """Join two points in CGCS2000 degrees, a word at the middle."""
        band = self._band(Qgis.GeometryType.Line, colour, 2)
        band.setLineStyle(Qt.PenStyle.DashLine)
        self._add(band, lambda: self._draw(band, [start, end]))
        if text:
            middle = QgsPointXY((start.x() + end.x()) / 2, (start.y() + end.y()) / 2)
            label = MapLabel(self._canvas, text, colour)
            self._add(label, lambda: label.put(on_map(self._canvas, middle)))

    def clear(self) -> None:
        """Take all marks off the map."""
        for item, _place in self._items:
            if not sip.isdeleted(item) and item.scene() is not None:
                item.scene().removeItem(item)
        self._items.clear()

    def close(self) -> None:
        """Take all marks off and follow the map no more."""
        self.clear()
        self._connections.drop()

    def _band(self, kind: Qgis.GeometryType, colour: QColor, width: int) -> QgsRubberBand:
        band = QgsRubberBand(self._canvas, kind)
        band.setStrokeColor(colour)
        band.setSecondaryStrokeColor(_HALO)
        band.setFillColor(QColor(0, 0, 0, 0))
        band.setWidth(width)
        return band

    def _add(self, item: QgsMapCanvasItem, place: Callable[[], None]) -> None:
        self._items.append((item, place))
        place()

    def _draw(self, band: QgsRubberBand, points: list[QgsPointXY]) -> None:
        places = [on_map(self._canvas, point) for point in points]
        if None in places:
            band.reset()
        elif len(places) == 1:
            band.setToGeometry(QgsGeometry.fromPointXY(places[0]), None)
        else:
            band.setToGeometry(QgsGeometry.fromPolylineXY(places), None)

    def _place_all(self) -> None:
        for item, place in self._items:
            if not sip.isdeleted(item):
                place()


class PointMark:
    """The mark of the record in the open form."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._marks = MapMarks(canvas)

    def show(self, point: QgsPointXY | None, text: str = "") -> None:
        """Ring a point in CGCS2000 degrees; None shows nothing."""
        self._marks.clear()
        if point is not None:
            self._marks.point(point, HERE, text)

    def close(self) -> None:
        """Leave the map."""
        self._marks.close()
