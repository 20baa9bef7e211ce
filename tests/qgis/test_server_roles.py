"""Roles that the database enforces, whatever program a person uses."""

from __future__ import annotations

import pytest
from origin_trace.core.errors import StoreError
from origin_trace.core.reviews import Decision
from origin_trace.layers import refusals
from origin_trace.layers.pg_place import Place
from origin_trace.layers.postgis import create_postgis
from origin_trace.layers.store import open_store
from origin_trace.tests.qgis.server import CONNECTION
from qgis.core import QgsVectorLayer

PEOPLE = {
    "李志": "collector",
    "王海": "collector",
    "周审核": "reviewer",
    "代采公司": "agency",
    "过期公司": "agency",
    "合作社账号": "enterprise",
    "局长": "reader",
    "路人": None,
}


def row(number, township, **more):
    return {"uuid": f"u{number}", "subject_name": f"合作社{number}", "township": township,
            "lon": 115.0, "lat": 26.5, "status": "submitted", **more}  # fmt: skip


def person(name, role, **more):
    return {"id": name, "name": name, "role": role, "active": 1, **more}


RECORDS = [
    row(1, "澄江镇"),
    row(2, "马市镇"),
    row(3, "沙村镇", collector="李志"),
    row(4, "沙村镇", subject_name="甲合作社"),
]


class County:
    """A store on a server with people who have logins; ``sql`` and ``open`` as one of them."""

    def __init__(self, server):
        self.server = server
        with create_postgis(CONNECTION, server.new_schema(), "360826", [], [], ("", "", "")) as s:
            self.place = s._place
            s.apply({"operator": "管理员"}, RECORDS, [])
            s.append("person", [
                person("李志", "collector", township="澄江镇"),
                person("王海", "collector", township="马市镇、澄江镇"),
                person("周审核", "reviewer"),
                person("代采公司", "agency", township="澄江镇", agreement_number="1",
                       agreement_expires="2999-12-31"),
                person("过期公司", "agency", township="澄江镇", agreement_number="2",
                       agreement_expires="2020-12-31"),
                person("合作社账号", "enterprise", organisation="甲合作社"),
            ])  # fmt: skip
        self.own = self.place.county_schema
        for name, role in PEOPLE.items():
            known = server.sql(f"SELECT count(*) FROM pg_roles WHERE rolname = '{name}'")
            if known == "0":
                server.sql(f'CREATE ROLE "{name}" LOGIN')
            if role:
                server.sql(f'GRANT {self.own}_{role} TO "{name}"')

    def sql(self, name, text):
        return self.server.sql(f"SET search_path = {self.own}, public; {text}", user=name)

    def seen(self, name):
        return self.sql(name, "SELECT uuid FROM collection_point ORDER BY 1").split()[1:]

    def open(self, name, write=True):
        connection = self.server.connect(f"as {name}", name)
        return open_store(str(Place(connection, self.place.schema)), write)

    def record(self, uuid):
        with open_store(str(self.place)) as store:
            return next(r for r in store.records() if r["uuid"] == uuid)


@pytest.fixture(scope="module")
def shared(server):
    return County(server)


@pytest.fixture
def county(server):
    return County(server)


def test_each_sees_what_is_theirs(shared):
    assert {name: shared.seen(name) for name in PEOPLE if PEOPLE[name]} == {
        "李志": ["u1", "u3"],
        "王海": ["u1", "u2"],
        "周审核": ["u1", "u2", "u3", "u4"],
        "代采公司": ["u1"],
        "过期公司": [],
        "合作社账号": ["u4"],
        "局长": ["u1", "u2", "u3", "u4"],
    }
    with pytest.raises(RuntimeError, match="permission denied"):
        shared.sql("路人", f"SELECT * FROM {shared.own}.collection_point")
    with pytest.raises(StoreError, match="no store"):
        shared.open("路人", write=False)


def test_history_goes_with_the_record_and_persons_with_the_office(shared):
    count = "SELECT count(*) FROM"
    seen = {name: shared.sql(name, f"{count} record_history")[-1] for name in ("李志", "局长")}
    assert seen == {"李志": "2", "局长": "4"}
    assert shared.sql("合作社账号", f"{count} person")[-1] == "1"
    assert shared.sql("李志", f"{count} person")[-1] == "6"
    with pytest.raises(RuntimeError, match="permission denied"):
        shared.sql("合作社账号", f"{count} contact")


@pytest.mark.parametrize("name", ["李志", "代采公司", "王海"])
@pytest.mark.parametrize("status", ["approved", "returned"])
def test_nobody_but_a_reviewer_approves_even_with_plain_sql(shared, name, status):
    with pytest.raises(RuntimeError, match=refusals.NO_REVIEWER):
        shared.sql(name, f"UPDATE collection_point SET status = '{status}' WHERE uuid = 'u1'")
    for trick in (
        "SET origin_trace.session_undo = 'x'",
        f"SET ROLE {shared.own}_collector" if name != "代采公司" else "SELECT 1",
    ):
        with pytest.raises(RuntimeError, match=refusals.NO_REVIEWER):
            shared.sql(
                name, f"{trick}; UPDATE collection_point SET status = '{status}' WHERE uuid = 'u1'"
            )
    assert shared.record("u1")["status"] == "submitted"


@pytest.mark.parametrize(
    "text",
    [
        "UPDATE record_history SET operator = 'x'",
        "DELETE FROM record_history",
        "TRUNCATE record_history",
        "INSERT INTO record_history (uuid, version, time, operation) VALUES ('u1', 9, 'x', 'y')",
        "UPDATE meta SET value = 'x'",
        "UPDATE person SET township = '沙村镇' WHERE name = '李志'; SELECT 1/0",
        "ALTER TABLE collection_point DISABLE TRIGGER USER",
        "ALTER TABLE collection_point DISABLE ROW LEVEL SECURITY",
        "DROP POLICY collection_point_select ON collection_point",
        "INSERT INTO review (uuid, to_status, time) VALUES ('u1', 'approved', 'x')",
        "INSERT INTO collection_point (uuid, township) VALUES ('new', '沙村镇')",
        "UPDATE collection_point SET township = '沙村镇' WHERE uuid = 'u1'",
    ],
)
def test_what_a_collector_cannot_do(shared, text):
    with pytest.raises(RuntimeError, match=r"permission denied|must be owner|row-level|by zero"):
        shared.sql("李志", text)


def test_a_collector_works_on_own_records_and_signs_with_the_login(county):
    with county.open("李志") as store:
        assert store.count() == 2
        store.apply({"operator": "别人"}, [row(9, "澄江镇")], [{"uuid": "u1", "scale": 2.0}])
        with pytest.raises(StoreError, match="not in the store"):
            store.apply({}, [], [{"uuid": "u2", "scale": 2.0}])
        with pytest.raises(StoreError, match="does not allow this login"):
            store.apply({}, [row(10, "马市镇")], [])
        with pytest.raises(StoreError, match="does not allow this login"):
            store.decide(Decision("approve", "李志"), {"u1": 2})
        with pytest.raises(StoreError, match="does not allow this login"):
            store.append("person", [person("新", "reviewer")])
        assert store.operators() >= {"李志"}
    assert county.record("u1")["updated_by"] == county.record("u9")["updated_by"] == "李志"
    assert county.sql("李志", "SELECT DISTINCT operator FROM import_batch ORDER BY 1")


def test_a_reviewer_decides_and_signs_with_the_login(county):
    with county.open("周审核") as store:
        store.decide(Decision("approve", "别人"), {"u1": 1, "u2": 1})
        assert {r["operator"] for r in store.rows("review")} == {"周审核"}
        store.append("person", [person("新人", "collector")])
    assert county.record("u1")["status"] == "approved"
    # An edit by its collector takes the approval away.
    county.sql("李志", "UPDATE collection_point SET scale = 9 WHERE uuid = 'u1'")
    assert county.record("u1")["status"] == "submitted"


def test_a_reader_writes_no_records_but_is_logged(county):
    with county.open("局长") as store:
        assert store.count() == 4
        with pytest.raises(StoreError, match="does not allow this login"):
            store.apply({}, [row(9, "澄江镇")], [])
        log = {"time": "2026-12-01", "operator": "别人", "what": "lists"}
        store.append("reveal_log", [log])
        assert [r["operator"] for r in store.rows("reveal_log")] == ["局长"]


def test_qgis_shows_and_edits_only_own_records(county):
    with county.open("李志") as store:
        source, provider = store.layer_uri()
    layer = QgsVectorLayer(source, "points", provider)
    assert {f["uuid"] for f in layer.getFeatures()} == {"u1", "u3"}
    assert layer.startEditing()
    (feature,) = layer.getFeatures("uuid = 'u1'")
    layer.changeAttributeValue(feature.id(), layer.fields().lookupField("status"), "approved")
    assert not layer.commitChanges()
    assert refusals.NO_REVIEWER in "\n".join(layer.commitErrors())
    layer.rollBack()


def test_undoing_gives_nobody_the_right_to_approve(county):
    with county.open("周审核") as store:
        store.decide(Decision("approve", "周审核"), {"u1": 1})
    with county.open("李志") as store:
        batch = store.apply({}, [], [{"uuid": "u1", "scale": 5.0}])
        assert county.record("u1")["status"] == "submitted"
    lie = f"SET origin_trace.session_undo = '{batch}'; UPDATE collection_point SET"
    with pytest.raises(RuntimeError, match=refusals.NO_REVIEWER):
        county.sql("李志", f"{lie} status = 'approved', scale = 77 WHERE uuid = 'u1'")
    with county.open("李志") as store:
        assert store.undo(batch, "李志").restored == 1
    found = county.record("u1")
    assert (found["status"], found["scale"]) == ("approved", None)
