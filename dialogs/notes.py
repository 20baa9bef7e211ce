"""A sentence inside a window: how something went, what to look out for."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QApplication, QLabel, QSizePolicy, QWidget

GOOD, WARNING, BAD = "good", "warning", "bad"
# Text and ground are both set: it reads the same in light and dark themes.
_COLOURS = {
    GOOD: ("#14532d", "#dcf2e3"),
    WARNING: ("#6b4300", "#fdefcf"),
    BAD: ("#7f1d1d", "#fbe0de"),
}
_INKS = {GOOD: ("#1a7f37", "#4ac26b"), WARNING: ("#9a6700", "#d4a72c"), BAD: ("#b3261e", "#ff8178")}


def ink(kind: str) -> str:
    """Return the colour for a text on the window's own ground, in light and dark themes."""
    light, dark = _INKS[kind]
    return dark if QApplication.palette().base().color().lightness() < 128 else light


class Note(QLabel):
    """A line or more of text on a coloured ground; hidden while it says nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def say(self, text: str, kind: str = WARNING) -> None:
        """Show a text; an empty one hides the note."""
        ink, ground = _COLOURS[kind]
        self.setStyleSheet(
            f"color: {ink}; background: {ground}; border-radius: 3px; padding: 6px 8px;"
        )
        self.setText(text)
        self.setVisible(bool(text))
