"""A true value in the dress of a collector comes out as it is, or not at all: never another."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from origin_trace.core.cells import ASK, FIX, OK, REJECT, WARN
from origin_trace.core.choices import normalise_choices
from origin_trace.core.coordinates import normalise_point
from origin_trace.core.dates import normalise_market
from origin_trace.core.names import normalise_name, normalise_person
from origin_trace.core.numbers import normalise_scale
from origin_trace.core.phones import normalise_phone
from origin_trace.core.products import standard_products
from origin_trace.core.schema import COLUMNS, TRACE_MODES, split_choices

QUICK = settings(max_examples=300, deadline=None)
PRODUCTS = standard_products()
pick = st.sampled_from

# --- phones -------------------------------------------------------------------------

MOBILE = st.from_regex(r"\A1[3-9][0-9]{9}\Z")
GROUPS = pick([(3, 7), (3, 7), (4, 7), (5,), (7,), (3,), ()])
BEFORE = ["", "+86", "0086-", "(86)", "手机：", "张三", "村委会0796-5332211 ", "'", "短号661234/"]
BEHIND = [
    "",
    "（张三）",
    " 李四",
    "，0796-5332211",
    "-801",
    "转8001",
    "微信同号",
    "。",
    "(白天)",
    "QQ12345678",
]


@QUICK
@given(
    MOBILE, GROUPS, pick([" ", "-", ".", "—", ""]), pick(BEFORE), pick(BEHIND), st.none() | MOBILE
)
def test_phone(number, cuts, mark, before, behind, second):
    parts = [number[i:j] for i, j in zip((0, *cuts), (*cuts, 11))]
    text = before + mark.join(parts) + behind + (f"、{second}" if second else "")
    cell = normalise_phone(text)
    assert cell.value == number or cell.proposal == number
    if second and second != number:
        assert second in (cell.remark or "")


# --- points -------------------------------------------------------------------------

MARKS = ["°′″", "°'\"", "º’”", "度分秒", "˚′″", "°`“", "⁰′″"]
SEPARATORS = [",", "，", " ", "、", ";", "/", "\n", " , ", "|", "\t"]
LABELS = [
    ("", ""),
    ("E", "N"),
    ("东经", "北纬"),
    ("经度:", "纬度:"),
    ("lng:", "lat:"),
    ("E ", "N "),
]


def written(value, marks, places):
    """Return degrees as decimals (no marks), as minutes, or as minutes and seconds."""
    if not marks:
        return f"{value:.{places}f}"
    whole = int(value)
    minutes = (value - whole) * 60
    if places > 7:
        return f"{whole}{marks[0]}{minutes:.5f}{marks[1]}"
    seconds = (minutes - int(minutes)) * 60
    return f"{whole}{marks[0]}{int(minutes)}{marks[1]}{seconds:.3f}{marks[2]}"


@QUICK
@given(
    st.tuples(st.floats(73.6, 134.9), st.floats(3.6, 53.4)),
    pick(["", "", *MARKS]),
    st.integers(6, 8),
    pick(SEPARATORS),
    pick(LABELS),
    st.booleans(),
    pick(["line", "columns"]),
)
def test_point(point, marks, places, separator, labels, swapped, shape):
    halves = [label + written(value, marks, places) for value, label in zip(point, labels)]
    halves = halves[::-1] if swapped else halves
    cell = normalise_point(separator.join(halves) if shape == "line" else tuple(halves))
    found = cell.value or cell.proposal
    assert found is not None, halves
    assert found == pytest.approx(point, abs=2e-6)


# --- scale --------------------------------------------------------------------------

ROUND = ["", "约", "共", "面积：", "养殖规模", "存栏", "现有", "近"]


@QUICK
@given(
    pick(PRODUCTS),
    st.integers(1, 9000),
    pick(["{}", "{:,}", "{}.0", "{}.00"]),
    pick(ROUND),
    pick(["", "左右", "以上", "。", "（约）"]),
    st.booleans(),
)
def test_scale(product, number, form, before, behind, named):
    text = before + form.format(number) + product.unit + behind
    cell, unit = normalise_scale((product.name if named else "") + text, None, product)
    assert cell.value in (None, number)
    assert unit.value == product.unit


# --- dates --------------------------------------------------------------------------

MONTHS = [
    "{y}年{m}月",
    "{y}-{m:02d}",
    "{y}/{m:02d}",
    "{y}年 {m} 月",
    "{y}{m:02d}",
    "{y}年{m:02d}月份",
]
YEARLESS = ["{m}月", "{m}月份", "每年{m}月", "{m:02d}月", "{m} 月"]


@QUICK
@given(
    st.integers(1, 12),
    st.integers(1, 12),
    pick([*MONTHS, *YEARLESS]),
    pick(["-", "—", "~", "至", "到", " - ", "——"]),
    pick(["one", "both", "two"]),
)
def test_market(first, last, form, dash, shape):
    years = (2023, 2023 + (last < first)) if "{y}" in form else ("-", "-")
    start, end = (form.format(y=y, m=m) for y, m in zip(years, (first, last)))
    line = start + dash + end
    cells = normalise_market(*{"one": (line, None), "both": (line, line)}.get(shape, (start, end)))
    right = tuple(f"{y}-{m:02d}" for y, m in zip(years, (first, last)))
    assert tuple(cell.value for cell in cells) in (right, (None, None))


# --- names and choices --------------------------------------------------------------

NAME = pick(["何福", "王小明", "欧阳明珠", "买买提·艾力", "李志"])


@QUICK
@given(
    NAME,
    pick(["", "联系人：", "1."]),
    pick(["", "主任", "（站长）", "13812345678", "，"]),
    st.booleans(),
)
def test_person(name, before, behind, blank):
    cell = normalise_person(before + (" ".join(name) if blank else name) + behind)
    assert cell.value == name
    assert normalise_person(cell.value)[:2] == (OK, name)
    if behind not in ("", "，"):
        assert cell.verdict == WARN and behind in cell.remark


@QUICK
@given(
    st.text("张三主任何站长本人12·.（）()、/ *同上无13800000000", max_size=12),
    pick([normalise_name, normalise_person]),
)
def test_names_are_total_and_settle(text, work):
    cell = work(text)
    assert cell.verdict in (OK, FIX, WARN, REJECT)
    if cell.value is None:
        return
    assert set(cell.value) <= set(text) | {"、", "·"}  # two people, a dot of a name
    again = work(cell.value)
    assert again.value == cell.value and again.verdict in (OK, WARN)


@QUICK
@given(
    st.lists(pick(TRACE_MODES[:5]), min_size=1, max_size=3, unique=True),
    st.lists(pick(TRACE_MODES[:5]), max_size=2, unique=True),
    pick(["无{}", "没有{}", "未使用{}", "{}（无）", "{}（未用）", "暂无{}", "{}：否"]),
    pick(["、", "，", ";", "\n"]),
)
def test_a_denied_option_is_never_taken(named, denied, form, separator):
    denied = [each for each in denied if each not in named]
    text = separator.join([*named, *(form.format(each) for each in denied)])
    cell = normalise_choices(text, COLUMNS["trace_modes"])
    assert not set(split_choices(cell.value)) & set(denied)
    assert cell.verdict in (OK, FIX) if not denied else cell.verdict in (WARN, ASK, REJECT)
