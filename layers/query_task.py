"""What a query finds in a store, counted in the background: read once, asked many times."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from sys import intern
from typing import NamedTuple

from ..core.collecting import no_collecting
from ..core.messages import Message
from ..core.query import Query
from ..core.schema import Record
from ..translation import tr
from .query_records import matching, needed_columns
from .sql_read import ROW_ID
from .store import open_store
from .store_task import StoreTask

# What conditions and the choice of rounds look at.
_LOOKED_AT = (
    *(ROW_ID, "uuid", "base_id", "period", "status", "product", "lon"),
    *("province", "city", "county", "township", "village"),
    *("subject_type", "certification", "trace_modes", "production_modes"),
    *("scale", "market_start", "market_end"),
)
_OF_ONE = ("uuid", "base_id")  # texts that hardly any other record has
_UNREAD = Message("The records could not be counted.")


class Found(NamedTuple):
    """What a query finds: the feature ids, and how many of them have a point."""

    fids: list[int]
    points: int


class Index:
    """The records of a store, reduced to what conditions look at."""

    def __init__(self, records: Iterable[Record]) -> None:
        self.records = list(records)
        self._latest = Query().rounds(self.records)
        self.villages: dict[str, set[str]] = {}  # by township
        for record in self.records:
            if record["township"]:
                villages = self.villages.setdefault(record["township"], set())
                if record["village"]:
                    villages.add(record["village"])

    def rounds(self, query: Query) -> list[Record]:
        """Return the records of the rounds that a query looks at."""
        return query.rounds(self.records) if query.period else self._latest


class ReadIndex(StoreTask):
    """Reads a store; leaves the ``index``."""

    FAILED = _UNREAD

    def __init__(self, path: str, done: Callable[[ReadIndex], None]) -> None:
        super().__init__(tr("Reading the records"), done)
        self.index: Index | None = None
        self._path = path

    def work(self) -> None:
        """Read all records."""
        with no_collecting():
            with open_store(self._path) as store:
                count, records = store.count(), store.records(_LOOKED_AT)
            self.index = Index(map(_compact, self.steps(records, count)))


class CountTask(StoreTask):
    """Counts what a query finds; leaves what is ``found``."""

    FAILED = _UNREAD

    def __init__(
        self, path: str, index: Index, query: Query, done: Callable[[CountTask], None]
    ) -> None:
        super().__init__(tr("Counting the records"), done, hidden=True)
        self.found: Found | None = None
        self._path, self._index, self._query = path, index, query

    def work(self) -> None:
        """Look at each record of the rounds that the query looks at."""
        query = self._query
        with no_collecting():
            found = [r for r in self.steps(self._index.rounds(query), 0) if query.fits(r)]
            if query.expression:
                kept = self._matching({record[ROW_ID] for record in found})
                found = [record for record in found if record[ROW_ID] in kept]
        points = sum(record["lon"] is not None for record in found)
        self.found = Found([record[ROW_ID] for record in found], points)

    def _matching(self, fids: set[int]) -> set[int]:
        """Return those of some records that meet the expression; what it needs is read anew."""
        expression = self._query.expression
        with open_store(self._path) as store:
            records = store.records((ROW_ID, *needed_columns(expression)))
        some = (record for record in self.steps(records, 0) if record[ROW_ID] in fids)
        return {record[ROW_ID] for record in matching(some, expression)}


def _compact(record: Record) -> Record:
    """Have records share the texts that occur in many of them."""
    for key, value in record.items():
        if value.__class__ is str and key not in _OF_ONE:
            record[key] = intern(value)
    return record
