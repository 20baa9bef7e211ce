"""How results of inspections look when QGIS loads them: failed ones stand out, above the others."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsFeatureRequest,
    QgsMarkerSymbol,
    QgsProject,
    QgsRendererCategory,
    QgsSimpleMarkerSymbolLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ..core.inspection_states import FAILED, OPEN, PASSED
from ..core.inspections import INSPECTION_COLUMNS
from ..translation import tr
from .result_tables import dress_table

MARKS = {
    FAILED: ("#c0392b", Qgis.MarkerShape.Diamond, 4.2),
    OPEN: ("#8a8f98", Qgis.MarkerShape.Triangle, 3.4),
    PASSED: ("#1b7f4b", Qgis.MarkerShape.Circle, 2.8),
}
# Several results lie on one point: the failed one is drawn last.
_LAST = f"CASE \"state\" WHEN '{FAILED}' THEN 2 WHEN '{OPEN}' THEN 1 ELSE 0 END"


def state_words() -> dict[str, str]:
    """Return state -> word in the user's language, the worst first."""
    return {FAILED: tr("failed"), OPEN: tr("not told"), PASSED: tr("passed")}


def dress_inspections(layer: QgsVectorLayer, project: QgsProject | None) -> None:
    """Draw results by how they came out, with the official names of their columns."""
    labels = {name: column.label for name, column in INSPECTION_COLUMNS.items()}
    dress_table({**labels, "state": tr("Outcome")}, hidden=("uuid", "base_id"))(layer, project)
    layer.setDisplayExpression("\"subject_name\" || ' ' || coalesce(\"result\", '')")
    categories = []
    for state, word in state_words().items():
        colour, shape, size = MARKS[state]
        mark = QgsSimpleMarkerSymbolLayer(shape, size)
        mark.setColor(QColor(colour))
        mark.setStrokeColor(QColor("#ffffff"))
        symbol = QgsMarkerSymbol()
        symbol.changeSymbolLayer(0, mark)
        categories.append(QgsRendererCategory(state, symbol, word))
    renderer = QgsCategorizedSymbolRenderer("state", categories)
    renderer.setOrderBy(
        QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause(_LAST, ascending=True)])
    )
    renderer.setOrderByEnabled(True)
    layer.setRenderer(renderer)
