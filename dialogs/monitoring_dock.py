"""The monitoring dock: how far the collecting is on a day, by township."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QDate, QModelIndex, QPoint, QUrl, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QMenu, QWidget

from ..core import monitoring_words as words
from ..core.errors import OriginTraceError
from ..core.monitoring_table import Line, Monitoring
from ..layers.store_layers import points_input
from ..translation import render, tr
from .background import Job, Outcome
from .help_window import lead_f1
from .messages import error_text
from .monitoring_map import zoom_to_place
from .monitoring_panel import ALL, MonitoringPanel
from .monitoring_source import MonitoringSource
from .seen_dock import SeenDock
from .store_files import store_folder
from .workspace import Workspace


class MonitoringDock(SeenDock):
    """The figures of the store in hand, as ``core.monitoring`` counts them for every output."""

    worklist_wanted = pyqtSignal(str, str)  # township, product; "" for all

    def __init__(
        self,
        workspace: Workspace,
        canvas: QgsMapCanvas | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Monitoring"), parent)
        self.setObjectName("origin_trace_monitoring")
        self._workspace, self._canvas = workspace, canvas
        self._job: Job | None = None
        self._told = ""  # how the last work ended
        self.source = MonitoringSource(workspace, self)
        self.panel = MonitoringPanel()
        self.setWidget(self.panel)
        lead_f1(self, "monitoring")
        panel = self.panel
        panel.day.dateChanged.connect(self._day_chosen)
        panel.product.currentIndexChanged.connect(lambda _row: self._show())
        panel.again.clicked.connect(self.source.refresh)
        panel.view.clicked.connect(self._zoom)
        panel.view.activated.connect(self._open_worklist)
        panel.view.customContextMenuRequested.connect(self._menu)
        panel.book.clicked.connect(self._ask_book)
        panel.page.clicked.connect(self._ask_page)
        self.source.changed.connect(self._source_changed)
        self._source_changed()

    # --- for others -----------------------------------------------------------------

    @property
    def monitoring(self) -> Monitoring | None:
        """The figures shown, None before they are counted."""
        return self.source.monitoring

    @property
    def total(self) -> Line | None:
        """The line whose figures stand on the tiles."""
        shown, product = self.monitoring, self.panel.product.currentData()
        if shown is None or product == ALL:
            return shown and shown.total
        return next((line for line in shown.products if line.place == (product,)), None)

    def close_down(self) -> None:
        """Stop working and follow no signal any more; the dock can then be deleted."""
        super().close_down()
        self.source.close()
        if self._job is not None:
            self._job.ended.disconnect(self._written)
            self._job.cancel()
            self._job = None

    # --- the window -----------------------------------------------------------------

    def wake(self) -> None:
        """Begin to count where that was left."""
        self.source.wake()

    def sleep(self) -> None:
        """Do not count for nobody."""
        self.source.sleep()

    def take_focus(self) -> None:
        """Put the cursor into the table."""
        self.panel.view.setFocus()

    def _source_changed(self) -> None:
        shown = self.monitoring
        self.panel.show_day(self.source.day)
        self.panel.offer(shown.products if shown is not None else ())
        self._show()

    def _show(self) -> None:
        """Show the figures of the chosen product, and how things stand."""
        shown, product, panel = self.monitoring, self.panel.product.currentData(), self.panel
        lines: tuple[Line, ...] = ()
        if shown is not None:
            lines = shown.townships if product == ALL else shown.of_product(product)
        panel.tiles.show_line(self.total)
        panel.model.show(lines)
        panel.busy.setVisible(self.source.counting or self._job is not None)
        for button in (panel.book, panel.page):
            button.setEnabled(shown is not None and self._job is None)
        panel.again.setEnabled(self.source.has_store)
        panel.state.setText("<br>".join(self._state()))

    def _state(self) -> list[str]:
        """Return in sentences of when the figures are, and what to know of them."""
        source, shown = self.source, self.monitoring
        if not source.has_store:
            return [tr("No store is open: open one or create one.")]
        said = [source.problem] if source.problem else []
        if shown is not None:
            said.append(f"<b>{render(words.dated(shown))}</b>")
        elif source.counting:
            said.append(tr("Counting…"))
        if source.has_edits:
            said.append(tr("Edits that are not saved are not counted."))
        if source.boundary_problem:
            said.append(source.boundary_problem)
        said += [render(note) for note in (shown.notes if shown is not None else ())]
        return [*said, self._told] if self._told else said

    # --- what the person asks -------------------------------------------------------

    def _day_chosen(self, day: QDate) -> None:
        self.source.set_day(date(day.year(), day.month(), day.day()))

    def _line(self, index: QModelIndex) -> Line:
        return self.panel.model.lines[self.panel.sorted.mapToSource(index).row()]

    def _zoom(self, index: QModelIndex) -> None:
        self._told = zoom_to_place(
            self._canvas,
            self._workspace.layer,
            self._line(index).place[0],
            self.panel.product.currentData(),
        )
        self._show_told()

    def _open_worklist(self, index: QModelIndex) -> None:
        township = self._line(index).place[0]
        if township is None:
            self._told = tr("The worklist cannot be narrowed to records without a township.")
            self._show_told()
        else:
            product = self.panel.product.currentData() or ""
            self.worklist_wanted.emit(township, product)

    def _show_told(self) -> None:
        self.panel.state.setText("<br>".join(self._state()))

    def _menu(self, place: QPoint) -> None:
        index = self.panel.view.indexAt(place)
        if not index.isValid():
            return
        menu = QMenu(self.panel.view)
        zoom = menu.addAction(tr("Zoom to the points"))
        zoom.triggered.connect(lambda: self._zoom(index))
        listed = menu.addAction(tr("Show in the worklist"))
        listed.setEnabled(self._line(index).place[0] is not None)
        listed.triggered.connect(lambda: self._open_worklist(index))
        menu.popup(self.panel.view.viewport().mapToGlobal(place))

    # --- workbook and page ----------------------------------------------------------

    def _ask_book(self) -> None:
        path = self._ask_path(".xlsx", tr("Workbook"))
        if path:
            self.write({"OUTPUT": path})

    def _ask_page(self) -> None:
        path = self._ask_path(".html", tr("Web page"))
        if path:
            self.write({"OUTPUT": "TEMPORARY_OUTPUT", "REPORT": path})

    def _ask_path(self, ending: str, kind: str) -> str:
        """Return where to write, "" where the person does not want to."""
        name = f"{render(words.TITLE)}_{self.monitoring.day:%Y%m%d}{ending}"
        proposed = str(store_folder(self._workspace.path) / name)
        path, _ = QFileDialog.getSaveFileName(self, kind, proposed, f"{kind} (*{ending})")
        return path if not path or path.lower().endswith(ending) else path + ending

    def write(self, outputs: dict[str, str]) -> None:
        """Have the algorithm write the figures of the day shown; ``outputs``: its parameters."""
        parameters = {
            # The file, not the layer, which may be removed while we work.
            "INPUT": points_input(self._workspace.path),
            "DATE": self.monitoring.day.isoformat(),
            **outputs,
        }
        if self.source.boundary:
            parameters["BOUNDARY"] = self.source.boundary
        self._told = tr("Writing…")
        self._job = Job("monitoring", parameters)
        self._job.ended.connect(self._written)
        try:
            self._job.start()
        except OriginTraceError as error:
            self._job, self._told = None, error_text(error)
        self._show()

    def _written(self, outcome: Outcome) -> None:
        self._job = None
        if outcome.done:
            path = outcome.results.get("REPORT") or outcome.results["OUTPUT"]
            address = QUrl.fromLocalFile(path).toString(QUrl.ComponentFormattingOption.FullyEncoded)
            link = f'<a href="{address}">{Path(path).name}</a>'
            self._told = tr("Written: {file}").format(file=link)
        else:
            self._told = outcome.problem
        self._show()
