"""Reading and checking the worklist in the background.

The tasks read the store's file through a handle of their own and touch neither layers,
nor the project, nor windows. Each hands its result over in QGIS's main thread.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from qgis.core import QgsTask

from ..core.rules import RULE_COLUMNS, Context, check_record
from ..core.schema import POINT
from ..core.worklist import PRODUCER, VILLAGE, Worklist
from ..core.worklist_entry import SHOWN, Entry, TableFacts, make_entry, table_facts
from ..translation import tr
from .gpkg_read import ROW_ID
from .quiet_task import QuietTask, own_context
from .store import open_store

READ_COLUMNS = tuple(dict.fromkeys((ROW_ID, *SHOWN, *RULE_COLUMNS, *POINT)))


class ReadTask(QuietTask):
    """Reads and checks all records of a store; leaves the ``worklist``."""

    def __init__(
        self, path: str, context: Context, today: date, done: Callable[[ReadTask], None]
    ) -> None:
        super().__init__(tr("Reading the worklist"), done)
        self.worklist: Worklist | None = None
        self._path, self._context, self._today = path, own_context(context), today

    def work(self) -> None:
        """Read, check each record, then the table."""
        with open_store(self._path) as store:
            count, records = store.count(), store.records(READ_COLUMNS)
        context = self._context
        entries = [
            make_entry(record[ROW_ID], record, check_record(record, context))
            for record in self.steps(records, count)
        ]
        worklist = Worklist(self.steps(entries, 0), context.products, self._today)
        worklist.set_table(table_facts(self.steps(entries, 0)))
        worklist.sort(PRODUCER)  # the keys of names take long: make them here
        worklist.sort(VILLAGE)
        self.worklist = worklist


class TableTask(QuietTask):
    """Finds what only the whole table shows, after an edit; leaves the ``facts``."""

    def __init__(self, entries: list[Entry], done: Callable[[TableTask], None]) -> None:
        super().__init__(tr("Comparing the records"), done, QgsTask.Flag.Hidden)
        self.facts: dict[int, TableFacts] | None = None
        self._entries = entries

    def work(self) -> None:
        """Compare all entries."""
        self.facts = table_facts(self.steps(self._entries, 0))
