"""The plan of an import of inspections: kept all of them, joined to producers where known.

An inspection is known by its report and item, or by day, product, item and agency; rows that
have these in common are told apart by what they say, then by the producer's name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field

from .findings import ERROR, INFO, WARNING
from .identity import new_uuid
from .inspection_joins import Joined, Producers, near_names
from .inspections import INSPECTION_COLUMNS, REPORTED, place_in
from .messages import Message
from .outcomes import ADDED, REFUSED, UNCHANGED, UPDATED
from .producers import producer_key
from .schema import Record
from .table_plan import Pairing, TablePlan, TableRow, changed, once

JOIN = ("base_id", "uuid")


@dataclass
class Asked:
    """One row with what is known beside its values: the place in words, file and sheet."""

    row: TableRow
    place: str
    file: str
    sheet: str
    joined: Joined = field(default_factory=lambda: Joined(False))


@dataclass
class InspectionPlan(TablePlan):
    """The plan with the rows whose producer is not known, and what was joined only now."""

    unmatched: list[Asked] = field(default_factory=list)
    proposals: Mapping[str, tuple[Record, ...]] = field(default_factory=dict)
    joined_later: int = 0


def plan_inspections(
    asked: list[Asked], held: list[dict], producers: Producers, stamp: dict
) -> InspectionPlan:
    """Plan the rows of all sheets against the inspections of the store."""
    plan = InspectionPlan(held, [dict(each) for each in held])
    groups: dict[Hashable, tuple[dict, dict]] = defaultdict(lambda: ({}, {}))
    for number, each in enumerate(held):
        groups[_report(each)][1][number] = each
    for each in asked:
        values = each.row.values
        each.joined = producers.join(values["subject_name"], values["product"], each.place)
    for number in once([each.row for each in asked], _said, plan):
        values = asked[number].row.values
        groups[_report(values)][0][number] = values
    for read, known in groups.values():
        pairing = _paired(read, known, {n for n in read if asked[n].joined.joined})
        doubtful = {_name(each) for each in pairing.held.values()}
        for number in read:
            _take(asked[number], pairing.pairs.get(number), doubtful, plan, stamp)
    _join_later(plan, producers)
    plan.unmatched = [each for each in asked if not each.joined.joined]
    plan.proposals = producers.like(
        {each.row.values["subject_name"] for each in plan.unmatched} - {None}
    )
    for each in plan.unmatched:
        _tell_unmatched(each, candidates(plan, each))
    return plan


def candidates(plan: InspectionPlan, each: Asked) -> tuple[Record, ...]:
    """Return the records of producers that an unmatched row may be about."""
    return each.joined.candidates or plan.proposals.get(each.row.values["subject_name"], ())


def _report(values: dict) -> Hashable:
    if values["report_number"]:
        return values["report_number"], values["item"]
    return tuple(values[key] for key in ("inspected_on", "product", "item", "agency", "kind"))


def _said(values: dict) -> tuple:
    return tuple(values[key] for key in REPORTED)


def _name(values: dict) -> str | None:
    return producer_key(values["subject_name"]) if values["subject_name"] else None


def _named_product(values: dict) -> tuple | None:
    name = _name(values)
    return name and (name, values["product"])


def _paired(read: dict[int, dict], known: dict[int, dict], joined: set[int]) -> Pairing:
    """Pair the rows of one report; ``joined``: those whose producer is known."""
    pairing = Pairing(read, known)
    pairing.by(_said, alike=True)
    pairing.by(_named_product)
    pairing.by(_name)
    # A name that was corrected: the earlier one was nobody's.
    for number in sorted(joined & pairing.rows.keys()):
        name = pairing.rows[number]["subject_name"]
        near = [
            other
            for other, each in pairing.held.items()
            if each["base_id"] is None
            and each["uuid"] is None
            and near_names(each["subject_name"], name)
        ]
        if len(near) == 1:
            pairing.by(lambda _values: (), rows={number}, held=set(near))
    return pairing


def _take(
    each: Asked, held: int | None, doubtful: set[str | None], plan: InspectionPlan, stamp: dict
) -> None:
    """Decide on one row and note it in the plan.

    ``held``: number of the inspection that it is; ``doubtful``: producers of others it may be.
    """
    row, joined = each.row, each.joined
    if held is not None:
        outcome = _compare(row, joined, plan.table[held], stamp)
    elif _name(row.values) in doubtful:
        row.say(
            ERROR,
            Message(
                "The store holds several results of this producer and item on this day, and "
                "which of them changed cannot be told: it was not imported. Give the number of "
                "the report, or import the whole sheet."
            ),
        )
        outcome = REFUSED
    else:
        made = {**row.values, "id": new_uuid(), "source_file": each.file, **stamp}
        plan.table.append({**made, "base_id": joined.base_id, "uuid": joined.uuid})
        outcome = ADDED
    plan.outcomes[(row.sheet, row.number)] = outcome


def _compare(row: TableRow, joined: Joined, held: dict, stamp: dict) -> str:
    """Bring what a row changes into an inspection of the plan's table."""
    found = changed(row, held, REPORTED)
    said = [key for key in found if key in REPORTED]
    if "result" in found and row.values["passed"] is None:
        found["passed"] = None  # it followed from the result before
    if {"subject_name", "product"} & found.keys() or not (held["base_id"] or held["uuid"]):
        found.update(
            (key, value)
            for key, value in zip(JOIN, (joined.base_id, joined.uuid))
            if value != held[key]
        )
    if not found:
        return UNCHANGED
    if said:
        labels = "、".join(INSPECTION_COLUMNS[key].label for key in said)
        level = WARNING if "passed" in found else INFO
        row.say(level, Message("Changed: {changes}.", changes=labels))
    held.update(found, **stamp)
    return UPDATED


def _join_later(plan: InspectionPlan, producers: Producers) -> None:
    """Join what is kept without a producer, where the store has come to know the producer."""
    for each in plan.table[: len(plan.before)]:
        if each["base_id"] is None and each["uuid"] is None:
            place = place_in(each["remarks"])
            joined = producers.join(each["subject_name"], each["product"], place)
            if joined.base_id or joined.uuid:
                each.update(zip(JOIN, (joined.base_id, joined.uuid)))
                plan.joined_later += 1


def _tell_unmatched(each: Asked, found: tuple[Record, ...]) -> None:
    if each.row.values["subject_name"] is None:
        return
    names = "、".join(dict.fromkeys(producer_words(record) for record in found))
    if each.joined.candidates:
        message = Message(
            "The store has {names}: which of them is meant is not told, so it was not joined. "
            "Give township and village.",
            names=names,
        )
    elif found:
        message = Message(
            "The store has no producer {name}; it may be {names}: correct the name.",
            name=each.row.values["subject_name"],
            names=names,
        )
    else:
        message = Message(
            "The store has no producer {name}: the result is kept, and joined when it has.",
            name=each.row.values["subject_name"],
        )
    each.row.say(WARNING, message, "subject_name")


def producer_words(record: Record) -> str:
    """Return a producer's name with where it is."""
    place = "".join(filter(None, (record["township"], record["village"])))
    return f"{record['subject_name']}({place})" if place else record["subject_name"]
