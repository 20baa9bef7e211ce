"""The window that opens a store, used as a person does."""

from __future__ import annotations

import shutil

import pytest
from origin_trace.dialogs.open_store_dialog import OpenStoreDialog
from origin_trace.layers import basemap_list, locations
from origin_trace.layers.basemap_group import basemap_layers
from origin_trace.layers.basemap_list import XYZ, Basemap
from origin_trace.layers.store_layers import BOUNDARY, points_layer, with_role
from origin_trace.settings import BASEMAPS
from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt

from .test_store_project import boundary_layer


@pytest.fixture
def project():
    made = QgsProject()
    yield made
    made.clear()
    BASEMAPS.set(None)


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def note(dialog):
    return dialog._note.text() if dialog._note.isVisibleTo(dialog) else ""


@pytest.fixture
def opening(qtbot, project):
    def make():
        dialog = OpenStoreDialog(project)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return make


def test_a_store_opens_with_boundary_and_basemap(qtbot, opening, project, new_store, tmp_path):
    basemap_list.save_basemaps([Basemap("本县", XYZ, "http://127.0.0.1:9/{z}/{x}/{y}.png")])
    own = boundary_layer()
    project.addMapLayer(own)
    dialog = opening()
    dialog.set_path(new_store())
    dialog._boundary.setLayer(own)
    dialog._basemap.setCurrentIndex(1)
    with qtbot.waitSignal(dialog.opened) as blocker:
        click(qtbot, dialog._open)
    assert blocker.args[0].isValid() and not blocker.args[0].readOnly()
    assert [x.id() for x in with_role(project, BOUNDARY)] == [own.id()]
    assert len(basemap_layers(project)) == 1


def test_what_is_no_store_is_said_and_the_window_stays(qtbot, opening, project, tmp_path):
    dialog = opening()
    assert not dialog._open.isEnabled()
    dialog.set_path(str(tmp_path / "没有.gpkg"))
    click(qtbot, dialog._open)
    assert "does not exist" in note(dialog) and dialog.isVisible()
    assert project.mapLayers() == {}


@pytest.fixture
def synced(new_store, tmp_path):
    path = new_store()
    (tmp_path / ".stfolder").mkdir()
    return path


def test_a_synced_store_is_worked_in_as_a_local_copy(
    qtbot, opening, project, synced, tmp_path_factory
):
    local = tmp_path_factory.mktemp("本机")
    dialog = opening()
    dialog.set_path(synced)
    assert dialog._box.isVisible() and "Syncthing" in dialog._why.text()
    dialog._folder.setFilePath(str(local / "产地溯源"))
    with qtbot.waitSignal(dialog.opened) as blocker:
        click(qtbot, dialog._open)
    copy = local / "产地溯源" / "泰和 县.gpkg"
    assert copy.is_file() and not blocker.args[0].readOnly()
    assert points_layer(project, copy) is not None and points_layer(project, synced) is None
    again = opening()
    again.set_path(synced)
    again._folder.setFilePath(str(local / "产地溯源"))
    assert again._name.text() == "泰和 县 (2).gpkg"
    assert again._go_on.isChecked() and "泰和 县.gpkg" in again._go_on.text()
    click(qtbot, again._open)
    assert sorted(path.name for path in copy.parent.glob("*.gpkg")) == ["泰和 县.gpkg"]
    assert points_layer(project, copy) is not None and points_layer(project, synced) is None


def test_another_store_of_the_same_name_is_no_earlier_copy(
    qtbot, opening, synced, new_store, tmp_path_factory
):
    local = tmp_path_factory.mktemp("本机")
    shutil.copy(new_store("360829", name="安福.gpkg"), local / "泰和 县.gpkg")
    (local / "泰和 县 (2).gpkg").write_bytes(b"no store")
    dialog = opening()
    dialog.set_path(synced)
    dialog._folder.setFilePath(str(local))
    assert dialog._copy.isChecked() and not dialog._go_on.isVisible()
    assert dialog._name.text() == "泰和 县 (3).gpkg"


def test_a_copy_into_the_same_place_is_refused(qtbot, opening, project, synced, tmp_path):
    dialog = opening()
    dialog.set_path(synced)
    dialog._folder.setFilePath(str(tmp_path))
    click(qtbot, dialog._open)
    assert "other computers too" in note(dialog) and dialog.isVisible()
    assert project.mapLayers() == {}


def test_a_synced_store_opens_for_reading_only(qtbot, opening, synced):
    dialog = opening()
    dialog.set_path(synced)
    dialog._read.setChecked(True)
    with qtbot.waitSignal(dialog.opened) as blocker:
        click(qtbot, dialog._open)
    assert blocker.args[0].readOnly()
    assert not blocker.args[0].startEditing()


def test_documents_in_a_sync_folder_are_not_proposed(monkeypatch, tmp_path):
    from origin_trace.dialogs import open_store_dialog

    def place(path, *_more):
        return "shared" if "Documents" in str(path) else None

    monkeypatch.setattr(open_store_dialog, "shared_place", place)
    monkeypatch.setattr(
        open_store_dialog.QStandardPaths,
        "writableLocation",
        lambda where: f"/home/u/{'Documents' if int(where) == 1 else ''}",
    )
    assert open_store_dialog._local_folder() == locations.default_folder("/home/u")
