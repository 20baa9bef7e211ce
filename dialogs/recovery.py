"""The offer to bring back edits that were not saved when QGIS ended."""

from __future__ import annotations

from qgis.core import Qgis
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..core.edits import ADDED, CHANGED, CONFLICT, DELETED, DONE, OPEN, applied
from ..core.errors import OriginTraceError
from ..core.schema import COLUMNS, empty_record
from ..layers.edit_check import title
from ..layers.edit_guard import EditGuard
from ..layers.edit_journal import Interrupted
from ..layers.edit_replay import Item, look_up
from ..layers.store_layers import store_name
from ..layers.value_words import GEOMETRY, column_words, local_time, value_words
from ..translation import tr
from .asking import ask
from .help_window import lead_f1
from .messages import error_text, say
from .notes import BAD, ink
from .work_window import words_label

_ROWS = 1000  # shown at most
_WIDTH = 250  # of a record's name, pixels
_UNTOLD = frozenset(
    {"uuid", "base_id", "version", "updated_at", "updated_by", "coordinate_source"}
    | {"coordinate_original"}
)


class RecoveryDialog(QDialog):
    """What an interrupted session held; restores it into the layer of a guard, or discards it.

    Made with the session's state in the store as it is now: raises StoreError.
    """

    settled = pyqtSignal()  # nothing is left to decide: restored in full, or discarded

    def __init__(
        self,
        guard: EditGuard,
        session: Interrupted,
        bar: QgsMessageBar,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        lead_f1(self, "safety")
        self.guard, self._session, self._bar = guard, session, bar
        self.setWindowTitle(tr("Edits that were not saved"))
        self._build()
        self.show_items(look_up(guard.path, session), restored=False)

    def _build(self) -> None:
        self.words = words_label()
        self.result = words_label()
        self.table = QTableWidget(0, 4)
        self.table.setHorizontalHeaderLabels(
            [tr("Record"), tr("Edit"), tr("What was edited"), tr("Now")]
        )
        self.table.verticalHeader().hide()
        self.table.setWordWrap(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        self.table.setColumnWidth(0, _WIDTH)
        for column in (1, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        row = QHBoxLayout()
        self.buttons: dict[str, QPushButton] = {}
        for name, word, action in (
            ("restore", tr("Restore"), self.restore),
            ("discard", tr("Discard…"), self.discard),
            ("later", tr("Later"), self.reject),
        ):
            button = self.buttons[name] = QPushButton(word)
            button.setAutoDefault(name == "restore")
            button.clicked.connect(lambda _=False, do=action: do())
            row.addWidget(button)
            if name == "discard":
                row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addWidget(self.words)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.result)
        layout.addLayout(row)
        self.resize(960, 440)

    # --- what there is --------------------------------------------------------------

    def show_items(self, items: list[Item], restored: bool) -> None:
        """Show edits; ``restored``: those that are left after the restoring."""
        added, changed, deleted = (
            sum(item.edit.kind == kind for item in items) for kind in (ADDED, CHANGED, DELETED)
        )
        words = [
            tr("QGIS ended before the edits of {store} were saved; the last one is of {when}."),
            tr("{added} added, {changed} changed, {deleted} deleted."),
        ]
        if self._session.damaged:
            words.append(tr("Some of them could not be read: the journal is damaged."))
        if len(items) > _ROWS:
            words.append(tr("The first {rows} are shown."))
        self.words.setText(
            " ".join(words).format(
                store=store_name(self.guard.path),
                when=local_time(self._session.when),
                added=added,
                changed=changed,
                deleted=deleted,
                rows=_ROWS,
            )
        )
        left_out = sum(item.state == CONFLICT for item in items)
        self.result.setText(_left_out_text(left_out) if left_out else "")
        self.buttons["restore"].setEnabled(not restored and left_out < len(items))
        kinds = {ADDED: tr("Added"), CHANGED: tr("Changed"), DELETED: tr("Deleted")}
        self.table.setRowCount(0)
        self.table.setRowCount(min(len(items), _ROWS))
        for row, item in enumerate(items[:_ROWS]):
            record = applied(item.edit, item.stored or empty_record())
            cells = title(record), kinds[item.edit.kind], _told(item), _state(item)
            for column, text in enumerate(cells):
                cell = QTableWidgetItem(text)
                cell.setToolTip(text)
                if item.state == CONFLICT:
                    cell.setForeground(QColor(ink(BAD)))
                self.table.setItem(row, column, cell)

    # --- what may be done -----------------------------------------------------------

    def restore(self) -> None:
        """Put the edits back; what cannot be put back stays in this window."""
        try:
            items = self.guard.restore(self._session)
        except OriginTraceError as error:
            self.result.setText(error_text(error))
            return
        count = sum(item.state != CONFLICT for item in items)
        left = [item for item in items if item.state == CONFLICT]
        text = tr("Edits are back, not saved yet (records: {count}): look at them, then save them.")
        say(self._bar, text.format(count=count), Qgis.MessageLevel.Success)
        if left:
            self.show_items(left, restored=True)
        else:
            self.settled.emit()
            self.accept()

    def discard(self) -> None:
        """Throw the edits away, after asking."""
        text = tr("The edits are lost then and have to be made again. Discard them?")
        if ask(self, text, {"": tr("Keep"), "discard": tr("Discard")}) != "discard":
            return
        try:
            self._session.discard()
        except OSError as error:
            self.result.setText(str(error))
            return
        self.settled.emit()
        self.accept()


def _left_out_text(count: int) -> str:
    return tr(
        "Records edited in the store since, marked red: {count}. Their edits are left out, nothing "
        "is overwritten. Compare them, make by hand what is still right, then discard."
    ).format(count=count)


def _state(item: Item) -> str:
    if item.state == OPEN:
        return tr("Can be restored")
    if item.state == DONE:
        return tr("Is in the store already")
    if item.stored is None:
        return tr("Left out: deleted in the store since")
    return tr("Left out: changed in the store since")


def _told(item: Item) -> str:
    """Return what the edit changes, each field with the value in the store and the new one."""
    edit, stored = item.edit, item.stored
    if edit.kind != CHANGED:
        return ""
    changes = [
        _change(key, (stored or {}).get(key), value)
        for key, value in edit.values.items()
        if key in COLUMNS and key not in _UNTOLD
    ]
    if edit.moved:
        before = None if stored is None or stored["lon"] is None else (stored["lon"], stored["lat"])
        changes.append(_change(GEOMETRY, before, edit.point))
    return "; ".join(changes)


def _change(column: str, before: object, after: object) -> str:
    words = (value_words(column, value, mask=True) or "—" for value in (before, after))
    return f"{column_words(column)}: {' → '.join(words)}"
