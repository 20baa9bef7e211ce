"""Whatever is edited by whatever way: every version can be told from the history."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from origin_trace.core.errors import StoreError
from origin_trace.layers.gpkg_db import Database, DatabaseError, quote
from origin_trace.layers.refusals import FIXED_HISTORY, KNOWN_UUID
from origin_trace.layers.store import create_store, open_store
from origin_trace.layers.styling import save_default_style
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsVectorLayer,
    QgsVectorLayerUtils,
)

UUIDS = ("甲", "乙", "丙")
TEXTS = st.sampled_from([None, "O'Brien", "改\n二", "😀", "0"])
CHANGES = st.one_of(
    st.tuples(st.sampled_from(["remarks", "contact", "confirmed_how", "updated_by"]), TEXTS),
    st.tuples(st.just("scale"), st.floats(0.001, 1e9) | st.none()),
    st.tuples(st.just("facility"), st.sampled_from([0, 1, None])),
    st.tuples(st.just("point"), st.tuples(st.floats(73, 135), st.floats(3, 53))),
    st.tuples(st.just("status"), st.sampled_from(["draft", "submitted", "approved", "returned"])),
)
STEPS = st.lists(
    st.one_of(
        st.tuples(
            st.just("change"),
            st.sampled_from(["import", "buffer", "sql"]),
            st.sets(st.sampled_from(UUIDS), min_size=1),
            CHANGES,
        ),
        st.tuples(
            st.sampled_from(["add", "remove"]),
            st.sampled_from(["import", "buffer", "sql"]),
            st.sampled_from(UUIDS),
        ),
        st.tuples(st.just("undo")),
    ),
    min_size=3,
    max_size=10,
)


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    path = tmp_path_factory.mktemp("history") / "库.gpkg"
    with create_store(path, "360826", [], [], finish=save_default_style) as store:
        store.apply(
            {"operator": "首"}, [{"uuid": uuid, "lon": 1.0, "lat": 2.0} for uuid in UUIDS], []
        )
    return path


class Editor:
    """Edits one store by several ways; a refused edit raises StoreError or DatabaseError."""

    def __init__(self, path, store):
        self.path, self.store, self.batches = path, store, []

    def do(self, kind, way=None, uuids=None, change=None):
        if kind == "undo":
            if self.batches:
                self.store.undo(self.batches.pop(), "撤")
        else:
            getattr(self, f"{kind}_{way}")(uuids, *(change or ()))

    def change_import(self, uuids, column, value):
        values = {"lon": value[0], "lat": value[1]} if column == "point" else {column: value}
        updates = [{"uuid": uuid, **values} for uuid in sorted(uuids)]
        self.batches.append(self.store.apply({"operator": "导"}, [], updates))

    def add_import(self, uuid):
        self.batches.append(self.store.apply({}, [{"uuid": uuid}], []))

    def remove_import(self, uuid):
        self.do("undo")

    def sql(self, statement):
        database = Database(str(self.path), write=True)
        try:
            database.execute(statement)
        finally:
            database.close()

    def change_sql(self, uuids, column, value):
        if column == "point":
            column, value = "scale", value[0]
        listed = ", ".join(map(quote, uuids))
        self.sql(f"UPDATE collection_point SET {column} = {quote(value)} WHERE uuid IN ({listed})")

    def add_sql(self, uuid):
        self.sql(f"INSERT INTO collection_point (uuid) VALUES ({quote(uuid)})")

    def remove_sql(self, uuid):
        self.sql(f"DELETE FROM collection_point WHERE uuid = {quote(uuid)}")

    def commit(self, action):
        layer = QgsVectorLayer(f"{self.path}|layername=collection_point", "x", "ogr")
        assert layer.startEditing()
        action(layer)
        if not layer.commitChanges():
            words = "\n".join(layer.commitErrors())
            layer.rollBack()
            raise DatabaseError(words)

    def change_buffer(self, uuids, column, value):
        def action(layer):
            """Change as the field calculator and the bulk edit of the attribute table do."""
            for feature in list(layer.getFeatures()):
                if feature["uuid"] not in uuids:
                    continue
                if column == "point":
                    geometry = feature.geometry()
                    geometry.translate(value[0] / 1000, value[1] / 1000)
                    layer.changeGeometry(feature.id(), geometry)
                    continue
                expression = QgsExpression(QgsExpression.quotedValue(value))
                context = QgsExpressionContext(
                    QgsExpressionContextUtils.globalProjectLayerScopes(layer)
                )
                index = layer.fields().lookupField(column)
                layer.changeAttributeValue(feature.id(), index, expression.evaluate(context))

        self.commit(action)

    def add_buffer(self, uuid):
        def action(layer):
            feature = QgsVectorLayerUtils.createFeature(layer)
            feature["uuid"] = uuid
            layer.addFeature(feature)

        self.commit(action)

    def remove_buffer(self, uuid):
        self.commit(
            lambda layer: layer.deleteFeatures(
                [f.id() for f in layer.getFeatures() if f["uuid"] == uuid]
            )
        )


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
def test_every_version_can_be_told_from_the_history(steps, template):
    with tempfile.TemporaryDirectory() as folder:
        path = shutil.copy(template, Path(folder) / "库.gpkg")
        with open_store(path, write=True) as store:
            editor = Editor(path, store)
            seen = {(r["uuid"], r["version"]): r for r in store.records()}
            for step in steps:
                before = list(store.records())
                try:
                    editor.do(*step)
                except (StoreError, DatabaseError):
                    assert list(store.records()) == before
                for record in store.records():
                    key = record["uuid"], record["version"]
                    assert seen.setdefault(key, record) == record  # a version never changes
            now = {record["uuid"]: record for record in store.records()}
            told = {}
            for uuid in UUIDS:
                rows = store.history(uuid)
                assert [row["version"] for row in rows] == list(range(1, len(rows) + 1))
                for row, later in zip(rows, [*rows[1:], None]):
                    if row["operation"] == "delete":
                        continue
                    state = later["before"] if later is not None else now[uuid]
                    assert row["after"] in (None, state)
                    told[(uuid, row["version"])] = state
                assert (rows[-1]["operation"] == "delete") is (uuid not in now)
            # QGIS writes values and point one after the other: two versions of one edit.
            assert {key: told.get(key) for key in seen} == seen
            assert store.check() == []


@pytest.fixture
def path(template, tmp_path):
    return shutil.copy(template, tmp_path / "库.gpkg")


def test_an_edit_in_qgis_names_its_editor_not_the_one_before(path):
    layer = QgsVectorLayer(f"{path}|layername=collection_point", "x", "ogr")
    scope = QgsExpressionContextUtils.globalScope()
    user = scope.variable("user_full_name") or scope.variable("user_account_name")
    (feature, *_) = layer.getFeatures("uuid = '甲'")
    assert feature["updated_by"] == "首" != user
    layer.startEditing()
    layer.changeAttributeValue(feature.id(), layer.fields().lookupField("contact"), "张三")
    assert layer.commitChanges()
    with open_store(path) as store:
        assert [row["operator"] for row in store.history("甲")] == ["首", user]


def test_an_import_without_an_operator_names_none(path):
    with open_store(path, write=True) as store:
        store.apply({}, [], [{"uuid": "甲", "contact": "张三"}])
        assert [row["operator"] for row in store.history("甲")] == ["首", None]


@pytest.mark.parametrize("recursive", [0, 1])
@pytest.mark.parametrize("kind", ["INSERT", "INSERT OR REPLACE"])
@pytest.mark.parametrize("column", ["uuid", "fid"])
def test_no_insertion_takes_the_place_of_a_record(kind, column, recursive, path):
    database = Database(str(path), write=True)
    database.execute(f"PRAGMA recursive_triggers = {recursive}")
    value = "'甲'" if column == "uuid" else "1"
    with pytest.raises(DatabaseError, match=KNOWN_UUID):
        database.execute(f"{kind} INTO collection_point ({column}) VALUES ({value})")
    database.close()
    with open_store(path) as store:
        assert (store.count(), len(store.history("甲")), store.check()) == (3, 1, [])


@pytest.mark.parametrize(
    "sql",
    ["DELETE FROM record_history", "UPDATE record_history SET operator = '别人' WHERE uuid = '甲'"],
)
def test_the_history_itself_cannot_be_changed(sql, path):
    database = Database(str(path), write=True)
    with pytest.raises(DatabaseError, match=FIXED_HISTORY):
        database.execute(sql)
    database.close()
    layer = QgsVectorLayer(f"{path}|layername=record_history", "x", "ogr")
    layer.startEditing()
    layer.deleteFeatures(layer.allFeatureIds())
    assert not layer.commitChanges() and "修改历史" in "".join(layer.commitErrors())
    layer.rollBack()
    with open_store(path) as store:
        assert len(store.history("甲")) == 1
