"""Headers put right by a person: each column read as said, and what cannot be said named."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from origin_trace.core.errors import InputError
from origin_trace.spreadsheets.corrections import TARGETS, Corrections
from origin_trace.spreadsheets.reader import Sheet, Workbook
from origin_trace.spreadsheets.tables import find_tables

HEADER = ["序号", "主体名称", "产品", "规模", "单位", "联系人", "场地", "手机", "手机"]
ROW = [1, "张三农场", "豇豆", 5, "亩", "张三", "沿溪村", "13800001234", "13800001235"]


def read(scopes, header=HEADER, rows=(ROW,), name="表"):
    workbook = Workbook("/甲/马市镇.xlsx", "0", [Sheet(name, False, [header, *map(list, rows)])])
    corrections = Corrections.parse(json.dumps(scopes))
    tables, _ = find_tables(workbook, None, corrections)
    corrections.refuse_unused()
    return tables[0]


@pytest.mark.parametrize(
    "scope", ["马市镇.xlsx", "表", "马市镇.xlsx!表", "/甲/马市镇.xlsx", "/甲/马市镇.xlsx!表"]
)
@pytest.mark.parametrize("where", ["场地", "G", "g", "G1", " 场 地 "])
def test_a_column_is_named_by_header_letter_or_cell_within_file_or_sheet(scope, where):
    table = read({scope: {where: "village"}})
    assert table.columns[7] == "village" and 7 not in table.unknown
    assert table.rows[0].cells["village"] == "沿溪村" and not table.rows[0].extra.get("场地")


def test_without_a_correction_the_column_goes_into_the_remarks():
    assert read({}).rows[0].extra["场地"] == "沿溪村"


def test_a_column_left_out_goes_nowhere():
    row = read({"表": {"场地": "", "联系人": ""}}).rows[0]
    assert "场地" not in row.extra and "contact" not in row.cells and "联系人" not in row.extra


def test_a_known_column_sent_into_the_remarks_stands_there_after_its_header():
    row = read({"表": {"联系人": "remarks"}}).rows[0]
    assert row.extra["联系人"] == "张三" and "contact" not in row.cells


def test_remarks_themselves_stay_remarks():
    table = read({"表": {"备注": "remarks"}}, [*HEADER[:6], "备注"], [[*ROW[:6], "已核对"]])
    assert table.rows[0].cells["remarks"] == "已核对"


def test_the_column_that_meant_the_same_before_goes_into_the_remarks():
    row = read({"表": {"场地": "contact"}}).rows[0]
    assert row.cells["contact"] == "沿溪村" and row.extra["联系人"] == "张三"


def test_two_columns_may_change_places():
    row = read({"表": {"主体名称": "contact", "联系人": "subject_name"}}).rows[0]
    assert (row.cells["contact"], row.cells["subject_name"]) == ("张三农场", "张三")


def test_a_repeated_header_is_named_by_its_letter():
    with pytest.raises(InputError, match="twice"):
        read({"表": {"手机": "collector_phone"}})
    row = read({"表": {"I": "collector_phone"}}).rows[0]
    assert row.cells["collector_phone"] == "13800001235"
    assert row.cells["contact_phone"] == "13800001234"


def test_a_column_without_a_header_may_be_named():
    header = [*HEADER[:6], None]
    assert read({"表": {"G": "village"}}, header, [ROW[:7]]).rows[0].cells["village"] == "沿溪村"
    assert read({"表": {"G": "scale"}}, header, [[*ROW[:6], 7]]).rows[0].cells["scale"] == 7


def test_a_header_cell_names_one_of_two_tables():
    other = ["编号", "养殖户", "品种", "存栏", "计量单位", "负责人", "场地", "电话", None]
    rows = [ROW, [None] * 9, other, ROW]
    workbook = Workbook("/甲.xlsx", "0", [Sheet("表", False, [HEADER, *map(list, rows)])])
    first, second = find_tables(workbook, None, Corrections({"表": {"G4": "village"}}))[0]
    assert 7 not in first.columns and second.columns[7] == "village"


@pytest.mark.parametrize(
    "text",
    [
        "[",
        "[]",
        "3",
        '{"表": 3}',
        '{"表": {"A": "nowhere"}}',
        '{"表": {"A": 3}}',
        '{"表": {"A": null}}',
    ],
)
def test_what_is_no_correction_is_refused_with_advice(text):
    with pytest.raises(InputError) as caught:
        Corrections.parse(text)
    assert caught.value.advice is not None


@pytest.mark.parametrize(
    "scopes",
    [
        {"塘洲镇.xlsx": {"场地": "village"}},
        {"表": {"不在": "village"}},
        {"表": {"G9": "village"}},
        {"表": {"ZZ": "village"}},
    ],
)
def test_a_correction_that_meets_nothing_is_refused(scopes):
    with pytest.raises(InputError, match="no column"):
        read(scopes)


def test_two_columns_cannot_both_be_one():
    with pytest.raises(InputError, match="both"):
        read({"表": {"场地": "village", "联系人": "village"}})


@given(
    st.dictionaries(
        st.sampled_from(["A", "B", "C", "D", "E", "F", "G", "H", "I"]),
        st.sampled_from(["", *sorted(TARGETS)]),
    )
)
def test_any_corrections_lose_no_cell_unless_told_to(columns):
    try:
        table = read({"表": columns})
    except InputError:
        return
    row = table.rows[0]
    assert len(set(table.columns.values())) == len(table.columns)
    if row.blank:
        return
    kept = {str(x) for x in (*row.cells.values(), *row.extra.values())}
    left_out = {ord(letter) - 65 for letter, key in columns.items() if key == ""} | {0}
    for place, value in enumerate(ROW):
        if place not in left_out and place != 8:  # 8: the repeated header
            assert str(value) in kept
    for letter, key in columns.items():
        if key not in ("", "remarks"):
            assert table.columns[ord(letter) - 64] == key


# --- headers that are not recognised -------------------------------------------------


STRANGE = ["谁家", "种啥", "打哪"]


def strange(scopes, hidden=False):
    rows = [["今年的情况", None, None], STRANGE, ["张三农场", "豇豆", "13800001234"]]
    pages = [Sheet("大棚", hidden, rows), Sheet("空", False, [])]
    corrections = Corrections.parse(json.dumps(scopes))
    tables, _ = find_tables(Workbook("/甲/怪表.xlsx", "0", pages), None, corrections)
    corrections.refuse_unused()
    return tables[0]


NAMED = {"A": "subject_name", "种啥": "product", "C2": "contact_phone"}


@pytest.mark.parametrize("hidden", [False, True])
def test_a_named_row_is_the_header_though_none_of_it_is_known(hidden):
    table = strange({"怪表.xlsx!大棚": {"#header": 2, **NAMED}}, hidden)
    assert table.header_rows == (2, 2)
    (row,) = [row for row in table.rows if not row.blank]
    assert row.number == 3
    assert row.cells == {
        "subject_name": "张三农场",
        "product": "豇豆",
        "contact_phone": "13800001234",
    }


@pytest.mark.parametrize("row", [0, -1, "2", 1.5, True, None])
def test_what_is_no_row_is_refused(row):
    with pytest.raises(InputError, match="no number of a row"):
        Corrections.parse(json.dumps({"大棚": {"#header": row}}))


def test_a_named_row_in_which_nothing_stands_is_refused():
    with pytest.raises(InputError, match="row 9"):
        strange({"大棚": {"#header": 9}})


def test_a_named_row_of_a_sheet_that_is_not_there_is_refused():
    with pytest.raises(InputError, match="小棚"):
        strange({"大棚": {"#header": 2}, "小棚": {"#header": 2}})
