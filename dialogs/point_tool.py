"""The map tool that asks for a place: for a new point, a point to correct, a record without one.

It stands on QGIS's advanced digitising, so snapping, the advanced digitising panel
and typed coordinates work. It edits nothing and needs no layer in edit mode
(QgsMapToolDigitizeFeature would refuse to work without one); who asked does the rest.
"""

from __future__ import annotations

from qgis.core import Qgis, QgsPointLocator, QgsPointXY
from qgis.gui import (
    QgsAdvancedDigitizingDockWidget,
    QgsMapCanvas,
    QgsMapMouseEvent,
    QgsMapTool,
    QgsMapToolAdvancedDigitizing,
    QgsSnapIndicator,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent

from ..translation import tr
from .connections import Connections
from .map_points import degrees_at
from .workspace import Workspace


class PointTool(QgsMapToolAdvancedDigitizing):
    """Waits for a click and tells the place in CGCS2000 degrees."""

    placed = pyqtSignal(QgsPointXY)  # CGCS2000 degrees, at full precision
    cancelled = pyqtSignal()  # Esc, another tool, or the store was closed

    def __init__(
        self,
        canvas: QgsMapCanvas,
        cad_dock: QgsAdvancedDigitizingDockWidget,
        workspace: Workspace,
    ) -> None:
        super().__init__(canvas, cad_dock)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._workspace = workspace
        self._snap = QgsSnapIndicator(canvas)
        self._what, self._once, self._waiting = "", True, False
        self._before: QgsMapTool | None = None
        self._connections = Connections()
        self._connections.add(workspace.changed, self._store_changed)

    def ask(self, what: str = "", once: bool = True) -> None:
        """Take the map and wait for a click.

        ``what``: whose place it is, such as 张三 · 豇豆, shown to the person;
        ``once``: give the map back to the tool before after one click.
        """
        canvas = self.canvas()
        active = canvas.mapTool() is self
        if active and self._waiting:
            self.cancelled.emit()  # to who asked before
        self._what, self._once, self._waiting = what, once, True
        if active:
            self._hint()
        else:
            self._before = canvas.mapTool()
            canvas.setMapTool(self)

    def stop(self) -> None:
        """Give the map back to the tool before."""
        if self.canvas().mapTool() is not self:
            return
        before = self._before
        self._before = None
        if before is not None and not sip.isdeleted(before):
            self.canvas().setMapTool(before)
        else:
            self.canvas().unsetMapTool(self)

    def close(self) -> None:
        """Leave the map for good; nothing is told any more."""
        self._waiting = False
        self._connections.drop()
        self.stop()
        self._snap = None
        self.deleteLater()

    # --- what QGIS calls ------------------------------------------------------------

    def flags(self) -> QgsMapTool.Flags:
        """Say that QGIS need not take the tool away while the layer is not in edit mode."""
        return QgsMapTool.Flag(0)

    def activate(self) -> None:
        """Wait; QGIS also comes here where a button with this tool is pressed."""
        super().activate()
        self._waiting = True
        self._hint()

    def deactivate(self) -> None:
        """Tell who asked that no place will come."""
        self._show_snap(None)
        super().deactivate()
        self.messageDiscarded.emit()
        waited, self._waiting = self._waiting, False
        self._what, self._once = "", True
        if waited:
            self.cancelled.emit()

    def cadCanvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        """Show what the pointer snaps to."""
        self._show_snap(event)

    def cadCanvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        """Tell the place."""
        if event.button() != Qt.MouseButton.LeftButton or not self._waiting:
            return
        if self._workspace.layer is None:
            self._warn(tr("No store is open: open one, then place the point."))
            return
        point = degrees_at(self.canvas(), event.mapPoint())
        if point is None:
            self._warn(tr("The map's coordinates do not reach this place: zoom to the county."))
            return
        self._show_snap(None)
        if self._once:
            self._waiting = False
            self.stop()
        self.placed.emit(point)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Stop at Esc."""
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.stop()
        else:
            super().keyPressEvent(event)

    # --- inside ------------------------------------------------------------------------

    def _hint(self) -> None:
        if self._what:
            text = tr("Click where {what} lies; Esc to stop.").format(what=self._what)
        else:
            text = tr("Click where the new point lies; Esc to stop.")
        self.messageEmitted.emit(text, Qgis.MessageLevel.Info)

    def _warn(self, text: str) -> None:
        self.messageEmitted.emit(text, Qgis.MessageLevel.Warning)

    def _show_snap(self, event: QgsMapMouseEvent | None) -> None:
        if self._snap is not None:
            match = QgsPointLocator.Match() if event is None else event.mapPointMatch()
            self._snap.setMatch(match)

    def _store_changed(self) -> None:
        if self._workspace.layer is None:
            self.stop()
