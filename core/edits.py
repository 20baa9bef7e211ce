"""Edits that are not saved yet: of which record, since which version, what they say.

An edit is kept by its record's ``uuid``; ``outcome`` tells what became of it in the store.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from .schema import APPROVED, SUBMITTED, Record

ADDED, CHANGED, DELETED, CLEAN = "added", "changed", "deleted", "clean"
OPEN, DONE, CONFLICT = "open", "done", "conflict"

_COUNTED = frozenset({"version", "updated_at", "updated_by"})  # written along
_FILLED = frozenset({"uuid", "base_id", "status"})  # by the store, where a new record has none


class Edit(NamedTuple):
    """What one edit session wants of one record.

    ``fid`` is the feature's number in that session, ``version`` the record's when it was
    first edited, ``values`` column -> new value, ``point`` (degrees, CGCS2000) counts
    where ``moved``. ``CLEAN``: an earlier edit of this feature was taken back.
    """

    kind: str
    fid: int
    uuid: str | None = None
    version: int | None = None
    values: dict[str, object] = {}
    moved: bool = False
    point: tuple[float, float] | None = None

    def to_json(self) -> dict:
        """Return what the journal holds."""
        found = {"kind": self.kind, "fid": self.fid, "uuid": self.uuid, "version": self.version}
        if self.values:
            found["values"] = self.values
        if self.moved:
            found["point"] = self.point
        return found


def from_json(found: dict) -> Edit:
    """Return an edit of the journal. Raises KeyError, TypeError or ValueError."""
    if found["kind"] not in (ADDED, CHANGED, DELETED, CLEAN):
        raise ValueError(found["kind"])
    point = found.get("point")
    return Edit(
        found["kind"],
        int(found["fid"]),
        found["uuid"],
        found["version"],
        dict(found.get("values", {})),
        "point" in found,
        None if point is None else (float(point[0]), float(point[1])),
    )


def latest(edits: Iterable[Edit]) -> list[Edit]:
    """Return the last state of each feature, without what was taken back."""
    states = {edit.fid: edit for edit in edits}
    return [edit for edit in states.values() if edit.kind != CLEAN]


def applied(edit: Edit, record: Record) -> Record:
    """Return a record as it stands after an edit; empty texts are None."""
    after = dict(record)
    for key, value in edit.values.items():
        after[key] = None if value == "" else value
    if edit.moved:
        after["lon"], after["lat"] = edit.point or (None, None)
    return after


def outcome(edit: Edit, stored: Record | None) -> str:
    """Tell whether an edit is in the store, may still be written, or meets another edit.

    QGIS saves values and point of a record one after the other: with one of the two
    written, the other may still be.
    """
    if edit.kind == DELETED:
        if stored is None:
            return DONE
        return OPEN if stored["version"] == edit.version else CONFLICT
    if stored is None:
        return OPEN if edit.kind == ADDED else CONFLICT
    values = all(_holds(edit, key, stored[key]) for key in edit.values if key in stored)
    point = not edit.moved or (edit.point or (None, None)) == (stored["lon"], stored["lat"])
    if values and point:
        return DONE
    if edit.kind == ADDED:
        return CONFLICT
    written = int(values and bool(edit.values)) + int(point and edit.moved)
    return OPEN if stored["version"] in (edit.version, (edit.version or 0) + written) else CONFLICT


def outcomes(edits: Iterable[Edit], stored: Mapping[str | None, Record]) -> list[tuple[Edit, str]]:
    """Return each edit with its outcome, deletions first; ``stored``: uuid -> record.

    A record that was cut and pasted back is deleted and added under one number.
    """
    ordered = sorted(edits, key=lambda edit: edit.kind != DELETED)
    cut = {edit.uuid: edit for edit in ordered if edit.kind == DELETED}
    pasted = {edit.uuid: edit for edit in ordered if edit.kind == ADDED and edit.uuid in cut}
    found = []
    for edit in ordered:
        held = stored.get(edit.uuid)
        if edit.uuid not in pasted or held is None:
            state = outcome(edit, held)
        elif held["version"] == cut[edit.uuid].version:
            state = OPEN
        else:
            state = outcome(pasted[edit.uuid], held)
        found.append((edit, state))
    return found


def _holds(edit: Edit, key: str, stored: object) -> bool:
    wanted = edit.values[key]
    if key in _COUNTED or same(wanted, stored):
        return True
    if edit.kind == ADDED and key in _FILLED and wanted in (None, ""):
        return True
    # An edit of an approved record makes it submitted again.
    return key == "status" and (wanted, stored) == (APPROVED, SUBMITTED)


def same(a: object, b: object) -> bool:
    """Tell whether two values of a column are one; nothing and an empty text are."""
    if a in (None, "") or b in (None, ""):
        return a in (None, "") and b in (None, "")
    return a == b or str(a) == str(b)
