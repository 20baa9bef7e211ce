"""The help is there in both languages, with the same sections."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from origin_trace.dialogs import help_window
from origin_trace.dialogs.help_window import HelpWindow, lead_f1
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtWidgets import QDialog, QLineEdit

PAGES = Path(help_window.__file__).resolve().parents[1] / "resources" / "help"


def anchors(page):
    return re.findall(r'<a name="(\w+)"', (PAGES / f"{page}.html").read_text(encoding="utf-8"))


def test_both_pages_have_the_same_sections():
    assert anchors("zh") == anchors("en")
    for page in ("zh", "en"):
        text = (PAGES / f"{page}.html").read_text(encoding="utf-8")
        assert set(re.findall(r'href="#(\w+)"', text)) <= set(anchors(page))


@pytest.mark.parametrize(
    ("locale", "page"), [("zh_CN", "zh.html"), ("zh-Hans", "zh.html"), ("fr", "en.html")]
)
def test_the_page_follows_the_language(qgis_app, monkeypatch, locale, page):
    monkeypatch.setattr(QgsApplication, "locale", lambda _: locale)
    assert help_window.help_page().name == page


def test_shows_the_page(qtbot, qgis_app):
    window = HelpWindow()
    qtbot.addWidget(window)
    window.bring_up()
    assert window.isVisible()
    assert "F9" in window.browser.toPlainText()


@pytest.mark.parametrize("section", ["import", "worklist"])
def test_f1_shows_the_section_of_a_window_wherever_its_cursor_is(qtbot, qgis_app, section):
    window = QDialog()
    line = QLineEdit(window)
    lead_f1(window, section)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_F1)
    shown = window.findChild(HelpWindow)
    assert shown.isVisible()
    heading = shown.browser.cursorForPosition(QPoint(20, 12)).block().text()
    text = (help_window.help_page()).read_text(encoding="utf-8")
    assert heading == re.search(rf'<a name="{section}"></a>(.*?)</h2>', text)[1]
    shown.close()
    qtbot.keyClick(line, Qt.Key.Key_F1)
    assert shown.isVisible() and len(window.findChildren(HelpWindow)) == 1


def test_each_section_that_f1_leads_to_is_there():
    sources = [p.read_text(encoding="utf-8") for p in (PAGES.parents[1] / "dialogs").glob("*.py")]
    led = {name for text in sources for name in re.findall(r'lead_f1\(self, "(\w+)"\)', text)}
    assert led and led <= set(anchors("en"))
