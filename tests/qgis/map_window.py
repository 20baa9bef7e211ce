"""A shown map with the store's points, for tests that click on it."""

from __future__ import annotations

from contextlib import contextmanager

from origin_trace.dialogs.map_points import on_map
from origin_trace.dialogs.point_mark import MapLabel
from origin_trace.dialogs.workspace import Workspace
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsSnappingConfig,
    QgsTolerance,
)
from qgis.gui import QgsAdvancedDigitizingDockWidget, QgsMapCanvasSnappingUtils, QgsRubberBand
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

LEFT = Qt.MouseButton.LeftButton
MIDDLE = QgsPointXY(115.0, 26.5)


class Window:
    """The canvas of the tests, what a person does to it, and what it shows."""

    def __init__(self, canvas, layer):
        self.canvas, self.layer = canvas, layer
        bare = set(canvas.scene().items())
        self.dock = QgsAdvancedDigitizingDockWidget(canvas)
        self._panel_items = set(canvas.scene().items()) - bare
        self.workspace = Workspace(QgsProject.instance())
        self.workspace.adopt(layer)
        self.bare = len(canvas.scene().items())
        canvas.setLayers([layer])

    def go(self, crs="EPSG:4490", point=MIDDLE, degrees=0.002):
        """Show a place in a CRS."""
        self.canvas.setDestinationCrs(QgsCoordinateReferenceSystem(crs))
        around = QgsRectangle(point, point).buffered(degrees / 2)
        cgcs2000 = QgsCoordinateReferenceSystem("EPSG:4490")
        self.canvas.setReferencedExtent(QgsReferencedRectangle(around, cgcs2000))

    def pixel(self, point):
        """Return where a point in degrees is drawn."""
        there = self.canvas.getCoordinateTransform().transform(on_map(self.canvas, point))
        return QPoint(round(there.x()), round(there.y()))

    def click(self, pixel, button=LEFT):
        QTest.mouseMove(self.canvas.viewport(), pixel)
        QTest.mouseClick(self.canvas.viewport(), button, pos=pixel)

    def press(self, pixel):
        QTest.mousePress(self.canvas.viewport(), LEFT, pos=pixel)

    def drag_to(self, pixel):
        """Move with the button down, which QTest.mouseMove does not say."""
        viewport = self.canvas.viewport()
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(pixel),
            QPointF(viewport.mapToGlobal(pixel)),
            Qt.MouseButton.NoButton,
            LEFT,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(viewport, event)

    def release(self, pixel):
        QTest.mouseRelease(self.canvas.viewport(), LEFT, pos=pixel)

    def drag(self, start, *pixels):
        self.press(start)
        for pixel in pixels:
            self.drag_to(pixel)
        self.release(pixels[-1])

    def escape(self):
        QTest.keyClick(self.canvas, Qt.Key.Key_Escape)

    def snap(self, pixels=12):
        """Snap to the vertices of all layers."""
        config = QgsSnappingConfig(QgsProject.instance())
        config.setEnabled(True)
        config.setMode(Qgis.SnappingMode.AllLayers)
        config.setTypeFlag(Qgis.SnappingType.Vertex)
        config.setTolerance(pixels)
        config.setUnits(QgsTolerance.UnitType.Pixels)
        utilities = QgsMapCanvasSnappingUtils(self.canvas, self.canvas)
        utilities.setMapSettings(self.canvas.mapSettings())
        utilities.setConfig(config)
        self.canvas.setSnappingUtils(utilities)
        self._utilities = utilities  # the canvas does not keep it alive
        for _ in range(100):  # QGIS builds its index in the background
            QTest.qWait(50)
            if utilities.snapToMap(on_map(self.canvas, MIDDLE)).isValid():
                break

    def close(self):
        """Take the digitising panel away; it would leave its item on the map."""
        self.workspace.close()
        for item in self._panel_items:
            self.canvas.scene().removeItem(item)
        sip.delete(self.dock)

    def left(self):
        """Return how many marks of ours are on the map."""
        items = self.canvas.scene().items()
        return sum(isinstance(item, (QgsRubberBand, MapLabel)) for item in items)

    def untouched(self):
        """Tell whether nothing at all is on the map that was not there at first."""
        return len(self.canvas.scene().items()) == self.bare


@contextmanager
def window_on(canvas, parent, qtbot, layer):
    """Show the canvas with a store's points."""
    parent.setCentralWidget(canvas)
    parent.resize(640, 640)
    with qtbot.waitExposed(parent):
        parent.show()
    before = canvas.snappingUtils()
    window = Window(canvas, layer)
    window.go()
    try:
        yield window
    finally:
        if canvas.mapTool() is not None:
            canvas.unsetMapTool(canvas.mapTool())
        window.close()
        canvas.setSnappingUtils(before)
        canvas.setLayers([])
        if not sip.isdeleted(layer) and layer.isEditable():
            layer.rollBack()
        QgsProject.instance().clear()
