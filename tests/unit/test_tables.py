"""The S cases of dirty_cells.json, and items 1, 2, 7, 15 of the list of bad inputs."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest
from origin_trace.core.cells import ErrorCell
from origin_trace.core.errors import WorkbookError
from origin_trace.core.messages import Message
from origin_trace.core.schema import COLUMNS, INTERNAL_COLUMNS, SHEET_COLUMNS
from origin_trace.core.text import clean
from origin_trace.spreadsheets import rowkinds
from origin_trace.spreadsheets.headers import header_forms, key_of, unit_of
from origin_trace.spreadsheets.reader import Sheet, Workbook, read_workbook
from origin_trace.spreadsheets.tables import find_tables
from origin_trace.tests.unit import workbooks as build

DATA = Path(__file__).parents[1] / "data"
HEADER = ["序号", "主体名称", "产品", "规模", "单位", "联系人", "联系电话"]
ZHANG = [1, "张三农场", "豇豆", 5, "亩", "张三", "13800001234"]
LI = [2, "李四农场", "韭菜", 6, "亩", "李四", "13800001235"]


def book(rows, name="表", **more) -> Workbook:
    return Workbook("/tmp/甲.xlsx", "0", [sheet(rows, name, **more)])


def sheet(rows, name="表", hidden=False, **more) -> Sheet:
    width = max((len(row) for row in rows), default=0)
    return Sheet(name, hidden, [[*row, *[None] * (width - len(row))] for row in rows], **more)


def only(rows, **more):
    (table,), messages = find_tables(book(rows, **more))
    assert len(table.rows) == len(rows) - table.header_rows[1]
    assert [row.number for row in table.rows] == list(
        range(table.header_rows[1] + 1, len(rows) + 1)
    )
    return table, messages


def reasons(table) -> list[Message | str | None]:
    return [row.reason if row.blank else "data" for row in table.rows]


def keys(*headers: str) -> list[str | None]:
    """Return the keys of a one-row header, beside a producer and a product."""
    table, _ = only([list(headers), ["x"] * len(headers)])
    return [table.columns.get(column) for column in range(1, len(headers) + 1)]


@pytest.mark.parametrize("name", ["taihe_official", "tianya_split", "taihe_multisheet"])
@pytest.mark.parametrize("engine", ["calamine", "openpyxl"])
def test_samples(name, engine):
    if engine == "calamine":
        pytest.importorskip("python_calamine")
    truth = json.loads((DATA / "sheets" / f"{name}.json").read_text(encoding="utf-8"))
    tables, messages = find_tables(read_workbook(DATA / "sheets" / f"{name}.xlsx", engine))
    assert messages == []
    found = [row for table in tables for row in table.rows if not row.blank]
    assert len(found) == truth["rows"]
    for table in tables:
        assert not table.unknown
        assert table.metadata["reported_by"].endswith("农业农村局")
        assert "reported_on" not in table.metadata


def test_every_official_header_and_label():
    for column in SHEET_COLUMNS:
        expected = column.key
        assert key_of(column.header, (column.group,) if column.group else ()) == expected
        assert key_of(column.header) == expected
    for key in INTERNAL_COLUMNS:
        assert key_of(COLUMNS[key].label) == key
        assert key_of(key) == key


def test_s01_title_and_s02_metadata():
    table, _ = only(
        [
            ["附件1"],
            ["重点农产品产地溯源信息采集表"],
            ["填报单位：泰和县农业农村局（盖章）", None, None, "填报日期：2023年6月5日"],
            HEADER,
            ZHANG,
            ["填报人：王五　　审核人：　　填报日期：2023年6月6日"],
        ],
        merged=[(2, 1, 2, 7)],
    )
    assert table.header_rows == (4, 4)
    assert table.metadata["reporting_unit"] == "泰和县农业农村局（盖章）"
    assert table.metadata["reported_on"] == "2023年6月5日"
    assert table.metadata["reporter"] == table.metadata["reported_by"] == "王五"
    assert "reviewer" not in table.metadata


def test_metadata_in_neighbouring_cells():
    day = datetime(2023, 6, 5)
    table, _ = only([["填报单位", "万合镇", "填报日期：", day], HEADER, ZHANG])
    assert table.metadata["reported_by"] == "万合镇"
    assert table.metadata["reported_on"] == day
    table, _ = only([HEADER, ZHANG, ["填报日期：　　年　　月　　日"]])
    assert "reported_on" not in table.metadata


def test_s03_two_row_header():
    rows = [
        [
            "序号",
            "主体名称",
            "产品",
            "基地地址",
            None,
            None,
            None,
            "网格员",
            None,
            "信息采集员",
            None,
        ],
        [None, None, None, "省", "市", "县", "乡镇", "姓名", "电话", "姓名", "手机"],
        [1, "张三", "豇豆", "江西省", "吉安市", "泰和县", "万合镇", "甲", "1", "乙", "2"],
    ]
    expected = [
        "subject_name",
        "product",
        "province",
        "city",
        "county",
        "township",
        "grid_officer",
        "grid_officer_phone",
        "collector",
        "collector_phone",
    ]
    merged = [(1, c, 2, c) for c in (1, 2, 3)] + [(1, 4, 1, 7), (1, 8, 1, 9), (1, 10, 1, 11)]
    for ranges in (merged, []):  # also where the merges were lost
        table, _ = only(rows, merged=ranges)
        assert list(table.columns.values()) == expected
        assert table.header_rows == (1, 2)
        assert reasons(table) == ["data"]


def test_group_row_above_the_header():
    rows = [
        ["主体信息", None, "产品信息", None, None, "网格员", None],
        ["主体名称", "联系电话", "产品名称", "规模", "单位", "姓名", "电话"],
        ["张三", "1", "豇豆", 5, "亩", "王五", "2"],
    ]
    table, _ = only(rows, merged=[(1, 1, 1, 2), (1, 3, 1, 5), (1, 6, 1, 7)])
    assert table.header_rows == (1, 2)
    assert list(table.columns.values()) == [
        "subject_name",
        "contact_phone",
        "product",
        "scale",
        "scale_unit",
        "grid_officer",
        "grid_officer_phone",
    ]


def test_point_group_with_two_leaves():
    rows = [
        ["主体名称", "产品", "点位经纬度", None],
        [None, None, "经度", "纬度"],
        ["张三", "豇豆", 115.1, 26.1],
    ]
    merged = [(1, 1, 2, 1), (1, 2, 2, 2), (1, 3, 1, 4)]
    table, _ = only(rows, merged=merged)
    assert list(table.columns.values()) == ["subject_name", "product", "lon", "lat"]


def test_s04_header_texts():
    assert keys("主体\n名称 *", "产 品", "联系\n电话", "面积（亩）*", "经度 °", "纬度（N）") == [
        "subject_name",
        "product",
        "contact_phone",
        "scale",
        "lon",
        "lat",
    ]
    assert header_forms("1.种养规模*（亩）") == ("种养规模亩", "种养规模")
    assert unit_of("面积（亩）") == "亩"
    assert unit_of("规模(亩、头、只)") is None


@pytest.mark.parametrize(
    ("header", "key"),
    [
        ("养殖户姓名", "subject_name"),
        ("经营主体", "subject_name"),
        ("企业名称", "subject_name"),
        ("品种", "product"),
        ("存栏", "scale"),
        ("养殖规模", "scale"),
        ("种植面积（亩）", "scale"),
        ("行政村", "village"),
        ("乡镇（街道）", "township"),
        ("详细地址", "address"),
        ("采收期", "market_start"),
        ("上市日期", "market_start"),
        ("上市期", "market_start"),
        ("县（市、区）", "county"),
        ("市（州）", "city"),
        ("省份", "province"),
        ("负责人", "contact"),
        ("负责人电话", "contact_phone"),
        ("GPS坐标", "point"),
        ("网格员手机号", "grid_officer_phone"),
        ("乡镇监管员", "grid_officer"),
        ("采集人员", "collector"),
        ("采集员联系方式", "collector_phone"),
        ("备注", "remarks"),
        ("东经", "lon"),
        ("北纬", "lat"),
        ("栽培方式", "production_modes"),
        ("认证情况", "certification"),
        ("规模单位", "scale_unit"),
        ("下市期", "market_end"),
    ],
)
def test_synonyms(header, key):
    table, _ = only([["主体", "农产品", "信用", header], ["x", "x", "x", "x"]])
    if key == "subject_name":
        table, _ = only([["产品名称", "信用", "行业", header], ["x", "x", "x", "x"]])
    elif key == "product":
        table, _ = only([["主体", "信用", "行业", header], ["x", "x", "x", "x"]])
    assert table.columns[4] == key


def test_phones_belong_to_the_name_before_them():
    assert keys("主体名称", "产品", "联系电话", "网格员", "联系电话", "采集员姓名", "手机") == [
        "subject_name",
        "product",
        "contact_phone",
        "grid_officer",
        "grid_officer_phone",
        "collector",
        "collector_phone",
    ]


def test_detail_stays_beside_township():
    assert keys("主体名称", "产品", "乡镇", "村", "详细地址")[2:] == [
        "township",
        "village",
        "address_detail",
    ]


def test_base_name_is_weak():
    assert keys("基地名称", "产品", "规模")[0] == "subject_name"
    assert keys("基地名称", "主体名称", "产品", "规模")[:2] == [None, "subject_name"]


def test_unit_of_the_header_counts_without_a_unit_column():
    table, _ = only(
        [["主体名称", "产品", "面积（平方米）"], ["张三", "豇豆", 5], ["李四", "韭菜", None]]
    )
    assert table.scale_unit == "平方米"
    assert table.rows[0].cells["scale_unit"] == "平方米"
    assert "scale_unit" not in table.rows[1].cells
    table, _ = only([["主体名称", "产品", "面积（亩）", "单位"], ["张三", "豇豆", 5, "头"]])
    assert table.rows[0].cells["scale_unit"] == "头"


def test_s05_to_s09_rows_that_are_no_records():
    table, _ = only(
        [
            HEADER,
            [1, 2, 3, 4, 5, 6, 7],
            ["例", "某某农场", "豇豆", 5, "亩", "某某", "13800000000"],
            ["示例1", "某某农场", "豇豆", 5, "亩", "某某", "13800000000"],
            [1, "（样例）某某农场", "豇豆", 5, "亩", "某某", "13800000000"],
            ZHANG,
            [None] * 7,
            [3],
            LI,
            ["小 计", None, None, 11],
            [None, "合计：", None, 11, "亩"],
            ["一、种植业"],
            HEADER,
            ["（1）", "（2）", "（3）", "（4）", "（5）", "（6）", "（7）"],
            [3, "王五", "芹菜"],
            ["填表说明：1.……"],
            ["2.主体类型: 农户, 单选;"],
            ["填报人：甲"],
        ]
    )
    assert reasons(table) == [
        rowkinds.NUMBER_ROW,
        rowkinds.EXAMPLE,
        rowkinds.EXAMPLE,
        rowkinds.EXAMPLE,
        "data",
        None,
        rowkinds.ONLY_NUMBER,
        "data",
        rowkinds.TOTAL,
        rowkinds.TOTAL,
        rowkinds.HEADING,
        rowkinds.HEADER,
        rowkinds.NUMBER_ROW,
        "data",
        rowkinds.NOTE,
        rowkinds.NOTE,
        rowkinds.NOTE,
    ]
    assert all(row.cells == {} for row in table.rows if row.blank)


def test_s07_data_after_the_notes_is_not_lost():
    table, _ = only([HEADER, ZHANG, ["备注：以上"], ["其他说明"], LI, [3, "王五", "芹菜"]])
    assert reasons(table) == ["data", rowkinds.NOTE, rowkinds.NOTE, "data", "data"]


def test_lower_half_of_a_repeated_header():
    top = ["主体名称", "产品", "基地地址", None, None, None]
    low = [None, None, "省", "市", "县", "乡(镇)"]
    row = ["张三", "豇豆", "江西省", "吉安市", "泰和县", "万合镇"]
    merged = [(1, 1, 2, 1), (1, 2, 2, 2), (1, 3, 1, 6)]
    table, _ = only([top, low, row, top, low, row], merged=merged)
    assert reasons(table) == ["data", rowkinds.HEADER, rowkinds.HEADER, "data"]


def test_heading_over_the_whole_table():
    rows = [["主体名称", "产品", "规模", "单位"], ["万合镇"], ["张三", "豇豆", 5, "亩"], ["李四"]]
    table, _ = only(rows, merged=[(2, 1, 2, 4)])
    assert reasons(table) == [rowkinds.HEADING, "data", "data"]


def test_s10_vertical_merge():
    rows = [
        HEADER,
        ZHANG,
        [2, None, "韭菜", 3, "亩", None, None],
        [3, None, "芹菜", 4, "亩", None, None],
        [4, None, "韭菜", 4, "亩", None, None],
        [None] * 7,
        ["备注：合并"],
        ["x"],
    ]
    merged = [(2, 2, 4, 2), (2, 6, 3, 6), (2, 7, 6, 7), (7, 1, 8, 2)]
    table, _ = only(rows, merged=merged)
    first, second, third, fourth, fifth = table.rows[:5]
    assert first.inherited == frozenset()
    assert second.cells["subject_name"] == "张三农场"
    assert second.inherited == {"subject_name", "contact", "contact_phone"}
    assert third.inherited == {"subject_name", "contact_phone"}
    assert "contact" not in third.cells  # outside its merged range
    assert fourth.inherited == {"contact_phone"}
    assert "subject_name" not in fourth.cells
    assert fifth.blank
    assert fifth.reason is None
    assert reasons(table)[5:] == [rowkinds.NOTE, rowkinds.NOTE]


def test_s11_short_rows(tmp_path):
    path = build.table(tmp_path / "a.xlsx", [HEADER, ZHANG[:3], LI])
    (table,), _ = find_tables(read_workbook(path))
    assert table.rows[0].cells == {"subject_name": "张三农场", "product": "豇豆"}


def test_s12_sheets(tmp_path):
    good = build.sheet_xml(build.rows_xml([HEADER, ZHANG, LI]))
    other = build.sheet_xml(build.rows_xml([["说明"], ["随便"]]))
    path = build.workbook(
        tmp_path / "甲.xlsx",
        {"种植": good, "说明": other, "旧": good, "空": build.sheet_xml("")},
        states={"旧": "hidden"},
    )
    workbook = read_workbook(path)
    tables, messages = find_tables(workbook)
    assert [table.sheet for table in tables] == ["种植"]
    assert [m.args["sheet"] for m in messages] == ["说明", "旧"]
    assert messages[1].args["rows"] == 3
    (table,), _ = find_tables(workbook, "旧")
    assert table.hidden and len(table.rows) == 2
    assert find_tables(workbook, " 种植 ")[0][0].sheet == "种植"
    with pytest.raises(WorkbookError, match="种植、说明、旧、空"):
        find_tables(workbook, "不在")
    with pytest.raises(WorkbookError, match="no header"):
        find_tables(workbook, "说明")


def test_hidden_rows_are_read_and_told():
    table, messages = only([HEADER, ZHANG, LI], hidden_rows=frozenset({1, 3}))
    assert reasons(table) == ["data", "data"]
    assert [m.args["count"] for m in messages] == [1]


def test_hidden_columns_are_told_but_for_our_own():
    header = ["主体名称", "产品", "规模", "记录编号"]
    _, messages = only([header, ["张三", "豇豆", 5, "u"]], hidden_columns=frozenset({3, 4}))
    assert [m.args["columns"] for m in messages] == ["规模"]


def test_only_a_hidden_sheet_has_the_header():
    workbook = Workbook("/tmp/甲.xlsx", "0", [sheet([HEADER, ZHANG], "旧", hidden=True)])
    with pytest.raises(WorkbookError, match="旧"):
        find_tables(workbook)
    assert find_tables(workbook, "旧")[0][0].hidden


def test_s14_formulas_without_result():
    empty = ErrorCell("#EMPTY!")
    table, _ = only(
        [
            HEADER,
            [1, "张三", "豇豆", empty, "亩", ErrorCell("#REF!")],
            [empty, empty, empty, None, None, None],
            [4, empty],
            [5, ErrorCell("#REF!")],
        ]
    )
    assert reasons(table) == ["data", rowkinds.NO_RESULT, rowkinds.NO_RESULT, "data"]
    assert table.rows[0].cells["scale"] is empty


def test_s13_old_files(tmp_path):
    for name, content in (
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("a.csv", "姓,名".encode()),
    ):
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(WorkbookError, match=r"\.xlsx"):
            read_workbook(path)


def test_s15_the_same_row_twice_stays_twice():
    table, _ = only([HEADER, ZHANG, ZHANG])
    assert reasons(table) == ["data", "data"]


@pytest.mark.parametrize("text", ["/", "－", "—", "无", "暂无"])
def test_s16_placeholders_are_left_to_the_cell(text):
    table, _ = only([HEADER, [1, "张三", "豇豆", 5, "亩", text, "138"]])
    assert clean(table.rows[0].cells["contact"]) is None


def test_every_s_case_is_here():
    cases = json.loads((DATA / "dirty_cells.json").read_text(encoding="utf-8"))
    assert [c["id"] for c in cases if c["id"].startswith("S")] == [
        f"S{number:02}" for number in range(1, 17)
    ]


def test_header_twice_unknown_columns_and_problem():
    header = [*HEADER, "产品", "土壤", None, "问题", "空列"]
    table, messages = only([header, [*ZHANG, "韭菜", "红壤", "旁注", "电话不对"], LI])
    assert table.rows[0].cells["product"] == "豇豆"
    assert table.rows[0].extra == {"产品": "韭菜", "土壤": "红壤", "J": "旁注"}
    assert table.unknown == {8: "产品", 9: "土壤", 12: "空列"}
    assert messages[0].args["column"] == "H"
    assert messages[1].args["columns"] == "产品、土壤、J"
    assert table.rows[1].extra == {}


def test_columns_in_any_order():
    order = [5, 2, 6, 0, 3, 1, 4]
    table, _ = only([[HEADER[i] for i in order], [ZHANG[i] for i in order]])
    assert table.rows[0].cells == {
        "subject_name": "张三农场",
        "product": "豇豆",
        "scale": 5,
        "scale_unit": "亩",
        "contact": "张三",
        "contact_phone": "13800001234",
    }


def test_plain_phones_go_round_those_that_are_named():
    found = keys(
        "主体名称", "网格员姓名", "联系电话", "网格员电话", "联系人", "采集员", "采集员手机"
    )
    assert found[2:4] == ["contact_phone", "grid_officer_phone"]


def test_name_and_phone_under_a_group_of_contacts():
    rows = [
        ["序号", "主体名称", "联系方式", None, "网格员", None],
        [None, None, "姓名", "手机号", "姓名", "电话"],
        [1, "张三农场", "张三", "13800001234", "李四", "13800001235"],
    ]
    table, _ = only(rows, merged=[(1, 1, 2, 1), (1, 2, 2, 2), (1, 3, 1, 4), (1, 5, 1, 6)])
    found = [table.columns[column] for column in range(3, 7)]
    assert found == ["contact", "contact_phone", "grid_officer", "grid_officer_phone"]


@pytest.mark.parametrize(
    "numbers",
    [
        ["A", "B", "C", "D", "E", "F", "G"],
        ["甲", "乙", 1, 2, 3, 4, 5],
        ["甲", "乙", "丙", 1, 2, 3, 4],
    ],
)
def test_letters_and_stems_below_the_header(numbers):
    table, _ = only([HEADER, numbers, ZHANG])
    assert reasons(table) == [rowkinds.NUMBER_ROW, "data"]


def test_rows_that_the_office_filled_in_beforehand():
    header = [*HEADER, "省", "县", "采集员", "采集员电话"]
    office = ["江西省", "泰和县", "王五", "13800001236"]
    empty = [2, None, None, None, "亩", None, None, *office]
    rows = [header, [*ZHANG, *office], empty, [*empty[:2], "豇豆", *empty[3:]]]
    table, messages = only(rows)
    assert reasons(table) == ["data", rowkinds.BEFOREHAND, "data"]
    assert [m.args["count"] for m in messages] == [1]


@pytest.mark.parametrize(
    "row, reason",
    [
        ([None, "万合镇大鹏村："], rowkinds.HEADING),
        ([None, None, "以下空白"], rowkinds.NOTE),
        (["/", "/", "——", "/", "/", "/", "/"], rowkinds.HEADING),
        (["…", "…"], rowkinds.HEADING),
        (["共14户"], rowkinds.TOTAL),
        (["总计（14户）"], rowkinds.TOTAL),
    ],
)
def test_what_else_stands_between_the_rows(row, reason):
    table, _ = only([HEADER, ZHANG, [*row, *[None] * (7 - len(row))], LI])
    assert reasons(table) == ["data", reason, "data"]


def test_signature_in_cells_of_its_own():
    signed = [None, "填报人", "王五", "联系电话", "13800001236", "填报日期", "2023.6.15"]
    table, _ = only([HEADER, ZHANG, signed])
    assert reasons(table) == ["data", rowkinds.NOTE]
    assert table.metadata["reporter"] == "王五" and table.metadata["reported_on"] == "2023.6.15"


def test_an_example_is_marked_in_the_number_wherever_it_stands():
    example = ["例", *ZHANG[1:]]
    table, _ = only([[*row[1:5], row[0], *row[5:]] for row in (HEADER, example, ZHANG)])
    assert reasons(table) == [rowkinds.EXAMPLE, "data"]


@pytest.mark.parametrize("mark", ["同上", "〃", "″", '"', "”"])
def test_marks_for_as_above_take_the_value_above(mark):
    again = [2, "李四农场", mark, 6, mark, mark, mark]
    third = [3, "王五农场", mark, 7, "头", mark, None]
    table, _ = only([HEADER, ZHANG, [None] * 7, again, third])
    first, _, second, last = table.rows
    assert {k: second.cells[k] for k in second.inherited} == {
        "product": "豇豆",
        "scale_unit": "亩",
        "contact": "张三",
        "contact_phone": "13800001234",
    }
    assert last.cells["product"] == "豇豆" and last.cells["scale_unit"] == "头"
    assert "contact_phone" not in last.cells
    assert first.inherited == frozenset()


@pytest.mark.parametrize("name", ["合计", "例", "填报人", "同上", "注：甲"])
def test_a_row_of_our_own_export_is_a_record_whatever_it_says(name):
    ident = "01234567-89ab-cdef-0123-456789abcdef"
    rows = [[*HEADER, COLUMNS["uuid"].label], [*ZHANG, ident], [None, name, *[None] * 5, ident]]
    table, _ = only(rows)
    assert reasons(table) == ["data", "data"]
    assert table.rows[1].cells["subject_name"] == name


def test_a_mark_with_nothing_above_it_stays():
    table, _ = only([HEADER, [1, "张三农场", "豇豆", 5, "亩", "同上", None]])
    assert table.rows[0].cells["contact"] == "同上"


def test_a_second_table_below_with_columns_of_its_own():
    other = ["产品", "主体名称", "联系电话", "联系人", "经度", "纬度", "规模", "单位"]
    below = ["韭菜", "李四农场", "13800001235", "李四", 115.1, 26.7, 6, "亩"]
    rows = [HEADER, ZHANG, [], ["重点农产品采集表（二）"], other, below]
    tables, _ = find_tables(book(rows))
    assert [table.header_rows for table in tables] == [(1, 1), (5, 5)]
    assert reasons(tables[0]) == ["data", None, rowkinds.HEADING]
    assert tables[1].rows[0].cells["lon"] == 115.1
    assert tables[1].rows[0].cells["contact"] == "李四"
    assert tables[1].rows[0].number == 6


def test_a_second_table_with_a_header_of_two_rows():
    rows = [
        HEADER,
        ZHANG,
        ["主体名称", "基地地址", None, "产品", "联系方式", None, "规模"],
        [None, "乡镇", "村", None, "姓名", "手机", None],
        ["李四农场", "万合镇", "大鹏村", "韭菜", "李四", "13800001235", 6],
    ]
    merged = [(3, 2, 3, 3), (3, 5, 3, 6), *((3, c, 4, c) for c in (1, 4, 7))]
    _, table = find_tables(book(rows, merged=merged))[0]
    assert table.header_rows == (3, 4)
    assert table.rows[0].cells == {
        "subject_name": "李四农场",
        "township": "万合镇",
        "village": "大鹏村",
        "product": "韭菜",
        "contact": "李四",
        "contact_phone": "13800001235",
        "scale": 6,
    }


@pytest.mark.parametrize(
    "rows",
    [
        [["主体类型", "所属行业", "产品名称", "单位"], ["农户", "种植业", "豇豆", "亩"]],
        [["序号", "乡镇", "产品名称", "主体数量", "种养规模"], [1, "万合镇", "豇豆", 12, 345]],
    ],
    ids=["choices", "sums"],
)
def test_lists_of_choices_and_sums_are_no_records(rows):
    workbook = Workbook("/tmp/甲.xlsx", "0", [sheet([HEADER, ZHANG]), sheet(rows, "另表")])
    (table,), messages = find_tables(workbook)
    assert table.sheet == "表" and [m.args["sheet"] for m in messages] == ["另表"]


@pytest.mark.parametrize(
    "header, key",
    [
        ("养殖主体", "subject_name"),
        ("企业（合作社、农户）名称", "subject_name"),
        ("种植大户姓名", "subject_name"),
        ("经营主体类别", "subject_type"),
        ("种植/养殖品种", "product"),
        ("基地详细地址", "address"),
        ("基地点位经纬度", "point"),
        ("点位经纬度（经度）", "lon"),
        ("中心纬度", "lat"),
        ("法定代表人/负责人", "contact"),
        ("预计上市", "market_start"),
        ("最晚上市时间", "market_end"),
        ("主体信用等级", "credit_grade"),
        ("带动农户数", None),
        ("所属合作社", None),
        ("投入品名称", None),
        ("家庭地址", None),
        ("认证证书编号", None),
    ],
)
def test_headers_in_no_list(header, key):
    if key == "subject_name":
        table, _ = only([["序号", header, "联系人", "产品"], [1, "x", "x", "x"]])
        assert table.columns[2] == key
    else:
        assert keys("主体名称", header, "单位", "省", "市")[1] == key


def test_a_look_alike_never_takes_the_place_of_a_known_header():
    assert keys("养殖主体", "主体名称", "产品", "单位")[:2] == [None, "subject_name"]


def test_header_is_found_below_long_notes():
    only([*[["标题"]] * 49, HEADER, ZHANG])
    with pytest.raises(WorkbookError):
        find_tables(book([*[["标题"]] * 50, HEADER, ZHANG]))


def test_data_rows_are_no_header():
    with pytest.raises(WorkbookError):
        find_tables(book([ZHANG, LI]))
    with pytest.raises(WorkbookError):
        find_tables(book([]))
