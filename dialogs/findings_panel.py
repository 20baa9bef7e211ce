"""The list of findings beside the form: errors first, each with its fix where there is one."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QObject, QSize, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..core.findings import EMPTIED, ERROR, Finding
from ..layers.value_words import GEOMETRY, value_words
from ..translation import render, tr
from .icons import level_icon


class FindingsPanel(QGroupBox):
    """Lists findings; a click leads to the field, a button applies the one sensible value."""

    jump_wanted = pyqtSignal(str)  # column
    fix_wanted = pyqtSignal(object)  # Finding

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAlternatingRowColors(True)
        self.list.viewport().installEventFilter(self)
        self.list.itemClicked.connect(self._jump)
        self.list.itemActivated.connect(self._jump)
        layout = QVBoxLayout(self)
        layout.addWidget(self.list)
        self._shown: list[Finding] | None = None
        self.show_findings([])

    @property
    def findings(self) -> list[Finding]:
        """What is listed, in the order of the list."""
        return list(self._shown or [])

    def show_findings(self, findings: list[Finding]) -> None:
        """List findings, errors first; the same ones again leave the list alone."""
        ordered = sorted(findings, key=lambda finding: finding.level != ERROR)
        if ordered == self._shown:
            return
        self._shown = ordered
        errors = sum(finding.level == ERROR for finding in ordered)
        self.setTitle(
            tr("Errors: {errors}, warnings: {warnings}").format(
                errors=errors, warnings=len(ordered) - errors
            )
            if ordered
            else tr("No findings")
        )
        self.list.clear()
        for finding in ordered:
            self._add(finding)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Break the lines anew where the list became wider or narrower."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _add(self, finding: Finding) -> None:
        item = QListWidgetItem(self.list)
        item.setData(Qt.ItemDataRole.UserRole, finding)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, render(finding.message))
        self.list.setItemWidget(item, self._row(finding))
        self._fit()

    def _row(self, finding: Finding) -> QWidget:
        row = QWidget()
        icon = QLabel()
        icon.setPixmap(level_icon(finding.level).pixmap(16, 16))
        text = QLabel(render(finding.message))
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        text.setWordWrap(True)  # last: it makes the height follow the width
        layout = QHBoxLayout(row)
        layout.setContentsMargins(4, 3, 4, 3)
        layout.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(text, 1)
        for label in (icon, text):  # clicks beside the button are for the list
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if finding.fix is not None:
            button = QToolButton()
            button.setText(fix_words(finding))
            button.setToolTip(tr("Put this value in"))
            button.clicked.connect(lambda: self.fix_wanted.emit(finding))
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _fit(self) -> None:
        width = self.list.viewport().width()
        for number in range(self.list.count()):
            item = self.list.item(number)
            row = self.list.itemWidget(item)
            if row is not None:
                height = row.layout().heightForWidth(width)
                item.setSizeHint(QSize(0, max(height, row.minimumSizeHint().height())))

    def _jump(self, item: QListWidgetItem) -> None:
        finding = item.data(Qt.ItemDataRole.UserRole)
        if finding.column:
            self.jump_wanted.emit(finding.column)


def fix_words(finding: Finding) -> str:
    """Return what stands on the button of a fix."""
    fix = finding.fix
    if fix == EMPTIED:
        return tr("Empty it")
    if finding.column == GEOMETRY:
        return tr("Exchange")
    if isinstance(fix, dict):
        own = fix.get(finding.column)
        return value_words(finding.column, own) if own else "、".join(map(str, fix.values()))
    return value_words(finding.column, fix)
