"""freshness, rollforward and scope on real stores, as QGIS runs them."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import pytest
from origin_trace.core.periods import current
from origin_trace.layers.store import open_store
from origin_trace.settings import OPERATOR
from origin_trace.tests.qgis.point_store import make_store, of_uuid, open_layer
from origin_trace.tests.unit.records import animal, crop
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate

PHONES = ("18000079618", "15000077483", "13000002925")


def records_of_two_months():
    """Return records of four bases; those without a status word are approved below."""
    return [
        animal(uuid="a5", base_id="a", period="2023-05", scale=60, collected_on="2023-05-09"),
        animal(uuid="a6", base_id="a", period="2023-06", scale=70, collected_on="2023-06-09"),
        animal(uuid="b4", base_id="b", period="2023-04", scale=30, village="霞山村"),
        animal(uuid="c5", base_id="c", period="2023-05", lon=None, lat=None, product="生猪"),
        crop(uuid="d1", base_id="d", confirmed_on="2023-01-05", confirmed_how="入户"),
        animal(uuid="e6", base_id="e", product="乌鸡", scale=1000),
    ]


def approve(path, *uuids):
    """Have records submitted and approved, by plain SQL as any program may."""
    listed = ", ".join(f"'{uuid}'" for uuid in uuids)
    with sqlite_of(path) as (execute, _):
        for status in ("submitted", "approved"):
            execute(f"UPDATE collection_point SET status = '{status}' WHERE uuid IN ({listed})")


class sqlite_of:  # noqa: N801
    """A store in another program: OGR, which knows the functions of its triggers."""

    def __init__(self, path):
        from osgeo import gdal

        self._dataset = gdal.OpenEx(path, gdal.OF_VECTOR | gdal.OF_UPDATE)

    def __enter__(self):
        def execute(sql):
            result = self._dataset.ExecuteSQL(sql)
            if result is not None:
                self._dataset.ReleaseResultSet(result)

        return execute, self._dataset

    def __exit__(self, *_):
        self._dataset = None


@pytest.fixture
def path(provider, tmp_path):
    path = make_store(tmp_path / "泰和 县.gpkg", records_of_two_months())
    approve(path, "a5", "a6", "b4", "c5", "d1")
    yield path
    QgsProject.instance().clear()


@pytest.fixture
def layer(path):
    return open_layer(path)


def stored(path):
    with open_store(path) as store:
        return {record["uuid"]: record for record in store.records()}


def rows(layer):
    if isinstance(layer, str):
        layer = QgsVectorLayer(layer, "result", "ogr")
    names = layer.fields().names()
    return [
        {**dict(zip(names, feature.attributes())), "has_point": feature.hasGeometry()}
        for feature in layer.getFeatures()
    ]


def selected(layer, *uuids):
    layer.selectByIds([of_uuid(layer, uuid).id() for uuid in uuids])
    return QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True)


# --- freshness ----------------------------------------------------------------------


@pytest.mark.parametrize("day", ["2023-06-15", QDate(2023, 6, 15), date(2023, 6, 15)])
def test_freshness_tells_the_state_of_each_current_record(run, path, day):
    day = QDate(day.year, day.month, day.day) if isinstance(day, date) else day
    result = run("freshness", INPUT=path, DATE=day, OUTPUT="memory:")
    found = {row["uuid"]: row for row in rows(result["OUTPUT"])}
    states = {uuid: row["state"] for uuid, row in found.items()}
    assert states == {
        "a6": "fresh",
        "b4": "overdue",
        "c5": "due",
        "d1": "fresh",
        "e6": "fresh",
    }
    assert (result["OVERDUE"], result["DUE"], result["FRESH"]) == (1, 1, 3)
    assert not found["c5"]["has_point"] and found["a6"]["has_point"]
    assert [row["uuid"] for row in rows(result["OUTPUT"])][:2] == ["b4", "c5"]
    due = found["c5"]
    assert (due["last_period"], due["next_due"], due["days"]) == ("2023-05", "2023-06-30", 15)
    assert "2023-06" in due["reason"]
    assert found["b4"]["days"] == -15


def test_freshness_is_of_today_without_a_day(run, path):
    result = run("freshness", INPUT=path, OUTPUT="memory:")
    assert result["FRESH"] + result["DUE"] + result["OVERDUE"] == 5
    assert result["OVERDUE"] == 5


def test_freshness_of_selected_records_judges_them_by_all(run, path, layer):
    result = run(
        "freshness",
        INPUT=selected(layer, "a5", "c5"),
        DATE="2023-06-15",
        OUTPUT="memory:",
    )
    # a5 is no current record: there is a later month of the base
    assert [row["uuid"] for row in rows(result["OUTPUT"])] == ["c5"]
    assert (result["OVERDUE"], result["DUE"], result["FRESH"]) == (0, 1, 0)


def test_freshness_sees_edits_that_are_not_saved(run, path, layer):
    layer.startEditing()
    feature = of_uuid(layer, "c5")
    layer.changeAttributeValue(feature.id(), layer.fields().indexOf("period"), "2023-06")
    new = QgsFeature(layer.fields())
    for name, value in (("product", "肉羊"), ("subject_name", "新户"), ("period", "2023-03")):
        new[name] = value
    assert layer.addFeatures([QgsFeature(new), QgsFeature(new)])
    result = run("freshness", INPUT=layer, DATE="2023-06-15", OUTPUT="memory:")
    assert (result["OVERDUE"], result["DUE"], result["FRESH"]) == (3, 0, 4)
    layer.rollBack()


def test_freshness_follows_the_intervals_of_the_store(run, path):
    with open_store(path, write=True) as store:
        products = store.rows("product")
        for row in products:
            row["interval"] = {"肉羊": "crop", "乌鸡": None}.get(row["name"], row["interval"])
        store.replace("product", products)
    result = run("freshness", INPUT=path, DATE="2023-06-15", OUTPUT="memory:")
    states = {row["uuid"]: row["state"] for row in rows(result["OUTPUT"])}
    assert states["a6"] == states["b4"] == "due"  # months are no crops
    assert states["e6"] == "fresh"


def test_freshness_counts_by_village(run, path):
    result = run("freshness", INPUT=path, DATE="2023-06-15", OUTPUT="memory:", PLACES="memory:")
    found = {
        row["village"]: (row["fresh"], row["due"], row["overdue"]) for row in rows(result["PLACES"])
    }
    assert found == {"大鹏村": (3, 1, 0), "霞山村": (0, 0, 1)}


def test_freshness_into_a_file(run, path, tmp_path):
    result = run("freshness", INPUT=path, DATE="2023-06-15", OUTPUT=str(tmp_path / "到期.gpkg"))
    assert len(rows(result["OUTPUT"])) == 5


@pytest.mark.parametrize("day", ["2023-06-35", "六月"])
def test_a_day_that_is_none_is_refused(run, path, day):
    with pytest.raises(QgsProcessingException):
        run("freshness", INPUT=path, DATE=day, OUTPUT="memory:")


# --- rollforward ---------------------------------------------------------------------


def counts(result):
    return tuple(
        result[name] for name in ("CREATED", "PRESENT", "SKIPPED", "UNAPPROVED", "STOPPED")
    )


def test_rollforward_makes_drafts_of_the_last_approved_round(run, path):
    OPERATOR.set("王审核")
    try:
        result = run("rollforward", INPUT=path, PERIOD="2023-07")
    finally:
        OPERATOR.set("")
    assert counts(result) == (3, 0, 1, 1, 0)
    before, new = records_of_two_months(), current(stored(path).values())
    drafts = {record["base_id"]: record for record in new if record["period"] == "2023-07"}
    assert set(drafts) == {"a", "b", "c"}
    old = next(record for record in before if record["uuid"] == "a6")
    draft = drafts["a"]
    assert draft["status"] == "draft" and draft["version"] == 1
    assert draft["uuid"] not in {record["uuid"] for record in before}
    assert draft["import_batch"] == result["BATCH"] and draft["updated_by"] == "王审核"
    for column in ("scale", "collected_on", "confirmed_on", "confirmed_how", "market_start"):
        assert draft[column] is None
    for column in ("subject_name", "contact_phone", "village", "trace_modes", "scale_unit"):
        assert draft[column] == old[column]
    assert (draft["lon"], draft["lat"]) == (old["lon"], old["lat"])
    assert drafts["c"]["lon"] is None
    with open_store(path) as store:
        (batch, *_) = store.batches()
        history = store.history(draft["uuid"])
        assert store.check() == []
    assert (batch["added"], batch["period"], batch["operator"]) == (3, "2023-07", "王审核")
    assert [(row["operation"], row["batch"]) for row in history] == [("insert", result["BATCH"])]


def test_rollforward_twice_makes_nothing_twice_and_leaves_no_trace(run, path):
    run("rollforward", INPUT=path, PERIOD="2023-07")
    with open_store(path) as store:
        revision, batches = store.revision(), len(store.batches())
    again = run("rollforward", INPUT=path, PERIOD="2023-07")
    assert counts(again) == (0, 3, 1, 1, 0) and again["BATCH"] == ""
    with open_store(path) as store:
        assert (store.revision(), len(store.batches())) == (revision, batches)


def test_rollforward_is_undone_as_an_import_is(run, path):
    before = stored(path)
    result = run("rollforward", INPUT=path, PERIOD="2023-07")
    kept = next(u for u, r in stored(path).items() if r["period"] == "2023-07")
    with sqlite_of(path) as (execute, _):
        execute(f"UPDATE collection_point SET scale = 5 WHERE uuid = '{kept}'")
    undone = run("undoimport", STORE=path, BATCH=result["BATCH"])
    assert (undone["REMOVED"], undone["RESTORED"], undone["KEPT"]) == (2, 0, 1)
    assert set(stored(path)) == {*before, kept}
    assert counts(run("rollforward", INPUT=path, PERIOD="2023-07")) == (2, 1, 1, 1, 0)


def test_rollforward_of_crops(run, path):
    assert counts(run("rollforward", INPUT=path, PERIOD="2024-1")) == (1, 0, 4, 0, 0)
    draft = next(r for r in stored(path).values() if r["period"] == "2024-1")
    assert draft["base_id"] == "d" and draft["market_start"] is None
    assert draft["confirmed_on"] is None and draft["production_modes"] is not None


def test_rollforward_of_selected_bases(run, path, layer):
    result = run("rollforward", INPUT=selected(layer, "a5", "d1"), PERIOD="2023-07")
    assert counts(result) == (1, 0, 1, 0, 0)
    draft = next(r for r in stored(path).values() if r["period"] == "2023-07")
    assert draft["base_id"] == "a"
    assert layer.featureCount() == 7  # the open layer shows it


def test_rollforward_of_a_filtered_layer(run, path, layer):
    layer.setSubsetString("\"base_id\" = 'b'")
    assert counts(run("rollforward", INPUT=layer, PERIOD="2023-07")) == (1, 0, 0, 0, 0)


def test_after_rolling_forward_the_round_is_due_until_it_is_collected(run, path):
    run("rollforward", INPUT=path, PERIOD="2023-07")
    result = run("freshness", INPUT=path, DATE="2023-07-15", OUTPUT="memory:")
    states = {row["base_id"]: row["state"] for row in rows(result["OUTPUT"])}
    assert states == {"a": "due", "b": "overdue", "c": "overdue", "d": "fresh", "e": "due"}


@pytest.mark.parametrize("period", ["2023-13", "2023", "七月", "2023-00", "2023-10x", ""])
def test_a_period_that_is_none_is_refused(run, path, period):
    before = stored(path)
    with pytest.raises(QgsProcessingException):
        run("rollforward", INPUT=path, PERIOD=period)
    assert stored(path) == before


@pytest.mark.parametrize("edit", ["change", "add", "delete"])
def test_rollforward_waits_for_edits_to_be_saved(run, path, layer, edit):
    before = stored(path)
    layer.startEditing()
    feature = of_uuid(layer, "a6")
    if edit == "change":
        layer.changeAttributeValue(feature.id(), layer.fields().indexOf("scale"), 3.0)
    elif edit == "delete":
        layer.deleteFeature(feature.id())
    else:
        assert layer.addFeature(QgsFeature(layer.fields()))
    for given in (layer, path):
        with pytest.raises(QgsProcessingException, match="not saved"):
            run("rollforward", INPUT=given, PERIOD="2023-07")
    assert stored(path) == before and layer.isModified()
    layer.rollBack()
    assert run("rollforward", INPUT=layer, PERIOD="2023-07")["CREATED"] == 3


def test_rollforward_with_an_edit_session_open(run, path, layer):
    layer.startEditing()
    assert run("rollforward", INPUT=layer, PERIOD="2023-07")["CREATED"] == 3
    assert layer.featureCount() == 9
    layer.rollBack()


def test_rollforward_of_a_locked_store(run, path, monkeypatch):
    monkeypatch.setattr("origin_trace.layers.gpkg_db.BUSY_SECONDS", 0.2)
    before = stored(path)
    other = sqlite3.connect(path)
    other.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(QgsProcessingException, match="in use"):
            run("rollforward", INPUT=path, PERIOD="2023-07")
    finally:
        other.rollback()
        other.close()
    assert stored(path) == before
    assert run("rollforward", INPUT=path, PERIOD="2023-07")["CREATED"] == 3


@pytest.mark.parametrize("percent", [0, 30, 41, 90])
def test_rollforward_cancelled_at_any_time_is_all_or_nothing(provider, path, percent):
    import processing

    class Stopping(QgsProcessingFeedback):
        def setProgress(self, now):
            if now >= percent:
                self.cancel()
            super().setProgress(now)

    before, feedback = stored(path), Stopping(False)
    if not percent:
        feedback.cancel()
    parameters = {"INPUT": path, "PERIOD": "2023-07"}
    with pytest.raises(QgsProcessingException, match="ancelled"):
        processing.run("origintrace:rollforward", parameters, feedback=feedback)
    assert stored(path) == before
    with open_store(path) as store:
        assert len(store.batches()) == 1 and store.check() == []


def test_rollforward_into_a_shared_store_is_refused(run, path, tmp_path, monkeypatch):
    monkeypatch.setenv("OneDrive", str(tmp_path))
    before = stored(path)
    with pytest.raises(QgsProcessingException, match="OneDrive"):
        run("rollforward", INPUT=path, PERIOD="2023-07")
    assert stored(path) == before


def test_rollforward_needs_a_store(run, path):
    result = run("querypoints", INPUT=path, OUTPUT="memory:")
    with pytest.raises(QgsProcessingException, match="store"):
        run("rollforward", INPUT=result["OUTPUT"], PERIOD="2023-07")


def test_a_store_changed_between_reading_and_writing_is_left_alone(run, path, monkeypatch):
    from origin_trace.processing.algorithms import roll_forward

    plan = roll_forward.roll_forward

    def and_then_somebody_edits(*given):
        rolled = plan(*given)
        with sqlite_of(path) as (execute, _):
            execute("UPDATE collection_point SET remarks = 'x' WHERE uuid = 'b4'")
        return rolled

    monkeypatch.setattr(roll_forward, "roll_forward", and_then_somebody_edits)
    with pytest.raises(QgsProcessingException, match="changed meanwhile"):
        run("rollforward", INPUT=path, PERIOD="2023-07")
    assert len(stored(path)) == 6


# --- scope ---------------------------------------------------------------------------


@pytest.fixture
def holdings(provider, tmp_path):
    name = "惠民养殖专业合作社"
    records = [
        animal(uuid="1", subject_name=name, scale=30),
        animal(uuid="2", subject_name="惠民 养殖专业合作社", scale=20, base_id="x"),
        animal(uuid="3", subject_name=name, product="生猪", scale=30, scale_unit="头"),
        animal(uuid="4", subject_name="惠民养殖专业合作杜", scale=49),
        animal(
            uuid="5",
            subject_name=name,
            industry="渔业",
            product="乌鳢",
            scale=0.3,
            scale_unit="亩",
            facility=1,
        ),
        animal(uuid="6", subject_name="周家养殖场", scale=None, product="乌鸡"),
        animal(uuid="7", base_id="x", subject_name=name, period="2023-05", scale=500),
    ]
    yield make_store(tmp_path / "规模.gpkg", records)
    QgsProject.instance().clear()


def test_scope_compares_totals_with_thresholds(run, holdings):
    result = run("scope", INPUT=holdings, OUTPUT="memory:")
    found = {(row["producer"], row["product"]): row for row in rows(result["OUTPUT"])}
    assert {key: row["verdict"] for key, row in found.items()} == {
        ("惠民养殖专业合作社", "肉羊"): "only_in_total",
        ("惠民养殖专业合作社", "生猪"): "in_scope",
        ("惠民养殖专业合作社", "乌鳢"): "in_scope",
        ("惠民养殖专业合作杜", "肉羊"): "below",
        ("周家养殖场", "乌鸡"): "open",
    }
    sheep = found["惠民养殖专业合作社", "肉羊"]
    assert (sheep["total"], sheep["threshold"], sheep["unit"]) == (50, 50, "只")
    assert (sheep["bases"], sheep["records"]) == (2, 2)
    assert sheep["similar"] == "惠民养殖专业合作杜" and "惠民 养殖" in sheep["spellings"]
    assert found["惠民养殖专业合作社", "乌鳢"]["threshold"] == 0.3
    assert (result["IN_SCOPE"], result["BELOW"]) == (3, 1)
    assert (result["ONLY_IN_TOTAL"], result["OPEN"]) == (1, 1)
    text = str(rows(result["OUTPUT"]))
    assert not any(phone in text for phone in PHONES)


def test_scope_of_selected_records_and_own_thresholds(run, holdings):
    with open_store(holdings, write=True) as store:
        products = store.rows("product")
        for row in products:
            row["threshold"] = 30 if row["name"] == "肉羊" else row["threshold"]
        store.replace("product", products)
    layer = open_layer(holdings)
    result = run("scope", INPUT=selected(layer, "1", "4", "7"), OUTPUT="memory:")
    # 7 is of an earlier month
    assert {row["producer"]: row["total"] for row in rows(result["OUTPUT"])} == {
        "惠民养殖专业合作社": 30,
        "惠民养殖专业合作杜": 49,
    }
    assert (result["IN_SCOPE"], result["BELOW"]) == (2, 0)


def test_scope_into_a_sheet(run, holdings, tmp_path):
    result = run("scope", INPUT=holdings, OUTPUT=str(tmp_path / "规模 表.xlsx"))
    assert len(rows(result["OUTPUT"])) == 5


# --- layers of any kind ---------------------------------------------------------------


@pytest.mark.parametrize("name", ["freshness", "scope"])
def test_a_plain_layer_is_judged_by_the_products_of_the_notice(run, path, name):
    plain = run("querypoints", INPUT=path, OUTPUT="memory:")["OUTPUT"]
    of_plain, of_store = (
        run(
            name,
            INPUT=given,
            OUTPUT="memory:",
            **({"DATE": "2023-06-15"} if name == "freshness" else {}),
        )
        for given in (plain, path)
    )
    assert rows(of_plain["OUTPUT"]) == rows(of_store["OUTPUT"])


@pytest.mark.parametrize(
    "name, more",
    [
        ("freshness", {"OUTPUT": "memory:"}),
        ("rollforward", {"PERIOD": "2023-07"}),
        ("scope", {"OUTPUT": "memory:"}),
    ],
)
def test_a_damaged_store_and_a_foreign_layer_are_refused(run, path, tmp_path, name, more):
    foreign = QgsVectorLayer("Point?field=a:string", "别的", "memory")
    with pytest.raises(QgsProcessingException):
        run(name, INPUT=foreign, **more)
    data = bytearray(Path(path).read_bytes())
    for start in range(4096 * 20, len(data) - 4096, 4096 * 3):
        data[start : start + 4096] = b"\xff" * 4096
    damaged = tmp_path / "坏.gpkg"
    damaged.write_bytes(bytes(data))
    with pytest.raises(QgsProcessingException):
        run(name, INPUT=str(damaged), **more)
    assert damaged.read_bytes() == bytes(data)


# --- as QGIS shows them --------------------------------------------------------------


@pytest.mark.parametrize("name", ["freshness", "scope"])
def test_results_are_dressed_when_loaded(provider, path, name):
    from origin_trace.layers import round_looks

    import processing

    result = processing.run(f"origintrace:{name}", {"INPUT": path, "OUTPUT": "memory:"})["OUTPUT"]
    dress = {"freshness": round_looks.dress_freshness, "scope": round_looks.dress_scope}[name]
    dress(result, QgsProject.instance())
    assert result.readOnly()
    for column in ("reason", "verdict" if name == "scope" else "state"):
        field = result.fields()[result.fields().indexOf(column)]
        assert field.alias() and field.alias() != column
    if name == "freshness":
        values = {category.value() for category in result.renderer().categories()}
        assert values == {"fresh", "due", "overdue"}


def test_algorithms_have_icons_of_their_own(provider):
    icons = {
        name: QgsApplication.processingRegistry().algorithmById(f"origintrace:{name}").icon()
        for name in ("freshness", "rollforward", "scope")
    }
    assert not any(icon.isNull() for icon in icons.values())
