"""The button beside a masked list that shows its phones in full."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QToolButton, QWidget

from ..core.errors import OriginTraceError
from ..translation import tr
from .asking import ask, ask_line
from .messages import error_text
from .reveal import Reveal


class RevealButton(QToolButton):
    """Asks for a reason and shows phones; pressed again, it masks them."""

    def __init__(self, reveal: Reveal, words: bool = False, parent: QWidget | None = None) -> None:
        """``words``: with its name beside the sign."""
        super().__init__(parent)
        self._reveal = reveal
        self._what = ""
        self._count: Callable[[], int] = int
        self._uuid: Callable[[], str | None] = lambda: None
        self.setCheckable(True)
        self.setAutoRaise(True)
        self.setIcon(QgsApplication.getThemeIcon("/mActionShowAllLayers.svg"))
        self.setText(tr("Show numbers"))
        if words:
            self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setToolTip(
            tr(
                "Show phone numbers in full. A reason is asked for; who asked, when and why is "
                "kept in the store."
            )
        )
        self.clicked.connect(self._clicked)
        reveal.changed.connect(self.refresh)

    def ask_about(
        self, what: str, count: Callable[[], int], uuid: Callable[[], str | None] | None = None
    ) -> None:
        """Say what is shown: one of ``core.tables.REVEALS``, so many records, or just one."""
        self._what, self._count = what, count
        if uuid is not None:
            self._uuid = uuid
        self.refresh()

    def refresh(self) -> None:
        """Show how things stand."""
        self.setChecked(self._reveal.shows(self._uuid()))

    def _clicked(self, on: bool) -> None:
        if on:
            self._show()
        else:
            self._reveal.hide()
        self.refresh()

    def _show(self) -> None:
        reason = ask_line(
            self.window(),
            tr("Show numbers"),
            tr("What are the numbers needed for? This is kept in the store with your name."),
        )
        if reason is None:
            return
        try:
            self._reveal.show(reason, self._what, self._count(), self._uuid())
        except OriginTraceError as error:
            ask(self.window(), error_text(error), {"": tr("Close")})
