"""Putting the edits of an interrupted session back into the edit buffer."""

from __future__ import annotations

from typing import NamedTuple

from qgis.core import QgsFeature, QgsFeatureRequest, QgsGeometry, QgsPointXY, QgsVectorLayer

from ..core.edits import ADDED, CONFLICT, DELETED, DONE, OPEN, Edit, outcome, outcomes
from ..core.errors import StoreError
from ..core.messages import Message
from ..core.schema import Record
from ..translation import tr
from .edit_journal import Interrupted
from .edit_tracker import plain, point_of
from .store_layers import store_path
from .stored_records import file_mark, read_stored


class Item(NamedTuple):
    """One edit of an interrupted session, and what became of it.

    ``state``: OPEN can be restored, or was; DONE stands in the store or the edit buffer
    already; CONFLICT meets another edit of the same record and is left out. ``stored``:
    the record as the file holds it, None where it is not there.
    """

    edit: Edit
    state: str
    stored: Record | None


def look_up(path: str, session: Interrupted) -> list[Item]:
    """Return what may be done with each edit, as the store stands now. Raises StoreError."""
    if file_mark(path).store_id != session.store_id:
        raise StoreError(
            Message("The edits belong to another store: {path}.", path=session.store),
            Message("Open that store and restore them there."),
        )
    stored = read_stored(path, "uuid", {edit.uuid for edit in session.edits if edit.uuid})
    return [
        Item(edit, state, stored.get(edit.uuid)) for edit, state in outcomes(session.edits, stored)
    ]


def replay(layer: QgsVectorLayer, session: Interrupted) -> list[Item]:
    """Put the edits back as one edit command; nothing is saved. Raises StoreError.

    What a save that was cut short has written is left out, so is what stands in the buffer.
    """
    path = store_path(layer)
    items = look_up(path, session)
    if not layer.isEditable() and not layer.startEditing():
        raise StoreError(
            Message("The store {path} cannot be edited now.", path=path),
            Message("The edits are kept. Make the layer editable, then restore them."),
        )
    buffered = _buffered(layer)
    names = [field.name() for field in layer.fields()]
    done = []
    layer.beginEditCommand(tr("Restore interrupted edits"))
    for edit, planned, stored in items:
        state = planned
        if state == OPEN and edit.uuid in buffered:
            state = _in_buffer(edit, buffered[edit.uuid])
        if state == OPEN and not _write(layer, edit, stored, names):
            state = CONFLICT
        done.append(Item(edit, state, stored))
    layer.endEditCommand()
    return done


def _buffered(layer: QgsVectorLayer) -> dict[str, Record | None]:
    """Return uuid -> record as it stands in the buffer; None where it is deleted there."""
    buffer = layer.editBuffer()
    found: dict[str, Record | None] = {}
    fids = {*buffer.changedAttributeValues(), *buffer.changedGeometries(), *buffer.addedFeatures()}
    for feature in layer.getFeatures(sorted(fids)):
        record = {f.name(): plain(v) for f, v in zip(layer.fields(), feature.attributes())}
        record["lon"], record["lat"] = point_of(feature.geometry()) or (None, None)
        found[record["uuid"]] = record
    gone = QgsFeatureRequest().setFilterFids(buffer.deletedFeatureIds())
    for feature in layer.dataProvider().getFeatures(gone):
        found.setdefault(plain(feature["uuid"]), None)
    return found


def _in_buffer(edit: Edit, held: Record | None) -> str:
    """Tell whether the buffer says the same already, or something else."""
    if edit.kind == ADDED and held is None:
        return CONFLICT
    return DONE if outcome(edit, held) == DONE else CONFLICT


def _write(layer: QgsVectorLayer, edit: Edit, held: Record | None, names: list[str]) -> bool:
    values = {names.index(key): value for key, value in edit.values.items() if key in names}
    point = QgsGeometry()
    if edit.point is not None:
        point = QgsGeometry.fromPointXY(QgsPointXY(*edit.point))
    if edit.kind == ADDED:
        feature = QgsFeature(layer.fields())
        for index, value in values.items():
            feature.setAttribute(index, value)
        feature.setGeometry(point)
        return layer.addFeature(feature)
    if edit.kind == DELETED:
        return layer.deleteFeature(held["fid"])
    done = not values or layer.changeAttributeValues(held["fid"], values, {}, True)
    if edit.moved:
        done = layer.changeGeometry(held["fid"], point, True) and done
    return done
