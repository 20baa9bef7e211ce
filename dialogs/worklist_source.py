"""Keeps the worklist of the store in hand: read in the background, edits laid over it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from qgis.core import QgsApplication
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..core.errors import OriginTraceError
from ..core.rules import Context
from ..core.worklist import Worklist
from ..layers.batches import show_again
from ..layers.worklist_tasks import ReadTask, TableTask
from .connections import Connections
from .messages import error_text
from .worklist_edits import WorklistEdits
from .workspace import Workspace

_FEW = 200  # records that are read one by one, rather than the store anew
_SETTLE_MS = 700  # after an edit, before the table is compared or read anew


class WorklistSource(QObject):
    """The worklist, and signals of what becomes of it; one for all who look at it."""

    changed = pyqtSignal()  # entries, or what is known of them
    state_changed = pyqtSignal()  # reading began or ended, the store changed, it failed
    progressed = pyqtSignal(float)  # percent of the reading

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self.worklist = Worklist()
        self.problem = ""  # why the store could not be read
        self.boundary_problem = ""  # why points are not tested against the boundary
        self.loaded = False
        self._workspace = workspace
        self._reading: ReadTask | None = None
        self._comparing: TableTask | None = None
        self._again = False
        self._viewers: set[QObject] = set()
        self._edits = WorklistEdits(lambda: workspace.layer, self._context, self)
        self._edits.changed.connect(self._edited)
        self._edits.outdated.connect(self._read_soon)
        self._read_timer = self._timer(self.refresh)
        self._compare_timer = self._timer(self._compare)
        self._connections = Connections()
        self._connections.add(workspace.changed, self._store_changed)
        self._connections.add(workspace.boundary_changed, self._read_soon)
        self._store_changed()

    def close(self) -> None:
        """Stop reading and let all signals go."""
        self._viewers.clear()
        self._connections.drop()
        self._stop()
        self._edits.follow(None)

    @property
    def reading(self) -> bool:
        """Whether the store is being read."""
        return self._reading is not None

    @property
    def has_store(self) -> bool:
        """Whether a store is open."""
        return self._workspace.layer is not None

    def refresh(self) -> None:
        """Read the store again, in the background; the old list stays until then."""
        if not self.has_store:
            return
        if self._reading is not None or not self._viewers:
            self._again = True
            return
        self._again = False
        self._read_timer.stop()
        self._edits.reading_begins()
        self._reading = ReadTask(
            self._workspace.path, self._context(), date.today(), self._was_read
        )
        self._reading.progressChanged.connect(self.progressed)
        self.state_changed.emit()
        QgsApplication.taskManager().addTask(self._reading)

    def wake(self, viewer: QObject) -> None:
        """Read when need be: somebody looks at the list."""
        self._viewers.add(viewer)
        if self._again:
            self.refresh()

    def sleep(self, viewer: QObject) -> None:
        """Read no more, unless others look, until somebody does; what is being read is left."""
        self._viewers.discard(viewer)
        if self._reading is not None and not self._viewers:
            self._drop_reading()
            self._again = True
            self.state_changed.emit()

    def flush(self) -> None:
        """Bring the list up to date with all edits so far, now."""
        self._edits.flush()

    def written(self, fids: Collection[int]) -> None:
        """Have layer and list show what was written into some records of the store."""
        layer = self._workspace.layer
        if layer is None:
            return
        if len(fids) > _FEW:
            show_again(layer)
            return
        with self._edits.paused():
            show_again(layer)
        self._edits.look_again(fids)
        self._edits.flush()

    # --- the store ------------------------------------------------------------------

    def _store_changed(self) -> None:
        self._stop()
        self.worklist, self.loaded, self.problem = Worklist(), False, ""
        self._edits.follow(self._workspace.layer)
        self.changed.emit()
        self.state_changed.emit()
        self.refresh()

    def _stop(self) -> None:
        self._again = False
        for timer in (self._read_timer, self._compare_timer):
            timer.stop()
        self._stop_comparing()
        self._drop_reading()

    def _drop_reading(self) -> None:
        if self._reading is not None:
            self._reading.forget()
            self._reading = None

    def _was_read(self, task: ReadTask) -> None:
        if sip.isdeleted(self):
            return
        self._reading = None
        if task.worklist is not None:
            self._stop_comparing()
            self.worklist, self.loaded, self.problem = task.worklist, True, ""
            self._edits.lay_over(self.worklist)
            self.changed.emit()
        elif task.error is not None:
            self.problem = error_text(task.error)
        self.state_changed.emit()
        if self._again:
            self._read_soon()

    def _context(self) -> Context:
        """Return what the rules know; without the boundary where its layer cannot be used."""
        try:
            context = self._workspace.context
        except OriginTraceError as error:
            self.boundary_problem = error_text(error)
            return Context(self._workspace.products, self._workspace.county_names)
        self.boundary_problem = ""
        return context

    # --- edits ----------------------------------------------------------------------

    def _edited(self, compare: bool) -> None:
        self.changed.emit()
        if compare:
            self._compare_timer.start()

    def _read_soon(self) -> None:
        self._read_timer.start()

    def _compare(self) -> None:
        """Have the rules of the whole table look again."""
        self._stop_comparing()
        self._comparing = TableTask(self.worklist, self._context(), self._was_compared)
        QgsApplication.taskManager().addTask(self._comparing)

    def _stop_comparing(self) -> None:
        if self._comparing is not None:
            self._comparing.forget()
            self._comparing = None

    def _was_compared(self, task: TableTask) -> None:
        if sip.isdeleted(self):
            return
        self._comparing = None
        if task.error is not None:
            self.problem = error_text(task.error)
            self.state_changed.emit()
        elif task.facts is not None and self.worklist.set_table(task.facts):
            self.changed.emit()

    def _timer(self, slot) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(_SETTLE_MS)
        timer.timeout.connect(slot)
        return timer
