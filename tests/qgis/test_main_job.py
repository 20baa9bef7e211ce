"""The main job on the sample sheets: every value equals its truth file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from origin_trace.core.schema import split_choices
from origin_trace.layers.store import open_store

DATA = Path(__file__).resolve().parents[1] / "data"
SHEETS = (("taihe_official", "360826"), ("tianya_split", "460204"), ("taihe_multisheet", "360826"))
SEVERAL = ("production_modes", "trace_modes")


def truth(name):
    return json.loads((DATA / "sheets" / f"{name}.json").read_text(encoding="utf-8"))


def stored(path):
    """Return the records of a store in the form of the truth files."""
    found = []
    for record in open_store(path).records():
        shown = {key: "" if value is None else value for key, value in record.items()}
        for key in SEVERAL:
            shown[key] = "、".join(split_choices(record[key]))
        found.append(shown)
    return found


def check(expected, record):
    differences = {}
    for key, value in {**expected, **expected.get("expect", {})}.items():
        if key in ("mess", "expect", "near", "name_spaces"):
            continue
        if expected.get("expect", {}).get("lon", 0) is None and key in ("lon", "lat"):
            value = ""
        found = record[key]
        if value is None:
            value = ""
        if key in ("lon", "lat") and value != "":
            same = found != "" and abs(found - value) < 1e-6
        elif key in expected.get("near", {}):
            same = abs(found - value) <= expected["near"][key] * value
        else:
            same = found == value
        if not same:
            differences[key] = (value, found)
    return differences


@pytest.mark.parametrize("with_villages", [False, True])
@pytest.mark.parametrize("name, region", SHEETS)
def test_every_value_of_the_samples_equals_its_truth(
    name, region, with_villages, run, new_store, village_list
):
    more = {"VILLAGES": village_list} if with_villages else {}
    store = new_store(region, **more)
    result = run("importsheet", INPUT=[str(DATA / "sheets" / f"{name}.xlsx")], STORE=store)
    expected = truth(name)
    assert result["ADDED"] == expected["rows"]
    assert result["READ"] == sum(
        result[key] for key in ("ADDED", "UPDATED", "UNCHANGED", "REFUSED", "BLANK")
    )
    records = stored(store)
    by_name = {(r["subject_name"], r["village"], r["industry"]): r for r in records}
    assert len(by_name) == expected["rows"]
    wrong = {}
    for item in expected["records"]:
        record = by_name[(item["subject_name"], item["village"], item["industry"])]
        differences = check(item, record)
        if differences:
            wrong[item["subject_name"]] = (item.get("mess"), differences)
    assert wrong == {}


def test_importing_a_file_twice_changes_nothing(run, new_store):
    store = new_store()
    sheet = [str(DATA / "sheets" / "taihe_official.xlsx")]
    first = run("importsheet", INPUT=sheet, STORE=store)
    before = stored(store)
    second = run("importsheet", INPUT=sheet, STORE=store)
    assert (second["ADDED"], second["UPDATED"]) == (0, 0)
    assert second["UNCHANGED"] == first["ADDED"]
    assert stored(store) == before


def test_a_dry_run_counts_the_same_and_writes_nothing(run, new_store):
    store = new_store()
    sheet = [str(DATA / "sheets" / "taihe_multisheet.xlsx")]
    dry = run("importsheet", INPUT=sheet, STORE=store, DRY_RUN=True)
    assert dry["BATCH"] == "" and stored(store) == []
    real = run("importsheet", INPUT=sheet, STORE=store)
    assert {k: v for k, v in dry.items() if k != "BATCH"} == {
        k: v for k, v in real.items() if k != "BATCH"
    }
