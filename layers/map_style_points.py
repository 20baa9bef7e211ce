"""Style «points»: every point with the symbol of its product."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsCategorizedSymbolRenderer, QgsVectorLayer

from ..core.products import Product
from ..translation import tr
from . import styling
from .labels import MAX_LABELLED, MAX_OBSTACLES, NUMBER_TEXT, label_points
from .map_areas import place_names
from .map_content import Count
from .map_drawing import Drawing, LegendGroup, MapGround
from .map_legend import count_line

# Points up to which each is a shape of its own in a PDF or SVG; more are one picture
# between the boundaries and the names, so that the file stays small and opens at once.
MAX_DRAWN_APART = 10_000


def draw_points(ground: MapGround) -> Drawing:
    """Draw points by product, or as the layer is where the spec wants that."""
    names = _style(ground) if ground.spec.restyle else []
    notes = []
    if ground.content.covered:
        notes.append(
            tr("Points exactly under another: {count}").format(count=f"{ground.content.covered:,}")
        )
    return Drawing(
        [*names, ground.points, *ground.outlines()],
        [*_legend(ground), *ground.outlines_legend()],
        notes,
    )


def _style(ground: MapGround) -> list[QgsVectorLayer]:
    """Dress the points; return a layer with the townships' names where labels have none."""
    count = ground.content.total.points
    size = styling.marker_size(count / ground.enlarge**2) * max(1.0, ground.enlarge * 0.85)
    styling.style_points(ground.points, ground.products, size=size)
    ground.points.renderer().setForceRasterRender(count > MAX_DRAWN_APART)
    labels, numbers = ground.spec.labels, ground.spec.numbers
    few = count <= MAX_OBSTACLES
    places = ground.bare and few and ground.spec.kind == "distribution"
    label_points(
        ground.points,
        names=numbers or (labels if labels is not None else count <= MAX_LABELLED),
        places=places,
        text=NUMBER_TEXT if numbers else None,
        size=6.5 * ground.text,
        marker=size,
        obstacles=few,
    )
    return [] if places else place_names(ground)


def _legend(ground: MapGround) -> list[LegendGroup]:
    renderer = ground.points.renderer()
    if (
        isinstance(renderer, QgsCategorizedSymbolRenderer)
        and renderer.classAttribute() == "product"
    ):
        return product_groups(ground.points, ground.products, ground.content.products)
    return [LegendGroup("", ground.points)] if ground.content.total.points else []


def product_groups(
    layer: QgsVectorLayer,
    products: Sequence[Product],
    counts: dict[str | None, Count],
) -> list[LegendGroup]:
    """Return the products that occur, by industry, with points and scale.

    ``layer`` has a categorised renderer by product.
    """
    industries = {product.name: product.industry for product in products}
    groups: dict[str, list[tuple[int, str]]] = {}
    for index, category in enumerate(layer.renderer().categories()):
        name = category.value() if category.value() in industries else None
        count = counts.get(name)
        if count is not None:
            heading = industries.get(name, tr("Other"))
            groups.setdefault(heading, []).append((index, count_line(category.label(), count)))
    return [LegendGroup(heading, layer, lines) for heading, lines in groups.items()]
