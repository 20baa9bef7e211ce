"""The widgets of the worklist dock and their places."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..translation import tr
from .reveal import Reveal
from .reveal_button import RevealButton
from .worklist_empty import EmptyPage
from .worklist_filters import FilterBar, QueueBar
from .worklist_model import WorklistModel
from .worklist_view import WorklistView


class WorklistPanel(QWidget):
    """Queues and filters above the table, what is told of it below; fits 300 pixels."""

    def __init__(self, reveal: Reveal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.queues, self.filters = QueueBar(), FilterBar()
        self.model = WorklistModel(reveal, self)
        self.view = WorklistView(self.model)
        self.empty = EmptyPage()
        self.pages = QStackedWidget()
        self.pages.addWidget(self.view)
        self.pages.addWidget(self.empty)
        self.detail = QLabel()  # what is wrong with the current record, in full
        self.detail.setWordWrap(True)
        self.detail.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self.detail.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.status = QLabel()
        self.status.setWordWrap(True)
        self.status.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.place = QPushButton(tr("Place on the map"))
        self.place.setToolTip(tr("Click the point of the selected record on the map (P)"))
        self.place.setAutoDefault(False)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setMaximumHeight(4)
        self.again = QToolButton()
        self.again.setAutoRaise(True)
        self.again.setIcon(QgsApplication.getThemeIcon("/mActionRefresh.svg"))
        self.again.setToolTip(tr("Read the store again"))
        self.reveal = RevealButton(reveal)
        self.filters.buttons.addWidget(self.reveal)
        self.filters.buttons.addWidget(self.again)

        foot = QHBoxLayout()
        foot.addWidget(self.status, 1)
        foot.addWidget(self.place)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.setSpacing(4)
        for part in (self.queues, self.filters):
            layout.addWidget(part)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.bar)
        layout.addWidget(self.detail)
        layout.addLayout(foot)
