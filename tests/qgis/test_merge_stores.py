"""Merging what comes back: fault cases of three townships, people, reviews, all or nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import openpyxl
import pytest
from origin_trace import settings
from origin_trace.core.reviews import Decision
from origin_trace.layers.field_store import write_field_store
from origin_trace.layers.gpkg_db import Database
from origin_trace.layers.store import open_store
from origin_trace.tests.qgis.point_store import make_store, near
from qgis.core import QgsField, QgsProcessingException, QgsProcessingFeedback, QgsVectorLayer
from qgis.PyQt.QtCore import QMetaType

COUNTS = ("READ", "ADDED", "UPDATED", "UNCHANGED", "LEFT", "CONFLICTS", "DELETIONS")
NONE = dict.fromkeys(COUNTS, 0)


@pytest.fixture
def county(tmp_path):
    """Return a store with five records."""
    records = [
        near(i * 90, uuid=f"u{i}", subject_name=f"种植合作社{i}", scale=10.0, collector="李志")
        for i in range(5)
    ]
    return make_store(tmp_path / "泰和 县.gpkg", records)


@pytest.fixture
def package(tmp_path):
    """Return a function that makes the store of a package."""

    def make(path, name):
        target = tmp_path / name / "origin_trace.gpkg"
        target.parent.mkdir()
        with open_store(path) as store:
            write_field_store(target, store, store.records(), f"id-{name}", f"{name}采集员")
        return str(target)

    return make


def edit(path, uuid=None, gone=False, by=None, **values):
    """Edit in QGIS, as QField does: through the layer."""
    layer = QgsVectorLayer(f"{path}|layername=collection_point", "x", "ogr")
    layer.startEditing()
    (feature,) = layer.getFeatures(f"\"uuid\"='{uuid}'")
    if gone:
        layer.deleteFeature(feature.id())
    values["updated_by"] = by or f"{Path(path).parent.name}采集员"
    for key, value in values.items():
        layer.changeAttributeValue(feature.id(), layer.fields().indexOf(key), value)
    assert layer.commitChanges(), layer.commitErrors()


def add(path, **values):
    with open_store(path, write=True) as store:
        store.apply({"operator": "镇"}, [near(2000, **values)], [], merged=[])


def content(path):
    with open_store(path) as store:
        return {
            record["uuid"]: {k: record[k] for k in ("scale", "alias", "status", "subject_name")}
            for record in store.records()
        }


def counts(result, **expected):
    assert {name: result[name] for name in COUNTS} == {**NONE, **expected}


def lines(path):
    sheet = openpyxl.load_workbook(path).active
    return [[cell.value for cell in row] for row in sheet.iter_rows()][1:]


# --- fault case 26: three townships from one base ----------------------------------------


def three(county, package):
    """Return packages of three townships that disagree in every way there is."""
    north, south, west = (package(county, name) for name in ("north", "south", "west"))
    edit(north, "u0", scale=20.0)  # the same cell …
    edit(south, "u0", scale=30.0)
    edit(north, "u1", alias="长豆角")  # … other cells of one row …
    edit(west, "u1", scale=11.0)
    edit(north, "u2", gone=True)  # … deleted and edited …
    edit(west, "u2", scale=12.0)
    edit(south, "u4", scale=14.0)  # … edited there, deleted in the county …
    for number, path in enumerate((south, west)):  # … and one new producer twice.
        add(path, uuid=f"new{number}", subject_name="新合作社", scale=5.0)
    layer = QgsVectorLayer(f"{west}|layername=collection_point", "x", "ogr")
    assert layer.dataProvider().addAttributes([QgsField("土壤", QMetaType.Type.QString)])
    del layer
    edit(county, "u4", gone=True)
    return north, south, west


def test_three_townships_disagree_and_nothing_is_lost(run, county, package, tmp_path):
    packages = three(county, package)
    base = tmp_path / "before.gpkg"
    shutil.copy(county, base)
    whole = []
    for number, order in enumerate((packages, packages[::-1])):
        store = str(tmp_path / f"whole{number}.gpkg")
        shutil.copy(base, store)
        listed = str(tmp_path / f"list{number}.xlsx")
        heard = Heard()
        result = run(
            "mergestores", INPUT=list(order), STORE=store, CONFLICTS=listed, feedback=heard
        )
        counts(
            result,
            READ=7,
            ADDED=2,
            UPDATED=2,
            UNCHANGED=1,
            LEFT=2,
            CONFLICTS=6,  # u0 twice, u2, u4, and the new one under both numbers
        )
        assert "土壤" in heard.text
        whole.append((content(store), lines(listed)))
    assert whole[0] == whole[1]
    records, listed = whole[0]
    assert records["u0"]["scale"] == 10.0 and records["u1"] == {
        **records["u1"],
        "alias": "长豆角",
        "scale": 11.0,
    }
    assert records["u2"]["scale"] == 12.0  # not deleted
    assert "u4" not in records and {"new0", "new1"} <= set(records)
    assert sorted((row[13], row[4], row[6], row[7], row[8]) for row in listed) == sorted(
        [
            ("u0", "Both changed it", "10", "10", "20"),
            ("u0", "Both changed it", "10", "10", "30"),
            ("u2", "Deleted there, edited here", None, None, None),
            ("u4", "Deleted here, edited there", "10", None, "14"),
            ("new0", "Perhaps there twice", None, None, "new1"),
            ("new1", "Perhaps there twice", None, None, "new0"),
        ]
    )
    # One by one, whichever comes first: the same records, and all that was said is there.
    for order in (packages, packages[::-1]):
        store = str(tmp_path / f"{Path(order[0]).parent.name}.gpkg")
        shutil.copy(base, store)
        results = [run("mergestores", INPUT=[each], STORE=store) for each in order]
        found = content(store)
        assert found.pop("u0")["scale"] in (20.0, 30.0)
        assert found == {key: value for key, value in records.items() if key != "u0"}
        assert sum(result["ADDED"] for result in results) == 2
        again = run("mergestores", INPUT=list(packages), STORE=store)
        assert (again["ADDED"], again["UPDATED"], again["BATCH"]) == (0, 0, "")


class Heard(QgsProcessingFeedback):
    def __init__(self):
        super().__init__()
        self.text = ""

    def pushWarning(self, text):
        self.text += text

    def pushInfo(self, text):
        self.text += text


# --- who, when, and back ---------------------------------------------------------------------


def test_the_history_keeps_who_edited_when_and_the_merge_can_be_undone(run, county, package):
    north = package(county, "north")
    edit(north, "u0", scale=20.0)
    edit(north, "u0", remarks="新塘", by="王五")
    before = content(county)
    settings.OPERATOR.set("县管理员")
    result = run("mergestores", INPUT=[north], STORE=county)
    settings.OPERATOR.set("")
    counts(result, READ=5, UPDATED=1, UNCHANGED=4)
    with open_store(county) as store:
        last = store.history("u0")[-1]
        assert (last["operator"], last["batch"]) == ("王五", result["BATCH"])
        edits = store.rows("merged_edit")
        assert [(e["version"], e["operator"]) for e in edits] == [(2, "north采集员"), (3, "王五")]
        with open_store(north) as there:
            assert [e["time"] for e in edits] == [h["time"] for h in there.history("u0")[1:]]
        (batch, *_) = store.batches()
        assert (batch["operator"], batch["file_name"]) == ("县管理员", "north/origin_trace.gpkg")
        assert (batch["added"], batch["updated"], batch["unchanged"]) == (0, 1, 4)
        assert store.check() == []
    counts(run("mergestores", INPUT=[north], STORE=county), READ=5, UNCHANGED=5)
    run("undoimport", STORE=county, BATCH=result["BATCH"])
    assert content(county) == before
    counts(run("mergestores", INPUT=[north], STORE=county), READ=5, UPDATED=1, UNCHANGED=4)


def test_a_collector_goes_on_with_the_same_package(run, county, package):
    north = package(county, "north")
    edit(north, "u0", scale=20.0)
    add(north, uuid="n", subject_name="新合作社")
    counts(run("mergestores", INPUT=[north], STORE=county), READ=6, ADDED=1, UPDATED=1, UNCHANGED=4)
    edit(county, "u0", alias="县里改")  # meanwhile
    edit(county, "n", alias="县里改")
    edit(north, "u0", scale=21.0)
    edit(north, "n", scale=6.0)
    counts(run("mergestores", INPUT=[north], STORE=county), READ=6, UPDATED=2, UNCHANGED=4)
    found = content(county)
    assert [(found[u]["scale"], found[u]["alias"]) for u in ("u0", "n")] == [
        (21.0, "县里改"),
        (6.0, "县里改"),
    ]


# --- through the gates of the review -------------------------------------------------------------


def test_an_edit_in_the_field_takes_an_approval_and_submitting_needs_all(run, county, package):
    with open_store(county, write=True) as store:
        for kind in ("submit", "approve"):
            version = next(r["version"] for r in store.records() if r["uuid"] == "u0")
            store.decide(Decision(kind, "审核人"), {"u0": version})
    north = package(county, "north")
    edit(north, "u0", scale=20.0)
    edit(north, "u1", status="submitted", scale=11.0)
    edit(north, "u2", status="submitted", contact=None)  # incomplete
    edit(north, "u3", status="submitted")
    with open_store(county, write=True) as store:
        store.apply({"operator": "县"}, [], [{"uuid": "u3", "contact_phone": None}])
    result = run("mergestores", INPUT=[north], STORE=county, REVIEW="memory:")
    counts(result, READ=5, UPDATED=3, UNCHANGED=1, LEFT=1, CONFLICTS=2)
    found = content(county)
    assert [found[f"u{i}"]["status"] for i in range(5)] == [
        *("submitted", "submitted", "draft", "draft", "draft")
    ]
    rows = {row["uuid"]: row for row in result["REVIEW"].getFeatures()}
    assert rows.keys() == {"u2", "u3"} and "种养殖主体联系人" in rows["u2"]["why"]
    assert rows["u2"]["kind"] == "Not submitted"


# --- the list and its answers -----------------------------------------------------------------


def test_answers_written_into_the_list_are_heard(run, county, package, tmp_path):
    north = package(county, "north")
    for uuid in ("u0", "u1", "u2"):
        edit(north, uuid, contact_phone="13900001111")
        edit(county, uuid, contact_phone="13900002222")
    listed = tmp_path / "分歧.xlsx"
    counts(
        run("mergestores", INPUT=[north], STORE=county, CONFLICTS=str(listed)),
        **{"READ": 5, "UNCHANGED": 2, "LEFT": 3, "CONFLICTS": 3},
    )
    book = openpyxl.load_workbook(listed)
    heads = [cell.value for cell in book.active[1]]
    answer, key = heads.index("Take: ours or theirs"), heads.index("key")
    assert answer == key - 1
    by_uuid = {row[heads.index("记录编号")].value: row for row in book.active.iter_rows(2)}
    assert [by_uuid["u0"][heads.index(k)].value for k in ("When packaged", "Ours", "Theirs")] == [
        *("18000079618", "13900002222", "13900001111")
    ]
    by_uuid["u0"][answer].value, by_uuid["u1"][answer].value = "对方", "本库"
    book.save(listed)
    result = run("mergestores", INPUT=[north], STORE=county, ANSWERS=str(listed))
    counts(result, READ=5, UPDATED=1, UNCHANGED=2, LEFT=2, CONFLICTS=1)
    with open_store(county) as store:
        phones = {r["uuid"]: r["contact_phone"] for r in store.records()}
        assert [phones[f"u{i}"] for i in range(3)] == ["13900001111", "13900002222", "13900002222"]
        (logged,) = store.rows("reveal_log")
        assert (logged["what"], logged["records"]) == ("conflict_sheet", 3)
    by_uuid["u2"][answer].value = "看看"
    book.save(listed)
    with pytest.raises(QgsProcessingException, match="看看 is no answer"):
        run("mergestores", INPUT=[north], STORE=county, ANSWERS=str(listed))
    result = run("mergestores", INPUT=[north], STORE=county, CONFLICT_RULE="theirs")
    counts(result, READ=5, UPDATED=2, UNCHANGED=3)


def test_the_table_of_disagreements_hides_phones(run, county, package):
    north = package(county, "north")
    edit(north, "u0", contact_phone="13900001111", contact="张三丰")
    edit(county, "u0", contact_phone="13900002222", contact="李四光")
    table = run("mergestores", INPUT=[north], STORE=county, REVIEW="memory:")["REVIEW"]
    texts = " ".join(str(value) for row in table.getFeatures() for value in row.attributes())
    assert "1390000" not in texts and "139****1111" in texts and "张三丰" not in texts


# --- stores of their own ------------------------------------------------------------------------


def test_a_townships_own_store_is_met_by_the_rules_of_the_import(run, county, tmp_path):
    same = {"collector": "李志", "scale": 10.0}
    own = make_store(
        tmp_path / "镇.gpkg",
        [
            near(0, uuid="t0", subject_name="种植合作社0", **{**same, "scale": 12.0}),
            near(90, uuid="t1", subject_name="种植合作社1", alias="长豆角", **same),
            near(180, uuid="t2", subject_name="种植合作社2", **same),
            near(3000, uuid="t9", subject_name="全新农场", **same),
            near(5000, uuid="t3", subject_name="种植合作社3", **{**same, "scale": 99.0}),
        ],
    )
    result = run("mergestores", INPUT=[own], STORE=county, REVIEW="memory:")
    # One differs, one fills a gap, one is the same, one new, one perhaps another plot.
    counts(result, READ=5, ADDED=1, UPDATED=1, UNCHANGED=1, LEFT=2, CONFLICTS=2)
    found = content(county)
    assert found.keys() == {*(f"u{i}" for i in range(5)), "t9"}
    assert (found["u1"]["alias"], found["u0"]["scale"]) == ("长豆角", 10.0)
    kinds = {row["uuid"]: row["kind"] for row in result["REVIEW"].getFeatures()}
    assert kinds == {"u0": "Both changed it", "t3": "Perhaps one of ours"}
    edit(own, "t9", scale=7.0)
    counts(
        run("mergestores", INPUT=[own], STORE=county),
        **{"READ": 5, "UPDATED": 1, "UNCHANGED": 2, "LEFT": 2, "CONFLICTS": 2},
    )


def test_a_copy_of_the_store_forks_where_it_was_copied(run, county, tmp_path):
    copy = str(tmp_path / "镇.gpkg")
    edit(county, "u0", scale=11.0)
    run("backupstore", STORE=county, OUTPUT=copy)
    edit(copy, "u0", alias="长豆角")
    edit(copy, "u1", gone=True)
    edit(county, "u0", scale=12.0)
    counts(
        run("mergestores", INPUT=[copy], STORE=county),
        **{"READ": 5, "UPDATED": 1, "UNCHANGED": 3, "LEFT": 1, "DELETIONS": 1},
    )
    found = content(county)
    assert (found["u0"]["scale"], found["u0"]["alias"]) == (12.0, "长豆角") and "u1" in found


# --- all or nothing ----------------------------------------------------------------------


def digest(path):
    with open_store(path) as store:
        return list(store.records()), store.revision(), store.rows("import_batch")


def test_only_tried_cancelled_or_failed_leaves_the_store_as_it_was(
    run, county, package, monkeypatch, tmp_path
):
    north = package(county, "north")
    edit(north, "u0", scale=20.0)
    before, files = digest(county), Path(north).read_bytes()
    result = run("mergestores", INPUT=[north], STORE=county, DRY_RUN=True)
    counts(result, READ=5, UPDATED=1, UNCHANGED=4)
    assert digest(county) == before
    for share in (0, 50, 80):

        class Stopped(QgsProcessingFeedback):
            def setProgress(self, percent, at=share):  # called by our own code
                if percent >= at:
                    self.cancel()

        stopped = Stopped()
        if not share:
            stopped.cancel()
        with pytest.raises(QgsProcessingException, match="ancelled"):
            run("mergestores", INPUT=[north], STORE=county, feedback=stopped)
        assert digest(county) == before

    insert = Database.insert

    def fail(database, table, rows):
        if table == "merged_edit":
            raise OSError("disk full")
        return insert(database, table, rows)

    with monkeypatch.context() as patch:
        patch.setattr(Database, "insert", fail)
        with pytest.raises((QgsProcessingException, OSError)):
            run("mergestores", INPUT=[north], STORE=county)
    assert digest(county) == before
    assert Path(north).read_bytes() == files  # what came is only read
    with pytest.raises(QgsProcessingException):
        run("mergestores", INPUT=[north], STORE=county, CONFLICTS=str(tmp_path / "no" / "c.xlsx"))
    assert digest(county) == before


def test_what_cannot_be_merged_is_refused(run, county, tmp_path, new_store):
    with pytest.raises(QgsProcessingException, match="into itself"):
        run("mergestores", INPUT=[county], STORE=county)
    other = new_store("360827", "遂川县.gpkg")
    with pytest.raises(QgsProcessingException, match="360827"):
        run("mergestores", INPUT=[other], STORE=county)
    broken = tmp_path / "坏.gpkg"
    broken.write_bytes(Path(county).read_bytes()[:100_000])
    with pytest.raises(QgsProcessingException, match=r"坏\.gpkg"):
        run("mergestores", INPUT=[str(broken)], STORE=county)
