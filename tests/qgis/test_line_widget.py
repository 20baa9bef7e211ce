"""Our line of text in QGIS's forms and tables: tidying, suggesting, keeping."""

from __future__ import annotations

import gc

import pytest
from origin_trace.core.schema import CHOICES, COLUMNS
from origin_trace.dialogs.line_factory import provide_lines, withdraw_lines
from origin_trace.dialogs.line_widget import LineWidget
from origin_trace.layers.form_widgets import LINE_WIDGET
from origin_trace.layers.forms import READ_ONLY
from origin_trace.layers.styling import default_style
from origin_trace.tests.qgis.record_window import COUNTY, WHOLE, type_text
from qgis.core import NULL, QgsFeature
from qgis.gui import (
    QgsAttributeEditorContext,
    QgsAttributeForm,
    QgsDualView,
    QgsEditorWidgetWrapper,
    QgsGui,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLineEdit, QTableView, QTabWidget

Key = Qt.Key
MODES = QgsAttributeEditorContext.Mode


def form_of(office, qtbot, feature, mode=MODES.SingleEditMode):
    office.layer.startEditing()
    context = QgsAttributeEditorContext()
    context.setAttributeFormMode(mode)
    form = QgsAttributeForm(office.layer, feature, context)
    qtbot.addWidget(form)
    if mode != MODES.SingleEditMode:
        form.setMode(mode)
    form.show()
    qtbot.waitExposed(form)
    form.activateWindow()
    return form


def lines_of(form):
    found = form.findChildren(QgsEditorWidgetWrapper)
    return {w.field().name(): w for w in found if isinstance(w, LineWidget)}


def retype(qtbot, line, text):
    """Type over a line, on whichever tab it is, and leave it."""
    tabs = line.window().findChild(QTabWidget)
    pages = [tabs.widget(n) for n in range(tabs.count())] if tabs is not None else []
    for page in pages:
        if page.isAncestorOf(line):
            tabs.setCurrentWidget(page)
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    line.selectAll()
    qtbot.keyClick(line, Key.Key_Delete)
    type_text(qtbot, line, text)
    popup = line.completer().popup() if line.completer() is not None else None
    # While the list is open, it gets the keys.
    qtbot.keyClick(popup if popup is not None and popup.isVisible() else line, Key.Key_Tab)


@pytest.mark.parametrize(
    ("column", "typed", "stored"),
    [
        ("contact_phone", "138-0013 8001", "13800138001"),
        ("confirmed_on", "2023.5.1", "2023-05-01"),
        ("market_start", "2023年5月", "2023-05"),
        ("subject_name", "泰和 县 绿园 农场", "泰和县绿园农场"),
        ("scale", "1,200", 1200.0),
        ("scale", "50亩", 50.0),
        ("scale", "15000平方米", 22.5),
        ("township", "螺溪", "螺溪镇"),
        ("village", "南门社区居委会", "南门社区"),
        ("credit_grade", "ａ级", "A"),
        ("alias", "", NULL),
        # For the person to decide: stays as it was typed.
        ("market_start", "5-9月", "5-9月"),
        ("contact_phone", "0796-5332211", "0796-5332211"),
    ],
)
def test_what_is_typed_is_tidied(office, qtbot, column, typed, stored):
    uuid = office.add()
    form = form_of(office, qtbot, office.feature(uuid))
    retype(qtbot, lines_of(form)[column].widget(), typed)
    assert form.save()
    assert office.values(uuid)[column] == stored


def odd_records():
    """Return records with values that no list knows and no rule allows, in every column."""
    words = ["AAA", " 前后空格 ", "12 345", "无", "两\n行", "NULL", "5.50", ""]
    choices = ['{"露地","水培"}', "露地、设施", "{}", '{"a b","追溯码"}']
    numbers = [7, 0, -1, 3]
    odd = {}
    for name, column in COLUMNS.items():
        if name in READ_ONLY or name in ("uuid", "status", "address_detail"):
            continue
        kinds = {"choices": choices, "number": [*numbers, 12.345678901234567, 1e15, 1 / 3]}
        odd[name] = kinds.get(column.kind, numbers if column.kind == "flag" else words)
    return [{c: values[n % len(values)] for c, values in odd.items()} for n in range(len(words))]


def changed(before, after):
    return {key for key in after if after[key] != before[key]} - {"updated_by"}


@pytest.mark.parametrize("odd", odd_records())
def test_an_edit_of_one_field_leaves_odd_values_alone(office, qtbot, odd):
    """Whatever the columns hold, saving another one does not touch it: in our window."""
    uuid = office.add(**odd)
    before = office.values(uuid)
    office.dialog.show_record(uuid)
    retype(qtbot, office.widget("address_detail"), "一组12号")
    assert office.dialog.save()
    assert changed(before, office.values(uuid)) == {"address_detail"}


@pytest.mark.parametrize("odd", odd_records())
def test_qgis_own_form_leaves_odd_values_alone(office, qtbot, odd):
    """The same in QGIS's form with the style that the store keeps, for people without us.

    Exceptions: QGIS's list of choices drops words that it does not know, and QGIS takes
    the word NULL and an empty text for nothing.
    """
    default_style(office.layer, office.choices, county_names=COUNTY)
    uuid = office.add(
        **{c: v for c, v in odd.items() if COLUMNS[c].kind != CHOICES and v not in ("NULL", "")}
    )
    before = office.values(uuid)
    form = form_of(office, qtbot, office.feature(uuid))
    form.changeAttribute("address_detail", "一组12号")
    assert form.save()
    assert changed(before, office.values(uuid)) == {"address_detail"}


def test_the_list_of_each_level_depends_on_those_above(office, qtbot):
    office.add(village="新岭村")
    form = form_of(office, qtbot, office.feature(office.add()))
    lines = lines_of(form)

    def listed(column):
        lines[column].line.clearFocus()
        lines[column].line.setFocus()
        qtbot.waitUntil(lines[column].line.hasFocus)
        return lines[column]._completer.model().stringList()

    def put(column, text):
        form.changeAttribute(column, text)

    form.findChild(QTabWidget).setCurrentIndex(2)
    levels = ("province", "city", "county", "township", "village")
    shown = {column: listed(column) for column in levels}
    assert len(shown["province"]) == 31 and "吉安市" in shown["city"]
    assert "南京市" not in shown["city"] and "万安县" in shown["county"]
    assert "澄江镇" in shown["township"] and "芙蓉镇" not in shown["township"]
    assert shown["village"] == ["文田村", "南门社区", "新岭村"]
    put("township", "螺溪镇")
    assert listed("village") == []
    put("county", "万安县")
    assert "芙蓉镇" in listed("township") and "澄江镇" not in listed("township")


def test_a_suggestion_is_taken_with_the_keys(office, qtbot):
    office.add(grid_officer="周网格", grid_officer_phone="13512345678")
    uuid = office.add(grid_officer=NULL, grid_officer_phone=NULL)
    office.dialog.show_record(uuid)
    qtbot.waitExposed(office.dialog)
    assert office.dialog.page.form.jump("grid_officer")
    line = office.widget("grid_officer")
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClick(line, Key.Key_Down)
    popup = line.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    names = [popup.model().index(n, 0).data() for n in range(popup.model().rowCount())]
    assert names == ["周网格"]
    qtbot.keyClick(popup, Key.Key_Down)
    qtbot.keyClick(popup, Key.Key_Return)
    assert line.text() == "周网格"
    line.clearFocus()
    assert office.widget("grid_officer_phone").text() == "13512345678"


def test_a_phone_is_proposed_only_where_there_is_just_one(office):
    office.add(collector="王五", collector_phone="13700137000")
    assert office.suggestions.phone_of("collector", "王五") == "13700137000"
    office.add(collector="王五", collector_phone="13700137001")
    assert office.suggestions.phone_of("collector", "王五") is None
    assert office.suggestions.phone_of("collector", "无此人") is None


def test_names_of_the_products_are_suggested(office):
    product = office.workspace.context.product("豇豆")
    assert set(product.aliases) <= set(office.suggestions.values("alias", {"product": "豇豆"}))
    assert office.suggestions.values("alias", {"product": "不是产品"}) == []


def test_several_features_are_edited_together(office, qtbot):
    uuids = [office.add(), office.add(contact="钱七")]
    form = form_of(office, qtbot, QgsFeature(), MODES.MultiEditMode)
    form.setMultiEditFeatureIds([office.feature(uuid).id() for uuid in uuids])
    retype(qtbot, lines_of(form)["alias"].widget(), "长豆角")
    assert form.save()
    values = [office.values(uuid) for uuid in uuids]
    assert [(v["alias"], v["contact"]) for v in values] == [("长豆角", "张三"), ("长豆角", "钱七")]


def test_a_cell_of_the_attribute_table_is_tidied(office, qtbot):
    uuid = office.add()
    office.layer.startEditing()
    view = QgsDualView()
    qtbot.addWidget(view)
    view.init(office.layer, office.canvas)
    view.setView(QgsDualView.ViewMode.AttributeTable)
    view.show()
    qtbot.waitExposed(view)
    tables = view.findChildren(QTableView)
    table = next(t for t in tables if t.model() is not None and t.model().columnCount() > 10)
    model = table.model()
    names = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    index = model.index(0, names.index("种养殖主体联系方式(手机)"))
    table.setCurrentIndex(index)
    table.edit(index)
    line = next(w for w in table.viewport().findChildren(QLineEdit) if w.isVisible())
    assert line.text() == WHOLE["contact_phone"]
    line.selectAll()
    qtbot.keyClick(line, Key.Key_Delete)
    qtbot.keyClicks(line, "136 0013 6000")
    qtbot.keyClick(line, Key.Key_Return)
    qtbot.waitUntil(lambda: office.values(uuid)["contact_phone"] == "13600136000")


def test_the_factory_outlives_the_plugin(office, qtbot):
    """After unloading QGIS's own line is made, after loading again ours, one factory in all."""
    factory = QgsGui.editorWidgetRegistry().factories()[LINE_WIDGET]
    uuid = office.add()
    for _ in range(20):
        withdraw_lines()
        gc.collect()
        assert lines_of(form_of(office, qtbot, office.feature(uuid))) == {}
        provide_lines(office.suggestions)
        assert "contact" in lines_of(form_of(office, qtbot, office.feature(uuid)))
    assert QgsGui.editorWidgetRegistry().factories()[LINE_WIDGET] is factory
