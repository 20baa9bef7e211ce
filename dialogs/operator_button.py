"""Who works at this machine: shown in the toolbar, and changed there in two clicks."""

from __future__ import annotations

from datetime import date

from qgis.core import Qgis, QgsApplication
from qgis.gui import QgsMessageBar, QgsMessageBarItem
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QMenu, QToolButton, QWidget

from ..core.people import Person
from ..core.text import name_key
from ..layers.people_store import role_words
from ..settings import operator_name, set_operator
from ..translation import render, tr
from .asking import ask_line
from .connections import Connections
from .icons import icon
from .messages import say, take_back
from .workspace import Workspace

_IN_ONE_MENU = 20  # persons; more are divided by their roles
_LONGEST = 12  # letters of a name on the button


class OperatorButton(QToolButton):
    """Names the operator; its menu offers the persons of the store, another name, the list."""

    people_wanted = pyqtSignal()
    settings_wanted = pyqtSignal()

    def __init__(
        self, workspace: Workspace, bar: QgsMessageBar, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._bar = workspace, bar
        self._said: list[QgsMessageBarItem] = []  # of the one who works
        self._words = role_words()
        self.setObjectName("originTrace_operator")
        self.setIcon(icon("operator"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setAutoRaise(True)
        self.setMenu(QMenu(self))
        self.menu().aboutToShow.connect(self.fill)
        self._connections = Connections()
        self._connections.add(workspace.changed, self.refresh)
        self._connections.add(workspace.people_changed, self.refresh)
        # Told whenever the name is shared with QGIS's expressions, from wherever it came.
        self._connections.add(QgsApplication.instance().customVariablesChanged, self.refresh)
        self.refresh()

    def close_down(self) -> None:
        """Let all signals go."""
        self._connections.drop()

    def refresh(self) -> None:
        """Show who works, and what that person has to know."""
        name = operator_name()
        short = name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
        roles = "、".join(self._words[row["role"]] for row in self._workspace.people.of(name))
        self.setText(" · ".join(part for part in (short or tr("Who works?"), roles) if part))
        lines = [tr("Who works at this computer: click to change.")]
        if name:
            lines.insert(0, f"{name}  {roles}".strip())
        self.setToolTip("\n".join([*lines, *self._notes(name)]))

    def switch(self, name: str, phone: str | None = None) -> None:
        """Let somebody work; an agreement that ended or ends soon is told."""
        take_back(self._bar, self._said)
        set_operator(name, phone or "")
        warning = Qgis.MessageLevel.Warning
        self._said = [say(self._bar, note, warning) for note in self._notes(name)]

    def _notes(self, name: str) -> list[str]:
        return list(map(render, self._workspace.people.notes(name, date.today())))

    # --- the menu ---------------------------------------------------------------------

    def fill(self) -> None:
        """Put the persons of the store and the other entries into the menu."""
        menu = self.menu()
        menu.clear()
        active = self._workspace.people.active
        apart = len(active) > _IN_ONE_MENU
        for role, word in self._words.items():
            persons = [row for row in active if row["role"] == role]
            target = menu.addMenu(f"{word} ({len(persons)})") if apart and persons else menu
            for row in persons:
                self._add(target, row, "" if apart else word)
        menu.addSeparator()
        menu.addAction(tr("Somebody else…")).triggered.connect(lambda _=False: self._ask())
        people = menu.addAction(tr("People…"))
        people.setEnabled(self._workspace.layer is not None)
        people.triggered.connect(lambda _=False: self.people_wanted.emit())
        settings = menu.addAction(tr("Settings…"))
        settings.triggered.connect(lambda _=False: self.settings_wanted.emit())

    def _add(self, menu: QMenu, row: Person, role: str) -> None:
        parts = (row["name"], role, row["organisation"] or row["township"] or "")
        action = menu.addAction("  ".join(part for part in parts if part).replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(name_key(row["name"]) == name_key(operator_name()))
        action.triggered.connect(lambda _=False: self.switch(row["name"], row["phone"]))

    def _ask(self) -> None:
        question = tr("Name, as it is written into the history:")
        name = ask_line(self.window(), tr("Who works?"), question)
        if name and name.strip():
            listed = self._workspace.people.of(name)
            self.switch(name.strip(), listed[0]["phone"] if listed else None)
