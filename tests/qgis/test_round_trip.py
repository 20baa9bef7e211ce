"""Sheets out and in again, corrections, undo, and what may leave the house."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from origin_trace.core.schema import BUSINESS
from origin_trace.layers.store import open_store
from origin_trace.tests.qgis.test_main_job import DATA, stored
from osgeo import ogr
from qgis.core import QgsVectorLayer

SAMPLE = str(DATA / "sheets" / "taihe_official.xlsx")
HEADER_ROWS = 5


@pytest.fixture
def filled(run, new_store):
    """Return a store with the official sample in it, and the import's result."""
    store = new_store()
    return store, run("importsheet", INPUT=[SAMPLE], STORE=store)


def set_by_sql(store, sql):
    source = ogr.Open(store, 1)
    source.ExecuteSQL(sql)
    source = None


def approve(store, where="1 = 1"):
    for status in ("submitted", "approved"):
        set_by_sql(store, f"UPDATE collection_point SET status = '{status}' WHERE {where}")


def by_uuid(store):
    return {record["uuid"]: record for record in stored(store)}


def test_an_internal_export_comes_back_unchanged(filled, run, new_store, tmp_path):
    store, _ = filled
    sheet = str(tmp_path / "内部.xlsx")
    exported = run("exportsheet", INPUT=store, PURPOSE="internal", OUTPUT=sheet)
    before = by_uuid(store)
    assert (exported["EXPORTED"], exported["HELD_BACK"]) == (len(before), 0)
    again = run("importsheet", INPUT=[sheet], STORE=store)
    assert (again["ADDED"], again["UPDATED"], again["REFUSED"]) == (0, 0, 0)
    assert again["UNCHANGED"] == len(before)
    assert by_uuid(store) == before


def test_an_internal_export_rebuilds_an_empty_store(filled, run, new_store, tmp_path):
    store, _ = filled
    sheet = str(tmp_path / "内部.xlsx")
    run("exportsheet", INPUT=store, PURPOSE="internal", OUTPUT=sheet)
    other = new_store(name="空库.gpkg")
    result = run("importsheet", INPUT=[sheet], STORE=other)
    before, after = by_uuid(store), by_uuid(other)
    assert result["ADDED"] == len(before) and set(after) == set(before)
    kept = (
        *BUSINESS,
        "lon",
        "lat",
        "base_id",
        "period",
        "coordinate_source",
        "coordinate_original",
        "collected_on",
    )
    for uuid, record in before.items():
        assert {k: record[k] for k in kept} == {k: after[uuid][k] for k in kept}


def corrected(path, row, column, value):
    book = openpyxl.load_workbook(SAMPLE)
    book.active.cell(row, column).value = value
    book.save(path)
    return str(path)


def test_a_corrected_row_updates_that_row_and_keeps_the_old_version(filled, run, tmp_path):
    store, _ = filled
    sheet = corrected(tmp_path / "更正.xlsx", 7, 14, "13911112222")
    result = run("importsheet", INPUT=[sheet], STORE=store)
    assert (result["ADDED"], result["UPDATED"], result["REFUSED"]) == (0, 1, 0)
    (record,) = [r for r in stored(store) if r["contact_phone"] == "13911112222"]
    assert record["version"] == 2
    with open_store(store) as opened:
        history = opened.history(record["uuid"])
    assert history[-1]["before"]["contact_phone"] == "18000079618"
    assert history[-1]["after"]["contact_phone"] == "13911112222"


def test_a_sheet_sent_again_keeps_what_the_county_corrected_since(filled, run, tmp_path):
    store, _ = filled
    set_by_sql(
        store,
        "UPDATE collection_point SET contact_phone = '13911112222' "
        "WHERE contact_phone = '18000079618'",
    )
    sheet = corrected(tmp_path / "又报.xlsx", 7, 15, 12.5)  # the scale, beside the old phone
    result = run("importsheet", INPUT=[sheet], STORE=store)
    assert (result["UPDATED"], result["ADDED"]) == (1, 0)
    (record,) = [r for r in stored(store) if r["contact_phone"] == "13911112222"]
    assert record["scale"] == 12.5


def test_a_corrected_product_completes_its_draft(new_store, run, tmp_path):
    store = new_store()
    unclear = corrected(tmp_path / "不明.xlsx", 7, 5, "鸭子")
    run("importsheet", INPUT=[unclear], STORE=store)
    (draft,) = [r for r in stored(store) if not r["product"]]
    result = run("importsheet", INPUT=[SAMPLE], STORE=store)
    assert (result["ADDED"], result["UPDATED"], result["REFUSED"]) == (0, 1, 0)
    (record,) = [r for r in stored(store) if r["uuid"] == draft["uuid"]]
    assert record["product"] and record["base_id"] == draft["base_id"]


def test_a_cell_that_got_worse_does_not_empty_the_store(filled, run, tmp_path):
    store, _ = filled
    before = stored(store)
    sheet = corrected(tmp_path / "更差.xlsx", 7, 14, "1391111")
    result = run("importsheet", INPUT=[sheet], STORE=store)
    assert result["UPDATED"] == 0 and stored(store) == before


def test_undo_removes_what_was_added(filled, run):
    store, result = filled
    undone = run("undoimport", STORE=store, BATCH=result["BATCH"])
    assert (undone["REMOVED"], undone["RESTORED"]) == (result["ADDED"], 0)
    assert stored(store) == []
    again = run("importsheet", INPUT=[SAMPLE], STORE=store)
    assert again["ADDED"] == result["ADDED"]


def test_undo_restores_what_was_changed_but_not_later_edits(filled, run, tmp_path):
    store, _ = filled
    sheet = corrected(tmp_path / "更正.xlsx", 7, 14, "13911112222")
    result = run("importsheet", INPUT=[sheet], STORE=store)
    undone = run("undoimport", STORE=store, BATCH=result["BATCH"])
    assert (undone["REMOVED"], undone["RESTORED"]) == (0, 1)
    assert "18000079618" in {r["contact_phone"] for r in stored(store)}


def test_the_platform_gets_approved_faultless_records_only(filled, run, tmp_path):
    store, _ = filled
    approve(store)
    set_by_sql(store, "UPDATE collection_point SET alias = '改' WHERE product = '豇豆'")
    sheet, held = str(tmp_path / "上报.xlsx"), str(tmp_path / "未上报.xlsx")
    result = run("exportsheet", INPUT=store, PURPOSE="platform", OUTPUT=sheet, HELD_BACK_LIST=held)
    records = stored(store)
    assert result["EXPORTED"] + result["HELD_BACK"] == len(records)
    rows = [r for r in openpyxl.load_workbook(sheet).active.iter_rows(6, values_only=True) if r[1]]
    rows = [r for r in rows if isinstance(r[0], int)]
    assert len(rows) == result["EXPORTED"] > 0
    assert not any(row[4] == "豇豆" for row in rows)  # edited since approval
    assert all(row[11] and row[13] for row in rows)  # a point and a phone each
    listed = list(openpyxl.load_workbook(held).active.iter_rows(values_only=True))
    reasons = [row for row in listed if row[0] in {r["subject_name"] for r in records}]
    assert len(reasons) == result["HELD_BACK"] and all(row[-1] for row in reasons)


def test_nothing_goes_up_unapproved(filled, run, tmp_path):
    store, result = filled
    exported = run("exportsheet", INPUT=store, PURPOSE=0, OUTPUT=str(tmp_path / "上报.xlsx"))
    assert (exported["EXPORTED"], exported["HELD_BACK"]) == (0, result["ADDED"])


def test_a_public_sheet_holds_no_phone_anywhere(filled, run, tmp_path):
    store, _ = filled
    set_by_sql(
        store,
        "UPDATE collection_point SET remarks = '电话 13812345678', "
        "address_detail = '转13812345678' WHERE fid % 3 = 0",
    )
    sheet = tmp_path / "公开.xlsx"
    run("exportsheet", INPUT=store, PURPOSE="public", OUTPUT=str(sheet))
    with zipfile.ZipFile(sheet) as archive:
        text = "".join(archive.read(name).decode("utf-8", "ignore") for name in archive.namelist())
    assert not re.search(r"(?<!\d)1[3-9]\d{9}(?!\d)", text)


def test_the_marked_up_workbook_says_what_to_do(run, new_store, tmp_path):
    marked = str(tmp_path / "标注.xlsx")
    run("importsheet", INPUT=[SAMPLE], STORE=new_store(), ANNOTATED=marked)
    before = openpyxl.load_workbook(SAMPLE).active
    after = openpyxl.load_workbook(marked).active
    for row in before.iter_rows():
        for cell in row:
            assert after.cell(cell.row, cell.column).value == cell.value
    bad = after.cell(11, 14)  # 1.30000E+10
    assert bad.comment is not None and bad.fill.fgColor.rgb != before.cell(11, 14).fill.fgColor.rgb
    problems = [cell.value for cell in after[11] if cell.column > before.max_column]
    assert any("手机" in (text or "") for text in problems)


def test_a_marked_up_workbook_can_be_imported_again(run, new_store, tmp_path):
    store, marked = new_store(), str(tmp_path / "标注.xlsx")
    first = run("importsheet", INPUT=[SAMPLE], STORE=store, ANNOTATED=marked)
    again = run("importsheet", INPUT=[marked], STORE=store)
    assert (again["ADDED"], again["UPDATED"]) == (0, 0)
    assert again["UNCHANGED"] == first["ADDED"]


def test_validate_counts_and_places_its_findings(filled, run, tmp_path):
    store, _ = filled
    report = tmp_path / "核对.html"
    result = run("validate", INPUT=store, OUTPUT="memory:", REPORT=str(report))
    layer = result["OUTPUT"]
    levels = [feature["level"] for feature in layer.getFeatures()]
    assert result["RECORDS"] == 80
    assert levels.count("error") == result["ERRORS"] > 0
    assert levels.count("warning") == result["WARNINGS"]
    missing = [f for f in layer.getFeatures() if f["rule"] == "A-point"]
    assert missing and all(f.geometry().isNull() for f in missing)
    assert "万合镇" in report.read_text(encoding="utf-8")


def test_validate_uses_a_boundary_in_any_crs(filled, run):
    store, _ = filled
    square = QgsVectorLayer("Polygon?crs=EPSG:3857", "边界", "memory")
    from qgis.core import QgsFeature, QgsGeometry

    feature = QgsFeature()
    feature.setGeometry(
        QgsGeometry.fromWkt(
            "POLYGON((12750000 3060000, 12800000 3060000, 12800000 3120000, "
            "12750000 3120000, 12750000 3060000))"
        )
    )
    square.dataProvider().addFeatures([feature])
    result = run("validate", INPUT=store, BOUNDARY=square, OUTPUT="memory:")
    outside = [f for f in result["OUTPUT"].getFeatures() if f["rule"] == "D3-boundary"]
    assert 0 < len(outside) < 80
    assert all(
        f.geometry().asPoint().x() > 114.98 or f.geometry().asPoint().x() < 114.53
        for f in outside
        if 26.6 < f.geometry().asPoint().y() < 26.9
    )


def test_a_query_gives_the_same_as_layer_and_table(filled, run, tmp_path):
    store, _ = filled
    table = str(tmp_path / "一张表.xlsx")
    result = run(
        "querypoints",
        INPUT=store,
        PRODUCTS="豇豆,韭菜",
        REGION="马市镇",
        SCALE_MIN=10,
        OUTPUT="memory:",
        TABLE=table,
    )
    expected = [
        r
        for r in stored(store)
        if r["product"] in ("豇豆", "韭菜") and r["township"] == "马市镇" and r["scale"] >= 10
    ]
    assert result["COUNT"] == len(expected) == result["OUTPUT"].featureCount() > 0
    rows = [
        r
        for r in openpyxl.load_workbook(table).active.iter_rows(6, values_only=True)
        if isinstance(r[0], int)
    ]
    assert len(rows) == len(expected)
    assert all(re.fullmatch(r"\d{3}\*{4}\d{4}", row[13]) for row in rows)


def test_a_query_by_season_and_expression(filled, run):
    store, _ = filled
    found = run(
        "querypoints",
        INPUT=store,
        PRODUCTS=[0, 1, 2],
        FROM="2023-05",
        TO="2023-06-30",
        EXPRESSION="\"subject_type\" = '农户'",
        OUTPUT="memory:",
    )
    for feature in found["OUTPUT"].getFeatures():
        assert feature["market_start"] <= "2023-06" and feature["market_end"] >= "2023-05"
        assert feature["subject_type"] == "农户"


def test_a_backup_is_complete_and_never_overwrites(filled, run, tmp_path):
    store, _ = filled
    copy = str(tmp_path / "备份.gpkg")
    run("backupstore", STORE=store, OUTPUT=copy)
    assert stored(copy) == stored(store)
    with pytest.raises(Exception, match="备份"):
        run("backupstore", STORE=store, OUTPUT=copy)


@pytest.mark.parametrize("suffix", ["pdf", "png", "svg"])
def test_a_map_is_printed_with_its_count(suffix, filled, run, tmp_path):
    store, _ = filled
    path = tmp_path / f"分布图.{suffix}"
    result = run("distributionmap", INPUT=store, PRODUCTS="豇豆", PAPER="A4", OUTPUT=str(path))
    expected = [r for r in stored(store) if r["product"] == "豇豆" and r["lon"] != ""]
    assert result["COUNT"] == len(expected) and path.stat().st_size > 10_000


def test_a_map_project_opens_with_the_points_of_the_query(filled, run, tmp_path, qgis_new_project):
    from qgis.core import QgsProject

    store, _ = filled
    project = str(tmp_path / "工程 一张图.qgz")
    result = run(
        "distributionmap",
        INPUT=store,
        PRODUCTS=["韭菜"],
        PAPER="A3",
        OUTPUT=str(tmp_path / "图.pdf"),
        PROJECT=project,
    )
    opened = QgsProject()
    assert opened.read(project)
    layers = [layer for layer in opened.mapLayers().values() if layer.isSpatial()]
    found = [sum(1 for _ in layer.getFeatures()) for layer in layers]
    layouts = len(opened.layoutManager().layouts())
    del layers, opened
    assert (found, layouts) == ([result["COUNT"]], 1)


def test_a_blank_sheet_holds_no_record(run, new_store, tmp_path):
    path = str(tmp_path / "空表.xlsx")
    run("blanksheet", REGION="360826", OUTPUT=path)
    store = new_store()
    result = run("importsheet", INPUT=[path], STORE=store)
    assert result["ADDED"] == 0 and result["READ"] == result["BLANK"]
    assert Path(path).stat().st_size > 5000
