"""The charts of the monitoring: native ones, which follow the cells."""

from __future__ import annotations

from collections.abc import Callable

from openpyxl.chart import BarChart, Reference

from ..core import figures as f
from ..core import monitoring_words as words
from ..core.messages import Message
from .charts import ChartColumn, add_series, bars_height, lying, stacked
from .paper import HEAD

_REVIEWED = {
    f.COMPLETE: "#5b8db8",
    f.CONFORMING: "#2f6690",
    f.CONFIRMED: "#8a6bb1",
    f.APPROVED: "#1b7f4b",
}


def add_charts(ws: object, first: int, last: int, say: Callable[[Message], str]) -> None:
    """Add two charts below a sheet whose rows ``first`` to ``last`` are townships.

    The first column has their names, the others the figures in their order.
    """
    charts = ChartColumn(ws)
    for title, colours, is_stacked in (
        (words.ROUND_CHART, f.ROUND, True),
        (words.REVIEW_CHART, _REVIEWED, False),
    ):
        chart = _chart(ws, first, last, colours)
        if is_stacked:
            stacked(chart)
        bars = 1 if is_stacked else len(colours)
        charts.put(chart, say(title), bars_height(last - first + 1, bars))


def _chart(ws: object, first: int, last: int, colours: dict[str, str]) -> BarChart:
    chart = BarChart()
    lying(chart)
    for key, colour in colours.items():
        column = 2 + f.KEYS.index(key)
        values = Reference(ws, min_col=column, min_row=first, max_row=last)
        add_series(chart, values, Reference(ws, min_col=column, min_row=HEAD), colour)
    chart.set_categories(Reference(ws, min_col=1, min_row=first, max_row=last))
    chart.legend.position = "b"
    return chart
