"""The address of a clicked point: by boundaries, else by the records around it."""

from __future__ import annotations

import pytest
from origin_trace.core.messages import Message
from origin_trace.layers.addresses import Proposal, propose_address
from origin_trace.layers.boundary_names import division_code
from origin_trace.layers.store import open_store
from origin_trace.tests.qgis.point_store import COUNTY, make_store, near, open_layer
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

HERE = QgsPointXY(115.0, 26.5)
OURS = dict(zip(("province", "city", "county"), COUNTY))
DIVISIONS = [
    ("360826", "泰和县"),
    ("360826101", "万合镇"),
    ("360826102", "沿溪镇"),
    ("360826101201", "大鹏村"),
    ("360826102201", "沿溪村"),
]


@pytest.fixture
def make(tmp_path, qgis_app):
    yield lambda *records: open_layer(make_store(tmp_path / "泰和.gpkg", records))
    QgsProject.instance().clear()


def boundary(rows, fields="field=name:string", crs="EPSG:4490", name="乡镇界"):
    """Return polygons: (half width in degrees, attributes), all around the middle."""
    layer = QgsVectorLayer(f"Polygon?crs={crs}&{fields}", name, "memory")
    transform = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4490"), layer.crs(), QgsProject.instance()
    )
    features = []
    for half, values in rows:
        geometry = QgsGeometry.fromRect(QgsRectangle(HERE, HERE).buffered(half))
        geometry.transform(transform)
        feature = QgsFeature(layer.fields())
        feature.setGeometry(geometry)
        feature.setAttributes(values)
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def asked(layer, polygons=None, point=HERE, **more):
    return propose_address(layer, point, polygons, COUNTY, DIVISIONS, **more)


# --- by boundaries ---------------------------------------------------------------------


@pytest.mark.parametrize("crs", ["EPSG:4490", "EPSG:4547", "EPSG:3857", "EPSG:4326"])
def test_township_by_name_in_any_crs(make, crs):
    found = asked(make(), boundary([(0.05, ["万合镇"])], crs=crs))
    assert found.values == {**OURS, "township": "万合镇"}
    assert str(found.reason) == "Address as in the boundary layer 乡镇界."


@pytest.mark.parametrize(
    ("fields", "values", "expected"),
    [
        ("field=XZQDM:string", ["360826101"], {"township": "万合镇"}),
        ("field=XZQDM:double", [360826101.0], {"township": "万合镇"}),
        ("field=XZQDM:string&field=XZQMC:string", ["360826101", "万合"], {"township": "万合镇"}),
        ("field=乡镇:string&field=村:string", ["万合镇", "大鹏村委会"], "both"),
        ("field=ZLDWDM:string&field=ZLDWMC:string", ["3608261012010000000", "大鹏村"], "both"),
        ("field=code:string", ["360826101201"], "both"),
        ("field=XZQDM:string&field=CMC:string", ["360826777201", "大鹏村"], "both"),
        ("field=XZQDM:string&field=CMC:string", ["360826777201", "无名村"], {"village": "无名村"}),
        ("field=name:string", ["大鹏村"], "both"),
        ("field=name:string", ["泰和县"], {}),
        ("field=name:string", ["1"], None),
        ("field=name:string", [None], None),
        ("field=id:integer", [7], None),
    ],
)
def test_what_polygons_may_say(make, fields, values, expected):
    found = asked(make(), boundary([(0.05, values)], fields))
    if expected == "both":
        expected = {"township": "万合镇", "village": "大鹏村"}
    assert found.values == ({} if expected is None else {**OURS, **expected})


def test_polygons_of_several_levels(make):
    fields = "field=XZQDM:string&field=XZQMC:string"
    rows = [(0.2, ["360826", "泰和县"]), (0.1, ["360826101", "万合镇"])]
    found = asked(make(), boundary([*rows, (0.01, ["360826101201", "大鹏村"])], fields))
    assert found.values == {**OURS, "township": "万合镇", "village": "大鹏村"}


def test_another_county_is_named_as_such(make):
    layer = make(*[near(n, uuid=f"u{n}") for n in range(5)])
    found = asked(layer, boundary([(0.05, ["360821"])], "field=XZQDM:string"))
    assert found.values == {"province": "江西省", "city": "吉安市", "county": "吉安县"}


def test_village_from_records_of_the_polygon_s_township(make):
    layer = make(near(10, uuid="a", township="沿溪镇", village="沿溪村"), near(90, uuid="b"))
    found = asked(layer, boundary([(0.05, ["万合镇"])]))
    assert found.values == {**OURS, "township": "万合镇", "village": "大鹏村"}
    assert "nearest 90 m away" in str(found.reason)


def test_outside_all_polygons_records_tell(make):
    layer = make(near(9000, uuid="a"))
    far = QgsPointXY(115.0905, 26.5)
    assert asked(layer, boundary([(0.05, ["沿溪镇"])]), far).values["township"] == "万合镇"


# --- by records ------------------------------------------------------------------------


def test_near_records_that_agree(make):
    layer = make(*[near(50 * n, uuid=f"u{n}") for n in range(1, 6)])
    found = asked(layer)
    assert found.values == {**OURS, "township": "万合镇", "village": "大鹏村"}
    assert str(found.reason) == "Address as of the records near by, the nearest 50 m away."


def test_villages_that_disagree_are_not_proposed(make):
    layer = make(near(50, uuid="a"), near(-60, uuid="b", village="沿溪村"))
    assert asked(layer).values == {**OURS, "township": "万合镇"}


def test_a_village_further_off_is_not_proposed(make):
    assert asked(make(near(800, uuid="a"))).values == {**OURS, "township": "万合镇"}


def test_townships_that_disagree_are_not_proposed(make):
    layer = make(near(1000, uuid="a"), near(-1000, uuid="b", township="沿溪镇"))
    found = asked(layer)
    assert found.values == {}
    assert str(found.reason).endswith("type it in.")


def test_the_nearer_township_wins(make):
    layer = make(near(100, uuid="a"), near(-1500, uuid="b", township="沿溪镇", village=None))
    assert asked(layer).values["township"] == "万合镇"


def test_too_far_empty_and_itself(make):
    layer = make(
        near(3500, uuid="far"), near(5, uuid="me"), near(9, uuid="x", township=None, village=None)
    )
    assert asked(layer, except_uuid="me").values == {}


# --- beside what was typed ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "filled"),
    [
        ({}, {**OURS, "township": "万合镇", "village": "大鹏村"}),
        ({**OURS, "township": None, "village": ""}, {"township": "万合镇", "village": "大鹏村"}),
        ({"township": "沿溪镇"}, OURS),
        ({"township": "万合镇"}, {**OURS, "village": "大鹏村"}),
        ({"county": "吉安县"}, {"province": "江西省", "city": "吉安市"}),
        ({"village": "某村"}, {**OURS, "township": "万合镇"}),
    ],
)
def test_nothing_typed_is_overwritten(typed, filled):
    proposal = Proposal({**OURS, "township": "万合镇", "village": "大鹏村"}, None)
    assert proposal.missing(typed) == filled


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("360826101", "360826101"),
        ("360826101000", "360826101"),
        ("3608261012010000000", "360826101201"),
        ("360826000000", "360826"),
        ("360826101.0", "360826101"),
        ("12345", ""),
        ("万合", ""),
        ("", ""),
    ],
)
def test_codes(text, code):
    assert division_code(text) == code


def test_with_the_divisions_of_a_real_store(make):
    layer = make(near(0))
    with open_store(layer.source()) as store:
        divisions, names = store.divisions(), store.county_names
    code, name = next(row for row in divisions if len(row[0]) == 9)
    found = propose_address(
        layer, HERE, boundary([(0.05, [code])], "field=XZQDM:string"), names, divisions
    )
    assert found.values == {**OURS, "township": name}


# --- over what a new record takes from the one before -----------------------------------

REASON = Message("As it is.")
BEFORE = {"township": "万合镇", "village": "大鹏村"}


@pytest.mark.parametrize(
    ("ours", "kept", "expected"),
    [
        (
            {},
            {"township": "万合镇", "village": "大鹏村"},
            {"township": "万合镇", "village": "大鹏村"},
        ),
        (
            {"township": "沿溪镇"},
            {"township": "万合镇", "village": "大鹏村"},
            {"township": "沿溪镇"},
        ),
        (
            {"township": "万合镇"},
            {**BEFORE, "collector": "李四"},
            {**BEFORE, "collector": "李四"},
        ),
        (
            {"township": "沿溪镇", "village": "沿溪村"},
            BEFORE,
            {"township": "沿溪镇", "village": "沿溪村"},
        ),
        ({"county": "万安县"}, {"township": "万合镇"}, {"county": "万安县", "township": "万合镇"}),
    ],
)
def test_a_kept_village_does_not_follow_into_another_township(ours, kept, expected):
    assert Proposal(ours, REASON).over(kept) == expected
