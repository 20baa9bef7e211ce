"""Dates as the store has them: 2023-05-01, 2023-05, every year --05-01, --05."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache

# Year (None for every year), month, day (None for a month).
STORED_DATE = re.compile(r"(?:([0-9]{4})|-)-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?")


@lru_cache(10_000)
def is_date(value: str, every_year: bool = True) -> bool:
    """Tell whether a text is a date of the store; without a year only where that may be."""
    found = STORED_DATE.fullmatch(value)
    if found is None or (found[1] is None and not every_year):
        return False
    try:  # 2000 had a 29th of February
        date(int(found[1] or 2000), int(found[2]), int(found[3] or 1))
    except ValueError:
        return False
    return True


def day_of(text: str | None) -> date | None:
    """Return the day of a text such as 2023-05-01, None for any other."""
    try:
        return date.fromisoformat(text or "")
    except ValueError:  # the rules of the form report it
        return None


def last_day(text: str | None) -> date | None:
    """Return the last day of a date such as 2023-05-01 or 2023-05, None for any other."""
    found = STORED_DATE.fullmatch(text or "")
    if found is None or found[1] is None or found[3] is not None:
        return day_of(text)
    year, month = int(found[1]), int(found[2])
    return date(year, month, calendar.monthrange(year, month)[1]) if year else None
