"""Symbols, aliases, tabs and widgets of the points layer, and its default style."""

from __future__ import annotations

import pytest
from origin_trace.core.errors import StoreError
from origin_trace.core.products import Product, standard_products
from origin_trace.core.schema import COLUMNS, join_choices, split_choices
from origin_trace.layers import styling, symbols
from origin_trace.tests.qgis.map_layers import at, points_layer
from qgis.core import (
    NULL,
    QgsFeature,
    QgsProject,
    QgsRenderContext,
    QgsValueRelationFieldFormatter,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.gui import QgsGui


@pytest.fixture
def choice_table():
    table = QgsVectorLayer(
        "None?field=list:string&field=value:string&field=position:integer", "choice", "memory"
    )
    features = []
    for name in ("production_modes", "trace_modes", "credit_grade"):
        for position, value in enumerate(COLUMNS[name].choices):
            feature = QgsFeature(table.fields())
            feature.setAttributes([name, value, position])
            features.append(feature)
    table.dataProvider().addFeatures(features)
    QgsProject.instance().addMapLayer(table)
    yield table
    QgsProject.instance().removeMapLayer(table.id())


def test_every_product_has_a_symbol_of_its_own(qgis_app):
    markers = [symbols.product_symbol(p) for p in standard_products()]
    drawings = {marker.symbolLayer(0).path() for marker in markers}
    colours = {symbols.product_colour(p).name() for p in standard_products()}
    assert len(drawings) == len(colours) == len(standard_products())


def test_a_countys_own_product_takes_its_industrys_mark(qgis_app):
    lotus = Product("莲藕", "种植业", ("亩",), 0.5, "crop", (0.05, 5000))
    assert symbols.product_colour(lotus) == symbols.industry_colour("种植业")
    marker = symbols.product_symbol(lotus)
    assert marker.symbolLayer(0).path().startswith("base64:")


def test_points_are_drawn_by_product_in_the_lists_order(qgis_app):
    layer = points_layer([at(115, 26), at(115, 26.1, "莲藕")])
    styling.style_points(layer)
    categories = layer.renderer().categories()
    assert [c.value() for c in categories[:-1]] == [p.name for p in standard_products()]
    context = QgsRenderContext()
    layer.renderer().startRender(context, layer.fields())
    assert all(layer.renderer().symbolForFeature(f, context) for f in layer.getFeatures())
    layer.renderer().stopRender(context)


def test_states_differ_by_shape_and_colour(qgis_app):
    layer = points_layer([at(115, 26, status="draft")])
    styling.style_status(layer)
    categories = layer.renderer().categories()
    shapes = {int(c.symbol().symbolLayer(0).shape()) for c in categories}
    colours = {c.symbol().color().name() for c in categories}
    assert len(shapes) == len(colours) == 4


@pytest.mark.parametrize("chosen", [["露地"], ["露地", "设施"]])
def test_multi_select_writes_the_stored_form(qgis_app, choice_table, chosen):
    layer = points_layer([at(115, 26)])
    styling.default_style(layer, choice_table)
    index = layer.fields().indexOf("production_modes")
    setup = layer.editorWidgetSetup(index)
    registry = QgsGui.editorWidgetRegistry()
    if not registry.factories():
        registry.initEditors()
    wrapper = registry.create(setup.type(), layer, index, setup.config(), None, None)
    widget = wrapper.widget()
    wrapper.setValues(join_choices(chosen), [])
    assert widget is not None
    written = wrapper.value()
    # QGIS before 3.42 orders by the value, not by the list's position.
    assert written == join_choices(sorted(chosen)) or written == join_choices(chosen)
    assert sorted(split_choices(written)) == sorted(chosen)


def test_no_choice_is_null_and_braces_without_quotes_are_read(qgis_app, choice_table):
    layer = points_layer([at(115, 26)])
    styling.default_style(layer, choice_table)
    index = layer.fields().indexOf("production_modes")
    setup = layer.editorWidgetSetup(index)
    registry = QgsGui.editorWidgetRegistry()
    if not registry.factories():
        registry.initEditors()
    wrapper = registry.create(setup.type(), layer, index, setup.config(), None, None)
    wrapper.widget()
    wrapper.setValues(None, [])
    assert wrapper.value() in (None, NULL)
    wrapper.setValues("{露地,设施}", [])
    assert set(split_choices(wrapper.value())) == {"露地", "设施"}


def write_store(path):
    """Write a GeoPackage with a points table and a table of choices."""
    context = QgsProject.instance().transformContext()
    choices = QgsVectorLayer(
        "None?field=list:string&field=value:string&field=position:integer", "choice", "memory"
    )
    for number, (layer, name) in enumerate(
        [(points_layer([at(115, 26)]), styling.POINT_TABLE), (choices, styling.CHOICE_TABLE)]
    ):
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName, options.layerName = "GPKG", name
        if number:
            action = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
            options.actionOnExistingFile = action
        assert QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), context, options)[0] == 0
    return path


def test_a_saved_style_opens_in_plain_qgis(qgis_app, tmp_path):
    path = write_store(tmp_path / "泰和 县.gpkg")
    styling.save_default_style(path)
    styling.save_default_style(path)  # again: replaced, not doubled
    layer = QgsVectorLayer(f"{path}|layername={styling.POINT_TABLE}", "plain", "ogr")
    assert layer.renderer().type() == "categorizedSymbol"
    assert layer.attributeAlias(layer.fields().indexOf("product")) == "产品名称"
    setup = layer.editorWidgetSetup(layer.fields().indexOf("trace_modes"))
    assert setup.type() == "ValueRelation" and setup.config()["AllowMulti"]
    styles = QgsVectorLayer(f"{path}|layername=layer_styles", "styles", "ogr")
    assert styles.featureCount() == 1
    assert str(tmp_path) not in next(styles.getFeatures())["styleQML"]
    renamed = QgsVectorLayer(f"{path}|layername={styling.CHOICE_TABLE}", "choice", "ogr")
    project = QgsProject()
    project.addMapLayer(renamed)
    found = QgsValueRelationFieldFormatter.resolveLayer(setup.config(), project)
    assert found is not None and found.id() == renamed.id()


def test_a_file_without_points_is_refused(qgis_app, tmp_path):
    with pytest.raises(StoreError, match="no table of collection points"):
        styling.save_default_style(tmp_path / "nothing.gpkg")
