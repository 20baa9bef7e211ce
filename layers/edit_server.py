"""Saving edits on a server: nobody overwrites anybody, and what did not get there is told.

QGIS sends only the columns that changed, and reports success where a row was not there for
it any more. So the version that was edited goes with each change, for the triggers to
compare, and after the save the records are read again.
"""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsVectorLayer

from ..core.edits import ADDED, CHANGED, DELETED, Edit
from ..core.errors import StoreError
from ..core.messages import Message
from .stored_records import read_stored


def send_versions(layer: QgsVectorLayer, edits: Iterable[Edit]) -> None:
    """Let QGIS send the version that each changed record had when it was edited."""
    slot = layer.fields().lookupField("version")
    for edit in edits:
        if edit.kind == CHANGED:
            layer.changeAttributeValue(edit.fid, slot, edit.version)


def check_saved(path: str, edits: Iterable[Edit]) -> None:
    """Raise StoreError where an edit that QGIS calls saved is not in the store."""
    edits = [edit for edit in edits if edit.uuid]
    stored = read_stored(path, "uuid", {edit.uuid for edit in edits}, ())
    lost = [edit.uuid for edit in edits if not _is_saved(edit, stored.get(edit.uuid))]
    if lost:
        raise StoreError(
            Message("The server did not take {count} records.", count=len(lost)),
            Message(
                "Somebody else deleted them, or your role does not allow it. The edits are kept "
                "and offered again when the store is opened."
            ),
            ", ".join(lost),
        )


def _is_saved(edit: Edit, stored: dict | None) -> bool:
    if edit.kind == DELETED:
        return stored is None
    if stored is None:
        return False
    return edit.kind == ADDED or stored["version"] != edit.version
