"""Reading and checking the worklist in the background.

The tasks read the store's file through a handle of their own and touch neither layers,
nor the project, nor windows. Each hands its result over in QGIS's main thread.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import TypeVar

from qgis.core import QgsTask

from ..core.collecting import no_collecting
from ..core.errors import OriginTraceError, StoreError
from ..core.messages import Message
from ..core.rules import RULE_COLUMNS, Context, check_record
from ..core.schema import POINT
from ..core.worklist import PRODUCER, VILLAGE, Worklist
from ..core.worklist_entry import SHOWN, TableFacts, make_entry, table_facts
from ..translation import tr
from .acceptances import accepted_in
from .boundary import PolygonBoundary
from .gpkg_read import ROW_ID
from .store import CancelledError, open_store

READ_COLUMNS = tuple(dict.fromkeys((ROW_ID, *SHOWN, *RULE_COLUMNS, *POINT)))
_BREATH = 50  # entries (about 2 ms) after which the window gets its turn
_Item = TypeVar("_Item")


def own_context(context: Context) -> Context:
    """Return a context for another thread: with a boundary of its own."""
    if not isinstance(context.inside, PolygonBoundary):
        return context
    return replace(context, inside=context.inside.copy())


class _Task(QgsTask):
    """A task that keeps what it failed with and calls ``done`` with itself in the end."""

    def __init__(self, title: str, flags: QgsTask.Flags, done: Callable[[_Task], None]) -> None:
        super().__init__(title, flags)
        self.error: OriginTraceError | None = None
        self._done: Callable | None = done

    def forget(self) -> None:
        """Stop, and tell nobody."""
        self._done = None
        self.cancel()

    def work(self) -> None:
        """Do the task's work; runs in a thread of its own."""
        raise NotImplementedError

    def run(self) -> bool:
        """Work, keeping every failure: an exception in here would take QGIS down."""
        try:
            self.work()
        except CancelledError:
            return False
        except OriginTraceError as error:
            self.error = error
        except Exception as error:
            self.error = StoreError(
                Message("The worklist could not be read."),
                Message("Please report this error."),
                repr(error),
            )
        return self.error is None

    def finished(self, result: bool) -> None:
        """Hand the result over; QGIS calls this in the main thread."""
        done, self._done = self._done, None
        if done is not None:
            done(self)

    def steps(self, items: Iterable[_Item], count: int) -> Iterator[_Item]:
        """Yield the items, with pauses in which the main thread gets hold of Python."""
        for number, item in enumerate(items):
            if number % _BREATH == 0:
                if self.isCanceled():
                    raise CancelledError(Message("Stopped."))
                time.sleep(0.0002)
                if count and number % (20 * _BREATH) == 0:
                    self.setProgress(95.0 * number / count)
            yield item


class ReadTask(_Task):
    """Reads and checks all records of a store; leaves the ``worklist``."""

    def __init__(
        self, path: str, context: Context, today: date, done: Callable[[ReadTask], None]
    ) -> None:
        flags = QgsTask.Flag.CanCancel | QgsTask.Flag.Silent
        super().__init__(tr("Reading the worklist"), flags, done)
        self.worklist: Worklist | None = None
        self._path, self._context, self._today = path, own_context(context), today

    def work(self) -> None:
        """Read, check each record, then the table."""
        with no_collecting():
            self.worklist = self._read()

    def _read(self) -> Worklist:
        with open_store(self._path) as store:
            accepted = accepted_in(store)
            count, records = store.count(), store.records(READ_COLUMNS)
        context = self._context
        entries = [
            make_entry(
                record[ROW_ID], record, accepted.open_ones(check_record(record, context), record)
            )
            for record in self.steps(records, count)
        ]
        worklist = Worklist(self.steps(entries, 0), context.products, self._today, accepted)
        worklist.set_table(table_facts(self.steps(entries, 0), context, accepted))
        worklist.sort(PRODUCER)  # the keys of names take long: make them here
        worklist.sort(VILLAGE)
        return worklist


class TableTask(_Task):
    """Finds what only the whole table shows, after an edit; leaves the ``facts``."""

    def __init__(
        self, worklist: Worklist, context: Context, done: Callable[[TableTask], None]
    ) -> None:
        super().__init__(tr("Comparing the records"), _hidden(), done)
        self.facts: dict[int, TableFacts] | None = None
        self._entries = list(worklist.entries.values())
        self._context, self._accepted = context, worklist.accepted

    def work(self) -> None:
        """Compare all entries."""
        with no_collecting():
            self.facts = table_facts(self.steps(self._entries, 0), self._context, self._accepted)


def _hidden() -> QgsTask.Flags:
    return QgsTask.Flag.CanCancel | QgsTask.Flag.Silent | QgsTask.Flag.Hidden
