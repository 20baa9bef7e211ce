"""The market season of a record, and whether it falls into a span that is asked for.

A date of the store is 2023, 2023-05 or 2023-05-01, of every year --05 or --05-01. A season
may run over the end of the year. ``season_expression`` says the same to QGIS.
"""

from __future__ import annotations

import re

from .dates import normalise_date
from .errors import InputError
from .messages import Message
from .schema import Record

# The lookahead keeps out a lone hyphen: a date without a year has a month.
SEASON_DATE = r"([0-9]{4}|-(?=-))(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?)?"
_DATE = re.compile(SEASON_DATE)
_YEAR = re.compile("[0-9]{4}")


def asked_date(text: str) -> str:
    """Return an asked date, however written, in the store's form; a year alone stays one.

    Raises InputError where it is no date of a year.
    """
    date = text if _YEAR.fullmatch(text) else normalise_date(text).value
    return _asked(date or "", text)[0]


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
    if _year(first) and _year(last):
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
    return {_year(date) for date in known if _year(date)} if known else None


def first_day(date: str) -> str:
    """Return the first day of an asked date, as text."""
    return _as_text(_day(_asked(date), False))


def last_day(date: str) -> str:
    """Return the last day of an asked date, as text; of any month it is a 31st."""
    return _as_text(_day(_asked(date), True))


def _as_text(day: tuple[int, int, int]) -> str:
    return "{:04d}-{:02d}-{:02d}".format(*day)


def _match(text: str | None) -> re.Match | None:
    return _DATE.fullmatch(text) if text else None


def _asked(text: str, shown: str = "") -> re.Match:
    date = _match(text)
    if date is None or not _year(date):
        raise InputError(
            Message("{text} is not a date.", text=shown or text),
            Message("Write it as 2023-05-01 or 2023-05."),
        )
    return date


def _year(date: re.Match) -> int:
    """Return the year of a store date; 0 for every year."""
    return 0 if date[1] == "-" else int(date[1])


def _day(date: re.Match, end: bool) -> tuple[int, int, int]:
    """Return (year, month, day) of a store date: its first day, or one not before its last."""
    return _year(date), int(date[2] or (12 if end else 1)), int(date[3] or (31 if end else 1))
