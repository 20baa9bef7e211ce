"""The records of one import in a layer of points, and the layer after others wrote."""

from __future__ import annotations

import json
from collections.abc import Iterable

from qgis.core import QgsExpression, QgsFeatureRequest, QgsVectorLayer


def batch_filter(batch: str, only_new: bool = False) -> str:
    """Return the expression for the records that an import wrote."""
    text = QgsExpression.createFieldEqualityExpression("import_batch", batch)
    return f'{text} AND "version" = 1' if only_new else text


def uuids_filter(uuids: Iterable[str]) -> str:
    """Return the expression for records by their uuid.

    Looked up in a map: with IN, QGIS would compare each record with the whole list.
    """
    text = json.dumps(dict.fromkeys(uuids, 1))
    return f'map_exist(json_to_map({QgsExpression.quotedString(text)}), "uuid")'


def batch_uuids(layer: QgsVectorLayer, batch: str) -> set[str]:
    """Return the uuids that an import wrote, as they are saved."""
    request = QgsFeatureRequest().setFilterExpression(batch_filter(batch))
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    return {feature["uuid"] for feature in layer.dataProvider().getFeatures(request)}


def show_again(layer: QgsVectorLayer) -> None:
    """Let a layer show what was written into its file; its edit buffer stays."""
    layer.dataProvider().reloadData()
    layer.updateExtents()
    layer.dataChanged.emit()
    layer.triggerRepaint()
