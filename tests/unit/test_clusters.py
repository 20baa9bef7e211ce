"""Clusters and density of the points of a printed map."""

from __future__ import annotations

from math import hypot, pi

from hypothesis import given
from hypothesis import strategies as st
from origin_trace.core.clusters import find_clusters
from origin_trace.core.density import as_sum, highest_sum, per_area

SPOT = st.floats(min_value=-60, max_value=60).map(lambda value: round(value, 3))
PLACES = st.lists(st.tuples(SPOT, SPOT), max_size=80)


def radius(count):
    return 2.0 if count == 1 else 3.0 if count < 10 else 4.5


@given(PLACES)
def test_every_point_is_counted_once_and_no_symbols_overlap(places):
    clusters = find_clusters(places, radius)
    assert sorted(m for cluster in clusters for m in cluster.members) == list(range(len(places)))
    for position, one in enumerate(clusters):
        for other in clusters[position + 1 :]:
            apart = hypot(one.x - other.x, one.y - other.y)
            assert apart >= radius(len(one.members)) + radius(len(other.members)) - 1e-9


@given(PLACES, st.randoms())
def test_clusters_do_not_hang_on_the_order_of_points(places, dice):
    def shape(given_places):
        return [(c.x, c.y, len(c.members)) for c in find_clusters(given_places, radius)]

    mixed = list(places)
    dice.shuffle(mixed)
    assert shape(mixed) == shape(places)


def test_a_cluster_lies_in_the_middle_of_its_points():
    near, far = find_clusters([(0, 0), (1, 0), (50, 0), (0, 0)], radius)
    assert near.members == (0, 1, 3) and far.members == (2,)
    assert abs(near.x - 1 / 3) < 1e-9 and (far.x, far.y) == (50, 0)


def test_density_of_a_single_point_and_of_many():
    assert highest_sum([], 5) == 0
    assert highest_sum([(3, 3)], 5) == 1
    assert highest_sum([(3, 3)] * 40, 5) == 40
    assert per_area(1, 2) == 3 / (pi * 4) and as_sum(per_area(7, 2), 2) == 7


def test_an_even_spread_has_its_own_density():
    places = [(x / 4, y / 4) for x in range(80) for y in range(80)]  # 16 per square
    assert abs(per_area(highest_sum(places, 4), 4) - 16) < 0.8


@given(PLACES.filter(bool), st.floats(min_value=1, max_value=30))
def test_the_highest_sum_is_close_to_the_true_one(places, width):
    def hills(x, y):
        squares = (((x - a) ** 2 + (y - b) ** 2) / width**2 for a, b in places)
        return sum((1 - square) ** 2 for square in squares if square < 1)

    true = max(hills(x, y) for x, y in places)
    found = highest_sum(places, width)
    assert 1 <= found <= len(places)
    assert abs(found - true) <= 0.25 * true
