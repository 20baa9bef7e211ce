"""States and differences told from the rows of a history."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from origin_trace.core.errors import StoreError
from origin_trace.core.versions import (
    ADDED,
    CHANGED,
    DELETED,
    GEOMETRY,
    difference,
    last_time,
    restored,
    span,
    state_at,
    states,
    with_movers,
)
from origin_trace.tests.unit.records import crop

BASE = crop(uuid="u", version=1)


def history(*edits):
    """Return rows and the record as it stands after edits: dicts of changes, None deletes."""
    rows = [{"version": 1, "time": "2026-01-01T00:00:00.000Z", "operator": "甲", "before": None}]
    rows[0]["operation"] = "insert"
    record = dict(BASE)
    for version, edit in enumerate(edits, start=2):
        operation = "delete" if edit is None else "update" if record else "insert"
        rows.append(
            {
                "version": version,
                "time": f"2026-01-{version:02}T00:00:00.000Z",
                "operator": f"人{version}",
                "operation": operation,
                "before": record,
            }
        )
        record = None if edit is None else {**(record or BASE), **edit, "version": version}
    return rows, record


ROWS, NOW = history({"scale": 1.0}, {"lon": 1.0, "lat": 2.0}, {"scale": 2.0, "contact": "乙"})


def test_each_version_can_be_told():
    assert [s["scale"] for s in states(ROWS, NOW)] == [11.7, 1.0, 1.0, 2.0]
    assert state_at(ROWS, NOW, 4) == NOW
    assert state_at(ROWS, NOW, 1) == BASE
    with pytest.raises(StoreError, match="1, 2, 3, 4"):
        state_at(ROWS, NOW, 5)


def test_a_deletion_is_no_state():
    rows, now = history({"scale": 1.0}, None, {"scale": 5.0})
    assert [s and s["scale"] for s in states(rows, now)] == [11.7, 1.0, None, 5.0]
    with pytest.raises(StoreError):
        state_at(rows, now, 3)


def test_fields_stand_side_by_side_with_their_last_change():
    found = difference(ROWS, NOW, 1, 4)
    assert found.kind == CHANGED
    assert [(f.column, f.old, f.new, f.operator) for f in found.fields] == [
        ("contact", "何英军", "乙", "人4"),
        ("scale", 11.7, 2.0, "人4"),
        (GEOMETRY, (115.013018, 26.859674), (1.0, 2.0), "人3"),
    ]
    assert (found.first["version"], found.last["version"]) == (2, 4)


def test_what_was_taken_back_is_no_difference():
    rows, now = history({"scale": 1.0}, {"scale": 11.7})
    assert difference(rows, now, 1, 3) is None
    assert difference(rows, now, 1, 1) is None
    rows, now = history(None, {})
    assert difference(rows, now, 1, 3) is None


def test_added_and_deleted():
    rows, now = history({"scale": 1.0}, None)
    assert difference(rows, now, 0, 2).kind == ADDED
    assert difference(rows, now, 1, 3).kind == DELETED
    assert difference(rows, now, 0, 3) is None  # came and went


@pytest.mark.parametrize(
    "start, end, found",
    [
        (None, None, (0, 4)),
        (1, None, (1, 4)),
        (0, 2, (0, 2)),
        ("2026-01-02T00:00:00.000Z", None, (1, 4)),
        ("2026-01-02T00:00:00.001Z", "2026-01-04T00:00:00.000Z", (2, 3)),
        (9, None, (4, 4)),
    ],
)
def test_the_rows_between_two_ends(start, end, found):
    assert span(ROWS, start, end) == found


def test_since_the_last_approval():
    rows, now = history({"status": "approved"}, {"scale": 3.0, "status": "submitted"})
    approved = last_time(rows, now, "approved")
    fields = difference(rows, now, approved, len(rows)).fields
    assert [field.column for field in fields] == ["status", "scale"]
    assert last_time(ROWS, NOW, "approved") == 0
    rows, now = history({"status": "approved"})
    assert difference(rows, now, last_time(rows, now, "approved"), len(rows)) is None


@pytest.mark.parametrize("status", ["draft", "submitted", "returned"])
def test_restoring_leaves_a_record_where_it_stands(status):
    current = {**NOW, "status": status, "return_reason": "缺村名", "version": 4}
    assert restored({**BASE, "status": "approved"}, current) == {
        "contact": "何英军",
        "scale": 11.7,
        "lon": BASE["lon"],
        "lat": BASE["lat"],
    }
    assert restored(current, current) == {}


def test_restoring_takes_an_approval_away():
    current = {**NOW, "status": "approved"}
    assert restored({**current, "confirmed_how": "电话"}, current)["status"] == "submitted"


@pytest.mark.parametrize(
    "old, new",
    [
        ("draft", "draft"),
        ("returned", "draft"),
        ("submitted", "submitted"),
        ("approved", "submitted"),
    ],
)
def test_a_deleted_record_comes_back_as_one_that_may_come_in(old, new):
    values = restored({**BASE, "status": old}, None)
    assert (values["uuid"], values["status"], values["scale"]) == ("u", new, 11.7)
    assert "version" not in values


EDIT = st.none() | st.dictionaries(
    st.sampled_from(["scale", "contact", "status", "remarks"]), st.sampled_from([None, "1", "2"])
)


@given(st.lists(EDIT, max_size=12))
def test_any_two_versions_differ_by_what_stands_side_by_side(edits):
    edits = [e for n, e in enumerate(edits) if e is not None or (n and edits[n - 1] is not None)]
    rows, now = history(*edits)
    after = states(rows, now)
    for first in range(1, len(rows) + 1):
        for last in range(first, len(rows) + 1):
            old, new = after[first - 1], after[last - 1]
            found = difference(rows, now, first, last)
            if old is None or new is None:
                assert (found is None) == (old is new)
                continue
            fields = found.fields if found else ()
            rebuilt = {**old, **{f.column: f.new for f in fields}, "version": new["version"]}
            assert rebuilt == new
            assert all(old[f.column] == f.old for f in fields)


def moved(seconds, after, operator="乙"):
    """Return a point moved, as QGIS saves it: the place names the editor before."""
    point = {"before": BASE, "after": {"lon": 1.0, "lat": 2.0, "version": 2}, "operator": "甲"}
    values = {"before": {**BASE, "lon": 1.0, "lat": 2.0}, "after": after, "operator": operator}
    times = ("2026-01-02T00:00:00.900Z", f"2026-01-02T00:00:0{seconds}.100Z")
    rows = [
        {**row, "time": time, "operation": "update"} for row, time in zip((point, values), times)
    ]
    return [{**row, "batch": None, "version": n} for n, row in enumerate(rows, start=2)]


@pytest.mark.parametrize(
    ("seconds", "first", "mover"),
    [(1, {}, "乙"), (3, {}, "甲"), (1, {"scale": 5.0}, "甲"), (1, {"status": "submitted"}, "乙")],
)
def test_who_moved_a_point_is_told_by_what_was_saved_with_it(seconds, first, mover):
    rows = moved(seconds, {"updated_by": "乙", "coordinate_source": "cgcs2000"})
    rows[0]["after"].update(first)
    assert [row["operator"] for row in with_movers(rows)] == [mover, "乙"]
    assert rows[0]["operator"] == "甲", "the rows given stay as they are"
