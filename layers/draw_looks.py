"""How the producers drawn look when QGIS loads them: by team, numbered along its way.

A copy, as all results: opened read-only.
"""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProject,
    QgsRendererCategory,
    QgsSimpleMarkerSymbolLayer,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from ..core.tables import DRAW_ITEM, TABLES
from ..translation import tr
from .labels import halo_format
from .result_tables import dress_table

# Kept apart by shape too, for readers who see colours alike; more teams begin anew.
_MARKS = (
    ("#1f62a8", Qgis.MarkerShape.Circle),
    ("#c4500c", Qgis.MarkerShape.Square),
    ("#1b7f4b", Qgis.MarkerShape.Triangle),
    ("#8e3f8f", Qgis.MarkerShape.Diamond),
    ("#7a5c00", Qgis.MarkerShape.Pentagon),
    ("#17807e", Qgis.MarkerShape.Hexagon),
    ("#b3273c", Qgis.MarkerShape.Star),
)
_SIZE = 4.2  # mm


def dress_draw(layer: QgsVectorLayer, project: QgsProject | None) -> None:
    """Draw the points by team, each with its number on the way."""
    words = {column.name: column.label for column in TABLES[DRAW_ITEM]}
    dress_table(words, hidden=("fid", "uuid", "base_id"))(layer, project)
    layer.setDisplayExpression('"subject_name" || \' \' || "township"')
    who: dict[int, str] = {}
    for feature in layer.getFeatures():
        who[feature["team"]] = feature["inspectors"]
    categories = [
        QgsRendererCategory(team, _mark(team), _team_words(team, who[team])) for team in sorted(who)
    ]
    layer.setRenderer(QgsCategorizedSymbolRenderer("team", categories))
    layer.setLabeling(QgsVectorLayerSimpleLabeling(_numbers()))
    layer.setLabelsEnabled(True)


def _team_words(team: int, inspectors: str) -> str:
    return tr("Team {team}: {inspectors}").format(team=team, inspectors=inspectors)


def _mark(team: int) -> QgsMarkerSymbol:
    colour, shape = _MARKS[(team - 1) % len(_MARKS)]
    mark = QgsSimpleMarkerSymbolLayer(shape, _SIZE)
    mark.setColor(QColor(colour))
    mark.setStrokeColor(QColor("#ffffff"))
    symbol = QgsMarkerSymbol()
    symbol.changeSymbolLayer(0, mark)
    return symbol


def _numbers() -> QgsPalLayerSettings:
    settings = QgsPalLayerSettings()
    settings.fieldName = "route"
    settings.placement = Qgis.LabelPlacement.OrderedPositionsAroundPoint
    settings.dist = _SIZE / 2 + 0.3
    settings.distUnits = Qgis.RenderUnit.Millimeters
    settings.setFormat(halo_format(8, "#1f2420"))
    return settings
