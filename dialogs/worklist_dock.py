"""The worklist dock: what is to be placed, corrected or collected, one record after another."""

from __future__ import annotations

from datetime import date

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QEvent, QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence
from qgis.PyQt.QtWidgets import (
    QApplication,
    QMenu,
    QWidget,
)

from ..core.tables import LISTS
from ..core.worklist import VILLAGE
from ..core.worklist_entry import DELETED, Entry
from ..translation import tr
from .help_window import lead_f1
from .seen_dock import SeenDock
from .worklist_map import show_on_map
from .worklist_model import COLUMN_KEYS
from .worklist_panel import WorklistPanel
from .worklist_source import WorklistSource
from .workspace import Workspace


class WorklistDock(SeenDock):
    """The records of the store in hand, in queues; works with mouse and keyboard alone.

    ``canvas``, where given, is panned to the record that is clicked.
    """

    open_wanted = pyqtSignal(str)  # uuid
    place_wanted = pyqtSignal(str)  # uuid
    shown = pyqtSignal(str)  # uuid of the record shown on the map

    def __init__(
        self,
        workspace: Workspace,
        canvas: QgsMapCanvas | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Worklist"), parent)
        self.setObjectName("origin_trace_worklist")
        self._workspace, self._canvas = workspace, canvas
        self._placing = ""  # uuid of the record whose point was asked for last
        self._sort = (VILLAGE, False)
        self.source = WorklistSource(workspace, self)
        self._build()
        lead_f1(self, "worklist")
        self.source.changed.connect(self._entries_changed)
        self.source.state_changed.connect(self._show_state)
        self.source.progressed.connect(self._show_progress)
        self._entries_changed()
        self._show_state()

    # --- for others -----------------------------------------------------------------

    def refresh(self) -> None:
        """Read the store again, in the background."""
        self.source.refresh()

    def close_down(self) -> None:
        """Stop reading and follow no signal any more; the dock can then be deleted."""
        super().close_down()
        self.source.close()

    def uuids(self) -> list[str]:
        """Return the uuids of the listed records, in the order shown."""
        return self.view.uuids()

    def narrow(self, township: str, product: str) -> None:
        """Show what belongs to a township and product; "" for all."""
        for column, value in (("township", township), ("product", product)):
            if value:  # may come before the list was read
                known = self.source.worklist.values(column)
                self.filters.set_values(column, known if value in known else [*known, value])
            self.filters.choose(column, value)

    def select(self, uuid: str) -> bool:
        """Put the cursor on a record; return whether it is listed."""
        return self.view.find(uuid)

    def next_row(self) -> str:
        """Go on to the next record without a point; return its uuid, "" where none is left.

        Call it when the point of the record of ``place_wanted`` was placed.
        """
        self.source.flush()
        rows, placed, self._placing = self.model.entries, self._placing, ""
        start = self.view.currentIndex().row()
        if 0 <= start < len(rows) and rows[start].uuid == placed:
            start += 1
        start = max(start, 0)
        for row in (*range(start, len(rows)), *range(start)):
            entry = rows[row]
            if entry.lon is None and entry.mark != DELETED and entry.uuid and entry.uuid != placed:
                self.view.go_to(row)
                self.view.setFocus()  # the click gave the keyboard to the map; P places this one
                return entry.uuid
        return ""

    # --- the window -----------------------------------------------------------------

    def wake(self) -> None:
        """Begin to read where that was left."""
        self.source.wake(self)

    def sleep(self) -> None:
        """Do not read for nobody."""
        self.source.sleep(self)

    def take_focus(self) -> None:
        """Put the cursor into the table."""
        self.view.setFocus()

    def event(self, event: QEvent) -> bool:
        """Have Ctrl+F for the dock, whatever it means elsewhere in QGIS."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and event.matches(QKeySequence.StandardKey.Find):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the box for words."""
        if event.matches(QKeySequence.StandardKey.Find):
            self.filters.find()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        panel = WorklistPanel(self._workspace.reveal)
        self.setWidget(panel)
        self.queues, self.filters, self.empty = panel.queues, panel.filters, panel.empty
        self.model, self.view, self.pages = panel.model, panel.view, panel.pages
        self.detail, self.status = panel.detail, panel.status
        self.place, self.bar = panel.place, panel.bar

        panel.reveal.ask_about(LISTS, lambda: len(self.source.worklist.entries))
        panel.again.clicked.connect(self.refresh)
        self.queues.chosen.connect(self._show_entries)
        self.filters.changed.connect(self._show_entries)
        self.empty.clear_asked.connect(self.filters.clear)
        self.empty.again_asked.connect(self.refresh)
        self.place.clicked.connect(self._ask_place)
        self.view.clicked.connect(lambda _index: self._show_on_map())
        self.view.doubleClicked.connect(lambda _index: self._ask_open())
        self.view.show_asked.connect(self._show_on_map)
        self.view.open_asked.connect(self._open_by_key)
        self.view.place_asked.connect(self._ask_place)
        self.view.selectionModel().currentRowChanged.connect(lambda *_rows: self._cursor_moved())
        self.view.customContextMenuRequested.connect(self._menu)
        header = self.view.horizontalHeader()
        header.setSortIndicator(COLUMN_KEYS.index(VILLAGE), Qt.SortOrder.AscendingOrder)
        header.sortIndicatorChanged.connect(self._sort_by)
        self.view.copy_asked.connect(self._copy)

    def _sort_by(self, column: int, order: Qt.SortOrder) -> None:
        self._sort = (COLUMN_KEYS[column], order == Qt.SortOrder.DescendingOrder)
        self._show_entries()

    # --- showing the list -----------------------------------------------------------

    def _entries_changed(self) -> None:
        for column in ("township", "product", "collector"):
            self.filters.set_values(column, self.source.worklist.values(column))
        self._show_entries()

    def _show_entries(self) -> None:
        """Show what fits; the cursor stays on its record, or on the row that follows it."""
        worklist = self.source.worklist
        worklist.set_today(date.today())
        view = worklist.view(self.filters.filter(self.queues.queue), *self._sort)
        chosen = {entry.fid for entry in self.view.selected()}
        current, row = self.view.current(), self.view.currentIndex().row()
        top = self.view.verticalScrollBar().value()
        self.model.show(view.entries, self.queues.queue)
        self.queues.set_counts(view.counts if self.source.loaded else None)
        self.view.verticalScrollBar().setValue(top)
        if current is not None:
            self.view.keep(current, row, chosen)
        self._show_state()

    def _show_state(self) -> None:
        """Say how many records are listed, or why there are none."""
        source, found = self.source, len(self.model.entries)
        self.bar.setVisible(source.reading)
        self.pages.setCurrentIndex(0 if found else 1)
        if not found:
            self.empty.explain(source, self.filters.filter(self.queues.queue))
        parts = []
        if source.loaded:
            parts.append(
                tr("Records: {found} of {all}").format(
                    found=f"{found:,}", all=f"{len(source.worklist.entries):,}"
                )
            )
            parts += [text for text in (source.problem, source.boundary_problem) if text]
        self.status.setText("\n".join(parts))
        self._cursor_moved()

    def _show_progress(self, percent: float) -> None:
        self.bar.setValue(int(percent))

    def _cursor_moved(self) -> None:
        entry = self.view.current()
        self.place.setEnabled(entry is not None and entry.mark != DELETED)
        self.detail.setVisible(bool(self.model.entries))
        self.detail.setText(self.model.detail(entry) if entry is not None else "")

    # --- what the person asks -------------------------------------------------------

    def _known(self) -> Entry | None:
        """Return the current entry if others can find it by its number."""
        entry = self.view.current()
        if entry is None:
            return None
        if entry.mark == DELETED:
            self.status.setText(tr("This record was deleted: undo the deletion first (Ctrl+Z)."))
            return None
        if not entry.uuid:
            self.status.setText(tr("This record has no number yet: save the edits first."))
            return None
        return entry

    def _show_on_map(self, near: bool = False) -> None:
        entry = self.view.current()
        if entry is None:
            return
        problem = show_on_map(self._canvas, entry, near)
        if problem:
            self.status.setText(problem)
        else:
            self._show_state()
            self.shown.emit(entry.uuid or "")

    def _ask_open(self) -> None:
        entry = self._known()
        if entry is not None:
            self.open_wanted.emit(entry.uuid)

    def _open_by_key(self) -> None:
        entry = self.view.current()
        if entry is not None and entry.lon is not None:
            self._show_on_map()
        self._ask_open()

    def _ask_place(self) -> None:
        entry = self._known()
        if entry is not None:
            self._placing = entry.uuid
            self.place_wanted.emit(entry.uuid)

    def _copy(self) -> None:
        lines = [self.model.copied(entry) for entry in self.view.selected()]
        QApplication.clipboard().setText("\n".join(lines))

    def _select_on_layer(self) -> None:
        layer = self._workspace.layer
        if layer is not None:
            layer.selectByIds([e.fid for e in self.view.selected() if e.mark != DELETED])

    def _menu(self, place: QPoint) -> None:
        entry = self.view.current()
        if entry is None:
            return
        menu = QMenu(self.view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        alive = entry.mark != DELETED
        for text, slot, enabled in (
            (tr("Open"), self._ask_open, alive),
            (tr("Place on the map"), self._ask_place, alive),
            (tr("Zoom to the point"), lambda: self._show_on_map(near=True), entry.lon is not None),
            (tr("Copy"), self._copy, True),
            (tr("Select on the layer"), self._select_on_layer, True),
        ):
            action = menu.addAction(text)
            action.setEnabled(enabled)
            action.triggered.connect(lambda _checked=False, do=slot: do())
        menu.popup(self.view.viewport().mapToGlobal(place))
