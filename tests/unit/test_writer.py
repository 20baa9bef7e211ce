"""Workbooks that go out: safe cells, the official look, all or nothing (reliability 29)."""

from __future__ import annotations

import errno
import itertools
import os
import stat

import openpyxl
import pytest
import python_calamine
from origin_trace.core.errors import WorkbookError
from origin_trace.core.schema import (
    INTERNAL_COLUMNS,
    SHEET_COLUMNS,
    SHEET_NOTES,
    SHEET_TITLE,
)
from origin_trace.spreadsheets import atomic
from origin_trace.spreadsheets.cells_out import MAX_TEXT
from origin_trace.spreadsheets.sheets_out import BLANK_ROWS
from origin_trace.spreadsheets.writer import write_blank, write_sheet, write_table

KEYS = [column.key for column in SHEET_COLUMNS]
COLUMN = {key: number for number, key in enumerate(KEYS, 1)}
TRICKY = [
    *("=1+1", "@SUM", "+8613800001234", "-5", "#N/A", "#REF!", "=HYPERLINK(1)", "'x", "00123"),
    *(" 前后有空格 ", "两\n行", "制\t表", "＝１", "1e5", "<b>&amp;\"'", "2023-05-01", "𠮷𡈽"),
]
ROW = {
    "subject_name": "泰和大鹏惠民专业合作社",
    "subject_type": "农民专业合作社",
    "product": "芹菜",
    "township": "万合镇大鹏村",
    "point": "115.013018,26.859674",
    "contact_phone": "18000079618",
    "scale": 11.7,
    "market_start": "2023年1月",
}


def sheet_of(path):
    return openpyxl.load_workbook(path).worksheets[0]


def column_values(path, key, count):
    ws = sheet_of(path)
    return [ws.cell(row, COLUMN[key]).value for row in range(6, 6 + count)]


@pytest.mark.parametrize("key", ["subject_name", "contact_phone", "alias", "market_start"])
def test_text_that_looks_like_something_else_stays_text(tmp_path, key):
    path = tmp_path / "out.xlsx"
    assert write_sheet(path, [{key: text} for text in TRICKY]) == len(TRICKY)
    assert column_values(path, key, len(TRICKY)) == TRICKY
    cells = [sheet_of(path).cell(row, COLUMN[key]) for row in range(6, 6 + len(TRICKY))]
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in cells)
    rows = python_calamine.load_workbook(str(path)).get_sheet_by_index(0).to_python()
    assert [row[COLUMN[key] - 1] for row in rows[5 : 5 + len(TRICKY)]] == TRICKY


def test_a_text_that_excel_would_decode_is_escaped(tmp_path):
    path = tmp_path / "out.xlsx"
    write_sheet(path, [{"alias": "_x0041_"}])
    rows = python_calamine.load_workbook(str(path)).get_sheet_by_index(0).to_python()
    assert rows[5][COLUMN["alias"] - 1] == "_x0041_"


@pytest.mark.parametrize("bad", ["a\x0bb", "\x00", "x\ud800", "\ufffe", "长" * (MAX_TEXT + 1)])
def test_what_no_cell_can_hold_is_refused_with_its_place(tmp_path, bad):
    path = tmp_path / "out.xlsx"
    path.write_bytes(b"old")
    with pytest.raises(WorkbookError) as error:
        write_sheet(path, [ROW, {**ROW, "alias": bad}])
    assert error.value.message.args["row"] == 2
    assert error.value.message.args["column"] == "别名"
    assert error.value.advice
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["out.xlsx"]


def test_the_longest_text_is_kept_whole(tmp_path):
    path = tmp_path / "out.xlsx"
    write_table(path, ["备注"], [["长" * MAX_TEXT]], sheet_title="清单")
    assert sheet_of(path)["A2"].value == "长" * MAX_TEXT


def test_numbers_stay_whole_and_show_four_decimals_at_most(tmp_path):
    path = tmp_path / "out.xlsx"
    values = [11.7, 5, 0.299999985, 12345678]
    write_sheet(path, [{"scale": value} for value in values])
    assert column_values(path, "scale", 4) == values
    formats = [sheet_of(path).cell(row, COLUMN["scale"]).number_format for row in range(6, 10)]
    assert formats == ["General", "General", "0.0000", "General"]
    with pytest.raises(WorkbookError, match="not a number"):
        write_sheet(path, [{"scale": float("nan")}])


def test_the_official_layout(tmp_path):
    path = tmp_path / "out.xlsx"
    metadata = {"reported_by": "泰和县农业农村局", "reported_on": "2023年6月1日"}
    write_sheet(path, [ROW] * 3, metadata=metadata)
    ws = sheet_of(path)
    assert ws["A1"].value == "附件1"
    assert ws["A2"].value == SHEET_TITLE
    assert (ws["A2"].font.name, ws["A2"].font.size) == ("黑体", 16)
    assert ws["A3"].value == "填报单位：泰和县农业农村局"
    assert "填报日期：2023年6月1日" in [cell.value for cell in ws[3]]
    for number, column in enumerate(SHEET_COLUMNS, 1):
        head = ws.cell(5 if column.group else 4, number)
        assert head.value == column.header
        assert ws.column_dimensions[head.column_letter].width == column.width
    merged = {str(area) for area in ws.merged_cells.ranges}
    assert {"A2:Y2", "H4:K4", "A4:A5", "L4:L5", "Y4:Y5", "A9:Y9", "A21:Y21"} <= merged
    assert ws["H4"].value == "基地地址*"
    assert [ws.cell(row, 1).value for row in range(6, 9)] == [1, 2, 3]
    assert [ws.cell(row, 1).value for row in range(9, 22)] == list(SHEET_NOTES)
    assert ws["B6"].border.left.style == ws["Y8"].border.bottom.style == "thin"
    assert ws["B6"].alignment.wrap_text and ws["B6"].alignment.vertical == "center"
    assert (ws.freeze_panes, ws.print_title_rows) == ("C6", "$4:$5")
    assert (ws.page_setup.paperSize, ws.page_setup.orientation) == (8, "landscape")
    assert (ws.page_setup.fitToWidth, ws.page_setup.fitToHeight) == (1, 0)
    assert ws.sheet_properties.pageSetUpPr.fitToPage
    assert "&P" in ws.oddFooter.center.text
    for key in ("point", "contact_phone", "grid_officer_phone", "collector_phone", "market_end"):
        letter = openpyxl.utils.get_column_letter(COLUMN[key])
        assert ws.column_dimensions[letter].number_format == "@"
        assert ws.cell(6, COLUMN[key]).number_format == "@"


def test_rows_of_long_texts_are_high_enough(tmp_path):
    path = tmp_path / "out.xlsx"
    write_sheet(path, [ROW, {**ROW, "subject_name": "很长的名称" * 12}])
    ws = sheet_of(path)
    assert ws.row_dimensions[7].height > 60
    assert ws.row_dimensions[6].height is None or ws.row_dimensions[6].height < 40


def test_internal_columns_are_hidden_and_come_back(tmp_path):
    path = tmp_path / "out.xlsx"
    extra = {"uuid": "a-1", "period": "2023-06", "village": "大鹏村", "facility": 1}
    write_sheet(path, [{**ROW, **extra}], internal=True)
    ws = sheet_of(path)
    labels = {ws.cell(4, n).value: n for n in range(len(KEYS) + 1, ws.max_column + 1)}
    assert len(labels) == len(INTERNAL_COLUMNS)
    assert ws.cell(6, labels["记录编号"]).value == "a-1"
    assert ws.cell(6, labels["采集期"]).value == "2023-06"
    assert ws.cell(6, labels["工程化养殖"]).value == 1
    # openpyxl reads a run of like columns as one entry under its first letter
    hidden = [d for d in ws.column_dimensions.values() if d.hidden]
    assert sum(d.max - d.min + 1 for d in hidden) == len(INTERNAL_COLUMNS)
    plain = tmp_path / "plain.xlsx"
    write_sheet(plain, [{**ROW, **extra}])
    assert sheet_of(plain).max_column == len(KEYS)


def test_drop_down_lists_of_a_filled_sheet(tmp_path):
    path = tmp_path / "out.xlsx"
    write_sheet(path, [ROW] * 4, products=["豇豆", "茶叶"])
    rules = {str(rule.sqref): rule for rule in sheet_of(path).data_validations.dataValidation}
    product, modes = rules["E6:E9"], rules["T6:T9"]
    assert product.formula1 == '"豇豆,茶叶"'
    assert rules["P6:P9"].formula1 == '"亩,头,只"'
    assert rules["C6:C9"].errorStyle in (None, "stop")
    assert not modes.showErrorMessage and modes.prompt and modes.showInputMessage
    assert len(openpyxl.load_workbook(path).worksheets) == 1


def test_the_blank_sheet(tmp_path):
    path = tmp_path / "blank.xlsx"
    towns = [f"第{number}个很长的乡镇名称" for number in range(60)]
    write_blank(path, county=("江西省", "吉安市", "泰和县"), towns=towns)
    book = openpyxl.load_workbook(path)
    ws, options = book.worksheets
    assert (options.title, options.sheet_state) == ("选项", "hidden")
    assert [cell.value for cell in options["A"]] == towns
    last = 5 + BLANK_ROWS
    assert all(c.value is None for row in ws.iter_rows(min_row=6, max_row=last) for c in row)
    assert ws.cell(last, 25).border.right.style == "thin"
    assert ws.cell(last + 1, 1).value == SHEET_NOTES[0]
    rules = {str(rule.sqref): rule for rule in ws.data_validations.dataValidation}
    assert rules[f"H6:H{last}"].formula1 == '"江西省"'
    town = rules[f"K6:K{last}"]
    assert town.formula1 == "'选项'!$A$1:$A$60" and not town.showErrorMessage
    phone = rules[f"N6:N{last}"]
    assert (phone.type, phone.errorStyle) == ("custom", "warning")
    assert "LEN(N6)=11" in phone.formula1
    scale = rules[f"O6:O{last}"]
    assert (scale.type, scale.operator, scale.formula1) == ("decimal", "greaterThan", "0")
    assert "豇豆" in rules[f"E6:E{last}"].formula1
    assert all(len(rule.prompt or "") <= 255 for rule in rules.values())
    assert all(len(rule.promptTitle or "") <= 32 for rule in rules.values())
    assert "小数点后6位" in rules[f"L6:L{last}"].prompt
    assert ws.cell(last, COLUMN["contact_phone"]).number_format == "@"


def test_a_list_with_commas_goes_to_the_hidden_sheet(tmp_path):
    path = tmp_path / "blank.xlsx"
    write_blank(path, products=["a,b", 'c"d'])
    assert openpyxl.load_workbook(path)["选项"]["A2"].value == 'c"d'


def test_a_plain_list(tmp_path):
    path = tmp_path / "list.xlsx"
    rows = ([f"r{n}", n, "=1+1", None] for n in range(300))
    write_table(path, ["编号", "数", "原因", "空"], rows, sheet_title="未导出/清单:1")
    ws = sheet_of(path)
    assert ws.title == "未导出_清单_1"
    assert (ws.max_row, ws.auto_filter.ref, ws.freeze_panes) == (301, "A1:D301", "A2")
    assert (ws["C301"].value, ws["C301"].data_type, ws["B301"].value) == ("=1+1", "s", 299)
    assert (ws.page_setup.paperSize, ws.page_setup.orientation) == (9, "landscape")
    write_table(path, ["甲"], [], sheet_title="", widths=[33])
    assert sheet_of(path).column_dimensions["A"].width == 33


def test_many_rows_look_like_few(tmp_path):
    few, many = tmp_path / "few.xlsx", tmp_path / "many.xlsx"
    write_sheet(few, [ROW])
    assert write_sheet(many, itertools.repeat(ROW, 2000)) == 2000
    one, all_ = sheet_of(few), sheet_of(many)
    for cell in itertools.chain(one[4], one[6]):
        twin = all_[cell.coordinate]
        assert (cell.value, cell.style_id) == (twin.value, twin.style_id)
    assert all_["A2005"].value == 2000


# --- all or nothing -----------------------------------------------------------------


def only_old(folder, name="out.xlsx"):
    return [p.name for p in folder.iterdir()] == [name] and (folder / name).read_bytes() == b"old"


@pytest.fixture
def old(tmp_path):
    path = tmp_path / "out.xlsx"
    path.write_bytes(b"old")
    return path


def test_no_such_folder(tmp_path):
    with pytest.raises(WorkbookError, match="does not exist"):
        write_sheet(tmp_path / "no" / "out.xlsx", [ROW])
    with pytest.raises(WorkbookError, match="is a folder"):
        write_sheet(tmp_path, [ROW])


def test_a_read_only_target_is_left_alone(old):
    old.chmod(stat.S_IREAD)
    with pytest.raises(WorkbookError, match="cannot be written") as error:
        write_sheet(old, [ROW])
    assert error.value.advice
    assert only_old(old.parent)


@pytest.mark.parametrize("lock", ["~$out.xlsx", ".~lock.out.xlsx#"])
def test_a_target_open_in_an_office_program_is_left_alone(old, lock):
    (old.parent / lock).touch()
    with pytest.raises(WorkbookError, match="is open in"):
        write_sheet(old, [ROW])
    (old.parent / lock).unlink()
    assert only_old(old.parent)


@pytest.mark.parametrize(
    ("code", "words"), [(errno.ENOSPC, "disk is full"), (errno.EIO, "could not be written")]
)
def test_a_disk_that_fails_leaves_the_old_file(old, monkeypatch, code, words):
    def fail(handle):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(atomic.os, "fsync", fail)
    with pytest.raises(WorkbookError, match=words):
        write_sheet(old, [ROW])
    assert only_old(old.parent)


def test_a_file_locked_at_the_last_moment_is_left_alone(old, monkeypatch):
    def fail(self, target):
        raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setattr(atomic.Path, "replace", fail)
    with pytest.raises(WorkbookError, match="cannot be written"):
        write_sheet(old, [ROW])
    assert only_old(old.parent)


def test_rows_that_fail_half_way_leave_the_old_file(old):
    def rows():
        yield ROW
        raise RuntimeError("store gone")

    with pytest.raises(RuntimeError):
        write_sheet(old, rows())
    assert only_old(old.parent)


def test_a_file_that_does_not_read_back_is_refused(old, monkeypatch):
    from origin_trace.spreadsheets import proof

    monkeypatch.setattr(proof.KeySum, "_scan", lambda self, archive, member: None)
    with pytest.raises(WorkbookError, match="did not read back"):
        write_sheet(old, [ROW])
    assert only_old(old.parent)


def test_the_new_file_keeps_the_rights_of_the_old_one(old):
    old.chmod(0o664)
    write_sheet(old, [ROW])
    assert stat.S_IMODE(old.stat().st_mode) == 0o664


def test_a_name_with_every_awkward_sign(tmp_path):
    path = tmp_path / "中文 用户" / "台账 数据#1.xlsx"
    path.parent.mkdir()
    write_sheet(path, [ROW])
    assert sheet_of(path)["B6"].value == ROW["subject_name"]


def test_without_openpyxl_a_sentence_says_so(tmp_path, monkeypatch):
    from origin_trace.spreadsheets import annotator, dependency

    monkeypatch.setattr(dependency, "_imported", lambda name: None)
    monkeypatch.setattr(dependency, "EXTLIBS", tmp_path / "none")
    with pytest.raises(WorkbookError, match="openpyxl is not installed"):
        write_sheet(tmp_path / "out.xlsx", [ROW])
    with pytest.raises(WorkbookError, match="openpyxl is not installed"):
        annotator.annotate(tmp_path / "a.xlsx", tmp_path / "b.xlsx", [])
