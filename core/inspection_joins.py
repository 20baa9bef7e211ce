"""Which producer, base and record an inspection is about: joined by name, the like proposed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import NamedTuple

from .names import SIMILAR_LENGTH
from .periods import current
from .producers import TOLD, producer_key, producers_of, similar_producers
from .regions import stem
from .schema import Record
from .spelling import within_one

_PART = 4  # characters of a name that may be a part of another one


class Joined(NamedTuple):
    """What an inspection was joined to.

    ``joined``: the producer is known; ``base_id`` and ``uuid`` where there is just one.
    ``candidates``: records of producers that it may be, where it is not known.
    """

    joined: bool
    base_id: str | None = None
    uuid: str | None = None
    candidates: tuple[Record, ...] = ()


class Producers:
    """The producers of a store by name."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._by_name: dict[str, list[Record]] = defaultdict(list)
        for record in current(records):
            if record["subject_name"]:
                self._by_name[producer_key(record["subject_name"])].append(record)

    def join(self, name: str | None, product: str | None, place: str = "") -> Joined:
        """Return what an inspection of a producer's product, at a place in words, is about."""
        key = producer_key(name) if name else ""
        known = self._by_name.get(key, [])
        if not known:
            return Joined(False)
        found = _narrowed(known, place, product)
        # A short name is a person's, and others may have it, here or at the place that is named.
        elsewhere = place and len(key) < SIMILAR_LENGTH and not _at(found[0], place)
        if elsewhere or len(producers_of(key, found)) > 1:
            return Joined(False, candidates=_one_each(found))
        bases = {record["base_id"] for record in found}
        numbers = {record["uuid"] for record in found if record["product"] == product}
        return Joined(
            True,
            bases.pop() if len(bases) == 1 else None,
            numbers.pop() if len(numbers) == 1 else None,
        )

    def like(self, names: Iterable[str]) -> dict[str, tuple[Record, ...]]:
        """Return for each name the producers that it may mean: one slip away, or a part of it."""
        keys = {name: producer_key(name) for name in names}
        slips = similar_producers({*self._by_name, *keys.values()})
        found = {}
        for name, key in keys.items():
            near = [other for other in slips.get(key, ()) if other in self._by_name]
            near += [x for x in self._by_name if x not in near and _is_part(key, x)]
            found[name] = tuple(self._by_name[other][0] for other in near[:TOLD])
        return found


def _narrowed(known: list[Record], place: str, product: str | None) -> list[Record]:
    """Return the records at the place and with the product, as far as there are any."""
    tests: tuple[Callable[[Record], bool], ...] = (
        lambda record: _names(place, record["township"]),
        lambda record: _names(place, record["village"]),
        lambda record: record["product"] == product,
    )
    for fits in tests:
        known = [record for record in known if fits(record)] or known
    return known


def _names(place: str, name: str | None) -> bool:
    return bool(name) and stem(name) in place


def _at(record: Record, place: str) -> bool:
    return _names(place, record["township"]) or _names(place, record["village"])


def _one_each(records: list[Record]) -> tuple[Record, ...]:
    places = {(record["township"], record["village"]): record for record in records}
    return tuple(places.values())[:TOLD]


def _is_part(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= _PART and short in long


def near_names(one: str | None, other: str | None) -> bool:
    """Tell whether one of two names may be the other, corrected."""
    first, second = producer_key(one), producer_key(other)
    return bool(first and second) and (within_one(first, second) or _is_part(first, second))
