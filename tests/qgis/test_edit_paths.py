"""Triggers of a store on every edit path without the plugin: QGIS, OGR, plain SQL."""

from __future__ import annotations

import pytest
from origin_trace.core.products import standard_products
from origin_trace.layers import refusals
from origin_trace.layers.postgis import create_postgis
from origin_trace.layers.sql_db import quote
from origin_trace.layers.store import create_store
from origin_trace.tests.qgis.server import CONNECTION
from osgeo import gdal, ogr
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsVectorLayer, QgsVectorLayerUtils

TEXT = "O'Brien 𠮷 “引号”\n😀"


def record(number, **more):
    return {
        "uuid": f"uuid-{number}",
        "base_id": f"base-{number}",
        "subject_name": f"合作社{number}",
        "scale": 1 / 3,
        "lon": 114 + number / 1e5,
        "lat": 26.5,
        **more,
    }


def server_sql(server, store):
    """Return the same for a person with psql."""
    table = f"{store._place.county_schema}.collection_point"

    def geometry(point):
        return f"ST_SetSRID(ST_MakePoint({point[0]!r}, {point[1]!r}), 4490)"

    def insert(values, point):
        listed = ", ".join(quote(value) for value in values.values())
        server.sql(
            f"INSERT INTO {table} ({', '.join(values)}, geom) VALUES ({listed}, {geometry(point)})"
        )

    def change(uuid, values=None, point=None):
        sets = [f"{key} = {quote(value)}" for key, value in (values or {}).items()]
        sets += [f"geom = {geometry(point)}"] if point else []
        server.sql(f"UPDATE {table} SET {', '.join(sets)} WHERE uuid = '{uuid}'")

    def remove(uuid):
        server.sql(f"DELETE FROM {table} WHERE uuid = '{uuid}'")

    return insert, change, remove


WAYS = ("qgis buffer", "qgis provider", "ogr", "sql", "sql not recursive")
SERVER_WAYS = ("server: qgis buffer", "server: qgis provider", "server: sql")


@pytest.fixture(params=[*WAYS, *SERVER_WAYS])
def way(request):
    return request.param


@pytest.fixture
def store(request, way, tmp_path):
    content = ("360826", [], standard_products())
    if way in SERVER_WAYS:
        schema = request.getfixturevalue("server").new_schema()
        made = create_postgis(CONNECTION, schema, *content, ("", "", ""))
    else:
        made = create_store(tmp_path / "台账 #1.gpkg", *content)
    with made:
        yield made


@pytest.fixture
def edit(request, way, store):
    """Return (insert, change, remove) of one way to edit the store without the plugin."""
    if "qgis" in way:
        layer = QgsVectorLayer(store.layer_uri()[0], "x", store.layer_uri()[1])
        assert layer.isValid()

        def of(uuid):
            (feature,) = layer.getFeatures(f"uuid = '{uuid}'")
            return feature

        def commit(action):
            if way.endswith("qgis buffer"):
                assert layer.startEditing()
                assert action(layer)
                if not layer.commitChanges():
                    errors = "\n".join(layer.commitErrors())
                    layer.rollBack()
                    raise RuntimeError(errors)
                return
            provider = layer.dataProvider()
            if not action(provider):
                raise RuntimeError("\n".join(provider.errors()))

        def insert(values, point):
            feature = QgsVectorLayerUtils.createFeature(layer)
            for key, value in values.items():
                feature[key] = value
            feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(*point)))
            commit(
                lambda target: (
                    target.addFeature(feature)
                    if way.endswith("qgis buffer")
                    else target.addFeatures([feature])[0]
                )
            )

        def change(uuid, values=None, point=None):
            feature: QgsFeature = of(uuid)
            index = layer.fields().lookupField
            if values:
                changed = {index(key): value for key, value in values.items()}
                commit(
                    lambda target: (
                        target.changeAttributeValues(feature.id(), changed)
                        if way.endswith("qgis buffer")
                        else target.changeAttributeValues({feature.id(): changed})
                    )
                )
            if point:
                moved = QgsGeometry.fromPointXY(QgsPointXY(*point))
                commit(
                    lambda target: (
                        target.changeGeometry(feature.id(), moved)
                        if way.endswith("qgis buffer")
                        else target.changeGeometryValues({feature.id(): moved})
                    )
                )

        def remove(uuid):
            fid = of(uuid).id()
            commit(lambda target: target.deleteFeatures([fid]))

        yield insert, change, remove
        layer = None
        return
    if way == "server: sql":
        yield server_sql(request.getfixturevalue("server"), store)
        return
    dataset = gdal.OpenEx(store.uri, gdal.OF_UPDATE | gdal.OF_VECTOR)
    table = dataset.GetLayer(0)

    def attempt(action):
        gdal.ErrorReset()
        gdal.PushErrorHandler("CPLQuietErrorHandler")
        action()
        gdal.PopErrorHandler()
        if gdal.GetLastErrorType() >= gdal.CE_Failure:
            raise RuntimeError(gdal.GetLastErrorMsg())

    if way.startswith("sql"):
        if way == "sql not recursive":
            dataset.ExecuteSQL("PRAGMA recursive_triggers = 0")

        def execute(sql):
            attempt(lambda: dataset.ExecuteSQL(sql))

        def hexed(point):
            point = ogr.CreateGeometryFromWkt(f"POINT ({point[0]!r} {point[1]!r})")
            return "X'47500001" + "8a110000" + point.ExportToWkb(ogr.wkbNDR).hex() + "'"

        def insert(values, point):
            listed = ", ".join(quote(value) for value in values.values())
            execute(
                f"INSERT INTO collection_point ({', '.join(values)}, geom) "
                f"VALUES ({listed}, {hexed(point)})"
            )

        def change(uuid, values=None, point=None):
            sets = [f"{key} = {quote(value)}" for key, value in (values or {}).items()]
            sets += [f"geom = {hexed(point)}"] if point else []
            execute(f"UPDATE collection_point SET {', '.join(sets)} WHERE uuid = '{uuid}'")

        def remove(uuid):
            execute(f"DELETE FROM collection_point WHERE uuid = '{uuid}'")
    else:

        def set_all(feature, values, point):
            for key, value in (values or {}).items():
                if value is None:
                    feature.SetFieldNull(key)
                else:
                    feature.SetField(key, value)
            if point:
                wkt = f"POINT ({point[0]!r} {point[1]!r})"
                feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))

        def of(uuid):
            table.SetAttributeFilter(f"uuid = '{uuid}'")
            feature = table.GetNextFeature()
            table.SetAttributeFilter(None)
            return feature

        def insert(values, point):
            feature = ogr.Feature(table.GetLayerDefn())
            set_all(feature, values, point)
            attempt(lambda: table.CreateFeature(feature))

        def change(uuid, values=None, point=None):
            feature = of(uuid)
            set_all(feature, values, point)
            attempt(lambda: table.SetFeature(feature))

        def remove(uuid):
            attempt(lambda: table.DeleteFeature(of(uuid).GetFID()))

    yield insert, change, remove
    table = None
    dataset = None


def current(store, uuid):
    return next(r for r in store.records() if r["uuid"] == uuid)


def test_every_edit_path_leaves_history(store, edit):
    insert, change, remove = edit
    insert({"uuid": "u", "subject_name": TEXT, "updated_by": "甲", "scale": 1 / 3}, (1 / 3, 2 / 3))
    new = current(store, "u")
    assert (new["version"], new["status"], new["subject_name"]) == (1, "draft", TEXT)
    assert (new["lon"], new["lat"]) == (1 / 3, 2 / 3)
    assert len(new["base_id"]) == 36
    assert new["updated_at"].endswith("Z")

    change("u", {"remarks": TEXT, "updated_by": "乙"})
    noted = current(store, "u")
    change("u", point=(114.1, 26.2))
    moved = current(store, "u")
    change("u", {"remarks": TEXT})  # nothing new
    assert current(store, "u") == moved
    remove("u")
    versions = store.history("u")
    assert [v["operation"] for v in versions] == ["insert", "update", "update", "delete"]
    assert [v["version"] for v in versions] == [1, 2, 3, 4]
    assert [v["operator"] for v in versions] == ["甲", "乙", "乙", "乙"]
    assert [v["batch"] for v in versions] == [None] * 4
    assert [v["before"] for v in versions] == [None, new, noted, moved]
    assert [v["after"] for v in versions] == [None, noted, moved, None]

    insert({"uuid": "u", "subject_name": "again", "version": 1, "status": "draft"}, (1.0, 2.0))
    assert current(store, "u")["version"] == 5
    insert({"subject_name": "numberless"}, (1.0, 2.0))
    assert store.count() == 2
    assert all(len(r["uuid"]) in (1, 36) for r in store.records())
    assert store.check() == []


def test_every_edit_path_keeps_to_the_states(store, edit):
    insert, change, _ = edit
    for status in ("approved", "returned", "nonsense"):
        with pytest.raises(RuntimeError, match=refusals.BAD_NEW_STATUS):
            insert({"uuid": "bad", "status": status}, (1.0, 2.0))
    insert({"uuid": "u", "status": "draft"}, (1.0, 2.0))
    for status in ("approved", "returned", "nonsense", None):
        with pytest.raises(RuntimeError, match=refusals.BAD_TRANSITION):
            change("u", {"status": status})
    for status in ("submitted", "returned", "submitted", "approved"):
        change("u", {"status": status})
    change("u", {"confirmed_how": "现场"})
    assert current(store, "u")["status"] == "approved"
    change("u", {"scale": 2.0})
    assert current(store, "u")["status"] == "submitted"
    change("u", {"status": "approved"})
    change("u", point=(3.0, 4.0))
    assert current(store, "u")["status"] == "submitted"
    with pytest.raises(RuntimeError, match=refusals.FIXED_UUID):
        change("u", {"uuid": "other"})
    with pytest.raises(RuntimeError, match=refusals.STALE_VERSION):
        change("u", {"version": 2, "remarks": "stale"})
    versions = [v["version"] for v in store.history("u")]
    assert versions == list(range(1, current(store, "u")["version"] + 1))
    assert (store.count(), store.check()) == (1, [])


def test_undo_keeps_what_was_deleted_since(store, edit):
    _, _, remove = edit
    store.apply({}, [record(1)], [])
    batch = store.apply({}, [record(2)], [{"uuid": "uuid-1", "scale": 2.0}])
    remove("uuid-1")
    remove("uuid-2")
    result = store.undo(batch, "甲")
    assert (result.removed, result.restored, result.kept) == (0, 0, ("uuid-1",))


def test_a_copy_of_an_imported_record_is_not_part_of_the_import(store, edit):
    insert, _, _ = edit
    batch = store.apply({}, [record(1)], [])
    insert({"uuid": "copy", "import_batch": batch, "version": 7, "status": "draft"}, (1.0, 2.0))
    assert current(store, "copy")["version"] == 1
    assert store.undo(batch, "甲").removed == 1
    assert [r["uuid"] for r in store.records()] == ["copy"]
