"""An atlas: its contents with totals, then the pages of each part (H1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from qgis.core import QgsPrintLayout

from ..core.list_pages import paginate
from ..core.schema import Record
from ..core.subtotals import subtotal
from ..translation import tr
from .map_content import number_text
from .part_pages import Ground, PartMap, PartPages, tell_page
from .printed_table import TableColumn, TableLook

_SIZE = 1.2  # of the contents' text against that of the lists
_SCALE = "scale "  # begins the keys of the columns of scale


class Group(NamedTuple):
    """Pages that belong together: the contents, or a part."""

    name: str
    count: int
    pages: Iterator[QgsPrintLayout]


class Atlas:
    """All pages of an atlas; ``parts``: name and map of each, in their order."""

    def __init__(self, ground: Ground, parts: Sequence[tuple[str, PartMap]]) -> None:
        self._ground = ground
        self._names = [name for name, _part in parts]
        self._records = [part.rows.records for _name, part in parts]
        self._parts = []
        for _name, part in parts:
            ground.watch()
            self._parts.append(PartPages(ground, part))
        alone = ground.boxes.alone
        everything = [record for records in self._records for record in records]
        units = list(subtotal(everything).scales)
        self._look = TableLook(_columns(units), alone.width(), ground.boxes.size * _SIZE)
        lines = [_line(name, records) for name, records in zip(self._names, self._records)]
        self._lines = lines = [*lines, _line(tr("Total"), everything)]
        room = alone.height() - self._look.frame_height
        heights = [self._look.height(line) for line in lines]
        self._contents = paginate(len(lines), room, heights.__getitem__, room, heights.__getitem__)
        begin = len(self._contents) + 1
        self._begins = []
        for line, pages in zip(lines, self._parts):
            line["page"] = str(begin)
            self._begins.append(begin)
            begin += len(pages)
        self.count = begin - 1

    def groups(self) -> Iterator[Group]:
        """Yield the contents and each part."""
        yield Group(tr("Contents"), len(self._contents), self._contents_pages())
        for name, pages, begin in zip(self._names, self._parts, self._begins):
            yield Group(name, len(pages), pages.pages(begin, self.count))

    def pages(self) -> Iterator[QgsPrintLayout]:
        """Yield all pages; each is to be written before the next one is asked for."""
        for group in self.groups():
            yield from group.pages

    def _contents_pages(self) -> Iterator[QgsPrintLayout]:
        sheet = self._ground.sheet
        table = sheet.begin(self._ground.spec, self._look, self._ground.boxes.alone)
        for number, rows in enumerate(self._contents, 1):
            self._ground.watch()
            total = [rows.index(len(self._parts))] if len(self._parts) in rows else []
            table.fill([self._lines[row] for row in rows], strong=total)
            tell_page(sheet.layout, number, self.count)
            yield sheet.layout


def _line(name: str, records: Sequence[Record]) -> dict[str, str]:
    """Return a line of the contents; a scale under its unit."""
    placed = sum(record["lon"] is not None for record in records)
    scales = subtotal(list(records)).scales
    return {
        **{_SCALE + unit: number_text(scale) for unit, scale in scales.items()},
        "part": name,
        "bases": f"{len(records):,}",
        "points": f"{placed:,}",
        "without": f"{len(records) - placed:,}",
        "page": "",
    }


def _columns(units: Sequence[str]) -> list[TableColumn]:
    scale = tr("Scale")
    return [
        TableColumn("part", tr("Part"), 8, 2),
        TableColumn("bases", tr("Bases"), 4, 1, True),
        TableColumn("points", tr("On the map"), 4, 1, True),
        TableColumn("without", tr("Without a point"), 4, 1, True),
        *(TableColumn(_SCALE + unit, f"{scale} ({unit})", 6, 1, True) for unit in units),
        TableColumn("page", tr("On page"), 4, 1, True),
    ]
