"""Points of a printed map put together until their symbols lie clear of each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from math import floor, hypot, sqrt
from typing import NamedTuple

Place = tuple[float, float]


class Cluster(NamedTuple):
    """Points that share a symbol in their middle; ``members`` are their positions, rising."""

    x: float
    y: float
    members: tuple[int, ...]


def find_clusters(places: Sequence[Place], radius: Callable[[int], float]) -> list[Cluster]:
    """Return clusters of which no two symbols overlap, each place in just one of them.

    ``radius``: of the symbol for a number of points, in the unit of the places, and growing
    with it. The result does not hang on the order of the places.
    """
    clusters = _together(places, radius(1))
    grid = _Grid(2 * radius(len(places)) if places else 1.0)
    for cluster in clusters:
        grid.add(cluster)
    # A cluster is done when it overlaps none; whichever moves later looks for itself.
    for cluster in sorted(clusters, key=lambda each: (-len(each.members), each.x, each.y)):
        if not grid.holds(cluster):
            continue
        grid.remove(cluster)
        while (other := _nearest(cluster, grid, radius)) is not None:
            grid.remove(other)
            cluster = _merged(cluster, other)
        grid.add(cluster)
    return sorted(grid.all(), key=lambda each: (each.x, each.y))


def _together(places: Sequence[Place], radius: float) -> list[Cluster]:
    """Return one cluster for each cell so small that all single symbols in it overlap."""
    side = radius * sqrt(2)
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    for position, (x, y) in enumerate(places):
        cells[floor(x / side), floor(y / side)].append(position)
    result = []
    for members in cells.values():
        # Sums in an order of their own: floats added up otherwise come out otherwise.
        spots = sorted(places[member] for member in members)
        x = sum(spot[0] for spot in spots) / len(spots)
        y = sum(spot[1] for spot in spots) / len(spots)
        result.append(Cluster(x, y, tuple(members)))
    return result


def _nearest(cluster: Cluster, grid: _Grid, radius: Callable[[int], float]) -> Cluster | None:
    """Return the nearest of the clusters that overlap one, None where none does."""
    own = radius(len(cluster.members))
    found = []
    for other in grid.around(cluster):
        distance = hypot(other.x - cluster.x, other.y - cluster.y)
        if distance < own + radius(len(other.members)):
            found.append((distance, other.x, other.y, other))
    return min(found)[3] if found else None


def _merged(one: Cluster, other: Cluster) -> Cluster:
    first, second = len(one.members), len(other.members)
    count = first + second
    return Cluster(
        (one.x * first + other.x * second) / count,
        (one.y * first + other.y * second) / count,
        tuple(sorted((*one.members, *other.members))),
    )


class _Grid:
    """Clusters by square cells of ``side``, so that neighbours are found quickly."""

    def __init__(self, side: float) -> None:
        self._side = side
        self._cells: dict[tuple[int, int], set[Cluster]] = defaultdict(set)

    def add(self, cluster: Cluster) -> None:
        self._cells[self._cell(cluster)].add(cluster)

    def remove(self, cluster: Cluster) -> None:
        self._cells[self._cell(cluster)].remove(cluster)

    def holds(self, cluster: Cluster) -> bool:
        return cluster in self._cells[self._cell(cluster)]

    def all(self) -> Iterator[Cluster]:
        for cell in self._cells.values():
            yield from cell

    def around(self, cluster: Cluster) -> Iterator[Cluster]:
        column, row = self._cell(cluster)
        for x in (column - 1, column, column + 1):
            for y in (row - 1, row, row + 1):
                yield from self._cells.get((x, y), ())

    def _cell(self, cluster: Cluster) -> tuple[int, int]:
        return floor(cluster.x / self._side), floor(cluster.y / self._side)
