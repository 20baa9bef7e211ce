"""What was sampled and tested, joined to the bases of a store: one sample, however many tests.

A laboratory writes a line for each item; the lines of one sample count once. What failed
and cannot be placed keeps the reason, so that none is lost.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import NamedTuple

from .inspection_joins import Producers
from .inspections import place_in
from .messages import Message
from .periods import current
from .producers import producer_key
from .schema import Record
from .sorting import sort_key
from .stored_dates import last_day

NO_PRODUCER = Message("No producer of this name in the store")
SEVERAL_PRODUCERS = Message("Several producers have this name")
SEVERAL_BASES = Message("The producer has several bases, and the result names none")
NO_POINT = Message("The base has no point")
NO_DAY = Message("The date cannot be read")


class Sample(NamedTuple):
    """A sample and how its tests came out.

    ``day``: a month alone counts as its last day; None where no date can be read.
    ``failed``: items that failed, as they are named. ``record``: of the base, None where it
    is not known. ``key`` tells samples apart and sorts them.
    """

    key: tuple
    producer: str | None
    product: str | None
    day: date | None
    stated: str | None
    report: str | None
    has_failed: bool
    failed: tuple[str, ...]
    record: Record | None
    remarks: str | None

    @property
    def point(self) -> tuple[float, float] | None:
        """The point (lon, lat) of the base in degrees."""
        if self.record is None or self.record["lon"] is None or self.record["lat"] is None:
            return None
        return self.record["lon"], self.record["lat"]

    def of_base(self, column: str) -> str | None:
        """Return what the record of the base says."""
        return self.record and self.record[column]


class Samples:
    """The samples of a store's tests."""

    def __init__(self, inspections: Iterable[dict], records: Collection[Record]) -> None:
        """``inspections``: rows of the table; ``records``: all of the store."""
        self._records = records
        self._numbers = {record["uuid"]: record for record in records}
        self._bases: dict[tuple, Record] = {}
        for record in current(records):
            for key in ((record["base_id"], None), (record["base_id"], record["product"])):
                other = self._bases.get(key)
                if other is None or record["uuid"] < other["uuid"]:
                    self._bases[key] = record
        rows: dict[tuple, list[dict]] = defaultdict(list)
        for row in inspections:
            rows[_key(row)].append(row)
        self.all = tuple(self._sample(key, rows[key]) for key in sorted(rows))

    def why_unplaced(self, sample: Sample) -> Message | None:
        """Return why a sample has no place in space and time, None where it has."""
        if sample.record is None:
            place = place_in(sample.remarks)
            joined = self._producers.join(sample.producer, sample.product, place)
            if joined.joined:
                return SEVERAL_BASES
            return SEVERAL_PRODUCERS if joined.candidates else NO_PRODUCER
        if sample.point is None:
            return NO_POINT
        return NO_DAY if sample.day is None else None

    @cached_property
    def _producers(self) -> Producers:
        return Producers(self._records)

    def _sample(self, key: tuple, rows: list[dict]) -> Sample:
        rows.sort(key=_row_key)
        first = rows[0]
        failed = [row for row in rows if row["passed"] == 0]
        return Sample(
            key,
            first["subject_name"],
            first["product"],
            last_day(first["inspected_on"]),
            first["inspected_on"],
            first["report_number"],
            bool(failed),
            tuple(sorted({row["item"] for row in failed if row["item"]}, key=sort_key)),
            next(self._places(first), None),
            first["remarks"],
        )

    def _places(self, row: dict) -> Iterator[Record]:
        """Yield the records that a test may be of, the closest first."""
        if row["uuid"] in self._numbers:
            yield self._numbers[row["uuid"]]
        for product in (row["product"], None) if row["base_id"] else ():
            if (row["base_id"], product) in self._bases:
                yield self._bases[row["base_id"], product]


def _key(row: dict) -> tuple:
    """Return what the tests of one sample have in common."""
    whom = row["base_id"] or row["uuid"] or producer_key(row["subject_name"])
    told = (row["inspected_on"], row["report_number"], row["product"], whom)
    return tuple(value or "" for value in told)


def _row_key(row: dict) -> tuple[str, ...]:
    """Return a key that brings the tests of a sample into one order, however they came."""
    columns = ("uuid", "subject_name", "item", "remarks", "id")
    return tuple(row[column] or "" for column in columns)
