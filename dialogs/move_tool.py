"""The map tool for points that are there: a click opens the record, a drag moves its point."""

from __future__ import annotations

from qgis.core import Qgis, QgsPointLocator, QgsPointXY, QgsVectorLayer
from qgis.gui import (
    QgsAdvancedDigitizingDockWidget,
    QgsMapCanvas,
    QgsMapMouseEvent,
    QgsMapTool,
    QgsMapToolAdvancedDigitizing,
    QgsSnapIndicator,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QApplication, QMenu

from ..core.errors import OriginTraceError
from ..layers.nearby import measure
from ..layers.placing import place_point
from ..translation import tr
from .connections import Connections
from .map_points import degrees_at
from .messages import error_text
from .point_mark import HERE, MapMarks
from .records_under import Found, records_under
from .workspace import Workspace

_LISTED = 12  # entries of the menu


class _Others(QgsPointLocator.MatchFilter):
    """Lets snap to everything but the point that is being moved."""

    def __init__(self, layer: QgsVectorLayer, fid: int) -> None:
        super().__init__()
        self._layer, self._fid = layer.id(), fid

    def acceptMatch(self, match: QgsPointLocator.Match) -> bool:
        """Return whether a match is not the point itself."""
        layer = match.layer()
        return layer is None or layer.id() != self._layer or match.featureId() != self._fid


class MoveTool(QgsMapToolAdvancedDigitizing):
    """Chooses and moves points of the store in hand."""

    chosen = pyqtSignal(str)  # uuid of the record that was clicked
    moved = pyqtSignal(str, QgsPointXY)  # uuid and new place, CGCS2000 degrees

    def __init__(
        self,
        canvas: QgsMapCanvas,
        cad_dock: QgsAdvancedDigitizingDockWidget,
        workspace: Workspace,
    ) -> None:
        super().__init__(canvas, cad_dock)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoSnapEnabled(False)  # a dragged point would snap to itself
        self.current = ""  # uuid of the record in the form: where several lie, it is the one
        self._workspace = workspace
        self._snap = QgsSnapIndicator(canvas)
        self._marks = MapMarks(canvas)
        self._pressed: QPoint | None = None
        self._under: list[Found] = []
        self._held: Found | None = None
        self._layer_id = ""
        self._menu: QMenu | None = None
        self._connections = Connections()
        self._connections.add(workspace.changed, self._put_back)
        self._connections.add(canvas.keyPressed, self._key)

    def close(self) -> None:
        """Leave the map for good."""
        self._connections.drop()
        if self._menu is not None and not sip.isdeleted(self._menu):
            self._menu.close()
        self.canvas().unsetMapTool(self)
        self._put_back()
        self._marks.close()
        self._snap = None
        self.deleteLater()

    # --- what QGIS calls ------------------------------------------------------------

    def flags(self) -> QgsMapTool.Flags:
        """Say that QGIS need not take the tool away while the layer is not in edit mode."""
        return QgsMapTool.Flag(0)

    def activate(self) -> None:
        """Say what the tool does."""
        super().activate()
        self._say(tr("Click a point to open its record, drag it to move it."))

    def deactivate(self) -> None:
        """Put back what is being dragged."""
        self._put_back()
        super().deactivate()
        self.messageDiscarded.emit()

    def cadCanvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        """Take hold of the records under the pointer."""
        layer = self._workspace.layer
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._put_back()
        if layer is None:
            self._say(tr("No store is open: open one first."), Qgis.MessageLevel.Warning)
            return
        self._pressed, self._layer_id = event.originalPixelPoint(), layer.id()
        self._under = records_under(self.canvas(), layer, self._pressed)

    def cadCanvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        """Drag once the pointer has left the spot where it was pressed."""
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if self._held is None:
            way = (event.originalPixelPoint() - self._pressed).manhattanLength()
            if way < QApplication.startDragDistance() or not self._take():
                return
        target = self._target(event)
        self._marks.clear()
        if target is not None:
            metres = measure().measureLine(self._held.point, target)
            self._marks.line(self._held.point, target, HERE, f"{metres:,.1f} m")
            self._marks.point(target, HERE, self._held.title)

    def cadCanvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        """Move what was dragged, or choose what was clicked."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        held, under = self._held, self._under
        target = self._target(event) if held is not None else None
        way = (event.originalPixelPoint() - self._pressed).manhattanLength()
        self._put_back()
        if held is not None:
            self._move(held, target)
        elif way < QApplication.startDragDistance():
            self._choose(under, self.canvas().viewport().mapToGlobal(event.originalPixelPoint()))

    # --- choosing ----------------------------------------------------------------------

    def _choose(self, under: list[Found], where: QPoint) -> None:
        if len(under) == 1:
            self._chose(under[0])
        elif under:
            self._menu = menu = QMenu(self.canvas())
            for found in under[:_LISTED]:
                action = menu.addAction(found.title)
                action.triggered.connect(lambda _checked=False, one=found: self._chose(one))
            if len(under) > _LISTED:
                more = tr("… {count} more: zoom in").format(count=len(under) - _LISTED)
                menu.addAction(more).setEnabled(False)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(where)

    def _chose(self, found: Found) -> None:
        self.current = found.uuid
        self.chosen.emit(found.uuid)

    # --- moving ------------------------------------------------------------------------

    def _take(self) -> bool:
        """Hold the one record that is meant; where several lie together, only the current one."""
        meant = self._under
        if len(meant) > 1:
            meant = [found for found in meant if found.uuid == self.current]
            if not meant:
                text = tr("Several records lie here: click to choose one, then drag it.")
                self._say(text, Qgis.MessageLevel.Warning)
        if not meant:
            self._pressed = None
            return False
        self._held = meant[0]
        return True

    def _target(self, event: QgsMapMouseEvent) -> QgsPointXY | None:
        """Return where the point would go, CGCS2000 degrees; snapped unless the panel decides."""
        point, layer = event.mapPoint(), self._workspace.layer
        if layer is None or self._held is None:
            return None
        if not self.cadDockWidget().cadEnabled():
            utilities = self.canvas().snappingUtils()
            match = utilities.snapToMap(event.originalMapPoint(), _Others(layer, self._held.fid))
            self._snap.setMatch(match)
            point = match.point() if match.isValid() else event.originalMapPoint()
        return degrees_at(self.canvas(), point)

    def _move(self, held: Found, target: QgsPointXY | None) -> None:
        layer = self._workspace.layer
        if layer is None or layer.id() != self._layer_id:
            return
        if target is None:
            text = tr("The map's coordinates do not reach this place: zoom to the county.")
            self._say(text, Qgis.MessageLevel.Warning)
            return
        try:
            place_point(layer, held.fid, target)
        except OriginTraceError as error:
            self._say(error_text(error), Qgis.MessageLevel.Critical)
            return
        metres = measure().measureLine(held.point, target)
        text = tr("{name} was moved by {metres} m; Ctrl+Z takes it back.")
        self._say(text.format(name=held.title, metres=f"{metres:,.1f}"), Qgis.MessageLevel.Success)
        self.moved.emit(held.uuid, target)

    def _key(self, event: QKeyEvent) -> None:
        """Put back at Esc; the map gives keys to no tool while a button is down."""
        if event.key() == Qt.Key.Key_Escape and self._pressed is not None:
            event.accept()
            self._put_back()

    def _put_back(self) -> None:
        """Let go of what is held; nothing was changed yet."""
        self._pressed, self._held, self._under = None, None, []
        self._marks.clear()
        if self._snap is not None:
            self._snap.setMatch(QgsPointLocator.Match())

    def _say(self, text: str, level: Qgis.MessageLevel = Qgis.MessageLevel.Info) -> None:
        self.messageEmitted.emit(text, level)
