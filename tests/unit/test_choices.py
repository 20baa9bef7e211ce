from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from origin_trace.core.cells import ASK, FIX, OK, REJECT, WARN, ErrorCell, MonthDay
from origin_trace.core.choice_words import WORDS
from origin_trace.core.choices import normalise_choice, normalise_choices
from origin_trace.core.schema import CHOICE, CHOICES, COLUMNS, join_choices, split_choices

DATA = Path(__file__).resolve().parents[1] / "data"
CASES = {
    case["id"]: case
    for case in json.loads((DATA / "dirty_cells.json").read_text(encoding="utf-8"))
    if case["id"].startswith("M")
}
QUICK = settings(max_examples=200, deadline=None)
SINGLE = [c for c in COLUMNS.values() if c.kind == CHOICE and c.business]
MULTIPLE = [c for c in COLUMNS.values() if c.kind == CHOICES]
TRACE = COLUMNS["trace_modes"]
SUBJECT = COLUMNS["subject_type"]
CERTIFICATE = "承诺达标合格证"


def several(raw, column=TRACE):
    cell = normalise_choices(raw, column)
    return cell.verdict, split_choices(cell.value)


def test_collected_cases():
    case = CASES["M01"]
    wanted = [CERTIFICATE if name == "合格证" else name for name in case["normalised"]]
    assert several(case["raw"]) == (case["verdict"], wanted)
    case = CASES["M04"]
    assert normalise_choice(case["raw"], SUBJECT)[:2] == (case["verdict"], case["normalised"])
    case = CASES["M06"]
    cell = normalise_choices(case["raw"], TRACE)
    assert (cell.verdict, split_choices(cell.value)) == (case["verdict"], [case["normalised"]])
    assert cell.remark == "托管"
    assert set(CASES) == {"M01", "M04", "M06"}


@pytest.mark.parametrize("mark", "、,，;；/|+＋\n ")
def test_separators(mark):
    assert several(f"合格证{mark}追溯码") == (FIX, [CERTIFICATE, "追溯码"])


@pytest.mark.parametrize(
    ("raw", "verdict", "options"),
    [
        ('{"承诺达标合格证","追溯码"}', OK, [CERTIFICATE, "追溯码"]),
        ("承诺达标合格证、追溯码", OK, [CERTIFICATE, "追溯码"]),
        ("追溯码、承诺达标合格证", FIX, [CERTIFICATE, "追溯码"]),
        ("承诺 达标合格证", FIX, [CERTIFICATE]),
        ("合格证和二维码", FIX, [CERTIFICATE, "追溯码"]),
        ("1.合格证 2.追溯码", FIX, [CERTIFICATE, "追溯码"]),
        ("①合格证②追溯码", FIX, [CERTIFICATE, "追溯码"]),
        ("☑承诺达标合格证 □追溯码 ☑耳标", FIX, [CERTIFICATE, "耳标"]),
        ("承诺达标合格证√ 追溯码□", FIX, [CERTIFICATE]),
        ("合格证追溯码", FIX, [CERTIFICATE, "追溯码"]),
        ("检疫证、耳标号、标签", FIX, ["耳标", "动物检疫合格证", "包装标识"]),
        ("其他：托管", WARN, ["其他"]),
        ("合格证、飞鸽", WARN, [CERTIFICATE]),
        ("合格证（纸质）、追溯码", WARN, [CERTIFICATE, "追溯码"]),
        ("飞鸽", REJECT, []),
        ("□合格证 □追溯码", REJECT, []),
        ("1、3", ASK, []),
        (ErrorCell("#REF!"), REJECT, []),
    ],
)
def test_several(raw, verdict, options):
    assert several(raw) == (verdict, options)


def test_what_is_not_known_is_kept():
    assert normalise_choices("合格证、飞鸽", TRACE).remark == "飞鸽"
    assert normalise_choices("其他（托管、代养）", TRACE).remark == "托管、代养"
    assert normalise_choices("1、3", TRACE).proposal == join_choices([CERTIFICATE, "耳标"])


@pytest.mark.parametrize(
    ("column", "raw", "verdict", "value"),
    [
        ("subject_type", "农户", OK, "农户"),
        ("subject_type", "农 户", FIX, "农户"),
        ("subject_type", "专业合作社", FIX, "农民专业合作社"),
        ("subject_type", "2、合作社", FIX, "农民专业合作社"),
        ("subject_type", "②合作社", FIX, "农民专业合作社"),
        ("subject_type", "（2）合作社", FIX, "农民专业合作社"),
        ("subject_type", "☑农户 □家庭农场", FIX, "农户"),
        ("subject_type", "企业", WARN, "农产品生产企业"),
        ("subject_type", "经纪人", FIX, "农村经纪人"),
        ("subject_type", "农户/家庭农场", ASK, None),
        ("subject_type", "②", ASK, "农民专业合作社"),
        ("subject_type", "B", ASK, "农民专业合作社"),
        ("subject_type", "外星人", REJECT, None),
        ("industry", "水产养殖", FIX, "渔业"),
        ("industry", "畜禽养殖", FIX, "畜牧业"),
        ("industry", "养殖业", ASK, "畜牧业"),
        ("certification", "绿色食品", FIX, "绿色"),
        ("certification", "农产品地理标志", FIX, "地标"),
        ("certification", "无公害", WARN, "其他"),
        ("credit_grade", "A级", FIX, "A"),
        ("credit_grade", "AAA", OK, "AAA"),
        ("scale_unit", "羽", FIX, "只"),
    ],
)
def test_one(column, raw, verdict, value):
    cell = normalise_choice(raw, COLUMNS[column])
    assert (cell.verdict, cell.proposal if verdict == ASK else cell.value) == (verdict, value)


@pytest.mark.parametrize(
    ("raw", "options"),
    [
        ("露天", ["露地"]),
        ("大棚、大田", ["露地", "设施"]),
        ("√露地", ["露地"]),
        ("☑露地 □设施", ["露地"]),
        ("露地设施", ["露地", "设施"]),
        ("设施(大棚)", ["设施"]),
    ],
)
def test_production_modes(raw, options):
    assert several(raw, COLUMNS["production_modes"]) == (FIX, options)


@pytest.mark.parametrize("nothing", ["/", "－", "—", "无", "暂无", "", " ", None])
def test_nothing_is_empty(nothing):
    for column in SINGLE:
        assert normalise_choice(nothing, column)[:2] == (OK, None)
    assert normalise_choices(nothing, TRACE)[:2] == (OK, None)


def test_words_belong_to_options_and_to_one_only():
    for choices, words in WORDS.items():
        assert set(words) <= set(choices)
        every = [w for text in words.values() for w in text.split() if w not in ("?", "??")]
        assert len(every) == len(set(every))
        assert not set(every) & set(choices)


def _raw(columns):
    words = {w for c in columns for text in WORDS.get(c.choices, {}).values() for w in text.split()}
    pieces = [*sorted(words), *'、，/ ()（）☑□√①②12.:：{}",', "其他", "飞鸽", "和"]
    return st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.datetimes(),
        st.text(max_size=12),
        st.sampled_from([ErrorCell("#N/A"), MonthDay(2023, 5, 7), datetime(2023, 5, 1)]),
        st.lists(st.sampled_from(pieces), max_size=7).map("".join),
    )


@QUICK
@given(column=st.sampled_from(SINGLE), raw=_raw(SINGLE))
def test_one_total_idempotent_and_not_invented(column, raw):
    cell = normalise_choice(raw, column)
    if cell.verdict in (ASK, REJECT):
        assert cell.value is None and cell.message is not None
    elif cell.value is not None:
        assert cell.value in column.choices or column.open_list
        assert normalise_choice(cell.value, column)[:2] == (OK, cell.value)
    assert cell.proposal is None or cell.proposal in column.choices


@QUICK
@given(column=st.sampled_from(MULTIPLE), raw=_raw(MULTIPLE))
def test_several_total_idempotent_and_not_invented(column, raw):
    cell = normalise_choices(raw, column)
    if cell.verdict in (ASK, REJECT):
        assert cell.value is None and cell.message is not None
    elif cell.value is not None:
        options = split_choices(cell.value)
        assert options == [option for option in column.choices if option in options]
        assert normalise_choices(cell.value, column)[:2] == (OK, cell.value)
    assert set(split_choices(cell.proposal)) <= set(column.choices)
