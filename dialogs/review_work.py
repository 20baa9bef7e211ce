"""Carries out what is decided in the review: one record at once, many in the background."""

from __future__ import annotations

from qgis.core import QgsApplication, QgsProcessingFeatureSourceDefinition
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.errors import OriginTraceError
from ..core.judging import Seen
from ..core.reviews import Decision
from ..core.worklist_entry import Entry
from ..layers.batches import uuids_filter
from ..layers.open_edits import records_in_hand
from ..layers.review_task import ReviewTask
from ..layers.reviewing import carry_out
from ..layers.store_layers import points_input
from ..translation import tr
from .background import Job, Outcome
from .messages import error_text
from .workspace import Workspace

_MANY = 20  # records from which on the window stays usable meanwhile


class ReviewWork(QObject):
    """One piece of work at a time, on the store in hand when it began."""

    decided = pyqtSignal(object, object, list)  # Decision, Verdict, entries asked about
    sheets_made = pyqtSignal(str, int, str)  # folder, number, what could not be kept of it
    failed = pyqtSignal(str)  # why, in words; nothing was changed then
    progressed = pyqtSignal(float)  # percent
    busy_changed = pyqtSignal()

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._task: ReviewTask | None = None
        self._job: Job | None = None

    @property
    def busy(self) -> bool:
        """Whether something runs."""
        return self._task is not None or self._job is not None

    def stop(self) -> None:
        """Ask what runs to stop; nothing of it is kept."""
        for work in (self._task, self._job):
            if work is not None:
                work.cancel()

    def close(self) -> None:
        """Stop, and tell nobody."""
        if self._task is not None:
            self._task.forget()
            self._task = None
        if self._job is not None:
            self._job.ended.disconnect(self._sheets_ended)
            self._job.cancel()
            self._job = None

    def in_hand(self) -> frozenset[str]:
        """Return the uuids of records with edits that are not saved."""
        return records_in_hand(self._workspace.project, self._workspace.path)

    # --- decisions ------------------------------------------------------------------

    def decide(self, decision: Decision, entries: list[Entry]) -> None:
        """Decide over these records, as they are listed."""
        asked: list[Seen] = [(entry.uuid, entry.version) for entry in entries]
        try:
            given = (self._workspace.path, decision, asked, self.in_hand(), self._workspace.context)
            if len(asked) < _MANY:
                verdict = carry_out(*given)
                self.decided.emit(decision, verdict, entries)
                return
        except OriginTraceError as error:
            self.failed.emit(error_text(error))
            return
        self._task = ReviewTask(*given, lambda task: self._task_ended(task, entries))
        self._task.progressChanged.connect(self.progressed)
        QgsApplication.taskManager().addTask(self._task)
        self.busy_changed.emit()

    def _task_ended(self, task: ReviewTask, entries: list[Entry]) -> None:
        if sip.isdeleted(self):
            return
        self._task = None
        self.busy_changed.emit()
        if task.verdict is not None:
            self.decided.emit(task.decision, task.verdict, entries)
        elif task.error is not None:
            self.failed.emit(error_text(task.error))
        else:
            self.failed.emit(tr("Cancelled: nothing was decided."))

    # --- sheets ---------------------------------------------------------------------

    def make_sheets(self, entries: list[Entry], folder: str) -> None:
        """Write the sheets that go back to the townships, with these records."""
        source = points_input(self._workspace.path)
        records = uuids_filter(entry.uuid for entry in entries if entry.uuid)
        parameters = {
            "INPUT": QgsProcessingFeatureSourceDefinition(source, filterExpression=records),
            "OUTPUT": "TEMPORARY_OUTPUT",
            "FOLDER": folder,
        }
        boundary = self._workspace.boundary
        if boundary is not None and boundary.providerType() == "ogr":
            parameters["BOUNDARY"] = boundary.source()
        job = Job("validate", parameters)
        job.ended.connect(self._sheets_ended)
        job.progressed.connect(self.progressed)
        try:
            job.start()
        except OriginTraceError as error:
            self.failed.emit(error_text(error))
            return
        self._job = job
        self.busy_changed.emit()

    def _sheets_ended(self, outcome: Outcome) -> None:
        self._job = None
        self.busy_changed.emit()
        if outcome.done:
            results = outcome.results
            self.sheets_made.emit(results["FOLDER"], results["SHEETS"], results["UNLOGGED"])
        elif outcome.cancelled:
            self.failed.emit(tr("Cancelled."))
        else:
            self.failed.emit(outcome.problem)
