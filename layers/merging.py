"""Merging other stores into ours: reading both sides, the plan, one transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

from ..core.findings import ERROR
from ..core.merge_list import DOUBTFUL, Answers, Listed
from ..core.merge_pairs import pair
from ..core.merge_plan import SENT, MaySubmit, MergePlan, Merger
from ..core.merging import Arrival, State, alike
from ..core.messages import Message
from ..core.outcomes import UNCHANGED
from ..core.people import People
from ..core.reviews import SUBMIT, Decision, why_not
from ..core.rules import Context, check_record
from ..core.schema import Record
from ..core.tables import MERGED, PERSON, UNDO
from .merge_source import MergeSource, histories_of
from .store import Store

Step = Callable[[float], None]


class Prepared(NamedTuple):
    """The plan of a merge, the revision of the store that it is for, and records that came."""

    plan: MergePlan
    revision: int
    came: int


def prepare(
    store: Store,
    sources: Sequence[MergeSource],
    rules: Context,
    answers: Answers,
    operator: str,
    step: Step = lambda share: None,
) -> Prepared:
    """Plan a merge; nothing is written. ``step`` is told the share done, and raises to stop."""
    revision = store.revision()
    existing = {record["uuid"]: record for record in store.records()}
    merger = Merger(_gate(rules, People(store.rows(PERSON)), operator), answers)
    step(0.1)
    names, came = _pair(existing, sources, merger), set()
    arrivals: dict[str, list[Arrival]] = defaultdict(list)
    for number, source in enumerate(sources):
        ours = {} if source.kin else names
        there = [*source.records, *(n for n in source.deleted if n in existing)]
        came.update(ours.get(n) or n for n in there)
        differing = [
            n
            for n in there
            if ours.get(n, n) and _differs(existing.get(ours.get(n, n)), source.records.get(n))
        ]
        for theirs, arrival in source.arrivals(differing):
            arrivals[ours.get(theirs, theirs)].append(arrival)
        step(0.1 + 0.5 * (number + 1) / len(sources))
    merger.merge(_past(store, existing, arrivals), arrivals)
    merger.same(existing.values())
    plan = merger.plan
    plan.outcomes[UNCHANGED] += len(came) - sum(plan.outcomes.values())
    step(1.0)
    return Prepared(plan, revision, len(came))


def _pair(
    existing: Mapping[str, Record], sources: Sequence[MergeSource], merger: Merger
) -> dict[str, str]:
    """Return our uuid of records of stores without a past in common, "" where not merged."""
    foreign: dict[str, tuple[MergeSource, Record]] = {}
    for source in sources:
        if not source.kin:
            new = {n: (source, r) for n, r in source.records.items() if n not in existing}
            foreign = {**new, **foreign}
    if not foreign:
        return {}
    found = pair(existing.values(), (record for _source, record in foreign.values()))
    for uuid, why in found.doubtful.items():
        source, record = foreign[uuid]
        merger.leave(Listed(DOUBTFUL, uuid, record, file=source.name, why=why))
    for uuid, base in found.bases.items():
        foreign[uuid][1]["base_id"] = base
    return {**found.ours, **dict.fromkeys(found.doubtful, "")}


def _differs(ours: Record | None, theirs: Record | None) -> bool:
    """Tell whether there is anything to merge; None stands for a record that is not there."""
    if ours is None or theirs is None or not alike(ours, theirs):
        return True
    return theirs["status"] in SENT and ours["status"] not in SENT


def _past(
    store: Store, existing: dict[str, Record], uuids: Collection[str]
) -> dict[str, list[State]]:
    """Return the states of our records, without what was taken back; none of new ones."""
    undone = {batch["id"] for batch in store.batches() if batch["undone_at"]}
    sources: dict[tuple, dict[str, int]] = defaultdict(dict)
    for row in store.rows(MERGED):
        if row["source"]:
            versions = sources[row["batch"], row["uuid"]]
            versions[row["source"]] = max(row["version"], versions.get(row["source"], 0))
    past = {}
    for uuid, found in histories_of(store, uuids, existing).items():
        past[uuid] = [
            State(record, sources[row["batch"], uuid])
            for row, record in found
            if row["batch"] not in undone or row["operation"] == UNDO
        ]
    return past


def _gate(rules: Context, people: People, operator: str) -> MaySubmit:
    """Return what says why a record may not be submitted; ``operator`` where nobody is named."""

    def may_submit(record: Record, who: str) -> list[Message]:
        findings = check_record(record, rules, ERROR)
        return why_not(record, Decision(SUBMIT, who or operator), findings, people)

    return may_submit
