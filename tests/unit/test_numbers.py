from __future__ import annotations

import json
import re
import unicodedata
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from origin_trace.core.cells import ASK, FIX, OK, REJECT, WARN, Cell, ErrorCell, MonthDay
from origin_trace.core.numbers import normalise_scale
from origin_trace.core.products import standard_products
from origin_trace.core.typed import TypedReader
from origin_trace.tests.unit.records import crop

DATA = Path(__file__).resolve().parents[1] / "data"
CASES = [
    case
    for case in json.loads((DATA / "dirty_cells.json").read_text(encoding="utf-8"))
    if case["id"].startswith("A")
]
QUICK = settings(max_examples=200, deadline=None)
PRODUCTS = {product.name: product for product in standard_products()}
BEAN, CHICKEN, PIG, SHEEP = (PRODUCTS[name] for name in ("豇豆", "乌鸡", "生猪", "肉羊"))
FISH, CELERY, EGG = PRODUCTS["鳊鱼"], PRODUCTS["芹菜"], PRODUCTS["鸡蛋"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_collected_cases(case):
    # A04: 12000 亩 is believed of a lake, and listed for beans.
    product = CHICKEN if case["field"] == "存栏" else FISH if case["id"] == "A04" else BEAN
    cell, unit = normalise_scale(case["raw"], None, product)
    assert cell.verdict == case["verdict"]
    assert cell.value == case["normalised"]
    if case["verdict"] in (OK, FIX, WARN):
        assert unit.value == ("只" if product is CHICKEN else "亩")


@pytest.mark.parametrize(
    ("scale", "unit", "product", "verdict", "value", "stored"),
    [
        (11.7, "亩", BEAN, OK, 11.7, "亩"),
        (50, "亩", BEAN, OK, 50, "亩"),
        (50.0, "亩", BEAN, OK, 50, "亩"),
        (19737, "只", CHICKEN, OK, 19737, "只"),
        (100, "头", SHEEP, OK, 100, "头"),
        (100, "只", SHEEP, OK, 100, "只"),
        (11.7, None, BEAN, OK, 11.7, "亩"),
        (50, None, None, OK, 50, None),
        (50, "头", None, OK, 50, "头"),
        ("50", "亩", BEAN, FIX, 50, "亩"),
        ("50.0", "亩", BEAN, FIX, 50, "亩"),
        ("５０", "亩", BEAN, FIX, 50, "亩"),
        ("72.9亩", "亩", BEAN, FIX, 72.9, "亩"),
        ("72.9 亩", "（亩）", BEAN, FIX, 72.9, "亩"),
        ("244头", "头", PIG, FIX, 244, "头"),
        ("共50亩", None, BEAN, FIX, 50, "亩"),
        ("种植面积50亩", None, BEAN, FIX, 50, "亩"),
        ("种植面积：50亩", None, BEAN, FIX, 50, "亩"),
        ("豇豆50亩", None, BEAN, FIX, 50, "亩"),
        ("存栏500只", None, CHICKEN, FIX, 500, "只"),
        ("(50亩)", None, BEAN, FIX, 50, "亩"),
        ("50亩地", None, BEAN, FIX, 50, "亩"),
        ("1,200亩", None, BEAN, FIX, 1200, "亩"),
        ("１，２００", "亩", BEAN, FIX, 1200, "亩"),
        ("1 200", "亩", BEAN, FIX, 1200, "亩"),
        ("0.2万亩", None, BEAN, FIX, 2000, "亩"),
        ("0.2", "万亩", BEAN, FIX, 2000, "亩"),
        (0.2, "万亩", BEAN, FIX, 2000, "亩"),
        ("3万羽", "羽", CHICKEN, FIX, 30000, "只"),
        ("3万", "羽", CHICKEN, FIX, 30000, "只"),
        (3, "万羽", CHICKEN, FIX, 30000, "只"),
        ("3千只", None, CHICKEN, FIX, 3000, "只"),
        (5000, "羽", EGG, OK, 5000, "只"),
        (100, "口", PIG, OK, 100, "头"),
        (100, "头/只", SHEEP, OK, 100, "只"),
        (100, "头、只", PIG, OK, 100, "头"),
        ("共计 50 亩", None, BEAN, FIX, 50, "亩"),
        ("50(亩)", None, BEAN, FIX, 50, "亩"),
        ("1万2千只", None, CHICKEN, FIX, 12000, "只"),
        ("50亩（约）", None, BEAN, WARN, 50, "亩"),
        ("50亩(露地)", None, BEAN, WARN, 50, "亩"),
        ("3000平方米（折合4.5亩）", None, FISH, WARN, 4.5, "亩"),
        ("4.5亩/3000㎡", None, FISH, WARN, 4.5, "亩"),
        ("½亩", None, BEAN, FIX, 0.5, "亩"),
        ("3½亩", None, BEAN, FIX, 3.5, "亩"),
        (12, "亩（水面）", FISH, OK, 12, "亩"),
        (12, "水产品(亩)", FISH, OK, 12, "亩"),
        ("7666.67", "平方米", BEAN, WARN, 11.5, "亩"),
        (7666.67, "㎡", BEAN, WARN, 11.5, "亩"),
        ("7666.67㎡", None, BEAN, WARN, 11.5, "亩"),
        ("7666.67 m²", "亩", BEAN, WARN, 11.5, "亩"),
        ("7666.67平方", None, BEAN, WARN, 11.5, "亩"),
        ("7666.67平米", "平米", FISH, WARN, 11.5, "亩"),
        ("51466.67", "m2", FISH, WARN, 77.2, "亩"),
        ("2公顷", "亩", BEAN, WARN, 30, "亩"),
        ("2", "公顷", BEAN, WARN, 30, "亩"),
        ("2㏊", None, BEAN, WARN, 30, "亩"),
        ("50亩左右", None, BEAN, WARN, 50, "亩"),
        ("大约50亩", None, BEAN, WARN, 50, "亩"),
        ("近50亩", None, BEAN, WARN, 50, "亩"),
        ("50多亩", None, BEAN, WARN, 50, "亩"),
        ("50余亩", None, BEAN, WARN, 50, "亩"),
        ("50亩以上", None, BEAN, WARN, 50, "亩"),
        ("500多只", None, CHICKEN, WARN, 500, "只"),
        ("50+", "亩", BEAN, WARN, 50, "亩"),
        ("三十五亩", None, BEAN, WARN, 35, "亩"),
        ("两千只", None, CHICKEN, WARN, 2000, "只"),
        ("三万只", None, CHICKEN, WARN, 30000, "只"),
        ("十", "亩", BEAN, WARN, 10, "亩"),
        ("半亩", None, BEAN, WARN, 0.5, "亩"),
        ("一亩半", None, BEAN, WARN, 1.5, "亩"),
        ("3亩5分", None, BEAN, WARN, 3.5, "亩"),
        ("两亩三分地", None, BEAN, WARN, 2.3, "亩"),
        ("5分", None, BEAN, WARN, 0.5, "亩"),
        ("50。5亩", None, BEAN, WARN, 50.5, "亩"),
        ("1.2E+3", "亩", BEAN, WARN, 1200, "亩"),
        (500, "头", CHICKEN, WARN, 500, "只"),
        (500, "只", PIG, WARN, 500, "头"),
        (60000, "亩", BEAN, WARN, 60000, "亩"),
        (0.01, "亩", BEAN, WARN, 0.01, "亩"),
        (12.5, "头", PIG, WARN, 12.5, "头"),
        ("50亩", "平方米", BEAN, WARN, 50, "亩"),
    ],
)
def test_taken(scale, unit, product, verdict, value, stored):
    cell, unit_cell = normalise_scale(scale, unit, product)
    assert (cell.verdict, unit_cell.value) == (verdict, stored), cell
    assert cell.value == pytest.approx(value, rel=1e-5)
    assert isinstance(cell.value, int) == float(cell.value).is_integer()


@pytest.mark.parametrize(
    ("scale", "unit", "product"),
    [
        (0, "亩", BEAN),
        ("0", "亩", BEAN),
        ("-5", "亩", BEAN),
        (-5, "亩", BEAN),
        ("-5亩", None, BEAN),
        ("50-60", "亩", BEAN),
        ("50-60亩", None, BEAN),
        ("50～60亩", None, BEAN),
        ("50亩—60亩", None, BEAN),
        ("50至60", "亩", BEAN),
        ("200到300只", None, CHICKEN),
        ("几十亩", None, BEAN),
        ("数十亩", None, BEAN),
        ("两三亩", None, BEAN),
        ("三五亩", None, BEAN),
        ("五六十头", None, PIG),
        ("十几头", None, PIG),
        ("3000平方米（45亩）", None, FISH),
        ("若干", "亩", BEAN),
        ("50亩", None, CHICKEN),
        (50, "亩", CHICKEN),
        (50, "平方米", PIG),
        (50, "头", BEAN),
        ("500只", None, BEAN),
        (500, "羽", PIG),
        (5000, "尾", FISH),
        ("5000尾", "亩", FISH),
        ("20吨", None, FISH),
        (300, "公斤", FISH),
        ("500枚", None, EGG),
        ("3口网箱", None, FISH),
        ("2个大棚", None, BEAN),
        ("年出栏500头", None, PIG),
        ("50²", "亩", BEAN),
        ("20、30", "亩", BEAN),
        ("见附表", "亩", BEAN),
        ("#REF!", "亩", BEAN),
        (ErrorCell("#REF!"), "亩", BEAN),
        (True, "亩", BEAN),
        (date(2023, 5, 1), "亩", BEAN),
        (MonthDay(2023, 5, 1), "亩", BEAN),
        (time(1), "亩", BEAN),
        (float("nan"), "亩", BEAN),
        (float("inf"), "亩", BEAN),
        (10**400, "亩", BEAN),
        ("9" * 50, "亩", BEAN),
        ("9" * 5000, "亩", BEAN),
    ],
)
def test_refused(scale, unit, product):
    cell, _ = normalise_scale(scale, unit, product)
    assert (cell.verdict, cell.value) == (REJECT, None)
    assert str(cell.message)


@pytest.mark.parametrize(
    ("scale", "unit", "product", "proposal"),
    [
        ("20+30", "亩", BEAN, 50),
        ("20亩+30亩", None, BEAN, 50),
        ("20亩、30亩", None, BEAN, 50),
        ("露地20亩，设施30亩", None, BEAN, 50),
        ("①20亩②30亩", None, BEAN, 50),
        ("3,5亩", None, BEAN, 3.5),
        ("5O亩", None, BEAN, 50),
        ("2000㎡+1333.3334㎡", None, BEAN, 5),
    ],
)
def test_asked(scale, unit, product, proposal):
    cell, _ = normalise_scale(scale, unit, product)
    assert (cell.verdict, cell.value) == (ASK, None)
    assert cell.proposal == pytest.approx(proposal, rel=1e-5)


def test_what_cannot_be_converted_is_kept_in_the_remarks():
    assert normalise_scale("5000尾", None, FISH)[0].remark == "5000尾"
    assert normalise_scale(5000, "尾", FISH)[0].remark == "5000尾"
    assert normalise_scale("50-60亩", None, BEAN)[0].remark == "50-60亩"


@pytest.mark.parametrize(
    ("scale", "unit", "product", "cells"),
    [
        (None, None, BEAN, ((OK, None), (OK, None))),
        ("", "", BEAN, ((OK, None), (OK, None))),
        ("/", "/", BEAN, ((FIX, None), (FIX, None))),
        (None, "亩", BEAN, ((OK, None), (OK, "亩"))),
        (None, "羽", CHICKEN, ((OK, None), (FIX, "只"))),
        (None, "亩", CHICKEN, ((OK, None), (REJECT, None))),
        (50, "堆", BEAN, ((OK, 50), (REJECT, None))),
        ("50亩", "堆", BEAN, ((FIX, 50), (FIX, "亩"))),
        (500, ErrorCell("#REF!"), CHICKEN, ((OK, 500), (REJECT, None))),
        ("abc", "亩", BEAN, ((REJECT, None), (OK, "亩"))),
        ("500只", "亩", CHICKEN, ((WARN, 500), (FIX, "只"))),
        (50, "亩", CHICKEN, ((REJECT, None), (REJECT, None))),
    ],
)
def test_both_cells(scale, unit, product, cells):
    assert tuple(cell[:2] for cell in normalise_scale(scale, unit, product)) == cells


ANY = st.one_of(
    st.none(),
    st.text(),
    st.text("0123456789.,+-约余亩头只万㎡一二十百半分", max_size=12),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.datetimes(),
    st.times(),
    st.tuples(st.integers()),
    st.floats(0.1, 5000).map(lambda x: round(x, 2)),
)
UNITS = st.one_of(ANY, st.sampled_from(["亩", "头", "只", "羽", "平方米", "万只", "尾"]))


@QUICK
@given(ANY, UNITS, st.sampled_from([None, *PRODUCTS.values()]))
def test_total_idempotent_and_nothing_invented(scale, unit, product):
    cell, unit_cell = normalise_scale(scale, unit, product)
    for done in (cell, unit_cell):
        assert done.verdict in (OK, FIX, WARN, ASK, REJECT)
        if done.verdict in (WARN, ASK, REJECT):
            assert str(done.message)
        if done.verdict in (ASK, REJECT):
            assert done.value is None
    assert unit_cell.value in (None, "亩", "头", "只")
    if cell.value is None:
        return
    again = normalise_scale(cell.value, unit_cell.value, product)
    assert again[0].value == cell.value
    assert again[1].value == unit_cell.value or unit_cell.verdict == REJECT
    assert again[0].verdict in (OK, FIX, WARN)
    text = unicodedata.normalize("NFKC", str(scale))
    if cell.verdict in (OK, FIX) and re.fullmatch(r"[0-9.]+亩?", text) and unit in (None, "亩"):
        assert float(cell.value) == pytest.approx(float(text.rstrip("亩")))


def test_0_typed_into_the_form_says_that_the_base_has_stopped():
    reader = TypedReader(standard_products())
    assert [reader.read("scale", text, crop()) for text in ("0", "0亩", "０")] == [Cell(FIX, 0)] * 3
    assert reader.read("scale", "-3", crop()).verdict == "reject"
