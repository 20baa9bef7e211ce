"""How many records a query finds, counted in the background while it is being made."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..core.query import Query
from ..layers.query_task import CountTask, Found, Index, ReadIndex
from .connections import Connections
from .messages import error_text
from .workspace import Workspace

_TYPING_MS = 250  # of rest before a query is counted
_SETTLE_MS = 1000  # after the store changed, before it is read anew


class QueryCount(QObject):
    """Counts the latest question only. ``changed``: another count, or none as yet."""

    changed = pyqtSignal()
    was_read = pyqtSignal(object)  # the Index

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self.found: Found | None = None
        self.problem = ""  # why nothing could be counted
        self._workspace = workspace
        self._query: Query | None = None
        self._index: Index | None = None
        self._reading: ReadIndex | None = None
        self._counting: CountTask | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go)
        self._of_layer = Connections()

    def ask(self, query: Query | None) -> None:
        """Count what a query finds, after a moment; None: there is nothing to be counted."""
        self._query = query
        self._wait(_TYPING_MS)

    def follow_store(self) -> None:
        """Begin with the store in hand, and look out for what is written into it."""
        self.rest()
        layer = self._workspace.layer
        if layer is not None:
            for signal in (layer.dataChanged, layer.afterCommitChanges):
                self._of_layer.add(signal, self._outdated)

    def rest(self) -> None:
        """Stop all work and let the records go."""
        self._of_layer.drop()
        self._timer.stop()
        self._stop_reading()
        self._stop_counting()
        self._query = self._index = self.found = None

    def _wait(self, milliseconds: int) -> None:
        self._stop_counting()
        self.found, self.problem = None, ""
        self._timer.start(milliseconds)
        self.changed.emit()

    def _outdated(self) -> None:
        self._stop_reading()
        self._index = None
        self._wait(_SETTLE_MS)

    def _go(self) -> None:
        if self._query is None or self._reading is not None or self._workspace.layer is None:
            return
        path = self._workspace.path
        if self._index is None:
            self._reading = ReadIndex(path, self._read_ended)
            QgsApplication.taskManager().addTask(self._reading)
        else:
            self._counting = CountTask(path, self._index, self._query, self._count_ended)
            QgsApplication.taskManager().addTask(self._counting)

    def _read_ended(self, task: ReadIndex) -> None:
        if sip.isdeleted(self):
            return
        self._reading, self._index = None, task.index
        if task.error is not None:
            self._fail(task)
        elif task.index is not None:
            self.was_read.emit(task.index)
            self._go()

    def _count_ended(self, task: CountTask) -> None:
        if sip.isdeleted(self):
            return
        self._counting, self.found = None, task.found
        if task.error is not None:
            self._fail(task)
        else:
            self.changed.emit()

    def _fail(self, task: ReadIndex | CountTask) -> None:
        self.problem = error_text(task.error)
        self.changed.emit()

    def _stop_reading(self) -> None:
        if self._reading is not None:
            self._reading.forget()
            self._reading = None

    def _stop_counting(self) -> None:
        if self._counting is not None:
            self._counting.forget()
            self._counting = None
