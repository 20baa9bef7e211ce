"""Rows of sheets of inspections and tests: who and what was looked at, and how it came out."""

from __future__ import annotations

from collections.abc import Mapping

from .cell_findings import LEVELS
from .cells import ASK, FIX, OK, WARN, Cell
from .contacts import normalise_title
from .dates import normalise_date
from .findings import WARNING
from .importing import raw_text
from .messages import Message
from .names import normalise_name
from .product_names import match_product
from .products import Product
from .schema import Column
from .table_plan import BETWEEN, TableRow
from .tables import TABLES
from .text import clean
from .verdicts import passed_of

INSPECTION = "inspection"
INSPECTION_COLUMNS: dict[str, Column] = {column.name: column for column in TABLES[INSPECTION]}
# What a sheet says; the rest is ours.
REPORTED = (
    *("subject_name", "product", "inspected_on", "kind", "item", "result", "passed"),
    *("inspector", "agency", "report_number", "remarks"),
)
VERDICT = "verdict"  # a column with 合格 or 不合格 beside one with the figures
PLACES = {"township": "乡(镇)", "village": "村", "address": "地址"}  # they only help to find whom
_TEXTS = ("kind", "item", "inspector", "agency", "report_number")


def read_inspection(
    sheet: str,
    number: int,
    cells: Mapping[str, object],
    extra: Mapping[str, str],
    products: tuple[Product, ...],
) -> tuple[TableRow, str]:
    """Return the inspection of a row, and the text of its place; never raises on its content."""
    row = TableRow(sheet, number, INSPECTION_COLUMNS, dict.fromkeys(INSPECTION_COLUMNS))
    if "subject_name" in cells:
        row.put("subject_name", normalise_name(cells["subject_name"]), cells["subject_name"])
    if "product" in cells:
        _product(row, cells["product"], products)
    if "inspected_on" in cells:
        row.put("inspected_on", normalise_date(cells["inspected_on"]), cells["inspected_on"])
    for column in _TEXTS:
        if column in cells:
            row.put(column, normalise_title(cells[column]), cells[column])
    _result(row, cells)
    place = []
    for key, label in PLACES.items():
        text = clean(cells.get(key))
        if text:
            row.remark(label, text)
            place.append(text)
    row.close(cells.get("remarks"), extra)
    if row.values["subject_name"] is None:
        row.say(WARNING, Message("No producer is named."), "subject_name")
    return row, "".join(place)


def _product(row: TableRow, raw: object, products: tuple[Product, ...]) -> None:
    """Take a product of the county by its name, any other one as it stands."""
    cell = match_product(raw, products)
    text = normalise_title(raw)
    if cell.verdict in (OK, FIX, WARN) or text.verdict in LEVELS:
        row.put("product", cell, raw)
    elif cell.verdict == ASK:
        row.put("product", Cell(WARN, text.value, cell.message, cell.proposal), raw)
    else:
        row.put("product", text, raw)


def _result(row: TableRow, cells: Mapping[str, object]) -> None:
    """Take the result in its words, and from them, or from a column of its own, the verdict."""
    result, verdict = (raw_text(cells.get(key)) for key in ("result", VERDICT))
    if "result" in cells:
        row.put("result", normalise_title(cells["result"]), cells["result"])
    if VERDICT in cells:
        if row.values["result"] is None:
            row.put("result", normalise_title(cells[VERDICT]), cells[VERDICT])
        elif passed_of(verdict) is None:
            row.remark(row.columns["passed"].label, verdict)
    passed = passed_of(verdict)
    if passed is None:
        passed = passed_of(result)
    row.values["passed"] = None if passed is None else int(passed)
    if passed is None:
        shown = row.values["result"]
        message = (
            Message("No result is given.")
            if shown is None
            else Message("«{result}» does not say whether it passed.", result=shown)
        )
        row.say(WARNING, message, "result")


def place_in(remarks: str | None) -> str:
    """Return the text of the place that was kept in the remarks."""
    starts = tuple(f"{label}：" for label in PLACES.values())
    parts = (remarks or "").split(BETWEEN)
    return "".join(part.partition("：")[2] for part in parts if part.startswith(starts))
