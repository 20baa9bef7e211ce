"""Points by township: a colour of its own for each, switched on and off in the legend."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsMarkerSymbol,
    QgsRendererCategory,
    QgsSimpleMarkerSymbolLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ..translation import tr

UNKNOWN_COLOUR = "#9aa0a6"
_GOLDEN_ANGLE = 137.508  # degrees; neighbours in a list get hues far apart
_LIGHTNESS = (0.36, 0.50, 0.62)


def township_colour(position: int) -> QColor:
    """Return the colour of the township at a position of the county's list."""
    hue = (position * _GOLDEN_ANGLE) % 360 / 360
    lightness = _LIGHTNESS[position % len(_LIGHTNESS)]
    # Yellow and green hues look lighter than they are.
    if 0.12 < hue < 0.5:
        lightness -= 0.10
    return QColor.fromHslF(hue, 0.68, lightness)


def county_townships(divisions: Iterable[tuple[str, str]], county: str) -> list[str]:
    """Return the names of a county's townships, in the order of their codes."""
    return [name for code, name in divisions if len(code) == 9 and code.startswith(county)]


def style_townships(layer: QgsVectorLayer, townships: Sequence[str], size: float = 3.4) -> None:
    """Draw points by township; ``size`` in mm.

    Townships that only the records know come after those of the list, records
    without one last, so that no point is left undrawn.
    """
    index = layer.fields().indexOf("township")
    found = {str(value) for value in layer.uniqueValues(index) if isinstance(value, str) and value}
    names = [*dict.fromkeys(townships), *sorted(found - set(townships))]
    categories = [
        QgsRendererCategory(name, _marker(township_colour(position), size), name)
        for position, name in enumerate(names)
    ]
    unknown = _marker(QColor(UNKNOWN_COLOUR), size)
    categories.append(QgsRendererCategory(None, unknown, tr("Township unknown")))
    layer.setRenderer(QgsCategorizedSymbolRenderer("township", categories))


def _marker(colour: QColor, size: float) -> QgsMarkerSymbol:
    mark = QgsSimpleMarkerSymbolLayer(Qgis.MarkerShape.Circle, size)
    mark.setColor(colour)
    mark.setStrokeColor(QColor("#ffffff"))
    mark.setStrokeWidth(0.3)
    symbol = QgsMarkerSymbol()
    symbol.changeSymbolLayer(0, mark)
    return symbol
