"""The desk: puts the windows, the map tools and the store in hand together."""

from __future__ import annotations

from qgis.core import QgsProject

from .connections import Connections
from .workspace import Workspace


class Desk:
    """Everything of ours in QGIS's window; made when QGIS starts us, removed at unload."""

    def __init__(self, iface) -> None:
        self.iface = iface
        self.workspace = Workspace(QgsProject.instance())
        self._connections = Connections()

    def install(self) -> None:
        """Add toolbar, menu and docks."""

    def remove(self) -> None:
        """Take everything back, in reverse order."""
        self._connections.drop()
        self.workspace.close()
