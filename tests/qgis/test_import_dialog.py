"""The import window: dropped sheets, corrected headers, try, import, undo, and what disturbs."""

from __future__ import annotations

import shutil

import openpyxl
import pytest
from origin_trace.dialogs import asking, import_dialog, import_files, work_window
from origin_trace.dialogs.import_dialog import ImportDialog
from origin_trace.tests.qgis.test_bad_input import encrypted, old_xls, truncated
from origin_trace.tests.qgis.test_main_job import DATA, stored
from origin_trace.tests.qgis.window_help import sheet, workspace_of
from qgis.core import QgsFeature, QgsProject
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from qgis.PyQt.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from qgis.PyQt.QtWidgets import QApplication

_HEADER_COLUMN, _READ_AS = 1, 3


@pytest.fixture
def answers(monkeypatch):
    """Answer each question with the next of these keys; the texts asked come back."""
    given, asked = [], []

    def ask(_parent, text, buttons):
        asked.append(text)
        key = given.pop(0)
        assert key in buttons
        return key

    monkeypatch.setattr(asking, "ask", ask)
    monkeypatch.setattr(import_dialog, "ask", ask)
    monkeypatch.setattr(work_window, "ask", ask)
    given_and_asked = type("Answers", (), {"given": given, "asked": asked})
    yield given_and_asked
    assert given == []


@pytest.fixture
def window(new_store, qtbot, qgis_new_project):
    """Return an import window on an empty store, shown, and the store's path."""
    store = new_store()
    workspace = workspace_of(store)
    bar = QgsMessageBar()
    qtbot.addWidget(bar)
    dialog = ImportDialog(workspace, bar)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    yield dialog, store
    qtbot.waitUntil(lambda: not dialog._work.busy, timeout=60_000)
    dialog.release()
    workspace.close()


def drop(qtbot, dialog, *paths):
    """Drop files on the window as a file manager does, and wait until they are read."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    offered = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place, middle = QPoint(50, 50), QPointF(50, 50)
    for event in (
        QDragEnterEvent(place, offered, data, buttons, keys),
        QDragMoveEvent(place, offered, data, buttons, keys),
        QDropEvent(middle, offered, data, buttons, keys),
    ):
        event.setDropAction(Qt.DropAction.MoveAction)  # what a file manager may propose
        QApplication.sendEvent(dialog, event)
        assert event.isAccepted()
        # After a move the file manager would delete the files.
        assert event.dropAction() == Qt.DropAction.CopyAction
    qtbot.waitUntil(lambda: not dialog.files.reading(), timeout=60_000)


def press(qtbot, dialog, name):
    """Click a button and wait for the end of its work; return the outcome."""
    with qtbot.waitSignal(dialog._work.ended, timeout=60_000) as ended:
        click(qtbot, dialog, name)
    return ended.args[1]


def click(qtbot, dialog, name):
    assert dialog.buttons[name].isEnabled()
    qtbot.mouseClick(dialog.buttons[name], Qt.MouseButton.LeftButton)


def choose(dialog, header, text):
    """Choose what the column with this header is read as, as a person does."""
    table = dialog.columns.list
    for row in range(table.rowCount()):
        if table.item(row, _HEADER_COLUMN).text() == header:
            combo = table.cellWidget(row, _READ_AS)
            assert combo.findText(text) >= 0, text
            combo.setCurrentIndex(combo.findText(text))
            combo.activated.emit(combo.currentIndex())
            return combo
    raise AssertionError(header)


def read_as(dialog, header):
    table = dialog.columns.list
    for row in range(table.rowCount()):
        if table.item(row, _HEADER_COLUMN).text() == header:
            return table.cellWidget(row, _READ_AS).currentText()
    raise AssertionError(header)


def put_right(dialog):
    return dialog.columns.put_right.for_import([file.path for file in dialog.files.previews()])


COUNTS = ("READ", "ADDED", "UPDATED", "UNCHANGED", "REFUSED", "BLANK")


def test_dropped_sheets_are_tried_imported_and_undone(window, qtbot, tmp_path, answers):
    dialog, store = window
    first = sheet(tmp_path)
    second = tmp_path / "下发" / "三张表.xlsx"
    second.parent.mkdir()
    shutil.copy(DATA / "sheets" / "taihe_multisheet.xlsx", second)
    drop(qtbot, dialog, first, second.parent, first)
    assert [file.rows for file in dialog.files.previews()] == [80, 60]
    assert not dialog.buttons["import"].isEnabled()

    tried = press(qtbot, dialog, "try")
    assert stored(store) == []
    assert tried.results["READ"] == sum(tried.results[key] for key in COUNTS[1:])
    assert str(tried.results["READ"]) in dialog.state.text()

    with qtbot.waitSignal(dialog.imported) as imported:
        done = press(qtbot, dialog, "import")
    assert [tried.results[key] for key in COUNTS] == [done.results[key] for key in COUNTS]
    assert imported.args == [done.results["BATCH"]]
    assert len(stored(store)) == done.results["ADDED"] > 100
    layer = dialog._workspace.layer
    assert layer.featureCount() == done.results["ADDED"]
    assert sorted(path.name for path in tmp_path.glob("*_marked.xlsx")) == [
        "三张表_marked.xlsx",
        "马市镇 上报_marked.xlsx",
    ]

    click(qtbot, dialog, "new")
    assert layer.selectedFeatureCount() == done.results["ADDED"]

    answers.given.append("undo")
    undone = press(qtbot, dialog, "undo")
    assert undone.results["REMOVED"] == done.results["ADDED"]
    assert stored(store) == [] and layer.featureCount() == 0
    assert not dialog.buttons["undo"].isEnabled()


def test_what_cannot_be_read_says_why_and_does_not_stop_the_others(window, qtbot, tmp_path):
    dialog, _ = window
    makers = {"加密.xlsx": encrypted, "旧版.xls": old_xls, "残缺.xlsx": truncated}
    for name, make in makers.items():
        make(tmp_path / name)
    (tmp_path / "~$马市镇.xlsx").write_bytes(b"lock")
    (tmp_path / "说明.txt").write_text("x", encoding="utf-8")
    sheet(tmp_path)
    drop(qtbot, dialog, tmp_path)
    tree = dialog.files.tree
    states = {
        tree.topLevelItem(i).text(0): tree.topLevelItem(i).text(2)
        for i in range(tree.topLevelItemCount())
    }
    assert set(states) == {*makers, "马市镇 上报.xlsx"}
    for name in makers:
        assert name in states[name]
    assert [file.name for file in dialog.files.previews()] == ["马市镇 上报.xlsx"]
    assert dialog.buttons["try"].isEnabled()
    tree.setCurrentItem(tree.findItems("加密.xlsx", Qt.MatchFlag.MatchExactly)[0])
    assert "加密.xlsx" in dialog.columns.problem.text()


def test_an_odd_header_is_put_right_by_its_combo(window, qtbot, tmp_path):
    dialog, store = window
    drop(qtbot, dialog, sheet(tmp_path, B="谁家的", N="怎么打给他"))
    assert "种养殖主体名称" in dialog.columns.problem.text()
    assert "remarks" in read_as(dialog, "谁家的")
    press(qtbot, dialog, "try")
    choose(dialog, "谁家的", "种养殖主体名称")
    assert not dialog.buttons["import"].isEnabled()
    choose(dialog, "怎么打给他", "种养殖主体联系方式(手机)")
    assert "种养殖主体名称" not in dialog.columns.problem.text()
    press(qtbot, dialog, "try")
    press(qtbot, dialog, "import")
    by_name = {record["subject_name"]: record for record in stored(store)}
    assert len(by_name) > 50 and "" not in by_name
    assert any(record["contact_phone"] == "18000079618" for record in by_name.values())
    assert not any("谁家的" in record["remarks"] for record in by_name.values())


def test_one_column_is_read_by_one_header_only(window, qtbot, tmp_path):
    dialog, _ = window
    drop(qtbot, dialog, sheet(tmp_path))
    choose(dialog, "别名", "产品名称")
    assert "remarks" in read_as(dialog, "产品名称*")
    assert put_right(dialog)
    qtbot.mouseClick(dialog.columns.reset, Qt.MouseButton.LeftButton)
    assert read_as(dialog, "产品名称*") == "产品名称" and read_as(dialog, "别名") == "别名"
    assert not put_right(dialog)


STRANGE = {
    "谁家": "种养殖主体名称",
    "种啥": "产品名称",
    "多大": "种养规模",
    "咋算": "种养规模单位",
    "找谁": "种养殖主体联系人",
    "打哪": "种养殖主体联系方式(手机)",
    "在哪": "点位经纬度",
}


def strange_sheet(folder, hidden=False):
    """Return a sheet of which no header is known, in row 2."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = "大棚"
    page.append(["今年的情况"])
    page.append(list(STRANGE))
    page.append(["张三农场", "豇豆", 5, "亩", "张三", "13800001234", "114.912345,26.812345"])
    page.append(["李四农场", "豇豆", 7, "亩", "李四", "13800001235", "114.922345,26.822345"])
    if hidden:
        page.sheet_state = "hidden"
        book.create_sheet("空")
    path = folder / "怪表.xlsx"
    book.save(path)
    return str(path)


@pytest.mark.parametrize("hidden", [False, True])
def test_a_header_that_is_not_known_is_pointed_at_in_the_sheet(window, qtbot, tmp_path, hidden):
    dialog, store = window
    drop(qtbot, dialog, strange_sheet(tmp_path, hidden))
    assert dialog.files.previews() == [] and not dialog.buttons["try"].isEnabled()
    assert "怪表.xlsx" in dialog.columns.problem.text()
    cell = dialog.sheet.visualRect(dialog.sheet.model().index(1, 0)).center()
    qtbot.mouseClick(dialog.sheet.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    assert dialog.columns.row.value() == 2
    qtbot.mouseClick(dialog.columns.take_row, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.files.reading(), timeout=60_000)
    assert dialog.columns.list.item(0, 2).text() == "张三农场 | 李四农场"  # to tell what it is
    for header, text in STRANGE.items():
        choose(dialog, header, text)
    press(qtbot, dialog, "try")
    press(qtbot, dialog, "import")
    found = {record["subject_name"]: record for record in stored(store)}
    assert set(found) == {"张三农场", "李四农场"}
    assert found["李四农场"]["lon"] == pytest.approx(114.922345, abs=1e-2)
    assert found["李四农场"]["contact_phone"] == "13800001235"
    qtbot.mouseClick(dialog.columns.reset, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.files.reading(), timeout=60_000)
    assert dialog.files.previews() == []


def test_an_empty_row_is_no_header_and_another_may_be_chosen(window, qtbot, tmp_path):
    dialog, _ = window
    book = openpyxl.load_workbook(strange_sheet(tmp_path))
    book["大棚"].insert_rows(1)
    book.save(tmp_path / "空行.xlsx")
    drop(qtbot, dialog, tmp_path / "空行.xlsx")
    for row, known in ((1, False), (3, True)):
        dialog.columns.row.setValue(row)
        qtbot.mouseClick(dialog.columns.take_row, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not dialog.files.reading(), timeout=60_000)
        assert bool(dialog.files.previews()) is known


def test_a_folder_with_too_many_workbooks_says_so(window, qtbot, tmp_path, monkeypatch):
    dialog, _ = window
    monkeypatch.setattr(import_files, "_MOST", 2)
    for number in range(3):
        sheet(tmp_path, f"{number}.xlsx")
    drop(qtbot, dialog, tmp_path)
    assert dialog.files.too_many.isVisible() and len(dialog.files.previews()) == 2


def test_a_finding_leads_to_its_cell_and_can_be_copied(window, qtbot, tmp_path):
    dialog, _ = window
    drop(qtbot, dialog, sheet(tmp_path))
    press(qtbot, dialog, "try")
    view = dialog.findings
    view.filter.setCurrentIndex(view.filter.findData("error"))
    assert 0 < view.model.rowCount() == view.model.counts()["error"]
    view.table.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    rows = [view.model.row_at(i)[3] for i in range(view.model.rowCount())]
    assert rows == sorted(rows, reverse=True)
    with_cell = next(i for i in range(len(rows)) if view.model.row_at(i)[7])
    index = view.model.index(with_cell, 5)
    view.table.doubleClicked.emit(index)
    place = dialog.sheet.currentIndex()
    assert place.row() + 1 == rows[with_cell]
    view.table.selectRow(with_cell)
    view.copy()
    assert str(rows[with_cell]) in QApplication.clipboard().text().split("\t")


@pytest.mark.parametrize("percent", [0, 30, 76, 85])
def test_cancelling_at_any_time_leaves_the_store_as_it_was(percent, window, qtbot, tmp_path):
    dialog, store = window
    drop(qtbot, dialog, sheet(tmp_path))
    press(qtbot, dialog, "try")
    with qtbot.waitSignal(dialog._work.ended, timeout=60_000) as ended:
        click(qtbot, dialog, "import")
        feedback = dialog._work._job._feedback
        feedback.progressChanged.connect(  # in the thread that works, so at just this point
            lambda now: feedback.cancel() if now >= percent else None,
            Qt.ConnectionType.DirectConnection,
        )
        if percent == 0:
            qtbot.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
    assert ended.args[1].cancelled
    assert stored(store) == []
    assert dialog.buttons["import"].isEnabled() and "as it was" in dialog.state.text()
    assert press(qtbot, dialog, "import").results["ADDED"] > 50


def test_closing_while_it_runs_asks_and_stops_or_stays(window, qtbot, tmp_path, answers):
    dialog, store = window
    drop(qtbot, dialog, sheet(tmp_path))
    press(qtbot, dialog, "try")
    answers.given.extend(["", "stop"])
    with qtbot.waitSignal(dialog._work.ended, timeout=60_000) as ended:
        click(qtbot, dialog, "import")
        dialog.close()
        assert dialog.isVisible()
        dialog.close()
        assert not dialog.isVisible()
    assert len(answers.asked) == 2
    assert len(stored(store)) == (0 if ended.args[1].cancelled else ended.args[1].results["ADDED"])


def test_the_store_removed_while_the_window_is_open(window, qtbot, tmp_path):
    dialog, store = window
    drop(qtbot, dialog, sheet(tmp_path))
    press(qtbot, dialog, "try")
    with qtbot.waitSignal(dialog._work.ended, timeout=60_000) as ended:
        click(qtbot, dialog, "import")
        QgsProject.instance().removeAllMapLayers()
    assert len(stored(store)) == ended.args[1].results["ADDED"]
    for name in ("try", "import", "new", "undo", "save"):
        assert not dialog.buttons[name].isEnabled()


def edit_phone(layer, where, phone):
    layer.startEditing()
    feature = next(layer.getFeatures(where))
    index = layer.fields().lookupField("contact_phone")
    assert layer.changeAttributeValue(feature.id(), index, phone)
    return feature["uuid"]


def with_edits(dialog, qtbot, tmp_path):
    """Import, edit one record in QGIS, then drop a sheet that changes all phones and scales."""
    drop(qtbot, dialog, sheet(tmp_path))
    press(qtbot, dialog, "try")
    press(qtbot, dialog, "import")
    layer = dialog._workspace.layer
    uuid = edit_phone(layer, "\"contact_phone\" = '18000079618'", "13911112222")
    import openpyxl

    book = openpyxl.load_workbook(sheet(tmp_path, "更正.xlsx"))
    book.active.cell(7, 14).value = "13933334444"
    book.active.cell(8, 14).value = "13955556666"
    book.save(tmp_path / "更正.xlsx")
    dialog.files.tree.selectAll()
    dialog.files.remove_selected()
    drop(qtbot, dialog, tmp_path / "更正.xlsx")
    return layer, uuid


def test_unsaved_edits_may_be_saved_first(window, qtbot, tmp_path, answers):
    dialog, store = window
    layer, uuid = with_edits(dialog, qtbot, tmp_path)
    press(qtbot, dialog, "try")
    answers.given.append("save")
    done = press(qtbot, dialog, "import")
    assert not layer.isModified()
    assert done.results["UPDATED"] == 2 and done.results["REFUSED"] == 0
    record = next(r for r in stored(store) if r["uuid"] == uuid)
    assert record["contact_phone"] == "13933334444"
    told = [row for row in dialog.findings.model._rows if "13911112222" in row[5]]
    assert len(told) == 1


def test_unsaved_edits_neither_win_nor_lose_unseen(window, qtbot, tmp_path, answers):
    dialog, store = window
    layer, uuid = with_edits(dialog, qtbot, tmp_path)
    new = QgsFeature(layer.fields())
    new.setAttribute("subject_name", "新画的农场")
    assert layer.addFeature(new)
    before = len(stored(store))
    press(qtbot, dialog, "try")
    answers.given.append("leave")
    done = press(qtbot, dialog, "import")
    assert (done.results["UPDATED"], done.results["REFUSED"]) == (1, 1)
    assert layer.isModified()  # the reload has left the edits alone
    record = next(r for r in stored(store) if r["uuid"] == uuid)
    assert record["contact_phone"] == "18000079618"
    assert layer.rollBack() or True
    assert len(stored(store)) == before


def test_edits_left_open_can_still_be_saved_after_the_import(window, qtbot, tmp_path, answers):
    dialog, store = window
    layer, uuid = with_edits(dialog, qtbot, tmp_path)
    press(qtbot, dialog, "try")
    answers.given.append("leave")
    press(qtbot, dialog, "import")
    assert layer.commitChanges(), layer.commitErrors()
    phones = {r["uuid"]: r["contact_phone"] for r in stored(store)}
    assert phones[uuid] == "13911112222"
    assert "13955556666" in phones.values()


def test_a_cancelled_question_writes_nothing(window, qtbot, tmp_path, answers):
    dialog, store = window
    with_edits(dialog, qtbot, tmp_path)
    before = stored(store)
    press(qtbot, dialog, "try")
    answers.given.append("")
    click(qtbot, dialog, "import")
    assert not dialog._work.busy and stored(store) == before


def test_an_edit_made_while_the_import_ran_is_told(window, qtbot, tmp_path):
    dialog, _ = window
    drop(qtbot, dialog, sheet(tmp_path))
    press(qtbot, dialog, "try")
    press(qtbot, dialog, "import")
    assert dialog._work.edited_meanwhile() == 0
    edit_phone(dialog._workspace.layer, "\"contact_phone\" = '18000079618'", "13911112222")
    assert dialog._work.edited_meanwhile() == 1


def test_a_sheet_changed_since_it_was_read_is_read_again(window, qtbot, tmp_path):
    dialog, _ = window
    path = sheet(tmp_path)
    drop(qtbot, dialog, path)
    press(qtbot, dialog, "try")
    shutil.copy(DATA / "sheets" / "taihe_multisheet.xlsx", path)
    click(qtbot, dialog, "import")
    assert not dialog._work.busy and not dialog.buttons["import"].isEnabled()
    qtbot.waitUntil(lambda: not dialog.files.reading(), timeout=60_000)
    assert [file.rows for file in dialog.files.previews()] == [60]


def test_a_wrong_period_is_told_before_anything_runs(window, qtbot, tmp_path):
    dialog, _ = window
    drop(qtbot, dialog, sheet(tmp_path))
    qtbot.keyClicks(dialog.options.period, "2023-13")
    assert dialog.options.wrong_period.isVisible() and not dialog.buttons["try"].isEnabled()
    dialog.options.period.clear()
    assert dialog.buttons["try"].isEnabled()


def test_the_wheel_over_a_combo_changes_nothing(window, qtbot, tmp_path):
    from qgis.PyQt.QtGui import QWheelEvent

    dialog, _ = window
    drop(qtbot, dialog, sheet(tmp_path))
    combo = dialog.columns.list.cellWidget(2, _READ_AS)
    before = combo.currentText()
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(combo, event)
    assert combo.currentText() == before
