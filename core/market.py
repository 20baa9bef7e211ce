"""Who comes to market in the next days: the days on which a query finds a record in season."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from .schema import FISHERY, LIVESTOCK, Record
from .season import in_season, season_years
from .statistics_count import ALL_YEAR, NOT_STATED

COMING, ON_MARKET, OTHER_DAYS = "coming", "on_market", "other_days"
# Each record is one of these: ALL_YEAR (animals and fish without dates), NOT_STATED (others).
STATES = (COMING, ON_MARKET, OTHER_DAYS, ALL_YEAR, NOT_STATED)


class Market(NamedTuple):
    """A record and when it comes to market; ``first``: the day, of what is COMING.

    ``by_month``: its date is a month alone, which counts from the first day on.
    """

    record: Record
    state: str
    first: date | None = None
    by_month: bool = False


def markets(records: Iterable[Record], day: date, days: int) -> list[Market]:
    """Return each record with its state on a day, and whether it comes in so many days after."""
    known: dict[tuple, tuple] = {}
    found = []
    for record in records:
        season = (record["market_start"], record["market_end"], record["industry"])
        if season not in known:
            known[season] = _state(record, day, days)
        found.append(Market(record, *known[season]))
    return found


def _state(record: Record, day: date, days: int) -> tuple:
    if season_years(record) is None:
        return (ALL_YEAR if record["industry"] in (LIVESTOCK, FISHERY) else NOT_STATED,)
    for number in range(days + 1):
        later = day + timedelta(number)
        if in_season(record, later.isoformat(), later.isoformat()):
            by_month = _is_month(record["market_start"] or record["market_end"])
            return (COMING, later, by_month) if number else (ON_MARKET,)
    return (OTHER_DAYS,)


def _is_month(date: str) -> bool:
    """Tell whether a date of the store names no day: 2023-05, every year --05, or a year."""
    return date.count("-") < (3 if date.startswith("--") else 2)
