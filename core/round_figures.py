"""Round figures for legends: 1, 2 or 5 times a power of ten, and a finer row."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor, log10

ROUGH = (1, 2, 5)
FINE = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8)


def round_up(value: float, row: Sequence[float] = ROUGH) -> float:
    """Return the least round figure that is not below a positive value."""
    return next(figure for figure in _figures(value, row) if figure >= value * (1 - 1e-9))


def round_down(value: float, row: Sequence[float] = ROUGH) -> float:
    """Return the greatest round figure that is not above a positive value."""
    figures = list(_figures(value, row))
    return next(figure for figure in reversed(figures) if figure <= value * (1 + 1e-9))


def round_series(low: float, high: float, row: Sequence[float] = ROUGH) -> list[float]:
    """Return the round figures between two positive values, both included, rising."""
    result = [round_up(low, row)]
    while result[-1] <= high * (1 + 1e-9):
        result.append(round_up(result[-1] * 1.001, row))
    return result[:-1]


def _figures(value: float, row: Sequence[float]) -> list[float]:
    """Return the figures of the decades around a value, rising."""
    power = floor(log10(value))
    # By way of text: 3 * 0.1 is not 0.3.
    return [float(f"{step:g}e{n}") for n in (power - 1, power, power + 1) for step in row]
