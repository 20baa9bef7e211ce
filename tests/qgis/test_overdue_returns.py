"""overduereturns lists who has not corrected in time, with the figures."""

from __future__ import annotations

from datetime import date, timedelta

from origin_trace.tests.qgis.point_store import make_store
from origin_trace.tests.qgis.test_review import point, set_status, sql
from qgis.core import QgsProcessing
from qgis.PyQt.QtCore import QDate

DEADLINES = {
    "u0": "2026-11-20",
    "u1": "2026-11-24",
    "u2": "2026-11-25",
    "u3": None,
    "u4": "2026-01-01",
}


def rows(layer):
    return [f.attributes() for f in layer.getFeatures()]


def test_overdue_returns(tmp_path, run, qgis_new_project):
    people = ("李志", "何福", "李志", "李志", "李志")
    path = make_store(
        tmp_path / "泰和 县.gpkg", [point(n, collector=name) for n, name in enumerate(people)]
    )
    for uuid, deadline in DEADLINES.items():
        set_status(path, uuid, "returned")
        value = f"'{deadline}'" if deadline else "NULL"
        sql(path, f"UPDATE collection_point SET return_deadline = {value} WHERE uuid = '{uuid}'")
    # One was corrected and submitted again.
    sql(path, "UPDATE collection_point SET status = 'submitted' WHERE uuid = 'u4'")
    sinks = dict.fromkeys(("OUTPUT", "COLLECTORS"), QgsProcessing.TEMPORARY_OUTPUT)
    results = run("overduereturns", INPUT=path, DATE="2026-11-25", **sinks)
    assert results["OVERDUE"] == 2
    listed = [(f["collector"], f["uuid"], f["days_over"]) for f in results["OUTPUT"].getFeatures()]
    assert listed == [("何福", "u1", 1), ("李志", "u0", 5)]
    assert rows(results["COLLECTORS"]) == [["何福", 1, 1], ["李志", 1, 5]]
    later = run("overduereturns", INPUT=path, DATE=QDate(2026, 11, 26), **sinks)
    assert later["OVERDUE"] == 3
    assert rows(later["COLLECTORS"]) == [["何福", 1, 2], ["李志", 2, 6]]
    assert run("overduereturns", INPUT=path, DATE="2026-11-01", OUTPUT="memory:")["OVERDUE"] == 0


def test_what_was_corrected_too_late_is_listed_where_it_is_asked_for(
    tmp_path, run, qgis_new_project
):
    today = date.today()
    path = make_store(tmp_path / "泰和 县.gpkg", [point(n, collector="李志") for n in range(4)])
    for uuid, days in (("u0", -3), ("u1", -1), ("u2", 0), ("u3", -9)):
        set_status(path, uuid, "returned")
        last = (today + timedelta(days=days)).isoformat()
        sql(path, f"UPDATE collection_point SET return_deadline = '{last}' WHERE uuid = '{uuid}'")
    # Through whatever program, and approved since, which takes the deadline from the record.
    for uuid in ("u0", "u2", "u3"):
        sql(path, f"UPDATE collection_point SET status = 'submitted' WHERE uuid = '{uuid}'")
    approved = "status = 'approved', return_deadline = NULL"
    sql(path, f"UPDATE collection_point SET {approved} WHERE uuid = 'u0'")
    sinks = dict.fromkeys(("OUTPUT", "COLLECTORS"), QgsProcessing.TEMPORARY_OUTPUT)
    plain = run("overduereturns", INPUT=path, **sinks)
    assert (plain["OVERDUE"], plain["LATE"]) == (1, 0)
    results = run("overduereturns", INPUT=path, CORRECTED=True, **sinks)
    assert (results["OVERDUE"], results["LATE"]) == (1, 2)
    listed = {f["uuid"]: f for f in results["OUTPUT"].getFeatures()}
    day = today.isoformat()
    assert {u: (f["days_over"], f["corrected_on"] or None) for u, f in listed.items()} == {
        "u1": (1, None),
        "u3": (9, day),
        "u0": (3, day),
    }
    assert listed["u0"]["return_deadline"] == (today - timedelta(days=3)).isoformat()
    assert rows(results["COLLECTORS"]) == [["李志", 3, 9]]
    # The monitoring counts the same: the history tells, whatever program corrected it.
    counted = run("monitoring", INPUT=path, OUTPUT=str(tmp_path / "监测.xlsx"))
    assert (counted["RETURNED_LATE"], counted["CORRECTED_LATE"]) == (1, 2)
    before = (today - timedelta(days=1)).isoformat()
    assert run("overduereturns", INPUT=path, CORRECTED=True, DATE=before, **sinks)["LATE"] == 0
