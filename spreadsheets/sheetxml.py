"""The XML of one worksheet with some of its cells changed, all the rest byte for byte.

The order of the elements around the rows is that of CT_Worksheet (ECMA-376, part 1, 18.3.1.99).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from .package import attributes_of
from .rawxml import column_letters, column_number, without_notes

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_AFTER_MERGES = (
    "phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins "
    "pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors "
    "smartTags drawing"
)
_AFTER_NOTES = (
    "legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst "
    "AlternateContent"
)
_USUAL_HEIGHT, _USUAL_WIDTH = 15.0, 8.43  # of a row in points, of a column in characters
_DATA = re.compile(rb"<((?:\w+:)?)sheetData\s*(/?)>")
_TAG = re.compile(rb"<(/?)(?:\w+:)?(\w+)\b[^>]*?(/?)>")
_REF = re.compile(rb'\br="([A-Z]*)(\d+)"')
_DIMENSION = re.compile(rb'(<(?:\w+:)?dimension\b[^>]*\bref="[A-Z]+\d+:)([A-Z]+)(\d+")')


@dataclass
class _Cell:
    column: int
    attributes: dict[str, str]
    inside: bytes | None
    raw: bytes = b""  # as it stood, while it is unchanged


@dataclass
class _Row:
    number: int
    attributes: dict[str, str]
    cells: dict[int, _Cell] = field(default_factory=dict)


class SheetXml:
    """A worksheet of which the rows ``wanted`` can be changed."""

    def __init__(self, xml: bytes, wanted: Iterable[int]) -> None:
        opened = _DATA.search(xml)
        self._prefix = opened[1]
        close = b"</" + self._prefix + b"sheetData>"
        end = opened.end() if opened[2] else xml.index(close, opened.end())
        self._head = xml[: opened.start()]
        self._tail = xml[end:] if opened[2] else xml[end + len(close) :]
        body = b"" if opened[2] else xml[opened.end() : end]
        self._pieces: list[bytes | _Row] = []
        self._rows: dict[int, _Row] = {}
        self._widest = 0
        self._column_entries: list[dict[str, str]] | None = None
        self._take(without_notes(body) if b"<!" in body else body, sorted(set(wanted)))

    def _take(self, body: bytes, wanted: list[int]) -> None:
        """Cut the wanted rows out of the XML, and make those that are not there."""
        name = self._prefix + b"row"
        start, close = re.compile(rb"<" + name + rb"\b([^>]*?)(/?)>"), b"</" + name + b">"
        number = place = 0
        waiting = wanted[::-1]
        for found in start.finditer(body):
            ref = _REF.search(found[1])
            number = int(ref[2]) if ref else number + 1
            while waiting and waiting[-1] <= number:
                self._pieces.append(body[place : found.start()])
                place = found.start()
                row = _Row(waiting.pop(), {})
                if row.number == number:
                    row.attributes = attributes_of(found[1])
                    if found[2]:
                        place = found.end()
                    else:
                        end = body.index(close, found.end())
                        row.cells = self._cells(body[found.end() : end])
                        place = end + len(close)
                self._keep(row)
            if not waiting:
                break
        self._pieces.append(body[place:])
        for number in reversed(waiting):
            self._keep(_Row(number, {}))

    def _keep(self, row: _Row) -> None:
        self._pieces.append(row)
        self._rows[row.number] = row

    def _cells(self, inner: bytes) -> dict[int, _Cell]:
        name = self._prefix + b"c"
        pattern = re.compile(rb"<" + name + rb"\b([^>]*?)(?:/>|>(.*?)</" + name + rb">)", re.DOTALL)
        cells: dict[int, _Cell] = {}
        column = 0
        for found in pattern.finditer(inner):
            ref = _REF.search(found[1])
            column = column_number(ref[1].decode()) if ref else column + 1
            raw = found[0] if ref else b""
            cells[column] = _Cell(column, attributes_of(found[1]), found[2], raw)
        return cells

    # --- cells ---------------------------------------------------------------------

    def style(self, row: int, column: int) -> int:
        """Return the number of the style of a cell; one that is not there has its row's."""
        line = self._rows[row]
        if column in line.cells:
            return int(line.cells[column].attributes.get("s", 0))
        if line.attributes.get("customFormat") in ("1", "true"):
            return int(line.attributes.get("s", 0))
        return next((int(c.get("style", 0)) for c in self._columns() if _holds(c, column)), 0)

    def set_style(self, row: int, column: int, style: int) -> None:
        """Give a cell a style, its content stays."""
        cell = self._cell(row, column)
        cell.attributes["s"] = str(style)

    def set_text(self, row: int, column: int, text: str, style: int) -> None:
        """Give a cell a text, never a formula, and a style."""
        cell, p = self._cell(row, column), self._prefix.decode()
        cell.attributes = {"s": str(style), "t": "inlineStr"}
        escaped = html.escape(text, quote=False)
        cell.inside = f'<{p}is><{p}t xml:space="preserve">{escaped}</{p}t></{p}is>'.encode()

    def remove(self, row: int, column: int) -> None:
        """Take a cell away."""
        self._rows[row].cells.pop(column, None)

    def content(self, row: int, column: int) -> tuple[str, bytes]:
        """Return the type of a cell and the XML inside, without the prefix of its tags."""
        cell = self._rows[row].cells.get(column)
        if cell is None:
            return "n", b""
        inside, p = cell.inside or b"", self._prefix
        if p:
            inside = inside.replace(b"<" + p, b"<").replace(b"</" + p, b"</")
        return cell.attributes.get("t", "n"), inside

    def columns_of(self, row: int) -> list[int]:
        """Return the columns in which a row has cells."""
        return list(self._rows[row].cells)

    def width(self, column: int) -> float:
        """Return the width of a column in characters."""
        own = next((c for c in self._columns() if _holds(c, column)), {})
        return float(own.get("width") or self._usual().get("defaultColWidth") or _USUAL_WIDTH)

    def raise_row(self, row: int, points: float) -> None:
        """Make a row so high at least; whether a person set its height stays as it is."""
        line, usual = self._rows[row].attributes, self._usual()
        if points > float(line.get("ht") or usual.get("defaultRowHeight") or _USUAL_HEIGHT):
            line["ht"] = f"{points:g}"
            if usual.get("customHeight") in ("1", "true"):
                line["customHeight"] = "1"

    def _usual(self) -> dict[str, str]:
        found = re.search(rb"<(?:\w+:)?sheetFormatPr\b([^>]*)>", self._head)
        return attributes_of(found[1]) if found else {}

    def _cell(self, row: int, column: int) -> _Cell:
        line = self._rows[row]
        self._widest = max(self._widest, column)
        line.attributes.pop("spans", None)
        cell = line.cells.get(column)
        if cell is None:
            style = self.style(row, column)
            cell = line.cells[column] = _Cell(column, {"s": str(style)}, None)
        cell.raw = b""
        return cell

    # --- around the rows --------------------------------------------------------------

    def own_column(self, column: int, width: float) -> None:
        """Give a column a width of its own, also where one entry sets that of several."""
        entries: list[dict[str, str]] = []
        own = {"min": str(column), "max": str(column)}
        for entry in self._columns():
            if not _holds(entry, column):
                entries.append(entry)
                continue
            low, high = int(entry["min"]), int(entry["max"])
            own = {**entry, **own}
            if low < column:
                entries.append({**entry, "max": str(column - 1)})
            if high > column:
                entries.append({**entry, "min": str(column + 1)})
        own |= {"width": f"{width:g}", "customWidth": "1"}
        own.pop("hidden", None)
        entries = sorted([*entries, own], key=lambda entry: int(entry["min"]))
        self._column_entries = entries
        p = self._prefix.decode()
        cols = "".join(f"<{p}col{_written(entry)}/>" for entry in entries)
        found = self._found_columns()
        place = found.span() if found else (len(self._head), len(self._head))
        whole = f"<{p}cols>{cols}</{p}cols>".encode()
        self._head = self._head[: place[0]] + whole + self._head[place[1] :]

    def merge(self, row1: int, row2: int, column: int) -> None:
        """Join cells of one column."""
        letters = column_letters(column)
        area = f'<%smergeCell ref="{letters}{row1}:{letters}{row2}"/>' % self._prefix.decode()
        name = self._prefix + b"mergeCells"
        found = re.search(rb"<" + name + rb"\b[^>]*>(.*?)</" + name + rb">", self._tail, re.DOTALL)
        if found is None:
            p = self._prefix.decode()
            whole = f'<{p}mergeCells count="1">{area}</{p}mergeCells>'
            self._insert(whole, f"{_AFTER_MERGES} legacyDrawing {_AFTER_NOTES}")
            return
        areas = found[1] + area.encode()
        count = areas.count(b"mergeCell ")
        whole = b'<%s count="%d">%s</%s>' % (name, count, areas, name)
        self._tail = self._tail[: found.start()] + whole + self._tail[found.end() :]

    def draw(self, relation: str) -> None:
        """Name the drawing of the comments."""
        p = self._prefix.decode()
        self._insert(f'<{p}legacyDrawing xmlns:r="{_OFFICE}" r:id="{relation}"/>', _AFTER_NOTES)

    def _insert(self, element: str, before: str) -> None:
        """Put an element below the rows before the first one of those that follow it."""
        names = {name.encode() for name in before.split()}
        depth = 0
        for found in _TAG.finditer(self._tail):
            if depth == 0 and (found[1] or found[2] in names):
                break
            depth += -1 if found[1] else not found[3]
        place = found.start()
        self._tail = self._tail[:place] + element.encode() + self._tail[place:]

    def _found_columns(self) -> re.Match | None:
        name = self._prefix + b"cols"
        return re.search(rb"<" + name + rb">(.*?)</" + name + rb">", self._head, re.DOTALL)

    def _columns(self) -> list[dict[str, str]]:
        if self._column_entries is None:
            found = self._found_columns()
            tags = re.findall(rb"<(?:\w+:)?col\b([^>]*)/?>", found[1]) if found else ()
            self._column_entries = [attributes_of(tag) for tag in tags]
        return self._column_entries

    # --- out -----------------------------------------------------------------------------

    def whole(self) -> bytes:
        """Return the XML."""
        p = self._prefix
        head = _DIMENSION.sub(self._dimension, self._head, count=1)
        body = b"".join(x if isinstance(x, bytes) else self._written_row(x) for x in self._pieces)
        return b"".join((head, b"<", p, b"sheetData>", body, b"</", p, b"sheetData>", self._tail))

    def _dimension(self, found: re.Match) -> bytes:
        column = max(column_number(found[2].decode()), self._widest)
        return found[1] + column_letters(column).encode() + found[3]

    def _written_row(self, row: _Row) -> bytes:
        if not row.attributes and not row.cells:
            return b""
        p = self._prefix.decode()
        start = f"<{p}row{_written({'r': str(row.number), **row.attributes})}>".encode()
        cells = []
        for column in sorted(row.cells):
            cell = row.cells[column]
            if cell.raw:
                cells.append(cell.raw)
                continue
            tag = _written({**cell.attributes, "r": f"{column_letters(column)}{row.number}"})
            end = f"</{p}c>".encode()
            inside = b"/>" if cell.inside is None else b">" + cell.inside + end
            cells.append(f"<{p}c{tag}".encode() + inside)
        return start + b"".join(cells) + f"</{p}row>".encode()


def _holds(entry: dict[str, str], column: int) -> bool:
    return int(entry["min"]) <= column <= int(entry["max"])


def _written(attributes: dict[str, str]) -> str:
    first = {"r": attributes["r"]} if "r" in attributes else {}
    return "".join(f' {k}="{html.escape(v)}"' for k, v in {**first, **attributes}.items())
