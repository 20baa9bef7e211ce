"""Looks added to a workbook's styles: a cell's own look in another colour, and our column's."""

from __future__ import annotations

from collections.abc import Callable

from . import xmlpatch

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
# For a workbook that came without any.
EMPTY = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="{MAIN}">'
    '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    "</styleSheet>"
).encode()

_FONT = '<:font><:sz val="{size}"/><:name val="宋体"/></:font>'
_EDGE = '<:{0} style="thin"><:color rgb="FFBFBFBF"/></:{0}>'
_BORDER = (
    "<:border>"
    + "".join(_EDGE.format(side) for side in ("left", "right", "top", "bottom"))
    + "<:diagonal/></:border>"
)
_ENTRY = (
    '<:xf numFmtId="0" fontId="{font}" fillId="0" borderId="{border}" xfId="0" quotePrefix="1" '
    'applyFont="1" applyBorder="1" applyAlignment="1">'
    '<:alignment horizontal="left" vertical="center" wrapText="1"/></:xf>'
)
_FILL = (
    '<:fill><:patternFill patternType="solid"><:fgColor rgb="FF{colour}"/>'
    '<:bgColor indexed="64"/></:patternFill></:fill>'
)


class Styles:
    """The styles part; a look is the number that a cell names in its attribute ``s``."""

    def __init__(self, xml: bytes) -> None:
        self._xml = xml
        self._prefix = xmlpatch.prefix_of(xml, "styleSheet")
        self._lists: dict[str, list[bytes]] = {}
        self._long: set[str] = set()  # lists that have grown
        self._made: dict[tuple, int] = {}

    def coloured(self, look: int, colour: str) -> int:
        """Return a look with a solid fill; ``colour`` as RRGGBB."""
        fill = self._add("fills", _FILL.format(colour=colour))
        return self._variant(look, ("fill", fill), lambda xf: _filled(xf, fill))

    def plain(self, look: int, colours: tuple[str, ...]) -> int:
        """Return a look without its fill if that is one of these colours, else the look."""
        if self.colour(look) not in colours:
            return look
        return self._variant(look, ("fill", 0), lambda xf: _filled(xf, 0))

    def colour(self, look: int) -> str | None:
        """Return the colour (RRGGBB) of a solid fill, None for any other."""
        number = int(xmlpatch.attribute(self._look(look), "fillId") or 0)
        fills = self._list("fills")
        if number >= len(fills) or b'"solid"' not in fills[number]:
            return None
        inner = fills[number]
        place = inner.find(b"fgColor")
        rgb = None if place < 0 else xmlpatch.attribute(inner[inner.rfind(b"<", 0, place) :], "rgb")
        return rgb[-6:].upper() if rgb else None

    def entry(self, size: int) -> int:
        """Return the look of our column: wrapped text with thin borders; ``size`` in points."""
        font = self._add("fonts", _FONT.format(size=size))
        border = self._add("borders", _BORDER)
        return self._add("cellXfs", _ENTRY.format(font=font, border=border))

    def xml(self) -> bytes:
        """Return the part with all that was added."""
        xml = self._xml
        for name in self._long:
            start, end = xmlpatch.section(xml, name)
            items = self._lists[name]
            tag = xml[start : xml.index(b">", start) + 1].replace(b"/>", b">")
            close = b"</" + self._prefix + name.encode() + b">"
            element = xmlpatch.with_attribute(tag + close, "count", len(items))
            new = element[: -len(close)] + b"".join(items) + close
            xml = xml[:start] + new + xml[end:]
        return xml

    def _look(self, look: int) -> bytes:
        looks = self._list("cellXfs")
        return looks[look] if look < len(looks) else looks[0]

    def _variant(self, look: int, what: tuple, change: Callable[[bytes], bytes]) -> int:
        key = (look, *what)
        if key not in self._made:
            self._made[key] = self._add("cellXfs", change(self._look(look)))
        return self._made[key]

    def _list(self, name: str) -> list[bytes]:
        if name not in self._lists:
            found = xmlpatch.section(self._xml, name)
            if found is None:
                raise ValueError(f"the styles have no {name}")
            self._lists[name] = xmlpatch.children(self._xml[found[0] : found[1]])
        return self._lists[name]

    def _add(self, name: str, element: str | bytes) -> int:
        """Return the number of an element of a list, added where it is not there yet."""
        if isinstance(element, str):
            element = xmlpatch.prefixed(element.encode(), self._prefix)
        items = self._list(name)
        if element in items:
            return items.index(element)
        items.append(element)
        self._long.add(name)
        return len(items) - 1


def _filled(look: bytes, fill: int) -> bytes:
    return xmlpatch.with_attribute(
        xmlpatch.with_attribute(look, "fillId", fill), "applyFill", 1 if fill else None
    )
