"""importcontacts and exportcontacts: 附件2 in and out on real workbooks (A3)."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from origin_trace.core.contact_sheet import CONTACT_NOTE, CONTACT_SHEET_COLUMNS, CONTACT_TITLE
from origin_trace.layers.store import open_store
from origin_trace.tests.unit import workbooks as build
from qgis.core import QgsProcessingException, QgsVectorLayer

COUNTS = ("ADDED", "UPDATED", "UNCHANGED", "REFUSED", "BLANK")
TITLE = "泰和县重点农产品产地溯源信息采集工作联系方式"
COUNTY = [1, "泰和县农业农村局", "肖建国", "副局长", "0796-5332145", "13879600001"]
COUNTY += ["刘秀兰", "0796-5332146", "13879600002", "taihe@126.com", None]


def contacts(path):
    with open_store(path) as store:
        return store.rows("contact")


def grouped(path, sheets):
    """Write sheets of 附件2 with the persons' columns under merged groups."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        ws = book.create_sheet(name)
        ws.append([TITLE])
        ws.merge_cells("A1:K1")
        ws.append(
            [
                "序号",
                "牵头单位名称",
                "牵头单位负责人",
                *[None] * 3,
                "具体负责人",
                *[None] * 3,
                "备注",
            ]
        )
        lower = ["姓名", "职称/职务", "固定电话", "手机号", "姓名", "固定电话", "手机号", "邮箱"]
        ws.append([None, None, *lower])
        for area in ("A2:A3", "B2:B3", "C2:F2", "G2:J2", "K2:K3"):
            ws.merge_cells(area)
        for row in rows:
            ws.append(row)
        ws.append(["注：省级联系方式报送至部农安中心汇总。"])
    book.save(path)
    return str(path)


def dirty(tmp_path):
    """A sheet of the county with a landline that Excel spoiled, and one of a township."""
    second = [2, "泰和县畜牧兽医局", "张 三", "局长", 7965332147, "0796-5332148", "李四局长"]
    second += ["5332149转801", "138 7960 0003", "li#qq.com", "新"]
    town = [1, "农业综合服务中心", "王五", "主任", "无", "13879600004", "赵六", None, "1387960"]
    town += ["zhao@126.com", None]
    other = [
        None,
        "马市镇人民政府",
        "孙七",
        "镇长",
        None,
        "13879600005",
        None,
        None,
        None,
        None,
        None,
    ]
    return grouped(
        tmp_path / "联系方式.xlsx", {"县级": [COUNTY, second], "马市镇": [town, other, [3]]}
    )


def test_merged_groups_dirty_phones_and_two_sheets(run, new_store, tmp_path):
    store, path = new_store(), dirty(tmp_path)
    tried = run("importcontacts", INPUT=[path], STORE=store, DRY_RUN=True)
    assert contacts(store) == []
    result = run("importcontacts", INPUT=[path], STORE=store)
    assert {k: result[k] for k in ("READ", *COUNTS)} == {k: tried[k] for k in ("READ", *COUNTS)}
    # Two notes and a row with nothing but its number.
    assert [result[name] for name in ("READ", *COUNTS)] == [7, 4, 0, 0, 0, 3]
    county, second, town, other = contacts(store)
    shown = (county[key] for key in ("unit", "lead_title", "lead_telephone", "lead_mobile"))
    assert [*shown] == ["泰和县农业农村局", "副局长", "0796-5332145", "13879600001"]
    assert (county["person_telephone"], county["person_email"]) == ("0796-5332146", "taihe@126.com")
    assert (county["level"], county["division"]) == ("县", "360826")
    assert second["lead_name"] == "张三" and second["lead_telephone"] == "0796-5332147"
    assert second["lead_mobile"] is None and second["person_mobile"] == "13879600003"
    assert second["person_name"] == "李四" and second["person_telephone"] == "5332149-801"
    assert second["person_email"] is None
    for kept in ("新", "0796-5332148", "李四局长", "具体负责人邮箱：li#qq.com"):
        assert kept in second["remarks"]
    assert town["person_mobile"] is None and town["remarks"] == "具体负责人手机号：1387960"
    # The name of the sheet tells whose office it is.
    assert {(each["level"], each["division"]) for each in (town, other)} == {
        ("乡(镇)", town["division"])
    }
    assert len(town["division"]) == 9


def test_a_second_import_changes_nothing_and_a_changed_row_is_listed(run, new_store, tmp_path):
    store, path = new_store(), dirty(tmp_path)
    run("importcontacts", INPUT=[path], STORE=store)
    before = contacts(store)
    again = run("importcontacts", INPUT=[path], STORE=store)
    assert [again[name] for name in COUNTS] == [0, 0, 4, 0, 3] and contacts(store) == before

    row = [*COUNTY]
    row[5], row[6], row[8] = "13900000009", "何新", None
    findings = str(tmp_path / "问题.csv")
    changed = grouped(tmp_path / "新.xlsx", {"县级": [row]})
    result = run("importcontacts", INPUT=[changed], STORE=store, FINDINGS=findings)
    assert [result[name] for name in COUNTS] == [0, 1, 0, 0, 1]
    after = contacts(store)
    assert after[1:] == before[1:]
    assert (after[0]["lead_mobile"], after[0]["person_name"]) == ("13900000009", "何新")
    assert after[0]["person_mobile"] == "13879600002"  # an empty cell empties nothing
    (told,) = QgsVectorLayer(findings, "x", "ogr").getFeatures()
    assert "刘秀兰 → 何新" in told["message"] and "138****0001" in told["message"]


def test_a_corrected_cell_takes_its_remark_away(run, new_store, tmp_path):
    store = new_store()
    row = [1, "马市镇人民政府", "孙七", "镇长", None, "1387960", *[None] * 5]
    run("importcontacts", INPUT=[grouped(tmp_path / "a.xlsx", {"表": [row]})], STORE=store)
    assert contacts(store)[0]["remarks"] == "牵头单位负责人手机号：1387960"
    row[5] = "13879600005"
    run("importcontacts", INPUT=[grouped(tmp_path / "b.xlsx", {"表": [row]})], STORE=store)
    (contact,) = contacts(store)
    assert (contact["lead_mobile"], contact["remarks"]) == ("13879600005", None)


def test_the_marked_up_workbook_shows_the_bad_cells(run, new_store, tmp_path):
    target = str(tmp_path / "标注.xlsx")
    run("importcontacts", INPUT=[dirty(tmp_path)], STORE=new_store(), ANNOTATED=target)
    book = openpyxl.load_workbook(target)
    assert isinstance(book["马市镇"]["I4"].comment, Comment)
    assert book["县级"]["A4"].comment is None


def test_export_is_the_official_sheet_and_comes_back_unchanged(run, new_store, tmp_path):
    store = new_store()
    run("importcontacts", INPUT=[dirty(tmp_path)], STORE=store)
    before, target = contacts(store), str(tmp_path / "附件2.xlsx")
    assert run("exportcontacts", STORE=store, OUTPUT=target)["EXPORTED"] == 4
    ws = openpyxl.load_workbook(target).active
    assert (ws["A1"].value, ws["A2"].value) == ("附件2", CONTACT_TITLE)
    headers = [column.header for column in CONTACT_SHEET_COLUMNS]
    assert [cell.value for cell in ws[3]] == headers
    assert headers[4] == "牵头单位负责人固定电话" and headers[8] == "具体负责人手机号"
    assert [row[0].value for row in ws.iter_rows(4, 7)] == [1, 2, 3, 4]
    assert ws["F4"].value == "13879600001" and ws["F4"].number_format == "@"
    assert ws["F7"].number_format == "@" and ws["A8"].value == CONTACT_NOTE
    setup = ws.page_setup
    assert (setup.orientation, setup.paperSize, setup.fitToWidth) == ("landscape", 9, 1)
    with open_store(store) as opened:
        (logged,) = opened.rows("reveal_log")
    assert (logged["what"], logged["records"]) == ("contact_sheet", 4)

    result = run("importcontacts", INPUT=[target], STORE=store)
    assert [result[name] for name in COUNTS] == [0, 0, 4, 0, 1] and contacts(store) == before
    empty = new_store(name="空.gpkg")
    run("importcontacts", INPUT=[target], STORE=empty)
    kept = ("unit", "lead_name", "lead_mobile", "person_telephone", "person_email", "remarks")
    assert [[c[k] for k in kept] for c in contacts(empty)] == [[c[k] for k in kept] for c in before]


def test_export_of_a_level_and_of_a_region(run, new_store, tmp_path):
    store = new_store()
    run("importcontacts", INPUT=[dirty(tmp_path)], STORE=store)
    target = str(tmp_path / "附件2.xlsx")

    def units(**chosen):
        run("exportcontacts", STORE=store, OUTPUT=target, **chosen)
        rows = openpyxl.load_workbook(target).active.iter_rows(4, values_only=True)
        return [row[1] for row in rows if row[1]]

    assert units(LEVEL="县") == ["泰和县农业农村局", "泰和县畜牧兽医局"]
    assert units(REGION="马市镇") == ["农业综合服务中心", "马市镇人民政府"]
    assert units(LEVEL="省") == []
    with pytest.raises(QgsProcessingException, match="火星镇"):
        units(REGION="火星镇")


def test_a_hostile_or_foreign_workbook_is_refused_and_nothing_is_written(run, new_store, tmp_path):
    store = new_store()
    parts = build.parts(build.sheet_xml(build.rows_xml([["a"]])))
    parts["xl/workbook.xml"] = '<!DOCTYPE x [<!ENTITY a "b">]>' + parts["xl/workbook.xml"]
    hostile = str(build.pack(tmp_path / "坏.xlsx", parts))
    foreign = str(build.table(tmp_path / "别的.xlsx", [["甲", "乙"], ["1", "2"]]))
    good = grouped(tmp_path / "好.xlsx", {"县级": [COUNTY]})
    for bad in (hostile, foreign):
        with pytest.raises(QgsProcessingException) as error:
            run("importcontacts", INPUT=[good, bad], STORE=store)
        assert bad.rpartition("/")[2] in str(error.value)
    assert contacts(store) == []


def test_an_import_that_fails_in_the_middle_leaves_nothing(run, new_store, tmp_path, monkeypatch):
    from origin_trace.core.errors import StoreError
    from origin_trace.core.messages import Message
    from origin_trace.layers import gpkg_db

    store = new_store()
    run("importcontacts", INPUT=[grouped(tmp_path / "a.xlsx", {"表": [COUNTY]})], STORE=store)
    before, whole = contacts(store), gpkg_db.insert_rows

    def half(database, table, rows):
        whole(database, table, list(rows)[:1])
        raise StoreError(Message("disk full"))

    monkeypatch.setattr(gpkg_db, "insert_rows", half)
    with pytest.raises(QgsProcessingException, match="disk full"):
        run("importcontacts", INPUT=[dirty(tmp_path)], STORE=store)
    monkeypatch.undo()
    assert contacts(store) == before


KILLED = """
import os, signal, sys
sys.path.insert(0, sys.argv[1])
import conftest
from origin_trace.layers import gpkg_db
from origin_trace.layers.store import open_store
whole = gpkg_db.insert_rows
def killed(database, table, rows):
    whole(database, table, rows)
    os.kill(os.getpid(), signal.SIGKILL)
gpkg_db.insert_rows = killed
open_store(sys.argv[2], write=True).replace("contact", [{"unit": "乙"}] * 500)
"""


def test_a_killed_import_leaves_the_table_as_it_was(new_store):
    path = new_store()
    with open_store(path, write=True) as store:
        store.append("contact", [{"unit": "甲"}])
    tests = str(Path(__file__).resolve().parents[1])
    done = subprocess.run([sys.executable, "-c", KILLED, tests, path], check=False)
    assert done.returncode == -signal.SIGKILL
    assert [row["unit"] for row in contacts(path)] == ["甲"]


def test_a_table_that_changed_meanwhile_is_left_as_it_is(new_store):
    from origin_trace.core.errors import StoreError

    path = new_store()
    with open_store(path, write=True) as store:
        store.append("contact", [{"unit": "甲"}])
        with pytest.raises(StoreError, match="changed meanwhile"):
            store.replace("contact", [{"unit": "乙"}], before=[])
        assert [row["unit"] for row in store.rows("contact")] == ["甲"]
        store.replace("contact", [{"unit": "乙"}], before=store.rows("contact"))
        assert [row["unit"] for row in store.rows("contact")] == ["乙"]
