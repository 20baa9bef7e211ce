"""One record as its reviewer needs to see it: what is wrong, what changed, what was said."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from ..core.accepting import Acceptance, Accepted
from ..core.findings import Finding
from ..core.judging import judge_decision
from ..core.messages import Message
from ..core.people import People
from ..core.reviews import Decision
from ..core.rules import Context, check_record
from ..core.schema import APPROVED, RETURNED, Record
from ..core.tables import ACCEPTED, PERSON
from ..core.versions import FieldChange, difference, last_time
from .sql_read import read_compared, read_history, read_rows
from .stored_records import opened

_OF_THE_REVIEW = ("status", "return_reason", "return_deadline")


class Since(NamedTuple):
    """When a record was in a status last, through whom, and what changed in it since."""

    time: str
    operator: str | None
    fields: tuple[FieldChange, ...]


class Case(NamedTuple):
    """A record; why a decision may not be taken; findings with what was accepted of them.

    ``approved``, ``returned``: None where it never was; ``returned`` also where it was
    approved after that, or still is returned.
    """

    record: Record
    reasons: list[Message]
    findings: list[tuple[Finding, Acceptance | None]]
    approved: Since | None
    returned: Since | None


def read_case(
    path: str,
    uuid: str,
    decision: Decision,
    in_hand: Collection[str],
    rules: Context,
    of_table: Iterable[Finding] = (),
) -> Case | None:
    """Return the case of a record of a store, None where it is not there. Raises StoreError.

    ``of_table``: what is known of it from rules of the whole table.
    """
    with opened(path) as database:
        stored = {record["uuid"]: record for record in read_compared(database, [uuid])}
        record = stored.get(uuid)
        if record is None:
            return None
        history = read_history(database, uuid)
        accepted = Accepted(read_rows(database, ACCEPTED, uuid))
        people = People(read_rows(database, PERSON))
    verdict = judge_decision(decision, [(uuid, None)], stored, in_hand, rules, people)
    findings = [*check_record(record, rules), *of_table]
    approved, returned = (last_time(history, record, status) for status in (APPROVED, RETURNED))
    again = returned > approved and record["status"] != RETURNED
    return Case(
        record,
        [reason for _record, reasons in verdict.refused for reason in reasons],
        [(finding, accepted.of(finding, record)) for finding in findings],
        _since(history, record, approved) if approved else None,
        _since(history, record, returned) if again else None,
    )


def _since(history: list[dict], record: Record, number: int) -> Since:
    found = difference(history, record, number, len(history))
    fields = () if found is None else found.fields
    row = history[number - 1]
    return Since(
        row["time"],
        row["operator"],
        tuple(field for field in fields if field.column not in _OF_THE_REVIEW),
    )
