"""The comments of a sheet: added to, and our own taken off, all others left as they are.

A comment stands twice in a workbook: its text in a part of its own, its box in a VML drawing.
Threaded comments are left alone: Excel shows them in place of what stands here.
"""

from __future__ import annotations

import html
import re

from .package import Package, inside

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_COMMENTS = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_NEW = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="{_MAIN}">'
    "<authors></authors><commentList></commentList></comments>"
)
_SPACES = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
_SHAPE_TYPE = (
    f'<v:shapetype {_SPACES} id="_x0000_t202" coordsize="21600,21600" o:spt="202" '
    'path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_NEW_DRAWING = (
    f'<xml {_SPACES}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/>'
    f"</o:shapelayout>{_SHAPE_TYPE}</xml>"
)
_BOX = (
    '<v:shape {spaces} id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;'
    "margin-left:59.25pt;margin-top:1.5pt;width:{width:.0f}px;height:{height:.0f}px;z-index:1;"
    'visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
    '<v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
    "<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column>"
    "</x:ClientData></v:shape>"
)
_SHAPE = re.compile(rb"<v:shape\b(?!type).*?</v:shape>", re.DOTALL)
_SHAPE_NUMBER = re.compile(rb'\bid="_x0000_s(\d+)"')
_PLACE = re.compile(rb"<x:(Row|Column)>\s*(\d+)\s*</")
_TEXT = re.compile(r"<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)</")
_REF = re.compile(r'\bref="([A-Z]+)(\d+)"')


class Remarks:
    """The comments of one sheet by the reference of their cell."""

    def __init__(self, package: Package, sheet: str) -> None:
        self._package, self._sheet = package, sheet
        parts = {kind: part for _, kind, part in package.relations(sheet) if part in package}
        self._part = parts.get("comments")
        self._drawing = parts.get("vmlDrawing")
        xml = package.read(self._part) if self._part else _NEW.encode()
        self._vml = package.read(self._drawing) if self._drawing else _NEW_DRAWING.encode()
        text = xml.decode("utf-8-sig")
        self._prefix = re.search(r"<((?:\w+:)?)comments\b", text)[1]
        name = re.escape(self._prefix + "comment")
        whole = rf"<{name}\s[^>]*>.*?</{name}>"
        self._texts = {
            "".join(_REF.search(found[0]).groups()): found[0]
            for found in re.finditer(whole, text, re.DOTALL)
        }
        self._frame = re.sub(whole, "", text, flags=re.DOTALL)
        self._boxes: list[str] = []
        self._removed: set[tuple[int, int]] = set()
        self._changed = False

    def texts(self) -> dict[str, str]:
        """Return the text of each comment."""
        return {ref: html.unescape("".join(_TEXT.findall(xml))) for ref, xml in self._texts.items()}

    def threaded(self, ref: str) -> bool:
        """Tell whether the comment of a cell is a thread."""
        if ref not in self._texts:
            return False
        author = int(re.search(r'\bauthorId="(\d+)"', self._texts[ref])[1])
        authors = self._authors()
        return author < len(authors) and authors[author].startswith("tc=")

    def add(
        self, ref: str, row: int, column: int, text: str, author: str, size: tuple[float, float]
    ) -> None:
        """Add a comment (``size`` in pixels), or its text to the one that is there."""
        self._changed = True
        p = self._prefix
        run = f'<{p}r><{p}t xml:space="preserve">{{}}</{p}t></{p}r>'
        if ref in self._texts:
            old = self._texts[ref]
            start, body, end = re.fullmatch(
                rf"(.*?<{p}text[^>]*>)(.*)(</{p}text>.*)", old, re.DOTALL
            ).groups()
            if f"<{p}r>" not in body:
                body = f"<{p}r>{body}</{p}r>"
            self._texts[ref] = start + body + run.format(_escaped("\n" + text)) + end
            return
        self._texts[ref] = (
            f'<{p}comment ref="{ref}" authorId="{self._author(author)}">'
            f"<{p}text>{run.format(_escaped(text))}</{p}text></{p}comment>"
        )
        self._boxes.append(
            _BOX.format(
                spaces=_SPACES,
                number="{}",
                width=size[0],
                height=size[1],
                row=row - 1,
                column=column - 1,
            )
        )

    def cut(self, ref: str, row: int, column: int, mark: str) -> None:
        """Cut a comment off from a mark on; remove it where nothing is left."""
        self._changed = True
        xml, p = self._texts[ref], self._prefix
        before, _, after = xml.partition(mark)
        before = re.sub(r"(?:\s|&#10;|&#xA;)+$", "", before)
        if not html.unescape("".join(_TEXT.findall(before + "</"))).strip():
            del self._texts[ref]
            self._removed.add((row, column))
            return
        run = before.rfind(f"<{p}r>") > before.rfind(f"</{p}r>")
        tail = after[after.rfind(f"</{p}text>") :]
        self._texts[ref] = f"{before}</{p}t>{f'</{p}r>' if run else ''}{tail}"

    def save(self) -> str | None:
        """Put the parts back if anything was changed; return the id of a new drawing's relation."""
        if not self._changed:
            return None
        new_id = None
        text = inside(self._frame.encode(), "commentList", "".join(self._texts.values()))
        if self._part is None:
            self._part = self._package.free_name("xl/comments{}.xml")
            self._package.relate(self._sheet, "comments", self._part)
            self._package.declare(self._part, _COMMENTS)
        self._package.put(self._part, text)
        vml = _SHAPE.sub(self._kept, self._vml) if self._removed else self._vml
        if self._boxes:
            vml = self._with_boxes(vml)
        if self._drawing is None:
            self._drawing = self._package.free_name("xl/drawings/vmlDrawing{}.vml")
            new_id = self._package.relate(self._sheet, "vmlDrawing", self._drawing)
            self._package.declare(self._drawing, _VML)
        self._package.put(self._drawing, vml)
        return new_id

    def _author(self, name: str) -> int:
        p, authors = self._prefix, self._authors()
        if _escaped(name) in authors:
            return authors.index(_escaped(name))
        added = f"<{p}author>{_escaped(name)}</{p}author>"
        self._frame = inside(self._frame.encode(), "authors", added).decode()
        return len(authors)

    def _authors(self) -> list[str]:
        p = self._prefix
        return re.findall(rf"<{p}author(?:\s[^>]*)?(?:/>|>([^<]*)</{p}author>)", self._frame)

    def _kept(self, found: re.Match) -> bytes:
        place = {name: int(value) + 1 for name, value in _PLACE.findall(found[0])}
        return b"" if (place.get(b"Row"), place.get(b"Column")) in self._removed else found[0]

    def _with_boxes(self, vml: bytes) -> bytes:
        numbers = [int(number) for number in _SHAPE_NUMBER.findall(vml)]
        first = max([1024, *numbers]) + 1
        boxes = "".join(box.format(number) for number, box in enumerate(self._boxes, first))
        if b'"_x0000_t202"' not in vml:
            boxes = _SHAPE_TYPE + boxes
        last = (first + len(self._boxes) - 1) // 1024
        used = re.search(rb'<o:idmap\b[^>]*?\bdata="([\d,]*)"', vml)
        if used:
            blocks = {int(n) for n in used[1].split(b",") if n} | set(
                range(first // 1024, last + 1)
            )
            data = ",".join(map(str, sorted(blocks))).encode()
            vml = vml[: used.start(1)] + data + vml[used.end(1) :]
        return inside(vml, "xml", boxes)


def _escaped(text: str) -> str:
    return html.escape(text, quote=False)
