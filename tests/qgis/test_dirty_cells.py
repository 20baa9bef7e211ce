"""Every dirty cell, brought in through a real sheet: what the store holds in the end."""

from __future__ import annotations

import json
from datetime import datetime

import openpyxl
import pytest
from origin_trace.core.schema import SHEET_COLUMNS, split_choices
from origin_trace.layers.store import open_store
from origin_trace.tests.qgis.test_main_job import DATA

CASES = json.loads((DATA / "dirty_cells.json").read_text(encoding="utf-8"))
APPLIED = ("ok", "fix", "warn")
LON, LAT = 115.039559, 26.710152
KEYS = [column.key for column in SHEET_COLUMNS]
BY_LETTER = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXY", KEYS))
# Table rules and partial regions have tests of their own.
SKIPPED = {"C34", "R06", "R07", "R09", "R12", "R13", "R15", "R16"}

CROP = {
    "subject_type": "农户",
    "industry": "种植业",
    "product": "豇豆",
    "province": "江西省",
    "city": "吉安市",
    "county": "泰和县",
    "township": "澄江镇文田村",
    "contact": "何英军",
    "contact_phone": "18000079618",
    "scale": 11.7,
    "scale_unit": None,
    "market_start": "2023年1月",
    "market_end": "2023年4月",
    "production_modes": "露地",
    "trace_modes": "追溯码",
    "grid_officer": "何福",
    "grid_officer_phone": "15000077483",
    "collector": "李志",
    "collector_phone": "13000002925",
}
ANIMAL = {
    "industry": "畜牧业",
    "product": "乌鸡",
    "market_start": None,
    "market_end": None,
    "production_modes": None,
    "scale": 2000,
}


def row_of(case):
    """Return the cells of a row that carries the case's raw cell."""
    cells = dict(CROP, subject_name=f"泰和试验{case['id']}农场", lon=LON, lat=LAT)
    raw, field = case["raw"], case["field"]
    if case["excel_type"] == "date":
        raw = datetime.fromisoformat(raw)
    if field == "存栏":
        cells.update(ANIMAL)
    if field == "产品":
        cells.update(industry=None, market_start="2023年1月")
    if case["column"] == "L":
        if isinstance(raw, list):
            cells["lon"], cells["lat"] = raw
        elif field == "纬度":
            cells["lat"] = raw
        else:
            both = isinstance(case["normalised"], list)
            cells["lon"] = raw
            cells["lat"] = None if both else LAT
    elif field == "地址":
        cells.update(province=None, city=None, county=None, township=raw)
    elif field == "村":
        cells["township"] = "澄江镇" + raw
    else:
        cells[BY_LETTER[case["column"]]] = raw
    if case["column"] == "Q":
        cells["market_end"] = None
    return cells


def cases():
    return [c for c in CASES if not c["id"].startswith("S") and c["id"] not in SKIPPED]


@pytest.fixture(scope="module")
def records(provider, tmp_path_factory, village_list):
    """Import one sheet with a row for each case; return the records by case."""
    import processing

    folder = tmp_path_factory.mktemp("dirty")
    keys = [k for k in KEYS if k not in ("number", "point")] + ["lon", "lat"]
    headers = {c.key: c.header for c in SHEET_COLUMNS} | {"lon": "经度", "lat": "纬度"}
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append([headers[key] for key in keys])
    for case in cases():
        cells = row_of(case)
        sheet.append([cells.get(key) for key in keys])
        if case["id"] == "D11":
            sheet.cell(sheet.max_row, keys.index("market_start") + 1).number_format = "d-mmm"
        if case["excel_type"] == "error":
            sheet.cell(sheet.max_row, keys.index("lon") + 1).data_type = "e"
    path, store = str(folder / "脏表.xlsx"), str(folder / "store.gpkg")
    book.save(path)
    processing.run(
        "origintrace:createstore", {"REGION": "360826", "VILLAGES": village_list, "OUTPUT": store}
    )
    result = processing.run("origintrace:importsheet", {"INPUT": [path], "STORE": store})
    assert result["ADDED"] == len(cases()), result
    with open_store(store) as opened:
        return {r["subject_name"][4:-2]: r for r in opened.records()}


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["id"])
def test_the_store_holds_the_right_answer(case, records):
    record, expected = records[case["id"]], case["normalised"]
    applied = case["verdict"] in APPLIED
    column = case["column"]
    if column == "L":
        check_point(record, case, applied)
    elif column == "Q":
        found = "/".join(v or "" for v in (record["market_start"], record["market_end"]))
        assert found.rstrip("/") == (stored_season(case) if applied else "")
    elif case["field"] == "地址":
        names = ("province", "city", "county", "township", "village")
        assert [record[name] for name in names] == expected
    elif case["field"] == "村":
        assert record["village"] == (expected if applied else None)
    elif column in "TC":
        several = record["trace_modes"] if column == "T" else record["subject_type"]
        found = split_choices(several) if column == "T" else several
        wanted = expected if isinstance(expected, list) or column == "C" else [expected]
        assert found == (
            ["承诺达标合格证" if w == "合格证" else w for w in wanted] if column == "T" else wanted
        )
    elif column == "O":
        assert record["scale"] == (pytest.approx(expected) if applied else None)
    else:
        assert record[BY_LETTER[column]] == (expected if applied else None)


def check_point(record, case, applied):
    found = (record["lon"], record["lat"])
    if not applied:
        assert found == (None, None)
        return
    expected = case["normalised"]
    if isinstance(expected, float):
        expected = (LON, expected) if case["field"] == "纬度" else (expected, LAT)
    assert found == pytest.approx(tuple(expected), abs=2e-6)


def stored_season(case):
    """Return the case's answer in the store's form: years missing become every year."""
    expected = case["normalised"]
    if "," in expected:  # a list of months: first and last
        expected = f"{expected.split(',')[0]}/{expected.split(',')[-1]}"
    parts = [p if len(p.split("-")[0]) == 4 else f"--{p}" for p in expected.split("/")]
    return "/".join(parts)
