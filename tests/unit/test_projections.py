from __future__ import annotations

import json
from math import cos, hypot, radians
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from origin_trace.core.projections import (
    bd09_to_gcj02,
    bd09_to_wgs84,
    from_gauss_kruger,
    from_web_mercator,
    from_zone,
    gcj02_to_bd09,
    gcj02_to_wgs84,
    to_cgcs2000,
    wgs84_to_bd09,
    wgs84_to_gcj02,
)

DATA = Path(__file__).resolve().parents[1] / "data"
VECTORS = json.loads((DATA / "coord_vectors.json").read_text(encoding="utf-8"))
METRE = 1 / 111320


def metres(one, other):
    east = (one[0] - other[0]) * cos(radians(one[1]))
    return hypot(east, one[1] - other[1]) / METRE


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["src"])
def test_vectors(vector):
    wgs84, gcj02, bd09 = vector["wgs84"], vector["gcj02"], vector["bd09"]
    assert metres(wgs84_to_gcj02(*wgs84), gcj02) < 2e-5  # the list has 10 decimals
    assert metres(wgs84_to_bd09(*wgs84), bd09) < 2e-5
    assert metres(gcj02_to_bd09(*gcj02), bd09) < 2e-5
    assert metres(gcj02_to_wgs84(*wgs84_to_gcj02(*wgs84)), wgs84) < 1e-6
    assert metres(bd09_to_wgs84(*wgs84_to_bd09(*wgs84)), wgs84) < 1e-6
    assert metres(to_cgcs2000(*bd09, "bd09"), wgs84) < 2e-5
    assert metres(to_cgcs2000(*gcj02, "gcj02"), wgs84) < 2e-5


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(st.floats(73, 135.1), st.sampled_from([73.0, 105.0, 135.1])),
    st.one_of(st.floats(3.4, 53.6), st.sampled_from([3.4, 35.0, 53.6])),
)
def test_inverses_are_exact(lon, lat):
    assert metres(gcj02_to_wgs84(*wgs84_to_gcj02(lon, lat)), (lon, lat)) < 1e-6
    assert metres(bd09_to_gcj02(*gcj02_to_bd09(lon, lat)), (lon, lat)) < 1e-6
    assert metres(bd09_to_wgs84(*wgs84_to_bd09(lon, lat)), (lon, lat)) < 1e-6


def test_published_single_steps():
    assert metres(gcj02_to_bd09(116.404, 39.915), (116.41036949371029, 39.92133699351021)) < 1e-6
    assert metres(gcj02_to_wgs84(116.404, 39.915), (116.39775575457, 39.91359623561)) < 1e-5


def test_no_shift_outside_the_box():
    assert wgs84_to_gcj02(0.0, 51.5) == (0.0, 51.5)
    assert gcj02_to_wgs84(0.0, 51.5) == (0.0, 51.5)


@pytest.mark.parametrize(
    ("easting", "northing", "lon", "lat"),
    [
        (38603447.945, 2955936.624, 115.039559, 26.710152),
        (38649548.114816464, 4997814.3772329865, 115.9, 45.1),  # EPSG:4526, PROJ
        (38353482.83382205, 2212978.5709032873, 112.6, 20.0),
    ],
)
def test_gauss_kruger(easting, northing, lon, lat):
    assert metres(from_zone(easting, northing), (lon, lat)) < 1e-3


def test_gauss_kruger_of_an_unprefixed_zone():
    # EPSG:4545 (meridian 108), PROJ
    point = from_gauss_kruger(692992.3021002198, 3321798.0056048143, 108.0)
    assert metres(point, (110.0, 30.0)) < 1e-6


def test_no_zone():
    assert from_zone(603447.945, 2955936.624) is None
    assert from_zone(99603447.945, 2955936.624) is None


def test_web_mercator():
    point = from_web_mercator(12806145.13, 3087305.51)
    assert metres(point, (115.039559, 26.710152)) < 0.01
