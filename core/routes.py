"""The order in which a team visits its places: a short open way, the same on any machine.

Only operations that every processor rounds alike are used; a library's cosine is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

Point = tuple  # lon, lat in degrees

_REACH = 40  # places ahead that an exchange looks at, so that long ways take no minutes
_ROUNDS = 10
_METRES, _RADIAN = 111_195.0, 0.017453292519943295
_LEAST = 1e-6  # metres that an exchange has to save


def route(points: Sequence[Point | None]) -> list[int]:
    """Return the numbers of the points in the order of the way; those without a place last.

    From the place farthest out always to the nearest one left, then crossings are taken out.
    """
    placed = [number for number, point in enumerate(points) if point is not None]
    if not placed:
        return list(range(len(points)))
    flat = _flattened([points[number] for number in placed])
    way = _untangled(_nearest_first(flat), flat)
    return [placed[step] for step in way] + [n for n, p in enumerate(points) if p is None]


def length(points: Sequence[Point], order: Sequence[int]) -> float:
    """Return the metres of a way."""
    flat = _flattened(points)
    return sum(_apart(flat[a], flat[b]) for a, b in zip(order, order[1:]))


def _flattened(points: Sequence[Point]) -> list[tuple[float, float]]:
    """Return metres east and north; exact enough within a county."""
    middle = sum(lat for _, lat in points) / len(points)
    wide = _METRES * _cosine(middle * _RADIAN)
    return [(lon * wide, lat * _METRES) for lon, lat in points]


def _cosine(angle: float) -> float:
    square = angle * angle
    value = term = 1.0
    for number in range(2, 24, 2):
        term *= -square / (number * (number - 1))
        value += term
    return value


def _apart(a: tuple[float, float], b: tuple[float, float]) -> float:
    east, north = a[0] - b[0], a[1] - b[1]
    return sqrt(east * east + north * north)


def _nearest_first(flat: list[tuple[float, float]]) -> list[int]:
    count = len(flat)
    middle = (sum(x for x, _ in flat) / count, sum(y for _, y in flat) / count)
    here = max(range(count), key=lambda number: (_apart(flat[number], middle), -number))
    way, left = [here], [number for number in range(count) if number != here]
    while left:
        here = min(left, key=lambda number: (_apart(flat[here], flat[number]), number))
        left.remove(here)
        way.append(here)
    return way


def _untangled(way: list[int], flat: list[tuple[float, float]]) -> list[int]:
    """Turn parts of the way round as long as that shortens it (2-opt)."""
    last = len(way) - 1
    for _ in range(_ROUNDS):
        better = False
        for first in range(last):
            for end in range(first + 1, min(last, first + _REACH) + 1):
                if _saved(way, flat, first, end) > _LEAST:
                    way[first : end + 1] = reversed(way[first : end + 1])
                    better = True
        if not better:
            break
    return way


def _saved(way: list[int], flat: list[tuple[float, float]], first: int, end: int) -> float:
    """Return the metres saved by going the part from ``first`` to ``end`` the other way round."""
    saved = 0.0
    start, stop = flat[way[first]], flat[way[end]]
    if first > 0:
        before = flat[way[first - 1]]
        saved += _apart(before, start) - _apart(before, stop)
    if end < len(way) - 1:
        after = flat[way[end + 1]]
        saved += _apart(stop, after) - _apart(start, after)
    return saved
