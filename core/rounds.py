"""Rounds of collecting: what is fresh, due or overdue, and by when ((五)(四), (六)(三)).

The one decision: worklist, ``freshness``, maps and figures all ask ``standing``. Animals
and fish are collected each month, crops each planting. A round counts as collected once
its scale is known, whatever the review says of it. A scale of 0 says that a base stopped.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from .messages import Message
from .periods import base_key, current
from .products import CROP, MONTH, Product
from .round_windows import (
    OPENED,
    STOPPED,
    Basis,
    Past,
    Round,
    Window,
    next_window,
    own_window,
    round_of,
)
from .schema import CROPS, RETURNED, Record
from .stored_dates import last_day

FRESH, DUE, OVERDUE = "fresh", "due", "overdue"
STATES = (FRESH, DUE, OVERDUE)
SOON_DAYS = 7  # before the deadline of a return
PASSED = Message("The deadline {deadline} has passed.")


class Standing(NamedTuple):
    """The state of a record, why, and by when the next thing is to be done.

    ``last``: the period last collected. ``days``: left until ``by``, negative once passed.
    """

    state: str
    reason: Message
    last: str | None = None
    by: date | None = None
    days: int | None = None


def interval_of(product: Product | None) -> str | None:
    """Return CROP or MONTH; None for what is not on the county's list.

    A word that a county wrote in the place of the two counts as none.
    """
    if product is None or product.interval in (CROP, MONTH):
        return product and product.interval
    return CROP if product.industry == CROPS else MONTH


@lru_cache(10_000)
def standing(
    own: Round,
    basis: Basis,
    interval: str | None,
    status: str | None,
    deadline: str | None,
    today: date,
) -> Standing:
    """Decide on one record.

    ``interval``: of ``interval_of``, None where no round is asked for. ``deadline``: of a
    return. ``today``: the day for which the decision is made.
    """
    judged = _of_round(own, basis, interval, today)
    by = last_day(deadline) if status == RETURNED else None
    if by is None:
        return judged
    days = (by - today).days
    if days < 0:
        return Standing(OVERDUE, PASSED.told(deadline=deadline), judged.last, by, days)
    if judged.state == OVERDUE or (judged.state == DUE and days > SOON_DAYS):
        return judged
    reason = Message("To be corrected by {deadline}.", deadline=deadline)
    return Standing(DUE if days <= SOON_DAYS else FRESH, reason, judged.last, by, days)


def _of_round(own: Round, basis: Basis, interval: str | None, today: date) -> Standing:
    """Decide by the rounds alone, whatever the review says."""
    if interval is None:
        return Standing(FRESH, Message("Not on the list of products: nothing is due."), own.period)
    if own.progress == STOPPED:
        return Standing(FRESH, Message("The scale is 0: the base has stopped."), own.period)
    last = basis.last
    new = last is None or last.progress == STOPPED
    told = own.period if new else last.period
    window = own_window(told, interval) if new else next_window(last, basis.like, interval)
    collected = last.period if last is not None else None
    if window is None:
        return Standing(DUE, _unknown(told, interval), collected)
    days = (window.closes - today).days
    state = FRESH if today < window.opens else DUE if days >= 0 else OVERDUE
    reason = _opened(state, window) if new else _counted(state, told, window)
    return Standing(state, reason, collected, window.closes, days)


def _opened(state: str, window: Window) -> Message:
    period, day = window.period, window.closes
    if state == FRESH:
        return Message("Opened for {period}: due from {date}.", period=period, date=window.opens)
    if state == DUE:
        return Message("Opened for {period}: to be collected by {date}.", period=period, date=day)
    return Message("Opened for {period}, but not collected by {date}.", period=period, date=day)


def _counted(state: str, last: str, window: Window) -> Message:
    values = {"period": last, "next": window.period}
    if state == FRESH:
        return Message(
            "Collected for {period}; {next} is due from {date}.", **values, date=window.opens
        )
    if state == DUE:
        return Message(
            "Last collected for {period}: {next} is due by {date}.", **values, date=window.closes
        )
    return Message(
        "Last collected for {period}: {next} was due by {date}.", **values, date=window.closes
    )


def _unknown(period: str | None, interval: str) -> Message:
    if not period:
        return Message("The period is missing, so nobody knows what was collected: fill it in.")
    if interval == MONTH:
        return Message(
            "{period} is no month, but this product is collected monthly.", period=period
        )
    return Message("{period} is no crop, but this product is collected each crop.", period=period)


# --- many records ------------------------------------------------------------------


class Judged(NamedTuple):
    """A current record with its standing."""

    record: Record
    standing: Standing


def judge(
    records: Iterable[Record],
    products: Mapping[str, Product],
    today: date,
    returns: bool = True,
) -> list[Judged]:
    """Return the standing of each current record, in the given order; n log n.

    ``products`` by name. Without ``returns`` the rounds alone decide, not the deadline of
    a return.
    """
    records = list(records)
    rounds: dict[tuple, list[Round]] = defaultdict(list)
    for record in records:
        rounds[base_key(record)].append(round_of(record))
    pasts = {key: Past(found) for key, found in rounds.items()}
    found = []
    for record in current(records):
        own = round_of(record)
        basis = pasts[base_key(record)].basis(own)
        interval = interval_of(products.get(record.get("product")))
        status = record.get("status") if returns else None
        deadline = record.get("return_deadline")
        found.append(Judged(record, standing(own, basis, interval, status, deadline, today)))
    return found


# --- which rounds count ---------------------------------------------------------------


def that_tell(records: Iterable[Record]) -> list[Record]:
    """Return the records of rounds that were collected.

    A round that was opened and not yet collected says nothing. One of several plots is
    collected once all are, so that none drops out unseen. Of a base that has none such,
    those begun tell, else all.
    """
    records = list(records)
    opened, begun = set(), set()
    for record in records:
        (opened if round_of(record).progress == OPENED else begun).add(_round_key(record))
    if not opened:
        return records
    whole = begun - opened
    told = {key: (key in begun) + (key in whole) for key in begun | opened}
    most: dict[tuple, int] = {}
    for (base, _period), much in told.items():
        most[base] = max(much, most.get(base, 0))
    return [record for record in records if told[_round_key(record)] == most[base_key(record)]]


def collected(records: Iterable[Record]) -> list[Record]:
    """Return the records of the latest collected round of each base; n log n.

    What shows, compares or hands up data takes these; what tells work to do takes the
    latest ones, collected or not (``periods.current``).
    """
    return current(that_tell(records))


def of_period(records: Iterable[Record], period: str) -> list[Record]:
    """Return the records of one period; those only opened where the base has no other."""
    records = list(records)
    begun = {base_key(r) for r in records if round_of(r).progress != OPENED}
    return [
        record
        for record in records
        if record.get("period") == period
        and (round_of(record).progress != OPENED or base_key(record) not in begun)
    ]


def in_use(records: Iterable[Record]) -> list[Record]:
    """Return the records that are shown and those of the round to be worked on."""
    records = list(records)
    used = {id(record) for each in (current, collected) for record in each(records)}
    return [record for record in records if id(record) in used]


def _round_key(record: Record) -> tuple:
    return base_key(record), record.get("period")
