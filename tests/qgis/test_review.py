"""review over real stores: what may go, what may not, nothing half done."""

from __future__ import annotations

import pytest
from origin_trace.core.reviews import BECOMES, DECISIONS, TAKES
from origin_trace.core.schema import STATUSES, TRANSITIONS
from origin_trace.layers import sql_review
from origin_trace.layers.gpkg_db import Database, DatabaseError, quote
from origin_trace.layers.refusals import BAD_TRANSITION
from origin_trace.layers.store import open_store
from origin_trace.settings import OPERATOR
from origin_trace.tests.qgis.point_store import make_store, open_layer
from origin_trace.tests.unit.records import animal, crop
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsProcessing,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate

VISITED = {"confirmed_on": "2026-11-20", "confirmed_how": "基地实地走访"}
LATER = QDate.currentDate().addDays(5)
RETURN = {"DECISION": "return", "REASON": "缺村名", "DEADLINE": LATER}


def point(number, **changes):
    """Return a faultless record that was visited, on its own place."""
    lon = 115.0 + number / 1000
    values = {
        "uuid": f"u{number}",
        "lon": lon,
        "coordinate_original": f"{lon:.6f},26.859674",
        "subject_name": f"户{number}",
    }
    return crop(**{**VISITED, **values, **changes})


def set_status(path, uuid, status):
    """Bring a draft to a status by the allowed steps, in plain SQL."""
    steps = {
        "draft": (),
        "submitted": ("submitted",),
        "approved": ("submitted", "approved"),
        "returned": ("submitted", "returned"),
    }
    for step in steps[status]:
        sql(path, f"UPDATE collection_point SET status = '{step}' WHERE uuid = {quote(uuid)}")


def sql(path, statement):
    database = Database(str(path), write=True)
    try:
        database.execute(statement)
    finally:
        database.close()


@pytest.fixture
def path(tmp_path, qgis_new_project):
    """A store with a record of each status, u0 to u3 in the order of STATUSES."""
    found = make_store(tmp_path / "泰和 县.gpkg", [point(n) for n in range(4)])
    for number, status in enumerate(STATUSES):
        set_status(found, f"u{number}", status)
    return found


@pytest.fixture
def review(run):
    """Run the review of a store's records, all or some of them."""

    def decide(path, decision="submit", uuids=None, **more):
        source = f"{path}|layername=collection_point"
        if uuids is not None:
            listed = ", ".join(quote(uuid) for uuid in uuids)
            source = QgsProcessingFeatureSourceDefinition(
                source, filterExpression=f'"uuid" IN ({listed})'
            )
        given = {"INPUT": source, "DECISION": decision, "OPERATOR": "王审核", **more}
        return run("review", **given)

    return decide


def stored(path):
    with open_store(path) as store:
        return {record["uuid"]: record for record in store.records()}


def events(path):
    with open_store(path) as store:
        return store.rows("review")


def reasons(results):
    layer = results["REFUSALS"]
    return {f["uuid"]: f["reason"] for f in layer.getFeatures()}


@pytest.mark.parametrize("decision", DECISIONS)
def test_each_step_is_taken_or_refused(path, review, decision):
    before = stored(path)
    more = {**RETURN, "REFUSALS": QgsProcessing.TEMPORARY_OUTPUT}
    results = review(path, **{**more, "DECISION": decision})
    after = stored(path)
    goes = {f"u{n}" for n, status in enumerate(STATUSES) if status in TAKES[decision]}
    assert (results["CHANGED"], results["REFUSED"]) == (len(goes), 4 - len(goes))
    assert set(reasons(results)) == before.keys() - goes
    for uuid, record in after.items():
        if uuid in goes:
            assert record["status"] == BECOMES[decision]
            assert record["version"] == before[uuid]["version"] + 1
            assert record["updated_by"] == "王审核"
        else:
            assert record == before[uuid]
    assert {(e["uuid"], e["from_status"], e["to_status"], e["version"]) for e in events(path)} == {
        (uuid, before[uuid]["status"], after[uuid]["status"], after[uuid]["version"])
        for uuid in goes
    }
    with open_store(path) as store:
        assert store.check() == []


@pytest.mark.parametrize("old", STATUSES)
@pytest.mark.parametrize("new", STATUSES)
def test_the_database_itself_refuses_each_forbidden_step(path, old, new):
    uuid = f"u{STATUSES.index(old)}"
    statement = f"UPDATE collection_point SET status = '{new}' WHERE uuid = '{uuid}'"
    if new == old or (old, new) in TRANSITIONS:
        sql(path, statement)
        assert stored(path)[uuid]["status"] == new
    else:
        with pytest.raises(DatabaseError, match=BAD_TRANSITION):
            sql(path, statement)
        assert stored(path)[uuid]["status"] == old


@pytest.mark.parametrize("value", ["NULL", "''", "'Approved'", "'通过'"])
def test_the_database_takes_no_other_word_for_a_status(path, value):
    with pytest.raises(DatabaseError):
        sql(path, f"UPDATE collection_point SET status = {value} WHERE uuid = 'u1'")


def test_the_way_of_a_record(path, review):
    assert review(path, uuids=["u0"])["CHANGED"] == 1
    assert review(path, uuids=["u0"], **RETURN)["CHANGED"] == 1
    record = stored(path)["u0"]
    deadline = LATER.toString("yyyy-MM-dd")
    assert (record["return_reason"], record["return_deadline"]) == ("缺村名", deadline)
    # It comes again with what was asked, and is free of it once it is approved.
    assert review(path, uuids=["u0"], OPERATOR="李志")["CHANGED"] == 1
    assert stored(path)["u0"]["return_reason"] == "缺村名"
    assert review(path, "approve", uuids=["u0"], REASON="已改")["CHANGED"] == 1
    record = stored(path)["u0"]
    assert (record["return_reason"], record["return_deadline"]) == (None, None)
    # An edit takes the approval away.
    sql(path, "UPDATE collection_point SET scale = 3 WHERE uuid = 'u0'")
    assert stored(path)["u0"]["status"] == "submitted"
    told = [(e["to_status"], e["reason"], e["deadline"], e["operator"]) for e in events(path)]
    assert told == [
        ("submitted", None, None, "王审核"),
        ("returned", "缺村名", deadline, "王审核"),
        ("submitted", None, None, "李志"),
        ("approved", "已改", None, "王审核"),
    ]
    with open_store(path) as store:
        operators = [row["operator"] for row in store.history("u0")]
        assert operators[:5] == ["王采集", "王审核", "王审核", "李志", "王审核"]


@pytest.mark.parametrize("reason", ["O'Brien; DROP TABLE review; --", "缺村名\n电话少一位 😀"])
def test_any_reason_is_kept_as_it_is(path, review, reason):
    assert review(path, **{**RETURN, "REASON": reason})["CHANGED"] == 1
    assert stored(path)["u1"]["return_reason"] == events(path)[0]["reason"] == reason


def test_what_may_not_be_approved(tmp_path, review, qgis_new_project):
    records = [
        point(0),
        point(1, contact_phone="12345"),
        point(2, confirmed_how=None),
        point(3, collector="王审核"),
        point(4, village=None),
        point(5),
        point(5, uuid="u6"),
        animal(uuid="u7", lon=115.5, **VISITED),
    ]
    path = make_store(tmp_path / "库.gpkg", records)
    sql(path, "UPDATE collection_point SET status = 'submitted'")
    results = review(path, "approve", REFUSALS=QgsProcessing.TEMPORARY_OUTPUT)
    assert set(reasons(results)) == {"u1", "u2", "u3", "u4", "u6"}
    assert "实地核对方式" in reasons(results)["u2"]
    assert "王审核" in reasons(results)["u3"]
    statuses = {uuid: record["status"] for uuid, record in stored(path).items()}
    assert {u for u, status in statuses.items() if status == "approved"} == {"u0", "u5", "u7"}


def test_a_duplicate_is_seen_though_only_one_of_both_is_chosen(tmp_path, review):
    path = make_store(tmp_path / "库.gpkg", [point(5), point(5, uuid="u6")])
    sql(path, "UPDATE collection_point SET status = 'submitted'")
    assert review(path, "approve", uuids=["u6"])["REFUSED"] == 1


def test_a_record_drawn_on_the_map_needs_no_visit(path, review):
    sql(
        path,
        "UPDATE collection_point SET import_batch = NULL, confirmed_on = NULL WHERE uuid = 'u1'",
    )
    assert review(path, "approve", uuids=["u1"])["CHANGED"] == 1


def test_a_point_outside_of_the_boundary_is_not_approved(path, review):
    square = QgsVectorLayer("Polygon?crs=EPSG:4490", "界", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromWkt("POLYGON((116 26,117 26,117 27,116 27,116 26))"))
    square.dataProvider().addFeatures([feature])
    assert review(path, "approve", uuids=["u1"], BOUNDARY=square)["REFUSED"] == 1
    assert review(path, "approve", uuids=["u1"])["CHANGED"] == 1


@pytest.mark.parametrize(
    "given",
    [
        {"REASON": ""},
        {"REASON": "  "},
        {"DEADLINE": None},
        {"DEADLINE": QDate.currentDate().addDays(-1)},
        {"DEADLINE": "月底"},
        {"OPERATOR": ""},
        {"DECISION": "delete"},
    ],
)
def test_a_return_that_lacks_something_changes_nothing(path, review, given):
    before = stored(path)
    with pytest.raises(QgsProcessingException):
        review(path, **{**RETURN, **given})
    assert stored(path) == before and events(path) == []


def test_the_operator_of_the_settings_decides(path, review):
    OPERATOR.set("李志")  # the collector
    try:
        assert review(path, "approve", uuids=["u1"], OPERATOR=None)["REFUSED"] == 1
    finally:
        OPERATOR.set("")


def test_only_the_selected_records(path, review):
    layer = open_layer(path)
    layer.selectByExpression("\"uuid\" = 'u1'")
    source = QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True)
    results = review(path, INPUT=source, **RETURN)
    assert (results["CHANGED"], results["REFUSED"]) == (1, 0)


# --- with a window that has the store open ------------------------------------------


def fid_of(layer, uuid):
    request = QgsFeatureRequest().setFilterExpression(f"\"uuid\" = '{uuid}'")
    return next(layer.getFeatures(request)).id()


def test_records_with_unsaved_edits_are_left_and_open_layers_show_the_rest(path, review):
    set_status(path, "u0", "submitted")
    layer = open_layer(path)
    assert layer.startEditing()
    layer.changeAttributeValue(fid_of(layer, "u1"), layer.fields().lookupField("scale"), 9.0)
    new = QgsFeature(layer.fields())
    new["uuid"] = "u9"
    new.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(115, 26)))
    assert layer.addFeature(new)
    results = review(path, "approve", INPUT=layer.id(), REFUSALS=QgsProcessing.TEMPORARY_OUTPUT)
    assert (results["CHANGED"], results["REFUSED"]) == (1, 4)
    assert "not saved" in reasons(results)["u1"]
    # The layer shows the approval and keeps what was typed; saving it is no conflict.
    statuses = {feature["uuid"]: feature["status"] for feature in layer.getFeatures()}
    assert statuses["u0"] == "approved" and statuses["u1"] == "submitted"
    assert layer.commitChanges(), layer.commitErrors()
    assert stored(path)["u1"]["scale"] == 9.0
    assert review(path, "approve", uuids=["u1"])["CHANGED"] == 1


def test_a_record_whose_deletion_is_not_saved_is_left(path, review):
    layer = open_layer(path)
    assert layer.startEditing()
    layer.deleteFeature(fid_of(layer, "u1"))
    results = review(path, "approve", INPUT=layer.id())
    assert (results["CHANGED"], results["REFUSED"]) == (0, 3)
    assert layer.rollBack() and stored(path)["u1"]["status"] == "submitted"


def test_a_copy_of_records_needs_to_know_its_store(path, review, run):
    copy = run("querypoints", INPUT=path, OUTPUT=QgsProcessing.TEMPORARY_OUTPUT)["OUTPUT"]
    with pytest.raises(QgsProcessingException, match="copy"):
        review(path, INPUT=copy)
    assert events(path) == []
    # What is seen there must be what is in the store.
    sql(path, "UPDATE collection_point SET contact = '张三' WHERE uuid = 'u0'")
    sink = QgsProcessing.TEMPORARY_OUTPUT
    results = review(path, INPUT=copy, STORE=path, REFUSALS=sink)
    assert results["CHANGED"] == 1 and "changed since" in reasons(results)["u0"]


def test_a_change_after_the_judgement_refuses_all(path, review, monkeypatch):
    write = sql_review.write_decision

    def late(database, decision, versions, progress):
        sql(path, "UPDATE collection_point SET contact = '张三' WHERE uuid = 'u3'")
        write(database, decision, versions, progress)

    monkeypatch.setattr("origin_trace.layers.sql_store.write_decision", late)
    with pytest.raises(QgsProcessingException, match="户3 豇豆"):
        review(path)
    assert stored(path)["u0"]["status"] == "draft" and events(path) == []


def test_nothing_is_half_done_when_the_store_refuses_one(tmp_path, review):
    path = make_store(tmp_path / "库.gpkg", [point(n) for n in range(1200)])
    sql(
        path,
        "CREATE TRIGGER stop BEFORE UPDATE ON collection_point WHEN OLD.uuid = 'u1100' "
        "BEGIN SELECT RAISE(ABORT, 'disk is full'); END",
    )
    with pytest.raises(QgsProcessingException):
        review(path)
    assert {record["status"] for record in stored(path).values()} == {"draft"}
    assert events(path) == []
    sql(path, "DROP TRIGGER stop")
    assert review(path)["CHANGED"] == len(events(path)) == 1200


def test_a_cancelled_run_leaves_the_store_as_it_was(tmp_path, qgis_new_project):
    from origin_trace.core.reviews import Decision
    from origin_trace.layers.store import CancelledError

    path = make_store(tmp_path / "库.gpkg", [point(n) for n in range(1200)])
    with open_store(path, write=True) as store:
        calls = iter([True, True, False])
        with pytest.raises(CancelledError):
            store.decide(
                Decision("submit", "王"), {f"u{n}": 1 for n in range(1200)}, lambda _: next(calls)
            )
        assert {r["status"] for r in store.records()} == {"draft"} and not store.rows("review")


def test_a_locked_store_is_told_and_left(path, review):
    other = Database(path, write=True)
    with other.transaction():
        other.execute("UPDATE collection_point SET contact = '张三' WHERE uuid = 'u2'")
        with pytest.raises(QgsProcessingException, match="in use"):
            review(path)
    other.close()
    assert review(path)["CHANGED"] == 2
    QgsProject.instance().clear()


def test_in_the_background_as_windows_do(path, provider, qtbot):
    layer = open_layer(path)
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    feedback = QgsProcessingFeedback()
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("origintrace:review")
    given = {"INPUT": layer.id(), "DECISION": 1, "OPERATOR": "王审核"}
    task = QgsProcessingAlgRunnerTask(algorithm, given, context, feedback)
    shown = []
    layer.dataChanged.connect(lambda: shown.append(True))
    with qtbot.waitSignal(task.executed, timeout=60_000) as done:
        QgsApplication.taskManager().addTask(task)
    successful, results = done.args
    assert successful and (results["CHANGED"], results["REFUSED"]) == (1, 3)
    assert shown
    QgsProject.instance().clear()


@pytest.mark.parametrize(
    ("column", "empty"),
    [("contact", ""), ("village", ""), ("trace_modes", "{}"), ("confirmed_how", "")],
)
def test_an_empty_text_of_another_program_is_no_value(path, review, column, empty):
    # Plain QGIS and QField may write "" where we write NULL.
    sql(path, "UPDATE collection_point SET import_batch = 'b1'")
    sql(path, f"UPDATE collection_point SET {column} = '{empty}' WHERE uuid = 'u1'")
    results = review(path, "approve", ["u1"], REFUSALS="memory:")
    assert (results["CHANGED"], results["REFUSED"]) == (0, 1)
    assert stored(path)["u1"][column] is None
    assert stored(path)["u1"]["status"] == "submitted"
