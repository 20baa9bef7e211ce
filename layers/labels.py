"""Labels of points: the producer's short name, and the township in soft grey."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsLabelObstacleSettings,
    QgsLabelPlacementSettings,
    QgsPalLayerSettings,
    QgsProperty,
    QgsRuleBasedLabeling,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from . import fonts

# Points on a map up to which it is worth the time to name producers, and to keep
# township names off the markers.
MAX_LABELLED, MAX_OBSTACLES = 60, 1000
NUMBER_FIELD = "list_number"
NUMBER_TEXT = f'"{NUMBER_FIELD}"'
# On the screen, producers are named from this scale on.
NAMES_FROM = 50_000

# Above so many records, labels are switched off where none would be drawn (switch_names).
_MANY = 20_000
_SWITCHED_OFF = "origin_trace/names_switched_off"

# Words of legal form that a short name leaves out, longest first.
_LEGAL_FORMS = (
    ("农民专业合作社", "合作社"),
    ("种养殖专业合作社", "合作社"),
    ("专业合作社", "合作社"),
    ("有限责任公司", "公司"),
    ("股份有限公司", "公司"),
    ("有限公司", "公司"),
)
# The list of divisions has stand-ins where a county has no townships.
NO_TOWNSHIP = "直辖村级区划"


def short_name_expression() -> str:
    """Return the expression of a producer's short name."""
    expression = '"subject_name"'
    for long, short in _LEGAL_FORMS:
        expression = f"replace({expression},'{long}','{short}')"
    return expression


def label_points(
    layer: QgsVectorLayer,
    names: bool = True,
    places: bool = False,
    size: float = 7.0,
    marker: float = 4.2,
    obstacles: bool = True,
    from_scale: int | None = None,
    text: str | None = None,
) -> None:
    """Label a points layer with producers and, once each, with townships.

    ``size`` in points, ``marker`` is the symbol's size in mm. Where the division
    list only has a stand-in for a township, villages are named if producers are not.
    ``obstacles``: township names keep off the markers (slow with thousands).
    ``from_scale``: no producers on maps smaller than 1:``from_scale``. ``text``: the
    expression of what stands at a point instead of the producer.
    """
    root = QgsRuleBasedLabeling.Rule(None)
    if places:
        root.appendChild(_place_rule(size, marker, not names))
    if names or obstacles:
        settings = _name_settings(
            text or short_name_expression(), size, marker, 1.5 if names else 0.5
        )
        settings.drawLabels = names  # else markers are there as obstacles only
        settings.scaleVisibility = from_scale is not None
        settings.minimumScale = from_scale or 0
        root.appendChild(QgsRuleBasedLabeling.Rule(settings))
    layer.setLabeling(QgsRuleBasedLabeling(root))
    layer.setLabelsEnabled(names or places)


def label_middles(
    layer: QgsVectorLayer, field: str, size: float, distance: float = 2.0, clear: bool = False
) -> None:
    """Label points, the middles of townships, with the text of ``field``.

    ``size`` in points; where something lies on a point, its label is ``distance`` mm off.
    ``clear``: no label covers an obstacle, it would rather be left out.
    """
    settings = _middle_settings(size, distance, strong=True)
    settings.fieldName = field
    settings.multilineAlign = Qgis.LabelMultiLineAlignment.Center
    if clear:
        where = Qgis.LabelPredefinedPointPosition
        corners = [where.TopRight, where.BottomRight, where.TopLeft, where.BottomLeft]
        around = settings.pointSettings()
        around.setPredefinedPositionOrder([*around.predefinedPositionOrder(), *corners])
        settings.setPointSettings(around)
        settings.setPlacementSettings(QgsLabelPlacementSettings())
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


def label_bubbles(layer: QgsVectorLayer, field: str, size: float, diameter: str) -> None:
    """Write the lines of ``field`` under circles; ``diameter``: their expression in mm."""
    settings = _middle_settings(size, 0, strong=True)
    settings.fieldName = field
    settings.multilineAlign = Qgis.LabelMultiLineAlignment.Center
    where = Qgis.LabelPredefinedPointPosition
    around = settings.pointSettings()
    around.setPredefinedPositionOrder(
        [
            *(where.BottomMiddle, where.MiddleRight, where.TopMiddle, where.MiddleLeft),
            *(where.BottomRight, where.TopRight, where.BottomLeft, where.TopLeft),
            where.OverPoint,
        ]
    )
    settings.setPointSettings(around)
    properties = settings.dataDefinedProperties()
    distance = QgsProperty.fromExpression(f"({diameter}) / 2 + 0.3")
    properties.setProperty(QgsPalLayerSettings.Property.LabelDistance, distance)
    settings.setDataDefinedProperties(properties)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


def label_areas(layer: QgsVectorLayer, field: str, size: float) -> None:
    """Label areas in colours with the lines of ``field``; ``size`` in points."""
    settings = QgsPalLayerSettings()
    settings.fieldName = field
    settings.placement = Qgis.LabelPlacement.Horizontal
    settings.multilineAlign = Qgis.LabelMultiLineAlignment.Center
    settings.setFormat(_name_format(size, strong=True))
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


def be_obstacles(layer: QgsVectorLayer) -> None:
    """Keep the labels of other layers off the symbols of points that bear none."""
    settings = _name_settings(short_name_expression(), 7, 0, 1)
    settings.drawLabels = False
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


def switch_names(layer: QgsVectorLayer, scale: float) -> None:
    """Switch a large layer's names off on maps smaller than they are made for, 1:``scale``.

    QGIS takes as long to find out, point by point, that a name is not to be drawn as to
    draw the points. Labels that a person switched off stay off.
    """
    from_scale = _names_from(layer)
    wanted = not from_scale or scale <= from_scale or layer.featureCount() <= _MANY
    if not wanted and layer.labelsEnabled():
        layer.setLabelsEnabled(False)
        layer.setCustomProperty(_SWITCHED_OFF, True)
    elif wanted and layer.customProperty(_SWITCHED_OFF):
        layer.setLabelsEnabled(True)
        layer.removeCustomProperty(_SWITCHED_OFF)


def _names_from(layer: QgsVectorLayer) -> float:
    """Return the scale from which ``label_points`` set names; 0 where labels are others."""
    labeling = layer.labeling()
    if not isinstance(labeling, QgsRuleBasedLabeling):
        return 0
    rules = labeling.rootRule().children()
    settings = rules[0].settings() if len(rules) == 1 else None
    return settings.minimumScale if settings is not None and settings.scaleVisibility else 0


def label_polygons(
    layer: QgsVectorLayer, field: str, size: float = 8.0, strong: bool = False
) -> None:
    """Label polygons with the text of ``field``, softly or ``strong``."""
    settings = QgsPalLayerSettings()
    settings.fieldName = field
    settings.placement = Qgis.LabelPlacement.Horizontal
    settings.setFormat(_name_format(size, strong))
    settings.centroidInside = True
    settings.priority = 2
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


def _name_settings(text: str, size: float, marker: float, weight: float) -> QgsPalLayerSettings:
    """Names beside markers; ``weight`` is how much markers push labels away."""
    settings = QgsPalLayerSettings()
    settings.fieldName = text
    settings.isExpression = True
    settings.placement = Qgis.LabelPlacement.OrderedPositionsAroundPoint
    settings.dist = marker / 2 + 0.4
    settings.distUnits = Qgis.RenderUnit.Millimeters
    settings.priority = 6
    obstacle = QgsLabelObstacleSettings()
    obstacle.setIsObstacle(True)
    obstacle.setFactor(weight)
    settings.setObstacleSettings(obstacle)
    settings.setFormat(halo_format(size, "#1f2420"))
    return settings


def _place_rule(size: float, marker: float, villages: bool) -> QgsRuleBasedLabeling.Rule:
    """One label per township, in the middle of its points."""
    stand_in = '"village"' if villages else "null"
    place = f'if("township" like \'%{NO_TOWNSHIP}\', {stand_in}, "township")'
    settings = _middle_settings(size + 2.5, marker / 2 + 0.6, strong=False)
    settings.fieldName = place
    settings.isExpression = True
    settings.geometryGeneratorEnabled = True
    settings.geometryGeneratorType = Qgis.GeometryType.Point
    settings.geometryGenerator = f"centroid(collect($geometry, group_by:={place}))"
    rule = QgsRuleBasedLabeling.Rule(settings)
    rule.setFilterExpression(
        f'{place} is not null and "uuid" = '
        f'minimum("uuid", group_by:={place}, filter:=$geometry is not null)'
    )
    return rule


def _middle_settings(size: float, distance: float, strong: bool) -> QgsPalLayerSettings:
    """Names on a point, else around it; ``size`` in points, ``distance`` in mm."""
    settings = QgsPalLayerSettings()
    settings.placement = Qgis.LabelPlacement.OrderedPositionsAroundPoint
    where = Qgis.LabelPredefinedPointPosition
    around = settings.pointSettings()
    around.setPredefinedPositionOrder(
        [where.OverPoint, where.TopMiddle, where.BottomMiddle, where.MiddleLeft, where.MiddleRight]
    )
    settings.setPointSettings(around)
    # Better over a marker than left out.
    degraded = settings.placementSettings()
    degraded.setAllowDegradedPlacement(True)
    settings.setPlacementSettings(degraded)
    settings.dist = distance
    settings.distUnits = Qgis.RenderUnit.Millimeters
    settings.priority = 4
    settings.setFormat(_name_format(size, strong))
    return settings


def halo_format(
    size: float, colour: str, width: float = 0.7, opacity: float = 1.0
) -> QgsTextFormat:
    """Return a text format with a white halo; ``size`` in points, ``width`` in mm."""
    result = QgsTextFormat()
    result.setFont(fonts.font_of(fonts.HEADING))
    result.setSize(size)
    result.setSizeUnit(Qgis.RenderUnit.Points)
    result.setColor(QColor(colour))
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(width)
    halo.setSizeUnit(Qgis.RenderUnit.Millimeters)
    halo.setColor(QColor("#ffffff"))
    halo.setOpacity(opacity)
    result.setBuffer(halo)
    return result


def _name_format(size: float, strong: bool) -> QgsTextFormat:
    """Return the format of place names; ``strong`` to be read over thousands of markers."""
    return halo_format(size, "#1f2420", 0.8) if strong else soft_format(size)


def soft_format(size: float) -> QgsTextFormat:
    """Return the format of place names: grey, with a thin halo that hides no marker."""
    return halo_format(size, "#6f7971", 0.6, 0.8)
