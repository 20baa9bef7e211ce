"""One query object for maps, tables, statistics and samples (REQUIREMENTS C5)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .dates import normalise_date
from .errors import InputError
from .messages import Message
from .round_windows import has_stopped
from .rounds import collected, of_period
from .schema import Record

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
# A date of the store: 2023, 2023-05, 2023-05-01, every year --05, --05-01.
_DATE = re.compile(r"(?:([0-9]{4})|-)(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?)?")


@dataclass(frozen=True)
class Query:
    """What records are asked for; empty parts ask for everything.

    ``region``: column -> name, all must fit. ``start`` and ``end``: store
    dates (2023-05 or 2023-05-01) between which a record is in season; what
    has no season (animals, fish) is always in season. ``period``: that one
    instead of each base's latest collected one. Bases that have stopped are left out
    unless ``scale_min`` asks for 0.
    """

    products: tuple[str, ...] = ()
    region: dict[str, str] = field(default_factory=dict)
    scale_min: float | None = None
    scale_max: float | None = None
    start: str | None = None
    end: str | None = None
    statuses: tuple[str, ...] = ()
    period: str | None = None

    def select(self, records: list[Record]) -> list[Record]:
        """Return the records that fit, the latest collected ones unless a period is asked for."""
        records = of_period(records, self.period) if self.period else collected(records)
        return [record for record in records if self.fits(record)]

    def lies_in(self, record: Record) -> bool:
        """Tell whether one record lies in the region asked for."""
        return all(record.get(column) == name for column, name in self.region.items())

    def fits(self, record: Record) -> bool:
        """Tell whether one record fits, its period aside."""
        if self.products and record.get("product") not in self.products:
            return False
        if self.statuses and record.get("status") not in self.statuses:
            return False
        if not self.lies_in(record):
            return False
        if self.scale_min is None and has_stopped(record):
            return False
        scale = record.get("scale")
        if self.scale_min is not None and (scale is None or scale < self.scale_min):
            return False
        if self.scale_max is not None and (scale is None or scale > self.scale_max):
            return False
        if self.start or self.end:
            return in_season(record, self.start, self.end)
        return True


def asked_date(text: str) -> str:
    """Return an asked date, however written, in the store's form; a year alone stays one.

    Raises InputError where it is no date of a year.
    """
    date = _asked(normalise_date(text).value or text)
    return date[0]


def in_season(record: Record, start: str | None, end: str | None) -> bool:
    """Tell whether a record comes to market between two store dates (both inclusive).

    A date of the record that is none, which the rules report, counts as missing.
    """
    first, last = _match(record.get("market_start")), _match(record.get("market_end"))
    first, last = first or last, last or first
    if first is None:
        return True
    low = _day(_asked(start), False) if start else (0, 0, 0)
    high = _day(_asked(end), True) if end else (9999, 12, 31)
    if first[1] and last[1]:
        return _day(first, False) <= high and _day(last, True) >= low
    # Every year: try the season of each year that the asked span touches.
    if not (start and end):
        return True
    for year in range(low[0] - 1, high[0] + 1):
        opening = (year, *_day(first, False)[1:])
        closing = (year, *_day(last, True)[1:])
        if closing < opening:
            closing = (year + 1, *closing[1:])
        if opening <= high and closing >= low:
            return True
    return False


def season_years(record: Record) -> set[int] | None:
    """Return the years that a record's market dates name, None where it has no market date."""
    dates = [_match(record.get(column)) for column in ("market_start", "market_end")]
    known = [date for date in dates if date]
    return {int(date[1]) for date in known if date[1]} if known else None


def _match(text: str | None) -> re.Match | None:
    return _DATE.fullmatch(text) if text else None


def _asked(text: str) -> re.Match:
    date = _match(text)
    if date is None or date[1] is None:
        raise InputError(
            Message("{text} is not a date.", text=text),
            Message("Write it as 2023-05-01 or 2023-05."),
        )
    return date


def _day(date: re.Match, end: bool) -> tuple[int, int, int]:
    """Return (year, month, day) of a store date, its first or last day; year 0 for every year."""
    month = int(date[2] or (12 if end else 1))
    return int(date[1] or 0), month, int(date[3] or (_DAYS[month - 1] if end else 1))
