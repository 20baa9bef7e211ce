"""The store as a file: triggers on every edit path, kills, locks, damage, copies."""

from __future__ import annotations

import contextlib
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from origin_trace.core.errors import StoreError
from origin_trace.core.products import standard_products
from origin_trace.core.schema import COLLECTION_POINT
from origin_trace.layers import gpkg_db, gpkg_triggers
from origin_trace.layers.store import create_store, open_store
from osgeo import gdal, ogr
from qgis.core import QgsVectorLayer

ODD = "中文 用户 #1 '库'"
TEXT = "O'Brien 𠮷 “引号”\n😀"
CHILD = """
import runpy, sys
runpy.run_path(sys.argv[1])
"""


@pytest.fixture
def path(tmp_path):
    folder = tmp_path / ODD
    folder.mkdir()
    return folder / "台账 #1.gpkg"


@pytest.fixture
def store(path):
    with create_store(path, "360826", [], standard_products()) as store:
        yield store


def record(number, **more):
    return {
        "uuid": f"uuid-{number}",
        "base_id": f"base-{number}",
        "subject_name": f"合作社{number}",
        "scale": 1 / 3,
        "lon": 114 + number / 1e5,
        "lat": 26.5,
        **more,
    }


def check_closed(path, records=None):
    """Check a file that nobody has open."""
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    count = connection.execute("SELECT count(*) FROM collection_point").fetchone()[0]
    points = connection.execute(
        "SELECT count(*) FROM collection_point WHERE geom IS NOT NULL"
    ).fetchone()[0]
    tree = connection.execute("SELECT count(*) FROM rtree_collection_point_geom").fetchone()[0]
    connection.close()
    assert points == tree
    assert records is None or count == records
    return count


# --- the file ---------------------------------------------------------------------------


def test_the_points_come_first_and_carry_labels(store, path):
    store.close()
    dataset = gdal.OpenEx(str(path))
    layer = dataset.GetLayer(0)
    definition = layer.GetLayerDefn()
    assert layer.GetName() == "collection_point"
    assert layer.GetSpatialRef().GetAuthorityCode(None) == "4490"
    assert layer.GetGeomType() == ogr.wkbPoint
    names = [definition.GetFieldDefn(i).GetName() for i in range(definition.GetFieldCount())]
    aliases = [
        definition.GetFieldDefn(i).GetAlternativeName() for i in range(definition.GetFieldCount())
    ]
    assert names == [column.name for column in COLLECTION_POINT]
    labels = [column.label for column in COLLECTION_POINT]
    table = dataset.ExecuteSQL(
        "SELECT d.name FROM gpkg_data_columns d JOIN pragma_table_info('collection_point') t "
        "ON t.name = d.column_name WHERE d.table_name = 'collection_point' ORDER BY t.cid"
    )
    assert [row.GetField(0) for row in table] == labels
    dataset.ReleaseResultSet(table)
    # OGR reads them from some version on.
    assert aliases in (labels, [""] * len(labels))
    types = {n: definition.GetFieldDefn(i).GetTypeName() for i, n in enumerate(names)}
    assert (types["scale"], types["facility"], types["version"]) == (
        "Real",
        "Integer64",
    ) * 1 + ("Integer64",)
    dataset = None
    qgis = QgsVectorLayer(f"{path}|layername=collection_point", "x", "ogr")
    assert qgis.isValid()
    assert qgis.crs().authid() == "EPSG:4490"
    check_closed(path, 0)


def test_an_existing_file_is_left_alone(path):
    path.write_text("mine")
    with pytest.raises(StoreError, match="exists already"):
        create_store(path, "360826", [], [])
    assert path.read_text() == "mine"
    assert list(path.parent.iterdir()) == [path]


def test_a_failed_creation_leaves_nothing(path, monkeypatch):
    def broken(*_):
        raise OSError("no")

    monkeypatch.setattr("origin_trace.layers.geopackage.fill", broken)
    with pytest.raises(StoreError, match="cannot be written"):
        create_store(path, "360826", [], [])
    assert list(path.parent.iterdir()) == []
    with pytest.raises(StoreError, match=r"folder .* does not exist"):
        create_store(path.parent / "nowhere" / "x.gpkg", "360826", [], [])


# --- opening ----------------------------------------------------------------------------


def test_what_cannot_be_opened_is_told_with_advice(path, store):
    store.close()
    folder = path.parent
    (folder / "text.gpkg").write_text("这不是数据库" * 1000)
    (folder / "empty.gpkg").write_bytes(b"")
    (folder / "cut.gpkg").write_bytes(path.read_bytes()[:5000])
    ogr.GetDriverByName("GPKG").CreateDataSource(str(folder / "plain.gpkg")).CreateLayer("meta")
    cases = {
        folder / "none.gpkg": "does not exist",
        folder: "is not a GeoPackage",
        folder / "text.gpkg": "is not a GeoPackage, or it is damaged",
        folder / "empty.gpkg": "is not a GeoPackage, or it is damaged",
        folder / "cut.gpkg": "damaged|not a store",
        folder / "plain.gpkg": "not a store",
        "postgres://county": "does not lead to a store",
    }
    for write in (False, True):
        for uri, words in cases.items():
            with pytest.raises(StoreError, match=words) as caught:
                open_store(uri, write)
            assert caught.value.advice is not None


def test_a_layer_source_opens_too(store):
    source, provider = store.layer_uri()
    store.close()
    with open_store(source) as again:
        assert (again.count(), provider) == (0, "ogr")


def test_it_works_with_ogr_exceptions_switched_on(path):
    ogr.UseExceptions()
    gdal.UseExceptions()
    try:
        with create_store(path, "360826", [], []) as store:
            store.apply({}, [record(1)], [])
            with pytest.raises(StoreError, match="is there already"):
                store.apply({}, [record(1)], [])
            with pytest.raises(StoreError, match="status cannot change this way"):
                store.apply({}, [], [{"uuid": "uuid-1", "status": "approved"}])
            store.apply({}, [record(2)], [])
            assert (store.count(), store.check()) == (2, [])
        with pytest.raises(StoreError, match="damaged"):
            (path.parent / "bad.gpkg").write_text("x")
            open_store(path.parent / "bad.gpkg")
    finally:
        # GDAL refuses to switch them off out of order; left on, the store works as just shown.
        for module in (gdal, ogr):
            with contextlib.suppress(RuntimeError):
                module.DontUseExceptions()


# --- locks -------------------------------------------------------------------------------


def holder(path, sql, seconds):
    """Start a process that holds a lock; return when it does."""
    code = (
        "import sqlite3, sys, time\n"
        "c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "for s in sys.argv[2].split(';'): c.execute(s).fetchone()\n"
        "print('held', flush=True); time.sleep(float(sys.argv[3]))\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(path), sql, str(seconds)], stdout=subprocess.PIPE
    )
    assert process.stdout.readline() == b"held\n"
    return process


@pytest.mark.parametrize("sql", ["BEGIN IMMEDIATE", "BEGIN;SELECT * FROM meta", "BEGIN EXCLUSIVE"])
def test_a_short_lock_is_waited_for(store, path, sql):
    process = holder(path, sql, 1.5)
    store.apply({}, [record(1)], [])
    process.wait()
    assert (store.count(), store.check()) == (1, [])


@pytest.mark.parametrize("sql", ["BEGIN IMMEDIATE", "BEGIN;SELECT * FROM meta"])
def test_a_long_lock_is_told_and_nothing_changes(store, path, sql, monkeypatch):
    monkeypatch.setattr(gpkg_db, "BUSY_SECONDS", 1.0)
    store.close()
    store = open_store(path, write=True)
    process = holder(path, sql, 60)
    try:
        with pytest.raises(StoreError, match="in use by another program"):
            store.apply({}, [record(1)], [])
        if sql == "BEGIN IMMEDIATE":
            with pytest.raises(StoreError, match="in use by another program"):
                open_store(path, write=True)
        assert store.count() == 0
    finally:
        process.kill()
        process.wait()
    store.apply({}, [record(1)], [])
    assert (store.count(), store.check()) == (1, [])
    store.close()


@pytest.mark.parametrize("replaced", [False, True])
def test_a_file_taken_away_is_noticed_before_success_is_told(store, path, replaced):
    if os.name != "posix":
        pytest.skip("an open file cannot be moved here")
    moved = path.with_name("moved.gpkg")
    path.rename(moved)
    if replaced:
        shutil.copy(moved, path)
    with pytest.raises(StoreError, match="deleted, moved or replaced"):
        store.apply({}, [record(1)], [])
    store.close()
    with open_store(moved) as left:
        assert left.count() == 0


# --- kill ----------------------------------------------------------------------------------

APPLY = """
import sys
sys.path.insert(0, sys.argv[1])
import conftest
from origin_trace.layers.store import open_store
rows = [
    {"uuid": f"new-{i}", "subject_name": "某社" * 20, "lon": 114 + i / 1e5, "lat": 26.0}
    for i in range(20000)
]
changes = [{"uuid": f"uuid-{i}", "subject_name": "改" * 20} for i in range(2000)]
store = open_store(sys.argv[2], write=True)
print("go", flush=True)
store.apply({"id": sys.argv[3]}, rows, changes)
print("done", flush=True)
"""


def test_a_kill_leaves_before_or_after(path):
    with create_store(path, "360826", [], []) as store:
        store.apply({"id": "first"}, [record(i) for i in range(2000)], [])
    started = time.monotonic()
    template = path.with_name("template.gpkg")
    shutil.copy(path, template)
    outcomes = set()
    duration = None
    chance = random.Random(7)
    for attempt in range(9):
        shutil.copy(template, path)
        tests = str(Path(__file__).parents[1])
        child = subprocess.Popen(
            [sys.executable, "-c", APPLY, tests, str(path), "second"], stdout=subprocess.PIPE
        )
        assert child.stdout.readline() == b"go\n"
        started = time.monotonic()
        if duration is None:
            assert child.stdout.readline() == b"done\n"
            duration = time.monotonic() - started
        else:
            time.sleep(duration * chance.uniform(0.02, 1.05))
            os.kill(child.pid, signal.SIGKILL)
        child.wait()
        # Opened for reading, a hot journal has to be played back all the same.
        with open_store(path, write=bool(attempt % 2)) as store:
            assert store.check() == []
            batches = [batch["id"] for batch in store.batches()]
            changed = sum(r["subject_name"].startswith("改") for r in store.records())
            outcomes.add((store.count(), changed, len(batches)))
            assert (len(store.history("new-1")), len(store.history("uuid-1"))) in ((0, 1), (1, 2))
        check_closed(path)
    assert outcomes <= {(2000, 0, 1), (22000, 2000, 2)}
    assert (2000, 0, 1) in outcomes


# --- numbers and wide rows ------------------------------------------------------------


def current(store, uuid):
    return next(r for r in store.records() if r["uuid"] == uuid)


def test_numbers_of_any_size_are_kept_in_history(store):
    values = (1e-9, 1e15 + 0.3, -0.1, 123456789012345680.0, 0.1 + 0.2, 1 / 3, 2 / 3 * 1e7)
    store.apply({}, [record(1)], [])
    for value in values:
        store.apply({}, [], [{"uuid": "uuid-1", "scale": value}])
        assert current(store, "uuid-1")["scale"] == value
    assert [v["after"]["scale"] for v in store.history("uuid-1")[1:]] == list(values)
    with pytest.raises(StoreError, match="cannot hold the value inf"):
        store.apply({}, [], [{"uuid": "uuid-1", "scale": float("inf")}])
    store._database.execute("UPDATE collection_point SET scale = 9e999")  # by plain SQL
    store._database.execute("UPDATE collection_point SET scale = 1")
    assert store.check() == []


def test_wide_rows_stay_within_the_arguments_of_a_function(monkeypatch, store):
    monkeypatch.setattr(gpkg_triggers, "_JSON_PAIRS", 10)
    sql = f"SELECT {gpkg_triggers.json_row('p')} FROM collection_point AS p"
    store.apply({}, [record(1)], [])
    assert json.loads(store._database.value(sql))["uuid"] == "uuid-1"


# --- beside QGIS ------------------------------------------------------------------------------


@pytest.mark.parametrize("many", [1, 6000])
def test_an_import_while_qgis_edits(store, path, many):
    layer = QgsVectorLayer(f"{path}|layername=collection_point", "x", "ogr")
    store.apply({}, [record(1), record(2)], [])
    assert layer.startEditing()
    layer.dataProvider().reloadData()
    (feature,) = layer.getFeatures("uuid = 'uuid-1'")
    assert layer.changeAttributeValue(
        feature.id(), layer.fields().lookupField("remarks"), "QGIS 改"
    )
    added = [record(3 + i) for i in range(many)]
    store.apply({}, added, [{"uuid": "uuid-2", "remarks": "导入改"}])
    assert layer.commitChanges(), layer.commitErrors()
    remarks = {r["uuid"]: r["remarks"] for r in store.records()}
    assert [remarks[f"uuid-{i}"] for i in (1, 2, 3)] == ["QGIS 改", "导入改", None]
    assert [v["operation"] for v in store.history("uuid-1")] == ["insert", "update"]
    assert store.check() == []
    layer = None
    store.close()
    check_closed(path, 2 + many)


# --- copies ----------------------------------------------------------------------------------


def test_a_backup_is_a_store(store, path):
    store.apply({}, [record(i) for i in range(100)], [])
    target = path.with_name("备份 '1' #.gpkg")
    store.backup(target)
    with open_store(target, write=True) as copy:
        assert list(copy.records()) == list(store.records())
        assert copy.meta() == store.meta()
        assert copy.check() == []
        copy.apply({}, [record(1000)], [])
    with pytest.raises(StoreError, match="exists already"):
        store.backup(target)
    check_closed(target, 101)
    assert sorted(p.name for p in path.parent.iterdir()) == sorted([path.name, target.name])


@pytest.mark.parametrize("write", [False, True])
def test_a_backup_while_another_program_writes(store, path, write):
    store.apply({}, [record(i) for i in range(100)], [])
    store.close()
    writer = open_store(path, write=True)
    with open_store(path, write=write) as source, writer._database.transaction():
        writer._database.execute("UPDATE meta SET value = 'x' WHERE key = 'county'")
        target = path.with_name("copy.gpkg")
        source.backup(target)
    writer.close()
    with open_store(target) as copy:
        assert (copy.county, copy.count()) == ("360826", 100)


# --- full disk, read-only ------------------------------------------------------------------------


def test_a_full_disk_leaves_the_store_as_it_was(small_disk):
    path = small_disk / "库.gpkg"
    with create_store(path, "360826", [], []) as store:
        store.apply({"id": "first"}, [record(i) for i in range(50)], [])
        many = [record(i, remarks="长" * 300) for i in range(100, 8000)]
        with pytest.raises(StoreError, match="is full"):
            store.apply({}, many, [])
        assert (store.count(), len(store.batches()), store.check()) == (50, 1, [])
        with (small_disk / "filler").open("wb") as filler, pytest.raises(OSError):
            while True:
                os.write(filler.fileno(), b"x" * 4096)
        with pytest.raises(StoreError, match=r"is full|cannot be written"):
            store.backup(small_disk / "backup.gpkg")
        (small_disk / "filler").unlink()
        store.apply({}, [record(60)], [])
    assert {p.name for p in small_disk.iterdir()} == {"库.gpkg"}
    check_closed(path, 51)


def test_a_full_disk_leaves_no_half_made_store(small_disk):
    (small_disk / "filler").write_bytes(b"x" * 1_400_000)
    with pytest.raises(StoreError, match=r"full|cannot be written|error"):
        create_store(small_disk / "库.gpkg", "360826", [], [])
    assert {p.name for p in small_disk.iterdir()} == {"filler"}


def test_a_read_only_folder(small_disk, read_only):
    path = small_disk / "库.gpkg"
    with create_store(path, "360826", [], []) as store:
        store.apply({}, [record(1)], [])
    with read_only(small_disk):
        with open_store(path) as store:
            assert store.count() == 1
        with pytest.raises(StoreError, match="is read-only"):
            open_store(path, write=True)
        with pytest.raises(StoreError, match="cannot be written"):
            create_store(small_disk / "neu.gpkg", "360826", [], [])


def test_a_damaged_file_is_found_by_check(store, path):
    store.apply({}, [record(i, remarks="x" * 500) for i in range(2000)], [])
    store.close()
    data = bytearray(path.read_bytes())
    middle = len(data) // 2 // 4096 * 4096
    data[middle : middle + 8192] = b"\xff" * 8192
    path.write_bytes(bytes(data))
    try:
        with open_store(path) as broken:
            problems = broken.check()
    except StoreError as error:
        problems = [error.message]
    assert "damaged" in str(problems[0])


def test_lost_safeguards_are_found_by_check(store):
    store._database.execute("DROP TRIGGER collection_point_check_status")
    store.apply({}, [record(1)], [])
    store._database.execute("DROP TRIGGER collection_point_history_no_delete")
    store._database.execute("DELETE FROM record_history")
    text = " ".join(str(problem) for problem in store.check())
    assert "collection_point_check_status" in text
    assert "Records without the history of their version: 1" in text
