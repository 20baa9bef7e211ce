"""What each column of a sheet is read as; a person may put it right."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QWheelEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..core.importing import raw_text
from ..spreadsheets.corrections import HEADER_ROW, LEAVE_OUT, REMARKS
from ..spreadsheets.preview import (
    NUMBER,
    FilePreview,
    HeaderCell,
    SheetPreview,
    TablePreview,
    missing_columns,
    target_labels,
)
from ..translation import render, tr
from .import_corrections import SheetCorrections
from .messages import error_text
from .notes import BAD, ink

_LETTERS, _HEADER, _EXAMPLE, _READ_AS = range(4)
_ONLY_ONCE = (REMARKS, LEAVE_OUT, NUMBER)


class _Choice(QComboBox):
    """A combo that the mouse wheel passes by, so that scrolling changes nothing."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the table."""
        event.ignore()


class ColumnsPanel(QWidget):
    """The columns of one table at a time; remembers what was put right for all of them.

    ``changed``: a column is read as something else. ``table_chosen``: SheetPreview and the
    row of its header. ``column_chosen``: number of a column. ``header_chosen``: path of a
    workbook that is to be read again, since a person said where a header stands.
    """

    changed = pyqtSignal()
    table_chosen = pyqtSignal(object, int)
    column_chosen = pyqtSignal(int)
    header_chosen = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file: FilePreview | None = None
        self._table: TablePreview | None = None
        self._tables: list[tuple[SheetPreview, TablePreview | None]] = []
        self.put_right = SheetCorrections()
        self._labels = target_labels()
        self.which = QComboBox()
        self.which.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.which.setMinimumContentsLength(30)
        self.which.currentIndexChanged.connect(self._table_changed)
        self.reset = QPushButton(tr("As recognised"))
        self.reset.setToolTip(tr("Take back what was put right in this table"))
        self.reset.setIcon(QgsApplication.getThemeIcon("mActionUndo.svg"))
        self.reset.setAutoDefault(False)
        self.reset.clicked.connect(self._reset)
        self.row = QSpinBox()
        self.row.setMinimum(1)
        self.row.setPrefix(tr("Row") + " ")
        self.take_row = QPushButton(tr("is the header"))
        self.take_row.setToolTip(
            tr("Read this sheet anew, with the names of its columns in the row chosen here")
        )
        self.take_row.setAutoDefault(False)
        self.take_row.clicked.connect(self._take_row)
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        self.problem.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.list = QTableWidget(0, 4)
        self.list.setHorizontalHeaderLabels(
            [tr("Col."), tr("Header in the sheet"), tr("Example"), tr("Read as")]
        )
        self.list.verticalHeader().hide()
        self.list.setWordWrap(False)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        for column, width in ((_LETTERS, 46), (_HEADER, 240), (_EXAMPLE, 190)):
            self.list.setColumnWidth(column, width)
        self.list.horizontalHeader().setSectionResizeMode(_READ_AS, QHeaderView.ResizeMode.Stretch)
        self.list.currentCellChanged.connect(self._row_changed)
        top = QHBoxLayout()
        top.addWidget(QLabel(tr("Table:")))
        top.addWidget(self.which, 1)
        for widget in (self.row, self.take_row, self.reset):
            top.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self.problem)
        layout.addWidget(self.list, 1)
        self.show_file(None)

    # --- what is shown ----------------------------------------------------------------

    def show_file(self, file: FilePreview | None) -> None:
        """Show the tables of a workbook, or why there are none."""
        same = file is not None and self._file is not None and file.path == self._file.path
        shown = self._place[1] if same and self._tables else ""
        self._file = file
        self._tables = []
        for sheet in file.sheets if file is not None else ():
            self._tables += [(sheet, table) for table in sheet.tables] or [(sheet, None)]
        self._tables.sort(key=lambda pair: pair[1] is None)
        self.which.blockSignals(True)
        self.which.clear()
        for sheet, table in self._tables:
            self.which.addItem(_table_words(sheet, table))
        names = [sheet.name for sheet, _ in self._tables]
        if shown in names:  # read again: stay at its sheet
            self.which.setCurrentIndex(names.index(shown))
        self.which.blockSignals(False)
        self.which.setEnabled(bool(self._tables))
        self._table_changed()

    def show_table(self, sheet: str, row: int) -> None:
        """Show the table that holds a row of a sheet."""
        for number in reversed(range(len(self._tables))):
            found, table = self._tables[number]
            if found.name == sheet and (table is None or table.header_rows[1] < row):
                self.which.setCurrentIndex(number)
                return

    def propose_row(self, row: int) -> None:
        """Take up a row of the sheet that somebody looks at."""
        self.row.setValue(row)

    def _table_changed(self, _index: int = 0) -> None:
        number = self.which.currentIndex()
        sheet, self._table = self._tables[number] if number >= 0 else (None, None)
        self._fill(sheet)
        first = self._table.header_rows[0] if self._table is not None else 1
        for widget in (self.row, self.take_row):
            widget.setEnabled(sheet is not None and bool(sheet.rows))
        self.row.setMaximum(max(1, len(sheet.rows)) if sheet is not None else 1)
        self.row.setValue(first)
        self.table_chosen.emit(sheet, first)

    def _fill(self, sheet: SheetPreview | None) -> None:
        cells = self._table.cells if self._table is not None else []
        self.list.setRowCount(0)
        self.list.setRowCount(len(cells))
        for row, cell in enumerate(cells):
            self.list.setItem(row, _LETTERS, QTableWidgetItem(cell.letters))
            self.list.setItem(row, _HEADER, _item(cell.text))
            self.list.setItem(row, _EXAMPLE, _item(_example(sheet, self._table, cell)))
            self.list.setCellWidget(row, _READ_AS, self._choice(cell))
        self._tell()

    def _choice(self, cell: HeaderCell) -> QComboBox:
        choice = _Choice()
        choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if cell.key == NUMBER:
            choice.addItem(tr("row number, not read"), NUMBER)
        choice.addItem(tr("— leave out —"), LEAVE_OUT)
        choice.addItem(tr("into the remarks, after its header"), REMARKS)
        for key, text in self._labels.items():
            choice.addItem(text, key)
        choice.setCurrentIndex(choice.findData(self._key_of(cell)))
        self._colour(choice, cell)
        choice.activated.connect(lambda _index, c=cell, box=choice: self._chosen(c, box))
        return choice

    def _colour(self, choice: QComboBox, cell: HeaderCell) -> None:
        """Let what a person put right stand out from what was recognised."""
        font = choice.font()
        font.setBold(self._key_of(cell) != cell.key)
        choice.setFont(font)

    def _tell(self) -> None:
        """Say what is missing, or why there is nothing to show."""
        self.reset.setEnabled(bool(self._tables and self.put_right.of(*self._place)))
        if self._file is None:
            text, bad = tr("Choose a file on the left to see how its columns are read."), False
        elif self._file.error is not None:
            text, bad = error_text(self._file.error), True
            if self._tables:
                text = f"{text}\n{_choose_row()}"
        elif self._table is None:
            text, bad = self._why_left_out(), True
        else:
            keys = {self._key_of(cell) for cell in self._table.cells}
            always, crops = missing_columns(keys, self._table.scale_unit)
            parts = []
            if always:
                parts.append(
                    tr("Required, but missing: {columns}").format(columns="、".join(always))
                )
            if crops:
                parts.append(tr("Required for crops: {columns}").format(columns="、".join(crops)))
            bad = bool(parts)
            text = "；".join(parts) or tr("All required columns are there.")
            if self._file.messages and not self.reset.isEnabled():  # of the columns as recognised
                notes = "\n".join(render(message) for message in self._file.messages)
                text = f"{text}\n{notes}"
        self.problem.setText(text)
        self.problem.setStyleSheet(f"color: {ink(BAD)};" if bad else "")

    def _why_left_out(self) -> str:
        sheet, _ = self._tables[self.which.currentIndex()]
        if sheet.hidden:
            text = tr("This sheet is hidden and not imported.")
        else:
            text = tr("No header was found in this sheet; it is not imported.")
        return f"{text} {_choose_row()}" if sheet.rows else text

    # --- what a person puts right ------------------------------------------------------

    @property
    def _place(self) -> tuple[str, str]:
        """The file and the sheet that are shown."""
        sheet, _ = self._tables[self.which.currentIndex()]
        return self._file.path, sheet.name

    def _key_of(self, cell: HeaderCell) -> str:
        given = self.put_right.of(*self._place)
        return given.get(self._table.place_of(cell), cell.key)

    def _set(self, cell: HeaderCell, key: str) -> None:
        place = self._table.place_of(cell)
        if key == cell.key:
            self.put_right.take_back(*self._place, place)
        else:
            self.put_right.put(*self._place, place, key)

    def _chosen(self, cell: HeaderCell, choice: QComboBox) -> None:
        key = choice.currentData()
        if key == self._key_of(cell):
            return
        for row, other in enumerate(self._table.cells):
            if other is not cell and key not in _ONLY_ONCE and self._key_of(other) == key:
                self._set(other, REMARKS)
                box = self.list.cellWidget(row, _READ_AS)
                box.setCurrentIndex(box.findData(REMARKS))
                self._colour(box, other)
        self._set(cell, key)
        self._colour(choice, cell)
        self._tell()
        self.changed.emit()

    def _reset(self) -> None:
        read_again = HEADER_ROW in self.put_right.of(*self._place)
        self.put_right.take_back(*self._place)
        if read_again:
            self.header_chosen.emit(self._file.path)
        else:
            self._fill(self._tables[self.which.currentIndex()][0])
        self.changed.emit()

    def _take_row(self) -> None:
        self.put_right.put_header(*self._place, self.row.value())
        self.header_chosen.emit(self._file.path)
        self.changed.emit()

    def _row_changed(self, row: int, *_: int) -> None:
        if self._table is not None and 0 <= row < len(self._table.cells):
            self.column_chosen.emit(self._table.cells[row].column)


def _choose_row() -> str:
    return tr(
        "If it holds records, choose the row with the names of its columns and press "
        "«is the header»."
    )


def _item(text: str) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setToolTip(text)
    return item


def _example(sheet: SheetPreview | None, table: TablePreview, cell: HeaderCell) -> str:
    """Return the first values of a column."""
    found: list[str] = []
    for number in table.samples:
        text = raw_text(sheet.rows[number - 1][cell.column - 1])
        if text and text not in found:
            found.append(text)
        if len(found) == 3:
            break
    return " | ".join(found)


def _table_words(sheet: SheetPreview, table: TablePreview | None) -> str:
    name = tr("{sheet} (hidden)").format(sheet=sheet.name) if sheet.hidden else sheet.name
    if table is None:
        return tr("{sheet}: not imported").format(sheet=name)
    return tr("{sheet}: header in row {row}, rows: {count}").format(
        sheet=name, row=table.header_rows[1], count=table.rows
    )
