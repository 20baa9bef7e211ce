"""Looks of cells, added to styles.xml; those that are there keep their numbers."""

from __future__ import annotations

import re

from .package import Package, attributes_of, inside

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STYLES = "xl/styles.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_WRAP = re.compile(rb'\bwrapText="(?:1|true)"')
_THIN = "".join(
    f'<{side} style="thin"><color rgb="FFBFBFBF"/></{side}>'
    for side in ("left", "right", "top", "bottom")
)
_EMPTY = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="{_MAIN}">'
    '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    "</styleSheet>"
)


class Looks:
    """The cell styles of a workbook, by the number that a cell names."""

    def __init__(self, package: Package) -> None:
        self._package = package
        targets = [t for _, kind, t in package.relations("xl/workbook.xml") if kind == "styles"]
        self._part = next((part for part in targets if part in package), None)
        self._new = self._part is None
        self._xml = _EMPTY.encode() if self._new else package.read(self._part)
        self._prefix = re.search(rb"<((?:\w+:)?)styleSheet\b", self._xml)[1].decode()
        self._made: dict[tuple, int] = {}
        self._cells = self._list("cellXfs", "xf")
        self._first = len(self._cells)

    def filled(self, style: int, colour: str | None) -> int:
        """Return the number of a style in a colour (RRGGBB), or in none."""
        key = ("filled", style, colour)
        if key not in self._made:
            cell = self._cells[style if style < len(self._cells) else 0].decode()
            cell = re.sub(r'\s(?:fillId|applyFill)="[^"]*"', "", cell, count=2)
            look = f' fillId="{self._fill(colour)}" applyFill="1"'
            cell = re.sub(r"^(<[\w:]+)", lambda found: found[1] + look, cell)
            self._made[key] = self._add(cell)
        return self._made[key]

    def colour(self, style: int) -> str | None:
        """Return the colour (RRGGBB) of a solid fill in which a style stands, or None."""
        cell = attributes_of(self._cells[style]) if style < len(self._cells) else {}
        fills = self._list("fills", "fill")
        number = int(cell.get("fillId", 0))
        fill = fills[number] if number < len(fills) else b""
        found = re.search(rb'fgColor\b[^>]*?\brgb="(?:\w\w)?(\w{6})"', fill)
        return found[1].decode().upper() if found and b'"solid"' in fill else None

    def wraps(self, style: int) -> bool:
        """Tell whether text in a style goes on in the next line."""
        return style < len(self._cells) and bool(_WRAP.search(self._cells[style]))

    def entry(self) -> int:
        """Return the number of the style of our own column: small wrapped text in a frame."""
        if "entry" not in self._made:
            font = self._put("fonts", '<font><sz val="10"/><name val="宋体"/></font>')
            border = self._put("borders", f"<border>{_THIN}<diagonal/></border>")
            self._made["entry"] = self._add(
                f'<xf numFmtId="49" fontId="{font}" fillId="0" borderId="{border}" xfId="0" '
                'quotePrefix="1" applyNumberFormat="1" applyFont="1" applyBorder="1" '
                'applyAlignment="1"><alignment horizontal="left" vertical="center" '
                'wrapText="1"/></xf>',
                plain=True,
            )
        return self._made["entry"]

    def save(self) -> None:
        """Put the styles back into the package if any were added."""
        added = self._cells[self._first :]
        if not added:
            return
        xml = inside(self._xml, "cellXfs", b"".join(added))
        xml = self._count(xml, "cellXfs", len(self._cells))
        part = self._part or _STYLES
        if self._new:
            self._package.relate("xl/workbook.xml", "styles", part)
            self._package.declare(part, _TYPE)
        self._package.put(part, xml)

    def _fill(self, colour: str | None) -> int:
        if colour is None:
            return 0
        key = ("fill", colour)
        if key not in self._made:
            self._made[key] = self._put(
                "fills",
                f'<fill><patternFill patternType="solid"><fgColor rgb="FF{colour}"/>'
                '<bgColor indexed="64"/></patternFill></fill>',
            )
        return self._made[key]

    def _add(self, cell: str, plain: bool = False) -> int:
        self._cells.append((self._prefixed(cell) if plain else cell).encode())
        return len(self._cells) - 1

    def _put(self, section: str, element: str) -> int:
        """Add an element to a section; return its number."""
        count = len(self._list(section, section.removesuffix("s")))
        xml = inside(self._xml, section, self._prefixed(element))
        self._xml = self._count(xml, section, count + 1)
        return count

    def _prefixed(self, xml: str) -> str:
        return re.sub(r"<(/?)(?=\w)", rf"<\1{self._prefix}", xml)

    def _list(self, section: str, element: str) -> list[bytes]:
        name = (self._prefix + section).encode()
        body = re.search(rb"<" + name + rb"\b[^>]*>(.*?)</" + name + rb">", self._xml, re.DOTALL)
        child = (self._prefix + element).encode()
        one = rb"<" + child + rb"\b(?:[^>]*/>|.*?</" + child + rb">)"
        return re.findall(one, body[1], re.DOTALL) if body else []

    def _count(self, xml: bytes, section: str, count: int) -> bytes:
        pattern = rb"(<" + (self._prefix + section).encode() + rb'\b[^>]*?\bcount=")\d+'
        return re.sub(pattern, lambda found: found[1] + str(count).encode(), xml, count=1)
