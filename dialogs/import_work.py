"""The work of an import window: try, import, mark up, undo; one at a time."""

from __future__ import annotations

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..layers.batches import batch_uuids, show_again
from ..layers.open_edits import edited_records
from ..translation import tr
from .background import Job, Outcome
from .workspace import Workspace

TRY, IMPORT, MARK_UP, UNDO = "try", "import", "mark up", "undo"


class ImportWork(QObject):
    """Runs the algorithms of an import and remembers what came of them.

    ``ended``: which work, and its Outcome. ``batch``: the last import, "" for none or undone.
    """

    progressed = pyqtSignal(int)
    ended = pyqtSignal(str, object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._job: Job | None = None
        self._doing = ""
        self._asked: dict = {}
        self._store = ""  # that the batch is in
        self.tried: dict | None = None  # parameters that were tried: just these are imported
        self.batch = ""
        self.folder = ""  # with the marked-up workbooks

    @property
    def busy(self) -> bool:
        """Whether something runs."""
        return self._job is not None

    @property
    def layer(self) -> QgsVectorLayer | None:
        """The layer of the store that the batch is in, while it is the one in hand."""
        return self._workspace.layer if self._workspace.path == self._store else None

    def try_it(self, asked: dict) -> None:
        """Do everything but write. Raises InputError."""
        self._asked = asked
        self._import(TRY, {**asked, "DRY_RUN": True})

    def import_it(self, asked: dict, folder: str) -> None:
        """Write; marked-up workbooks go into ``folder``, "" for none. Raises InputError."""
        self._store, self.batch = self._workspace.path, ""
        self._import(IMPORT, {**asked, **({"ANNOTATED_FOLDER": folder} if folder else {})})

    def mark_up(self, asked: dict, folder: str) -> None:
        """Write marked-up workbooks only. Raises InputError."""
        self._import(MARK_UP, {**asked, "DRY_RUN": True, "ANNOTATED_FOLDER": folder})

    def undo_it(self) -> None:
        """Take the last import back. Raises InputError."""
        self._run(UNDO, "undoimport", {"STORE": self._store, "BATCH": self.batch})

    def cancel(self) -> None:
        """Ask what runs to stop."""
        if self._job is not None:
            self._job.cancel()

    def _import(self, doing: str, parameters: dict) -> None:
        parameters = {**parameters, "STORE": self._workspace.path, "FINDINGS": "TEMPORARY_OUTPUT"}
        self._run(doing, "importsheet", parameters)

    def _run(self, doing: str, algorithm: str, parameters: dict) -> None:
        job = Job(algorithm, parameters, self._workspace.project, ("FINDINGS",))
        job.ended.connect(self._ended)
        job.progressed.connect(lambda percent: self.progressed.emit(int(percent)))
        job.start()
        self._job, self._doing = job, doing

    def _ended(self, outcome: Outcome) -> None:
        doing, self._job, self._doing = self._doing, None, ""
        self.folder = outcome.results.get("ANNOTATED_FOLDER", self.folder)
        if outcome.done and doing == TRY:
            self.tried = self._asked
        elif outcome.done and doing in (IMPORT, UNDO):
            self.tried, self.batch = None, outcome.results.get("BATCH", "")
            if self.layer is not None:
                show_again(self.layer)
        self.ended.emit(doing, outcome)

    def edited_meanwhile(self) -> int:
        """Return how many imported records now have edits in QGIS that are not saved."""
        layer = self.layer
        edited = edited_records(layer) if layer is not None else set()
        return len(edited & batch_uuids(layer, self.batch)) if edited else 0


def equation(results: dict) -> str:
    """Return the counts as a sum that a person can check."""
    return tr(
        "Rows read: {READ} = added {ADDED} + updated {UPDATED} + unchanged {UNCHANGED} + refused "
        "{REFUSED} + without a record {BLANK}."
    ).format(**results)


def file_words(counts: dict) -> str:
    """Return what became of the rows of one file, what is not 0."""
    words = {
        "ADDED": tr("added"),
        "UPDATED": tr("updated"),
        "UNCHANGED": tr("unchanged"),
        "REFUSED": tr("refused"),
        "BLANK": tr("without a record"),
    }
    parts = [f"{word} {counts[key]}" for key, word in words.items() if counts[key]]
    return " · ".join(parts) or tr("no rows")
