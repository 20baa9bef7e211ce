"""The undo window: the imports of a store, one of them taken back."""

from __future__ import annotations

import pytest
from origin_trace.dialogs import asking, undo_dialog
from origin_trace.dialogs.undo_dialog import UndoDialog, local_time
from origin_trace.tests.qgis.test_main_job import DATA, stored
from origin_trace.tests.qgis.test_round_trip import set_by_sql
from origin_trace.tests.qgis.window_help import OFFICIAL, workspace_of
from qgis.core import QgsProject
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import Qt

MULTI = DATA / "sheets" / "taihe_multisheet.xlsx"


@pytest.fixture
def window(new_store, run, qtbot, qgis_new_project, monkeypatch):
    """Return an undo window on a store with two imports; every question is answered yes."""
    store = new_store()
    results = [run("importsheet", INPUT=[str(path)], STORE=store) for path in (OFFICIAL, MULTI)]
    workspace = workspace_of(store)
    bar = QgsMessageBar()
    qtbot.addWidget(bar)
    dialog = UndoDialog(workspace, bar)
    qtbot.addWidget(dialog)
    monkeypatch.setattr(undo_dialog, "ask", lambda *_: "undo")
    with qtbot.waitExposed(dialog):
        dialog.show()
    yield dialog, store, results
    qtbot.waitUntil(lambda: dialog._job is None, timeout=60_000)
    dialog.release()
    workspace.close()


def undo(qtbot, dialog):
    assert dialog.buttons["undo"].isEnabled()
    qtbot.mouseClick(dialog.buttons["undo"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog._job is None, timeout=60_000)


def cell(dialog, row, column):
    return dialog.table.item(row, column).text()


def test_the_latest_import_stands_first_and_is_chosen(window):
    dialog, _, (first, second) = window
    assert [cell(dialog, row, 1) for row in (0, 1)] == [MULTI.name, OFFICIAL.name]
    assert [cell(dialog, row, 2) for row in (0, 1)] == [str(second["ADDED"]), str(first["ADDED"])]
    assert dialog.chosen()["id"] == second["BATCH"]
    assert str(second["ADDED"]) in dialog.explanation.text()


def test_undoing_removes_what_was_added_and_keeps_what_was_edited(window, qtbot):
    dialog, store, (first, second) = window
    before = {record["uuid"] for record in stored(store)}
    set_by_sql(
        store,
        f"""UPDATE collection_point SET remarks = '已核对' WHERE fid IN
        (SELECT max(fid) FROM collection_point WHERE import_batch = '{second["BATCH"]}')""",
    )
    with qtbot.waitSignal(dialog.undone) as undone:
        undo(qtbot, dialog)
    assert undone.args == [second["BATCH"]]
    assert len(stored(store)) == len(before) - second["ADDED"] + 1
    assert dialog._workspace.layer.featureCount() == len(stored(store))
    assert f"Records removed: {second['ADDED'] - 1}" in dialog.state.text()
    assert "stay as they are" in dialog.state.text()
    assert "undone" in cell(dialog, 0, 7)
    assert dialog.chosen()["id"] == first["BATCH"]
    dialog.table.selectRow(0)
    assert not dialog.buttons["undo"].isEnabled()


def test_a_no_keeps_everything(window, qtbot, monkeypatch):
    dialog, store, _ = window
    before = stored(store)
    monkeypatch.setattr(undo_dialog, "ask", lambda *_: "")
    undo(qtbot, dialog)
    assert stored(store) == before


def test_unsaved_edits_come_first(window, qtbot, monkeypatch):
    dialog, store, _ = window
    before = len(stored(store))
    layer = dialog._workspace.layer
    layer.startEditing()
    layer.changeAttributeValue(1, layer.fields().lookupField("contact_phone"), "13911112222")
    monkeypatch.setattr(asking, "ask", lambda *_: "")
    undo(qtbot, dialog)
    assert len(stored(store)) == before and layer.isModified()
    layer.rollBack()


def test_the_algorithm_refuses_while_records_have_unsaved_edits(window, run):
    dialog, store, (first, _) = window
    layer = dialog._workspace.layer
    layer.startEditing()
    layer.changeAttributeValue(1, layer.fields().lookupField("contact_phone"), "13911112222")
    with pytest.raises(Exception, match="not saved"):
        run("undoimport", STORE=store, BATCH=first["BATCH"])
    layer.rollBack()
    assert run("undoimport", STORE=store, BATCH=first["BATCH"])["REMOVED"] == first["ADDED"]


def test_without_a_store_nothing_can_be_undone(window):
    dialog, _, _ = window
    QgsProject.instance().removeAllMapLayers()
    assert dialog.table.rowCount() == 0 and not dialog.buttons["undo"].isEnabled()
    assert "No store" in dialog.state.text()


def test_times_are_those_of_the_clock_on_the_wall(monkeypatch):
    import time

    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    assert local_time("2023-06-30T18:05:59.123Z") == "2023-07-01 02:05"
    assert local_time("gestern") == "gestern" and local_time(None) == ""
    monkeypatch.undo()
    time.tzset()
