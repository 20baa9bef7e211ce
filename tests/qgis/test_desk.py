"""The desk in QGIS's window: open a store, add, open, move and save points by the mouse."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from origin_trace import settings
from origin_trace.dialogs.basemap_dialog import BasemapDialog
from origin_trace.dialogs.commands import COMMANDS, menu_words
from origin_trace.dialogs.near_warning import BACK, KEEP, OPEN
from origin_trace.layers.basemap_group import add_basemap
from origin_trace.layers.basemap_list import XYZ, Basemap
from origin_trace.layers.placing import place_point
from origin_trace.layers.record_edit import find_record
from origin_trace.tests.qgis.desk_window import add, click, fill, listed, records, save, shown
from qgis.core import (
    QgsApplication,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayerUtils,
)
from qgis.gui import QgsBrowserGuiModel, QgsLayerTreeView
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QPushButton, QTabBar


def test_three_points_of_three_industries_reach_the_store(desk):
    settings.OPERATOR.set("王芳")
    for lon, product in ((114.85, "豇豆"), (114.9, "生猪"), (114.95, "乌鳢")):
        place = add(desk, lon, 26.8, subject_name=f"{product}合作社", product=product)
        if desk.actions["add_point"].isChecked():
            desk.actions["add_point"].trigger()
    assert records(desk) == []
    desk.actions["save_edits"].trigger()
    saved = {record["product"]: record for record in records(desk)}
    assert {name: saved[name]["industry"] for name in saved} == {
        "豇豆": "种植业",
        "生猪": "畜牧业",
        "乌鳢": "渔业",
    }
    last = saved["乌鳢"]
    assert (last["lon"], last["lat"]) == pytest.approx((place.x(), place.y()), abs=1e-9)
    assert last["county"] == "泰和县" and last["collector"] == "王芳"
    assert last["coordinate_source"] == "cgcs2000" and last["status"] == "draft"


def test_a_record_is_one_undoable_edit(desk):
    add(desk, 114.9, 26.8, subject_name="张三", product="豇豆")
    layer = desk.workspace.layer
    assert layer.featureCount() == 1 and layer.undoStack().count() == 1
    layer.undoStack().undo()
    assert layer.featureCount() == 0


def test_a_new_record_takes_over_from_the_one_before(desk):
    add(desk, 114.9, 26.8, subject_name="张三", product="豇豆", grid_officer="李网格")
    assert desk.actions["add_point"].isChecked()
    click(desk, 114.95, 26.85)
    feature = shown(desk).record()
    assert feature["grid_officer"] == "李网格"
    assert not feature["subject_name"]


def test_a_click_on_a_point_opens_its_record_and_corrects_it(desk):
    place = add(desk, 114.9, 26.8, subject_name="张三", product="豇豆", contact_phone="1380000")
    desk.actions["save_edits"].trigger()
    desk.actions["edit_points"].trigger()
    assert desk.actions["edit_points"].isChecked() and not desk.actions["add_point"].isChecked()
    click(desk, place.x(), place.y())
    assert desk.digitising.form.isVisible()
    fill(desk, contact_phone="13800000000")
    save(desk)
    desk.actions["save_edits"].trigger()
    (record,) = records(desk)
    assert record["contact_phone"] == "13800000000" and record["version"] == 2


def test_a_kept_village_stays_behind_in_its_township(desk):
    add(desk, 114.95, 26.85, subject_name="沿溪农场", township="沿溪镇", village="沿溪村")
    far = {"subject_name": "张三", "township": "万合镇", "village": "大鹏村"}
    click(desk, 114.83, 26.73)
    fill(desk, **far)
    save(desk)
    # 1.5 km off the first farm: near enough for its township, too far for its village
    click(desk, 114.964, 26.85)
    feature = shown(desk).record()
    assert feature["township"] == "沿溪镇"
    assert not feature["village"]


def test_a_second_click_does_not_take_an_open_form_away(desk, answer):
    desk.actions["add_point"].trigger()
    click(desk, 114.9, 26.8)
    fill(desk, subject_name="张三", product="豇豆")
    asked = answer("Back")
    click(desk, 114.95, 26.85)
    assert "张三" in asked[0] and shown(desk).record()["subject_name"] == "张三"
    asked = answer("Save")
    click(desk, 114.95, 26.85)
    assert asked and desk.digitising.form.isVisible()
    assert shown(desk).record()["subject_name"] is None
    desk.actions["save_edits"].trigger()
    assert [record["subject_name"] for record in records(desk)] == ["张三"]


@pytest.mark.parametrize("answer", [KEEP, OPEN, BACK])
def test_asks_about_a_record_close_by_with_a_similar_name(desk, answer):
    add(desk, 114.9, 26.8, subject_name="泰和县绿源蔬菜合作社", product="豇豆")
    assert desk.digitising.near.warning is None
    desk.digitising.canvas.setExtent(QgsRectangle(114.8998, 26.7998, 114.9002, 26.8002))
    click(desk, 114.90002, 26.80002)
    fill(desk, subject_name="泰和县绿源蔬菜专业合作社", product="豇豆")
    save(desk)
    near, form = desk.digitising.near, desk.digitising.form
    assert near.warning is not None and near.warning.isVisible()
    assert not form.isVisible(), "it would cover the places to be compared"
    QTest.mouseClick(near.warning.buttons[answer], Qt.MouseButton.LeftButton)
    assert form.isVisible()
    names = {BACK: "泰和县绿源蔬菜专业合作社", OPEN: "泰和县绿源蔬菜合作社"}
    assert shown(desk).record()["subject_name"] == names.get(answer, names[BACK])


def test_nothing_to_save_and_a_refusal_are_told(desk, qgis_iface):
    desk.actions["save_edits"].trigger()
    add(desk, 114.9, 26.8, subject_name="张三", product="豇豆", status="approved")
    desk.actions["save_edits"].trigger()
    layer = desk.workspace.layer
    assert layer.isModified() and records(desk) == []


def test_a_click_into_a_store_that_is_only_read_is_refused_in_words(desk, qgis_iface):
    desk.workspace.layer.setReadOnly(True)
    desk.actions["add_point"].trigger()
    click(desk, 114.9, 26.8)
    assert not desk.digitising.form.isVisible()
    assert "cannot be written" in qgis_iface.messageBar().currentItem().text()


def test_commands_wait_for_a_store(desk):
    needing = [command.id for command in COMMANDS if command.store]
    assert all(desk.actions[name].isEnabled() for name in needing)
    desk.actions["add_point"].trigger()
    click(desk, 114.9, 26.8)
    QgsProject.instance().removeMapLayer(desk.workspace.layer.id())
    assert desk.workspace.layer is None and not desk.digitising.form.isVisible()
    assert not any(desk.actions[name].isEnabled() for name in needing)


def test_windows_of_algorithms_open_on_the_store_in_hand(desk, provider, monkeypatch):
    opened = {}
    monkeypatch.setattr(desk, "_algorithm", lambda name, **given: opened.update({name: given}))
    for command in COMMANDS:
        if command.algorithm:
            desk.actions[command.id].trigger()
    points = desk.workspace.layer.id()
    assert opened["randomsample"] == {"INPUT": points, "STORE": desk.workspace.path}
    assert opened["importcontacts"] == opened["verifydraw"] == {"STORE": desk.workspace.path}
    menus = {command.menu for command in COMMANDS if command.menu}
    assert menus == set(menu_words())


def test_a_file_that_is_no_store_is_told(desk, tmp_path, qgis_iface):
    wrong = tmp_path / "空.gpkg"
    wrong.write_bytes(b"")
    before = desk.workspace.path
    desk.open_path(str(wrong))
    assert desk.workspace.path == before


def test_nothing_is_left_on_the_map_after_removal(desk):
    canvas = desk.digitising.canvas
    add(desk, 114.9, 26.8, subject_name="张三", product="豇豆")
    desk.actions["add_point"].trigger()
    desk.digitising.close()
    assert canvas.mapTool() is None or "origin" not in type(canvas.mapTool()).__module__


def without_points(desk, *names):
    """Put records without a point into the store."""
    layer = desk.workspace.layer
    layer.startEditing()
    for name in names:
        values = {"subject_name": name, "product": "豇豆", "industry": "种植业"}
        columns = {layer.fields().lookupField(key): value for key, value in values.items()}
        layer.addFeature(QgsVectorLayerUtils.createFeature(layer, QgsGeometry(), columns))
    assert layer.commitChanges(False)


def test_two_records_of_the_worklist_get_their_points_by_clicks(desk, qtbot):
    desk.actions["worklist"].trigger()
    assert desk.list.isVisible()
    without_points(desk, "甲家庭农场", "乙家庭农场")
    desk.list.refresh()
    uuids = listed(desk, qtbot, 2)
    assert len(uuids) == 2
    first, second = uuids
    desk.list.select(first)
    desk.list.place_wanted.emit(first)
    place = click(desk, 114.85, 26.8)
    listed(desk, qtbot, 2)
    assert desk.list.view.current().uuid == second  # the next one without a point
    desk.list.place_wanted.emit(second)
    click(desk, 114.95, 26.85)
    desk.actions["save_edits"].trigger()
    saved = {record["uuid"]: record for record in records(desk)}
    assert saved[first]["lon"] == pytest.approx(place.x(), abs=1e-12)
    assert saved[second]["lon"] == pytest.approx(114.95, abs=1e-2)


def test_placing_is_one_step_that_undo_takes_back(desk, qtbot):
    without_points(desk, "甲家庭农场")
    layer = desk.workspace.layer
    uuid = next(layer.getFeatures())["uuid"]
    desk.digitising.place_record(uuid)
    click(desk, 114.9, 26.8)
    assert next(layer.getFeatures()).hasGeometry()
    layer.undoStack().undo()
    assert not next(layer.getFeatures()).hasGeometry()


def test_a_row_of_the_worklist_opens_its_record(desk, qtbot):
    desk.actions["worklist"].trigger()
    without_points(desk, "甲家庭农场")
    desk.list.refresh()
    (uuid,) = listed(desk, qtbot, 1)
    desk.list.open_wanted.emit(uuid)
    assert desk.digitising.form.isVisible()
    assert shown(desk).record()["subject_name"] == "甲家庭农场"


def test_removed_while_the_worklist_reads(desk, qtbot):
    desk.actions["worklist"].trigger()
    without_points(desk, *(f"{number}号农场" for number in range(300)))
    desk.list.refresh()
    QgsProject.instance().removeMapLayer(desk.workspace.layer.id())
    qtbot.waitUntil(lambda: not desk.list.source.reading, timeout=20_000)
    assert desk.list.uuids() == []


WINDOWS = ("import_sheets", "export_sheet", "undo_import", "basemaps", "help")


@pytest.mark.parametrize("command", WINDOWS)
def test_a_window_is_shown_once(desk, command):
    desk.actions[command].trigger()
    desk.actions[command].trigger()
    shown = [*desk._windows.values(), *([desk._help] if desk._help else [])]
    assert len(shown) == 1 and shown[0].isVisible()


def remove_layer(desk):
    QgsProject.instance().removeMapLayer(desk.workspace.layer.id())


def switch_project(_desk):
    QgsProject.instance().clear()


@pytest.mark.parametrize("tool", ["add_point", "edit_points"])
@pytest.mark.parametrize("leave_store", [remove_layer, switch_project])
def test_the_store_goes_while_every_window_is_open(desk, leave_store, tool):
    place = add(desk, 114.9, 26.8, subject_name="张三", product="豇豆")
    desk.actions["add_point"].trigger()
    desk.actions["save_edits"].trigger()
    path = desk.workspace.path
    for command in (*WINDOWS, "worklist", tool):
        desk.actions[command].trigger()
    assert desk.digitising.form.isVisible() and desk.actions[tool].isChecked()
    leave_store(desk)
    QApplication.processEvents()
    assert desk.workspace.layer is None and not desk.digitising.form.isVisible()
    desk.open_path(path)
    QApplication.processEvents()
    assert [record["lon"] for record in records(desk)] == [pytest.approx(place.x(), abs=5e-10)]
    desk.digitising.open_record(records(desk)[0]["uuid"])
    assert desk.digitising.form.isVisible() and shown(desk).record()["subject_name"] == "张三"


# --- the window of a record and the map ---------------------------------------------


def test_a_place_is_picked_again_for_the_open_record(desk, qtbot):
    desk.actions["add_point"].trigger()
    click(desk, 114.9, 26.8)
    fill(desk, subject_name="张三")
    window = desk.digitising.form
    qtbot.mouseClick(window.page.coordinates.pick, Qt.MouseButton.LeftButton)
    assert not window.isVisible(), "it would cover the map"
    place = click(desk, 114.95, 26.85)
    assert window.isVisible() and shown(desk).record()["subject_name"] == "张三"
    assert window.page.draft.point == pytest.approx((place.x(), place.y()), abs=1e-9)
    assert desk.actions["add_point"].isChecked(), "further records can be added as before"
    qtbot.mouseClick(window.page.coordinates.pick, Qt.MouseButton.LeftButton)
    QTest.keyClick(desk.digitising.canvas, Qt.Key.Key_Escape)
    assert window.isVisible() and shown(desk).record()["subject_name"] == "张三"


def test_a_click_places_the_new_record_that_waits_for_it(desk):
    add(desk, 114.9, 26.8, subject_name="张三", township="沿溪镇")
    desk.digitising.form.save_and_new()
    fill(desk, subject_name="李四")
    place = click(desk, 114.9001, 26.8)
    assert shown(desk).record()["subject_name"] == "李四"
    assert desk.digitising.form.page.draft.point == pytest.approx((place.x(), place.y()), abs=1e-9)


def test_a_point_dragged_on_the_map_moves_in_the_window(desk, qtbot):
    place = add(desk, 114.9, 26.8, subject_name="张三")
    window = desk.digitising.form
    fill(desk, contact="李四")
    window.set_point(QgsPointXY(114.81, 26.71))
    uuid = window.uuid
    assert desk.digitising.move_tool.current == uuid
    layer, there = desk.workspace.layer, QgsPointXY(114.95, 26.85)
    place_point(layer, find_record(layer, uuid).id(), there)
    desk.digitising.move_tool.moved.emit(uuid, there)
    assert window.page.draft.point == (114.95, 26.85) != (place.x(), place.y())
    assert shown(desk).record()["contact"] == "李四"


def test_previous_and_next_lead_through_the_worklist(desk, qtbot):
    desk.actions["worklist"].trigger()
    without_points(desk, "甲家庭农场", "乙家庭农场")
    desk.list.refresh()
    first, second = listed(desk, qtbot, 2)
    desk.list.open_wanted.emit(first)
    window = desk.digitising.form
    assert window.place.text() == "1 / 2"
    qtbot.mouseClick(window.next_button, Qt.MouseButton.LeftButton)
    assert window.uuid == second


def test_what_was_typed_goes_into_the_edits_when_the_plugin_is_unloaded(desk):
    place = add(desk, 114.9, 26.8, subject_name="张三")
    desk.actions["save_edits"].trigger()
    click(desk, place.x() + 0.05, place.y())
    fill(desk, subject_name="李四", product="豇豆")
    desk.digitising.close()
    names = {feature["subject_name"] for feature in desk.workspace.layer.getFeatures()}
    assert names == {"张三", "李四"} and desk.workspace.layer.isModified()


def test_a_missing_key_is_entered_from_the_message_bar(desk, qtbot):
    bar = desk.iface.messageBar()
    bar.clearWidgets()
    add_basemap(desk.project, Basemap("x", XYZ, "http://127.0.0.1:9/{z}/{x}/{y}?tk={key}"))
    qtbot.waitUntil(lambda: bool(bar.items()), timeout=3000)
    (message,) = bar.items()
    QTest.mouseClick(message.findChild(QPushButton), Qt.MouseButton.LeftButton)
    (window,) = desk._windows.values()
    assert isinstance(window, BasemapDialog) and window.isVisible()
    assert window.current.service == "tianditu.gov.cn"
    window.try_out()
    desk.project.clear()
    assert window.isVisible()


def test_the_monitoring_leads_to_the_worklist_of_a_township(desk, qtbot):
    add(desk, 114.9, 26.8, subject_name="张三", product="豇豆", township="沿溪镇", village="甲村")
    click(desk, 114.95, 26.85)
    fill(desk, subject_name="李四", product="豇豆", township="万合镇", village="乙村")
    save(desk)
    desk.actions["save_edits"].trigger()
    desk.actions["monitoring"].trigger()
    assert desk.figures.isVisible() and desk.actions["monitoring"].isChecked()
    qtbot.waitUntil(lambda: desk.figures.monitoring is not None, timeout=20_000)
    assert desk.figures.monitoring.total.now["bases"] == 2
    desk.figures.worklist_wanted.emit("沿溪镇", "豇豆")
    assert desk.list.isVisible()
    (uuid,) = listed(desk, qtbot, 1)
    assert {r["uuid"]: r["township"] for r in records(desk)}[uuid] == "沿溪镇"
    desk.figures.worklist_wanted.emit("万合镇", "")
    (other,) = listed(desk, qtbot, 1)
    assert other != uuid


def test_a_tool_tip_keeps_its_brackets_where_qgis_adds_the_key(desk):
    for action in desk.actions.values():
        title, tip = action.toolTip().split("\n")
        assert title and tip and not set("()") & set(action.toolTip())


def test_a_dock_behind_another_tab_has_no_keys_and_rests(desk, qtbot):
    window = desk.iface.mainWindow()
    with qtbot.waitActive(window):
        window.activateWindow()
    for dock in (desk.reviewing, desk.figures):  # which the tests' interface does not
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        dock.hide()
    desk.actions["review"].trigger()
    desk.actions["monitoring"].trigger()
    qtbot.waitUntil(lambda: desk.figures.panel.view.hasFocus())
    qtbot.waitUntil(lambda: not desk.reviewing.isUserVisible())
    assert desk.reviewing.isVisible(), "as Qt sees it"
    (tabs,) = (bar for bar in window.findChildren(QTabBar) if bar.count() == 2)
    tabs.setCurrentIndex(1 - tabs.currentIndex())  # as a click does
    qtbot.waitUntil(lambda: desk.reviewing.isUserVisible())
    inside = desk.reviewing.isAncestorOf
    qtbot.waitUntil(lambda: QApplication.focusWidget() and inside(QApplication.focusWidget()))
    tabs.setCurrentIndex(1 - tabs.currentIndex())
    qtbot.waitUntil(lambda: desk.figures.panel.view.hasFocus())


class ToolWindow(QObject):
    """Stands in for the window of an algorithm."""

    algorithmFinished = pyqtSignal(bool, dict)  # noqa: N815


def test_a_new_store_and_a_backup_are_given_a_place_of_their_own(desk, monkeypatch):
    asked = {}
    monkeypatch.setattr(desk, "_dialog", ToolWindow(), raising=False)
    monkeypatch.setattr(desk, "_algorithm", lambda name, *_, **values: asked.update({name: values}))
    monkeypatch.setattr(settings, "county_code", lambda: "360826")
    desk.new_store()
    desk.backup_store()
    new = Path(asked["createstore"]["OUTPUT"])
    assert new.name.startswith("泰和县") and new.suffix == ".gpkg" and not new.exists()
    backup, store = Path(asked["backupstore"]["OUTPUT"]), Path(desk.workspace.path)
    assert backup.parent == store.parent and backup.stem == f"{store.stem}_{date.today():%Y%m%d}"
    backup.touch()
    desk.backup_store()
    assert Path(asked["backupstore"]["OUTPUT"]).stem == backup.stem + "_2"


def test_a_store_made_in_the_window_is_open_at_once(desk, qtbot, tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(Path(QgsApplication.pkgDataPath()) / "python" / "plugins")
    monkeypatch.setattr(desk.iface, "browserModel", QgsBrowserGuiModel, raising=False)
    tree = QgsLayerTreeView(desk.iface.mainWindow())  # asked for by QGIS from 3.44 on
    monkeypatch.setattr(desk.iface, "layerTreeView", lambda: tree, raising=False)
    settings.COUNTY.set("460205")
    made = tmp_path / "三亚.gpkg"
    monkeypatch.setattr("origin_trace.dialogs.desk.new_store_file", lambda _code: str(made))
    desk.actions["new_store"].trigger()
    with qtbot.waitSignal(desk._dialog.algorithmFinished, timeout=30_000):
        desk._dialog.runButton().click()
    assert Path(desk.workspace.path) == made
    desk._dialog.close()
