"""Queries saved in a store, and the query parameters of all algorithms that take them."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from origin_trace.core.errors import InputError, StoreError
from origin_trace.core.query import NONE, Query
from origin_trace.core.query_parameters import parameters_of
from origin_trace.layers import saved_queries as saved
from origin_trace.layers.store import open_store
from origin_trace.processing.algorithms.query_points import QueryPoints
from origin_trace.tests.qgis.point_store import make_store
from origin_trace.tests.unit.queries import queries
from origin_trace.tests.unit.records import animal, crop
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProject

ASKED = Query(
    region={"township": "万合镇"},
    start="2023-04",
    end="2023-05",
    certifications=(NONE,),
    expression='"scale" > 1',
)


@pytest.fixture(scope="module")
def template(provider, tmp_path_factory):
    records = [
        crop(scale=n, certification=("绿色" if n == 5 else None), lon=None if n == 6 else 115.0)
        for n in range(8)
    ]
    records += [crop(product="红心柚", scale=2, township="马市镇"), animal(township="马市镇")]
    return make_store(tmp_path_factory.mktemp("queries") / "泰和 县.gpkg", records)


@pytest.fixture
def store(template, tmp_path):
    path = tmp_path / "泰和 县.gpkg"
    path.write_bytes(Path(template).read_bytes())
    return str(path)


def names(store):
    return [row["name"] for row in saved.saved_queries(store)]


# --- in the store ---------------------------------------------------------------------


def test_saved_with_who_and_when_and_read_again(store):
    saved.save_query(store, " 春季 '上市' ", ASKED, "王审核")
    (row,) = saved.saved_queries(store)
    assert (row["name"], row["operator"]) == ("春季 '上市'", "王审核") and row["time"][:2] == "20"
    assert saved.saved_query(store, "春季 '上市'") == ASKED


def test_one_is_replaced_only_when_asked(store):
    saved.save_query(store, "甲", ASKED, "王")
    with pytest.raises(InputError, match="already"):
        saved.save_query(store, "甲", Query(), "李")
    assert saved.saved_query(store, "甲") == ASKED
    saved.save_query(store, "甲", Query(), "李", replaces=True)
    assert saved.saved_query(store, "甲") == Query() and names(store) == ["甲"]


def test_renamed_and_deleted(store):
    for name in ("乙", "甲"):
        saved.save_query(store, name, ASKED, "王")
    with pytest.raises(InputError, match="already"):
        saved.rename_query(store, "甲", "乙")
    saved.rename_query(store, "甲", "甲")
    saved.rename_query(store, "甲", "丙")
    assert names(store) == ["丙", "乙"]
    saved.delete_query(store, "乙")
    assert names(store) == ["丙"] and saved.saved_query(store, "丙") == ASKED


@pytest.mark.parametrize("name", ["", "  ", '{"version": 1}'])
def test_a_name_has_words(store, name):
    with pytest.raises(InputError, match="this name"):
        saved.save_query(store, name, ASKED, "王")


def test_an_unknown_name_lists_those_there_are(store):
    with pytest.raises(InputError, match="Save one"):
        saved.saved_query(store, "甲")
    saved.save_query(store, "乙", ASKED, "王")
    with pytest.raises(InputError, match="乙"):
        saved.saved_query(store, "甲")


def test_a_damaged_one_is_told(store):
    with open_store(store, write=True) as opened:
        opened.append("saved_query", [{"name": "坏", "query": '{"version": 9}'}])
    with pytest.raises(InputError, match="version 9"):
        saved.saved_query(store, "坏")


def test_what_was_changed_meanwhile_is_not_overwritten(store, monkeypatch):
    saved.save_query(store, "甲", ASKED, "王")
    rows = saved._rows(store)
    saved.save_query(store, "乙", ASKED, "李")
    monkeypatch.setattr(saved, "_rows", lambda _path: rows)
    with pytest.raises(StoreError, match="meanwhile"):
        saved.delete_query(store, "甲")
    monkeypatch.undo()
    assert names(store) == ["甲", "乙"]


# --- in algorithms --------------------------------------------------------------------


def counts(run, store, tmp_path, **asked):
    """Return what query, table, statistics and map find; all must be the same."""
    table, book = str(tmp_path / "表.xlsx"), str(tmp_path / "统计.xlsx")
    source = f"{store}|layername=collection_point"
    sheet = {"OUTPUT": "memory:", "TABLE": table, "COLUMNS": "uuid"}
    listed = run("querypoints", INPUT=source, **sheet, **asked)
    rows = openpyxl.load_workbook(table).active.max_row - 1
    counted = run("statistics", INPUT=source, OUTPUT=book, **asked)
    first = openpyxl.load_workbook(book).worksheets[0]
    assert (first["A4"].value, first["B4"].value) == ("Total", counted["COUNT"])
    on_map, without = printed(run, source, tmp_path, asked)
    assert listed["COUNT"] == rows == counted["COUNT"] == on_map + without
    return listed["COUNT"], without


def printed(run, source, tmp_path, asked):
    """Return the total of the legend, and how many are said to be without a point."""
    path, project = str(tmp_path / "图.qgz"), QgsProject()
    drawn = run(
        "distributionmap", INPUT=source, OUTPUT=str(tmp_path / "a.svg"), PROJECT=path, **asked
    )
    assert project.read(path)
    (layout,) = project.layoutManager().layouts()
    total = int(layout.itemById("ot_total").currentText().split(": ")[1].split()[0])
    assert total == drawn["COUNT"]
    note = layout.itemById("ot_note").currentText()
    return total, int(note.rpartition(": ")[2]) if note else 0


def test_all_find_as_many_by_a_name_as_by_the_conditions(run, store, tmp_path):
    saved.save_query(store, "春季上市", ASKED, "王")
    by_name = counts(run, store, tmp_path, QUERY="春季上市")
    assert by_name == counts(run, store, tmp_path, **parameters_of(ASKED)) == (5, 1)


def test_the_draw_takes_it_too(run, store):
    with open_store(store, write=True) as opened:
        people = [{"id": f"i{n}", "name": f"检{n}", "role": "inspector", "active": 1} for n in "12"]
        opened.append("person", people)
    saved.save_query(store, "柚", Query(products=("红心柚",)), "王")
    found = run("randomsample", INPUT=store, QUERY="柚", RATIO=100, SEED="1", OUTPUT="memory:")
    assert found["DRAWN"] == 1
    with open_store(store) as opened:
        assert opened.rows("sample_draw")[0]["frame_query"] == "Products: 红心柚"


def test_beside_a_name_no_conditions_are_given(run, store):
    saved.save_query(store, "甲", ASKED, "王")
    with pytest.raises(QgsProcessingException, match="Region、Scale from"):
        run("querypoints", INPUT=store, OUTPUT="memory:", QUERY="甲", SCALE_MIN=0, REGION="马市镇")
    empty = {"PRODUCTS": [], "STATUS": None, "FROM": "", "EXPRESSION": ""}  # as a window gives them
    assert run("querypoints", INPUT=store, OUTPUT="memory:", QUERY="甲", **empty)["COUNT"] == 5


def test_a_name_needs_a_store(run, store):
    layer = run("querypoints", INPUT=store, OUTPUT="memory:")["OUTPUT"]
    with pytest.raises(QgsProcessingException, match="not in a store"):
        run("querypoints", INPUT=layer, OUTPUT="memory:", QUERY="甲")
    with pytest.raises(QgsProcessingException, match="no saved query 甲"):
        run("querypoints", INPUT=store, OUTPUT="memory:", QUERY="甲")


def test_products_of_the_countys_own(run, store):
    def count(**asked):
        return run("querypoints", INPUT=store, OUTPUT="memory:", **asked)["COUNT"]

    assert count(OTHER_PRODUCTS="红心柚") == 1
    assert count(PRODUCTS="肉羊", OTHER_PRODUCTS="红心柚") == 2
    assert count(OTHER_PRODUCTS="大黄鱼") == 0  # on the list, but no record
    with pytest.raises(QgsProcessingException, match="红心袖"):
        count(OTHER_PRODUCTS="红心柚、红心袖")


def test_a_village_within_its_township(run, store):
    def count(region):
        return run("querypoints", INPUT=store, OUTPUT="memory:", REGION=region)["COUNT"]

    assert count("大鹏村") == 9
    assert count("马市镇 大鹏村") == 2
    assert count("泰和县 万合镇 大鹏村") == 7
    with pytest.raises(QgsProcessingException, match="not a region"):
        count("马市镇 没有村")


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(queries(("", "\"scale\" > 3 -- 'x'")))
def test_parameters_ask_for_what_the_query_asks(provider, query):
    algorithm, context = QueryPoints(), QgsProcessingContext()
    algorithm.initAlgorithm()
    asked = algorithm.query(parameters_of(query), context)
    assert set(asked.products) == set(query.products)
    for part in ("region", "scale_min", "scale_max", "start", "end", "period", "expression"):
        assert getattr(asked, part) == getattr(query, part)
    for part in ("statuses", "certifications", "trace_modes", "production_modes"):
        assert getattr(asked, part) == getattr(query, part)
