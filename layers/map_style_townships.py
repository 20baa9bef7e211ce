"""Style «townships»: one circle per township or county, in the middle of its points."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from qgis.core import QgsGeometry

from .labels import label_bubbles
from .map_areas import Missing, area_label, areas_text, measure_of, read_areas
from .map_bubbles import Bubbles, draw_bubbles_of, nested_circles
from .map_content import number_text
from .map_drawing import Drawing, MapGround
from .map_key import made_layer

_WIDEST = (7.0, 14.0)  # mm on A4, at least and at most
_APART = 1.2  # of the distance to the next middle
_COLOUR = "#2f7d5b"


def draw_townships(ground: MapGround) -> Drawing:
    """Draw a circle for the number of bases, or the scale, of each township.

    Raises InputError for a scale in several units.
    """
    level = ground.spec.style.area
    measure = measure_of(ground.content, ground.spec.style.measure)
    areas = read_areas(ground, level)
    missing = Missing(level)
    missing.nameless(areas.pop("", None))
    missing.nowhere({name: area for name, area in areas.items() if not area.places}, False)
    shown = {name: area for name, area in areas.items() if area.places}
    missing.unscaled(measure, shown.values())
    values = {name: value for name, area in shown.items() if (value := measure.value(area.count))}
    rows = [
        (
            shown[name].middle(),
            (
                name,
                shown[name].count.points,
                value,
                area_label(name, number_text(value), ground.spec.county_names),
            ),
        )
        for name, value in values.items()
    ]
    heading = measure.heading(level)
    columns = {"name": str, "bases": int, "figure": float, "label": str}
    layer = made_layer(ground.project, heading, "Point", ground.crs, columns, rows)
    legend = []
    if values:
        bubbles = Bubbles(max(values.values()), _widest(ground, [row[0] for row in rows]))
        diameter = bubbles.expression('"figure"')
        draw_bubbles_of(layer, f"'{level}'", {level: _COLOUR}, diameter)
        label_bubbles(layer, "label", 7.5 * ground.text, diameter)
        circles = bubbles.circles(min(values.values()))
        line = areas_text(len(values), level, measure, sum(values.values()))
        kinds = [(_COLOUR, line)]
        legend.append(nested_circles(ground.project, heading, circles, kinds=kinds))
    return Drawing(
        [layer, *ground.outlines(names=False)],
        [*legend, *ground.outlines_legend()],
        missing.notes,
        missing.messages,
    )


def _widest(ground: MapGround, middles: Sequence[QgsGeometry]) -> float:
    """Return the largest diameter in mm: less where the middles lie close together."""
    low, high = (mm * max(1.0, ground.enlarge * 0.85) for mm in _WIDEST)
    if len(middles) < 2:
        return high
    nearest = [min(one.distance(other) for other in middles if other is not one) for one in middles]
    return min(max(median(nearest) / ground.map_units * _APART, low), high)
