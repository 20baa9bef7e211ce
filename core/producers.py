"""Who is one producer: the same name, however it is written; similar names are only told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from .names import SIMILAR_LENGTH, normalise_name, numbers_in, similar_keys
from .periods import base_key
from .schema import Record
from .text import name_key

TOLD = 5  # similar names at most


@lru_cache(10_000)
def producer_key(name: str | None) -> str:
    """Return the form in which names of one producer are equal: no blanks, labels, phones."""
    return name_key(normalise_name(name).value or name or "")


def producers_of(key: str, records: list[Record]) -> list[list[Record]]:
    """Return the records of one name by producer.

    A short name is a person's, and another one may have it: who shares neither a base, a
    phone nor a village with another is told apart.
    """
    if len(key) >= SIMILAR_LENGTH or len(records) == 1:
        return [records]
    parent = list(range(len(records)))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = number = parent[parent[number]]
        return number

    first: dict[tuple, int] = {}
    for number, record in enumerate(records):
        for mark in _marks(record):
            parent[root(number)] = root(first.setdefault(mark, number))
    groups: dict[int, list[Record]] = defaultdict(list)
    for number, record in enumerate(records):
        groups[root(number)].append(record)
    return list(groups.values())


def _marks(record: Record) -> Iterator[tuple]:
    """Yield what a person's records have in common."""
    yield "base", base_key(record)[0]
    if record.get("contact_phone"):
        yield "phone", record["contact_phone"]
    if record.get("village"):
        yield "village", record.get("township"), record["village"]


def similar_producers(keys: Iterable[str]) -> dict[str, list[str]]:
    """Return for each key the others that are one slip away, a few at most.

    Keys that are one character apart share what is left without one character, so that
    not every key is compared with every other.
    """
    buckets: dict[tuple, list[str]] = defaultdict(list)
    for key in keys:
        if len(key) >= SIMILAR_LENGTH:
            numbers = numbers_in(key)
            for part in {key, *(key[:i] + key[i + 1 :] for i in range(len(key)))}:
                buckets[part, numbers].append(key)
    told: dict[str, list[str]] = defaultdict(list)
    for found in buckets.values():
        for number, key in enumerate(found):
            known = told[key] if len(found) > 1 else ()
            for other in found[max(0, number - TOLD) : number + TOLD + 1]:
                if len(known) < TOLD and other not in (key, *known) and similar_keys(key, other):
                    known.append(other)
    return told
