"""The parts of an atlas hold every record once; outcomes of inspections go to the right base."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from origin_trace.core.atlas_parts import BY_PRODUCT, BY_TOWNSHIP, parts_of
from origin_trace.core.inspection_states import FAILED, OPEN, PASSED, latest_outcomes
from origin_trace.core.schema import empty_record

ORDER = ("豇豆", "肉羊", "鸡蛋")


def record(number, product="豇豆", township="马市镇", **more):
    known = {"uuid": f"u{number}", "base_id": f"b{number}"}
    return {**empty_record(), **known, "product": product, "township": township, **more}


def test_parts_by_product_stand_in_the_countys_order():
    found = parts_of(
        [record(1, "鸡蛋"), record(2, None), record(3, "莲藕"), record(4), record(5, "鸡蛋")],
        BY_PRODUCT,
        ORDER,
    )
    assert [part.name for part in found] == ["豇豆", "鸡蛋", "莲藕", None]
    assert [len(part.records) for part in found] == [1, 2, 1, 1]


def test_parts_by_township_stand_by_pinyin_and_those_without_one_last():
    given_records = [
        record(1, township="  "),
        record(2),
        record(3, township="澄江镇", lon=1, lat=1),
    ]
    found = parts_of(given_records, BY_TOWNSHIP, ORDER)
    assert [part.name for part in found] == ["澄江镇", "马市镇", None]
    assert [part.placed for part in found] == [1, 0, 0]


def test_a_list_goes_by_township_product_village_and_producer():
    records = [
        record(1, "肉羊", village="东村", subject_name="丙"),
        record(2, "豇豆", village="西村", subject_name="乙"),
        record(3, "豇豆", village="东村", subject_name="乙"),
        record(4, "豇豆", village="东村", subject_name="丙"),
        record(5, "肉羊", "澄江镇"),
    ]
    (part, *_others) = parts_of([{**each, "product": "豇豆"} for each in records], BY_PRODUCT, ())
    assert part.records[0]["uuid"] == "u5"
    found = parts_of(records, BY_TOWNSHIP, ORDER)[1]
    assert [each["uuid"] for each in found.records] == ["u4", "u3", "u2", "u1"]


@given(
    st.lists(st.tuples(st.sampled_from([None, " ", *ORDER, "莲藕"]), st.sampled_from("甲乙丙"))),
    st.sampled_from([BY_PRODUCT, BY_TOWNSHIP]),
)
def test_every_record_is_in_one_part(chosen, by):
    records = [record(n, product, town) for n, (product, town) in enumerate(chosen)]
    found = parts_of(records, by, ORDER)
    listed = [each["uuid"] for part in found for each in part.records]
    assert sorted(listed) == sorted(each["uuid"] for each in records)
    assert len({part.name for part in found}) == len(found)


def result(passed, on="2023-05-01", product="豇豆", base=None, uuid=None, name=None):
    row = {"passed": passed, "inspected_on": on, "product": product}
    return {**row, "base_id": base, "uuid": uuid, "subject_name": name}


@pytest.mark.parametrize(
    ("results", "state"),
    [
        ([result(1, base="b1")], PASSED),
        ([result(1, uuid="u1"), result(0, "2023-04-01", base="b1")], PASSED),
        ([result(1, base="b1"), result(0, base="b1"), result(None, base="b1")], FAILED),
        ([result(None, "2023-06", base="b1"), result(0, base="b1")], OPEN),
        ([result(0, base="b1", product=None)], FAILED),
        ([result(1, name="泰和县第一合作社")], PASSED),
        ([result(0, base="b2")], None),
        ([result(0, base="b1", product="肉羊")], None),
        ([result(0, name="泰和县第二合作社")], None),
        ([result(1, on=None, base="b1")], PASSED),
    ],
)
def test_the_latest_result_counts(results, state):
    outcomes = latest_outcomes([record(1, subject_name="泰和县第一合作社")], results)
    assert (outcomes["u1"].state if outcomes else None) == state


def test_a_name_that_two_people_have_says_nothing_of_either():
    records = [
        record(1, subject_name="李明", village="东"),
        record(2, subject_name="李明", village="西"),
    ]
    assert latest_outcomes(records, [result(0, name="李明")]) == {}
    assert set(latest_outcomes(records, [result(0, name="李明", base="b2")])) == {"u2"}
