"""People and their roles: who may submit, who may review, who may see phones in full (F1, F2).

Where the store lists no reviewer, anybody named may review: one person at one machine
needs no list. Names are compared as everywhere, so that 王 芳 is 王芳.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from .messages import Message
from .schema import Record
from .sorting import sort_key
from .stored_dates import last_day
from .tables import AGENCY, ENTERPRISE, INSPECTOR, REVIEWER
from .text import name_key

DAYS_BEFORE_END = 30  # an agreement that ends within them is warned of

Person = dict  # a row of the table ``person``


class People:
    """The persons that a store lists; a row without a name is nobody."""

    def __init__(self, rows: Iterable[Person] = ()) -> None:
        rows = list(rows)
        named = (row for row in rows if row["name"])
        self.rows = sorted(named, key=lambda row: (not in_use(row), sort_key(row["name"])))
        self._named: dict[str, list[Person]] = {}
        for row in self.rows:
            self._named.setdefault(name_key(row["name"]), []).append(row)
        self.reviewed = any(row["role"] == REVIEWER for row in rows)

    @property
    def active(self) -> list[Person]:
        """Those who work; one with two roles comes twice."""
        return [row for row in self.rows if in_use(row)]

    def of(self, name: str) -> list[Person]:
        """Return the rows of a name that are in use: one for each role."""
        return [row for row in self._named.get(name_key(name), ()) if in_use(row)]

    def why_not_submit(self, name: str, record: Record, today: date) -> Message | None:
        """Return why somebody may not submit a record, with what to do; None where they may."""

        def why(person: Person) -> Message | None:
            if person["role"] == INSPECTOR:
                return Message(
                    "{name} is listed as an inspector: list them as a collector too, or have a "
                    "collector submit.",
                    name=person["name"],
                )
            if person["role"] == ENTERPRISE and not _own(person, record):
                return Message(
                    "{name} enters the records of {producer} only: have a collector submit it.",
                    name=person["name"],
                    producer=producer_of(person),
                )
            return agreement_problem(person, today)

        return self._why_not(name, why)

    def why_not_review(self, name: str, today: date) -> Message | None:
        """Return why somebody may neither approve nor return; None where they may."""

        def why(person: Person) -> Message | None:
            if self.reviewed and person["role"] != REVIEWER:
                return _no_reviewer(person["name"])
            if person["role"] == ENTERPRISE:
                return Message(
                    "{name} enters the records of {producer} only: a reviewer of the county "
                    "has to decide.",
                    name=person["name"],
                    producer=producer_of(person),
                )
            return agreement_problem(person, today)

        if self.reviewed and name_key(name) not in self._named:
            return _no_reviewer(name)
        return self._why_not(name, why)

    def why_not_see(self, name: str, today: date) -> Message | None:
        """Return why somebody may not have phones in full; None where they may."""

        def why(person: Person) -> Message | None:
            if person["role"] == ENTERPRISE:
                return Message(
                    "{name} enters the records of {producer} only: phones of others stay masked.",
                    name=person["name"],
                    producer=producer_of(person),
                )
            return agreement_problem(person, today)

        return self._why_not(name, why)

    def notes(self, name: str, today: date) -> list[Message]:
        """Return what somebody who begins to work has to know: agreements ended or about to."""
        told = (agreement_problem(row, today) or ends_soon(row, today) for row in self.of(name))
        return [message for message in told if message is not None]

    def _why_not(self, name: str, why: Callable[[Person], Message | None]) -> Message | None:
        """Return the first reason against somebody; None where one of their roles has none."""
        reasons = [why(person) for person in self.of(name)]
        if None in reasons or name_key(name) not in self._named:
            return None
        if reasons:
            return reasons[0]
        return Message(
            "{name} was taken out of use in the list of people: take them into use again, or "
            "choose another operator.",
            name=name,
        )


def in_use(person: Person) -> bool:
    """Tell whether somebody works; where nothing is said, they do."""
    return person["active"] != 0


def producer_of(person: Person) -> str:
    """Return the producer whose records somebody enters."""
    return person["organisation"] or person["name"]


def agreement_problem(person: Person, today: date) -> Message | None:
    """Return why an agency's confidentiality agreement is not in force; None where it is."""
    if person["role"] != AGENCY:
        return None
    number, begins = person["agreement_number"], last_day(person["agreement_date"])
    if not number or begins is None:
        return Message(
            "No confidentiality agreement of {name} is kept: enter its number and date in the "
            "list of people.",
            name=person["name"],
        )
    if person["agreement_date"] > today.isoformat():
        return Message(
            "The confidentiality agreement {number} of {name} begins on {day}: wait, or enter "
            "the one in force in the list of people.",
            number=number,
            name=person["name"],
            day=person["agreement_date"],
        )
    ends = last_day(person["agreement_expires"])
    if person["agreement_expires"] and (ends is None or ends < today):
        return Message(
            "The confidentiality agreement {number} of {name} ended on {day}: renew it, then "
            "enter the new one in the list of people.",
            number=number,
            name=person["name"],
            day=person["agreement_expires"],
        )
    return None


def ends_soon(person: Person, today: date) -> Message | None:
    """Return that an agreement in force ends within the next days; None where it does not."""
    ends = last_day(person["agreement_expires"]) if person["role"] == AGENCY else None
    if ends is None or not 0 <= (ends - today).days <= DAYS_BEFORE_END:
        return None
    return Message(
        "The confidentiality agreement {number} of {name} ends on {day}, in {days} days: "
        "renew it in time.",
        number=person["agreement_number"] or "",
        name=person["name"],
        day=person["agreement_expires"],
        days=(ends - today).days,
    )


def _own(person: Person, record: Record) -> bool:
    return name_key(producer_of(person)) == name_key(record["subject_name"] or "")


def _no_reviewer(name: str) -> Message:
    return Message(
        "{name} is not listed as a reviewer: have a reviewer decide, or list {name} as one in "
        "the list of people.",
        name=name,
    )
