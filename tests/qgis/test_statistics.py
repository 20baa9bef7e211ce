"""statistics from end to end: the same counts as query and map, and the layer of townships."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from origin_trace.core.query import Query
from origin_trace.layers.store import open_store
from origin_trace.tests.qgis.point_store import make_store
from origin_trace.tests.unit.records import animal, crop
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProcessingException,
    QgsVectorLayer,
)

SHEETS = Path(__file__).resolve().parents[1] / "data" / "sheets"
FILTERS = [
    {},
    {"PRODUCTS": "豇豆,韭菜,生猪", "REGION": "澄江镇"},
    {"FROM": "2023-07", "TO": "2023-07"},
    {"SCALE_MIN": 20, "SCALE_MAX": 500, "EXPRESSION": "\"subject_type\" = '家庭农场'"},
]


@pytest.fixture(scope="module")
def stored(provider, tmp_path_factory):
    """A store with an example sheet in it, some of its records without a point."""
    import processing

    path = str(tmp_path_factory.mktemp("statistics") / "泰和 县.gpkg")
    processing.run("origintrace:createstore", {"REGION": "360826", "OUTPUT": path})
    sheet = str(SHEETS / "taihe_official.xlsx")
    processing.run("origintrace:importsheet", {"INPUT": [sheet], "STORE": path})
    return f"{path}|layername=collection_point"


@pytest.mark.parametrize("asked", FILTERS, ids=lambda asked: "-".join(asked) or "all")
def test_statistics_query_and_map_find_as_many(run, stored, tmp_path, asked):
    book = str(tmp_path / "统计 表.xlsx")
    found = run("statistics", INPUT=stored, OUTPUT=book, LAYER="memory:", **asked)
    listed = run("querypoints", INPUT=stored, OUTPUT="memory:", **asked)
    drawn = run("distributionmap", INPUT=stored, OUTPUT=str(tmp_path / "a.svg"), **asked)
    assert found["COUNT"] == listed["COUNT"] == listed["OUTPUT"].featureCount() > 0
    assert found["POINTS"] == drawn["COUNT"] <= found["COUNT"]
    for ws in openpyxl.load_workbook(book):
        assert (ws["A4"].value, ws["B4"].value) == ("Total", found["COUNT"])
    towns = list(found["LAYER"].getFeatures())
    assert sum(town["records"] for town in towns) == found["COUNT"]
    assert sum(town["points"] for town in towns) == found["POINTS"]
    amounts = [0.0, 0.0, 0.0]
    for feature in listed["OUTPUT"].getFeatures():
        if isinstance(feature["scale"], float) and feature["scale_unit"] in ("亩", "头", "只"):
            amounts["亩头只".index(feature["scale_unit"])] += feature["scale"]
    assert [found[name] for name in ("AREA", "HEADS", "ANIMALS")] == pytest.approx(amounts)


def test_a_month_of_the_calendar_is_what_the_query_finds_for_it(run, stored, tmp_path):
    book = str(tmp_path / "a.xlsx")
    run("statistics", INPUT=stored, OUTPUT=book, FROM="2023-03")
    ws = openpyxl.load_workbook(book)["Season calendar"]
    column = {cell.value: cell.column for cell in ws[3]}
    assert list(column)[2:14] == [f"2023-{month:02d}" for month in range(1, 13)]
    records = [r for r in read(stored) if Query(start="2023-03").fits(r)]
    always = ws.cell(4, column["All year"]).value + ws.cell(4, column["Not stated"]).value
    for month in ("2023-01", "2023-05", "2023-12"):
        expected = sum(Query(start=month, end=month).fits(record) for record in records)
        assert ws.cell(4, column[month]).value + always == expected


def read(source):
    with open_store(source.partition("|")[0]) as store:
        return list(store.records())


def test_the_page_tells_query_county_and_numbers(run, stored, tmp_path):
    page = tmp_path / "统计 页.html"
    result = run(
        "statistics",
        INPUT=stored,
        OUTPUT=str(tmp_path / "a.xlsx"),
        REPORT=str(page),
        PRODUCTS="豇豆",
        CALENDAR="2023-09",
    )
    text = page.read_text(encoding="utf-8")
    assert result["REPORT"] == str(page)
    assert "<h1>泰和县 Statistics of key farm products</h1>" in text
    assert "Products: 豇豆" in text and ">2024-08</th>" in text
    for record in read(stored):
        assert record["contact_phone"] is None or record["contact_phone"] not in text


def test_a_calendar_starts_with_a_month(run, stored, tmp_path):
    with pytest.raises(QgsProcessingException, match="九月 is not a month"):
        run("statistics", INPUT=stored, OUTPUT=str(tmp_path / "a.xlsx"), CALENDAR="九月")


# --- the layer of townships ---------------------------------------------------------------


@pytest.fixture
def four(provider, tmp_path):
    """A store with four records, one without a township."""
    more = {"product": "肉羊", "scale": 10, "scale_unit": "头"}
    records = [
        crop(township="万合镇", scale=1.5, contact_phone="13800000001"),
        crop(township="万合镇", scale=2, lon=None, lat=None, contact_phone="13800000002"),
        animal(township="沿溪镇", contact_phone="13800000003", **more),
        animal(township=None, village=None, contact_phone="13800000004", **more),
    ]
    return make_store(tmp_path / "四条.gpkg", records)


def square(layer, left, **names):
    feature = QgsFeature(layer.fields())
    for name, value in names.items():
        feature[name] = value
    corners = [(left, 26), (left + 1, 26), (left + 1, 27), (left, 27), (left, 26)]
    ring = ", ".join(f"{x} {y}" for x, y in corners)
    feature.setGeometry(QgsGeometry.fromWkt(f"Polygon(({ring}))"))
    layer.dataProvider().addFeature(feature)


@pytest.fixture
def villages():
    """A boundary layer: two villages of 万合镇, one of 马市镇, one of another county."""
    layer = QgsVectorLayer(
        "Polygon?crs=EPSG:4490&field=county:string&field=township:string&field=village:string",
        "村界",
        "memory",
    )
    square(layer, 114, county="泰和县", township="万合镇", village="大鹏村")
    square(layer, 115, county="泰和县", township="万合镇", village="霞山村")
    square(layer, 116, county="泰和县", township="马市镇", village="高塘村")
    square(layer, 117, county="万安县", township="沙坪镇", village="某村")
    return layer


def rows(layer):
    fields = ("records", "points", "area", "heads", "animals")
    return {f["township"] or None: [f[name] for name in fields] for f in layer.getFeatures()}


COUNTED = {
    "万合镇": [2, 1, 3.5, 0, 0],
    "沿溪镇": [1, 1, 0, 10, 0],
    None: [1, 1, 0, 10, 0],
}


def test_a_table_without_boundaries(run, four, tmp_path):
    result = run("statistics", INPUT=four, OUTPUT=str(tmp_path / "a.xlsx"), LAYER="memory:")
    assert rows(result["LAYER"]) == COUNTED
    assert (result["COUNT"], result["POINTS"]) == (4, 3)
    assert (result["AREA"], result["HEADS"], result["ANIMALS"]) == (3.5, 20, 0)
    assert not result["LAYER"].isSpatial()


def test_the_polygons_of_villages_become_those_of_townships(run, four, villages, tmp_path):
    path = str(tmp_path / "乡镇.gpkg")
    run(
        "statistics",
        INPUT=four,
        OUTPUT=str(tmp_path / "a.xlsx"),
        LAYER=path,
        BOUNDARY=villages,
    )
    layer = QgsVectorLayer(path)
    assert rows(layer) == {**COUNTED, "马市镇": [0, 0, 0, 0, 0]}
    areas = {f["township"] or None: f.geometry().area() for f in layer.getFeatures()}
    assert areas == pytest.approx({"万合镇": 2, "马市镇": 1, "沿溪镇": 0, None: 0}, abs=1e-9)
    assert layer.crs().authid() == "EPSG:4490"


def test_a_boundary_layer_without_townships_is_refused(run, four, tmp_path):
    bare = QgsVectorLayer("Polygon?crs=EPSG:4490&field=county:string", "县界", "memory")
    square(bare, 114, county="泰和县")
    with pytest.raises(QgsProcessingException, match="县界 names no township"):
        run(
            "statistics",
            INPUT=four,
            OUTPUT=str(tmp_path / "a.xlsx"),
            LAYER="memory:",
            BOUNDARY=bare,
        )
