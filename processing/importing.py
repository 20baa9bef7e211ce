"""The way of rows from workbooks into a plan (DESIGN 3), the store left untouched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ..core.dates import normalise_date
from ..core.findings import Finding
from ..core.importing import ImportRow, RowNormaliser
from ..core.matching import Matcher, Plan
from ..core.messages import Message
from ..core.outcomes import BLANK
from ..core.periods import month_of
from ..core.rules import Context, check_record
from ..core.table_plan import TablePlan, TableRow
from ..spreadsheets.corrections import Corrections
from ..spreadsheets.reader import read_workbook
from ..spreadsheets.tables import RawRow, Table, find_tables
from ..spreadsheets.vocabulary import COLLECTION, Vocabulary


@dataclass
class SheetFile:
    """One workbook of an import: where it is, its hash, its tables."""

    path: str
    sha256: str
    tables: list[Table]
    reference: str
    reported_on: str | None
    seen: bool
    prefix: str = ""  # of its sheets' names, where several files are imported
    counts: Counter[str] = field(default_factory=Counter)  # outcome -> rows
    held_up: bool = False  # rows wait for edits to be saved: the file is to come again

    @property
    def name(self) -> str:
        """The file's name without its folder."""
        return Path(self.path).name

    def column_of(self, sheet: str, row: int, column: str | None) -> int | None:
        """Return the number (from 1) of the sheet column that holds a store column at a row."""
        keys = _SHEET_KEYS.get(column, (column,))
        for table in reversed(self.tables):
            if table.sheet == sheet and table.header_rows[1] < row:
                found = {key: number for number, key in reversed(table.columns.items())}
                return next((found[key] for key in keys if key in found), None)
        return None


# Rows that go through one step before the next begins: a third faster than one by one, since
# the step's code and tables stay in the processor's cache.
_TOGETHER = 1000

# Where a store column stands in a sheet when it has no column of its own.
_SHEET_KEYS = {
    "geometry": ("point", "lon", "lat"),
    "village": ("village", "township", "address"),
    "address_detail": ("address_detail", "township", "address"),
    "township": ("township", "address"),
    "county": ("county", "address"),
    "city": ("city", "address"),
    "province": ("province", "address"),
}


@dataclass
class Preparation:
    """A plan with everything that was said on the way to it."""

    plan: Plan | TablePlan = field(default_factory=Plan)
    files: list[SheetFile] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    findings: list[tuple[SheetFile, Finding]] = field(default_factory=list)
    revision: int = 0  # of the store that the plan is for

    @property
    def read(self) -> int:
        """All rows below the headers."""
        return len(self.plan.outcomes)


def open_sheet(
    path: str,
    sheet: str | None,
    batches: list[dict],
    today: date,
    corrections: Corrections | None = None,
    words: Vocabulary = COLLECTION,
) -> tuple[SheetFile, list[Message]]:
    """Read a workbook and find its tables, of the kind that ``words`` belong to.

    Raises WorkbookError, and InputError for corrections.
    """
    workbook = read_workbook(path)
    names = [found.name for found in workbook.sheets]
    if sheet and sheet not in names and sheet.isdecimal() and 0 < int(sheet) <= len(names):
        sheet = names[int(sheet) - 1]
    tables, messages = find_tables(workbook, sheet, corrections, words)
    # The rows now live in the tables; at 100,000 rows the memory counts.
    workbook.sheets.clear()
    earlier = next(
        (b for b in batches if workbook.sha256 in (b["sha256"] or "") and not b["undone_at"]), None
    )
    reported = next(
        (t.metadata["reported_on"] for t in tables if t.metadata.get("reported_on")), None
    )
    reported_on = normalise_date(reported).value if reported is not None else None
    has_month = bool(reported_on) and not reported_on.startswith("--")
    reference = reported_on[:7] if has_month else month_of(today)
    if earlier is not None:
        messages.append(
            Message(
                "{file} was imported before, as batch {batch}: what was edited since stays.",
                file=Path(path).name,
                batch=earlier["id"],
            )
        )
        if not has_month:
            reference = earlier["period"] or reference
    return SheetFile(
        path, workbook.sha256, tables, reference, reported_on, earlier is not None
    ), messages


def name_apart(files: list[SheetFile]) -> None:
    """Give each of several files a name that tells its rows from those of the others."""
    if len(files) < 2:
        return
    taken: Counter[str] = Counter()
    for file in files:
        taken[file.name] += 1
        number = taken[file.name]
        file.prefix = f"{file.name} ({number}) " if number > 1 else f"{file.name} "


def take_file(
    file: SheetFile,
    normaliser: RowNormaliser,
    matcher: Matcher,
    context: Context,
    prepared: Preparation,
    progress,
) -> None:
    """Normalise, check and match every row of a file; rows are let go on the way."""
    total = sum(len(table.rows) for table in file.tables)
    done, held_up = 0, prepared.plan.held_up
    for table in file.tables:
        sheet = f"{file.prefix}{table.sheet}"
        table.rows.reverse()
        while table.rows:
            raws = [table.rows.pop() for _ in range(min(_TOGETHER, len(table.rows)))]
            done += len(raws)
            rows = []
            for raw in raws:
                if raw.blank:
                    prepared.plan.outcomes[(sheet, raw.number)] = BLANK
                    file.counts[BLANK] += 1
                else:
                    rows.append(normaliser.row(sheet, raw.number, raw.cells, raw.extra))
            for row in rows:
                _check(row, file, context)
            for row in rows:
                file.counts[matcher.take(row)] += 1
                for finding in row.findings:
                    prepared.findings.append((file, _placed(finding, table.sheet, row.number)))
            progress(done / total)
    file.held_up = prepared.plan.held_up > held_up
    progress(1.0)


def read_rows(
    files: list[SheetFile], read: Callable[[SheetFile, Table, str, RawRow], TableRow]
) -> tuple[list[tuple[SheetFile, str, TableRow]], dict[tuple[str, int], str]]:
    """Return (file, sheet, row) of all rows that say something, and the outcomes of the others.

    ``read``: from file, table, name of the sheet told apart among files, and a raw row.
    """
    rows, blank = [], {}
    for file in files:
        for table in file.tables:
            sheet = f"{file.prefix}{table.sheet}"
            for raw in table.rows:
                if raw.blank:
                    blank[(sheet, raw.number)] = BLANK
                else:
                    rows.append((file, table.sheet, read(file, table, sheet, raw)))
    return rows, blank


def take_findings(rows: list[tuple[SheetFile, str, TableRow]], prepared: Preparation) -> None:
    """Bring what was said about rows to their files."""
    for file, sheet, row in rows:
        for finding in row.findings:
            prepared.findings.append((file, _placed(finding, sheet, row.number)))


def _check(row: ImportRow, file: SheetFile, context: Context) -> None:
    """Add what the file and the rules say; a column that was told about is told about once."""
    row.reference, row.seen = file.reference, file.seen
    if row.record["collected_on"] is None:
        row.record["collected_on"] = file.reported_on
    said = {finding.column for finding in row.findings} | {"period"}  # which matching decides
    for finding in check_record(row.record, context):
        if finding.column not in said:
            row.findings.append(finding)


def _placed(finding: Finding, sheet: str, number: int) -> Finding:
    if finding.sheet == sheet and finding.row == number:
        return finding
    return finding._replace(sheet=sheet, row=number)
