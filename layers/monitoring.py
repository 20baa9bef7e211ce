"""Monitoring of a store: the figures of a day, and of the month before from its history."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import date

from ..core.accepting import Accepted
from ..core.boundary import Boundary
from ..core.clock import beginning
from ..core.messages import Message
from ..core.monitoring import Known, Tally, tally
from ..core.monitoring_table import Monitoring, compare, month_before
from ..core.rules import Context
from ..core.schema import Record
from ..core.tables import ACCEPTED
from ..translation import tr
from .rule_context import store_context
from .store import Store, open_store
from .store_task import StoreTask

_Watch = Callable[[Iterable], Iterable]


def monitor(
    store: Store | None,
    records: Iterable[Record],
    day: date,
    context: Context,
    asked: Collection[str | None] | None = None,
    watch: _Watch = iter,
) -> Monitoring:
    """Return the figures of these records on a day, beside those of the month before.

    ``store``: that the records are from, None for a copy, which has no history. ``asked``:
    as ``tally`` takes it. Raises StoreError.
    """
    before, notes = None, []
    if day != context.today():
        notes.append(
            Message(
                "Judged for {day}; the records are those of {today}.",
                day=day.isoformat(),
                today=context.today().isoformat(),
            )
        )
    if asked is not None:
        notes.append(Message("Only the {count} records chosen are counted.", count=len(asked)))
    if store is None:
        notes.append(
            Message("No change against the month before: this layer is a copy and has no history.")
        )
    else:
        before = _before(store, day, context, asked, watch)
    if store is not None and before is None:
        notes.append(
            Message(
                "No change against the month before: the store held no records at the end of "
                "{day}.",
                day=month_before(day).isoformat(),
            )
        )
    known = _known(store, day) if store is not None else Known()
    now = tally(records, day, context, known, asked, watch)
    return compare(now, before, [product.name for product in context.products], notes)


def _before(
    store: Store,
    day: date,
    context: Context,
    asked: Collection[str | None] | None,
    watch: _Watch,
) -> Tally | None:
    """Return the counts of the last day of the month before, None without records then."""
    end = beginning(day.replace(day=1))
    records = store.records_at(end)
    if not records:
        return None
    last = month_before(day)
    return tally(records, last, context, _known(store, last, end), asked, watch)


def _known(store: Store, day: date, before: str | None = None) -> Known:
    """Return what the store tells beside the records; acceptances from before a time (UTC)."""
    ended = store.ended_returns(beginning(day.replace(day=1)))
    accepted = [row for row in store.rows(ACCEPTED) if before is None or row["time"] < before]
    return Known(store.entered(), ended, Accepted(accepted))


class MonitoringTask(StoreTask):
    """Counts the figures of a store in the background; leaves the ``monitoring``."""

    FAILED = Message("The monitoring could not be counted.")

    def __init__(
        self,
        path: str,
        day: date,
        inside: Boundary | None,
        done: Callable[[MonitoringTask], None],
    ) -> None:
        """``inside``: the boundary, one that this thread may use."""
        super().__init__(tr("Counting the monitoring"), done)
        self.monitoring: Monitoring | None = None
        self._path, self._day, self._inside = path, day, inside

    def work(self) -> None:
        """Read the store and count."""
        with open_store(self._path) as store:
            context = store_context(store, self._inside)
            records, watch = store.records(), lambda items: self.steps(items, 0)
            self.monitoring = monitor(store, records, self._day, context, watch=watch)
