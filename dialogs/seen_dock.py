"""A dock that knows whether a person sees it, and has the keys only then."""

from __future__ import annotations

from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QWidget

from .connections import Connections


class SeenDock(QgsDockWidget):
    """Works while it is seen: behind another tab Qt calls a dock visible and leaves it the keys."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._take_keys)
        self._visibility = Connections()
        self._visibility.add(self.visibilityChanged, self._follow)

    def close_down(self) -> None:
        """Follow no signal any more; the dock can then be deleted."""
        self._soon.stop()
        self._visibility.drop()

    def wake(self) -> None:
        """Begin to work where that was left."""

    def sleep(self) -> None:
        """Do nothing for nobody."""

    def take_focus(self) -> None:
        """Put the cursor where the keys work."""

    def _follow(self, seen: bool) -> None:
        if seen:
            self.wake()
            self._soon.start()  # the tab before may have the keys still
            return
        self.sleep()
        inside = QApplication.focusWidget()
        if inside is not None and self.isAncestorOf(inside):
            inside.clearFocus()

    def _take_keys(self) -> None:
        """Take the keys that nobody has."""
        if self.isUserVisible() and QApplication.focusWidget() is None:
            self.take_focus()
