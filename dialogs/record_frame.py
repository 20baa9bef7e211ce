"""The frame of a record's window: message bar, page, and the buttons with their keys."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import Qgis, QgsApplication
from qgis.gui import QgsGui, QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeySequence, QShortcut
from qgis.PyQt.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ..translation import tr
from .connections import Connections
from .help_window import lead_f1
from .messages import say
from .record_page import RecordPage
from .workspace import Workspace


class RecordFrame(QDialog):
    """Lays out what ``RecordDialog`` works with."""

    def __init__(
        self, workspace: Workspace, canvas: QgsMapCanvas | None, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        lead_f1(self, "form")
        self.setObjectName("OriginTraceRecordDialog")
        self._connections = Connections()
        self._sequence: list[str] = []
        self.page = RecordPage(workspace, canvas)
        self._lay_out()
        QgsGui.enableAutoGeometryRestore(self)

    def _say_state(self, text: str) -> None:
        self.state.setText(text)
        self.state.setToolTip(text)

    def bring_up(self) -> None:
        """Show the window above others."""
        self.show()
        self.raise_()
        self.activateWindow()

    def _tell(
        self,
        text: str,
        level: Qgis.MessageLevel = Qgis.MessageLevel.Warning,
        buttons: dict[str, Callable[[], None]] | None = None,
    ) -> None:
        self.messages.clearWidgets()
        say(self.messages, text, level, buttons)

    def _show_title(self) -> None:
        self.setWindowTitle(f"{self.page.name}[*]")
        self.setWindowModified(self.page.unsaved)

    def _show_place(self, uuid: str | None) -> None:
        """Say where in the sequence the record stands."""
        known = uuid in self._sequence
        number = self._sequence.index(uuid) if known else -1
        self.place.setText(f"{number + 1} / {len(self._sequence)}" if known else "")
        self.previous_button.setEnabled(number > 0)
        self.next_button.setEnabled(number + 1 < len(self._sequence))

    def _neighbour(self, uuid: str | None, by: int) -> str | None:
        """Return the record so many steps on; the first one where none of them is shown."""
        number = self._sequence.index(uuid) + by if uuid in self._sequence else 0
        return self._sequence[number] if 0 <= number < len(self._sequence) else None

    def _lay_out(self) -> None:
        self.messages = QgsMessageBar(self)
        self.messages.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.place, self.state = QLabel(), QLabel()
        self.state.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.state.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        button = self._button
        self.previous_button = button(tr("Previous"), "/mActionArrowLeft.svg", "PgUp", "Alt+Left")
        self.next_button = button(tr("Next"), "/mActionArrowRight.svg", "PgDown", "Alt+Right")
        self.save_button = button(
            tr("Save"), "/mActionFileSave.svg", "Ctrl+S", "Ctrl+Return", "Ctrl+Enter"
        )
        self.new_button = button(tr("Save and new"), "/mActionAdd.svg", "Ctrl+Shift+N")
        self.close_button = button(tr("Close"), "")
        row = QHBoxLayout()
        for widget in (self.previous_button, self.next_button, self.place):
            row.addWidget(widget)
        row.addWidget(self.state, 1)
        for widget in (self.save_button, self.new_button, self.close_button):
            row.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.addWidget(self.messages)
        layout.addWidget(self.page, 1)
        layout.addLayout(row)
        self.resize(1180, 680)

    def _button(self, words: str, icon: str, *keys: str) -> QPushButton:
        button = QPushButton(words)
        if icon:
            button.setIcon(QgsApplication.getThemeIcon(icon))
        button.setAutoDefault(False)
        for key in keys:
            self._connections.add(QShortcut(QKeySequence(key), self).activated, button.click)
        if keys:
            button.setToolTip(f"{words} ({QKeySequence(keys[0]).toString()})")
        return button
