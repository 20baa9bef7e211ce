"""The help is there in both languages, with the same sections, and F1 leads to them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from origin_trace.dialogs import help_window
from origin_trace.dialogs.help_window import HelpWindow, lead_f1
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QLineEdit, QVBoxLayout, QWidget

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
    monkeypatch.setattr(type(help_window.QgsApplication.instance()), "locale", lambda _: locale)
    assert help_window.help_page().name == page


def test_f1_leads_to_the_section(qtbot, qgis_app):
    window = HelpWindow()
    qtbot.addWidget(window)
    form = QWidget()
    line = QLineEdit()
    QVBoxLayout(form).addWidget(line)
    qtbot.addWidget(form)
    lead_f1(form, window, "worklist")
    form.show()
    line.setFocus()
    with qtbot.waitExposed(form):
        form.activateWindow()
    QTest.keyClick(line, Qt.Key.Key_F1)
    assert window.isVisible()
    assert window.browser.verticalScrollBar().value() > 0
