"""earlywarning on a real store: as many as the other algorithms say, in layer, list and page."""

from __future__ import annotations

from collections import Counter

import openpyxl
import pytest
from origin_trace.core.distances import metres
from origin_trace.core.early_warning import KINDS
from origin_trace.core.reviews import RETURN, SUBMIT, Decision
from origin_trace.core.tables import INSPECTION, TABLES
from origin_trace.layers.store import open_store
from origin_trace.layers.warning_look import dress_warnings
from origin_trace.tests.qgis.point_store import make_store, near
from origin_trace.tests.qgis.test_people import told
from origin_trace.tests.unit.records import animal, crop
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsDistanceArea,
    QgsPointXY,
    QgsProject,
)

DAY = "2023-06-10"
COMING = {"market_start": "2023-06-20", "market_end": "2023-08"}


def records():
    yield from (near(500 * n, uuid=f"u{n}", base_id=f"b{n}") for n in range(4))
    yield near(0, 9000, uuid="c1", base_id="c1", township="马市镇", **COMING)
    yield crop(uuid="c2", base_id="c2", product="韭菜", lon=None, lat=None, **COMING)
    yield animal(uuid="a1", base_id="a1", period="2023-04")
    yield animal(uuid="a2", base_id="a2", period="2023-06", township="马市镇")


def failed(**values):
    row = dict.fromkeys(column.name for column in TABLES[INSPECTION])
    row.update(inspected_on="2023-06-01", passed=0, item="毒死蜱", product="豇豆")
    return {**row, **values}


@pytest.fixture(scope="module")
def stored(qgis_app, tmp_path_factory):
    """A store with a gathering of three, one failed test elsewhere and one of nobody."""
    path = make_store(tmp_path_factory.mktemp("预警") / "泰和 县.gpkg", list(records()))
    rows = [failed(id=f"i{n}", uuid=f"u{n}", base_id=f"b{n}") for n in range(3)]
    rows.append(failed(id="i5", uuid="c1", base_id="c1", subject_name="某合作社"))
    rows.append(failed(id="i6", subject_name="谁也不认识的农场", product="白菜"))
    with open_store(path, write=True) as store:
        store.append(INSPECTION, rows)
        for version, kind in ((1, SUBMIT), (2, RETURN)):
            store.decide(Decision(kind, "王审核", "核对点位", "2023-06-01"), {"a2": version})
    return path


def kinds(layer):
    return Counter(feature["kind"] for feature in layer.getFeatures())


NUMBERS = {
    "COMING": 2,
    "ON_MARKET": 0,
    "OVERDUE": 1,
    "RETURNED": 1,
    "FAILED": 5,
    "GATHERED": 3,
    "GATHERINGS": 1,
    "UNPLACED": 1,
}


def test_layer_list_and_page_agree_with_the_other_algorithms(run, stored, tmp_path):
    book, page = str(tmp_path / "清 单.xlsx"), tmp_path / "预警 页.html"
    asked = {"INPUT": stored, "DATE": DAY}
    found = run("earlywarning", **asked, OUTPUT="memory:", LIST=book, REPORT=str(page))
    assert {name: found[name] for name in NUMBERS} == NUMBERS
    layer = found["OUTPUT"]
    assert kinds(layer) == {
        **{"coming": 2, "uncollected": 1, "returned": 1},
        **{"gathered": 3, "failed": 2},
    }
    unplaced = {f["subject_name"] for f in layer.getFeatures() if not f.hasGeometry()}
    assert unplaced == {"泰和大鹏惠民专业合作社", "谁也不认识的农场"}

    due = run("freshness", **asked, OUTPUT="memory:")
    returned = run("overduereturns", **asked, OUTPUT="memory:")
    assert found["OVERDUE"] + found["RETURNED"] == due["OVERDUE"]
    assert found["RETURNED"] == returned["OVERDUE"]
    later = run("querypoints", INPUT=stored, FROM="2023-06-11", TO="2023-06-25", OUTPUT="memory:")
    always = run("querypoints", INPUT=stored, FROM=DAY, TO=DAY, OUTPUT="memory:")
    assert later["COUNT"] - always["COUNT"] == found["COMING"]

    pages = openpyxl.load_workbook(book)
    sheets = {ws.title: list(ws.iter_rows(min_row=3, values_only=True)) for ws in pages}
    assert len(sheets["Failed samples"]) == 1 + 5
    assert [row[1] for row in sheets["Failed samples"][1:4]] == ["Gathering 1"] * 3
    text = page.read_text(encoding="utf-8")
    assert "泰和县 Early warning" in text and "谁也不认识的农场" in text
    for record in records():
        assert record["contact_phone"] not in text + str(sheets)


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [
        ({"REGION": "马市镇"}, {"COMING": 1, "OVERDUE": 0, "RETURNED": 1, "FAILED": 2}),
        ({"PRODUCTS": "韭菜"}, {"COMING": 1, "OVERDUE": 0, "RETURNED": 0, "FAILED": 0}),
        ({"LEAST": 4}, {"GATHERINGS": 0, "GATHERED": 0, "FAILED": 5}),
        ({"RADIUS": 0.4}, {"GATHERINGS": 0}),
        ({"DAYS": 5}, {"COMING": 0}),
        ({"BACK": 5}, {"FAILED": 0}),
    ],
    ids=str,
)
def test_query_and_limits(run, stored, asked, numbers):
    found = run("earlywarning", INPUT=stored, DATE=DAY, OUTPUT="memory:", **asked)
    assert {name: found[name] for name in numbers} == numbers


def test_of_a_copy_the_tests_come_from_the_store_that_is_named(run, stored, tmp_path):
    copy = run("querypoints", INPUT=stored, OUTPUT=str(tmp_path / "抄.shp.gpkg"))["OUTPUT"]
    asked = {"INPUT": copy, "DATE": DAY, "OUTPUT": "memory:"}
    assert run("earlywarning", **asked)["FAILED"] == 0
    assert "INPUT is a copy" in told("earlywarning", **asked).warned[0]
    assert run("earlywarning", STORE=stored, **asked)["GATHERINGS"] == 1


def test_the_layer_shows_kinds_and_numbers(run, stored):
    layer = run("earlywarning", INPUT=stored, DATE=DAY, OUTPUT="memory:")["OUTPUT"]
    dress_warnings(layer, QgsProject.instance())
    assert [category.value() for category in layer.renderer().categories()] == list(KINDS)
    assert layer.readOnly() and layer.labelsEnabled()
    assert layer.attributeDisplayName(layer.fields().indexOf("township")) == "乡(镇)"


def test_metres_are_those_of_the_geodesic(qgis_app):
    measure = QgsDistanceArea()
    crs = QgsCoordinateReferenceSystem("EPSG:4490")
    measure.setSourceCrs(crs, QgsCoordinateTransformContext())
    measure.setEllipsoid(crs.ellipsoidAcronym())
    for lat in (18.2, 26.8, 40.0, 53.5):
        for east, north in ((0.001, 0), (0, 0.001), (0.03, 0.02), (0.3, -0.4), (0.9, 0.5)):
            one, two = (115.0, lat), (115.0 + east, lat + north)
            true = measure.measureLine(QgsPointXY(*one), QgsPointXY(*two))
            assert metres(one, two) == pytest.approx(true, rel=2e-4)
