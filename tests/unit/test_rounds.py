"""What is fresh, due or overdue: each decision, and what holds for any records."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from origin_trace.core.accepting import Accepted
from origin_trace.core.periods import base_key, current, month_of, period_order
from origin_trace.core.products import standard_products
from origin_trace.core.rollforward import draft_of
from origin_trace.core.round_windows import ALONE, OPENED, Past, Round, round_of
from origin_trace.core.rounds import (
    DUE,
    FRESH,
    OVERDUE,
    STATES,
    collected,
    in_use,
    interval_of,
    judge,
    standing,
    that_tell,
)
from origin_trace.core.rules import Context
from origin_trace.core.worklist import IS_DUE, Filter, Worklist
from origin_trace.core.worklist_entry import make_entry, table_facts
from origin_trace.tests.unit.records import animal, crop

TODAY = date(2023, 6, 15)
PRODUCTS = {product.name: product for product in standard_products()}


def decide(*records, today=TODAY, products=PRODUCTS):
    """Return the state of each current record."""
    return [each.standing.state for each in judge(records, products, today)]


def only(*records, today=TODAY):
    (each,) = judge(records, PRODUCTS, today)
    return each.standing


def day(text):
    return date.fromisoformat(text)


# --- animals and fish ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("period", "state", "by", "days"),
    [
        ("2023-06", FRESH, "2023-07-31", 46),
        ("2023-07", FRESH, "2023-08-31", 77),
        ("2023-05", DUE, "2023-06-30", 15),
        ("2023-04", OVERDUE, "2023-05-31", -15),
        ("2022-12", OVERDUE, "2023-01-31", -135),
    ],
)
def test_months(period, state, by, days):
    found = only(animal(period=period))
    assert (found.state, found.by, found.days) == (state, day(by), days)
    assert found.last == period


@pytest.mark.parametrize(
    ("today", "state"),
    [("2023-05-31", FRESH), ("2023-06-01", DUE), ("2023-06-30", DUE), ("2023-07-01", OVERDUE)],
)
def test_a_month_is_due_from_its_first_to_its_last_day(today, state):
    assert decide(animal(period="2023-05"), today=day(today)) == [state]


def test_a_month_after_december_is_january():
    assert only(animal(period="2022-12"), today=day("2023-01-31")).state == DUE
    assert only(animal(period="2022-12"), today=day("2023-02-01")).state == OVERDUE


# --- crops ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("today", "state"),
    [
        ("2023-06-15", FRESH),
        ("2024-03-09", FRESH),
        ("2024-03-10", DUE),  # a year after it was collected, at planting
        ("2024-04-30", DUE),
        ("2024-05-01", OVERDUE),  # comes to market
    ],
)
def test_a_crop_is_due_from_its_planting_to_its_market(today, state):
    record = crop(market_start="2023-05", market_end="2023-07", collected_on="2023-03-10")
    assert decide(record, today=day(today)) == [state]


@pytest.mark.parametrize("collected", [None, "2023-06-01", "2022-04-01", "春天", "2023-03"])
def test_without_the_day_of_planting_a_crop_is_due_three_months_before_its_market(collected):
    record = crop(market_start="2023-05", market_end="2023-07", collected_on=collected)
    assert decide(record, today=day("2024-01-31")) == [FRESH]
    assert decide(record, today=day("2024-02-01")) == [DUE]
    assert decide(record, today=day("2024-04-30")) == [DUE]
    assert decide(record, today=day("2024-05-01")) == [OVERDUE]


@pytest.mark.parametrize("start", [None, "五月", "2023-13", "2023"])
def test_without_market_dates_a_crop_is_due_in_the_next_year(start):
    record = crop(market_start=start, market_end=None)
    assert decide(record, today=day("2023-12-31")) == [FRESH]
    assert decide(record, today=day("2024-01-01")) == [DUE]
    assert decide(record, today=day("2024-12-31")) == [DUE]
    assert decide(record, today=day("2025-01-01")) == [OVERDUE]


def test_a_second_crop_is_due_where_the_year_before_had_one():
    before = [
        crop(base_id="b", period="2022-1", market_start="2022-01", market_end="2022-04"),
        crop(base_id="b", period="2022-2", market_start="2022-08", market_end="2022-10"),
    ]
    first = crop(base_id="b", period="2023-1", market_start="2023-01", market_end="2023-04")
    found = only(*before, first)
    assert (found.state, found.by) == (DUE, day("2023-07-31"))
    assert only(*before, first, today=day("2023-08-01")).state == OVERDUE
    assert only(first).state == FRESH  # one crop a year
    second = crop(base_id="b", period="2023-2", market_start="2023-08", market_end="2023-10")
    found = only(*before, first, second)
    assert (found.state, found.by) == (FRESH, day("2023-12-31"))  # the first one of 2024


def test_another_product_of_the_base_is_no_crop_before():
    before = crop(base_id="b", product="芹菜", period="2022-2", market_start="2022-08")
    assert decide(before, crop(base_id="b")) == [DUE, FRESH]


@pytest.mark.parametrize(
    ("collected", "due_by"),
    [
        (None, "2024-10-31"),
        ("2023-08-20", "2024-10-31"),  # at planting
        ("2023-12-05", "2024-10-31"),  # while it is on the market
        ("2023-02-10", "2023-10-31"),  # it came to market in 2022
        ("2024-02-10", "2024-10-31"),
    ],
)
def test_a_season_over_the_new_year_is_the_one_that_was_coming(collected, due_by):
    record = crop(market_start="--11", market_end="--03", collected_on=collected)
    assert only(record).by == day(due_by)


def test_a_season_of_every_year_within_a_year():
    late = crop(market_start="--05", market_end="--07", collected_on="2022-12-20")
    assert only(late).by == day("2024-04-30")
    assert only(crop(market_start="--05-10", market_end="--07")).by == day("2024-05-09")


def test_a_leap_day_has_its_day_in_other_years():
    assert only(crop(period="2024-1", market_start="2024-02-29")).by == day("2025-02-27")


def test_a_market_year_that_cannot_be_is_the_year_of_the_crop():
    assert only(crop(market_start="2032-05")).by == day("2024-04-30")
    assert only(crop(market_start="2024-01")).by == day("2024-12-31")


# --- what was opened, returned, stopped or is not known ------------------------------------


def test_a_draft_of_the_new_round_is_not_collected_before_it_has_a_scale():
    old = animal(base_id="b", period="2023-05", status="approved")
    opened = animal(base_id="b", period="2023-06", scale=None)
    assert only(old, opened).state == DUE
    assert only(old, opened).last == "2023-05"
    assert only(old, opened, today=day("2023-07-01")).state == OVERDUE
    assert decide(old, {**opened, "scale": 100}) == [FRESH]
    # Submitted without one: the rules complain, the round was collected.
    assert decide(old, {**opened, "status": "submitted"}) == [FRESH]


def test_opening_a_later_month_hides_no_month_that_was_missed():
    old = animal(base_id="b", period="2023-03")
    assert only(old, animal(base_id="b", period="2023-06", scale=None)).state == OVERDUE


def test_a_new_base_that_was_only_opened_is_due_in_its_own_period():
    assert only(animal(period="2023-06", scale=None)).state == DUE
    assert only(animal(period="2023-07", scale=None)).state == FRESH
    assert only(animal(period="2023-05", scale=None)).state == OVERDUE
    assert only(crop(period="2023-1", scale=None)).state == DUE
    assert only(crop(period="2022-1", scale=None)).state == OVERDUE
    assert only(animal(period="2023-06", scale=None)).last is None


@pytest.mark.parametrize("status", ["draft", "submitted", "approved"])
def test_a_record_that_was_never_approved_was_collected_all_the_same(status):
    assert decide(animal(status=status)) == [FRESH]


@pytest.mark.parametrize(
    ("deadline", "period", "state", "word"),
    [
        ("2023-06-14", "2023-06", OVERDUE, "passed"),
        ("2023-06-15", "2023-06", DUE, "corrected"),
        ("2023-06-22", "2023-06", DUE, "corrected"),
        ("2023-06-23", "2023-06", FRESH, "corrected"),
        ("2023-06-22", "2023-05", DUE, "corrected"),
        ("2023-06-23", "2023-05", DUE, "2023-06"),
        ("2023-06-22", "2023-03", OVERDUE, "2023-04"),
        (None, "2023-06", FRESH, "Collected"),
        ("下周", "2023-06", FRESH, "Collected"),
    ],
)
def test_a_return_is_due_by_its_deadline(deadline, period, state, word):
    found = only(animal(status="returned", return_deadline=deadline, period=period))
    assert found.state == state and word in str(found.reason)


def test_a_deadline_that_was_met_is_over():
    assert decide(animal(status="submitted", return_deadline="2023-06-01")) == [FRESH]


def test_nothing_is_due_of_a_base_that_stopped_until_it_opens_again():
    running = animal(base_id="b", period="2023-01")
    stopped = animal(base_id="b", period="2023-02", scale=0)
    assert only(running, stopped).state == FRESH
    assert "stopped" in str(only(running, stopped).reason)
    again = animal(base_id="b", period="2023-06", scale=None)
    assert only(running, stopped, again).state == DUE
    assert decide(running, stopped, {**again, "scale": 5}) == [FRESH]


@pytest.mark.parametrize("period", [None, "", "2023-1", "六月", "0000-05", "9999-12"])
def test_of_a_month_that_is_none_nobody_knows_what_was_collected(period):
    found = only(animal(period=period))
    assert (found.state, found.by, found.days) == (DUE, None, None)


def test_a_month_is_no_crop():
    assert "is no crop" in str(only(crop(period="2023-06")).reason)


def test_what_is_not_on_the_list_is_not_due():
    assert only(animal(product="鸭", period="2020-01")).state == FRESH
    assert only(animal(product=None, period=None)).state == FRESH


def test_a_county_has_its_own_products_and_intervals():
    chives = replace(PRODUCTS["韭菜"], interval="month")
    duck = replace(PRODUCTS["乌鸡"], name="麻鸭", interval="")
    own = {"韭菜": chives, "麻鸭": duck}
    records = [
        crop(product="韭菜", period="2023-05"),
        animal(product="麻鸭", period="2023-05"),
        crop(product="豇豆", period="2020-1"),
    ]
    assert decide(*records, products=own) == [DUE, DUE, FRESH]
    assert interval_of(replace(chives, interval="每茬")) == "crop"
    assert interval_of(replace(duck, interval="每月")) == "month"


def test_products_of_one_base_have_rounds_of_their_own():
    records = [
        animal(base_id="b", product="肉羊", period="2023-06"),
        animal(base_id="b", product="生猪", period="2023-04"),
        animal(base_id="b", product="生猪", period="2023-03"),
    ]
    assert decide(*records) == [FRESH, OVERDUE]


def test_plots_that_share_a_base_are_each_judged():
    done = animal(base_id="b", period="2023-06")
    waiting = animal(base_id="b", period="2023-06", scale=None)
    assert decide(done, waiting) == [FRESH, DUE]


# --- any records ---------------------------------------------------------------------------


PERIODS = st.sampled_from(
    [
        *("2022-11", "2022-12", "2023-01", "2023-05", "2023-06", "2023-07"),
        *("2021-1", "2022-1", "2022-2", "2023-1", "2023-2", "2024-1", None, "x", "0000-1"),
    ]
)


@st.composite
def rows(draw):
    make = draw(st.sampled_from((crop, animal)))
    return make(
        base_id=draw(st.sampled_from(("a", "b", "c", None))),
        product=draw(st.sampled_from(("豇豆", "肉羊", "乌鸡", "鸭", None))),
        period=draw(PERIODS),
        status=draw(st.sampled_from(("draft", "submitted", "approved", "returned", None))),
        return_deadline=draw(st.sampled_from((None, "2023-06-01", "2023-06-20", "2023-12-31"))),
        scale=draw(st.sampled_from((None, 0, 5.5))),
        market_start=draw(st.sampled_from((None, "2023-05", "--11", "2022-02-29", "x"))),
        market_end=draw(st.sampled_from((None, "2023-07", "--03"))),
        collected_on=draw(st.sampled_from((None, "2023-03-01", "2022-12-31", "2024-02-29"))),
    )


TABLES = st.lists(rows(), max_size=12)
DAYS = st.dates(date(2021, 1, 1), date(2025, 12, 31))


@settings(deadline=None, max_examples=300)
@given(TABLES, DAYS)
def test_each_current_record_is_one_of_fresh_due_and_overdue(records, today):
    found = judge(records, PRODUCTS, today)
    assert [each.record for each in found] == current(records)
    for each in found:
        state, by, days = each.standing.state, each.standing.by, each.standing.days
        assert state in STATES and str(each.standing.reason)
        assert days == (None if by is None else (by - today).days)
        assert (state == OVERDUE) == (days is not None and days < 0) or state == FRESH


@settings(deadline=None, max_examples=300)
@given(TABLES)
def test_what_is_shown_and_what_is_to_be_done_together_are_in_use(records):
    shown, used = ids(collected(records)), ids(in_use(records))
    assert used == [key for key in ids(records) if key in {*shown, *ids(current(records))}]
    for record in records:  # no base and product is without a record that shows
        assert any(base_key(record) == base_key(each) for each in collected(records))
    opened = [r for r in records if r["scale"] is None and r["status"] in ("draft", None)]
    if not opened:
        assert shown == used == ids(current(records))


@settings(deadline=None, max_examples=300)
@given(TABLES)
def test_opening_a_round_changes_nothing_that_is_shown(records):
    """Whatever is there: a blank draft of a later period hides no record of the base."""
    before = collected(records)
    told = next((r for r in that_tell(records) if round_of(r).progress != OPENED), None)
    assume(told is not None)
    draft = draft_of(told, "2099-12")
    assert ids(collected([*records, draft])) == ids(before)
    assert in_use([*records, draft])[-1] is draft


def ids(records):
    return [id(record) for record in records]


def test_a_round_of_several_plots_is_shown_once_all_are_collected():
    june = [animal(base_id="b", scale=scale) for scale in (60, 70)]
    july = [animal(base_id="b", period="2023-07", scale=scale) for scale in (65, None)]
    assert collected([*june, *july]) == june
    july[1]["scale"] = 75
    assert collected([*june, *july]) == july


@settings(deadline=None, max_examples=200)
@given(TABLES, DAYS, st.integers(1, 400))
def test_what_is_not_done_only_becomes_more_urgent(records, today, later):
    order = (FRESH, DUE, OVERDUE)
    now = judge(records, PRODUCTS, today)
    then = judge(records, PRODUCTS, today + timedelta(days=later))
    for before, after in zip(now, then):
        assert order.index(after.standing.state) >= order.index(before.standing.state)


@settings(deadline=None, max_examples=200)
@given(TABLES, DAYS)
def test_the_worklist_decides_the_same(records, today):
    entries = [make_entry(number, record, []) for number, record in enumerate(records)]
    worklist = Worklist(entries, PRODUCTS.values(), today)
    worklist.set_table(table_facts(worklist.entries.values(), Context(), Accepted()))
    due = {entry.fid for entry in worklist.view(Filter(IS_DUE)).entries}
    numbers = {id(record): number for number, record in enumerate(records)}
    judged = {numbers[id(j.record)]: j.standing for j in judge(records, PRODUCTS, today)}
    for number, found in judged.items():
        # Without a base of its own a record has none in the worklist either.
        assert (number in due) == (found.state != FRESH)
        if number in due:
            assert worklist.entries[number].due == found.reason
    for number in due - judged.keys():  # of an earlier round only the deadline of a return
        assert records[number]["status"] == "returned"


@given(st.lists(PERIODS, max_size=8), PERIODS, st.booleans())
def test_the_last_round_collected_is_found_whatever_the_order(periods, own, opened):
    mine = Round(own, OPENED) if opened else Round(own)
    rounds = [Round(period) for period in periods] + [mine]
    one, other = (Past(found).basis(mine).last for found in (rounds, rounds[::-1]))
    assert (one and period_order(one.period)) == (other and period_order(other.period))


def test_today_is_no_special_day():
    record = Round(month_of(date.today()))
    found = standing(record, ALONE.basis(record), "month", None, None, date.today())
    assert found.state == FRESH
