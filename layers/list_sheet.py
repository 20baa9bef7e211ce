"""Sheets for lists: where a list goes on a template's page, and the page without its map."""

from __future__ import annotations

from typing import NamedTuple

from qgis.core import (
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemPage,
    QgsPrintLayout,
    QgsProject,
)
from qgis.PyQt.QtCore import QRectF

from . import map_texts
from .map_build import load_template
from .map_content import empty_content
from .map_items import box_of, find, show
from .map_spec import MapSpec
from .printed_table import TableItem, TableLook

_BODY = ("ot_frame_outer", "ot_map", "ot_panel", "ot_list")
_INSET = 1.0  # mm between the frame of a list and its table
_OF_MAPS = ("ot_crs", "ot_approval")  # outside of the body


class ListBoxes(NamedTuple):
    """The boxes of a template's lists in mm: beside the map, if any, and on a page of their own."""

    beside: QRectF | None
    alone: QRectF
    size: float  # of the text, in points


def list_boxes(project: QgsProject, spec: MapSpec) -> ListBoxes:
    """Return the boxes of the spec's template; raises InputError where it cannot be used."""
    layout = load_template(project, spec)
    item = find(layout, "ot_list")
    page = layout.pageCollection().page(0).pageSize()
    size = 8.0 if max(page.width(), page.height()) > 350 else 7.0
    beside = box_of(item).adjusted(_INSET, _INSET, -_INSET, -_INSET) if item is not None else None
    return ListBoxes(beside, _body(layout), size)


class ListSheet:
    """A page with the template's head and foot alone, for one list after the other."""

    def __init__(self, project: QgsProject, spec: MapSpec) -> None:
        self.layout = load_template(project, spec)
        body = _body(self.layout)
        for item in list(self.layout.items()):
            inside = isinstance(item, QgsLayoutItem) and body.contains(box_of(item).center())
            if inside and not isinstance(item, QgsLayoutItemPage):
                self.layout.removeLayoutItem(item)
        for name in _OF_MAPS:
            show(self.layout, name, False)
        labels = [item for item in self.layout.items() if isinstance(item, QgsLayoutItemLabel)]
        self._formats = [(label, label.textFormat()) for label in labels]
        self._table: TableItem | None = None

    def begin(self, spec: MapSpec, look: TableLook, box: QRectF) -> TableItem:
        """Write the head and foot of another list; return its empty table."""
        for label, text in self._formats:  # a long title made the one before smaller
            label.setTextFormat(text)
        map_texts.fill_texts(self.layout, spec, empty_content(), None)
        if self._table is not None:
            self.layout.removeLayoutItem(self._table)
        self._table = TableItem(self.layout, look, box)
        return self._table


def _body(layout: QgsPrintLayout) -> QRectF:
    """Return what map, panel and list take together."""
    box = QRectF()
    for name in _BODY:
        item = find(layout, name)
        if item is not None:
            box = box.united(box_of(item))
    return box
