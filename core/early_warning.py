"""Early warning (G5): what comes to market, what is overdue, where failed tests gather.

Found and counted here alone; layer, list and page show this one object.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from .gatherings import Gathering, Reach, gatherings
from .market import COMING, Market, markets
from .messages import Message
from .periods import base_key
from .products import Product
from .reviews import overdue
from .rounds import OVERDUE, PASSED, judge
from .samples import Sample, Samples
from .schema import Record
from .sorting import sort_key

# The kinds of warnings, COMING among them; each record or sample has one kind of its table.
UNCOLLECTED, RETURNED, GATHERED, FAILED = "uncollected", "returned", "gathered", "failed"
KINDS = (GATHERED, FAILED, RETURNED, UNCOLLECTED, COMING)


class Late(NamedTuple):
    """A record past its day: its round was not collected, or its return not corrected."""

    record: Record
    kind: str
    days: int
    reason: Message


class Failure(NamedTuple):
    """A failed sample: in a gathering or by itself; ``unplaced``: why it could not be judged."""

    sample: Sample
    gathering: Gathering | None
    unplaced: Message | None

    @property
    def kind(self) -> str:
        """GATHERED or FAILED."""
        return FAILED if self.gathering is None else GATHERED


@dataclass(frozen=True)
class Failures:
    """The failed samples of the days up to one, and their gatherings.

    ``known``: False where no results could be read. ``since``: the first day looked at.
    ``earlier`` and ``later``: failed samples before and after these days.
    """

    reach: Reach
    since: date
    known: bool = False
    listed: tuple[Failure, ...] = ()
    gatherings: tuple[Gathering, ...] = ()
    earlier: int = 0
    later: int = 0

    @property
    def gathered(self) -> int:
        """The number of samples in gatherings."""
        return sum(each.gathering is not None for each in self.listed)

    @property
    def unplaced(self) -> int:
        """The number of samples that have no place in space and time."""
        return sum(each.unplaced is not None for each in self.listed)


@dataclass(frozen=True)
class EarlyWarning:
    """All warnings of a day. ``until``: the last day of what is coming."""

    day: date
    until: date
    markets: tuple[Market, ...]
    late: tuple[Late, ...]
    failures: Failures

    @cached_property
    def coming(self) -> tuple[Market, ...]:
        """What comes to market, by day and place."""
        found = (each for each in self.markets if each.state == COMING)
        return tuple(sorted(found, key=lambda each: (each.first, *_place(each.record))))

    @cached_property
    def counts(self) -> Counter:
        """The number of each kind of warning, and of each state of market."""
        counts = Counter(each.state for each in self.markets)
        counts.update(each.kind for each in self.late)
        counts.update(each.kind for each in self.failures.listed)
        return counts

    def near(self, gathering: Gathering) -> int:
        """Return the bases of a gathering's products that lie in it or within its radius."""
        products = {name for name, _count in gathering.products}
        bases = {
            base_key(record)
            for record, *_state in self.markets
            if record["product"] in products
            and record["lon"] is not None
            and record["lat"] is not None
            and gathering.lies_near((record["lon"], record["lat"]), self.failures.reach.radius)
        }
        return len(bases)


def early_warning(
    found: Collection[Record],
    everything: Collection[Record],
    products: Mapping[str, Product],
    day: date,
    days: int,
    failures: Failures,
) -> EarlyWarning:
    """Return the warnings about the records ``found`` by a query.

    ``everything``: all records, of which the latest round of each base tells what is overdue;
    ``products`` by name; ``days``: how far ahead.
    """
    return EarlyWarning(
        day,
        day + timedelta(days),
        tuple(markets(found, day, days)),
        tuple(_late(found, everything, products, day)),
        failures,
    )


def find_failures(
    inspections: Iterable[dict],
    everything: Collection[Record],
    concerns: Callable[[Sample], bool],
    days: tuple[date, date],
    reach: Reach,
) -> Failures:
    """Return the failed samples that concern somebody, of the days from one to another.

    What has no day that can be read is listed as well. ``everything``: all records.
    """
    since, until = days
    samples = Samples(inspections, everything)
    concerned = [sample for sample in samples.all if concerns(sample)]
    failed = [sample for sample in concerned if sample.has_failed]
    within = [s for s in concerned if s.day is None or since <= s.day <= until]
    unplaced = {
        s.key: why for s in within if s.has_failed and (why := samples.why_unplaced(s)) is not None
    }
    placed = [s for s in within if s.point is not None and s.day is not None]
    groups = gatherings([s for s in placed if s.has_failed], placed, reach)
    of_sample = {sample.key: group for group in groups for sample in group.samples}
    listed = [Failure(s, of_sample.get(s.key), unplaced.get(s.key)) for s in within if s.has_failed]
    listed.sort(key=_gathered_first)
    return Failures(
        reach,
        since,
        True,
        tuple(listed),
        groups,
        sum(s.day is not None and s.day < since for s in failed),
        sum(s.day is not None and s.day > until for s in failed),
    )


def _late(
    found: Collection[Record],
    everything: Collection[Record],
    products: Mapping[str, Product],
    day: date,
) -> Iterator[Late]:
    """Yield what is past its day of the bases found, by township and collector, worst first."""
    bases = {base_key(record) for record in found}
    everything = [record for record in everything if base_key(record) in bases]
    late = {}
    for record, days in overdue(everything, day):
        reason = PASSED.told(deadline=record["return_deadline"])
        late[id(record)] = Late(record, RETURNED, days, reason)
    for record, standing in judge(everything, products, day, returns=False):
        if standing.state == OVERDUE and id(record) not in late:
            late[id(record)] = Late(record, UNCOLLECTED, -standing.days, standing.reason)
    yield from sorted(late.values(), key=_worst_first)


def _worst_first(each: Late) -> tuple:
    record = each.record
    return sort_key(record["township"]), sort_key(record["collector"]), -each.days, *_place(record)


def _gathered_first(each: Failure) -> tuple:
    """Sort by gathering, what stands alone after them, what has no place last; the latest first."""
    group, day = each.gathering, each.sample.day
    return (
        each.unplaced is not None,
        group is None,
        group.number if group else 0,
        -day.toordinal() if day else 0,
        each.sample.key,
    )


def _place(record: Record) -> tuple:
    columns = ("township", "product", "village", "subject_name", "uuid")
    return tuple(sort_key(record[column]) for column in columns)
