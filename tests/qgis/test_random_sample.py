"""Random inspections on real stores: drawn, kept for ever, printed, made again, refused."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import openpyxl
import pytest
from origin_trace import settings
from origin_trace.core.errors import StoreError
from origin_trace.core.tables import PERSON, TABLES
from origin_trace.layers.draw_looks import dress_draw
from origin_trace.layers.gpkg_db import DatabaseError
from origin_trace.layers.store import open_store
from origin_trace.tests.qgis.point_store import make_store, open_layer
from origin_trace.tests.qgis.test_people import EXPIRED, told
from origin_trace.tests.unit.records import crop
from qgis.core import QgsFeatureRequest, QgsProcessingException, QgsProject, QgsVectorLayer

SHEETS = Path(__file__).resolve().parents[1] / "data" / "sheets"
NOBODY = {column.name: None for column in TABLES[PERSON]}
TOWNS = ("万合镇", "马市镇", "沿溪镇")


def inspectors(count=6, **more):
    return [
        {**NOBODY, "id": f"i{n}", "name": f"检查{n}", "role": "inspector", "active": 1, **more}
        for n in range(count)
    ]


def people(path, rows):
    with open_store(path, write=True) as store:
        store.replace("person", rows)


@pytest.fixture(scope="module")
def template(qgis_app, tmp_path_factory):
    """A store with 24 producers in three townships, one of them with three bases."""
    records = [
        crop(
            uuid=f"u{n:02d}",
            base_id=f"b{n:02d}",
            subject_name=f"第{max(n, 2)}号合作社",
            township=TOWNS[n % 3],
            lon=114.9 + n / 60,
            lat=26.7 + n * n % 7 / 50,
            contact_phone=f"138000000{n:02d}",
        )
        for n in range(26)
    ]
    made = make_store(tmp_path_factory.mktemp("draws") / "泰和 县.gpkg", records)
    people(made, inspectors())
    return made


@pytest.fixture
def path(template, tmp_path, qgis_new_project):
    """A store of one's own."""
    yield shutil.copy(template, str(tmp_path / "泰和 县.gpkg"))
    settings.OPERATOR.set("")
    QgsProject.instance().clear()


@pytest.fixture
def draw(run, path):
    def made(**more):
        given = {"INPUT": path, "COUNT": 6, "SEED": "公开摇号 7", "OUTPUT": "memory:", **more}
        return run("randomsample", **given)

    return made


def kept(path):
    with open_store(path) as store:
        assert store.check() == []
        return store.rows("sample_draw"), store.rows("sample_item")


def execute(path, sql):
    with open_store(path, write=True) as store:
        store._database.execute(sql)


def test_the_samples_are_drawn_printed_and_verified(run, new_store, tmp_path, qgis_new_project):
    store = new_store("360826")
    run("importsheet", INPUT=[str(SHEETS / "taihe_official.xlsx")], STORE=store)
    people(store, inspectors())
    book, text = tmp_path / "名单.xlsx", tmp_path / "抽样框.txt"
    result = run(
        "randomsample",
        INPUT=store,
        RATIO=20,
        STRATIFY="township",
        TITLE="豇豆专项“双随机”抽查",
        SEED=" 42 ",
        OPERATOR="王抽取",
        OUTPUT="memory:",
        RECORD=str(book),
        FRAME=str(text),
    )
    ((row,), items) = kept(store)
    assert result["SEED"] == row["seed"] == "42"
    assert result["DRAWN"] == len(items) == -(-row["frame_size"] // 5)
    assert (row["name"], row["operator"]) == ("豇豆专项“双随机”抽查", "王抽取")
    assert hashlib.sha256(text.read_bytes()).hexdigest() == row["frame_sha256"]
    assert row["frame"] == text.read_text(encoding="utf-8")
    sheets = openpyxl.load_workbook(book)
    sheet = sheets.worksheets[0]
    assert sheet["A1"].value == "豇豆专项“双随机”抽查"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    listed = [[c.value for c in r] for r in sheet.iter_rows(min_row=4) if r[1].value]
    assert [r[2] for r in listed] == [
        i["subject_name"] for i in sorted(items, key=lambda i: (i["team"], i["route"]))
    ]
    words = "".join(str(c) for r in sheet.values for c in r if c)
    assert row["frame_sha256"] in words and "Seed: 42" in words
    with open_store(store) as opened:
        phones = {r["contact_phone"] for r in opened.records()} - {None}
        assert opened.rows("reveal_log") == []
    assert not any(phone in words for phone in phones)
    strata = list(sheets.worksheets[1].iter_rows(min_row=4, values_only=True))
    assert sum(r[2] for r in strata) == result["DRAWN"]
    again = run("verifydraw", STORE=store, DRAW=result["DRAW"], RECORD=str(tmp_path / "再.xlsx"))
    assert again["SAME"] == 1
    twice = openpyxl.load_workbook(tmp_path / "再.xlsx")
    assert list(twice.worksheets[0].values) == list(sheet.values)


def test_points_are_styled_by_team_with_numbers_and_no_phones(draw, path):
    layer = draw()["OUTPUT"]
    assert layer.featureCount() == 6
    rows = [(f["team"], f["route"], f["township"]) for f in layer.getFeatures()]
    assert rows == sorted(rows, key=lambda row: row[:2])
    assert {f["inspectors"].count("、") for f in layer.getFeatures()} == {1}
    assert not [f for f in layer.fields().names() if "phone" in f]
    dress_draw(layer, None)
    teams = {row[0] for row in rows}
    categories = layer.renderer().categories()
    assert [c.value() for c in categories] == sorted(teams)
    assert "检查" in categories[0].label() and layer.labelsEnabled()
    assert not layer.startEditing()


def test_the_same_seed_and_frame_are_the_same_draw_kept_once(draw, path, tmp_path):
    first = draw(NOT_SINCE="2020-01-01")
    before = kept(path)
    second = draw(NOT_SINCE="2020-01-01")  # its own producers do not bar it
    attributes = [[f.attributes() for f in r["OUTPUT"].getFeatures()] for r in (first, second)]
    assert attributes[0] == attributes[1] and first["DRAW"] == second["DRAW"]
    assert kept(path) == before
    # Another seed is another draw, and since then nobody comes twice.
    third = draw(NOT_SINCE="2020-01-01", SEED="8")
    names = [{f["subject_name"] for f in r["OUTPUT"].getFeatures()} for r in (first, third)]
    assert third["DRAW"] != first["DRAW"] and not names[0] & names[1]
    assert len(kept(path)[0]) == 2
    # Without a seed there is a new one each time; without «not since» anybody may come.
    assert draw(SEED="")["SEED"] != draw(SEED="")["SEED"]
    assert len(kept(path)[0]) == 4


def test_another_frame_under_a_used_seed_is_told(draw, path, provider):
    draw()
    feedback = told(
        "randomsample", INPUT=path, COUNT=6, SEED="公开摇号 7", REGION="万合镇", OUTPUT="memory:"
    )
    assert any("had this seed" in text for text in feedback.warned)
    assert len(kept(path)[0]) == 2


def test_selected_records_and_a_copy_draw_from_the_store(draw, path, run):
    layer = open_layer(path)
    layer.selectByExpression("\"township\" = '马市镇'")
    copy = layer.materialize(QgsFeatureRequest(layer.selectedFeatureIds()))
    result = draw(INPUT=copy, STORE=path, COUNT=3)
    assert {f["township"] for f in result["OUTPUT"].getFeatures()} == {"马市镇"}
    # The store knows that the producer of three bases is one, whichever base is asked for.
    assert kept(path)[0][0]["frame_size"] == 9
    with pytest.raises(QgsProcessingException, match="a copy of records"):
        draw(INPUT=copy)


def test_results_bar_and_weigh(draw, path):
    row = {"kind": "例行", "subject_name": "第9号合作社", "inspected_on": "2023-05", "passed": 0}
    with open_store(path, write=True) as store:
        store.append("inspection", [{**row, "id": f"r{n}"} for n in range(2)])
    with pytest.raises(QgsProcessingException, match="24 producers are to be drawn, and only 23"):
        draw(NOT_SINCE="2023-05-31", COUNT=24)
    draw(NOT_SINCE="2023-05-31", COUNT=23)
    draw(WEIGHTED=True, DATE="2023-06-15", SEED="w")
    draws, _ = kept(path)
    assert "\tu09\t3\t第9号合作社\n" in draws[-1]["frame"]
    assert "第9号合作社" not in draws[0]["frame"]


@pytest.mark.parametrize(
    ("more", "rows", "told_"),
    [
        ({"COUNT": None}, inspectors(), "Either a number"),
        ({"RATIO": 5}, inspectors(), "Either a number"),
        ({}, [], "2 inspectors are needed"),
        ({}, inspectors(active=0), "0 in use"),
        ({"COUNT": 24}, inspectors(barred_townships="马市镇、别镇"), "in 马市镇"),
        ({"COUNT": 25}, inspectors(), "only 24"),
        ({"PRODUCTS": "乌鳢"}, inspectors(), "only 0"),
    ],
)
def test_what_cannot_be_drawn_is_refused_and_nothing_kept(draw, path, more, rows, told_):
    people(path, rows)
    with pytest.raises(QgsProcessingException, match=told_):
        draw(**more)
    assert kept(path) == ([], [])


def test_unsaved_edits_are_refused(draw, path):
    layer = open_layer(path)
    layer.startEditing()
    feature = next(layer.getFeatures())
    layer.changeAttributeValue(feature.id(), layer.fields().indexOf("remarks"), "x")
    with pytest.raises(QgsProcessingException, match="edits that are not saved"):
        draw(INPUT=layer)
    layer.rollBack()


def test_phones_in_full_are_kept_in_the_log(draw, path, tmp_path):
    settings.OPERATOR.set("王抽取")
    book = tmp_path / "带电话.xlsx"
    draw(RECORD=str(book), PERSONAL=True)
    words = "".join(str(c) for r in openpyxl.load_workbook(book).active.values for c in r if c)
    assert "138000000" in words
    with open_store(path) as store:
        (row,) = store.rows("reveal_log")
    assert (row["operator"], row["what"], row["records"]) == ("王抽取", "draw_list", 6)


def test_who_may_not_have_phones_draws_without_them(draw, path, tmp_path):
    people(path, [*inspectors(), EXPIRED])
    settings.OPERATOR.set("赵测")
    book = tmp_path / "名单.xlsx"
    with pytest.raises(QgsProcessingException, match="ended on 2020-12-31"):
        draw(RECORD=str(book), PERSONAL=True)
    assert kept(path) == ([], []) and not book.exists()
    assert draw(RECORD=str(book))["DRAWN"] == 6


def test_a_draw_cannot_be_changed_but_its_outcome_filled_in(draw, path):
    draw()
    before = kept(path)
    for sql in (
        "UPDATE sample_draw SET seed = 'x'",
        "DELETE FROM sample_draw",
        "INSERT OR REPLACE INTO sample_draw (fid, id, seed, time) VALUES (1, 'x', '', '')",
        "INSERT OR REPLACE INTO sample_draw (id, seed, time) SELECT id, '', '' FROM sample_draw",
        "UPDATE sample_item SET subject_name = 'x'",
        "UPDATE sample_item SET team = team + 1",
        "DELETE FROM sample_item",
        "INSERT INTO sample_item (draw_id, uuid) SELECT id, 'more' FROM sample_draw",
        "INSERT OR REPLACE INTO sample_item (fid, draw_id, uuid) VALUES (1, 'other', 'x')",
    ):
        with pytest.raises(DatabaseError, match="抽取结果"):
            execute(path, sql)
    with open_store(path, write=True) as store, pytest.raises(StoreError, match="draw cannot be"):
        store.replace("sample_item", [])
    assert kept(path) == before
    execute(path, "UPDATE sample_item SET outcome = '合格', done_on = '2023-06-20', team = team")
    assert {item["outcome"] for item in kept(path)[1]} == {"合格"}


def test_a_draw_that_was_tampered_with_is_found(draw, path, provider):
    draw()
    for sql in (
        "DROP TRIGGER collection_point_item_no_update",
        "UPDATE sample_item SET inspectors = '关系户', subject_name = '别家' WHERE position = 1",
        "DROP TRIGGER collection_point_draw_no_update",
        "UPDATE sample_draw SET frame_sha256 = 'x'",
    ):
        execute(path, sql)
    feedback = told("verifydraw", STORE=path)
    assert any("kept otherwise than drawn: subject_name, inspectors" in w for w in feedback.warned)
    assert any("does not have the hash" in w for w in feedback.warned)
    assert any("nothing was printed" in w for w in feedback.warned)
    execute(path, "UPDATE sample_draw SET frame = 'x'")
    with pytest.raises(QgsProcessingException, match="cannot be read"):
        told("verifydraw", STORE=path)


def test_a_store_without_a_draw_says_so(run, path):
    with pytest.raises(QgsProcessingException, match="Draw first"):
        run("verifydraw", STORE=path)


def test_a_foreign_layer_is_refused(draw, path):
    with pytest.raises(QgsProcessingException, match="not a layer of collection points"):
        draw(INPUT=QgsVectorLayer("Point?field=a:string", "x", "memory"), STORE=path)
