"""The page in QGIS's options reads and writes the settings."""

from __future__ import annotations

import pytest
from origin_trace import settings
from origin_trace.dialogs.options_page import OptionsFactory
from origin_trace.settings import OPERATOR_VARIABLE
from qgis.core import QgsExpressionContextUtils, QgsSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtTest import QTest


@pytest.fixture
def page(qtbot, qgis_app):
    """Return a function that makes the page as QGIS does; the settings are cleaned after."""
    QgsSettings().remove("origin_trace")
    factory = OptionsFactory("产地溯源", QIcon())

    def make():
        made = factory.createWidget(None)
        qtbot.addWidget(made)
        return made

    yield make
    QgsSettings().remove("origin_trace")
    settings.share_operator()


def test_what_is_entered_is_there_again(page):
    first = page()
    first.operator.insert(" 王 芳 ")
    QTest.keyClicks(first.phone, "13900000000")
    first.county.lineEdit().clear()
    QTest.keyClicks(first.county.lineEdit(), "360826")
    QTest.keyClick(first.county.lineEdit(), Qt.Key.Key_Return)
    first.unit.insert("泰和县农业农村局")
    first.system.setCurrentIndex(first.system.findData("gcj02"))
    first.kept.item(0).setCheckState(Qt.CheckState.Checked)
    assert first.isValid()
    first.apply()

    assert settings.operator_name() == "王 芳"
    scope = QgsExpressionContextUtils.globalScope()
    assert scope.variable(OPERATOR_VARIABLE) == "王 芳"
    assert settings.county_code() == "360826"
    second = page()
    assert second.phone.text() == "13900000000"
    assert second.county.currentText() == "360826 江西省吉安市泰和县"
    assert second.unit.text() == "泰和县农业农村局"
    assert second.system.currentData() == "gcj02"
    assert settings.KEPT_COLUMNS.get()[0] == "subject_name"
    assert {"village", "collector"} <= set(settings.KEPT_COLUMNS.get())


def test_nothing_changes_without_apply(page):
    first = page()
    first.operator.insert("王芳")
    assert settings.operator_name() == ""


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [("泰和县", "360826"), ("江西省 吉安市 泰和", "360826"), ("没有的县", ""), ("", "")],
)
def test_a_county_is_found_by_its_name(page, typed, chosen):
    first = page()
    first.county.lineEdit().setText(typed)
    first.apply()
    assert settings.county_code() == chosen


def test_emptied_values_are_forgotten(page):
    settings.OPERATOR.set("王芳")
    settings.COUNTY.set("360826")
    first = page()
    first.operator.clear()
    first.county.lineEdit().clear()
    first.apply()
    assert settings.operator_name() == settings.county_code() == ""


def test_a_wrong_mobile_number_keeps_the_options_open(page):
    first = page()
    QTest.keyClicks(first.phone, "1390000")
    assert not first.isValid()
    assert "11" in first.phone_hint.text()
    QTest.keyClicks(first.phone, "0000")
    assert first.isValid()
