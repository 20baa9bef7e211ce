"""The window of one record, with real clicks and keys on a real store."""

from __future__ import annotations

import pytest
from origin_trace.core.coordinates import format_dms, format_point, to_cgcs2000
from origin_trace.layers.store import open_store
from origin_trace.layers.store_layers import load_layers
from origin_trace.settings import KEPT_COLUMNS, OPERATOR, OPERATOR_PHONE, set_operator
from origin_trace.tests.qgis.record_window import WHOLE, type_text
from qgis.core import NULL, QgsGeometry, QgsPointXY
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtWidgets import QApplication, QToolButton

Key, Left = Qt.Key, Qt.MouseButton.LeftButton
Ctrl = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def show(office, qtbot):
    """Show the window of a record, or of a new one, as a person sees it."""

    def show_window(uuid=None, point=None, **values):
        if uuid is None:
            office.dialog.new_record(point, values)
        else:
            office.dialog.show_record(uuid)
        qtbot.waitExposed(office.dialog)
        office.dialog.activateWindow()
        qtbot.waitUntil(office.dialog.isActiveWindow)
        return office.dialog

    return show_window


@pytest.fixture
def write(office, qtbot):
    """Type over what stands in the line of a column, and leave it."""

    def write_line(column, text):
        assert office.dialog.page.form.jump(column)
        line = office.widget(column)
        qtbot.waitUntil(line.hasFocus)
        line.selectAll()
        qtbot.keyClick(line, Key.Key_Delete)
        type_text(qtbot, line, text)
        qtbot.keyClick(line, Key.Key_Tab)

    return write_line


def choose(office, column, word):
    box = office.widget(column)
    box.setCurrentIndex(box.findText(word))


def click(qtbot, button):
    qtbot.mouseClick(button, Left)


def click_finding(office, qtbot, rule):
    panel = office.dialog.page.findings
    row = next(n for n, f in enumerate(panel.findings) if f.rule == rule)
    area = panel.list.visualItemRect(panel.list.item(row))
    qtbot.mouseClick(panel.list.viewport(), Left, pos=area.topLeft() + QPoint(30, 8))


def click_fix(office, qtbot, rule, column):
    panel = office.dialog.page.findings
    row = next(
        n
        for n, f in enumerate(panel.findings)
        if (f.rule, f.column) == (rule, column) and f.fix is not None
    )
    click(qtbot, panel.list.itemWidget(panel.list.item(row)).findChild(QToolButton))


# --- new ----------------------------------------------------------------------------


def test_a_new_record_from_a_click_on_the_map(office, show, write, qtbot):
    dialog = show(
        point=QgsPointXY(115.0130181234567, 26.8596741), township="澄江镇", village="文田村"
    )
    assert dialog.page.coordinates.degrees.text() == "115.013018123,26.8596741"
    choose(office, "subject_type", "家庭农场")
    write("subject_name", "绿 源 农场")
    choose(office, "product", "豇豆")
    assert office.widget("industry").currentText() == "种植业"
    assert office.widget("scale_unit").currentText() == "亩"
    write("scale", "50")
    with qtbot.waitSignal(dialog.saved) as signal:
        qtbot.keyClick(dialog, Key.Key_S, Ctrl)
    values = office.values(signal.args[0])
    assert (values["subject_name"], values["product"], values["scale"]) == ("绿源农场", "豇豆", 50)
    assert (values["province"], values["county"], values["village"]) == (
        "江西省",
        "泰和县",
        "文田村",
    )
    assert (values["coordinate_source"], values["coordinate_original"]) == ("cgcs2000", NULL)
    assert values["period"] and values["status"] == "draft"
    assert not dialog.isWindowModified()
    office.commit()
    point = office.feature(signal.args[0]).geometry().asPoint()
    assert (point.x(), point.y()) == (115.013018123, 26.8596741)


def test_an_empty_draft_can_be_saved_and_waits_for_its_place(office, show, qtbot):
    dialog = show()
    assert ("A-point", "geometry") in office.findings()
    click(qtbot, dialog.save_button)
    office.commit()
    assert not office.feature(dialog.uuid).hasGeometry()
    assert office.values(dialog.uuid)["subject_name"] == NULL


def test_save_and_new_takes_over_what_was_chosen(office, show, write, qtbot):
    OPERATOR.set("赵采集")
    OPERATOR_PHONE.set("13600136000")
    try:
        dialog = show(office.add())
        write("contact", "钱七")
        qtbot.keyClick(dialog, Key.Key_N, Ctrl | Qt.KeyboardModifier.ShiftModifier)
        assert dialog.page.draft.new
        record = dialog.page.form.record()
        for column in KEPT_COLUMNS.default:
            assert record[column] == WHOLE[column], column
        assert (record["subject_name"], record["contact"]) == (None, None)
        assert dialog.page.draft.point is None
        KEPT_COLUMNS.set(["township"])
        click(qtbot, dialog.new_button)
        record = dialog.page.form.record()
        assert (record["collector"], record["collector_phone"]) == ("赵采集", "13600136000")
        assert (record["township"], record["village"]) == ("澄江镇", None)
    finally:
        for setting in (OPERATOR, OPERATOR_PHONE):
            setting.set("")
        KEPT_COLUMNS.set(KEPT_COLUMNS.default)


# --- editing and undoing ------------------------------------------------------------


def test_an_edit_with_its_point_is_one_step_of_undo(office, show, write, qtbot):
    uuid = office.add()
    before = office.values(uuid)
    dialog = show(uuid)
    write("contact", "钱七")
    write("scale", "60")
    dialog.set_point(QgsPointXY(115.1, 26.9))
    qtbot.keyClick(dialog, Key.Key_Return, Ctrl)
    stack = office.layer.undoStack()
    assert stack.count() == 1 and "绿源" in stack.text(0)
    changed = {k for k, v in office.values(uuid).items() if v != before[k]}
    assert changed - {"updated_by"} == {"contact", "scale"}
    stack.undo()
    assert office.values(uuid) == before
    qtbot.waitUntil(lambda: office.widget("contact").text() == "张三")
    assert dialog.page.coordinates.degrees.text() == "115.013018,26.859674"
    assert not dialog.isWindowModified()


def test_saving_without_a_change_writes_nothing(office, show, qtbot):
    dialog = show(office.add())
    click(qtbot, dialog.save_button)
    assert not office.layer.isModified()
    qtbot.keyClick(dialog, Key.Key_Escape)
    assert not dialog.isVisible()
    assert not office.layer.isEditable(), "an edit session that was not used is ended"


def test_the_same_tab_stays_in_front(office, show, qtbot):
    first, second = office.add(), office.add(subject_name="第二农场")
    dialog = show(first)
    dialog.set_sequence([first, second])
    dialog.page.form.tabs.setCurrentIndex(2)
    click(qtbot, dialog.next_button)
    assert (dialog.uuid, dialog.page.form.tabs.currentIndex()) == (second, 2)


@pytest.mark.parametrize("new", [False, True])
def test_a_question_for_edits_writes_nothing(office, show, write, new, qtbot):
    """QGIS's form saves itself whenever its layer is asked whether it has edits."""
    uuid = office.add(trace_modes='{"追溯码","二维码"}')
    dialog = show(None if new else uuid)
    write("contact", "钱七")
    assert not office.layer.isModified()
    assert office.layer.featureCount() == 1
    click(qtbot, dialog.save_button)
    assert office.layer.featureCount() == 1 + new
    assert office.values(dialog.uuid)["contact"] == "钱七"
    assert office.values(uuid)["trace_modes"] == '{"追溯码","二维码"}'


# --- findings -----------------------------------------------------------------------


def test_findings_follow_the_typing_and_the_tabs_are_marked(office, show, qtbot):
    dialog = show(office.add())
    assert office.findings() == set()
    tabs = dialog.page.form.tabs
    line = office.widget("contact_phone")
    dialog.page.form.jump("contact_phone")
    line.setCursorPosition(11)
    qtbot.keyClick(line, Key.Key_Backspace)
    qtbot.waitUntil(lambda: ("A-phone", "contact_phone") in office.findings())
    assert "1" in dialog.page.findings.title()
    assert not tabs.tabIcon(0).isNull() and tabs.tabIcon(1).isNull()
    qtbot.keyClicks(line, "9")
    qtbot.waitUntil(lambda: not office.findings())
    assert tabs.tabIcon(0).isNull()


def test_the_cursor_stands_where_work_begins(office, show, qtbot):
    show(point=QgsPointXY(115.01, 26.86))
    assert office.widget("subject_type").hasFocus()
    office.dialog.page.form.tabs.setCurrentIndex(3)
    show(office.add(subject_name="没有问题"))
    assert office.widget("grid_officer").hasFocus()
    show(office.add(contact_phone="1380"))
    assert office.dialog.page.findings.list.hasFocus()
    qtbot.keyClick(office.dialog.page.findings.list, Key.Key_Return)
    qtbot.waitUntil(office.widget("contact_phone").hasFocus)
    show(point=QgsPointXY(115.01, 26.86))
    assert office.dialog.page.form.tabs.currentIndex() == 0


def test_a_number_in_another_unit_is_converted_and_told(office, show, write, qtbot):
    show(office.add())
    write("scale", "15000平方米")
    assert office.widget("scale").text() == "22.5"
    qtbot.waitUntil(lambda: ("cell-warn", "scale") in office.findings())
    (told,) = office.dialog.page.findings.findings
    assert told.fix is None and office.dialog.save()


def test_a_text_that_is_no_date_is_told_once(office, show, write, qtbot):
    show(office.add())
    write("market_start", "5月上旬")
    qtbot.waitUntil(lambda: bool(office.findings()))
    assert [f.fix for f in office.dialog.page.findings.findings] == ["--05-01"]
    click_fix(office, qtbot, office.dialog.page.findings.findings[0].rule, "market_start")
    assert not office.findings() and office.widget("market_start").text() == "--05-01"


def test_an_empty_line_tells_what_the_sheet_had_there(office, show):
    show(office.add(contact_phone=NULL, original_values='{"contact_phone": "1.3E+10"}'))
    assert office.widget("contact_phone").placeholderText() == "In the sheet: 1.3E+10"
    assert office.widget("grid_officer_phone").placeholderText() == ""


def test_a_click_on_a_finding_leads_to_the_field(office, show, qtbot):
    dialog = show(office.add(grid_officer=NULL))
    click_finding(office, qtbot, "A-required")
    assert dialog.page.form.tabs.tabText(dialog.page.form.tabs.currentIndex()) == "人员"
    qtbot.waitUntil(office.widget("grid_officer").hasFocus)


def test_one_click_fixes(office, show, qtbot):
    uuid = office.add(
        point=(26.859674, 115.013018),
        product="生猪",
        period="2023-06",
        industry="种植业",
        scale_unit="亩",
        contact_phone="138-0013 8000",
        county=NULL,
        trace_modes='{"追溯码","二维码"}',
    )
    show(uuid)
    for rule, column in (
        ("D3-china", "geometry"),
        ("A-product", "industry"),
        ("A-product", "scale_unit"),
        ("A-phone", "contact_phone"),
        ("A-required", "county"),
        ("A-choice", "trace_modes"),
        ("A-crops", "market_start"),
        ("A-crops", "market_end"),
        ("A-crops", "production_modes"),
    ):
        click_fix(office, qtbot, rule, column)
    assert office.findings() == set()
    click(qtbot, office.dialog.save_button)
    office.commit()
    values = office.values(uuid)
    assert (values["industry"], values["scale_unit"]) == ("畜牧业", "头")
    assert (values["contact_phone"], values["county"]) == ("13800138000", "泰和县")
    assert values["market_start"] == values["production_modes"] == NULL
    point = office.feature(uuid).geometry().asPoint()
    assert (point.x(), point.y()) == (115.013018, 26.859674)


def test_0_as_scale_says_that_the_base_has_stopped_and_is_saved(office, show, write, qtbot):
    uuid = office.add()
    dialog = show(uuid)
    write("scale", "0亩")
    qtbot.waitUntil(lambda: office.findings() == {("A-stopped", "scale")})
    click(qtbot, dialog.save_button)
    office.commit()
    assert office.values(uuid)["scale"] == 0.0


def test_an_unlisted_village_is_taken_and_told(office, show, write, qtbot):
    dialog = show(office.add())
    write("village", "新岭村")
    qtbot.waitUntil(lambda: ("D3-village", "village") in office.findings())
    assert all(f.level == "warning" for f in dialog.page.findings.findings)
    click(qtbot, dialog.save_button)
    assert office.values(dialog.uuid)["village"] == "新岭村"


# --- coordinates --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "degrees"),
    [
        ("115.039559,26.710152", "115.039559,26.710152"),
        ("26.710152 115.039559", "115.039559,26.710152"),
        ("E115°02′22.412″ N26°42′36.547″", "115.039558889,26.710151944"),
        ("经度115.039559 纬度26.710152", "115.039559,26.710152"),
    ],
)
def test_typed_coordinates_move_the_point(office, show, qtbot, text, degrees):
    dialog = show(office.add(point=None))
    panel = dialog.page.coordinates
    type_text(qtbot, panel.line, text)
    qtbot.keyClick(panel.line, Key.Key_Return)
    assert panel.degrees.text() == degrees
    shown = panel.degrees.text()
    click(qtbot, dialog.save_button)
    office.commit()
    point = office.feature(dialog.uuid).geometry().asPoint()
    assert shown == format_point(point.x(), point.y())
    assert panel.dms.text() == format_dms(point.x(), point.y())
    assert panel.degrees.text() == shown
    values = office.values(dialog.uuid)
    assert (values["coordinate_original"], values["coordinate_source"]) == (text, "cgcs2000")


def test_pasted_coordinates_of_a_map_app_are_shifted_at_once(office, show, qtbot):
    dialog = show(office.add())
    panel = dialog.page.coordinates
    moves = []
    dialog.point_changed.connect(moves.append)
    panel.system.setCurrentIndex(panel.system.findData("gcj02"))
    QApplication.clipboard().setText("115.044321,26.706543")
    panel.line.setFocus()
    qtbot.keyClick(panel.line, Key.Key_V, Ctrl)
    x, y = to_cgcs2000(115.044321, 26.706543, "gcj02")
    assert moves[-1].x() == round(x, 9) and moves[-1].y() == round(y, 9)
    click(qtbot, panel.copy)
    assert QApplication.clipboard().text() == panel.degrees.text()
    click(qtbot, dialog.save_button)
    values = office.values(dialog.uuid)
    assert values["coordinate_original"] == "115.044321,26.706543"
    assert values["coordinate_source"] == "gcj02"


def test_what_is_no_point_is_not_saved_and_not_lost(office, show, qtbot):
    uuid = office.add()
    dialog = show(uuid)
    panel = dialog.page.coordinates
    type_text(qtbot, panel.line, "村口大樟树")
    click(qtbot, dialog.save_button)
    assert dialog.page.unsaved and office.texts() and panel.line.text() == "村口大樟树"
    assert panel.degrees.text() == "115.013018,26.859674"
    assert not office.layer.isModified()


def test_a_doubtful_point_is_taken_on_a_click_only(office, show, qtbot):
    dialog = show(office.add())
    panel = dialog.page.coordinates
    type_text(qtbot, panel.line, "115039559,26710152")
    qtbot.keyClick(panel.line, Key.Key_Return)
    assert panel.degrees.text() == "115.013018,26.859674" and panel.proposal.isVisible()
    click(qtbot, panel.proposal)
    assert panel.degrees.text() == "115.039559,26.710152"


def test_a_point_is_picked_again_and_taken_away(office, show, qtbot):
    uuid = office.add()
    dialog = show(uuid)
    panel = dialog.page.coordinates
    with qtbot.waitSignal(dialog.pick_wanted):
        click(qtbot, panel.pick)
    dialog.set_point(QgsPointXY(115.05, 26.75))
    assert panel.degrees.text() == "115.050000,26.750000"
    click(qtbot, panel.remove)
    assert ("A-point", "geometry") in office.findings()
    click(qtbot, dialog.save_button)
    office.commit()
    assert not office.feature(uuid).hasGeometry()
    assert office.values(uuid)["coordinate_source"] == NULL


# --- history ------------------------------------------------------------------------


def test_history_in_words_with_phones_masked(office, show, write, qtbot):
    dialog = show(office.add())
    write("contact_phone", "13611112222")
    choose(office, "status", office.widget("status").itemText(1))
    dialog.set_point(QgsPointXY(115.1, 26.9))
    click(qtbot, dialog.save_button)
    panel = dialog.page.history
    panel.setCollapsed(False)
    assert panel.tree.topLevelItemCount() == 1, "what is not in the store yet has no history"
    office.commit()
    qtbot.waitUntil(lambda: panel.tree.topLevelItemCount() == 2)
    latest = panel.tree.topLevelItem(0)
    lines = {latest.child(n).text(0): latest.child(n).text(1) for n in range(latest.childCount())}
    assert lines["种养殖主体联系方式(手机)"] == "138****8000 → 136****2222"
    assert "draft" not in lines["审核状态"]
    assert "115.013018,26.859674 → 115.100000,26.900000" in lines.values()


def test_history_names_who_moved_the_point(office, show, qtbot):
    dialog = show(office.add())
    set_operator("赵采集")
    try:
        dialog.set_point(QgsPointXY(115.1, 26.9))
        click(qtbot, dialog.save_button)
        office.commit()
    finally:
        set_operator("")
    panel = dialog.page.history
    panel.setCollapsed(False)
    qtbot.waitUntil(lambda: panel.tree.topLevelItemCount() == 2)
    assert panel.tree.topLevelItem(0).text(1).startswith("赵采集")
    with open_store(office.path) as store:
        rows = store.history(dialog.uuid)
    assert [row["operator"] for row in rows[1:]] == ["赵采集", "赵采集"]


def test_the_closed_history_shows_no_button(office, show, write, qtbot):
    dialog = show(office.add())
    panel = dialog.page.history
    write("contact", "李四")
    click(qtbot, dialog.save_button)
    assert not panel._button.isVisible()
    panel.setCollapsed(False)
    assert panel._button.isVisible()


def test_history_shows_the_phones_of_its_record_when_asked(office, show, write, qtbot):
    uuid = office.add()
    dialog = show(uuid)
    write("contact_phone", "13611112222")
    click(qtbot, dialog.save_button)
    office.commit()
    panel = dialog.page.history
    panel.setCollapsed(False)

    def phones():
        latest = panel.tree.topLevelItem(0)
        return [latest.child(n).text(1) for n in range(latest.childCount()) if latest.child(n)]

    qtbot.waitUntil(lambda: panel.tree.topLevelItemCount() == 2)
    OPERATOR.set("赵看")
    office.workspace.reveal.show("回访", "record", 1, uuid)
    assert "13800138000 → 13611112222" in phones()
    office.workspace.reveal.hide()
    OPERATOR.set("")
    assert "138****8000 → 136****2222" in phones()


# --- previous, next, closing --------------------------------------------------------


def test_next_asks_and_saves(office, show, write, answer, qtbot):
    first, second = office.add(), office.add(subject_name="第二农场")
    dialog = show(first)
    dialog.set_sequence([first, second])
    assert not dialog.previous_button.isEnabled()
    write("contact", "钱七")
    asked = answer("Save")
    qtbot.keyClick(dialog, Key.Key_PageDown)
    assert asked and dialog.uuid == second
    assert office.values(first)["contact"] == "钱七"
    write("contact", "孙八")
    answer("Discard")
    qtbot.keyClick(dialog, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert dialog.uuid == first
    assert office.values(second)["contact"] == "张三"


def test_escape_can_be_taken_back(office, show, write, answer, qtbot):
    dialog = show(office.add())
    write("contact", "钱七")
    asked = answer("Back")
    qtbot.keyClick(dialog, Key.Key_Escape)
    assert asked and dialog.isVisible() and office.widget("contact").text() == "钱七"
    answer("Discard")
    dialog.close()
    assert not dialog.isVisible() and dialog.uuid is None


# --- others -------------------------------------------------------------------------


def test_what_others_change_is_shown_and_what_is_typed_stays(
    office,
    show,
    write,
    qtbot,
):
    uuid = office.add()
    dialog = show(uuid)
    write("contact", "钱七")
    layer, fid = office.layer, office.feature(uuid).id()
    layer.changeAttributeValue(fid, layer.fields().indexOf("alias"), "长豆角")
    layer.changeGeometry(fid, QgsGeometry.fromPointXY(QgsPointXY(115.2, 26.8)))
    qtbot.waitUntil(lambda: office.widget("alias").text() == "长豆角")
    assert dialog.page.coordinates.degrees.text() == "115.200000,26.800000"
    assert office.widget("contact").text() == "钱七"
    click(qtbot, dialog.save_button)
    values = office.values(uuid)
    assert (values["alias"], values["contact"]) == ("长豆角", "钱七")


def test_the_same_field_changed_by_others_is_asked_about(
    office,
    show,
    write,
    answer,
    qtbot,
):
    uuid = office.add()
    dialog = show(uuid)
    write("contact", "钱七")
    provider = office.layer.dataProvider()
    index = office.layer.fields().indexOf("contact")
    provider.changeAttributeValues({office.feature(uuid).id(): {index: "他人"}})
    asked = answer("Back")
    click(qtbot, dialog.save_button)
    assert "他人" in asked[0] and office.values(uuid)["contact"] == "他人"
    answer("Save")
    click(qtbot, dialog.save_button)
    assert office.values(uuid)["contact"] == "钱七"


def test_deleted_and_brought_back(office, show, qtbot):
    uuid = office.add()
    dialog = show(uuid)
    office.layer.deleteFeature(office.feature(uuid).id())
    qtbot.waitUntil(lambda: bool(office.texts()))
    assert not dialog.page.form.isEnabled()
    click(qtbot, dialog.save_button)
    office.layer.undoStack().undo()
    qtbot.waitUntil(dialog.page.form.isEnabled)


def test_a_commit_gives_a_new_record_another_number(office, show, write, qtbot):
    dialog = show(subject_name="新农场")
    click(qtbot, dialog.save_button)
    office.commit()
    qtbot.wait(20)
    write("contact", "钱七")
    click(qtbot, dialog.save_button)
    assert office.values(dialog.uuid)["contact"] == "钱七"


def test_the_layer_goes_while_a_record_is_open(office, show, write, answer, qtbot):
    dialog = show(office.add())
    write("contact", "钱七")
    asked = answer("Discard")
    office.project.removeMapLayer(office.layer_id)
    assert "钱七" in asked[0]
    assert not dialog.isVisible() and dialog.uuid is None
    qtbot.wait(20)
    dialog.new_record(None, {})
    assert len(office.texts(office.bar)) == 1
    assert [record["contact"] for record in office.stored()] == ["张三"]


@pytest.mark.parametrize("new", [False, True])
def test_what_was_typed_is_saved_when_the_layer_goes(office, show, write, answer, new):
    show(None if new else office.add())
    write("contact", "钱七")
    write("scale", "没有量过")
    office.dialog.set_point(QgsPointXY(115.1, 26.9))
    answer("Save")
    rest = answer("Copy what was typed")
    office.project.clear()
    assert "没有量过" in rest[0] and "没有量过" in QApplication.clipboard().text()
    (record,) = office.stored()
    assert (record["contact"], record["lon"], record["lat"]) == ("钱七", 115.1, 26.9)
    assert record["scale"] == (None if new else 50)


def test_what_was_typed_is_among_the_edits_after_the_plugin_went(office, show, write):
    uuid = office.add()
    dialog = show(uuid)
    write("contact", "钱七")
    dialog.close_down()
    assert office.layer.isModified() and office.values(uuid)["contact"] == "钱七"
    assert len(office.texts(office.bar)) == 1


def test_what_was_typed_is_among_the_edits_when_another_store_is_taken_up(
    office, show, write, new_store
):
    uuid = office.add()
    dialog = show(uuid)
    write("contact", "钱七")
    (other, _choices) = load_layers(new_store(name="另一个.gpkg"))
    office.project.addMapLayer(other)
    office.workspace.adopt(other)
    assert not dialog.isVisible()
    assert office.values(uuid)["contact"] == "钱七"
    assert len(office.texts(office.bar)) == 1


def test_a_read_only_layer_is_told_about(office, show, qtbot):
    uuid = office.add()
    office.layer.setReadOnly(True)
    dialog = show(uuid)
    assert office.texts() and not dialog.save_button.isEnabled()
    assert not office.widget("contact").isEnabled() or office.widget("contact").isReadOnly()
    assert not dialog.page.coordinates.line.isEnabled()


def test_editing_that_was_ended_can_go_on(office, show, write, qtbot):
    uuid = office.add()
    dialog = show(uuid)
    write("contact", "钱七")
    office.layer.rollBack()
    qtbot.waitUntil(lambda: bool(office.texts()))
    assert office.widget("contact").text() == "钱七"
    dialog._go_on()
    click(qtbot, dialog.save_button)
    assert office.values(uuid)["contact"] == "钱七"
