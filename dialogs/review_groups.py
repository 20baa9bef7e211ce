"""The townships or collectors of a queue, each with the number of its records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QWidget

from ..core.sorting import sort_key
from ..core.worklist import PASSED, TO_REVIEW
from ..core.worklist_entry import Entry
from ..translation import tr

TOWNSHIP, COLLECTOR = "township", "collector"
_VALUE = Qt.ItemDataRole.UserRole


def group_column(queue: str) -> str:
    """Return what a queue is grouped by: what waits by place, what is to be done by person."""
    return TOWNSHIP if queue in (TO_REVIEW, PASSED) else COLLECTOR


class GroupList(QListWidget):
    """One line for all records, then one for each group."""

    chosen = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = TOWNSHIP
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.setMinimumWidth(90)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setToolTip(tr("Ctrl+Up and Ctrl+Down go from one to the next"))
        self.setAccessibleName(tr("Townships or collectors"))
        self.show_groups([], TOWNSHIP)
        self.currentRowChanged.connect(lambda _row: self.chosen.emit())

    def show_groups(self, entries: Iterable[Entry], column: str) -> None:
        """Show the groups of these entries; the chosen one stays where it still occurs."""
        counts = Counter(getattr(entry, column) for entry in entries)
        kept = self.value if self.narrows and column == self._column else ...
        self._column = column
        nameless = tr("Without township") if column == TOWNSHIP else tr("Without a collector")
        self.blockSignals(True)
        self.clear()
        self._add(tr("All"), sum(counts.values()), ...)
        for value in sorted(counts, key=lambda value: (value is None, sort_key(value))):
            self._add(value or nameless, counts[value], value)
            if value == kept:
                self.setCurrentRow(self.count() - 1)
        if self.currentRow() < 0:
            self.setCurrentRow(0)
        self.blockSignals(False)

    @property
    def narrows(self) -> bool:
        """Whether one group is chosen."""
        return self.currentRow() > 0

    @property
    def value(self) -> str | None:
        """The chosen township or collector; None where they have none."""
        return self.currentItem().data(_VALUE)

    def fitting(self, entries: list[Entry]) -> list[Entry]:
        """Return the entries of the chosen group."""
        if not self.narrows:
            return entries
        value = self.value
        return [entry for entry in entries if getattr(entry, self._column) == value]

    def step(self, by: int) -> None:
        """Choose the group so many lines on."""
        self.setCurrentRow(min(max(self.currentRow() + by, 0), self.count() - 1))

    def _add(self, word: str, count: int, value: object) -> None:
        item = QListWidgetItem(f"{word}  {count:,}", self)
        item.setToolTip(item.text())
        item.setData(_VALUE, None if value is ... else value)
