"""The imports of a store, and taking one of them back."""

from __future__ import annotations

from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QHeaderView,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from ..core.errors import OriginTraceError
from ..layers.batches import show_again
from ..layers.store import open_store
from ..layers.value_words import local_time
from ..translation import tr
from .asking import ask, settle_edits, tell_elsewhere
from .background import Job, Outcome
from .messages import error_text
from .plain_table import PlainTable
from .work_window import WorkWindow, words_label
from .workspace import Workspace

_COUNTS = ("added", "updated", "unchanged", "refused")


class UndoDialog(WorkWindow):
    """The window for undoing imports. ``undone``: the batch that was taken back."""

    undone = pyqtSignal(str)

    def __init__(
        self, workspace: Workspace, bar: QgsMessageBar, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Undo an import"), "import", parent)
        self._workspace, self._bar = workspace, bar
        self._job: Job | None = None
        self._running = ("", "")  # store and batch
        self._batches: list[dict] = []
        self._build()
        self._connections.add(workspace.changed, self.refresh)
        self.refresh()

    def _build(self) -> None:
        self.table = PlainTable(
            {
                tr("Time"): 135,
                tr("Files"): 220,
                tr("Added"): 70,
                tr("Updated"): 80,
                tr("Unchanged"): 95,
                tr("Refused"): 80,
                tr("Operator"): 90,
                tr("State"): 0,
            },
            numbers=range(2, 2 + len(_COUNTS)),
        )
        # A time that is cut off tells nothing, whatever the size of the letters.
        self.table.horizontalHeader().setSectionResizeMode(
            0, QHeaderView.ResizeMode.ResizeToContents
        )
        self.explanation = words_label()
        words = {
            "undo": (tr("Undo this import"), self.undo),
            "close": (tr("Close"), self.reject),
        }
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(tr("Imports into this store, the latest first:")))
        layout.addWidget(self.table, 1)
        layout.addWidget(self.explanation)
        layout.addWidget(self.state)
        layout.addLayout(self.working_row())
        layout.addLayout(self.button_row(words, ("undo",)))
        self.resize(940, 480)
        self.table.itemSelectionChanged.connect(self._enable)

    # --- the list ---------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the list of imports again."""
        self._batches = []
        self.say("")
        if self._workspace.layer is None:
            self.say(tr("No store is open: open the one whose import is to be undone."), bad=True)
        else:
            try:
                with open_store(self._workspace.path) as store:
                    self._batches = store.batches()
            except OriginTraceError as error:
                self.say(error_text(error), bad=True)
        self.table.show_rows(
            [_cells(batch) for batch in self._batches],
            [bool(batch["undone_at"]) for batch in self._batches],
        )
        first = next((i for i, b in enumerate(self._batches) if not b["undone_at"]), None)
        if first is not None:
            self.table.selectRow(first)
        self._enable()

    def chosen(self) -> dict | None:
        """Return the import that is selected."""
        row = self.table.chosen_row()
        return None if row is None else self._batches[row]

    def _enable(self) -> None:
        busy, batch = self.busy, self.chosen()
        self.buttons["undo"].setEnabled(bool(batch and not batch["undone_at"] and not busy))
        self.table.setEnabled(not busy)
        self.show_busy()
        self.explanation.setText(_explained(batch))

    @property
    def busy(self) -> bool:
        """Whether something runs."""
        return self._job is not None

    def stop(self) -> None:
        """Ask what runs, if anything, to stop."""
        if self._job is not None:
            self._job.cancel()

    # --- the work ---------------------------------------------------------------------

    def undo(self) -> None:
        """Take the selected import back, after asking."""
        batch = self.chosen()
        going, problem = settle_edits(self, self._workspace.layer)
        if problem:
            self.say(problem, bad=True)
        if not going or batch is None:
            return
        words = {"": tr("Keep it"), "undo": tr("Undo it")}
        text = tr("Undo the import of {time}, {file}?").format(
            time=local_time(batch["time"]), file=batch["file_name"]
        )
        if ask(self, f"{text}\n\n{_explained(batch)}", words) != "undo":
            return
        store = self._workspace.path
        job = Job("undoimport", {"STORE": store, "BATCH": batch["id"]}, self._workspace.project)
        job.ended.connect(self._ended)
        job.progressed.connect(lambda percent: self.progress.setValue(int(percent)))
        self.progress.setValue(0)
        self.say(tr("Undoing…"))
        try:
            job.start()
        except OriginTraceError as error:
            self.say(error_text(error), bad=True)
            return
        self._job, self._running = job, (store, batch["id"])
        self._enable()

    def _ended(self, outcome: Outcome) -> None:
        self._job = None
        store, batch = self._running
        if self._workspace.layer is not None and self._workspace.path == store:
            show_again(self._workspace.layer)
        self.refresh()
        if outcome.cancelled:
            self.say(tr("Cancelled: the store is as it was before."), bad=True)
        elif not outcome.done:
            self.say(outcome.problem, bad=True)
        else:
            words = tr("Records removed: {removed}, restored: {restored}.").format(
                removed=outcome.results["REMOVED"], restored=outcome.results["RESTORED"]
            )
            self.say(" ".join([words, *outcome.warnings]), strong=True)
            self.undone.emit(batch)
        tell_elsewhere(self, self._bar, self.state.text(), outcome.done)


def _cells(batch: dict) -> list[str]:
    state = tr("in the store")
    if batch["undone_at"]:
        by = batch["undone_by"]
        words = tr("undone {time} {operator}") if by else tr("undone {time}")
        state = words.format(time=local_time(batch["undone_at"]), operator=by)
    return [
        local_time(batch["time"]),
        batch["file_name"] or "",
        *(str(batch[name] if batch[name] is not None else "") for name in _COUNTS),
        batch["operator"] or "",
        state,
    ]


def _explained(batch: dict | None) -> str:
    """Return in plain words what undoing an import does."""
    if batch is None:
        return tr("Nothing was imported into this store yet, or no import is selected.")
    if batch["undone_at"]:
        return tr("This import was undone already.")
    return tr(
        "What this import added is removed (records: {added}), what it changed gets its earlier "
        "values (records: {updated}). Records that somebody edited since stay as they are and are "
        "named. The history keeps every version."
    ).format(added=batch["added"] or 0, updated=batch["updated"] or 0)
