"""A table that only shows rows of text."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget


class PlainTable(QTableWidget):
    """Whole rows are selected, one at a time; the last column takes the width that is left."""

    def __init__(
        self,
        columns: Mapping[str, int],
        numbers: Container[int] = (),
        parent: QWidget | None = None,
    ) -> None:
        """``columns``: header -> width in pixels; ``numbers``: which of them hold numbers."""
        super().__init__(0, len(columns), parent)
        self._numbers = numbers
        self.setHorizontalHeaderLabels(list(columns))
        self.verticalHeader().hide()
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(True)
        for column, width in enumerate(columns.values()):
            if width:
                self.setColumnWidth(column, width)

    def show_rows(self, rows: Sequence[Sequence[str]], pale: Sequence[bool] = ()) -> None:
        """Show rows of cells; ``pale``: which of them are past."""
        self.setRowCount(0)
        self.setRowCount(len(rows))
        for number, cells in enumerate(rows):
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if column in self._numbers:
                    item.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
                if pale and pale[number]:
                    item.setForeground(self.palette().mid())
                self.setItem(number, column, item)

    def chosen_row(self) -> int | None:
        """Return the number of the selected row."""
        rows = self.selectionModel().selectedRows()
        return rows[0].row() if rows else None
