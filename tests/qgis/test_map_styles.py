"""Styles of printed maps: what is drawn, and that legend and notes account for every record."""

from __future__ import annotations

import datetime
import random
import re
from math import cos, radians

import pytest
from origin_trace.core.density import per_area
from origin_trace.core.errors import InputError
from origin_trace.core.products import standard_products
from origin_trace.layers import basemaps, layouts
from origin_trace.layers.map_spec import MapStyle
from origin_trace.layers.map_styles import STYLES
from origin_trace.tests.qgis.map_layers import at, points_layer
from qgis.core import (
    QgsCoordinateTransform,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsGeometry,
    QgsGradientColorRamp,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

SPEC = ("paper", "orientation", "county_names", "without_point")
TOWNS = ("马市镇", "螺溪镇", "苏溪镇")


def draw(records, style, boundary=None, basemap=None, **more):
    """Return project, layout and messages of a map."""
    project = QgsProject()
    layer = project.addMapLayer(points_layer(records))
    given = {"paper": "A4", **{k: more.pop(k) for k in list(more) if k in SPEC}}
    spec = layouts.MapSpec(
        title="泰和县产地分布图",
        unit="",
        date=datetime.date(2023, 5, 10),
        source="采集数据",
        style=MapStyle(style, **more),
        **given,
    )
    layout, messages = layouts.prepare_map(project, layer, spec, boundary, basemap)
    return project, layout, messages


def word(layout, name):
    return layout.itemById(name).currentText()


def drawn(layout):
    return layout.itemById("ot_map").layers()[0]


def legend_lines(layout):
    """Return the texts of the legend, group by group."""
    legend = layout.itemById("ot_legend")
    groups = {}
    for group in legend.model().rootGroup().children():
        lines = groups.setdefault(group.name(), [])
        for node in group.children():
            renderer = node.layer().renderer()
            sizes = getattr(renderer, "dataDefinedSizeLegend", lambda: None)()
            lines.extend(each.label for each in sizes.classes()) if sizes else None
            texts = [line.data(0) for line in legend.model().layerLegendNodes(node)]
            lines.extend(text for text in texts if text)
    return groups


def counted(lines, words):
    """Return the sum of the numbers before words such as points."""
    found = re.findall(rf"([\d,]+) (?:{words})", "\n".join(lines))
    return sum(int(number.replace(",", "")) for number in found)


def many(count=300, seed=3):
    dice = random.Random(seed)
    products = standard_products()
    records = []
    for _ in range(count):
        product = dice.choice(products)
        x, y = 114.8 + dice.random() ** 2 * 0.5, 26.5 + dice.random() * 0.4
        scale = round(dice.lognormvariate(3, 1), 1)
        town = dice.choice(TOWNS)
        records.append(at(x, y, product.name, scale, product.units[0], township=town))
    return records


def townships(*names, kind="name"):
    """Return a layer of squares in a row."""
    layer = QgsVectorLayer(f"Polygon?crs=EPSG:4490&field={kind}:string", "xzq", "memory")
    features = []
    for number, name in enumerate(names):
        feature = QgsFeature(layer.fields())
        feature[kind] = name
        x = 114.8 + number / 5
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(x, 26.5, x + 0.2, 26.7)))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return layer


# --- all styles -----------------------------------------------------------------------


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(("paper", "orientation"), [("A4", "landscape"), ("A3", "portrait")])
def test_legends_and_notes_fit_and_all_layers_are_there(qgis_app, style, paper, orientation):
    records = [*many(), at(None, None, township="没有镇"), at(114.9, 26.6, "豇豆", None)]
    project, layout, _ = draw(
        records, style, townships(*TOWNS), paper=paper, orientation=orientation
    )
    panel, legend = layout.itemById("ot_panel"), layout.itemById("ot_legend")
    note = layout.itemById("ot_note")
    room = panel.pos().y() + panel.rect().height()
    if orientation == "landscape":
        room = note.pos().y()
    assert legend.pos().y() + legend.rect().height() <= room
    right = legend.pos().x() + legend.rect().width()
    assert right <= panel.pos().x() + panel.rect().width()
    assert note.sizeForText().width() <= note.rect().width() + 0.5
    assert all(project.mapLayer(layer.id()) for layer in layout.itemById("ot_map").layers())


@pytest.mark.parametrize("style", STYLES)
def test_every_style_bears_a_query_without_records(qgis_app, style, tmp_path):
    _project, layout, _ = draw([], style, townships(*TOWNS))
    assert layout.itemById("ot_empty").isVisible()
    _project, layout, _ = draw([], style)
    assert "No record" in word(layout, "ot_empty")


@pytest.mark.parametrize("style", [style for style in STYLES if style != "points"])
@pytest.mark.parametrize("suffix", ["pdf", "svg", "png"])
def test_every_style_is_written(qgis_app, tmp_path, style, suffix):
    _project, layout, _ = draw(many(30), style, townships(*TOWNS))
    layouts.export_layout(layout, tmp_path / f"map.{suffix}", 60)
    assert (tmp_path / f"map.{suffix}").stat().st_size > 3000


# --- clusters -------------------------------------------------------------------------


def test_clusters_count_every_point_once(qgis_app):
    records = [*many(), at(None, None)]
    _project, layout, _ = draw(records, "clusters", without_point=2)
    features = list(drawn(layout).getFeatures())
    assert sum(feature["points"] for feature in features) == 300
    together = [feature for feature in features if feature["points"] > 1]
    assert together and len(features) < 300
    groups = legend_lines(layout)
    assert counted(groups["Clusters"], "points?") == sum(f["points"] for f in together)
    assert counted(groups["Clusters"], "circles?") == len(together)
    assert counted(groups["Single points"], "points?") == len(features) - len(together)
    assert word(layout, "ot_total").splitlines()[0] == "Total: 300 points"
    assert word(layout, "ot_note") == "Records without a position, not shown: 3"


def test_single_points_keep_the_symbol_of_their_product(qgis_app):
    records = [at(114.8, 26.5), at(115.1, 26.5, "莲藕"), *[at(115.1, 26.9, "肉羊")] * 12]
    _project, layout, _ = draw(records, "clusters")
    categories = {c.value() or None: c for c in drawn(layout).renderer().categories()}
    assert set(categories) == {"豇豆", None, "≥10"}
    kinds = [layer.layerType() for layer in categories["≥10"].symbol().symbolLayers()]
    assert kinds == ["SimpleMarker", "FontMarker"]
    assert categories["豇豆"].symbol().symbolLayer(0).layerType() == "SvgMarker"
    assert legend_lines(layout) == {
        "Clusters": ["10–49   1 circle   12 points"],
        "Single points": ["豇豆\t1 point", "Other products\t1 point"],
    }


def test_clusters_of_a_map_come_out_the_same_again(qgis_app):
    def shape(records):
        _project, layout, _ = draw(records, "clusters")
        return sorted(
            (round(f.geometry().asPoint().x(), 3), f["points"]) for f in drawn(layout).getFeatures()
        )

    records = many()
    assert shape(records) == shape(records[::-1])


# --- heat map -------------------------------------------------------------------------


def heat(layout):
    return layout.itemById("ot_map").layers()[-1]


def test_heat_maps_name_round_densities_and_their_radius(qgis_app):
    _project, layout, _ = draw(many(), "heatmap")
    renderer = heat(layout).renderer()
    ((heading, lines),) = legend_lines(layout).items()
    figures = [float(line.removeprefix("about ").replace(",", "")) for line in lines]
    assert figures == sorted(figures, reverse=True) and len(figures) <= 6
    area = int((re.search(r"per (\d+) ?km", heading) or [0, 1])[1])
    radius = renderer.radius() / 1000
    assert per_area(renderer.maximumValue(), radius) * area == pytest.approx(figures[0])
    node = layout.itemById("ot_legend").model().rootGroup().children()[0].children()[0]
    assert f"{radius:g} km round each base" in node.customProperty("legend/title-label")
    assert renderer.colorRamp().color(0).alpha() == 0
    ramp = [renderer.colorRamp().color(f / figures[0]).lightness() for f in figures]
    assert ramp == sorted(ramp)


def test_qgis_draws_the_hills_that_the_legend_counts_with(qgis_app):
    _project, layout, _ = draw([at(114.9, 26.6)], "heatmap")
    item, layer = layout.itemById("ot_map"), heat(layout).clone()
    renderer = layer.renderer().clone()
    renderer.setColorRamp(QgsGradientColorRamp(QColor(0, 0, 0), QColor(255, 255, 255)))
    renderer.setMaximumValue(1)
    renderer.setRenderQuality(1)
    layer.setRenderer(renderer)
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(item.crs())
    (feature,) = layer.getFeatures()
    transform = QgsCoordinateTransform(layer.crs(), item.crs(), QgsProject.instance())
    middle = transform.transform(feature.geometry().asPoint())
    radius = renderer.radius()
    settings.setExtent(QgsRectangle.fromCenterAndSize(middle, 2.5 * radius, 2.5 * radius))
    settings.setOutputSize(QSize(500, 500))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    picture = job.renderedImage()
    for share in (0, 0.25, 0.5, 0.75):
        shade = picture.pixelColor(250 + round(share * 200), 250).lightness() / 255
        assert shade == pytest.approx((1 - share**2) ** 2, abs=0.03)


def test_over_web_tiles_the_radius_is_true(qgis_app):
    tiles = basemaps.xyz_layer("file:///nowhere/{z}/{x}/{y}.png", "tiles")
    _project, layout, _ = draw([at(115, 40), at(115.2, 40.1)], "heatmap", basemap=tiles)
    node = layout.itemById("ot_legend").model().rootGroup().children()[0].children()[0]
    told = float(re.search(r"([\d.]+) km", node.customProperty("legend/title-label"))[1])
    radius = drawn(layout).renderer().radius()
    assert radius * cos(radians(40.05)) == pytest.approx(told * 1000, rel=2e-3)


# --- bubbles --------------------------------------------------------------------------


def sizes_of(layer):
    """Return what the layer draws: category and diameter of each feature, in drawing order."""
    renderer = layer.renderer()
    kind = QgsExpression(renderer.classAttribute())
    categories = renderer.categories()  # their symbols live as long as they do
    size = categories[0].symbol().dataDefinedSize().expressionString()
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    result = []
    for feature in layer.getFeatures():
        context.setFeature(feature)
        result.append((kind.evaluate(context), QgsExpression(size).evaluate(context)))
    return result


def test_bubbles_are_as_large_as_the_scale_of_their_unit(qgis_app):
    records = [
        at(115.0, 26.8, "豇豆", 100),
        at(115.1, 26.8, "豇豆", 25),
        at(115.1, 26.7, "豇豆", 2, "公顷"),
        at(115.1, 26.6, "乌鳢", 50),
        at(115.2, 26.7, "肉牛", 10, "头"),
        at(115.2, 26.6, "肉羊", 1000, "只"),
        at(115.3, 26.6, "豇豆", 0),
        at(115.3, 26.5, "豇豆", None),
        at(None, None, "豇豆", 9),
    ]
    _project, layout, _ = draw(records, "bubbles", without_point=1)
    layer = layout.itemById("ot_map").layers()[-1]
    found = sizes_of(layer)
    known = {c.value() for c in layer.renderer().categories()}
    assert known == {"亩 种植业", "亩 渔业", "头 畜牧业", "只 畜牧业"}
    shown = [(kind, size) for kind, size in found[:6]]
    assert [kind for kind, _size in shown] == [
        *("亩 种植业", "亩 种植业", "亩 种植业", "亩 渔业", "头 畜牧业", "只 畜牧业")
    ]
    areas = [size**2 / shown[0][1] ** 2 for _kind, size in shown]
    assert areas[1] == pytest.approx(0.25) and areas[2] == pytest.approx(0.30)
    assert areas[3] == pytest.approx(0.50) and areas[4] == areas[5] == pytest.approx(1)
    assert all(kind not in known for kind, _size in found[6:8])
    (clause,) = layer.renderer().orderBy().list()
    assert layer.renderer().orderByEnabled() and not clause.ascending()
    assert word(layout, "ot_note").splitlines() == [
        "Bases that have stopped (scale 0), not shown: 1",
        "Bases without a scale, not shown: 1",
        "Records without a position, not shown: 2",
    ]
    groups = legend_lines(layout)
    assert list(groups) == ["Scale in 亩", "Scale in 头", "Scale in 只"]
    assert groups["Scale in 亩"][0] == "100"
    assert groups["Scale in 亩"][-2:] == ["种植业\t3 points\t155 亩", "渔业\t1 point\t50 亩"]
    assert sum(counted(lines, "points?") for lines in groups.values()) == 6


def test_no_two_units_share_a_colour(qgis_app):
    _project, layout, _ = draw(many(), "bubbles")
    (layer,) = [
        layer for layer in layout.itemById("ot_map").layers() if layer.featureCount() == 300
    ]
    colours = [c.symbol().color().name() for c in layer.renderer().categories()]
    assert len(colours) == len(set(colours)) == 4
    assert all(c.symbol().color().alpha() < 255 for c in layer.renderer().categories())
    groups = legend_lines(layout)
    assert sum(counted(lines, "points?") for lines in groups.values()) == 300


# --- choropleth and townships ----------------------------------------------------------


def test_choropleths_account_for_every_base(qgis_app):
    records = [
        *[at(114.9, 26.6, township="马市镇")] * 3,
        *[at(115.1, 26.6, township="螺溪镇")] * 12,
        at(None, None, township="螺溪镇"),
        at(115.0, 26.6, township="没有的镇"),
        at(115.0, 26.6, township="别的乡"),
        at(115.0, 26.6),
    ]
    boundary = townships("马市镇", "螺溪镇", "苏溪镇")
    _project, layout, messages = draw(records, "choropleth", boundary)
    layer = drawn(layout)
    found = {f["name"]: (f["bases"], f["label"], f["key"]) for f in layer.getFeatures()}
    assert found == {
        "马市镇": (3, "马市镇\n3", "0"),
        "螺溪镇": (13, "螺溪镇\n13", "1"),
        "苏溪镇": (0, "苏溪镇\n0", "zero"),
    }
    assert legend_lines(layout) == {
        "Bases per township": [
            "3\t1 township: 3 bases",
            "4–15\t1 township: 13 bases",
            "0\t1 township",
        ]
    }
    assert word(layout, "ot_total").splitlines()[0] == "Total: 19 bases   190 亩"
    assert word(layout, "ot_note").splitlines() == [
        "Bases without a township, not shown: 1",
        "Bases in 没有的镇、别的乡 without a polygon, not shown: 2",
    ]
    assert [str(message) for message in messages] == [
        "Without a polygon, so not on the map: 没有的镇、别的乡 (bases: 2)."
    ]


def test_a_choropleth_of_scale_has_one_unit(qgis_app):
    records = [
        at(114.9, 26.6, "豇豆", 1.5, township="马市镇"),
        at(114.9, 26.6, "豇豆", 2, "公顷", township="马市镇"),
        at(114.9, 26.6, "豇豆", None, township="马市镇"),
        at(115.1, 26.6, "乌鳢", 7, township="螺溪镇"),
        at(115.3, 26.6, "韭菜", None, township="苏溪镇"),
    ]
    boundary = townships("马市镇", "螺溪镇", "苏溪镇")
    _project, layout, _ = draw(records, "choropleth", boundary, measure="scale")
    found = {f["name"]: (f["label"], f["key"]) for f in drawn(layout).getFeatures()}
    assert found["马市镇"][0] == "马市镇\n31.5" and found["苏溪镇"] == ("苏溪镇", "unknown")
    assert legend_lines(layout) == {
        "Scale per township (亩)": [
            "6–10   1 township: 7 亩",
            "10.1–40   1 township: 31.5 亩",
            "No scale given   1 township",
        ]
    }
    assert word(layout, "ot_note") == "Bases without a scale, not counted: 2"
    records.append(at(115.3, 26.6, "肉牛", 9, "头", township="苏溪镇"))
    for style in ("choropleth", "townships"):
        with pytest.raises(InputError, match="several units") as caught:
            draw(records, style, boundary, measure="scale")
        assert "one unit" in str(caught.value.advice)
    with pytest.raises(InputError, match="None of the records has a scale"):
        draw(records[4:5], "choropleth", boundary, measure="scale")


def test_less_than_the_smallest_step_is_in_the_first_class(qgis_app):
    records = [
        at(114.9, 26.6, "豇豆", 0.2, township="马市镇"),
        at(115.1, 26.6, "豇豆", 180, township="螺溪镇"),
    ]
    boundary = townships("马市镇", "螺溪镇")
    _project, layout, _ = draw(records, "choropleth", boundary, measure="scale")
    assert legend_lines(layout)["Scale per township (亩)"] == [
        "1 or less\t1 township: 0.2 亩",
        "2–200\t1 township: 180 亩",
    ]


def test_areas_outside_the_region_asked_for_are_not_zero(qgis_app):
    records = [at(114.9, 26.6, township="马市镇")]
    boundary = townships("马市镇", "螺溪镇")
    _project, layout, _ = draw(records, "choropleth", boundary, region={"township": "马市镇"})
    found = {f["name"]: f["key"] for f in drawn(layout).getFeatures()}
    assert found == {"马市镇": "0", "螺溪镇": "not asked"}
    assert "Not asked for   1 township" in legend_lines(layout)["Bases per township"]


def test_counties_are_areas_too(qgis_app):
    records = [at(114.9, 26.6, county="泰和县"), *[at(115.1, 26.6, county="万安县")] * 2]
    boundary = townships("泰和县", "万安县", kind="county")
    _project, layout, _ = draw(records, "choropleth", boundary, area="county")
    assert {f["name"]: f["bases"] for f in drawn(layout).getFeatures()} == {
        "泰和县": 1,
        "万安县": 2,
    }
    assert list(legend_lines(layout)) == ["Bases per county"]
    with pytest.raises(InputError, match="names no county"):
        draw(records, "choropleth", townships("甲", "乙"), area="county")


@pytest.mark.parametrize("boundary", [None, "outline"])
def test_without_polygons_of_townships_circles_stand_for_them(qgis_app, boundary):
    records = [
        *[at(114.9 + n / 100, 26.6, township="马市镇") for n in range(3)],
        *[at(115.1, 26.6, township="螺溪镇")] * 12,
        at(None, None, township="螺溪镇"),
        at(None, None, township="苏溪镇"),
        at(115.1, 26.6),
    ]
    layer = townships("泰和县") if boundary else None
    _project, layout, messages = draw(records, "choropleth", layer)
    assert "Drawn as one circle per township" in " ".join(map(str, messages))
    found = {f["name"]: f for f in drawn(layout).getFeatures()}
    assert {name: f["bases"] for name, f in found.items()} == {"马市镇": 3, "螺溪镇": 13}
    (large, small) = sorted((size for _kind, size in sizes_of(drawn(layout))), reverse=True)
    assert (small / large) ** 2 == pytest.approx(3 / 13)
    assert "2 townships: 16 bases" in legend_lines(layout)["Bases per township"]
    assert word(layout, "ot_note").splitlines() == [
        "Bases without a township, not shown: 1",
        "Bases in 苏溪镇 without a point, not shown: 1",
    ]
    assert len(layout.itemById("ot_map").layers()) == (2 if boundary else 1)


def test_circles_stand_in_the_middle_of_the_points(qgis_app):
    spots = [(114.9, 26.6), (115.0, 26.6), (115.1, 26.6), (115.0, 26.5), (116.5, 26.7)]
    _project, layout, _ = draw([at(x, y, township="马市镇") for x, y in spots], "townships")
    (feature,) = drawn(layout).getFeatures()
    middle = feature.geometry().asPoint()
    box = layout.itemById("ot_map").extent()
    assert box.contains(middle) and middle.x() < box.center().x()
    assert isinstance(middle, QgsPointXY)


def test_long_names_are_short_on_the_map(qgis_app):
    county = ("江西省", "吉安市", "泰和县")
    names = ("泰和县高新产业园区", "小龙矿区管委会", "泰和镇")
    records = [at(114.9 + n / 5, 26.6, township=name) for n, name in enumerate(names)]
    boundary = townships(*names, kind="township")
    _project, layout, _ = draw(records, "choropleth", boundary, county_names=county)
    assert {f["label"] for f in drawn(layout).getFeatures()} == {
        *("高新产业园区\n1", "小龙矿区\n管委会\n1", "泰和镇\n1")
    }
