"""The attribute form of a real store, as a person in plain QGIS meets it."""

from __future__ import annotations

import pytest
from origin_trace.core.divisions import standard_divisions
from origin_trace.core.products import standard_products
from origin_trace.core.schema import COLUMNS
from origin_trace.layers import form_widgets, forms
from origin_trace.layers.store import create_store, open_store
from origin_trace.layers.styling import CHOICE_TABLE, POINT_TABLE, save_default_style
from origin_trace.settings import OPERATOR, forget_operator, share_operator
from qgis.core import (
    NULL,
    QgsAttributeEditorContainer,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerUtils,
)
from qgis.gui import QgsAttributeEditorContext, QgsAttributeForm

COUNTY = ("江西省", "吉安市", "泰和县")


@pytest.fixture
def store_path(qgis_app, tmp_path):
    path = tmp_path / "泰和县.gpkg"
    divisions = [row for row in standard_divisions() if row[0].startswith("360826")]
    create_store(path, "360826", divisions, standard_products(), COUNTY).close()
    save_default_style(path, county_names=COUNTY)
    return path


@pytest.fixture
def points(store_path):
    project = QgsProject.instance()
    choices = QgsVectorLayer(f"{store_path}|layername={CHOICE_TABLE}", CHOICE_TABLE, "ogr")
    layer = QgsVectorLayer(f"{store_path}|layername={POINT_TABLE}", "points", "ogr")
    project.addMapLayers([choices, layer])
    yield layer
    project.removeMapLayers([choices.id(), layer.id()])


@pytest.fixture
def operator(qgis_app):
    OPERATOR.set("王采集")
    share_operator()
    yield "王采集"
    OPERATOR.set("")
    forget_operator()


def fields_of(container):
    for element in container.children():
        if isinstance(element, QgsAttributeEditorContainer):
            yield from fields_of(element)
        else:
            yield element.name()


def test_form_follows_the_schema(points):
    index = points.fields().indexOf
    assert points.attributeAlias(index("subject_name")) == "种养殖主体名称"
    tabs = points.editFormConfig().tabs()
    assert [tab.name() for tab in tabs] == ["主体", "产品与规模", "地址与点位", "人员", "状态"]
    shown = [name for tab in tabs for name in fields_of(tab)]
    assert sorted(shown) == sorted(set(COLUMNS) - set(forms.HIDDEN))
    for name in forms.READ_ONLY:
        assert points.editFormConfig().readOnly(index(name)), name
    assert not points.editFormConfig().readOnly(index("scale"))


def test_what_is_the_programs_own_is_neither_shown_nor_identified(points):
    index = points.fields().indexOf
    for name in (*forms.HIDDEN, "fid"):
        assert points.editorWidgetSetup(index(name)).type() == "Hidden", name
    columns = points.attributeTableConfig().columns()
    assert {c.name for c in columns if c.hidden} == {*forms.HIDDEN, "fid"}
    assert columns[0].name == "subject_name"


def test_no_list_shows_raw_words(points):
    setup = points.editorWidgetSetup(points.fields().indexOf("coordinate_source"))
    words = [word for entry in setup.config()["map"] for word in entry]
    assert "gcj02" not in words and any(word.startswith("GCJ-02") for word in words)


def test_the_saved_form_has_what_qfield_has(points):
    """Its documentation ("Attribute form") lists these; what it lacks becomes a line of text."""
    of_qfield = {"TextEdit", "ValueMap", "ValueRelation", "Hidden"}
    fields = points.fields()
    for index, field in enumerate(fields):
        kind = points.editorWidgetSetup(index).type()
        line = field.name() in COLUMNS and form_widgets.is_line(COLUMNS[field.name()])
        assert kind in of_qfield or (kind == "UniqueValues" and line), field.name()


def test_nothing_is_typed_behind_the_word_null(points):
    """QGIS writes NULL into boxes of several lines and into the first line of a new form."""
    for index, field in enumerate(points.fields()):
        if not points.editFormConfig().readOnly(index):
            assert not points.editorWidgetSetup(index).config().get("IsMultiline"), field.name()
    first = next(fields_of(points.editFormConfig().tabs()[0]))
    assert points.editorWidgetSetup(points.fields().indexOf(first)).type() == "ValueMap"


def test_only_one_column_names_the_table_of_choices_as_its_source(points):
    """With more, QGIS warns that the table which it has just loaded could not be loaded."""
    setups = [points.editorWidgetSetup(i) for i in range(points.fields().count())]
    relations = [setup.config() for setup in setups if setup.type() == "ValueRelation"]
    assert len(relations) == 3
    assert sum("LayerSource" in config for config in relations) == 1


@pytest.mark.parametrize(
    ("title", "values", "shown"),
    [
        ("种植业", {"industry": "种植业"}, True),
        ("种植业", {"industry": "畜牧业"}, False),
        ("种植业", {"industry": "畜牧业", "market_start": "2023-05"}, True),
        ("渔业", {"industry": "渔业"}, True),
        ("渔业", {"industry": "种植业"}, False),
    ],
)
def test_groups_are_shown_where_they_apply(points, title, values, shown):
    tab = points.editFormConfig().tabs()[1]
    group = next(element for element in tab.children() if element.name() == title)
    feature = QgsFeature(points.fields())
    for name, value in values.items():
        feature[name] = value
    context = QgsExpressionContext()
    context.setFeature(feature)
    expression = QgsExpression(group.visibilityExpression().data().expression())
    assert bool(expression.evaluate(context)) is shown


@pytest.mark.parametrize(
    ("product", "industry", "unit", "length"),
    [("豇豆", "种植业", "亩", 6), ("生猪", "畜牧业", "头", 7)],
)
def test_a_new_record_is_filled_from_its_product(points, operator, product, industry, unit, length):
    points.startEditing()
    context = QgsAttributeEditorContext()
    context.setAttributeFormMode(QgsAttributeEditorContext.Mode.AddFeatureMode)
    new = QgsVectorLayerUtils.createFeature(points, QgsGeometry.fromPointXY(QgsPointXY(115, 26.8)))
    form = QgsAttributeForm(points, new, context)
    form.setMode(QgsAttributeEditorContext.Mode.AddFeatureMode)
    form.changeAttribute("product", product)
    form.changeAttribute("subject_name", "张三")
    assert form.save()
    assert points.commitChanges(), points.commitErrors()
    saved = next(points.getFeatures())
    assert [saved[c] for c in ("province", "city", "county")] == list(COUNTY)
    assert (saved["industry"], saved["scale_unit"]) == (industry, unit)
    assert len(saved["period"]) == length
    assert saved["uuid"] and saved["base_id"] and saved["uuid"] != saved["base_id"]
    assert (saved["status"], saved["version"]) == ("draft", 1)
    assert (saved["updated_by"], saved["coordinate_source"]) == (operator, "cgcs2000")


def add_record(points, **values):
    feature = QgsVectorLayerUtils.createFeature(
        points, QgsGeometry.fromPointXY(QgsPointXY(115, 26.8))
    )
    for name, value in values.items():
        feature[name] = value
    points.startEditing()
    points.addFeature(feature)
    assert points.commitChanges(), points.commitErrors()
    return next(points.getFeatures())


def test_an_edit_by_hand_changes_nothing_else_and_names_the_person(points, store_path, operator):
    before = add_record(
        points, subject_name="张三", product="肉羊", industry="畜牧业", updated_by="李四"
    )
    points.startEditing()
    points.changeAttributeValue(before.id(), points.fields().indexOf("contact"), "张三")
    assert points.commitChanges(), points.commitErrors()
    after = points.getFeature(before.id())
    changed = {f.name() for f in points.fields() if before[f.name()] != after[f.name()]}
    assert changed == {"contact", "version", "updated_at", "updated_by"}
    assert after["scale_unit"] == NULL, "the unit of a saved record is not guessed"
    with open_store(store_path) as store:
        assert [row["operator"] for row in store.history(after["uuid"])] == ["李四", operator]


def test_the_person_is_the_systems_user_without_the_plugin(points):
    forget_operator()
    saved = add_record(points, subject_name="张三")
    scope = QgsExpressionContextUtils.globalScope()
    users = {scope.variable("user_full_name"), scope.variable("user_account_name")}
    assert saved["updated_by"] in users


@pytest.mark.parametrize(
    ("column", "value", "industry", "good"),
    [
        ("market_start", "2023-05", "种植业", True),
        ("market_start", "--05-01", "种植业", True),
        ("market_start", "5月", "种植业", False),
        ("market_start", None, "种植业", False),
        ("market_start", None, "畜牧业", True),
        ("period", "2023-1", "种植业", True),
        ("period", "2023-06", "种植业", False),
        ("period", "2023-06", "渔业", True),
        ("period", "2023-1", "渔业", False),
        ("contact_phone", "19912345678", "渔业", True),
        ("contact_phone", "0796-1234567", "渔业", False),
        ("scale", 0, "渔业", False),
        ("confirmed_on", "2023.5.1", "渔业", False),
    ],
)
def test_hints_of_the_form(points, column, value, industry, good):
    feature = QgsFeature(points.fields())
    feature["industry"] = industry
    feature[column] = value
    index = points.fields().indexOf(column)
    ok, reasons = QgsVectorLayerUtils.validateAttribute(points, feature, index)
    assert ok is good, reasons
