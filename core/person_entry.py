"""A person of the list as somebody typed them: put in order, and what is missing or wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .cells import ASK, REJECT, Cell
from .dates import normalise_date
from .messages import Message
from .people import Person, in_use
from .phones import normalise_phone
from .tables import AGENCY, ENTERPRISE
from .text import clean, name_key

_READ = {
    "phone": normalise_phone,
    "agreement_date": normalise_date,
    "agreement_expires": normalise_date,
}
_NEED = {
    AGENCY: ("organisation", "agreement_number", "agreement_date"),
    ENTERPRISE: ("organisation",),
}
_MISSING = {
    "organisation": Message("An agency or enterprise is listed with its name."),
    "agreement_number": Message("An agency works under a confidentiality agreement: its number."),
    "agreement_date": Message("An agency works under a confidentiality agreement: its date."),
}


def read_person(
    typed: Mapping[str, str | None], others: Iterable[Person]
) -> tuple[Person, dict[str, Message]]:
    """Return the row for what was typed, and column -> what is wrong with it.

    ``typed``: column -> text; ``others``: the rest of the list.
    """
    row: Person = {}
    wrong: dict[str, Message] = {}
    beside: list[str] = []  # a second number, a word: kept as remarks
    for column, text in typed.items():
        cell = _READ[column](text) if column in _READ else Cell("ok", clean(text))
        row[column] = cell.value
        beside += [cell.remark] if cell.remark else []
        if cell.verdict in (ASK, REJECT):
            wrong[column] = cell.message
        elif _READ.get(column) is normalise_date and cell.value and not _is_day(cell.value):
            wrong[column] = Message("Give the whole day, such as 2026-12-31.")
    row["remarks"] = "；".join(filter(None, (row["remarks"], *beside))) or None
    if not row["name"] and "name" not in wrong:
        wrong["name"] = Message("A person has a name.")
    for column in _NEED.get(row["role"], ()):
        if not row[column] and column not in wrong:
            wrong[column] = _MISSING[column]
    begins, ends = row["agreement_date"], row["agreement_expires"]
    if begins and ends and ends < begins and "agreement_expires" not in wrong:
        wrong["agreement_expires"] = Message("The agreement ends before it begins.")
    if "name" not in wrong:
        key = name_key(row["name"])
        for other in others:
            if other["role"] == row["role"] and name_key(other["name"]) == key and in_use(other):
                wrong["name"] = Message(
                    "{name} is listed in this role already: tell two people of one name apart, "
                    "such as {name}(马市).",
                    name=row["name"],
                )
    return row, wrong


def _is_day(value: str) -> bool:
    return len(value) == len("2026-12-31") and not value.startswith("-")


def renamed(before: Person, row: Person, traces: Iterable[str]) -> Message | None:
    """Return why a person may not get this name; None where they may.

    A name in the history has to be found in the list for ever.
    """
    old = name_key(before["name"])
    if name_key(row["name"]) == old or old not in map(name_key, traces):
        return None
    return Message(
        "{name} stands in the history of the records and keeps the name: take them out of use "
        "and list the other one anew.",
        name=before["name"],
    )
