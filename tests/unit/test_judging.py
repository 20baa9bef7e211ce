"""Judging many records for one decision: who may go, who stays, each with its reason."""

from __future__ import annotations

import pytest
from origin_trace.core.findings import ERROR
from origin_trace.core.judging import judge_decision
from origin_trace.core.people import People
from origin_trace.core.reviews import (
    APPROVE,
    CHANGED_SINCE,
    IN_HAND,
    NOT_STORED,
    RETURN,
    WITHDRAW,
    Decision,
)
from origin_trace.core.rules import (
    RULES,
    TABLE_RULES,
    Context,
    check_all,
    check_record,
    check_table,
)
from origin_trace.core.tables import PERSON, TABLES
from origin_trace.tests.unit.records import animal, crop

REVIEWER = Decision(APPROVE, "王审核")
NOBODY = People()
PERSON_COLUMNS = [column.name for column in TABLES[PERSON]]


def submitted(uuid, **changes):
    return crop(**{"uuid": uuid, "status": "submitted", "version": 2, **changes})


def judge(records, asked, decision=REVIEWER, in_hand=(), people=NOBODY, **more):
    stored = {record["uuid"]: record for record in records}
    return judge_decision(decision, asked, stored, in_hand, Context(), people, **more)


def test_what_may_go_carries_the_version_that_was_judged():
    verdict = judge([submitted("a")], [("a", 2)])
    assert verdict.versions == {"a": 2} and verdict.refused == []


@pytest.mark.parametrize(
    ("asked", "in_hand", "reason"),
    [
        (("gone", None), (), NOT_STORED),
        ((None, None), (), NOT_STORED),
        (("a", 1), (), CHANGED_SINCE),
        (("a", 2), ("a",), IN_HAND),
    ],
)
@pytest.mark.parametrize("kind", [APPROVE, RETURN, WITHDRAW])
def test_what_was_not_judged_as_it_stands_stays(asked, in_hand, reason, kind):
    verdict = judge([submitted("a")], [asked], Decision(kind, "王审核"), in_hand)
    assert verdict.versions == {}
    ((_record, reasons),) = verdict.refused
    assert reasons == [reason]


def test_a_duplicate_among_the_others_stops_an_approval_but_no_return():
    records = [submitted("a"), submitted("b")]
    assert judge(records, [("b", None)]).versions == {}
    assert judge(records, [("a", None)]).versions == {"a": 2}
    assert judge(records, [("b", None)], Decision(RETURN, "王审核", "重复")).versions == {"b": 2}


def test_an_earlier_period_of_a_base_is_no_duplicate():
    old = submitted("a", base_id="1", period="2023-1")
    new = submitted("b", base_id="1", period="2023-2")
    other = submitted("c", base_id="2", period="2023-1")
    assert judge([old, new, other], [("c", None)]).versions == {"c": 2}


def test_a_round_that_was_only_opened_hides_no_duplicate():
    shown = animal(uuid="a", base_id="1", period="2023-06", status="approved", version=2)
    opened = {**shown, "uuid": "b", "period": "2023-07", "status": "draft", "scale": None}
    again = {**shown, "uuid": "c", "base_id": "2", "status": "submitted"}
    verdict = judge([shown, opened, again], [("c", None)])
    assert verdict.versions == {}


def test_whom_the_store_does_not_list_as_a_reviewer_decides_nothing():
    people = People([{**dict.fromkeys(PERSON_COLUMNS), "name": "李", "role": "reviewer"}])
    verdict = judge([submitted("a")], [("a", None)], people=people)
    assert verdict.versions == {}
    assert judge([submitted("a")], [("a", None)], Decision(APPROVE, "李"), people=people).versions


def test_work_is_told_and_can_be_stopped():
    shares = []
    records = [submitted(str(n), lon=115 + n / 1000) for n in range(2500)]
    judge(records, [(r["uuid"], None) for r in records], step=shares.append)
    assert shares == [0.0, 0.4, 0.8]


def test_only_the_errors_are_asked_of_the_rules():
    records = [crop(village=None, scale=99999.0), crop(contact_phone="1"), crop(), crop()]
    for record in records:
        every = check_record(record, Context())
        assert check_record(record, Context(), ERROR) == [f for f in every if f.level == ERROR]
    every = check_table(records, Context())
    assert check_table(records, Context(), ERROR) == [f for f in every if f.level == ERROR]
    assert {f.level for f in check_all(records, Context())} == {rule.level for rule in RULES}


def test_a_store_need_only_read_what_may_be_the_same_record_twice():
    """``sql_read.read_compared`` relies on it; another error of the table needs more."""
    assert [rule.id for rule in TABLE_RULES if rule.level == ERROR] == ["D3-duplicate"]
