"""The rows of the review: entries that can be marked, to be decided together."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QModelIndex, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QWidget

from ..core.reviews import APPROVE, RETURN, SUBMIT, WITHDRAW
from ..core.worklist import STATE
from ..core.worklist_entry import Entry
from .reveal import Reveal
from .worklist_model import COLUMN_KEYS, WorklistModel
from .worklist_view import WorklistView

# The key of each decision, pressed alone.
DECISION_KEYS = {
    APPROVE: Qt.Key.Key_A,
    RETURN: Qt.Key.Key_R,
    SUBMIT: Qt.Key.Key_S,
    WITHDRAW: Qt.Key.Key_T,
}


GROUP, QUEUE = "group", "queue"


class ReviewModel(WorklistModel):
    """Entries with a box each; marks go with the entries that are listed."""

    marked = pyqtSignal()

    def __init__(self, reveal: Reveal, parent: QObject | None = None) -> None:
        super().__init__(reveal, parent)
        self._marks: set[str] = set()

    def show(self, entries: list[Entry], queue: str) -> None:
        """Show other entries; what is not listed any more is not marked either."""
        super().show(entries, queue)
        self._marks &= {entry.uuid for entry in entries if entry.uuid}
        self.marked.emit()

    def marked_entries(self) -> list[Entry]:
        """Return the marked entries, in the order shown."""
        return [entry for entry in self.entries if entry.uuid in self._marks]

    def toggle(self, row: int) -> None:
        """Mark a row, or not any more."""
        uuid = self.entries[row].uuid
        if uuid:
            self._marks ^= {uuid}
            self._tell(row, row)

    def mark_all(self) -> None:
        """Mark all rows; where all are, none."""
        every = {entry.uuid for entry in self.entries if entry.uuid}
        self._marks = set() if self._marks == every else every
        self._tell(0, len(self.entries) - 1)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows."""
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            marked = self.entries[index.row()].uuid in self._marks
            return Qt.CheckState.Checked if marked else Qt.CheckState.Unchecked
        return super().data(index, role)

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        """Let the boxes be clicked."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else flags

    def setData(self, index: QModelIndex, value: object, role: int) -> bool:
        """Take a click on a box."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.toggle(index.row())
        return True

    def _tell(self, first: int, last: int) -> None:
        if last >= 0:
            self.dataChanged.emit(self.index(first, 0), self.index(last, 0))
        self.marked.emit()


class ReviewView(WorklistView):
    """The table of the review; says what is decided by key."""

    decided = pyqtSignal(str)

    def __init__(self, model: ReviewModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.setColumnHidden(COLUMN_KEYS.index(STATE), True)  # the queue says it

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Decide and mark; what leads to another list is for the dock."""
        if leads_to(event) is not None:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _action(self, event: QKeyEvent) -> Callable[[], None] | None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain == Qt.KeyboardModifier.ControlModifier and event.key() == Qt.Key.Key_A:
            return self.rows.mark_all
        if plain == Qt.KeyboardModifier.NoModifier:
            for kind, key in DECISION_KEYS.items():
                if key == event.key():
                    return lambda: self.decided.emit(kind)
            if event.key() == Qt.Key.Key_Space:
                return self._mark
        return super()._action(event)

    def _mark(self) -> None:
        """Mark the row and go on, so that one blank after another marks several."""
        row = self.currentIndex().row()
        if row >= 0:
            self.rows.toggle(row)
            self.go_to(min(row + 1, len(self.rows.entries) - 1))


def leads_to(event: QKeyEvent) -> tuple[str, int] | None:
    """Return what a key leads to: GROUP or QUEUE, and so many of them on; None for others."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != (
        Qt.KeyboardModifier.ControlModifier
    ):
        return None
    return {
        Qt.Key.Key_Up: (GROUP, -1),
        Qt.Key.Key_Down: (GROUP, 1),
        Qt.Key.Key_Left: (QUEUE, -1),
        Qt.Key.Key_Right: (QUEUE, 1),
    }.get(event.key())
