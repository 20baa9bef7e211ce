"""distributionmap from end to end: what the sub-title says and what the project holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import (
    Qgis,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorLayer,
)

SHEET = Path(__file__).resolve().parents[1] / "data" / "sheets" / "taihe_official.xlsx"


@pytest.fixture
def points(run, new_store):
    store = new_store()
    run("importsheet", INPUT=[str(SHEET)], STORE=store)
    return f"{store}|layername=collection_point"


@pytest.fixture
def make(run, points, tmp_path):
    """Return a function that makes a map and reads its project again."""

    def make_map(source=points, **query):
        project, path = QgsProject(), str(tmp_path / "一张图.qgz")
        picture = str(tmp_path / "一张图.svg")
        result = run("distributionmap", INPUT=source, OUTPUT=picture, PROJECT=path, **query)
        assert project.read(path)
        (layout,) = project.layoutManager().layouts()
        layer = layout.itemById("ot_map").layers()[0]
        return result["COUNT"], project, layer, layout

    return make_map


def word(layout, name):
    return layout.itemById(name).currentText()


def test_a_project_of_all_records_stays_open_for_new_ones(make, points):
    count, _project, layer, layout = make()
    everything = QgsVectorLayer(points, "points", "ogr")
    without = everything.featureCount() - count
    assert without > 0 and layer.subsetString() == ""
    assert word(layout, "ot_note") == f"Records without a position, not shown: {without}"


def test_a_project_of_a_query_holds_what_was_asked(make, points):
    count, _project, layer, _layout = make(PRODUCTS="豇豆")
    found = list(layer.getFeatures())
    assert {feature["product"] for feature in found} == {"豇豆"} and len(found) == count


def test_a_narrowed_layer_stays_narrowed(make, points):
    count, _project, layer, _layout = make(f"{points}|subset=\"industry\"='渔业'")
    found = list(layer.getFeatures())
    assert {feature["industry"] for feature in found} == {"渔业"} and len(found) >= count


def test_the_window_shows_the_maps_crs_and_degrees(make):
    _count, project, _layer, layout = make()
    assert project.crs() == layout.itemById("ot_map").crs()
    shown = project.displaySettings().coordinateType()
    assert shown == Qgis.CoordinateDisplayType.MapGeographic


def test_every_condition_stands_in_the_sub_title(make):
    _count, _project, _layer, layout = make(
        PRODUCTS="豇豆,韭菜",
        REGION="360826",
        SCALE_MIN=1.5,
        FROM="2023-01",
        TO="2023-12-31",
        STATUS="draft",
        EXPRESSION='"subject_type"\n  is not null',
    )
    assert word(layout, "ot_subtitle") == (
        "江西省吉安市泰和县    Products: 豇豆、韭菜；Region: 江西省吉安市泰和县；Scale: from 1.5；"
        'In season: 2023-01 – 2023-12-31；Status: Draft；Condition: "subject_type" is not null'
    )
    subtitle = layout.itemById("ot_subtitle")
    assert subtitle.sizeForText().width() <= subtitle.rect().width() + 1


def test_a_map_of_the_selection_says_so(make, points):
    layer = QgsVectorLayer(points, "points", "ogr")
    QgsProject.instance().addMapLayer(layer)
    layer.selectByExpression("\"product\" = '肉羊'")
    chosen = QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True)
    _count, _project, drawn, layout = make(chosen)
    assert word(layout, "ot_subtitle") == "江西省吉安市泰和县    Selected records only"
    assert word(layout, "ot_title") == "泰和县肉羊产地分布图"
    assert {feature["product"] for feature in drawn.getFeatures()} == {"肉羊"}
    QgsProject.instance().removeMapLayer(layer.id())


def test_styles_keep_their_numbers(provider):
    style = provider.algorithm("distributionmap").parameterDefinition("STYLE")
    assert style.options() == [
        *("Points by product", "Clusters", "Heat map", "Bubbles by scale", "Choropleth"),
        "Bubbles per township",
    ]
    assert style.defaultValue() == 0


@pytest.mark.parametrize("style", ["clusters", "heatmap", "bubbles", "townships"])
def test_a_project_opens_in_its_style(make, style):
    count, project, _layer, layout = make(STYLE=style)
    shown = layout.itemById("ot_map").layers()
    assert all(layer.isValid() and layer.featureCount() > 0 for layer in shown)
    kinds = {layer.renderer().type() for layer in shown}
    assert kinds & {"heatmapRenderer", "categorizedSymbol"}
    if style == "clusters":
        assert sum(feature["points"] for feature in shown[0].getFeatures()) == count
    for node in project.layerTreeRoot().findLayers():
        assert node.isVisible() == (node.layer() in shown)
    lost = [layer for layer in project.mapLayers().values() if layer.providerType() == "memory"]
    assert all(layer.featureCount() == 0 for layer in lost)  # they only hold the legend
    assert word(layout, "ot_total").startswith("Total: ")


def test_areas_count_records_without_a_point_too(make, points):
    count, _project, _layer, layout = make(STYLE="choropleth")
    everything = QgsVectorLayer(points, "points", "ogr")
    assert count == everything.featureCount()
    assert word(layout, "ot_total").splitlines()[0] == f"Total: {count} bases"
    drawn = layout.itemById("ot_map").layers()[0]
    assert sum(feature["bases"] for feature in drawn.getFeatures()) <= count
