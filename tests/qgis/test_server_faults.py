"""Several writers at once, and a server that goes away: no lost update, nothing half done."""

from __future__ import annotations

import random
import threading
import time

import pytest
from origin_trace.core.errors import StoreError
from origin_trace.layers.postgis import create_postgis
from origin_trace.layers.store import CancelledError, open_store
from origin_trace.tests.qgis.server import CONNECTION

WRITERS, TURNS, RECORDS = 4, 12, 3


@pytest.fixture
def uri(server):
    with create_postgis(CONNECTION, server.new_schema(), "360826", [], [], ("", "", "")) as store:
        store.apply({"id": "first"}, [{"uuid": f"u{i}", "scale": 0.0} for i in range(RECORDS)], [])
        return store.uri


def count_up(uri, number, done, errors):
    """Add 1 to records, each time to what was just read; try again where somebody was quicker."""
    chance = random.Random(number)
    try:
        with open_store(uri, write=True) as store:
            while len(done) < TURNS:
                uuid = f"u{chance.randrange(RECORDS)}"
                record = next(r for r in store.records() if r["uuid"] == uuid)
                change = {"uuid": uuid, "scale": record["scale"] + 1, "version": record["version"]}
                try:
                    store.apply({"operator": f"人{number}"}, [], [change])
                except StoreError as error:
                    assert "changed meanwhile" in str(error), error
                else:
                    done.append(uuid)
    except Exception as error:
        errors.append(error)


def edit_by_sql(server, uri, done, errors):
    """Edit the same records with other programs meanwhile."""
    table = f"{uri.split('/')[-2]}_360826.collection_point"
    try:
        for turn in range(TURNS):
            uuid = f"u{turn % RECORDS}"
            server.sql(f"UPDATE {table} SET scale = scale + 1 WHERE uuid = '{uuid}'")
            done.append(uuid)
    except Exception as error:
        errors.append(error)


def test_no_update_is_lost_with_several_writers(uri, server):
    errors, done = [], [[] for _ in range(WRITERS + 1)]
    writers = [
        threading.Thread(target=count_up, args=(uri, number, done[number], errors))
        for number in range(WRITERS)
    ]
    writers.append(threading.Thread(target=edit_by_sql, args=(server, uri, done[-1], errors)))
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert errors == []
    written = [uuid for listed in done for uuid in listed]
    assert len(written) == (WRITERS + 1) * TURNS
    with open_store(uri) as store:
        for record in store.records():
            assert record["scale"] == written.count(record["uuid"])
            versions = [v["version"] for v in store.history(record["uuid"])]
            assert versions == list(range(1, written.count(record["uuid"]) + 2))
        assert store.check() == []


def test_a_plan_for_an_older_revision_is_refused(uri):
    with open_store(uri, write=True) as one, open_store(uri, write=True) as other:
        revision = one.revision()
        other.apply({}, [{"uuid": "new"}], [])
        with pytest.raises(StoreError, match="changed meanwhile"):
            one.apply({}, [{"uuid": "mine"}], [], revision=revision)
        assert one.count() == RECORDS + 1


def test_an_edit_during_an_import_is_not_overwritten(uri, server):
    """The import has read version 1; the edit comes before it writes."""
    table = f"{uri.split('/')[-2]}_360826.collection_point"

    def progress(share):
        if share == 0:
            server.sql(f"UPDATE {table} SET remarks = 'edited' WHERE uuid = 'u1'")
        return True

    with open_store(uri, write=True) as store:
        with pytest.raises(StoreError, match="changed meanwhile"):
            store.apply({}, [{"uuid": "new"}], [{"uuid": "u1", "remarks": "imported"}], progress)
        found = {r["uuid"]: r["remarks"] for r in store.records()}
        assert found == {"u0": None, "u1": "edited", "u2": None}
        store.apply({}, [], [{"uuid": "u1", "remarks": "imported"}])  # and it works on


def test_a_second_import_waits_and_is_told_when_it_is_long(uri, monkeypatch):
    monkeypatch.setattr("origin_trace.layers.pg_db.LOCK_SECONDS", 0.3)
    with open_store(uri, write=True) as one, open_store(uri, write=True) as other:

        def progress(_share):
            with pytest.raises(StoreError, match="in use by another program"):
                other.apply({}, [{"uuid": "other"}], [])
            return False

        with pytest.raises(CancelledError):
            one.apply({}, [{"uuid": "one"}], [], progress)
        other.apply({}, [{"uuid": "other"}], [])
        assert one.count() == RECORDS + 1


@pytest.mark.parametrize("share", [0.0, 0.97])
def test_a_server_that_stops_during_an_import_leaves_before_or_after(uri, server, share):
    rows = [
        {"uuid": f"n{i}", "subject_name": "某社", "lon": 115.0, "lat": 26.0} for i in range(3000)
    ]
    stopped = []

    def progress(done):
        if done >= share and not stopped:
            server.stop()
            stopped.append(True)
        return True

    changes = [{"uuid": "u1", "remarks": "imported"}]
    with open_store(uri, write=True) as store:
        with pytest.raises(StoreError, match="does not answer") as caught:
            store.apply({"id": "second"}, rows, changes, progress)
        assert caught.value.advice is not None
        with pytest.raises(StoreError, match="does not answer"):
            open_store(uri)
        server.start()
    with open_store(uri, write=True) as store:
        assert (store.count(), [b["id"] for b in store.batches()]) == (RECORDS, ["first"])
        assert len(store.history("u1")) == 1 and store.check() == []
        store.apply({"id": "second"}, rows, changes)  # the retry makes no duplicates
        assert store.count() == RECORDS + 3000
        with pytest.raises(StoreError, match="is there already"):
            store.apply({"id": "second"}, rows, changes)


def test_a_server_killed_at_any_moment_leaves_before_or_after(uri, server):
    rows = [{"uuid": f"n{i}", "subject_name": "某社"} for i in range(3000)]
    chance = random.Random(7)
    seen = set()
    for attempt in range(3):
        with open_store(uri, write=True) as store:
            timer = threading.Timer(chance.uniform(0.05, 0.6), server.stop)
            timer.start()
            try:
                store.apply({"id": f"b{attempt}"}, rows, [])
            except StoreError as error:
                assert "does not answer" in str(error)
            timer.join()
        time.sleep(0.1)
        server.start()
        with open_store(uri, write=True) as store:
            found = (store.count(), len(store.batches()))
            assert found in ((RECORDS, 1 + 0), (RECORDS + 3000, 2))
            assert store.check() == []
            seen.add(found)
            if found[1] == 2:
                break
    assert seen
