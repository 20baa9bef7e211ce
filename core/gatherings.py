"""Where failed tests gather in place and time, and what there is to know of each gathering.

The method is written down in docs/early_warning.md: samples that hang together in short
steps (``chains``), so many at least. The same samples give the same gatherings in any order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from math import fsum
from typing import NamedTuple

from .chains import Spot, chains
from .distances import LonLat, metres
from .producers import producer_key
from .samples import Sample
from .sorting import sort_key


class Reach(NamedTuple):
    """What hangs together: metres and days between two samples, and how many there must be."""

    radius: float
    window: int
    least: int


class Gathering(NamedTuple):
    """Failed samples that lie close together.

    ``spread``: metres from the middle to the farthest. ``tested``: samples taken within it
    from the first to the last day, those that passed included. The counts are
    (name or None, failed samples), the most first; a sample of two items counts in both.
    """

    number: int
    samples: tuple[Sample, ...]
    first: date
    last: date
    middle: LonLat
    spread: float
    producers: int
    townships: tuple[tuple[str | None, int], ...]
    products: tuple[tuple[str | None, int], ...]
    items: tuple[tuple[str | None, int], ...]
    tested: int

    def lies_near(self, point: LonLat, beyond: float) -> bool:
        """Tell whether a point lies within the spread and so many metres beyond it."""
        return metres(self.middle, point) <= self.spread + beyond


def gatherings(
    failed: Sequence[Sample], tested: Sequence[Sample], reach: Reach
) -> tuple[Gathering, ...]:
    """Return the gatherings, the largest first, then the latest; each sample in one at most.

    ``failed`` and ``tested`` have a point and a day; ``tested`` are all, ``failed`` among them.
    """
    failed = sorted(failed, key=lambda sample: sample.key)
    spots = [Spot(*sample.point, sample.day.toordinal()) for sample in failed]
    found = [
        tuple(failed[number] for number in numbers)
        for numbers in chains(spots, reach.radius, reach.window)
        if len(numbers) >= reach.least
    ]
    found.sort(key=_largest_first)
    return tuple(_gathering(number, samples, tested) for number, samples in enumerate(found, 1))


def _largest_first(samples: Sequence[Sample]) -> tuple:
    latest = max(sample.day for sample in samples)
    return -len(samples), -latest.toordinal(), samples[0].key


def _gathering(number: int, samples: tuple[Sample, ...], tested: Iterable[Sample]) -> Gathering:
    samples = tuple(sorted(samples, key=lambda sample: (sample.day, sample.key)))
    first, last, count = samples[0].day, samples[-1].day, len(samples)
    middle = tuple(fsum(sample.point[axis] for sample in samples) / count for axis in (0, 1))
    spread = max(metres(middle, sample.point) for sample in samples)
    there = (
        sample
        for sample in tested
        if first <= sample.day <= last and metres(middle, sample.point) <= spread
    )
    return Gathering(
        number,
        samples,
        first,
        last,
        middle,
        spread,
        len({producer_key(sample.record["subject_name"]) for sample in samples}),
        counted(sample.of_base("township") for sample in samples),
        counted(sample.product for sample in samples),
        counted(item for sample in samples for item in sample.failed or (None,)),
        sum(1 for _ in there),
    )


def counted(names: Iterable[str | None]) -> tuple[tuple[str | None, int], ...]:
    """Return each name with how often it comes, the most frequent first."""
    counts = Counter(names)
    return tuple(sorted(counts.items(), key=lambda each: (-each[1], sort_key(each[0]))))
