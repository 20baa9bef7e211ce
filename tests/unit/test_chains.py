"""What hangs together in place and time, against trying every pair."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from origin_trace.core.chains import Spot, chains
from origin_trace.core.distances import metres

# Of a county, in a crowd, and far from both: steps of metres, kilometres and the whole world.
NEAR = st.tuples(st.floats(115, 115.02), st.floats(26.5, 26.52))
COUNTY = st.tuples(st.floats(114.6, 115.2), st.floats(26.4, 27.0))
CHINA = st.tuples(st.floats(73, 135), st.floats(18, 54))
ODD = st.sampled_from([(0.0, 0.0), (115.0, 26.5), (115.0, -26.5), (-115.0, 84.0)])
SPOTS = st.lists(
    st.builds(
        lambda point, day: Spot(*point, day), NEAR | COUNTY | CHINA | ODD, st.integers(0, 60)
    ),
    max_size=30,
)
RADII = st.sampled_from([10.0, 300.0, 1000.0, 3000.0, 40_000.0])


def by_every_pair(spots, radius, days):
    """Return the groups as sets of numbers, by comparing every spot with every other."""
    groups = [{number} for number in range(len(spots))]
    for a, one in enumerate(spots):
        for b, two in enumerate(spots[:a]):
            if abs(one.day - two.day) <= days and metres(one[:2], two[:2]) <= radius:
                first, second = (next(g for g in groups if n in g) for n in (a, b))
                if first is not second:
                    groups.remove(second)
                    first |= second
    return sorted(map(sorted, groups))


@given(SPOTS, RADII, st.integers(0, 20))
def test_chains_are_what_every_pair_gives(spots, radius, days):
    assert sorted(map(sorted, chains(spots, radius, days))) == by_every_pair(spots, radius, days)


@given(SPOTS, RADII, st.integers(0, 20), st.randoms())
def test_the_order_of_the_spots_does_not_matter(spots, radius, days, chance):
    order = list(range(len(spots)))
    chance.shuffle(order)
    mixed = chains([spots[number] for number in order], radius, days)
    mixed = sorted(sorted(order[number] for number in group) for group in mixed)
    assert mixed == sorted(map(sorted, chains(spots, radius, days)))


def test_steps_of_just_the_radius_and_the_days_count():
    one, two = Spot(115.0, 26.5, 10), Spot(115.01, 26.5, 13)
    apart = metres(one[:2], two[:2])
    assert chains([one, two], apart, 3) == [[0, 1]]
    assert len(chains([one, two], apart - 0.01, 3)) == 2
    assert len(chains([one, two], apart, 2)) == 2


def test_steps_lead_on_farther_than_one_reaches():
    spots = [Spot(115 + 0.009 * n, 26.5, 5 * n) for n in range(20)]
    assert chains(spots, 1000, 5) == [list(range(20))]


# Lengths of a degree on the ellipsoid of CGCS2000 at 30 degrees, of any handbook of geodesy.
@pytest.mark.parametrize(("other", "length"), [((115.01, 30.0), 964.86), ((115.0, 30.01), 1108.52)])
def test_metres(other, length):
    assert metres((115.0, 30.0), other) == pytest.approx(length, rel=2e-4)
