"""Writing records as the official sheet, for the platform, for ourselves or for the public."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsVectorLayer
from qgis.gui import QgsFileWidget, QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QCheckBox,
    QGroupBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QRadioButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..core.errors import OriginTraceError
from ..core.rules import label
from ..core.schema import SHEET_TITLE
from ..core.sheet_rows import INTERNAL, PLATFORM, PUBLIC
from ..layers.batches import uuids_filter
from ..layers.store_layers import points_input
from ..translation import tr
from .asking import ask, settle_edits, tell_elsewhere
from .background import Job, Outcome
from .export_records import RecordsPanel
from .messages import error_text
from .store_files import store_folder
from .work_window import WorkWindow
from .workspace import Workspace

_LISTED = 2000  # records held back that the window lists; the sheet has all
_COLUMNS = ("subject_name", "product", "township", "village", "reasons")
_WIDTHS = (190, 80, 100, 100)


def _purposes() -> dict[str, tuple[str, str]]:
    """Return each purpose with what goes into its sheet, in plain words."""
    return {
        PLATFORM: (
            tr("For the national platform"),
            tr(
                "Only approved records without errors, the latest period of each base that was "
                "collected. What is held back is listed with the reasons. Contains names and "
                "phone numbers: send it to the platform only."
            ),
        ),
        INTERNAL: (
            tr("Internal, complete"),
            tr(
                "Every record as it stands, with hidden columns that bring it back unchanged. "
                "Contains names and phone numbers: not to be passed on."
            ),
        ),
        PUBLIC: (
            tr("For the public"),
            tr(
                "No phone numbers, names of persons masked, points rounded to about 50 m; the "
                "latest period of each base that was collected, whatever its status."
            ),
        ),
    }


class ExportDialog(WorkWindow):
    """The window for writing 附件1."""

    def __init__(
        self,
        workspace: Workspace,
        bar: QgsMessageBar,
        parent: QWidget | None = None,
        canvas: QgsMapCanvas | None = None,
    ) -> None:
        super().__init__(tr("Export the collection sheet"), "export", parent)
        self._workspace, self._bar, self._canvas = workspace, bar, canvas
        self._job: Job | None = None
        self._held: list[str] = []  # uuids held back
        self._store = ""  # that they are in
        self._written = ""
        self._build()
        self._connections.add(workspace.changed, self._store_changed)
        self._propose()
        self._refresh()

    def _build(self) -> None:
        self.records = RecordsPanel(self._workspace)
        self.purposes = QButtonGroup(self)
        purpose = QGroupBox(tr("What for"))
        choices = QVBoxLayout(purpose)
        for name, (title, text) in _purposes().items():
            button = QRadioButton(title)
            button.setObjectName(name)
            self.purposes.addButton(button)
            words = QLabel(text)
            words.setWordWrap(True)
            words.setIndent(24)
            choices.addWidget(button)
            choices.addWidget(words)
        choices.addStretch(1)
        self.purposes.buttons()[0].setChecked(True)
        self.target = QgsFileWidget()
        self.target.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.target.setFilter(tr("Workbook") + " (*.xlsx)")
        self.target.setDialogTitle(tr("Sheet"))
        self.listing = QCheckBox(tr("Also write what is held back as a sheet beside it"))
        self.listing.setChecked(True)
        self.table = QTableWidget(0, len(_COLUMNS))
        self.table.setHorizontalHeaderLabels(
            [tr("Reasons") if name == "reasons" else label(name) for name in _COLUMNS]
        )
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        for column, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(column, width)
        self.table.horizontalHeader().setSectionResizeMode(
            len(_COLUMNS) - 1, QHeaderView.ResizeMode.Stretch
        )
        words = {
            "export": (tr("Export"), self.export),
            "held": (tr("Show held-back records"), self.show_held),
            "folder": (tr("Open folder"), self.open_folder),
            "close": (tr("Close"), self.reject),
        }
        where, top = QHBoxLayout(), QHBoxLayout()
        where.addWidget(QLabel(tr("Write to")))
        where.addWidget(self.target, 1)
        top.addWidget(purpose, 3)
        top.addWidget(self.records, 2)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addLayout(where)
        layout.addWidget(self.listing)
        layout.addWidget(self.state)
        layout.addWidget(self.table, 1)
        layout.addLayout(self.working_row())
        layout.addLayout(self.button_row(words, ("export", "folder")))
        self.resize(900, 680)
        self.purposes.buttonClicked.connect(lambda _: self._purpose_changed())
        self.target.fileChanged.connect(lambda _: self._refresh())
        self.records.counted.connect(lambda _: self._refresh())

    # --- state ------------------------------------------------------------------------

    @property
    def busy(self) -> bool:
        """Whether something runs."""
        return self._job is not None

    def stop(self) -> None:
        """Ask what runs, if anything, to stop."""
        if self._job is not None:
            self._job.cancel()

    @property
    def purpose(self) -> str:
        """The purpose chosen."""
        return self.purposes.checkedButton().objectName()

    def _propose(self) -> None:
        """Propose a file beside the store, named by the purpose."""
        if self._workspace.path:
            title, _ = _purposes()[self.purpose]
            folder = store_folder(self._workspace.path)
            if self.target.filePath():
                folder = Path(self.target.filePath()).parent
            self.target.setFilePath(str(folder / f"{SHEET_TITLE}_{title}.xlsx"))

    def _purpose_changed(self) -> None:
        self._propose()
        self._refresh()

    def _store_changed(self) -> None:
        self.records.look_at_store()
        self._refresh()

    def _refresh(self) -> None:
        busy, here = self.busy, self._workspace.layer is not None
        self.buttons["export"].setEnabled(
            here and not busy and self.records.count > 0 and bool(self.target.filePath())
        )
        self.buttons["export"].setDefault(True)
        same = here and self._workspace.path == self._store
        self.buttons["held"].setEnabled(bool(self._held) and same and not busy)
        self.buttons["folder"].setEnabled(bool(self._written))
        self.listing.setEnabled(self.purpose == PLATFORM)
        self.table.setVisible(self.table.rowCount() > 0)
        self.show_busy()
        self.records.setEnabled(here and not busy)
        if not here:
            self.say(tr("No store is open: open one to export from it."), bad=True)

    # --- the export ---------------------------------------------------------------------

    def export(self) -> None:
        """Write the sheet."""
        going, problem = settle_edits(self, self._workspace.layer)
        if not going:
            if problem:
                self.say(problem, bad=True)
            return
        target = Path(self.target.filePath())
        if target.suffix.lower() != ".xlsx":
            target = target.with_name(f"{target.name}.xlsx")
            self.target.setFilePath(str(target))
        if target.exists():
            text = tr("{file} is there already. Replace it?").format(file=target.name)
            if ask(self, text, {"": tr("Cancel"), "yes": tr("Replace it")}) != "yes":
                return
        parameters = {
            # The file, not the layer, which may be removed while we work.
            "INPUT": points_input(self._workspace.path),
            "EXPRESSION": self.records.expression(),
            "PURPOSE": self.purpose,
            "OUTPUT": str(target),
            "HELD_BACK_TABLE": "TEMPORARY_OUTPUT",
        }
        if self.listing.isChecked() and self.purpose == PLATFORM:
            name = tr("{name}_held back").format(name=target.stem)
            parameters["HELD_BACK_LIST"] = str(target.with_name(f"{name}.xlsx"))
        self._job = Job("exportsheet", parameters, layers=("HELD_BACK_TABLE",))
        self._job.ended.connect(self._ended)
        self._job.progressed.connect(lambda percent: self.progress.setValue(int(percent)))
        self._store = self._workspace.path
        self.progress.setValue(0)
        self.say(tr("Exporting…"))
        try:
            self._job.start()
        except OriginTraceError as error:
            self._job = None
            self.say(error_text(error), bad=True)
        self._refresh()

    def _ended(self, outcome: Outcome) -> None:
        self._job = None
        if outcome.cancelled:
            self.say(tr("Cancelled: no sheet was written."), bad=True)
        elif not outcome.done:
            self.say(outcome.problem, bad=True)
        else:
            self._written = outcome.results["OUTPUT"]
            self._show_held(outcome.layers["HELD_BACK_TABLE"])
            words = tr("Records exported: {exported}, held back: {held}.").format(
                exported=outcome.results["EXPORTED"], held=outcome.results["HELD_BACK"]
            )
            if self._held and self.purpose == PLATFORM:
                words += " " + tr("They stay in the store; the reasons are listed below.")
            unlogged = outcome.results["UNLOGGED"]
            self.say(" ".join(filter(None, (words, self._written, unlogged))), bad=bool(unlogged))
        tell_elsewhere(self, self._bar, self.state.text(), outcome.done)
        self._refresh()

    def _show_held(self, layer: QgsVectorLayer) -> None:
        rows = [feature.attributes() for feature in layer.getFeatures()]
        self._held = [row[0] for row in rows]
        self.table.setRowCount(0)
        self.table.setRowCount(min(len(rows), _LISTED))
        for number, row in enumerate(rows[:_LISTED]):
            for column, value in enumerate(row[1:]):
                text = str(value).replace("\n", " ") if value else ""
                item = QTableWidgetItem(text)
                item.setToolTip(str(value) if value else "")
                self.table.setItem(number, column, item)

    def show_held(self) -> None:
        """Select the records held back, and go there on the map."""
        layer = self._workspace.layer
        if layer is not None and self._workspace.path == self._store:
            layer.selectByExpression(uuids_filter(self._held))
            if self._canvas is not None and layer.selectedFeatureCount():
                self._canvas.zoomToSelected(layer)

    def open_folder(self) -> None:
        """Open the folder that the sheet is in."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self._written).parent)))

    def release(self) -> None:
        """Stop what runs and let all signals go, as when the plugin is unloaded."""
        self.records.release()
        super().release()
