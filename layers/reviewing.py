"""A decision over records of a store: read what it needs, judge, write."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

from ..core.judging import Seen, Verdict, judge_decision
from ..core.people import People
from ..core.reviews import Decision
from ..core.rules import Context
from ..core.tables import PERSON
from .locations import refuse_shared
from .store import Store, open_store

_JUDGING = 0.4  # of the whole work


def judge_in_store(
    store: Store,
    decision: Decision,
    asked: Collection[Seen],
    in_hand: Collection[str],
    rules: Context,
    step: Callable[[float], None] = lambda share: None,
) -> Verdict:
    """Say of each record whether it may be decided so; see ``core.judging``."""
    numbers = [number for number, _version in asked if number]
    stored = {record["uuid"]: record for record in store.compared(numbers)}
    people = People(store.rows(PERSON))
    return judge_decision(decision, asked, stored, in_hand, rules, people, step)


def carry_out(
    path: str | Path,
    decision: Decision,
    asked: Collection[Seen],
    in_hand: Collection[str],
    rules: Context,
    step: Callable[[float], None] = lambda share: None,
) -> Verdict:
    """Decide over all records that may be decided so, in one transaction.

    ``step`` is told the share done, and raises to stop. Raises StoreError, also where the
    store may not be written where it lies; then nothing was changed.
    """
    refuse_shared(path)

    def written(share: float) -> bool:
        step(_JUDGING + (1 - _JUDGING) * share)
        return True

    with open_store(path, write=True) as store:
        verdict = judge_in_store(
            store, decision, asked, in_hand, rules, lambda share: step(_JUDGING * share)
        )
        if verdict.versions:
            store.decide(decision, verdict.versions, written)
    return verdict
