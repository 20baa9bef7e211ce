"""Layers that a style makes: what it draws, and what only its legend shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRenderer,
    QgsField,
    QgsGeometry,
    QgsMapLayer,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType

_TYPES = {int: QMetaType.Type.LongLong, float: QMetaType.Type.Double, str: QMetaType.Type.QString}


def made_layer(
    project: QgsProject,
    name: str,
    kind: str,
    crs: QgsCoordinateReferenceSystem,
    columns: Mapping[str, type],
    rows: Iterable[tuple[QgsGeometry, Sequence[object]]],
) -> QgsVectorLayer:
    """Return a new layer of the project; ``kind``: of its geometries, as Point.

    ``columns``: name -> int, float or str. A row is a geometry in ``crs`` and its values.
    """
    layer = QgsVectorLayer(kind, name, "memory")
    layer.setCrs(crs)
    provider = layer.dataProvider()
    provider.addAttributes([QgsField(column, _TYPES[of]) for column, of in columns.items()])
    layer.updateFields()
    features = []
    for geometry, values in rows:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(geometry)
        feature.setAttributes(list(values))
        features.append(feature)
    provider.addFeatures(features)
    layer.updateExtents()
    return project.addMapLayer(layer)


def made_key(
    project: QgsProject, name: str, kind: str, renderer: QgsFeatureRenderer
) -> QgsVectorLayer:
    """Return a layer without features, of which only the legend shows something."""
    layer = QgsVectorLayer(kind, name, "memory")
    layer.setRenderer(renderer)
    layer.setFlags(layer.flags() | QgsMapLayer.LayerFlag.Private)
    return project.addMapLayer(layer, False)
