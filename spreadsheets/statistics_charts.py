"""The charts of the statistics: native ones, which follow the cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from openpyxl.chart import BarChart, Reference

from ..core import statistics_tables as st
from ..core import statistics_words as words
from ..core.messages import Message
from .charts import ChartColumn, add_series, bars_height, lying, stacked
from .paper import HEAD

Rows = tuple[int, int]  # the first and the last one
_PLAIN = "#2f6690"
_UPRIGHT = 11  # cm


def add_charts(
    ws: object,
    table: st.Table,
    total: int,
    blocks: Mapping[str, Rows],
    colours: Mapping[str | None, str],
    say: Callable[[Message], str],
) -> None:
    """Add what a table shows below its sheet, units never in one chart.

    ``total`` and ``blocks``: its rows on the sheet; ``colours``: of products.
    """
    charts = _Charts(ws, say)
    towns, products = blocks.get(st.TOWNSHIP), blocks.get(st.PRODUCT)
    if table.key == st.SCALE:
        for position, head in enumerate(table.heads):
            if head.key[0] == "sum":
                title = words.SCALE_CHART.told(unit=head.unit)
                charts.lying(title, towns, [(position, _PLAIN)])
    elif table.key == st.TRACED:
        charts.upright(words.TRACE_CHART, range(1, len(table.heads)), [(total, _PLAIN)])
    elif table.key == st.CALENDAR:
        months = [n for n, head in enumerate(table.heads) if st.is_month(head)]
        lines = enumerate(table.blocks[st.PRODUCT], products[0])
        rows = [(row, colours[each.name]) for row, each in lines if st.strongest(table, each)]
        if rows:
            charts.upright(words.CALENDAR_CHART, months, rows)
    else:
        title, rows = {
            st.NUMBER: (words.NUMBER_CHART, towns),
            st.SUBJECT: (words.SUBJECT_CHART, towns),
            st.CERTIFIED: (words.CERTIFICATION_CHART, products),
        }[table.key]
        charts.lying(title, rows, [(n, table.heads[n].colour) for n in range(*table.parts)])


class _Charts:
    def __init__(self, ws: object, say: Callable[[Message], str]) -> None:
        self._ws, self._say, self._column = ws, say, ChartColumn(ws)

    def lying(self, title: Message, rows: Rows, columns: Sequence[tuple[int, str]]) -> None:
        """Add a lying bar for each row; its parts: (position of a column, colour)."""
        chart = BarChart()
        lying(chart)
        first, last = rows
        for position, colour in columns:
            values = self._cells(2 + position, 2 + position, first, last)
            name = self._cells(2 + position, 2 + position, HEAD, HEAD)
            add_series(chart, values, name, colour)
        chart.set_categories(self._cells(1, 1, first, last))
        self._put(chart, title, bars_height(last - first + 1), len(columns))

    def upright(
        self, title: Message, columns: Sequence[int], rows: Iterable[tuple[int, str]]
    ) -> None:
        """Add an upright bar for each column; its parts: (row, colour)."""
        chart = BarChart()
        first, last = 2 + columns[0], 2 + columns[-1]
        for row, colour in rows:
            add_series(
                chart, self._cells(first, last, row, row), self._cells(1, 1, row, row), colour
            )
        chart.set_categories(self._cells(first, last, HEAD, HEAD))
        self._put(chart, title, _UPRIGHT, len(rows))

    def _put(self, chart: BarChart, title: Message, height: float, parts: int) -> None:
        stacked(chart)
        if parts > 1:
            chart.legend.position = "b"
        else:
            chart.legend = None
        self._column.put(chart, self._say(title), height)

    def _cells(self, column: int, last_column: int, row: int, last_row: int) -> Reference:
        return Reference(
            self._ws, min_col=column, max_col=last_column, min_row=row, max_row=last_row
        )
