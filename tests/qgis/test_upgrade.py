"""Opening older and newer stores."""

from __future__ import annotations

import pytest
from origin_trace.core.errors import StoreError
from origin_trace.layers import upgrade
from origin_trace.layers.gpkg_db import DatabaseError
from origin_trace.layers.store import create_store, open_store
from osgeo import ogr


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
def version_3(monkeypatch):
    monkeypatch.setattr(upgrade, "SCHEMA_VERSION", 3)
    monkeypatch.setattr(upgrade, "STEPS", {1: add_column, 2: add_table})


def files(path):
    return sorted(p.name for p in path.parent.iterdir() if p != path)


@pytest.mark.parametrize("write", [False, True])
def test_an_older_store_is_upgraded_after_a_backup(path, version_3, write, monkeypatch):
    with open_store(path, write) as store:
        assert store.meta()["schema_version"] == "3"
        (found,) = store.records()
        assert (found["remarks"], found["lon"], found["version"]) == ("upgraded", 114.5, 2)
        assert store._database.value("SELECT count(*) FROM extra") == 0
        assert store.check() == []
        assert store.writable is write
    (backup,) = files(path)
    assert backup.startswith("老 库#1_")
    assert backup.endswith("_v1.gpkg")
    open_store(path, write).close()  # no second backup
    assert files(path) == [backup]
    monkeypatch.undo()
    with open_store(path.with_name(backup)) as old:
        (found,) = old.records()
        assert (found["remarks"], old.meta()["schema_version"]) == (None, "1")


def test_a_failed_step_leaves_the_store_as_it_was(path, version_3, monkeypatch):
    def broken(database):
        add_table(database)
        raise DatabaseError("broken step")

    with monkeypatch.context() as patch:
        patch.setitem(upgrade.STEPS, 2, broken)
        with pytest.raises(StoreError, match="reported an error") as caught:
            open_store(path, write=True)
        assert caught.value.detail == "broken step"
    monkeypatch.undo()
    with open_store(path, write=True) as store:
        (found,) = store.records()
        assert (found["remarks"], found["version"]) == (None, 1)
        assert store.check() == []


def test_a_gap_in_the_steps_is_told(path, version_3, monkeypatch):
    monkeypatch.delitem(upgrade.STEPS, 2)
    with pytest.raises(StoreError, match="cannot be upgraded"):
        open_store(path)
    monkeypatch.undo()
    with open_store(path) as store:
        assert store.meta()["schema_version"] == "1"


@pytest.mark.parametrize("write", [False, True])
def test_a_newer_store_is_left_alone(path, write, monkeypatch):
    monkeypatch.setattr(upgrade, "SCHEMA_VERSION", 0)
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"newer version .*schema 1, known 0.* Update the plugin"):
        open_store(path, write)
    assert path.read_bytes() == before
    assert files(path) == []
