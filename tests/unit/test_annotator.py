"""An office's own workbook comes back with marks in it and nothing else changed."""

from __future__ import annotations

import re
import zipfile
from copy import copy
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from origin_trace.core.errors import WorkbookError
from origin_trace.spreadsheets.annotator import CellNote, annotate
from origin_trace.spreadsheets.reader import read_workbook
from origin_trace.tests.unit import workbooks as build

SHEETS = Path(__file__).resolve().parents[1] / "data" / "sheets"
OFFICIAL = SHEETS / "taihe_official.xlsx"
NAME = "采集表"
HEAD = {NAME: [(4, 5)]}
ERROR = CellNote(NAME, 8, 14, "error", "手机号码只有10位")
WARNING = CellNote(NAME, 8, 12, "warning", "经纬度已调换")
ROW = CellNote(NAME, 8, None, "info", "该主体已有记录")


def state(ws, skip=frozenset(), column=None):
    """Return everything of a sheet that a person sees, but these cells and this column."""
    cells = {}
    for (row, number), cell in ws._cells.items():
        if (row, number) in skip or number == column:
            continue
        if cell.value is None and not cell.has_style and cell.comment is None:
            continue
        looks = [copy(x) for x in (cell.font, cell.fill, cell.border, cell.alignment)]
        comment = (cell.comment.text, cell.comment.author) if cell.comment else None
        cells[row, number] = (
            *(cell.value, cell.data_type, cell.number_format, cell.quotePrefix, comment),
            *map(repr, looks),
        )
    return {
        "cells": cells,
        "merged": {str(a) for a in ws.merged_cells.ranges if a.min_col != column},
        "widths": {
            key: (d.width, d.hidden) for key, d in ws.column_dimensions.items() if d.min != column
        },
        "heights": {key: (d.height, d.hidden) for key, d in ws.row_dimensions.items()},
        "rules": [dict(rule) for rule in ws.data_validations.dataValidation],
        "page": (dict(ws.page_setup), dict(ws.page_margins), dict(ws.print_options)),
        "titles": (ws.print_title_rows, ws.print_area, ws.oddFooter.center.text),
        "view": (ws.freeze_panes, ws.sheet_state, ws.auto_filter.ref),
        "formats": repr(list(ws.conditional_formatting)),
    }


def marked(tmp_path, notes, source=OFFICIAL, **more):
    target = tmp_path / f"marked{Path(source).suffix}"
    messages = annotate(source, target, notes, **{"header_rows": HEAD, **more})
    return openpyxl.load_workbook(target), messages


def rewrite(path, target, changes, add=()):
    """Copy a workbook, parts changed by ``changes`` (name -> function of its bytes)."""
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
        for item in old.infolist():
            data = old.read(item)
            new.writestr(item, changes.get(item.filename, lambda part: part)(data))
        for name, data in add:
            new.writestr(name, data)
    return target


@pytest.mark.parametrize("path", sorted(SHEETS.glob("*.xlsx")), ids=lambda p: p.stem)
def test_nothing_else_changes(tmp_path, path):
    before = openpyxl.load_workbook(path)
    name = before.sheetnames[-1]
    last = before[name].max_column
    notes = [CellNote(name, 9, 3, "error", "甲"), CellNote(name, 11, None, "info", "乙")]
    after, messages = marked(tmp_path, notes, path, header_rows={name: [(4, 5)]})
    assert messages == []
    assert after.sheetnames == before.sheetnames
    for ws in before.worksheets:
        other = after[ws.title]
        if ws.title == name:
            skip = {(9, 3)}
            assert state(other, skip, last + 1) == state(ws, skip)
            assert other.cell(4, last + 1).value == "问题"
            assert other.cell(11, last + 1).value == "乙"
        else:
            assert state(other) == state(ws)


def test_colours_comments_and_the_list_of_problems(tmp_path):
    book, _ = marked(tmp_path, [ERROR, WARNING, ROW])
    ws = book[NAME]
    assert ws["N8"].fill.fgColor.rgb.endswith("FFC7CE")
    assert ws["L8"].fill.fgColor.rgb.endswith("FFEB9C")
    assert "手机号码只有10位" in ws["N8"].comment.text
    assert ws["N8"].comment.author == "产地溯源"
    text = ws["Z8"].value.split("\n")
    assert text == [
        "1. 种养殖主体联系方式(手机): 手机号码只有10位",
        "2. 点位经纬度: 经纬度已调换",
        "3. 该主体已有记录",
    ]
    assert ws["Z4"].value == "问题" and "Z4:Z5" in {str(a) for a in ws.merged_cells.ranges}
    assert repr(copy(ws["Z4"].font)) == repr(copy(ws["Y4"].font))
    assert ws.column_dimensions["Z"].width == 50 and ws["Z8"].alignment.wrap_text
    assert ws.row_dimensions[8].height > 40


def test_each_of_two_tables_names_its_own_columns(tmp_path):
    rows = [
        ["主体名称", "产品"],
        ["张三农场", "豇豆"],
        ["联系人", "主体名称"],
        ["李四", "李四农场"],
    ]
    source = build.table(tmp_path / "two.xlsx", rows)
    notes = [CellNote("Sheet1", row, 1, "error", "不对") for row in (2, 4)]
    book, _ = marked(tmp_path, notes, source, header_rows={"Sheet1": [(1, 1), (3, 3)]})
    ws = book["Sheet1"]
    assert [ws[f"C{row}"].value for row in (1, 2, 4)] == ["问题", "主体名称: 不对", "联系人: 不对"]


def test_a_strict_workbook_stays_strict(tmp_path):
    def strictly(part):
        for usual, name in (
            (build.MAIN, "spreadsheetml/main"),
            (build.REL, "officeDocument/relationships"),
        ):
            part = part.replace(usual.encode(), f"http://purl.oclc.org/ooxml/{name}".encode())
        return part

    parts = dict.fromkeys(parts_of(OFFICIAL), strictly)
    source = rewrite(OFFICIAL, tmp_path / "strict.xlsx", parts)
    target = tmp_path / "marked.xlsx"
    annotate(source, target, [ERROR], header_rows=HEAD)
    after = parts_of(target)
    assert not any(
        build.MAIN.encode() in part or build.REL.encode() in part for part in after.values()
    )
    for engine in ("calamine", "openpyxl"):
        rows = read_workbook(source, engine).sheets[0].rows
        assert rows == read_workbook(OFFICIAL, engine).sheets[0].rows
        marked_row = read_workbook(target, engine).sheets[0].rows[7]
        assert marked_row == [*rows[7], "种养殖主体联系方式(手机): 手机号码只有10位"]


def test_a_header_that_is_merged_with_the_row_above(tmp_path):
    source = tmp_path / "own.xlsx"
    book = openpyxl.load_workbook(OFFICIAL)
    ws = book[NAME]
    ws.unmerge_cells("N4:N5")
    ws["N3"], ws["N4"] = "联系电话", None
    ws.merge_cells("N3:N5")
    book.save(source)
    ws = marked(tmp_path, [ERROR], source)[0][NAME]
    assert ws["Z8"].value == "联系电话: 手机号码只有10位"


def test_several_notes_on_one_cell_share_a_comment_of_the_worst_colour(tmp_path):
    notes = [CellNote(NAME, 8, 2, level, level) for level in ("info", "error", "warning")]
    ws = marked(tmp_path, notes)[0][NAME]
    assert ws["B8"].fill.fgColor.rgb.endswith("FFC7CE")
    assert ws["B8"].comment.text.split("\n")[1:] == ["info", "error", "warning"]


def test_a_note_is_never_a_formula_and_odd_signs_show(tmp_path):
    note = CellNote(NAME, 8, None, "error", "=1+1\x0b")
    cell = marked(tmp_path, [note])[0][NAME]["Z8"]
    assert (cell.value, cell.data_type) == ("=1+1\ufffd", "s")


def test_marks_of_an_earlier_run_are_taken_off(tmp_path):
    first = tmp_path / "first.xlsx"
    annotate(OFFICIAL, first, [ERROR, WARNING, ROW], header_rows=HEAD)
    book, _ = marked(tmp_path, [CellNote(NAME, 9, 2, "info", "新")], first)
    ws = book[NAME]
    assert ws["N8"].comment is None and ws["N8"].fill.fill_type is None
    assert ws["Z8"].value is None and ws["Z9"].value == "种养殖主体名称: 新"
    assert ws["AA4"].value is None
    clean, _ = marked(tmp_path, [], first)
    before = openpyxl.load_workbook(OFFICIAL)[NAME]
    there, here = state(before), state(clean[NAME], column=26)
    assert here["cells"] == there["cells"]


def test_a_column_of_the_same_name_that_is_not_ours_stays(tmp_path):
    source = tmp_path / "own.xlsx"
    book = openpyxl.load_workbook(OFFICIAL)
    book[NAME]["Z4"], book[NAME]["Z9"] = "问题", "办公室自己的话"
    book.save(source)
    ws = marked(tmp_path, [ERROR], source)[0][NAME]
    assert ws["Z9"].value == "办公室自己的话" and ws["AA4"].value == "问题"


def test_comments_of_the_office_stay(tmp_path):
    source = tmp_path / "own.xlsx"
    book = openpyxl.load_workbook(OFFICIAL)
    book[NAME]["N8"].comment = Comment("已电话核对", "张三", height=200, width=333)
    book[NAME]["B9"].comment = Comment("别动", "李四", height=211, width=322)
    book.save(source)
    ws = marked(tmp_path, [ERROR], source)[0][NAME]
    assert ws["N8"].comment.text.startswith("已电话核对\n")
    assert ws["N8"].comment.text.endswith("手机号码只有10位")
    assert ws["N8"].comment.author == "张三"
    assert (ws["B9"].comment.text, ws["B9"].comment.author) == ("别动", "李四")
    with zipfile.ZipFile(tmp_path / "marked.xlsx") as archive:
        vml = archive.read("xl/drawings/commentsDrawing1.vml").decode()
    assert "width:322" in vml and "height:211" in vml
    again = tmp_path / "again.xlsx"
    annotate(tmp_path / "marked.xlsx", again, [], header_rows=HEAD)
    assert openpyxl.load_workbook(again)[NAME]["N8"].comment.text == "已电话核对"


def test_a_note_on_a_merged_cell_goes_to_its_first(tmp_path):
    source = tmp_path / "merged.xlsx"
    book = openpyxl.load_workbook(OFFICIAL)
    book[NAME].merge_cells("K8:K10")
    book.save(source)
    ws = marked(tmp_path, [CellNote(NAME, 9, 11, "error", "村名不详")], source)[0][NAME]
    assert "村名不详" in ws["K8"].comment.text
    assert "村名不详" in ws["Z9"].value and ws["Z8"].value is None


def test_columns_that_share_a_width_are_parted(tmp_path):
    source = tmp_path / "wide.xlsx"
    book = openpyxl.load_workbook(OFFICIAL)
    shared = book[NAME].column_dimensions["Y"]
    shared.min, shared.max, shared.width, shared.hidden = 25, 16384, 12, False
    book.save(source)
    ws = marked(tmp_path, [ERROR], source)[0][NAME]
    found = {(d.min, d.max): d.width for d in ws.column_dimensions.values()}
    assert found == {(25, 25): 12, (26, 26): 50, (27, 16384): 12}


def test_values_validations_formats_and_other_sheets_stay(tmp_path):
    source = tmp_path / "rich.xlsx"
    book = openpyxl.load_workbook(OFFICIAL)
    ws = book[NAME]
    ws.add_data_validation(DataValidation("list", formula1='"甲,乙"', sqref="C6:C9"))
    ws["B9"].fill = PatternFill("solid", fgColor="00FF00")
    ws.row_dimensions[7].hidden = True
    ws.print_area, ws.freeze_panes = "A1:Y20", "C6"
    other = book.create_sheet("汇总")
    other["A1"], other["A2"], other.sheet_state = "=SUM(采集表!O6:O9)", "#N/A", "hidden"
    book.save(source)
    before = openpyxl.load_workbook(source)
    after, _ = marked(tmp_path, [ERROR], source)
    skip = {(8, 14)}
    assert state(after[NAME], skip, 26) == state(before[NAME], skip)
    assert state(after["汇总"]) == state(before["汇总"])


def test_results_of_formulas_stay(tmp_path):
    book = openpyxl.load_workbook(OFFICIAL)
    ws = book[NAME]
    ws["O6"], ws["O7"], ws["O9"], ws["O10"] = "=10+1", '="a"&"b<"', "=1/0", "=1>0"
    plain = tmp_path / "plain.xlsx"
    book.save(plain)
    results = {b"O6": b"><f>10+1</f><v>11", b"O7": b' t="str"><f>"a"&amp;"b&lt;"</f><v>ab&lt;'}
    results |= {b"O9": b' t="e"><f>1/0</f><v>#DIV/0!', b"O10": b' t="b"><f>1&gt;0</f><v>1'}

    def fill(part):
        for cell, text in results.items():
            pattern = rb'(<c r="%s"[^>]*)><f>.*?</f><v\s*/?>(?:</v>)?' % cell
            part, count = re.subn(pattern, lambda m, t=text: m[1] + t + b"</v>", part)
            assert count == 1
        return part

    source = rewrite(plain, tmp_path / "source.xlsx", {"xl/worksheets/sheet1.xml": fill})
    _, messages = marked(tmp_path, [ERROR], source)
    assert messages == []
    ws = openpyxl.load_workbook(tmp_path / "marked.xlsx", data_only=True)[NAME]
    assert [ws[c].value for c in ("O6", "O7", "O9", "O10")] == [11, "ab<", "#DIV/0!", True]
    assert openpyxl.load_workbook(tmp_path / "marked.xlsx")[NAME]["O6"].value == "=10+1"


def test_an_impossible_date_stays_a_number(tmp_path):
    book = openpyxl.load_workbook(OFFICIAL)
    book[NAME]["Q6"] = 18000079618
    book[NAME]["Q6"].number_format = "yyyy-mm-dd"
    source = tmp_path / "date.xlsx"
    book.save(source)
    marked(tmp_path, [ERROR], source)
    with zipfile.ZipFile(tmp_path / "marked.xlsx") as archive:
        part = archive.read("xl/worksheets/sheet1.xml")
    assert re.search(rb'<c r="Q6"[^>]*><v>18000079618</v>', part)


def test_heights_that_excel_chose_stay_its_own(tmp_path):
    book = openpyxl.load_workbook(OFFICIAL)
    book[NAME].row_dimensions[6].height = 30
    book[NAME].row_dimensions[7].height = 33
    plain = tmp_path / "plain.xlsx"
    book.save(plain)

    def free(part):
        return re.sub(rb'(<row r="6"[^>]*?) customHeight="1"', rb"\1", part)

    source = rewrite(plain, tmp_path / "source.xlsx", {"xl/worksheets/sheet1.xml": free})
    marked(tmp_path, [ERROR], source)
    with zipfile.ZipFile(tmp_path / "marked.xlsx") as archive:
        part = archive.read("xl/worksheets/sheet1.xml")
    rows = re.findall(rb'<row r="[67]"[^>]*>', part)
    assert b"customHeight" not in rows[0] and b'ht="30"' in rows[0]
    assert b"customHeight" in rows[1]


def parts_of(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_all_other_parts_stay_byte_for_byte(tmp_path):
    extra = [
        ("xl/drawings/drawing9.xml", "<xdr:wsDr xmlns:xdr='x'><xdr:sp/></xdr:wsDr>"),
        ("xl/threadedComments/threadedComment1.xml", "<x/>"),
        ("xl/cellimages.xml", "<x/>"),
        ("xl/calcChain.xml", "<x/>"),
        ("customXml/item1.xml", "<x/>"),
        ("xl/media/image1.png", b"\x89PNG\x00"),
    ]
    tail = '<extLst><ext uri="{x}" xmlns:x14="y"><x14:sparkline/></ext></extLst></worksheet>'

    def extend(part):
        hidden = b'<c r="C2" t="inlineStr"><is><t>x</t></is></c></row>'
        part = re.sub(rb'(<row r="2".*?)</row>', lambda m: m[1] + hidden, part, count=1)
        return part.replace(b"</worksheet>", tail.encode())

    changes = {"xl/worksheets/sheet1.xml": extend}
    source = rewrite(OFFICIAL, tmp_path / "full.xlsx", changes, extra)
    _, messages = marked(tmp_path, [ERROR], source)
    assert messages == []
    before, after = parts_of(source), parts_of(tmp_path / "marked.xlsx")
    changed = {name for name in before if after[name] != before[name]}
    assert changed == {"[Content_Types].xml", "xl/styles.xml", "xl/worksheets/sheet1.xml"}
    assert set(after) - set(before) == {
        "xl/comments1.xml",
        "xl/drawings/vmlDrawing1.vml",
        "xl/worksheets/_rels/sheet1.xml.rels",
    }
    sheet = after["xl/worksheets/sheet1.xml"]
    rows = re.compile(rb"<row .*?</row>", re.DOTALL)
    old = rows.findall(before["xl/worksheets/sheet1.xml"])
    new = rows.findall(sheet)
    touched = [n for n, (a, b) in enumerate(zip(old, new), 1) if a != b]
    assert len(old) == len(new) and touched == [4, 5, 8]
    assert b'<c r="C2" t="inlineStr">' in sheet
    order = re.findall(rb"<(mergeCells|pageMargins|legacyDrawing|extLst)\b", sheet)
    assert order == sorted(
        order, key=[b"mergeCells", b"pageMargins", b"legacyDrawing", b"extLst"].index
    )


def test_a_thread_is_left_alone(tmp_path):
    source = tmp_path / "own.xlsx"
    book = openpyxl.load_workbook(OFFICIAL)
    book[NAME]["N8"].comment = Comment("[Threaded comment]", "tc={0000-1111}")
    book.save(source)
    ws = marked(tmp_path, [ERROR], source)[0][NAME]
    assert ws["N8"].comment.text == "[Threaded comment]"
    assert ws["N8"].fill.fgColor.rgb.endswith("FFC7CE") and "手机号码只有10位" in ws["Z8"].value


def test_a_row_of_fixed_height_grows(tmp_path):
    source = tmp_path / "own.xlsx"
    book = openpyxl.load_workbook(OFFICIAL)
    book[NAME].row_dimensions[8].height = 15
    book.save(source)
    ws = marked(tmp_path, [ERROR, WARNING, ROW], source)[0][NAME]
    assert ws.row_dimensions[8].height > 40


@pytest.mark.parametrize("prefix, references", [("x:", True), ("", False)])
def test_odd_spelling_of_xml_is_kept(tmp_path, prefix, references):
    rows = [["序号", "主体名称", "产品", "规模", "联系电话"], [1, "张三农场", "豇豆", None, "138"]]
    cells = build.rows_xml(rows)
    if not references:
        cells = re.sub(r' r="\w+"', "", cells)
    xml = build.sheet_xml(
        cells,
        tail='<pageMargins left="1" right="1" top="1" bottom="1" '
        'header="0" footer="0"/><drawing xmlns:r="r" r:id="rId1"/>'
        '<tableParts count="0"/>',
    )
    if prefix:
        xml = re.sub(r"<(/?)(?=\w)", rf"<\1{prefix}", xml).replace(" xmlns=", " xmlns:x=")
    source = build.workbook(tmp_path / "odd.xlsx", xml)
    target = tmp_path / "marked.xlsx"
    column = 5 if references else 4
    annotate(source, target, [CellNote("Sheet1", 2, column, "error", "只有3位")])
    (_, row) = read_workbook(target).sheets[0].rows
    assert [v for v in row if v is not None] == [1, "张三农场", "豇豆", "138", row[5]]
    assert row[5] == f"{'联系电话' if references else '规模'}: 只有3位"
    xml = parts_of(target)["xl/worksheets/sheet1.xml"].decode()
    order = re.findall(rf"<{prefix}(pageMargins|drawing|legacyDrawing|tableParts)\b", xml)
    assert order == ["pageMargins", "drawing", "legacyDrawing", "tableParts"]
    ElementTree.fromstring(xml)


def test_charts_survive(tmp_path):
    book = openpyxl.load_workbook(OFFICIAL)
    chart = BarChart()
    chart.add_data(Reference(book[NAME], min_col=15, min_row=7, max_row=12))
    book[NAME].add_chart(chart, "AC3")
    book.save(tmp_path / "chart.xlsx")
    after, messages = marked(tmp_path, [ERROR], tmp_path / "chart.xlsx")
    assert messages == [] and len(after[NAME]._charts) == 1


def test_macros_stay(tmp_path):
    types = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    macros = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"

    def retype(part):
        return part.replace(types.encode(), macros.encode())

    source = rewrite(
        OFFICIAL,
        tmp_path / "macro.xlsm",
        {"[Content_Types].xml": retype},
        [("xl/vbaProject.bin", b"vba")],
    )
    annotate(source, tmp_path / "out.xlsm", [ERROR], header_rows=HEAD)
    with zipfile.ZipFile(tmp_path / "out.xlsm") as archive:
        assert archive.read("xl/vbaProject.bin") == b"vba"
        assert macros.encode() in archive.read("[Content_Types].xml")
    with pytest.raises(WorkbookError, match="same ending"):
        annotate(source, tmp_path / "out.xlsx", [ERROR])


def test_the_source_is_never_written(tmp_path):
    source = tmp_path / "own.xlsx"
    source.write_bytes(OFFICIAL.read_bytes())
    link = tmp_path / "link.xlsx"
    link.hardlink_to(source)
    for target in (source, tmp_path / "." / "own.xlsx", link):
        with pytest.raises(WorkbookError, match="overwrite"):
            annotate(source, target, [ERROR])
    assert source.read_bytes() == OFFICIAL.read_bytes()


def test_refusals_leave_no_file(tmp_path):
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(b"no zip")
    with pytest.raises(WorkbookError):
        annotate(bad, tmp_path / "out.xlsx", [])
    with pytest.raises(WorkbookError):
        annotate(tmp_path / "missing.xlsx", tmp_path / "out.xlsx", [])
    with pytest.raises(WorkbookError, match="no sheet"):
        annotate(OFFICIAL, tmp_path / "out.xlsx", [CellNote("别的", 1, 1, "error", "x")])
    with pytest.raises(WorkbookError, match="does not exist"):
        annotate(OFFICIAL, tmp_path / "no" / "out.xlsx", [ERROR])
    assert [p.name for p in tmp_path.iterdir()] == ["bad.xlsx"]
