"""The persons of a store with their roles and agreements, and who was shown phones."""

from __future__ import annotations

from datetime import date

from qgis.gui import QgsFilterLineEdit, QgsMessageBar
from qgis.PyQt.QtWidgets import QCheckBox, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from ..core.errors import OriginTraceError
from ..core.people import Person, agreement_problem, ends_soon, in_use
from ..core.tables import LISTS, REVIEWER
from ..core.text import name_key
from ..layers.people_store import read_log, reveal_words, role_words, save_person
from ..layers.township_style import county_townships
from ..layers.value_words import local_time
from ..settings import operator_name, set_operator
from ..translation import render, tr
from .asking import ask
from .messages import error_text
from .notes import WARNING, Note
from .person_editor import PersonEditor
from .plain_table import PlainTable
from .reveal_button import RevealButton
from .work_window import WorkWindow
from .workspace import Workspace


class PeopleDialog(WorkWindow):
    """Lists, adds and changes persons; nobody is deleted, since the history names them."""

    def __init__(
        self, workspace: Workspace, _bar: QgsMessageBar, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("People"), "people", parent)
        self._workspace = workspace
        self._shown: list[Person] = []
        self._roles, self._whats = role_words(), reveal_words()
        self._build()
        self._connections.add(workspace.changed, self.refresh)
        self._connections.add(workspace.people_changed, self._show_people)
        self._connections.add(workspace.reveal.changed, self.refresh)
        self._connections.add(self.find.textChanged, lambda _text: self._show_people())
        self._connections.add(self.all.toggled, lambda _on: self._show_people())
        self._connections.add(self.table.itemSelectionChanged, self._enable)
        self._connections.add(self.table.itemDoubleClicked, lambda _item: self.change())
        self.refresh()

    @property
    def busy(self) -> bool:
        """Whether something runs: never for long."""
        return False

    def stop(self) -> None:
        """Nothing runs."""

    # --- the lists --------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the persons and the log again."""
        self.say("")
        rows = []
        if self._workspace.layer is None:
            self.say(tr("No store is open: open the one whose people are meant."), bad=True)
        else:
            try:
                self._workspace.read_people()
                rows = read_log(self._workspace.path)
            except OriginTraceError as error:
                self.say(error_text(error), bad=True)
        self.log.show_rows([self._log_cells(row) for row in rows])
        self._show_people()

    def _show_people(self) -> None:
        chosen = self.chosen()
        words = self.find.text().split()
        people = self._workspace.people
        listed = people.rows if self.all.isChecked() else people.active
        cells = {row["id"]: self._cells(row) for row in listed}
        self._shown = [
            row for row in listed if all(word in " ".join(cells[row["id"]]) for word in words)
        ]
        self.table.show_rows(
            [cells[row["id"]] for row in self._shown],
            [not in_use(row) for row in self._shown],
        )
        kept = [row["id"] for row in self._shown]
        if chosen is not None and chosen["id"] in kept:
            self.table.selectRow(kept.index(chosen["id"]))
        today = date.today()
        told = (agreement_problem(row, today) or ends_soon(row, today) for row in people.active)
        self.note.say("\n".join(render(message) for message in told if message), WARNING)
        self._enable()

    def chosen(self) -> Person | None:
        """Return the person that is selected."""
        row = self.table.chosen_row()
        return self._shown[row] if row is not None and row < len(self._shown) else None

    def _cells(self, row: Person) -> list[str]:
        today = date.today()
        state = tr("in use") if in_use(row) else tr("out of use")
        if in_use(row) and agreement_problem(row, today):
            state = tr("no agreement in force")
        elif in_use(row) and ends_soon(row, today):
            state = tr("agreement ends soon")
        if in_use(row) and name_key(row["name"]) == name_key(operator_name()):
            state = tr("{state}, works here").format(state=state)
        return [
            row["name"],
            self._roles.get(row["role"], row["role"]),
            self._workspace.reveal.phone(row["phone"]),
            row["organisation"] or "",
            row["township"] or "",
            row["agreement_number"] or "",
            row["agreement_expires"] or "",
            state,
        ]

    def _log_cells(self, row: dict) -> list[str]:
        return [
            local_time(row["time"]),
            row["operator"],
            self._whats.get(row["what"], row["what"]),
            row["record"] or "",
            "" if row["records"] is None else str(row["records"]),
            row["reason"] or "",
        ]

    # --- the work ---------------------------------------------------------------------

    def add(self) -> None:
        """Ask for a new person."""
        self._edit(None)

    def change(self) -> None:
        """Show the selected person to be changed."""
        if self.chosen() is not None:
            self._edit(self.chosen())

    def _edit(self, person: Person | None) -> None:
        others = [row for row in self._workspace.people.rows if row is not person]
        towns = county_townships(self._workspace.divisions, self._workspace.county)
        editor = PersonEditor(person, others, towns, lambda row: self._save(row, person), self)
        editor.exec()
        editor.deleteLater()

    def turn(self) -> None:
        """Take the selected person out of use, or into use again."""
        person = self.chosen()
        if person is None or (in_use(person) and not self._may_go(person)):
            return
        try:
            self._save({**person, "active": 0 if in_use(person) else 1}, person)
        except OriginTraceError as error:
            self.say(error_text(error), bad=True)

    def _may_go(self, person: Person) -> bool:
        """Ask before the last reviewer goes."""
        reviewers = [row for row in self._workspace.people.active if row["role"] == REVIEWER]
        if reviewers != [person]:
            return True
        text = tr("{name} is the last reviewer: nobody could approve or return records.")
        words = {"": tr("Cancel"), "go": tr("Take out of use")}
        return ask(self, text.format(name=person["name"]), words) == "go"

    def _save(self, row: Person, before: Person | None) -> None:
        save_person(self._workspace.path, row, before)
        self.say(tr("{name} is saved.").format(name=row["name"]))
        self._workspace.read_people()

    def become(self) -> None:
        """Let the selected person be the operator of this machine."""
        person = self.chosen()
        if person is not None:
            set_operator(person["name"], person["phone"] or "")
            self._show_people()
            self.say(tr("{name} works at this computer now.").format(name=person["name"]))

    # --- the window -------------------------------------------------------------------

    def _enable(self) -> None:
        person = self.chosen()
        self.buttons["add"].setEnabled(self._workspace.layer is not None)
        self.buttons["change"].setEnabled(person is not None)
        self.buttons["turn"].setEnabled(person is not None)
        self.buttons["turn"].setText(
            tr("Take into use") if person and not in_use(person) else tr("Take out of use")
        )
        self.buttons["become"].setEnabled(person is not None and in_use(person))

    def _build(self) -> None:
        self.find = QgsFilterLineEdit()
        self.find.setShowSearchIcon(True)
        self.find.setPlaceholderText(tr("Name, role, organisation, township …"))
        self.all = QCheckBox(tr("Also those out of use"))
        self.numbers = RevealButton(self._workspace.reveal, words=True)
        self.numbers.ask_about(LISTS, self._workspace_count)
        top = QHBoxLayout()
        for widget in (self.find, self.all, self.numbers):
            top.addWidget(widget, int(widget is self.find))
        self.table = PlainTable(
            {
                tr("Name"): 100,
                tr("Role"): 100,
                tr("Mobile"): 110,
                tr("Organisation"): 150,
                tr("Township"): 90,
                tr("Agreement"): 110,
                tr("Last day"): 85,
                tr("State"): 0,
            }
        )
        self.log = PlainTable(
            {
                tr("Time"): 135,
                tr("Operator"): 100,
                tr("What was shown"): 190,
                tr("Producer"): 180,
                tr("Number of records"): 120,
                tr("Reason"): 0,
            }
        )
        self.note = Note()
        people = QWidget()
        column = QVBoxLayout(people)
        column.addLayout(top)
        column.addWidget(self.note)
        column.addWidget(self.table, 1)
        words = {
            "add": (tr("New…"), self.add),
            "change": (tr("Change…"), self.change),
            "turn": (tr("Take out of use"), self.turn),
            "become": (tr("This is me"), self.become),
        }
        column.addLayout(self.button_row(words, ("become",)))
        log = QWidget()
        QVBoxLayout(log).addWidget(self.log)
        tabs = QTabWidget()
        tabs.addTab(people, tr("People"))
        tabs.addTab(log, tr("Numbers shown in full"))
        layout = QVBoxLayout(self)
        layout.addWidget(tabs, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.state, 1)
        foot.addLayout(self.button_row({"close": (tr("Close"), self.reject)}, ()))
        layout.addLayout(foot)
        self.resize(980, 500)

    def _workspace_count(self) -> int:
        layer = self._workspace.layer
        return layer.featureCount() if layer is not None else 0
