"""Review: who brings a record from which status to which, and why not ((六)(三), E, D1, D2).

A collector submits what is complete; a reviewer approves what has no error and was
confirmed on site, or returns it with a reason and a deadline, and may take an approval
back. That an edit takes the approval away, the store itself sees to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from .clock import local_day
from .errors import InputError
from .findings import ERROR, Finding
from .masking import masked
from .messages import Message
from .people import People
from .rules import label
from .schema import APPROVED, DRAFT, RETURNED, SUBMITTED, Record
from .stored_dates import last_day
from .text import name_key

SUBMIT, APPROVE, RETURN, WITHDRAW = "submit", "approve", "return", "withdraw"
DECISIONS = (SUBMIT, APPROVE, RETURN, WITHDRAW)  # withdraw: the approval
BECOMES = {SUBMIT: SUBMITTED, APPROVE: APPROVED, RETURN: RETURNED, WITHDRAW: SUBMITTED}
TAKES = {
    SUBMIT: (DRAFT, RETURNED),
    APPROVE: (SUBMITTED,),
    RETURN: (SUBMITTED,),
    WITHDRAW: (APPROVED,),
}
DAYS_TO_CORRECT = 7  # proposed for a return; the notice leaves the days to the county
INCOMPLETE = ("A-required", "A-point")  # rules without which nothing is submitted (全项采集)

_NOT_APPROVED = Message("It is not approved: there is no approval to take back.")
_WRONG_STATUS = {
    (SUBMIT, SUBMITTED): Message("It is submitted already and waits for its review."),
    (SUBMIT, APPROVED): Message(
        "It is approved already: edit it or take the approval back to have it reviewed again."
    ),
    (APPROVE, DRAFT): Message("It is a draft: submit it first, then approve it."),
    (APPROVE, RETURNED): Message("It was returned: have it corrected and submitted again first."),
    (APPROVE, APPROVED): Message("It is approved already."),
    (RETURN, DRAFT): Message(
        "It is a draft and still with its collector: submit it first, then return it."
    ),
    (RETURN, RETURNED): Message("It was returned already: a new deadline can be set in its form."),
    (RETURN, APPROVED): Message("It is approved: take the approval back, then return it."),
    (WITHDRAW, DRAFT): _NOT_APPROVED,
    (WITHDRAW, SUBMITTED): _NOT_APPROVED,
    (WITHDRAW, RETURNED): _NOT_APPROVED,
}
IN_HAND = Message("It has edits that are not saved: save or discard them, then try again.")
UNNAMED = Message("Nobody is named who decides: choose in the toolbar who works.")
CHANGED_SINCE = Message("It was changed since: read it again, then decide.")
NOT_STORED = Message("It is not in the store: save new records first, or refresh the layer.")


@dataclass(frozen=True)
class Decision:
    """What is decided, by whom; reason and deadline (ISO) of a return."""

    kind: str
    operator: str
    reason: str | None = None
    deadline: str | None = None

    def values(self) -> Record:
        """Return what the decision writes into a record.

        A record that comes again keeps reason and deadline, for its reviewer to see.
        """
        written: Record = {"status": BECOMES[self.kind], "updated_by": self.operator}
        if self.kind in (APPROVE, RETURN):
            returned = self.kind == RETURN
            written["return_reason"] = self.reason if returned else None
            written["return_deadline"] = self.deadline if returned else None
        return written


def decide(
    kind: str,
    operator: str,
    reason: str = "",
    deadline: date | None = None,
    today: date | None = None,
) -> Decision:
    """Return a decision that can be carried out. Raises InputError for what is missing."""
    today = today or date.today()
    operator = named(operator)
    if kind == RETURN and not reason.strip():
        raise InputError(
            Message("A return needs a reason."),
            Message("Write what the collector has to correct."),
        )
    if kind == RETURN and deadline is None:
        raise InputError(
            Message("A return needs a deadline."),
            Message("Give a day, such as {day}.", day=proposed_deadline(today).isoformat()),
        )
    if kind == RETURN and deadline < today:
        raise InputError(
            Message("The deadline {deadline} has passed already.", deadline=deadline.isoformat()),
            Message("Give a day, such as {day}.", day=proposed_deadline(today).isoformat()),
        )
    given = deadline.isoformat() if deadline and kind == RETURN else None
    return Decision(kind, operator, reason.strip() or None, given)


def named(operator: str) -> str:
    """Return the name of who works. Raises InputError where there is none."""
    if not operator.strip():
        raise InputError(
            Message("It is not said who does this."),
            Message("Name the operator here, or once and for all in the settings."),
        )
    return operator.strip()


def proposed_deadline(today: date) -> date:
    """Return the deadline to propose for a return."""
    return today + timedelta(days=DAYS_TO_CORRECT)


def why_not(
    record: Record,
    decision: Decision,
    findings: Iterable[Finding],
    people: People | None = None,
    today: date | None = None,
) -> list[Message]:
    """Return why a record may not be decided so, each with what to do; [] where it may.

    ``findings``: those of the record, table rules included; ``people``: whom the store lists.
    """
    status = record["status"] or DRAFT
    kind = decision.kind
    if people is not None:
        denied = _denied(record, decision, people, today or date.today())
        if denied is not None:
            return [denied]
    if status not in TAKES[kind]:
        return [_WRONG_STATUS[kind, status]]
    errors = [finding for finding in findings if finding.level == ERROR]
    if kind == SUBMIT:
        return [finding.message for finding in errors if finding.rule in INCOMPLETE]
    if kind in (RETURN, WITHDRAW):
        return []
    reasons = faults(record, errors)
    if name_key(record["collector"] or "") == name_key(decision.operator):
        reasons.append(
            Message(
                "{operator} collected it: somebody else has to approve it.",
                operator=decision.operator,
            )
        )
    return reasons


def _denied(record: Record, decision: Decision, people: People, today: date) -> Message | None:
    """Return why this person may not take the decision, whatever the record (F1)."""
    if not decision.operator:
        return UNNAMED
    if decision.kind == SUBMIT:
        return people.why_not_submit(decision.operator, record, today)
    return people.why_not_review(decision.operator, today)


def faults(record: Record, findings: Iterable[Finding]) -> list[Message]:
    """Return what has to be corrected before a record can be approved, by whomever."""
    found = [masked(finding).message for finding in findings if finding.level == ERROR]
    gaps = unconfirmed(record)
    if gaps:
        found.append(
            Message(
                "Its point is not confirmed on site: fill in {columns} after the visit.",
                columns="、".join(map(label, gaps)),
            )
        )
    return list(dict.fromkeys(found))


def unconfirmed(record: Record) -> list[str]:
    """Return the columns that a record from a sheet lacks on its visit (D2)."""
    if record["import_batch"] is None:
        return []
    return [name for name in ("confirmed_on", "confirmed_how") if record[name] is None]


# --- returned and not corrected in time (E2) ----------------------------------------


def days_over(record: Record, today: date) -> int | None:
    """Return how many days ago a returned record's deadline passed, None where it did not.

    A month as deadline lasts to its end.
    """
    if not is_late(record["status"], record["return_deadline"], today):
        return None
    return (today - last_day(record["return_deadline"])).days


def is_late(status: str | None, deadline: str | None, today: date) -> bool:
    """Tell whether a record was returned and its deadline has passed."""
    last = last_day(deadline) if status == RETURNED else None
    return last is not None and last < today


def overdue(records: Iterable[Record], today: date) -> list[tuple[Record, int]]:
    """Return the records past their deadline and by how many days, by collector, worst first."""
    found = [(record, days_over(record, today)) for record in records]
    late = [(record, days) for record, days in found if days is not None]
    return sorted(late, key=lambda each: (each[0]["collector"] or "", -each[1]))


def by_collector(late: Iterable[tuple[Record, int]]) -> list[tuple[str | None, int, int]]:
    """Return (collector, records past their deadline, most days over), in the given order."""
    days: dict[str | None, list[int]] = {}
    for record, over in late:
        days.setdefault(record["collector"], []).append(over)
    return [(collector, len(listed), max(listed)) for collector, listed in days.items()]


class Correction(NamedTuple):
    """A return that came again after its deadline: the record as returned, when, days over."""

    returned: Record
    day: date
    days: int


def late_corrections(
    ended: Iterable[dict], until: date, since: date = date.min
) -> Iterator[Correction]:
    """Yield the returns that were corrected too late, on the days from ``since`` to ``until``.

    ``ended``: rows of the history that ended a return, as ``Store.ended_returns`` has them.
    The deadline that counts is the last one that was set.
    """
    for row in ended:
        last, day = last_day(row["before"]["return_deadline"]), local_day(row["time"])
        if last is not None and day is not None and last < day and since <= day <= until:
            yield Correction(row["before"], day, (day - last).days)
