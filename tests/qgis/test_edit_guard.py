"""Nothing that breaks a rule gets into the store, whatever way it is edited."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from origin_trace.core.rules import Context
from origin_trace.core.schema import APPROVED, RETURNED, SUBMITTED
from origin_trace.layers import commit_stop
from origin_trace.layers.edit_check import refusal_text
from origin_trace.layers.store import open_store
from origin_trace.tests.qgis.edit_sessions import COUNTY, Session, fill, stored
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayerCache,
    QgsVectorLayerUtils,
)
from qgis.gui import (
    QgsAttributeEditorContext,
    QgsAttributeForm,
    QgsAttributeTableFilterModel,
    QgsAttributeTableModel,
    QgsAttributeTableView,
    QgsMapCanvas,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QLineEdit

TITLE = "主体0 · 豇豆 · 大鹏村"


@pytest.fixture
def path(new_store):
    return new_store()


@pytest.fixture
def begin(path, tmp_path):
    """Return a function that begins an edit session of the store."""
    begun = []

    def begin_one(**more):
        begun.append(Session(path, tmp_path / "journal", **more))
        return begun[-1]

    yield begin_one
    for each in begun:
        each.close()


@pytest.fixture
def session(path, begin):
    fill(path)
    return begin()


@pytest.fixture(params=["library", "buffer"])
def way_to_stop(request, monkeypatch):
    """Both ways of stopping a save."""
    if request.param == "buffer":
        monkeypatch.setattr(commit_stop, "_setter", lambda: None)
    return request.param


def test_an_edit_without_fault_is_saved_and_read_back(session):
    session.change(1, contact="张三", point=(115.2, 26.8))
    assert session.commit(stop=True)
    assert (session.refusals, session.errors) == ([], [])
    record = next(r for r in stored(session.path).values() if r["subject_name"] == "主体0")
    assert (record["contact"], record["lon"]) == ("张三", 115.2)


def test_a_refused_save_leaves_file_buffer_and_undo_as_they_were(session, way_to_stop):
    before = stored(session.path)
    session.change(1, scale=-1)
    session.change(2, contact="王五")
    session.layer.deleteFeature(3)
    states = session.layer.undoStack().count()
    changed = session.layer.editBuffer().changedAttributeValues()
    assert not session.commit()
    assert session.refused == [(TITLE, "scale")]
    assert stored(session.path) == before
    buffer = session.layer.editBuffer()
    assert (buffer.changedAttributeValues(), buffer.addedFeatures()) == (changed, {})
    assert session.layer.undoStack().count() == states
    session.change(1, scale=2)
    assert session.commit(stop=True)
    after = stored(session.path)
    assert len(after) == 2 and {"王五"} < {r["contact"] for r in after.values()}


def test_the_sentence_names_records_and_fields_and_counts_the_others(path, begin):
    fill(path, 8)
    session = begin()
    for fid in range(1, 9):
        session.change(fid, scale_unit="头", scale=-1)
    assert not session.commit()
    text = refusal_text(session.refusals[-1])
    assert text.startswith("8 records cannot be saved: ")
    assert text.endswith(" …")
    for part in (TITLE, "主体2", "豇豆 is counted in 亩", "种养规模"):
        assert part in text
    session.guard.select_refused()
    assert session.layer.selectedFeatureCount() == 8
    session.layer.rollBack()


# --- the ways of editing ---------------------------------------------------------------


def field_calculator(session):
    """QGIS's own field calculator goes through the features like this."""
    layer = session.layer
    layer.beginEditCommand("Field calculator")
    for feature in layer.getFeatures(QgsFeatureRequest().setNoAttributes()):
        layer.changeAttributeValue(feature.id(), session.index("contact_phone"), "123")
    layer.endEditCommand()


def algorithm_in_place(session):
    """An algorithm of the toolbox that changes the layer in place."""
    from processing.gui.AlgorithmExecutor import execute_in_place_run

    layer = session.layer
    layer.selectAll()
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    context.setProject(QgsProject.instance())
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("native:translategeometry")
    parameters = {"INPUT": layer, "DELTA_X": 60.0, "DELTA_Y": 0.0}
    ok, _ = execute_in_place_run(algorithm, parameters, context, feedback, raise_exceptions=True)
    assert ok


def vertex_tool(session):
    """A point dragged out of China by QGIS's own vertex tool."""
    assert session.layer.moveVertex(1, 1, 1, 0)


def multi_edit(session):
    """The attribute form for several records at once."""
    layer = session.layer
    form = QgsAttributeForm(layer)
    form.setMode(QgsAttributeEditorContext.Mode.MultiEditMode)
    form.setMultiEditFeatureIds([1, 2])
    form.changeAttribute("contact_phone", "12", "")
    assert form.save()


def table_edit(session):
    """A cell of the attribute table, typed into."""
    cache = QgsVectorLayerCache(session.layer, 100)
    cache.setFullCache(True)
    model = QgsAttributeTableModel(cache)
    model.loadLayer()
    canvas = QgsMapCanvas()
    filtered = QgsAttributeTableFilterModel(canvas, model)
    view = QgsAttributeTableView()
    view.setModel(filtered)
    view.show()
    place = model.index(model.idToRow(1), model.fieldCol(session.index("contact_phone")))
    shown = filtered.mapFromSource(place)
    assert shown.isValid()
    view.edit(shown)
    line = view.findChild(QLineEdit)
    QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(line, "12")
    view.itemDelegate(shown).setModelData(view.indexWidget(shown) or _editor(line), filtered, shown)
    view.close()


def _editor(line):
    """Return the whole editing widget of a cell that a line of text is part of."""
    widget = line
    while widget.parentWidget() and not widget.parentWidget().objectName().startswith("qt_"):
        widget = widget.parentWidget()
    return widget


def paste(session):
    """QGIS pastes like this; the copy has a scale that cannot be."""
    layer = session.layer
    _, attributes = copied(next(layer.getFeatures()))
    attributes[session.index("scale")] = -1
    paste_features(layer, [(QgsGeometry.fromPointXY(QgsPointXY(115, 26)), attributes)])


def copied(feature):
    """Return point and attributes of a feature as the clipboard holds them."""
    return feature.geometry(), dict(enumerate(feature.attributes()))


def paste_features(layer, data):
    """Add copied features in one edit command, with the layer's default values."""
    layer.beginEditCommand("Features pasted")
    made = QgsVectorLayerUtils.createFeatures(
        layer,
        [QgsVectorLayerUtils.QgsFeatureData(geometry, values) for geometry, values in data],
        layer.createExpressionContext(),
    )
    assert layer.addFeatures(made)
    layer.endEditCommand()


@pytest.mark.parametrize(
    "edit", [field_calculator, algorithm_in_place, vertex_tool, multi_edit, table_edit, paste]
)
def test_no_way_of_editing_gets_past(edit, path, begin, qgis_processing):
    set_status(path, fill(path), SUBMITTED)
    session, before = begin(), stored(path)
    edit(session)
    assert session.layer.isModified()
    assert not session.commit(stop=True)
    assert session.refused and all(
        name.startswith("主体") and column in ("contact_phone", "geometry", "scale")
        for name, column in session.refused
    )
    assert stored(session.path) == before and session.layer.isEditable()


# --- what is refused and what is not ----------------------------------------------------


def set_status(path, uuids, *way):
    """Lead records of a store through these states of review."""
    with open_store(path, write=True) as store:
        for status in way:
            store.apply({}, [], [{"uuid": uuid, "status": status} for uuid in uuids])


@pytest.mark.parametrize(
    ("way", "change", "column"),
    [
        ((), {"contact": None}, None),
        ((), {"point": None}, None),
        ((), {"contact": None, "status": SUBMITTED}, "contact"),
        ((), {"contact_phone": "1380000"}, None),
        ((SUBMITTED,), {"contact_phone": "1380000"}, "contact_phone"),
        ((), {"scale": -1}, "scale"),
        ((), {"scale_unit": "头"}, "scale_unit"),
        ((), {"product": "未知"}, "product"),
        ((), {"point": (1, 1)}, "geometry"),
        ((), {"scale": 1e5}, None),  # implausible: a warning
        ((), {"status": APPROVED}, "status"),
        ((), {"uuid": "x"}, "uuid"),
        ((), {"version": 7}, "version"),
        ((SUBMITTED,), {"contact": None}, "contact"),
        ((SUBMITTED,), {"point": None}, "geometry"),
        ((SUBMITTED, APPROVED), {"contact": None}, "contact"),
        ((SUBMITTED, APPROVED), {"remarks": "好"}, None),
        ((SUBMITTED, RETURNED), {"contact": None}, None),
        ((SUBMITTED, RETURNED), {"contact": None, "status": SUBMITTED}, "contact"),
    ],
)
def test_what_may_be_saved(way, change, column, path, begin):
    set_status(path, fill(path), *way)
    session = begin(configured=False)
    session.change(1, **change)
    assert session.commit() is (column is None)
    assert {named for _, named in session.refused} == ({column} if column else set())
    session.layer.rollBack()


def test_an_old_error_stops_no_other_edit_but_the_handing_over(path, begin):
    fill(path, contact_phone="12345", scale=-2)
    session = begin()
    session.change(1, contact="张三")
    assert session.commit()
    session.change(1, scale=-3)
    assert not session.commit() and session.refused == [(TITLE, "scale")]
    session.change(1, scale=-2, status=SUBMITTED)
    assert not session.commit()
    assert {column for _, column in session.refused} == {"contact_phone", "scale"}
    session.layer.rollBack()


def test_a_draft_may_lie_outside_of_the_boundary_and_is_not_handed_over_so(session):
    session.context = Context(county=COUNTY, inside=lambda lon, lat: (lon - 114) * 1000)
    session.change(1, point=(114.5, 26.8))
    assert session.commit()
    session.change(1, status=SUBMITTED)
    assert not session.commit() and session.refused == [(TITLE, "geometry")]


# --- copies -----------------------------------------------------------------------------


@pytest.mark.parametrize("configured", [True, False])
def test_a_pasted_record_becomes_its_own(configured, path, begin):
    set_status(path, fill(path, confirmed_on="2023-05-01"), SUBMITTED, APPROVED)
    session = begin(configured=configured)
    original = next(session.layer.getFeatures())
    paste_features(session.layer, [copied(original), copied(original)])
    assert session.commit(stop=True), session.layer.commitErrors()
    records = stored(path)
    assert len(records) == 5
    copies = [r for r in records.values() if r["import_batch"] is None]
    assert len({r["uuid"] for r in records.values()} | {r["base_id"] for r in copies}) == 7
    for copy in copies:
        assert (copy["status"], copy["version"], copy["confirmed_on"]) == ("draft", 1, None)
        assert (copy["subject_name"], copy["lon"]) == ("主体0", 115.0)
    assert sum(r["status"] == APPROVED for r in records.values()) == 3


def test_undoing_a_paste_takes_it_back(session):
    original = next(session.layer.getFeatures())
    paste_features(session.layer, [copied(original)])
    while session.layer.undoStack().canUndo():
        session.layer.undoStack().undo()
    assert not session.layer.isModified()
    while session.layer.undoStack().canRedo():
        session.layer.undoStack().redo()
    assert session.commit(stop=True) and len(stored(session.path)) == 4


def test_a_record_cut_and_pasted_stays_the_same(session):
    original = next(session.layer.getFeatures())
    uuid = original["uuid"]
    session.layer.deleteFeature(original.id())
    paste_features(session.layer, [copied(original)])
    assert session.commit(stop=True), refusal_text(session.refusals[-1])
    assert (len(stored(session.path)), session.errors) == (3, [])
    assert stored(session.path)[uuid]["subject_name"] == "主体0"


def test_a_number_that_is_there_twice_is_refused_by_name(session):
    feature = QgsVectorLayerUtils.createFeature(session.layer)
    feature["uuid"] = next(session.layer.getFeatures())["uuid"]
    feature["subject_name"] = "双"
    session.layer.addFeature(feature)
    assert not session.commit() and session.refused == [("双", "uuid")]


def test_a_new_record_without_a_number_gets_one(path, begin):
    session = begin(configured=False)
    feature = QgsFeature(session.layer.fields())
    feature["subject_name"] = "新"
    session.layer.addFeature(feature)
    assert session.commit(stop=True)
    assert [r["status"] for r in stored(path).values()] == ["draft"]


# --- other people and the file ----------------------------------------------------------


@pytest.mark.parametrize("action", ["change", "delete"])
def test_a_record_that_somebody_else_changed_is_refused(action, session):
    uuid = next(session.layer.getFeatures())["uuid"]
    session.change(1, contact="我")
    session.guard._tracker.flush()  # as a pause of the event loop does
    with open_store(session.path, write=True) as store:
        if action == "change":
            store.apply({}, [], [{"uuid": uuid, "contact": "别人"}])
        else:
            store._database.execute(f"DELETE FROM collection_point WHERE uuid = '{uuid}'")
    assert not session.commit() and len(session.refusals[-1]) == 1
    assert "Somebody else" in refusal_text(session.refusals[-1])
    if action == "change":
        assert stored(session.path)[uuid]["contact"] == "别人"


def test_deleting_what_somebody_else_changed_is_refused(session):
    uuid = next(session.layer.getFeatures())["uuid"]
    session.layer.deleteFeature(1)
    session.guard._tracker.flush()
    with open_store(session.path, write=True) as store:
        store.apply({}, [], [{"uuid": uuid, "contact": "别人"}])
    assert not session.commit() and uuid in stored(session.path)


@pytest.mark.parametrize("fate", ["deleted", "moved", "replaced", "restored"])
def test_a_store_that_is_gone_takes_no_edits(fate, session, tmp_path):
    session.change(1, contact="我")
    path = Path(session.path)
    if fate == "deleted":
        path.unlink()
    elif fate == "moved":
        path.rename(tmp_path / "别处.gpkg")
    else:
        copy = tmp_path / "copy.gpkg"
        shutil.copy(path, copy)
        if fate == "replaced":
            copy.write_bytes(b"no store")
        copy.replace(path)
    assert not session.commit()
    assert len(session.errors) == 1 and str(path) in str(session.errors[0])
    assert session.layer.isEditable() and session.layer.isModified()


@pytest.mark.parametrize(
    "mode", [Qgis.TransactionMode.AutomaticGroups, Qgis.TransactionMode.BufferedGroups]
)
def test_transactions_of_the_project_are_refused_for_nothing_is_checked_there(
    mode, path, qgis_new_project, qtbot, begin
):
    fill(path)
    project = QgsProject.instance()
    session = begin()
    session.layer.rollBack()
    project.addMapLayer(session.layer)
    assert project.setTransactionMode(mode)
    assert session.layer.startEditing()
    qtbot.waitUntil(lambda: bool(session.errors))
    assert not session.layer.isEditable()
    session.guard.detach()
    project.clear()
    project.setTransactionMode(Qgis.TransactionMode.Disabled)


def test_after_a_save_that_failed_half_way_the_rest_can_follow(session, begin):
    session.change(1, contact="甲")
    session.guard.detach()  # nobody looks: the triggers alone
    feature = QgsVectorLayerUtils.createFeature(session.layer)
    feature["status"] = APPROVED
    session.layer.addFeature(feature)
    again = begin(layer=session.layer)
    again.guard._check = list  # a fault of ours: the store has the last word
    assert not session.commit()
    assert "新记录只能是草稿" in "".join(session.layer.commitErrors())
    del again.guard._check
    fid = next(iter(session.layer.editBuffer().addedFeatures()))
    again.change(1, contact="乙")  # saved a moment ago by ourselves: nobody else's change
    again.change(fid, status="draft")
    assert session.commit(stop=True), refusal_text(again.refusals[-1])
    assert {r["contact"] for r in stored(session.path).values()} >= {"乙", None}
    again.guard.detach()


def test_a_guard_that_is_let_go_stops_nothing(session):
    session.change(1, scale=-1)
    assert not session.commit()
    session.guard.detach()
    assert session.commit()
