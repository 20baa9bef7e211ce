"""Opening older and newer stores."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from origin_trace.core.errors import StoreError
from origin_trace.layers import upgrade
from origin_trace.layers.gpkg_db import DatabaseError
from origin_trace.layers.store import create_store, open_store
from osgeo import ogr

DATA = Path(__file__).resolve().parents[1] / "data"
NOW = upgrade.SCHEMA_VERSION


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "老 库#1.gpkg"
    with create_store(path, "360826", [("36", "江西省")], []) as store:
        store.apply({}, [{"uuid": "u", "subject_name": "某社", "lon": 114.5, "lat": 26.5}], [])
    return path


def add_column(database):
    database.layer("person").CreateField(ogr.FieldDefn("nickname", ogr.OFTString))
    database.execute("UPDATE collection_point SET remarks = 'upgraded'")


def add_table(database):
    database.execute("CREATE TABLE extra (fid INTEGER PRIMARY KEY, word TEXT)")
    database.execute("DROP TRIGGER collection_point_check_status")  # comes back by itself
    database.execute("DROP INDEX idx_collection_point_product")


@pytest.fixture
def two_steps(monkeypatch):
    monkeypatch.setattr(upgrade, "SCHEMA_VERSION", NOW + 2)
    monkeypatch.setattr(upgrade, "STEPS", {NOW: add_column, NOW + 1: add_table})


def files(path):
    return sorted(p.name for p in path.parent.iterdir() if p != path)


@pytest.mark.parametrize("write", [False, True])
def test_an_older_store_is_upgraded_after_a_backup(path, two_steps, write, monkeypatch):
    with open_store(path, write) as store:
        assert store.meta()["schema_version"] == str(NOW + 2)
        (found,) = store.records()
        assert (found["remarks"], found["lon"], found["version"]) == ("upgraded", 114.5, 2)
        assert store._database.value("SELECT count(*) FROM extra") == 0
        assert store.check() == []
        assert store.writable is write
    (backup,) = files(path)
    assert backup.startswith("老 库#1_")
    assert backup.endswith(f"_v{NOW}.gpkg")
    open_store(path, write).close()  # no second backup
    assert files(path) == [backup]
    monkeypatch.undo()
    with open_store(path.with_name(backup)) as old:
        (found,) = old.records()
        assert (found["remarks"], old.meta()["schema_version"]) == (None, str(NOW))


def test_a_failed_step_leaves_the_store_as_it_was(path, two_steps, monkeypatch):
    def broken(database):
        add_table(database)
        raise DatabaseError("broken step")

    with monkeypatch.context() as patch:
        patch.setitem(upgrade.STEPS, NOW + 1, broken)
        with pytest.raises(StoreError, match="reported an error") as caught:
            open_store(path, write=True)
        assert caught.value.detail == "broken step"
    monkeypatch.undo()
    with open_store(path, write=True) as store:
        (found,) = store.records()
        assert (found["remarks"], found["version"]) == (None, 1)
        assert store.check() == []


def test_a_gap_in_the_steps_is_told(path, two_steps, monkeypatch):
    monkeypatch.delitem(upgrade.STEPS, NOW + 1)
    with pytest.raises(StoreError, match="cannot be upgraded"):
        open_store(path)
    monkeypatch.undo()
    with open_store(path) as store:
        assert store.meta()["schema_version"] == str(NOW)


@pytest.mark.parametrize("write", [False, True])
def test_a_newer_store_is_left_alone(path, write, monkeypatch):
    monkeypatch.setattr(upgrade, "SCHEMA_VERSION", 0)
    before = path.read_bytes()
    with pytest.raises(
        StoreError, match=rf"newer version .*schema {NOW}, known 0.* Update the plugin"
    ):
        open_store(path, write)
    assert path.read_bytes() == before
    assert files(path) == []


@pytest.fixture
def first(tmp_path):
    """A store that version 0.1 wrote: two records, one of them edited."""
    path = tmp_path / "一 期.gpkg"
    path.write_bytes(gzip.decompress((DATA / "store_v1.gpkg.gz").read_bytes()))
    return path


@pytest.mark.parametrize("write", [False, True])
def test_a_store_of_the_first_version_keeps_all_and_takes_acceptances(first, write):
    with open_store(first, write) as store:
        assert store.meta()["schema_version"] == str(NOW)
        assert {r["uuid"]: r["scale"] for r in store.records()} == {"u1": 12.5, "u2": None}
        assert [v["operation"] for v in store.history("u1")] == ["insert", "update"]
        assert len(store.batches()) == 2 and store.rows("accepted_warning") == []
        assert store.check() == []
    (backup,) = files(first)
    assert backup.endswith("_v1.gpkg")
    row = {"uuid": "u1", "rule": "D3-plausible", "reason": "属实", "time": "2024-01-01"}
    with open_store(first, write=True) as store:
        assert store.append("accepted_warning", [row]) == 1
        for sql in ("UPDATE accepted_warning SET reason = 'x'", "DELETE FROM accepted_warning"):
            with pytest.raises(DatabaseError, match="withdraw it"):
                store._database.execute(sql)
        with pytest.raises(StoreError, match="withdraw it"):
            store.replace("accepted_warning", [])
        assert store.rows("accepted_warning")[0]["reason"] == "属实"
        assert store.check() == []


def test_an_upgrade_that_fails_on_the_way_leaves_the_first_version(first, monkeypatch):
    before = first.read_bytes()

    def broken(database):
        upgrade._add_accepted_warnings(database)
        raise DatabaseError("broken step")

    with monkeypatch.context() as patch:
        patch.setitem(upgrade.STEPS, 1, broken)
        with pytest.raises(StoreError, match="reported an error"):
            open_store(first)
    assert first.read_bytes() == before
    with open_store(first) as store:
        assert store.rows("accepted_warning") == []


@pytest.fixture(params=[1, 2])
def earlier(request, tmp_path):
    """A store of an earlier version, of which the second has persons and an acceptance."""
    path = tmp_path / "早 期.gpkg"
    name = f"store_v{request.param}.gpkg.gz"
    path.write_bytes(gzip.decompress((DATA / name).read_bytes()))
    return path, request.param


@pytest.mark.parametrize("write", [False, True])
def test_an_earlier_store_gets_the_log_of_reveals_and_the_end_of_agreements(earlier, write):
    path, version = earlier
    with open_store(path, write) as store:
        assert store.meta()["schema_version"] == str(NOW)
        assert {r["uuid"]: r["scale"] for r in store.records()} == {"u1": 12.5, "u2": None}
        assert len(store.rows("accepted_warning")) == version - 1
        people = {row["name"]: row for row in store.rows("person")}
        assert set(people) == ({"王审核", "赵甲"} if version == 2 else set())
        assert {row["agreement_expires"] for row in people.values()} <= {None}
        assert store.rows("reveal_log") == [] and store.check() == []
    (backup,) = files(path)
    assert backup.endswith(f"_v{version}.gpkg")
    with open_store(path, write=True) as store:
        for row in store.rows("person"):
            store.put("person", {**row, "agreement_expires": "2026-12-31"}, row)
        log = {"time": "2026-11-30", "operator": "李", "what": "lists", "records": 2}
        assert store.append("reveal_log", [log]) == 1
        for sql in (
            "UPDATE reveal_log SET operator = 'x'",
            "DELETE FROM reveal_log",
            "INSERT OR REPLACE INTO reveal_log (fid, time, operator, what) VALUES (1, '', '', '')",
        ):
            with pytest.raises(DatabaseError, match="完整号码"):
                store._database.execute(sql)
        with pytest.raises(StoreError, match="shown in full cannot be changed"):
            store.replace("reveal_log", [])
    with open_store(path) as store:
        assert store.rows("reveal_log") == [{**log, "uuid": None, "reason": None}]
        assert {row["agreement_expires"] for row in store.rows("person")} <= {"2026-12-31"}
        assert store.check() == []


def test_an_earlier_store_takes_draws_that_stay(earlier):
    path, _version = earlier
    item = {"draw_id": "d", "uuid": "u1", "team": 1, "route": 2}
    draw = {"id": "d", "seed": "42", "time": "2026-11-30", "frame": "a\tb\n"}
    with open_store(path, write=True) as store:
        store.append_all({"sample_item": [item], "sample_draw": [draw]})
    with open_store(path, write=True) as store:
        for table, row in (("sample_item", item), ("sample_draw", draw)):
            (kept,) = store.rows(table)
            assert {key: kept[key] for key in row} == row
            with pytest.raises(StoreError, match="draw cannot be changed"):
                store.append(table, [{**row, "uuid": "u2"} if table == "sample_item" else row])
            with pytest.raises(StoreError, match="draw cannot be changed"):
                store.replace(table, [])
        # One transaction: what the second table refuses, the first does not keep.
        with pytest.raises(StoreError):
            store.append_all({"sample_item": [{**item, "draw_id": "e"}], "sample_draw": [draw]})
        assert len(store.rows("sample_item")) == 1 and store.check() == []


def test_an_upgrade_to_the_third_version_that_fails_leaves_the_second(earlier, monkeypatch):
    path, _version = earlier
    before = path.read_bytes()

    def broken(database):
        upgrade._add_reveals_and_draws(database)
        raise DatabaseError("broken step")

    with monkeypatch.context() as patch:
        patch.setitem(upgrade.STEPS, 2, broken)
        with pytest.raises(StoreError, match="reported an error"):
            open_store(path)
    assert path.read_bytes() == before
    with open_store(path) as store:
        assert store.rows("reveal_log") == []
