"""Rolling a round forward: what is taken over, what is left empty, and what is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from origin_trace.core.matching import UPDATED, Matcher
from origin_trace.core.periods import base_key, is_crop, is_month, period_order
from origin_trace.core.products import standard_products
from origin_trace.core.rollforward import ASKED_AGAIN, NOT_TAKEN, draft_of, roll_forward
from origin_trace.core.schema import COLUMNS, POINT
from origin_trace.tests.unit.records import animal, crop

PRODUCTS = {product.name: product for product in standard_products()}
OWN = {"uuid", "period", "status"}


def roll(records, period, asked=None):
    return roll_forward(records if asked is None else asked, records, PRODUCTS, period)


def numbers(rolled):
    """Return how many drafts, present, skipped, unapproved, stopped."""
    parts = (rolled.drafts, rolled.present, rolled.skipped, rolled.unapproved, rolled.stopped)
    return tuple(len(part) for part in parts)


def full(make=animal, **changes):
    """Return an approved record with something in every column."""
    values = {
        "alias": "湖羊",
        "certification": "绿色",
        "address_detail": "3组",
        "credit_grade": "A",
        "facility": 0,
        "remarks": "门在东侧",
        "collected_on": "2023-06-10",
        "confirmed_on": "2023-06-11",
        "confirmed_how": "入户",
        "return_reason": "面积不符",
        "return_deadline": "2023-06-20",
        "original_values": '{"scale": "约120"}',
        "import_batch": "b1",
        "version": 7,
        "updated_at": "2023-06-12T08:00:00.000Z",
        "updated_by": "李志",
        "status": "approved",
    }
    return make(**{**values, **changes})


@pytest.mark.parametrize(("make", "period"), [(animal, "2023-07"), (crop, "2023-2")])
def test_what_a_visit_has_to_say_is_empty_and_all_else_is_kept(make, period):
    old = full(make)
    (draft,) = roll([old], period).drafts
    assert draft["uuid"] != old["uuid"] and draft["status"] == "draft"
    assert draft["period"] == period and draft["base_id"] == old["base_id"]
    assert set(draft) == {*COLUMNS, *POINT}
    for column in draft:
        if column in ASKED_AGAIN or column in NOT_TAKEN:
            assert draft[column] is None, column
        elif column not in OWN:
            assert draft[column] == old[column], column
    assert old == {**full(make), "uuid": old["uuid"], "base_id": old["base_id"]}


def test_the_last_approved_round_is_taken():
    records = [
        full(base_id="b", period="2023-04", scale=1, contact="四月"),
        full(base_id="b", period="2023-05", scale=2, contact="五月"),
        full(base_id="b", period="2023-06", scale=3, contact="六月", status="submitted"),
    ]
    (draft,) = roll(records, "2023-07").drafts
    assert draft["contact"] == "五月"


def test_each_product_of_a_base_has_its_round():
    records = [full(base_id="b"), full(base_id="b", product="生猪"), full(crop, base_id="b")]
    rolled = roll(records, "2023-07")
    assert {draft["product"] for draft in rolled.drafts} == {"肉羊", "生猪"}
    assert numbers(rolled) == (2, 0, 1, 0, 0)


def test_plots_that_share_a_base_all_come_along():
    records = [full(base_id="b"), full(base_id="b", village="霞山村")]
    assert numbers(roll(records, "2023-07")) == (2, 0, 0, 0, 0)


@pytest.mark.parametrize("status", ["draft", "submitted", "returned"])
def test_what_was_never_approved_is_not_taken(status):
    assert numbers(roll([full(status=status)], "2023-07")) == (0, 0, 0, 1, 0)


@pytest.mark.parametrize("status", ["draft", "submitted", "approved", "returned"])
@pytest.mark.parametrize("there", ["2023-07", "2023-08", "2024-01"])
def test_a_base_that_has_the_round_or_a_later_one_is_left_alone(there, status):
    records = [full(base_id="b"), animal(base_id="b", period=there, status=status)]
    assert numbers(roll(records, "2023-07")) == (0, 1, 0, 0, 0)


@pytest.mark.parametrize("period", ["2023-06", "2023-05"])
def test_a_round_is_never_rolled_back(period):
    assert numbers(roll([full()], period)) == (0, 1, 0, 0, 0)


def test_a_base_that_stopped_is_left_alone():
    assert numbers(roll([full(scale=0)], "2023-07")) == (0, 0, 0, 0, 1)
    stopped = animal(base_id="b", period="2023-07", scale=0)
    assert numbers(roll([full(base_id="b"), stopped], "2023-08")) == (0, 0, 0, 0, 1)


@pytest.mark.parametrize(
    ("make", "product", "period", "fits"),
    [
        (animal, "肉羊", "2023-07", True),
        (animal, "肉羊", "2024-1", False),
        (crop, "豇豆", "2023-07", False),
        (crop, "豇豆", "2023-2", True),
        (crop, "豇豆", "2024-1", True),
        (animal, "鸭", "2023-07", False),
        (animal, None, "2023-07", False),
    ],
)
def test_a_period_suits_products_of_its_interval(make, product, period, fits):
    found = numbers(roll([full(make, product=product)], period))
    assert found == ((1, 0, 0, 0, 0) if fits else (0, 0, 1, 0, 0))


def test_only_bases_that_are_asked_for_are_rolled_by_all_their_rounds():
    asked = full(base_id="a", period="2023-04")
    records = [asked, full(base_id="a", period="2023-05", contact="五月"), full(base_id="b")]
    (draft,) = roll(records, "2023-07", [asked]).drafts
    assert (draft["base_id"], draft["contact"]) == ("a", "五月")


def test_a_record_without_a_base_becomes_one_with_its_draft():
    old = full(base_id=None)
    (draft,) = roll([old], "2023-07").drafts
    assert draft["base_id"] == old["uuid"]
    assert numbers(roll([old, draft], "2023-07")) == (0, 1, 0, 0, 0)


# --- the sheet of the new round meets its drafts --------------------------------------------


def taken(existing, record):
    from origin_trace.core.importing import ImportRow

    matcher = Matcher(existing)
    row = ImportRow("表", 5, record, reference="2023-07")
    return matcher.take(row), matcher.plan


def test_a_sheet_of_the_month_fills_the_drafts():
    old = full()
    draft = draft_of(old, "2023-07")
    sheet = {**full(), "uuid": None, "base_id": None, "period": None, "scale": 80}
    outcome, plan = taken([old, draft], sheet)
    assert outcome == UPDATED and plan.updated[0]["uuid"] == draft["uuid"]
    assert plan.updated[0]["scale"] == 80


def test_a_late_sheet_of_another_crop_does_not_take_the_draft_of_the_next():
    old = full(crop, period="2023-1", market_start="2023-01", market_end="2023-04")
    draft = draft_of(old, "2024-1")
    sheet = {**full(crop), "uuid": None, "base_id": None, "period": None}
    sheet.update(market_start="2023-08", market_end="2023-10", scale=9)
    outcome, plan = taken([old, draft], sheet)
    assert outcome == "added" and plan.updated == []
    assert plan.added[0]["period"] == "2023-2"


# --- any store -----------------------------------------------------------------------------


PERIODS = st.sampled_from(("2023-05", "2023-06", "2023-07", "2023-1", "2023-2", "2024-1", None))


@st.composite
def rows(draw):
    make = draw(st.sampled_from((crop, animal)))
    return make(
        base_id=draw(st.sampled_from(("a", "b", "c", None))),
        product=draw(st.sampled_from(("豇豆", "肉羊", "鸭", None))),
        period=draw(PERIODS),
        status=draw(st.sampled_from(("draft", "submitted", "approved", "returned"))),
        scale=draw(st.sampled_from((None, 0, 5.5))),
    )


@settings(deadline=None, max_examples=300)
@given(st.lists(rows(), max_size=12), PERIODS.filter(bool), st.integers(0, 12))
def test_twice_makes_nothing_twice_and_every_base_is_accounted_for(records, period, asked):
    rolled = roll(records, period, records[:asked])
    bases = {base_key(record) for record in records[:asked]}
    drafted = {base_key(draft) for draft in rolled.drafts}
    assert drafted <= bases
    assert len(bases) == len(drafted) + sum(numbers(rolled)[1:])
    for draft in rolled.drafts:
        assert is_month(period) == (draft["product"] == "肉羊")
        assert is_crop(period) == (draft["product"] == "豇豆")
        earlier = [r for r in records if base_key(r) == base_key(draft)]
        assert all(period_order(r["period"]) < period_order(period) for r in earlier)
    again = roll(records + rolled.drafts, period, records[:asked])
    assert again.drafts == [] and len(again.present) == len(rolled.present) + len(drafted)
