"""The guard of a points layer: no edit path into the store without the rules."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from qgis.core import Qgis, QgsProject, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..core.edits import ADDED, CONFLICT, OPEN, Edit
from ..core.errors import OriginTraceError, StoreError
from ..core.messages import Message
from ..core.rules import Context
from ..translation import render
from .commit_stop import allow, stop
from .edit_check import Refusal, check_edits, refusal_text
from .edit_copies import separate_copies
from .edit_journal import EditJournal, Interrupted
from .edit_replay import Item, replay
from .edit_server import check_saved, send_versions
from .edit_tracker import EditTracker
from .gpkg_open import settle
from .pg_place import is_server
from .store_layers import store_path
from .stored_records import file_mark, read_stored, replaced

_LEFT = "origin_trace_journal"  # property of a layer whose edits no guard follows

_PROBLEM = "origin_trace_problem"  # property of a layer whose save was stopped: why


def save_problem(layer: QgsVectorLayer) -> str:
    """Return why the last save of a layer failed: what QGIS says, else its guard."""
    return " ".join(layer.commitErrors()) or layer.property(_PROBLEM) or ""


class EditGuard(QObject):
    """Checks the edits of a layer before QGIS saves them.

    Whoever edits: form, table, field calculator, multi-edit, paste or a script. Keeps the
    journal of the session meanwhile. Raises StoreError where the layer's store is unreadable.
    """

    refused = pyqtSignal(list)  # Refusals; the edits stay in the buffer
    failed = pyqtSignal(object)  # OriginTraceError: what a person has to know at once

    def __init__(
        self,
        layer: QgsVectorLayer,
        context: Callable[[], Context],
        parent: QObject | None = None,
        folder: Path | None = None,
    ) -> None:
        super().__init__(parent)
        self.layer, self._context = layer, context
        self.path = store_path(layer)
        self._mark = file_mark(self.path)
        self.store_id = self._mark.store_id
        self._refusals: list[Refusal] = []
        self._sent: list[Edit] = []  # of the save under way
        self._pasted: set[int] = set()
        self._journal_failed = False
        self._journal = EditJournal(self.path, self.store_id, folder)
        self._tracker = EditTracker(layer, self)
        self._tracker.noted.connect(self._note)
        self._pairs = [
            *self._tracker.signals(),
            (layer.editingStarted, self._editing_started),
            (layer.featureAdded, self._pasted.add),
            (layer.editCommandEnded, self._command_ended),
            (layer.beforeCommitChanges, self._before_commit),
            (layer.afterCommitChanges, self._saved),
            (layer.afterRollBack, self._over),
            (layer.willBeDeleted, self.detach),
        ]
        for signal, slot in self._pairs:
            signal.connect(slot)
        if layer.isModified():
            self._take_up()

    def detach(self) -> None:
        """Let the layer go; edits that are not saved stay in the journal."""
        if not self._pairs:
            return
        pairs, self._pairs = self._pairs, []
        if not sip.isdeleted(self.layer):
            self._tracker.flush()
            for signal, slot in pairs:
                signal.disconnect(slot)
            allow(self.layer)
            left = self._journal.path
            self.layer.setProperty(_LEFT, None if left is None else str(left))
        self._journal.leave()

    def _take_up(self) -> None:
        """Take over the edits of a layer that another guard of this process let go."""
        self._tracker.sync()
        left = self.layer.property(_LEFT)
        if left and self._journal.path is not None:
            Path(left).unlink(missing_ok=True)

    def select_refused(self) -> None:
        """Select the records that the last save was refused for."""
        self.layer.selectByIds([refusal.fid for refusal in self._refusals])

    def restore(self, session: Interrupted) -> list[Item]:
        """Put the edits of an interrupted session back into the edit buffer.

        They are in this session's journal then; the old one keeps the conflicts alone.
        Raises StoreError.
        """
        if not session.file.exists():
            raise StoreError(
                Message("These edits were restored or discarded in another window."),
                Message("Nothing is left to do here."),
            )
        items = replay(self.layer, session)
        self._tracker.flush()
        if self._journal.path is not None or all(item.state != OPEN for item in items):
            with suppress(OSError):  # offered again then, as edits that are there already
                session.keep_only(item.edit for item in items if item.state == CONFLICT)
        return items

    # --- before and after a save ----------------------------------------------------

    def _before_commit(self, _stop_editing: bool) -> None:
        try:
            self._refusals = self._check()
        except OriginTraceError as error:
            said = (error.message, error.advice)
            self._stop(" ".join(render(part) for part in said if part is not None))
            self.failed.emit(error)
            return
        except BaseException:  # whatever it was, nothing unchecked goes in
            self._stop("")
            raise
        if self._refusals:
            self._stop(refusal_text(self._refusals))
            self.refused.emit(self._refusals)
        else:
            self.layer.setProperty(_PROBLEM, None)
            if is_server(self.path):
                send_versions(self.layer, self._sent)
            allow(self.layer)

    def _stop(self, why: str) -> None:
        self.layer.setProperty(_PROBLEM, why)
        stop(self.layer)

    def _check(self) -> list[Refusal]:
        if _in_transactions(self.layer):
            raise _unchecked()
        separate_copies(self.layer)
        edits = self._tracker.sync()
        new = [edit.uuid for edit in edits if edit.kind == ADDED]
        fids = [edit.fid for edit in edits if edit.kind != ADDED]
        if not is_server(self.path) and not Path(self.path).exists():
            raise replaced(self.path)
        self._sent = edits
        stored = read_stored(self.path, "fid", fids, mark=self._mark)
        known = read_stored(self.path, "uuid", new, ())
        return check_edits(edits, stored, known, self._context())

    # --- the session ----------------------------------------------------------------

    def _editing_started(self) -> None:
        self._pasted.clear()
        if _in_transactions(self.layer):
            QTimer.singleShot(0, self._stop_editing)
            return
        try:
            mark = file_mark(self.path)
        except OriginTraceError as error:
            self.failed.emit(error)
            return
        if mark.store_id == self.store_id:
            self._mark = mark

    def _stop_editing(self) -> None:
        if not sip.isdeleted(self.layer) and self.layer.isEditable():
            self.layer.rollBack()
            self.failed.emit(_unchecked())

    def _command_ended(self) -> None:
        pasted = set(self._pasted)
        self._pasted.clear()
        if pasted:
            separate_copies(self.layer, pasted)

    def _note(self, edits: list[Edit]) -> None:
        try:
            self._journal.write(edits)
        except OSError as error:
            if not self._journal_failed:
                self._journal_failed = True
                self.failed.emit(_no_journal(error))

    def _saved(self) -> None:
        sent, self._sent = self._sent, []
        if not is_server(self.path):
            self._over()
            settle(self.path)
            return
        try:
            check_saved(self.path, sent)
        except OriginTraceError as error:
            self._tracker.reset()
            self._journal.leave()  # to be offered again
            self.failed.emit(error)
        else:
            self._over()

    def _over(self) -> None:
        """Forget the edits: they are saved, or were taken back by the person."""
        self._tracker.reset()
        self._pasted.clear()
        self._journal_failed = False
        with suppress(OSError):  # nothing is offered that is in the store already
            self._journal.finish()


def _in_transactions(layer: QgsVectorLayer) -> bool:
    """Tell whether QGIS writes at once, or saves several layers without asking anybody."""
    project = layer.project() or QgsProject.instance()
    return project.transactionMode() != Qgis.TransactionMode.Disabled


def _unchecked() -> StoreError:
    return StoreError(
        Message("The project saves edits in transactions; then nothing is checked."),
        Message(
            "Set the transaction mode to local in the project's properties, under "
            "data sources, and edit again."
        ),
    )


def _no_journal(error: OSError) -> StoreError:
    return StoreError(
        Message("The edits cannot be kept safe against a crash."),
        Message("Save often; check the free space and rights of the QGIS profile folder."),
        str(error),
    )
