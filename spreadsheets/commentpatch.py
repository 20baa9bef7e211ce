"""Comments of one worksheet: the texts in one part, the boxes that show them in another.

The boxes are VML (ECMA-376, part 4, 19): without one Excel shows no comment.
"""

from __future__ import annotations

import re

from . import xmlpatch
from .package import Package
from .rawxml import cell_text, column_letters, column_number
from .sheetpatch import Sheet

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_NEW = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<comments xmlns="{_MAIN}"><authors></authors><commentList></commentList></comments>'
).encode()
_SHAPE_TYPE = (
    b'<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" '
    b'path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    b'<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_NEW_VML = (
    b'<xml xmlns:v="urn:schemas-microsoft-com:vml" '
    b'xmlns:o="urn:schemas-microsoft-com:office:office" '
    b'xmlns:x="urn:schemas-microsoft-com:office:excel">' + _SHAPE_TYPE + b"</xml>"
)
_SHAPE = (
    '<v:shape id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;'
    "margin-left:59.25pt;margin-top:1.5pt;width:{width}px;height:{height}px;z-index:{number};"
    'visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
    '<v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"/></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
    "<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column>"
    "</x:ClientData></v:shape>"
)
_COMMENT = re.compile(rb"<(?:\w+:)?comment\s[^>]*>.*?</(?:\w+:)?comment>", re.DOTALL)
_REF = re.compile(r"([A-Z]+)(\d+)")
_BOX = re.compile(rb"<v:shape\s.*?</v:shape>", re.DOTALL)
_ROW = re.compile(rb"<x:Row>\s*(\d+)\s*</x:Row>")
_COLUMN = re.compile(rb"<x:Column>\s*(\d+)\s*</x:Column>")
_NUMBER = re.compile(rb'id="_x0000_s(\d+)"')

Place = tuple[int, int]  # row and column, from 1


class Comments:
    """The comments of a sheet by their place."""

    def __init__(self, package: Package, part: str, sheet: Sheet) -> None:
        self._package, self._part, self._sheet = package, part, sheet
        self._target = package.related(part, "comments")
        self._xml = package.read(self._target) if self._target else _NEW
        self._prefix = xmlpatch.prefix_of(self._xml, "comments")
        self._found: dict[Place, bytes] = {}
        for match in _COMMENT.finditer(self._xml):
            place = _REF.match((xmlpatch.attribute(match[0], "ref") or "").upper())
            if place:
                self._found[int(place[2]), column_number(place[1])] = match[0]
        self._before = dict(self._found)
        self._sizes: dict[Place, tuple[float, float]] = {}

    def places(self) -> list[Place]:
        """Return where comments are."""
        return list(self._found)

    def text(self, place: Place) -> str:
        """Return the text of a comment, empty where there is none."""
        return cell_text(self._plain(self._found[place])) if place in self._found else ""

    def add(self, place: Place, text: str, author: str, size: tuple[float, float]) -> None:
        """Add a comment, or more text to the one that is there; ``size`` in pixels."""
        run = '<:t xml:space="preserve">{}</:t>'
        old = self._found.get(place)
        if old is not None:
            more = run.format(xmlpatch.escaped("\n" + text).decode())
            child = self._own(f"<:r>{more}</:r>")
            end = old.rindex(b"</" + self._prefix + b"text>")
            self._found[place] = old[:end] + child + old[end:]
            return
        ref = f"{column_letters(place[1])}{place[0]}"
        inside = run.format(xmlpatch.escaped(text).decode())
        self._found[place] = self._own(
            f'<:comment ref="{ref}" authorId="{self._author(author)}"><:text>{inside}</:text>'
            "</:comment>"
        )
        self._sizes[place] = size

    def cut(self, place: Place, mark: str) -> None:
        """Take off a comment from the mark on; all of it where nothing stands before."""
        old = self._found[place]
        at = old.index(xmlpatch.escaped(mark))
        before = old[:at].rstrip(b"\n")
        if not cell_text(self._plain(before + b"</t>")):
            del self._found[place]
            return
        opened = before.rfind(b"<" + self._prefix + b"r>"), before.rfind(b"<" + self._prefix + b"t")
        if before.endswith(b">") and opened[0] >= 0:  # the run holds nothing but ours
            before = before[: opened[0]]
        else:
            before += self._own("</:t>") + (self._own("</:r>") if opened[0] >= 0 else b"")
        self._found[place] = before + self._own("</:text></:comment>")

    def save(self) -> None:
        """Write the parts, if anything changed."""
        if self._found == self._before:
            return
        listed = xmlpatch.section(self._xml, "commentList")
        element = self._own("<:commentList>") + b"".join(self._found.values())
        element += self._own("</:commentList>")
        xml = self._xml[: listed[0]] + element + self._xml[listed[1] :]
        if self._target is None:
            self._target = self._package.free("xl/comments{}.xml")
            self._package.declare(self._target, _COMMENTS_TYPE)
            self._package.relate(self._part, "comments", self._target)
        self._package.write(self._target, xml)
        self._save_boxes()

    def _save_boxes(self) -> None:
        relation = self._sheet.legacy_drawing()
        by_id = {id_: target for id_, _, target in self._package.relations(self._part)}
        target = by_id.get(relation)
        if target is None or target not in self._package:
            target = self._package.free("xl/drawings/vmlDrawing{}.vml")
            self._package.declare(target, _VML_TYPE, by_ending=True)
            self._package.write(target, _NEW_VML)
            self._sheet.set_legacy_drawing(self._package.relate(self._part, "vmlDrawing", target))
        xml = self._package.read(target)
        gone = self._before.keys() - self._found.keys()
        xml = _BOX.sub(lambda box: b"" if _place_of(box[0]) in gone else box[0], xml)
        if b'id="_x0000_t202"' not in xml:
            xml = xmlpatch.with_child(xml, _SHAPE_TYPE)
        number = max([1024, *(int(n) for n in _NUMBER.findall(xml))])
        boxes = []
        for place in self._found.keys() - self._before.keys():
            number += 1
            width, height = self._sizes[place]
            row, column = place[0] - 1, place[1] - 1
            boxes.append(
                _SHAPE.format(
                    number=number, width=round(width), height=round(height), row=row, column=column
                )
            )
        end = xml.rindex(b"</xml>")
        self._package.write(target, xml[:end] + "".join(sorted(boxes)).encode() + xml[end:])

    def _author(self, name: str) -> int:
        start, end = xmlpatch.section(self._xml, "authors")
        authors = xmlpatch.children(self._xml[start:end])
        new = self._own("<:author>") + xmlpatch.escaped(name) + self._own("</:author>")
        if new in authors:
            return authors.index(new)
        element = xmlpatch.with_child(self._xml[start:end], new)
        self._xml = self._xml[:start] + element + self._xml[end:]
        return len(authors)

    def _plain(self, comment: bytes) -> bytes:
        return comment.replace(b"<" + self._prefix, b"<").replace(b"</" + self._prefix, b"</")

    def _own(self, xml: str) -> bytes:
        return xmlpatch.prefixed(xml.encode(), self._prefix)


def _place_of(box: bytes) -> Place | None:
    row, column = _ROW.search(box), _COLUMN.search(box)
    if b'"Note"' not in box or row is None or column is None:
        return None
    return int(row[1]) + 1, int(column[1]) + 1
