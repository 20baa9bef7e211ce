"""Style «heatmap»: the density of bases, with round figures in bases per km²."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsColorRampLegendNodeSettings,
    QgsCoordinateTransform,
    QgsFillSymbol,
    QgsGradientColorRamp,
    QgsGradientStop,
    QgsHeatmapRenderer,
    QgsPointXY,
    QgsRendererCategory,
)
from qgis.PyQt.QtGui import QColor

from ..core.density import as_sum, highest_sum, per_area
from ..core.round_figures import FINE, round_down, round_series, round_up
from ..translation import tr
from .map_areas import place_names
from .map_content import number_text
from .map_drawing import Drawing, LegendGroup, MapGround
from .map_key import made_key

# From few bases to many; opacity grows with them, so that the ground shows through.
_COLOURS = ("#fff1b8", "#fdd472", "#f7a440", "#e6692e", "#c22f23", "#7f1024")
_OPACITY = (150, 225)
_RADII = ((60, 13.0), (500, 10.0))  # (points up to, mm on the page)
_RADIUS = 7.5
_CELL = 3  # pixels of the page in one of the surface, which is smooth


def draw_heatmap(ground: MapGround) -> Drawing:
    """Draw the density of points; each counts once, whatever its scale."""
    if not ground.content.total.points:
        return Drawing(ground.outlines(), ground.outlines_legend())
    radius = _radius(ground)  # km
    figures = _figures(ground, radius)
    ramp = _ramp(figures)
    renderer = QgsHeatmapRenderer()
    renderer.setRadius(radius * 1000 / ground.scale_factor)
    renderer.setRadiusUnit(Qgis.RenderUnit.MapUnits)
    renderer.setMaximumValue(as_sum(figures[-1], radius))
    renderer.setRenderQuality(_CELL)
    renderer.setColorRamp(ramp)
    shown = QgsColorRampLegendNodeSettings()
    shown.setMinimumLabel("0")
    shown.setMaximumLabel(_figure(figures[-1]))
    renderer.setLegendSettings(shown)
    ground.points.setRenderer(renderer)
    ground.points.setLabelsEnabled(False)
    return Drawing(
        [*place_names(ground), ground.points, *ground.outlines()],
        [_legend(ground, figures, radius), *ground.outlines_legend()],
    )


def _radius(ground: MapGround) -> float:
    """Return the radius in km: round, and fit to see on the page."""
    count = ground.content.total.points
    size = next((mm for most, mm in _RADII if count <= most), _RADIUS)
    metres = ground.item.scale() * ground.scale_factor / 1000 * size * max(1.0, ground.enlarge)
    return round_down(metres / 1000, (1, 1.5, 2, 3, 5, 7))


def _figures(ground: MapGround, radius: float) -> list[float]:
    """Return the densities that the ramp names, rising; the last one is nowhere exceeded."""
    transform = QgsCoordinateTransform(ground.points.crs(), ground.crs, ground.project)
    factor = ground.scale_factor / 1000
    places = []
    for feature in ground.points.getFeatures():
        if not feature.geometry().isEmpty():
            spot = transform.transform(QgsPointXY(feature.geometry().vertexAt(0)))
            places.append((spot.x() * factor, spot.y() * factor))
    top = round_up(per_area(highest_sum(places, radius) * 1.03, radius), FINE)
    single = per_area(1, radius)
    lower = round_series(min(single, top), top)
    return [*[figure for figure in lower if figure < top * 0.8][1 - len(_COLOURS) :], top]


def _ramp(figures: list[float]) -> QgsGradientColorRamp:
    """Return a ramp that is transparent where there is no base."""
    colours = _spread(len(figures))
    faint = QColor(colours[0])
    faint.setAlpha(0)
    stops = [QgsGradientStop(figures[0] / figures[-1] / 20, _pale(colours[0]))]
    stops += [
        QgsGradientStop(figure / figures[-1], colour)
        for figure, colour in zip(figures[:-1], colours[:-1])
    ]
    return QgsGradientColorRamp(faint, colours[-1], False, stops)


def _pale(colour: QColor) -> QColor:
    result = QColor(colour)
    result.setAlpha(colour.alpha() // 2)
    return result


def _spread(count: int) -> list[QColor]:
    """Return ``count`` colours from few to many."""
    last = len(_COLOURS) - 1
    result = []
    for number in range(count):
        place = last - (count - 1 - number) * last / max(count - 1, 1)
        colour = QColor(_COLOURS[round(place)])
        low, high = _OPACITY
        colour.setAlpha(round(low + (high - low) * place / last))
        result.append(colour)
    return result


def _legend(ground: MapGround, figures: list[float], radius: float) -> LegendGroup:
    categories = []
    for number, colour in enumerate(reversed(_spread(len(figures)))):
        patch = QgsFillSymbol.createSimple({"outline_color": "#8a8a8a", "outline_width": "0.1"})
        patch.setColor(colour)
        categories.append(QgsRendererCategory(number, patch, ""))
    # Figures below 1 are hard to read: then the bases of a larger area are told.
    area = next((area for area in (1, 10, 100) if figures[-1] * area >= 1), 1000)
    heading = tr("Density of bases per km²")
    if area > 1:
        heading = tr("Density of bases per {area} km²").format(area=area)
    renderer = QgsCategorizedSymbolRenderer("", categories)
    key = made_key(ground.project, heading, "Polygon", renderer)
    lines = [
        (number, tr("about {figure}").format(figure=_figure(figure * area)))
        for number, figure in enumerate(reversed(figures))
    ]
    remark = tr(
        "For orientation only, smoothed over|{radius} km round each base; each base|"
        "counts once, whatever its scale."
    ).format(radius=f"{radius:g}")
    return LegendGroup(heading, key, lines, remark)


def _figure(value: float) -> str:
    return number_text(value) if value >= 0.1 else f"{value:g}"
