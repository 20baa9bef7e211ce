"""What every store must do, whatever its back end.

A back end provides ``store_factory``: called with a name, it creates an empty
store; ``reopen`` opens it again.
"""

from __future__ import annotations

import pytest
from origin_trace.core.errors import StoreError
from origin_trace.core.merge_list import Answers
from origin_trace.core.products import standard_products
from origin_trace.core.rules import Context
from origin_trace.core.schema import BUSINESS
from origin_trace.layers.field_store import write_field_store
from origin_trace.layers.merge_source import open_source
from origin_trace.layers.merging import prepare
from origin_trace.layers.postgis import create_postgis
from origin_trace.layers.store import CancelledError, create_store, open_store
from origin_trace.layers.upgrade import SCHEMA_VERSION
from origin_trace.tests.qgis.server import CONNECTION

COUNTY = "360826"
NAMES = ("江西省", "吉安市", "泰和县")
DIVISIONS = [
    ("36", "江西省"),
    ("3608", "吉安市"),
    ("360826", "泰和县"),
    ("360826100", "澄江镇"),
    ("360826100001", "上田村"),
]
UNICODE = ("O'Brien “引号” 😀", "𠮷野家\n第二行", "';DROP TABLE meta;--", "a\tb\\c", "乡（镇）#%?")


@pytest.fixture(params=["geopackage", "postgis"])
def store_factory(request, tmp_path):
    """Return (create, reopen) of a back end; what they open is closed at the end."""
    opened = []
    content = (COUNTY, DIVISIONS, standard_products(), NAMES)

    def create(name="store"):
        if request.param == "postgis":
            server = request.getfixturevalue("server")
            opened.append(create_postgis(CONNECTION, server.new_schema(), *content))
        else:
            opened.append(create_store(tmp_path / f"{name}.gpkg", *content))
        return opened[-1]

    def reopen(store, write=True):
        store.close()
        opened.append(open_store(store.uri, write))
        return opened[-1]

    yield create, reopen
    for store in opened:
        store.close()


@pytest.fixture
def store(store_factory):
    create, _ = store_factory
    return create()


def record(number, **more):
    return {
        "uuid": f"uuid-{number}",
        "base_id": f"base-{number}",
        "period": "2023-1",
        "subject_name": f"合作社{number}",
        "product": "豇豆",
        "scale": 0.1 + 0.2,
        "facility": 0,
        "trace_modes": '{"追溯码","其他"}',
        "contact_phone": "13800001234",
        "lon": 114.12345678901234,
        "lat": 26.1 + 0.2,
        **more,
    }


def by_uuid(store):
    return {r["uuid"]: r for r in store.records()}


# --- what is in a new store --------------------------------------------------------


def test_a_new_store_knows_its_county(store, store_factory):
    _, reopen = store_factory
    again = reopen(store, write=False)
    assert again.county == COUNTY
    assert again.county_names == NAMES
    assert again.meta()["schema_version"] == str(SCHEMA_VERSION)
    assert again.divisions() == DIVISIONS
    assert again.products() == standard_products()
    assert again.choices("subject_type")[0] == "农产品生产企业"
    assert again.choices("nothing") == ()
    assert again.count() == 0
    assert list(again.records()) == []
    assert again.batches() == []
    assert again.check() == []


def test_a_county_edits_its_products(store):
    rows = store.rows("product")
    rows[0].update(aliases="豆角，长豆角, 线豆", threshold=1.0, plausible_max=None)
    assert store.replace("product", rows) == 12
    product = store.products()[0]
    assert product.aliases == ("豆角", "长豆角", "线豆")
    assert (product.threshold, product.plausible[1]) == (1.0, float("inf"))


# --- adding and reading ----------------------------------------------------------


def test_records_come_back_as_they_went_in(store, store_factory):
    _, reopen = store_factory
    added = [record(i, address_detail=text, remarks=text) for i, text in enumerate(UNICODE)]
    added.append(record("no point", lon=None, lat=None, scale=None))
    store.apply({"operator": "李四"}, added, [])
    found = by_uuid(reopen(store))
    assert len(found) == len(added)
    for one in added:
        assert {key: found[one["uuid"]][key] for key in one} == one
        assert found[one["uuid"]]["version"] == 1
        assert found[one["uuid"]]["status"] == "draft"
        assert found[one["uuid"]]["updated_by"] == "李四"


def test_only_the_columns_asked_for(store):
    store.apply({}, [record(1)], [])
    assert list(store.records(["uuid", "lat"])) == [{"uuid": "uuid-1", "lat": 26.1 + 0.2}]
    with pytest.raises(StoreError, match="no column shape"):
        store.records(["shape"])


def test_the_row_id_is_given_where_asked_for(store):
    store.apply({}, [record(1), record(2)], [])
    assert list(store.records(["fid", "uuid"])) == [
        {"fid": 1, "uuid": "uuid-1"},
        {"fid": 2, "uuid": "uuid-2"},
    ]


def test_empty_text_is_stored_as_nothing(store):
    store.apply({}, [record(1, remarks="")], [])
    assert by_uuid(store)["uuid-1"]["remarks"] is None


def test_a_record_without_numbers_gets_them(store):
    store.apply({}, [record(1, uuid=None, base_id=None)], [])
    (found,) = store.records()
    assert len(found["uuid"]) == 36
    assert len(found["base_id"]) == 36


def test_a_record_approved_elsewhere_comes_as_a_draft(store):
    added = [record(1, status="approved"), record(2, status="submitted"), record(3, status=None)]
    store.apply({}, added, [])
    assert [r["status"] for r in store.records()] == ["draft", "submitted", "draft"]


def test_the_batch_is_recorded(store):
    facts = {
        "file_name": "六月 '表'.xlsx",
        "sha256": "ab",
        "rows_read": 3,
        "unchanged": 1,
        "refused": 0,
        "blank": 1,
        "operator": "李四",
        "coordinates": "gcj02",
    }
    first = store.apply(facts, [record(1)], [])
    second = store.apply({"id": "own-id"}, [record(2)], [{"uuid": "uuid-1", "scale": 3.0}])
    assert second == "own-id"
    newest, oldest = store.batches()
    assert (newest["id"], newest["added"], newest["updated"]) == ("own-id", 1, 1)
    assert oldest["id"] == first
    assert {key: oldest[key] for key in facts} == facts
    assert oldest["time"].endswith("Z")
    assert [by_uuid(store)[f"uuid-{i}"]["import_batch"] for i in (1, 2)] == ["own-id", "own-id"]


@pytest.mark.parametrize(
    ("batch", "added", "updated", "words"),
    [
        ({}, [record(1), record(1)], [], "more than once"),
        ({}, [record(1, uuid="there")], [], "is there already"),
        ({}, [record(1)], [{"uuid": "nowhere", "subject_name": "某社"}], "某社 nowhere is not in"),
        ({}, [record(1)], [{"uuid": "there", "version": 7}], "there was changed meanwhile"),
        ({}, [record(1, shape="x")], [], "cannot hold .* column shape of record uuid-1"),
        ({}, [record(1, scale="很多")], [], "value .很多. of column scale"),
        ({}, [record(1, contact_phone=13800001234)], [], "column contact_phone"),
        ({}, [record(1, remarks="a\0b")], [], "column remarks of record uuid-1"),
        ({}, [record(1, remarks="a\ud800b")], [], "column remarks of record uuid-1"),
        ({}, [], [{"uuid": "there", "remarks": "a\0b"}], "column remarks of record there"),
        ({}, [record(1, lon=float("nan"))], [], "column lon of record uuid-1"),
        ({}, [record(1, lat="26.5")], [], "column lat of record uuid-1"),
        ({}, [], [{"uuid": "there", "lat": float("inf")}], "column lat of record there"),
        ({}, [], [{"uuid": "there", "status": "approved"}], "status cannot change this way"),
        ({"added": 5}, [record(1)], [], "do not agree"),
        ({"colour": "red"}, [record(1)], [], "unknown information: colour"),
    ],
)
def test_a_refused_import_changes_nothing(store, batch, added, updated, words):
    store.apply({}, [record(9, uuid="there")], [])
    before = list(store.records()), store.batches(), store.history("there")
    with pytest.raises(StoreError, match=words) as caught:
        store.apply(batch, added, updated)
    assert caught.value.advice is not None
    assert (list(store.records()), store.batches(), store.history("there")) == before
    assert store.check() == []
    store.apply({}, [record("after")], [])  # and the store works on


def test_an_error_in_the_rows_themselves_changes_nothing(store):
    def rows():
        yield record(1)
        raise ValueError("reader broke")

    with pytest.raises(ValueError, match="reader broke"):
        store.apply({}, rows(), [])
    assert store.count() == 0


def test_a_large_import_keeps_its_history_and_safeguards(store):
    """From 5,000 records on another path is taken; nothing may differ."""
    store.apply({"operator": "甲"}, [record(i) for i in range(6000)], [])
    assert store.check() == []
    (row,) = store.history("uuid-5999")
    assert (row["version"], row["operation"], row["operator"]) == (1, "insert", "甲")
    assert row["batch"] == store.batches()[0]["id"]
    store.apply({}, [], [{"uuid": "uuid-5", "scale": 2.0}])
    assert [h["operation"] for h in store.history("uuid-5")] == ["insert", "update"]


def test_a_large_import_can_bring_back_what_was_removed(store):
    many = [record(i) for i in range(5500)]
    store.undo(store.apply({}, many, []), "甲")
    store.apply({}, many, [])
    assert store.check() == []
    assert by_uuid(store)["uuid-7"]["version"] == 3
    assert [h["operation"] for h in store.history("uuid-7")] == ["insert", "delete", "insert"]


# --- progress and cancel ---------------------------------------------------------------


def test_progress_runs_from_nothing_to_nearly_all(store):
    seen = []
    store.apply(
        {}, [record(i) for i in range(2000)], [], progress=lambda share: seen.append(share) is None
    )
    assert seen == sorted(seen)
    assert seen[0] == 0
    assert 0.9 < seen[-1] <= 1


def test_cancel_leaves_the_store_as_it_was(store):
    with pytest.raises(CancelledError):
        store.apply({}, [record(i) for i in range(2000)], [], progress=lambda share: share < 0.5)
    assert (store.count(), store.batches(), store.check()) == (0, [], [])
    batch = store.apply({}, [record(i) for i in range(2000)], [])
    with pytest.raises(CancelledError):
        store.undo(batch, "李四", progress=lambda share: share < 0.5)
    assert store.count() == 2000
    assert store.batches()[0]["undone_at"] is None


# --- updating and history -----------------------------------------------------------


def test_an_update_changes_only_what_is_given(store):
    store.apply({"operator": "甲"}, [record(1)], [])
    old = by_uuid(store)["uuid-1"]
    store.apply({"operator": "乙"}, [], [{"uuid": "uuid-1", "scale": 7.0, "alias": "长豆角"}])
    new = by_uuid(store)["uuid-1"]
    different = {key for key in new if new[key] != old[key]}
    assert different - {"updated_at"} == {
        "scale", "alias", "version", "updated_by", "import_batch",
    }  # fmt: skip
    assert (new["version"], new["updated_by"]) == (2, "乙")


def test_a_point_is_moved_taken_away_and_given_back(store):
    store.apply({}, [record(1)], [])
    for lon, lat in ((114.5, 26.5), (None, None), (1 / 3, 2 / 3)):
        store.apply({}, [], [{"uuid": "uuid-1", "lon": lon, "lat": lat}])
        found = by_uuid(store)["uuid-1"]
        assert (found["lon"], found["lat"]) == (lon, lat)
    store.apply({}, [], [{"uuid": "uuid-1", "lat": 30.0}])
    found = by_uuid(store)["uuid-1"]
    assert (found["lon"], found["lat"]) == (1 / 3, 30.0)
    assert store.check() == []


def test_history_tells_each_version_exactly(store):
    store.apply({"operator": "甲"}, [record(1, remarks=UNICODE[0])], [])
    first = by_uuid(store)["uuid-1"]
    store.apply({"operator": "乙"}, [], [{"uuid": "uuid-1", "scale": 1 / 3, "lon": 1 / 7}])
    second = by_uuid(store)["uuid-1"]
    one, two = store.history("uuid-1")
    assert (one["operation"], one["version"], one["operator"]) == ("insert", 1, "甲")
    assert (one["before"], one["after"]) == (None, None)
    assert (two["operation"], two["version"], two["operator"]) == ("update", 2, "乙")
    assert (two["before"], two["after"]) == (first, second)
    assert two["time"] == second["updated_at"]
    assert store.history("unknown") == []


def test_status_goes_only_the_allowed_ways(store):
    store.apply({}, [record(1)], [])
    for status in ("submitted", "returned", "submitted", "approved"):
        store.apply({}, [], [{"uuid": "uuid-1", "status": status}])
        assert by_uuid(store)["uuid-1"]["status"] == status
    for status in ("draft", "returned", "nonsense", None):
        with pytest.raises(StoreError, match="status cannot change this way"):
            store.apply({}, [], [{"uuid": "uuid-1", "status": status}])


@pytest.mark.parametrize("change", [{"scale": 9.0}, {"lat": 27.0}, {"lon": None, "lat": None}])
def test_an_edit_takes_the_approval_away(store, change):
    store.apply({}, [record(1, status="submitted")], [])
    store.apply({}, [], [{"uuid": "uuid-1", "status": "approved"}])
    store.apply({}, [], [{"uuid": "uuid-1", **change}])
    assert by_uuid(store)["uuid-1"]["status"] == "submitted"
    assert store.history("uuid-1")[-1]["after"]["status"] == "submitted"


def test_what_is_no_report_leaves_the_approval(store):
    store.apply({}, [record(1, status="submitted")], [])
    store.apply({}, [], [{"uuid": "uuid-1", "status": "approved"}])
    store.apply({}, [], [{"uuid": "uuid-1", "confirmed_on": "2023-06-01"}])
    assert by_uuid(store)["uuid-1"]["status"] == "approved"


# --- undo ----------------------------------------------------------------------------


def test_undo_removes_and_restores(store):
    store.apply({"operator": "甲"}, [record(1, status="submitted"), record(2)], [])
    store.apply({}, [], [{"uuid": "uuid-1", "status": "approved"}])
    before = by_uuid(store)
    changes = {"scale": 1 / 3, "status": "submitted", "remarks": UNICODE[2], "lat": None}
    batch = store.apply({}, [record(3)], [{"uuid": "uuid-1", **changes, "lon": None}])
    result = store.undo(batch, "丙")
    assert (result.removed, result.restored, result.kept) == (1, 1, ())
    after = by_uuid(store)
    assert set(after) == {"uuid-1", "uuid-2"}
    own = ("version", "updated_at", "updated_by")
    for key in (*BUSINESS, "status", "import_batch", "lon", "lat"):
        if key not in own:
            assert after["uuid-1"][key] == before["uuid-1"][key], key
    assert after["uuid-2"] == before["uuid-2"]
    assert [h["operation"] for h in store.history("uuid-1")][-2:] == ["update", "undo"]
    assert store.history("uuid-1")[-1]["operator"] == "丙"
    assert [h["operation"] for h in store.history("uuid-3")] == ["insert", "delete"]
    assert store.history("uuid-3")[-1]["operator"] == "丙"
    assert store.history("uuid-3")[-1]["before"]["subject_name"] == "合作社3"
    assert store.batches()[0]["undone_at"].endswith("Z")
    assert store.batches()[0]["undone_by"] == "丙"
    assert store.check() == []


def test_undo_restores_a_status_that_no_one_could_set(store):
    store.apply({}, [record(1)], [])
    batch = store.apply({}, [], [{"uuid": "uuid-1", "status": "submitted"}])
    store.undo(batch, "丙")
    assert by_uuid(store)["uuid-1"]["status"] == "draft"


def test_undo_keeps_what_was_changed_since(store):
    store.apply({}, [record(1), record(2)], [])
    updates = [{"uuid": "uuid-1", "scale": 2.0}, {"uuid": "uuid-2", "scale": 2.0}]
    batch = store.apply({}, [record(3), record(4)], updates)
    later = [{"uuid": "uuid-2", "remarks": "改"}, {"uuid": "uuid-4", "remarks": "改"}]
    store.apply({}, [], later)
    result = store.undo(batch, "丙")
    assert (result.removed, result.restored, result.kept) == (1, 1, ("uuid-2", "uuid-4"))
    found = by_uuid(store)
    assert set(found) == {"uuid-1", "uuid-2", "uuid-4"}
    assert (found["uuid-1"]["scale"], found["uuid-2"]["scale"]) == (0.1 + 0.2, 2.0)
    assert found["uuid-2"]["remarks"] == "改"


def test_undo_of_an_undone_or_unknown_import_is_refused(store):
    batch = store.apply({}, [record(1)], [])
    store.undo(batch, "丙")
    with pytest.raises(StoreError, match="undone already"):
        store.undo(batch, "丙")
    with pytest.raises(StoreError, match="no import x'y"):
        store.undo("x'y", "丙")


def test_imports_are_undone_one_after_the_other(store):
    first = store.apply({}, [record(1)], [])
    second = store.apply({}, [], [{"uuid": "uuid-1", "scale": 5.0}])
    assert store.undo(first, "丙").kept == ("uuid-1",)
    assert store.undo(second, "丙").restored == 1
    assert by_uuid(store)["uuid-1"]["scale"] == 0.1 + 0.2


# --- other tables -------------------------------------------------------------------------


def test_other_tables_are_written_and_read(store):
    rows = [{"unit": text, "number": i} for i, text in enumerate(UNICODE)]
    assert store.append("contact", rows) == len(rows)
    assert [row["unit"] for row in store.rows("contact")] == list(UNICODE)
    assert store.replace("contact", rows[:1]) == 1
    assert len(store.rows("contact")) == 1
    for table in ("record_history", "import_batch", "sqlite_master"):
        with pytest.raises(StoreError, match=table):
            store.append(table, [])
    with pytest.raises(StoreError):
        store.append("person", [{"id": "1", "name": "甲", "role": None}])
    with pytest.raises(StoreError, match="column colour"):
        store.append("person", [{"colour": "red"}])
    with pytest.raises(StoreError, match="column remarks"):
        store.append("person", [{"id": "1", "name": "甲", "role": "x", "remarks": "a\0b"}])
    assert store.rows("person") == []


def test_a_store_opened_for_reading_is_not_written(store, store_factory):
    _, reopen = store_factory
    reader = reopen(store, write=False)
    with pytest.raises(StoreError, match="reading only"):
        reader.apply({}, [record(1)], [])
    with pytest.raises(StoreError, match="reading only"):
        reader.undo("x", "y")
    with pytest.raises(StoreError, match="reading only"):
        reader.append("contact", [])


def test_one_row_is_written_unless_it_changed_meanwhile(store_factory):
    create, reopen = store_factory
    with create() as store:
        person = {"id": "1", "name": "王 审核'", "role": "reviewer", "active": 1}
        store.put("person", person, None)
        with pytest.raises(StoreError, match="changed meanwhile"):
            store.put("person", person, None)
        (before,) = store.rows("person")
        store.put("person", {**before, "phone": "13900000000"}, before)
        with pytest.raises(StoreError, match="changed meanwhile"):
            store.put("person", {**before, "active": 0}, before)
        with pytest.raises(StoreError, match="cannot hold"):
            store.put("person", {**before, "name": "\ud800"}, before)
        (row,) = store.rows("person")
        assert (row["phone"], row["active"], row["name"]) == ("13900000000", 1, "王 审核'")
        with pytest.raises(StoreError):
            store.put("record_history", row, row)
    reader = reopen(store, write=False)
    with pytest.raises(StoreError, match="reading only"):
        reader.put("person", row, row)


def test_whoever_left_a_trace_is_known(store_factory):
    create, _reopen = store_factory
    with create() as store:
        assert store.operators() == set()
        store.apply({"operator": "王导入"}, [{"uuid": "u", "collector": "李采集"}], [])
        log = {"time": "2026-11-30", "operator": "赵看", "what": "lists"}
        store.append("reveal_log", [log])
        assert store.operators() == {"王导入", "李采集", "赵看"}


# --- merging from another store ------------------------------------------------------------


def test_records_of_another_store_keep_who_edited_them(store):
    store.apply({"operator": "县"}, [record(1), record(2)], [])
    edit = {"uuid": "uuid-1", "source": "p", "operator": "李志", "time": "t", "version": 2}
    batch = store.apply(
        {"operator": "县"},
        [record(3, updated_by="王五", import_batch="theirs")],
        [{"uuid": "uuid-1", "scale": 9.0, "updated_by": "李志"}],
        merged=[edit],
    )
    found = by_uuid(store)
    assert (found["uuid-1"]["updated_by"], found["uuid-3"]["updated_by"]) == ("李志", "王五")
    assert (found["uuid-1"]["scale"], found["uuid-3"]["import_batch"]) == (9.0, "theirs")
    (kept,) = store.rows("merged_edit")
    assert kept == {"file_name": None, "operation": None, **edit, "batch": batch}
    assert store.history("uuid-1")[-1]["operator"] == "李志"
    with pytest.raises(StoreError):
        store.replace("merged_edit", [])
    assert store.undo(batch, "县")[:2] == (1, 1)
    assert store.deleted() == {"uuid-3"}
    assert by_uuid(store)["uuid-1"]["scale"] == record(1)["scale"]
    assert store.check() == []


def test_a_package_goes_out_of_any_store_and_comes_back(store, tmp_path):
    store.apply({"operator": "县"}, [record(number) for number in range(4)], [])
    path = tmp_path / "package.gpkg"
    write_field_store(path, store, store.records(), "p", "李志")
    with open_store(path, write=True) as package:
        package.apply({"operator": "李志"}, [record(9)], [{"uuid": "uuid-0", "scale": 5.0}])
        package.apply({"operator": "李志"}, [], [{"uuid": "uuid-1", "scale": 6.0}])
    store.apply({"operator": "县"}, [], [{"uuid": "uuid-0", "subject_name": "新名"}])
    store.apply({"operator": "县"}, [], [{"uuid": "uuid-1", "scale": 7.0}])

    def merge():
        with open_source(str(path), store) as source:
            return prepare(store, [source], Context(), Answers(), "县")

    merged = merge()
    plan = merged.plan
    assert [each["uuid"] for each in plan.added] == ["uuid-9"]
    assert [(each["uuid"], each["scale"]) for each in plan.updated] == [("uuid-0", 5.0)]
    assert [(x.uuid, x.column, x.base, x.mine, x.theirs) for x in plan.listed] == [
        ("uuid-1", "scale", 0.1 + 0.2, 7.0, 6.0)
    ]
    store.apply({}, plan.added, plan.updated, revision=merged.revision, merged=plan.edits)
    found = by_uuid(store)
    assert (found["uuid-0"]["subject_name"], found["uuid-0"]["scale"]) == ("新名", 5.0)
    assert (found["uuid-0"]["updated_by"], found["uuid-9"]["updated_by"]) == ("李志", "李志")
    again = merge().plan
    assert (again.added, again.updated, again.conflicts) == ([], [], 1)
