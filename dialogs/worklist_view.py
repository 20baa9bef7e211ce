"""The table of the worklist: whole rows, worked by keyboard as well as by mouse."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QSize,
    Qt,
    pyqtSignal,
)
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence, QPaintEvent, QResizeEvent
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ..core.worklist import STATE
from ..core.worklist_entry import Entry
from .worklist_model import COLUMN_KEYS, WorklistModel

_WIDTHS = (14, 6, 9, 0, 18)  # of the columns, in Latin characters; the state as its words


class WorklistView(QTableView):
    """A table of entries; says what the person wants to do with the current one."""

    show_asked = pyqtSignal()
    open_asked = pyqtSignal()
    place_asked = pyqtSignal()
    copy_asked = pyqtSignal()

    def __init__(self, model: WorklistModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.rows = model
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setIconSize(QSize(10, 10))
        self.verticalHeader().hide()
        metrics = self.fontMetrics()
        # One height for all rows, so that no row is asked for its own.
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(metrics.height() + 8)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSortIndicatorShown(True)
        header.setSectionsClickable(True)
        header.setMinimumSectionSize(3 * metrics.averageCharWidth())
        for column, characters in enumerate(_WIDTHS):
            word = self._width_of(model.headerData(column, Qt.Orientation.Horizontal))
            self.setColumnWidth(column, max(self._width(characters), word))
        states = max(map(self._width_of, model.states))
        self.setColumnWidth(COLUMN_KEYS.index(STATE), states + self.iconSize().width())

    # --- entries --------------------------------------------------------------------

    def current(self) -> Entry | None:
        """Return the entry under the cursor."""
        row = self.currentIndex().row()
        return self.rows.entries[row] if 0 <= row < len(self.rows.entries) else None

    def uuids(self) -> list[str]:
        """Return the uuids of the listed records, in the order shown."""
        return [entry.uuid for entry in self.rows.entries if entry.uuid]

    def find(self, uuid: str) -> bool:
        """Put the cursor on a record; return whether it is listed."""
        for row, entry in enumerate(self.rows.entries):
            if entry.uuid == uuid:
                self.go_to(row)
                return True
        return False

    def selected(self) -> list[Entry]:
        """Return the selected entries, in the order shown."""
        entries, rows = self.rows.entries, set()
        for part in self.selectionModel().selection():
            rows.update(range(part.top(), part.bottom() + 1))
        return [entries[row] for row in sorted(rows)]

    def go_to(self, row: int) -> None:
        """Put the cursor on a row."""
        index = self.rows.index(row, max(self.currentIndex().column(), 0))
        self.selectionModel().setCurrentIndex(
            index,
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows,
        )
        self.scrollTo(index)

    def select_rows(self, current: int, rows: list[int]) -> None:
        """Select several rows, with the cursor on one of them."""
        selection = QItemSelection()
        for row in rows:
            selection.select(self.rows.index(row, 0), self.rows.index(row, len(_WIDTHS) - 1))
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self.rows.index(current, 0), flags.NoUpdate)
        self.selectionModel().select(selection, flags.ClearAndSelect)

    def keep(self, current: Entry, row: int, chosen: set[int]) -> None:
        """Stay on a record after other entries came, or on the row where it was.

        ``chosen``: fids of what was selected with it.
        """
        entries = self.rows.entries
        if not entries:
            return
        rows = {
            e.fid: n for n, e in enumerate(entries) if e.fid in chosen or e.uuid == current.uuid
        }
        here = next((n for n in rows.values() if _same(entries[n], current)), None)
        if here is None:
            self.go_to(min(row, len(entries) - 1))
        elif len(chosen) <= 1:
            self.go_to(here)
        else:
            self.select_rows(here, [n for n, e in enumerate(entries) if e.fid in chosen])

    def scrollTo(
        self,
        index: QModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Scroll up or down only: a click shall not push the table sideways."""
        sideways = self.horizontalScrollBar().value()
        super().scrollTo(index, hint)
        self.horizontalScrollBar().setValue(sideways)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the last column what the others leave, and at least its due."""
        super().resizeEvent(event)
        last = len(_WIDTHS) - 1
        rest = self.viewport().width() - sum(map(self.columnWidth, range(last)))
        self.setColumnWidth(last, max(rest, self._width(_WIDTHS[last])))

    def _width_of(self, word: str) -> int:
        return self.fontMetrics().horizontalAdvance(word) + 14

    def _width(self, characters: int) -> int:
        return characters * self.fontMetrics().averageCharWidth() + 12

    # --- events ---------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint in one go.

        Holding Python's lock from here on; else each cell would wait for a worklist that
        is being read in another thread.
        """
        super().paintEvent(event)

    def event(self, event: QEvent) -> bool:
        """Have our keys for the table, whatever they mean elsewhere in QGIS."""
        if event.type() == QEvent.Type.ShortcutOverride and self._action(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, blank shows, P places, Home and End go to the first and last row."""
        action = self._action(event)
        if action is None:
            super().keyPressEvent(event)
        elif self.rows.entries:
            action()

    def _action(self, event: QKeyEvent) -> Callable[[], None] | None:
        if event.matches(QKeySequence.StandardKey.Copy):
            return self.copy_asked.emit
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return None
        return {
            Qt.Key.Key_Return: self.open_asked.emit,
            Qt.Key.Key_Enter: self.open_asked.emit,
            Qt.Key.Key_Space: self.show_asked.emit,
            Qt.Key.Key_P: self.place_asked.emit,
            Qt.Key.Key_Home: lambda: self.go_to(0),
            Qt.Key.Key_End: lambda: self.go_to(len(self.rows.entries) - 1),
        }.get(event.key())

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: it would turn every row into text; Ctrl+F searches."""


def _same(entry: Entry, other: Entry) -> bool:
    """Tell whether two entries are one record, before and after its fid changed on saving."""
    return entry.uuid == other.uuid if other.uuid else entry.fid == other.fid
