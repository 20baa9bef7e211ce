"""Which spots hang together in place and time: chains of short steps (single linkage).

A step leads from one spot to another at most so many metres and so many days away; two
spots hang together where steps lead from one to the other. A grid whose cells are so small
that all in one are near each other keeps the work far below the square of the number.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import ceil, cos, radians, sqrt
from typing import NamedTuple

from .distances import metres

# Metres of a degree: never more, never less, so that no cell is too large and none missed.
_LONGEST, _SHORTEST_NORTH = 111_700.0, 110_500.0
_HIGHEST = 85.0  # degrees of latitude that the grid is made for


class Spot(NamedTuple):
    """A point in degrees, and a day as its number in the calendar."""

    lon: float
    lat: float
    day: int


class _Run(NamedTuple):
    """Spots of one cell that follow each other in time; numbers and their days."""

    numbers: list[int]
    days: list[int]


def chains(spots: Sequence[Spot], radius: float, days: int) -> list[list[int]]:
    """Return the numbers of the spots that hang together, each once; n log n as a rule.

    ``radius`` in metres, above 0; ``days`` from 0. Both are inclusive.
    """
    parent = list(range(len(spots)))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = number = parent[parent[number]]
        return number

    side = radius / sqrt(2) / _LONGEST  # degrees
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, spot in enumerate(spots):
        cells[int(spot.lon // side), int(spot.lat // side)].append(number)
    runs = {cell: list(_runs(spots, numbers, days)) for cell, numbers in cells.items()}
    for each in (run for found in runs.values() for run in found):
        for number in each.numbers:
            parent[root(number)] = root(each.numbers[0])
    steps = list(_steps(spots, radius, side))
    for (x, y), found in runs.items():
        for east, north in steps:
            for run, other in _meetings(found, runs.get((x + east, y + north), ()), days):
                one, two = root(run.numbers[0]), root(other.numbers[0])
                if one != two and _joined(spots, run, other, radius, days):
                    parent[one] = two
    groups: dict[int, list[int]] = defaultdict(list)
    for number in range(len(spots)):
        groups[root(number)].append(number)
    return list(groups.values())


def _runs(spots: Sequence[Spot], numbers: list[int], days: int) -> Iterator[_Run]:
    """Yield the spots of a cell in time, parted where too many days lie between two."""
    numbers.sort(key=lambda number: spots[number].day)
    run = _Run([], [])
    for number in numbers:
        day = spots[number].day
        if run.days and day - run.days[-1] > days:
            yield run
            run = _Run([], [])
        run.numbers.append(number)
        run.days.append(day)
    yield run


def _steps(spots: Sequence[Spot], radius: float, side: float) -> Iterator[tuple[int, int]]:
    """Yield the cells around one in which near spots may lie, each pair of cells once."""
    highest = min(_HIGHEST, max((abs(spot.lat) for spot in spots), default=0.0))
    east = ceil(radius / (_SHORTEST_NORTH * cos(radians(highest))) / side)
    north = ceil(radius / _SHORTEST_NORTH / side)
    for x in range(east + 1):
        for y in range(-north if x else 1, north + 1):
            yield x, y


def _meetings(
    found: Sequence[_Run], others: Sequence[_Run], days: int
) -> Iterator[tuple[_Run, _Run]]:
    """Yield the runs of two cells that come near each other in time; both stand in time."""
    start = 0
    for run in found:
        while start < len(others) and run.days[0] - others[start].days[-1] > days:
            start += 1
        for other in others[start:]:
            if other.days[0] - run.days[-1] > days:
                break
            yield run, other


def _joined(spots: Sequence[Spot], one: _Run, two: _Run, radius: float, days: int) -> bool:
    """Tell whether a step leads from one run to the other."""
    for number, day in zip(one.numbers, one.days):
        first, last = bisect_left(two.days, day - days), bisect_right(two.days, day + days)
        for other in two.numbers[first:last]:
            if metres(spots[number][:2], spots[other][:2]) <= radius:
                return True
    return False
