"""Rings round the points of a map that tell how the latest inspection came out (G3)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeature,
    QgsGeometry,
    QgsMarkerSymbol,
    QgsPointXY,
    QgsRendererCategory,
    QgsSimpleMarkerSymbolLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from ..core.inspection_states import Outcome
from ..core.schema import Record
from ..translation import tr
from .inspection_look import MARKS, state_words
from .records import CGCS2000

_WIDER = 1.9  # a ring against the mark of a result alone


def inspection_marks(records: Iterable[Record], outcomes: Mapping[str, Outcome]) -> QgsVectorLayer:
    """Return a layer of rings; its legend says how many of each kind there are."""
    layer = QgsVectorLayer(f"Point?crs={CGCS2000}&field=state:string", tr("Inspection"), "memory")
    counts: Counter[str] = Counter()
    features = []
    for record in records:
        outcome = outcomes.get(record["uuid"])
        if outcome is None or record["lon"] is None:
            continue
        counts[outcome.state] += 1
        feature = QgsFeature(layer.fields())
        feature["state"] = outcome.state
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(record["lon"], record["lat"])))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    categories = []
    for state, word in state_words().items():
        if counts[state]:
            label = f"{word}\t{counts[state]:,}"
            categories.append(QgsRendererCategory(state, _ring(state), label))
    layer.setRenderer(QgsCategorizedSymbolRenderer("state", categories))
    return layer


def _ring(state: str) -> QgsMarkerSymbol:
    colour, shape, size = MARKS[state]
    mark = QgsSimpleMarkerSymbolLayer(shape, size * _WIDER)
    mark.setFillColor(QColor(Qt.GlobalColor.transparent))
    mark.setStrokeColor(QColor(colour))
    mark.setStrokeWidth(0.6)
    symbol = QgsMarkerSymbol()
    symbol.changeSymbolLayer(0, mark)
    return symbol
