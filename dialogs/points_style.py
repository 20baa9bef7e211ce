"""Keeps the map of a store quick and readable: names by scale, styles by number of records."""

from __future__ import annotations

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject

from ..layers.labels import switch_names
from ..layers.named_styles import Dress, fit_styles
from ..layers.township_style import county_townships
from .connections import Connections
from .workspace import Workspace


class PointsStyle(QObject):
    """Follows the scale of the map and the style of the store's layer."""

    def __init__(
        self, workspace: Workspace, canvas: QgsMapCanvas, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._canvas = workspace, canvas
        self._fitting = False
        self._connections, self._of_layer = Connections(), Connections()
        self._connections.add(canvas.scaleChanged, self._follow)
        self._connections.add(workspace.changed, self._store_changed)
        self._store_changed()

    def close(self) -> None:
        """Follow no longer; names are left to QGIS."""
        self._connections.drop()
        self._of_layer.drop()
        if self._workspace.layer is not None:
            switch_names(self._workspace.layer, 0)

    def _store_changed(self) -> None:
        self._of_layer.drop()
        layer = self._workspace.layer
        if layer is not None:
            self._of_layer.add(layer.styleManager().currentStyleChanged, self._follow)
            self._follow()

    def _follow(self, *_what: object) -> None:
        layer = self._workspace.layer
        if layer is None or self._fitting:
            return
        self._fitting = True  # which goes through the styles, each of which is told of
        try:
            fit_styles(layer, self._dress)
        finally:
            self._fitting = False
        switch_names(layer, self._canvas.scale())

    def _dress(self) -> Dress:
        held = self._workspace
        townships = county_townships(held.divisions, held.county)
        return Dress(held.products, held.county_names, townships)
