import pytest
from origin_trace.core.rules import RULE_COLUMNS, Context, check_all, check_record, check_table
from origin_trace.tests.unit.records import animal, crop

CONTEXT = Context(county=("江西省", "吉安市", "泰和县"))


def rules_of(record, context=CONTEXT):
    return {(finding.rule, finding.column) for finding in check_record(record, context)}


@pytest.mark.parametrize("make", [crop, animal])
def test_a_faultless_record_has_no_finding(make):
    assert rules_of(make()) == set()


@pytest.mark.parametrize(
    "changes, rule, column",
    [
        ({"subject_name": None}, "A-required", "subject_name"),
        ({"village": None}, "A-required", "village"),
        ({"collector_phone": None}, "A-required", "collector_phone"),
        ({"market_start": None}, "A-required", "market_start"),
        ({"production_modes": None}, "A-required", "production_modes"),
        ({"lon": None, "lat": None}, "A-point", "geometry"),
        ({"contact_phone": "0796-5332211"}, "A-phone", "contact_phone"),
        ({"grid_officer_phone": "1381234567"}, "A-phone", "grid_officer_phone"),
        ({"subject_type": "公司"}, "A-choice", "subject_type"),
        ({"trace_modes": '{"追溯码","条形码"}'}, "A-choice", "trace_modes"),
        ({"product": "四季豆"}, "A-product", "product"),
        ({"industry": "渔业"}, "A-product", "industry"),
        ({"scale_unit": "头"}, "A-product", "scale_unit"),
        ({"scale": 0}, "A-stopped", "scale"),
        ({"scale": -3}, "A-scale", "scale"),
        ({"coordinate_original": "115.04,26.71"}, "A-decimals", "geometry"),
        ({"lon": 26.859674, "lat": 115.013018}, "D3-china", "geometry"),
        ({"lon": -0.1, "lat": 51.5}, "D3-china", "geometry"),
        ({"county": "万安县"}, "D3-county", "county"),
        ({"scale": 60000}, "D3-plausible", "scale"),
        ({"market_start": "2023-05", "market_end": "2023-03"}, "D3-season", "market_end"),
    ],
)
def test_each_rule_finds_its_fault_and_only_that(changes, rule, column):
    assert (rule, column) in rules_of(crop(**changes))


def test_animals_owe_no_market_dates_but_are_warned_for_having_them():
    assert rules_of(animal(market_start="2023-05")) == {("A-crops", "market_start")}


def test_a_season_may_cross_the_year():
    assert rules_of(crop(market_start="--11", market_end="--03")) == set()
    assert rules_of(crop(market_start="2023-11", market_end="2024-03")) == set()


def test_a_boundary_is_used_where_there_is_one():
    outside = Context(inside=lambda lon, lat: 1234.0)
    assert ("D3-boundary", "geometry") in rules_of(crop(), outside)
    assert rules_of(crop(), Context(inside=lambda lon, lat: 0.0)) == set()


def test_swapped_coordinates_come_with_their_fix():
    (finding,) = check_record(crop(lon=26.859674, lat=115.013018), CONTEXT)
    assert finding.fix == (115.013018, 26.859674)


def table_rules(records):
    return sorted(finding.rule for finding in check_table(records))


def test_one_point_for_many_producers_is_warned():
    names = ("泰和甲家庭农场", "泰和乙专业合作社", "泰和丙农业有限公司")
    records = [
        crop(subject_name=name, contact_phone=f"1380000000{i}") for i, name in enumerate(names)
    ]
    assert table_rules(records) == ["D3-same-point"] * 3
    assert table_rules(records[:2]) == []


def test_one_phone_for_many_producers_is_warned():
    names = ("泰和甲家庭农场", "泰和乙专业合作社", "泰和丙农业有限公司")
    records = [crop(subject_name=name, lon=115.0 + i / 100) for i, name in enumerate(names)]
    assert table_rules(records) == ["D3-same-phone"] * 3


def test_the_same_record_twice_is_an_error_but_another_plot_or_period_is_not():
    assert table_rules([crop(), crop()]) == ["D3-duplicate"]
    assert table_rules([crop(), crop(lon=115.02)]) == []
    assert table_rules([crop(), crop(period="2023-2")]) == []


def test_a_similar_name_within_ten_metres_is_warned():
    near = crop(subject_name="泰和大鹏惠民专业合作社社", lon=115.013018 + 5e-5)
    far = crop(subject_name="泰和大鹏惠民专业合作社社", lon=115.014018)
    assert table_rules([crop(), near]) == ["D3-near"]
    assert table_rules([crop(), far]) == []


def test_findings_name_their_record():
    bad = crop(scale=0)
    assert [f.record for f in check_all([crop(lon=115.5), bad], CONTEXT)] == [bad["uuid"]]


def test_rules_of_one_record_look_at_no_other_columns():
    kept = {"uuid", "lon", "lat", *RULE_COLUMNS}
    for record in (crop(), animal()):
        assert check_record({key: record[key] for key in kept}, CONTEXT) == []
