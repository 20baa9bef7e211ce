"""The rows of the worklist for a table view; a row becomes text only when it is seen."""

from __future__ import annotations

from functools import lru_cache

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QIcon, QPainter, QPixmap

from ..core.schema import RETURNED
from ..core.worklist import IS_DUE, PROBLEM, PRODUCER, PRODUCT, QUEUES, STATE, VILLAGE
from ..core.worklist_entry import DELETED, Entry
from ..layers.forms import status_labels
from ..layers.styling import status_colour
from ..translation import render, tr
from .reveal import Reveal

# The columns, by what they sort by.
COLUMN_KEYS = (PRODUCER, PRODUCT, VILLAGE, STATE, PROBLEM)
_DOT = 10  # pixels


class WorklistModel(QAbstractTableModel):
    """Entries of the worklist as rows, in the order given."""

    def __init__(self, reveal: Reveal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reveal = reveal
        self.entries: list[Entry] = []
        self.queue = QUEUES[-1]
        self._headers = (
            tr("Producer"),
            tr("Product"),
            tr("Village"),
            tr("State"),
            tr("What to do"),
        )
        self._states = status_labels()
        self._italic = QFont()
        self._italic.setItalic(True)
        self._struck = QFont(self._italic)
        self._struck.setStrikeOut(True)

    @property
    def states(self) -> list[str]:
        """What may stand in the column of states."""
        return list(self._states.values())

    def show(self, entries: list[Entry], queue: str) -> None:
        """Show other entries."""
        self.beginResetModel()
        self.entries, self.queue = entries, queue
        self.endResetModel()

    # --- what Qt asks ---------------------------------------------------------------

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(COLUMN_KEYS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a header's text."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(self.entries[index.row()], COLUMN_KEYS[index.column()])
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tip(self.entries[index.row()])
        if role == Qt.ItemDataRole.DecorationRole and COLUMN_KEYS[index.column()] == STATE:
            return dot(status_colour(self.entries[index.row()].status))
        if role == Qt.ItemDataRole.FontRole:
            mark = self.entries[index.row()].mark
            if mark:
                return self._struck if mark == DELETED else self._italic
        return None

    # --- texts ----------------------------------------------------------------------

    def text(self, entry: Entry, key: str) -> str:
        """Return the text of one cell."""
        if key == PRODUCER:
            return entry.producer or ""
        if key == PRODUCT:
            return entry.product or ""
        if key == VILLAGE:
            return entry.village or entry.township or ""
        if key == STATE:
            return self._state(entry)
        return self.what(entry)

    def _state(self, entry: Entry) -> str:
        """Return the state in a word; a star where it is not saved."""
        if entry.mark == DELETED:
            return tr("Deleted") + " *"
        state = self._states.get(entry.status, entry.status or "")
        return f"{state} *" if entry.mark else state

    def what(self, entry: Entry) -> str:
        """Return what is wrong or due, first what the queue is about."""
        problem = render(entry.problem) if entry.problem is not None else ""
        more = entry.error_count + entry.warning_count - 1
        if more > 0:
            problem = tr("{problem} (+{more})").format(problem=problem, more=more)
        due = render(entry.due) if entry.due is not None else ""
        parts = [due, problem] if self.queue == IS_DUE else [problem, due]
        if entry.status == RETURNED:
            parts.insert(0, entry.return_reason or "")
        return " ".join(part for part in parts if part)

    def detail(self, entry: Entry) -> str:
        """Return what stands below the table on the current row."""
        unsaved = tr("Not saved yet.") if entry.mark else ""
        return " ".join(part for part in (self.what(entry), unsaved) if part)

    def tip(self, entry: Entry) -> str:
        """Return all that is known of a row, in lines; phones masked unless asked for."""
        lines = [
            entry.producer or tr("No name"),
            " ".join(x for x in (entry.product, entry.period, self._state(entry)) if x),
            (entry.township or "") + (entry.village or ""),
            " ".join(x for x in (entry.collector, self._phone(entry)) if x),
            self.detail(entry),
        ]
        return "\n".join(line for line in lines if line)

    def copied(self, entry: Entry) -> str:
        """Return a row for the clipboard, cells apart by tabs."""
        cells = [self.text(entry, key) for key in COLUMN_KEYS]
        cells[2] = (entry.township or "") + (entry.village or "")
        cells[4:4] = [entry.collector or "", self._phone(entry)]
        return "\t".join(" ".join(cell.split()) for cell in cells)

    def _phone(self, entry: Entry) -> str:
        return self._reveal.phone(entry.collector_phone, entry.uuid)


@lru_cache
def dot(colour: str) -> QIcon:
    """Return a round mark of one colour."""
    picture = QPixmap(QSize(2 * _DOT, 2 * _DOT))
    picture.setDevicePixelRatio(2)
    picture.fill(QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(colour))
    painter.setPen(QColor("#ffffff"))
    painter.drawEllipse(1, 1, _DOT - 2, _DOT - 2)
    painter.end()
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)  # not tinted by the selection
    return icon
