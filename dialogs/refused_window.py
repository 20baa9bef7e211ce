"""What a review of many records left as it was, each with the reason."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QAction,
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..core.messages import Message
from ..core.schema import Record
from ..layers.value_words import column_words
from ..translation import render, tr
from .help_window import lead_f1

_UUID = Qt.ItemDataRole.UserRole
_SHOWN = ("subject_name", "product", "township", "village", "collector")


class RefusedWindow(QDialog):
    """Lists them all; Enter or a double click goes to the record in the review."""

    wanted = pyqtSignal(str)  # uuid

    def __init__(
        self,
        summary: str,
        refused: list[tuple[Record | None, list[Message]]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        lead_f1(self, "review")
        self.setWindowTitle(tr("Records refused"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        label = QLabel(summary)
        label.setWordWrap(True)
        self.tree = QTreeWidget()
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self.tree.setHeaderLabels([*map(column_words, _SHOWN), tr("Reason")])
        self.tree.addTopLevelItems([_item(*each) for each in refused])
        for column, width in enumerate((160, 70, 75, 90, 110)):
            self.tree.setColumnWidth(column, width)
        self.tree.itemActivated.connect(lambda item: self.wanted.emit(item.data(0, _UUID)))
        copy = QAction(tr("Copy"), self.tree)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(lambda _checked=False: self._copy())
        self.tree.addAction(copy)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        buttons = QDialogButtonBox()
        button = buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        button.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for part in (label, self.tree, buttons):
            layout.addWidget(part)
        self.resize(900, 380)

    def _copy(self) -> None:
        columns = range(self.tree.columnCount())
        lines = ("\t".join(i.text(c) for c in columns) for i in self.tree.selectedItems())
        QApplication.clipboard().setText("\n".join(lines))


def _item(record: Record | None, reasons: list[Message]) -> QTreeWidgetItem:
    values = [(record[column] or "") if record else "" for column in _SHOWN]
    text = " ".join(map(render, reasons))
    item = QTreeWidgetItem([*values, text])
    item.setToolTip(len(values), text)
    item.setData(0, _UUID, record["uuid"] if record else "")
    return item
