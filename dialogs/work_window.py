"""A window that does long work: words on how it stands, progress, buttons, closing with care."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from ..translation import tr
from .asking import ask
from .connections import Connections
from .help_window import lead_f1
from .notes import BAD, ink


def words_label(text: str = "") -> QLabel:
    """Return a label for sentences: wrapped, and can be copied from."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


class WorkWindow(QDialog):
    """Base of the windows of sheets; a subclass says whether it is ``busy`` and how to ``stop``."""

    def __init__(self, title: str, section: str, parent: QWidget | None = None) -> None:
        """``section``: of the help, for F1."""
        super().__init__(parent)
        self.setWindowTitle(title)
        lead_f1(self, section)
        self._connections = Connections()
        self.state = words_label()
        self.progress, self.cancel = QProgressBar(), QPushButton(tr("Cancel"))
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self._cancel)
        self.buttons: dict[str, QPushButton] = {}

    @property
    def busy(self) -> bool:
        """Whether something runs."""
        raise NotImplementedError

    def stop(self) -> None:
        """Ask what runs, if anything, to stop."""
        raise NotImplementedError

    def working_row(self) -> QHBoxLayout:
        """Return the progress with its button."""
        row = QHBoxLayout()
        row.addWidget(self.progress, 1)
        row.addWidget(self.cancel)
        return row

    def button_row(
        self, words: dict[str, tuple[str, Callable[[], None]]], gaps: tuple[str, ...]
    ) -> QHBoxLayout:
        """Return the row of buttons; ``words``: name -> (word, action), ``gaps``: after these."""
        row = QHBoxLayout()
        for name, (word, action) in words.items():
            button = QPushButton(word)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, do=action: do())
            self.buttons[name] = button
            row.addWidget(button)
            if name in gaps:
                row.addStretch(1)
        return row

    def show_busy(self) -> None:
        """Show the progress while something runs."""
        for widget in (self.progress, self.cancel):
            widget.setVisible(self.busy)

    def say(self, text: str, bad: bool = False, strong: bool = False) -> None:
        """Say how things stand."""
        self.state.setText(text)
        font = self.state.font()
        font.setBold(strong)
        self.state.setFont(font)
        self.state.setStyleSheet(f"color: {ink(BAD)};" if bad else "")

    def _cancel(self) -> None:
        self.say(tr("Stopping…"))
        self.stop()

    def reject(self) -> None:
        """Close; while something runs, ask first."""
        if self.busy:
            text = tr("The work is still running. Stop it? Then nothing of it is kept.")
            if ask(self, text, {"": tr("Let it run"), "stop": tr("Stop and close")}) != "stop":
                return
            self.stop()
        super().reject()

    def release(self) -> None:
        """Stop what runs and let all signals go, as when the plugin is unloaded."""
        self.stop()
        self._connections.drop()
