"""What the imports into a table beside the points share."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timezone

from ..core.table_plan import TablePlan, TableRow
from ..layers.store import Store, open_store
from ..settings import operator_name
from ..spreadsheets.tables import RawRow, Table
from ..spreadsheets.vocabulary import Vocabulary
from ..translation import render
from .base import go_on
from .importing import Preparation, SheetFile, name_apart, open_sheet, read_rows, take_findings
from .sheet_import import COUNTS, SheetImport


class TableImport(SheetImport):
    """Base of the imports into a table: read, plan, then one transaction."""

    TABLE = ""
    WORDS: Vocabulary

    # --- what a subclass writes --------------------------------------------------

    def begin(self, store: Store, parameters, context, feedback) -> None:
        """Take from the store what reading needs."""

    def read(self, file: SheetFile, table: Table, sheet: str, raw: RawRow) -> TableRow:
        """Return what a row says; ``sheet``: its name, told apart among the files."""
        raise NotImplementedError

    def plan(self, rows: list[TableRow], held: list[dict], stamp: dict) -> TablePlan:
        """Return the plan of all rows; ``stamp``: time and operator."""
        raise NotImplementedError

    def finish(
        self, prepared: Preparation, rows: list, results: dict, parameters, context, feedback
    ) -> None:
        """Write further results, before anything goes into the store."""

    # --- what they share -----------------------------------------------------------

    def execute(self, parameters, context, feedback) -> dict:
        """Read all rows, plan them, write the results, then the table."""
        dry = self.parameterAsBool(parameters, "DRY_RUN", context)
        uri = self.text(parameters, "STORE", context)
        prepared = Preparation()
        now = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"
        with open_store(uri) as store:
            self.begin(store, parameters, context, feedback)
            self._open(prepared, parameters, context, feedback)
            held = store.rows(self.TABLE)
        rows, blank = read_rows(prepared.files, self.read)
        prepared.plan = self.plan(
            [row for _, _, row in rows], held, {"time": now, "operator": operator_name() or None}
        )
        prepared.plan.outcomes.update(blank)
        take_findings(rows, prepared)
        counts = Counter(prepared.plan.outcomes.values())
        results = {"READ": prepared.read, **{name: counts[key] for name, key in COUNTS}}
        feedback.setProgress(70)
        # What goes to files first: where one cannot be written, nothing is imported.
        self.write_results(prepared, results, parameters, context, feedback)
        self.finish(prepared, rows, results, parameters, context, feedback)
        go_on(feedback)
        if not dry and prepared.plan.changes:
            with open_store(uri, write=True) as store:
                store.replace(self.TABLE, prepared.plan.table, prepared.plan.before)
        self.report(prepared, results, dry, feedback)
        return results

    def _open(self, prepared: Preparation, parameters, context, feedback) -> None:
        sheet = self.text(parameters, "SHEET", context) or None
        for path in self.parameterAsFileList(parameters, "INPUT", context):
            go_on(feedback)
            file, messages = open_sheet(path, sheet, [], date.today(), words=self.WORDS)
            prepared.files.append(file)
            for message in messages:
                feedback.pushInfo(render(message))
        name_apart(prepared.files)
