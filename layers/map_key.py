"""Layers that a style makes: what it draws, and what only its legend shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsMapLayer,
    QgsProject,
    QgsRendererCategory,
    QgsSymbol,
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


def key_layer(
    project: QgsProject, name: str, kind: str, symbols: Sequence[QgsSymbol]
) -> QgsVectorLayer:
    """Return a layer without features whose legend entries are ``symbols``, in their order."""
    layer = QgsVectorLayer(kind, name, "memory")
    categories = [QgsRendererCategory(n, symbol, "") for n, symbol in enumerate(symbols)]
    layer.setRenderer(QgsCategorizedSymbolRenderer("", categories))
    layer.setFlags(layer.flags() | QgsMapLayer.LayerFlag.Private)
    return project.addMapLayer(layer, False)
