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
_MARKS = {
    ERROR: ("#c0392b", Qgis.MarkerShape.Diamond),
    WARNING: ("#d98314", Qgis.MarkerShape.Triangle),
}


def dress_records(layer: QgsVectorLayer, project: QgsProject | None) -> None:
    """Draw records by product, with the official names of their columns."""
    tables = project.mapLayersByName(CHOICE_TABLE) if project is not None else []
    default_style(layer, tables[0] if tables else None)
    layer.setReadOnly(True)


def dress_findings(layer: QgsVectorLayer, _project: QgsProject | None) -> None:
    """Draw findings by level, in words instead of the names of columns."""
    words = {ERROR: tr("error"), WARNING: tr("warning")}
    names = {column.label: column.name for column in COLLECTION_POINT}
    index = layer.fields().indexOf
    for column, alias, values in (
        ("level", tr("Level"), {word: level for level, word in words.items()}),
        ("field", tr("Column"), {**names, tr("point"): "geometry"}),
        ("message", tr("Finding"), None),
        ("rule", tr("Rule"), None),
        ("subject_name", COLUMNS["subject_name"].label, None),
        ("township", COLUMNS["township"].label, None),
    ):
        layer.setFieldAlias(index(column), alias)
        if values:
            entries = [{label: value} for label, value in values.items()]
            setup = QgsEditorWidgetSetup("ValueMap", {"map": entries})
            layer.setEditorWidgetSetup(index(column), setup)
    layer.setEditorWidgetSetup(index("uuid"), QgsEditorWidgetSetup("Hidden", {}))
    layer.setAttributeTableConfig(_table(layer))
    layer.setDisplayExpression('"subject_name" || \' \' || "message"')
    categories = []
    for level, (colour, shape) in _MARKS.items():
        mark = QgsSimpleMarkerSymbolLayer(shape, 3.6)
        mark.setColor(QColor(colour))
        mark.setStrokeColor(QColor("#ffffff"))
        symbol = QgsMarkerSymbol()
        symbol.changeSymbolLayer(0, mark)
        categories.append(QgsRendererCategory(level, symbol, words[level]))
    layer.setRenderer(QgsCategorizedSymbolRenderer("level", categories))
    layer.setReadOnly(True)


def _table(layer: QgsVectorLayer) -> QgsAttributeTableConfig:
    config = QgsAttributeTableConfig()
    config.update(layer.fields())
    order = [*_TABLE, "rule"]
    columns = sorted(
        config.columns(), key=lambda c: order.index(c.name) if c.name in order else len(order)
    )
    for column in columns:
        column.hidden = column.name not in order
        column.width = _TABLE.get(column.name, column.width)
    config.setColumns(columns)
    return config
