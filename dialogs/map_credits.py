"""Says on the map whose basemap it shows, as OpenStreetMap and others ask for."""

from __future__ import annotations

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtWidgets import QLabel

from ..layers.basemaps import attributions
from .connections import Connections

_MARGIN = 4  # pixels


class MapCredits(QLabel):
    """A line in the lower right corner of the map; the mouse goes through it."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setTextFormat(Qt.TextFormat.PlainText)
        # Ground and ink are both set: it reads the same on any map and in any theme.
        self.setStyleSheet("color: #333333; background: rgba(255, 255, 255, 190); padding: 1px 4px")
        self._connections = Connections()
        self._connections.add(canvas.layersChanged, self._show)
        canvas.viewport().installEventFilter(self)
        self._show()

    def close(self) -> None:
        """Take it off the map."""
        self._connections.drop()
        self._canvas.viewport().removeEventFilter(self)
        self.hide()

    def _show(self) -> None:
        self.setText("  ".join(attributions(self._canvas.layers())))
        self.setVisible(bool(self.text()))
        self.adjustSize()
        corner = self._canvas.viewport().geometry().bottomRight()
        self.move(corner.x() - self.width() - _MARGIN, corner.y() - self.height() - _MARGIN)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the corner."""
        if event.type() == QEvent.Type.Resize:
            self._show()
        return False
