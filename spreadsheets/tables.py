"""Finds the tables in each sheet: their headers, their columns, and every row below."""

from __future__ import annotations

from ..core.errors import InputError, WorkbookError
from ..core.messages import Message
from ..core.schema import INTERNAL_COLUMNS
from ..core.text import plain
from . import rowkinds
from .corrections import Corrections
from .headers import IGNORED, NUMBER, unit_of
from .rawxml import column_letters
from .reader import Sheet, Workbook
from .table_header import HEADER_WITHIN, Header, find_header, header_at
from .table_rows import RawRow, RowReader, Table, add_metadata
from .vocabulary import COLLECTION, Vocabulary

_NEXT_WITHIN = 2  # rows of the header of a further table

__all__ = ["RawRow", "Table", "find_tables"]


def find_tables(
    workbook: Workbook,
    sheet: str | None = None,
    corrections: Corrections | None = None,
    words: Vocabulary = COLLECTION,
) -> tuple[list[Table], list[Message]]:
    """Return the tables, and what was left out and why.

    ``sheet`` names the only one to read, even a hidden one; ``corrections`` say what columns
    mean whose headers mislead, and where a header stands that is not recognised; a hidden sheet
    whose header they name is read; ``words`` are those of the kind of sheet. Raises WorkbookError
    where the sheet is not there or where no sheet has a known header, and InputError where
    corrections collide or name an empty row.
    """
    tables: list[Table] = []
    messages: list[Message] = []
    for candidate in _chosen(workbook, sheet):
        row = corrections and corrections.header_row(workbook.path, candidate.name)
        if candidate.hidden and sheet is None and not row:
            messages.append(
                Message(
                    "The hidden sheet {sheet} was left out (rows: {rows}). Name it to import it.",
                    sheet=candidate.name,
                    rows=sum(any(v is not None for v in row) for row in candidate.rows),
                )
            )
            continue
        header = (
            _named_header(workbook, candidate, row, words)
            if row
            else find_header(candidate, words=words)
        )
        if header is None:
            if candidate.rows:
                messages.append(
                    Message(
                        "Sheet {sheet} has no known header and was left out.",
                        sheet=candidate.name,
                    )
                )
            continue
        while header is not None:
            if corrections is not None:
                corrections.apply(workbook.path, candidate.name, header)
            table, below = _read_table(candidate, header, words, messages)
            tables.append(table)
            header = below and find_header(candidate, below, _NEXT_WITHIN, words)
    if not tables:
        hidden = [candidate.name for candidate in workbook.sheets if candidate.hidden]
        if hidden and sheet is None:
            raise WorkbookError(
                Message(
                    "{file}: no header such as {titles} was found in a visible sheet.",
                    file=_name(workbook),
                    titles=words.titles,
                ),
                Message(
                    "These sheets are hidden: {sheets}. Show them in Excel or WPS, or name the "
                    "one to import.",
                    sheets="、".join(hidden),
                ),
            )
        raise WorkbookError(
            Message(
                "{file}: no header such as {titles} was found.",
                file=_name(workbook),
                titles=words.titles,
            ),
            Message(
                "The header row ({titles}, …) must stand within the first {count} rows of a "
                "visible sheet.",
                titles=words.titles,
                count=HEADER_WITHIN,
            ),
        )
    return tables, messages


def _named_header(workbook: Workbook, sheet: Sheet, row: int, words: Vocabulary) -> Header:
    header = header_at(sheet, row, words)
    if header is None:
        raise InputError(
            Message(
                "{file}, {sheet}: row {row} is to be the header, but nothing stands in it.",
                file=_name(workbook),
                sheet=sheet.name,
                row=row,
            ),
            Message("Choose the row with the names of the columns."),
        )
    return header


def _name(workbook: Workbook) -> str:
    return workbook.path.replace("\\", "/").rpartition("/")[2]


def _chosen(workbook: Workbook, name: str | None) -> list[Sheet]:
    if name is None:
        return workbook.sheets
    wanted = name.strip().casefold()
    for same in (lambda s: s.name == name, lambda s: s.name.strip().casefold() == wanted):
        found = [sheet for sheet in workbook.sheets if same(sheet)]
        if found:
            return found[:1]
    raise WorkbookError(
        Message("{file} has no sheet {sheet}.", file=_name(workbook), sheet=name),
        Message("Its sheets are: {sheets}", sheets="、".join(s.name for s in workbook.sheets)),
    )


# --- rows -------------------------------------------------------------------------


def _read_table(
    sheet: Sheet, header: Header, words: Vocabulary, messages: list[Message]
) -> tuple[Table, int | None]:
    """Return the table of a header, and the row where the header of a further one stands."""
    columns = {c: k for c, k in header.keys.items() if k not in (NUMBER, IGNORED)}
    table = Table(sheet.name, sheet.hidden, (header.first, header.last), columns, header.headers)
    table.number_column = next((c for c, k in header.keys.items() if k == NUMBER), None)
    table.unknown = {c: t for c, t in header.headers.items() if c not in header.keys}
    if "scale_unit" not in columns.values():
        scale = next((c for c, k in columns.items() if k == "scale"), None)
        table.scale_unit = unit_of(header.headers.get(scale, "")) if scale else None
    texts: list[str] = []
    for row in sheet.rows[: header.first - 1]:
        add_metadata(table, row)
        texts += [plain(value) for value in row if isinstance(value, str)]
    table.above = " ".join(texts)
    below = RowReader(sheet, table, header, words).read()
    meta = table.metadata
    if meta.get("reporter") or meta.get("reporting_unit"):
        meta["reported_by"] = meta.get("reporter") or meta["reporting_unit"]
    _tell(sheet, table, header, messages)
    return table, below


def _tell(sheet: Sheet, table: Table, header: Header, messages: list[Message]) -> None:
    for column in header.repeated:
        messages.append(
            Message(
                "Sheet {sheet}: column {column} has the header {header} a second time; "
                "the first one counts.",
                sheet=sheet.name,
                column=column_letters(column),
                header=header.headers[column],
            )
        )
    used = dict.fromkeys(name for row in table.rows if not row.blank for name in row.extra)
    if used:
        messages.append(
            Message(
                "Sheet {sheet}: these columns are not known; their content goes into the "
                "remarks: {columns}",
                sheet=sheet.name,
                columns="、".join(used),
            )
        )
    concealed = [
        header.headers.get(column) or column_letters(column)
        for column, key in table.columns.items()
        if column in sheet.hidden_columns and key not in INTERNAL_COLUMNS
    ]
    if concealed:
        messages.append(
            Message(
                "Sheet {sheet}: these hidden columns were read as well: {columns}",
                sheet=sheet.name,
                columns="、".join(concealed),
            )
        )
    beforehand = sum(row.reason is rowkinds.BEFOREHAND for row in table.rows)
    if beforehand:
        messages.append(
            Message(
                "Sheet {sheet}: rows that name nobody and no product, only what the office filled "
                "in beforehand, were passed over ({count}).",
                sheet=sheet.name,
                count=beforehand,
            )
        )
    hidden = sum(not row.blank and row.number in sheet.hidden_rows for row in table.rows)
    if hidden:
        messages.append(
            Message(
                "Sheet {sheet}: hidden rows were read as well ({count}).",
                sheet=sheet.name,
                count=hidden,
            )
        )
