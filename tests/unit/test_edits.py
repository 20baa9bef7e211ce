"""What became of an edit in the store, and which edits are refused."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from origin_trace.core.edit_rules import edit_errors
from origin_trace.core.edits import (
    ADDED,
    CHANGED,
    CLEAN,
    CONFLICT,
    DELETED,
    DONE,
    OPEN,
    Edit,
    from_json,
    latest,
    outcome,
    outcomes,
)
from origin_trace.core.rules import Context
from origin_trace.core.schema import APPROVED, DRAFT, RETURNED, SUBMITTED
from origin_trace.tests.unit.records import crop

POINT = (115.5, 26.9)
degrees = st.floats(-180, 180)
edits = st.builds(
    Edit,
    st.sampled_from([ADDED, CHANGED, DELETED, CLEAN]),
    st.integers(),
    st.none() | st.text(),
    st.none() | st.integers(),
    st.dictionaries(st.text(), st.none() | st.text() | st.floats(allow_nan=False)),
    st.just(True),
    st.none() | st.tuples(degrees, degrees),
)


@given(edits)
def test_a_journal_gives_back_what_was_written(edit):
    assert from_json(json.loads(json.dumps(edit.to_json()))) == edit


def test_only_the_last_state_of_a_feature_counts():
    changed = Edit(CHANGED, 1, "a", 1, {"contact": "x"})
    again = Edit(CHANGED, 1, "a", 1, {"contact": "y"})
    assert latest([changed, again, Edit(CHANGED, 2, "b", 1), Edit(CLEAN, 2)]) == [again]


def held(**changes):
    return crop(uuid="a", version=3, **changes)


@pytest.mark.parametrize(
    ("edit", "stored", "expected"),
    [
        (Edit(CHANGED, 1, "a", 3, {"contact": "x"}), held(), OPEN),
        (Edit(CHANGED, 1, "a", 2, {"contact": "x"}), held(), CONFLICT),
        (Edit(CHANGED, 1, "a", 2, {"contact": "x"}), held(contact="x"), DONE),
        (Edit(CHANGED, 1, "a", 3, {"contact": ""}), held(contact=None), DONE),
        (Edit(CHANGED, 1, "a", 3, {"contact": "x"}), None, CONFLICT),
        (Edit(CHANGED, 1, "a", 3, {}, True, POINT), held(), OPEN),
        (Edit(CHANGED, 1, "a", 3, {}, True, None), held(lon=None, lat=None), DONE),
        # A save that was cut short between values and point.
        (Edit(CHANGED, 1, "a", 2, {"contact": "x"}, True, POINT), held(contact="x"), OPEN),
        (Edit(CHANGED, 1, "a", 1, {"contact": "x"}, True, POINT), held(contact="x"), CONFLICT),
        (Edit(DELETED, 1, "a", 3), held(), OPEN),
        (Edit(DELETED, 1, "a", 2), held(), CONFLICT),
        (Edit(DELETED, 1, "a", 2), None, DONE),
        (Edit(ADDED, -2, "a", None, {"contact": "x"}, True, POINT), None, OPEN),
        (Edit(ADDED, -2, "a", None, {"contact": "x"}, True, POINT), held(), CONFLICT),
    ],
)
def test_outcome(edit, stored, expected):
    assert outcome(edit, stored) == expected


def test_a_record_cut_and_pasted_is_one_that_may_be_written():
    cut, pasted = (
        Edit(DELETED, 1, "a", 3),
        Edit(ADDED, -2, "a", None, {"contact": "x"}, True, POINT),
    )
    assert outcomes([pasted, cut], {"a": held()}) == [(cut, OPEN), (pasted, OPEN)]
    other = {"a": {**held(), "version": 4}}
    assert {state for _, state in outcomes([pasted, cut], other)} == {CONFLICT}


@pytest.mark.parametrize("status", [DRAFT, SUBMITTED, RETURNED, APPROVED])
@pytest.mark.parametrize(
    ("change", "in_a_draft"),
    [
        ({"contact": None}, True),
        ({"lon": None, "lat": None}, True),
        ({"contact_phone": "123"}, True),
        ({"market_start": "2023-06", "market_end": "2023-05"}, True),
        ({"scale": -1.0}, False),
        ({"product": "土豆"}, False),
        ({"subject_type": "其他"}, False),
        ({"lon": 1.0}, False),
    ],
)
def test_what_a_draft_may_have_and_what_no_record_may(status, change, in_a_draft):
    old = crop(status=status)
    new = {**old, **change}
    refused = edit_errors(old, new, set(change) | {"geometry"}, Context())
    assert bool(refused) is (not in_a_draft or status in (SUBMITTED, APPROVED))


@pytest.mark.parametrize("status", [DRAFT, SUBMITTED, RETURNED, APPROVED])
def test_that_a_base_has_stopped_may_be_said_of_any_record(status):
    old = crop(status=status)
    assert not edit_errors(old, {**old, "scale": 0}, {"scale"}, Context())


def test_nothing_is_handed_over_with_an_error():
    old = crop(contact_phone="123")
    assert not edit_errors(old, {**old, "remarks": "好"}, {"remarks"}, Context())
    (error,) = edit_errors(old, {**old, "status": SUBMITTED}, {"status"}, Context())
    assert error.column == "contact_phone"
