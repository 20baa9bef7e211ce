"""Each rule: a record that passes, one that does not, and what is proposed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from origin_trace.core.boundary import Boundary
from origin_trace.core.findings import EMPTIED, ERROR, WARNING
from origin_trace.core.rules import (
    BY_ID,
    RECORD_RULES,
    RULES,
    TABLE_RULES,
    Context,
    check_all,
    check_record,
    check_table,
    judge,
)
from origin_trace.core.schema import COLLECTION_POINT, empty_record
from origin_trace.tests.unit.records import animal, crop

COUNTY = ("江西省", "吉安市", "泰和县")


class Square(Boundary):
    """A county from 115.0 to 115.1 E, 26.8 to 26.9 N, in two townships."""

    def __call__(self, lon, lat):
        inside = 115.0 <= lon <= 115.1 and 26.8 <= lat <= 26.9
        return 0.0 if inside else 500.0 if abs(lat) < 85 else float("inf")

    def names(self, lon, lat):
        if lon > 115.1:
            return {"county": "万安县", "township": "窑头镇"}
        return {"township": "万合镇" if lon < 115.05 else "澄江镇"}

    def outside_township(self, lon, lat, township):
        if township not in ("万合镇", "澄江镇"):
            return None
        return 0.0 if self.names(lon, lat)["township"] == township else 300.0


CONTEXT = Context(
    county=COUNTY,
    inside=Square(),
    listed=lambda township, village: village == "大鹏村",
    townships=frozenset({"万合镇", "澄江镇"}),
    today=lambda: date(2023, 6, 15),
)

# rule: (what passes, what does not, column, fix)
CASES = [
    ("A-required", {}, {"collector": None}, "collector", None),
    ("A-required", {}, {"scale_unit": None}, "scale_unit", "亩"),
    ("A-required", {}, {"industry": None}, "industry", "种植业"),
    ("A-required", {}, {"county": None}, "county", "泰和县"),
    ("A-required", {}, {"market_end": None}, "market_end", None),
    ("A-phone", {}, {"contact_phone": "0796-5332211"}, "contact_phone", None),
    ("A-phone", {}, {"contact_phone": "138 0013 8000"}, "contact_phone", "13800138000"),
    (
        "A-choice",
        {"credit_grade": "良好"},
        {"subject_type": "合作社"},
        "subject_type",
        "农民专业合作社",
    ),
    ("A-choice", {}, {"trace_modes": '{"条形码"}'}, "trace_modes", EMPTIED),
    ("A-name", {"contact": "阿依古丽·买买提"}, {"contact": "无"}, "contact", None),
    ("A-name", {}, {"subject_name": "123"}, "subject_name", None),
    ("A-name", {"subject_name": "O'Brien 农场"}, {"collector": "本人"}, "collector", None),
    ("A-person", {}, {"grid_officer": "张主任"}, "grid_officer", None),
    ("A-person", {}, {"grid_officer": "张某"}, "grid_officer", None),
    ("A-person", {}, {"contact": "张小三（村主任）"}, "contact", "张小三"),
    (
        "A-date",
        {"market_start": "--02-29", "market_end": "--05"},
        {"market_start": "2023年5月"},
        "market_start",
        "2023-05",
    ),
    (
        "A-date",
        {"market_start": "2023-03-31"},
        {"market_start": "2023-02-30"},
        "market_start",
        None,
    ),
    ("A-date", {"collected_on": "2023-05-01"}, {"collected_on": "--05-01"}, "collected_on", None),
    (
        "A-future",
        {"collected_on": "2023-06-15"},
        {"collected_on": "2023-06-16"},
        "collected_on",
        None,
    ),
    ("A-future", {"confirmed_on": "2023-06"}, {"confirmed_on": "2023-07"}, "confirmed_on", None),
    ("A-crops", {}, {"industry": "畜牧业"}, "market_start", EMPTIED),
    ("A-product", {}, {"product": "四季豆"}, "product", None),
    ("A-product", {}, {"industry": "渔业"}, "industry", "种植业"),
    ("A-product", {}, {"scale_unit": "只"}, "scale_unit", "亩"),
    ("A-scale", {"scale": 0}, {"scale": -0.5}, "scale", None),
    ("A-stopped", {"scale": 1}, {"scale": 0}, "scale", None),
    ("A-scale", {}, {"scale": float("nan")}, "scale", None),
    ("A-scale", {}, {"scale": "约12亩"}, "scale", 12),
    ("A-alias", {"alias": "豆角"}, {"alias": "武昌鱼"}, "alias", None),
    ("A-facility", {"facility": 0}, {"facility": 1}, "facility", 0),
    ("A-period", {"period": "2023-2"}, {"period": "2023"}, "period", None),
    ("A-required", {}, {"period": None}, "period", None),
    ("D4-period", {"period": "2023-9"}, {"period": "2023-06"}, "period", "2023-1"),
    ("D3-plausible", {"scale": 5000}, {"scale": 5001}, "scale", None),
    (
        "D3-season",
        {"market_start": "--11", "market_end": "--03"},
        {"market_start": "2023-05", "market_end": "2023-03"},
        "market_end",
        None,
    ),
    (
        "D3-long-season",
        {"market_start": "2023-01", "market_end": "2023-12"},
        {"market_start": "2022-01", "market_end": "2023-01"},
        "market_end",
        None,
    ),
    ("A-point", {}, {"lon": None, "lat": None}, "geometry", None),
    ("A-point", {}, {"lat": None}, "geometry", None),
    (
        "A-decimals",
        {"coordinate_original": "115.013018 26.859674"},
        {"coordinate_original": "115.04,26.71"},
        "geometry",
        None,
    ),
    (
        "A-decimals",
        {"coordinate_original": None},
        {"coordinate_original": None, "lon": 115.01, "lat": 26.85},
        "geometry",
        None,
    ),
    ("D3-china", {}, {"lon": 26.859674, "lat": 115.013018}, "geometry", (115.013018, 26.859674)),
    ("D3-china", {}, {"lon": -0.1, "lat": 51.5}, "geometry", None),
    ("D3-boundary", {}, {"lon": 115.2}, "geometry", None),
    ("D3-boundary", {}, {"lon": 26.859674, "lat": 115.013018}, "geometry", (115.013018, 26.859674)),
    ("D3-place", {"lon": 115.06, "township": "澄江镇"}, {"lon": 115.06}, "geometry", None),
    ("D3-county", {"city": None}, {"county": "万安县"}, "county", {"county": "泰和县"}),
    ("D3-township", {}, {"township": "万合"}, "township", "万合镇"),
    (
        "D3-township",
        {"county": "万安县", "township": "窑头镇"},
        {"township": "窑头镇"},
        "township",
        None,
    ),
    ("D3-village", {}, {"village": "小鹏村"}, "village", None),
]


@pytest.mark.parametrize("rule, good, bad, column, fix", CASES)
def test_a_rule_passes_and_finds_its_fault(rule, good, bad, column, fix):
    assert rule not in {f.rule for f in check_record(crop(**good), CONTEXT)}
    found = [f for f in check_record(crop(**bad), CONTEXT) if (f.rule, f.column) == (rule, column)]
    assert len(found) == 1
    assert (found[0].fix, found[0].level) == (fix, BY_ID[rule].level)


def test_every_rule_of_a_record_has_a_case():
    assert {case[0] for case in CASES} == {rule.id for rule in RECORD_RULES}


def test_animals_are_collected_by_month():
    assert check_record(animal(), CONTEXT) == check_record(crop(), CONTEXT) == []
    (finding,) = check_record(animal(period="2023-1", collected_on="2023-06-03"), CONTEXT)
    assert (finding.rule, finding.fix) == ("D4-period", "2023-06")


def test_a_fish_tank_belongs_to_fish():
    fish = animal(industry="渔业", product="乌鳢", scale=0.5, scale_unit="亩", facility=1)
    assert check_record(fish, CONTEXT) == []


# --- the whole table -----------------------------------------------------------------------


def many(number, **changes):
    """Return records of different producers, phones, villages and points."""
    return [
        crop(
            **{
                "subject_name": f"泰和{'甲乙丙丁戊己庚辛'[n]}农场",
                "contact_phone": f"1380000000{n}",
                "lon": 115.01 + n / 1000,
                **changes,
            }
        )
        for n in range(number)
    ]


TABLES = [
    ("D3-same-point", many(3), many(3, lon=115.01), 3),
    ("D3-same-point", many(2, lon=115.01), many(4, lon=115.0100000004), 4),
    (
        "D3-same-phone",
        many(2, contact_phone="13800000000"),
        many(3, contact_phone="13800000000"),
        3,
    ),
    ("D3-duplicate", [crop(), crop(period="2023-2")], [crop(), crop(), crop()], 2),
    ("D3-duplicate", [crop(), crop(lon=115.02)], [crop(lon=None, lat=None) for _ in "ab"], 1),
    ("D3-twice", [crop(), crop(lon=115.02)], [crop(), crop(lon=None, lat=None)], 1),
    ("D3-near", [crop(), crop(lon=115.014018)], [crop(), crop(lon=115.013098)], 1),
    ("D3-near", [crop(), crop(product="韭菜")], [crop(), crop(village="小鹏村")], 1),
    (
        "D3-near",
        [crop(), crop(subject_name="泰和大朋惠众专业合作社", lon=115.01302)],
        [crop(), crop(subject_name="泰和大朋惠民专业合作社", lon=115.01302)],
        1,
    ),
    (
        "D3-near",
        [crop(subject_name="大鹏一号"), crop(subject_name="大鹏二号")],
        [crop(lon=115.0), crop(lon=115.00005, period="2023-2"), crop(lon=115.00005)],
        1,
    ),
    ("B1-threshold", [crop(scale=0.5)], [crop(scale=0.49)], 1),
    ("B1-threshold", [crop(scale=0)], [crop(scale=0), crop(scale=0.4, lon=115.02)], 1),
    ("B1-threshold", [crop(scale=0.3), crop(scale=0.3, lon=115.02)], [animal(scale=49)], 1),
    (
        "B1-threshold",
        [animal(product="乌鳢", scale=0.3, scale_unit="亩", facility=1)],
        [animal(product="乌鳢", scale=9, scale_unit="亩", facility=0)],
        1,
    ),
    (
        "B1-threshold",
        [crop(scale=0.4), crop(scale=None, lon=115.02)],
        [crop(scale=0.2), crop(scale=0.2, lon=115.02)],
        2,
    ),
]


@pytest.mark.parametrize("rule, good, bad, count", TABLES)
def test_a_rule_of_the_table_passes_and_finds_its_fault(rule, good, bad, count):
    assert rule not in {f.rule for f in check_table(good, CONTEXT)}
    found = [f for f in check_table(bad, CONTEXT) if f.rule == rule]
    assert len(found) == count
    assert {f.level for f in found} == {BY_ID[rule].level}


def test_every_rule_of_the_table_has_a_case():
    assert {case[0] for case in TABLES} == {rule.id for rule in TABLE_RULES}


def test_a_round_before_does_not_count_towards_the_total():
    base = animal(scale=30)
    later = {**base, "uuid": "later", "period": "2023-07"}
    assert [f.rule for f in check_table([base, later], CONTEXT)] == ["B1-threshold"]


def test_near_records_are_found_in_a_crowd_on_one_spot():
    """At the office of the village: a hundred producers, two of them nearly one."""
    crowd = [
        crop(subject_name=f"泰和{chr(0x4E00 + n)}{chr(0x5E00 + n)}家庭农场") for n in range(100)
    ]
    crowd.append(crop(subject_name=crowd[40]["subject_name"] + "场"))
    found = [f for f in check_table(crowd) if f.rule == "D3-near"]
    assert [f.record for f in found] == [crowd[-1]["uuid"]]
    assert crowd[40]["subject_name"] in str(found[0].message)


def test_only_what_was_asked_about_is_told_but_all_is_compared():
    records = many(3, lon=115.01)
    found = list(judge(records[:1], CONTEXT, records))
    assert [(r["uuid"], f.rule) for r, f in found] == [(records[0]["uuid"], "D3-same-point")]


# --- the declaration -------------------------------------------------------------------------


def test_ids_are_stable_and_unique():
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))
    assert {"A-required", "A-phone", "A-point", "D3-boundary", "D3-season", "D3-near"} <= set(ids)
    assert {rule.level for rule in RULES} == {ERROR, WARNING}


VALUES = st.one_of(
    st.none(),
    st.sampled_from(
        ["", "无", "豇豆", "亩", "种植业", "2023-05", "--05", "2023-1", "13800138000", "{}", "{a}"]
    ),
    st.text(max_size=8),
)
NUMBERS = st.one_of(st.none(), st.floats(), st.integers(-5, 10**6), st.text(max_size=4))
DEGREES = st.one_of(st.none(), st.floats(-200, 200))


@st.composite
def any_record(draw):
    record = empty_record()
    for column in COLLECTION_POINT:
        record[column.name] = draw(NUMBERS if column.name == "scale" else VALUES) or None
    record["lon"], record["lat"] = draw(DEGREES), draw(DEGREES)
    record["facility"] = draw(st.sampled_from([None, 0, 1]))
    return record


@settings(max_examples=150, deadline=None)
@given(st.lists(any_record(), min_size=1, max_size=4))
def test_rules_take_any_record_and_say_only_what_they_declare(records):
    for finding in check_all(records, CONTEXT):
        rule = BY_ID[finding.rule]
        assert finding.level == rule.level
        assert finding.message.text in {text.text for text in rule.texts}
        assert str(finding.message)
        assert set(rule.told) <= set(finding.message.args)
        assert finding.fix is None or rule.fix is not None
