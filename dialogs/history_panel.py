"""The history of a record: each version with what it changed."""

from __future__ import annotations

from pathlib import Path

from qgis.gui import QgsCollapsibleGroupBoxBasic
from qgis.PyQt.QtWidgets import QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ..core.errors import StoreError
from ..core.tables import DELETE, INSERT, RECORD, UNDO, UPDATE
from ..layers.record_history import Version, versions
from ..layers.value_words import column_words, local_time, value_words
from ..translation import tr
from .messages import error_text
from .reveal import Reveal
from .reveal_button import RevealButton


class HistoryPanel(QgsCollapsibleGroupBoxBasic):
    """Shows the saved versions of one record, latest first; read when it is opened."""

    def __init__(self, reveal: Reveal, parent: QWidget | None = None) -> None:
        super().__init__(tr("History"), parent)
        self._path: str | Path = ""
        self._uuid: str | None = None
        self._is_read = True
        self._reveal = reveal
        self._button = RevealButton(reveal, words=True)
        self._button.ask_about(RECORD, lambda: 1, lambda: self._uuid)
        reveal.changed.connect(self._read_again)
        self.tree = QTreeWidget()
        self.tree.setColumnCount(2)
        self.tree.setHeaderHidden(True)
        self.tree.setWordWrap(True)
        self.tree.setUniformRowHeights(False)
        layout = QVBoxLayout(self)
        layout.addWidget(self.tree)
        layout.addWidget(self._button)
        self.setCollapsed(True)
        self.collapsedStateChanged.connect(self._read)

    def show_record(self, path: str | Path, uuid: str | None) -> None:
        """Show the history of a record of a store; None for one that is not saved yet."""
        self._path, self._uuid = path, uuid
        self._button.refresh()
        self._read_again()

    def _read_again(self) -> None:
        self._is_read = False
        self.tree.clear()
        self._read()

    def _read(self) -> None:
        # A closed box would paint the button too.
        self._button.setVisible(self._uuid is not None and not self.isCollapsed())
        if self._is_read or self.isCollapsed():
            return
        self._is_read = True
        try:
            found = versions(self._path, self._uuid) if self._uuid else []
        except StoreError as error:
            self.tree.addTopLevelItem(QTreeWidgetItem([error_text(error)]))
            return
        for version in found:
            self._add(version)
        if not found:
            self.tree.addTopLevelItem(QTreeWidgetItem([tr("Nothing is saved yet.")]))
        self.tree.resizeColumnToContents(0)

    def _add(self, version: Version) -> None:
        words = {
            INSERT: tr("Created"),
            UPDATE: tr("Changed"),
            DELETE: tr("Deleted"),
            UNDO: tr("Import undone"),
        }
        operation = words.get(version.operation, version.operation)
        if version.batch and version.operation in (INSERT, UPDATE):
            operation = tr("{operation} by an import").format(operation=operation)
        item = QTreeWidgetItem([local_time(version.time), f"{version.operator}  {operation}"])
        self.tree.addTopLevelItem(item)
        mask = not self._reveal.shows(self._uuid)
        for column, before, after in version.changes:
            old, new = (value_words(column, value, mask) or "—" for value in (before, after))
            row = QTreeWidgetItem([column_words(column), f"{old} → {new}"])
            row.setToolTip(1, f"{old} → {new}")
            item.addChild(row)
        item.setExpanded(True)
