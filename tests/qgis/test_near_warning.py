"""The question about a record that may be there already, shown on the map."""

from __future__ import annotations

import pytest
from origin_trace.dialogs.near_warning import BACK, KEEP, OPEN, NearWarning
from origin_trace.layers.neighbours import near_records
from origin_trace.tests.qgis.map_window import LEFT, MIDDLE, window_on
from origin_trace.tests.qgis.point_store import make_store, near, open_layer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

NAME = "泰和大鹏惠民专业合作社"


@pytest.fixture
def window(tmp_path, qgis_canvas, qgis_parent, qtbot):
    records = [near(30, uuid="u1"), near(5, uuid="u2", subject_name="李四")]
    layer = open_layer(make_store(tmp_path / "泰和 县.gpkg", records))
    with window_on(qgis_canvas, qgis_parent, qtbot, layer) as shown:
        yield shown


@pytest.fixture
def ask(window, qtbot):
    """Return a function that opens the question; answers go into its list."""
    made = []

    def open_question():
        found = near_records(window.layer, MIDDLE, NAME, "豇豆")
        dialog = NearWarning(window.canvas, MIDDLE, f"{NAME} · 豇豆", found)
        dialog.told = []
        dialog.answered.connect(lambda *answer: dialog.told.append(answer))
        made.append(dialog)
        dialog.open()
        qtbot.waitExposed(dialog)
        return dialog

    yield open_question
    for dialog in made:
        if not sip.isdeleted(dialog):
            dialog.close()


def shows(canvas, point):
    return canvas.extent().contains(point)


@pytest.mark.parametrize("crs", ["EPSG:4490", "EPSG:3857", "EPSG:4547"])
def test_both_points_are_shown_and_the_map_comes_back(window, ask, crs):
    window.go(crs, degrees=0.5)
    before = window.canvas.extent()
    dialog = ask()
    assert window.left() == 6  # two rings, a line, and a word at each
    assert window.canvas.extent().width() < before.width() / 100
    QTest.mouseClick(dialog.buttons[KEEP], LEFT)
    told = dialog.told
    assert told == [(KEEP, "u2")]
    assert window.left() == 0
    after = window.canvas.extent()
    assert after.width() == pytest.approx(before.width(), rel=1e-6)
    assert after.center().distance(before.center()) < before.width() / 1e6


def test_the_other_one_that_is_chosen_in_the_list(window, ask):
    dialog = ask()
    assert dialog.list.count() == 2
    assert dialog.list.item(0).text().startswith("李四 · 豇豆\nThe same product on the same spot")
    near_extent = window.canvas.extent().width()
    dialog.list.setCurrentRow(1)
    assert window.canvas.extent().width() > near_extent
    assert window.left() == 6
    QTest.mouseClick(dialog.buttons[OPEN], LEFT)
    assert dialog.told == [(OPEN, "u1")]


@pytest.mark.parametrize("way", ["escape", "close", "enter", "button"])
def test_back_to_the_form_in_every_way(window, ask, way):
    dialog = ask()
    if way == "escape":
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    elif way == "close":
        dialog.close()
    elif way == "enter":
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    else:
        QTest.mouseClick(dialog.buttons[BACK], LEFT)
    assert dialog.told == [(BACK, "u2")]
    assert window.left() == 0
    QApplication.sendPostedEvents(None, 52)  # DeferredDelete
    assert sip.isdeleted(dialog)


def test_the_map_changes_its_crs_meanwhile(window, ask):
    dialog = ask()
    window.go("EPSG:3857")
    dialog.reject()
    assert window.left() == 0
    assert shows(window.canvas, window.canvas.extent().center())
    from origin_trace.dialogs.map_points import on_map

    assert shows(window.canvas, on_map(window.canvas, MIDDLE))
