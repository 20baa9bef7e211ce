"""The plugin reloaded, its store or project gone, while every window is open."""

from __future__ import annotations

from collections import Counter

import pytest
from origin_trace.dialogs.desk import Desk
from origin_trace.dialogs.import_dialog import ImportDialog
from origin_trace.layers import edit_journal
from origin_trace.layers.store import open_store
from origin_trace.tests.qgis.desk_window import add, leave
from origin_trace.tests.qgis.record_window import type_text
from origin_trace.tests.qgis.window_help import sheet
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QObject, qInstallMessageHandler
from qgis.PyQt.QtWidgets import QApplication

WINDOWS = ("import_sheets", "export_sheet", "undo_import", "basemaps", "help", "open_store")


@pytest.fixture
def journal(tmp_path, monkeypatch):
    found = tmp_path / "journal"
    monkeypatch.setattr(edit_journal, "journal_folder", lambda: found)
    return found


@pytest.fixture
def one(journal, desk):
    """The desk on a store with one record, which is saved; not removed twice."""
    add(desk, 114.9, 26.8, subject_name="张三", product="豇豆")
    desk.actions["add_point"].trigger()
    desk.actions["save_edits"].trigger()
    desk.digitising.form.reject()
    return desk


def open_all(desk, tool, sheets=None):
    """Open every window, the record's too, and take a map tool; ``sheets``: one being read."""
    with open_store(desk.workspace.path) as store:
        (record,) = store.records()
    for command in (*WINDOWS, "worklist", tool):
        desk.actions[command].trigger()
    if sheets is not None:
        desk._windows[ImportDialog].files.add([sheets])
    desk.digitising.open_record(record["uuid"])
    return record["uuid"]


def type_in(desk, qtbot, text):
    """Type over the contact and stay in the line."""
    form = desk.digitising.form.page.form
    assert form.jump("contact")
    line = form.fields["contact"].widget()
    line.selectAll()
    type_text(qtbot, line, text)


def listeners(canvas, layer):
    """Return sender -> how many of its signals Python listens to; of what outlives the plugin."""
    project, application = QgsProject.instance(), QgsApplication.instance()
    senders = (
        *(project, project.layerTreeRoot(), canvas, layer, layer.undoStack(), application),
        *(QgsApplication.taskManager(), QgsApplication.messageLog()),
    )
    counted = {}
    for sender in senders:
        told = []
        before = qInstallMessageHandler(lambda *message, told=told: told.append(message[2]))
        sender.dumpObjectInfo()
        qInstallMessageHandler(before)
        counted[type(sender).__name__] = sum("PyQtSlotProxy" in line for line in told)
    return counted


def left_over(canvas, window):
    """Return what hangs on QGIS's window, what lies on its map, which windows are shown."""
    kinds = [type(child).__name__ for child in window.findChildren(QObject)]
    kinds += [f"map {type(item).__name__}" for item in canvas.scene().items()]
    kinds += [f"top {type(w).__name__}" for w in QApplication.topLevelWidgets() if w.isVisible()]
    return Counter(kinds)


def test_reloaded_twenty_times_with_every_window_open(one, qgis_iface, journal, qtbot, tmp_path):
    desk, layer = one, one.workspace.layer
    canvas, window, sheets = qgis_iface.mapCanvas(), qgis_iface.mainWindow(), sheet(tmp_path)
    bar = qgis_iface.messageBar()
    desk.remove()
    bar.clearWidgets()
    layer.startEditing()
    qtbot.wait(10)
    bare, hanging = listeners(canvas, layer), left_over(canvas, window)
    with qtbot.captureExceptions() as problems:
        for number in range(20):
            desk = Desk(qgis_iface)
            desk.install()
            assert len({a.text() for a in desk.actions.values()}) == len(desk.actions)
            tool = ("add_point", "edit_points")[number % 2]
            uuid = open_all(desk, tool, None if number % 5 else sheets)
            type_in(desk, qtbot, f"第{number}人")
            qtbot.wait(5)
            desk.remove()
            qtbot.wait(5)
            (contact,) = [f["contact"] for f in layer.getFeatures() if f["uuid"] == uuid]
            assert contact == f"第{number}人"
            assert len(list(journal.iterdir())) == 1
            assert "张三" in bar.currentItem().text()  # where it is now
            bar.clearWidgets()
            qtbot.wait(1)
    assert problems == []
    assert listeners(canvas, layer) == bare
    assert not left_over(canvas, window) - hanging
    desk = Desk(qgis_iface)
    desk.install()
    desk.save_edits()
    leave(desk)
    with open_store(desk.workspace.path) as store:
        assert [record["contact"] for record in store.records()] == ["第19人"]
    desk.remove()


def remove_layer(desk):
    QgsProject.instance().removeMapLayer(desk.workspace.layer.id())


def switch_project(_desk):
    QgsProject.instance().clear()


@pytest.mark.parametrize("leave_store", [remove_layer, switch_project])
def test_what_is_being_typed_survives_the_store_going(one, qtbot, answer, leave_store, tmp_path):
    path = one.workspace.path
    open_all(one, "add_point", sheet(tmp_path))
    type_in(one, qtbot, "改过的人")
    asked = answer("Save")
    with qtbot.captureExceptions() as problems:
        leave_store(one)
        qtbot.wait(20)
        assert "改过的人" in asked[0]
        with open_store(path) as store:
            assert [record["contact"] for record in store.records()] == ["改过的人"]
        assert one.workspace.layer is None and not one.digitising.form.isVisible()
        assert not one.actions["add_point"].isChecked()
        one.open_path(path)
        one.digitising.open_record(open_all(one, "edit_points"))
        assert one.digitising.form.page.form.record()["contact"] == "改过的人"
    assert problems == []
