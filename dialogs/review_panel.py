"""The widgets of the review and their places: the queue, and beside or below it the record."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QKeySequence, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..core.reviews import APPROVE, RETURN, SUBMIT, WITHDRAW
from ..core.worklist import REVIEW_QUEUES, TO_REVIEW
from ..translation import tr
from .notes import Note
from .reveal import Reveal
from .reveal_button import RevealButton
from .review_groups import GroupList
from .review_model import DECISION_KEYS, ReviewModel, ReviewView
from .review_page import ReviewPage
from .worklist_empty import EmptyPage
from .worklist_filters import FilterBar, QueueBar


def decision_words() -> dict[str, tuple[str, str]]:
    """Return what stands on the button of each decision, and what it does."""
    return {
        APPROVE: (tr("Approve"), tr("Approve the record, or all marked ones, and go on")),
        RETURN: (tr("Return…"), tr("Send it back with a reason and a deadline, and go on")),
        SUBMIT: (tr("Submit"), tr("Submit a draft or a corrected record for its collector")),
        WITHDRAW: (
            tr("Take back"),
            tr("Take an approval back: the record waits for its review again"),
        ),
    }


class ReviewPanel(QWidget):
    """Queues above groups, table and page; what happened and the buttons below."""

    def __init__(self, reveal: Reveal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.queues = QueueBar(REVIEW_QUEUES, TO_REVIEW)
        self.filters = FilterBar(())
        self.groups = GroupList()
        self.model = ReviewModel(reveal, self)
        self.view = ReviewView(self.model)
        self.empty, self.page = EmptyPage(), ReviewPage()
        self.pages = QStackedWidget()
        self.pages.addWidget(self.view)
        self.pages.addWidget(self.empty)
        self.note, self.status = Note(), QLabel()
        self.status.setWordWrap(True)
        self.status.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.bar, self.cancel = QProgressBar(), QPushButton(tr("Cancel"))
        self.bar.setMaximumHeight(14)
        self.again = QToolButton()
        self.again.setAutoRaise(True)
        self.again.setIcon(QgsApplication.getThemeIcon("/mActionRefresh.svg"))
        self.again.setToolTip(tr("Read the store again"))
        self.reveal = RevealButton(reveal)
        for button in (self.reveal, self.again):
            self.filters.buttons.addWidget(button)
        self.buttons = {kind: self._button(kind) for kind in decision_words()}
        self.sheets = QPushButton(tr("Sheets to send back…"))
        self.sheets.setToolTip(
            tr(
                "One marked-up workbook for each township, with the listed records (or the "
                "marked ones) that are returned or have findings"
            )
        )
        self.folder = QPushButton(tr("Open folder"))
        self.folder.hide()
        self._lay_out()

    def sizeHint(self) -> QSize:
        """Begin wide enough for a queue with its townships."""
        return QSize(460, 640)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the record beside the queue where the dock is wide, else below it."""
        wide = event.size().width() > 1.2 * event.size().height()
        turned = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self.split.orientation() != turned:
            self.split.setOrientation(turned)
        super().resizeEvent(event)

    def _button(self, kind: str) -> QPushButton:
        word, tip = decision_words()[kind]
        key = QKeySequence(DECISION_KEYS[kind]).toString()
        button = QPushButton(f"{word} ({key})")
        button.setToolTip(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the table
        return button

    def _lay_out(self) -> None:
        queue = QSplitter(Qt.Orientation.Horizontal)
        queue.addWidget(self.groups)
        queue.addWidget(self.pages)
        queue.setStretchFactor(1, 1)
        queue.setSizes([105, 345])
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.addWidget(queue)
        self.split.addWidget(self.page)
        self.split.setSizes([220, 320])
        for split in (queue, self.split):
            split.setChildrenCollapsible(False)
        working, deciding, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        working.addWidget(self.bar, 1)
        working.addWidget(self.cancel)
        for button in self.buttons.values():
            deciding.addWidget(button)
        foot.addWidget(self.status, 1)
        foot.addWidget(self.folder)
        foot.addWidget(self.sheets)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.setSpacing(4)
        for part in (self.queues, self.filters):
            layout.addWidget(part)
        layout.addWidget(self.split, 1)
        layout.addLayout(working)
        layout.addWidget(self.note)
        for row in (deciding, foot):
            layout.addLayout(row)
