"""The marker of each product: a drawing, in a shape and colour of its industry.

Shapes differ beside colours (circle, square, hexagon), so that the industries
can be told apart without colour. Hues keep apart for colour-blind readers.
"""

from __future__ import annotations

import base64
from functools import cache
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsMarkerSymbol,
    QgsMarkerSymbolLayer,
    QgsSimpleMarkerSymbolLayer,
    QgsSvgMarkerSymbolLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from ..core.products import Product
from ..core.schema import CROPS, FISHERY, LIVESTOCK

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "symbols"

INDUSTRY_COLOURS = {CROPS: "#1b7f4b", LIVESTOCK: "#b5501c", FISHERY: "#1f62a8"}
OTHER_COLOUR = "#5f6368"
SMALLEST_DRAWING = 2.2  # mm; what is smaller is a plain shape
SMALLEST_OUTLINED = 1.2  # mm; outlines of smaller ones would cover what lies under them
_SHAPES = {
    CROPS: Qgis.MarkerShape.Circle,
    LIVESTOCK: Qgis.MarkerShape.Square,
    FISHERY: Qgis.MarkerShape.Hexagon,
}
_INDUSTRY_DRAWINGS = {CROPS: "crops", LIVESTOCK: "livestock", FISHERY: "fishery"}

# Product -> drawing and its tone of the industry's colour.
_DRAWINGS = {
    "豇豆": ("cowpea", "#1b7f4b"),
    "韭菜": ("chives", "#0c5a4c"),
    "芹菜": ("celery", "#5c8f1e"),
    "生猪": ("pig", "#c4606a"),
    "肉牛": ("cattle", "#7a3b12"),
    "肉羊": ("sheep", "#b5501c"),
    "乌鸡": ("silkie", "#5a3a35"),
    "鸡蛋": ("egg", "#d98314"),
    "大口黑鲈": ("bass", "#1f62a8"),
    "乌鳢": ("snakehead", "#17365f"),
    "鳊鱼": ("bream", "#2596be"),
    "大黄鱼": ("croaker", "#5b5fc7"),
}


def industry_colour(industry: str | None) -> QColor:
    """Return the colour of an industry."""
    return QColor(INDUSTRY_COLOURS.get(industry, OTHER_COLOUR))


def product_colour(product: Product | None) -> QColor:
    """Return the colour of a product; one of the county's own takes its industry's."""
    if product is None:
        return QColor(OTHER_COLOUR)
    if product.name in _DRAWINGS:
        return QColor(_DRAWINGS[product.name][1])
    return industry_colour(product.industry)


def product_symbol(product: Product | None, size: float = 4.2) -> QgsMarkerSymbol:
    """Return the marker of a product, ``size`` in mm; None is any other product."""
    layer = _drawing(product, size) if size >= SMALLEST_DRAWING else _shape(product, size)
    layer.setSizeUnit(Qgis.RenderUnit.Millimeters)
    layer.setFillColor(product_colour(product))
    layer.setStrokeColor(QColor("#ffffff"))
    symbol = QgsMarkerSymbol()
    symbol.changeSymbolLayer(0, layer)
    return symbol


def _shape(product: Product | None, size: float) -> QgsMarkerSymbolLayer:
    """Return the industry's shape, for maps with thousands of points."""
    shape = _SHAPES.get(product.industry if product else None, Qgis.MarkerShape.Diamond)
    layer = QgsSimpleMarkerSymbolLayer(shape, size)
    layer.setStrokeWidth(0.1)
    if size < SMALLEST_OUTLINED:
        layer.setStrokeStyle(Qt.PenStyle.NoPen)
    return layer


def _drawing(product: Product | None, size: float) -> QgsMarkerSymbolLayer:
    if product is None:
        drawing = "other"
    elif product.name in _DRAWINGS:
        drawing = _DRAWINGS[product.name][0]
    else:
        drawing = _INDUSTRY_DRAWINGS.get(product.industry, "other")
    return QgsSvgMarkerSymbolLayer(embedded_svg(drawing), size)


@cache
def embedded_svg(drawing: str) -> str:
    """Return a drawing in the form that stays readable without the plugin."""
    content = (FOLDER / f"{drawing}.svg").read_bytes()
    return "base64:" + base64.b64encode(content).decode("ascii")
