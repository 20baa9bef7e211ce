"""The styles of printed maps, by name."""

from __future__ import annotations

from .map_drawing import Drawing, MapGround
from .map_style_bubbles import draw_bubbles
from .map_style_choropleth import draw_choropleth
from .map_style_clusters import draw_clusters
from .map_style_heatmap import draw_heatmap
from .map_style_points import draw_points
from .map_style_townships import draw_townships

STYLES = {
    "points": draw_points,
    "clusters": draw_clusters,
    "heatmap": draw_heatmap,
    "bubbles": draw_bubbles,
    "choropleth": draw_choropleth,
    "townships": draw_townships,
}
# Those that need no points, only the township of each record.
AREA_STYLES = ("choropleth", "townships")
MEASURES = ("bases", "scale")
AREAS = ("township", "county")


def draw_map(ground: MapGround) -> Drawing:
    """Draw a map in the style that its spec names."""
    return STYLES[ground.spec.style.name](ground)
