"""The worklist dock on a real store: reading, edits, selection, keyboard, what may go away."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from origin_trace.core.products import standard_products
from origin_trace.core.rules import check_record
from origin_trace.core.worklist import ALL, SENT_BACK, TO_PLACE, WRONG, Worklist
from origin_trace.core.worklist_entry import SHOWN, make_entry, table_facts
from origin_trace.dialogs.worklist_dock import WorklistDock
from origin_trace.dialogs.workspace import Workspace
from origin_trace.layers.records import record_to_feature, records_of
from origin_trace.layers.store import create_store, open_store
from origin_trace.layers.store_layers import BOUNDARY, load_layers, mark
from origin_trace.tests.unit.records import animal, crop
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QEvent, QPoint, Qt
from qgis.PyQt.QtGui import QAction, QKeySequence
from qgis.PyQt.QtWidgets import QApplication, QMainWindow

NAMES = ("江西省", "吉安市", "泰和县")


def sample():
    """Return 6 records: two without a point, one with a wrong phone, one due."""
    month = date.today().replace(day=1)
    before = (month - timedelta(days=1)).strftime("%Y-%m")
    now = f"{month:%Y-%m}"  # on the market: the next crop is not due
    season = {"period": f"{month:%Y}-1", "market_start": now, "market_end": now}
    records = [
        crop(**season, uuid="a", subject_name="甲合作社", village="一村"),
        crop(**season, uuid="b", subject_name="乙合作社", village="二村", lon=None, lat=None),
        crop(**season, uuid="c", subject_name="丙合作社", village="三村", lon=None, lat=None),
        crop(**season, uuid="d", subject_name="丁农场", village="四村", contact_phone="1380000"),
        crop(**season, uuid="e", subject_name="戊农场", village="五村", lon=115.1, remarks="大棚"),
        animal(uuid="f", village="六村", period=before, lon=115.2, collector="王芳"),
    ]
    for number, record in enumerate(records):
        if record["uuid"] != "d":
            record["contact_phone"] = f"1390000000{number}"
    return records


@pytest.fixture
def make_store(qgis_app, tmp_path):
    def make(records, name="泰和 县.gpkg"):
        path = tmp_path / name
        with create_store(path, "360826", [], standard_products(), NAMES) as store:
            if records:
                store.apply({}, records, [])
        return str(path)

    return make


@pytest.fixture
def workspace(qgis_app):
    made = Workspace(QgsProject.instance())
    yield made
    made.close()
    QgsProject.instance().removeAllMapLayers()


@pytest.fixture
def open_dock(workspace, qgis_canvas, qtbot, make_store):
    docks = []

    def adopt(records, name="泰和 县.gpkg"):
        points, choices = load_layers(make_store(records, name))
        QgsProject.instance().addMapLayers([points, choices])
        workspace.adopt(points)
        return points

    def open_with(records=None, wait=True):
        if records is not None:
            adopt(records)
        dock = WorklistDock(workspace, qgis_canvas)
        docks.append(dock)
        qtbot.addWidget(dock)
        dock.resize(400, 600)
        with qtbot.waitExposed(dock):
            dock.show()
        if wait and records is not None:
            loaded(qtbot, dock)
        return dock

    open_with.adopt, open_with.docks = adopt, docks
    yield open_with
    for dock in docks:
        dock.close_down()


def loaded(qtbot, dock):
    qtbot.waitUntil(lambda: dock.source.loaded and not dock.source.reading, timeout=10000)


def settled(qtbot, dock):
    """Wait until all edits are in the list and the table was compared."""
    edits, source = dock.source._edits, dock.source
    qtbot.waitUntil(
        lambda: (
            not (
                edits._waiting
                or edits._timer.isActive()
                or source._compare_timer.isActive()
                or source._read_timer.isActive()
                or source._comparing
                or source.reading
            )
        ),
        timeout=20000,
    )


def counts(dock):
    return {queue: dock.queues._buttons[queue].text().split("\n")[1] for queue in (TO_PLACE, WRONG)}


def fid_of(layer, uuid):
    return next(f.id() for f in layer.getFeatures() if f["uuid"] == uuid)


def texts(dock, column):
    model = dock.model
    return [model.index(row, column).data() for row in range(model.rowCount())]


def rebuilt(workspace):
    """Return the entries made anew from what the layer shows."""
    layer, entries = workspace.layer, []
    features = list(layer.getFeatures())
    for feature, record in zip(features, records_of(features, layer.fields())):
        found = check_record(record, workspace.context)
        entries.append(make_entry(feature.id(), record, found))
    worklist = Worklist(entries, workspace.products, date.today())
    facts = table_facts(worklist.entries.values(), workspace.context, worklist.accepted)
    worklist.set_table(facts)
    return worklist.entries


def bare(entries):
    """Return entries by fid without their marks and without what was deleted."""
    return {
        fid: [getattr(e, name) for name in e.__slots__ if name != "mark"]
        for fid, e in entries.items()
        if e.mark != "deleted"
    }


# --- reading -----------------------------------------------------------------------


def test_lists_the_records_of_the_store(open_dock, qtbot):
    dock = open_dock(sample())
    assert set(dock.uuids()) == set("abcdef")
    assert counts(dock) == {TO_PLACE: "2", WRONG: "3"}
    assert dock.status.text() == "Records: 6 of 6"
    assert not dock.bar.isVisible()


def test_a_window_without_a_store_says_what_to_do(open_dock, qtbot):
    dock = open_dock()
    assert "No store is open" in dock.empty.text.text()
    assert dock.pages.currentWidget() is dock.empty
    dock.next_row()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_P, Qt.Key.Key_Space, Qt.Key.Key_End):
        qtbot.keyClick(dock.view, key)


def test_an_empty_store_and_empty_queues_say_what_to_do(open_dock, qtbot):
    dock = open_dock([])
    assert "no records yet" in dock.empty.text.text()
    dock.queues.choose(TO_PLACE)
    assert "no records yet" in dock.empty.text.text()


def test_the_list_equals_what_the_layer_shows(open_dock, workspace):
    dock = open_dock(sample())
    assert bare(dock.source.worklist.entries) == bare(rebuilt(workspace))
    assert set(SHOWN) <= set(workspace.layer.fields().names())


def test_a_store_that_cannot_be_read_is_told_and_tried_again(open_dock, workspace, qtbot, tmp_path):
    layer = open_dock.adopt(sample())
    path = workspace.path
    workspace.path = str(tmp_path / "gone.gpkg")
    dock = open_dock()
    qtbot.waitUntil(lambda: bool(dock.source.problem), timeout=5000)
    assert "does not exist" in dock.empty.text.text()
    workspace.path = path
    qtbot.mouseClick(dock.empty.again, Qt.MouseButton.LeftButton)
    loaded(qtbot, dock)
    assert len(dock.uuids()) == layer.featureCount()


def test_another_store_takes_the_place_of_the_first(open_dock, workspace, qtbot):
    dock = open_dock(sample())
    open_dock.adopt([crop(uuid="z")], "另一个.gpkg")
    assert dock.uuids() == []
    loaded(qtbot, dock)
    assert dock.uuids() == ["z"]
    workspace.leave()
    assert "No store is open" in dock.empty.text.text()


def test_the_layer_may_go_while_its_store_is_read(open_dock, workspace, qtbot):
    dock = open_dock(sample(), wait=False)
    QgsProject.instance().removeAllMapLayers()
    assert not dock.source.reading
    qtbot.wait(300)
    assert dock.uuids() == [] and "No store is open" in dock.empty.text.text()


def test_the_dock_may_be_closed_while_reading_and_reads_when_it_is_back(open_dock, qtbot):
    dock = open_dock(sample(), wait=False)
    dock.close()
    assert not dock.source.reading
    qtbot.wait(300)
    assert not dock.source.loaded
    dock.show()
    loaded(qtbot, dock)
    assert len(dock.uuids()) == 6


def test_the_dock_may_be_deleted_while_reading(open_dock, workspace, qtbot):
    dock = open_dock(sample(), wait=False)
    dock.close_down()
    open_dock.docks.remove(dock)
    dock.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.wait(300)
    workspace.leave()


def test_a_dock_that_was_closed_down_follows_nothing(open_dock, workspace, qtbot):
    docks = [open_dock(sample())] + [open_dock() for _ in range(5)]
    for dock in docks:
        loaded(qtbot, dock)
        dock.close_down()
    layer = workspace.layer
    layer.startEditing()
    place(layer, "b", 115.4)
    layer.undoStack().undo()
    layer.dataProvider().reloadData()
    workspace.forget_boundary()
    for dock in docks:
        source = dock.source
        assert not source._edits._waiting and not source._read_timer.isActive()
        dock.refresh()
        assert not source.reading
    layer.rollBack()


def test_what_others_wrote_is_there_after_a_refresh(open_dock, workspace, qtbot):
    dock = open_dock(sample())
    dock.queues.choose(TO_PLACE)
    dock.select("c")
    with open_store(workspace.path, write=True) as store:
        store.apply({}, [crop(uuid="g", lon=None, lat=None)], [])
    dock.refresh()
    settled(qtbot, dock)
    assert set(dock.uuids()) == {"b", "c", "g"}
    assert dock.view.current().uuid == "c"


def test_a_reload_of_the_layer_reads_the_store_again(open_dock, workspace, qtbot):
    dock = open_dock(sample())
    with open_store(workspace.path, write=True) as store:
        store.apply({}, [crop(uuid="g")], [])
    workspace.layer.dataProvider().reloadData()
    settled(qtbot, dock)
    assert "g" in dock.uuids()


def test_a_boundary_is_looked_at_as_soon_as_it_is_there(open_dock, workspace, qtbot):
    dock = open_dock(sample())
    layer = QgsVectorLayer("Polygon?crs=EPSG:4490", "县界", "memory")
    shape = QgsFeature()
    shape.setGeometry(QgsGeometry.fromWkt("POLYGON((115 26,115.05 26,115.05 27,115 27,115 26))"))
    layer.dataProvider().addFeature(shape)
    mark(layer, BOUNDARY)
    QgsProject.instance().addMapLayer(layer)
    settled(qtbot, dock)
    assert counts(dock)[WRONG] == "5"  # the points at 115.1 and 115.2 lie outside
    QgsProject.instance().removeMapLayer(layer.id())
    settled(qtbot, dock)
    assert counts(dock)[WRONG] == "3"


def test_a_boundary_without_polygons_is_told(open_dock, workspace, qtbot):
    dock = open_dock(sample())
    layer = QgsVectorLayer("Polygon?crs=EPSG:4490", "县界", "memory")
    mark(layer, BOUNDARY)
    QgsProject.instance().addMapLayer(layer)
    settled(qtbot, dock)
    assert "holds no polygon" in dock.status.text()
    assert len(dock.uuids()) == 6


# --- edits -------------------------------------------------------------------------


def test_edits_show_before_they_are_saved_and_undo_takes_them_back(open_dock, workspace, qtbot):
    dock = open_dock(sample())
    layer = workspace.layer
    layer.startEditing()
    layer.beginEditCommand("place")
    point = QgsGeometry.fromPointXY(QgsPointXY(115.3, 26.8))
    layer.changeGeometry(fid_of(layer, "b"), point)
    layer.endEditCommand()
    layer.beginEditCommand("phone")
    fid = fid_of(layer, "d")
    layer.changeAttributeValue(fid, layer.fields().indexOf("contact_phone"), "13800001111")
    layer.endEditCommand()
    settled(qtbot, dock)
    assert counts(dock) == {TO_PLACE: "1", WRONG: "1"}
    dock.select("b")
    assert dock.view.current().mark == "changed"
    assert texts(dock, 3)[dock.view.currentIndex().row()] == "Draft *"
    assert "Not saved yet" in dock.detail.text()
    assert bare(dock.source.worklist.entries) == bare(rebuilt(workspace))
    layer.undoStack().undo()
    settled(qtbot, dock)
    assert counts(dock) == {TO_PLACE: "1", WRONG: "2"}
    layer.undoStack().undo()
    settled(qtbot, dock)
    assert counts(dock) == {TO_PLACE: "2", WRONG: "3"}
    assert not any(e.mark for e in dock.model.entries)
    layer.undoStack().redo()
    settled(qtbot, dock)
    assert counts(dock)[TO_PLACE] == "1"
    layer.rollBack()


def test_added_and_deleted_records_through_rollback_and_commit(open_dock, workspace, qtbot):
    dock = open_dock(sample())
    layer = workspace.layer

    def edit():
        layer.startEditing()
        new = record_to_feature(
            crop(uuid="n", subject_name="新", lon=None, lat=None), layer.fields()
        )
        layer.addFeature(new)
        layer.deleteFeature(fid_of(layer, "b"))
        settled(qtbot, dock)
        marks = {e.uuid: e.mark for e in dock.model.entries}
        assert marks["n"] == "added" and marks["b"] == "deleted"
        assert counts(dock)[TO_PLACE] == "2"

    edit()
    layer.rollBack()
    settled(qtbot, dock)
    assert "n" not in dock.uuids() and not any(e.mark for e in dock.model.entries)
    edit()
    dock.select("n")
    assert layer.commitChanges(), layer.commitErrors()
    settled(qtbot, dock)
    assert "b" not in dock.uuids() and not any(e.mark for e in dock.model.entries)
    assert dock.view.current().uuid == "n" and dock.view.current().fid > 0
    assert bare(dock.source.worklist.entries) == bare(rebuilt(workspace))


def test_a_commit_shows_what_the_store_made_of_it(open_dock, workspace, qtbot):
    dock = open_dock(sample())
    layer = workspace.layer
    for status in ("submitted", "approved"):
        layer.startEditing()
        fid, column = fid_of(layer, "a"), layer.fields().indexOf("status")
        layer.changeAttributeValue(fid, column, status)
        assert layer.commitChanges(), layer.commitErrors()
    layer.startEditing()
    layer.changeAttributeValue(fid, layer.fields().indexOf("scale"), 3.0)
    assert layer.commitChanges(False), layer.commitErrors()
    settled(qtbot, dock)
    dock.select("a")
    assert dock.view.current().status == "submitted"  # an edit takes the approval away
    layer.rollBack()


def test_edits_made_while_the_store_is_read_are_laid_over_it(open_dock, workspace, qtbot):
    layer = open_dock.adopt(sample())
    layer.startEditing()
    layer.changeGeometry(fid_of(layer, "b"), QgsGeometry.fromPointXY(QgsPointXY(115.3, 26.8)))
    dock = open_dock()
    layer.deleteFeature(fid_of(layer, "c"))
    layer.changeAttributeValue(fid_of(layer, "a"), layer.fields().indexOf("remarks"), "改过")
    assert layer.commitChanges(), layer.commitErrors()
    loaded(qtbot, dock)
    settled(qtbot, dock)
    assert counts(dock)[TO_PLACE] == "0"
    assert bare(dock.source.worklist.entries) == bare(rebuilt(workspace))


def test_a_field_calculator_over_many_rows_is_taken_in_slices(open_dock, workspace, qtbot):
    many = [crop(uuid=f"u{n}", lon=115 + n * 0.001, contact=f"人{n}") for n in range(1500)]
    dock = open_dock(many)
    layer = workspace.layer
    column = layer.fields().indexOf("contact_phone")
    layer.startEditing()
    layer.beginEditCommand("calculator")
    for fid in layer.allFeatureIds():
        layer.changeAttributeValue(fid, column, f"1390{fid:07d}")
    layer.endEditCommand()
    assert len(dock.source._edits._waiting) == 1500
    settled(qtbot, dock)
    assert all(e.mark == "changed" for e in dock.model.entries)
    assert counts(dock)[WRONG] == "0"
    assert layer.commitChanges(), layer.commitErrors()
    settled(qtbot, dock)
    assert not any(e.mark for e in dock.model.entries)
    assert bare(dock.source.worklist.entries) == bare(rebuilt(workspace))


def test_records_that_clash_are_found_after_an_edit(open_dock, workspace, qtbot):
    dock = open_dock([crop(uuid=u, subject_name=u, lon=115 + n / 10) for n, u in enumerate("abc")])
    assert counts(dock)[WRONG] == "3"  # one phone for three producers
    layer = workspace.layer
    layer.startEditing()
    column = layer.fields().indexOf("contact_phone")
    layer.changeAttributeValue(fid_of(layer, "a"), column, "13911112222")
    settled(qtbot, dock)
    assert counts(dock)[WRONG] == "0"
    layer.rollBack()
    settled(qtbot, dock)
    assert counts(dock)[WRONG] == "3"


# --- filters and selection ---------------------------------------------------------


def test_a_warning_that_is_accepted_leaves_the_list_and_comes_back(
    open_dock, workspace, qtbot, run
):
    """Of one record and of the whole table; as the value changes, also before it is saved."""
    low = animal(uuid="low", scale=20, lon=115.3, subject_name="己养殖场", contact_phone=None)
    dock = open_dock([{**low, "contact_phone": "13900000009"}, crop(uuid="big", scale=60000)])
    settled(qtbot, dock)
    assert counts(dock)[WRONG] == "2"
    given = {"INPUT": workspace.layer, "REASON": "属实", "OPERATOR": "王审核"}
    for rule, left in (("B1-threshold", "1"), ("D3-plausible", "0")):
        assert run("acceptwarning", RULE=rule, **given)["ACCEPTED"] == 1
        settled(qtbot, dock)
        assert counts(dock)[WRONG] == left
    layer = workspace.layer
    layer.startEditing()
    for uuid, scale, wrong in (("big", 60001.0, "1"), ("low", 21.0, "2")):
        layer.changeAttributeValue(fid_of(layer, uuid), layer.fields().indexOf("scale"), scale)
        settled(qtbot, dock)
        assert counts(dock)[WRONG] == wrong
    layer.rollBack()
    settled(qtbot, dock)
    assert counts(dock)[WRONG] == "0"
    assert run("acceptwarning", RULE="B1-threshold", WITHDRAW=True, **given)["WITHDRAWN"] == 1
    settled(qtbot, dock)
    assert counts(dock)[WRONG] == "1"


def test_filters_narrow_and_survive_a_refresh(open_dock, qtbot):
    dock = open_dock(sample())
    dock.filters.text.insert("合作社")  # as an input method does
    qtbot.waitUntil(lambda: len(dock.uuids()) == 3)
    assert counts(dock) == {TO_PLACE: "2", WRONG: "2"}
    dock.filters.choose("collector", "王")  # the only one that holds it
    assert dock.uuids() == [] and "No record fits" in dock.empty.text.text()
    dock.view.setColumnWidth(0, 77)
    dock.refresh()
    settled(qtbot, dock)
    assert dock.filters.filter(ALL).collector == "王芳" and dock.uuids() == []
    qtbot.mouseClick(dock.empty.clear, Qt.MouseButton.LeftButton)
    assert len(dock.uuids()) == 6
    assert dock.view.columnWidth(0) == 77


def test_a_typed_value_that_does_not_occur_is_not_taken(open_dock, qtbot):
    dock = open_dock(sample())
    box = dock.filters._boxes["township"]
    box.lineEdit().setFocus()
    box.lineEdit().insert("没有镇")
    qtbot.keyClick(box.lineEdit(), Qt.Key.Key_Return)
    assert box.value == "" and box.currentText() == ""
    assert len(dock.uuids()) == 6


def test_the_header_sorts(open_dock, qtbot):
    dock = open_dock(sample())
    header = dock.view.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(0) + 5, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert texts(dock, 0) == sorted(texts(dock, 0), key=lambda name: name.encode("gb18030"))
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    expected = sorted(texts(dock, 0), key=lambda name: name.encode("gb18030"), reverse=True)
    assert texts(dock, 0) == expected


def test_several_selected_rows_stay_selected_and_go_to_the_layer(open_dock, workspace, qtbot):
    dock = open_dock(sample())
    dock.select(dock.uuids()[1])
    qtbot.keyClick(dock.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    chosen = {entry.uuid for entry in dock.view.selected()}
    dock.refresh()
    settled(qtbot, dock)
    assert {entry.uuid for entry in dock.view.selected()} == chosen and len(chosen) == 2
    dock._select_on_layer()
    assert {f["uuid"] for f in workspace.layer.selectedFeatures()} == chosen


def test_phones_are_masked_in_tips_and_on_the_clipboard(open_dock, qtbot):
    dock = open_dock(sample())
    dock.select("a")
    tip = dock.view.currentIndex().data(Qt.ItemDataRole.ToolTipRole)
    assert "130****2925" in tip and "13000002925" not in tip
    dock.view.setFocus()
    qtbot.keyClick(dock.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QApplication.clipboard().text()
    assert "甲合作社" in copied and "130****2925" in copied


# --- work --------------------------------------------------------------------------


def click(dock, qtbot, uuid):
    dock.select(uuid)
    place = dock.view.visualRect(dock.view.currentIndex()).center()
    qtbot.mouseClick(dock.view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_click_pans_the_map_to_the_point(open_dock, qgis_canvas, qtbot):
    qgis_canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4490"))
    dock = open_dock(sample())
    with qtbot.waitSignal(dock.shown) as shown:
        click(dock, qtbot, "f")
    assert shown.args == ["f"]
    assert qgis_canvas.center().x() == pytest.approx(115.2, abs=1e-6)
    click(dock, qtbot, "b")
    assert "no point yet" in dock.status.text()


def test_a_double_click_opens(open_dock, qtbot):
    dock = open_dock(sample())
    dock.select("d")
    place = dock.view.visualRect(dock.view.currentIndex()).center()
    with qtbot.waitSignal(dock.open_wanted) as wanted:
        qtbot.mouseClick(dock.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseDClick(dock.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert wanted.args == ["d"]


def test_the_keyboard_alone_is_enough(open_dock, qtbot):
    dock = open_dock(sample())
    dock.view.setFocus()
    listed = dock.uuids()
    qtbot.keyClick(dock.view, Qt.Key.Key_Home)
    qtbot.keyClick(dock.view, Qt.Key.Key_Down)
    with qtbot.waitSignal(dock.open_wanted) as wanted:
        qtbot.keyClick(dock.view, Qt.Key.Key_Return)
    assert wanted.args == [listed[1]]
    qtbot.keyClick(dock.view, Qt.Key.Key_End)
    with qtbot.waitSignal(dock.place_wanted) as wanted:
        qtbot.keyClick(dock.view, Qt.Key.Key_P)
    assert wanted.args == [listed[-1]]
    qtbot.keyClick(dock.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is dock.filters.text


def test_keys_work_in_the_dock_also_where_qgis_has_them_too(open_dock, qtbot):
    window, taken = QMainWindow(), []
    qtbot.addWidget(window)
    for key in ("Ctrl+F", "Ctrl+C", "P"):
        action = QAction(key, window)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _checked, key=key: taken.append(key))
        window.addAction(action)
    dock = open_dock(sample())
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    dock.view.setFocus()
    dock.select("a")
    QApplication.clipboard().clear()
    with qtbot.waitSignal(dock.place_wanted):
        qtbot.keyClick(dock.view, Qt.Key.Key_P)
    qtbot.keyClick(dock.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(dock.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert "甲合作社" in QApplication.clipboard().text()
    assert QApplication.focusWidget() is dock.filters.text
    assert taken == []
    window.removeDockWidget(dock)
    dock.setParent(None)


def place(layer, uuid, x):
    layer.changeGeometry(fid_of(layer, uuid), QgsGeometry.fromPointXY(QgsPointXY(x, 26.8)))


@pytest.mark.parametrize("queue", [TO_PLACE, ALL])
@pytest.mark.parametrize("at_once", [True, False])
def test_placing_goes_on_to_the_next_record(open_dock, workspace, qtbot, queue, at_once):
    records = [crop(uuid=u, subject_name=u, village=f"第{u}村") for u in "123"]
    for record in records:
        record.update(lon=None, lat=None, contact_phone=f"1380000000{record['uuid']}")
    dock = open_dock(records)
    dock.queues.choose(queue)
    layer = workspace.layer
    layer.startEditing()
    dock.select("1")
    for uuid, following in (("1", "2"), ("2", "3"), ("3", "")):
        with qtbot.waitSignal(dock.place_wanted) as wanted:
            qtbot.mouseClick(dock.place, Qt.MouseButton.LeftButton)
        assert wanted.args == [uuid]
        place(layer, uuid, 115 + int(uuid) / 10)
        if not at_once:
            settled(qtbot, dock)
        assert dock.next_row() == following
    layer.rollBack()


def test_a_record_that_cannot_be_found_again_is_not_opened(open_dock, workspace, qtbot):
    dock = open_dock(sample())
    layer = workspace.layer
    layer.startEditing()
    layer.addFeature(record_to_feature(crop(uuid=None, village="〇村"), layer.fields()))
    layer.deleteFeature(fid_of(layer, "a"))
    settled(qtbot, dock)
    opened = []
    dock.open_wanted.connect(opened.append)
    for row, entry in enumerate(dock.model.entries):
        if entry.uuid in (None, "a"):
            dock.view.go_to(row)
            qtbot.keyClick(dock.view, Qt.Key.Key_Return)
            assert "first" in dock.status.text()
    assert opened == []
    layer.rollBack()
    settled(qtbot, dock)
    assert len(dock.uuids()) == 6


def test_the_menu_offers_what_can_be_done(open_dock, qtbot):
    dock = open_dock(sample())
    dock.select("b")
    dock._menu(QPoint(5, 5))
    menu = QApplication.activePopupWidget()
    enabled = {action.text(): action.isEnabled() for action in menu.actions()}
    assert enabled["Open"] and enabled["Place on the map"] and not enabled["Zoom to the point"]
    menu.close()


def test_returned_records_tell_the_reason(open_dock, workspace, qtbot):
    dock = open_dock(sample())
    layer = workspace.layer
    for values in ({"status": "submitted"}, {"status": "returned", "return_reason": "点位有误"}):
        layer.startEditing()
        for column, value in values.items():
            layer.changeAttributeValue(fid_of(layer, "a"), layer.fields().indexOf(column), value)
        assert layer.commitChanges(), layer.commitErrors()
    settled(qtbot, dock)
    dock.queues.choose(SENT_BACK)
    assert dock.uuids() == ["a"] and texts(dock, 4) == ["点位有误"]
