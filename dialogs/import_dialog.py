"""Bringing township sheets into the store: drop, look, try, import, in one window."""

from __future__ import annotations

import json
from pathlib import Path

from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QFileDialog,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ..core.errors import OriginTraceError
from ..layers.batches import batch_filter
from ..spreadsheets.preview import FilePreview, SheetPreview
from ..translation import tr
from .asking import ask, settle_edits, tell_elsewhere
from .background import Outcome
from .findings_view import FindingsView, read_findings
from .import_columns import ColumnsPanel
from .import_files import FilesPanel, dropped_paths
from .import_options import OptionsPanel
from .import_work import IMPORT, MARK_UP, TRY, UNDO, ImportWork, equation, file_words
from .messages import error_text
from .sheet_view import SheetView
from .work_window import WorkWindow
from .workspace import Workspace


class ImportDialog(WorkWindow):
    """The window for importing 附件1. ``imported``: the batch that was written."""

    imported = pyqtSignal(str)
    undone = pyqtSignal()

    def __init__(
        self,
        workspace: Workspace,
        bar: QgsMessageBar,
        parent: QWidget | None = None,
        canvas: QgsMapCanvas | None = None,
    ) -> None:
        super().__init__(tr("Import collection sheets"), "import", parent)
        self._workspace, self._bar, self._canvas = workspace, bar, canvas
        self._work = ImportWork(workspace, self)
        self.setAcceptDrops(True)
        self._build()
        self._connections.add(workspace.changed, self._asked_changed)
        self._asked_changed()

    # --- layout -----------------------------------------------------------------------

    def _build(self) -> None:
        self.files, self.options = FilesPanel(), OptionsPanel()
        self.columns, self.sheet, self.findings = ColumnsPanel(), SheetView(), FindingsView()
        self.tabs = QTabWidget()
        self.tabs.addTab(self.columns, tr("Columns"))
        self.tabs.addTab(self.findings, tr("Findings"))
        words = {
            "try": (tr("Try"), self.try_it),
            "import": (tr("Import"), self.import_it),
            "new": (tr("Show new records"), self.show_new),
            "undo": (tr("Undo this import"), self.undo_it),
            "save": (tr("Save marked-up workbooks…"), self.save_marked_up),
            "folder": (tr("Open folder"), self.open_folder),
            "close": (tr("Close"), self.reject),
        }
        left, right = QWidget(), QSplitter(Qt.Orientation.Vertical)
        side = QVBoxLayout(left)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.files, 1)
        side.addWidget(self.options)
        right.addWidget(self.tabs)
        right.addWidget(self.sheet)
        right.setSizes([380, 200])
        both = QSplitter()
        both.addWidget(left)
        both.addWidget(right)
        both.setSizes([370, 800])
        both.setStretchFactor(1, 1)
        for splitter in (both, right):
            splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.addWidget(both, 1)
        layout.addWidget(self.state)
        layout.addLayout(self.working_row())
        layout.addLayout(self.button_row(words, ("import", "folder")))
        self.resize(1180, 690)
        self._work.progressed.connect(self.progress.setValue)
        self._work.ended.connect(self._ended)
        self.files.changed.connect(self._files_changed)
        self.files.chosen.connect(self._file_chosen)
        self.columns.table_chosen.connect(self._show_table)
        self.columns.column_chosen.connect(self.sheet.show_column)
        self.columns.changed.connect(self._asked_changed)
        self.columns.header_chosen.connect(self._header_chosen)
        self.sheet.row_chosen.connect(self.columns.propose_row)
        self.options.changed.connect(self._asked_changed)
        self.findings.wanted.connect(self._show_place)

    # --- dropping -------------------------------------------------------------------

    def dragEnterEvent(self, event) -> None:
        """Take files and folders."""
        if dropped_paths(event.mimeData()):
            _take_copies(event)

    def dragMoveEvent(self, event) -> None:
        """Go on taking them; the program they come from proposes anew with each move."""
        self.dragEnterEvent(event)

    def dropEvent(self, event) -> None:
        """Add what was dropped."""
        paths = dropped_paths(event.mimeData())
        if paths:
            _take_copies(event)
            self.files.add(paths)

    # --- looking --------------------------------------------------------------------

    def _file_chosen(self, file: FilePreview | None) -> None:
        self.columns.show_file(file)
        if file is not None and file.error is not None:
            self.tabs.setCurrentWidget(self.columns)  # it says why

    def _header_chosen(self, path: str) -> None:
        self.files.read_with(path, self.columns.put_right.header_rows(path))

    def _show_table(self, sheet: SheetPreview | None, row: int) -> None:
        self.sheet.show_sheet(sheet)
        if sheet is not None and row > 1:
            self.sheet.show_row(row)

    def _show_place(self, path: str, sheet: str, row: int, column: int) -> None:
        self.files.show_file(path)
        self.columns.show_table(sheet, row)
        self.sheet.show_row(row, column)

    # --- state ------------------------------------------------------------------------

    @property
    def busy(self) -> bool:
        """Whether something runs."""
        return self._work.busy

    def stop(self) -> None:
        """Ask what runs, if anything, to stop."""
        self._work.cancel()

    def _files_changed(self) -> None:
        found = self.files.previews()
        if found:
            self.options.propose_folder(found[0].path)
        self._asked_changed()

    def _asked(self, files: list[FilePreview]) -> dict:
        """Return the parameters that decide what an import does."""
        put_right = self.columns.put_right.for_import([file.path for file in files])
        return {
            "INPUT": [file.path for file in files],
            "STORE": self._workspace.path,
            "COLUMNS": json.dumps(put_right, ensure_ascii=False),
            "COORDINATES": self.options.system,
            "PERIOD": self.options.period_text,
        }

    def _refresh(self) -> None:
        """Enable what can be done now."""
        files, busy = self.files.previews(), self._work.busy
        ready = bool(self._workspace.layer and files) and not (busy or self.files.reading())
        ready = ready and self.options.fits()
        tried = ready and self._work.tried == self._asked(files)
        written = bool(self._work.batch) and self._work.layer is not None and not busy
        enabled = {
            "try": ready,
            "import": tried,
            "new": written,
            "undo": written,
            "save": ready,
            "folder": bool(self._work.folder),
        }
        for name, yes in enabled.items():
            self.buttons[name].setEnabled(yes)
        self.buttons["import"].setDefault(tried)
        self.buttons["try"].setDefault(ready and not tried)
        self.show_busy()
        for panel in (self.files, self.options, self.columns):
            panel.setEnabled(not busy)

    def _asked_changed(self) -> None:
        """Say what comes next, after something was chosen."""
        self._refresh()
        if self._work.busy or self.buttons["import"].isEnabled():
            return
        if self._workspace.layer is None:
            self.say(tr("No store is open: open one to import into it."), bad=True)
        elif self.files.reading():
            self.say(tr("The files are being read…"))
        elif not self.files.previews():
            self.say(tr("Add the sheets that townships sent in."))
        else:
            words = tr(
                "Look at the columns and at the coordinate system, then press «Try»: it tells "
                "what an import into {store} would do, and writes nothing."
            )
            self.say(words.format(store=self._workspace.name))

    # --- running --------------------------------------------------------------------

    def _start(self, text: str, work, *arguments: object) -> None:
        self.progress.setValue(0)
        try:
            work(*arguments)
        except OriginTraceError as error:
            self._refresh()
            self.say(error_text(error), bad=True)
            return
        self._refresh()
        self.say(text)

    def _as_read(self) -> bool:
        """Tell whether the files are still as they were read; read them again if not."""
        paths = self.files.read_again()
        if not paths:
            return True
        for path in paths:
            self.columns.put_right.forget(path)
        self._work.tried = None
        self._refresh()
        words = tr("{files}: changed since it was read, and now read again. Look, then try.")
        self.say(words.format(files="、".join(Path(path).name for path in paths)), bad=True)
        return False

    def try_it(self) -> None:
        """Do everything but write."""
        if self._as_read():
            self._start(tr("Trying…"), self._work.try_it, self._asked(self.files.previews()))

    def import_it(self) -> None:
        """Write what was tried."""
        without = tr("Rows of records with unsaved edits are then not imported, but listed.")
        if not self._as_read() or not self._settled(without):
            return
        asked = self._asked(self.files.previews())
        folder = self.options.annotated_folder()
        self._start(tr("Importing…"), self._work.import_it, asked, folder)

    def undo_it(self) -> None:
        """Take the import back, after asking."""
        text = tr(
            "Undo this import? Records it added are removed, records it changed get their earlier "
            "values; what somebody edited since stays."
        )
        words = {"": tr("Keep it"), "undo": tr("Undo it")}
        if self._settled() and ask(self, text, words) == "undo":
            self._start(tr("Undoing…"), self._work.undo_it)

    def save_marked_up(self) -> None:
        """Write the marked-up workbooks without importing."""
        folder = QFileDialog.getExistingDirectory(
            self, tr("Folder for marked-up workbooks"), self.options.folder.filePath()
        )
        if folder and self._as_read():
            asked = self._asked(self.files.previews())
            self._start(tr("Marking up…"), self._work.mark_up, asked, folder)

    def _settled(self, without: str = "") -> bool:
        going, problem = settle_edits(self, self._workspace.layer, without)
        if problem:
            self.say(problem, bad=True)
        return going

    # --- results -----------------------------------------------------------------------

    def _ended(self, doing: str, outcome: Outcome) -> None:
        self._refresh()
        if outcome.layers:
            self._show_findings(outcome)
        if outcome.cancelled:
            self.say(tr("Cancelled: the store is as it was before."), bad=True)
        elif not outcome.done:
            self.say(outcome.problem, bad=True)
        elif doing == TRY:
            counts = equation(outcome.results)
            self.say(tr("Tried, nothing written: {counts}").format(counts=counts), strong=True)
        elif doing == MARK_UP:
            words = tr("Marked-up workbooks are in {folder}").format(folder=self._work.folder)
            self.say(words, strong=True)
        elif doing == UNDO:
            words = tr("Records removed: {removed}, restored: {restored}.").format(
                removed=outcome.results["REMOVED"], restored=outcome.results["RESTORED"]
            )
            self.say(" ".join([words, *outcome.warnings]), strong=True)
            self.undone.emit()
        elif doing == IMPORT:
            self._was_imported(outcome)
        tell_elsewhere(self, self._bar, self.state.text(), outcome.done)

    def _was_imported(self, outcome: Outcome) -> None:
        words = tr("Imported: {counts}").format(counts=equation(outcome.results))
        edited = self._work.edited_meanwhile()
        if edited:
            words += " " + tr(
                "Imported records that were edited in QGIS meanwhile: {count}. Look at these edits "
                "before saving them: they replace what was imported."
            ).format(count=edited)
        self.say(words, bad=bool(edited), strong=True)
        self.imported.emit(self._work.batch)

    def _show_findings(self, outcome: Outcome) -> None:
        rows = read_findings(outcome.layers["FINDINGS"])
        self.findings.set_rows(rows)
        self.tabs.setTabText(1, tr("Findings ({count})").format(count=len(rows)))
        if rows:
            self.tabs.setCurrentWidget(self.findings)
        counted = json.loads(outcome.results["FILES"])
        self.files.set_results({counts["file"]: file_words(counts) for counts in counted})

    def show_new(self) -> None:
        """Select the records that the import added, and go there on the map."""
        layer = self._work.layer
        if layer is not None:
            layer.selectByExpression(batch_filter(self._work.batch, only_new=True))
            if self._canvas is not None and layer.selectedFeatureCount():
                self._canvas.zoomToSelected(layer)

    def open_folder(self) -> None:
        """Open the folder with the marked-up workbooks."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._work.folder))


def _take_copies(event) -> None:
    """Accept a drag so that its files stay: after a move a file manager deletes them."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
