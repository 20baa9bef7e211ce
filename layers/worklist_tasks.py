"""Reading and checking the worklist in the background."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from ..core.collecting import no_collecting
from ..core.messages import Message
from ..core.rules import RULE_COLUMNS, Context, check_record
from ..core.schema import POINT
from ..core.worklist import PRODUCER, VILLAGE, Worklist
from ..core.worklist_entry import SHOWN, TableFacts, make_entry, table_facts
from ..translation import tr
from .acceptances import accepted_in
from .sql_read import ROW_ID
from .store import open_store
from .store_task import StoreTask, own_context

READ_COLUMNS = tuple(dict.fromkeys((ROW_ID, *SHOWN, *RULE_COLUMNS, *POINT)))
_UNREAD = Message("The worklist could not be read.")


class ReadTask(StoreTask):
    """Reads and checks all records of a store; leaves the ``worklist``."""

    FAILED = _UNREAD

    def __init__(
        self, path: str, context: Context, today: date, done: Callable[[ReadTask], None]
    ) -> None:
        super().__init__(tr("Reading the worklist"), done)
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


class TableTask(StoreTask):
    """Finds what only the whole table shows, after an edit; leaves the ``facts``."""

    FAILED = _UNREAD

    def __init__(
        self, worklist: Worklist, context: Context, done: Callable[[TableTask], None]
    ) -> None:
        super().__init__(tr("Comparing the records"), done, hidden=True)
        self.facts: dict[int, TableFacts] | None = None
        self._entries = list(worklist.entries.values())
        self._context, self._accepted = context, worklist.accepted

    def work(self) -> None:
        """Compare all entries."""
        with no_collecting():
            self.facts = table_facts(self.steps(self._entries, 0), self._context, self._accepted)
