"""Collection periods: months for animals and fish, numbered crops for plants.

Source: notice (五)(四). ``2023-06`` is a month, ``2023-1`` the first crop of a year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from .errors import InputError
from .messages import Message
from .schema import CROPS, Record

_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_CROP = re.compile(r"(\d{4})-([1-9])")


def is_month(period: str) -> bool:
    """Tell whether ``period`` is a month such as ``2023-06``."""
    return _MONTH.fullmatch(period) is not None


def is_crop(period: str) -> bool:
    """Tell whether ``period`` is a numbered crop such as ``2023-1``."""
    return _CROP.fullmatch(period) is not None


def check_period(text: str) -> None:
    """Raise InputError where a text is neither a month nor a numbered crop."""
    if not is_month(text) and not is_crop(text):
        raise InputError(
            Message("{period} is not a period.", period=text),
            Message("Write 2023-06 for a month or 2023-1 for the first crop of 2023."),
        )


def month_of(day: date) -> str:
    """Return the month period of a day."""
    return f"{day.year:04d}-{day.month:02d}"


def crop_of(year: int, number: int = 1) -> str:
    """Return the period of the ``number``-th crop of a year."""
    return f"{year:04d}-{number}"


@lru_cache(10_000)
def period_order(period: str | None) -> tuple[int, int]:
    """Return a key that sorts periods of one kind by time; unknown ones first."""
    if not period:
        return (0, 0)
    match = _MONTH.fullmatch(period) or _CROP.fullmatch(period)
    return (int(match[1]), int(match[2])) if match else (0, 0)


def default_period(record: Record, reference: str) -> str:
    """Return the period of a record that carries none.

    ``reference`` is a month (of 填报日期 or of the import). Crops take the year
    from the market dates; which crop of the year it is, matching decides.
    """
    if record.get("industry") != CROPS:
        return reference
    start = record.get("market_start") or record.get("market_end") or ""
    year = start[:4] if start[:4].isdigit() else reference[:4]
    return crop_of(int(year))


def current(records: Iterable[Record]) -> list[Record]:
    """Return the records of the latest period of each base and product, in the given order.

    Several of one period all stay: a record copied by hand has the base of its
    original, and none may drop out unseen.
    """
    records = list(records)
    latest: dict[tuple, tuple[int, int]] = {}
    for record in records:
        key, order = base_key(record), period_order(record.get("period"))
        latest[key] = max(latest.get(key, order), order)
    return [r for r in records if period_order(r.get("period")) == latest[base_key(r)]]


def base_key(record: Record) -> tuple:
    """Return the base and product that a record is a round of; by itself without a base."""
    return record.get("base_id") or record.get("uuid"), record.get("product")


# --- market seasons ---------------------------------------------------------------


def season(record: Record) -> tuple[int, int] | None:
    """Return the market season as (first, last) month, counted from year 0.

    Dates without a year give months 1-12, the end moved into the next year
    where the season crosses it. None where a date is missing.
    """
    start, end = record.get("market_start"), record.get("market_end")
    if not start or not end:
        return None
    first, last = _month_number(start), _month_number(end)
    if first is None or last is None:
        return None
    if last < first and start.startswith("--"):
        last += 12
    return first, last


def _month_number(text: str) -> int | None:
    """Return the month count of a store date; every-year dates have year 0."""
    try:
        if text.startswith("--"):
            return int(text[2:4])
        return int(text[:4]) * 12 + int(text[5:7])
    except ValueError:
        return None


def seasons_apart(a: Record, b: Record) -> bool:
    """Tell whether two seasons are both known and share no month."""
    one, two = season(a), season(b)
    return one is not None and two is not None and (one[1] < two[0] or two[1] < one[0])
