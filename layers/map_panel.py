"""The panel of a map: legend, total and townships, fitted to each other."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    QgsExpressionContextUtils,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsPrintLayout,
)
from qgis.PyQt.QtCore import QRectF

from . import map_legend, map_texts
from .map_content import Content
from .map_drawing import LegendGroup
from .map_items import box_of, find, show

# What stands under legend and figures, and ends the room for them.
_FOOT = ("ot_note", "ot_north", "ot_scale", "ot_scalebar")
_GAP = 4.0  # mm free at the edge of a panel, and of a page without one


def fill_panel(
    layout: QgsPrintLayout,
    content: Content,
    groups: Sequence[LegendGroup],
    fit: bool = True,
) -> None:
    """Fill legend, total and townships, each moved to where the one above it ends.

    ``fit`` False: the legend keeps the template's sizes, however long it gets.
    """
    legend = find(layout, "ot_legend", QgsLayoutItemLegend)
    total = find(layout, "ot_total", QgsLayoutItemLabel)
    if not content.total.points:
        show(layout, "ot_total", False)
        show(layout, "ot_total_rule", False)
    if total is not None:
        map_texts.fit_height(total)
    if legend is not None:
        map_legend.fill_legend(legend, groups)
        _place_legend(layout, legend, total, fit)
    if total is not None:
        _list_townships(layout, total, content, fit)


def _place_legend(
    layout: QgsPrintLayout,
    legend: QgsLayoutItemLegend,
    total: QgsLayoutItemLabel | None,
    fit: bool,
) -> None:
    """Fit the legend to its column; a total in the same column comes under it."""
    x, y = legend.pos().x(), legend.pos().y()
    right, bottom = _end(layout, legend)
    under = total is not None and total.pos().x() < x + _GAP
    if total is not None and not under:
        right = min(right, total.pos().x() - _GAP)
    elif total is not None:
        bottom -= total.rect().height() + _GAP
    height = map_legend.shrink_to(legend, right - x, bottom - y, fit)
    if under:
        map_texts.move_to(total, y + height + _GAP * 0.6)
        rule = find(layout, "ot_total_rule")
        if rule is not None:
            map_texts.move_to(rule, total.pos().y())


def _list_townships(
    layout: QgsPrintLayout, total: QgsLayoutItemLabel, content: Content, fit: bool
) -> None:
    """Put as many townships under the total as there is room for."""
    towns = find(layout, "ot_townships", QgsLayoutItemLabel)
    if towns is None:
        return
    line = map_texts.line_height(towns)
    top = total.pos().y() + total.rect().height() + line * 0.3
    room = int((_end(layout, total)[1] - top) / line)
    text = map_legend.township_text(content, min(room, 20))
    QgsExpressionContextUtils.setLayoutVariable(layout, "ot_townships", text)
    map_texts.move_to(towns, top)
    if fit:
        map_texts.fit_width(towns)
    map_texts.fit_height(towns)


def _end(layout: QgsPrintLayout, item: QgsLayoutItem) -> tuple[float, float]:
    """Return x and y in mm at which the room of an item of the panel ends."""
    panel = find(layout, "ot_panel")
    ground = box_of(panel or layout.pageCollection().page(max(item.page(), 0)))
    right, bottom = ground.right() - _GAP, ground.bottom() - _GAP
    place = box_of(item)
    for name in _FOOT:
        other = find(layout, name)
        if other is None:
            continue
        box = box_of(other)
        if ground.contains(box.center()) and box.top() > place.top() and _share_column(box, place):
            top = box.top()
            if name == "ot_note" and isinstance(other, QgsLayoutItemLabel):
                top = box.bottom() - map_texts.text_height(other)  # it stands on its last line
            bottom = min(bottom, top)
    return right, bottom


def _share_column(one: QRectF, other: QRectF) -> bool:
    return one.left() < other.right() and other.left() < one.right()
