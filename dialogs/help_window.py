"""Our help: a page in the user's language that comes with the plugin and needs no network."""

from __future__ import annotations

import re
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QDialog, QShortcut, QTextBrowser, QVBoxLayout, QWidget

from ..translation import tr

_PAGES = Path(__file__).resolve().parents[1] / "resources" / "help"


def help_page() -> Path:
    """Return the page in the language of QGIS, the English one where there is none."""
    language = re.split("[_-]", QgsApplication.instance().locale())[0]
    page = _PAGES / f"{language}.html"
    return page if page.exists() else _PAGES / "en.html"


class HelpWindow(QDialog):
    """Shows the page; F1 in any of our windows leads to its section."""

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

    def show_topic(self, topic: str = "") -> None:
        """Show the window, scrolled to a section of the page."""
        self.show()
        self.raise_()
        self.activateWindow()
        if topic:
            self.browser.scrollToAnchor(topic)


def lead_f1(widget: QWidget, help_window: HelpWindow, topic: str) -> QShortcut:
    """Let F1 in a window show a section of the help."""
    shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), widget)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(lambda: help_window.show_topic(topic))
    return shortcut
