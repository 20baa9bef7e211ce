"""Pasted and duplicated records: each becomes a record of its own before it is saved.

A copy of a saved record has its time of saving (``updated_at``); a new one has none. QGIS
gives it another number by itself, or not. What was cut and pasted back is the same record
and gets its own number back.
"""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsFeatureRequest, QgsVectorLayer

from ..core.identity import new_uuid
from ..core.schema import APPROVED, DRAFT, RETURNED, SUBMITTED
from .edit_tracker import plain

_MARK = ("base_id", "period", "version", "updated_at")  # no two saved records share all
_READ = (*_MARK, "uuid", "status")
# What was said of the original and is not yet true of the copy.
_EMPTIED = (
    "updated_at",
    "import_batch",
    "original_values",
    "confirmed_on",
    "confirmed_how",
    "return_reason",
    "return_deadline",
)


def separate_copies(layer: QgsVectorLayer, fids: Iterable[int] | None = None) -> int:
    """Give new features that are copies, or have no number, their own; return how many.

    ``fids``: which of the new features to look at, None for all.
    """
    buffer = layer.editBuffer()
    added = buffer.addedFeatures() if buffer is not None else {}
    if fids is not None:
        added = {fid: added[fid] for fid in fids if fid in added}
    slots = {f.name(): i for i, f in enumerate(layer.fields())}
    cut: dict[tuple, str] | None = None
    changes: dict[int, dict[str, object]] = {}
    for fid, feature in added.items():
        values = {key: plain(feature.attribute(slots[key])) for key in _READ}
        if values["updated_at"] is not None:
            cut = _cut(layer) if cut is None else cut
            uuid = cut.pop(_mark(values), None)  # pasted twice, the second is a copy
            changes[fid] = _copied() if uuid is None else _moved(uuid, values["status"])
        elif values["uuid"] is None:
            changes[fid] = {"uuid": new_uuid()}
    for fid, new in changes.items():
        numbered = {slots[key]: value for key, value in new.items() if key in slots}
        layer.changeAttributeValues(fid, numbered, {}, True)
    return len(changes)


def _cut(layer: QgsVectorLayer) -> dict[tuple, str]:
    """Return the numbers of the records that the person deleted, by their marks."""
    fids = layer.editBuffer().deletedFeatureIds()
    request = QgsFeatureRequest().setFilterFids(fids).setFlags(QgsFeatureRequest.Flag.NoGeometry)
    gone = layer.dataProvider().getFeatures(request)
    return {_mark({k: plain(f[k]) for k in _MARK}): plain(f["uuid"]) for f in gone}


def _mark(values: dict[str, object]) -> tuple:
    return tuple(values[key] for key in _MARK)


def _copied() -> dict[str, object]:
    return {
        **dict.fromkeys(_EMPTIED),
        "uuid": new_uuid(),
        "base_id": new_uuid(),
        "status": DRAFT,
        "version": 1,
    }


def _moved(uuid: str, status: object) -> dict[str, object]:
    status = {APPROVED: SUBMITTED, RETURNED: DRAFT}.get(status, status)
    return {"uuid": uuid, "updated_at": None, "status": status}
