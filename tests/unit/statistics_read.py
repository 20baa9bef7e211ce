"""Counts the statistics naively, and reads them back out of workbook and page."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import openpyxl
from origin_trace.core.query import Query
from origin_trace.core.schema import split_choices
from origin_trace.core.season import in_season
from origin_trace.tests.unit.monitoring_read import HEAD_ROW, UNNAMED, _Tables

SHEETS = {
    "number": "Township × product",
    "scale": "Scale",
    "subject_type": "Types of producers",
    "certification": "Certification",
    "trace_modes": "Trace modes",
    "calendar": "Season calendar",
}
SUM = {"Total"}
BLOCKS = {"乡(镇)", "产品名称"}


def naive(records, row, column, value=None):
    """Return (name of the row, what ``column`` tells of a record) -> sum of ``value``, one each.

    ``row``: a column of the record, None for all together; ``column`` returns a list.
    """
    found = Counter()
    for record in records:
        for key in column(record):
            found[record[row] if row else None, key] += value(record) if value else 1
    return {place: number for place, number in found.items() if number}


def trace_modes(record):
    return split_choices(record["trace_modes"]) or [None]


def months(record, calendar):
    """Return the months in which the query for a month finds a record with a season."""
    if not (record["market_start"] or record["market_end"]):
        return ["Not stated" if record["industry"] == "种植业" else "All year"]
    query = [month for month in calendar if Query(start=month, end=month).fits(record)]
    assert query == [month for month in calendar if in_season(record, month, month)]
    return query or ["Other times"]


def exact(record):
    """Return the scale as it is written."""
    return Decimal(str(record["scale"]))


def lines(table, block):
    """Return (name, name of the column) -> number of one block of a table, zeros left out."""
    found = {}
    for line in [table.total] if block is None else table.blocks[block]:
        for head, value in zip(table.heads, line.values):
            if value:
                found[line.name, str(head.name)] = value
    return found


def sheet_rows(path, table):
    """Return the rows of a sheet as (name, number, number …), heads first, until the notes."""
    ws = openpyxl.load_workbook(path)[SHEETS[table.key]]
    rows = [[cell.value for cell in row] for row in ws.iter_rows(min_row=HEAD_ROW)]
    count = 2 + sum(map(len, table.blocks.values()))
    kept = [row for row in rows if row[1] is not None]
    return [kept[0][1:]] + [[row[0], *row[1:]] for row in kept[1:count]]


def page_rows(html, number, table):
    """Return the rows of one table of a page in the same form."""
    reader = _Tables()
    reader.feed(html)
    skipped = 2 if table.parts else 1
    head, *rows = reader.tables[number]
    found = [[text for text, _ in head[skipped:]]]
    for row in rows:
        if len(row) > 1:
            texts = [text for text, _ in row]
            numbers = [0 if t == "–" else float(t.replace(",", "")) for t in texts[skipped:]]
            found.append([texts[0], *numbers])
    return found


def shown(table):
    """Return a table as sheet and page show it."""
    every = [table.total, *(line for lines in table.blocks.values() for line in lines)]
    names = ["Total", *(line.name or UNNAMED for line in every[1:])]
    heads = [str(head.name) for head in table.heads]
    return [heads, *([name, *line.values] for name, line in zip(names, every))]
