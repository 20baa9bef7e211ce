"""Points against polygon layers: inside, metres outside, whose polygon, other readings."""

from __future__ import annotations

import pytest
from origin_trace.core.coordinates import gcj02_to_wgs84, wgs84_to_bd09, wgs84_to_gcj02
from origin_trace.core.errors import InputError
from origin_trace.core.rules import Context, check_record
from origin_trace.layers.boundary import metres_outside
from origin_trace.layers.nearby import measure
from origin_trace.tests.unit.records import crop
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
)

COUNTY = ("江西省", "吉安市", "泰和县")
INSIDE = (115.01, 26.85)


def rectangle(west, south, east, north):
    return (
        f"POLYGON(({west} {south}, {east} {south}, {east} {north}, {west} {north}, {west} {south}))"
    )


def layer(*polygons, fields="field=name:string", crs="EPSG:4490"):
    """Return a layer of (WKT in degrees, attributes)."""
    made = QgsVectorLayer(f"Polygon?crs={crs}&{fields}", "边界", "memory")
    transform = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4490"), made.crs(), QgsProject.instance()
    )
    features = []
    for wkt, attributes in polygons:
        feature = QgsFeature(made.fields())
        geometry = QgsGeometry.fromWkt(wkt).densifyByDistance(0.002)
        geometry.transform(transform)
        feature.setGeometry(geometry)
        feature.setAttributes(list(attributes))
        features.append(feature)
    made.dataProvider().addFeatures(features)
    return made


TAIHE = (rectangle(114.9, 26.7, 115.1, 26.9), ("泰和县",))
WANAN = (rectangle(115.1, 26.7, 115.3, 26.9), ("万安县",))


def found(boundary, **changes):
    findings = check_record(crop(**changes), Context(county=COUNTY, inside=boundary))
    return {f.rule: f for f in findings}


@pytest.mark.parametrize("crs", ["EPSG:4490", "EPSG:4326", "EPSG:3857", "EPSG:4526"])
def test_metres_are_those_on_the_ground_in_any_crs(crs):
    inside = metres_outside(layer(TAIHE, crs=crs), COUNTY)
    assert inside(*INSIDE) == 0
    # On the ellipsoid of CGCS2000: 0.01 degrees of longitude at 26.8 N, of latitude at 26.9 N.
    assert inside(115.11, 26.8) == pytest.approx(994.1, abs=0.7)
    assert inside(115.0, 26.91) == pytest.approx(1107.9, abs=0.7)
    assert inside(115.11, 26.91) == pytest.approx(1488.0, abs=1.5)
    assert inside(116.1, 26.8) == pytest.approx(99_406, rel=0.001)


def test_the_nearest_edge_is_the_nearest_on_the_ground():
    """In degrees, another place of the edge is nearer: 2 % too far at this latitude."""
    inside = metres_outside(layer(("POLYGON((114 50, 116 52, 114 52, 114 50))", ("某县",))))
    ruler, here = measure(), QgsPointXY(115.0, 50.9)
    edge = [QgsPointXY(114 + t / 20000, 50 + t / 20000) for t in range(40001)]
    nearest = min(ruler.measureLine(here, point) for point in edge)
    assert inside(115.0, 50.9) == pytest.approx(nearest, rel=1e-4)


def test_a_point_beyond_the_edge_is_told_with_its_neighbour():
    boundary = metres_outside(layer(TAIHE, WANAN), COUNTY)
    finding = found(boundary, lon=115.2, lat=26.8)["D3-boundary"]
    assert "万安县" in str(finding.message) and " m outside" in str(finding.message)
    assert finding.level == "error" and finding.fix is None
    assert "D3-boundary" not in found(boundary, lon=INSIDE[0], lat=INSIDE[1])
    nowhere = found(boundary, lon=114.8, lat=26.8)["D3-boundary"]
    assert "万安县" not in str(nowhere.message)


def test_neighbours_are_known_by_code_too():
    fields = "field=XZQDM:string&field=XZQMC:string"
    ours = (TAIHE[0], ("360826", "泰和县"))
    other = (WANAN[0], ("360828", "万安县"))
    boundary = metres_outside(layer(ours, other, fields=fields), COUNTY)
    assert boundary(*INSIDE) == 0 and boundary.names_county
    assert "万安县" in str(found(boundary, lon=115.2, lat=26.8)["D3-boundary"].message)


def test_townships_of_the_county_are_told_apart():
    towns = (
        (rectangle(114.9, 26.7, 115.0, 26.9), ("澄江镇",)),
        (rectangle(115.0, 26.7, 115.1, 26.9), ("万合镇",)),
    )
    boundary = metres_outside(layer(*towns), COUNTY)
    assert found(boundary, lon=115.05, lat=26.8) == {}
    finding = found(boundary, lon=114.99, lat=26.8)["D3-place"]
    assert finding.level == "warning"
    assert "澄江镇" in str(finding.message) and "994 m outside of 万合镇" in str(finding.message)
    unknown = found(boundary, lon=114.99, lat=26.8, township="马市镇")
    assert unknown == {}


def test_townships_of_another_county_are_neighbours():
    fields = "field=code:string&field=name:string"
    towns = (
        (TAIHE[0], ("360826105", "万合镇")),
        (WANAN[0], ("360828103", "窑头镇")),
    )
    boundary = metres_outside(layer(*towns, fields=fields), COUNTY)
    finding = found(boundary, lon=115.2, lat=26.8)["D3-boundary"]
    assert "万安县窑头镇" in str(finding.message)


def test_a_gap_between_polygons_is_not_outside():
    gap = 0.4 / 99_400  # 0.4 m
    towns = (
        (rectangle(114.9, 26.7, 115.0, 26.9), ("澄江镇",)),
        (rectangle(115.0 + gap, 26.7, 115.1, 26.9), ("万合镇",)),
    )
    boundary = metres_outside(layer(*towns), COUNTY)
    assert boundary(115.0 + gap / 2, 26.8) == 0


@pytest.mark.parametrize(
    "shift, name", [(wgs84_to_gcj02, "GCJ-02"), (wgs84_to_bd09, "BD-09")], ids=["gcj", "bd"]
)
def test_a_shifted_point_is_proposed_where_it_falls_inside(shift, name):
    true = (115.0995, 26.8)
    lon, lat = shift(*true)
    assert lon > 115.1
    boundary = metres_outside(layer(TAIHE, WANAN), COUNTY)
    finding = found(boundary, lon=lon, lat=lat)["D3-boundary"]
    assert name in str(finding.message)
    assert finding.fix == pytest.approx(true, abs=1e-7)


def test_a_point_that_was_shifted_without_need_is_proposed_back():
    true = (114.9005, 26.8)
    lon, lat = gcj02_to_wgs84(*true)
    assert lon < 114.9
    boundary = metres_outside(layer(TAIHE), COUNTY)
    finding = found(boundary, lon=lon, lat=lat, coordinate_source="gcj02")["D3-boundary"]
    assert finding.fix == pytest.approx(true, abs=1e-7) and "CGCS2000" in str(finding.message)


def test_a_point_far_away_has_no_proposal_and_a_swapped_one_has():
    boundary = metres_outside(layer(TAIHE), COUNTY)
    assert found(boundary, lon=116.0, lat=26.8)["D3-boundary"].fix is None
    swapped = found(boundary, lon=26.8, lat=115.0)
    assert swapped["D3-boundary"].fix == (115.0, 26.8) == swapped["D3-china"].fix


def test_a_layer_of_other_counties_says_that_it_is_not_ours():
    assert not metres_outside(layer(WANAN), COUNTY).names_county
    assert metres_outside(layer(TAIHE), COUNTY).names_county
    assert metres_outside(layer((TAIHE[0], ("泰和",))), COUNTY).names_county


def test_layers_that_cannot_be_used_are_told():
    with pytest.raises(InputError, match="no polygon"):
        metres_outside(layer(), COUNTY)
    metres = QgsVectorLayer("Polygon?field=name:string", "无坐标系", "memory")
    metres.setCrs(QgsCoordinateReferenceSystem())
    feature = QgsFeature(metres.fields())
    feature.setGeometry(QgsGeometry.fromWkt(rectangle(400000, 2900000, 500000, 3000000)))
    metres.dataProvider().addFeatures([feature])
    with pytest.raises(InputError, match="cannot be understood"):
        metres_outside(metres, COUNTY)


def test_a_copy_for_another_thread_says_the_same():
    boundary = metres_outside(layer(TAIHE, WANAN), COUNTY)
    other = boundary.copy()
    for point in (INSIDE, (115.2, 26.8), (114.5, 26.8)):
        assert other(*point) == boundary(*point)
        assert other.names(*point) == boundary.names(*point)
