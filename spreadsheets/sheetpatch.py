"""Changes to the XML of one worksheet: looks of cells, new cells, widths, merged cells.

Rows that are not touched keep every byte.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import xmlpatch
from .numberformats import attributes
from .rawxml import column_letters, column_number, renumbered

_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
_CELL = re.compile(rb"<(?:\w+:)?c\b[^>]*?(?:/>|>.*?</(?:\w+:)?c>)", re.DOTALL)
_REF = re.compile(rb"<[^>]*?\sr\s*=\s*[\"']([A-Za-z]+)")
_RANGE = re.compile(r"\$?([A-Za-z]+)\$?(\d+)(?::\$?([A-Za-z]+)\$?(\d+))?")
# CT_Worksheet of ECMA-376, part 1, 18.3.1.99: the order is fixed.
_ORDER = (
    *("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr"),
    *("sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState"),
    *("dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting"),
    *("dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter"),
    *("rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags"),
    *("drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects"),
    *("controls", "webPublishItems", "tableParts", "extLst"),
)
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


class Row:
    """One row, taken apart; columns count from 1."""

    def __init__(self, xml: bytes, number: int, prefix: bytes) -> None:
        self.number = number
        self._prefix = prefix
        end = xml.index(b">") + 1
        alone = xml[end - 2 : end] == b"/>"
        self._tag = xml[: end - 2] + b">" if alone else xml[:end]
        inside = b"" if alone else xml[end : xml.rindex(b"</")]
        self.cells: dict[int, bytes] = {}
        last = 0
        for found in _CELL.finditer(inside):
            self.cells[column_number(_REF.match(found[0])[1].decode())] = found[0]
            last = found.end()
        self._rest = inside[last:]

    def look(self, column: int) -> int | None:
        """Return the look that a cell names, None where there is no such cell."""
        cell = self.cells.get(column)
        return None if cell is None else int(xmlpatch.attribute(cell, "s") or 0)

    def own_look(self) -> int | None:
        """Return the look that the row gives to cells that are not there."""
        return int(self._attribute("s") or 0) if self._attribute("customFormat") else None

    def set_look(self, column: int, look: int) -> None:
        """Give a cell another look; an empty one is made."""
        cell = self.cells.get(column) or self._element(column, b"/>")
        self.cells[column] = xmlpatch.with_attribute(cell, "s", look)

    def set_text(self, column: int, text: str, look: int) -> None:
        """Write a text into a cell, never a formula."""
        inside = b'<:is><:t xml:space="preserve">' + xmlpatch.escaped(text) + b"</:t></:is></:c>"
        cell = self._element(column, b' t="inlineStr">' + xmlpatch.prefixed(inside, self._prefix))
        self.cells[column] = xmlpatch.with_attribute(cell, "s", look)

    def heighten(self, points: float, usual: float | None) -> None:
        """Make a row of a stored height, or of a fixed ``usual`` one, as high as ``points``.

        Any other row grows by itself when the workbook is opened.
        """
        given = self._attribute("ht") or usual
        if given is not None and float(given) < points:
            tag = xmlpatch.with_attribute(self._tag, "ht", points)
            self._tag = xmlpatch.with_attribute(tag, "customHeight", 1)

    def xml(self) -> bytes:
        """Return the row."""
        tag = xmlpatch.with_attribute(self._tag, "spans", None)  # a hint that no longer holds
        cells = b"".join(self.cells[column] for column in sorted(self.cells))
        return tag + cells + self._rest + b"</" + self._prefix + b"row>"

    def _attribute(self, name: str) -> str | None:
        return xmlpatch.attribute(self._tag, name)

    def _element(self, column: int, rest: bytes) -> bytes:
        ref = f"{column_letters(column)}{self.number}".encode()
        return b"<" + self._prefix + b'c r="' + ref + b'"' + rest


class Sheet:
    """A worksheet part. Raises ValueError for what is no worksheet."""

    def __init__(self, xml: bytes) -> None:
        self._prefix = xmlpatch.prefix_of(xml, "worksheet")
        root = xml.index(b">", xml.index(b"<" + self._prefix + b"worksheet")) + 1
        opened = re.compile(rb"<" + self._prefix + rb"sheetData\s*(/?)>").search(xml, root)
        if opened is None:
            raise ValueError("a sheet without sheetData")
        close = b"</" + self._prefix + b"sheetData>"
        if opened[1]:
            self._head, self._body = xml[: opened.start()] + close.replace(b"/", b"", 1), b""
            self._tail = close + xml[opened.end() :]
        else:
            last = xml.rindex(close)
            self._head, self._body = xml[: opened.end()], xml[opened.end() : last]
            self._tail = xml[last:]
        self._root = root
        if not self._prefix and self._lacks_places():
            self._body = renumbered(self._body, 0)
        self._places = self._row_places()
        self._touched: dict[int, Row] = {}

    def _lacks_places(self) -> bool:
        """Tell whether rows or cells leave out where they stand, as the standard allows."""
        tags = len(re.findall(rb"<(?:row|c)[\s/>]", self._body))
        return len(re.findall(rb"<(?:row|c)\s[^>]*?\br=", self._body)) < tags

    def _row_places(self) -> dict[int, tuple[int, int]]:
        tags = [(int(attributes(t[1]).get("r", "")), t.start()) for t in _ROW.finditer(self._body)]
        ends = [start for _, start in tags[1:]] + [len(self._body)]
        return {number: (start, end) for (number, start), end in zip(tags, ends)}

    # --- rows -----------------------------------------------------------------------

    def row(self, number: int) -> Row:
        """Return a row to be changed; one that is not there is made."""
        if number not in self._touched:
            start, end = self._places.get(number, (0, 0))
            tag = b"<" + self._prefix + b'row r="%d"/>' % number
            xml = self._body[start:end].rstrip() if end else tag
            self._touched[number] = Row(xml, number, self._prefix)
        return self._touched[number]

    def rows_with(self, column: int) -> Iterator[Row]:
        """Yield the rows that have a cell in a column, to be changed."""
        letters = column_letters(column).encode()
        pattern = re.compile(rb'<(?:\w+:)?c\b[^>]*?\sr\s*=\s*["\']' + letters + rb"(\d+)[\"']")
        for number in [int(n) for n in pattern.findall(self._body)]:
            yield self.row(number)

    def last_column(self) -> int:
        """Return the last column that holds a cell with content, or is part of a merged one."""
        last = max((right for _, _, _, right in self.merged()), default=0)
        filled = re.compile(rb"<(?:\w+:)?c\b[^>]*?\sr\s*=\s*[\"']([A-Za-z]+)\d+[\"'][^>]*?(?<!/)>")
        names = {found[1] for found in filled.finditer(self._body)}
        return max([last, *(column_number(name.decode()) for name in names)])

    # --- around the rows ----------------------------------------------------------------

    def merged(self) -> list[tuple[int, int, int, int]]:
        """Return (row1, column1, row2, column2) of each merged cell."""
        found = self._in_tail("mergeCells")
        areas = []
        for child in xmlpatch.children(self._tail[found[0] : found[1]]) if found else ():
            area = _RANGE.fullmatch(xmlpatch.attribute(child, "ref") or "")
            if area and area[3]:
                areas.append(
                    (int(area[2]), column_number(area[1]), int(area[4]), column_number(area[3]))
                )
        return areas

    def merge(self, row1: int, row2: int, column: int) -> None:
        """Merge cells of a column."""
        letters = column_letters(column)
        child = self._own(f'<:mergeCell ref="{letters}{row1}:{letters}{row2}"/>')
        found = self._in_tail("mergeCells")
        if found:
            element = xmlpatch.with_child(self._tail[found[0] : found[1]], child)
            count = len(xmlpatch.children(element))
            element = xmlpatch.with_attribute(element, "count", count)
            self._tail = self._tail[: found[0]] + element + self._tail[found[1] :]
        else:
            element = self._own('<:mergeCells count="1">') + child + self._own("</:mergeCells>")
            self._place(element, "mergeCells")

    def set_width(self, column: int, width: float) -> None:
        """Give a column a width of its own, also where one entry sets that of several."""
        new = self._own(f'<:col min="{column}" max="{column}" width="{width}" customWidth="1"/>')
        found = xmlpatch.section(self._head, "cols", self._root)
        if found is None:
            element = self._own("<:cols>") + new + self._own("</:cols>")
            # The end tag of sheetData is in the tail.
            self._head = xmlpatch.placed(self._head, self._root, element, "cols", _ORDER)
            return
        parts: list[tuple[int, bytes]] = [(column, new)]
        for col in xmlpatch.children(self._head[found[0] : found[1]]):
            low, high = (int(xmlpatch.attribute(col, key) or 0) for key in ("min", "max"))
            if not low <= column <= high:
                parts.append((low, col))
                continue
            for start, end in ((low, column - 1), (column + 1, high)):
                if start <= end:
                    part = xmlpatch.with_attribute(col, "min", start)
                    parts.append((start, xmlpatch.with_attribute(part, "max", end)))
        inside = b"".join(part for _, part in sorted(parts))
        element = self._own("<:cols>") + inside + self._own("</:cols>")
        self._head = self._head[: found[0]] + element + self._head[found[1] :]

    def fixed_height(self) -> float | None:
        """Return the height in points of all rows that name none, where the sheet fixes it."""
        found = xmlpatch.section(self._head, "sheetFormatPr", self._root)
        given = attributes(self._head[found[0] : found[1]]) if found else {}
        fixed = given.get("customHeight") in ("1", "true")
        return float(given.get("defaultRowHeight", 15)) if fixed else None

    def legacy_drawing(self) -> str | None:
        """Return the id of the relation to the shapes of the comments."""
        found = self._in_tail("legacyDrawing")
        tag = attributes(self._tail[found[0] : found[1]]) if found else {}
        return next((value for key, value in tag.items() if key.endswith(":id")), None)

    def set_legacy_drawing(self, relation: str) -> None:
        """Refer to the shapes of the comments."""
        tag = f'<:legacyDrawing xmlns:r="{_RELATIONS}" r:id="{relation}"/>'
        self._place(self._own(tag), "legacyDrawing")

    def xml(self) -> bytes:
        """Return the part with all changes."""
        pieces, place = [], 0
        for number in sorted(self._touched):
            start, end = self._places.get(number) or (self._gap(number),) * 2
            pieces += [self._body[place:start], self._touched[number].xml()]
            place = end
        body = b"".join([*pieces, self._body[place:]])
        return self._spanning(self._head) + body + self._tail

    def _gap(self, number: int) -> int:
        """Return where a row that is not there belongs."""
        later = [place for row, (place, _) in self._places.items() if row > number]
        return min(later, default=len(self._body))

    def _spanning(self, head: bytes) -> bytes:
        """Return the head with <dimension> reaching over the new cells."""
        found = xmlpatch.section(head, "dimension", self._root)
        columns = [max(row.cells) for row in self._touched.values() if row.cells]
        area = found and _RANGE.fullmatch(
            xmlpatch.attribute(head[found[0] : found[1]], "ref") or ""
        )
        if not area or not columns or column_number(area[3] or area[1]) >= max(columns):
            return head
        ref = f"{area[1]}{area[2]}:{column_letters(max(columns))}{area[4] or area[2]}"
        element = xmlpatch.with_attribute(head[found[0] : found[1]], "ref", ref)
        return head[: found[0]] + element + head[found[1] :]

    def _in_tail(self, name: str) -> tuple[int, int] | None:
        return xmlpatch.section(self._tail, name, self._tail.index(b">") + 1)

    def _place(self, element: bytes, name: str) -> None:
        start = self._tail.index(b">") + 1
        self._tail = xmlpatch.placed(self._tail, start, element, name, _ORDER)

    def _own(self, xml: str) -> bytes:
        return xmlpatch.prefixed(xml.encode(), self._prefix)
