"""Style «choropleth»: townships or counties in the colours of few round classes."""

from __future__ import annotations

from collections import defaultdict

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsGeometry,
    QgsRendererCategory,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ..core.errors import InputError
from ..core.map_classes import ValueClass, class_of, classify
from ..core.messages import Message
from ..translation import tr
from .labels import label_areas
from .map_areas import TOWNSHIP, Measure, Missing, area_label, areas_text, measure_of, read_areas
from .map_content import number_text
from .map_drawing import Drawing, LegendGroup, MapGround
from .map_key import made_layer
from .map_style_townships import draw_townships
from .township_polygons import county_polygons, township_polygons

_COLOURS = ("#f0f6e2", "#cde5b8", "#9dcf94", "#65b079", "#2f8a5b")
_LINE = {"outline_color": "#6d7470", "outline_width": "0.2", "joinstyle": "round"}
_SMALL = 100  # below it, scales have classes in tenths
_COLUMN = 9  # characters that stay within the first column of a legend
_OVER_BASEMAP = 190  # of 255
_ZERO, _UNKNOWN, _NOT_ASKED = "zero", "unknown", "not asked"


def draw_choropleth(ground: MapGround) -> Drawing:
    """Draw areas by the number of their bases or the sum of their scale.

    Without polygons of townships, one circle per township is drawn, and that is told.
    Raises InputError for a scale in several units, and where no polygon is named.
    """
    level = ground.spec.style.area
    measure = measure_of(ground.content, ground.spec.style.measure)
    try:
        polygons = _polygons(ground, level)
    except InputError as error:
        if level != TOWNSHIP:
            raise
        drawing = draw_townships(ground)
        told = Message("Drawn as one circle per township instead of areas in colours.")
        drawing.messages = [error.message, told, *drawing.messages]
        return drawing
    areas = read_areas(ground, level)
    missing = Missing(level)
    missing.nameless(areas.pop("", None))
    shown = {name: area for name, area in areas.items() if name in polygons}
    missing.nowhere({n: area for n, area in areas.items() if n not in polygons}, True)
    missing.unscaled(measure, shown.values())
    values = {name: measure.value(area.count) for name, area in shown.items()}
    per = _steps(measure, values)
    steps = {name: max(1, round(value * per)) for name, value in values.items() if value}
    classes = classify(list(steps.values()))
    keys, rows = {}, []
    asked = ground.spec.style.region.get(level)
    for name, polygon in polygons.items():
        if name in steps:
            keys[name] = str(class_of(steps[name], classes))
        elif asked not in (None, name):
            keys[name] = _NOT_ASKED
        else:
            keys[name] = _UNKNOWN if values.get(name, 0) is None else _ZERO
        value = values.get(name, 0)
        figure = "" if keys[name] in (_UNKNOWN, _NOT_ASKED) else number_text(value)
        count = shown[name].count.points if name in shown else 0
        label = area_label(name, figure, ground.spec.county_names)
        rows.append((polygon, (name, count, value, label, keys[name])))
    columns = {"name": str, "bases": int, "figure": float, "label": str, "key": str}
    heading = measure.heading(level)
    crs = ground.boundary.crs()
    layer = made_layer(ground.project, heading, "MultiPolygon", crs, columns, rows)
    least = min((value for value in values.values() if value), default=0)
    layer.setRenderer(_renderer(ground, classes, per, least, set(keys.values())))
    label_areas(layer, "label", 7 * ground.text)
    found = defaultdict(list)
    for name, key in keys.items():
        found[key].append(values.get(name) or 0)
    legend = LegendGroup(heading, layer, _lines(layer, found, measure, level))
    return Drawing([layer], [legend], missing.notes, missing.messages)


def _polygons(ground: MapGround, level: str) -> dict[str, QgsGeometry]:
    """Return name -> polygon; raises InputError where there is no layer that names areas."""
    divisions = ground.spec.style.divisions
    if ground.boundary is None:
        raise InputError(
            Message("There is no boundary layer."),
            Message("Give the layer of the county's boundaries as well."),
        )
    if level == TOWNSHIP:
        return township_polygons(ground.boundary, ground.spec.county_names, divisions)
    return county_polygons(ground.boundary, divisions)


def _steps(measure: Measure, values: dict[str, float | None]) -> int:
    """Return the number of steps in 1: classes of small scales go by tenths."""
    largest = max((value for value in values.values() if value), default=0)
    return 1 if not measure.unit or largest >= _SMALL else 10


def _renderer(
    ground: MapGround, classes: list[ValueClass], per: int, least: float, keys: set[str]
) -> QgsCategorizedSymbolRenderer:
    last = len(_COLOURS) - 1
    categories = []
    for number, each in enumerate(classes):
        place = round(number * last / (len(classes) - 1)) if len(classes) > 1 else last // 2
        low, high = number_text(each.low / per), number_text(each.high / per)
        text = low if low == high else f"{low}–{high}"
        if not number and least * per < each.low:  # less than the smallest step
            text = tr("{figure} or less").format(figure=high)
        categories.append(QgsRendererCategory(str(number), _fill(ground, _COLOURS[place]), text))
    if _ZERO in keys:
        categories.append(QgsRendererCategory(_ZERO, _fill(ground, "#ffffff"), "0"))
    if _UNKNOWN in keys:
        categories.append(QgsRendererCategory(_UNKNOWN, _hatch(), tr("No scale given")))
    if _NOT_ASKED in keys:
        symbol = _fill(ground, "#d9dbd8")
        categories.append(QgsRendererCategory(_NOT_ASKED, symbol, tr("Not asked for")))
    return QgsCategorizedSymbolRenderer("key", categories)


def _fill(ground: MapGround, colour: str) -> QgsFillSymbol:
    symbol = QgsFillSymbol.createSimple(_LINE)
    fill = QColor(colour)
    fill.setAlpha(_OVER_BASEMAP if ground.has_basemap else 255)
    symbol.setColor(fill)
    return symbol


def _hatch() -> QgsFillSymbol:
    return QgsFillSymbol.createSimple({**_LINE, "style": "b_diagonal", "color": "#9aa09c"})


def _lines(
    layer: QgsVectorLayer, found: dict[str, list[float]], measure: Measure, level: str
) -> list[tuple[int, str]]:
    """Return each class with the number of its areas and what they come to."""
    categories = layer.renderer().categories()
    # A column of its own, unless a text would stand out of line.
    apart = "\t" if all(len(category.label()) <= _COLUMN for category in categories) else "   "
    lines = []
    for index, category in enumerate(categories):
        values = found[category.value()]
        areas = areas_text(len(values), level, measure, sum(values))
        lines.append((index, f"{category.label()}{apart}{areas}"))
    return lines
