"""Keeps points that are drawn by what is due true to their records and to the day."""

from __future__ import annotations

from datetime import date

from qgis.PyQt.QtCore import QObject, QTimer

from ..layers.due_style import refresh_due
from .connections import Connections
from .workspace import Workspace

_SETTLE_MS = 1000  # after edits, before the points are judged anew
_DAY_MS = 10 * 60 * 1000  # how often it is asked whether another day has begun


class DuePoints(QObject):
    """Judges the points of the store in hand where their style asks for it."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._day = date.today()
        self._connections, self._of_layer = Connections(), Connections()
        # At once, but after whoever goes through the styles has come back to the one in use.
        self._next, self._soon, self._clock = QTimer(self), QTimer(self), QTimer(self)
        for timer, wait in ((self._next, 0), (self._soon, _SETTLE_MS)):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            self._connections.add(timer.timeout, self._judge)
        self._connections.add(self._clock.timeout, self._look_at_clock)
        self._connections.add(workspace.changed, self._store_changed)
        self._clock.start(_DAY_MS)
        self._store_changed()

    def close(self) -> None:
        """Judge no longer; the points stay as they are drawn."""
        for timer in (self._next, self._soon, self._clock):
            timer.stop()
        self._of_layer.drop()
        self._connections.drop()

    def _store_changed(self) -> None:
        self._of_layer.drop()
        layer = self._workspace.layer
        if layer is None:
            return
        add = self._of_layer.add
        add(layer.styleManager().currentStyleChanged, lambda _name: self._next.start())
        for signal in (layer.dataChanged, layer.afterCommitChanges, layer.afterRollBack):
            add(signal, lambda: self._soon.start())
        add(layer.undoStack().indexChanged, lambda _index: self._soon.start())
        self._next.start()

    def _judge(self) -> None:
        layer = self._workspace.layer
        if layer is not None:
            self._day = date.today()
            refresh_due(layer, self._workspace.products, self._day)

    def _look_at_clock(self) -> None:
        if date.today() != self._day:
            self._judge()
