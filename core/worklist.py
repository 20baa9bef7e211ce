"""The worklist: a compact index of a store's records, with queues, filters and counts.

Made for 100,000 records: an entry holds only what lists show and rules of the whole
table compare, and the text that a search looks through is put together once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from .accepting import Accepted
from .due import due_reason
from .products import Product
from .reviews import is_late
from .rounds import interval_of
from .schema import APPROVED, DRAFT, RETURNED, STATUSES, SUBMITTED
from .sorting import sort_key
from .text import nfkc
from .worklist_entry import DELETED, TABLE_VALUES, Entry, TableFacts

# The queues, in the order of the work.
TO_PLACE, WRONG, SENT_BACK, IS_DUE, ALL = "place", "wrong", "returned", "due", "all"
QUEUES = (TO_PLACE, WRONG, SENT_BACK, IS_DUE, ALL)
# Those of the review: waiting for it, returned, returned and past the deadline, …
TO_REVIEW, LATE, IN_DRAFT, PASSED = "submitted", "late", "draft", "approved"
REVIEW_QUEUES = (TO_REVIEW, SENT_BACK, LATE, IN_DRAFT, PASSED)
_BITS = {
    **{TO_PLACE: 1, WRONG: 2, SENT_BACK: 4, IS_DUE: 8, ALL: 0},
    **{TO_REVIEW: 16, LATE: 32, IN_DRAFT: 64, PASSED: 128},
}
_OF_STATUS = {SUBMITTED: TO_REVIEW, RETURNED: SENT_BACK, DRAFT: IN_DRAFT, APPROVED: PASSED}

# What a list can be sorted by.
PRODUCER, PRODUCT, VILLAGE, STATE, PROBLEM = "producer", "product", "village", "state", "problem"


@dataclass(frozen=True)
class Filter:
    """What is asked for; empty parts ask for everything. All words of ``text`` must occur."""

    queue: str = ALL
    township: str = ""
    product: str = ""
    collector: str = ""
    text: str = ""

    @property
    def narrows(self) -> bool:
        """Whether anything beside the queue is asked for."""
        return bool(self.township or self.product or self.collector or self.text.strip())


class View(NamedTuple):
    """The entries that fit, sorted, and how many of each queue fit the rest of the filter."""

    entries: list[Entry]
    counts: dict[str, int]


class Worklist:
    """The entries of a store by feature id, kept up to date one by one or as a whole."""

    def __init__(
        self,
        entries: Iterable[Entry] = (),
        products: Iterable[Product] = (),
        today: date = date.min,
        accepted: Accepted | None = None,
    ) -> None:
        self.entries: dict[int, Entry] = {entry.fid: entry for entry in entries}
        self.today = today
        self.accepted = accepted or Accepted()
        self._intervals = {product.name: interval_of(product) for product in products}
        self._keys: dict[object, bytes] = {}
        self._order: list[Entry] = []
        self._sorted_by = ""
        for entry in self.entries.values():
            self._settle(entry)

    # --- keeping it up to date ------------------------------------------------------

    def put(self, entry: Entry) -> bool:
        """Add or replace an entry; return whether rules of the whole table look at the change."""
        old = self.entries.get(entry.fid)
        entry.table = old.table if old is not None else None
        self.entries[entry.fid] = entry
        self._settle(entry)
        self._sorted_by = ""
        return old is None or TABLE_VALUES(old) != TABLE_VALUES(entry)

    def drop(self, fid: int) -> bool:
        """Remove an entry; return whether it was there."""
        self._sorted_by = ""
        return self.entries.pop(fid, None) is not None

    def set_table(self, facts: dict[int, TableFacts]) -> bool:
        """Take over what rules of the whole table found; return whether anything is new."""
        new = False
        for fid, entry in self.entries.items():
            if entry.table != facts.get(fid):
                entry.table = facts.get(fid)
                self._settle(entry)
                new = True
        if new:
            self._sorted_by = ""
        return new

    def set_today(self, today: date) -> bool:
        """Judge what is due by another day; return whether it is another."""
        if today == self.today:
            return False
        self.today = today
        for entry in self.entries.values():
            self._settle(entry)
        return True

    def _settle(self, entry: Entry) -> None:
        """Say which queues an entry stands in."""
        entry.flags, entry.due = 0, None
        if entry.mark == DELETED:
            return
        table = entry.table
        latest = None if table is not None and table.superseded else entry.round
        basis = table.basis if table is not None else None
        interval = self._intervals.get(entry.product)
        entry.due = due_reason(entry.status, entry.deadline, interval, latest, self.today, basis)
        entry.flags = (
            (entry.lon is None and _BITS[TO_PLACE])
            | (entry.is_wrong and _BITS[WRONG])
            | _BITS[_OF_STATUS.get(entry.status or DRAFT, ALL)]
            | (is_late(entry.status, entry.deadline, self.today) and _BITS[LATE])
            | (entry.due is not None and _BITS[IS_DUE])
        )

    # --- looking at it --------------------------------------------------------------

    def view(self, asked: Filter, sort: str = VILLAGE, descending: bool = False) -> View:
        """Return what fits a filter, sorted, with the counts of all queues."""
        self.sort(sort)
        found = self._order
        if asked.township:
            found = [e for e in found if e.township == asked.township]
        if asked.product:
            found = [e for e in found if e.product == asked.product]
        if asked.collector:
            found = [e for e in found if e.collector == asked.collector]
        for word in nfkc(asked.text).casefold().split():
            found = [e for e in found if word in e.haystack]
        sizes = Counter([e.flags for e in found])
        counts = {
            queue: sum(size for flags, size in sizes.items() if flags & bit or not bit)
            for queue, bit in _BITS.items()
        }
        bit = _BITS[asked.queue]
        if bit:
            found = [e for e in found if e.flags & bit]
        return View(found[::-1] if descending else list(found), counts)

    def values(self, column: str) -> list[str]:
        """Return the values of ``township``, ``product`` or ``collector`` that occur, sorted."""
        return sorted(
            {getattr(entry, column) for entry in self.entries.values()} - {None}, key=sort_key
        )

    def sort(self, sort: str) -> None:
        """Have the entries sorted, so that the next view need not."""
        if self._sorted_by != sort:
            self._order = sorted(self.entries.values(), key=_SORTS[sort](self))
            self._sorted_by = sort

    def _key(self, text: str | None) -> bytes:
        key = self._keys.get(text)
        if key is None:
            key = self._keys[text] = sort_key(text)
        return key

    def _by_village(self, entry: Entry) -> bytes:
        place = (entry.township, entry.village)
        key = self._keys.get(place)
        if key is None:
            key = self._keys[place] = self._key(place[0]) + b"\0" + self._key(place[1])
        return key


def _by_problem(entry: Entry) -> tuple:
    """Sort what has most errors first, the same problems side by side."""
    message = entry.problem
    return (-entry.error_count, -entry.warning_count, message.text if message is not None else "")


_STATUS_ORDER = {status: position for position, status in enumerate(STATUSES)}
_SORTS = {
    PRODUCER: lambda worklist: lambda entry: worklist._key(entry.producer),
    PRODUCT: lambda worklist: lambda entry: worklist._key(entry.product),
    VILLAGE: lambda worklist: worklist._by_village,
    STATE: lambda worklist: lambda entry: _STATUS_ORDER.get(entry.status, len(STATUSES)),
    PROBLEM: lambda worklist: _by_problem,
}
