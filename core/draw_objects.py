"""The frame of a draw out of records and people: producers, their lots, who has to do with whom.

A producer is one through all its records in the store, also through those not asked for.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from .clock import local_day
from .draw_frame import Frame, Inspector, Place, Producer
from .people import Person, in_use
from .producers import producer_key, producers_of
from .schema import POINT, Record
from .stored_dates import last_day
from .tables import INSPECTOR, split_list
from .text import name_key

FAILED_WITHIN = timedelta(days=730)  # results that count for the lots
MOST_LOTS = 5  # one, and one for each failed result

_OWN = ("subject_name", "contact", "collector", "grid_officer")  # people of a record
COLUMNS = (  # of a record that are looked at
    *("uuid", "base_id", "product", "township", "village", "scale", "contact_phone"),
    *_OWN,
    *POINT,
)


class Framed(NamedTuple):
    """A frame, and how many producers and records are not in it."""

    frame: Frame
    seen: int  # producers drawn or inspected since the day asked for
    nameless: int  # records without a producer
    stopped: int  # records whose scale is 0


class Objects:
    """The producers of the records asked for, known through all records of the store."""

    def __init__(
        self, asked: Iterable[Record], everything: Iterable[Record], people: Iterable[Person]
    ) -> None:
        """``asked``: each with a number of its own, and also in ``everything``."""
        groups: dict[str, list[Record]] = defaultdict(list)
        for record in everything:
            if record["subject_name"]:
                groups[producer_key(record["subject_name"])].append(record)
        self._by_key = {key: producers_of(key, group) for key, group in groups.items()}
        self._of: dict[str, int] = {}  # record or base -> number of its producer
        self._of_key: dict[str, list[int]] = {}
        number = 0
        for key, parts in self._by_key.items():
            self._of_key[key] = list(range(number, number + len(parts)))
            for part in parts:
                for record in part:
                    self._of[record["uuid"]] = self._of[record["base_id"]] = number
                number += 1
        self._records: dict[int, list[Record]] = defaultdict(list)
        self._nameless = self._stopped = 0
        for record in asked:
            if not record["subject_name"]:
                self._nameless += 1
            elif record["scale"] == 0:
                self._stopped += 1
            else:
                self._records[self._of[record["uuid"]]].append(record)
        self._inspectors = [row for row in people if row["role"] == INSPECTOR and in_use(row)]

    def frame(self, seen: Iterable[dict], failed: Iterable[dict]) -> Framed:
        """Return the frame without the producers ``seen``; each of ``failed`` gives a lot.

        Both are rows with ``uuid``, ``base_id`` and ``subject_name`` of items or results.
        """
        out = {number for row in seen for number in self._whose(row)}
        failures = Counter(number for row in failed for number in self._whose(row))
        kept = {number: of for number, of in self._records.items() if number not in out}
        producers = {
            number: Producer(
                id=min(record["uuid"] for record in of),
                name=_name(of),
                lots=min(MOST_LOTS, 1 + failures[number]),
                places=tuple(map(_place, of)),
            )
            for number, of in kept.items()
        }
        frame = Frame.of(producers.values(), self._able(kept, producers))
        return Framed(frame, len(self._records) - len(kept), self._nameless, self._stopped)

    def _whose(self, row: dict) -> Sequence[int]:
        """Return the producers that a row speaks of: by base or record, else all of the name."""
        for key in (row["base_id"], row["uuid"]):
            if key and key in self._of:
                return (self._of[key],)
        return self._of_key.get(producer_key(row["subject_name"]), ())

    def _able(
        self, records: dict[int, list[Record]], producers: dict[int, Producer]
    ) -> list[Inspector]:
        """Return the inspectors with the producers that they have to do with."""
        people = {name_key(row["name"]) for row in self._inspectors}
        firms = {producer_key(row["organisation"]) for row in self._inspectors}
        own: dict[str, set[str]] = defaultdict(set)
        for number, of in records.items():
            for record in of:
                for column in _OWN:
                    key = name_key(record[column] or "")
                    if key in people:
                        own[key].add(producers[number].id)
                key = producer_key(record["subject_name"])
                if key in firms:
                    own[key].add(producers[number].id)
        return [
            Inspector(
                id=row["id"],
                name=row["name"],
                barred=split_list(row["barred_townships"]),
                own=tuple(own[name_key(row["name"])] | own[producer_key(row["organisation"])]),
            )
            for row in self._inspectors
        ]


def seen_since(
    day: date | None, draws: Iterable[dict], items: Iterable[dict], inspections: Iterable[dict]
) -> list[dict]:
    """Return the items and results of that day and later; none without a day."""
    if day is None:
        return []
    since = {row["id"] for row in draws if (local_day(row["time"]) or date.min) >= day}
    found = [row for row in items if row["draw_id"] in since]
    return found + [row for row in inspections if _on(row) >= day]


def failed_before(day: date, inspections: Collection[dict]) -> list[dict]:
    """Return the failed results of the two years that end on a day."""
    first = day - FAILED_WITHIN
    return [row for row in inspections if row["passed"] == 0 and first <= _on(row) <= day]


def _on(row: dict) -> date:
    return last_day(row["inspected_on"]) or date.min


def _name(records: Iterable[Record]) -> str:
    """Return the name written most often, the smallest of several."""
    names = Counter(record["subject_name"] for record in records)
    return min(names, key=lambda name: (-names[name], name))


def _place(record: Record) -> Place:
    point = None if record["lon"] is None else (record["lon"], record["lat"])
    words = (record[key] or "" for key in ("base_id", "township", "village", "product"))
    return Place(record["uuid"], *words, point)
