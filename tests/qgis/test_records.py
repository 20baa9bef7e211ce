"""Between features and records."""

from __future__ import annotations

import math

import pytest
from origin_trace.core.schema import COLLECTION_POINT, COLUMNS, empty_record
from origin_trace.layers.records import (
    feature_to_record,
    is_record_layer,
    point_fields,
    record_to_feature,
    records_of,
    to_cgcs2000,
)
from origin_trace.layers.store import create_store
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate

MERCATOR_Y = 6378137 * math.log(math.tan(math.pi / 4 + math.radians(26.5) / 2))
FULL = {
    **dict.fromkeys((c.name for c in COLLECTION_POINT), "字"),
    "scale": 1 / 3,
    "facility": 1,
    "version": 3,
    "lon": 114.123456789,
    "lat": 26.1,
}


def crs(name):
    return QgsCoordinateReferenceSystem(name)


def test_a_record_goes_into_a_feature_and_back(qgis_app):
    fields = point_fields()
    assert fields.names() == list(COLUMNS)
    assert fields.field("subject_name").alias() == "种养殖主体名称"
    for record in (FULL, empty_record(), {**empty_record(), "scale": 0.0, "facility": 0}):
        assert feature_to_record(record_to_feature(record, fields)) == record
    assert is_record_layer(fields)


def test_a_layer_with_other_fields_gives_what_it_has(qgis_app):
    layer = QgsVectorLayer(
        "MultiPoint?crs=EPSG:4490&field=scale:string&field=contact_phone:double"
        "&field=market_start:date&field=trace_modes:string[]&field=SUBJECT_NAME:string&field=version:int",
        "x",
        "memory",
    )
    assert layer.isValid()
    feature = QgsFeature(layer.fields())
    feature.setAttributes(["3.5", 13800001234.0, QDate(2023, 5, 1), ["耳标", "其他"], "", 2])
    feature.setGeometry(QgsGeometry.fromWkt("MULTIPOINT (1 2, 3 4)"))
    record = feature_to_record(feature)
    assert record["scale"] == 3.5
    assert record["contact_phone"] == "13800001234"
    assert record["market_start"] == "2023-05-01"
    assert record["trace_modes"] == '{"耳标","其他"}'
    assert record["subject_name"] is None
    assert (record["version"], record["lon"], record["lat"]) == (2, 1.0, 2.0)
    feature.setAttributes(["很多", NULL, NULL, NULL, NULL, NULL])
    feature.setGeometry(QgsGeometry.fromWkt("MULTIPOINT EMPTY"))
    assert feature_to_record(feature) == {**empty_record(), "scale": "很多"}
    assert not is_record_layer(layer.fields())


@pytest.mark.parametrize(
    ("name", "x", "y"), [("EPSG:4326", 114.5, 26.5), ("EPSG:3857", 12746081.695, MERCATOR_Y)]
)
def test_points_of_other_systems_become_cgcs2000(qgis_app, name, x, y):
    transform = to_cgcs2000(crs(name), QgsCoordinateTransformContext())
    feature = QgsFeature(point_fields())
    feature.setGeometry(QgsGeometry.fromWkt(f"POINT ({x!r} {y!r})"))
    record = feature_to_record(feature, transform)
    assert record["lon"] == pytest.approx(114.5, abs=1e-6)
    assert record["lat"] == pytest.approx(26.5, abs=1e-6)
    assert to_cgcs2000(crs("EPSG:4490"), QgsCoordinateTransformContext()) is None


def test_a_layer_of_a_store_reads_as_the_store_does(qgis_app, tmp_path):
    with create_store(tmp_path / "库.gpkg", "360826", [], []) as store:
        many = [{"uuid": str(i), "subject_name": "社", "scale": i / 7} for i in range(500)]
        store.apply({}, [*many, {"uuid": "p", "lon": 1 / 3, "lat": 2 / 3, "facility": 1}], [])
        layer = QgsVectorLayer(*reversed_source(store))
        found = list(records_of(layer.getFeatures(), layer.fields()))
        assert found == list(store.records())


def reversed_source(store):
    source, provider = store.layer_uri()
    return source, "x", provider
