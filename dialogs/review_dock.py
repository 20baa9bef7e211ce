"""The review dock: one submitted record after another, on the map and with all that speaks."""

from __future__ import annotations

from datetime import date

from qgis.core import QgsApplication
from qgis.gui import QgsMapCanvas
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, Qt, QTimer, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices, QKeyEvent, QKeySequence
from qgis.PyQt.QtWidgets import QApplication, QFileDialog, QWidget

from ..core.errors import OriginTraceError
from ..core.judging import Verdict
from ..core.reviews import RETURN, Decision, decide
from ..core.tables import LISTS
from ..core.worklist import VILLAGE
from ..core.worklist_entry import Entry
from ..settings import operator_name
from ..translation import render, tr
from .connections import Connections
from .help_window import lead_f1
from .messages import error_text
from .notes import BAD, GOOD
from .notes import WARNING as DOUBTFUL
from .refused_window import RefusedWindow
from .review_groups import group_column
from .review_model import GROUP, leads_to
from .review_panel import ReviewPanel
from .review_questions import ask_for_many, ask_return_of_many, ask_return_of_one
from .review_record import ReviewRecord
from .review_words import done_many, done_one, refusal
from .review_work import ReviewWork
from .seen_dock import SeenDock
from .store_files import store_folder
from .worklist_model import COLUMN_KEYS
from .worklist_source import WorklistSource
from .workspace import Workspace

_REST_MS = 120  # of the cursor, before its record is read and shown on the map


class ReviewDock(SeenDock):
    """Queues of the review; decides by mouse and by keyboard alone.

    What may be decided is judged anew from the store at each decision, by the same code
    as in the algorithm ``review``; what is shown is only to read.
    """

    open_wanted = pyqtSignal(str)  # uuid
    settings_wanted = pyqtSignal()  # nobody is named who reviews

    def __init__(
        self,
        workspace: Workspace,
        source: WorklistSource,
        canvas: QgsMapCanvas | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Review"), parent)
        self.setObjectName("origin_trace_review")
        self._workspace, self.source = workspace, source
        self._sort = (VILLAGE, False)
        self._away = False  # the cursor, only because nothing was listed
        self._refused: RefusedWindow | None = None
        self._folder = ""  # of the sheets made last
        self.work = ReviewWork(workspace, self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._then = QTimer(self)
        self._then.setSingleShot(True)
        self._connections = Connections()
        self._build()
        self.record = ReviewRecord(workspace, self.work.in_hand, self.page, canvas, self)
        self._connections.add(self.record.failed, lambda text: self.note.say(text, BAD))
        lead_f1(self, "review")
        self._show_entries()

    def _build(self) -> None:
        panel = self.panel = ReviewPanel(self._workspace.reveal)
        self.setWidget(panel)
        self.model, self.view, self.page = panel.model, panel.view, panel.page
        self.queues, self.groups, self.note = panel.queues, panel.groups, panel.note
        add = self._connections.add
        add(self.source.changed, self._show_entries)
        add(self.source.state_changed, self._show_state)
        add(self._workspace.changed, self._store_changed)
        add(self._rest.timeout, self.read)
        add(self._then.timeout, self.take_focus)
        panel.reveal.ask_about(LISTS, lambda: len(self.source.worklist.entries))
        add(self._workspace.reveal.changed, self.read)
        add(self._workspace.people_changed, self.read)
        # Told whenever somebody else works, from wherever it came.
        add(QgsApplication.instance().customVariablesChanged, self._operator_changed)
        add(panel.again.clicked, lambda: self.source.refresh())
        add(self.queues.chosen, self._queue_chosen)
        add(self.groups.chosen, self._show_from_top)
        add(panel.filters.changed, self._show_entries)
        add(panel.filters.text.returnPressed, lambda: self.view.setFocus())
        add(panel.empty.clear_asked, self._clear)
        add(panel.empty.again_asked, self.source.refresh)
        add(panel.sheets.clicked, lambda: self.make_sheets())
        add(panel.folder.clicked, lambda: self._open_folder())
        add(panel.cancel.clicked, lambda: self.work.stop())
        for kind, button in panel.buttons.items():
            add(button.clicked, lambda _checked=False, kind=kind: self.decide(kind))
        add(self.model.marked, self._show_state)
        add(self.view.decided, self.decide)
        add(self.view.open_asked, self._open)
        add(self.view.doubleClicked, lambda _index: self._open())
        add(self.view.copy_asked, self._copy)
        add(self.view.selectionModel().currentRowChanged, lambda *_rows: self._rest.start())
        header = self.view.horizontalHeader()
        header.setSortIndicator(COLUMN_KEYS.index(VILLAGE), Qt.SortOrder.AscendingOrder)
        add(header.sortIndicatorChanged, self._sort_by)
        add(self.work.decided, self._decided)
        add(self.work.sheets_made, self._sheets_made)
        add(self.work.failed, lambda text: self.note.say(text, BAD))
        add(self.work.progressed, lambda percent: panel.bar.setValue(int(percent)))
        add(self.work.busy_changed, self._show_state)

    # --- for others -----------------------------------------------------------------

    def close_down(self) -> None:
        """Stop what runs and follow no signal any more; the dock can then be deleted."""
        super().close_down()
        self._rest.stop()
        self._then.stop()
        self._connections.drop()
        self.work.close()
        self.source.sleep(self)
        self.record.close()
        if self._refused is not None and not sip.isdeleted(self._refused):
            self._refused.close()

    def uuids(self) -> list[str]:
        """Return the uuids of the listed records, in the order shown."""
        return self.view.uuids()

    def select(self, uuid: str) -> bool:
        """Put the cursor on a record; return whether it is listed."""
        return self.view.find(uuid)

    # --- the window -----------------------------------------------------------------

    def wake(self) -> None:
        """Begin to read where that was left."""
        self.source.wake(self)
        self._rest.start()

    def sleep(self) -> None:
        """Do not read for nobody, and leave the map alone."""
        self.source.sleep(self)
        self.record.leave_map()

    def event(self, event: QEvent) -> bool:
        """Have our keys for the dock, whatever they mean elsewhere in QGIS."""
        if event.type() == QEvent.Type.ShortcutOverride and (
            event.matches(QKeySequence.StandardKey.Find) or leads_to(event) is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the box for words, to another group or to another queue."""
        if event.matches(QKeySequence.StandardKey.Find):
            self.panel.filters.find()
        elif leads_to(event) is not None:
            what, by = leads_to(event)
            (self.groups if what == GROUP else self.queues).step(by)
        else:
            super().keyPressEvent(event)

    # --- showing the list -----------------------------------------------------------

    def _queue_chosen(self) -> None:
        self.note.say("")
        self._show_from_top()
        self._then.start()  # a button that was left by an arrow key takes the cursor once more

    def _show_from_top(self) -> None:
        """Begin another list where it begins."""
        self._show_entries()
        if self.model.entries:
            self.view.go_to(0)

    def _sort_by(self, column: int, order: Qt.SortOrder) -> None:
        self._sort = (COLUMN_KEYS[column], order == Qt.SortOrder.DescendingOrder)
        self._show_entries()

    def _clear(self) -> None:
        self.groups.setCurrentRow(0)
        self.panel.filters.clear()

    def _show_entries(self) -> None:
        """Show what fits; the cursor stays on its record, or on the row that follows it."""
        worklist, queue = self.source.worklist, self.queues.queue
        worklist.set_today(date.today())
        found = worklist.view(self.panel.filters.filter(queue), *self._sort)
        self.groups.show_groups(found.entries, group_column(queue))
        chosen = {entry.fid for entry in self.view.selected()}
        current, row = self.view.current(), self.view.currentIndex().row()
        working = self.view.hasFocus() or (self._away and self.queues.has_focus())
        top = self.view.verticalScrollBar().value()
        self.model.show(self.groups.fitting(found.entries), queue)
        self.queues.set_counts(found.counts if self.source.loaded else None)
        self.view.verticalScrollBar().setValue(top)
        if self.model.entries:
            if current is not None:
                self.view.keep(current, row, chosen)
            else:
                self.view.go_to(0)
        self._show_state()
        if working:
            self.take_focus()
        self._rest.start()

    def take_focus(self) -> None:
        """Put the cursor into the table; while that is empty, where the keys lead on."""
        self._away = not self.model.entries
        if self._away:
            self.queues.take_focus()
        else:
            self.view.setFocus()

    def _show_state(self) -> None:
        """Say how many records are listed and who reviews, or why there are none."""
        panel, source, found = self.panel, self.source, len(self.model.entries)
        busy = self.work.busy
        panel.bar.setVisible(busy)
        panel.cancel.setVisible(busy)
        panel.sheets.setEnabled(bool(found) and not busy)
        for button in panel.buttons.values():
            button.setEnabled(bool(found) and not busy)
        panel.pages.setCurrentIndex(0 if found else 1)
        if not found:
            panel.empty.explain(source, panel.filters.filter(self.queues.queue))
        parts = []
        if source.loaded:
            parts.append(tr("Records: {count}").format(count=f"{found:,}"))
            marked = len(self.model.marked_entries())
            if marked:
                parts.append(tr("{count} marked").format(count=f"{marked:,}"))
            name = operator_name() or tr("not named yet")
            parts.append(tr("Operator: {name}").format(name=name))
            parts += [text for text in (source.problem, source.boundary_problem) if text]
        panel.status.setText(" · ".join(parts))

    def _operator_changed(self) -> None:
        self._show_state()
        self.read()

    # --- the record -----------------------------------------------------------------

    def read(self) -> None:
        """Show the current record, on the page and on the map."""
        self._rest.stop()
        self.record.show(self.view.current() if self.isUserVisible() else None)

    def _open(self) -> None:
        entry = self.view.current()
        if entry is not None and entry.uuid:
            self.open_wanted.emit(entry.uuid)

    def _copy(self) -> None:
        lines = [self.model.copied(entry) for entry in self.view.selected()]
        QApplication.clipboard().setText("\n".join(lines))

    def _store_changed(self) -> None:
        self.note.say("")
        self.record.show(None)

    # --- deciding -------------------------------------------------------------------

    def decide(self, kind: str) -> None:
        """Decide over the marked records, else over the one under the cursor."""
        marked = self.model.marked_entries()
        entries = marked or [entry for entry in (self.view.current(),) if entry is not None]
        if not entries or self._workspace.layer is None:
            return
        if self.work.busy:
            self.note.say(tr("The work before is still running: wait for it or cancel it."))
            return
        if not operator_name():
            self.settings_wanted.emit()
        try:
            decision = self._decision(kind, entries, bool(marked))
        except OriginTraceError as error:
            self.note.say(error_text(error), BAD)
            return
        if decision is not None:
            self.note.say("")
            self.work.decide(decision, entries)

    def _decision(self, kind: str, entries: list[Entry], many: bool) -> Decision | None:
        """Return what the person decides, None for nothing. Raises OriginTraceError."""
        if kind == RETURN:
            if many:
                return ask_return_of_many(self, entries)
            return ask_return_of_one(self, entries[0], self.record.case(entries[0], RETURN))
        return ask_for_many(self, kind, len(entries)) if many else decide(kind, operator_name())

    def _decided(self, decision: Decision, verdict: Verdict, entries: list[Entry]) -> None:
        """Show what became of it, and go on to what follows."""
        self.source.written([entry.fid for entry in entries])
        if len(entries) > 1:
            text = done_many(decision, verdict)
            self.note.say(text, DOUBTFUL if verdict.refused else GOOD)
            if verdict.refused:
                self._refused = RefusedWindow(text, verdict.refused, self)
                self._refused.wanted.connect(self.select)
                self._refused.show()
        elif verdict.refused:
            _record, reasons = verdict.refused[0]
            self.note.say(render(refusal(entries[0], reasons)), BAD)
        else:
            self.note.say(done_one(decision, entries[0]), GOOD)
        self.read()

    # --- sheets ---------------------------------------------------------------------

    def make_sheets(self, folder: str = "") -> None:
        """Write the sheets that go back to the townships, for what is marked or listed."""
        entries = self.model.marked_entries() or self.model.entries
        if not entries or self.work.busy:
            return
        start = self._folder or str(store_folder(self._workspace.path))
        folder = folder or QFileDialog.getExistingDirectory(
            self, tr("Folder for the sheets to send back"), start
        )
        if folder:
            self._folder = folder
            self.panel.folder.hide()
            self.note.say("")
            self.work.make_sheets(entries, folder)

    def _sheets_made(self, folder: str, count: int, unlogged: str) -> None:
        if not count:
            self.note.say(tr("No sheet was made: none of these records is returned or faulty."))
            return
        text = tr("Sheets to send back, written to {folder}: {count}.")
        text = text.format(count=count, folder=folder)
        self.note.say(f"{text} {unlogged}".strip(), DOUBTFUL if unlogged else GOOD)
        self.panel.folder.show()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._folder))
