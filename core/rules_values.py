"""Rules of the values of one record: required, choices, dates (A)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from operator import itemgetter

from .choices import normalise_choice, normalise_choices
from .dates import normalise_date
from .findings import EMPTIED, ERROR, WARNING
from .messages import Message
from .rule import Context, Rule, label, meant
from .schema import (
    CHOICE,
    CHOICES,
    COLLECTION_POINT,
    COLUMNS,
    CROPS,
    DATE,
    Record,
    join_choices,
    split_choices,
)
from .stored_dates import is_date

# Their townships lie directly under the city (NBS codes 2023).
CITIES_WITHOUT_COUNTIES = frozenset({"东莞市", "中山市", "儋州市", "嘉峪关市"})

# Numbers and status come from the store.
_REQUIRED = tuple(
    c.name
    for c in COLLECTION_POINT
    if c.required == "always" and (c.business or c.name == "period")
)
_required_values = itemgetter(*_REQUIRED)
_REQUIRED_CROPS = tuple(c.name for c in COLLECTION_POINT if c.required == "crops")
_CROPS_ONLY = tuple(c.name for c in COLLECTION_POINT if c.crops_only)
_REGION = ("province", "city", "county")
_CHOICE = tuple(
    (c.name, frozenset(c.choices))
    for c in COLLECTION_POINT
    if c.kind == CHOICE and c.business and not c.open_list
)
_CHOICES = tuple((c.name, frozenset(c.choices)) for c in COLLECTION_POINT if c.kind == CHOICES)
_DATES = tuple(c.name for c in COLLECTION_POINT if c.kind == DATE)
_date_values = itemgetter(*_DATES)
_EVERY_YEAR = frozenset({"market_start", "market_end"})
_PAST = ("collected_on", "confirmed_on")

MISSING = Message("{column} is missing: fill it in.")
MISSING_CROPS = Message("{column} is missing: crops must state it.")
NOT_ALLOWED = Message("{column}: {value} is not one of {choices}.")
NOT_FOR = Message("{column} is not filled in for {industry} (notes 8, 9).")
NO_DATE = Message("{column}: {value} is not a date: write it as 2023-05-01 or 2023-05.")
FUTURE = Message("{column} {value} lies in the future: correct the date.")


def _required(record: Record, context: Context) -> Iterator[tuple]:
    if None in _required_values(record):
        for name in _REQUIRED:
            if record[name] is None and not (
                name == "county" and record["city"] in CITIES_WITHOUT_COUNTIES
            ):
                yield name, MISSING.told(column=label(name)), _missing(name, record, context)
    if record["industry"] == CROPS:
        for name in _REQUIRED_CROPS:
            if record[name] is None:
                yield name, MISSING_CROPS.told(column=label(name))


def _missing(column: str, record: Record, context: Context) -> str | None:
    """Return what an empty column must hold, None where a person has to know."""
    product = context.product(record["product"])
    if product is not None and column == "industry":
        return product.industry
    if product is not None and column == "scale_unit" and len(product.units) == 1:
        return product.unit
    if column in _REGION and context.county:
        # Only where nothing else of the address speaks against the county.
        names = dict(zip(_REGION, context.county))
        if all(record[c] in (None, name) for c, name in names.items()):
            return names[column] or None
    return None


def _choices(record: Record, context: Context) -> Iterator[tuple]:
    for name, allowed in _CHOICE:
        value = record[name]
        if value is not None and value not in allowed:
            yield name, _not_allowed(name, value), meant(normalise_choice(value, COLUMNS[name]))
    for name, allowed in _CHOICES:
        value = record[name]
        if value is not None:
            for part in _parts(value):
                if part not in allowed:
                    yield name, _not_allowed(name, part), _meant_choices(value, name)


@lru_cache(1000)
def _meant_choices(value: str, name: str) -> object:
    """Return the choices that are meant, else those that are allowed."""
    kept = [each for each in _parts(value) if each in COLUMNS[name].choices]
    read = meant(normalise_choices("、".join(_parts(value)), COLUMNS[name]))
    return read or join_choices(kept) or EMPTIED


@lru_cache(1000)
def _parts(stored: str) -> tuple[str, ...]:
    return tuple(split_choices(stored))


def _not_allowed(name: str, value: str) -> Message:
    choices = "、".join(COLUMNS[name].choices)
    return NOT_ALLOWED.told(column=label(name), value=value, choices=choices)


def _dates(record: Record, context: Context) -> Iterator[tuple]:
    values = _date_values(record)
    if not any(values):
        return
    for name, value in zip(_DATES, values):
        if value is not None and not is_date(value, name in _EVERY_YEAR):
            fix = meant(normalise_date(value))
            fits = fix is not None and is_date(fix, name in _EVERY_YEAR)
            yield name, NO_DATE.told(column=label(name), value=value), fix if fits else None


def _future(record: Record, context: Context) -> Iterator[tuple]:
    for name in _PAST:
        value = record[name]
        if value is not None and is_date(value, False):
            today = context.today().isoformat()
            if value > today[: len(value)]:
                yield name, FUTURE.told(column=label(name), value=value)


def _crops_only(record: Record, context: Context) -> Iterator[tuple]:
    if record["industry"] in (None, CROPS):
        return
    for name in _CROPS_ONLY:
        if record[name] is not None:
            yield name, NOT_FOR.told(column=label(name), industry=record["industry"]), EMPTIED


VALUE_RULES: tuple[Rule, ...] = (
    Rule(
        "A-required",
        ERROR,
        Message("Required values are there"),
        _required,
        (MISSING, MISSING_CROPS),
        "附件1 备注1、6; 五(四)",
        Message("where only one value can be: industry and unit of the product, the county"),
    ),
    Rule(
        "A-choice",
        ERROR,
        Message("Choices are those of the notice"),
        _choices,
        (NOT_ALLOWED,),
        "附件1 备注2、3、5、9、10",
        Message("the choice that is meant, or those that are allowed"),
    ),
    Rule(
        "A-date",
        ERROR,
        Message("Dates are dates"),
        _dates,
        (NO_DATE,),
        "附件1",
        Message("the date that is meant"),
    ),
    Rule(
        "A-future",
        WARNING,
        Message("Nothing was collected or confirmed in the future"),
        _future,
        (FUTURE,),
        "五(四)",
    ),
    Rule(
        "A-crops",
        WARNING,
        Message("Crop columns are for crops"),
        _crops_only,
        (NOT_FOR,),
        "附件1 备注8、9",
        Message("emptied"),
        about=("industry",),
    ),
)
