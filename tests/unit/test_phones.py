from __future__ import annotations

import json
import re
import unicodedata
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from origin_trace.core.cells import ASK, FIX, OK, REJECT, WARN, ErrorCell, MonthDay
from origin_trace.core.phones import normalise_phone

DATA = Path(__file__).resolve().parents[1] / "data"
CASES = [
    case
    for case in json.loads((DATA / "dirty_cells.json").read_text(encoding="utf-8"))
    if case["id"].startswith("P")
]
QUICK = settings(max_examples=200, deadline=None)
GOOD = "13812345678"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_collected_cases(case):
    cell = normalise_phone(case["raw"])
    assert cell.verdict == case["verdict"]
    if case["verdict"] == ASK:
        assert (cell.value, cell.proposal) == (None, case["normalised"])
    else:
        assert cell.value == case["normalised"]


@pytest.mark.parametrize(
    "raw",
    [
        "138-1234-5678",
        "138.1234.5678",
        "138·1234·5678",
        "138—1234—5678",
        "(138)12345678",
        "（138）1234-5678",
        "+86-138-1234-5678",
        "+8613812345678",
        "0086 13812345678",
        "008613812345678",
        "8613812345678",
        "(86)13812345678",
        "（+86）138 1234 5678",
        "+86\u00a0138\u00a01234\u00a05678",
        "\u202d13812345678\u202c",
        "138\u200b12345678",
        "'13812345678",
        "13812345678.0",
        "13,812,345,678",
        "1 3 8 1 2 3 4 5 6 7 8",
        "手机：13812345678",
        "电话:13812345678",
        "联系电话 13812345678",
        "Tel: 13812345678",
        "13812345678（微信同号）",
        "13812345678，",
        "13812345678/",
        "13812345678\n",
        "138１２３４5678",
        "13812345678、13812345678",
        8613812345678,
        13812345678,
        13812345678.0,
    ],
)
def test_put_right_without_doubt(raw):
    cell = normalise_phone(raw)
    assert (cell.verdict, cell.value) == (FIX, GOOD)


@pytest.mark.parametrize(
    ("raw", "remark"),
    [
        ("13812345678、13987654321", "13987654321"),
        ("13812345678;13987654321", "13987654321"),
        ("13812345678；13987654321", "13987654321"),
        ("13812345678，13987654321", "13987654321"),
        ("13812345678 13987654321", "13987654321"),
        ("13812345678\n13987654321", "13987654321"),
        ("138 1234 5678 139 8765 4321", "13987654321"),
        ("13812345678或13987654321", "13812345678或13987654321"),
        ("13812345678/0796-5332211", "0796-5332211"),
        ("0796-5332211 13812345678", "0796-5332211"),
        ("张三13812345678", "张三13812345678"),
        ("张三 13812345678", "张三 13812345678"),
        ("13812345678(李四)", "13812345678(李四)"),
        ("13812345678转801", "13812345678转801"),
        ("1.3812345678E10", None),
        ("1.38123456780E+10", None),
        ("8.613812345678E+12", None),
        ("0 138 1234 5678", None),
    ],
)
def test_taken_and_listed(raw, remark):
    cell = normalise_phone(raw)
    assert (cell.verdict, cell.value, cell.remark) == (WARN, GOOD, remark)
    assert cell.message


@pytest.mark.parametrize(
    "raw",
    [
        "1.3E+10",
        "1.38E+10",
        "1.3E10",
        "1.38123E+10",
        "1.30000E+10",
        "138****5678",
        "138xxxx5678",
        "138XXXX5678",
        "1381234＊＊＊＊",
        "138123456789",
        "13812345",
        "11812345678",
        "010-59198562",
        "05332211",
        "没有电话",
        "#N/A",
        ErrorCell("#REF!"),
        True,
        date(2023, 5, 1),
        MonthDay(2023, 5, 1),
        13812345678.5,
        -13812345678,
        float("nan"),
        float("inf"),
        10**400,
        1381234567,
        7965332211,
    ],
)
def test_refused(raw):
    cell = normalise_phone(raw)
    assert (cell.verdict, cell.value) == (REJECT, None)
    assert str(cell.message)


@pytest.mark.parametrize(
    "raw", ["0796-5332211", "(0796)5332211", "5332211", "010 59198562", "400-123-4567", 7965332211]
)
def test_landline_goes_into_the_remarks(raw):
    assert normalise_phone(raw).remark == str(raw)


@pytest.mark.parametrize(
    "raw", ["l3812345678", "I3812345678", "1381234567B", "138l2345678", "一三八一二三四五六七八"]
)
def test_lookalikes_are_asked(raw):
    cell = normalise_phone(raw)
    assert (cell.verdict, cell.value, cell.proposal) == (ASK, None, GOOD)


@pytest.mark.parametrize("raw", ["13812345678 9", "1381234567-8", "138,1234,5678", "138/12345678"])
def test_odd_grouping_is_asked(raw):
    assert normalise_phone(raw)[:2] == (ASK, None)


def test_letter_o_for_zero():
    assert normalise_phone("13OO1234567").proposal == "13001234567"


@pytest.mark.parametrize("raw", [None, "", " ", "\u3000"])
def test_empty(raw):
    assert normalise_phone(raw)[:2] == (OK, None)


@pytest.mark.parametrize("raw", ["/", "无", "—"])
def test_placeholder(raw):
    assert normalise_phone(raw)[:2] == (FIX, None)


ANY = st.one_of(
    st.none(),
    st.text(),
    st.text("0123456789 -+/、E.*l", max_size=30),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.datetimes(),
    st.times(),
    st.tuples(st.text(), st.integers()),
    st.from_regex(r"\A(\+86)?[ -]?1[3-9][0-9 \-]{8,14}[、/ ]?[0-9]*\Z"),
)


@QUICK
@given(ANY)
def test_total_idempotent_and_nothing_invented(raw):
    cell = normalise_phone(raw)
    assert cell.verdict in (OK, FIX, WARN, ASK, REJECT)
    if cell.verdict in (WARN, ASK, REJECT):
        assert str(cell.message)
    if cell.verdict in (ASK, REJECT):
        assert cell.value is None
    if cell.value is None:
        return
    assert re.fullmatch(r"1[3-9][0-9]{9}", cell.value)
    assert normalise_phone(cell.value) == (OK, cell.value, None, None, None)
    source = str(int(raw)) if isinstance(raw, (int, float)) else str(raw)
    digits = re.sub(r"[^0-9]", "", unicodedata.normalize("NFKC", source))
    assert cell.value in digits


@QUICK
@given(st.datetimes())
def test_dates_are_no_phones(moment):
    assert normalise_phone(datetime(moment.year, 1, 1)).verdict == REJECT
