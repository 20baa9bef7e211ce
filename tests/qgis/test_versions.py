"""history and restoreversion over real stores."""

from __future__ import annotations

import pytest
from origin_trace.layers.store import open_store
from origin_trace.tests.qgis.point_store import make_store, open_layer
from origin_trace.tests.qgis.test_review import fid_of, point, set_status, sql, stored
from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
)
from qgis.PyQt.QtCore import QDate

TODAY = QDate.currentDate()


@pytest.fixture
def path(tmp_path, qgis_new_project):
    """Three records; u0 was edited twice, u1 deleted."""
    found = make_store(tmp_path / "泰和 县.gpkg", [point(n) for n in range(3)])
    for change in ("scale = 3.5", "contact = '张大山', contact_phone = '13911112222'"):
        sql(found, f"UPDATE collection_point SET {change}, updated_by = '李志' WHERE uuid = 'u0'")
    sql(found, "DELETE FROM collection_point WHERE uuid = 'u1'")
    return found


@pytest.fixture
def history(run):
    """Return counts and the list of changes as (uuid, field, old, new)."""

    def ask(path, **more):
        sink = {"OUTPUT": QgsProcessing.TEMPORARY_OUTPUT}
        results = run("history", INPUT=more.pop("INPUT", path), **sink, **more)
        keys = ("uuid", "field", "old", "new")
        listed = results["OUTPUT"].getFeatures()
        return results, [tuple(f[key] or None for key in keys) for f in listed]

    return ask


@pytest.fixture
def restore(run):
    def bring(path, uuid, version, operator="王审核"):
        return run("restoreversion", STORE=path, UUID=uuid, VERSION=version, OPERATOR=operator)

    return bring


def versions(path, uuid):
    with open_store(path) as store:
        return [row["version"] for row in store.history(uuid)]


def test_old_and_new_stand_side_by_side(path, history):
    results, changes = history(path, FROM_VERSION=1)
    assert changes == [
        ("u0", "contact", "何**", "张**"),
        ("u0", "contact_phone", "180****9618", "139****2222"),
        ("u0", "scale", "11.7", "3.5"),
        ("u1", None, None, None),
    ]
    counts = {key: results[key] for key in ("RECORDS", "ADDED", "DELETED", "CHANGES")}
    assert counts == {"RECORDS": 2, "ADDED": 0, "DELETED": 1, "CHANGES": 4}
    first = next(results["OUTPUT"].getFeatures())
    assert (first["operator"], first["version_from"], first["version_to"]) == ("李志", 1, 3)
    assert first["label"] == "种养殖主体联系人" and first["subject_name"] == "户0"
    assert first.geometry().asPoint().x() == pytest.approx(115.0)


def test_names_and_phones_are_shown_when_asked(path, history):
    _, changes = history(path, FROM_VERSION=1, PERSONAL=True)
    assert changes[:2] == [
        ("u0", "contact", "何英军", "张大山"),
        ("u0", "contact_phone", "18000079618", "13911112222"),
    ]


def test_between_versions_and_days(path, history):
    _, changes = history(path, FROM_VERSION=1, TO_VERSION=2)
    assert changes == [("u0", "scale", "11.7", "3.5"), ("u1", None, None, None)]
    # All of it happened today.
    results, _ = history(path, FROM=TODAY)
    assert (results["ADDED"], results["RECORDS"]) == (2, 2)  # u1 came and went
    assert history(path, TO=TODAY.addDays(-1))[0]["RECORDS"] == 0
    assert history(path, FROM=TODAY.addDays(1))[0]["RECORDS"] == 0
    assert history(path)[0]["ADDED"] == 2


def test_a_selection_tells_of_no_others(path, history):
    layer = open_layer(path)
    layer.selectByExpression("\"uuid\" = 'u0'")
    source = QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True)
    _, changes = history(path, INPUT=source, FROM_VERSION=2)
    assert [change[:2] for change in changes] == [("u0", "contact"), ("u0", "contact_phone")]
    QgsProject.instance().clear()


@pytest.mark.parametrize(
    "given",
    [
        {"FROM": TODAY, "FROM_VERSION": 1},
        {"FROM_VERSION": 3, "TO_VERSION": 2},
        {"FROM": TODAY, "TO": TODAY.addDays(-2)},
    ],
)
def test_ends_that_cannot_be(path, history, given):
    with pytest.raises(QgsProcessingException):
        history(path, **given)


def test_a_version_comes_back_as_a_new_one(path, restore):
    before = stored(path)["u0"]
    results = restore(path, "u0", 2)
    assert (results["NEW_VERSION"], results["STATUS"]) == (4, "draft")
    record = stored(path)["u0"]
    assert (record["scale"], record["contact"], record["updated_by"]) == (3.5, "何英军", "王审核")
    assert versions(path, "u0") == [1, 2, 3, 4]
    restore(path, "u0", 3)
    own = ("version", "updated_at", "updated_by")
    record = stored(path)["u0"]
    assert {k: v for k, v in record.items() if k not in own} == {
        k: v for k, v in before.items() if k not in own
    }
    with open_store(path) as store:
        assert store.check() == []


def test_an_approved_version_comes_back_as_submitted(path, restore):
    set_status(path, "u0", "approved")  # versions 4 and 5
    restored = restore(path, "u0", 2)
    assert restored["STATUS"] == "submitted" == stored(path)["u0"]["status"]
    assert restore(path, "u0", 5)["STATUS"] == "submitted"
    assert stored(path)["u0"]["contact"] == "张大山"


def test_a_deleted_record_comes_back(path, restore, history):
    results = restore(path, "u1", 1)
    assert (results["NEW_VERSION"], results["STATUS"]) == (3, "draft")
    record = stored(path)["u1"]
    assert (record["subject_name"], record["lon"]) == ("户1", 115.001)
    assert history(path, FROM_VERSION=1, TO_VERSION=3)[0]["DELETED"] == 0
    with open_store(path) as store:
        assert store.check() == []


@pytest.mark.parametrize(
    "uuid, version, operator, words",
    [
        ("u0", 9, "王", "1, 2, 3"),
        ("u0", 3, "王", "already"),
        ("u1", 2, "王", "no version 2"),
        ("x", 1, "王", "not in the store"),
        ("u0", 1, "", "who does this"),
    ],
)
def test_what_cannot_come_back(path, restore, uuid, version, operator, words):
    before = stored(path)
    with pytest.raises(QgsProcessingException, match=words):
        restore(path, uuid, version, operator)
    assert stored(path) == before


def test_a_record_in_hand_does_not_come_back_and_an_open_layer_shows_what_did(path, restore):
    layer = open_layer(path)
    assert layer.startEditing()
    layer.changeAttributeValue(fid_of(layer, "u0"), layer.fields().lookupField("scale"), 9.0)
    with pytest.raises(QgsProcessingException, match="not saved"):
        restore(path, "u0", 1)
    assert layer.commitChanges()
    restore(path, "u0", 1)
    assert {f["uuid"]: f["scale"] for f in layer.getFeatures()}["u0"] == 11.7
    restore(path, "u1", 1)
    assert {f["uuid"] for f in layer.getFeatures()} == {"u0", "u1", "u2"}
    QgsProject.instance().clear()
