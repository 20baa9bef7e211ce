"""A round that was opened hides nothing: maps, tables and exports, sheets, undo, a stop."""

from __future__ import annotations

import openpyxl
import pytest
from origin_trace.core.reviews import APPROVE, SUBMIT
from origin_trace.core.sheet_rows import sheet_row
from origin_trace.layers.store import open_store
from origin_trace.spreadsheets.writer import write_sheet
from origin_trace.tests.qgis.point_store import make_store, of_uuid, open_layer
from origin_trace.tests.unit.records import animal
from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProject

VISIT = {"confirmed_on": "2023-06-05", "confirmed_how": "入户"}
NAMES = {"a": "何兰梅", "b": "李建国", "c": "覃福远"}


def stored(path):
    with open_store(path) as store:
        return {(r["base_id"], r["period"]): r for r in store.records()}


def decide(run, path, kind, *uuids):
    layer = open_layer(path)
    layer.selectByIds([of_uuid(layer, uuid).id() for uuid in uuids])
    given = QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True)
    done = run("review", INPUT=given, DECISION=kind, OPERATOR="王审核")
    QgsProject.instance().clear()
    return done["CHANGED"]


def edit(path, uuid, **values):
    """Save new values of a record, as its form does."""
    layer = open_layer(path)
    assert layer.startEditing()
    fid = of_uuid(layer, uuid).id()
    for name, value in values.items():
        assert layer.changeAttributeValue(fid, layer.fields().indexOf(name), value)
    assert layer.commitChanges(), layer.commitErrors()
    QgsProject.instance().clear()


@pytest.fixture
def path(run, tmp_path):
    """Return a store with an approved June of three bases and July opened."""
    records = [
        animal(
            uuid=f"{base}6",
            base_id=base,
            subject_name=name,
            contact_phone=f"1380000000{n}",
            scale=60.0 + n,
            lon=115.01 + n / 100,
            coordinate_original=f"{115.01 + n / 100:.6f},26.859674",
            **VISIT,
        )
        for n, (base, name) in enumerate(NAMES.items())
    ]
    path = make_store(tmp_path / "泰和 县.gpkg", records)
    for kind in (SUBMIT, APPROVE):
        assert decide(run, path, kind, "a6", "b6", "c6") == 3
    assert run("rollforward", INPUT=path, PERIOD="2023-07")["CREATED"] == 3
    return path


def shown(run, path, **query):
    """Return base -> (period, scale) of what a query finds."""
    found = run("querypoints", INPUT=path, OUTPUT="memory:", **query)["OUTPUT"]
    return {f["base_id"]: (f["period"], f["scale"]) for f in found.getFeatures()}


def exported(run, path, tmp_path, purpose="platform"):
    """Return what is exported as producer -> scale, and how many are held back."""
    result = run("exportsheet", INPUT=path, PURPOSE=purpose, OUTPUT=str(tmp_path / "报.xlsx"))
    cells = list(openpyxl.load_workbook(result["OUTPUT"]).active.iter_rows(values_only=True))
    rows = [row for row in cells if row[4] == "肉羊"]
    assert len(rows) == result["EXPORTED"]
    return {row[1]: row[14] for row in rows}, result["HELD_BACK"]


JUNE = {"何兰梅": 60, "李建国": 61, "覃福远": 62}


def test_june_is_shown_and_handed_up_until_july_was_collected(run, path, tmp_path):
    june = {base: ("2023-06", 60.0 + n) for n, base in enumerate(NAMES)}
    assert shown(run, path) == june and shown(run, path, PERIOD="2023-07") == {}
    assert exported(run, path, tmp_path) == (JUNE, 0)
    assert len(exported(run, path, tmp_path, "public")[0]) == 3
    page = str(tmp_path / "图.png")
    assert run("distributionmap", INPUT=path, OUTPUT=page)["COUNT"] == 3
    assert run("scope", INPUT=path, OUTPUT="memory:")["IN_SCOPE"] == 3
    # What tells work to do sees the round that was opened.
    day = {"DATE": "2023-07-10", "OUTPUT": "memory:"}
    due = run("freshness", INPUT=path, **day)
    assert (due["DUE"], due["FRESH"]) == (3, 0)
    assert {f["period"] for f in due["OUTPUT"].getFeatures()} == {"2023-07"}
    checked = run("validate", INPUT=path, OUTPUT="memory:")
    assert (checked["RECORDS"], checked["ERRORS"], checked["WARNINGS"]) == (6, 3, 0)

    draft = stored(path)["b", "2023-07"]["uuid"]
    edit(path, draft, scale=90.0, **VISIT)
    assert shown(run, path) == {**june, "b": ("2023-07", 90.0)}
    assert decide(run, path, SUBMIT, draft) == decide(run, path, APPROVE, draft) == 1
    assert shown(run, path) == {**june, "b": ("2023-07", 90.0)}
    assert exported(run, path, tmp_path) == ({**JUNE, "李建国": 90}, 0)
    due = run("freshness", INPUT=path, **day)
    assert (due["DUE"], due["FRESH"]) == (2, 1)


def sheet_of_july(path, tmp_path, scale):
    """Write the sheet of July from what the store has, without our numbers; return its path."""
    rows = [
        {**sheet_row(record), "scale": scale}
        for (_base, period), record in stored(path).items()
        if period == "2023-06"
    ]
    sheet = str(tmp_path / "七月.xlsx")
    write_sheet(sheet, rows, metadata={"reported_by": "万合镇", "reported_on": "2023-07-08"})
    return sheet


def test_a_sheet_of_july_fills_the_drafts_and_undoing_it_shows_june_again(run, path, tmp_path):
    before = shown(run, path)
    sheet = sheet_of_july(path, tmp_path, 75)
    result = run("importsheet", INPUT=[sheet], STORE=path)
    assert (result["ADDED"], result["UPDATED"], result["REFUSED"]) == (0, 3, 0)
    assert len(stored(path)) == 6
    assert shown(run, path) == dict.fromkeys(NAMES, ("2023-07", 75.0))
    assert run("undoimport", STORE=path, BATCH=result["BATCH"])["RESTORED"] == 3
    assert shown(run, path) == before
    assert {r["scale"] for (_, period), r in stored(path).items() if period == "2023-07"} == {None}


def test_a_base_that_has_stopped_is_not_shown_and_held_back_with_the_reason(run, path, tmp_path):
    edit(path, stored(path)["b", "2023-07"]["uuid"], scale=0.0, **VISIT)
    assert set(shown(run, path)) == {"a", "c"}
    assert shown(run, path, SCALE_MIN=0)["b"] == ("2023-07", 0.0)
    others = {name: scale for name, scale in JUNE.items() if name != "李建国"}
    assert exported(run, path, tmp_path) == (others, 1)
    assert len(exported(run, path, tmp_path, "public")[0]) == 2
    draft = stored(path)["b", "2023-07"]["uuid"]
    assert decide(run, path, SUBMIT, draft) == decide(run, path, APPROVE, draft) == 1
    held = run(
        "exportsheet",
        INPUT=path,
        OUTPUT=str(tmp_path / "报.xlsx"),
        HELD_BACK_TABLE="memory:",
        PURPOSE="platform",
    )["HELD_BACK_TABLE"]
    (row,) = held.getFeatures()
    assert row["uuid"] == draft and "\n" not in row["reasons"] and "0" in row["reasons"]
    found = run("validate", INPUT=path, OUTPUT="memory:")["OUTPUT"]
    assert [f["rule"] for f in found.getFeatures() if f["uuid"] == draft] == ["A-stopped"]
    assert run("freshness", INPUT=path, DATE="2024-01-01", OUTPUT="memory:")["FRESH"] == 1
    assert run("rollforward", INPUT=path, PERIOD="2023-08")["STOPPED"] == 1


def test_a_sheet_says_with_0_that_a_known_base_has_stopped(run, path, tmp_path):
    result = run("importsheet", INPUT=[sheet_of_july(path, tmp_path, 0)], STORE=path)
    assert (result["ADDED"], result["UPDATED"]) == (0, 3)
    assert shown(run, path) == {}
    assert {r["scale"] for (_, period), r in stored(path).items() if period == "2023-07"} == {0.0}
