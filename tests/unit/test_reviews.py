"""The state machine of the review: each step allowed and each one refused."""

from __future__ import annotations

from datetime import date

import pytest
from origin_trace.core.errors import InputError
from origin_trace.core.reviews import (
    APPROVE,
    BECOMES,
    DECISIONS,
    RETURN,
    SUBMIT,
    TAKES,
    WITHDRAW,
    Decision,
    by_collector,
    days_over,
    decide,
    faults,
    last_day,
    late_corrections,
    overdue,
    why_not,
)
from origin_trace.core.rules import Context, check_all
from origin_trace.core.schema import STATUSES, TRANSITIONS
from origin_trace.tests.unit.records import animal, crop

TODAY = date(2026, 11, 25)
VISITED = {"confirmed_on": "2026-11-20", "confirmed_how": "基地实地走访"}
ALLOWED = {
    ("draft", SUBMIT),
    ("returned", SUBMIT),
    ("submitted", APPROVE),
    ("submitted", RETURN),
    ("approved", WITHDRAW),
}


def reasons(record, kind, operator="王审核"):
    decision = Decision(kind, operator, "缺村名", "2026-12-01")
    return [m.text for m in why_not(record, decision, check_all([record], Context()))]


@pytest.mark.parametrize("kind", DECISIONS)
@pytest.mark.parametrize("status", [*STATUSES, None])
@pytest.mark.parametrize("make", [crop, animal])
def test_every_step_is_allowed_or_refused(make, status, kind):
    refused = reasons(make(status=status, **VISITED), kind)
    assert (refused == []) is ((status or "draft", kind) in ALLOWED)
    assert len(refused) <= 1


def test_the_store_knows_the_same_steps():
    assert {(old, BECOMES[kind]) for kind, olds in TAKES.items() for old in olds} == TRANSITIONS


@pytest.mark.parametrize(
    "changes",
    [
        {"village": None},
        {"market_start": None},
        {"lon": None, "lat": None},
    ],
)
def test_what_is_incomplete_is_neither_submitted_nor_approved(changes):
    assert len(reasons(crop(status="draft", **changes), SUBMIT)) == 1
    assert len(reasons(crop(status="returned", **changes), SUBMIT)) == 1
    assert len(reasons(crop(status="submitted", **changes), APPROVE)) == 1
    assert reasons(crop(status="submitted", **changes), RETURN) == []


@pytest.mark.parametrize("changes", [{"contact_phone": "12345"}, {"scale": -1.0}])
def test_what_is_wrong_may_be_submitted_but_not_approved(changes):
    assert reasons(crop(status="draft", **changes), SUBMIT) == []
    assert len(reasons(crop(status="submitted", **changes), APPROVE)) == 1


def test_a_warning_stops_nothing():
    record = crop(status="submitted", scale=99999.0)
    assert check_all([record], Context()) != []
    assert reasons(record, APPROVE) == []


def test_an_error_that_only_shows_in_the_table_stops_an_approval():
    one = crop(status="submitted")
    two = {**one, "uuid": "2"}
    (finding,) = (f for f in check_all([one, two], Context()) if f.level == "error")
    assert why_not(two, Decision(APPROVE, "王审核"), [finding]) == [finding.message]


@pytest.mark.parametrize("missing", [{}, {"confirmed_on": None}, {"confirmed_how": None}])
def test_a_record_from_a_sheet_needs_its_visit(missing):
    from_sheet = crop(status="submitted", import_batch="b1", **{**VISITED, **missing})
    assert len(reasons(from_sheet, APPROVE)) == bool(missing)
    assert reasons({**from_sheet, "import_batch": None}, APPROVE) == []
    assert reasons({**from_sheet, "status": "draft"}, SUBMIT) == []


@pytest.mark.parametrize("operator", ["李志", "李 志", " 李志 "])
def test_nobody_approves_what_he_collected(operator):
    own = crop(status="submitted", collector="李志")
    assert len(reasons(own, APPROVE, operator)) == 1
    assert reasons(own, RETURN, operator) == []
    assert reasons({**own, "collector": "李志强"}, APPROVE, operator) == []


def test_faults_are_what_stops_an_approval_by_anybody():
    record = crop(status="submitted", village=None, import_batch="b", collector="王", scale=99999.0)
    found = faults(record, check_all([record], Context()))
    assert [m.text for m in found] == reasons(record, APPROVE, "李") != []
    assert len(reasons(record, APPROVE, "王")) == len(found) + 1


def test_all_reasons_are_told_at_once():
    record = crop(status="submitted", village=None, scale=-1.0, import_batch="b", collector="王")
    assert len(reasons(record, APPROVE, "王")) == 4


@pytest.mark.parametrize(
    "given",
    [
        {"operator": " "},
        {"reason": "  "},
        {"deadline": None},
        {"deadline": date(2026, 11, 24)},
    ],
)
def test_a_return_without_what_it_needs_is_refused(given):
    values = {"operator": "王", "reason": "缺村名", "deadline": TODAY, "today": TODAY, **given}
    with pytest.raises(InputError) as error:
        decide(RETURN, **values)
    assert error.value.advice is not None


def test_what_a_decision_writes():
    assert decide(RETURN, " 王 ", " 缺村名 ", TODAY, TODAY).values() == {
        "status": "returned",
        "updated_by": "王",
        "return_reason": "缺村名",
        "return_deadline": "2026-11-25",
    }
    assert decide(SUBMIT, "王").values() == {"status": "submitted", "updated_by": "王"}
    # A comment on an approval belongs to the event; the record is without blame again.
    approved = decide(APPROVE, "王", "已核对", date(2020, 1, 1))
    assert (approved.reason, approved.deadline) == ("已核对", None)
    assert approved.values() == {
        "status": "approved",
        "updated_by": "王",
        "return_reason": None,
        "return_deadline": None,
    }


@pytest.mark.parametrize(
    "status, deadline, days",
    [
        ("returned", "2026-11-24", 1),
        ("returned", "2026-11-25", None),  # its last day is today
        ("returned", "2026-11", None),
        ("returned", "2026-10", 25),
        ("returned", "2024-02", 1000),
        ("returned", None, None),
        ("returned", "月底", None),
        ("returned", "--05-01", None),
        ("submitted", "2026-11-01", None),  # corrected and sent again
        ("approved", "2026-11-01", None),
    ],
)
def test_days_over_the_deadline(status, deadline, days):
    assert days_over(crop(status=status, return_deadline=deadline), TODAY) == days


def test_deadlines_that_cannot_be_read():
    assert last_day("2026-13") is None
    assert last_day("2026-02") == date(2026, 2, 28)


def test_what_is_overdue_is_told_by_collector():
    def late(collector, deadline):
        return crop(status="returned", return_deadline=deadline, collector=collector)

    records = [
        late("李志", "2026-11-20"),
        late(None, "2026-11-24"),
        late("何福", "2026-11-01"),
        late("李志", "2026-11-10"),
        late("李志", "2026-11-30"),
    ]
    found = overdue(records, TODAY)
    assert [days for _, days in found] == [1, 24, 15, 5]
    assert by_collector(found) == [(None, 1, 1), ("何福", 1, 24), ("李志", 2, 15)]


def ended(day, before):
    return {"time": f"{day}T04:00:00.000Z", "before": before}


def test_a_return_is_late_by_its_last_deadline_and_each_return_counts():
    back = crop(status="returned", return_deadline="2026-11-20")
    rows = [
        ended("2026-11-24", {**back, "return_deadline": "2026-11-25"}),  # in time
        ended("2026-11-28", back),  # returned a second time, eight days late
        ended("2026-11-29", {**back, "return_deadline": None}),
        ended("2026-12-02", {**back, "return_deadline": "2026-11"}),  # the end of the month
    ]
    found = list(late_corrections(rows, date(2026, 12, 31)))
    assert [(each.day.isoformat(), each.days) for each in found] == [
        ("2026-11-28", 8),
        ("2026-12-02", 2),
    ]
    assert len(list(late_corrections(rows, date(2026, 12, 1)))) == 1
    december = late_corrections(rows, date(2026, 12, 31), date(2026, 12, 1))
    assert [each.days for each in december] == [2]
