"""Geometry and coordinate columns change together, as one step."""

from __future__ import annotations

import pytest
from origin_trace.core.errors import StoreError
from origin_trace.layers.placing import degrees_of, place_point, point_changes
from origin_trace.layers.store import open_store
from origin_trace.tests.qgis.map_layers import points_layer
from origin_trace.tests.qgis.point_store import make_store, near, of_uuid, open_layer
from qgis.core import QgsGeometry, QgsPointXY, QgsProject, QgsVectorLayer

EAST = QgsPointXY(115.0123456789, 26.5123456789)


@pytest.fixture
def here(tmp_path, qgis_app):
    records = [
        near(0, uuid="u1", coordinate_source="gcj02", coordinate_original="115.00,26.50"),
        {**near(0, uuid="u2"), "lon": None, "lat": None, "coordinate_source": None},
    ]
    layer = open_layer(make_store(tmp_path / "泰和 县.gpkg", records))
    yield layer
    if layer.isEditable():
        layer.rollBack()
    QgsProject.instance().clear()


def columns(layer, uuid):
    feature = of_uuid(layer, uuid)
    return [feature[key] or None for key in ("coordinate_source", "coordinate_original")]


def test_moved_in_one_step_and_back(here):
    fid = of_uuid(here, "u1").id()
    place_point(here, fid, EAST)
    assert degrees_of(here, of_uuid(here, "u1").geometry()) == EAST
    assert columns(here, "u1") == ["cgcs2000", None]
    assert here.undoStack().count() == 1
    assert here.undoStack().text(0) == "Move the point of 泰和大鹏惠民专业合作社"
    here.undoStack().undo()
    assert degrees_of(here, of_uuid(here, "u1").geometry()) == QgsPointXY(115.0, 26.5)
    assert columns(here, "u1") == ["gcj02", "115.00,26.50"]


def test_placed_taken_away_and_saved(here):
    u1, u2 = (of_uuid(here, uuid).id() for uuid in ("u1", "u2"))
    place_point(here, u2, EAST, "wgs84", "115.0123, 26.5123")
    place_point(here, u1, None)
    assert here.undoStack().count() == 2
    assert here.commitChanges(), here.commitErrors()
    with open_store(here.source()) as store:
        found = {record["uuid"]: record for record in store.records()}
    assert (found["u2"]["lon"], found["u2"]["lat"]) == (EAST.x(), EAST.y())
    assert found["u2"]["coordinate_source"] == "wgs84"
    assert found["u2"]["coordinate_original"] == "115.0123, 26.5123"
    assert found["u1"]["lon"] is None
    assert found["u1"]["coordinate_source"] is None
    assert found["u1"]["version"] > 1


def test_a_record_without_a_name(here):
    fid, name = of_uuid(here, "u1").id(), here.fields().lookupField("subject_name")
    here.startEditing()
    here.changeAttributeValue(fid, name, None)
    place_point(here, fid, EAST)
    stack = here.undoStack()
    assert stack.text(stack.count() - 1) == "Move the point of "


def test_a_record_that_is_gone_is_named(here):
    with pytest.raises(StoreError, match="no longer in the store"):
        place_point(here, 999, EAST)
    assert not here.isEditable()


def test_a_layer_that_cannot_be_edited_says_so(here):
    here.setReadOnly(True)
    with pytest.raises(StoreError, match="cannot be edited"):
        place_point(here, of_uuid(here, "u1").id(), EAST)


def test_a_layer_in_another_crs(qgis_app):
    layer = QgsVectorLayer("Point?crs=EPSG:4547", "zone", "memory")
    assert points_layer([]).fields().lookupField("coordinate_source") >= 0
    geometry, _ = point_changes(layer, EAST)
    assert geometry.asPoint().y() > 2_900_000
    back = degrees_of(layer, geometry)
    assert back.x() == pytest.approx(EAST.x(), abs=1e-10)
    assert back.y() == pytest.approx(EAST.y(), abs=1e-10)
    assert degrees_of(layer, QgsGeometry()) is None
