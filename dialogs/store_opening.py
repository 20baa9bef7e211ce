"""How stores come into the window: opened, or with a project; shared ones not for editing."""

from __future__ import annotations

from qgis.core import Qgis, QgsMapLayer, QgsVectorLayer
from qgis.gui import QgsMessageBarItem
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt

from .. import settings
from ..core.errors import OriginTraceError
from ..core.messages import Message
from ..layers.locations import guard_location, shared_place
from ..layers.store_layers import store_path
from ..layers.store_project import add_store, view_extent
from ..translation import render, tr
from .connections import Connections
from .messages import say, say_error, take_back
from .open_store_dialog import OpenStoreDialog
from .workspace import Workspace


class StoreOpening:
    """Opens stores and takes up those that come into the project."""

    def __init__(self, iface, workspace: Workspace) -> None:
        self._iface, self._workspace = iface, workspace
        self._project = workspace.project
        self.window: OpenStoreDialog | None = None
        self._said: list[QgsMessageBarItem] = []  # about shared stores of this project
        self._connections = Connections()
        self._connections.add(self._project.layersAdded, self._layers_added)
        self._connections.add(self._project.cleared, self._forget)
        self._layers_added(list(self._project.mapLayers().values()))

    def close(self) -> None:
        """Watch no longer; close the window."""
        self._connections.drop()
        self._forget()
        if self._window_is_open():
            self.window.close()

    def ask(self, path: str = "") -> None:
        """Show the window that asks for a store; ``path``: the one that is proposed."""
        if not self._window_is_open():
            self.window = OpenStoreDialog(self._project, self._iface.mainWindow())
            self.window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.window.opened.connect(self._opened)
        if path:
            self.window.set_path(path)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def open_path(self, path: str) -> None:
        """Show a store in the project and work in it; what is wrong stands in the bar.

        A store that other computers see too is asked about first.
        """
        if shared_place(path) is not None:
            self.ask(path)
            return
        try:
            layer = add_store(self._project, path)
        except OriginTraceError as error:
            say_error(self._iface.messageBar(), error)
        else:
            self._opened(layer)

    def _window_is_open(self) -> bool:
        return self.window is not None and not sip.isdeleted(self.window)

    def _opened(self, layer: QgsVectorLayer) -> None:
        """Work in a store that was put into the project, and show where it is."""
        if not self._adopt(layer):
            return
        self._workspace.forget_boundary()
        settings.remember_store(self._workspace.path)
        self._iface.setActiveLayer(layer)
        canvas = self._iface.mapCanvas()
        canvas.setReferencedExtent(view_extent(layer, self._workspace.boundary))
        canvas.refresh()

    def _layers_added(self, layers: list[QgsMapLayer]) -> None:
        """Work in the first store that comes into the project; guard all of them."""
        for layer in layers:
            if not store_path(layer):
                continue
            shared = guard_location(layer)
            if shared is not None:
                self._offer_copy(layer, shared)
            if self._workspace.layer is None:
                self._adopt(layer)

    def _adopt(self, layer: QgsVectorLayer) -> bool:
        try:
            self._workspace.adopt(layer)
        except OriginTraceError as error:
            say_error(self._iface.messageBar(), error)
            return False
        return True

    def _offer_copy(self, layer: QgsVectorLayer, why: Message) -> None:
        path = store_path(layer)
        text = f"{render(why)} {tr('It is open for reading only.')}"
        buttons = {tr("Work in a local copy…"): lambda: self.ask(path)}
        bar = self._iface.messageBar()
        self._said.append(say(bar, text, Qgis.MessageLevel.Warning, buttons))

    def _forget(self) -> None:
        take_back(self._iface.messageBar(), self._said)
