"""The figures of a day beside those of the month before, by area: what is shown of D6."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from . import figures as f
from .messages import Message
from .monitoring import PLACE, Place, Tally
from .sorting import sort_key


class Line(NamedTuple):
    """The figures of a place; ``before`` None where nothing is known of the month before."""

    place: Place
    now: dict[str, int]
    before: dict[str, int] | None

    def change(self, figure: str) -> int | None:
        """Return the change of a figure against the month before, None where it is unknown."""
        return None if self.before is None else self.now[figure] - self.before[figure]

    def share(self, figure: str) -> float | None:
        """Return the part (0 to 1) that a figure is of another, None where that is 0 or none."""
        whole = self.now.get(f.BY_KEY[figure].part_of or "")
        return self.now[figure] / whole if whole else None


@dataclass(frozen=True)
class Monitoring:
    """What sheet, page and dock show; lines are sorted, places without a name last."""

    day: date
    before: date | None  # the day compared with; None where nothing is known of it
    total: Line
    townships: tuple[Line, ...]  # (township,)
    products: tuple[Line, ...]  # (product,)
    crossed: tuple[Line, ...]  # (township, product)
    villages: tuple[Line, ...]  # (township, village)
    collectors: tuple[Line, ...]  # (township, collector), only those who are late; worst first
    notes: tuple[Message, ...]

    def by_township(self) -> Iterator[tuple[Line, list[Line]]]:
        """Yield each township's line with those of its products."""
        products = {town: list(of) for town, of in groupby(self.crossed, lambda x: x.place[0])}
        for line in self.townships:
            yield line, products[line.place[0]]

    def of_product(self, product: str | None) -> tuple[Line, ...]:
        """Return the lines of one product, by township: (township, product)."""
        return tuple(line for line in self.crossed if line.place[1] == product)


def month_before(day: date) -> date:
    """Return the last day of the month before."""
    return day.replace(day=1) - timedelta(days=1)


def compare(
    now: Tally,
    before: Tally | None,
    products: Iterable[str] = (),
    notes: Iterable[Message] = (),
) -> Monitoring:
    """Put the figures of a day beside those of the month before.

    ``before``: None where nothing is known of it. ``products``: in the county's order.
    ``notes``: what to know beside the figures.
    """
    order = {name: position for position, name in enumerate(products)}

    def lines(*columns: str) -> list[Line]:
        old = _sums(before, columns) if before is not None else None
        new = _sums(now, columns)
        places = {**new, **(old or {})}
        found = [Line(p, _full(new, p), None if old is None else _full(old, p)) for p in places]
        return sorted(found, key=lambda line: _position(line.place, columns, order))

    total = Line((), _full(_sums(now, ()), ()), before and _full(_sums(before, ()), ()))
    late = [line for line in lines("township", "collector") if any(_lateness(line))]
    return Monitoring(
        now.day,
        before.day if before is not None else None,
        total,
        tuple(lines("township")),
        tuple(lines("product")),
        tuple(lines("township", "product")),
        tuple(lines("township", "village")),
        tuple(sorted(late, key=_lateness, reverse=True)),
        (*notes, *_own_notes(now)),
    )


def _sums(tallied: Tally, columns: tuple[str, ...]) -> dict[Place, Counter]:
    """Return the counts by some columns of the place."""
    slots = [PLACE.index(column) for column in columns]
    sums: dict[Place, Counter] = defaultdict(Counter)
    for place, counts in tallied.counts.items():
        sums[tuple(place[slot] for slot in slots)].update(counts)
    return sums


def _full(sums: Mapping[Place, Counter], place: Place) -> dict[str, int]:
    found = sums.get(place, {})
    return {key: found.get(key, 0) for key in f.KEYS}


def _position(place: Place, columns: tuple[str, ...], order: Mapping[str, int]) -> tuple:
    """Sort products as the county does, all else by pinyin; what has no name last."""
    return tuple(
        (value is None, order.get(value, len(order)) if column == "product" else 0, sort_key(value))
        for column, value in zip(columns, place)
    )


def _lateness(line: Line) -> tuple[int, ...]:
    now = line.now
    return now[f.SENT_BACK_LATE] + now[f.MISSED], now[f.SENT_BACK_LATE], now[f.CORRECTED_LATE]


def _own_notes(now: Tally) -> Iterator[Message]:
    if now.stopped:
        yield Message("{count} bases have stopped and are not counted.", count=now.stopped)
    if now.undated:
        yield Message(
            "Of {count} collected rounds nobody knows when they were collected: they are not "
            "counted as in time.",
            count=now.undated,
        )
