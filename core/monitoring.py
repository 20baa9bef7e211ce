"""Monitoring of the collecting (D6): the figures of core/figures.py, counted for one day.

The one place where they are counted: ``compare`` in monitoring_table.py puts two days side
by side, and sheet, page and dock only show what comes out of there. What is counted is each
base with each of its products, and for returns each record.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from . import figures as f
from .accepting import Accepted
from .clock import local_day
from .findings import ERROR
from .periods import base_key, is_month, month_of
from .reviews import INCOMPLETE, days_over, late_corrections, unconfirmed
from .round_windows import COLLECTED, OPENED, STOPPED, in_time_until, round_of
from .rounds import DUE, FRESH, OVERDUE, interval_of
from .rounds import judge as judge_rounds
from .rules import Context
from .rules import judge as judge_rules
from .schema import APPROVED, RETURNED, Record
from .stored_dates import day_of

Place = tuple  # what is in a line of its own: values of some of PLACE, None where empty
PLACE = ("township", "product", "village", "collector")
_STATES = {FRESH: f.COLLECTED, DUE: f.OPEN, OVERDUE: f.MISSED}


class Known(NamedTuple):
    """What the store tells beside the records; empty for a copy without a store.

    ``entered``: uuid -> time (UTC) at which the scale came into the store. ``ended``: what
    ``Store.ended_returns`` has of the month. ``accepted``: warnings.
    """

    entered: Mapping[str, str] = {}
    ended: Iterable[dict] = ()
    accepted: Accepted = Accepted()


class Tally(NamedTuple):
    """The counts of a day by place (all of PLACE), and what is not in them."""

    day: date
    counts: dict[Place, Counter]
    stopped: int  # bases
    undated: int  # collected rounds of which nobody knows when


def tally(
    records: Iterable[Record],
    day: date,
    context: Context,
    known: Known = Known(),  # noqa: B008
    asked: Collection[str | None] | None = None,
    watch: Callable[[Iterable], Iterable] = iter,
) -> Tally:
    """Count the records as they are on a day; n log n.

    ``records``: of all rounds. ``asked``: the uuids of those that count, where not all do;
    the others are only compared with. ``watch`` goes through records and findings, and may
    pause or stop.
    """
    records = list(watch(records))
    everything = list(_bases(records, day, context))
    chosen = [each for each in everything if _asked(each.record, asked)]
    bases = [each for each in chosen if not each.stopped]
    collected = [each.spoken for each in bases if each.figure == f.COLLECTED]
    among = [each.spoken for each in everything]
    faults = _faults(watch(collected), among, day, context, known.accepted, watch)
    counts: dict[tuple, int] = Counter()
    undated = 0
    for each in watch(bases):
        found = [f.BASES]
        if each.figure is not None:
            found += (f.EXPECTED, each.figure)
        if each.figure == f.COLLECTED:
            record = each.spoken
            when = _when(record, known)
            undated += when is None
            found += _of_collected(record, faults[id(record)], when, each.interval)
        counts[_place(each.record), tuple(found)] += 1
    corrected = late_corrections(known.ended, day, day.replace(day=1))
    late = {each.returned["uuid"] for each in corrected}
    for record in watch(records):
        if _asked(record, asked) and (record["status"] == RETURNED or record["uuid"] in late):
            counts[_place(record), tuple(_of_return(record, day, late))] += 1
    places: dict[Place, Counter] = defaultdict(Counter)
    for (place, found), number in counts.items():
        places[place].update(dict.fromkeys(found, number))
    return Tally(day, places, len(chosen) - len(bases), undated)


class _Base(NamedTuple):
    """A base and product: its current record, the one that tells what was collected last.

    ``figure``: where its round stands, None where none is asked for.
    """

    record: Record
    spoken: Record
    interval: str | None
    figure: str | None
    stopped: bool


def _bases(records: list[Record], day: date, context: Context) -> Iterator[_Base]:
    """Yield each base and product as it is on a day."""
    told = _until(records, day)
    done: dict[tuple, Record] = {}
    for record in told:
        if round_of(record).progress != OPENED:
            done.setdefault((*base_key(record), record.get("period")), record)
    for record, standing in judge_rounds(told, context.by_name, day, returns=False):
        spoken = record
        if round_of(record).progress == OPENED:
            spoken = done.get((*base_key(record), standing.last), record)
        interval = interval_of(context.product(record.get("product")))
        figure = _STATES[standing.state] if interval is not None else None
        known = round_of(spoken).progress == COLLECTED and not _later(spoken, day)
        if standing.state == FRESH and not known:
            figure = None  # opened for a later round, or stopped
        yield _Base(record, spoken, interval, figure, round_of(record).progress == STOPPED)


def _until(records: list[Record], day: date) -> list[Record]:
    """Return the records without those of later months, where a base has any other."""
    known = {base_key(record) for record in records if not _later(record, day)}
    return [r for r in records if not _later(r, day) or base_key(r) not in known]


def _later(record: Record, day: date) -> bool:
    period = record.get("period") or ""
    return is_month(period) and period > month_of(day)


def _asked(record: Record, asked: Collection[str | None] | None) -> bool:
    return asked is None or record["uuid"] in asked


def _place(record: Record) -> Place:
    return tuple((record[column] or "").strip() or None for column in PLACE)


def _faults(
    collected: Iterable[Record],
    among: list[Record],
    day: date,
    context: Context,
    accepted: Accepted,
    watch: Callable[[Iterable], Iterable],
) -> dict[int, set[str]]:
    """Return what the rules find, by id of the record: the figures that are then no longer so."""
    faults: dict[int, set[str]] = defaultdict(set)
    context = replace(context, today=lambda: day)
    for record, finding in watch(judge_rules(collected, context, among)):
        if finding.level == ERROR:
            faults[id(record)].add(f.CONFORMING)
            if finding.rule in INCOMPLETE:
                faults[id(record)].add(f.COMPLETE)
        elif accepted.of(finding, record) is None:
            faults[id(record)].add(f.DOUBTFUL)
    return faults


def _of_collected(
    record: Record, faults: set[str], when: date | None, interval: str | None
) -> Iterator[str]:
    """Yield the figures to which a collected round belongs."""
    if f.COMPLETE not in faults:
        yield f.COMPLETE
    if f.CONFORMING not in faults:
        yield f.CONFORMING
    if f.DOUBTFUL in faults:
        yield f.DOUBTFUL
    if not unconfirmed(record):
        yield f.CONFIRMED
    until = in_time_until(round_of(record), interval)
    if when is not None and until is not None and when <= until:
        yield f.IN_TIME
    if record["status"] == APPROVED:
        yield f.APPROVED


def _when(record: Record, known: Known) -> date | None:
    """Return the day on which a round was collected, None where nobody knows."""
    return day_of(record["collected_on"]) or local_day(known.entered.get(record["uuid"]))


def _of_return(record: Record, day: date, late: Collection[str]) -> Iterator[str]:
    if record["status"] == RETURNED:
        yield f.SENT_BACK
        if days_over(record, day) is not None:
            yield f.SENT_BACK_LATE
    if record["uuid"] in late:
        yield f.CORRECTED_LATE
