"""The charts of the monitoring: native ones, which follow the cells."""

from __future__ import annotations

from collections.abc import Callable

from openpyxl.chart import BarChart, Reference, Series
from openpyxl.chart.data_source import StrRef
from openpyxl.chart.series import SeriesLabel
from openpyxl.worksheet.pagebreak import Break

from ..core import figures as f
from ..core import monitoring_words as words
from ..core.messages import Message
from .paper import HEAD

_WIDTH, _LEAST, _MOST, _EACH = 28, 7, 17, 0.75  # cm; the last: a bar with its gap
_REVIEWED = {
    f.COMPLETE: "#5b8db8",
    f.CONFORMING: "#2f6690",
    f.CONFIRMED: "#8a6bb1",
    f.APPROVED: "#1b7f4b",
}
_GAP = 3  # rows before a chart
_ROW = 0.53  # cm of a row of the sheet


def add_charts(ws: object, first: int, last: int, say: Callable[[Message], str]) -> None:
    """Add two charts below a sheet whose rows ``first`` to ``last`` are townships.

    The first column has their names, the others the figures in their order.
    """
    row = ws.max_row + _GAP
    for title, colours, stacked in (
        (words.ROUND_CHART, f.ROUND, True),
        (words.REVIEW_CHART, _REVIEWED, False),
    ):
        bars = 1 if stacked else len(colours)
        wanted = 3 + _EACH * (last - first + 1) * (1 + (bars - 1) * 0.5)
        size = min(_MOST, max(_LEAST, wanted))
        chart = _chart(ws, first, last, colours, stacked)
        chart.title, chart.width, chart.height = say(title), _WIDTH, size
        ws.row_breaks.append(Break(row - 2))  # a page of its own
        ws.add_chart(chart, f"A{row}")
        row += round(size / _ROW) + _GAP


def _chart(ws: object, first: int, last: int, colours: dict[str, str], stacked: bool) -> BarChart:
    chart = BarChart()
    chart.type, chart.gapWidth = "bar", 60
    if stacked:
        chart.grouping, chart.overlap = "stacked", 100
    for key, colour in colours.items():
        column = 2 + f.KEYS.index(key)
        series = Series(Reference(ws, min_col=column, min_row=first, max_row=last))
        name = Reference(ws, min_col=column, min_row=HEAD, max_row=HEAD)
        series.tx = SeriesLabel(strRef=StrRef(str(name)))
        chart.series.append(series)
        series.graphicalProperties.solidFill = colour.lstrip("#")
    chart.set_categories(Reference(ws, min_col=1, min_row=first, max_row=last))
    chart.x_axis.scaling.orientation = "maxMin"  # the first township on top
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.number_format, chart.y_axis.majorGridlines = "0", None
    chart.legend.position = "b"
    return chart
