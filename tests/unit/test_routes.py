"""The way of a team: every place once, near the shortest way, the same each time."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from origin_trace.core.routes import length, route

PLACE = st.tuples(st.floats(114.5, 115.5), st.floats(26.4, 27.2))


@given(st.lists(st.none() | PLACE, max_size=12))
def test_every_place_is_visited_once_and_what_has_none_comes_last(points):
    order = route(points)
    assert sorted(order) == list(range(len(points)))
    placed = [point is not None for point in (points[number] for number in order)]
    assert placed == sorted(placed, reverse=True)
    assert route(points) == order


@given(st.lists(PLACE, min_size=2, max_size=6, unique=True))
def test_the_way_is_hardly_longer_than_the_shortest(points):
    shortest = min(length(points, order) for order in permutations(range(len(points))))
    assert length(points, route(points)) <= shortest * 1.5 + 1


def test_a_row_of_places_is_gone_along_whatever_their_order():
    points = [(115 + step / 50, 26.8 + step / 90) for step in (3, 0, 4, 1, 5, 2, 6)]
    order = [points[number] for number in route(points)]
    assert order in (sorted(points), sorted(points, reverse=True))


def test_a_crossing_is_taken_out():
    square = [(115.0, 26.8), (115.1, 26.9), (115.1, 26.8), (115.0, 26.9)]
    sides = length(square, [0, 2]) * 2 + length(square, [2, 1])
    assert length(square, route(square)) <= sides + 1


def test_metres_are_those_of_the_earth():
    assert length([(115.0, 26.5), (115.0, 26.51)], [0, 1]) == pytest.approx(1108, rel=0.005)
    assert length([(115.0, 26.5), (115.01, 26.5)], [0, 1]) == pytest.approx(996.5, rel=0.005)
