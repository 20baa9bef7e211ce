"""Rules of the names and phones in one record (A)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from .cells import REJECT, WARN, Cell
from .findings import ERROR, WARNING
from .messages import Message
from .names import is_final_name, is_plain_person, normalise_name, normalise_person
from .phones import is_mobile, normalise_phone
from .rule import Context, Rule, label, meant
from .schema import COLLECTION_POINT, NAME, PHONE, Record

_PHONES = tuple(c.name for c in COLLECTION_POINT if c.kind == PHONE)
_NAMES = tuple(c.name for c in COLLECTION_POINT if c.kind == NAME)
_PERSONS = frozenset(c.name for c in COLLECTION_POINT if c.kind == NAME and c.personal)

NO_MOBILE = Message("{column}: {value} is not a mobile number of 11 digits.")
NO_NAME = Message("{column}: {value} is not a name: write the name.")
NO_FULL_NAME = Message("{column}: {value} is not a full name: write the full name.")


def _phones(record: Record, context: Context) -> Iterator[tuple]:
    for name in _PHONES:
        value = record[name]
        if value is not None and not is_mobile(value):
            yield name, NO_MOBILE.told(column=label(name), value=value), _meant_phone(value)


@lru_cache(1000)
def _meant_phone(value: str) -> object:
    return meant(normalise_phone(value))


def _names(record: Record, context: Context) -> Iterator[tuple]:
    for name in _NAMES:
        value = record[name]
        if value is not None and _odd_name(value, name in _PERSONS) == REJECT:
            yield name, NO_NAME.told(column=label(name), value=value)


def _full_names(record: Record, context: Context) -> Iterator[tuple]:
    for name in _NAMES:
        value = record[name]
        if value is not None:
            cell = _odd_name(value, name in _PERSONS)
            if cell.__class__ is Cell:
                fix = cell.value if cell.value != value else None
                yield name, NO_FULL_NAME.told(column=label(name), value=value), fix


@lru_cache(20_000)  # both rules ask, and people come again and again
def _odd_name(value: str, person: bool) -> str | Cell | None:
    """Return REJECT for what is no name, the Cell of one that is not full, else None."""
    if (is_plain_person if person else is_final_name)(value):
        return None
    whole = normalise_name(value)
    if whole.value is None:
        return REJECT
    cell = normalise_person(value) if person else whole
    if cell.verdict == REJECT:  # of a person: 主任, 张某
        return Cell(WARN, value)
    return cell if cell.verdict == WARN else None


PEOPLE_RULES: tuple[Rule, ...] = (
    Rule(
        "A-phone",
        ERROR,
        Message("Phones are mobile numbers"),
        _phones,
        (NO_MOBILE,),
        "附件1",
        Message("the number without blanks, dashes and country code, where it is one"),
    ),
    Rule("A-name", ERROR, Message("Names are names"), _names, (NO_NAME,), "附件1; 五(四)"),
    Rule(
        "A-person",
        WARNING,
        Message("Names are full and stand alone"),
        _full_names,
        (NO_FULL_NAME,),
        "附件1; 五(四)",
        Message("the name without what stands beside it"),
    ),
)
