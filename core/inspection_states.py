"""How the bases of a list came out of their latest inspection (G3)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from .producers import producer_key, producers_of
from .schema import Record

PASSED, FAILED, OPEN = "passed", "failed", "open"
STATES = {1: PASSED, 0: FAILED, None: OPEN}  # of the column ``passed``
_WORST = {FAILED: 2, OPEN: 1, PASSED: 0}


class Outcome(NamedTuple):
    """How an inspection came out and its day, as the store has it; None where no day is given."""

    state: str
    on: str | None


def latest_outcomes(records: Iterable[Record], inspections: Iterable[dict]) -> dict[str, Outcome]:
    """Return uuid -> outcome of the latest inspection of each base; of one day the worst.

    A result that names a base counts for it, one that only names a producer for all bases
    that the producer has of the product; where several producers have the name, for none.
    """
    records = list(records)
    latest: dict[tuple, Outcome] = {}
    for row in inspections:
        outcome = Outcome(STATES[row["passed"]], row["inspected_on"])
        names = {row["base_id"], row["uuid"]} - {None, ""}
        for name in names or {producer_key(row["subject_name"])} - {""}:
            key = (name, row["product"])
            latest[key] = max(latest.get(key, outcome), outcome, key=_rank)
    of_name: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        of_name[producer_key(record["subject_name"])].append(record)
    alone = {key for key, of in of_name.items() if len(producers_of(key, of)) == 1}
    found = {}
    for record in records:
        names = {record["uuid"], record["base_id"]}
        names |= {producer_key(record["subject_name"])} & alone
        keys = [(name, product) for name in names for product in (record["product"], None)]
        outcomes = [latest[key] for key in keys if key in latest]
        if outcomes:
            found[record["uuid"]] = max(outcomes, key=_rank)
    return found


def _rank(outcome: Outcome) -> tuple[str, int]:
    return outcome.on or "", _WORST[outcome.state]
