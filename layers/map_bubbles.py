"""Circles whose areas are as amounts, and the legend of their sizes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsDataDefinedSizeLegend,
    QgsFeatureRequest,
    QgsMarkerSymbol,
    QgsProject,
    QgsProperty,
    QgsRendererCategory,
    QgsSimpleMarkerSymbolLayer,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ..core.round_figures import FINE, round_down, round_up
from ..translation import tr
from .map_content import number_text
from .map_drawing import LegendGroup
from .map_key import made_key

SMALLEST = 0.9  # mm; what is smaller could not be seen
_SHARES = (0.3, 0.06)  # of the largest: further circles of the legend
_OPACITY = 165  # of 255
_SWATCH = 3.6  # mm
_SIZE_ENTRY = 1  # the legend entries of a layer with sizes: their title, the circles


class Bubbles:
    """The sizes of the circles of one unit.

    ``top``: the round amount whose circle has the diameter ``widest``, in mm. Circles of
    ``least`` and below are alike, since they could not be seen else.
    """

    def __init__(self, largest: float, widest: float) -> None:
        self.top = round_up(largest, FINE)
        self.widest = widest
        self.least = round_up(self.top * (SMALLEST / widest) ** 2, FINE)

    def diameter(self, amount: float) -> float:
        """Return the diameter of an amount in mm."""
        return self.widest * sqrt(max(amount, self.least) / self.top)

    def expression(self, amount: str) -> str:
        """Return the QGIS expression of the diameter; ``amount`` is that of the amount."""
        return f"{self.widest:.6g} * sqrt(max({amount}, {self.least:.10g}) / {self.top:.10g})"

    def circles(self, smallest: float) -> list[tuple[float, str]]:
        """Return diameters and round amounts, falling, for a legend; ``smallest``: on the map."""
        shown = [self.top]
        for share in _SHARES:
            figure = round_down(self.top * share)
            if figure > max(smallest, self.least) * 1.3:
                shown.append(figure)
        result = [(self.diameter(figure), number_text(figure)) for figure in shown]
        if smallest <= self.least:
            least = tr("{figure} or less").format(figure=number_text(self.least))
            result.append((self.diameter(self.least), least))
        return result


def draw_bubbles_of(
    layer: QgsVectorLayer, kind: str, colours: Mapping[str, str], diameter: str
) -> None:
    """Draw points as circles, large ones under small ones.

    ``kind``: the expression whose values are the keys of ``colours``; what has none of
    them is not drawn. ``diameter``: the expression of the diameter in mm.
    """
    categories = []
    for value, colour in colours.items():
        symbol = bubble(colour, 4)
        symbol.setDataDefinedSize(QgsProperty.fromExpression(diameter))
        categories.append(QgsRendererCategory(value, symbol, value))
    renderer = QgsCategorizedSymbolRenderer(kind, categories)
    clause = QgsFeatureRequest.OrderByClause(diameter, False)
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([clause]))
    renderer.setOrderByEnabled(True)
    layer.setRenderer(renderer)


def bubble(colour: str, diameter: float) -> QgsMarkerSymbol:
    """Return a circle through which others can be seen; ``diameter`` in mm."""
    symbol = _circle(colour, _OPACITY, "#ffffff")
    symbol.setSize(diameter)
    return symbol


def _circle(colour: str, opacity: int, stroke: str) -> QgsMarkerSymbol:
    circle = QgsSimpleMarkerSymbolLayer(Qgis.MarkerShape.Circle)
    fill = QColor(colour)
    fill.setAlpha(opacity)
    circle.setFillColor(fill)
    circle.setStrokeColor(QColor(stroke))
    circle.setStrokeWidth(0.18)
    symbol = QgsMarkerSymbol()
    symbol.changeSymbolLayer(0, circle)
    symbol.setScaleMethod(Qgis.ScaleMethod.ScaleDiameter)
    return symbol


def nested_circles(
    project: QgsProject,
    heading: str,
    circles: Sequence[tuple[float, str]],
    remark: str = "",
    kinds: Sequence[tuple[str, str]] = (),
) -> LegendGroup:
    """Return a legend of circles in each other, and under them what colours mean.

    ``circles``: diameter in mm and words; ``kinds``: colour and words.
    """
    symbol = _circle("#ffffff", 0, "#566057")
    size = QgsProperty.fromExpression(f"{_SWATCH}")  # without one, QGIS shows no sizes
    symbol.setDataDefinedSize(size)
    legend = QgsDataDefinedSizeLegend()
    legend.setLegendType(QgsDataDefinedSizeLegend.LegendType.LegendCollapsed)
    legend.setSymbol(symbol.clone())
    legend.setClasses([QgsDataDefinedSizeLegend.SizeClass(*each) for each in circles])
    categories = []
    for number, (colour, _words) in enumerate(kinds):
        swatch = bubble(colour, _SWATCH)
        swatch.setDataDefinedSize(size)
        categories.append(QgsRendererCategory(number, swatch, ""))
    if categories:
        renderer = QgsCategorizedSymbolRenderer("", categories)
        renderer.setSourceSymbol(symbol)
    else:
        renderer = QgsSingleSymbolRenderer(symbol)
    renderer.setDataDefinedSizeLegend(legend)
    layer = made_key(project, heading, "Point", renderer)
    words = [(_SIZE_ENTRY + number, text) for number, (_colour, text) in enumerate(kinds, 1)]
    return LegendGroup(heading, layer, [(_SIZE_ENTRY, ""), *words], remark)
