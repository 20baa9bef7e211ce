"""The legend: groups of lines with symbols, and the figures under them."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    QgsLayerTreeLayer,
    QgsLayoutItemLegend,
    QgsLayoutSize,
    QgsLayoutUtils,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayerLegendUtils,
)

from ..translation import tr
from .map_content import Content, Count, count_text
from .map_drawing import LegendGroup

_TEXTS = (
    QgsLegendStyle.Style.Group,
    QgsLegendStyle.Style.Subgroup,
    QgsLegendStyle.Style.SymbolLabel,
)
_REMARK = 0.88  # of the size of the lines
_SIDES = (QgsLegendStyle.Side.Top, QgsLegendStyle.Side.Bottom)


def fill_legend(legend: QgsLayoutItemLegend, groups: Sequence[LegendGroup]) -> None:
    """Fill the legend with the groups of lines that a style gives."""
    legend.setAutoUpdateModel(False)
    root = legend.model().rootGroup()
    root.removeAllChildren()
    for group in groups:
        parent = root
        if group.heading:
            parent = root.addGroup(group.heading)
            QgsLegendRenderer.setNodeLegendStyle(parent, QgsLegendStyle.Style.Group)
        node = parent.addLayer(group.layer)
        if group.lines is not None:
            numbers = [number for number, _text in group.lines]
            QgsMapLayerLegendUtils.setLegendNodeOrder(node, numbers)
            for number, text in group.lines:
                QgsMapLayerLegendUtils.setLegendNodeUserLabel(node, number, text)
        _remark(legend, node, group.remark)
        legend.model().refreshLayerLegend(node)


def _remark(legend: QgsLayoutItemLegend, node: QgsLayerTreeLayer, text: str) -> None:
    """Show a remark as the layer's title, in the small type of the lines."""
    QgsLegendRenderer.setNodeLegendStyle(
        node, QgsLegendStyle.Style.Subgroup if text else QgsLegendStyle.Style.Hidden
    )
    if text:
        node.setCustomProperty("legend/title-label", text)
        style = legend.style(QgsLegendStyle.Style.Subgroup)
        lines = legend.style(QgsLegendStyle.Style.SymbolLabel)
        small = lines.textFormat()
        small.setSize(small.size() * _REMARK)
        style.setTextFormat(small)
        style.setMargin(QgsLegendStyle.Side.Top, 0)
        legend.setStyle(QgsLegendStyle.Style.Subgroup, style)


def count_line(name: str, count: Count) -> str:
    """Return product, points and scale apart by tabs; further units on lines of their own."""
    first, *others = count.sum_texts() or [""]
    return "|\t\t".join([f"{name}\t{count_text(count.points)}\t{first}", *others])


def total_text(content: Content) -> str:
    """Return the total of points and of scale; several units on a line of their own."""
    heading = tr("Total: {count}").format(count=content.text(content.total.points))
    sums = content.total.sum_texts()
    return ("\n" if len(sums) > 1 else "   ").join(filter(None, (heading, "   ".join(sums))))


def township_text(content: Content, lines: int) -> str:
    """Return the townships with most points, at most ``lines`` in all; "" for fewer than two."""
    if len(content.townships) < 2 or lines < 3:
        return ""
    ranked = sorted(content.townships.items(), key=lambda item: -item[1].points)
    shown = ranked if len(ranked) < lines else ranked[: lines - 2]
    rows = [tr("By township")]
    single = len(content.total.sums) == 1
    for name, count in shown:
        sums = "\t" + count.sum_texts()[0] if single and count.sums else ""
        rows.append(f"{name}\t{content.text(count.points)}{sums}")
    if len(shown) < len(ranked):
        rest = sum(count.points for _name, count in ranked[len(shown) :])
        others = tr("Other townships: {count}").format(count=len(ranked) - len(shown))
        rows.append(f"{others}\t{content.text(rest)}")
    return "\n".join(rows)


def shrink_to(legend: QgsLayoutItemLegend, width: float, height: float, fit: bool = True) -> float:
    """Make text and symbols smaller until the legend fits ``width`` × ``height`` mm.

    Returns the height that the legend will take. ``fit`` False: nothing gets smaller.
    """
    context = QgsLayoutUtils.createRenderContextForLayout(legend.layout(), None, 300)
    for _attempt in range(16):
        size = QgsLegendRenderer(legend.model(), legend.legendSettings()).minimumSize(context)
        if not fit or (size.width() <= width and size.height() <= height):
            break
        _scale(legend, 0.93)
    legend.attemptResize(QgsLayoutSize(size.width(), size.height()))
    return size.height()


def _scale(legend: QgsLayoutItemLegend, factor: float) -> None:
    for component in _TEXTS:
        style = legend.style(component)
        text = style.textFormat()
        text.setSize(text.size() * factor)
        text.setTabStopDistance(text.tabStopDistance() * factor)
        style.setTextFormat(text)
        legend.setStyle(component, style)
    for component in (*_TEXTS, QgsLegendStyle.Style.Symbol):
        style = legend.style(component)
        for side in _SIDES:
            style.setMargin(side, style.margin(side) * factor)
        legend.setStyle(component, style)
    legend.setSymbolHeight(legend.symbolHeight() * factor)
    legend.setSymbolWidth(legend.symbolWidth() * factor)
    legend.setMaximumSymbolSize(legend.symbolHeight())
