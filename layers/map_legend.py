"""The legend: one line per product that occurs, under its industry, with its figures."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsLayoutItemLegend,
    QgsLayoutSize,
    QgsLayoutUtils,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayerLegendUtils,
    QgsVectorLayer,
)

from ..core.products import Product
from ..translation import tr
from .map_content import Content, Count, count_text

_TEXTS = (
    QgsLegendStyle.Style.Group,
    QgsLegendStyle.Style.Subgroup,
    QgsLegendStyle.Style.SymbolLabel,
)
_SIDES = (QgsLegendStyle.Side.Top, QgsLegendStyle.Side.Bottom)


def fill_legend(
    legend: QgsLayoutItemLegend,
    layer: QgsVectorLayer,
    content: Content,
    products: Sequence[Product],
    boundary: QgsVectorLayer | None = None,
) -> None:
    """Fill the legend from the counts; a layer not drawn by product is listed as it is."""
    legend.setAutoUpdateModel(False)
    root = legend.model().rootGroup()
    root.removeAllChildren()
    renderer = layer.renderer()
    if (
        isinstance(renderer, QgsCategorizedSymbolRenderer)
        and renderer.classAttribute() == "product"
    ):
        _add_products(legend, layer, renderer, content, products)
    elif content.total.points:
        _hide_title(root.addLayer(layer))
    if boundary is not None:
        group = root.addGroup(tr("Base map features"))
        QgsLegendRenderer.setNodeLegendStyle(group, QgsLegendStyle.Style.Group)
        node = group.addLayer(boundary)
        if boundary.renderer().type() == "singleSymbol":
            QgsMapLayerLegendUtils.setLegendNodeUserLabel(node, 0, tr("Boundary"))
            legend.model().refreshLayerLegend(node)
        _hide_title(node)


def _add_products(
    legend: QgsLayoutItemLegend,
    layer: QgsVectorLayer,
    renderer: QgsCategorizedSymbolRenderer,
    content: Content,
    products: Sequence[Product],
) -> None:
    industries = {product.name: product.industry for product in products}
    groups: dict[str, list[tuple[int, str]]] = {}
    for index, category in enumerate(renderer.categories()):
        name = category.value() if category.value() in industries else None
        count = content.products.get(name)
        if count is None:
            continue
        heading = industries.get(name, tr("Other"))
        groups.setdefault(heading, []).append((index, _line(category.label(), count)))
    root = legend.model().rootGroup()
    for heading, lines in groups.items():
        group = root.addGroup(heading)
        QgsLegendRenderer.setNodeLegendStyle(group, QgsLegendStyle.Style.Group)
        node = group.addLayer(layer)
        QgsMapLayerLegendUtils.setLegendNodeOrder(node, [index for index, _line in lines])
        for index, text in lines:
            QgsMapLayerLegendUtils.setLegendNodeUserLabel(node, index, text)
        _hide_title(node)
        legend.model().refreshLayerLegend(node)


def _hide_title(node: object) -> None:
    QgsLegendRenderer.setNodeLegendStyle(node, QgsLegendStyle.Style.Hidden)


def _line(name: str, count: Count) -> str:
    """Return product, points and scale apart by tabs; further units on lines of their own."""
    first, *others = count.sum_texts() or [""]
    return "|\t\t".join([f"{name}\t{count_text(count.points)}\t{first}", *others])


def total_text(content: Content) -> str:
    """Return the total of points and of scale; several units on a line of their own."""
    heading = tr("Total: {count}").format(count=count_text(content.total.points))
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
        rows.append(f"{name}\t{count_text(count.points)}{sums}")
    if len(shown) < len(ranked):
        rest = sum(count.points for _name, count in ranked[len(shown) :])
        others = tr("Other townships: {count}").format(count=len(ranked) - len(shown))
        rows.append(f"{others}\t{count_text(rest)}")
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
