"""Who may submit, review and see phones; a person as somebody typed them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from origin_trace.core.findings import Finding
from origin_trace.core.people import People
from origin_trace.core.person_entry import read_person, renamed
from origin_trace.core.reviews import APPROVE, RETURN, SUBMIT, Decision, why_not
from origin_trace.core.tables import PERSON, ROLES, TABLES
from origin_trace.tests.unit.records import crop

TODAY = date(2026, 11, 30)
EMPTY = {column.name: None for column in TABLES[PERSON]}


def person(name, role, **more):
    return {**EMPTY, "id": name, "name": name, "role": role, "active": 1, **more}


def agency(name="赵测", number="密-1", begins="2026-01-01", ends="2026-12-31", **more):
    dates = {"agreement_date": begins, "agreement_expires": ends}
    return person(name, "agency", organisation="某公司", agreement_number=number, **dates, **more)


def may(people, kind, name, **record):
    status = "draft" if kind == SUBMIT else "submitted"
    record = crop(**{"status": status, "confirmed_on": "2026-11-01", **record})
    decision = Decision(kind, name, "缺村名", "2026-12-10")
    reasons = why_not(record, decision, [], People(people), TODAY)
    assert len(reasons) <= 1
    return reasons == [] or reasons[0].render()


@pytest.mark.parametrize("kind", [SUBMIT, APPROVE, RETURN])
@pytest.mark.parametrize("others", [[], [person("李采", "collector")], [agency()]])
def test_without_a_listed_reviewer_anybody_named_may(kind, others):
    assert may(others, kind, "谁都行") is True


@pytest.mark.parametrize("kind", [APPROVE, RETURN])
def test_where_reviewers_are_listed_only_an_active_one_decides(kind):
    people = [person("王审核", "reviewer"), person("李采", "collector")]
    assert may(people, kind, "王 审核") is True  # names compared as everywhere
    for name in ("李采", "谁都行"):
        assert "not listed as a reviewer" in may(people, kind, name)
    gone = [person("王审核", "reviewer", active=0), person("李采", "collector")]
    assert "taken out of use" in may(gone, kind, "王审核")
    assert "not listed as a reviewer" in may(gone, kind, "李采")  # not open to all again
    assert may([*gone, person("李采", "reviewer")], kind, "李采") is True  # one of two roles


def test_a_row_without_a_name_is_nobody_and_opens_nothing():
    # As an edit in plain QGIS may leave it.
    nameless = person(None, "reviewer")
    assert People([nameless, person("李采", "collector")]).rows == [person("李采", "collector")]
    assert "not listed as a reviewer" in may([nameless], APPROVE, "谁都行")


def test_a_collector_submits_and_whoever_is_not_listed_does():
    people = [
        person("王审核", "reviewer"),
        person("李采", "collector"),
        person("孙检", "inspector"),
    ]
    for name in ("李采", "王审核", "谁都行"):
        assert may(people, SUBMIT, name) is True
    assert "inspector" in may(people, SUBMIT, "孙检")
    assert "taken out of use" in may([person("李采", "collector", active=0)], SUBMIT, "李采")


def test_an_enterprise_submits_its_own_records_only_and_reviews_none():
    people = [person("周企", "enterprise", organisation="泰和大鹏惠民专业合作社")]
    assert may(people, SUBMIT, "周企") is True
    assert may(people, SUBMIT, "周企", subject_name="泰和 大鹏惠民专业合作社") is True
    assert "泰和大鹏惠民专业合作社" in may(people, SUBMIT, "周企", subject_name="另一社")
    assert "reviewer of the county" in may(people, APPROVE, "周企")
    assert People(people).why_not_see("周企", TODAY) is not None


@pytest.mark.parametrize(
    ("agreement", "says"),
    [
        ({}, True),
        ({"ends": None}, True),
        ({"ends": "2026-11-30"}, True),  # its last day
        ({"ends": "2026-11"}, True),
        ({"ends": "2026-11-29"}, "ended on 2026-11-29"),
        ({"ends": "2026-10"}, "ended on 2026-10"),
        ({"ends": "何时"}, "ended on 何时"),
        ({"begins": "2026-12-01"}, "begins on 2026-12-01"),
        ({"begins": None}, "No confidentiality agreement"),
        ({"number": None}, "No confidentiality agreement"),
    ],
)
@pytest.mark.parametrize("kind", [SUBMIT, APPROVE, RETURN])
def test_an_agency_works_while_its_agreement_is_in_force(kind, agreement, says):
    found = may([agency(**agreement)], kind, "赵测")
    assert found is True if says is True else says in found
    seen = People([agency(**agreement)]).why_not_see("赵测", TODAY)
    assert (seen is None) is (says is True)


@given(st.integers(-400, 400))
def test_an_agreement_is_refused_after_its_end_and_warned_of_for_thirty_days(days):
    ends = TODAY + timedelta(days)
    people = People([agency(begins="2020-01-01", ends=ends.isoformat())])
    refused = people.why_not_submit("赵测", crop(), TODAY) is not None
    assert refused is (days < 0)
    assert bool(people.notes("赵测", TODAY)) is (days <= 30)


def test_a_denied_person_is_told_before_anything_about_the_record():
    record = crop(status="draft", lon=None, lat=None)
    wrong = Finding("A-point", "error", "x")
    decision = Decision(SUBMIT, "孙检")
    people = People([person("孙检", "inspector")])
    (reason,) = why_not(record, decision, [wrong], people, TODAY)
    assert "inspector" in reason.render()


# --- what somebody typed -------------------------------------------------------------


def typed(role="collector", **more):
    row = {**EMPTY, "id": "1", "name": "王芳", "role": role, **more}
    return {key: value for key, value in row.items() if key not in ("id", "active")}


def test_what_is_typed_is_put_in_order():
    row, wrong = read_person(
        typed(
            "agency",
            name=" 王  芳\u200b",
            phone="+86 138-0013-8000",
            organisation="某公司 ",
            agreement_number="密2026-1",
            agreement_date="2026年1月5日",
            agreement_expires="2027.1.4",
        ),
        [],
    )
    assert wrong == {}
    assert row["phone"] == "13800138000"
    assert (row["agreement_date"], row["agreement_expires"]) == ("2026-01-05", "2027-01-04")
    assert row["organisation"] == "某公司"


def test_a_second_number_is_kept_as_a_remark():
    row, wrong = read_person(typed(phone="13800138000/0796-5321234", remarks="周末"), [])
    assert (row["phone"], wrong) == ("13800138000", {})
    assert row["remarks"].startswith("周末；") and "5321234" in row["remarks"]


@pytest.mark.parametrize(
    ("role", "more", "columns"),
    [
        ("collector", {}, set()),
        ("collector", {"name": "  "}, {"name"}),
        ("collector", {"phone": "12345"}, {"phone"}),
        ("agency", {}, {"organisation", "agreement_number", "agreement_date"}),
        ("enterprise", {}, {"organisation"}),
        ("collector", {"agreement_date": "5月"}, {"agreement_date"}),
        ("collector", {"agreement_expires": "2026-05"}, {"agreement_expires"}),
        (
            "collector",
            {"agreement_date": "2026-05-02", "agreement_expires": "2026-05-01"},
            {"agreement_expires"},
        ),
    ],
)
def test_what_is_missing_or_wrong_is_named(role, more, columns):
    assert set(read_person(typed(role, **more), [])[1]) == columns


def test_a_name_stands_once_in_a_role():
    others = [person("王 芳", "collector"), person("李志", "reviewer", active=0)]
    assert set(read_person(typed(), others)[1]) == {"name"}
    assert read_person(typed("reviewer"), others)[1] == {}
    assert read_person(typed("reviewer", name="李志"), others)[1] == {}


def test_a_name_in_the_history_is_kept():
    before, row = person("王芳", "collector"), person("王方", "collector")
    assert renamed(before, row, {"王 芳"}).render().startswith("王芳 stands in the history")
    assert renamed(before, row, {"李"}) is None
    assert renamed(before, person("王 芳", "collector"), {"王芳"}) is None


@given(st.fixed_dictionaries(dict.fromkeys(typed(), st.text() | st.none())), st.sampled_from(ROLES))
def test_anything_may_be_typed(row, role):
    read, wrong = read_person({**row, "role": role}, [person("王芳", role)])
    assert read["role"] == role
    assert bool(read["name"]) or "name" in wrong


def test_people_stand_by_pinyin_and_out_of_use_last():
    rows = [person("张三", "collector"), person("安九", "collector", active=0)]
    rows += [person("刘一", "collector"), person("曹五", "reviewer")]
    assert [row["name"] for row in People(rows).rows] == ["曹五", "刘一", "张三", "安九"]
