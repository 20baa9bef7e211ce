"""Roles decide over a real store; phones that are given in full are kept in its log."""

from __future__ import annotations

import shutil

import openpyxl
import pytest
from origin_trace import settings
from origin_trace.core.errors import InputError, StoreError
from origin_trace.core.tables import PERSON, TABLES
from origin_trace.layers import locations
from origin_trace.layers.reveals import keep_reveal
from origin_trace.layers.store import open_store
from origin_trace.tests.qgis.point_store import make_store
from origin_trace.tests.unit.records import crop
from qgis.core import (
    QgsFeatureRequest,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsVectorLayer,
)

VISITED = {"confirmed_on": "2026-11-20", "confirmed_how": "实地"}
EMPTY = {column.name: None for column in TABLES[PERSON]}


def person(name, role, **more):
    return {**EMPTY, "id": f"{name}{role}", "name": name, "role": role, "active": 1, **more}


EXPIRED = person(
    "赵测",
    "agency",
    organisation="某公司",
    agreement_number="密-1",
    agreement_date="2020-01-01",
    agreement_expires="2020-12-31",
)


@pytest.fixture
def path(tmp_path, qgis_new_project):
    """A store with two submitted records and one with an error."""
    records = [
        crop(**VISITED, uuid=f"u{n}", status="submitted", subject_name=f"户{n}", lon=115.0 + n / 99)
        for n in range(2)
    ]
    records.append(crop(uuid="bad", status="submitted", subject_name="错", contact_phone="123"))
    yield str(make_store(tmp_path / "泰和 县.gpkg", records))
    settings.OPERATOR.set("")


def people(path, *rows):
    with open_store(path, write=True) as store:
        store.append("person", rows)


def log(path):
    with open_store(path) as store:
        return [
            (row["operator"], row["what"], row["records"], row["uuid"], row["reason"])
            for row in store.rows("reveal_log")
        ]


class Told(QgsProcessingFeedback):
    def __init__(self):
        super().__init__(False)
        self.texts, self.warned = [], []

    def pushInfo(self, text):
        self.texts.append(text)

    def pushWarning(self, text):
        self.warned.append(text)


def told(name, **parameters):
    import processing

    feedback = Told()
    processing.run(f"origintrace:{name}", parameters, feedback=feedback)
    return feedback


def test_only_a_listed_reviewer_approves(run, path):
    given = {"INPUT": path, "DECISION": "approve"}
    people(path, person("王审核", "reviewer"), person("李采", "collector"), EXPIRED)
    for name in ("李采", "赵测", "谁"):
        assert run("review", OPERATOR=name, **given)["CHANGED"] == 0
    results = run("review", OPERATOR="李采", REFUSALS="memory:", **given)
    found = {f["reason"] for f in results["REFUSALS"].getFeatures()}
    assert len(found) == 1 and "not listed as a reviewer" in found.pop()
    assert run("review", OPERATOR="王 审核", **given)["CHANGED"] == 2


def test_without_a_list_anybody_approves(run, path):
    assert run("review", INPUT=path, DECISION="approve", OPERATOR="谁")["CHANGED"] == 2


@pytest.mark.parametrize(
    ("name", "given", "row"),
    [
        ("exportsheet", {"PURPOSE": "internal", "OUTPUT": "表.xlsx"}, ("internal_sheet", 3)),
        ("exportsheet", {"PURPOSE": "public", "OUTPUT": "表.xlsx"}, None),
        ("exportsheet", {"PURPOSE": "platform", "OUTPUT": "表.xlsx"}, None),  # none goes up
        ("validate", {"FOLDER": "退回", "OUTPUT": "memory:"}, ("return_sheets", 1)),
        ("validate", {"OUTPUT": "memory:"}, None),
        ("history", {"PERSONAL": True, "OUTPUT": "memory:"}, ("changes", 3)),
        ("history", {"OUTPUT": "memory:"}, None),
        ("querypoints", {"TABLE": "表.xlsx", "OUTPUT": "memory:"}, None),
    ],
)
def test_what_gives_phones_in_full_is_kept(run, path, tmp_path, name, given, row):
    settings.OPERATOR.set("李采")
    files = {k: str(tmp_path / v) for k, v in given.items() if k in ("FOLDER", "TABLE")}
    if given["OUTPUT"] != "memory:":
        files["OUTPUT"] = str(tmp_path / given["OUTPUT"])
    run(name, INPUT=path, **{**given, **files})
    assert log(path) == ([("李采", *row, None, None)] if row else [])
    with open_store(path) as store:
        assert store.check() == []


def test_sheets_for_the_platform_are_kept_with_their_number(run, path, tmp_path):
    run("review", INPUT=path, DECISION="approve", OPERATOR="王审核")
    run("exportsheet", INPUT=path, PURPOSE="platform", OUTPUT=str(tmp_path / "上报.xlsx"))
    ((operator, what, count, *_),) = log(path)
    assert operator  # nobody is named in the settings: the user of the system
    assert (what, count) == ("platform_sheet", 2)


def test_a_copy_keeps_nothing_and_says_so(provider, path, tmp_path):
    layer = QgsVectorLayer(f"{path}|layername=collection_point", "x", "ogr")
    copy = layer.materialize(QgsFeatureRequest())
    feedback = told("exportsheet", INPUT=copy, PURPOSE="internal", OUTPUT=str(tmp_path / "表.xlsx"))
    assert any("not kept in a store" in text for text in feedback.texts)
    assert log(path) == []


def test_what_cannot_be_written_exports_and_says_so_but_shows_nothing(
    provider, path, tmp_path, monkeypatch
):
    monkeypatch.setattr(locations.os, "access", lambda *_: False)
    sheet = tmp_path / "表.xlsx"
    feedback = told("exportsheet", INPUT=path, PURPOSE="internal", OUTPUT=str(sheet))
    assert sheet.exists() and any("read-only" in text for text in feedback.warned)
    with pytest.raises(StoreError, match="read-only"):
        keep_reveal(path, "lists", "李采", 3, "核对")
    monkeypatch.undo()
    assert log(path) == []


def test_a_shared_store_is_not_written(path, tmp_path, monkeypatch):
    folder = tmp_path / "OneDrive"
    folder.mkdir()
    shared = shutil.copy(path, folder / "库.gpkg")
    monkeypatch.setenv("OneDrive", str(folder))
    with pytest.raises(StoreError, match="local copy"):
        keep_reveal(str(shared), "lists", "李采", 3, "核对")
    assert log(str(shared)) == []


def test_an_agency_out_of_agreement_gets_no_phones(run, path, tmp_path):
    people(path, EXPIRED)
    settings.OPERATOR.set("赵测")
    sheet = tmp_path / "表.xlsx"
    with pytest.raises(QgsProcessingException, match="ended on 2020-12-31"):
        run("exportsheet", INPUT=path, PURPOSE="internal", OUTPUT=str(sheet))
    assert not sheet.exists() and log(path) == []
    with pytest.raises(InputError, match="ended on 2020-12-31"):
        keep_reveal(path, "lists", "赵测", 3, "核对")
    run("exportsheet", INPUT=path, PURPOSE="public", OUTPUT=str(sheet))
    text = "".join(
        str(cell) for row in openpyxl.load_workbook(sheet).active.values for cell in row if cell
    )
    assert "18000079618" not in text
