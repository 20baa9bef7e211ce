"""The table of querypoints: official layout or chosen columns, subtotals, masked unless asked."""

from __future__ import annotations

import re

import openpyxl
import pytest
from origin_trace.layers.store import open_store
from origin_trace.tests.qgis.point_store import make_store
from origin_trace.tests.unit.records import animal, crop

MASKED = re.compile(r"\d{3}\*{4}\d{4}")


@pytest.fixture
def store(provider, tmp_path):
    records = [
        animal(township="沿溪镇", scale=10, scale_unit="头", remarks="电话13800000009"),
        crop(township="万合镇", scale=1.5, contact_phone="13800000001"),
        crop(township="万合镇", scale=2, lon=None, lat=None, contact_phone="13800000002"),
    ]
    return make_store(tmp_path / "三条.gpkg", records)


@pytest.fixture
def table(run, store, tmp_path):
    """Return a function that makes a table and reads its rows."""

    def make(**more):
        path = str(tmp_path / "一张表.xlsx")
        result = run("querypoints", INPUT=store, OUTPUT="memory:", TABLE=path, **more)
        assert result["COUNT"] == 3
        return list(openpyxl.load_workbook(path).active.iter_rows(values_only=True))

    return make


def logged(store):
    with open_store(store) as opened:
        return [(row["what"], row["records"]) for row in opened.rows("reveal_log")]


def phones(rows):
    return [
        cell
        for row in rows
        for cell in row
        if re.search(r"1[3-9]\d{9}", str(cell)) or MASKED.fullmatch(str(cell))
    ]


def test_the_official_layout_is_masked_and_not_logged(table, store):
    found = phones(table())
    assert len(found) == 9 and all(map(MASKED.fullmatch, found))
    assert logged(store) == []


def test_phones_in_full_are_kept_in_the_store(table, store):
    found = phones(table(PERSONAL=True))
    assert len(found) == 9 and "13800000001" in found
    assert logged(store) == [("query_table", 3)]


def test_chosen_columns_in_their_order_with_subtotals(table, store):
    rows = table(COLUMNS="product,scale,trace_modes,status,geometry,market_start", SUBTOTALS=True)
    assert rows == [
        ("产品名称", "种养规模", "追溯方式", "审核状态", "Point", "上市时间"),
        ("豇豆", 1.5, "追溯码、包装标识", "Draft", "115.013018,26.859674", "2023年1月"),
        ("豇豆", 2, "追溯码、包装标识", "Draft", None, "2023年1月"),
        ("小计（万合镇 豇豆，2条，3.5亩）", *[None] * 5),
        ("小计（万合镇，2条，3.5亩）", *[None] * 5),
        ("肉羊", 10, "动物检疫合格证", "Draft", "115.013018,26.859674", None),
        ("小计（沿溪镇 肉羊，1条，10头）", *[None] * 5),
        ("小计（沿溪镇，1条，10头）", *[None] * 5),
        ("合计（3条，3.5亩，10头）", *[None] * 5),
    ]


def test_only_columns_that_may_hold_phones_are_masked_and_logged(table, store):
    chosen = "subject_name,contact_phone,remarks"
    found = table(COLUMNS=chosen)
    assert all(MASKED.fullmatch(row[1]) for row in found[1:])
    assert [row[2] for row in found[1:]] == ["***", None, None]
    table(COLUMNS="subject_name,township", PERSONAL=True)
    assert logged(store) == []
    found = table(COLUMNS=chosen, PERSONAL=True)
    assert {"13800000001", "电话13800000009"} <= {cell for row in found for cell in row}
    assert logged(store) == [("query_table", 3)]
