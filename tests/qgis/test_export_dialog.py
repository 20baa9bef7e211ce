"""The export window: purposes, which records, what is held back, and what may leave the house."""

from __future__ import annotations

import re

import openpyxl
import pytest
from origin_trace.dialogs import asking, export_dialog
from origin_trace.dialogs.export_dialog import ExportDialog
from origin_trace.tests.qgis.test_main_job import stored
from origin_trace.tests.qgis.test_round_trip import approve
from origin_trace.tests.qgis.window_help import OFFICIAL, workspace_of
from qgis.core import QgsProject
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtWidgets import QRadioButton


@pytest.fixture
def window(new_store, run, qtbot, qgis_new_project):
    """Return an export window on a store with the official sample, ten records approved."""
    store = new_store()
    run("importsheet", INPUT=[str(OFFICIAL)], STORE=store)
    approve(store, "fid <= 10")
    workspace = workspace_of(store)
    bar = QgsMessageBar()
    qtbot.addWidget(bar)
    dialog = ExportDialog(workspace, bar)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    yield dialog, store
    qtbot.waitUntil(lambda: dialog._job is None, timeout=60_000)
    dialog.release()
    workspace.close()


def choose(qtbot, dialog, name):
    button = dialog.findChild(QRadioButton, name)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(8, button.height() // 2))
    assert button.isChecked()


def export(qtbot, dialog):
    dialog.records.count_now()
    assert dialog.buttons["export"].isEnabled()
    qtbot.mouseClick(dialog.buttons["export"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog._job is None, timeout=60_000)


def texts(path):
    book = openpyxl.load_workbook(path)
    cells = (cell.value for sheet in book for row in sheet.iter_rows() for cell in row)
    return " ".join(str(value) for value in cells if value is not None)


def test_the_platform_gets_what_is_approved_and_the_rest_is_listed(window, qtbot, tmp_path):
    dialog, store = window
    dialog.target.setFilePath(str(tmp_path / "上报"))
    export(qtbot, dialog)
    total = len(stored(store))
    held = dialog.table.rowCount()
    assert (tmp_path / "上报.xlsx").exists() and (tmp_path / "上报_held back.xlsx").exists()
    assert 0 < held < total and f"Records exported: {total - held}" in dialog.state.text()
    assert all(dialog.table.item(row, 4).text() for row in range(held))
    qtbot.mouseClick(dialog.buttons["held"], Qt.MouseButton.LeftButton)
    layer = dialog._workspace.layer
    assert layer.selectedFeatureCount() == held
    names = {dialog.table.item(row, 0).text() for row in range(held)}
    assert {f["subject_name"] for f in layer.selectedFeatures()} == names


def test_the_public_sheet_carries_no_phone_and_the_internal_one_says_it_does(
    window, qtbot, tmp_path
):
    dialog, _ = window
    choose(qtbot, dialog, "public")
    dialog.target.setFilePath(str(tmp_path / "公开.xlsx"))
    export(qtbot, dialog)
    assert not re.search(r"1[3-9]\d{9}", texts(tmp_path / "公开.xlsx"))
    words = export_dialog._purposes()["internal"][1]
    assert "phone numbers" in words
    choose(qtbot, dialog, "internal")
    dialog.target.setFilePath(str(tmp_path / "内部.xlsx"))
    export(qtbot, dialog)
    assert "18000079618" in texts(tmp_path / "内部.xlsx")


def test_a_sheet_with_phones_that_could_not_be_logged_is_told(window, qtbot, tmp_path, monkeypatch):
    dialog, _ = window
    monkeypatch.setenv("OneDrive", str(tmp_path))  # the store lies where it is not written
    choose(qtbot, dialog, "internal")
    dialog.target.setFilePath(str(tmp_path / "内部.xlsx"))
    export(qtbot, dialog)
    assert (tmp_path / "内部.xlsx").exists()
    assert "could not be kept in the store" in dialog.state.text()
    choose(qtbot, dialog, "public")
    export(qtbot, dialog)
    assert "could not be kept" not in dialog.state.text()


def test_filters_count_at_once_and_decide_what_is_written(window, qtbot, tmp_path):
    dialog, store = window
    combo = dialog.records.filters["product"]
    combo.setCurrentIndex(1)
    product = combo.currentData()
    expected = sum(record["product"] == product for record in stored(store))
    qtbot.waitUntil(lambda: dialog.records.words.text() == f"Records: {expected}")
    choose(qtbot, dialog, "internal")
    dialog.target.setFilePath(str(tmp_path / "一种.xlsx"))
    export(qtbot, dialog)
    assert f"Records exported: {expected}" in dialog.state.text()
    status = dialog.records.filters["status"]
    status.setCurrentIndex(status.findData("approved"))
    assert status.currentText() == "Approved"
    dialog.records.count_now()
    assert dialog.records.count == sum(
        r["product"] == product and r["status"] == "approved" for r in stored(store)
    )


def test_records_selected_on_the_map_are_exported(window, qtbot, tmp_path):
    dialog, _ = window
    assert not dialog.records.selected.isEnabled()
    dialog._workspace.layer.selectByIds([1, 2, 3])
    qtbot.mouseClick(dialog.records.selected, Qt.MouseButton.LeftButton)
    assert dialog.records.selected.isChecked()
    choose(qtbot, dialog, "internal")
    dialog.target.setFilePath(str(tmp_path / "三个.xlsx"))
    export(qtbot, dialog)
    assert "Records exported: 3" in dialog.state.text()
    dialog._workspace.layer.removeSelection()
    assert dialog.records.everything.isChecked()


def test_an_existing_file_is_replaced_only_after_asking(window, qtbot, tmp_path, monkeypatch):
    dialog, _ = window
    path = tmp_path / "已有.xlsx"
    path.write_text("x", encoding="utf-8")
    choose(qtbot, dialog, "internal")
    dialog.target.setFilePath(str(path))
    monkeypatch.setattr(export_dialog, "ask", lambda *_: "")
    export(qtbot, dialog)
    assert path.read_text(encoding="utf-8") == "x"
    monkeypatch.setattr(export_dialog, "ask", lambda *_: "yes")
    export(qtbot, dialog)
    assert path.read_bytes().startswith(b"PK")


def test_unsaved_edits_are_saved_first_or_nothing_is_written(window, qtbot, tmp_path, monkeypatch):
    dialog, _ = window
    layer = dialog._workspace.layer
    layer.startEditing()
    layer.changeAttributeValue(1, layer.fields().lookupField("contact_phone"), "13911112222")
    choose(qtbot, dialog, "internal")
    dialog.target.setFilePath(str(tmp_path / "内部.xlsx"))
    monkeypatch.setattr(asking, "ask", lambda *_: "")
    export(qtbot, dialog)
    assert not (tmp_path / "内部.xlsx").exists()
    monkeypatch.setattr(asking, "ask", lambda *_: "save")
    export(qtbot, dialog)
    assert "13911112222" in texts(tmp_path / "内部.xlsx")
    layer.commitChanges()


def test_the_store_removed_while_it_writes(window, qtbot, tmp_path):
    dialog, _ = window
    choose(qtbot, dialog, "internal")
    dialog.target.setFilePath(str(tmp_path / "内部.xlsx"))
    qtbot.mouseClick(dialog.buttons["export"], Qt.MouseButton.LeftButton)
    QgsProject.instance().removeAllMapLayers()
    qtbot.waitUntil(lambda: dialog._job is None, timeout=60_000)
    assert (tmp_path / "内部.xlsx").exists()
    assert not dialog.buttons["export"].isEnabled() and not dialog.records.isEnabled()


def test_a_place_that_cannot_be_written_is_told(window, qtbot, tmp_path):
    dialog, _ = window
    choose(qtbot, dialog, "internal")
    dialog.target.setFilePath(str(tmp_path / "没有" / "这个" / "内部.xlsx"))
    export(qtbot, dialog)
    assert "这个" in dialog.state.text() and "exported" not in dialog.state.text()
    assert dialog.buttons["export"].isEnabled()
