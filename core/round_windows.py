"""Rounds of collecting one after the other: what the next one is, and when ((五)(四)).

Animals and fish are collected each month, crops each planting.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from .periods import crop_of, is_crop, is_month, month_of, period_order
from .products import MONTH
from .schema import DRAFT, Record
from .stored_dates import STORED_DATE, day_of

PLANTING_DAYS = 90  # from planting to market, of a crop that was not collected at planting

COLLECTED, OPENED, STOPPED = "collected", "opened", "stopped"


class Round(NamedTuple):
    """What the next round of a base and product follows from.

    ``progress``: OPENED is a draft without a scale, as a round is rolled forward; STOPPED
    has the scale 0. ``start``, ``end``: the market season; these and ``collected_on`` as
    the store has them.
    """

    period: str | None
    progress: str = COLLECTED
    start: str | None = None
    end: str | None = None
    collected_on: str | None = None


class Basis(NamedTuple):
    """The rounds from which a base's next one follows.

    ``last``: the last one collected, None for a base that is new. ``like``: the crop whose
    season the next one will have, a year or more later.
    """

    last: Round | None
    like: Round | None = None


class Window(NamedTuple):
    """A round that is to be collected: from when and until when, both days included."""

    period: str
    opens: date
    closes: date


def has_stopped(record: Record) -> bool:
    """Tell whether a record says that its base has stopped."""
    return record.get("scale") == 0


def round_of(record: Record) -> Round:
    """Return the round that a record is."""
    scale = record.get("scale")
    if scale is None and record.get("status") in (DRAFT, None):
        progress = OPENED
    else:
        progress = STOPPED if has_stopped(record) else COLLECTED
    season = record.get("market_start"), record.get("market_end")
    return _round(record.get("period"), progress, *season, record.get("collected_on"))


_round = lru_cache(10_000)(Round)  # few for many records: they are shared


class Past:
    """The rounds of one base and product, to find what the next one follows from."""

    def __init__(self, rounds: Iterable[Round] = ()) -> None:
        done = [found for found in rounds if found.progress != OPENED]
        self._done = {period_order(found.period): found for found in reversed(done)}
        self._orders = sorted(self._done)

    def basis(self, own: Round) -> Basis:
        """Return the basis of one of the rounds; log n."""
        last = own
        if own.progress == OPENED:
            before = bisect_left(self._orders, period_order(own.period))
            last = self._done[self._orders[before - 1]] if before else None
        if last is None or not is_crop(last.period or ""):
            return Basis(last)
        year, number = period_order(last.period)
        like = self._done.get((year - 1, number + 1)) or self._done.get((year, 1))
        return Basis(last, like or last)


ALONE = Past()


def next_window(last: Round, like: Round | None, interval: str) -> Window | None:
    """Return when the round after ``last`` is to be collected; None where its period tells not.

    A month from its first to its last day; a crop from its planting, at the time of the
    year of the crop before, to the day before it comes to market. Without dates a crop is
    due in its year.
    """
    if not _fits(last.period, interval):
        return None
    year, number = period_order(last.period)
    if interval == MONTH:
        return _month(year + number // 12, number % 12 + 1)
    like = like or last
    like_year, like_number = period_order(like.period)
    again = (like_year, like_number) == (year - 1, number + 1)
    period = (year, number + 1) if again else (year + 1, 1)
    window = own_window(crop_of(*period), interval)
    market = _market_start(like)
    if market is None:
        return window
    years = period[0] - like_year
    market = _in_year(market, market.year + years)
    planted = day_of(like.collected_on)
    if planted is not None:
        planted = _in_year(planted, planted.year + years)
    if planted is None or not 0 < (market - planted).days < 365:
        planted = market - timedelta(days=PLANTING_DAYS)
    return window._replace(opens=planted, closes=market - timedelta(days=1))


def _fits(period: str | None, interval: str) -> bool:
    fits = is_month if interval == MONTH else is_crop
    return fits(period or "") and 0 < period_order(period)[0] < 9999  # years of a date


def own_window(period: str | None, interval: str) -> Window | None:
    """Return when a round itself is to be collected: in its month, or the year of its crop."""
    if not _fits(period, interval):
        return None
    year, number = period_order(period)
    if interval == MONTH:
        return _month(year, number)
    return Window(period, date(year, 1, 1), date(year, 12, 31))


def in_time_until(own: Round, interval: str | None) -> date | None:
    """Return the last day on which a round is collected in time; None where its period tells not.

    A month's last day; of a crop the day before it comes to market, without market dates the
    last day of its year.
    """
    window = own_window(own.period, interval) if interval is not None else None
    market = _market_start(own) if window is not None and interval != MONTH else None
    if market is not None:
        return market - timedelta(days=1)
    return window.closes if window is not None else None


def _month(year: int, month: int) -> Window:
    opens = date(year, month, 1)
    closes = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return Window(month_of(opens), opens, closes)


def _market_start(crop: Round) -> date | None:
    """Return the day from which a crop comes to market; None where that is not known.

    A season of every year is the one that was coming when the crop was collected; it may
    have begun in the year before the one that numbers the crop, but in no other.
    """
    start, end = STORED_DATE.fullmatch(crop.start or ""), STORED_DATE.fullmatch(crop.end or "")
    if start is None:
        return None
    year = period_order(crop.period)[0]
    month, day = int(start[2]), int(start[3] or 1)
    if start[1]:
        given = int(start[1])
        return _date(given if given in (year - 1, year, year + 1) else year, month, day)
    collected = day_of(crop.collected_on)
    if collected is not None and end is not None and not end[1]:
        closing = (int(end[2]), int(end[3] or 31))
        crosses = closing < (month, day)
        still_on = (collected.month, collected.day) <= closing
        coming = collected.year - 1 if crosses and still_on else collected.year
        if not crosses and not still_on:
            coming += 1
        year = min(max(coming, year - 1), year)
    return _date(year, month, day)


def _in_year(day: date, year: int) -> date:
    return _date(year, day.month, day.day)


def _date(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:  # the 29th of February, or the 31st of a short month
        return date(year, month, 28)
