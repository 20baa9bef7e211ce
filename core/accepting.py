"""Warnings that somebody accepted with a reason: kept, shown, and never an error.

An acceptance holds for the values that the warning speaks of, and only for them: the
rule names them (``about``, ``told``). It is not deleted when one of them changes; it
just fits no finding any more, on whatever path the change came.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple

from .coordinates import PLACES
from .errors import InputError
from .findings import WARNING, Finding
from .messages import Message
from .rules import BY_ID
from .schema import Record


class Acceptance(NamedTuple):
    """One acceptance: of what, why, by whom, when (UTC), for which values (JSON)."""

    uuid: str
    rule: str
    field: str | None
    value: str
    reason: str
    operator: str | None
    time: str


class Accepted:
    """The acceptances in force, from the rows of table ``accepted_warning``.

    The latest row of a record, rule and column counts; one that says ``withdrawn`` takes
    the acceptance back.
    """

    def __init__(self, rows: Iterable[dict] = ()) -> None:
        latest: dict[tuple, dict] = {}
        for row in rows:
            key = (row["uuid"], row["rule"], row["field"])
            if key not in latest or latest[key]["time"] <= row["time"]:
                latest[key] = row
        self._in_force = {
            key: Acceptance(**{column: row[column] for column in Acceptance._fields})
            for key, row in latest.items()
            if not row["withdrawn"]
        }

    def of(self, finding: Finding, record: Record) -> Acceptance | None:
        """Return the acceptance of a warning as the record stands, None where it is open."""
        if not self._in_force or finding.level != WARNING:
            return None
        found = self._in_force.get((record["uuid"], finding.rule, finding.column))
        if found is None or found.value != spoken_of(finding, record):
            return None
        return found

    def open_ones(self, findings: list[Finding], record: Record) -> list[Finding]:
        """Return the findings of a record that still stand."""
        if not self._in_force:
            return findings
        return [finding for finding in findings if self.of(finding, record) is None]

    def __len__(self) -> int:
        return len(self._in_force)


def can_be_accepted(rule: str) -> bool:
    """Tell whether the findings of a rule are warnings."""
    return rule in BY_ID and BY_ID[rule].level == WARNING


def spoken_of(finding: Finding, record: Record) -> str:
    """Return as JSON the values that a finding speaks of."""
    rule = BY_ID.get(finding.rule)
    columns = {finding.column, *(rule.about if rule is not None else ())}
    if "geometry" in columns:
        columns = columns - {"geometry"} | {"lon", "lat"}
    values = {column: _plain(record.get(column)) for column in columns if column}
    for name in rule.told if rule is not None else ():
        values[f"{{{name}}}"] = _plain(finding.message.args.get(name))
    return json.dumps(values, ensure_ascii=False, sort_keys=True)


def _plain(value: object) -> object:
    """Return a value as it compares whichever way it was read."""
    if value.__class__ is float:
        value = round(value, PLACES)
        return int(value) if value.is_integer() else value
    return None if value == "" else value


def acceptance_rows(
    found: Iterable[tuple[Record, Finding]], reason: str, operator: str, time: str
) -> list[dict]:
    """Return the rows that accept these warnings.

    Raises InputError without a reason or operator, for an error, or for a record that
    has no number.
    """
    reason, operator = reason.strip(), operator.strip()
    if not reason:
        raise InputError(
            Message("A warning is accepted only with a reason."),
            Message("Write why it is right as it stands."),
        )
    rows = []
    for record, finding in found:
        if finding.level != WARNING:
            raise InputError(
                Message("{rule} is an error and cannot be accepted.", rule=finding.rule),
                Message("Correct the record."),
            )
        rows.append(
            {
                **_key(record, finding, operator, time),
                "value": spoken_of(finding, record),
                "reason": reason,
                "withdrawn": 0,
            }
        )
    return rows


def withdrawal_rows(
    found: Iterable[tuple[Record, Finding]], reason: str, operator: str, time: str
) -> list[dict]:
    """Return the rows that take acceptances back; a reason may be given. Raises InputError."""
    return [
        {
            **_key(record, finding, operator.strip(), time),
            "value": spoken_of(finding, record),
            "reason": reason.strip() or None,
            "withdrawn": 1,
        }
        for record, finding in found
    ]


def _key(record: Record, finding: Finding, operator: str, time: str) -> dict:
    if not operator:
        raise InputError(
            Message("Nobody is named who accepts."),
            Message("Enter your name in the settings, or as the operator here."),
        )
    if not record["uuid"]:
        raise InputError(
            Message("A record that is not saved yet has no number to accept a warning for."),
            Message("Save the edits, then accept the warning."),
        )
    return {
        "uuid": record["uuid"],
        "rule": finding.rule,
        "field": finding.column,
        "operator": operator,
        "time": time,
    }
