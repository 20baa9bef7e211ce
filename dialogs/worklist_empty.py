"""What stands in the place of an empty worklist: why it is empty and what to do."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ..core.worklist import (
    ALL,
    IN_DRAFT,
    IS_DUE,
    LATE,
    PASSED,
    SENT_BACK,
    TO_PLACE,
    TO_REVIEW,
    WRONG,
    Filter,
)
from ..translation import tr
from .worklist_source import WorklistSource


class EmptyPage(QWidget):
    """A sentence, and a button where one helps."""

    clear_asked = pyqtSignal()
    again_asked = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.clear = QPushButton(tr("Clear the filter"))
        self.again = QPushButton(tr("Try again"))
        self.clear.clicked.connect(self.clear_asked)
        self.again.clicked.connect(self.again_asked)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(self.text)
        for button in (self.clear, self.again):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)

    def explain(self, source: WorklistSource, asked: Filter) -> None:
        """Say why nothing is listed."""
        narrowed = source.loaded and asked.narrows and bool(source.worklist.entries)
        self.text.setText(_reason(source, asked, narrowed))
        self.clear.setVisible(narrowed)
        self.again.setVisible(bool(source.problem) and not source.loaded and not source.reading)


def _reason(source: WorklistSource, asked: Filter, narrowed: bool) -> str:
    if not source.has_store:
        return tr("No store is open: open one or create one.")
    if not source.loaded:
        return source.problem if source.problem and not source.reading else tr("Reading …")
    if not source.worklist.entries:
        return tr("The store holds no records yet: import a sheet or place the first point.")
    if narrowed:
        return tr("No record fits the filter.")
    return {
        TO_PLACE: tr("Nothing here: all points are placed."),
        WRONG: tr("Nothing here: no record has errors or warnings."),
        SENT_BACK: tr("Nothing here: no record is returned."),
        IS_DUE: tr("Nothing here: nothing is due."),
        ALL: "",
        TO_REVIEW: tr("Nothing here: no record waits for its review."),
        LATE: tr("Nothing here: no returned record is past its deadline."),
        IN_DRAFT: tr("Nothing here: there are no drafts."),
        PASSED: tr("Nothing here: no record is approved yet."),
    }[asked.queue]
