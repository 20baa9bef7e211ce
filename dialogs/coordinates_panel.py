"""The point of a record: as degrees, as DMS, and as text that a person types or pastes."""

from __future__ import annotations

from typing import NamedTuple

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from ..core.cells import ASK, REJECT, Cell
from ..core.coordinates import (
    format_dms,
    format_point,
    named_system,
    normalise_point,
)
from ..layers.form_widgets import system_labels
from ..settings import COORDINATES
from ..translation import render, tr
from .notes import BAD, ink


class TypedPoint(NamedTuple):
    """A point in CGCS2000 degrees, and the text and system that it was typed in."""

    point: tuple[float, float]
    original: str
    system: str


class CoordinatesPanel(QGroupBox):
    """Shows the point and lets it be typed, picked again, copied or removed."""

    typed = pyqtSignal(object)  # TypedPoint
    pick_wanted = pyqtSignal()
    removed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Coordinates (CGCS2000)"), parent)
        self._point: tuple[float, float] | None = None
        self._applied = ""  # the text that was read last
        self.degrees, self.dms = self._shown_line(), self._shown_line()
        self.line = QLineEdit()
        self.line.setPlaceholderText(tr("Type or paste coordinates"))
        self.line.setToolTip(
            tr("In any way of writing: 115.039559,26.710152 or 115°02′22.4″E 26°42′36.5″N …")
        )
        self.system = QComboBox()
        for system, words in system_labels().items():
            self.system.addItem(words, system)
        self.system.setCurrentIndex(max(self.system.findData(COORDINATES.get()), 0))
        self.system.setToolTip(tr("The coordinate system of what is typed"))
        self.system.setMinimumContentsLength(8)
        self.system.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.proposal = QPushButton()
        self.proposal.setAutoDefault(False)  # the return key is for the line
        self.pick = self._button(tr("Pick on the map"), "/mActionCapturePoint.svg")
        self.copy = self._button(tr("Copy"), "/mActionEditCopy.svg")
        self.remove = self._button(tr("Remove"), "/mActionDeleteSelected.svg")
        self.pick.setToolTip(tr("Then click where the record lies"))
        self.copy.setToolTip(tr("Copy longitude and latitude"))
        self.remove.setToolTip(tr("Take the point away: the record waits for a place again"))
        self._lay_out()
        self.line.editingFinished.connect(self.apply_typed)
        self.line.textEdited.connect(self._edited)
        self.system.activated.connect(self._other_system)
        self.proposal.clicked.connect(self._take_proposal)
        self.pick.clicked.connect(self.pick_wanted)
        self.copy.clicked.connect(self._copy)
        self.remove.clicked.connect(self.removed)
        self._last = ""
        self.show_point(None)

    def show_point(self, point: tuple[float, float] | None) -> None:
        """Show a point (degrees, CGCS2000), or that there is none."""
        self._point = point
        for line, write in ((self.degrees, format_point), (self.dms, format_dms)):
            line.setText(tr("No point yet") if point is None else write(*point))
        for button in (self.copy, self.remove):
            button.setEnabled(point is not None and (button is self.copy or self._editable()))

    def clear_typed(self) -> None:
        """Empty the line for typing."""
        self.line.clear()
        self._applied = self._last = ""
        self._say(None)

    def set_editable(self, editable: bool) -> None:
        """Let the point be changed or not."""
        for widget in (self.line, self.system, self.pick):
            widget.setEnabled(editable)
        self.remove.setEnabled(editable and self._point is not None)

    @property
    def waiting(self) -> bool:
        """Whether a text stands in the line that could not be read as a point."""
        return bool(self.line.text().strip()) and self.line.text() != self._applied

    def apply_typed(self) -> None:
        """Move the point to where the typed text says."""
        text = self.line.text()
        if text == self._applied:
            return
        if not text.strip():
            self.clear_typed()
            return
        cell = self._read(text)
        self._say(cell)
        if cell.value is not None and cell.verdict not in (ASK, REJECT):
            self._move(cell.value)

    # --- inside ---------------------------------------------------------------------

    def _editable(self) -> bool:
        return self.line.isEnabled()

    def _read(self, text: str) -> Cell:
        return normalise_point(text, self.system.currentData())

    def _move(self, point: tuple[float, float]) -> None:
        text = self.line.text()
        self._applied = text
        system = named_system(text) or self.system.currentData()
        self.typed.emit(TypedPoint(point, text.strip(), system))

    def _edited(self, text: str) -> None:
        """Take a pasted text at once; what is typed is taken when it is finished."""
        pasted = len(text) > len(self._last) + 1
        self._last = text
        self._say(None)
        if pasted:
            self.apply_typed()

    def _other_system(self) -> None:
        """Read the same numbers in the system that was chosen after typing them."""
        if self.line.text().strip():
            self._applied = ""
            self.apply_typed()

    def _take_proposal(self) -> None:
        point = self.proposal.property("point")
        self._say(None)
        self._move(tuple(point))

    def _say(self, cell: Cell | None) -> None:
        message = cell.message if cell is not None else None
        self.said.setText(render(message) if message is not None else "")
        self.said.setVisible(message is not None)
        wrong = cell is not None and cell.verdict in (ASK, REJECT)
        self.said.setStyleSheet(f"color: {ink(BAD)}" if wrong else "")
        proposal = cell.proposal if cell is not None else None
        self.proposal.setVisible(proposal is not None)
        if proposal is not None:
            self.proposal.setProperty("point", list(proposal))
            self.proposal.setText(tr("Take {point}").format(point=format_point(*proposal)))

    def _copy(self) -> None:
        if self._point is not None:
            QgsApplication.clipboard().setText(format_point(*self._point))

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setColumnStretch(1, 1)
        for row, (words, widget) in enumerate(
            (
                (tr("Degrees"), self.degrees),
                (tr("DMS"), self.dms),
                (tr("Type"), self.line),
                (tr("System"), self.system),
            )
        ):
            label = QLabel(words)
            label.setBuddy(widget)
            grid.addWidget(label, row, 0)
            grid.addWidget(widget, row, 1)
        grid.addWidget(self.said, 4, 0, 1, 2)
        grid.addWidget(self.proposal, 5, 0, 1, 2)
        buttons = QHBoxLayout()
        for button in (self.pick, self.copy, self.remove):
            buttons.addWidget(button)
        grid.addLayout(buttons, 6, 0, 1, 2)

    def _shown_line(self) -> QLineEdit:
        line = QLineEdit()
        line.setReadOnly(True)
        line.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes on to what can be changed
        line.setFrame(False)
        line.setStyleSheet("background: transparent")
        return line

    def _button(self, words: str, icon: str) -> QPushButton:
        button = QPushButton(QgsApplication.getThemeIcon(icon), words)
        button.setAutoDefault(False)
        button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        return button
