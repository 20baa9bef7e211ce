"""The plan of an import of 附件2: each row a new contact, a changed one, or one as it is.

A contact is an office of a division with its people. Rows of an office are told apart by the
people; where an office has one row here and there, its people may have changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from functools import partial
from operator import itemgetter

from .contact_sheet import COMPARED, CONTACT_COLUMNS
from .findings import ERROR, INFO, WARNING
from .masking import mask_phone
from .messages import Message
from .outcomes import ADDED, REFUSED, UNCHANGED, UPDATED, row_words
from .schema import PHONE
from .table_plan import Pairing, TablePlan, TableRow, changed, once
from .text import name_key

_PLACE = ("level", "division")
_ALL = tuple(key for key in COMPARED if key != "remarks")
_PHONES = tuple(
    name for name, c in CONTACT_COLUMNS.items() if c.kind == PHONE or name.endswith("telephone")
)
Key = Callable[[dict], Hashable | None]
Stamp = dict  # updated_at and updated_by of what is written


def plan_contacts(rows: Iterable[TableRow], held: list[dict], stamp: Stamp) -> TablePlan:
    """Plan the rows of all sheets against the contacts of the store, in the order of the rows."""
    rows = list(rows)
    plan = TablePlan(held, [dict(contact) for contact in held])
    offices: dict[str, tuple[dict, dict]] = defaultdict(lambda: ({}, {}))
    for number, contact in enumerate(held):
        offices[_office(contact)][1][number] = contact
    first: dict[tuple, TableRow] = {}
    for number in once(rows, _said, plan):
        row = rows[number]
        key = (_office(row.values), row.values["division"], _people(row.values))
        earlier = first.setdefault(key, row)
        if earlier is not row and key[2] is not None:
            plan.outcomes[(row.sheet, row.number)] = _refuse_other(row, earlier)
        else:
            offices[key[0]][0][number] = row.values
    for read, known in offices.values():
        pairing = _paired(read, known)
        for number, other in pairing.pairs.items():
            row = rows[number]
            plan.outcomes[(row.sheet, row.number)] = _compare(row, plan.table[other], stamp)
        taken = [plan.table[other] for other in pairing.pairs.values()]
        for number in pairing.rows:
            row = rows[number]
            outcome = _unpaired(row, pairing.held.values(), taken)
            if outcome == ADDED:
                plan.table.append({**row.values, **stamp})
                taken.append(row.values)
            plan.outcomes[(row.sheet, row.number)] = outcome
    return plan


def _said(contact: dict) -> tuple:
    return tuple(contact[key] for key in (*_PLACE, *COMPARED))


def _office(contact: dict) -> str:
    return name_key(contact["unit"] or "")


def _paired(read: dict[int, dict], known: dict[int, dict]) -> Pairing:
    """Pair the rows of one office's name, those of one division first."""
    pairing = Pairing(read, known)
    for key, alike in _STEPS:
        pairing.by(partial(_of_division, key), alike)
    # Where one of the two does not tell the division, people may tell that it is the other's.
    untold = [{n for n, x in each.items() if x["division"] is None} for each in (read, known)]
    for rows, held in ((untold[0], None), (None, untold[1])):
        for key, alike in _STEPS:
            pairing.by(partial(_of_people, key), alike, rows, held)
    pairing.by(_only_one)
    return pairing


def _of_division(key: Key, contact: dict) -> Hashable | None:
    found = key(contact)
    return None if found is None else (contact["division"], found)


def _of_people(key: Key, contact: dict) -> Hashable | None:
    return key(contact) if _people(contact) else None


def _values(contact: dict) -> tuple:
    return tuple(contact[key] for key in _ALL)


def _people(contact: dict) -> tuple | None:
    found = (contact["lead_name"], contact["person_name"])
    return found if any(found) else None


def _only_one(contact: dict) -> tuple | None:
    return (contact["division"],) if contact["unit"] else None


# By what the rows of an office are paired, and whether several are the same, whichever.
_STEPS: tuple[tuple[Key, bool], ...] = (
    (_values, True),
    (_people, False),
    (itemgetter("person_name"), False),
    (itemgetter("lead_name"), False),
)


def _refuse_other(row: TableRow, earlier: TableRow) -> str:
    words = row_words((earlier.sheet, earlier.number), row)
    row.say(
        ERROR,
        Message(
            "{row} names the same office and people, but says something else: this one was not "
            "imported. Delete one of the two rows.",
            row=words,
        ),
    )
    return REFUSED


def _unpaired(row: TableRow, left: Iterable[dict], taken: list[dict]) -> str:
    """Decide on a row that was not paired; ``taken``: contacts of the office met so far."""
    if not any(row.values[key] for key in ("unit", "lead_name", "person_name")):
        row.say(ERROR, Message("Neither an office nor a person is named: it was not imported."))
        return REFUSED
    doubtful = _doubtful(row.values, left, taken)
    if doubtful is None:
        return ADDED
    row.say(
        ERROR,
        Message(
            "{unit} has several rows, and these people are in none that could be told: it was "
            "not imported. It may be the row of {other}: correct that one in the table of "
            "contacts, or give the names of those who stayed.",
            unit=row.values["unit"] or "?",
            other=_named(doubtful),
        ),
    )
    return REFUSED


def _doubtful(values: dict, left: Iterable[dict], taken: list[dict]) -> dict | None:
    """Return a contact that a row left over may be the same as, None where it is a new one.

    One of those ``left`` over, unless of another division; one ``taken`` with the same people.
    """
    found = [*left, *(contact for contact in taken if _people(contact) == _people(values))]
    return next((contact for contact in found if _may_share(contact, values)), None)


def _may_share(one: dict, other: dict) -> bool:
    """Tell whether two contacts may be of one division."""
    return None in (one["division"], other["division"]) or one["division"] == other["division"]


def _compare(row: TableRow, contact: dict, stamp: Stamp) -> str:
    """Bring what a row changes into a contact of the plan's table."""
    found = changed(row, contact, (*_PLACE, *COMPARED))
    if not found:
        return UNCHANGED
    told = [column for column in found if column not in _PLACE]
    replaced = any(contact[key] and key in found for key in ("lead_name", "person_name"))
    row.say(
        WARNING if replaced else INFO,
        Message(
            "Changed: {changes}.",
            changes="、".join(_change(column, contact[column], found[column]) for column in told)
            or "、".join(CONTACT_COLUMNS[column].label for column in found),
        ),
    )
    contact.update(found, **stamp)
    return UPDATED


def _change(column: str, before: object, after: object) -> str:
    """Return a change in words; what the store held of phones stays masked."""
    if column == "remarks":
        return CONTACT_COLUMNS[column].label
    if column in _PHONES:
        before, after = mask_phone(before), mask_phone(after)
    return f"{CONTACT_COLUMNS[column].label} {before or '-'} → {after or '-'}"


def _named(contact: dict) -> str:
    return "、".join(filter(None, (contact["lead_name"], contact["person_name"]))) or "?"
