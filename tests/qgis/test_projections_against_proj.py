"""Our own formulas against PROJ: every zone of CGCS2000 and Web Mercator."""

from __future__ import annotations

from math import cos, hypot, radians

import pytest
from origin_trace.core.projections import from_web_mercator, from_zone
from osgeo import osr

THREE_DEGREES = {zone: (4488 + zone, zone * 3.0, 1.5) for zone in range(25, 46)}
SIX_DEGREES = {zone: (4478 + zone, zone * 6.0 - 3.0, 3.0) for zone in range(13, 24)}
LATITUDES = (3.4, 18.2, 26.710152, 35.0, 41.7, 53.6)


def system(epsg):
    found = osr.SpatialReference()
    found.ImportFromEPSG(epsg)
    found.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return found


def metres(one, other):
    return hypot((one[0] - other[0]) * cos(radians(one[1])), one[1] - other[1]) * 111320


@pytest.mark.parametrize(
    ("epsg", "meridian", "half"), [*THREE_DEGREES.values(), *SIX_DEGREES.values()]
)
def test_zones(epsg, meridian, half):
    forward = osr.CoordinateTransformation(system(4490), system(epsg))
    for lat in LATITUDES:
        for east in (-half, -0.3, 0.0, half):
            x, y, _ = forward.TransformPoint(meridian + east, lat)
            assert metres(from_zone(x, y), (meridian + east, lat)) < 1e-6


def test_web_mercator():
    forward = osr.CoordinateTransformation(system(4490), system(3857))
    for lat in LATITUDES:
        for lon in (73.0, 105.0, 135.1):
            x, y, _ = forward.TransformPoint(lon, lat)
            assert metres(from_web_mercator(x, y), (lon, lat)) < 1e-6
