"""Notices what happens to one feature of a layer outside of its window."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from .connections import Connections


class RecordWatch(QObject):
    """Says once, after a burst of signals, that the feature or the layer's editing changed."""

    changed = pyqtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fid = 0
        self._paused = False
        self._connections = Connections()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.changed)

    def begin(self, layer: QgsVectorLayer, fid: int) -> None:
        """Watch a feature, and no other."""
        self.end()
        self._fid = fid
        add = self._connections.add
        for signal in (layer.attributeValueChanged, layer.geometryChanged, layer.featureDeleted):
            add(signal, self._of_one)
        for signal in (
            layer.featureAdded,  # also the one that a commit gives another number
            layer.editingStarted,
            layer.editingStopped,
            layer.afterCommitChanges,
            layer.readOnlyChanged,
        ):
            add(signal, self._of_layer)

    def end(self) -> None:
        """Watch nothing."""
        self._connections.drop()
        self._soon.stop()

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Overlook what is done here."""
        self._paused = True
        try:
            yield
        finally:
            self._paused = False

    def _of_one(self, fid: int, *_: object) -> None:
        if fid == self._fid:
            self._of_layer()

    def _of_layer(self, *_: object) -> None:
        if not self._paused:
            self._soon.start()
