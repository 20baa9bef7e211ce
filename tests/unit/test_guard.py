from __future__ import annotations

import time
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from origin_trace.core.errors import WorkbookError
from origin_trace.spreadsheets import guard
from origin_trace.tests.unit import workbooks as build

ROWS = [["种养殖主体名称", "产品名称", "种养规模"], ["张三", "豇豆", 5], ["李四", "韭菜", 6.5]]
SHEET = build.sheet_xml(build.rows_xml(ROWS))


def refused(path: Path) -> str:
    """Return the sentence with which a file is refused, quickly and with little memory."""
    tracemalloc.start()
    begin = time.process_time()
    try:
        with pytest.raises(WorkbookError) as caught:
            guard.inspect(path)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert time.process_time() - begin < 2
    assert peak < 200_000_000
    error = caught.value
    assert error.message is not None and error.advice is not None
    assert str(path.parent) not in str(error.message)
    assert path.name in str(error.message)
    return str(error.message)


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def test_good_workbook(tmp_path):
    found = guard.inspect(build.table(tmp_path / "a.xlsx", ROWS))
    (sheet,) = found.sheets
    assert (sheet.name, sheet.rows_with_values) == ("Sheet1", 3)
    assert (sheet.last_row, sheet.last_column) == (3, 3)
    assert len(found.sha256) == 64
    assert found.features == frozenset()


def test_not_there_folder_empty(tmp_path):
    assert "not there" in refused(tmp_path / "x.xlsx")
    (tmp_path / "d.xlsx").mkdir()
    assert "folder" in refused(tmp_path / "d.xlsx")
    assert "empty" in refused(written(tmp_path / "e.xlsx", b""))


def test_locked(tmp_path, monkeypatch):
    path = build.table(tmp_path / "a.xlsx", ROWS)

    def locked(self):
        raise PermissionError(13, "sharing violation")

    monkeypatch.setattr(Path, "read_bytes", locked)
    assert "locked" in refused(path)
    monkeypatch.setattr(Path, "read_bytes", lambda self: (_ for _ in ()).throw(OSError(5, "io")))
    assert "drive" in refused(path)
    monkeypatch.undo()
    assert guard.inspect(path).sheets  # a later try works


CFB = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("a.xlsx", CFB + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("a.xls", CFB + "Workbook".encode("utf-16-le"), ".xls"),
        ("a.xlsx", CFB + "Workbook".encode("utf-16-le"), ".xls"),
        ("a.et", CFB + "Workbook".encode("utf-16-le"), "WPS table"),
        ("a.wps", CFB + "WordDocument".encode("utf-16-le"), "text document"),
        ("a.xlsx", CFB, "holds no workbook"),
        ("a.xlsx", b"\xef\xbb\xbf<html><table><tr><td>1</td></tr></table>", "web page"),
        ("a.xlsx", b'<?xml version="1.0"?><Workbook/>', "XML"),
        ("a.csv", "姓名,电话\n张三,138".encode("gb18030"), "text file"),
        ("a.xlsx", "姓名,电话\n张三,138".encode(), "text file"),
        ("a.xlsx", b"%PDF-1.7 ...", "PDF"),
        ("a.xlsx", bytes(range(256)) * 4, "not an Excel workbook"),
    ],
)
def test_other_files(tmp_path, name, content, word):
    assert word in refused(written(tmp_path / name, content))


def test_truncated(tmp_path):
    whole = build.table(tmp_path / "a.xlsx", ROWS * 200).read_bytes()
    for part in (0.3, 0.7, 0.99):
        path = written(tmp_path / "b.xlsx", whole[: int(len(whole) * part)])
        assert "incomplete" in refused(path)
    broken = bytearray(whole)
    place = whole.find(b"xl/worksheets/sheet1.xml") + 60
    broken[place : place + 40] = b"\0" * 40
    refused(written(tmp_path / "c.xlsx", bytes(broken)))


@pytest.mark.parametrize(
    ("parts", "word"),
    [
        ({"word/document.xml": "<a/>"}, "Word"),
        ({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}, ".ods"),
        ({"xl/workbook.bin": "x"}, ".xlsb"),
        ({"a.txt": "x"}, "no workbook"),
        ({"sheets/a.xlsx": "x"}, "workbooks in it"),
    ],
)
def test_other_zips(tmp_path, parts, word):
    assert word in refused(build.pack(tmp_path / "a.xlsx", parts))


def test_encrypted_zip(tmp_path):
    path = build.table(tmp_path / "a.xlsx", ROWS)
    data = bytearray(path.read_bytes())
    place = data.find(b"PK\x01\x02")
    while place >= 0:
        data[place + 8] |= 1
        place = data.find(b"PK\x01\x02", place + 4)
    assert "password" in refused(written(path, bytes(data)))


def test_limits_of_the_zip(tmp_path, monkeypatch):
    made = build.parts(SHEET)
    assert "parts" in refused(
        build.pack(tmp_path / "many.xlsx", {**made, **{f"x/{i}.bin": "" for i in range(2001)}})
    )
    assert "outside" in refused(build.pack(tmp_path / "up.xlsx", {**made, "../a.xml": "<a/>"}))
    assert "outside" in refused(build.pack(tmp_path / "abs.xlsx", {**made, "/a.xml": "<a/>"}))
    assert "two parts" in refused(
        build.pack(tmp_path / "twice.xlsx", {**made, "xl/WORKBOOK.xml": "<a/>"})
    )
    assert "beyond measure" in refused(
        build.pack(tmp_path / "ratio.xlsx", {**made, "xl/media/a.bin": b"\0" * 6_000_000})
    )
    monkeypatch.setattr(guard, "MAX_FILE", 1000)
    assert "too large" in refused(build.pack(tmp_path / "big.xlsx", made))


def test_bomb_of_600_mb(tmp_path):
    path = tmp_path / "bomb.xlsx"
    made = build.parts(SHEET)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in made.items():
            if name != "xl/worksheets/sheet1.xml":
                archive.writestr(name, content)
        with archive.open("xl/worksheets/sheet1.xml", "w") as part:
            part.write(SHEET[:-12].encode())
            for _ in range(80):
                part.write(b" " * 1_000_000)
    assert "beyond measure" in refused(path)


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "a/b.xml"])
def test_doctype(tmp_path, part):
    made = build.parts(SHEET, shared=build.shared_xml(["<t>a</t>"]))
    laugh = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    text = made.get(part, f"{build.DECLARATION}<x/>")
    end = text.index("?>") + 2
    made[part] = f"{text[:end]}<!-- <a> -->\n{laugh}{text[end:]}"
    assert part in refused(build.pack(tmp_path / "a.xlsx", made))


def test_shared_texts(tmp_path):
    refs = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 12_001))
    shared = build.shared_xml([f"<t>{'长' * 1_000_000}</t>"])
    path = build.workbook(tmp_path / "a.xlsx", build.sheet_xml(refs), shared=shared)
    assert "longer than a cell" in refused(path)
    shared = build.shared_xml([f"<t>{'长' * 32_767}</t>"])
    path = build.workbook(tmp_path / "b.xlsx", build.sheet_xml(refs), shared=shared)
    assert "repeat" in refused(path)
    few = build.sheet_xml(refs[: refs.index('<row r="20"')])
    assert guard.inspect(build.workbook(tmp_path / "c.xlsx", few, shared=shared)).sheets


def test_long_inline_text(tmp_path):
    path = build.table(tmp_path / "a.xlsx", [*ROWS, ["长" * 40_000]])
    assert "row 4" in refused(path)


@pytest.mark.parametrize("char", ["\x0b", "\x00", "\x1f"])
def test_control_characters(tmp_path, char):
    path = build.table(tmp_path / "a.xlsx", [*ROWS, [f"a{char}b"]])
    assert "sheet1.xml" in refused(path)
    shared = build.shared_xml([f"<t>a{char}b</t>"])
    path = build.workbook(tmp_path / "b.xlsx", SHEET, shared=shared)
    assert "sharedStrings.xml" in refused(path)


@pytest.mark.parametrize("ref", ["XFD1048576", "A200001", "GS5", "XFD5"])
def test_far_cells(tmp_path, ref):
    row = ref.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    for inside in ("<v>1</v>", "<is><t>a</t></is>", "<f>A1</f>"):
        kind = ' t="inlineStr"' if "is" in inside else ""
        far = f'<row r="{row}"><c r="{ref}"{kind}>{inside}</c></row>'
        path = build.workbook(tmp_path / "a.xlsx", build.sheet_xml(build.rows_xml(ROWS) + far))
        assert ref in refused(path)
    far = f'<row r="{row}"><c r="{ref}" t="s"/></row>'
    path = build.workbook(tmp_path / "a.xlsx", build.sheet_xml(build.rows_xml(ROWS) + far))
    assert ref in refused(path)


@pytest.mark.parametrize("ref", ["XFD1048576", "A200001", "GS5", "XFD5"])
def test_far_styles_are_ignored(tmp_path, ref):
    row = ref.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    for bare in (f'<c r="{ref}" s="1"/>', f'<c r="{ref}" s="1"></c>'):
        xml = build.sheet_xml(build.rows_xml(ROWS) + f'<row r="{row}">{bare}</row>')
        path = build.workbook(tmp_path / "a.xlsx", xml, styles=build.styles_xml([14]))
        (sheet,) = guard.inspect(path).sheets
        assert (sheet.last_row, sheet.last_column) == (3, 3)


def test_too_many_rows(tmp_path):
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 200_010))
    path = build.workbook(tmp_path / "a.xlsx", build.sheet_xml(rows))
    begin = time.process_time()
    with pytest.raises(WorkbookError, match="more than 200000 rows"):
        guard.inspect(path)
    assert time.process_time() - begin < 3


def test_styled_empty_rows(tmp_path):
    blank = "".join(
        f'<row r="{n}"><c r="A{n}" s="1"/><c r="B{n}" s="1"/></row>' for n in range(4, 300_001)
    )
    xml = build.sheet_xml(build.rows_xml(ROWS) + blank)
    path = build.workbook(tmp_path / "a.xlsx", xml, styles=build.styles_xml([14]))
    begin = time.process_time()
    (sheet,) = guard.inspect(path).sheets
    assert time.process_time() - begin < 3
    assert (sheet.rows_with_values, sheet.last_row) == (3, 3)


def test_rows_out_of_order(tmp_path):
    xml = build.sheet_xml(
        '<row r="4"><c r="B4"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c></row>'
    )
    assert "out of order" in refused(build.workbook(tmp_path / "a.xlsx", xml))
    xml = build.sheet_xml('<row r="4"><c r="B7"><v>2</v></c></row>')
    twice = build.sheet_xml(
        '<row r="4"><c r="B4"><v>2</v></c><c r="A4"/><c r="B4"><v>3</v></c></row>'
    )
    assert "twice" in refused(build.workbook(tmp_path / "c.xlsx", twice))
    xml = build.sheet_xml('<row r="4"><c r="B7"><v>2</v></c></row>')
    assert "other numbers" in refused(build.workbook(tmp_path / "b.xlsx", xml))


def test_broken_insides(tmp_path):
    made = build.parts(SHEET)
    cut = {**made, "xl/worksheets/sheet1.xml": SHEET[: SHEET.index("</sheetData>") - 9]}
    assert "breaks off" in refused(build.pack(tmp_path / "a.xlsx", cut))
    gbk = {**made, "xl/worksheets/sheet1.xml": SHEET.encode("gbk")}
    assert "UTF-8" in refused(build.pack(tmp_path / "b.xlsx", gbk))
    wide = {**made, "xl/worksheets/sheet1.xml": SHEET.encode("utf-16")}
    assert "UTF-8" in refused(build.pack(tmp_path / "c.xlsx", wide))
    odd = {**made, "xl/worksheets/sheet1.xml": SHEET.replace('<row r="1">', "<row r='x1'>")}
    assert "number" in refused(build.pack(tmp_path / "f.xlsx", odd))
    lost = {name: content for name, content in made.items() if "sheet1" not in name}
    assert "missing" in refused(build.pack(tmp_path / "d.xlsx", lost))


def test_a_strict_workbook_is_read_up_to_a_size(tmp_path, monkeypatch):
    strict = {
        name: content.replace(build.MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")
        for name, content in build.parts(SHEET).items()
    }
    path = build.pack(tmp_path / "e.xlsx", strict)
    found = guard.inspect(path)
    assert found.strict and found.sheets[0].filled
    monkeypatch.setattr(guard, "_MAX_STRICT", 1000)
    assert "Strict" in refused(path)


def test_errors_formulas_merges_hidden(tmp_path):
    rows = (
        '<row r="1"><c r="A1" t="e"><v>#REF!</v></c><c r="B1"><f>A1</f></c>'
        '<c r="C1"><f>A1</f><v></v></c><c r="D1" t="str"><f>A1</f><v></v></c>'
        '<c r="E1"><f t="shared" si="0"/></c><c r="F1"><f>1+1</f><v>2</v></c></row>'
        '<row r="2" hidden="1"><c r="A2"><v>1</v></c></row>'
    )
    xml = build.sheet_xml(
        rows,
        head='<cols><col min="2" max="3" width="9" hidden="1"/></cols>',
        tail='<mergeCells count="2"><mergeCell ref="A1:B2"/><mergeCell ref="D4:D9"/></mergeCells>',
    )
    made = {**build.parts(xml), "xl/vbaProject.bin": "x", "xl/charts/chart1.xml": "<a/>"}
    found = guard.inspect(build.pack(tmp_path / "a.xlsm", made))
    (sheet,) = found.sheets
    assert sheet.errors == {(1, 1): "#REF!"}
    assert sheet.no_result == [(1, 2), (1, 3), (1, 5)]
    assert sheet.merged == [(1, 1, 2, 2), (4, 4, 9, 4)]
    assert sheet.hidden_rows == {2}
    assert sheet.hidden_columns == {2, 3}
    assert found.features == {"macros", "charts"}
