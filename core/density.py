"""Density of points, as QGIS draws its heat maps, in points per area.

Each point gives a hill of the quartic kernel, (1 - (d/r)²)² up to the radius r, whose
volume is π r² / 3; so a sum of hills times 3 / (π r²) is a density.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import floor, pi

from .clusters import Place

_CELLS = 8  # per radius


def per_area(sum_of_hills: float, radius: float) -> float:
    """Return the density that a sum of hills comes to, in points per square of radius's unit."""
    return sum_of_hills * 3 / (pi * radius**2)


def as_sum(density: float, radius: float) -> float:
    """Return the sum of hills that a density is drawn from."""
    return density * pi * radius**2 / 3


def highest_sum(places: Sequence[Place], radius: float) -> float:
    """Return the greatest sum of hills, within some percent; 0 without places."""
    side = radius / _CELLS
    cells = Counter((floor(x / side), floor(y / side)) for x, y in places)
    hill = [
        (column, row, (1 - square) ** 2)
        for column in range(-_CELLS, _CELLS + 1)
        for row in range(-_CELLS, _CELLS + 1)
        if (square := (column**2 + row**2) / _CELLS**2) < 1
    ]
    return max(
        (
            sum(height * cells[x + column, y + row] for column, row, height in hill)
            for x, y in list(cells)
        ),
        default=0.0,
    )
