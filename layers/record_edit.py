"""One record in the edit buffer of the points layer: found, made, changed in one step."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Optional

from qgis.core import (
    NULL,
    QgsCoordinateTransform,
    QgsExpression,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsVectorLayer,
)

from ..core.errors import StoreError
from ..core.messages import Message
from ..translation import tr

Point = Optional[tuple[float, float]]


def find_record(layer: QgsVectorLayer, uuid: str) -> QgsFeature | None:
    """Return the feature of a record as the layer has it now, edits included."""
    request = QgsFeatureRequest(
        QgsExpression(QgsExpression.createFieldEqualityExpression("uuid", uuid))
    ).setLimit(1)
    return next(iter(layer.getFeatures(request)), None)


def geometry_of(point: Point, to_degrees: QgsCoordinateTransform | None) -> QgsGeometry:
    """Return the geometry of (lon, lat) in the CRS that ``to_degrees`` comes from."""
    if point is None:
        return QgsGeometry()
    where = QgsPointXY(*point)
    if to_degrees is not None:
        where = to_degrees.transform(where, QgsCoordinateTransform.TransformDirection.Reverse)
    return QgsGeometry.fromPointXY(where)


def change_record(
    layer: QgsVectorLayer,
    feature: QgsFeature,
    values: Mapping[str, object],
    geometry: QgsGeometry | None,
    title: str,
) -> None:
    """Change a feature in one undoable step; ``geometry`` None leaves it where it is.

    Raises StoreError, with nothing changed.
    """
    layer.beginEditCommand(title)
    done = True
    if geometry is not None:
        done = layer.changeGeometry(feature.id(), geometry)
    if done and values:
        indexes = {layer.fields().indexOf(column): column for column in values}
        new = {i: _stored(values[column]) for i, column in indexes.items()}
        old = {i: feature[column] for i, column in indexes.items()}
        done = layer.changeAttributeValues(feature.id(), new, old)
    _finish(layer, done)


def add_record(layer: QgsVectorLayer, feature: QgsFeature, title: str) -> None:
    """Add a feature in one undoable step. Raises StoreError, with nothing changed."""
    layer.beginEditCommand(title)
    _finish(layer, layer.addFeature(feature))


def _finish(layer: QgsVectorLayer, done: bool) -> None:
    if done:
        layer.endEditCommand()
        layer.triggerRepaint()
        return
    layer.destroyEditCommand()
    raise StoreError(
        Message("The layer {layer} did not take the record.", layer=layer.name()),
        Message("Nothing was changed. Look whether the layer can be edited, then save again."),
    )


def _stored(value: object) -> object:
    return NULL if value is None else value


def edit_title(name: str | None) -> str:
    """Return the name of an edit in QGIS's list of steps that can be undone."""
    return tr("Edit {name}").format(name=name or tr("record"))
