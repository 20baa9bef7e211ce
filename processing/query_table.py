"""The records of a query as a sheet: 附件1 or chosen columns, with subtotals, masked (C4, F2)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from qgis.core import QgsProcessingParameterBoolean, QgsProcessingParameterFileDestination

from ..core.masking import mask_phone
from ..core.schema import COLUMNS, INTEGER, JSON, NAME, NUMBER, PHONE, Record
from ..core.sheet_rows import PLATFORM, sheet_row
from ..core.subtotals import Subtotal, with_subtotals
from ..core.tables import QUERY_TABLE
from ..layers.value_words import GEOMETRY, column_words, masked_words, value_words
from ..settings import unit_name
from ..spreadsheets.writer import write_sheet, write_table
from ..translation import tr
from .base import go_on
from .unmasked import log_unmasked

_PHONES = tuple(column.name for column in COLUMNS.values() if column.kind == PHONE)
# What a person may choose; the cells as they stood in the sheet are not for reading.
_CHOICES = (*(c.name for c in COLUMNS.values() if c.kind != JSON), GEOMETRY)


class QueryTable:
    """Mixin: declares TABLE with its layout, and writes it."""

    def define_table(self) -> None:
        """Add TABLE, COLUMNS, SUBTOTALS and PERSONAL."""
        self.add(
            QgsProcessingParameterFileDestination(
                "TABLE",
                tr("Table"),
                fileFilter=tr("Workbook") + " (*.xlsx)",
                optional=True,
                createByDefault=False,
            ),
            tr("The same records in the official layout or with chosen columns."),
        )
        self.add_choice(
            "COLUMNS",
            tr("Columns of the table"),
            _CHOICES,
            list(map(column_words, _CHOICES)),
            tr("None chosen means the official layout 附件1."),
            default=None,
            multiple=True,
        )
        self.add(
            QgsProcessingParameterBoolean("SUBTOTALS", tr("Subtotals in the table"), False),
            tr("Sorts by township and product, and adds number and scale of each."),
        )
        self.add(
            QgsProcessingParameterBoolean(
                "PERSONAL", tr("Phones in full in the table"), defaultValue=False
            ),
            tr("Otherwise they are masked. Who gave them out is kept in the store."),
            advanced=True,
        )

    def write_query_table(self, path: str, records: list[Record], parameters, context, feedback):
        """Write the records; raises WorkbookError, InputError, and StoreError as for the log."""
        chosen = self.choices(parameters, "COLUMNS")
        personal = self.parameterAsBoolean(parameters, "PERSONAL", context)
        rows: Iterable[Record | Subtotal] = records
        if self.parameterAsBoolean(parameters, "SUBTOTALS", context):
            order = [product.name for product in self.rule_context(parameters, context).products]
            rows = with_subtotals(records, order)

        def made(row_of: Callable[[Record], object]) -> Iterator:
            for number, row in enumerate(rows):
                if number % 100 == 0:
                    go_on(feedback)
                yield row if isinstance(row, Subtotal) else row_of(row)
            if personal and (not chosen or any(map(_is_personal, chosen))):
                # The table gets its name only after this.
                uri = self.store_uri(parameters, context)
                log_unmasked(uri, QUERY_TABLE, len(records), feedback)

        if chosen:
            headers = list(map(column_words, chosen))
            title = tr("Query result")
            write_table(path, headers, made(_chosen(chosen, personal)), sheet_title=title)
        else:
            metadata = {"reported_by": unit_name()}
            write_sheet(path, made(sheet_row if personal else masked_row), metadata=metadata)


def masked_row(record: Record) -> dict[str, object]:
    """Return a sheet row with masked phones (F2)."""
    row = sheet_row(record, PLATFORM)
    for name in _PHONES:
        row[name] = mask_phone(row[name])
    return row


def _chosen(names: Sequence[str], personal: bool) -> Callable[[Record], list[object]]:
    def row(record: Record) -> list[object]:
        return [_cell(record, name, personal) for name in names]

    return row


def _cell(record: Record, name: str, personal: bool) -> object:
    """Return a value for a cell: numbers as numbers, all else in words."""
    if name == GEOMETRY:
        placed = record["lon"] is not None
        return value_words(name, (record["lon"], record["lat"])) if placed else None
    value = record[name]
    if COLUMNS[name].kind in (NUMBER, INTEGER):
        return value
    masked = not personal and _is_personal(name)
    return (masked_words(name, value) if masked else value_words(name, value)) or None


def _is_personal(name: str) -> bool:
    """Tell whether a column may hold phones; names of persons are for the office to read."""
    return name in COLUMNS and COLUMNS[name].personal and COLUMNS[name].kind != NAME
