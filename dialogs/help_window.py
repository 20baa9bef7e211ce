"""Our help: a page in the user's language that comes with the plugin and needs no network."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QEvent, QObject, Qt, QUrl
from qgis.PyQt.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from ..translation import language, tr

_PAGES = Path(__file__).resolve().parents[1] / "resources" / "help"


def help_page() -> Path:
    """Return the page in the language of QGIS, the English one where there is none."""
    page = _PAGES / f"{language()}.html"
    return page if page.exists() else _PAGES / "en.html"


class HelpWindow(QDialog):
    """Shows the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Help"))
        self.setWindowFlag(Qt.WindowType.WindowMinMaxButtonsHint)
        self.resize(720, 640)
        self.browser = QTextBrowser()
        self.browser.setOpenExternalLinks(True)
        self.browser.setSource(QUrl.fromLocalFile(str(help_page())))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.browser)

    def bring_up(self, section: str = "") -> None:
        """Show the window, in front of all others; ``section``: the anchor to begin at."""
        self.show()
        self.raise_()
        self.activateWindow()
        if section:
            self.browser.scrollToAnchor(section)


class _HelpKey(QObject):
    """Shows a section of the help at F1 within a widget.

    No shortcut of Qt: F1 belongs to QGIS's own window, in which our docks are too.
    """

    def __init__(self, widget: QWidget, section: str) -> None:
        super().__init__(widget)
        self._section = section
        self._help: HelpWindow | None = None
        widget.installEventFilter(self)

    def eventFilter(self, widget: QWidget, event: QEvent) -> bool:
        """Take F1 before QGIS does."""
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if event.type() not in kinds or event.key() != Qt.Key.Key_F1:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            if self._help is None:
                # A child, so that it can be used beside a modal window and goes with it.
                self._help = HelpWindow(widget)
            self._help.bring_up(self._section)
        return True


def lead_f1(widget: QWidget, section: str) -> None:
    """Let F1 within a window or dock show this section of the help."""
    _HelpKey(widget, section)
