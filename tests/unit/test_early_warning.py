"""Early warning (G5): what comes to market, what is overdue, where failed tests gather."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from origin_trace.core import warning_words as words
from origin_trace.core.early_warning import (
    COMING,
    FAILED,
    GATHERED,
    RETURNED,
    UNCOLLECTED,
    Failures,
    early_warning,
    find_failures,
)
from origin_trace.core.gatherings import Reach
from origin_trace.core.inspections import INSPECTION_COLUMNS
from origin_trace.core.market import ON_MARKET, OTHER_DAYS, STATES, markets
from origin_trace.core.products import standard_products
from origin_trace.core.query import Query
from origin_trace.core.reviews import overdue
from origin_trace.core.rounds import OVERDUE, judge
from origin_trace.core.samples import NO_DAY, NO_POINT, NO_PRODUCER, SEVERAL_BASES
from origin_trace.core.statistics_count import ALL_YEAR, NOT_STATED
from origin_trace.core.warning_page import warning_html
from origin_trace.core.warning_rows import warned
from origin_trace.core.warning_tables import tables
from origin_trace.tests.unit.records import animal, crop

DAY = date(2023, 6, 10)
PRODUCTS = {product.name: product for product in standard_products()}
REACH = Reach(3000, 30, 3)
SINCE = DAY - timedelta(365)


def result(**values):
    """Return a row of the table of inspections."""
    row = dict.fromkeys(INSPECTION_COLUMNS)
    row.update(inspected_on="2023-06-01", passed=0, item="毒死蜱", product="豇豆")
    row.update(values)
    return row


def at(record, **values):
    """Return a failed test of a base."""
    known = {key: record[key] for key in ("uuid", "base_id", "subject_name", "product")}
    return result(**{**known, **values})


def failures(rows, records, concerns=lambda sample: True, reach=REACH):
    return find_failures(rows, records, concerns, (SINCE, DAY), reach)


def warn(records, rows=(), days=15, day=DAY):
    found = Query().select(records)
    return early_warning(found, records, PRODUCTS, day, days, failures(rows, records))


# --- market -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "end", "state", "first", "by_month"),
    [
        ("2023-06-11", "2023-07-01", COMING, "2023-06-11", False),
        ("2023-06-25", "2023-07", COMING, "2023-06-25", False),
        ("2023-06-26", "2023-07", OTHER_DAYS, None, False),
        ("2023-06-10", "2023-07", ON_MARKET, None, False),
        ("2023-06", "2023-07", ON_MARKET, None, False),  # a month counts from its first day
        ("2023-05-01", "2023-06-10", ON_MARKET, None, False),
        ("2023-05-01", "2023-06-09", OTHER_DAYS, None, False),
        ("2022-06-20", "2022-07-20", OTHER_DAYS, None, False),  # another year
        ("--06-20", "--07-20", COMING, "2023-06-20", False),
        ("--11", "--03", OTHER_DAYS, None, False),
        (None, "2023-06-20", COMING, "2023-06-20", False),  # as the query takes it
        (None, None, NOT_STATED, None, False),
    ],
)
def test_market(start, end, state, first, by_month):
    (found,) = markets([crop(market_start=start, market_end=end)], DAY, 15)
    assert found.state == state
    assert found.first == (first and date.fromisoformat(first))
    assert found.by_month == by_month


@pytest.mark.parametrize("start", ["2023-12", "--12"])
def test_a_month_alone_comes_on_its_first_day_also_over_the_end_of_the_year(start):
    record = crop(market_start=start, market_end="2024-02" if start[0] == "2" else "--02")
    (found,) = markets([record], date(2023, 11, 20), 15)
    assert (found.state, found.first, found.by_month) == (COMING, date(2023, 12, 1), True)
    (found,) = markets([record], date(2024, 1, 20), 15)
    assert found.state == ON_MARKET


def test_animals_are_never_coming():
    (found,) = markets([animal()], DAY, 366)
    assert found.state == ALL_YEAR


DAYS_STATED = st.one_of(
    st.none(),
    st.dates(date(2022, 1, 1), date(2024, 12, 31)).map(str),
    st.dates(date(2022, 1, 1), date(2024, 12, 31)).map(lambda d: f"{d:%Y-%m}"),
    st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(lambda d: f"--{d:%m-%d}"),
    st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(lambda d: f"--{d:%m}"),
)


@given(DAYS_STATED, DAYS_STATED, st.dates(date(2022, 1, 1), date(2024, 12, 31)), st.integers(1, 40))
def test_coming_is_what_the_query_finds_on_a_later_day(start, end, day, days):
    record = crop(market_start=start, market_end=end)
    (found,) = markets([record], day, days)

    def on(later):
        text = later.isoformat()
        return Query(start=text, end=text).fits(record)

    assert found.state in STATES
    if found.state == COMING:
        assert day < found.first <= day + timedelta(days)
        assert on(found.first) and not on(found.first - timedelta(1))
    elif found.state == OTHER_DAYS:
        assert not any(on(day + timedelta(n)) for n in range(days + 1))
    else:
        assert on(day)


# --- overdue ------------------------------------------------------------------------------


def test_overdue_is_what_freshness_and_returns_say():
    records = [
        animal(period="2023-04"),
        animal(period="2023-06"),
        animal(period="2023-06", status="returned", return_deadline="2023-06-01"),
        animal(period="2023-03", status="returned", return_deadline="2023-05-01"),
        animal(period="2023-06", status="returned", return_deadline="2023-06-10"),
    ]
    late = warn(records).late
    assert sorted(each.kind for each in late) == [RETURNED, RETURNED, UNCOLLECTED]
    judged = [j for j in judge(records, PRODUCTS, DAY) if j.standing.state == OVERDUE]
    assert {each.record["uuid"] for each in late} == {j.record["uuid"] for j in judged}
    returned = {each.record["uuid"]: each.days for each in late if each.kind == RETURNED}
    assert returned == {record["uuid"]: days for record, days in overdue(records, DAY)}


def test_only_the_bases_found_are_overdue():
    records = [animal(period="2023-04"), animal(period="2023-04", township="马市镇")]
    found = Query(region={"township": "马市镇"}).select(records)
    none = Failures(REACH, SINCE)
    (late,) = early_warning(found, records, PRODUCTS, DAY, 15, none).late
    assert late.record is records[1]


# --- failed tests ------------------------------------------------------------------------------


def bases(count, metres=1000):
    """Return bases in a row, so far apart."""
    step = metres / 99_390.0
    return [
        crop(
            uuid=f"u{n}",
            base_id=f"b{n}",
            subject_name=f"泰和第{n}种植专业合作社",
            lon=115 + n * step,
        )
        for n in range(count)
    ]


def test_three_samples_in_reach_gather_and_two_do_not():
    records = bases(3)
    found = failures([at(record) for record in records], records)
    (group,) = found.gatherings
    assert [each.gathering for each in found.listed] == [group] * 3
    assert group.middle == pytest.approx((records[1]["lon"], records[1]["lat"]))
    assert group.spread == pytest.approx(1000, rel=1e-2)
    assert (group.producers, group.tested) == (3, 3)
    assert group.townships == (("万合镇", 3),)
    alone = failures([at(record) for record in records[:2]], records)
    assert alone.gatherings == () and [each.kind for each in alone.listed] == [FAILED] * 2


def test_the_lines_of_one_sample_count_once():
    (record,) = bases(1)
    lines = [at(record, item=item, report_number="A1") for item in ("毒死蜱", "克百威", "腐霉利")]
    found = failures([*lines, at(record, item="氧乐果", passed=1, report_number="A1")], [record])
    (sample,) = (each.sample for each in found.listed)
    assert sorted(sample.failed) == sorted(["毒死蜱", "克百威", "腐霉利"])
    assert found.gatherings == ()


def test_passed_samples_there_are_counted_beside_the_failed_ones():
    records = bases(5)
    rows = [at(record) for record in records[:3]]
    rows += [at(records[1], passed=1, report_number=f"P{n}") for n in range(4)]
    rows += [at(records[4], passed=1), at(records[1], passed=1, inspected_on="2023-05-01")]
    (group,) = failures(rows, records).gatherings
    assert (len(group.samples), group.tested) == (3, 7)


def test_samples_far_in_place_or_time_do_not_gather():
    records = bases(3, 3100)
    assert failures([at(record) for record in records], records).gatherings == ()
    near = bases(3)
    rows = [
        at(r, inspected_on=day) for r, day in zip(near, ("2023-01-01", "2023-02-01", "2023-03-05"))
    ]
    assert failures(rows, near).gatherings == ()
    assert len(failures(rows, near, reach=Reach(3000, 32, 3)).gatherings) == 1


def test_what_cannot_be_placed_is_listed_with_its_reason():
    records = [*bases(2), crop(uuid="u9", base_id="b9", lon=None, lat=None)]
    records.append({**records[0], "uuid": "u8", "base_id": "b8", "village": "别村"})
    rows = [
        result(subject_name="谁也不认识的农场", report_number="1"),
        result(subject_name=records[0]["subject_name"], report_number="2"),
        at(records[2], report_number="3"),
        at(records[1], report_number="4", inspected_on=None),
    ]
    found = failures(rows, records)
    reasons = {each.sample.report: each.unplaced for each in found.listed}
    assert reasons == {"1": NO_PRODUCER, "2": SEVERAL_BASES, "3": NO_POINT, "4": NO_DAY}
    assert found.unplaced == 4


def test_other_days_are_counted_not_lost():
    records = bases(1)
    rows = [at(records[0], inspected_on=day) for day in ("2022-06-09", "2022-06-10", "2023-06-11")]
    found = failures(rows, records)
    assert (len(found.listed), found.earlier, found.later) == (1, 1, 1)


CASES = st.lists(
    st.tuples(
        st.integers(0, 9),  # of which base
        st.integers(-20, 420),  # days ago
        st.sampled_from(["毒死蜱", "克百威", None]),
        st.sampled_from([0, 0, 1, None]),
        st.sampled_from(["A1", "A2", None]),
        st.booleans(),  # joined to its base
    ),
    max_size=25,
)


@given(CASES, st.randoms(), st.integers(2, 4))
def test_every_failed_test_is_told_once_in_any_order(cases, chance, least):
    records = [*bases(8, 1700), crop(uuid="x", base_id="y", lon=None, lat=None), animal(uuid="z")]
    rows = []
    for number, (base, ago, item, passed, report, joined) in enumerate(cases):
        day = (DAY - timedelta(ago)).isoformat()
        row = at(records[base], item=item, passed=passed, report_number=report, inspected_on=day)
        rows.append(
            {**row, "id": str(number)} | ({} if joined else {"uuid": None, "base_id": None})
        )
    reach = Reach(2000, 20, least)
    found = failures(rows, records, reach=reach)
    chance.shuffle(rows)
    chance.shuffle(records)
    assert failures(rows, records, reach=reach) == found

    listed = [each.sample.key for each in found.listed]
    assert len(listed) == len(set(listed))
    samples = {
        (row["inspected_on"], row["report_number"], row["base_id"] or row["subject_name"])
        for row in rows
        if row["passed"] == 0
    }
    assert len(listed) + found.earlier + found.later == len(samples)
    gathered = [sample.key for group in found.gatherings for sample in group.samples]
    assert sorted(gathered) == sorted(e.sample.key for e in found.listed if e.kind == GATHERED)
    for group in found.gatherings:
        assert len(group.samples) >= least and group.tested >= len(group.samples)
        assert group.first >= SINCE and group.last <= DAY


# --- one object, several renderers ----------------------------------------------------------------


def whole():
    """Return a warning with something of every kind."""
    records = [
        *bases(4),
        crop(uuid="c1", base_id="c1", market_start="2023-06-20", market_end="2023-07"),
        crop(uuid="c2", base_id="c2", township=None, market_start="--06-21", market_end="--07"),
        animal(uuid="a1", base_id="a1", period="2023-04", collector=None),
        animal(uuid="a2", base_id="a2", status="returned", return_deadline="2023-06-01"),
    ]
    rows = [at(record, item="毒死蜱<b>") for record in records[:3]]
    rows.append(result(subject_name="谁也不认识的农场"))
    return warn(records, rows)


def test_layer_tables_and_counts_agree():
    warning = whole()
    kinds = [each.kind for each in warned(warning)]
    shown = {table.title.text: table for table in tables(warning)}
    summary = {row[0]: row[1] for row in shown["Summary"].rows}
    for kind in (GATHERED, FAILED, RETURNED, UNCOLLECTED, COMING):
        assert kinds.count(kind) == warning.counts[kind] == summary[words.KINDS[kind]] > 0
    assert len(shown["Who comes to market"].rows) == warning.counts[COMING]
    assert shown["What comes to market, by place"].rows[0][2] == warning.counts[COMING]
    assert len(shown["Failed samples"].rows) == 4
    assert shown["What is overdue, by collector"].rows[0][2:4] == (
        warning.counts[UNCOLLECTED],
        warning.counts[RETURNED],
    )
    (group,) = shown["Gatherings of failed tests"].rows
    assert group[6:9] == (3, 3, 3)


def test_the_page_says_all_and_escapes_it():
    warning = whole()
    page = warning_html(warning, "Products: <豇豆>", "泰和县", "农业农村局")
    assert "<h1>泰和县 Early warning</h1>" in page and "Products: &lt;豇豆&gt;" in page
    assert "毒死蜱&lt;b&gt; 3" in page and "谁也不认识的农场" in page
    for record in (market.record for market in warning.markets):
        assert record["contact_phone"] not in page


def test_a_long_table_says_that_it_goes_on_in_the_list():
    records = [
        crop(uuid=str(n), base_id=str(n), market_start="2023-06-20", market_end="2023-07")
        for n in range(203)
    ]
    assert "3 more rows stand in the list." in warning_html(warn(records), "")


def test_nothing_to_warn_of_is_said():
    page = warning_html(warn([]), "")
    assert page.count("None.") == 7
    unknown = early_warning([], [], PRODUCTS, DAY, 15, Failures(REACH, SINCE))
    assert "nothing is known of failed tests" in warning_html(unknown, "")
