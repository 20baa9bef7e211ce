"""Our help: a page in the user's language that comes with the plugin and needs no network."""

from __future__ import annotations

import re
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from ..translation import tr

_PAGES = Path(__file__).resolve().parents[1] / "resources" / "help"


def help_page() -> Path:
    """Return the page in the language of QGIS, the English one where there is none."""
    language = re.split("[_-]", QgsApplication.instance().locale())[0]
    page = _PAGES / f"{language}.html"
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

    def bring_up(self) -> None:
        """Show the window, in front of all others."""
        self.show()
        self.raise_()
        self.activateWindow()
