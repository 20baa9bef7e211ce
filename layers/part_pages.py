"""The pages of one part: a map with the beginning of its list, and the rest of the list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsExpressionContextUtils,
    QgsGeometry,
    QgsLayoutItemMap,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRectF

from ..core.list_pages import paginate
from ..core.messages import Message
from ..core.products import Product
from ..core.schema import Record
from ..translation import tr
from .base_rows import BaseRows, base_look
from .index_map import IndexMap, points_of
from .labels import NUMBER_FIELD
from .list_grid import add_squares, square_reader
from .list_sheet import ListBoxes, ListSheet
from .map_build import prepare_map
from .map_items import find
from .map_spec import MapSpec
from .map_styles import AREA_STYLES
from .printed_table import TableItem, TableLook
from .records import CGCS2000, records_layer

MAX_NUMBERED = 400  # points of a page up to which it is worth the time to find room for numbers


@dataclass(frozen=True)
class Ground:
    """What all pages share; boundary and basemap belong to the project.

    ``watch`` is called before each page, and may raise; ``tell`` takes warnings.
    ``whole_lists`` False: no list goes beyond the page of its map.
    """

    project: QgsProject
    spec: MapSpec
    boxes: ListBoxes
    sheet: ListSheet
    products: Sequence[Product]
    boundary: QgsVectorLayer | None
    basemap: QgsMapLayer | None
    index: IndexMap
    watch: Callable[[], None]
    tell: Callable[[Message], None]
    whole_lists: bool = True


class Strip(NamedTuple):
    """What stands over and under the list beside the map, in mm, and what draws it there."""

    over: float
    under: float
    draw: Callable[[QgsPrintLayout, QRectF], None]


@dataclass(frozen=True)
class PartMap:
    """One part: its words, the rows and columns of its list, its polygon where it has one.

    ``area`` in CGCS2000; ``marks``: layers over the points.
    """

    title: str
    source: str
    rows: BaseRows
    columns: Sequence[str]
    area: QgsGeometry | None = None
    marks: Sequence[QgsVectorLayer] = ()
    strip: Strip | None = None


class PartPages:
    """Which rows stand on which page of a part, and the pages themselves."""

    def __init__(self, ground: Ground, part: PartMap) -> None:
        self._ground, self._part = ground, part
        beside, alone, size = ground.boxes
        self._alone = base_look(part.columns, alone.width(), size)
        self._beside: TableLook | None = None
        self._box = beside
        room = 0.0
        if beside is not None:
            if part.strip is not None:
                self._box = beside.adjusted(0, part.strip.over, 0, -part.strip.under)
            self._beside = base_look(part.columns, self._box.width(), size)
            room = self._box.height() - self._beside.frame_height
        first = self._beside or self._alone
        pages = paginate(
            len(part.rows),
            room,
            lambda row: first.height(part.rows.cells(row)),
            alone.height() - self._alone.frame_height,
            lambda row: self._alone.height(part.rows.cells(row)),
        )
        shown = len(pages) if ground.whole_lists else 1 if beside is not None else 2
        self.lists = pages[:shown]

    def __len__(self) -> int:
        return len(self.lists)

    def pages(self, number: int, total: int) -> Iterator[QgsPrintLayout]:
        """Yield each page; the one before is gone by then. ``number`` is that of the first."""
        ground, part = self._ground, self._part
        ground.watch()
        kept = set(ground.project.mapLayers())
        layout = self._map_page()
        item = find(layout, "ot_map", QgsLayoutItemMap)
        square = square_reader(item)
        if self._beside is not None:
            table = TableItem(layout, self._beside, self._box)
            self._fill(table, self.lists[0], square, number)
            if part.strip is not None:
                part.strip.draw(layout, ground.boxes.beside)
        tell_page(layout, number, total)
        yield layout
        ground.project.layoutManager().removeLayout(layout)
        ground.project.removeMapLayers(sorted(set(ground.project.mapLayers()) - kept))
        if len(self.lists) == 1:
            return
        sheet = ground.sheet
        table = sheet.begin(self._spec(), self._alone, ground.boxes.alone)
        for further, rows in enumerate(self.lists[1:], 1):
            ground.watch()
            self._fill(table, rows, square, number + further)
            tell_page(sheet.layout, number + further, total)
            yield sheet.layout

    def _map_page(self) -> QgsPrintLayout:
        """Return the map with its index map and squares."""
        ground, part = self._ground, self._part
        records = part.rows.records
        points = points_of(records)
        by_area = ground.spec.style.name in AREA_STYLES
        numbered = (
            {**record, NUMBER_FIELD: number}
            for number, record in enumerate(records, 1)
            if by_area or record["lon"] is not None
        )
        layer = records_layer(numbered, tr("Collection points"), (NUMBER_FIELD,))
        ground.project.addMapLayers([*part.marks, layer], False)
        spec = replace(
            self._spec(),
            without_point=0 if by_area else len(records) - len(points),
            numbers=ground.spec.style.name == "points" and len(points) <= MAX_NUMBERED,
            labels=False,
            focus=_focus(records, part.area),
        )
        layout, messages = prepare_map(
            ground.project,
            layer,
            spec,
            ground.boundary,
            ground.basemap,
            ground.products,
            part.marks,
        )
        for message in messages:
            ground.tell(message)
        item = find(layout, "ot_map", QgsLayoutItemMap)
        add_squares(item, ground.boxes.size)
        ground.index.show(layout, item.crs(), points, part.area)
        return layout

    def _spec(self) -> MapSpec:
        return replace(self._ground.spec, title=self._part.title, source=self._part.source)

    def _fill(
        self, table: TableItem, rows: range, square: Callable[[Record], str], page: int
    ) -> None:
        """Show rows of the list, and say which they are and where the others stand."""
        of = self._part.rows
        count = len(of)
        if not rows:
            foot = tr("Bases: {count}").format(count=f"{count:,}")
        else:
            foot = tr("Bases {first}–{last} of {count}").format(
                first=f"{rows[0] + 1:,}", last=f"{rows[-1] + 1:,}", count=f"{count:,}"
            )
        last = rows is self.lists[-1]
        if not last:
            foot += "    " + tr("continued on page {page}").format(page=page + 1)
        elif self.lists[-1].stop < count:
            foot += "    " + tr(
                "Not listed here: {count}; see the table of the same query."
            ).format(count=f"{count - self.lists[-1].stop:,}")
        table.fill([of.cells(row, square) for row in rows], foot)


def tell_page(layout: QgsPrintLayout, number: int, total: int) -> None:
    """Write the number of a page on it."""
    text = tr("Page {page} of {pages}").format(page=number, pages=total)
    QgsExpressionContextUtils.setLayoutVariable(layout, "ot_page", text)


def _focus(records: Sequence[Record], area: QgsGeometry | None) -> QgsReferencedRectangle | None:
    """Return what the map shows: the part's points and polygon; None where there is neither."""
    box = QgsRectangle() if area is None else area.boundingBox()
    if area is None:
        box.setNull()
    for lon, lat in points_of(records):
        box.combineExtentWith(lon, lat)
    if box.isNull():
        return None
    return QgsReferencedRectangle(box, QgsCoordinateReferenceSystem(CGCS2000))
