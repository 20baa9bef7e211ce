"""A package for the field: whole, plain names, no more of persons than is needed."""

from __future__ import annotations

import re
import shutil

import pytest
from origin_trace import settings
from origin_trace.core.query import Query
from origin_trace.core.tables import TABLES
from origin_trace.layers.gpkg_triggers import triggers
from origin_trace.layers.saved_queries import save_query
from origin_trace.layers.store import open_store
from origin_trace.tests.qgis.map_layers import make_mbtiles
from origin_trace.tests.qgis.point_store import make_store, near
from origin_trace.tests.unit.records import animal
from qgis.core import (
    Qgis,
    QgsExpressionContextUtils,
    QgsProcessingException,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerUtils,
)

FILES = ["field.qgz", "origin_trace.gpkg", "readme.html"]
# What SQLite itself has, with the JSON that every build of the last years holds.
BUILT_IN = {
    *("abs", "coalesce", "hex", "json", "json_object", "json_quote", "length", "lower", "max"),
    *("printf", "randomblob", "raise", "strftime", "substr", "typeof"),
}


@pytest.fixture
def store(tmp_path):
    """A store with two animals' rounds, the newer one just opened, and 5 crops."""
    records = [near(i * 60, subject_name=f"合作社{i}", scale=float(i + 1)) for i in range(5)]
    sheep = animal(base_id="b", remarks="老板手机 13700001234", original_values='{"scale":"很多"}')
    opened = {**sheep, "uuid": "opened", "period": "2023-07", "scale": None}
    path = make_store(tmp_path / "泰和 县.gpkg", [*records, sheep, opened])
    with open_store(path, write=True) as found:
        person = {"id": "p", "name": "李志", "role": "collector", "phone": "13000002925"}
        found.append("person", [person])
    return path


def files(folder):
    return sorted(path.name for path in folder.iterdir())


def project_of(folder):
    project = QgsProject()
    assert project.read(str(folder / "field.qgz"))
    return project


def layer_of(project, table):
    (found,) = (x for x in project.mapLayers().values() if f"={table}" in x.source())
    return found


def test_a_package_is_a_folder_that_qfield_opens(run, store, tmp_path):
    folder = tmp_path / "外业" / "field_1201"
    result = run(
        "fieldpackage",
        STORE=store,
        FOLDER=str(folder),
        COLLECTOR="李志",
        COLLECTOR_PHONE="13000002925",
        PRODUCTS=["肉羊"],
    )
    assert files(folder) == FILES and files(folder.parent) == ["field_1201"]
    assert result["COUNT"] == 2  # the round collected and the one to be worked on
    shutil.move(folder, tmp_path / "device")  # to another place, without the store
    project = project_of(tmp_path / "device")
    assert project.filePathStorage() == Qgis.FilePathType.Relative
    assert project.presetHomePath() == ""
    layers = list(project.mapLayers().values())
    assert len(layers) == 2
    for layer in layers:
        assert layer.isValid() and layer.dataProvider().encoding() == "UTF-8"
        assert layer.source().startswith(str(tmp_path / "device"))
        # Of one file all layers have one action, and none is without.
        assert layer.customProperty("QFieldSync/action") == "copy"
        assert layer.customProperty("QFieldSync/cloud_action") == "offline"
        assert [layer.fields()[i].name() for i in layer.primaryKeyAttributes()] == ["fid"]
    points = layer_of(project, "collection_point")
    assert {feature["uuid"] for feature in points.getFeatures()} >= {"opened"}
    assert points.fields().field("subject_name").alias() == "种养殖主体名称"
    lists = points.editorWidgetSetup(points.fields().indexOf("trace_modes"))
    assert lists.config()["Layer"] == layer_of(project, "choice").id()
    page = (tmp_path / "device" / "readme.html").read_text(encoding="utf-8")
    assert "李志" in page and "origin_trace.gpkg" in page and "field.qgz" in page


def test_a_new_record_names_who_collects_without_the_plugin(run, store, tmp_path):
    folder = tmp_path / "field"
    run("fieldpackage", STORE=store, FOLDER=str(folder), COLLECTOR="李'志", COLLECTOR_PHONE="13")
    project = project_of(folder)
    for points in (
        layer_of(project, "collection_point"),
        QgsVectorLayer(f"{folder / 'origin_trace.gpkg'}|layername=collection_point", "plain"),
    ):
        scopes = QgsExpressionContextUtils.globalProjectLayerScopes(points)
        context = points.createExpressionContext()
        context.appendScopes(scopes)
        made = QgsVectorLayerUtils.createFeature(points, context=context)
        assert [made[k] for k in ("updated_by", "collector", "collector_phone", "county")] == [
            *("李'志", "李'志", "13"),
            "泰和县",
        ]
        points.startEditing()
        (old,) = points.getFeatures("\"uuid\"='opened'")
        points.addFeature(made)
        points.changeAttributeValue(old.id(), points.fields().indexOf("scale"), 30.0)
        assert points.commitChanges(), points.commitErrors()
    with open_store(folder / "origin_trace.gpkg") as packaged:
        assert [row["operation"] for row in packaged.history("opened")] == ["insert", "update"]
        assert packaged.check() == []


def test_what_the_field_does_not_need_stays_at_home(run, store, tmp_path):
    folder = tmp_path / "field"
    run("fieldpackage", STORE=store, FOLDER=str(folder), COLLECTOR="李志")
    with open_store(folder / "origin_trace.gpkg") as packaged, open_store(store) as whole:
        filled = {table for table in TABLES if packaged.rows(table)}
        assert filled == {"meta", "record_history", "product", "division", "choice"}
        assert packaged.meta()["store_id"] == whole.meta()["store_id"]
        assert packaged.count() == whole.count() == 7
        taken = {record["uuid"]: record for record in packaged.records()}
        for record in whole.records():
            assert taken[record["uuid"]] == {**record, "original_values": None}
        for _uuid, (row,) in packaged.histories():
            assert (row["version"], row["before"], row["operator"]) == (1, None, None)
        (logged,) = whole.rows("reveal_log")
        assert (logged["what"], logged["records"]) == ("field_package", 7)
    content = (folder / "origin_trace.gpkg").read_bytes()
    assert "很多".encode() not in content


def test_the_query_says_what_is_packaged(run, store, tmp_path):
    save_query(store, "大户", Query(products=("豇豆",), scale_min=4.0), "李志")
    result = run("fieldpackage", STORE=store, FOLDER=str(tmp_path / "a"), QUERY="大户")
    assert result["COUNT"] == 2
    result = run("fieldpackage", STORE=store, FOLDER=str(tmp_path / "b"), EXPRESSION='"scale" < 3')
    assert result["COUNT"] == 2
    result = run("fieldpackage", STORE=store, FOLDER=str(tmp_path / "c"), PERIOD="2023-06")
    assert result["COUNT"] == 1
    with pytest.raises(QgsProcessingException, match="no saved query"):
        run("fieldpackage", STORE=store, FOLDER=str(tmp_path / "d"), QUERY="没有")
    assert not (tmp_path / "d").exists()


def test_a_folder_with_something_in_it_is_left_alone(run, store, tmp_path):
    folder = tmp_path / "field"
    folder.mkdir()
    (folder / "a.txt").write_text("mine")
    with pytest.raises(QgsProcessingException, match="is not empty"):
        run("fieldpackage", STORE=store, FOLDER=str(folder))
    assert files(folder) == ["a.txt"]
    (folder / "a.txt").unlink()
    run("fieldpackage", STORE=store, FOLDER=str(folder))
    assert files(folder) == FILES


def test_an_offline_basemap_comes_along(run, store, tmp_path):
    source = tmp_path / "影像 图.mbtiles"
    make_mbtiles(source)
    folder = tmp_path / "field"
    run("fieldpackage", STORE=store, FOLDER=str(folder), BASEMAP=str(source))
    assert files(folder) == ["basemap.mbtiles", *FILES]
    source.unlink()
    shutil.move(folder, tmp_path / "device")
    project = project_of(tmp_path / "device")
    layers = [node.layer() for node in project.layerTreeRoot().findLayers()]
    assert all(layer.isValid() for layer in layers)
    assert str(tmp_path / "device" / "basemap.mbtiles") in layers[-1].source()
    assert layers[-1].customProperty("QFieldSync/action") == "copy"


def test_nothing_is_left_of_a_package_that_fails(run, store, tmp_path):
    broken = tmp_path / "b.mbtiles"
    broken.write_bytes(b"no tiles")
    before = files(tmp_path)
    with pytest.raises(QgsProcessingException, match="no raster tiles"):
        run("fieldpackage", STORE=store, FOLDER=str(tmp_path / "field"), BASEMAP=str(broken))
    assert files(tmp_path) == before
    with open_store(store) as whole:
        assert whole.rows("reveal_log") == []


def test_who_may_not_have_phones_gets_no_package(run, store, tmp_path):
    with open_store(store, write=True) as found:
        found.append("person", [{"id": "q", "name": "张企", "role": "enterprise", "active": 1}])
    settings.OPERATOR.set("张企")
    before = files(tmp_path)
    try:
        with pytest.raises(QgsProcessingException, match="phones of others stay masked"):
            run("fieldpackage", STORE=store, FOLDER=str(tmp_path / "field"))
    finally:
        settings.OPERATOR.set("")
    assert files(tmp_path) == before


def test_triggers_use_what_every_sqlite_has():
    for statement in triggers().values():
        plain = re.sub(r"'(?:[^']|'')*'", "''", statement)  # without texts
        called = set(re.findall(r"\b([a-z_]+)\(", plain.lower()))
        words = {"in", "values", "exists", "not", "and", "or", "when", "record_history", "case"}
        assert called - words <= BUILT_IN, called - words - BUILT_IN
