"""A worksheet as it was read: any number of rows, drawn as they are scrolled to."""

from __future__ import annotations

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtGui import QFont
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ..core.importing import raw_text
from ..spreadsheets.preview import SheetPreview
from ..spreadsheets.rawxml import column_letters

_MOST_COLUMNS = 200


class SheetModel(QAbstractTableModel):
    """The cells of a sheet, numbered as in Excel; header rows are bold."""

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self._rows: list[list] = []
        self._headers: set[int] = set()
        self._bold = QFont()
        self._bold.setBold(True)

    def show(self, sheet: SheetPreview | None) -> None:
        """Show another sheet, or none."""
        self.beginResetModel()
        self._rows = sheet.rows if sheet is not None else []
        tables = sheet.tables if sheet is not None else ()
        self._headers = {
            row for t in tables for row in range(t.header_rows[0], t.header_rows[1] + 1)
        }
        self.endResetModel()

    def rowCount(self, parent=None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent=None) -> int:
        """Return the number of columns."""
        if (parent is not None and parent.isValid()) or not self._rows:
            return 0
        return min(len(self._rows[0]), _MOST_COLUMNS)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole):
        """Return a cell's text."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return raw_text(self._rows[index.row()][index.column()])
        if role == Qt.ItemDataRole.FontRole and index.row() + 1 in self._headers:
            return self._bold
        return None

    def headerData(self, section: int, orientation, role: int = Qt.ItemDataRole.DisplayRole):
        """Return letters above and numbers beside."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        horizontal = orientation == Qt.Orientation.Horizontal
        return column_letters(section + 1) if horizontal else str(section + 1)


class SheetView(QTableView):
    """The preview of a sheet. ``row_chosen``: somebody clicked a row (from 1)."""

    row_chosen = pyqtSignal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = SheetModel(self)
        self.setModel(self._model)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + 6)
        self.horizontalHeader().setDefaultSectionSize(self.fontMetrics().averageCharWidth() * 16)
        self.clicked.connect(lambda index: self.row_chosen.emit(index.row() + 1))
        rows.sectionClicked.connect(lambda row: self.row_chosen.emit(row + 1))

    def show_sheet(self, sheet: SheetPreview | None) -> None:
        """Show a sheet from its first header on."""
        self._model.show(sheet)
        if sheet is not None and sheet.tables:
            self.show_row(sheet.tables[0].header_rows[0])
            self.clearSelection()

    def show_row(self, row: int, column: int = 0) -> None:
        """Scroll to a row, and to a column if given (both from 1), and mark the place."""
        index = self._model.index(row - 1, max(column - 1, 0))
        if index.isValid():
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
            if column:
                self.setCurrentIndex(index)
            else:
                self.selectRow(row - 1)

    def show_column(self, column: int) -> None:
        """Scroll to a column (from 1) and mark it."""
        index = self._model.index(max(self.rowAt(1), 0), column - 1)
        if index.isValid():
            self.scrollTo(index)
            self.selectColumn(column - 1)
