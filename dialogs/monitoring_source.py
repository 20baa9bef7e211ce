"""Keeps the monitoring of the store in hand: counted in the background, renewed after changes."""

from __future__ import annotations

from datetime import date

from qgis.core import QgsApplication
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..core.boundary import Boundary
from ..core.errors import OriginTraceError
from ..core.monitoring_table import Monitoring
from ..layers.monitoring import MonitoringTask
from ..layers.store_task import own_context
from ..translation import tr
from .connections import Connections
from .messages import error_text
from .workspace import Workspace

_SETTLE_MS = 700  # after a change, before the store is counted anew


class MonitoringSource(QObject):
    """The figures of a day, and a signal of what becomes of them.

    ``monitoring`` is None until they are counted, ``boundary`` the file (as QGIS names it)
    that points are tested against, "" without one.
    """

    changed = pyqtSignal()  # the figures, or how their counting stands

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self.monitoring: Monitoring | None = None
        self.problem = self.boundary = self.boundary_problem = ""
        self._workspace = workspace
        self._day: date | None = None
        self._task: MonitoringTask | None = None
        self._awake, self._again = False, False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLE_MS)
        self._timer.timeout.connect(self.refresh)
        self._connections, self._of_layer = Connections(), Connections()
        self._connections.add(workspace.changed, self._store_changed)
        self._connections.add(workspace.boundary_changed, self._timer.start)
        self._store_changed()

    @property
    def day(self) -> date:
        """The day that counts: today, unless another was chosen."""
        return self._day or date.today()

    @property
    def counting(self) -> bool:
        """Whether the store is being counted."""
        return self._task is not None

    @property
    def has_store(self) -> bool:
        """Whether a store is open."""
        return self._workspace.layer is not None

    @property
    def has_edits(self) -> bool:
        """Whether there are edits that are not saved, and not counted."""
        layer = self._workspace.layer
        return layer is not None and layer.isModified()

    def set_day(self, day: date) -> None:
        """Count for another day; today stays today, also tomorrow."""
        self._day = None if day == date.today() else day
        self.refresh()

    def refresh(self) -> None:
        """Count again, in the background; the old figures stay until then."""
        if not self.has_store:
            return
        if self._task is not None or not self._awake:
            self._again = True
            return
        self._again = False
        self._timer.stop()
        self._task = MonitoringTask(self._workspace.path, self.day, self._inside(), self._counted)
        QgsApplication.taskManager().addTask(self._task)
        self.changed.emit()

    def wake(self) -> None:
        """Count when need be: somebody looks."""
        self._awake = True
        outdated = self.monitoring is not None and self.monitoring.day != self.day
        if self._again or outdated:
            self.refresh()

    def sleep(self) -> None:
        """Count no more until somebody looks again."""
        self._awake = False
        if self._task is not None:
            self._drop()
            self._again = True
            self.changed.emit()

    def close(self) -> None:
        """Stop counting and let all signals go."""
        self._awake = False
        self._timer.stop()
        self._of_layer.drop()
        self._connections.drop()
        self._drop()

    def _store_changed(self) -> None:
        self._timer.stop()
        self._of_layer.drop()
        self._drop()
        self.monitoring, self.problem, self._again = None, "", False
        layer = self._workspace.layer
        if layer is not None:
            for signal in (layer.dataChanged, layer.afterCommitChanges):
                self._of_layer.add(signal, lambda: self._timer.start())
            for signal in (layer.layerModified, layer.afterRollBack):
                self._of_layer.add(signal, lambda: self.changed.emit())
        self.changed.emit()
        self.refresh()

    def _inside(self) -> Boundary | None:
        """Return the boundary for a thread of its own; what the sheets can be made with too."""
        self.boundary = self.boundary_problem = ""
        layer = self._workspace.boundary
        if layer is None:
            return None
        if layer.providerType() != "ogr":
            self.boundary_problem = tr(
                "The boundary layer is not a file: points are not tested against it here."
            )
            return None
        try:
            inside = own_context(self._workspace.context).inside
        except OriginTraceError as error:
            self.boundary_problem = error_text(error)
            return None
        self.boundary = layer.source()
        return inside

    def _drop(self) -> None:
        if self._task is not None:
            self._task.forget()
            self._task = None

    def _counted(self, task: MonitoringTask) -> None:
        if sip.isdeleted(self):
            return
        self._task = None
        if task.monitoring is not None:
            self.monitoring, self.problem = task.monitoring, ""
        elif task.error is not None:
            self.problem = error_text(task.error)
        self.changed.emit()
        if self._again:
            self._timer.start()
