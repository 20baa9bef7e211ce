"""The widgets of the monitoring dock and their places."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QDate, QSortFilterProxyModel, Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..core import monitoring_words as words
from ..core.monitoring_table import Line
from ..translation import render, tr
from .monitoring_model import BAR, PLACE, SORT_ROLE, BarDelegate, MonitoringModel
from .monitoring_tiles import Tiles

_BAR_WIDTH, _ROW = 90, 24  # pixels
ALL = ""  # the product of all; None is that of records without one


class MonitoringPanel(QWidget):
    """Day and product above the figures, the townships below them; fits 300 pixels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day = QDateEdit(QDate.currentDate())
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.day.setKeyboardTracking(False)
        self.day.setToolTip(tr("The day that counts"))
        self.product = QComboBox()
        self.product.addItem(tr("All products"), ALL)
        self.product.setToolTip(tr("Figures of this product only"))
        self.product.setMinimumContentsLength(4)
        self.product.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.again = QToolButton()
        self.again.setAutoRaise(True)
        self.again.setIcon(QgsApplication.getThemeIcon("/mActionRefresh.svg"))
        self.again.setToolTip(tr("Count the store again"))
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setMaximumHeight(4)
        self.tiles = Tiles()
        self.model = MonitoringModel(self)
        self.sorted = QSortFilterProxyModel(self)
        self.sorted.setSourceModel(self.model)
        self.sorted.setSortRole(SORT_ROLE)
        self.view = self._view()
        self.state = QLabel()
        self.state.setWordWrap(True)
        self.state.setOpenExternalLinks(True)
        self.state.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.state.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.book, self.page = QPushButton(tr("Workbook…")), QPushButton(tr("Page…"))
        self.book.setToolTip(tr("Write these figures as a workbook with charts"))
        self.page.setToolTip(tr("Write these figures as a page that can be printed"))
        for button in (self.book, self.page):
            button.setAutoDefault(False)

        top, foot = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.day)
        top.addWidget(self.product, 1)
        top.addWidget(self.again)
        foot.addStretch(1)
        foot.addWidget(self.book)
        foot.addWidget(self.page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self.busy)
        layout.addWidget(self.tiles)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.state)
        layout.addLayout(foot)

    def _view(self) -> QTableView:
        view = QTableView()
        view.setModel(self.sorted)
        view.setItemDelegateForColumn(BAR, BarDelegate(view))
        view.setSortingEnabled(True)
        view.sortByColumn(PLACE, Qt.SortOrder.AscendingOrder)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setToolTip(tr("A click shows the township's points, a double click its worklist."))
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(_ROW)
        header = view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(BAR, QHeaderView.ResizeMode.Interactive)
        view.setColumnWidth(BAR, _BAR_WIDTH)
        view.setMinimumHeight(4 * _ROW)
        return view

    def show_day(self, day: date) -> None:
        """Show the day that counts."""
        self.day.blockSignals(True)
        self.day.setDate(QDate(day.year, day.month, day.day))
        self.day.blockSignals(False)

    def offer(self, products: Iterable[Line]) -> None:
        """Offer these products; the one chosen stays where it is still there."""
        chosen, names = self.product.currentData(), [line.place[0] for line in products]
        if names == [self.product.itemData(row) for row in range(1, self.product.count())]:
            return
        self.product.blockSignals(True)
        while self.product.count() > 1:
            self.product.removeItem(1)
        for name in names:
            self.product.addItem(render(words.place_name(name)), name)
        self.product.setCurrentIndex(names.index(chosen) + 1 if chosen in names else 0)
        self.product.blockSignals(False)
