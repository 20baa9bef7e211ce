"""Edits that are not saved outlive their QGIS, and are brought back without harm."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from origin_trace.core.edits import CONFLICT, DONE, OPEN
from origin_trace.core.errors import StoreError
from origin_trace.layers.edit_journal import pending
from origin_trace.layers.edit_replay import look_up
from origin_trace.layers.edit_tracker import plain, point_of
from origin_trace.layers.store import open_store
from origin_trace.tests.qgis.edit_sessions import Session, fill, stored
from qgis.core import QgsGeometry, QgsPointXY, QgsVectorLayerUtils
from qgis.PyQt.QtCore import QCoreApplication

# Another QGIS: begins a session, makes edits, says so and waits to be killed.
OTHER = """
import importlib.util, sys
from pathlib import Path
root, store, folder, edits = sys.argv[1:]
spec = importlib.util.spec_from_file_location(
    "origin_trace", Path(root) / "__init__.py", submodule_search_locations=[root])
sys.modules["origin_trace"] = module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
from qgis.core import QgsApplication, QgsGeometry, QgsPointXY
from qgis.core import QgsVectorLayerUtils
application = QgsApplication([], False)
application.initQgis()
from origin_trace.tests.qgis.edit_sessions import Session
session = Session(store, Path(folder))
exec(edits)
application.processEvents()
print("ready", flush=True)
sys.stdin.read()
"""
EDITS = """
session.change(1, contact="改一", point=(115.5, 26.9))
session.layer.deleteFeature(2)
feature = QgsVectorLayerUtils.createFeature(
    session.layer, QgsGeometry.fromPointXY(QgsPointXY(115.25, 26.75)))
feature["subject_name"] = "新主体"
session.layer.addFeature(feature)
"""


@pytest.fixture
def path(new_store):
    return new_store()


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "journal"


@pytest.fixture
def begin(path, folder):
    begun = []

    def begin_one(**more):
        begun.append(Session(path, folder, **more))
        return begun[-1]

    yield begin_one
    for each in begun:
        each.close()


@pytest.fixture
def other(path, folder):
    """Return a function that makes edits in another process, which lives until killed."""
    running = []

    def start(edits=EDITS):
        root = str(Path(__file__).resolve().parents[2])
        command = [sys.executable, "-c", OTHER, root, str(path), str(folder), edits]
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )
        running.append(process)
        assert process.stdout.readline().strip() == "ready"
        return process

    yield start
    for process in running:
        kill(process)
        process.stdin.close()
        process.stdout.close()


def kill(process):
    with contextlib.suppress(ProcessLookupError):
        os.kill(process.pid, signal.SIGKILL)
    process.wait()


def pause():
    """What the event loop does between two edits."""
    for _ in range(3):
        QCoreApplication.processEvents()


def only(folder):
    (session,) = pending(folder)
    return session


def test_a_killed_session_comes_back(path, folder, other, begin):
    uuids = fill(path)
    process = other()
    assert pending(folder) == []  # it lives
    kill(process)
    left = only(folder)
    assert sorted(edit.kind for edit in left.edits) == ["added", "changed", "deleted"]
    session = begin()
    items = session.guard.restore(left)
    assert [item.state for item in items] == [OPEN] * 3
    assert session.layer.undoStack().count() == 1
    pause()
    assert pending(folder) == [] and not left.file.exists()  # it is this session's now
    assert session.commit(stop=True), session.refusals
    after = stored(path)
    assert list(folder.iterdir()) == []
    assert uuids[1] not in after and len(after) == 3
    assert (after[uuids[0]]["contact"], after[uuids[0]]["lon"]) == ("改一", 115.5)
    (new,) = [record for record in after.values() if record["subject_name"] == "新主体"]
    assert (new["lon"], new["lat"]) == (115.25, 26.75)


def test_killed_again_after_the_restoring_it_comes_back_again(path, folder, other):
    fill(path)
    kill(other())
    restoring = "from origin_trace.layers.edit_journal import pending\n"
    restoring += "session.guard.restore(pending(Path(folder))[0])"
    kill(other(restoring))
    assert sorted(edit.kind for edit in only(folder).edits) == ["added", "changed", "deleted"]


def test_what_the_store_got_meanwhile_is_not_overwritten(path, folder, other, begin):
    uuids = fill(path)
    kill(other())
    with open_store(path, write=True) as store:
        changed = [{"uuid": uuid, "contact": "别人"} for uuid in uuids[:2]]
        store.apply({}, [], changed)
    session = begin()
    left = only(folder)
    items = session.guard.restore(left)
    states = {item.edit.kind: item.state for item in items}
    assert states == {"changed": CONFLICT, "deleted": CONFLICT, "added": OPEN}
    assert session.commit(stop=True)
    after = stored(path)
    assert [after[uuid]["contact"] for uuid in uuids[:2]] == ["别人"] * 2
    again = only(folder)  # what was left out is kept until it is discarded
    assert sorted(edit.kind for edit in again.edits) == ["changed", "deleted"]
    again.discard()
    assert pending(folder) == []


def test_edits_that_reached_the_store_are_known(path, folder, other):
    uuids = fill(path)
    kill(other('session.change(1, contact="改", point=(115.5, 26.9))'))
    left = only(folder)
    with open_store(path, write=True) as store:
        store.apply({}, [], [{"uuid": uuids[0], "contact": "改", "lon": 115.5, "lat": 26.9}])
    assert [item.state for item in look_up(path, left)] == [DONE]


def test_edits_are_not_restored_twice(path, folder, other, begin):
    fill(path)
    kill(other())
    session, left = begin(), only(folder)
    content = left.file.read_bytes()
    session.guard.restore(left)
    with pytest.raises(StoreError, match="another window"):
        session.guard.restore(left)
    left.file.write_bytes(content)  # two windows had read it before one restored it
    count = session.layer.undoStack().count()
    items = session.guard.restore(left)
    assert OPEN not in {item.state for item in items}
    assert session.commit(stop=True) and len(stored(path)) == 3 and count == 1


@pytest.mark.parametrize("end", ["save", "roll back", "undo"])
def test_the_journal_ends_with_the_edits(end, path, folder, begin):
    fill(path)
    session = begin()
    session.change(1, contact="改")
    pause()
    (file,) = folder.iterdir()
    assert file.stat().st_mode & 0o077 == 0
    if end == "save":
        assert session.commit(stop=True)
    elif end == "roll back":
        session.layer.rollBack()
    else:
        session.layer.undoStack().undo()
        pause()
        session.guard.detach()
        assert pending(folder) == []
    assert list(folder.iterdir()) == []


def test_undoing_the_first_placing_takes_the_point_out_of_the_journal(path, folder, begin):
    fill(path)
    session = begin()
    session.change(1, point=None)
    assert session.commit()
    session.change(1, contact="留")
    pause()
    session.change(1, point=(115.5, 26.9))
    pause()
    session.layer.undoStack().undo()
    pause()
    session.guard.detach()
    (edit,) = only(folder).edits
    assert (edit.values["contact"], edit.moved) == ("留", False)


def test_undo_and_redo_are_followed(path, folder, begin):
    fill(path)
    session = begin()
    session.change(1, contact="改")
    session.layer.deleteFeature(2)
    feature = QgsVectorLayerUtils.createFeature(
        session.layer, QgsGeometry.fromPointXY(QgsPointXY(115, 26))
    )
    session.layer.addFeature(feature)
    pause()
    stack = session.layer.undoStack()
    stack.setIndex(0)
    pause()
    stack.setIndex(3)
    pause()
    stack.setIndex(2)
    pause()
    session.guard.detach()
    assert sorted(edit.kind for edit in only(folder).edits) == ["changed", "deleted"]


def test_a_guard_that_comes_back_takes_its_edits_over(path, folder, begin):
    fill(path)
    session = begin()
    session.change(1, contact="改")
    pause()
    for _ in range(3):  # the plugin is reloaded
        session.guard.detach()
        session = begin(layer=session.layer)
    pause()
    assert pending(folder) == [] and len(list(folder.iterdir())) == 1
    assert session.commit(stop=True)
    assert list(folder.iterdir()) == []


def test_a_line_that_was_cut_short_costs_that_line_only(path, folder, other):
    fill(path)
    kill(
        other(
            'session.change(1, contact="一")\napplication.processEvents()\n'
            'session.change(2, contact="二")'
        )
    )
    left = only(folder)
    content = left.file.read_bytes()
    left.file.write_bytes(content[:-20])
    assert [edit.values["contact"] for edit in only(folder).edits] == ["一"]
    middle = content.replace(b'"edits"', b'"Edits"', 1)
    left.file.write_bytes(middle)
    damaged = only(folder)
    assert damaged.damaged == 1 and [e.values["contact"] for e in damaged.edits] == ["二"]


def test_a_journal_is_offered_to_its_own_store_alone(path, folder, other, new_store, tmp_path):
    fill(path)
    kill(other())
    left = only(folder)
    assert left.belongs_to(left.store_id, str(path))
    assert not left.belongs_to("another", str(path))
    copy = tmp_path / "副本.gpkg"
    copy.write_bytes(Path(path).read_bytes())
    assert not left.belongs_to(left.store_id, str(copy))
    Path(path).rename(tmp_path / "搬.gpkg")
    assert left.belongs_to(left.store_id, str(tmp_path / "搬.gpkg"))
    with pytest.raises(StoreError, match="another store"):
        look_up(new_store(name="别.gpkg"), left)


def test_a_full_disk_is_told_once_and_stops_no_edit(path, small_disk, begin):
    fill(path)
    session = Session(path, small_disk / "no" / "folder")
    (small_disk / "no").write_text("a file")
    for text in "一二":
        session.change(1, contact=text)
        pause()
    assert len(session.errors) == 1 and "safe against a crash" in str(session.errors[0])
    assert session.commit(stop=True)
    session.close()


def shown(layer):
    """What a layer shows: uuid -> what a person edits, and the point."""
    columns = ("subject_name", "contact", "scale")
    return {
        feature["uuid"]: (
            *[None if plain(feature[c]) == "" else plain(feature[c]) for c in columns],
            point_of(feature.geometry()),
        )
        for feature in layer.getFeatures()
    }


STEP = st.one_of(
    st.tuples(st.just("contact"), st.integers(0, 5), st.sampled_from(["甲", "乙", None])),
    st.tuples(st.just("scale"), st.integers(0, 5), st.sampled_from([1.5, 7.0])),
    st.tuples(st.just("point"), st.integers(0, 5), st.sampled_from([(115.5, 26.9), None])),
    st.tuples(st.just("delete"), st.integers(0, 5)),
    st.sampled_from([("add",), ("undo",), ("undo",), ("redo",), ("pause",)]),
)


def take(session, step):
    """Take one step of an edit session."""
    kind, *rest = step
    layer, stack = session.layer, session.layer.undoStack()
    fids = sorted(layer.allFeatureIds())
    if kind == "pause":
        pause()
    elif kind in ("undo", "redo"):
        getattr(stack, kind)()
    elif kind == "add":
        feature = QgsVectorLayerUtils.createFeature(
            layer, QgsGeometry.fromPointXY(QgsPointXY(115.25, 26.75))
        )
        feature["subject_name"] = "新"
        assert layer.addFeature(feature)
    elif fids and kind == "delete":
        layer.deleteFeature(fids[rest[0] % len(fids)])
    elif fids:
        session.change(fids[rest[0] % len(fids)], **{kind: rest[1]})


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(STEP, max_size=12))
def test_any_session_comes_back_as_it_was(ready, steps):
    path, folder = ready
    session = Session(path, folder)
    for step in steps:
        take(session, step)
    pause()
    before, modified = shown(session.layer), session.layer.isModified()
    session.guard.detach()
    session.close()
    again = Session(path, folder)
    for left in pending(folder):
        assert modified
        assert CONFLICT not in {item.state for item in again.guard.restore(left)}
    found = shown(again.layer)
    again.close()
    for left in pending(folder):
        left.discard()
    assert found == before


@pytest.fixture
def ready(path, folder):
    fill(path)
    return path, folder
