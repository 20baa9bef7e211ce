"""Statistics (G4): the records of a query, counted once in groups that are alike.

Every number on sheet, page and layer is a sum over these groups, which ``statistics_tables``
adds up. Scale is held in whole millionths: parts add up to their total exactly, in any order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from .schema import FISHERY, LIVESTOCK, Record, split_choices
from .season import in_season, season_years
from .units import in_official_unit

MILLION = 1_000_000
ALL_YEAR, NOT_STATED, OTHER_TIME = "all_year", "not_stated", "other_time"


class Group(NamedTuple):
    """What the records of a group have in common; None where it is not filled in.

    ``months``: those of the calendar in which they come to market, or why there are none:
    ALL_YEAR (animals and fish without dates), NOT_STATED, or OTHER_TIME (in no month of
    the calendar). ``unit``: of their scale, None where they have none.
    """

    township: str | None
    product: str | None
    subject_type: str | None
    certification: str | None
    trace_modes: tuple[str | None, ...]
    months: tuple[str, ...]
    unit: str | None


class Count:
    """How many records there are, how many of them have a point, and their scale."""

    __slots__ = ("millionths", "points", "records")

    def __init__(self) -> None:
        self.records = self.points = self.millionths = 0


def count_groups(
    records: Iterable[Record],
    months: Sequence[str],
    watch: Callable[[Iterable], Iterable] = iter,
) -> dict[Group, Count]:
    """Count records; ``months``: those of the calendar.

    ``watch`` goes through the records, and may stop.
    """
    groups: dict[Group, Count] = {}
    known: dict[tuple, tuple[str, ...]] = {}
    for record in watch(records):
        season = (record["market_start"], record["market_end"], record["industry"])
        if season not in known:
            known[season] = _months(record, months)
        amount = in_official_unit(record["scale"], record["scale_unit"])
        modes = tuple(dict.fromkeys(split_choices(record["trace_modes"])))
        group = Group(
            filled(record["township"]),
            filled(record["product"]),
            filled(record["subject_type"]),
            filled(record["certification"]),
            modes or (None,),
            known[season],
            amount[1] if amount else None,
        )
        count = groups.get(group)
        if count is None:
            count = groups[group] = Count()
        count.records += 1
        count.points += record["lon"] is not None
        if amount:
            count.millionths += round(amount[0] * MILLION)
    return groups


def calendar(first: str) -> tuple[str, ...]:
    """Return the 12 months from a month such as 2023-09 on."""
    start = int(first[:4]) * 12 + int(first[5:7]) - 1
    return tuple(f"{n // 12:04d}-{n % 12 + 1:02d}" for n in range(start, start + 12))


def busiest_year(records: Iterable[Record]) -> int | None:
    """Return the year that most market dates name, of equal ones the latest; None without."""
    years = Counter(year for record in records for year in season_years(record) or ())
    return max(years, key=lambda year: (years[year], year), default=None)


def _months(record: Record, months: Sequence[str]) -> tuple[str, ...]:
    """Return the months in which a query finds a record by its season, or why none does."""
    if season_years(record) is None:
        return (ALL_YEAR if record["industry"] in (LIVESTOCK, FISHERY) else NOT_STATED,)
    found = tuple(month for month in months if in_season(record, month, month))
    return found or (OTHER_TIME,)


def filled(value: str | None) -> str | None:
    """Return a text without outer blanks, None for nothing."""
    return (value or "").strip() or None
