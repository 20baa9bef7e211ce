from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from origin_trace.core.cells import ASK, FIX, OK, REJECT, WARN, ErrorCell, MonthDay
from origin_trace.core.names import normalise_name, normalise_person, similar_keys
from origin_trace.core.product_names import match_product
from origin_trace.core.products import standard_products
from origin_trace.core.text import name_key

DATA = Path(__file__).resolve().parents[1] / "data"
CASES = [
    case
    for case in json.loads((DATA / "dirty_cells.json").read_text(encoding="utf-8"))
    if case["id"].startswith("G")
]
QUICK = settings(max_examples=200, deadline=None)
PRODUCTS = standard_products()
NAMES = {product.name for product in PRODUCTS}
NOTHING = ["/", "－", "—", "无", "暂无", "", " ", None]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_collected_cases(case):
    cell = match_product(case["raw"], PRODUCTS)
    assert cell.verdict == case["verdict"]
    if case["verdict"] == ASK:
        assert (cell.value, cell.proposal) == (None, case["normalised"])
    else:
        assert cell.value == case["normalised"]


@pytest.mark.parametrize(
    ("raw", "verdict", "name"),
    [
        ("豇豆", OK, "豇豆"),
        ("豇 豆 ", FIX, "豇豆"),
        ("豇豆*", FIX, "豇豆"),
        ("1.豇豆", FIX, "豇豆"),
        ("豇豆（长豆角）", FIX, "豇豆"),
        ("加州鲈（大口黑鲈）", FIX, "大口黑鲈"),
        ("乌骨鸡(泰和乌鸡)", FIX, "乌鸡"),
        ("豇豆/长豆角", FIX, "豇豆"),
        ("豆角（豇豆）", WARN, "豇豆"),
        ("乌鳢鱼", FIX, "乌鳢"),
        ("乌鱼", FIX, "乌鳢"),
        ("黑山羊", WARN, "肉羊"),
        ("肉牛养殖", WARN, "肉牛"),
        ("泰和乌鸡", FIX, "乌鸡"),
        ("奶牛", ASK, "肉牛"),
        ("水芹", ASK, "芹菜"),
        ("大口黑驴", ASK, "大口黑鲈"),
        ("蔬菜(豇豆)", ASK, "豇豆"),
        ("小黄鱼", REJECT, None),
        ("草鱼", REJECT, None),
        ("生猪、肉牛", REJECT, None),
        ("豇豆和韭菜", REJECT, None),
        ("豇豆、黄瓜", REJECT, None),
    ],
)
def test_products(raw, verdict, name):
    cell = match_product(raw, PRODUCTS)
    assert (cell.verdict, cell.proposal if verdict == ASK else cell.value) == (verdict, name)
    assert (cell.message is None) == (verdict in (OK, FIX))


def test_a_note_in_brackets_goes_to_the_remarks():
    cell = match_product("鸡蛋(无抗)", PRODUCTS)
    assert (cell.verdict, cell.value, cell.remark) == (WARN, "鸡蛋", "无抗")


def test_every_alias_leads_to_its_product():
    for product in PRODUCTS:
        for spelling in product.aliases:
            assert match_product(spelling, PRODUCTS)[:2] == (FIX, product.name)
        for spelling in product.warn_aliases:
            assert match_product(spelling, PRODUCTS)[:2] == (WARN, product.name)
        for spelling in product.ask_aliases:
            cell = match_product(spelling, PRODUCTS)
            assert (cell.verdict, cell.proposal) == (ASK, product.name)


def test_an_alias_of_two_products_is_asked_about():
    from dataclasses import replace

    first, second = PRODUCTS[0], replace(PRODUCTS[1], aliases=("长豆角",))
    cell = match_product("长豆角", (first, second))
    assert (cell.verdict, cell.proposal) == (ASK, None)


@pytest.mark.parametrize(
    ("raw", "verdict", "value"),
    [
        ("  泰和三溪众合 家庭农场\u3000", FIX, "泰和三溪众合家庭农场"),
        ("何英军", OK, "何英军"),
        ("何 福", FIX, "何福"),
        ("何\u00a0福\u200b", FIX, "何福"),
        ("ＡＢＣ（泰和）农场", FIX, "ABC（泰和）农场"),
        ("泰和（三溪）农场", OK, "泰和（三溪）农场"),
        ("John Smith", OK, "John Smith"),
        ("John   Smith 农场", FIX, "John Smith农场"),
        ("买买提·艾力", OK, "买买提·艾力"),
        ("13812345678", REJECT, None),
        (5, REJECT, None),
        ("?!", REJECT, None),
        (ErrorCell("#REF!"), REJECT, None),
    ],
)
def test_names(raw, verdict, value):
    assert normalise_name(raw)[:2] == (verdict, value)


@pytest.mark.parametrize(
    ("raw", "verdict", "value"),
    [
        ("张三主任", WARN, "张三"),
        ("张三（站长）", WARN, "张三"),
        ("张三13812345678", WARN, "张三"),
        ("张主任", WARN, "张主任"),
        ("张*三", REJECT, None),
        ("本人", REJECT, None),
    ],
)
def test_people(raw, verdict, value):
    cell = normalise_person(raw)
    assert cell[:2] == (verdict, value)
    assert cell.remark == (raw if value == "张三" else None)


def test_a_title_in_a_producers_name_stays():
    assert normalise_name("张三农场主任有限公司")[:2] == (OK, "张三农场主任有限公司")


@pytest.mark.parametrize("nothing", NOTHING)
def test_nothing_is_empty(nothing):
    assert normalise_name(nothing)[:2] == match_product(nothing, PRODUCTS)[:2] == (OK, None)


def test_similar_names():
    def similar(*names):
        return similar_keys(*map(name_key, names))

    assert similar("泰和三溪众合家庭农场", "泰和三溪众和家庭农场")
    assert similar("泰和（三溪）农场", "泰和(三溪)农场 ")
    assert similar("张三", "张 三")
    assert not similar("张三", "张四")
    assert not similar("欧阳明珠", "欧阳明")
    assert not similar("泰和县第一养殖场", "泰和县第二养殖场")


RAW = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.datetimes(),
    st.dates(),
    st.times(),
    st.text(max_size=12),
    st.sampled_from([ErrorCell("#N/A"), MonthDay(2023, 5, 7), datetime(2023, 5, 1)]),
    st.lists(
        st.sampled_from(
            [
                *NAMES,
                "（",
                "）",
                "(",
                ")",
                "、",
                " ",
                "*",
                "1.",
                "①",
                "黑鱼",
                "豆角",
                "鱼",
                "A",
                "和",
            ]
        ),
        max_size=5,
    ).map("".join),
)


@QUICK
@given(RAW)
def test_total_and_idempotent(raw):
    for work in (normalise_name, lambda each: match_product(each, PRODUCTS)):
        cell = work(raw)
        assert cell.verdict in (OK, FIX, WARN, ASK, REJECT)
        if cell.verdict in (ASK, REJECT):
            assert cell.value is None and cell.message is not None
        elif cell.value is not None:
            assert work(cell.value)[:2] == (OK, cell.value)


@QUICK
@given(RAW)
def test_nothing_is_invented(raw):
    cell = match_product(raw, PRODUCTS)
    assert {cell.value, cell.proposal} <= NAMES | {None}
    name = normalise_name(raw).value
    if name is not None and isinstance(raw, str) and raw.isascii():
        assert set(name) <= set(raw)
