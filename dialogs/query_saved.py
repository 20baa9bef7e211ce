"""The queries saved in the store, as a list with what can be done to them."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import (
    QGridLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ..core.errors import OriginTraceError
from ..core.query import Query
from ..core.query_text import query_from_text
from ..core.query_words import query_words
from ..layers.saved_queries import delete_query, rename_query, save_query, saved_queries
from ..layers.value_words import local_time
from ..settings import operator_or_user
from ..translation import tr
from .asking import ask, ask_line
from .messages import error_text
from .workspace import Workspace


class SavedQueries(QWidget):
    """The list. ``opened``: a Query that is to be shown; ``told``: a sentence, and if it is bad."""

    opened = pyqtSignal(object)
    told = pyqtSignal(str, bool)

    def __init__(
        self, workspace: Workspace, asked: Callable[[], Query], parent: QWidget | None = None
    ) -> None:
        """``asked``: returns the query in hand, raises InputError for what is none."""
        super().__init__(parent)
        self._workspace, self._asked = workspace, asked
        self._kept = Query()  # as the query in hand was opened or saved last
        self._build()

    # --- the list ---------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the list again."""
        name = self.name
        self.list.clear()
        rows = []
        if self._workspace.layer is not None:
            try:
                rows = saved_queries(self._workspace.path)
            except OriginTraceError as error:
                self.told.emit(error_text(error), True)
        for row in rows:
            item = QListWidgetItem(row["name"], self.list)
            item.setData(Qt.ItemDataRole.UserRole, row["query"])
            item.setToolTip(_tool_tip(row))
        self._select(name)

    @property
    def name(self) -> str:
        """The name of the selected one, "" for none."""
        return next((item.text() for item in self.list.selectedItems()), "")

    def begin(self) -> None:
        """Have no query in hand that was saved."""
        self._select("")

    def keep(self) -> None:
        """Take the query in hand as it is for the one that was opened or saved."""
        self._kept = self._asked()

    def _select(self, name: str) -> None:
        found = self.list.findItems(name, Qt.MatchFlag.MatchExactly) if name else []
        self.list.setCurrentItem(found[0] if found else None)
        if not found:
            self.list.clearSelection()
        self._enable()

    def _enable(self) -> None:
        there = self._workspace.layer is not None
        self.buttons["save"].setEnabled(there)
        for key in ("open", "rename", "delete"):
            self.buttons[key].setEnabled(there and bool(self.name))

    # --- what can be done -------------------------------------------------------------

    def open(self) -> None:
        """Show the selected query; what was changed meanwhile is asked for."""
        chosen = self.list.selectedItems()
        if not chosen or not self._may_leave():
            return
        try:
            self.opened.emit(query_from_text(chosen[0].data(Qt.ItemDataRole.UserRole) or ""))
        except OriginTraceError as error:
            self.told.emit(error_text(error), True)

    def save(self) -> None:
        """Ask for a name and save the query in hand; in the place of another only if asked."""
        try:
            query = self._asked()
        except OriginTraceError as error:
            self.told.emit(error_text(error), True)
            return
        name = ask_line(self, tr("Save query"), tr("Name of the query:"), self.name)
        if name is None:
            return
        there = self.list.findItems(name.strip(), Qt.MatchFlag.MatchExactly)
        if there and not self._agree(tr("Replace the saved query {name}?"), name, tr("Replace")):
            return
        path, operator = self._workspace.path, operator_or_user()
        if self._do(lambda: save_query(path, name, query, operator, bool(there)), name):
            self._kept = query
            self.told.emit(tr("{name} is saved.").format(name=name.strip()), False)

    def rename(self) -> None:
        """Ask for another name of the selected query."""
        old = self.name
        new = ask_line(self, tr("Rename query"), tr("New name of {name}:").format(name=old), old)
        if new is not None:
            self._do(lambda: rename_query(self._workspace.path, old, new), new)

    def delete(self) -> None:
        """Delete the selected query, after asking."""
        name = self.name
        if name and self._agree(tr("Delete the saved query {name}?"), name, tr("Delete")):
            self._do(lambda: delete_query(self._workspace.path, name), "")

    def _may_leave(self) -> bool:
        """Ask before conditions that nobody saved are replaced."""
        try:
            query = self._asked()
        except OriginTraceError:
            query = None  # half typed
        if query in (self._kept, Query()):
            return True
        text = tr("The conditions were changed and are not saved.")
        words = {"": tr("Keep them"), "open": tr("Open the other query")}
        return ask(self.window(), text, words) == "open"

    def _agree(self, text: str, name: str, word: str) -> bool:
        words = {"": tr("Cancel"), "go": word}
        return ask(self.window(), text.format(name=name.strip()), words) == "go"

    def _do(self, work: Callable[[], None], name: str) -> bool:
        """Work on the store, then select a name; return whether it went well."""
        try:
            work()
        except OriginTraceError as error:
            self.told.emit(error_text(error), True)
            return False
        self.refresh()
        self._select(name.strip())
        return True

    # --- the widgets ------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, rename or delete what is selected."""
        keys = {
            Qt.Key.Key_Return: self.open,
            Qt.Key.Key_Enter: self.open,
            Qt.Key.Key_F2: self.rename,
            Qt.Key.Key_Delete: self.delete,
        }
        item = self.list.currentItem() if self.list.hasFocus() else None
        action = keys.get(event.key()) if item is not None else None
        if action is None:
            super().keyPressEvent(event)
        else:
            item.setSelected(True)  # the first one has the cursor before anybody chose it
            action()

    def _build(self) -> None:
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Saved queries"))
        self.list.itemDoubleClicked.connect(lambda _item: self.open())
        self.list.itemSelectionChanged.connect(self._enable)
        words = {
            "open": (tr("Open"), self.open),
            "save": (tr("Save…"), self.save),
            "rename": (tr("Rename…"), self.rename),
            "delete": (tr("Delete"), self.delete),
        }
        self.buttons: dict[str, QPushButton] = {}
        grid = QGridLayout()
        for number, (key, (word, action)) in enumerate(words.items()):
            button = QPushButton(word)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, do=action: do())
            grid.addWidget(button, number // 2, number % 2)
            self.buttons[key] = button
        self.buttons["save"].setToolTip("Ctrl+S")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(QLabel(tr("Saved queries")))
        layout.addWidget(self.list, 1)
        layout.addLayout(grid)


def _tool_tip(row: dict) -> str:
    """Return what a saved query asks for, who saved it and when."""
    try:
        words = query_words(query_from_text(row["query"] or ""), tr)
    except OriginTraceError as error:
        words = error_text(error)
    return "\n".join(
        (words or tr("All records"), f"{local_time(row['time'])} {row['operator'] or ''}")
    )
