"""Style «bubbles»: circles whose areas are as the scale of the bases, unit by unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from qgis.core import NULL, QgsExpression

from ..core.schema import CROPS, FISHERY, LIVESTOCK, SCALE_UNITS
from ..core.units import in_official_unit
from ..translation import tr
from .map_areas import place_names
from .map_bubbles import Bubbles, draw_bubbles_of, nested_circles
from .map_content import Count
from .map_drawing import Drawing, LegendGroup, MapGround
from .map_legend import count_line
from .map_style_points import MAX_DRAWN_APART
from .symbols import INDUSTRY_COLOURS, OTHER_COLOUR

_DIAMETERS = ((40, 12.0), (200, 9.0), (1000, 7.5))  # (points up to, mm on A4)
_DIAMETER = 6.5
_SCALE = '"scale"'
# Different units are not to be compared, so no two of them share a colour.
_COLOURS = {
    ("亩", CROPS): INDUSTRY_COLOURS[CROPS],
    ("亩", FISHERY): INDUSTRY_COLOURS[FISHERY],
    ("头", LIVESTOCK): INDUSTRY_COLOURS[LIVESTOCK],
    ("只", LIVESTOCK): "#8f3f86",
}
_OTHER_COLOURS = ("#9a7d0a", "#2f8f8f", OTHER_COLOUR)


@dataclass
class _Scales:
    """What is drawn: units as written -> official unit and factor; groups by unit and industry."""

    units: dict[str, tuple[str, float]] = field(default_factory=dict)
    amounts: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    groups: dict[tuple[str, str], Count] = field(default_factory=lambda: defaultdict(Count))
    stopped: int = 0
    missing: int = 0


def draw_bubbles(ground: MapGround) -> Drawing:
    """Draw a circle for each base with a scale; the others are told in the notes."""
    scales = _read(ground)
    grow = max(1.0, ground.enlarge * 0.85)
    count = ground.content.total.points
    widest = next((mm for most, mm in _DIAMETERS if count <= most), _DIAMETER) * grow
    sizes = {unit: Bubbles(max(found), widest) for unit, found in scales.amounts.items()}
    colours = _colours(scales.groups)
    draw_bubbles_of(
        ground.points,
        f"({_unit(scales)}) || ' ' || ({_industry(ground)})",
        {" ".join(key): colour for key, colour in colours.items()},
        _diameter(scales, sizes),
    )
    ground.points.setLabelsEnabled(False)
    ground.points.renderer().setForceRasterRender(count > MAX_DRAWN_APART)
    notes = []
    if scales.stopped:
        text = tr("Bases that have stopped (scale 0), not shown: {count}")
        notes.append(text.format(count=f"{scales.stopped:,}"))
    if scales.missing:
        text = tr("Bases without a scale, not shown: {count}")
        notes.append(text.format(count=f"{scales.missing:,}"))
    return Drawing(
        [*place_names(ground), ground.points, *ground.outlines()],
        [*_legend(ground, scales, sizes, colours), *ground.outlines_legend()],
        notes,
    )


def _read(ground: MapGround) -> _Scales:
    industries = {product.name: product.industry for product in ground.products}
    scales = _Scales({unit: (unit, 1.0) for unit in SCALE_UNITS})
    for feature in ground.points.getFeatures():
        if feature.geometry().isEmpty():
            continue
        scale, unit = feature["scale"], feature["scale_unit"]
        amount = None if NULL in (scale, unit) else in_official_unit(scale, unit)
        if amount is None:
            scales.missing += 1
        elif not amount[0]:
            scales.stopped += 1
        else:
            scales.units[unit] = (amount[1], in_official_unit(1.0, unit)[0])
            scales.amounts[amount[1]].append(amount[0])
            industry = industries.get(feature["product"], "")
            scales.groups[amount[1], industry].add(scale, unit)
    return scales


def _colours(groups: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Return unit and industry -> colour, in the order of the legend."""
    order = [*_COLOURS, *sorted(set(groups) - set(_COLOURS))]
    others = iter(_OTHER_COLOURS)
    return {key: _COLOURS.get(key) or next(others, OTHER_COLOUR) for key in order if key in groups}


def _unit(scales: _Scales) -> str:
    """Return the expression of a record's official unit; NULL where nothing is to be drawn."""
    whens = " ".join(
        f'WHEN "scale_unit" = {_text(written)} THEN {_text(unit)}'
        for written, (unit, _factor) in scales.units.items()
    )
    return f'CASE WHEN coalesce("scale", 0) <= 0 THEN NULL {whens} END'


def _industry(ground: MapGround) -> str:
    """Return the expression of a record's industry."""
    whens = " ".join(
        f'WHEN "product" = {_text(product.name)} THEN {_text(product.industry)}'
        for product in ground.products
    )
    return f"CASE {whens} ELSE '' END"


def _diameter(scales: _Scales, sizes: dict[str, Bubbles]) -> str:
    """Return the expression of a circle's diameter."""
    whens = " ".join(
        f'WHEN "scale_unit" = {_text(written)} '
        f"THEN {sizes[unit].expression(f'{factor:.12g} * {_SCALE}')}"
        for written, (unit, factor) in scales.units.items()
        if unit in sizes
    )
    return f"CASE {whens} ELSE 0 END" if whens else "0"


def _text(value: str) -> str:
    return QgsExpression.quotedString(value)


def _legend(
    ground: MapGround,
    scales: _Scales,
    sizes: dict[str, Bubbles],
    colours: dict[tuple[str, str], str],
) -> list[LegendGroup]:
    """Return the sizes of each unit, and under them its industries with their figures."""
    legend = []
    for unit in dict.fromkeys(unit for unit, _industry in colours):
        heading = tr("Scale in {unit}").format(unit=unit)
        circles = sizes[unit].circles(min(scales.amounts[unit]))
        kinds = [
            (colour, count_line(industry or tr("Other"), scales.groups[unit, industry]))
            for (of, industry), colour in colours.items()
            if of == unit
        ]
        legend.append(nested_circles(ground.project, heading, circles, kinds=kinds))
    return legend
