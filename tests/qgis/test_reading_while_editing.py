"""What is read is whole when editing begins or ends, while the map is drawn in other threads."""

from __future__ import annotations

import shutil

import pytest
from origin_trace.layers import store_project
from origin_trace.layers.store import open_store
from origin_trace.layers.store_layers import load_layers
from origin_trace.layers.store_project import add_store
from origin_trace.tests.qgis.edit_sessions import Session
from origin_trace.tests.qgis.point_store import make_store, near
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QSize

COUNT = 20


@pytest.fixture
def path(qgis_app, tmp_path):
    return make_store(tmp_path / "泰和 县.gpkg", [near(10 * i, uuid=f"u{i}") for i in range(COUNT)])


def seen(layer):
    return len(list(layer.getFeatures())), layer.featureCount()


def draw(layer):
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setOutputSize(QSize(200, 200))
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4490"))
    settings.setExtent(QgsRectangle(114.9, 26.4, 115.1, 26.6))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    return job


def beside(path):
    """Return the names of the files that SQLite keeps beside a store."""
    folder, name = path.rsplit("/", 1)
    return sorted(x.name for x in store_project.Path(folder).iterdir() if x.name != name)


def test_all_is_read_and_counted_when_editing_begins_and_ends(path):
    layer, _choices = load_layers(path)
    assert seen(layer) == (COUNT, COUNT)
    assert layer.startEditing()
    assert len(list(layer.getFeatures())) == COUNT
    layer.rollBack()
    assert layer.featureCount() == COUNT
    assert seen(layer) == (COUNT, COUNT)


def test_all_is_read_while_the_map_is_drawn(path):
    layer, _choices = load_layers(path)
    for turn in range(20):
        jobs = [draw(layer) for _ in range(3)]
        assert layer.startEditing()
        assert len(list(layer.getFeatures())) == COUNT
        for job in jobs:
            job.waitForFinished()
        assert len(list(layer.getFeatures())) == COUNT
        layer.changeAttributeValue(1, layer.fields().lookupField("remarks"), str(turn))
        assert layer.commitChanges() if turn % 2 else layer.rollBack()
        assert seen(layer) == (COUNT, COUNT)


def test_a_copy_of_the_file_alone_has_what_was_saved(path, tmp_path):
    session = Session(path, tmp_path / "journal")
    session.change(1, remarks="改过")
    assert session.layer.commitChanges(False)
    copied = shutil.copy(path, tmp_path / "copy.gpkg")
    session.close()
    with open_store(copied) as store:
        assert [r["remarks"] for r in store.records() if r["remarks"]] == ["改过"]


def test_a_copy_of_the_file_alone_has_what_was_imported(path, tmp_path):
    layers = load_layers(path)
    with open_store(path, write=True) as store:
        store.apply({"operator": "王"}, [near(-10, uuid="new")], [])
    copied = shutil.copy(path, tmp_path / "copy.gpkg")
    assert seen(layers[0])[0] == COUNT + 1
    with open_store(copied) as store:
        assert "new" in {record["uuid"] for record in store.records()}


def test_a_store_that_is_closed_is_one_file(path):
    layers = load_layers(path)
    assert seen(layers[0]) == (COUNT, COUNT)
    assert beside(path)
    del layers
    assert beside(path) == []


def test_nothing_is_written_beside_a_store_that_others_see_too(path, monkeypatch):
    monkeypatch.setattr(store_project, "shared_place", lambda _path: "a sync folder")
    layer = add_store(QgsProject.instance(), path)
    assert seen(layer) == (COUNT, COUNT)
    assert beside(path) == []
    QgsProject.instance().clear()
