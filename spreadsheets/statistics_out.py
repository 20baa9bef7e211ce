"""The workbook of the statistics, put together; openpyxl must be importable."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date

from openpyxl import Workbook
from openpyxl.formatting.rule import ColorScaleRule
from openpyxl.utils import get_column_letter

from ..core import statistics_tables as st
from ..core import statistics_words as words
from ..core.messages import Message
from ..core.monitoring_words import place_name
from ..core.rule import label
from .atomic import replace_archive
from .paper import Paper, new_book
from .sheet_names import sheet_name
from .statistics_charts import add_charts

_NAMES, _NUMBERS = 15, 9  # characters
_LEAST = 148  # characters of a sheet: as wide as its charts
_DARKEST = "63BE7B"


def write_statistics(
    path: str | os.PathLike,
    statistics: st.Statistics,
    day: date,
    query: str,
    county: str,
    office: str,
    translate: Callable[[str], str],
) -> None:
    """Do what ``writer.write_statistics`` promises."""
    book = new_book()

    def say(message: Message) -> str:
        return message.render(translate)

    under = (query or say(words.EVERYTHING), office, day.isoformat())
    for table in statistics.tables:
        _write_table(book, table, f"{county} {say(words.TITLE)}".strip(), under, statistics, say)
    replace_archive(path, book.save)


def _write_table(
    book: Workbook,
    table: st.Table,
    title: str,
    under: tuple[str, str, str],
    statistics: st.Statistics,
    say: Callable[[Message], str],
) -> None:
    ws = book.create_sheet(sheet_name(say(table.title)))
    count = len(table.heads)
    widths = [_NAMES] + [max(_NUMBERS, (_LEAST - _NAMES) / count)] * count
    paper = Paper(ws, widths, frozen=1)
    query, office, day = under
    heads = ["、".join(map(label, table.blocks)), *(say(head.name) for head in table.heads)]
    paper.head(f"{title}: {say(table.title)}", (query, office, f"{day}  {say(table.unit)}"), heads)
    _line(paper, table, table.total, say(words.TOTAL), strong=True)
    total, blocks = paper.row, {}
    for column, lines in table.blocks.items():
        if len(table.blocks) > 1:
            paper.line([label(column), *[None] * count], strong=True)
        first = paper.row + 1
        for line in lines:
            _line(paper, table, line, say(place_name(line.name)))
        blocks[column] = (first, paper.row)
    for note in table.notes:
        paper.note(say(note))
    if statistics.records:
        add_charts(ws, table, total, blocks, statistics.colours, say)


def _line(paper: Paper, table: st.Table, line: st.Line, name: str, strong: bool = False) -> None:
    paper.line([name, *line.values], strong)
    months = []
    for column, (head, value) in enumerate(zip(table.heads, line.values), 2):
        cell = paper.ws.cell(paper.row, column)
        places = st.decimals(value)
        shown = "#,##0" + ("." + "0" * places if places else "")
        cell.number_format = f'{shown};-{shown};"–"'
        if st.is_month(head):
            months.append(column)
    if months and st.strongest(table, line):
        ends = (f"{get_column_letter(months[n])}{paper.row}" for n in (0, -1))
        paper.ws.conditional_formatting.add(":".join(ends), _heat())


def _heat() -> ColorScaleRule:
    """Return the colours of a line: white for none, darkest in its strongest month."""
    return ColorScaleRule(
        start_type="num",
        start_value=0,
        start_color="FFFFFF",
        end_type="max",
        end_color=_DARKEST,
    )
