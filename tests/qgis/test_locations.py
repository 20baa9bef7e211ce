"""Stores on network shares and in sync folders: told, read only, copied."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from origin_trace.core.errors import StoreError
from origin_trace.core.reviews import decide
from origin_trace.core.rules import Context
from origin_trace.layers import locations
from origin_trace.layers.locations import copy_store, free_name, guard_location, shared_place
from origin_trace.layers.reviewing import carry_out
from origin_trace.layers.store import open_store
from origin_trace.layers.store_project import add_store
from origin_trace.tests.unit.records import crop
from qgis.core import QgsProcessingException, QgsProject

from .window_help import OFFICIAL

MOUNTED = "30 1 0:50 / {point} rw - {kind} //nas/x rw\n"


@pytest.fixture
def mount_as(monkeypatch, tmp_path):
    """Let the system say of what type a folder's file system is."""

    def say(folder, kind):
        text = tmp_path / "mountinfo"
        point = str(folder).replace(" ", "\\040")
        text.write_text(MOUNTED.format(point=point, kind=kind), encoding="utf-8")
        monkeypatch.setattr(locations, "_MOUNTS", text)

    say("/", "ext4")
    return say


@pytest.mark.parametrize(("kind", "shared"), [("cifs", True), ("nfs4", True), ("ext4", False)])
def test_a_share_is_told_by_its_file_system(mount_as, tmp_path, kind, shared):
    mount_as(tmp_path, kind)
    assert (shared_place(tmp_path / "泰和.gpkg", {}) is not None) is shared


def test_the_real_list_of_mounts_is_read(small_disk, monkeypatch):
    assert shared_place(small_disk / "a.gpkg", {}) is None
    monkeypatch.setattr(locations, "NETWORK_TYPES", {"tmpfs"})
    assert "network share" in str(shared_place(small_disk / "a.gpkg", {}))


def test_a_link_into_a_share_is_followed(mount_as, tmp_path):
    share = tmp_path / "share"
    share.mkdir()
    (tmp_path / "link").symlink_to(share, target_is_directory=True)
    mount_as(share, "cifs")
    assert shared_place(tmp_path / "link" / "a.gpkg", {}) is not None
    assert shared_place(tmp_path / "a.gpkg", {}) is None


def test_a_marker_in_any_folder_above_counts(mount_as, tmp_path):
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    assert shared_place(deep / "x.gpkg", {}) is None
    (tmp_path / ".stfolder").mkdir()
    assert "Syncthing" in str(shared_place(deep / "x.gpkg", {}))


def test_the_environment_counts(mount_as, tmp_path):
    assert "OneDrive" in str(shared_place(tmp_path / "x.gpkg", {"OneDrive": str(tmp_path)}))


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(max_size=60), st.binary(max_size=20).map(lambda b: b.decode("latin-1"))))
def test_no_path_raises(text):
    shared_place(text)
    shared_place(text, {"OneDrive": text})


def test_an_unknown_system_is_not_shared(monkeypatch, tmp_path):
    monkeypatch.setattr(locations, "_MOUNTS", tmp_path / "no such file")
    assert shared_place(tmp_path / "a.gpkg", {}) is None


def test_a_shared_store_is_read_only_in_every_style(mount_as, new_store, tmp_path):
    project = QgsProject()
    layer = add_store(project, new_store())
    assert guard_location(layer) is None and not layer.readOnly()
    mount_as(tmp_path, "cifs")
    assert "network share" in str(guard_location(layer))
    for name in layer.styleManager().styles():
        layer.styleManager().setCurrentStyle(name)
        assert layer.readOnly() and not layer.startEditing()
    mount_as(tmp_path, "ext4")
    assert guard_location(layer) is None
    for name in layer.styleManager().styles():
        layer.styleManager().setCurrentStyle(name)
        assert not layer.readOnly() and layer.startEditing()
        layer.rollBack()
    project.clear()


def test_a_layer_that_the_person_made_read_only_stays_so(mount_as, new_store):
    project = QgsProject()
    layer = add_store(project, new_store())
    layer.setReadOnly(True)
    assert guard_location(layer) is None and layer.readOnly()
    project.clear()


def test_sheets_do_not_go_into_a_shared_store(mount_as, new_store, run, tmp_path):
    path = new_store()
    mount_as(tmp_path, "cifs")
    with pytest.raises(QgsProcessingException, match="network share"):
        run("importsheet", INPUT=[str(OFFICIAL)], STORE=path)
    with pytest.raises(QgsProcessingException, match="network share"):
        run("undoimport", STORE=path, BATCH="x")
    tried = run("importsheet", INPUT=[str(OFFICIAL)], STORE=path, DRY_RUN=True)
    assert tried["READ"] > 0


def test_nothing_is_decided_accepted_or_brought_back_in_a_shared_store(
    mount_as, new_store, run, tmp_path
):
    path = new_store()
    with open_store(path, write=True) as store:
        store.apply({}, [crop(uuid="u1", status="submitted")], [])
        before = store.revision()
    mount_as(tmp_path, "cifs")
    by = {"INPUT": path, "OPERATOR": "王审核"}
    for name, parameters in (
        ("review", {**by, "DECISION": "approve"}),
        ("acceptwarning", {**by, "RULE": "D3-twice", "REASON": "核实"}),
        ("restoreversion", {"STORE": path, "UUID": "u1", "VERSION": 1, "OPERATOR": "王审核"}),
    ):
        with pytest.raises(QgsProcessingException, match="network share"):
            run(name, **parameters)
    with pytest.raises(StoreError, match="network share"):
        carry_out(path, decide("approve", "王审核"), [("u1", None)], (), Context())
    with open_store(path) as store:
        assert store.revision() == before and not store.rows("review")


def test_a_copy_is_complete_and_overwrites_nothing(new_store, tmp_path):
    path = new_store()
    target = tmp_path / "文档" / "产地溯源" / "泰和 县.gpkg"
    copy_store(path, target)
    with open_store(path) as first, open_store(target) as second:
        assert first.meta() == second.meta()
    with pytest.raises(StoreError, match="exists already"):
        copy_store(path, target)
    assert free_name(target.parent, target.name).name == "泰和 县 (2).gpkg"


def test_a_folder_that_cannot_be_made_is_said(new_store, tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="cannot be made"):
        copy_store(new_store(), tmp_path / "file" / "a.gpkg")
