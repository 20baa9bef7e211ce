"""Printed maps: CRS, scale, legend, words, files; looks are judged by eye."""

from __future__ import annotations

import datetime
import random
import subprocess
import unicodedata
from shutil import which

import pytest
from hypothesis import given
from hypothesis import strategies as st
from origin_trace.core.errors import InputError, OriginTraceError
from origin_trace.core.products import Product, standard_products
from origin_trace.layers import basemaps, layouts, map_frame, map_style_points
from origin_trace.layers.map_content import count_content
from origin_trace.tests.qgis.map_layers import at, points_layer, truth
from origin_trace.tests.qgis.test_styling import write_store
from qgis.core import (
    QgsExpressionContextUtils,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRectF

ITEMS = (
    *("ot_title", "ot_subtitle", "ot_mark", "ot_map", "ot_frame_outer", "ot_panel", "ot_legend"),
    *("ot_legend_title", "ot_total", "ot_total_rule", "ot_townships", "ot_note", "ot_north"),
    *("ot_scale", "ot_scalebar", "ot_crs", "ot_source", "ot_approval", "ot_unit", "ot_date"),
    "ot_empty",
)


def spec(**more):
    given = {
        "title": "三亚市天涯区豇豆种植分布图",
        "paper": "A4",
        "unit": "天涯区农业农村局",
        "date": datetime.date(2023, 5, 10),
        "source": "采集数据",
    }
    return layouts.MapSpec(**{**given, **more})


def build(records, boundary=None, basemap=None, **more):
    project = QgsProject()
    layer = project.addMapLayer(points_layer(records))
    layout, _messages = layouts.prepare_map(project, layer, spec(**more), boundary, basemap)
    return project, layout


def word(layout, name):
    return layout.itemById(name).currentText()


@pytest.mark.parametrize(
    ("lon", "epsg", "meridian"),
    [
        (73.6, 4534, 75),
        (109.4, 4545, 108),
        (115.04, 4547, 114),
        (116.4, 4548, 117),
        (135, 4554, 135),
    ],
)
def test_zone_of_a_longitude(qgis_app, lon, epsg, meridian):
    crs = layouts.choose_crs(lon)
    assert crs.authid() == f"EPSG:{epsg}"
    assert f"central meridian {meridian}°" in map_frame.crs_sentence(crs)
    assert f"lon_0={meridian}" in crs.toProj()


def test_round_scales_and_lengths():
    assert [map_frame.nice_scale(n) for n in (10_000, 10_001, 43_000, 99_000, 610_000)] == [
        10_000,
        12_000,
        45_000,
        100_000,
        700_000,
    ]
    assert map_frame.fit_scale(None, 170, 130, 10) == map_frame.DEFAULT_SCALE


@given(st.floats(min_value=50, max_value=5e6))
def test_scale_bar_has_round_segments_and_fills_its_room(longest):
    segments, length = map_frame.bar_segments(longest)
    assert segments in (2, 3, 4) and f"{length:e}"[0] in "125"
    assert float(f"{length:.0e}") == length
    assert longest * 0.66 <= segments * length <= longest * (1 + 1e-6)


PAGES = {
    ("A4", "landscape"): (297, 210),
    ("A3", "landscape"): (420, 297),
    ("A4", "portrait"): (210, 297),
    ("A3", "portrait"): (297, 420),
}


@pytest.mark.parametrize(("paper", "orientation"), PAGES)
def test_templates_hold_every_named_item(qgis_app, paper, orientation):
    layout = layouts.load_template(QgsProject(), spec(paper=paper, orientation=orientation))
    assert all(layout.itemById(name) is not None for name in ITEMS)
    size = layout.pageCollection().page(0).pageSize()
    assert (size.width(), size.height()) == PAGES[paper, orientation]
    text = layouts.our_template(paper, orientation).read_text(encoding="utf-8")
    assert "CJK" not in text and "SimHei" not in text


def boxes(layout, names=ITEMS):
    """Return id -> rectangle in mm of what is shown."""
    items = {name: layout.itemById(name) for name in names}
    return {
        name: QgsRectangle(QRectF(item.pos(), item.rect().size()))
        for name, item in items.items()
        if item.isVisible()
    }


@pytest.mark.parametrize(("paper", "orientation"), PAGES)
def test_all_points_lie_inside_at_a_round_scale(qgis_app, paper, orientation):
    records = truth("taihe_official")
    project, layout = build(records, polygons(), paper=paper, orientation=orientation)
    item = layout.itemById("ot_map")
    assert item.crs().authid() == "EPSG:4547"
    assert round(item.scale()) == map_frame.nice_scale(round(item.scale()))
    assert word(layout, "ot_scale") == f"1:{round(item.scale()):,}"
    layer = item.layers()[0]
    box = map_frame.to_crs(
        count_content(layer, standard_products()).extent, layer.crs(), item.crs(), project
    )
    assert item.extent().contains(box)


@pytest.mark.parametrize(("paper", "orientation"), PAGES)
def test_nothing_overlaps_in_the_panel_or_runs_off_the_page(qgis_app, paper, orientation):
    records = truth("taihe_official")
    _project, layout = build(records, polygons(), paper=paper, orientation=orientation)
    found = boxes(layout)
    width, height = PAGES[paper, orientation]
    printable = QgsRectangle(25, 14.9, width - 14.9, height - 14.9)
    assert all(printable.contains(box) for box in found.values())
    panel = found.pop("ot_panel").buffered(0.1)
    inside = ["ot_legend_title", "ot_legend", "ot_total", "ot_townships", "ot_north", "ot_scale"]
    inside += ["ot_scalebar"]
    assert [name for name in inside if not panel.contains(found[name])] == []
    for number, one in enumerate(inside):
        for other in inside[number + 1 :]:
            assert not found[one].buffered(-0.1).intersects(found[other]), (one, other)
    total = layout.itemById("ot_total")
    assert total.sizeForText().width() <= total.rect().width() + 0.1


def test_legend_counts_and_never_mixes_units(qgis_app):
    records = [
        at(115.0, 26.8, "豇豆", 1.5),
        at(115.1, 26.8, "豇豆", 1200),
        at(115.1, 26.7, "肉羊", 60, "只"),
        at(115.2, 26.7, "肉羊", 40, "头"),
        at(115.2, 26.6, "莲藕", 3),
        at(None, None, "豇豆", 7),
    ]
    _project, layout = build(records, without_point=2)
    content = count_content(layout.itemById("ot_map").layers()[0], standard_products())
    assert content.products["豇豆"].sum_texts() == ["1,201.5 亩"]
    assert content.products["肉羊"].sum_texts() == ["40 头", "60 只"]
    assert content.products[None].points == 1
    assert word(layout, "ot_total").splitlines()[0] == "Total: 5 points"
    assert "1,204.5 亩" in word(layout, "ot_total")
    assert word(layout, "ot_note") == "Records without a position, not shown: 3"
    groups = [n.name() for n in layout.itemById("ot_legend").model().rootGroup().children()]
    assert groups == ["种植业", "畜牧业", "Other"]


def test_legend_of_one_product_has_one_line(qgis_app):
    records = [r for r in truth("tianya_split") if r["product"] == "豇豆"]
    _project, layout = build(records)
    legend = layout.itemById("ot_legend")
    (group,) = legend.model().rootGroup().children()
    (node,) = group.children()
    (line,) = legend.model().layerLegendNodes(node)
    count = count_content(layout.itemById("ot_map").layers()[0], standard_products()).total
    assert line.data(0) == f"豇豆\t{count.points} points\t{count.sum_texts()[0]}"


def test_legend_stays_in_its_column_however_many_products(qgis_app):
    names = [f"本县特色品种第{n}号" for n in range(40)]
    products = [Product(n, "种植业", ("亩",), 0.5, "crop", (0.05, 5000)) for n in names]
    project = QgsProject()
    layer = points_layer([at(115 + n / 100, 26.7, name) for n, name in enumerate(names)])
    layout, _ = layouts.prepare_map(project, layer, spec(), products=products)
    legend, note = layout.itemById("ot_legend"), layout.itemById("ot_note")
    panel = layout.itemById("ot_panel")
    assert legend.pos().y() + legend.rect().height() < note.pos().y()
    assert legend.rect().width() < panel.rect().width()


def test_words_of_a_map(qgis_app):
    _project, layout = build([at(109.4, 18.3)], filter_text="品种：豇豆", basemap_credit="自有影像")
    assert word(layout, "ot_title") == "三亚市天涯区豇豆种植分布图"
    assert word(layout, "ot_subtitle") == "品种：豇豆"
    assert "天涯区农业农村局" in word(layout, "ot_unit")
    assert "2023" in word(layout, "ot_date")
    assert word(layout, "ot_source") == "Source: 采集数据    Basemap: 自有影像"
    assert word(layout, "ot_approval") == "Map approval number:"
    assert word(layout, "ot_note") == ""
    assert layout.itemById("ot_map").scale() == pytest.approx(10_000, rel=1e-4)


def test_long_titles_are_made_to_fit(qgis_app):
    _project, layout = build([at(109.4, 18.3)], title="很长的图名" * 14)
    title = layout.itemById("ot_title")
    assert title.textFormat().size() < 15
    assert title.sizeForText().width() <= title.rect().width() + 3


def test_no_point_makes_an_empty_page(qgis_app, tmp_path):
    _project, layout = build([at(None, None)])
    assert "No record" in word(layout, "ot_empty") and layout.itemById("ot_empty").isVisible()
    assert word(layout, "ot_crs") == ""
    assert not layout.itemById("ot_scalebar").isVisible()
    layouts.export_layout(layout, tmp_path / "empty.pdf", 72)


def test_boundaries_without_a_point_name_their_crs(qgis_app):
    _project, layout = build([], polygons())
    assert layout.itemById("ot_empty").isVisible()
    assert "central meridian" in word(layout, "ot_crs")


def test_a_map_tells_how_many_points_it_cannot_show(qgis_app):
    _project, layout = build([at(115, 26.7)] * 3 + [at(115, 26.8)], without_point=2)
    assert word(layout, "ot_note").splitlines() == [
        "Points exactly under another: 2",
        "Records without a position, not shown: 2",
    ]
    assert not layout.itemById("ot_empty").isVisible()


@pytest.mark.parametrize(("count", "kind"), [(100, "SvgMarker"), (2500, "SimpleMarker")])
def test_thousands_of_points_are_plain_shapes_under_names(qgis_app, count, kind):
    records = [
        at(115 + n / 9000, 26.7 + n % 50 / 100, township=f"第{n % 3}镇") for n in range(count)
    ]
    _project, layout = build(records)
    *names, points = layout.itemById("ot_map").layers()
    category = points.renderer().categories()[0]
    assert category.symbol().symbolLayer(0).layerType() == kind
    assert category.symbol().color().name() == "#1b7f4b" or kind == "SvgMarker"
    found = {feature["name"] for layer in names for feature in layer.getFeatures()}
    assert found == ({"第0镇", "第1镇", "第2镇"} if count > 1000 else set())


def test_very_many_points_are_one_sharp_picture_and_text_stays_text(
    qgis_app, tmp_path, monkeypatch
):
    def draw(most, ending):
        monkeypatch.setattr(map_style_points, "MAX_DRAWN_APART", most)
        _project, layout = build([at(115 + n / 900, 26.7 + n % 50 / 99) for n in range(90)])
        path = tmp_path / f"{most}.{ending}"
        layouts.export_layout(layout, path)
        return path

    apart, together = (draw(most, "svg").read_text(encoding="utf-8") for most in (90, 89))
    assert "<image" not in apart and together.count("<image") == 1
    assert together.count("<path") < apart.count("<path") - 89
    assert together.count("<text") == apart.count("<text") > 10
    if which("pdfimages") is None:
        pytest.skip("poppler-utils is not installed")
    command = ["pdfimages", "-list", draw(89, "pdf")]
    table = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    picture = table.splitlines()[2].split()
    assert picture[8] == "image" and picture[12:14] == ["300", "300"]  # jpeg would blur them


def test_the_county_stands_over_the_query(qgis_app):
    _project, layout = build([at(115, 26.7)], county_names=("江西省", "吉安市", "泰和县"))
    assert word(layout, "ot_subtitle") == "江西省吉安市泰和县"
    _project, layout = build(
        [at(115, 26.7)], county_names=("江西省", "吉安市", "泰和县"), filter_text="产品：豇豆"
    )
    assert word(layout, "ot_subtitle") == "江西省吉安市泰和县    产品：豇豆"


def test_basemaps_are_credited(qgis_app):
    tiles = basemaps.xyz_layer("file:///nowhere/{z}/{x}/{y}.png", "本县影像")
    assert basemaps.credit(tiles) == "本县影像"
    metadata = tiles.metadata()
    metadata.setRights(["© 某测绘院"])
    tiles.setMetadata(metadata)
    assert basemaps.credit(tiles) == "© 某测绘院"
    osm = basemaps.xyz_layer(basemaps.OSM_URL, "OSM", credit=basemaps.OSM_CREDIT)
    assert basemaps.credit(osm) == basemaps.OSM_CREDIT


def test_names_only_where_there_is_room(qgis_app):
    _first, layout = build([at(115 + n / 500, 26.7, township="甲镇") for n in range(10)])
    rules = layout.itemById("ot_map").layers()[0].labeling().rootRule().children()
    assert [rule.settings().drawLabels for rule in rules] == [True, True]
    _project, layout = build([at(115 + n / 500, 26.7) for n in range(80)])
    rules = layout.itemById("ot_map").layers()[0].labeling().rootRule().children()
    assert [rule.settings().drawLabels for rule in rules] == [True, False]


def polygons():
    layer = QgsVectorLayer("Polygon?crs=EPSG:4490&field=name:string", "xzq", "memory")
    features = []
    for number, x in enumerate((114.8, 115.0, 117.0)):
        feature = QgsFeature(layer.fields())
        feature["name"] = f"第{number}镇"
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(x, 26.5, x + 0.2, 26.9)))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return layer


def test_boundary_is_copied_shown_and_named(qgis_app):
    boundary = polygons()
    before = boundary.renderer().symbol().color().name()
    _project, layout = build([at(114.9, 26.7), at(115.1, 26.8)], boundary)
    drawn = layout.itemById("ot_map").layers()[1]
    assert drawn.id() != boundary.id() and drawn.labelsEnabled()
    assert boundary.renderer().symbol().color().name() == before
    # The far polygon does not make the map small.
    assert layout.itemById("ot_map").scale() < 500_000


def test_over_a_web_basemap_the_scale_is_true(qgis_app):
    basemap = basemaps.xyz_layer("file:///nowhere/{z}/{x}/{y}.png", "tiles")
    _project, layout = build([at(115, 40), at(115.2, 40.1)], basemap=basemap)
    item = layout.itemById("ot_map")
    assert item.crs().authid() == "EPSG:3857"
    assert "EPSG:3857" in word(layout, "ot_crs")
    true = int(word(layout, "ot_scale")[2:].replace(",", ""))
    assert true == map_frame.nice_scale(true) and true < item.scale() * 0.8


def test_tianditu_source(qgis_app):
    site = basemaps.TIANDITU_SITE
    layer = basemaps.xyz_layer(basemaps.tianditu_url("vec"), "天地图", referer=site)
    source = layer.source()
    assert "tk={key}" in source  # the key itself is never in a source
    assert "tilePixelRatio=1" in source and "http-header:referer=" in source
    assert layer.isValid() and layer.crs().authid() == "EPSG:3857"
    with pytest.raises(InputError, match="no tile layer"):
        basemaps.tianditu_url("roads")
    with pytest.raises(InputError, match="lacks one of"):
        basemaps.xyz_layer("https://example.org/tiles", "x")


def test_pdf_keeps_text_and_embeds_fonts(qgis_app, tmp_path):
    if which("pdftotext") is None:
        pytest.skip("poppler-utils is not installed")
    _project, layout = build([at(109.4, 18.3, subject_name="天涯合众农民专业合作社")])
    path = tmp_path / "图 一.pdf"
    layouts.export_layout(layout, path)
    assert [p.name for p in tmp_path.iterdir()] == ["图 一.pdf"]
    text = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True).stdout
    text = unicodedata.normalize("NFKC", text.decode())
    assert "三亚市天涯区豇豆种植分布图" in text and "天涯合众合作社" in text
    table = subprocess.run(["pdffonts", path], capture_output=True, check=True, text=True).stdout
    fonts = [line.split()[-5] for line in table.splitlines()[2:]]
    assert fonts and set(fonts) == {"yes"}


@pytest.mark.parametrize("suffix", ["png", "svg"])
def test_pictures_are_written_whole(qgis_app, tmp_path, suffix):
    _project, layout = build([at(109.4, 18.3)])
    path = tmp_path / f"map.{suffix}"
    path.write_text("old")
    layouts.export_layout(layout, path, 72)
    assert path.stat().st_size > 3000
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_export_problems_are_told(qgis_app, tmp_path):
    _project, layout = build([at(109.4, 18.3)])
    with pytest.raises(InputError, match="cannot be written as"):
        layouts.export_layout(layout, tmp_path / "map.docx")
    layouts.export_layout(layout, tmp_path / "new" / "map.pdf")
    (tmp_path / "file").write_text("")
    (tmp_path / "taken.pdf").mkdir()
    for name in ("file/map.pdf", "taken.pdf"):
        with pytest.raises(OriginTraceError, match="could not be written"):
            layouts.export_layout(layout, tmp_path / name)
    assert not [p for p in tmp_path.iterdir() if p.name.startswith(".")]


def test_bad_templates_are_told(qgis_app, tmp_path):
    bad = tmp_path / "x.qpt"
    bad.write_text("<Layout></Layout>")
    for path in (bad, tmp_path / "none.qpt"):
        with pytest.raises(InputError, match="not a layout template"):
            layouts.load_template(QgsProject(), spec(template=path))
    for page in ({"paper": "A0"}, {"orientation": "askew"}):
        with pytest.raises(InputError, match="no map page"):
            layouts.load_template(QgsProject(), spec(**page))


def test_a_template_of_ones_own_may_lack_items(qgis_app, tmp_path):
    empty = QgsProject()
    layout = layouts.load_template(empty, spec())
    for name in ITEMS:
        if name not in ("ot_map", "ot_title"):
            layout.removeLayoutItem(layout.itemById(name))
    own = tmp_path / "own.qpt"
    layout.saveAsTemplate(str(own), QgsReadWriteContext())
    _project, made = build([at(109.4, 18.3)], template=str(own))
    assert made.itemById("ot_map").scale() == pytest.approx(10_000, rel=1e-4)


def test_project_opens_with_points_and_map(qgis_app, tmp_path):
    store = write_store(tmp_path / "泰和 县.gpkg")
    project = layouts.project_with_points(
        f"{store}|layername=collection_point", "泰和县产地一张图", spec(), polygons()
    )
    file = tmp_path / "map.qgz"
    assert project.write(str(file))
    again = QgsProject()
    assert again.read(str(file))
    layer = again.mapLayersByName("泰和县产地一张图")[0]
    assert layer.isValid() and layer.renderer().type() == "categorizedSymbol"
    (layout,) = again.layoutManager().layouts()
    assert layout.itemById("ot_map").layers()[0].id() == layer.id()
    variables = QgsExpressionContextUtils.layoutScope(layout)
    assert variables.variable("ot_title") == "三亚市天涯区豇豆种植分布图"
    assert again.layerTreeRoot().children()[0].name() == "Collection points"
    moved = tmp_path / "moved"
    moved.mkdir()
    for path in (store, file):
        path.rename(moved / path.name)
    third = QgsProject()
    assert third.read(str(moved / "map.qgz"))
    assert third.mapLayersByName("泰和县产地一张图")[0].isValid()


def test_five_hundred_points_are_written(qgis_app, tmp_path):
    dice = random.Random(1)
    names = [product.name for product in standard_products()]
    records = [
        at(114.8 + dice.random() / 2, 26.5 + dice.random() / 2, dice.choice(names))
        for _ in range(500)
    ]
    _project, layout = build(records, paper="A3")
    layouts.export_layout(layout, tmp_path / "map.png", 96)
    assert (tmp_path / "map.png").stat().st_size > 50_000
