"""Gives basemaps their keys back when a project that shows them is opened."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import Qgis, QgsMapLayer, QgsProject
from qgis.gui import QgsMessageBar, QgsMessageBarItem
from qgis.PyQt.QtCore import QObject, QTimer

from ..layers.basemap_group import basemap_layers
from ..layers.basemap_keys import (
    give_key,
    has_key,
    missing_key,
    needs_key,
    unlock_quietly,
    without_key,
)
from ..translation import render, tr
from .connections import Connections
from .messages import say, take_back


class BasemapKeys(QObject):
    """Watches a project; ``enter_key`` is offered where a key is missing."""

    def __init__(
        self,
        project: QgsProject,
        bar: QgsMessageBar,
        enter_key: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project, self._bar, self._enter_key = project, bar, enter_key
        self._waiting: set[str] = set()
        self._said: list[QgsMessageBarItem] = []
        # Not in the middle of reading a project.
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._connections = Connections()
        self._connections.add(self._timer.timeout, self._restore)
        self._connections.add(project.layersAdded, self._layers_added)
        self._layers_added(list(project.mapLayers().values()))

    def close(self) -> None:
        """Watch no longer."""
        self._timer.stop()
        self._connections.drop()
        take_back(self._bar, self._said)

    def _layers_added(self, layers: list[QgsMapLayer]) -> None:
        for layer in layers:
            if not give_key(layer):
                self._waiting.add(layer.id())
        if self._waiting:
            self._timer.start(0)

    def _restore(self) -> None:
        layers = [self._project.mapLayer(found) for found in self._waiting]
        self._waiting.clear()
        missing = {needs_key(layer) for layer in layers if layer is not None}
        if any(map(has_key, missing)):
            unlock_quietly()
        self._tell(without_key(layer for layer in layers if layer is not None))

    def _unlock(self) -> None:
        """Let QGIS ask for its master password."""
        self._tell(without_key(basemap_layers(self._project), ask=True))

    def _tell(self, layers: list[QgsMapLayer]) -> None:
        """Say which keys are missing, once each, in place of what was said before."""
        take_back(self._bar, self._said)
        for service in sorted({needs_key(layer) for layer in layers}):
            buttons = {tr("Unlock…"): self._unlock} if has_key(service) else {}
            buttons[tr("Enter the key…")] = self._enter_key
            text = render(missing_key(service))
            self._said.append(say(self._bar, text, Qgis.MessageLevel.Warning, buttons))
