"""The items of a layout that the plugin fills, found by their ids.

A template may lack any of them but the map; one of another kind counts as lacking.
"""

from __future__ import annotations

from typing import TypeVar

from qgis.core import QgsLayoutItem, QgsPrintLayout
from qgis.PyQt.QtCore import QRectF

Item = TypeVar("Item", bound=QgsLayoutItem)


def find(layout: QgsPrintLayout, name: str, kind: type[Item] = QgsLayoutItem) -> Item | None:
    """Return the item with the id ``name``, None where there is none of that kind."""
    item = layout.itemById(name)
    return item if isinstance(item, kind) else None


def box_of(item: QgsLayoutItem) -> QRectF:
    """Return the box of an item on its page in mm."""
    return QRectF(item.pos(), item.rect().size())


def show(layout: QgsPrintLayout, name: str, visible: bool) -> None:
    """Show or hide an item, if it is there."""
    item = find(layout, name)
    if item is not None:
        item.setVisibility(visible)
