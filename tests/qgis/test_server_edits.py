"""Edits in QGIS of a store on a server: nobody overwrites anybody, nothing is lost unsaid."""

from __future__ import annotations

import pytest
from origin_trace.core.errors import StoreError
from origin_trace.layers.edit_journal import pending
from origin_trace.layers.store import open_store
from origin_trace.layers.store_layers import store_path
from origin_trace.layers.store_project import add_store
from origin_trace.tests.qgis.desk_window import add
from origin_trace.tests.qgis.edit_sessions import Session, fill, stored
from origin_trace.tests.qgis.review_window import open_review
from origin_trace.tests.qgis.server import CONNECTION
from qgis.core import QgsCoordinateReferenceSystem, QgsFeatureRequest, QgsProject, QgsRectangle
from qgis.PyQt.QtCore import QCoreApplication


@pytest.fixture
def path(run, server):
    return run("createpostgisstore", CONNECTION=CONNECTION, SCHEMA=server.new_schema(),
               REGION="360826")["STORE"]  # fmt: skip


@pytest.fixture
def begin(path, tmp_path):
    """Return a function that begins an edit session of one person."""
    begun = []

    def begin_one(name="one"):
        begun.append(Session(path, tmp_path / name))
        return begun[-1]

    yield begin_one
    for each in begun:
        each.close()


def sql_table(path):
    return f"{path.split('/')[-2]}_360826.collection_point"


def test_edits_of_all_kinds_are_saved_and_checked(path, begin):
    one, two, three = fill(path)
    session = begin()
    assert store_path(session.layer) == path
    session.change(1, contact="张三丰", point=(115.2, 26.6))
    session.layer.deleteFeature(2)
    session.change(3, scale=-5.0)
    assert not session.commit()
    assert [column for _title, column in session.refused] == ["scale"]
    session.change(3, scale=5.0)
    assert session.commit(), session.layer.commitErrors()
    found = stored(path)
    assert (found[one]["contact"], found[one]["lon"], found[three]["scale"]) == ("张三丰", 115.2, 5)
    assert two not in found and session.errors == []
    with open_store(path) as store:
        assert store.check() == []
        assert [v["operation"] for v in store.history(two)] == ["insert", "delete"]


def test_the_second_of_two_who_edit_one_record_is_stopped(path, begin):
    one, *_ = fill(path)
    first, second = begin("one"), begin("two")
    first.change(1, contact="张三丰")
    second.change(1, contact="李四光")
    QCoreApplication.processEvents()  # what was edited is noted when the hand rests
    assert first.commit()
    assert not second.commit()
    assert "Somebody else" in second.refusals[-1][0].text
    assert stored(path)[one]["contact"] == "张三丰"
    assert second.layer.isModified()


@pytest.mark.parametrize(
    "mine", [{"contact": "李四光"}, {"point": (115.3, 26.7)}, {"contact": "李四", "scale": 2.0}]
)
def test_a_change_between_check_and_save_is_not_overwritten(path, begin, server, mine):
    """The trigger compares the version that was edited; QGIS alone would not send it."""
    one, *_ = fill(path)
    session = begin()
    session.change(1, **mine)
    other = f"UPDATE {sql_table(path)} SET contact = '张三丰' WHERE uuid = '{one}'"
    session.layer.beforeCommitChanges.connect(lambda _stop: server.sql(other))
    assert not session.commit()
    assert "Somebody else has changed" in "".join(session.layer.commitErrors())
    found = stored(path)[one]
    assert (found["contact"], found["version"], found["lon"]) == ("张三丰", 2, 115.0)
    assert session.layer.isModified()


def test_a_record_that_went_away_unseen_is_told_and_its_edits_are_kept(
    path, begin, server, tmp_path
):
    one, two, _ = fill(path)
    session = begin()
    session.change(1, contact="李四光")
    session.change(2, contact="王五")
    gone = f"DELETE FROM {sql_table(path)} WHERE uuid = '{one}'"
    session.layer.beforeCommitChanges.connect(lambda _stop: server.sql(gone))
    assert session.commit()  # QGIS calls it a success
    (error,) = session.errors
    assert isinstance(error, StoreError) and "did not take 1 records" in str(error)
    assert stored(path)[two]["contact"] == "王五"
    session.close()
    (kept,) = pending(tmp_path / "one")
    assert {edit.uuid for edit in kept.edits} == {one, two}


def test_a_server_that_goes_away_leaves_the_edits_in_hand(path, begin, server):
    one, *_ = fill(path)
    session = begin()
    session.change(1, contact="李四光")
    server.stop()
    try:
        assert not session.commit()
        assert "does not answer" in str(session.errors[-1])
        assert session.layer.isModified()
    finally:
        server.start()
    assert session.commit() or session.commit(), session.layer.commitErrors()
    assert stored(path)[one]["contact"] == "李四光"


def test_a_store_on_a_server_opens_as_a_group(path, qgis_new_project):
    fill(path)
    project = QgsProject.instance()
    layer = add_store(project, path)
    assert add_store(project, path) is layer
    group = project.layerTreeRoot().children()[0]
    assert group.name() == f"{CONNECTION} 360826"
    assert layer.editorWidgetSetup(layer.fields().lookupField("subject_type")).type() != ""
    assert len(list(layer.getFeatures(QgsFeatureRequest()))) == 3
    project.clear()


def test_the_window_works_in_a_store_on_a_server(desk, path, qtbot):
    fill(path)
    desk.open_path(path)
    assert (desk.workspace.path, desk.workspace.county) == (path, "360826")
    assert desk.workspace.layer.id() in desk.safety.guards
    canvas = desk.digitising.canvas
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4490"))
    canvas.setExtent(QgsRectangle(114.8, 26.7, 115.0, 26.9))
    add(desk, 114.9, 26.8, subject_name="新社", product="韭菜")
    assert desk.workspace.layer.commitChanges(), desk.workspace.layer.commitErrors()
    assert "新社" in {record["subject_name"] for record in stored(path).values()}
    dock = open_review(desk, qtbot)
    assert "4" in {button.text().split("\n")[1] for button in dock.queues._buttons.values()}
