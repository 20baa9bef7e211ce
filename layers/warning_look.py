"""How early warnings look when QGIS loads them: by kind, gatherings above all, numbered.

A copy, as all results: opened read-only.
"""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsEditorWidgetSetup,
    QgsFeatureRequest,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProject,
    QgsRendererCategory,
    QgsSimpleMarkerSymbolLayer,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from ..core import warning_words as words
from ..core.early_warning import COMING, FAILED, GATHERED, KINDS, RETURNED, UNCOLLECTED
from ..core.inspections import INSPECTION_COLUMNS
from ..translation import render, tr
from .labels import halo_format
from .result_tables import dress_table

# Told apart by shape too; several warnings lie on one point: the last ones are drawn on top.
_MARKS = {
    GATHERED: ("#a50026", Qgis.MarkerShape.Star, 6.0),
    FAILED: ("#e0523c", Qgis.MarkerShape.Diamond, 4.4),
    RETURNED: ("#7b3f98", Qgis.MarkerShape.Square, 3.4),
    UNCOLLECTED: ("#d98314", Qgis.MarkerShape.Triangle, 3.4),
    COMING: ("#1b7f4b", Qgis.MarkerShape.Circle, 2.8),
}
_ORDER = " ".join(f"WHEN '{kind}' THEN {len(KINDS) - n}" for n, kind in enumerate(KINDS))


def dress_warnings(layer: QgsVectorLayer, project: QgsProject | None) -> None:
    """Draw warnings by kind, in words instead of the names of columns."""
    names = {
        "kind": render(words.WARNING),
        "gathering": render(words.GATHERING),
        "day": render(words.DAY),
        "days": tr("Days from the day of the warning"),
        "reason": render(words.REASON),
        "items": INSPECTION_COLUMNS["item"].label,
    }
    dress_table(names, hidden=("fid", "uuid", "base_id"))(layer, project)
    kinds = {kind: render(words.KINDS[kind]) for kind in KINDS}
    setup = QgsEditorWidgetSetup("ValueMap", {"map": [{w: kind} for kind, w in kinds.items()]})
    layer.setEditorWidgetSetup(layer.fields().indexOf("kind"), setup)
    layer.setDisplayExpression('concat("subject_name", \' \', "product", \' \', "reason")')
    renderer = QgsCategorizedSymbolRenderer(
        "kind", [QgsRendererCategory(kind, _mark(kind), kinds[kind]) for kind in KINDS]
    )
    order = QgsFeatureRequest.OrderByClause(f'CASE "kind" {_ORDER} END', ascending=True)
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([order]))
    renderer.setOrderByEnabled(True)
    layer.setRenderer(renderer)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(_numbers()))
    layer.setLabelsEnabled(True)


def _mark(kind: str) -> QgsMarkerSymbol:
    colour, shape, size = _MARKS[kind]
    mark = QgsSimpleMarkerSymbolLayer(shape, size)
    mark.setColor(QColor(colour))
    mark.setStrokeColor(QColor("#ffffff"))
    symbol = QgsMarkerSymbol()
    symbol.changeSymbolLayer(0, mark)
    return symbol


def _numbers() -> QgsPalLayerSettings:
    """Return the number of its gathering beside each sample in one."""
    settings = QgsPalLayerSettings()
    settings.fieldName = "gathering"
    settings.placement = Qgis.LabelPlacement.OrderedPositionsAroundPoint
    settings.dist = _MARKS[GATHERED][2] / 2
    settings.distUnits = Qgis.RenderUnit.Millimeters
    settings.setFormat(halo_format(9, "#a50026"))
    return settings
