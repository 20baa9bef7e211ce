"""Judging records for one decision: what may go, what stays, and why.

The same steps for one record under a reviewer's eyes and for a whole county at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

from .findings import ERROR, Finding
from .messages import Message
from .people import People
from .reviews import (
    APPROVE,
    CHANGED_SINCE,
    IN_HAND,
    NOT_STORED,
    SUBMIT,
    Decision,
    why_not,
)
from .rounds import in_use
from .rules import Context, check_record, check_table
from .schema import Record

_STEP = 1000  # records between two questions whether to go on

# Number and version of a record as somebody saw it; None where it had none.
Seen = tuple[object, object]


class Verdict(NamedTuple):
    """``versions``: uuid -> version of what may go; ``refused``: what stays, and why.

    A refused record is None where the store does not have it.
    """

    versions: dict[str, int]
    refused: list[tuple[Record | None, list[Message]]]


def judge_decision(
    decision: Decision,
    asked: Collection[Seen],
    stored: Mapping[str, Record],
    in_hand: Collection[str],
    rules: Context,
    people: People,
    step: Callable[[float], None] = lambda share: None,
) -> Verdict:
    """Say of each record whether it may be decided so.

    ``stored``: uuid -> record as it is now, also of those that the asked ones are compared
    with; ``in_hand``: uuids with edits that are not saved; ``people``: whom the store lists;
    ``step``: told the share done.
    """
    judged = {n: stored[n] for n, _version in asked if n in stored and n not in in_hand}
    errors = _errors(decision, judged, stored, rules, step)
    verdict = Verdict({}, [])
    for number, version in asked:
        record = stored.get(number)
        if record is None:
            reasons = [NOT_STORED]
        elif number in in_hand:
            reasons = [IN_HAND]
        elif version not in (None, record["version"]):
            reasons = [CHANGED_SINCE]
        else:
            reasons = why_not(record, decision, errors[number], people)
        if reasons:
            verdict.refused.append((record, reasons))
        else:
            verdict.versions[number] = record["version"]
    return verdict


def _errors(
    decision: Decision,
    judged: dict[str, Record],
    stored: Mapping[str, Record],
    rules: Context,
    step: Callable[[float], None],
) -> dict[str, list[Finding]]:
    """Return the errors of the judged records, by uuid; warnings stop nothing."""
    found: dict[str, list[Finding]] = defaultdict(list)
    if decision.kind not in (SUBMIT, APPROVE):
        return found
    for count, (uuid, record) in enumerate(judged.items()):
        if count % _STEP == 0:
            step(count / len(judged))
        found[uuid] = check_record(record, rules, ERROR)
    if decision.kind == APPROVE and judged:
        # Table rules look at every record of the store, not only at those asked for.
        among = {record["uuid"]: record for record in in_use(stored.values())} | judged
        for finding in check_table(list(among.values()), rules, ERROR):
            if finding.record in judged:
                found[finding.record].append(finding)
    return found
