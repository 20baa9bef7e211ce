"""Classes of a choropleth map: few, with round limits, chosen to fit the values.

Natural breaks (Jenks): the limits that keep values within a class closest to their mean,
but only round limits come into question. Square roots are compared, so that one very large
value does not leave all others in one class. Values are positive whole numbers; zero and
missing values stand apart.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from math import sqrt
from typing import NamedTuple

from .round_figures import FINE, ROUGH, round_down, round_series, round_up

MOST = 5
_FIT = 0.92  # of the variance that the classes should explain
_LESS_ROUND = 0.01  # of the variance: what a limit of 1, 2 or 5 may cost
_FEW = 10  # up to here, every whole number is round


class ValueClass(NamedTuple):
    """Values from ``low`` to ``high``, both included; ``count`` of them occur."""

    low: int
    high: int
    count: int


def classify(values: Sequence[int], most: int = MOST) -> list[ValueClass]:
    """Return classes, rising, none of them empty, such that each value is in just one.

    Raises ValueError for values below 1.
    """
    values = sorted(values)
    if not values:
        return []
    if values[0] < 1:
        raise ValueError("classes are of positive whole numbers")
    limits = _limits(values[0], values[-1])
    ends = [bisect_left(values, limit + 1) for limit in limits]  # values up to each limit
    best: tuple[int, ...] = (len(limits) - 1,)
    for number in range(2, min(most, len(set(values))) + 1):
        found = _best(values, limits, ends, number)
        if found is None:
            break
        fit, best = found
        if number >= 3 and fit >= _FIT:
            break
    low = values[0] if values[0] <= _FEW else int(round_down(values[0], FINE))
    return _classes(low, limits, ends, best)


def class_of(value: int, classes: Sequence[ValueClass]) -> int:
    """Return the position of the class that holds a value."""
    return next(position for position, each in enumerate(classes) if each.low <= value <= each.high)


def _limits(least: int, greatest: int) -> list[int]:
    """Return the round numbers that may end a class; the last one holds all values."""
    small = range(least, min(_FEW, greatest) + 1)
    large = [
        int(figure)
        for figure in round_series(max(least, _FEW), max(greatest, _FEW), FINE)
        if figure == int(figure)
    ]
    limits = sorted({*small, *large})
    if not limits or limits[-1] < greatest:
        limits.append(int(round_up(greatest, FINE)))
    return [limit for limit in limits if limit < greatest] + [
        next(limit for limit in limits if limit >= greatest)
    ]


def _best(
    values: Sequence[int], limits: Sequence[int], ends: Sequence[int], number: int
) -> tuple[float, tuple[int, ...]] | None:
    """Return the share of variance explained and the limits' positions of ``number`` classes."""
    sums = [0.0, *accumulate(sqrt(value) for value in values)]
    squares = [0, *accumulate(values)]

    def spread(start: int, end: int) -> float:
        total = sums[end] - sums[start]
        return squares[end] - squares[start] - total * total / (end - start)

    whole = max(spread(0, len(values)), 1e-9)

    @lru_cache(None)
    def search(position: int, classes: int) -> tuple[float, float, tuple[int, ...]] | None:
        """Return cost, spread and limits for the values up to a limit in so many classes."""
        end = ends[position]
        rough = 0.0 if _is_rough(limits[position]) else _LESS_ROUND * whole
        if classes == 1:
            own = spread(0, end) if end else None
            return None if own is None else (own + rough, own, (position,))
        options = []
        for before in range(position):
            if not 0 < ends[before] < end:
                continue
            rest = search(before, classes - 1)
            if rest is not None:
                own = spread(ends[before], end)
                options.append((rest[0] + own + rough, rest[1] + own, (*rest[2], position)))
        return min(options, default=None)

    found = search(len(limits) - 1, number)
    return None if found is None else (1 - found[1] / whole, found[2])


def _is_rough(limit: int) -> bool:
    return limit <= _FEW or round_up(limit, ROUGH) == limit


def _classes(
    low: int, limits: Sequence[int], ends: Sequence[int], chosen: Sequence[int]
) -> list[ValueClass]:
    result, start = [], 0
    for position in chosen:
        result.append(ValueClass(low, limits[position], ends[position] - start))
        low, start = limits[position] + 1, ends[position]
    return result
