"""The style by what is due: its states are those of the rounds, on the map and in the legend."""

from __future__ import annotations

from datetime import date

import pytest
from origin_trace.core.products import standard_products
from origin_trace.layers import named_styles
from origin_trace.layers.due_style import due_states, refresh_due, style_due
from origin_trace.layers.store_project import add_store
from origin_trace.tests.qgis.point_store import make_store, of_uuid, open_layer
from origin_trace.tests.unit.records import animal, crop
from qgis.core import (
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsProject,
    QgsRectangle,
    QgsRenderContext,
)
from qgis.PyQt.QtCore import QSize

DAY = date(2023, 6, 15)
PRODUCTS = standard_products()


@pytest.fixture
def path(qgis_app, tmp_path):
    records = [
        animal(uuid="fresh", base_id="a", lon=115.00, period="2023-06"),
        animal(uuid="earlier", base_id="a", lon=115.00, period="2023-05"),
        animal(uuid="due", base_id="b", lon=115.01, period="2023-05"),
        animal(uuid="overdue", base_id="c", lon=115.02, period="2023-03"),
        crop(uuid="crop", base_id="d", lon=115.03),
        animal(uuid="placeless", base_id="e", lon=None, lat=None, period="2023-05"),
    ]
    yield make_store(tmp_path / "到期 图.gpkg", records)
    QgsProject.instance().clear()


@pytest.fixture
def layer(path):
    layer = open_layer(path)
    style_due(layer)
    return layer


def drawn(layer):
    """Return uuid -> word of the legend, None for what is not drawn."""
    renderer = layer.renderer().clone()
    context = QgsRenderContext()
    expressions = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setExpressionContext(expressions)
    renderer.startRender(context, layer.fields())
    words = {category.value(): category.label() for category in renderer.categories()}
    found = {}
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        keys = renderer.legendKeysForFeature(feature, context)
        by_key = {item.ruleKey(): item.label() for item in renderer.legendSymbolItems()}
        found[feature["uuid"]] = next((by_key[key] for key in keys), None)
    renderer.stopRender(context)
    assert set(found.values()) <= {*words.values(), None}
    return found


def test_points_are_not_judged_before_they_are(layer):
    assert set(drawn(layer).values()) == {"not judged yet"}
    assert len(layer.renderer().categories()) == 4


def test_the_style_shows_what_the_rounds_decide(layer):
    assert refresh_due(layer, PRODUCTS, DAY)
    assert drawn(layer) == {
        "fresh": "fresh",
        "earlier": None,
        "due": "due",
        "overdue": "overdue",
        "crop": "fresh",
        "placeless": "due",
    }
    assert [category.label() for category in layer.renderer().categories()] == [
        *("overdue", "due", "fresh")
    ]


def test_it_is_judged_anew_with_edits_and_by_another_day(layer):
    refresh_due(layer, PRODUCTS, DAY)
    layer.startEditing()
    feature = of_uuid(layer, "due")
    layer.changeAttributeValue(feature.id(), layer.fields().indexOf("period"), "2023-06")
    new = QgsFeature(layer.fields())
    for name, value in (("uuid", "new"), ("product", "肉羊"), ("period", "2023-04")):
        new[name] = value
    layer.addFeature(new)
    assert refresh_due(layer, PRODUCTS, DAY)
    found = drawn(layer)
    assert (found["due"], found["new"]) == ("fresh", "overdue")
    layer.rollBack()
    refresh_due(layer, PRODUCTS, date(2023, 8, 1))
    assert drawn(layer)["fresh"] == "overdue"


def test_what_a_person_changed_in_the_marks_stays(layer):
    renderer = layer.renderer().clone()
    renderer.updateCategoryLabel(0, "过期未采")
    layer.setRenderer(renderer)
    refresh_due(layer, PRODUCTS, DAY)
    refresh_due(layer, PRODUCTS, DAY)
    assert layer.renderer().categories()[0].label() == "过期未采"


def test_another_style_is_left_alone(path):
    layer = open_layer(path)
    before = layer.renderer()
    assert not refresh_due(layer, PRODUCTS, DAY)
    assert layer.renderer() is before


def test_an_empty_layer_and_one_where_all_is_fresh(layer):
    layer.setSubsetString("\"uuid\" = 'fresh'")
    assert due_states(layer, PRODUCTS, DAY) == {}
    assert refresh_due(layer, PRODUCTS, DAY)
    assert drawn(layer) == {"fresh": "fresh"}
    layer.setSubsetString("\"uuid\" = 'nobody'")
    assert refresh_due(layer, PRODUCTS, DAY)


def test_the_map_has_the_colours(layer):
    refresh_due(layer, PRODUCTS, DAY)
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setExtent(QgsRectangle(114.99, 26.84, 115.04, 26.88))
    settings.setOutputSize(QSize(500, 400))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    colours = {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }
    assert {"#c0392b", "#d98314", "#1b7f4b"} <= colours
    assert "#8a8f98" not in colours


def test_a_store_in_a_project_has_the_style_among_the_others(path):
    layer = add_store(QgsProject.instance(), path)
    manager, name = layer.styleManager(), named_styles.style_names()["due"]
    assert name in manager.styles() and not refresh_due(layer, PRODUCTS, DAY)
    manager.setCurrentStyle(name)
    assert refresh_due(layer, PRODUCTS, DAY)
    manager.setCurrentStyle(named_styles.style_names()["product"])
    manager.setCurrentStyle(name)
    assert drawn(layer)["overdue"] == "overdue"  # kept in the style
    assert layer.editFormConfig().tabs()
