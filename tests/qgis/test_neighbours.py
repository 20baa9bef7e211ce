"""Few, relevant questions about records that may be the same."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from origin_trace.layers.nearby import records_within
from origin_trace.layers.neighbours import near_records
from origin_trace.layers.placing import place_point
from origin_trace.tests.qgis.point_store import make_store, near, of_uuid, open_layer
from qgis.core import QgsPointXY, QgsProject

HERE = QgsPointXY(115.0, 26.5)
OTHER = "泰和县沿溪蔬菜专业合作社"


@pytest.fixture(scope="module")
def layer(tmp_path_factory, qgis_app):
    records = [
        near(30, uuid="same"),
        near(40, uuid="spelt", subject_name="泰和大朋惠民专业合作社", product="芹菜"),
        near(5, uuid="second product", product="芹菜"),
        near(8, uuid="same spot", subject_name=OTHER),
        near(20, uuid="neighbour", subject_name=OTHER),
        near(900, uuid="twice"),
        near(900, uuid="another village", village="沿溪村"),
        near(2500, uuid="far"),
        {**near(0, uuid="no point"), "lon": None, "lat": None},
        near(0, uuid="nameless", subject_name=None, product=None),
    ]
    layer = open_layer(make_store(tmp_path_factory.mktemp("near") / "泰和.gpkg", records))
    yield layer
    QgsProject.instance().clear()


NAME = "泰和大鹏惠民专业合作社"


def found(layer, name=NAME, product="豇豆", **more):
    return [n.uuid for n in near_records(layer, HERE, name, product, **more)]


def test_who_is_asked_about(layer):
    assert found(layer) == ["same spot", "same", "spelt"]
    assert found(layer, village="大鹏村") == ["same spot", "same", "spelt", "twice"]


def test_reason_and_distance(layer):
    by_uuid = {n.uuid: n for n in near_records(layer, HERE, NAME, "豇豆", village="大鹏村")}
    assert str(by_uuid["same"].reason) == "The same producer and product, 30 m away"
    assert str(by_uuid["spelt"].reason) == "A similar name, 40 m away"
    assert str(by_uuid["same spot"].reason).startswith("The same product on the same spot, 8 m")
    assert by_uuid["twice"].metres == pytest.approx(900, abs=1)
    assert by_uuid["same"].name == NAME
    assert by_uuid["same"].product == "豇豆"


def test_the_record_itself_and_its_base_are_left_out(layer):
    assert "same" not in found(layer, except_uuid="same")
    base = of_uuid(layer, "same")["base_id"]
    assert "same" not in found(layer, except_base=base)


@pytest.mark.parametrize(
    ("name", "product"), [(None, None), ("", ""), (None, "豇豆"), (NAME, None)]
)
def test_without_name_or_product(layer, name, product):
    expected = {(None, "豇豆"): ["same spot"], (NAME, None): ["spelt"]}
    assert found(layer, name, product) == expected.get((name, product), [])


def test_a_quote_in_a_name_does_no_harm(layer):
    assert found(layer, "O'Brien \"' OR 1=1", "豇豆' OR '1'='1", village="大'鹏") == []


def test_unsaved_moves_count(layer):
    place_point(layer, of_uuid(layer, "far").id(), QgsPointXY(115.0001, 26.5))
    try:
        assert "far" in found(layer)
    finally:
        layer.rollBack()
    assert "far" not in found(layer)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(lon=st.floats(114.98, 115.05), lat=st.floats(26.49, 26.51), metres=st.floats(1, 3000))
def test_the_box_loses_nobody(layer, lon, lat, metres):
    from origin_trace.layers.nearby import measure
    from origin_trace.layers.placing import degrees_of

    here, ruler = QgsPointXY(lon, lat), measure()
    expected = []
    for feature in layer.getFeatures():
        there = degrees_of(layer, feature.geometry())
        if there is not None and ruler.measureLine(here, there) <= metres:
            expected.append(feature["uuid"])
    got = [feature["uuid"] for _, _, feature in records_within(layer, here, metres, ["uuid"])]
    assert sorted(got) == sorted(expected)
