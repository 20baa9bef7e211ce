"""The question that goes before a return: what to correct, and until when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from qgis.PyQt.QtCore import QDate, QEvent, QObject, Qt
from qgis.PyQt.QtWidgets import (
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ..core.errors import InputError
from ..core.reviews import RETURN, Decision, decide, proposed_deadline
from ..translation import tr
from .help_window import lead_f1
from .messages import error_text
from .notes import BAD, Note

_ROWS = 6  # of the list, before it scrolls


class ReturnQuestion(QDialog):
    """Asks for reason and deadline; all of it by keyboard, Enter returns.

    ``decision`` is there once it was accepted.
    """

    def __init__(
        self,
        title: str,
        proposals: Iterable[str],
        operator: str,
        chosen: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """``chosen``: how many of the proposals, from the first, are taken to begin with."""
        super().__init__(parent)
        lead_f1(self, "review")
        self.setWindowTitle(tr("Return for correction"))
        self.decision: Decision | None = None
        self._operator = operator
        self._build(title, list(dict.fromkeys(proposals)), chosen)

    def _build(self, title: str, proposals: list[str], chosen: int) -> None:
        question = QLabel(title)
        question.setWordWrap(True)
        self.proposals = QListWidget()
        self.proposals.setWordWrap(True)
        self.proposals.setToolTip(tr("The blank key takes a reason or leaves it out"))
        for number, text in enumerate(proposals):
            item = QListWidgetItem(text, self.proposals)
            taken = number < chosen
            item.setCheckState(Qt.CheckState.Checked if taken else Qt.CheckState.Unchecked)
        row = self.proposals.fontMetrics().lineSpacing() + 8
        self.proposals.setFixedHeight(min(max(len(proposals), 2), _ROWS) * row + 6)
        self.proposals.setVisible(bool(proposals))
        self.reason = QPlainTextEdit()
        self.reason.setTabChangesFocus(True)
        self.reason.setPlaceholderText(tr("What the collector has to correct"))
        self.reason.setFixedHeight(4 * self.reason.fontMetrics().lineSpacing() + 12)
        self.reason.installEventFilter(self)
        today = date.today()
        self.deadline = QDateEdit(QDate(proposed_deadline(today)))
        self.deadline.setCalendarPopup(True)
        self.deadline.setDisplayFormat("yyyy-MM-dd")
        self.deadline.setMinimumDate(QDate(today))
        self.problem = Note()
        buttons = QDialogButtonBox()
        self.go = buttons.addButton(tr("Return"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setDefault(True)
        self.stop = buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(tr("Reason"), self.reason)
        form.addRow(tr("Deadline"), self.deadline)
        layout = QVBoxLayout(self)
        for part in (question, self.proposals):
            layout.addWidget(part)
        layout.addLayout(form)
        layout.addWidget(self.problem)
        layout.addWidget(buttons)
        self.resize(460, self.sizeHint().height())
        self.proposals.itemChanged.connect(self._taken)
        for changed in (self.reason.textChanged, self.deadline.dateChanged):
            changed.connect(lambda *_: self.problem.say(""))
        self.reason.setPlainText("\n".join(proposals[:chosen]))
        if proposals:
            self.proposals.setCurrentRow(0)
        (self.proposals if proposals else self.reason).setFocus()

    def accept(self) -> None:
        """Make the decision, or say what is missing."""
        try:
            self.decision = decide(
                RETURN, self._operator, self.reason.toPlainText(), self.deadline.date().toPyDate()
            )
        except InputError as error:
            self.problem.say(error_text(error), BAD)
            self.reason.setFocus()
            return
        super().accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter return from the text too; with Shift it breaks the line."""
        enter = event.type() == QEvent.Type.KeyPress and event.key() in (
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
        )
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.accept()
            return True
        return super().eventFilter(watched, event)

    def _taken(self, item: QListWidgetItem) -> None:
        """Write a proposal into the reason, or take it out; what was typed stays."""
        lines = [line for line in self.reason.toPlainText().split("\n") if line]
        if item.checkState() == Qt.CheckState.Checked:
            lines.append(item.text())
        elif item.text() in lines:
            lines.remove(item.text())
        self.reason.setPlainText("\n".join(lines))
