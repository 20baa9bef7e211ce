"""The styles of printed maps, by name."""

from __future__ import annotations

from .map_drawing import Drawing, MapGround
from .map_style_points import draw_points

STYLES = {
    "points": draw_points,
}


def draw_map(ground: MapGround) -> Drawing:
    """Draw a map in the style that its spec names."""
    return STYLES[ground.spec.style.name](ground)
