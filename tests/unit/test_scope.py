"""Totals of producers against the thresholds: each verdict, and what holds for any records."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from origin_trace.core.products import standard_products
from origin_trace.core.rounds import collected
from origin_trace.core.scope import (
    BELOW,
    IN_SCOPE,
    ONLY_IN_TOTAL,
    OPEN,
    amount_in,
    totals,
)
from origin_trace.tests.unit.records import animal, crop

PRODUCTS = {product.name: product for product in standard_products()}


def of(*records, products=PRODUCTS):
    return totals(collected(records), products)


def only(*records):
    (total,) = of(*records)
    return total


def fish(**changes):
    return animal(industry="渔业", **{"product": "乌鳢", "scale_unit": "亩", **changes})


@pytest.mark.parametrize(
    ("product", "unit", "threshold"),
    [
        *(("豇豆", "亩", 0.5), ("韭菜", "亩", 0.5), ("芹菜", "亩", 0.5)),
        *(("生猪", "头", 30), ("肉牛", "头", 5), ("肉羊", "头", 50), ("肉羊", "只", 50)),
        *(("乌鸡", "只", 1000), ("鸡蛋", "只", 500)),
        *(("大口黑鲈", "亩", 10), ("乌鳢", "亩", 10), ("鳊鱼", "亩", 10), ("大黄鱼", "亩", 10)),
    ],
)
def test_thresholds_are_inclusive(product, unit, threshold):
    def verdict(scale):
        return only(animal(product=product, scale_unit=unit, scale=scale)).verdict

    assert verdict(threshold) == IN_SCOPE
    assert verdict(threshold * 0.99) == BELOW


def test_engineered_tanks_have_their_own_threshold():
    total = only(fish(scale=0.3, facility=1))
    assert (total.verdict, total.threshold, total.total) == (IN_SCOPE, 0.3, 0.3)
    assert only(fish(scale=0.29, facility=1)).verdict == BELOW
    assert only(fish(scale=0.3)).verdict == BELOW
    assert only(fish(scale=200, scale_unit="平方米", facility=1)).verdict == IN_SCOPE
    assert only(fish(scale=199, scale_unit="平方米", facility=1)).verdict == BELOW
    assert only(animal(scale=20, facility=1)).threshold == 50  # no fish, no tanks


@pytest.mark.parametrize(
    ("pond", "tank", "verdict"),
    [
        (5, 0.3, IN_SCOPE),  # the tank alone
        (10, 0.1, IN_SCOPE),
        (9.9, 0.2, ONLY_IN_TOTAL),  # 10.1 亩 of water
        (9, 0.2, BELOW),
    ],
)
def test_ponds_and_tanks_of_one_producer(pond, tank, verdict):
    total = only(fish(scale=pond), fish(scale=tank, facility=1))
    assert (total.verdict, total.tanks, total.tanks_threshold) == (verdict, tank, 0.3)
    assert total.total == pytest.approx(pond + tank) and total.threshold == 10


def test_two_tanks_reach_it_only_in_total():
    total = only(fish(scale=5), fish(scale=0.2, facility=1), fish(scale=0.1, facility=1))
    assert total.verdict == ONLY_IN_TOTAL
    assert str(total.reason()) == "Tanks of 0.3 亩 reach 0.3."


def test_bases_and_plots_are_added_up():
    total = only(crop(scale=0.2), crop(scale=0.2), crop(scale=0.1, village="霞山村"))
    assert (total.verdict, total.bases, total.total) == (ONLY_IN_TOTAL, 3, 0.5)
    assert only(crop(scale=0.2), crop(scale=0.2)).verdict == BELOW
    assert only(crop(scale=0.2), crop(scale=0.6)).verdict == IN_SCOPE


def test_products_are_not_added_to_each_other():
    found = of(crop(scale=0.3), crop(product="芹菜", scale=0.3))
    assert [total.verdict for total in found] == [BELOW, BELOW]


def test_only_the_latest_round_that_was_collected_counts():
    old = animal(base_id="b", period="2023-05", scale=60)
    assert only(old, animal(base_id="b", scale=20)).total == 20
    assert only(old, animal(base_id="b", scale=None)).total == 60  # opened, not collected
    assert only(old, animal(base_id="b", scale=0)).verdict == BELOW
    new = only(animal(scale=None))
    assert (new.verdict, new.missing, new.total) == (OPEN, 1, 0)


@pytest.mark.parametrize(
    ("product", "scale", "unit", "amount"),
    [
        ("豇豆", 1, "公顷", 15),
        ("豇豆", 666.6667, "m²", 1),
        ("豇豆", 2, "万亩", 20000),
        ("乌鸡", 1.2, "千羽", 1200),
        ("肉羊", 50, "头", 50),
        ("生猪", 40, "口", 40),
        ("生猪", 40, "亩", None),
        ("豇豆", 40, "只", None),
        ("乌鳢", 40, "尾", None),
        ("豇豆", 40, None, None),
        ("豇豆", None, "亩", None),
        ("豇豆", "四十", "亩", None),
        ("豇豆", -1, "亩", None),
        ("豇豆", float("nan"), "亩", None),
        ("豇豆", float("inf"), "亩", None),
    ],
)
def test_units_are_converted(product, scale, unit, amount):
    found = amount_in(crop(scale=scale, scale_unit=unit), PRODUCTS[product])
    assert found == (None if amount is None else pytest.approx(amount))


def test_a_missing_scale_leaves_open_what_is_not_reached():
    total = only(animal(scale=20), animal(scale=30, scale_unit="亩"))
    assert (total.verdict, total.missing, total.total) == (OPEN, 1, 20)
    assert only(animal(scale=50), animal(scale=30, scale_unit="亩")).verdict == IN_SCOPE


def test_what_is_not_on_the_list_has_no_threshold():
    for product in ("鸭", None):
        total = only(animal(product=product))
        assert (total.verdict, total.threshold, total.product) == (OPEN, None, product or "")
        assert "no threshold" in str(total.reason())


def test_a_county_has_its_own_thresholds():
    own = {"肉羊": replace(PRODUCTS["肉羊"], threshold=200)}
    (total,) = of(animal(scale=120), products=own)
    assert (total.verdict, total.threshold) == (BELOW, 200)


# --- who is one producer ------------------------------------------------------------


@pytest.mark.parametrize(
    "other",
    ["泰和 大鹏惠民专业合作社", "泰和大鹏惠民专业合作社 ", "主体名称：泰和大鹏惠民专业合作社"],
)
def test_one_name_however_it_is_written(other):
    total = only(crop(scale=0.3), crop(scale=0.3), crop(scale=0.2, subject_name=other))
    assert total.verdict == ONLY_IN_TOTAL and total.producer == "泰和大鹏惠民专业合作社"
    assert set(total.spellings) == {"泰和大鹏惠民专业合作社", other}


def test_kinds_of_brackets_are_one():
    total = only(
        crop(subject_name="惠民合作社（万合）", scale=0.3),
        crop(subject_name="惠民合作社(万合)", scale=0.3),
    )
    assert total.total == 0.6


@pytest.mark.parametrize(
    "other", ["泰和大朋惠民专业合作社", "泰和大鹏惠民合作社专业", "泰和大鹏惠民专业合作"]
)
def test_similar_names_stay_apart_and_are_told(other):
    found = of(crop(scale=0.3), crop(scale=0.3, subject_name=other))
    assert [total.verdict for total in found] == [BELOW, BELOW]
    similar = {total.producer: total.similar for total in found}
    if other != "泰和大鹏惠民合作社专业":  # more than one slip
        assert similar == {
            "泰和大鹏惠民专业合作社": [other],
            other: ["泰和大鹏惠民专业合作社"],
        }
    else:
        assert not any(similar.values())


def test_numbered_producers_are_not_similar():
    found = of(crop(subject_name="万合第一养殖合作社"), crop(subject_name="万合第二养殖合作社"))
    assert not any(total.similar for total in found)


def test_people_of_one_name_with_other_phones_and_villages_are_told_apart():
    here = animal(scale=30)
    there = animal(scale=30, contact_phone="13912345678", village="霞山村")
    found = of(here, there)
    assert [total.verdict for total in found] == [BELOW, BELOW]
    assert found[0].similar == ["何兰梅(万合镇霞山村)"]
    for shared in ({"contact_phone": here["contact_phone"]}, {"village": here["village"]}):
        assert only(here, {**there, **shared}).verdict == ONLY_IN_TOTAL
    # A third record that shares with both joins them.
    assert only(here, there, animal(scale=1, village="霞山村")).total == 61


def test_records_without_a_producer_are_not_added_up():
    found = of(
        animal(subject_name=None, contact_phone=None, village=None),
        animal(subject_name=None, contact_phone=None, village=None),
    )
    assert len(found) == 2 and not any(total.similar for total in found)


# --- any records -----------------------------------------------------------------------


NAMES = ("何兰梅", "惠民养殖专业合作社", "惠民 养殖专业合作社", "惠民养殖专业合作杜", None)


@st.composite
def rows(draw):
    return animal(
        subject_name=draw(st.sampled_from(NAMES)),
        product=draw(st.sampled_from(("肉羊", "乌鳢", "鸭", None))),
        scale=draw(st.sampled_from((None, 0, 0.1, 0.3, 9.9, 49, 50))),
        scale_unit=draw(st.sampled_from(("只", "亩", "平方米", None))),
        facility=draw(st.sampled_from((0, 1, None))),
        contact_phone=draw(st.sampled_from((None, "13912345678", "13812345678"))),
        village=draw(st.sampled_from((None, "大鹏村", "霞山村"))),
    )


@settings(deadline=None, max_examples=300)
@given(st.lists(rows(), max_size=10), st.randoms())
def test_every_record_counts_once_whatever_the_order(records, chance):
    found = of(*records)
    assert sorted(r["uuid"] for t in found for r in t.records) == sorted(
        r["uuid"] for r in collected(records)
    )
    for total in found:
        assert len(total.records) - total.missing >= 0 and str(total.reason())
        assert (total.verdict == OPEN) <= (total.missing > 0)
    shuffled = list(records)
    chance.shuffle(shuffled)
    again = of(*shuffled)

    def figures(listed):
        return sorted((t.product, t.total, t.verdict, t.missing, len(t.records)) for t in listed)

    assert figures(again) == figures(found)
