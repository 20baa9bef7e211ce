"""Classes of choropleth maps: round limits, every value in just one class."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from origin_trace.core.map_classes import MOST, class_of, classify
from origin_trace.core.round_figures import FINE, ROUGH, round_down, round_series, round_up

COUNTS = st.lists(st.integers(min_value=1, max_value=200_000), min_size=1, max_size=60)


def is_round(number):
    """Tell whether a number is 10 or less, or has a mantissa of the fine row."""
    return number <= 10 or float(f"{number:e}".partition("e")[0]) in FINE


@given(COUNTS)
def test_every_value_is_in_exactly_one_class(values):
    classes = classify(values)
    for value in values:
        assert sum(each.low <= value <= each.high for each in classes) == 1
        assert classes[class_of(value, classes)].low <= value
    assert sum(each.count for each in classes) == len(values)
    for each in classes:
        assert each.count == sum(each.low <= value <= each.high for value in values) > 0


@given(COUNTS)
def test_classes_are_few_round_and_join(values):
    classes = classify(values)
    assert 1 <= len(classes) <= min(MOST, len(set(values)))
    assert all(is_round(each.high) for each in classes)
    assert is_round(classes[0].low) and classes[0].low <= min(values)
    assert classes[-1].high < 2 * max(values) + 1
    for one, other in zip(classes, classes[1:]):
        assert other.low == one.high + 1


@given(COUNTS, st.integers(min_value=2, max_value=9))
def test_order_and_repetition_do_not_move_limits(values, times):
    limits = [each.high for each in classify(values)]
    assert [each.high for each in classify(values[::-1])] == limits
    assert [each.high for each in classify(values * times)] == limits


@given(st.integers(min_value=1, max_value=10**6), st.integers(min_value=2, max_value=40))
def test_equal_values_are_one_class(value, number):
    (only,) = classify([value] * number)
    assert only.low <= value <= only.high and only.count == number


def test_classes_fit_the_data():
    assert [each[:2] for each in classify([1, 2, 2, 3, 90, 95, 99, 400, 410])] == [
        (1, 3),
        (4, 100),
        (101, 500),
    ]
    assert [each[:2] for each in classify([7])] == [(7, 7)]
    assert classify([]) == []
    with pytest.raises(ValueError, match="positive"):
        classify([0, 3])


@given(
    st.floats(min_value=1e-4, max_value=1e7),
    st.floats(min_value=1, max_value=1e4),
    st.sampled_from([ROUGH, FINE]),
)
def test_round_figures_enclose_a_value(value, times, row):
    low, high = round_down(value, row), round_up(value, row)
    assert low <= value * (1 + 1e-9) and high >= value * (1 - 1e-9) and high <= low * 2.5 * 1.01
    series = round_series(value, value * times, row)
    assert series == sorted(set(series))
    assert all(float(f"{figure:e}".partition("e")[0]) in row for figure in series)
    assert all(value * (1 - 1e-8) <= figure <= value * times * (1 + 1e-8) for figure in series)
