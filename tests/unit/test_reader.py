from __future__ import annotations

from datetime import datetime, time
from pathlib import Path

import openpyxl
import pytest
from origin_trace.core.cells import ErrorCell, MonthDay
from origin_trace.core.errors import WorkbookError
from origin_trace.spreadsheets import dependency, reader
from origin_trace.tests.unit import workbooks as build

pytest.importorskip("python_calamine")
SHEETS = Path(__file__).parents[1] / "data" / "sheets"


def both(path) -> reader.Workbook:
    """Read with both engines, insist on the same result, and return it."""
    fast = reader.read_workbook(path, "calamine")
    slow = reader.read_workbook(path, "openpyxl")
    assert fast == slow
    for one, two in zip(fast.sheets, slow.sheets):
        for row1, row2 in zip(one.rows, two.rows):
            assert [type(v) for v in row1] == [type(v) for v in row2]
    return fast


def rows_of(path) -> list[list]:
    return both(path).sheets[0].rows


def one_row(tmp_path, cells: str, **more) -> list:
    xml = build.sheet_xml(f'<row r="1">{cells}</row>')
    return rows_of(build.workbook(tmp_path / "one.xlsx", xml, **more))[0]


def shared_row(tmp_path, *items: str) -> list:
    cells = "".join(
        f'<c r="{build.letters(i + 1)}1" t="s"><v>{i}</v></c>' for i in range(len(items))
    )
    return one_row(tmp_path, cells, shared=build.shared_xml(items))


@pytest.mark.parametrize("path", sorted(SHEETS.glob("*.xlsx")), ids=lambda p: p.stem)
def test_samples(path):
    book = both(path)
    plain = openpyxl.load_workbook(path, data_only=True)
    assert [s.name for s in book.sheets] == plain.sheetnames
    for sheet in book.sheets:
        ws = plain[sheet.name]
        assert len(sheet.rows) == ws.max_row
        assert {(r.min_row, r.min_col, r.max_row, r.max_col) for r in ws.merged_cells.ranges} == (
            set(sheet.merged)
        )
        for number, row in enumerate(ws.iter_rows(values_only=True), 1):
            for mine, theirs in zip(sheet.rows[number - 1], row):
                if isinstance(theirs, str):
                    theirs = theirs.strip(" \t\r\n")
                assert mine == theirs or (mine is None and not theirs)


def test_wrong_dimension(tmp_path):
    rows = [[n, f"名{n}", n * 2, n * 3] for n in range(1, 103)]
    xml = build.sheet_xml(build.rows_xml(rows), head='<dimension ref="A1:C2"/>')
    assert rows_of(build.workbook(tmp_path / "a.xlsx", xml)) == rows
    xml = xml.replace("A1:C2", "A1:XFD1048576")
    assert rows_of(build.workbook(tmp_path / "b.xlsx", xml)) == rows


def test_numbers(tmp_path):
    cells = "".join(
        f'<c r="{build.letters(i)}1"><v>{text}</v></c>'
        for i, text in enumerate(
            [
                "1",
                "1.0",
                "1E3",
                "13800001234",
                "1.38E10",
                "510101199001011234",
                "5.10101199001011E+17",
                "-0",
                "0.1",
                "1.7999999999999998",
                "115.123456",
            ],
            1,
        )
    )
    row = one_row(tmp_path, cells)
    assert row[:5] == [1, 1, 1000, 13800001234, 13800000000]
    assert all(type(v) is int for v in row[:5])
    assert row[5] == 510101199001011234.0 and type(row[5]) is float
    assert type(row[6]) is float
    assert row[7:] == [0, 0.1, 1.7999999999999998, 115.123456]


def test_texts(tmp_path):
    row = shared_row(
        tmp_path,
        '<t xml:space="preserve">  a  </t>',
        "<t> b </t>",
        "<t> </t>",
        "<t></t>",
        "<t/>",
        '<t xml:space="preserve">　　</t>',
        "<t>a\r\nb</t>",
        "<t>a&#13;&#10;b</t>",
        "<t>a_x000D_\nb</t>",
        "<t>a_x0041_b</t>",
        "<t>a_x5F20_b</t>",
        "<t>a_x000B_b</t>",
        "<t>&lt;张&amp;三&gt;</t>",
        "<t>&#38468;😀</t>",
        "<t>007</t>",
        "<t><![CDATA[a<b]]></t>",
    )
    assert row[:6] == ["a", "b", None, None, None, None]
    assert row[6:12] == ["a\nb", "a\nb", "a\nb", "aAb", "a_x5F20_b", "ab"]
    assert row[12:] == ["<张&三>", "附😀", "007", "a<b"]


def test_rich_text_and_phonetic(tmp_path):
    rich = "<r><t>张</t></r><r><rPr><b/></rPr><t>三</t></r>"
    guide = '<t>张三</t><rPh sb="0" eb="2"><t>ZHANGSAN</t></rPh><phoneticPr fontId="1"/>'
    assert shared_row(tmp_path, rich, guide) == ["张三", "张三"]
    cells = f'<c r="A1" t="inlineStr"><is>{rich}</is></c>'
    cells += f'<c r="B1" t="inlineStr"><is>{guide}</is></c>'
    assert one_row(tmp_path, cells) == ["张三", "张三"]


def test_errors_and_formulas(tmp_path):
    row = one_row(
        tmp_path,
        '<c r="A1" t="e"><v>#N/A</v></c><c r="B1" t="e"><f>X</f><v>#REF!</v></c>'
        '<c r="C1"><f>A1</f></c><c r="D1"><f>A1</f><v/></c><c r="E1" t="str"><f>A1</f><v></v></c>'
        '<c r="F1" t="str"><v>#N/A</v></c><c r="G1" t="b"><v>1</v></c><c r="H1" t="b"><v>0</v></c>'
        '<c r="I1" t="str"><f>A1</f><v>甲</v></c><c r="J1"><f>1</f><v>5</v></c>',
    )
    assert row == ["#N/A", "#REF!", "#EMPTY!", "#EMPTY!", None, "#N/A", True, False, "甲", 5]
    assert [type(v) for v in row[:4]] == [ErrorCell] * 4
    assert type(row[5]) is str


FORMATS = {
    14: datetime,
    15: datetime,
    16: MonthDay,
    17: str,
    20: datetime,
    22: datetime,
    27: str,
    28: MonthDay,
    31: datetime,
    57: str,
    58: MonthDay,
    'm"月"d"日"': MonthDay,
    'm"月"d"日";@': MonthDay,
    "d-mmm": MonthDay,
    "m-d": MonthDay,
    "mm/dd": MonthDay,
    "[$-804]m/d;@": MonthDay,
    "mm\\-dd": MonthDay,
    'yyyy"年"m"月"d"日";@': datetime,
    'yyyy"年"m"月"': str,
    "mmm-yy": str,
    "[$-804]yyyy/m/d": datetime,
    '[DBNum1][$-804]yyyy"年"m"月"': str,
    "e/m/d": datetime,
    "yyyy\\-mm\\-dd": datetime,
    "d h:mm": datetime,
    "[$-F800]dddd, mmmm dd, yyyy": datetime,
    "aaaa": datetime,
    '0"亩"': int,
    '0"mu"': int,
    "[Red]0.00": int,
    'General"d"': int,
    "@": int,
    0: int,
    "0.00E+00": int,
    "#,##0.00_ ;[Red]\\-#,##0.00\\ ": int,
    "_ * #,##0_ ;_ * \\-#,##0_ ": int,
}


@pytest.mark.parametrize("date1904", [False, True])
def test_date_formats(tmp_path, date1904):
    serial = 45047 - (1462 if date1904 else 0)
    cells = "".join(
        build.cell(f"{build.letters(i)}1", serial, i) for i in range(1, len(FORMATS) + 1)
    )
    row = one_row(tmp_path, cells, styles=build.styles_xml(FORMATS), date1904=date1904)
    for code, kind, value in zip(FORMATS, FORMATS.values(), row):
        assert type(value) is kind, code
        shown = {int: serial, str: "2023年5月"}.get(kind, datetime(2023, 5, 1))
        assert value == shown, code


def test_a_day_that_a_month_format_hides_is_kept(tmp_path):
    styles = build.styles_xml(['yyyy"年"m"月"'])
    (value,) = one_row(tmp_path, build.cell("A1", 45055, 1), styles=styles)
    assert value == datetime(2023, 5, 9)


@pytest.mark.parametrize("date1904", [False, True])
def test_odd_dates(tmp_path, date1904):
    serials = [0, 0.5, 0.9999999, 1, 30, 59, 61, 44927.333333, 44927.1234567, -5, 3000000, 1e10]
    cells = "".join(build.cell(f"{build.letters(i)}1", v, 1) for i, v in enumerate(serials, 1))
    row = one_row(tmp_path, cells, styles=build.styles_xml([22]), date1904=date1904)
    assert row[:2] == [time(0), time(12)]
    assert row[9:] == [-5, 3000000, 10000000000]
    if not date1904:
        assert row[3:6] == [datetime(1900, 1, 1), datetime(1900, 1, 30), datetime(1900, 2, 28)]
        assert row[6:8] == [datetime(1900, 3, 1), datetime(2023, 1, 1, 8, 0, 0)]


def test_durations_and_iso_dates(tmp_path):
    cells = build.cell("A1", 1.5, 1) + build.cell("B1", 0.25, 1)
    assert one_row(tmp_path, cells, styles=build.styles_xml(["[h]:mm"])) == ["36:00:00", time(6)]
    given = [
        "2023-05-01",
        "2023-05-01T10:00:00",
        "2023-05-01T10:00:00Z",
        "2023-05-01T10:00:00.500",
        "10:00:00",
    ]
    cells = "".join(
        f'<c r="{build.letters(i)}1" t="d"><v>{text}</v></c>' for i, text in enumerate(given, 1)
    )
    ten = datetime(2023, 5, 1, 10)
    assert one_row(tmp_path, cells) == [datetime(2023, 5, 1), ten, ten, ten, time(10)]


def test_empty_edges(tmp_path):
    xml = build.sheet_xml(
        '<row r="3"><c r="C3"><v>1</v></c><c r="D3" s="1"/></row>'
        '<row r="4"><c r="A4" t="inlineStr"><is><t xml:space="preserve"> </t></is></c></row>'
        '<row r="5"><c r="A5" s="1"/></row>'
    )
    path = build.workbook(tmp_path / "a.xlsx", xml, styles=build.styles_xml([14]))
    assert rows_of(path) == [[None] * 3, [None] * 3, [None, None, 1]]
    assert rows_of(build.workbook(tmp_path / "b.xlsx", build.sheet_xml(""))) == []
    nothing = build.sheet_xml("").replace("<sheetData></sheetData>", "<sheetData/>")
    assert rows_of(build.workbook(tmp_path / "c.xlsx", nothing)) == []


def test_blank_texts_are_no_loss(tmp_path):
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>{n % 2}</v></c></row>' for n in range(1, 9))
    shared = build.shared_xml(["<t>a</t>", '<t xml:space="preserve">  </t>'])
    path = build.workbook(tmp_path / "a.xlsx", build.sheet_xml(rows), shared=shared)
    assert rows_of(path) == [[None], ["a"]] * 4


def test_other_spellings(tmp_path):
    plain = build.sheet_xml(build.rows_xml([["a", 1, None, 2], ["b", 2, "x", "y"]]))
    expected = [["a", 1, None, 2], ["b", 2, "x", "y"]]
    import re

    prefixed = re.sub(r"<(/?)(\w+)(?=[ >/])", r"<\1x:\2", plain).replace("xmlns=", "xmlns:x=")
    assert rows_of(build.workbook(tmp_path / "a.xlsx", prefixed)) == expected
    body = plain.partition("?>")[2].replace('"', "'")
    assert rows_of(build.workbook(tmp_path / "b.xlsx", body)) == expected
    bare = build.sheet_xml(
        "<row><c><v>1</v></c><c/><c><v>3</v></c></row><row/><row><c><v>4</v></c></row>"
    )
    found = rows_of(build.workbook(tmp_path / "c.xlsx", bare))
    assert found == [[1, None, 3], [None] * 3, [4, None, None]]
    spaced = plain.replace("><", ">\n  <")
    assert rows_of(build.workbook(tmp_path / "d.xlsx", spaced)) == expected
    noted = plain.replace('<row r="2">', '<!-- <row r="9"> --><row r="2">')
    assert rows_of(build.workbook(tmp_path / "e.xlsx", noted)) == expected


def test_chunks_of_any_size(tmp_path, monkeypatch):
    path = SHEETS / "taihe_multisheet.xlsx"
    whole = both(path)
    monkeypatch.setattr("origin_trace.spreadsheets.sharedtexts._CHUNK", 97)
    assert both(path) == whole


def test_sheets_states_merges(tmp_path):
    xml = build.sheet_xml(
        '<row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>',
        head='<cols><col min="1" max="1" hidden="1"/></cols>',
        tail='<mergeCells><mergeCell ref="A2:A5"/></mergeCells>',
    )
    sheets = {"一": xml, "二 &amp; 三": xml, "丙": xml}
    states = {"二 &amp; 三": "hidden", "丙": "veryHidden"}
    book = both(build.workbook(tmp_path / "a.xlsx", sheets, states=states))
    assert [(s.name, s.hidden) for s in book.sheets] == [
        ("一", False),
        ("二 & 三", True),
        ("丙", True),
    ]
    for sheet in book.sheets:
        assert sheet.merged == [(2, 1, 5, 1)]
        assert (sheet.hidden_rows, sheet.hidden_columns) == ({1}, {1})


def test_loss_is_refused(tmp_path, monkeypatch):
    path = build.table(tmp_path / "a.xlsx", [["a"], ["b"], ["c"]])
    real = reader._by_openpyxl

    def losing(found, library):
        for facts, rows in real(found, library):
            yield facts, [row for row in rows if row != ("b",)]

    monkeypatch.setattr(reader, "_by_openpyxl", losing)
    with pytest.raises(WorkbookError, match="row 3 of sheet Sheet1"):
        reader.read_workbook(path, "openpyxl")


@pytest.mark.parametrize("engine", ["calamine", "openpyxl"])
def test_bad_content_is_a_workbook_error(tmp_path, engine):
    cases = [
        '<c r="A1" t="s"><v>7</v></c>',
        '<c r="A1"><v>NaN</v></c>',
        '<c r="A1" t="inlineStr"><is><t>a&#11;b</t></is></c>',
    ]
    for number, cells in enumerate(cases):
        xml = build.sheet_xml(f'<row r="1">{cells}</row>')
        shared = build.shared_xml(["<t>a</t>"])
        path = build.workbook(tmp_path / f"{number}.xlsx", xml, shared=shared)
        with pytest.raises(WorkbookError) as caught:
            reader.read_workbook(path, engine)
        assert path.name in str(caught.value)


def test_styles_that_openpyxl_refuses(tmp_path):
    made = build.parts(build.sheet_xml(build.rows_xml([["a", 1]])))
    made["xl/styles.xml"] = made["xl/styles.xml"].replace(
        '<fill><patternFill patternType="none"/></fill>', "<fill/><fill><oddFill/></fill>"
    )
    assert rows_of(build.pack(tmp_path / "a.xlsx", made)) == [["a", 1]]


def test_wide_sheet_goes_to_openpyxl(tmp_path, monkeypatch):
    monkeypatch.setattr(reader, "_MAX_AREA", 1)
    monkeypatch.setattr(reader, "_by_calamine", None)
    assert rows_of(build.table(tmp_path / "a.xlsx", [["a", 1]])) == [["a", 1]]


def test_dependency(monkeypatch, tmp_path):
    assert dependency.openpyxl() is openpyxl
    real = dependency._imported
    monkeypatch.setattr(dependency, "_imported", lambda name: None)
    monkeypatch.setattr(dependency, "EXTLIBS", tmp_path)
    monkeypatch.setattr("sys.path", [*__import__("sys").path])
    with pytest.raises(WorkbookError, match="openpyxl is not installed"):
        dependency.openpyxl()
    assert dependency.calamine() is None
    path = build.table(tmp_path / "a.xlsx", [["a"]])
    with pytest.raises(WorkbookError, match="python-calamine"):
        reader.read_workbook(path, "calamine")
    monkeypatch.setattr(dependency, "_imported", lambda n: real(n) if n == "openpyxl" else None)
    assert reader.read_workbook(path).sheets[0].rows == [["a"]]
