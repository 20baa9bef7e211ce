"""Whether the edits of a layer may go into the store: rules, conflicts, what triggers refuse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from ..core.edit_rules import edit_errors
from ..core.edits import ADDED, DELETED, Edit, applied
from ..core.masking import masked
from ..core.messages import Message
from ..core.rules import Context
from ..core.schema import DRAFT, SUBMITTED, TRANSITIONS, Record, empty_record
from ..translation import render, tr
from .refusals import (
    BAD_NEW_STATUS,
    BAD_TRANSITION,
    FIXED_UUID,
    KNOWN_UUID,
    REFUSALS,
    STALE_VERSION,
)
from .value_words import column_words

_SHOWN = 3  # records named in one message


class Refusal(NamedTuple):
    """Why one record cannot be saved. ``column`` is None where it is the record itself."""

    title: str
    uuid: str | None
    fid: int
    column: str | None
    message: Message

    @property
    def label(self) -> str:
        """The official name of the column; "" for none."""
        return column_words(self.column) if self.column else ""

    @property
    def text(self) -> str:
        """What is wrong, with the name of the field."""
        said = render(self.message)
        if self.label in said:
            return said
        return tr("{record}: {problems}").format(record=self.label, problems=said)


def title(record: Record) -> str:
    """Return producer, product and village of a record, else its number."""
    parts = [record.get(key) for key in ("subject_name", "product", "village")]
    return " · ".join(part for part in parts if part) or record.get("uuid") or ""


def check_edits(
    edits: Iterable[Edit], stored: dict[int, Record], known: dict[str, Record], context: Context
) -> list[Refusal]:
    """Return why edits are refused; empty where all may be saved.

    ``stored``: fid -> record as the file holds it; ``known``: those that have the uuid of
    a new record.
    """
    edits = list(edits)
    deleted = {edit.uuid for edit in edits if edit.kind == DELETED}
    uses = Counter(edit.uuid for edit in edits if edit.kind == ADDED)
    refused = []
    for edit in edits:
        if edit.kind == ADDED:
            new = applied(edit, empty_record())
            double = uses[edit.uuid] > 1 or (edit.uuid in known and edit.uuid not in deleted)
            found = _new_problems(new, double)
            found += _findings(None, new, set(edit.values) | {"geometry"}, context)
        else:
            old = stored.get(edit.fid)
            new = old or {"uuid": edit.uuid}
            conflict = _conflict(edit, old)
            if conflict is not None:
                found = [(None, conflict)]
            elif edit.kind == DELETED:
                continue
            else:
                new = applied(edit, old)
                touched = {key for key in edit.values if new[key] != old.get(key)}
                found = _change_problems(old, new)
                found += _findings(
                    old, new, touched | ({"geometry"} if edit.moved else set()), context
                )
        refused += [
            Refusal(title(new), new.get("uuid"), edit.fid, column, message)
            for column, message in found
        ]
    return refused


def _findings(old: Record | None, new: Record, touched: set[str], context: Context) -> list[tuple]:
    return [(f.column, masked(f).message) for f in edit_errors(old, new, touched, context)]


def _conflict(edit: Edit, old: Record | None) -> Message | None:
    if old is None:
        return Message("Somebody else has deleted this record: copy what you need, then undo.")
    if old["version"] != edit.version:
        return REFUSALS[STALE_VERSION]
    return None


def _new_problems(new: Record, double: bool) -> list[tuple]:
    found = []
    if double:
        found.append(("uuid", REFUSALS[KNOWN_UUID]))
    if new["status"] not in (None, DRAFT, SUBMITTED):
        found.append(("status", REFUSALS[BAD_NEW_STATUS]))
    return found


def _change_problems(old: Record, new: Record) -> list[tuple]:
    found = []
    if new["uuid"] != old["uuid"]:
        found.append(("uuid", REFUSALS[FIXED_UUID]))
    if new["version"] != old["version"]:
        message = Message("The version is counted by the store: it cannot be changed.")
        found.append(("version", message))
    before, after = old["status"], new["status"]
    if before != after and (before, after) not in TRANSITIONS:
        found.append(("status", REFUSALS[BAD_TRANSITION]))
    return found


def refusal_text(refusals: list[Refusal]) -> str:
    """Return what to do and why, with the names of the first records."""
    records: dict[int, list[Refusal]] = {}
    for refusal in refusals:
        records.setdefault(refusal.fid, []).append(refusal)
    if len(records) == 1:
        said = [tr("A record cannot be saved: correct it and save again, nothing is lost.")]
    else:
        text = tr("{count} records cannot be saved: correct them and save again, nothing is lost.")
        said = [text.format(count=len(records))]
    for found in list(records.values())[:_SHOWN]:
        problems = " ".join(refusal.text for refusal in found)
        named = found[0].title or tr("new record")
        said.append(tr("{record}: {problems}").format(record=named, problems=problems))
    if len(records) > _SHOWN:
        said.append("…")
    return " ".join(said)
