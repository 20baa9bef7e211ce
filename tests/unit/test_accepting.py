"""Acceptances of warnings: which one counts, for which values, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from origin_trace.core.accepting import (
    Accepted,
    acceptance_rows,
    can_be_accepted,
    spoken_of,
    withdrawal_rows,
)
from origin_trace.core.errors import InputError
from origin_trace.core.rules import RULES, Context, check_record, judge
from origin_trace.tests.unit.records import crop

CONTEXT = Context(county=("江西省", "吉安市", "泰和县"))


def found(*records):
    return [(r, f) for r, f in judge(list(records), CONTEXT) if f.level == "warning"]


def rows(each, reason="属实", operator="王芳", time="2024-01-01T00:00:00.000Z"):
    return acceptance_rows(each, reason, operator, time)


def test_the_latest_row_counts():
    warnings = found(crop(scale=60000))
    (record, finding) = warnings[0]
    accepted = rows(warnings, "第一次", time="2024-01-01")
    again = rows(warnings, "第二次", time="2024-03-01")
    back = withdrawal_rows(warnings, "", "李", "2024-02-01")
    assert Accepted([*accepted, *back]).of(finding, record) is None
    for order in ([*accepted, *back, *again], [*again, *back, *accepted]):
        assert Accepted(order).of(finding, record).reason == "第二次"


@given(st.floats(1e4, 1e9) | st.integers(10_000, 10**9))
def test_a_number_is_one_value_however_it_was_read(scale):
    record = crop(scale=scale)
    warnings = found(record)
    kept = Accepted(rows(warnings))
    if float(scale).is_integer():
        record["scale"] = float(scale) if isinstance(scale, int) else int(scale)
    assert all(kept.of(finding, record) for _record, finding in found(record))


@pytest.mark.parametrize("column, value", [("lon", 115.0131), ("coordinate_original", "115,26")])
def test_an_accepted_point_that_moves_is_open_again(column, value):
    record = crop(coordinate_original="115.01,26.85")
    warnings = found(record)
    kept = Accepted(rows(warnings))
    moved = {**record, column: value}
    assert kept.of(warnings[0][1], record) is not None
    (finding,) = [f for f in check_record(moved, CONTEXT) if f.rule == "A-decimals"]
    assert kept.of(finding, moved) is None


def test_a_nearly_equal_neighbour_is_accepted_for_that_neighbour_only():
    record, other = crop(), crop(lon=115.01305, subject_name="泰和大鹏惠民专业合作社社")
    warnings = [(r, f) for r, f in found(record, other) if f.rule == "D3-near"]
    kept = Accepted(rows(warnings))
    third = crop(lon=115.01305, subject_name="泰和大鹏惠民专业合作社会")
    again = [(r, f) for r, f in judge([third, other], CONTEXT) if f.rule == "D3-near"]
    assert kept.of(warnings[0][1], other) is not None
    assert [kept.of(finding, r) for r, finding in again] == [None]


def test_what_cannot_be_accepted():
    record = crop(contact_phone="1", scale=60000)
    everything = list(judge([record], CONTEXT))
    warnings = found(record)
    with pytest.raises(InputError, match="is an error"):
        rows(everything)
    with pytest.raises(InputError, match="only with a reason"):
        rows(warnings, reason=" ")
    with pytest.raises(InputError, match="Nobody is named"):
        rows(warnings, operator="")
    with pytest.raises(InputError, match="not saved yet"):
        rows(found(crop(uuid=None, scale=60000)))
    errors = {rule.id for rule in RULES if rule.level == "error"}
    assert not any(can_be_accepted(rule) for rule in errors) and not can_be_accepted("X")
    assert all(can_be_accepted(rule.id) for rule in RULES if rule.id not in errors)


def test_the_value_is_kept_as_text_that_a_person_can_read():
    (record, finding) = found(crop(scale=60000.0))[0]
    assert spoken_of(finding, record) == '{"product": "豇豆", "scale": 60000, "scale_unit": "亩"}'
