"""Style «townships»: one circle per township or county, in the middle of its points."""

from __future__ import annotations

from .labels import label_bubbles
from .map_areas import Missing, area_label, areas_text, measure_of, read_areas
from .map_bubbles import Bubbles, bubble, draw_bubbles_of, nested_circles
from .map_content import number_text
from .map_drawing import Drawing, LegendGroup, MapGround
from .map_key import key_layer, made_layer

_WIDEST = 14.0  # mm on A4
_SWATCH = 3.6  # mm
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
        grow = max(1.0, ground.enlarge * 0.85)
        bubbles = Bubbles(max(values.values()), _WIDEST * grow)
        diameter = bubbles.expression('"figure"')
        draw_bubbles_of(layer, f"'{level}'", {level: _COLOUR}, diameter)
        label_bubbles(layer, "label", 7.5 * ground.text, diameter)
        circles = bubbles.circles(min(values.values()))
        legend.append(nested_circles(ground.project, heading, circles))
        key = key_layer(ground.project, heading, "Point", [bubble(_COLOUR, _SWATCH)])
        line = areas_text(len(values), level, measure, sum(values.values()))
        legend.append(LegendGroup("", key, [(0, line)]))
    return Drawing(
        [layer, *ground.outlines(names=False)],
        [*legend, *ground.outlines_legend()],
        missing.notes,
        missing.messages,
    )
