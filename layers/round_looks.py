"""How results about rounds look when QGIS loads them: what is due, and who is to be collected.

Copies, as all results: opened read-only.
"""

from __future__ import annotations

from collections.abc import Mapping

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

from ..core.rounds import DUE, FRESH, OVERDUE
from ..core.schema import COLUMNS
from ..core.scope import BELOW, IN_SCOPE, ONLY_IN_TOTAL, OPEN
from ..translation import tr
from .forms import status_labels

UNJUDGED = "unjudged"

_MARKS = {
    OVERDUE: ("#c0392b", Qgis.MarkerShape.Diamond),
    DUE: ("#d98314", Qgis.MarkerShape.Triangle),
    FRESH: ("#1b7f4b", Qgis.MarkerShape.Circle),
    UNJUDGED: ("#8a8f98", Qgis.MarkerShape.Circle),
}
_HIDDEN = ("fid", "uuid", "base_id")
_ACTION = QgsAttributeTableConfig.Type.Action


def state_words() -> dict[str, str]:
    """Return state -> word in the user's language, the most urgent first."""
    return {OVERDUE: tr("overdue"), DUE: tr("due"), FRESH: tr("fresh")}


def verdict_words() -> dict[str, str]:
    """Return verdict -> word in the user's language."""
    return {
        IN_SCOPE: tr("to be collected"),
        ONLY_IN_TOTAL: tr("only in total"),
        BELOW: tr("below"),
        OPEN: tr("open"),
    }


def state_renderer(expression: str, size: float = 3.6) -> QgsCategorizedSymbolRenderer:
    """Return marks by what an expression gives as state, by colour and shape; ``size`` in mm."""
    categories = [_category(state, word, size) for state, word in state_words().items()]
    return QgsCategorizedSymbolRenderer(expression, categories)


def unjudged_category(size: float) -> QgsRendererCategory:
    """Return the mark of what was not judged; ``size`` in mm."""
    return _category(UNJUDGED, tr("not judged yet"), size)


def _category(state: str, word: str, size: float) -> QgsRendererCategory:
    colour, shape = _MARKS[state]
    mark = QgsSimpleMarkerSymbolLayer(shape, size)
    mark.setColor(QColor(colour))
    mark.setStrokeColor(QColor("#ffffff"))
    symbol = QgsMarkerSymbol()
    symbol.changeSymbolLayer(0, mark)
    return QgsRendererCategory(state, symbol, word)


def dress_freshness(layer: QgsVectorLayer, _project: QgsProject | None) -> None:
    """Draw records by state, in words instead of the names of columns."""
    aliases = {
        **{name: COLUMNS[name].label for name in layer.fields().names() if name in COLUMNS},
        "state": tr("State"),
        "last_period": tr("Last collected for"),
        "next_due": tr("Next by"),
        "days": tr("Days left"),
        "reason": tr("Reason"),
    }
    _dress(layer, aliases, {"state": state_words(), "status": status_labels()})
    layer.setDisplayExpression('"subject_name" || \' \' || "reason"')
    layer.setRenderer(state_renderer("state"))


def dress_scope(layer: QgsVectorLayer, _project: QgsProject | None) -> None:
    """Name the columns of producers and thresholds in words."""
    aliases = {
        "producer": COLUMNS["subject_name"].label,
        "product": COLUMNS["product"].label,
        "total": tr("Total"),
        "unit": COLUMNS["scale_unit"].label,
        "threshold": tr("Threshold"),
        "verdict": tr("Verdict"),
        "reason": tr("Reason"),
        "bases": tr("Bases"),
        "records": tr("Records"),
        "missing": tr("Without a usable scale"),
        "largest": tr("Largest record"),
        "tanks": tr("Of it in engineered tanks"),
        "tanks_threshold": tr("Threshold of tanks"),
        "townships": COLUMNS["township"].label,
        "spellings": tr("Taken as one, though written"),
        "similar": tr("Similar, not added"),
    }
    _dress(layer, aliases, {"verdict": verdict_words()})
    layer.setDisplayExpression('"producer" || \' \' || "product" || \' \' || "reason"')


def _dress(
    layer: QgsVectorLayer, aliases: Mapping[str, str], words: Mapping[str, Mapping[str, str]]
) -> None:
    """Name columns and values in words, hide numbers of records, refuse edits."""
    index = layer.fields().indexOf
    for column, alias in aliases.items():
        layer.setFieldAlias(index(column), alias)
    for column, values in words.items():
        entries = [{word: value} for value, word in values.items()]
        setup = QgsEditorWidgetSetup("ValueMap", {"map": entries})
        layer.setEditorWidgetSetup(index(column), setup)
    config = QgsAttributeTableConfig()
    config.update(layer.fields())
    columns = config.columns()
    for column in columns:
        column.hidden = column.name in _HIDDEN or column.type == _ACTION
    config.setColumns(columns)
    layer.setAttributeTableConfig(config)
    layer.setReadOnly(True)
