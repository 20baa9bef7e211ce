"""The edits of a points layer that are not saved yet, followed as they are made."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

from qgis.core import QgsFeature, QgsFeatureRequest, QgsGeometry, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QDate, QDateTime, QObject, Qt, QTimer, QVariant, pyqtSignal

from ..core.edits import ADDED, CHANGED, CLEAN, DELETED, Edit
from ..core.errors import StoreError
from .store_layers import store_path
from .stored_records import read_stored

_MANY = 500  # features that are read faster past QGIS
_COMMAND_MS = 50  # how often to look whether a command that runs has ended


class EditTracker(QObject):
    """Mirrors the edit buffer of a layer by its signals; undo and redo send the same ones.

    What changed is gathered and told once per pause of the event loop, never in the middle
    of an edit command: a run of the field calculator is one piece.
    """

    noted = pyqtSignal(list)  # the Edits of the features touched since the last time

    def __init__(self, layer: QgsVectorLayer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.layer = layer
        self._values: dict[int, dict[int, object]] = {}
        self._points: dict[int, QgsGeometry] = {}
        self._added: set[int] = set()
        self._deleted: set[int] = set()
        self._touched: set[int] = set()
        self._base: dict[int, tuple[str | None, int | None]] = {}  # uuid, version first edited
        self._steps = layer.undoStack().index()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._pause)
        self._names: dict[int, str] = {}

    def signals(self) -> list[tuple]:
        """Return what is to be connected: signals of the layer and their slots."""
        layer = self.layer
        return [
            (layer.attributeValueChanged, self._value_changed),
            (layer.geometryChanged, self._geometry_changed),
            (layer.featureAdded, self._feature_added),
            (layer.featureDeleted, self._feature_deleted),
            (layer.undoStack().indexChanged, self._steps_changed),
            (layer.committedAttributeValuesChanges, self._values_saved),
            (layer.committedGeometriesChanges, self._points_saved),
            (layer.committedFeaturesRemoved, self._removed_saved),
        ]

    # --- what is edited -------------------------------------------------------------

    def flush(self) -> None:
        """Tell now what was touched."""
        self._timer.stop()
        if self._touched:
            touched, self._touched = self._touched, set()
            self.noted.emit(self._edits(touched))

    def sync(self) -> list[Edit]:
        """Read the edit buffer itself, tell what was touched, and return all edits."""
        buffer = self.layer.editBuffer()
        values, points = buffer.changedAttributeValues(), buffer.changedGeometries()
        added, deleted = set(buffer.addedFeatures()), set(buffer.deletedFeatureIds())
        self._steps = self.layer.undoStack().index()
        known = {*self._values, *self._points, *self._added, *self._deleted}
        self._values = {fid: v for fid, v in values.items() if fid not in added}
        self._points = {fid: p for fid, p in points.items() if fid not in added}
        self._added, self._deleted = added, deleted
        now = {*self._values, *self._points, *added, *deleted}
        self._touched |= known ^ now
        self.flush()
        return [edit for edit in self._edits(now) if edit.kind != CLEAN]

    def reset(self) -> None:
        """Forget everything: the buffer is empty."""
        self._timer.stop()
        for held in (self._values, self._points, self._base):
            held.clear()
        for held in (self._added, self._deleted, self._touched):
            held.clear()

    def _edits(self, fids: set[int]) -> list[Edit]:
        if sip.isdeleted(self.layer) or self.layer.editBuffer() is None:
            return []
        buffer = self.layer.editBuffer()
        self._names = self._columns()
        self._read_bases(fids)
        added = buffer.addedFeatures() if fids & self._added else {}
        edits = []
        for fid in fids:
            uuid, version = self._base.get(fid, (None, None))
            if fid in added:
                edits.append(self._new(fid, added[fid]))
            elif fid in self._deleted:
                edits.append(Edit(DELETED, fid, uuid, version))
            else:
                values = self._values.get(fid) if buffer.isFeatureAttributesChanged(fid) else None
                moved = fid in self._points and buffer.isFeatureGeometryChanged(fid)
                point = point_of(self._points[fid]) if moved else None
                kind = CHANGED if values or moved else CLEAN
                edits.append(Edit(kind, fid, uuid, version, self._named(values), moved, point))
        return edits

    def _new(self, fid: int, feature: QgsFeature) -> Edit:
        values = self._named(dict(enumerate(feature.attributes())))
        point = point_of(feature.geometry())
        return Edit(ADDED, fid, values.get("uuid"), None, values, True, point)

    def _named(self, values: dict[int, object] | None) -> dict[str, object]:
        names = self._names
        return {names[i]: plain(v) for i, v in (values or {}).items() if i in names}

    def _columns(self) -> dict[int, str]:
        keys = self.layer.primaryKeyAttributes()
        return {i: f.name() for i, f in enumerate(self.layer.fields()) if i not in keys}

    def _read_bases(self, fids: Iterable[int]) -> None:
        wanted = [fid for fid in fids if fid >= 0 and fid not in self._base]
        if len(wanted) > _MANY:
            with suppress(StoreError):  # said when the edits are saved
                found = read_stored(store_path(self.layer), "fid", wanted, ())
                self._base.update((fid, (r["uuid"], r["version"])) for fid, r in found.items())
                return
        if not wanted:
            return
        fields = self.layer.fields()
        slots = fields.lookupField("uuid"), fields.lookupField("version")
        request = QgsFeatureRequest().setFilterFids(wanted).setSubsetOfAttributes(list(slots))
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
        for feature in self.layer.dataProvider().getFeatures(request):
            uuid, version = (plain(feature.attribute(slot)) for slot in slots)
            self._base[feature.id()] = uuid, version

    # --- signals of the layer -------------------------------------------------------

    def _touch(self, fid: int) -> None:
        if not self._touched:
            self._timer.start(0)
        self._touched.add(fid)

    def _pause(self) -> None:
        if sip.isdeleted(self.layer):
            return
        if self.layer.isEditCommandActive():
            self._timer.start(_COMMAND_MS)
        else:
            self.flush()

    def _value_changed(self, fid: int, index: int, value: object) -> None:
        if fid not in self._added:
            self._values.setdefault(fid, {})[index] = value
        self._touch(fid)

    def _geometry_changed(self, fid: int, geometry: QgsGeometry) -> None:
        if fid not in self._added:
            self._points[fid] = QgsGeometry(geometry)
        self._touch(fid)

    def _steps_changed(self, steps: int) -> None:
        """After an undo: QGIS says nothing where a record has no point again."""
        if steps < self._steps and self.layer.editBuffer() is not None:
            moved = self.layer.editBuffer().isFeatureGeometryChanged
            for fid in [fid for fid in self._points if not moved(fid)]:
                del self._points[fid]
                self._touch(fid)
        self._steps = steps

    def _feature_added(self, fid: int) -> None:
        if fid in self._deleted:  # its deletion was undone
            self._deleted.discard(fid)
        elif fid < 0:  # others were just saved
            self._added.add(fid)
        self._touch(fid)

    def _feature_deleted(self, fid: int) -> None:
        if fid in self._added:
            self._added.discard(fid)
        elif fid >= 0:
            self._deleted.add(fid)
        self._touch(fid)

    # A save that fails half-way has written the parts told of here.

    def _values_saved(self, _layer: str, saved: dict) -> None:
        self._part_saved(self._values, saved)

    def _points_saved(self, _layer: str, saved: dict) -> None:
        self._part_saved(self._points, saved)

    def _part_saved(self, held: dict, saved: Iterable[int]) -> None:
        for fid in saved:
            held.pop(fid, None)
            self._base.pop(fid, None)
            self._touch(fid)

    def _removed_saved(self, _layer: str, fids: list[int]) -> None:
        for fid in fids:
            self._deleted.discard(fid)
            for held in (self._values, self._points, self._base):
                held.pop(fid, None)
            self._touch(fid)


def plain(value: object) -> object:
    """Return a field's value as JSON can hold it; nothing is None."""
    if isinstance(value, QVariant):
        if value.isNull():
            return None
        value = value.value()
    if isinstance(value, (QDate, QDateTime)):
        return value.toString(Qt.DateFormat.ISODate) if value.isValid() else None
    return value if value is None or isinstance(value, (str, int, float)) else str(value)


def point_of(geometry: QgsGeometry) -> tuple[float, float] | None:
    """Return x and y of a point, None where there is none."""
    if geometry.isNull() or geometry.isEmpty():
        return None
    vertex = geometry.vertexAt(0)
    return vertex.x(), vertex.y()
