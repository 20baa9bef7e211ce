import pytest
from hypothesis import given
from hypothesis import strategies as st
from origin_trace.core.errors import InputError
from origin_trace.core.periods import current, default_period, period_order
from origin_trace.core.query import NONE, Query
from origin_trace.core.season import in_season
from origin_trace.core.sheet_rows import PUBLIC, display_date, sheet_row
from origin_trace.tests.unit.records import animal, crop


@pytest.mark.parametrize(
    "season, span, expected",
    [
        (("2023-05", "2023-07"), ("2023-07-31", "2023-08"), True),
        (("2023-05", "2023-07"), ("2023-08", "2023-09"), False),
        (("2023-05", "2023-07"), ("2024-05", "2024-06"), False),
        (("--11", "--03"), ("2024-02", "2024-02"), True),
        (("--11", "--03"), ("2024-05", "2024-06"), False),
        (("--05-01", "--05-10"), ("2024-05-11", "2024-05-20"), False),
        (("--05-01", "--05-10"), ("2024-05-10", "2024-05-20"), True),
        ((None, None), ("2024-05", "2024-06"), True),
        (("2023-05", "2023-07"), (None, "2023-04"), False),
        (("--11-20", "--01-10"), ("2024-01-10", "2024-01-31"), True),
        (("--11-20", "--01-10"), ("2024-01-11", "2024-11-19"), False),
        (("--03", "--04"), ("2023-11", "2024-02"), False),
        (("--03", "--04"), ("2023-11", "2024-10"), True),
        (("-", None), ("2024-05", "2024-06"), True),
    ],
)
def test_in_season(season, span, expected):
    record = crop(market_start=season[0], market_end=season[1])
    assert in_season(record, *span) is expected


def test_a_wrong_date_is_named():
    with pytest.raises(InputError, match="五月"):
        in_season(crop(), "五月", None)


def test_a_query_takes_the_latest_period_unless_one_is_asked_for():
    old = animal(period="2023-05", base_id="b")
    new = animal(period="2023-06", base_id="b")
    assert Query().select([new, old]) == [new]
    assert Query(period="2023-05").select([new, old]) == [old]
    other = crop()
    assert current([old, other, new]) == [other, new]


def test_a_round_that_was_only_opened_hides_no_record():
    june = animal(base_id="b")
    blank = animal(period="2023-07", base_id="b", scale=None, status="draft")
    alone = animal(period="2023-07", scale=None, status="draft")
    everything = [june, blank, alone]
    assert Query().select(everything) == [june, alone]
    assert Query(period="2023-07").select(everything) == [alone]
    assert Query(scale_min=1).select(everything) == [june]
    plots = [animal(base_id="c", period="2023-07", scale=scale) for scale in (5, None)]
    assert Query(period="2023-07").select([*plots, june]) == plots[:1]
    blank["scale"] = 80
    assert Query().select(everything) == [blank, alone]


def test_a_base_that_has_stopped_is_shown_only_where_0_is_asked_for():
    june = animal(base_id="b")
    july = animal(period="2023-07", base_id="b", scale=0)
    assert Query().select([june, july]) == []
    assert Query(period="2023-07").select([june, july]) == []
    assert Query(period="2023-06").select([june, july]) == [june]
    assert Query(scale_max=50).select([june, july]) == []
    assert Query(scale_min=0).select([june, july]) == [july]


def test_a_record_copied_by_hand_drops_nobody():
    original = crop(base_id="b")
    copy = {**original, "uuid": "another", "village": "霞山村"}
    assert Query().select([original, copy]) == [original, copy]


@given(
    st.lists(
        st.tuples(
            st.sampled_from("ab"),
            st.sampled_from(["豇豆", "生猪"]),
            st.sampled_from([None, "2023-1", "2023-2", "2023-05", "2023-06"]),
        )
    )
)
def test_only_a_later_period_makes_a_record_old(rows):
    records = [
        {"uuid": str(n), "base_id": base, "product": product, "period": period}
        for n, (base, product, period) in enumerate(rows)
    ]
    for record in records:
        later = any(
            (other["base_id"], other["product"]) == (record["base_id"], record["product"])
            and period_order(other["period"]) > period_order(record["period"])
            for other in records
        )
        assert (record in current(records)) is not later


def test_each_condition_narrows():
    asked = {
        "subject_types": ("家庭农场",),
        "certifications": ("绿色",),
        "trace_modes": ("耳标", "追溯码"),
        "production_modes": ("设施",),
        "statuses": ("approved",),
    }
    fitting = crop(
        subject_type="家庭农场", certification="绿色", production_modes="{设施}", status="approved"
    )
    assert Query(**asked).fits(fitting)
    for other in (
        {"subject_type": None},
        {"certification": None},
        {"trace_modes": '{"包装标识"}'},
        {"production_modes": None},
        {"status": "draft"},
    ):
        assert not Query(**asked).fits({**fitting, **other})


def test_no_certification_and_no_status_can_be_asked_for():
    bare, green = crop(certification=None, status=None), crop(certification="绿色")
    assert Query(certifications=(NONE,)).select([bare, green]) == [bare]
    assert Query(certifications=(NONE, "绿色")).select([bare, green]) == [bare, green]
    assert Query(statuses=("draft",)).select([bare]) == [bare]


def test_a_scale_that_is_no_number_lies_in_no_range():
    odd = crop(scale="约5")
    assert Query().fits(odd) and not Query(scale_min=0).fits(odd)


def test_a_query_joins_its_conditions():
    records = [crop(scale=5), crop(scale=50), animal(), crop(scale=50, township="马市镇")]
    query = Query(products=("豇豆",), region={"township": "万合镇"}, scale_min=10, scale_max=50)
    assert query.select(records) == [records[1]]


def test_periods_follow_the_industry():
    assert default_period(crop(market_start="2022-11"), "2023-06") == "2022-1"
    assert default_period(crop(market_start="--11", market_end="--12"), "2023-06") == "2023-1"
    assert default_period(animal(), "2023-06") == "2023-06"
    assert period_order("2023-12") > period_order("2023-02") > period_order(None)


@pytest.mark.parametrize(
    "stored, shown",
    [
        ("2023-05-01", "2023年5月1日"),
        ("2023-05", "2023年5月"),
        ("--05-01", "5月1日"),
        ("--11", "11月"),
        (None, None),
    ],
)
def test_dates_are_shown_as_the_sheet_writes_them(stored, shown):
    assert display_date(stored) == shown


def test_a_public_row_gives_no_phone_no_person_and_no_exact_point():
    record = animal(remarks="电话 13812345678", credit_grade="座机0796-5332211")
    row = sheet_row(record, PUBLIC)
    text = "".join(str(value) for value in row.values())
    assert "13812345678" not in text and "5332211" not in text and "18000079618" not in text
    assert row["subject_name"] == "何**" and row["contact"] == "何**"
    assert row["point"] == "115.013,26.860"


def test_an_official_row_joins_what_the_store_keeps_apart():
    row = sheet_row(crop(address_detail="3组"))
    assert row["township"] == "万合镇大鹏村3组"
    assert row["point"] == "115.013018,26.859674"
    assert row["trace_modes"] == "追溯码、包装标识"
    assert row["market_start"] == "2023年1月"
