"""One query object for maps, tables, statistics and samples (REQUIREMENTS C5)."""

from __future__ import annotations

from dataclasses import dataclass, field

from .errors import InputError
from .messages import Message
from .periods import current
from .schema import Record

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True)
class Query:
    """What records are asked for; empty parts ask for everything.

    ``region``: column -> name, all must fit. ``start`` and ``end``: store
    dates (2023-05 or 2023-05-01) between which a record is in season; what
    has no season (animals, fish) is always in season. ``period``: that one
    instead of each base's latest.
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
        """Return the records that fit, current ones unless a period is asked for."""
        if self.period:
            records = [r for r in records if r.get("period") == self.period]
        else:
            records = current(records)
        return [record for record in records if self.fits(record)]

    def fits(self, record: Record) -> bool:
        """Tell whether one record fits, its period aside."""
        if self.products and record.get("product") not in self.products:
            return False
        if self.statuses and record.get("status") not in self.statuses:
            return False
        if any(record.get(column) != name for column, name in self.region.items()):
            return False
        scale = record.get("scale")
        if self.scale_min is not None and (scale is None or scale < self.scale_min):
            return False
        if self.scale_max is not None and (scale is None or scale > self.scale_max):
            return False
        if self.start or self.end:
            return in_season(record, self.start, self.end)
        return True


def in_season(record: Record, start: str | None, end: str | None) -> bool:
    """Tell whether a record comes to market between two dates (both inclusive)."""
    first, last = record.get("market_start"), record.get("market_end")
    if not first and not last:
        return True
    first, last = first or last, last or first
    low = _day(start, False) if start else None
    high = _day(end, True) if end else None
    if not first.startswith("--"):
        return (high is None or _day(first, False) <= high) and (
            low is None or _day(last, True) >= low
        )
    # Every year: try the season of each year that the asked span touches.
    if low is None or high is None:
        return True
    for year in range(low[0] - 1, high[0] + 1):
        opening = (year, *_month_day(first, False))
        closing = (year, *_month_day(last, True))
        if closing < opening:
            closing = (year + 1, *closing[1:])
        if opening <= high and closing >= low:
            return True
    return False


def _day(text: str, end: bool) -> tuple[int, int, int]:
    """Return (year, month, day) of a store date, its first or last day."""
    parts = text.split("-")
    try:
        year = int(parts[0])
        month = int(parts[1]) if len(parts) > 1 else (12 if end else 1)
        day = int(parts[2]) if len(parts) > 2 else (_DAYS[month - 1] if end else 1)
    except (ValueError, IndexError) as error:
        raise InputError(
            Message("{text} is not a date.", text=text),
            Message("Write it as 2023-05-01 or 2023-05."),
        ) from error
    return year, month, day


def _month_day(text: str, end: bool) -> tuple[int, int]:
    parts = text[2:].split("-")
    month = int(parts[0])
    return month, int(parts[1]) if len(parts) > 1 else (_DAYS[month - 1] if end else 1)
