"""The map tool for points that are there: a click opens the record, a drag moves its point."""

from __future__ import annotations

from typing import NamedTuple

from qgis.core import (
    Qgis,
    QgsCsException,
    QgsFeatureRequest,
    QgsPointLocator,
    QgsPointXY,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import (
    QgsAdvancedDigitizingDockWidget,
    QgsMapCanvas,
    QgsMapMouseEvent,
    QgsMapTool,
    QgsMapToolAdvancedDigitizing,
    QgsSnapIndicator,
)
from qgis.PyQt.QtCore import QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QApplication, QMenu

from ..core.errors import OriginTraceError
from ..layers.nearby import measure, text_of
from ..layers.placing import degrees_of, place_point
from ..translation import tr
from .connections import Connections
from .map_points import degrees_at, on_map
from .messages import error_text
from .point_mark import HERE, MapMarks
from .workspace import Workspace

_COLUMNS = ("uuid", "subject_name", "product")
_LOOKED_AT = 500  # of a crowd under the pointer
_LISTED = 12  # entries of the menu


class Found(NamedTuple):
    """A record under the pointer; ``point`` in CGCS2000 degrees."""

    pixels: float
    fid: int
    uuid: str
    title: str
    point: QgsPointXY


class _Others(QgsPointLocator.MatchFilter):
    """Lets snap to everything but the point that is being moved."""

    def __init__(self, layer: QgsVectorLayer, fid: int) -> None:
        super().__init__()
        self._layer, self._fid = layer.id(), fid

    def acceptMatch(self, match: QgsPointLocator.Match) -> bool:
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
        self.current = ""  # uuid of the record in the form: it goes first where several lie
        self._workspace = workspace
        self._snap = QgsSnapIndicator(canvas)
        self._marks = MapMarks(canvas)
        self._pressed: QPoint | None = None
        self._held: Found | None = None
        self._layer_id = ""
        self._menu: QMenu | None = None
        self._connections = Connections()
        self._connections.add(workspace.changed, self._put_back)

    def close(self) -> None:
        """Leave the map for good."""
        self._connections.drop()
        self.canvas().unsetMapTool(self)
        self._put_back()
        self._marks.close()
        self._snap = None
        self.deleteLater()
