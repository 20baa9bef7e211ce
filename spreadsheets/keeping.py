"""What openpyxl forgets when it saves a workbook, put back into the saved parts.

Results of formulas, heights that Excel chooses by itself, sizes of comments.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass, field

from openpyxl.utils import coordinate_to_tuple
from openpyxl.utils.cell import range_boundaries

from .package import attributes_of, relations

_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*[^/])>((?:(?!</(?:\w+:)?c>).)*)</(?:\w+:)?c>", re.DOTALL)
_FILLED = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]+\d+)"[^>]*(?<!/)>(?!</)')
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*?\bref="([A-Z]+\d+:[A-Z]+\d+)"')
_FORMULA = re.compile(rb"<(?:\w+:)?f\b")
_RESULT = re.compile(rb"<(?:\w+:)?v\b[^>]*>([^<]*)</(?:\w+:)?v>")
_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
_SAVED_CELL = re.compile(
    rb'<c r="([A-Z]+\d+)"([^>]*)>(<f\b[^>]*/>|<f\b[^>]*>[^<]*</f>)<v(?:\s*/>|></v>)</c>'
)
_SAVED_ERROR = re.compile(rb'<c r="([A-Z]+\d+)"([^>]*) t="e"([^>]*)><v>[^<]*</v></c>')
_SAVED_ROW = re.compile(rb'<row r="(\d+)"[^>]*>')
_FIXED = re.compile(rb' customHeight="(?:1|true)"')
_TYPE = re.compile(rb' t="\w+"')
_SHAPE = re.compile(rb"<\w+:shape\b([^>]*)>(.*?)</\w+:shape>", re.DOTALL)
_SIZE = re.compile(rb"(?<![\w-])(width|height):\s*([\d.]+)(pt|px)")
_PLACE = re.compile(rb"<\w+:(Row|Column)>\s*(\d+)\s*</")
_PIXELS = {b"pt": 96 / 72, b"px": 1.0}


@dataclass
class Kept:
    """What is kept of one sheet of the original, by cell (``A1``) or row (from 1).

    ``results``: type and text of the result of each formula; ``numbers``: text of
    each plain number; ``automatic``: rows with a height that nobody has set;
    ``sizes``: width and height of comments in pixels; ``unknown``: formulas
    that have no result; ``covered``: values that merged cells hide.
    """

    results: dict[bytes, tuple[str, bytes]] = field(default_factory=dict)
    automatic: set[int] = field(default_factory=set)
    sizes: dict[tuple[int, int], tuple[float, float]] = field(default_factory=dict)
    unknown: int = 0
    covered: int = 0
    _source: bytes = b""

    def restore(self, saved: bytes) -> bytes:
        """Return the XML of the saved sheet with the kept things put back."""
        if self.results:
            saved = _SAVED_CELL.sub(self._result, saved)
        saved = _SAVED_ERROR.sub(self._number, saved)
        return _SAVED_ROW.sub(self._row, saved) if self.automatic else saved

    def _result(self, match: re.Match) -> bytes:
        kind, text = self.results.get(match[1], ("", b""))
        if not text and kind != "str":
            return match[0]
        attributes = _TYPE.sub(b"", match[2]) + (b' t="%s"' % kind.encode() if kind else b"")
        return b'<c r="%s"%s>%s<v>%s</v></c>' % (match[1], attributes, match[3], text)

    def _number(self, match: re.Match) -> bytes:
        """Put back a number that openpyxl took for an impossible date."""
        pattern = rb'<(?:\w+:)?c\b[^>]*\br="%s"[^>]*>(?:(?!</(?:\w+:)?c>).)*' % match[1]
        cell = re.search(pattern, self._source, re.DOTALL)
        if cell is None or _FORMULA.search(cell[0]):
            return match[0]
        if attributes_of(cell[0].partition(b">")[0]).get("t", "n") != "n":
            return match[0]
        value = _RESULT.search(cell[0])
        if value is None:
            return match[0]
        return b'<c r="%s"%s%s><v>%s</v></c>' % (match[1], match[2], match[3], value[1])

    def _row(self, match: re.Match) -> bytes:
        return _FIXED.sub(b"", match[0]) if int(match[1]) in self.automatic else match[0]


def keep(archive: zipfile.ZipFile, member: str) -> Kept:
    """Return what has to be kept of the sheet in the part ``member``."""
    source = archive.read(member)
    kept = Kept(_source=source)
    if _FORMULA.search(source):
        for match in _CELL.finditer(source):
            if _FORMULA.search(match[2]):
                _keep_result(kept, match)
    kept.covered = _covered(source)
    for match in _ROW.finditer(source):
        row = attributes_of(match[1])
        if "ht" in row and row.get("customHeight", "0") in ("0", "false") and "r" in row:
            kept.automatic.add(int(row["r"]))
    for _, kind, part in relations(archive, member):
        if kind == "vmlDrawing" and part in archive.namelist():
            kept.sizes.update(_comment_sizes(archive.read(part)))
    return kept


def _covered(source: bytes) -> int:
    """Return how many values lie in merged cells, not in their first one: openpyxl drops them."""
    areas = [range_boundaries(ref.decode()) for ref in _MERGED.findall(source)]
    if not areas:
        return 0
    by_row: dict[int, list[tuple[int, int, int]]] = {}
    for left, top, right, bottom in areas:
        for row in range(top, bottom + 1):
            by_row.setdefault(row, []).append((left, right, top))
    count = 0
    for reference in _FILLED.findall(source):
        row, column = coordinate_to_tuple(reference.decode())
        for left, right, top in by_row.get(row, ()):
            count += left <= column <= right and (row, column) != (top, left)
    return count


def _keep_result(kept: Kept, match: re.Match) -> None:
    cell = attributes_of(match[1])
    result = _RESULT.search(match[2])
    kind = cell.get("t", "")
    if kind == "s" or (kind != "str" and not (result and result[1])):
        kept.unknown += 1
    elif "r" in cell:
        kept.results[cell["r"].encode()] = (kind, result[1] if result else b"")


def _comment_sizes(vml: bytes) -> dict[tuple[int, int], tuple[float, float]]:
    sizes = {}
    for shape in _SHAPE.finditer(vml):
        size = {name: float(value) * _PIXELS[unit] for name, value, unit in _SIZE.findall(shape[1])}
        place = {name: int(value) + 1 for name, value in _PLACE.findall(shape[2])}
        if len(size) == 2 and len(place) == 2:
            sizes[place[b"Row"], place[b"Column"]] = (size[b"width"], size[b"height"])
    return sizes
