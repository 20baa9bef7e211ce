"""The plan of a merge: what other stores bring, record by record, against ours (H3).

Records are one by their uuid. Nothing is deleted, nothing that both sides changed is
written over; the order in which the other stores are given does not matter.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from .comparing import distinct_points
from .identity import new_uuid
from .merge_list import (
    DELETED_HERE,
    DELETED_THERE,
    DELETION,
    FIELD,
    OURS,
    SAME,
    STATUS,
    THEIRS,
    Answers,
    Listed,
)
from .merging import (
    FIELDS,
    Arrival,
    Difference,
    State,
    alike,
    fork,
    merge_record,
    one_of,
    values_of,
)
from .messages import Message
from .outcomes import ADDED, UNCHANGED, UPDATED
from .schema import APPROVED, DRAFT, RETURNED, SUBMITTED, Record
from .tables import DELETE
from .text import name_key
from .versions import value_of

LEFT = "left"  # nothing of it was written: it waits for a person
SENT = (SUBMITTED, APPROVED)  # by whoever collects

# From a record as it will be and who edited it: why it may not be submitted, [] where it may.
MaySubmit = Callable[[Record, str], list[Message]]


@dataclass
class MergePlan:
    """What a merge will do; ``edits``: rows of ``core.tables.MERGED`` without their batch."""

    added: list[Record] = field(default_factory=list)
    updated: list[Record] = field(default_factory=list)
    edits: list[dict] = field(default_factory=list)
    listed: list[Listed] = field(default_factory=list)
    outcomes: Counter[str] = field(default_factory=Counter)

    @property
    def conflicts(self) -> int:
        """Return how many disagreements are left to a person."""
        left = [each for each in self.listed if not each.done and each.kind != DELETION]
        return len({(each.key, each.file) for each in left})

    @property
    def deletions(self) -> int:
        """Return how many deletions are proposed, of records that nobody edited here."""
        return sum(each.kind == DELETION for each in self.listed)


class Merger:
    """Merges arrivals record by record into a plan."""

    def __init__(self, may_submit: MaySubmit, answers: Answers | None = None) -> None:
        self._may_submit = may_submit
        self._answers = answers or Answers()
        self.plan = MergePlan()

    def merge(self, mine: Mapping[str, Sequence[State]], came: Mapping[str, list[Arrival]]) -> None:
        """Merge what came, by our uuids.

        ``mine``: uuid -> states of a record of ours, oldest first; nothing for new ones.
        """
        for uuid in sorted(came):
            arrivals = sorted(came[uuid], key=_order)
            alive = [each for each in arrivals if each.record is not None]
            if mine.get(uuid):
                self._known(uuid, mine[uuid], arrivals, alive)
            elif alive:
                self._new(uuid, alive)
        self.plan.listed.sort(key=_place)

    def leave(self, listed: Listed) -> None:
        """Note a record that is not merged."""
        self.plan.listed.append(listed)
        self.plan.outcomes[LEFT] += 1

    def same(self, existing: Iterable[Record]) -> None:
        """List new records that may be one with another new or an existing one; all are kept."""
        added = {record["uuid"] for record in self.plan.added}
        groups: dict[tuple, list[Record]] = defaultdict(list)
        for record in (*existing, *self.plan.added):
            if record.get("subject_name") and record.get("product"):
                groups[_one_producer(record)].append(record)
        for group in groups.values():
            for record in group if len(group) > 1 else ():
                others = [x for x in group if x is not record and not distinct_points(x, record)]
                if record["uuid"] in added and others:
                    why = Message(
                        "The same producer, product, village and period stands in the store "
                        "under another number: keep one of the two."
                    )
                    self.plan.listed.append(
                        Listed(
                            SAME,
                            record["uuid"],
                            record,
                            theirs=" ".join(sorted(x["uuid"] for x in others)),
                            operator=record.get("updated_by"),
                            why=(why,),
                        )
                    )
        self.plan.listed.sort(key=_place)

    # --- a record that we have or had -----------------------------------------------------

    def _known(
        self, uuid: str, mine: Sequence[State], arrivals: list[Arrival], alive: list[Arrival]
    ) -> None:
        current = mine[-1].record
        if current is None:
            self._deleted_here(uuid, mine, alive)
            return
        lines = len(self.plan.listed)
        merged = merge_record(mine, alive)
        taken = self._settle(uuid, current, merged.taken, merged.open)
        values = values_of(taken.values())
        after = {**current, **values}
        values.update(self._status(uuid, mine, after, alive))
        for arrival in arrivals:
            if arrival.record is None:
                self._deleted_there(uuid, mine, after, arrival)
        givers = [a for a in alive if any(x.arrival is a for x in taken.values())] or alive
        if values:
            by = {a.record.get("updated_by") for a in givers} - {None}
            written = {"uuid": uuid, "version": current.get("version"), **values}
            self.plan.updated.append({**written, "updated_by": "、".join(sorted(by)) or None})
            self._note(uuid, mine, givers)
            self.plan.outcomes[UPDATED] += 1
        else:
            self.plan.outcomes[UNCHANGED if len(self.plan.listed) == lines else LEFT] += 1

    def _settle(
        self,
        uuid: str,
        current: Record,
        taken: Mapping[str, Difference],
        left: Sequence[Difference],
    ) -> dict[str, Difference]:
        """Return what is taken once answers are heard; list what was or is to be decided."""
        found = dict(taken)
        by_column: dict[str, list[Difference]] = defaultdict(list)
        for each in left:
            by_column[each.column].append(each)
        for column, differing in by_column.items():
            kept = taken[column].theirs if column in taken else value_of(current, column)
            lines = [_line(uuid, current, kept, each) for each in differing]
            answers = [self._answers.to(line) for line in lines]
            chosen = one_of([x for x, said in zip(differing, answers) if said == THEIRS])
            if chosen is not None:
                found[column] = chosen
            for line, said in zip(lines, answers):
                # Where others were chosen too, and other ones, nothing is decided.
                done = "" if said == THEIRS and chosen is None else said
                self.plan.listed.append(line._replace(done=done))
        return found

    def _status(
        self, uuid: str, mine: Sequence[State], after: Record, alive: list[Arrival]
    ) -> Record:
        """Return the status where somebody submitted the record elsewhere, and may."""
        if (after["status"] or DRAFT) not in (DRAFT, RETURNED):
            return {}
        for arrival in alive:
            found = fork(mine, arrival)
            since = () if found is None else [x.record for x in mine[found[0] :] if x.record]
            # What was submitted since then and came back stays with its collector.
            if arrival.record["status"] not in SENT or any(x["status"] in SENT for x in since):
                continue
            before = since[0]["status"] if since else None
            who = arrival.record.get("updated_by") or ""
            reasons = self._may_submit(after, who)
            if not reasons:
                return {"status": SUBMITTED}
            line = Listed(
                STATUS,
                uuid,
                after,
                "status",
                before,
                after["status"],
                arrival.record["status"],
                why=tuple(reasons),
            )
            self.plan.listed.append(_signed(line, arrival))
        return {}

    def _deleted_there(
        self, uuid: str, mine: Sequence[State], after: Record, arrival: Arrival
    ) -> None:
        last = next((x for x in reversed(arrival.states) if x is not None), None)
        found = fork(mine, arrival._replace(states=[last])) if last is not None else None
        kind = DELETED_THERE
        why = Message("Deleted there, but edited here: look at it, then delete it here or not.")
        if found is not None and alike(mine[found[0]].record, after):
            kind = DELETION
            why = Message("Deleted there: delete it here too if that is right.")
        self.plan.listed.append(_signed(Listed(kind, uuid, after, why=(why,)), arrival))

    def _deleted_here(self, uuid: str, mine: Sequence[State], alive: list[Arrival]) -> None:
        edited = []
        for arrival in alive:
            found = fork(mine, arrival)
            base = None if found is None else mine[found[0]].record
            if base is None or not alike(base, arrival.record):
                edited.append((arrival, base))
        said = ""
        why = Message("Deleted here, but edited there: take theirs to have it again.")
        for arrival, base in edited:
            for column in FIELDS:
                old, new = value_of(base, column), value_of(arrival.record, column)
                if old == new:
                    continue
                line = Listed(DELETED_HERE, uuid, arrival.record, column, old, None, new)
                line = _signed(line._replace(why=(why,)), arrival)
                said = self._answers.to(line)
                self.plan.listed.append(line._replace(done=said))
        if said == THEIRS:
            self._new(uuid, [arrival for arrival, _base in edited])
        else:
            self.plan.outcomes[LEFT if edited and said != OURS else UNCHANGED] += 1

    # --- a record that we do not have -----------------------------------------------------

    def _new(self, uuid: str, alive: list[Arrival]) -> None:
        first = alive[0].record
        merged = merge_record([State(first)], alive[1:])
        taken = self._settle(uuid, first, merged.taken, merged.open)
        record = {**first, **values_of(taken.values()), "uuid": uuid, "status": DRAFT}
        record["base_id"] = record["base_id"] or new_uuid()
        sent = [each for each in alive if each.record["status"] == SUBMITTED]
        if sent:
            reasons = self._may_submit(record, sent[0].record.get("updated_by") or "")
            if reasons:
                line = Listed(STATUS, uuid, record, "status", None, DRAFT, SUBMITTED)
                self.plan.listed.append(_signed(line._replace(why=tuple(reasons)), sent[0]))
            else:
                record["status"] = SUBMITTED
        self.plan.added.append(record)
        self._note(uuid, (), alive)
        self.plan.outcomes[ADDED] += 1

    def _note(self, uuid: str, mine: Sequence[State], arrivals: Iterable[Arrival]) -> None:
        """Keep who edited a record elsewhere, and when."""
        for arrival in arrivals:
            found = fork(mine, arrival) if mine else None
            rows = arrival.rows if found is None else arrival.rows[found[1] + 1 :]
            self.plan.edits += [
                {
                    "uuid": uuid,
                    "source": arrival.source or None,
                    "file_name": arrival.name,
                    "version": row["version"],
                    "operation": row["operation"],
                    "operator": row["operator"],
                    "time": row["time"],
                }
                for row in rows
                if row["operation"] != DELETE
            ]


def _line(uuid: str, current: Record, kept: object, each: Difference) -> Listed:
    why = Message("Say in the list whose value holds.")
    line = Listed(FIELD, uuid, current, each.column, each.base, kept, each.theirs, why=(why,))
    return _signed(line, each.arrival)


def _signed(line: Listed, arrival: Arrival) -> Listed:
    """Say where a line came from, and who edited there last."""
    row = arrival.rows[-1] if arrival.rows else {}
    return line._replace(file=arrival.name, operator=row.get("operator"), time=row.get("time"))


def _order(arrival: Arrival) -> tuple:
    """Return an order that the given order of the files has no part in."""
    return json.dumps(arrival.record, sort_keys=True, default=str), arrival.source, arrival.name


def _place(line: Listed) -> tuple:
    record = line.record
    words = tuple(str(record.get(key) or "") for key in ("township", "village", "subject_name"))
    order = FIELDS.index(line.column) if line.column in FIELDS else -1
    return (*words, line.uuid, line.kind, order, line.file, str(line.theirs))


def _one_producer(record: Record) -> tuple:
    columns = ("product", "township", "village", "period")
    return name_key(record["subject_name"]), *map(record.get, columns)
