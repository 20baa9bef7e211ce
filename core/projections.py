"""Conversions into CGCS2000 longitude and latitude (degrees), without a library.

GCJ-02 and BD-09: formulas as in PRCoords (CC0); the inverses are solved by
fixed-point iteration to 1e-10 degrees. CGCS2000 and WGS84 are taken as equal (cm level).
"""

from __future__ import annotations

from collections.abc import Callable
from math import asin, atan, atan2, cos, cosh, degrees, exp, pi, radians, sin, sinh, sqrt

_A, _EE = 6378245.0, 0.00669342162296594323  # of the GCJ-02 formula
_X_PI = pi * 3000.0 / 180.0
_LIMIT = 1e-12
_ROUNDS = 20
_MAJOR = 6378137.0  # m, CGCS2000 and Web Mercator
_N = (1 / 298.257222101) / (2 - 1 / 298.257222101)  # third flattening of CGCS2000

Pair = tuple[float, float]


def _is_shifted(lon: float, lat: float) -> bool:
    return 72.004 <= lon <= 137.8347 and 0.8293 <= lat <= 55.8271


def wgs84_to_gcj02(lon: float, lat: float) -> Pair:
    """Return the GCJ-02 pair of a WGS84 one; unchanged outside the box of the formula."""
    if not _is_shifted(lon, lat):
        return lon, lat
    x, y = lon - 105.0, lat - 35.0
    root = sqrt(abs(x))
    wave = (20.0 * sin(6.0 * x * pi) + 20.0 * sin(2.0 * x * pi)) * 2.0 / 3.0
    north = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + wave
    north += (20.0 * sin(y * pi) + 40.0 * sin(y / 3.0 * pi)) * 2.0 / 3.0
    north += (160.0 * sin(y / 12.0 * pi) + 320.0 * sin(y * pi / 30.0)) * 2.0 / 3.0
    east = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + wave
    east += (20.0 * sin(x * pi) + 40.0 * sin(x / 3.0 * pi)) * 2.0 / 3.0
    east += (150.0 * sin(x / 12.0 * pi) + 300.0 * sin(x / 30.0 * pi)) * 2.0 / 3.0
    phi = radians(lat)
    magic = 1 - _EE * sin(phi) ** 2
    north = north * 180.0 / (_A * (1 - _EE) / (magic * sqrt(magic)) * pi)
    east = east * 180.0 / (_A / sqrt(magic) * cos(phi) * pi)
    return lon + east, lat + north


def gcj02_to_bd09(lon: float, lat: float) -> Pair:
    """Return the BD-09 pair of a GCJ-02 one."""
    z = sqrt(lon * lon + lat * lat) + 0.00002 * sin(lat * _X_PI)
    theta = atan2(lat, lon) + 0.000003 * cos(lon * _X_PI)
    return z * cos(theta) + 0.0065, z * sin(theta) + 0.006


def _invert(forward: Callable[[float, float], Pair], lon: float, lat: float) -> Pair:
    x, y = lon, lat
    for _ in range(_ROUNDS):
        image = forward(x, y)
        east, north = image[0] - lon, image[1] - lat
        x, y = x - east, y - north
        if abs(east) < _LIMIT and abs(north) < _LIMIT:
            break
    return x, y


def gcj02_to_wgs84(lon: float, lat: float) -> Pair:
    """Return the WGS84 pair of a GCJ-02 one, exact to 1e-10 degrees."""
    return _invert(wgs84_to_gcj02, lon, lat) if _is_shifted(lon, lat) else (lon, lat)


def bd09_to_gcj02(lon: float, lat: float) -> Pair:
    """Return the GCJ-02 pair of a BD-09 one, exact to 1e-10 degrees."""
    return _invert(gcj02_to_bd09, lon, lat)


def wgs84_to_bd09(lon: float, lat: float) -> Pair:
    """Return the BD-09 pair of a WGS84 one."""
    return gcj02_to_bd09(*wgs84_to_gcj02(lon, lat))


def bd09_to_wgs84(lon: float, lat: float) -> Pair:
    """Return the WGS84 pair of a BD-09 one, exact to 1e-10 degrees."""
    return gcj02_to_wgs84(*bd09_to_gcj02(lon, lat))


_TO_CGCS2000 = {"gcj02": gcj02_to_wgs84, "bd09": bd09_to_wgs84}


def to_cgcs2000(lon: float, lat: float, system: str) -> Pair:
    """Return the CGCS2000 pair of one in ``cgcs2000``, ``wgs84``, ``gcj02`` or ``bd09``."""
    convert = _TO_CGCS2000.get(system)
    return convert(lon, lat) if convert else (lon, lat)


def from_web_mercator(x: float, y: float) -> Pair:
    """Return the degrees of EPSG:3857 metres."""
    return degrees(x / _MAJOR), degrees(2 * atan(exp(y / _MAJOR)) - pi / 2)


def _series(n: float) -> tuple[float, tuple[float, ...], tuple[float, ...]]:
    """Krüger's series in the third flattening, inverse direction, to the 5th order (10 nm)."""
    n2, n3, n4, n5 = n**2, n**3, n**4, n**5
    radius = _MAJOR / (1 + n) * (1 + n2 / 4 + n4 / 64)
    beta = (
        n / 2 - 2 / 3 * n2 + 37 / 96 * n3 - n4 / 360 - 81 / 512 * n5,
        n2 / 48 + n3 / 15 - 437 / 1440 * n4 + 46 / 105 * n5,
        17 / 480 * n3 - 37 / 840 * n4 - 209 / 4480 * n5,
        4397 / 161280 * n4 - 11 / 504 * n5,
        4583 / 161280 * n5,
    )
    delta = (
        2 * n - 2 / 3 * n2 - 2 * n3 + 116 / 45 * n4 + 26 / 45 * n5,
        7 / 3 * n2 - 8 / 5 * n3 - 227 / 45 * n4 + 2704 / 315 * n5,
        56 / 15 * n3 - 136 / 35 * n4 - 1262 / 105 * n5,
        4279 / 630 * n4 - 332 / 35 * n5,
        4174 / 315 * n5,
    )
    return radius, beta, delta


_RADIUS, _BETA, _DELTA = _series(_N)


def from_gauss_kruger(easting: float, northing: float, meridian: float) -> Pair:
    """Return the degrees of CGCS2000 Gauss-Krüger metres, false easting 500 km."""
    xi, eta = northing / _RADIUS, (easting - 500000.0) / _RADIUS
    x, y = xi, eta
    for j, beta in enumerate(_BETA, 1):
        x -= beta * sin(2 * j * xi) * cosh(2 * j * eta)
        y -= beta * cos(2 * j * xi) * sinh(2 * j * eta)
    chi = asin(sin(x) / cosh(y))
    phi = chi + sum(delta * sin(2 * j * chi) for j, delta in enumerate(_DELTA, 1))
    return meridian + degrees(atan2(sinh(y), cos(x))), degrees(phi)


def meridian_of(zone: int) -> float | None:
    """Return the central meridian of a zone of China: 3 degrees 24-45, 6 degrees 13-23."""
    if 24 <= zone <= 45:
        return zone * 3.0
    if 13 <= zone <= 23:
        return zone * 6.0 - 3.0
    return None


def from_zone(easting: float, northing: float) -> Pair | None:
    """Return the degrees of metres whose easting carries its zone; None if it is none."""
    meridian = meridian_of(int(easting // 1000000))
    if meridian is None:
        return None
    return from_gauss_kruger(easting % 1000000, northing, meridian)
