"""The window for one person of the list."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from qgis.gui import QgsCheckableComboBox
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGroupBox,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ..core.errors import OriginTraceError
from ..core.identity import new_uuid
from ..core.people import Person
from ..core.person_entry import read_person
from ..core.tables import join_list, split_list
from ..layers.people_store import role_words
from ..translation import render, tr
from .help_window import lead_f1
from .messages import error_text
from .notes import BAD, Note


class PersonEditor(QDialog):
    """Asks for a person and hands them to ``save``; stays open where that fails."""

    def __init__(
        self,
        person: Person | None,
        others: Iterable[Person],
        townships: Iterable[str],
        save: Callable[[Person], None],
        parent: QWidget | None = None,
    ) -> None:
        """``person``: None for a new one; ``others``: the rest of the list."""
        super().__init__(parent)
        self.setWindowTitle(tr("Person"))
        lead_f1(self, "people")
        self._person, self._others, self._save = person, list(others), save
        self._lines: dict[str, QLineEdit] = {}
        self._role, self._township = QComboBox(), QComboBox()
        self._barred = QgsCheckableComboBox()
        self._note = Note()
        self._lay_out()
        self._show(list(townships))
        self.resize(480, self.sizeHint().height())

    def accept(self) -> None:
        """Put in order what was typed, and save it."""
        row, wrong = read_person(self._typed(), self._others)
        if wrong:
            told = (f"{self._label(column)}  {render(why)}" for column, why in wrong.items())
            self._note.say("\n".join(told), BAD)
            self._lines[next(iter(wrong))].setFocus()
            return
        kept = {"id": new_uuid(), "active": 1} if self._person is None else self._person
        try:
            self._save({**kept, **row})
        except OriginTraceError as error:
            self._note.say(error_text(error), BAD)
            return
        super().accept()

    # --- the fields -------------------------------------------------------------------

    def _typed(self) -> dict[str, str | None]:
        """Return column -> text."""
        typed = {column: line.text() for column, line in self._lines.items()}
        typed["role"] = self._role.currentData()
        typed["township"] = self._township.currentText()
        typed["barred_townships"] = join_list(tuple(self._barred.checkedItems()))
        return typed

    def _show(self, townships: list[str]) -> None:
        """Fill the fields."""
        person = self._person or {}
        for column, line in self._lines.items():
            line.setText(person.get(column) or "")
        for role, word in role_words().items():
            self._role.addItem(word, role)
        self._role.setCurrentIndex(max(0, self._role.findData(person.get("role"))))
        self._township.addItems(["", *townships])
        self._township.setCurrentText(person.get("township") or "")
        barred = split_list(person.get("barred_townships"))
        self._barred.addItems(dict.fromkeys([*townships, *barred]))
        self._barred.setCheckedItems(list(barred))

    def _lay_out(self) -> None:
        self._township.setEditable(True)
        self._barred.setDefaultText(tr("none"))
        agreement = QGroupBox(tr("Confidentiality agreement"))
        form, rows = self._forms = QFormLayout(), QFormLayout(agreement)
        form.addRow(tr("Name"), self._line("name"))
        form.addRow(tr("Role"), self._role)
        form.addRow(tr("Mobile"), self._line("phone"))
        form.addRow(tr("Organisation"), self._line("organisation"))
        self._lines["organisation"].setPlaceholderText(
            tr("of an enterprise: the producer as its records name it")
        )
        form.addRow(tr("Township"), self._township)
        form.addRow(tr("Barred townships"), self._barred)
        self._barred.setToolTip(tr("Where this person is not sent for inspections"))
        form.addRow(tr("Remarks"), self._line("remarks"))
        rows.addRow(tr("Number"), self._line("agreement_number"))
        rows.addRow(tr("Date"), self._line("agreement_date"))
        rows.addRow(tr("Last day"), self._line("agreement_expires"))
        for column in ("agreement_date", "agreement_expires"):
            self._lines[column].setPlaceholderText(tr("such as 2026-12-31"))
        agreement.setToolTip(tr("Of an agency; without one in force it may not work."))
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(tr("OK"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Cancel"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(agreement)
        layout.addWidget(self._note)
        layout.addStretch()
        layout.addWidget(buttons)

    def _label(self, column: str) -> str:
        labels = (form.labelForField(self._lines[column]) for form in self._forms)
        return next(label.text() for label in labels if label is not None)

    def _line(self, column: str) -> QLineEdit:
        self._lines[column] = QLineEdit()
        return self._lines[column]
