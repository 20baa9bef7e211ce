"""Records of one product that lie close together under a similar name (D3).

A grid finds what is near. In a crowd on one spot, such as the office, names are compared
through what is left of each with one character taken out, so that the work grows with
the number of records, never with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .distances import metres
from .names import SIMILAR_LENGTH, numbers_in, similar_keys
from .record_table import RecordTable
from .schema import Record

NEAR_METRES = 10.0
_DEGREE = 111_320.0  # metres of a degree of longitude at the equator
_TALL = NEAR_METRES / 110_500.0  # degrees of latitude: a little more than NEAR_METRES
_WIDE = 2 * NEAR_METRES / _DEGREE  # degrees of longitude: enough up to 60 degrees north
_CROWD = 16  # so many records of one cell of the grid are compared one by one
_COLUMN = 1 << 22  # more than there are rows of the grid
_AROUND = tuple(x * _COLUMN + y for x in (-1, 0, 1) for y in (-1, 0, 1) if x or y)
_FEW = 8  # candidates under one form of a name, in a crowd


class _Entry(NamedTuple):
    position: int
    record: Record
    key: str


class _Crowd:
    """Many records in one cell of the grid, found by what their names have in common."""

    def __init__(self, entries: list[_Entry]) -> None:
        self._forms: dict[tuple, list[_Entry]] = defaultdict(list)
        for entry in entries:
            for form in _forms(entry.key):
                if len(self._forms[form]) < _FEW:
                    self._forms[form].append(entry)

    def like(self, key: str) -> Iterable[_Entry]:
        """Return a few entries whose names may be similar."""
        return {e.position: e for f in _forms(key) for e in self._forms.get(f, ())}.values()


def _forms(key: str) -> Iterator[tuple[str, str]]:
    """Yield a name and, of a long one, all that is left with one character taken out."""
    numbers = numbers_in(key)
    yield key, numbers
    if len(key) >= SIMILAR_LENGTH:
        for at in range(len(key)):
            yield key[:at] + key[at + 1 :], numbers


def near_pairs(table: RecordTable) -> Iterator[tuple[Record, Record]]:
    """Yield (record, an earlier one that may be the same); each record once at most.

    Of one product and period. What has one name, village and point is left out: that
    is the same record twice.
    """
    grids: dict[tuple, dict[int, list[_Entry]]] = defaultdict(lambda: defaultdict(list))
    for position, (record, key) in enumerate(zip(table.records, table.keys)):
        lon, lat = record["lon"], record["lat"]
        if lon is None or lat is None or not key or not (abs(lon) <= 180 and abs(lat) <= 60):
            continue
        cell = int(lon // _WIDE) * _COLUMN + int(lat // _TALL)
        grids[record["product"], record["period"]][cell].append(_Entry(position, record, key))
    for grid in grids.values():
        crowds: dict[int, _Crowd] = {}
        for cell, entries in grid.items():
            around = [each for step in _AROUND if (each := cell + step) in grid]
            if around or len(entries) > 1:
                yield from _pairs(entries, [cell, *around], grid, crowds)


def _pairs(
    entries: list[_Entry],
    cells: list[int],
    grid: dict[int, list[_Entry]],
    crowds: dict[int, _Crowd],
) -> Iterator[tuple[Record, Record]]:
    """Yield the entries of one cell that lie near an earlier one in these cells."""
    for cell in cells:
        if len(grid[cell]) > _CROWD and cell not in crowds:
            crowds[cell] = _Crowd(grid[cell])
    for entry in entries:
        others = (
            other
            for cell in cells
            for other in (crowds[cell].like(entry.key) if cell in crowds else grid[cell])
        )
        found = next((other for other in others if _is_near(entry, other)), None)
        if found is not None:
            yield entry.record, found.record


def _is_near(entry: _Entry, other: _Entry) -> bool:
    return (
        other.position < entry.position
        and similar_keys(entry.key, other.key)
        and not _stands_twice(entry, other)
        and distance(entry.record, other.record) <= NEAR_METRES
    )


def _stands_twice(a: _Entry, b: _Entry) -> bool:
    columns = ("lon", "lat", "township", "village")
    return a.key == b.key and all(a.record[c] == b.record[c] for c in columns)


def distance(a: Record, b: Record) -> float:
    """Return the metres between two records whose points are near each other."""
    return metres((a["lon"], a["lat"]), (b["lon"], b["lat"]))
