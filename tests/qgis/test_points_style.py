"""Names of a large store come and go with the scale; styles follow the number of records."""

from __future__ import annotations

import pytest
from origin_trace.dialogs.points_style import PointsStyle
from origin_trace.dialogs.workspace import Workspace
from origin_trace.layers import labels, named_styles
from origin_trace.layers.named_styles import style_names
from origin_trace.layers.store_project import add_store
from qgis.core import QgsProject, QgsRectangle
from qgis.gui import QgsMapCanvas

from .test_store_project import fill

FAR, NEAR = 400_000, 20_000


@pytest.fixture
def canvas(qtbot):
    made = QgsMapCanvas()
    qtbot.addWidget(made)
    made.resize(400, 300)
    return made


@pytest.fixture
def layer(qgis_new_project, new_store, monkeypatch):
    monkeypatch.setattr(labels, "_MANY", 2)
    path = new_store()
    fill(path, [("u1", "澄江镇"), ("u2", "马市镇"), ("u3", None)])
    yield add_store(QgsProject.instance(), path)
    QgsProject.instance().clear()


@pytest.fixture
def names(layer, canvas):
    workspace = Workspace(QgsProject.instance())
    workspace.adopt(layer)
    canvas.setDestinationCrs(layer.crs())
    canvas.setLayers([layer])
    canvas.setExtent(QgsRectangle(114.8, 26.7, 115.0, 26.9))
    made = PointsStyle(workspace, canvas)
    yield made
    made.close()
    workspace.close()


def test_names_come_and_go_with_the_scale_in_every_style(names, layer, canvas):
    for style in style_names().values():
        canvas.zoomScale(FAR)
        layer.styleManager().setCurrentStyle(style)
        assert not layer.labelsEnabled()
        canvas.zoomScale(NEAR)
        assert layer.labelsEnabled()


def test_names_that_a_person_switched_off_stay_off(names, layer, canvas):
    canvas.zoomScale(NEAR)
    layer.setLabelsEnabled(False)
    for scale in (FAR, NEAR):
        canvas.zoomScale(scale)
        assert not layer.labelsEnabled()


def test_labels_of_another_kind_are_left_alone(names, layer, canvas):
    canvas.zoomScale(NEAR)
    labels.label_polygons(layer, "subject_name")
    canvas.zoomScale(FAR)
    assert layer.labelsEnabled()


def test_a_project_saved_far_out_gets_its_names_back(names, layer, canvas, tmp_path):
    project, path = QgsProject.instance(), str(tmp_path / "工程.qgz")
    canvas.zoomScale(FAR)
    assert project.write(path) and project.read(path)
    (again,) = [found for found in project.mapLayers().values() if found.isSpatial()]
    assert not again.labelsEnabled()
    names._workspace.adopt(again)
    canvas.setLayers([again])
    canvas.zoomScale(NEAR)
    assert again.labelsEnabled()


def test_small_stores_and_unloading_leave_names_to_qgis(names, layer, canvas, monkeypatch):
    canvas.zoomScale(FAR)
    assert not layer.labelsEnabled()
    names.close()
    assert layer.labelsEnabled()
    monkeypatch.setattr(labels, "_MANY", 10)
    labels.switch_names(layer, FAR)
    assert layer.labelsEnabled()


def test_the_layer_may_be_removed(names, layer, canvas):
    QgsProject.instance().removeMapLayer(layer.id())
    canvas.zoomScale(NEAR)


def test_styles_fit_at_the_next_zoom_after_an_import(names, layer, canvas, monkeypatch):
    before = layer.styleManager().currentStyle()
    monkeypatch.setattr(named_styles, "_SIZES", ((3, 4.2), (10, 3.0)))
    fill(layer.source().partition("|")[0], [(f"m{number}", "澄江镇") for number in range(5)])
    layer.reload()
    canvas.zoomScale(FAR)
    categories = layer.renderer().categories()
    assert categories[0].symbol().size() == 3.0
    assert layer.styleManager().currentStyle() == before and not layer.labelsEnabled()
