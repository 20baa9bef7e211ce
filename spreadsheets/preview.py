"""What a workbook holds, before it is imported: its sheets as read, its tables, its headers."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from ..core.errors import InputError, OriginTraceError, WorkbookError
from ..core.messages import Message
from ..core.schema import COLUMNS, INTERNAL_COLUMNS, SHEET_COLUMNS
from .corrections import HEADER_ROW, LEAVE_OUT, REMARKS, Corrections
from .rawxml import column_letters
from .reader import read_workbook
from .tables import Table, find_tables

_SAMPLES = 20  # rows of a table to take examples from
NUMBER = "number"  # the column of row numbers, which is not read
_PLACE = ("township", "village")
# Never asked of a sheet: the store knows them, or another column tells them.
_KNOWN = ("province", "city", "county", "industry")


@dataclass
class HeaderCell:
    """A column of a table: its letter and header, and what it is read as.

    ``key``: a column, REMARKS, LEAVE_OUT or NUMBER.
    """

    column: int
    text: str
    key: str

    @property
    def letters(self) -> str:
        """The column's letters as in Excel."""
        return column_letters(self.column)


@dataclass
class TablePreview:
    """A table of a sheet: where its header stands and what its columns mean."""

    header_rows: tuple[int, int]
    cells: list[HeaderCell]
    rows: int  # that hold a record
    samples: list[int]  # the first of these rows
    scale_unit: str | None = None

    def place_of(self, cell: HeaderCell) -> str:
        """Return the header cell, such as F5, by which a correction names a column."""
        return f"{cell.letters}{self.header_rows[0]}"


@dataclass
class SheetPreview:
    """A worksheet as read."""

    name: str
    hidden: bool
    rows: list[list]
    tables: list[TablePreview] = field(default_factory=list)


@dataclass
class FilePreview:
    """A workbook as read; ``error`` where it cannot be."""

    path: str
    sheets: list[SheetPreview] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    error: OriginTraceError | None = None

    @property
    def name(self) -> str:
        """The file's name without its folder."""
        return Path(self.path).name

    @property
    def rows(self) -> int:
        """How many rows hold a record."""
        return sum(table.rows for sheet in self.sheets for table in sheet.tables)


def preview(path: str, header_rows: dict[str, int] | None = None) -> FilePreview:
    """Read a workbook; never raises on its content.

    ``header_rows``: sheet -> the row in which a person says its header stands.
    """
    found = FilePreview(path)
    try:
        workbook = read_workbook(path)
        found.sheets = [SheetPreview(s.name, s.hidden, s.rows) for s in workbook.sheets]
        rows = {f"{path}!{sheet}": {HEADER_ROW: n} for sheet, n in (header_rows or {}).items()}
        tables, found.messages = find_tables(workbook, corrections=Corrections(rows))
    except (WorkbookError, InputError) as error:
        found.error = error
        return found
    by_name = {sheet.name: sheet for sheet in found.sheets}
    for table in tables:
        by_name[table.sheet].tables.append(_seen(table))
    return found


def _seen(table: Table) -> TablePreview:
    columns = sorted({*table.headers, *table.columns})
    cells = [HeaderCell(c, table.headers.get(c, ""), _key(table, c)) for c in columns]
    # Where no column is known yet, any text may belong to a record.
    rows = [r.number for r in table.rows if not r.blank or (r.extra and not table.columns)]
    return TablePreview(table.header_rows, cells, len(rows), rows[:_SAMPLES], table.scale_unit)


def _key(table: Table, column: int) -> str:
    if column in table.columns:
        return table.columns[column]
    if column == table.number_column:
        return NUMBER
    return REMARKS if column in table.unknown else LEAVE_OUT


def missing_columns(keys: set[str], scale_unit: str | None = None) -> tuple[list[str], list[str]]:
    """Return the required columns that a table lacks: of all records, and of crops only."""
    always, crops = [], []
    for column in COLUMNS.values():
        name = column.name
        if not (column.business and column.required) or name in (*_KNOWN, *keys):
            continue
        if name in _PLACE and "address" in keys:
            continue
        if name == "village" and keys & {"township", "address_detail"}:
            continue  # 附件1 has no column of its own for it
        if name == "scale_unit" and scale_unit:
            continue
        (always if column.required == "always" else crops).append(column.label)
    if not keys & {"point", "lon", "lat"}:
        always.append("点位经纬度")
    return always, crops


def target_labels() -> dict[str, str]:
    """Return what a column can be read as, with the official names, in the sheet's order."""
    labels = {
        "point": "点位经纬度",
        "lon": "经度",
        "lat": "纬度",
        "address": "基地地址",
    }
    order = [column.key for column in SHEET_COLUMNS if column.key != NUMBER]
    order[order.index("township") + 1 : order.index("township") + 1] = [
        "village",
        "address_detail",
        "address",
    ]
    order[order.index("point") + 1 : order.index("point") + 1] = ["lon", "lat"]
    order += [key for key in ("collected_on", "facility", *INTERNAL_COLUMNS) if key not in order]
    order.remove(REMARKS)
    return {key: labels.get(key) or COLUMNS[key].label for key in dict.fromkeys(order)}
