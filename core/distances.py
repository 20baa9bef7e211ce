"""Metres between points on the ellipsoid of CGCS2000."""

from __future__ import annotations

from math import cos, hypot, radians

LonLat = tuple[float, float]  # degrees


def metres(a: LonLat, b: LonLat) -> float:
    """Return the metres between two points of a county.

    By the lengths of a degree at the latitude in the middle (series of the ellipsoid): off by
    less than 0.02 % up to 100 km apart between 18 and 54 degrees north.
    """
    middle = radians((a[1] + b[1]) / 2)
    east = (a[0] - b[0]) * (111_412.84 * cos(middle) - 93.5 * cos(3 * middle))
    north = (a[1] - b[1]) * (111_132.92 - 559.82 * cos(2 * middle))
    return hypot(east, north)
