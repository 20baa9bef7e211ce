"""How stores come into the window: opened, shared ones, with a saved project."""

from __future__ import annotations

import pytest
from origin_trace import settings
from origin_trace.dialogs.store_opening import StoreOpening
from origin_trace.dialogs.workspace import Workspace
from origin_trace.layers.store_layers import points_layer
from origin_trace.layers.store_project import add_store
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsVectorFileWriter, QgsVectorLayer
from qgis.gui import QgsMessageBar
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QPushButton

from .test_store_project import boundary_layer, fill


@pytest.fixture
def bar(qgis_parent):
    return QgsMessageBar(qgis_parent)


@pytest.fixture
def opening(qgis_iface, qgis_canvas, qgis_new_project, bar, monkeypatch):
    """The part of the desk that opens stores, in the project of the window."""
    monkeypatch.setattr(qgis_iface, "messageBar", lambda: bar)
    monkeypatch.setattr(qgis_iface, "setActiveLayer", qgis_canvas.setCurrentLayer, raising=False)
    settings.RECENT_STORES.set([])
    qgis_canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4490"))
    workspace = Workspace(QgsProject.instance())
    made = StoreOpening(qgis_iface, workspace)
    made.workspace = workspace
    yield made
    made.close()
    workspace.close()
    QgsProject.instance().clear()
    settings.RECENT_STORES.set([])


@pytest.fixture
def synced(new_store, tmp_path):
    path = new_store()
    (tmp_path / ".stfolder").mkdir()
    return path


def boundary_file(folder):
    options = QgsVectorFileWriter.SaveVectorOptions()
    path = str(folder / "县界.gpkg")
    context = QgsProject.instance().transformContext()
    QgsVectorFileWriter.writeAsVectorFormatV3(boundary_layer(), path, context, options)
    return path


def press(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_store_of_this_computer_opens_at_once(opening, new_store, qgis_canvas):
    path = new_store()
    fill(path, [("u1", "澄江镇")])
    opening.open_path(path)
    assert opening.window is None
    assert opening.workspace.path == path and not opening.workspace.layer.readOnly()
    assert settings.recent_stores() == [path]
    assert qgis_canvas.extent().width() < 1


def test_a_shared_store_is_asked_about_and_worked_in_as_a_copy(
    opening, synced, tmp_path_factory, bar
):
    local = tmp_path_factory.mktemp("本机")
    opening.open_path(synced)
    window = opening.window
    assert window.isVisible() and opening.workspace.layer is None
    window._folder.setFilePath(str(local))
    press(window._open)
    assert opening.workspace.path == str(local / "泰和 县.gpkg")
    assert opening.workspace.layer.startEditing()
    opening.workspace.layer.rollBack()


def test_a_shared_store_that_comes_with_a_project_is_read_only_and_a_copy_takes_its_place(
    opening, synced, tmp_path, tmp_path_factory, bar
):
    project = QgsProject.instance()
    project.layersAdded.disconnect(opening._layers_added)  # as if saved without the plugin
    add_store(project, synced)
    assert project.write(str(tmp_path / "工程.qgz"))
    project.clear()
    project.layersAdded.connect(opening._layers_added)
    assert project.read(str(tmp_path / "工程.qgz"))
    layer = opening.workspace.layer
    assert opening.workspace.path == synced and not layer.startEditing()
    (message,) = bar.items()
    assert "Syncthing" in message.text() and "reading only" in message.text()
    press(message.findChild(QPushButton))
    window = opening.window
    assert window.path == synced
    window._folder.setFilePath(str(tmp_path_factory.mktemp("本机")))
    press(window._open)
    assert points_layer(project, synced) is None
    assert opening.workspace.layer.startEditing()
    opening.workspace.layer.rollBack()
    assert len(project.layerTreeRoot().children()) == 1
    add_store(project, synced)
    assert len(bar.items()) == 1
    opening.close()
    assert bar.items() == []


def test_every_shared_store_is_guarded_not_only_the_first(opening, new_store, tmp_path):
    opening.open_path(new_store())
    shared = tmp_path / "share"
    (shared / ".stfolder").mkdir(parents=True)
    second = add_store(QgsProject.instance(), new_store(name="share/万安县.gpkg"))
    assert second.readOnly() and not opening.workspace.layer.readOnly()


def test_the_chosen_boundary_is_used_and_survives_saving(opening, new_store, tmp_path):
    project, path = QgsProject.instance(), new_store()
    opening.ask(path)
    opening.window.set_boundary_file(boundary_file(tmp_path))
    press(opening.window._open)
    assert opening.workspace.boundary is not None
    inside = opening.workspace.context.inside
    assert inside(115.0, 26.8) == 0 and inside(116.0, 26.8) > 10_000
    assert project.write(str(tmp_path / "工程.qgz"))
    project.clear()
    assert opening.workspace.layer is None and opening.workspace.boundary is None
    assert project.read(str(tmp_path / "工程.qgz"))
    assert opening.workspace.path == path
    assert opening.workspace.boundary.name() == "县界"
    opening.ask(path)
    assert opening.window._boundary.currentLayer() == opening.workspace.boundary
    opening.window._boundary.setLayer(None)
    press(opening.window._open)
    assert opening.workspace.boundary is None and len(project.mapLayers()) == 3


def test_a_boundary_keeps_its_part_in_every_style(opening, new_store, tmp_path):
    layer = QgsVectorLayer(boundary_file(tmp_path), "县界", "ogr")
    QgsProject.instance().addMapLayer(layer)
    layer.styleManager().addStyleFromLayer("另一个")
    opening.ask(new_store())
    opening.window._boundary.setLayer(layer)
    press(opening.window._open)
    for style in layer.styleManager().styles():
        layer.styleManager().setCurrentStyle(style)
        assert opening.workspace.boundary == layer


def test_the_window_stays_through_another_project_and_goes_with_the_plugin(
    opening, new_store, tmp_path, qtbot
):
    own = boundary_layer()
    QgsProject.instance().addMapLayer(own)
    opening.ask(new_store())
    window = opening.window
    window._boundary.setLayer(own)
    QgsProject.instance().clear()
    assert window._boundary.currentLayer() is None
    opening.close()
    qtbot.waitUntil(lambda: sip.isdeleted(window), timeout=3000)


def test_a_file_that_is_no_store_is_told(opening, tmp_path, bar):
    wrong = tmp_path / "空.gpkg"
    wrong.write_bytes(b"")
    opening.open_path(str(wrong))
    assert len(bar.items()) == 1 and opening.workspace.layer is None
