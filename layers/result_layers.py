"""How results look when QGIS loads them: records found, and findings about them.

Results are copies: they are opened read-only, so that nobody corrects a record
in a layer that is thrown away.
"""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsAttributeTableConfig,
    QgsCategorizedSymbolRenderer,
    QgsEditorWidgetSetup,
    QgsMarkerSymbol,
    QgsProject,
    QgsRendererCategory,
    QgsSimpleMarkerSymbolLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ..core.findings import ERROR, WARNING
from ..core.schema import COLLECTION_POINT, COLUMNS
from ..translation import tr
from .styling import CHOICE_TABLE, default_style

# Columns of findings in the order of the table: what to do stands next to whom.
_TABLE = {"level": 70, "subject_name": 230, "township": 110, "field": 170, "message": 520}
ACCEPTED_LEVEL = "accepted"  # the level of a warning that somebody accepted
_ACCEPTED = {"accepted": 260, "accepted_by": 90, "accepted_at": 150}  # shown where there is one
_MARKS = {
    ERROR: ("#c0392b", Qgis.MarkerShape.Diamond),
    WARNING: ("#d98314", Qgis.MarkerShape.Triangle),
    ACCEPTED_LEVEL: ("#5b8a6b", Qgis.MarkerShape.Circle),
}


def dress_records(layer: QgsVectorLayer, project: QgsProject | None) -> None:
    """Draw records by product, with the official names of their columns."""
    tables = project.mapLayersByName(CHOICE_TABLE) if project is not None else []
    default_style(layer, tables[0] if tables else None)
    layer.setReadOnly(True)


def dress_findings(layer: QgsVectorLayer, _project: QgsProject | None) -> None:
    """Draw findings by level, in words instead of the names of columns."""
    words = {ERROR: tr("error"), WARNING: tr("warning")}
    index = layer.fields().indexOf
    has_accepted = index("level") >= 0 and ACCEPTED_LEVEL in layer.uniqueValues(index("level"))
    if has_accepted:
        words[ACCEPTED_LEVEL] = tr("accepted")
    names = {column.label: column.name for column in COLLECTION_POINT}
    for column, alias, values in (
        ("level", tr("Level"), {word: level for level, word in words.items()}),
        ("field", tr("Column"), {**names, tr("point"): "geometry"}),
        ("message", tr("Finding"), None),
        ("rule", tr("Rule"), None),
        ("fix", tr("Proposed"), None),
        ("accepted", tr("Accepted because"), None),
        ("accepted_by", tr("Accepted by"), None),
        ("accepted_at", tr("Accepted at (UTC)"), None),
        *((c, COLUMNS[c].label, None) for c in ("subject_name", "township", "product")),
        *((c, COLUMNS[c].label, None) for c in ("village", "collector")),
    ):
        layer.setFieldAlias(index(column), alias)
        if values:
            entries = [{label: value} for label, value in values.items()]
            setup = QgsEditorWidgetSetup("ValueMap", {"map": entries})
            layer.setEditorWidgetSetup(index(column), setup)
    layer.setEditorWidgetSetup(index("uuid"), QgsEditorWidgetSetup("Hidden", {}))
    layer.setAttributeTableConfig(_table(layer, _ACCEPTED if has_accepted else {}))
    layer.setDisplayExpression('"subject_name" || \' \' || "message"')
    categories = []
    for level, (colour, shape) in _MARKS.items():
        if level not in words:
            continue
        mark = QgsSimpleMarkerSymbolLayer(shape, 3.6)
        mark.setColor(QColor(colour))
        mark.setStrokeColor(QColor("#ffffff"))
        symbol = QgsMarkerSymbol()
        symbol.changeSymbolLayer(0, mark)
        categories.append(QgsRendererCategory(level, symbol, words[level]))
    layer.setRenderer(QgsCategorizedSymbolRenderer("level", categories))
    layer.setReadOnly(True)


def _table(layer: QgsVectorLayer, more: dict[str, int]) -> QgsAttributeTableConfig:
    config = QgsAttributeTableConfig()
    config.update(layer.fields())
    widths = {**_TABLE, **more}
    order = [*_TABLE, "rule", *more]
    columns = sorted(
        config.columns(), key=lambda c: order.index(c.name) if c.name in order else len(order)
    )
    for column in columns:
        column.hidden = column.name not in order
        column.width = widths.get(column.name, column.width)
    config.setColumns(columns)
    return config
