"""The worklist's index: queues, filters and counts, and keeping it up to date."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from origin_trace.core.accepting import Accepted, acceptance_rows
from origin_trace.core.due import due_reason
from origin_trace.core.findings import WARNING
from origin_trace.core.products import standard_products
from origin_trace.core.rounds import collected, in_use
from origin_trace.core.rules import Context, check_record, judge
from origin_trace.core.sorting import sort_key
from origin_trace.core.worklist import (
    ALL,
    IN_DRAFT,
    IS_DUE,
    LATE,
    PASSED,
    PROBLEM,
    PRODUCER,
    QUEUES,
    REVIEW_QUEUES,
    SENT_BACK,
    STATE,
    TO_PLACE,
    TO_REVIEW,
    VILLAGE,
    WRONG,
    Filter,
    Worklist,
)
from origin_trace.core.worklist_entry import CHANGED, DELETED, make_entry, table_facts
from origin_trace.tests.unit.records import animal, crop

TODAY = date(2023, 6, 15)
CONTEXT = Context()


def entry(fid, record, mark=""):
    return make_entry(fid, record, check_record(record, CONTEXT), mark)


def worklist(entries):
    made = Worklist(entries, standard_products(), TODAY)
    made.set_table(table_facts(made.entries.values(), CONTEXT, made.accepted))
    return made


def fids(view):
    return [e.fid for e in view.entries]


# --- any records -------------------------------------------------------------------

NAMES = ("何兰梅", "何兰英", "大鹏合作社", "第2号基地", "第10号基地", None)


@st.composite
def records(draw):
    make = draw(st.sampled_from((crop, animal)))
    point = draw(st.sampled_from(((115.013018, 26.859674), (115.01302, 26.85968), (None, None))))
    return make(
        uuid=draw(st.one_of(st.none(), st.text("abc", min_size=1, max_size=3))),
        base_id=draw(st.sampled_from(("b1", "b2", None))),
        subject_name=draw(st.sampled_from(NAMES)),
        township=draw(st.sampled_from(("万合镇", "沙村镇", None))),
        village=draw(st.sampled_from(("大鹏村", "南门村", None))),
        collector=draw(st.sampled_from(("李志", "王芳", None))),
        contact_phone=draw(st.sampled_from(("18000079618", "1800007961", None))),
        period=draw(st.sampled_from(("2023-1", "2023-05", "2023-06", "2022-12", None))),
        status=draw(st.sampled_from(("draft", "submitted", "approved", "returned"))),
        return_deadline=draw(st.sampled_from((None, "2023-06-14", "2023-06-22", "x", "2023-07"))),
        remarks=draw(st.sampled_from((None, "大棚ABC", "电话不清"))),
        lon=point[0],
        lat=point[1],
    )


MARKS = st.sampled_from(("", CHANGED, DELETED))
TABLES = st.lists(st.tuples(records(), MARKS), max_size=12)
FILTERS = st.builds(
    Filter,
    st.sampled_from((*QUEUES, *REVIEW_QUEUES)),
    st.sampled_from(("", "万合镇")),
    st.sampled_from(("", "豇豆", "肉羊")),
    st.sampled_from(("", "李志")),
    st.sampled_from(("", "大鹏", "abc  电", "ａbc", "１8000079618 合", "没有")),
)


SEARCHED = (
    *("subject_name", "alias", "product", "township", "village", "address_detail", "contact"),
    *("contact_phone", "collector", "collector_phone", "grid_officer", "remarks"),
    *("return_reason", "period"),
)


def fits(e, record, asked):
    """Say whether a record fits, written down as plainly as can be."""
    searched = "\n".join(record[column] or "" for column in SEARCHED).lower()
    words = asked.text.lower().replace("ａ", "a").replace("１", "1").split()
    return (
        asked.township in ("", record["township"])
        and asked.product in ("", record["product"])
        and asked.collector in ("", record["collector"])
        and all(word in searched for word in words)
    )


def stands_in(e, record, queue):
    if queue == ALL:
        return True
    if e.mark == DELETED:
        return False
    return {
        TO_PLACE: record["lon"] is None,
        WRONG: e.error_count + e.warning_count > 0 and not (e.table and e.table.past),
        SENT_BACK: record["status"] == "returned",
        IS_DUE: e.due is not None,
        TO_REVIEW: record["status"] == "submitted",
        LATE: record["status"] == "returned" and record["return_deadline"] == "2023-06-14",
        IN_DRAFT: record["status"] == "draft",
        PASSED: record["status"] == "approved",
    }[queue]


@settings(deadline=None, max_examples=200)
@given(TABLES, FILTERS)
def test_counts_and_rows_are_those_of_a_plain_filter(table, asked):
    made = worklist([entry(n, record, mark) for n, (record, mark) in enumerate(table)])
    view = made.view(asked, PRODUCER)
    by_fid = {n: record for n, (record, _mark) in enumerate(table)}
    fitting = [e for e in made.entries.values() if fits(e, by_fid[e.fid], asked)]
    for queue in (*QUEUES, *REVIEW_QUEUES):
        assert view.counts[queue] == sum(stands_in(e, by_fid[e.fid], queue) for e in fitting)
    expected = {e.fid for e in fitting if stands_in(e, by_fid[e.fid], asked.queue)}
    assert set(fids(view)) == expected and len(view.entries) == len(expected)


@settings(deadline=None, max_examples=200)
@given(TABLES, st.lists(st.tuples(st.integers(0, 14), st.none() | records(), MARKS), max_size=12))
def test_kept_up_to_date_it_equals_one_made_anew(table, edits):
    kept = worklist([entry(n, record, mark) for n, (record, mark) in enumerate(table)])
    kept.view(Filter())
    compare = False
    for fid, record, mark in edits:
        if record is None:
            compare |= kept.drop(fid)
        else:
            compare |= kept.put(entry(fid, record, mark))
    if compare:
        kept.set_table(table_facts(kept.entries.values(), CONTEXT, kept.accepted))
    anew = worklist([_bare(e) for e in kept.entries.values()])
    assert list(anew.entries.values()) == list(kept.entries.values())
    for sort in (VILLAGE, PROBLEM):
        assert kept.view(Filter(), sort) == anew.view(Filter(), sort)


@settings(deadline=None, max_examples=200)
@given(st.lists(records(), max_size=12), st.randoms(use_true_random=False))
def test_what_is_wrong_is_what_validate_finds_open(table, chance):
    for number, record in enumerate(table):
        record["uuid"] = f"u{number}"
    findings = list(judge(in_use(table), CONTEXT, collected(table)))
    warnings = [each for each in findings if each[1].level == WARNING]
    chosen = [each for each in warnings if chance.random() < 0.5]
    rows = acceptance_rows(chosen, "属实", "王审核", "2023-06-15T08:00:00.000Z")
    accepted = Accepted({**row, "withdrawn": 0} for row in rows)
    entries = [
        make_entry(n, record, accepted.open_ones(check_record(record, CONTEXT), record))
        for n, record in enumerate(table)
    ]
    made = Worklist(entries, standard_products(), TODAY, accepted)
    made.set_table(table_facts(made.entries.values(), CONTEXT, accepted))
    still = [record["uuid"] for record, f in findings if accepted.of(f, record) is None]
    wrong = {e.uuid: e.error_count + e.warning_count for e in made.view(Filter(WRONG)).entries}
    assert wrong == Counter(still)


def _bare(e):
    """Return a copy that knows nothing of the table or the queues."""
    copy = object.__new__(type(e))
    for name in e.__slots__:
        setattr(copy, name, getattr(e, name))
    copy.table, copy.flags, copy.due = None, 0, None
    return copy


@given(st.lists(st.sampled_from(NAMES)))
def test_sorting_downwards_is_sorting_upwards_reversed(names):
    made = worklist([entry(n, crop(subject_name=name)) for n, name in enumerate(names)])
    up, down = made.view(Filter(), PRODUCER), made.view(Filter(), PRODUCER, descending=True)
    assert fids(up) == fids(down)[::-1]


# --- single cases ------------------------------------------------------------------


def test_names_sort_by_pinyin_and_numbers_by_value():
    names = ["张三", "李四", "安福", "何第10组", "何第9组", "第2号", "", None, "Ｂ店", "a店"]
    assert sorted(names, key=sort_key) == [
        *("a店", "Ｂ店", "安福", "第2号", "何第9组", "何第10组", "李四", "张三", "", None)
    ]


def test_villages_sort_within_their_township():
    made = worklist(
        [
            entry(1, crop(township="万合镇", village="大鹏村")),
            entry(2, crop(township="澄江镇", village="新池村")),
            entry(3, crop(township="澄江镇", village="官溪村")),
        ]
    )
    assert fids(made.view(Filter(), VILLAGE)) == [3, 2, 1]


def test_states_sort_by_the_way_of_a_record_and_problems_by_their_number():
    made = worklist(
        [
            entry(1, crop(status="returned", township=None, village=None, contact=None)),
            entry(2, crop(status="draft")),
            entry(3, crop(status="submitted", contact=None)),
        ]
    )
    assert fids(made.view(Filter(), STATE)) == [2, 3, 1]
    assert fids(made.view(Filter(), PROBLEM)) == [1, 3, 2]


def test_an_error_is_told_before_a_warning():
    coarse = crop(coordinate_original="115.01,26.85", lon=115.01, lat=26.85, contact=None)
    found = entry(1, coarse)
    assert (found.errors, found.warnings) == (1, 1)
    assert found.problem.args["column"] == "种养殖主体联系人"


def test_what_only_the_table_shows_is_told_too():
    twice = [entry(1, crop(uuid="a")), entry(2, crop(uuid="a"))]
    made = worklist(twice)
    assert made.entries[1].problem is None
    assert made.entries[2].error_count == 1
    assert made.view(Filter(WRONG)).counts[WRONG] == 1
    made.drop(1)
    made.set_table(table_facts(made.entries.values(), CONTEXT, made.accepted))
    assert made.view(Filter(WRONG)).counts[WRONG] == 0


def test_a_producer_below_the_scale_to_be_collected_is_told():
    made = worklist([entry(1, animal(scale=20)), entry(2, animal(scale=29, lon=115.05))])
    assert [e.fid for e in made.view(Filter(WRONG)).entries] == [1, 2]
    assert made.entries[1].problem.args["total"] == 49
    assert made.put(entry(2, animal(scale=30, lon=115.05)))  # the table is to be compared
    made.set_table(table_facts(made.entries.values(), CONTEXT, made.accepted))
    assert made.view(Filter(WRONG)).counts[WRONG] == 0


def test_of_an_earlier_round_only_the_one_that_is_still_shown_is_told():
    months = [animal(base_id="b", period=f"2023-0{n}", contact=None) for n in (4, 5, 6)]
    blank = animal(base_id="b", period="2023-07", scale=None, status="draft")
    made = worklist([entry(n, record) for n, record in enumerate([*months, blank])])
    assert sorted(e.fid for e in made.view(Filter(WRONG)).entries) == [2, 3]


def test_a_deleted_record_stands_in_no_queue_but_all_and_clashes_with_nothing():
    gone = entry(1, crop(lon=None, lat=None, status="returned"), DELETED)
    made = worklist([gone, entry(2, crop(lon=None, lat=None, status="returned"))])
    counts = made.view(Filter()).counts
    assert {queue: counts[queue] for queue in QUEUES} == {
        TO_PLACE: 1,
        WRONG: 1,
        SENT_BACK: 1,
        IS_DUE: 0,
        ALL: 2,
    }
    assert made.entries[2].table is None


def test_only_the_latest_month_of_a_base_is_due():
    made = worklist(
        [
            entry(1, animal(base_id="b", period="2023-03")),
            entry(2, animal(base_id="b", period="2023-05")),
            entry(3, animal(base_id="c", period="2023-06")),
        ]
    )
    assert fids(made.view(Filter(IS_DUE))) == [2]
    assert made.set_today(date(2023, 7, 1))
    assert fids(made.view(Filter(IS_DUE))) == [2, 3]
    assert not made.set_today(date(2023, 7, 1))


@pytest.mark.parametrize(
    ("status", "deadline", "interval", "latest", "due"),
    [
        ("returned", "2023-06-14", "crop", "2023-1", "passed"),
        ("returned", "2023-06-15", "crop", "2023-1", "corrected"),
        ("returned", "2023-06-22", "crop", "2023-1", "corrected"),
        ("returned", "2023-06-23", "crop", "2023-1", None),
        ("submitted", "2023-06-14", "crop", "2023-1", None),
        ("returned", "2023-05", "crop", "2023-1", "passed"),  # a month lasts to its end
        ("returned", "2023-06", "crop", "2023-1", None),
        ("returned", "soon", "crop", "2023-1", None),
        ("returned", None, "crop", "2023-1", None),
        ("draft", None, "month", "2023-05", "Last"),
        ("draft", None, "month", "2022-12", "Last"),
        ("draft", None, "month", "2023-06", None),
        ("draft", None, "month", "2023-07", None),
        ("draft", None, "month", None, None),
        ("draft", None, None, "2023-05", None),
    ],
)
def test_due(status, deadline, interval, latest, due):
    reason = due_reason(status, deadline, interval, latest, TODAY)
    assert (reason is None) if due is None else (due in str(reason))


def test_a_filter_knows_whether_it_narrows():
    assert not Filter(WRONG, text="  ").narrows
    assert Filter(text="x").narrows and Filter(collector="李志").narrows


def test_values_that_occur_are_offered_sorted():
    made = worklist([entry(n, crop(township=t)) for n, t in enumerate(("张镇", "李镇", None))])
    assert made.values("township") == ["李镇", "张镇"]
