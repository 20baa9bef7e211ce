"""importinspections: results of laboratories joined to producers, on real workbooks (G3)."""

from __future__ import annotations

from datetime import datetime

import openpyxl
import pytest
from origin_trace.layers.inspection_look import dress_inspections
from origin_trace.layers.store import open_store
from origin_trace.tests.unit import workbooks as build
from origin_trace.tests.unit.records import animal, crop
from qgis.core import QgsProcessingException, QgsRenderContext, QgsVectorLayer

COUNTS = ("ADDED", "UPDATED", "UNCHANGED", "REFUSED", "BLANK")
HEADER = ["序号", "抽样日期", "被检单位名称", "样品名称", "乡镇", "检测项目", "检测结果", "判定"]
HEADER += ["检测机构", "报告编号", "抽样基数"]
LAB = "吉安市农产品质检中心"
COOPERATIVE = "泰和大鹏惠民专业合作社"


def rows():
    """Joined, failed and written otherwise, proposed, unknown, one of two people, no words."""
    return [
        [
            1,
            datetime(2023, 6, 5),
            COOPERATIVE,
            "豇豆",
            "万合镇",
            "毒死蜱",
            0.02,
            "合格",
            LAB,
            "A1",
            "5t",
        ],
        [
            2,
            "2023.6.5",
            "泰和大鹏惠民 专业合作社",
            "长豇豆",
            "万合镇",
            "克百威",
            "超标",
            None,
            LAB,
            "A2",
            None,
        ],
        [
            3,
            "2023年6月6日",
            "泰和大朋惠民专业合作社",
            "豇豆",
            "万合镇",
            "毒死蜱",
            "未检出",
            None,
            LAB,
            "A3",
            None,
        ],
        [
            4,
            "2023-06-06",
            "谁也不认识的农场",
            "白菜",
            None,
            "毒死蜱",
            "合格",
            None,
            LAB,
            "A4",
            None,
        ],
        [5, "2023-06-07", "何兰梅", "肉羊", "马市镇", "克伦特罗", "阴性", None, LAB, "A5", None],
        [6, "2023-06-08", "何兰梅", "肉羊", "万合镇", "克伦特罗", "待复检", None, LAB, "A6", None],
    ]


def lab_sheet(path, *tables):
    book = openpyxl.Workbook()
    for number, table in enumerate(tables or (rows(),)):
        ws = book.active if number == 0 else book.create_sheet(f"第{number + 1}批")
        ws.append(["2023年第二季度例行监测结果"])
        ws.merge_cells("A1:K1")
        ws.append(HEADER)
        for row in table:
            ws.append(row)
        ws.append(["备注：以上结果仅对来样负责"])
    book.save(path)
    return str(path)


@pytest.fixture
def store(new_store):
    path = new_store()
    with open_store(path, write=True) as opened:
        opened.apply({}, [crop(), animal(), animal(subject_name="吴小明", village="别村")], [])
    return path


def inspections(path):
    with open_store(path) as opened:
        return opened.rows("inspection")


def records(path):
    with open_store(path) as opened:
        return {record["subject_name"]: record for record in opened.records()}


def attributes(source):
    return [feature.attributeMap() for feature in QgsVectorLayer(source, "x", "ogr").getFeatures()]


def test_results_are_joined_proposed_or_listed_and_all_kept(run, store, tmp_path):
    listing, points = str(tmp_path / "未匹配.csv"), str(tmp_path / "结果.gpkg")
    path = lab_sheet(tmp_path / "检测.xlsx")
    tried = run("importinspections", INPUT=[path], STORE=store, DRY_RUN=True)
    assert inspections(store) == []
    result = run(
        "importinspections", INPUT=[path], STORE=store, UNMATCHED_LIST=listing, OUTPUT=points
    )
    for name in ("READ", "UNMATCHED", *COUNTS):
        assert result[name] == tried[name]
    assert [result[name] for name in ("READ", *COUNTS)] == [7, 6, 0, 0, 0, 1]
    assert result["UNMATCHED"] == 3

    found, known = inspections(store), records(store)
    first, second, proposed, unknown, elsewhere, open_one = found
    for each in (first, second):
        assert each["uuid"] == known[COOPERATIVE]["uuid"]
        assert each["base_id"] == known[COOPERATIVE]["base_id"]
    assert (first["result"], first["passed"], first["inspected_on"]) == ("0.02", 1, "2023-06-05")
    assert first["agency"] == LAB and first["source_file"] == "检测.xlsx"
    assert "抽样基数：5t" in first["remarks"] and "乡(镇)：万合镇" in first["remarks"]
    assert (second["product"], second["passed"]) == ("豇豆", 0)
    for each in (proposed, unknown, elsewhere):
        assert (each["uuid"], each["base_id"]) == (None, None) and each["passed"] == 1
    assert unknown["product"] == "白菜"
    assert (open_one["passed"], open_one["uuid"]) == (None, known["何兰梅"]["uuid"])

    listed = attributes(listing)
    assert [each["subject_name"] for each in listed] == [
        "泰和大朋惠民专业合作社",
        "谁也不认识的农场",
        "何兰梅",
    ]
    assert [each["proposed"] for each in listed] == [
        f"{COOPERATIVE}(万合镇大鹏村)",
        "",
        "何兰梅(万合镇大鹏村)",
    ]

    layer = QgsVectorLayer(points, "x", "ogr")
    assert sorted(f["state"] for f in layer.getFeatures()) == ["failed", "open", "passed"]
    assert all(not f.geometry().isEmpty() for f in layer.getFeatures())
    dress_inspections(layer, None)
    renderer = layer.renderer()
    renderer.startRender(QgsRenderContext(), layer.fields())
    assert all(renderer.symbolForFeature(f, QgsRenderContext()) for f in layer.getFeatures())
    renderer.stopRender(QgsRenderContext())
    assert [c.value() for c in renderer.categories()] == ["failed", "open", "passed"]
    assert layer.readOnly()


def test_a_second_import_changes_nothing_and_a_corrected_one_updates(run, store, tmp_path):
    path = lab_sheet(tmp_path / "检测.xlsx")
    run("importinspections", INPUT=[path], STORE=store)
    before = inspections(store)
    again = run("importinspections", INPUT=[path], STORE=store)
    assert [again[name] for name in COUNTS] == [0, 0, 6, 0, 1] and inspections(store) == before

    table = rows()
    table[5][6] = "合格"
    table[2][2] = COOPERATIVE  # the name as the store has it
    result = run("importinspections", INPUT=[lab_sheet(tmp_path / "改.xlsx", table)], STORE=store)
    assert [result[name] for name in COUNTS] == [0, 2, 4, 0, 1]
    after = inspections(store)
    assert len(after) == 6
    assert after[5]["passed"] == 1 and after[5]["result"] == "合格"
    assert after[2]["uuid"] == records(store)[COOPERATIVE]["uuid"]


def test_earlier_results_are_joined_once_the_store_knows_the_producer(run, store, tmp_path):
    run("importinspections", INPUT=[lab_sheet(tmp_path / "检测.xlsx")], STORE=store)
    with open_store(store, write=True) as opened:
        opened.apply({}, [crop(subject_name="谁也不认识的农场", product="韭菜")], [])
    other = [1, "2023-07-01", COOPERATIVE, "豇豆", None, "毒死蜱", "合格", None, LAB, "B1", None]
    path = lab_sheet(tmp_path / "七月.xlsx", [other])
    result = run("importinspections", INPUT=[path], STORE=store)
    assert (result["ADDED"], result["UPDATED"], result["JOINED_LATER"]) == (1, 0, 1)
    joined = inspections(store)[3]
    known = records(store)["谁也不认识的农场"]
    assert (joined["base_id"], joined["uuid"]) == (known["base_id"], None)  # of another product


def test_the_same_day_twice_two_sheets_and_no_report_number(run, store, tmp_path):
    good = [1, "2023-06-05", COOPERATIVE, "豇豆", None, "毒死蜱", "合格", None, LAB, None, None]
    bad = [*good]
    bad[6] = "不合格"
    path = lab_sheet(tmp_path / "检测.xlsx", [good, bad, good], [bad])
    for expected in ([2, 0, 2, 0, 2], [0, 0, 4, 0, 2]):
        result = run("importinspections", INPUT=[path], STORE=store)
        assert [result[name] for name in COUNTS] == expected
    assert [each["passed"] for each in inspections(store)] == [1, 0]
    unclear = [*good]
    unclear[6] = "阳性"
    path = lab_sheet(tmp_path / "一条.xlsx", [unclear])
    result = run("importinspections", INPUT=[path], STORE=store)
    assert [result[name] for name in COUNTS] == [0, 0, 0, 1, 1] and len(inspections(store)) == 2


def test_a_hostile_workbook_is_refused_and_nothing_is_written(run, store, tmp_path):
    parts = build.parts(build.sheet_xml(build.rows_xml([HEADER, *rows()[3:]])))
    parts["xl/workbook.xml"] = '<!DOCTYPE x [<!ENTITY a "b">]>' + parts["xl/workbook.xml"]
    hostile = str(build.pack(tmp_path / "坏.xlsx", parts))
    with pytest.raises(QgsProcessingException, match="坏"):
        run("importinspections", INPUT=[lab_sheet(tmp_path / "好.xlsx"), hostile], STORE=store)
    assert inspections(store) == []
