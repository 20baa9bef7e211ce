"""Giving a record its point, moving it or taking it away: geometry and columns together."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateTransform,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
)

from ..core.errors import StoreError
from ..core.messages import Message
from ..translation import tr
from .records import to_cgcs2000

MAP = "cgcs2000"  # a point placed on the map has no original in another system


def degrees_of(layer: QgsVectorLayer, geometry: QgsGeometry) -> QgsPointXY | None:
    """Return the first point of a layer's geometry in CGCS2000 degrees; None where there is none.

    Raises QgsCsException where it cannot be transformed.
    """
    if geometry.isNull() or geometry.isEmpty():
        return None
    vertex = geometry.vertexAt(0)
    point, transform = QgsPointXY(vertex.x(), vertex.y()), _transform(layer)
    return point if transform is None else transform.transform(point)


def point_columns(
    point: QgsPointXY | None, source: str = MAP, original: str | None = None
) -> dict[str, str | None]:
    """Return column -> value of what is kept beside a point.

    ``source``, ``original``: system and text of a pair that was typed; a point
    from the map has no text, so that no rule judges the decimals of an older one.
    """
    known = point is not None
    return {
        "coordinate_source": source if known else None,
        "coordinate_original": original if known else None,
    }


def point_changes(
    layer: QgsVectorLayer, point: QgsPointXY | None, source: str = MAP, original: str | None = None
) -> tuple[QgsGeometry, dict[int, str | None]]:
    """Return geometry (CRS of the layer) and field index -> value, for an edit of one's own.

    ``point``: CGCS2000 degrees, None takes the point away.
    """
    geometry = QgsGeometry()
    if point is not None:
        geometry = QgsGeometry.fromPointXY(point)
        transform = _transform(layer)
        if transform is not None:
            geometry.transform(transform, QgsCoordinateTransform.TransformDirection.Reverse)
    fields = layer.fields()
    columns = point_columns(point, source, original)
    return geometry, {fields.lookupField(key): value for key, value in columns.items()}


def place_point(
    layer: QgsVectorLayer,
    fid: int,
    point: QgsPointXY | None,
    source: str = MAP,
    original: str | None = None,
) -> None:
    """Place, move or take away the point of a record, in one edit command.

    ``point``: CGCS2000 degrees. Starts editing where the layer is not being edited;
    saves nothing. Raises StoreError where the record is gone or cannot be edited.
    """
    feature = layer.getFeature(fid)
    if not feature.isValid():
        raise StoreError(
            Message("The record is no longer in the store."),
            Message("Refresh the list and choose another one."),
        )
    start_editing(layer)
    name = feature["subject_name"] or ""
    if point is None:
        words = tr("Take away the point of {name}")
    elif feature.hasGeometry():
        words = tr("Move the point of {name}")
    else:
        words = tr("Place the point of {name}")
    geometry, values = point_changes(layer, point, source, original)
    layer.beginEditCommand(words.format(name=name))
    done = layer.changeGeometry(fid, geometry) and layer.changeAttributeValues(fid, values)
    if not done:
        layer.destroyEditCommand()
        raise StoreError(
            Message("The point of {name} could not be changed.", name=name),
            Message("Save the edits, close other programs that use the store, and try again."),
        )
    layer.endEditCommand()


def start_editing(layer: QgsVectorLayer) -> None:
    """Make a layer editable. Raises StoreError where its file cannot be written."""
    if not layer.isEditable() and not layer.startEditing():
        raise StoreError(
            Message("{name} cannot be edited.", name=layer.name()),
            Message("The file may be read-only: copy the store to a folder that you may write to."),
        )


def _transform(layer: QgsVectorLayer) -> QgsCoordinateTransform | None:
    return to_cgcs2000(layer.crs(), QgsProject.instance().transformContext())
