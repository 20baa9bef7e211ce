"""The window of queries: conditions clicked and typed, the count, saved queries, what follows."""

from __future__ import annotations

import pytest
from origin_trace.core.query import NONE, Query
from origin_trace.core.query_parameters import parameters_of
from origin_trace.dialogs.query_dialog import QueryDialog
from origin_trace.layers.query_task import CountTask, Index
from origin_trace.layers.saved_queries import saved_queries, saved_query
from origin_trace.layers.store import open_store
from origin_trace.layers.store_content import product_row
from origin_trace.tests.unit.records import animal, crop
from qgis.core import QgsApplication, QgsExpression, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QInputDialog

RECORDS = [
    *(crop(uuid=f"u{n}", scale=n, lon=114.8 + n / 100, lat=26.8) for n in range(1, 6)),
    crop(uuid="u6", township="马市镇", village="仙桥村", lon=None, lat=None, certification="绿色"),
    crop(uuid="u7", market_start="--11-20", market_end="--01-10", status="approved"),
    animal(uuid="u8", township="马市镇", village="仙桥村"),
]


def put(desk, records):
    with open_store(desk.workspace.path, write=True) as store:
        store.apply({"id": f"b{len(records)}", "operator": "王"}, records, [])
    desk.workspace.layer.dataProvider().reloadData()
    desk.workspace.layer.dataChanged.emit()


@pytest.fixture
def window(desk, qtbot):
    put(desk, RECORDS)
    desk.actions["query"].trigger()
    window = desk._windows[QueryDialog]
    qtbot.waitExposed(window)
    counted(window, qtbot, 8)
    return window


def counted(window, qtbot, count):
    """Wait until so many are counted."""

    def there():
        return window.count.found is not None and len(window.count.found.fids) == count

    qtbot.waitUntil(there, timeout=20_000)
    assert f"Records found: {count} " in window.result.count.text()


def tick(window, value):
    """Click the box of a value."""
    groups = (*window.form.products.groups, *window.form.boxes.values())
    box = next(group.boxes[value] for group in groups if value in group.boxes)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center().transposed())
    if not box.isChecked():  # its word is short
        QTest.keyClick(box, Qt.Key.Key_Space)


def press(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def type_line(monkeypatch, text):
    monkeypatch.setattr(QInputDialog, "exec", lambda _: text is not None)
    monkeypatch.setattr(QInputDialog, "textValue", lambda _: text)


# --- conditions -----------------------------------------------------------------------


def test_what_is_clicked_and_typed_is_asked_and_counted(window, qtbot):
    assert window.form.scale.unit.text() == "each in its unit: 亩、头、只"
    tick(window, "豇豆")
    assert window.form.scale.unit.text() == "亩"
    tick(window, "追溯码")
    counted(window, qtbot, 7)
    QTest.keyClicks(window.form.scale.high, "4")
    counted(window, qtbot, 4)
    window.form.season.low.insert("2023年4月")
    assert window.form.query() == Query(
        products=("豇豆",), scale_max=4, start="2023-04", trace_modes=("追溯码",)
    )
    assert window.result.words.text() == (
        "Products: 豇豆；Scale: up to 4；In season: from 2023-04；Trace modes: 追溯码"
    )
    assert "latest collected round" in window.result.rounds.text()
    press(window.buttons["clear"])
    counted(window, qtbot, 8)
    assert window.form.query() == Query() and window.result.words.text() == "All records"


def test_villages_follow_their_township(window, qtbot):
    place = window.form.place
    assert not place.village.isEnabled()
    place.township.lineEdit().insert("马市镇")
    QTest.keyClick(place.township.lineEdit(), Qt.Key.Key_Return)
    counted(window, qtbot, 2)
    assert [place.village.itemText(n) for n in range(place.village.count())] == ["", "仙桥村"]
    place.village.choose("仙桥村")
    assert window.form.query().region == {"township": "马市镇", "village": "仙桥村"}
    asked = window.form.query()
    place.township.choose("万合镇")
    assert window.form.query().region == {"township": "万合镇"}
    counted(window, qtbot, 6)
    window.form.show_query(asked)
    texts = [box.lineEdit().text() for box in (place.township, place.village)]
    assert texts == ["马市镇", "仙桥村"] and window.form.query() == asked
    window.form.show_query(Query(region={"county": "泰和县", "village": "别村"}))
    assert window.form.query().region == {"county": "泰和县", "village": "别村"}
    assert place.village.lineEdit().text() == "别村" and place.township.lineEdit().text() == ""


def test_what_cannot_be_asked_is_said(window, qtbot):
    form = window.form
    for line, text, told in (
        (form.scale.low, "五亩", "no scale"),
        (form.scale.high, "-1", "no scale"),
        (form.season.low, "2023-13", "not a date"),
        (form.season.high, "明年", "not a date"),
    ):
        line.insert(text)
        assert window.state.text() == "", "it may be half typed"
        qtbot.waitUntil(lambda told=told: told in window.state.text())
        assert window.result.count.text() == "–"
        assert not window.buttons["show"].isEnabled()
        assert not window.buttons["querypoints"].isEnabled()
        line.clear()
        assert window.state.text() == ""
    counted(window, qtbot, 8)


def test_an_expression_is_counted_and_a_wrong_one_told(window, qtbot):
    window.form.expression.setExpression("\"village\" = '仙桥村' AND $x IS NULL")
    counted(window, qtbot, 1)
    window.form.expression.setExpression('"no such column" > 1 +')
    qtbot.waitUntil(lambda: "cannot be used" in window.result.note.text(), timeout=20_000)
    window.form.expression.setExpression("")
    counted(window, qtbot, 8)
    assert not window.result.note.isVisible()


def test_the_expression_finds_the_same_in_the_layer(window, qtbot):
    window.form.season.show_values("2023-12", "2024-02")
    counted(window, qtbot, 2)  # the season over the end of the year, and the animals
    press(window.result.copy_button)
    text = QApplication.clipboard().text()
    layer = window._workspace.layer
    layer.selectByExpression(text)
    assert set(layer.selectedFeatureIds()) == set(window.count.found.fids)
    assert not QgsExpression(text).hasParserError()


def test_the_countys_own_products_and_words_are_offered(desk, window, qtbot):
    from origin_trace.core.products import standard_products

    own = {**product_row(standard_products()[0], 13), "name": "红心柚"}
    with open_store(desk.workspace.path, write=True) as store:
        store.append("product", [own])
        store.append("choice", [{"list": "trace_modes", "value": "二维码牌", "position": 9}])
    desk.workspace._layer_id = ""
    desk.workspace.adopt(window._workspace.project.mapLayersByName("泰和 县")[0])
    put(desk, [crop(product="红心柚", trace_modes='{"二维码牌"}')])
    tick(window, "红心柚")
    counted(window, qtbot, 1)
    tick(window, "二维码牌")
    counted(window, qtbot, 1)


# --- saved queries --------------------------------------------------------------------


def names(window):
    return [row["name"] for row in saved_queries(window._workspace.path)]


def test_saved_opened_renamed_and_deleted_by_keys(window, qtbot, monkeypatch, answer):
    tick(window, "豇豆")
    tick(window, NONE)
    type_line(monkeypatch, "豇豆 无认证")
    QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert names(window) == ["豇豆 无认证"] and "is saved" in window.state.text()
    asked = window.form.query()
    press(window.buttons["clear"])
    box = window.saved.list
    assert window.saved.name == "" and not window.saved.buttons["open"].isEnabled()
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert window.saved.name == "豇豆 无认证" and window.saved.buttons["open"].isEnabled()
    assert window.form.query() == asked
    counted(window, qtbot, 6)
    type_line(monkeypatch, "甲")
    QTest.keyClick(box, Qt.Key.Key_F2)
    assert names(window) == ["甲"] and window.saved.name == "甲"
    answer("Delete")
    QTest.keyClick(box, Qt.Key.Key_Delete)
    assert names(window) == [] and box.count() == 0


def test_saving_over_another_asks(window, monkeypatch, answer):
    type_line(monkeypatch, "甲")
    window.saved.save()
    tick(window, "生猪")
    asked = answer("Cancel")
    window.saved.save()
    assert "Replace" in asked[0] and saved_query(window._workspace.path, "甲") == Query()
    answer("Replace")
    window.saved.save()
    assert saved_query(window._workspace.path, "甲").products == ("生猪",)
    type_line(monkeypatch, "{")
    window.saved.save()
    assert "this name" in window.state.text()


def test_changed_conditions_are_not_dropped_unasked(window, monkeypatch, answer):
    type_line(monkeypatch, "甲")
    window.saved.save()
    tick(window, "生猪")
    asked = answer("Keep them")
    window.saved.open()
    assert "not saved" in asked[0] and window.form.products.chosen() == ("生猪",)
    answer("Open the other query")
    window.saved.open()
    assert window.form.products.chosen() == ()


# --- what is done with it -------------------------------------------------------------


def test_shown_on_the_map(window, qtbot):
    QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    layer = window._workspace.layer
    assert layer.selectedFeatureCount() == 8
    assert "7." in window.state.text() and "1 without a point" in window.state.text()
    tick(window, "大黄鱼")
    counted(window, qtbot, 0)
    assert not window.buttons["show"].isEnabled()


def test_algorithms_are_asked_the_same_and_find_as_many(
    window, qtbot, run, desk, monkeypatch, tmp_path
):
    asked = []
    monkeypatch.setattr(desk, "_algorithm", lambda name, **values: asked.append((name, values)))
    tick(window, "豇豆")
    window.form.scale.show_values("2", "")
    window.form.place.township.choose("万合镇")
    counted(window, qtbot, 5)
    tools = [name for name in window.buttons if name not in ("show", "clear", "close")]
    for name in tools:
        press(window.buttons[name])
    assert [name for name, _ in asked] == tools and len(tools) == 7
    registry = QgsApplication.processingRegistry()
    for name in tools:
        algorithm = registry.algorithmById(f"origintrace:{name}")
        assert algorithm.parameterDefinition("QUERY") is not None
    for _, values in asked:
        assert values == {
            "INPUT": desk.workspace.layer.id(),
            **parameters_of(window.form.query()),
        }
    found = run("querypoints", OUTPUT="memory:", **dict(asked)["querypoints"])
    counts = run("statistics", OUTPUT=str(tmp_path / "a.xlsx"), **dict(asked)["statistics"])
    assert found["COUNT"] == counts["COUNT"] == 5


def test_what_is_written_meanwhile_is_counted_and_what_is_not_saved_told(
    desk, window, qtbot, monkeypatch
):
    put(desk, [crop(uuid="u9")])
    counted(window, qtbot, 9)
    layer = desk.workspace.layer
    layer.startEditing()
    layer.changeAttributeValue(1, layer.fields().indexOf("alias"), "豆角")
    tick(window, "豇豆")
    counted(window, qtbot, 8)
    assert "not saved" in window.result.note.text()
    type_line(monkeypatch, "甲")
    window.saved.save()
    assert names(window) == ["甲"] and layer.isModified()


def test_conditions_stay_while_it_is_closed_and_without_a_store_it_explains(desk, window, qtbot):
    tick(window, "豇豆")
    window.close()
    desk.actions["query"].trigger()
    counted(window, qtbot, 7)
    assert window.form.products.chosen() == ("豇豆",)
    window.close()
    assert window.count._index is None, "a hidden window keeps no records"
    path = desk.workspace.path
    QgsProject.instance().removeMapLayer(desk.workspace.layer)
    desk.actions["query"].trigger()
    assert "No store is open" in window.state.text() and not window.form.isEnabled()
    assert not window.buttons["querypoints"].isEnabled() and window.buttons["close"].isEnabled()
    QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.open_path(path)
    counted(window, qtbot, 7)
    assert window.form.isEnabled() and window.form.products.chosen() == ("豇豆",)


def test_a_task_that_fails_says_so(tmp_path):
    task = CountTask(str(tmp_path / "没有.gpkg"), Index([]), Query(expression="1"), lambda _: None)
    assert task.run() is False and task.error is not None
