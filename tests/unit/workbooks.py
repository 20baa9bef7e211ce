"""Builders of odd workbooks, part by part, so that nothing is put right on the way."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def styles_xml(formats: Iterable[int | str] = ()) -> str:
    """Return styles.xml; cell style 0 is General, then one per number format (id or code)."""
    codes, xfs = [], ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']
    for number, code in enumerate(formats):
        ident = code
        if isinstance(code, str):
            ident = 164 + number
            text = code.replace("&", "&amp;").replace('"', "&quot;")
            codes.append(f'<numFmt numFmtId="{ident}" formatCode="{text}"/>')
        xfs.append(f'<xf numFmtId="{ident}" fontId="0" fillId="0" borderId="0"/>')
    return (
        f'{DECLARATION}<styleSheet xmlns="{MAIN}"><numFmts count="{len(codes)}">'
        f'{"".join(codes)}</numFmts><fonts count="1"><font><sz val="11"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
        f'</cellStyleXfs><cellXfs count="{len(xfs)}">{"".join(xfs)}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
        "</styleSheet>"
    )


def sheet_xml(rows: str, head: str = "", tail: str = "") -> str:
    """Return a worksheet part around the XML of its rows."""
    return (
        f'{DECLARATION}<worksheet xmlns="{MAIN}">{head}'
        f"<sheetData>{rows}</sheetData>{tail}</worksheet>"
    )


def shared_xml(items: Iterable[str]) -> str:
    """Return sharedStrings.xml; each item is the XML inside one <si>."""
    items = list(items)
    body = "".join(f"<si>{item}</si>" for item in items)
    return f'{DECLARATION}<sst xmlns="{MAIN}" count="{len(items)}">{body}</sst>'


def cell(ref: str, value: object = None, style: int = 0) -> str:
    """Return the XML of a cell: text inline, a number as it is, nothing for None."""
    look = f' s="{style}"' if style else ""
    if value is None:
        return f'<c r="{ref}"{look}/>'
    if isinstance(value, str):
        text = value.replace("&", "&amp;").replace("<", "&lt;")
        space = ' xml:space="preserve"' if text != text.strip() else ""
        return f'<c r="{ref}"{look} t="inlineStr"><is><t{space}>{text}</t></is></c>'
    return f'<c r="{ref}"{look}><v>{value}</v></c>'


def parts(
    sheets: str | dict[str, str],
    *,
    shared: str | None = None,
    styles: str | None = None,
    states: dict[str, str] | None = None,
    date1904: bool = False,
) -> dict[str, str]:
    """Return the parts of a workbook; ``sheets``: name -> worksheet XML, or just one."""
    if isinstance(sheets, str):
        sheets = {"Sheet1": sheets}
    states = states or {}
    made: dict[str, str] = {}
    entries, links, types = [], [], []
    for number, (name, xml) in enumerate(sheets.items(), 1):
        made[f"xl/worksheets/sheet{number}.xml"] = xml
        state = f' state="{states[name]}"' if name in states else ""
        entries.append(f'<sheet name="{name}" sheetId="{number}"{state} r:id="rId{number}"/>')
        links.append(
            f'<Relationship Id="rId{number}" Type="{REL}/worksheet" '
            f'Target="worksheets/sheet{number}.xml"/>'
        )
        types.append(
            f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="application/'
            'vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
        )
    made["xl/styles.xml"] = styles or styles_xml()
    others = [("styles", "styles")]
    if shared is not None:
        made["xl/sharedStrings.xml"] = shared
        others.append(("sharedStrings", "sharedStrings"))
    for kind, stem in others:
        links.append(f'<Relationship Id="{kind}" Type="{REL}/{kind}" Target="{stem}.xml"/>')
        types.append(
            f'<Override PartName="/xl/{stem}.xml" ContentType="application/'
            f'vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml"/>'
        )
    flag = '<workbookPr date1904="1"/>' if date1904 else ""
    made["xl/workbook.xml"] = (
        f'{DECLARATION}<workbook xmlns="{MAIN}" xmlns:r="{REL}">{flag}'
        f"<sheets>{''.join(entries)}</sheets></workbook>"
    )
    made["xl/_rels/workbook.xml.rels"] = (
        f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">'
        f"{''.join(links)}</Relationships>"
    )
    made["_rels/.rels"] = (
        f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    )
    made["[Content_Types].xml"] = (
        f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Override '
        'PartName="/xl/workbook.xml" ContentType="application/'
        'vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        f"{''.join(types)}</Types>"
    )
    return made


def pack(path: Path, made: dict[str, str | bytes]) -> Path:
    """Zip the parts into ``path`` and return it."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in made.items():
            archive.writestr(name, content)
    return path


def workbook(path: Path, sheets: str | dict[str, str], **more: object) -> Path:
    """Write a workbook of these worksheet parts and return its path."""
    return pack(path, parts(sheets, **more))


def rows_xml(rows: Iterable[Iterable[object]], first: int = 1) -> str:
    """Return the XML of rows of values; None leaves the cell out."""
    made = []
    for number, row in enumerate(rows, first):
        cells = "".join(
            cell(f"{letters(column)}{number}", value)
            for column, value in enumerate(row, 1)
            if value is not None
        )
        made.append(f'<row r="{number}">{cells}</row>')
    return "".join(made)


def letters(column: int) -> str:
    """Return the letters of a column counted from 1."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def table(path: Path, rows: Iterable[Iterable[object]], **more: object) -> Path:
    """Write one sheet of these values and return the path."""
    return workbook(path, sheet_xml(rows_xml(rows), **more))
