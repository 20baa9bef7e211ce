"""One record in the edit buffer of the points layer: found, changed in one undoable step."""

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

from ..core.coordinates import PLACES
from ..core.errors import StoreError
from ..core.messages import Message
from ..core.schema import Record
from ..translation import tr
from .records import record_reader

Point = Optional[tuple[float, float]]  # (lon, lat) in degrees, CGCS2000
GEOMETRY = "geometry"


def find_record(layer: QgsVectorLayer, uuid: str) -> QgsFeature | None:
    """Return the feature of a record as the layer has it now, edits included."""
    request = QgsFeatureRequest(
        QgsExpression(QgsExpression.createFieldEqualityExpression("uuid", uuid))
    ).setLimit(1)
    return next(iter(layer.getFeatures(request)), None)


def _geometry(point: Point, to_degrees: QgsCoordinateTransform | None) -> QgsGeometry:
    """Return the geometry of (lon, lat) in the CRS that ``to_degrees`` comes from."""
    if point is None:
        return QgsGeometry()
    where = QgsPointXY(*point)
    if to_degrees is not None:
        where = to_degrees.transform(where, QgsCoordinateTransform.TransformDirection.Reverse)
    return QgsGeometry.fromPointXY(where)


class RecordDraft:
    """A record while a person edits it: the feature as it was, and where its point is to be.

    Begins as the feature is in the layer, or, ``new``, as it is to be added.
    """

    def __init__(
        self,
        layer: QgsVectorLayer,
        feature: QgsFeature,
        new: bool,
        to_degrees: QgsCoordinateTransform | None = None,
    ) -> None:
        self.layer, self.new = layer, new
        self._to_degrees = to_degrees
        self._read = record_reader(layer.fields(), to_degrees)
        self.take(feature)

    def take(self, feature: QgsFeature) -> None:
        """Begin again with the feature as it is now."""
        self.feature = feature
        self.uuid: str = feature["uuid"]
        self.point = self.point_before = self.point_given = self._point_of(feature)
        self.origin: Record = {}
        before = self._read(feature)
        self.origin_before = before["coordinate_source"], before["coordinate_original"]

    def move(self, point: Point, source: str | None, original: str | None) -> None:
        """Put the point elsewhere; ``source`` and ``original``: system and text it came in."""
        self.point = point and (round(point[0], PLACES), round(point[1], PLACES))
        self.origin = {"coordinate_source": source, "coordinate_original": original}

    def begin_at(self, point: Point) -> None:
        """Put the point of a new record where it was asked for: nothing to be lost yet."""
        self.move(point, "cgcs2000", None)
        self.point_given = self.point

    def stay(self) -> None:
        """Leave the point where it was before it was moved here."""
        self.point, self.origin = self.point_before, {}

    @property
    def moved(self) -> bool:
        """Whether the point is to be saved."""
        return self.point != self.point_before

    @property
    def placed(self) -> bool:
        """Whether a person has given it another point than it was opened with."""
        return self.point != self.point_given

    def find(self) -> QgsFeature | None:
        """Return the feature as the layer has it now."""
        return find_record(self.layer, self.uuid)

    def follow(self, feature: QgsFeature) -> None:
        """Take over what others did to the feature, except for a point that was moved here."""
        point, origin, moved = self.point, self.origin, self.moved
        self.take(feature)
        if moved:
            self.point, self.origin = point, origin

    def clashes(
        self, feature: QgsFeature, changes: Mapping[str, object], stored: Record
    ) -> dict[str, object]:
        """Return column -> their value where others changed what is changed here."""
        theirs = self._read(feature)
        found = {
            column: theirs[column]
            for column, value in changes.items()
            if theirs[column] not in (stored[column], value)
        }
        point = self._point_of(feature)
        if self.moved and point not in (self.point_before, self.point):
            found[GEOMETRY] = point
        return found

    def write(self, changes: Mapping[str, object]) -> None:
        """Put changes and point into the edit buffer as one step.

        Raises StoreError, with nothing changed.
        """
        values = {**changes, **(self.origin if self.moved else {})}
        name = changes.get("subject_name") or self._read(self.feature)["subject_name"]
        feature = self.feature if self.new else self.find()
        if not self.new and not values and not self.moved:
            return
        title = tr("New record {name}") if self.new else tr("Edit {name}")
        self.layer.beginEditCommand(title.format(name=name or ""))
        done = feature is not None and (
            self._add(feature, values) if self.new else self._change(feature, values)
        )
        if done:
            self.layer.endEditCommand()
            self.layer.triggerRepaint()
            return
        self.layer.destroyEditCommand()
        raise StoreError(
            Message("The layer {layer} did not take the record.", layer=self.layer.name()),
            Message("Nothing was changed. Look whether the layer can be edited, then save again."),
        )

    def _add(self, feature: QgsFeature, values: Mapping[str, object]) -> bool:
        for column, value in values.items():
            feature[column] = _stored(value)
        feature.setGeometry(_geometry(self.point, self._to_degrees))
        return self.layer.addFeature(feature)

    def _change(self, feature: QgsFeature, values: Mapping[str, object]) -> bool:
        if self.moved and not self.layer.changeGeometry(
            feature.id(), _geometry(self.point, self._to_degrees)
        ):
            return False
        if not values:
            return True
        columns = {self.layer.fields().indexOf(column): column for column in values}
        new = {index: _stored(values[column]) for index, column in columns.items()}
        old = {index: feature[column] for index, column in columns.items()}
        return self.layer.changeAttributeValues(feature.id(), new, old)

    def _point_of(self, feature: QgsFeature) -> Point:
        record = self._read(feature)
        return None if record["lon"] is None else (record["lon"], record["lat"])


def _stored(value: object) -> object:
    return NULL if value is None else value
