"""The findings of an import as a table: any number, filtered and sorted in place."""

from __future__ import annotations

import re
import sys
from collections import Counter

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QGuiApplication, QKeySequence
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QAction,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ..core.findings import ERROR, INFO, WARNING
from ..translation import tr
from . import notes

# The columns of the algorithm's table FINDINGS, those shown first.
_FIELDS = ("level", "file", "sheet", "row", "column", "message", "fix", "cell", "path")
LEVEL, FILE, SHEET, ROW, COLUMN, MESSAGE, FIX, CELL, PATH = range(len(_FIELDS))
_SHOWN = 7
_WIDTHS = (58, 110, 70, 46, 130, 330, 120)
_ORDER = {ERROR: 0, WARNING: 1, INFO: 2}
_KINDS = {ERROR: notes.BAD, WARNING: notes.WARNING}
_LETTERS = re.compile(r"[A-Z]+")


def level_words() -> dict[str, str]:
    """Return the words for the levels."""
    return {ERROR: tr("Error"), WARNING: tr("Warning"), INFO: tr("Note")}


def read_findings(layer: QgsVectorLayer) -> list[tuple]:
    """Return the rows of the algorithm's table; equal texts become one object."""
    places = [layer.fields().lookupField(name) for name in _FIELDS]
    rows = []
    for feature in layer.getFeatures():
        values = feature.attributes()
        row = [values[place] or None for place in places]
        for index in (LEVEL, FILE, SHEET, COLUMN, MESSAGE, PATH):
            row[index] = sys.intern(row[index]) if row[index] else ""
        rows.append(tuple(row))
    return rows


class FindingsModel(QAbstractTableModel):
    """Holds the rows once; what is shown is a list of their places."""

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self._rows: list[tuple] = []
        self._shown: list[int] = []
        self._level = ""
        self._sorted: tuple[int, bool] | None = None
        self._words = level_words()
        self._heads = (
            tr("Level"),
            tr("File"),
            tr("Sheet"),
            tr("Row"),
            tr("Column"),
            tr("What is to be looked at"),
            tr("Proposal"),
        )

    def set_rows(self, rows: list[tuple]) -> None:
        """Show other findings."""
        self.beginResetModel()
        self._rows = rows
        self._arrange()
        self.endResetModel()

    def set_level(self, level: str) -> None:
        """Show one level only, "" for all."""
        self.beginResetModel()
        self._level = level
        self._arrange()
        self.endResetModel()

    def counts(self) -> Counter:
        """Return level -> number of findings."""
        return Counter(row[LEVEL] for row in self._rows)

    def row_at(self, number: int) -> tuple:
        """Return the finding in a row of the view."""
        return self._rows[self._shown[number]]

    def _arrange(self) -> None:
        rows = self._rows
        self._shown = [
            place for place, row in enumerate(rows) if not self._level or row[LEVEL] == self._level
        ]
        if self._sorted is not None:
            column, descending = self._sorted

            def key(place: int) -> tuple:
                value = rows[place][column]
                if column == LEVEL:
                    value = _ORDER.get(value, 3)
                return (value is None, value if value is not None else 0)

            self._shown.sort(key=key, reverse=descending)

    def sort(self, column: int, order=Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; equal ones keep their order."""
        self.layoutAboutToBeChanged.emit()
        self._sorted = (column, order == Qt.SortOrder.DescendingOrder) if column >= 0 else None
        self._arrange()
        self.layoutChanged.emit()

    def rowCount(self, parent=None) -> int:
        """Return the number of findings shown."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent=None) -> int:
        """Return the number of columns shown."""
        return 0 if parent is not None and parent.isValid() else _SHOWN

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole):
        """Return a cell; read only where it is looked at."""
        column = index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            value = self.row_at(index.row())[column]
            return self._words.get(value, value) if column == LEVEL else value
        if role == Qt.ItemDataRole.ForegroundRole and column == LEVEL:
            kind = _KINDS.get(self.row_at(index.row())[LEVEL])
            return QColor(notes.ink(kind)) if kind is not None else None
        return None

    def headerData(self, section: int, orientation, role: int = Qt.ItemDataRole.DisplayRole):
        """Return the heads of the columns."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._heads[section]
        return None


class FindingsView(QWidget):
    """The table with its filter. ``wanted``: file path, sheet, row and column (0: whole row)."""

    wanted = pyqtSignal(str, str, int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = FindingsModel(self)
        self.filter = QComboBox()
        self.filter.setMinimumContentsLength(14)
        self.filter.currentIndexChanged.connect(self._filtered)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.table.setWordWrap(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        for column, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(column, width)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.table.selectionModel().currentRowChanged.connect(self._tell)
        self.whole = QLabel()  # the finding in full, where the columns are too narrow
        self.whole.setWordWrap(True)
        self.whole.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self.whole.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.table.doubleClicked.connect(self._double_clicked)
        copy = QAction(tr("Copy"), self.table)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self.copy)
        self.table.addAction(copy)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        top = QHBoxLayout()
        top.addWidget(QLabel(tr("Show:")))
        top.addWidget(self.filter)
        top.addWidget(QLabel(tr("Double click shows the row in the sheet; Ctrl+C copies.")), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.whole)
        self.set_rows([])

    def set_rows(self, rows: list[tuple]) -> None:
        """Show other findings, all levels."""
        self.model.set_rows(rows)
        counts = self.model.counts()
        self.filter.blockSignals(True)
        self.filter.clear()
        self.filter.addItem(tr("All ({count})").format(count=len(rows)), "")
        for level, word in level_words().items():
            self.filter.addItem(f"{word} ({counts[level]})", level)
        self.filter.blockSignals(False)
        self._filtered()

    def _filtered(self, _index: int = 0) -> None:
        self.whole.clear()
        self.model.set_level(self.filter.currentData() or "")

    def _tell(self, index: QModelIndex, _before: QModelIndex | None = None) -> None:
        if index.isValid():
            row = self.model.row_at(index.row())
            text = f"{row[CELL] or row[ROW]} {row[COLUMN]}: {row[MESSAGE]}"
            if row[FIX]:
                text = tr("{text} Proposed: {fix}").format(text=text, fix=row[FIX])
            self.whole.setText(text)

    def _double_clicked(self, index: QModelIndex) -> None:
        row = self.model.row_at(index.row())
        letters = _LETTERS.match(row[CELL] or "")
        column = 0
        for letter in letters[0] if letters else "":
            column = column * 26 + ord(letter) - 64
        self.wanted.emit(row[PATH], row[SHEET], int(row[ROW] or 0), column)

    def copy(self) -> None:
        """Put the selected findings on the clipboard, as cells for a spreadsheet."""
        numbers = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        lines = []
        for number in numbers:
            cells = (self.model.data(self.model.index(number, column)) for column in range(_SHOWN))
            lines.append("\t".join(str(cell or "").replace("\n", " ") for cell in cells))
        QGuiApplication.clipboard().setText("\n".join(lines))
