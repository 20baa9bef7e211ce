"""Native charts below a sheet, which follow its cells: what all of ours have in common."""

from __future__ import annotations

from openpyxl.chart import BarChart, Reference, Series
from openpyxl.chart.data_source import StrRef
from openpyxl.chart.series import SeriesLabel
from openpyxl.chart.text import RichText
from openpyxl.drawing.text import CharacterProperties, Paragraph, ParagraphProperties
from openpyxl.worksheet.pagebreak import Break

_WIDTH, _LEAST, _MOST, _EACH = 28, 7, 16, 0.75  # cm, so that a page holds it; a bar with its gap
_GAP = 3  # rows before a chart
_SMALL = 700  # hundredths of a point: the names of 25 rows
_ROW = 0.53  # cm of a row of the sheet


class ChartColumn:
    """Puts charts one below the other, each on a page of its own."""

    def __init__(self, ws: object) -> None:
        self._ws, self._row = ws, ws.max_row + _GAP

    def put(self, chart: BarChart, title: str, height: float) -> None:
        """Put a chart below the one before; ``height`` in cm."""
        chart.gapWidth = 60
        chart.x_axis.delete = chart.y_axis.delete = False
        chart.y_axis.number_format, chart.y_axis.majorGridlines = "General", None
        chart.title, chart.width, chart.height = title, _WIDTH, height
        self._ws.row_breaks.append(Break(self._row - 2))
        self._ws.add_chart(chart, f"A{self._row}")
        self._row += round(height / _ROW) + _GAP


def bars_height(rows: int, bars: int = 1) -> float:
    """Return the height in cm of a chart of lying bars, some for each row."""
    return min(_MOST, max(_LEAST, 3 + _EACH * rows * (1 + (bars - 1) * 0.5)))


def lying(chart: BarChart) -> None:
    """Let the bars of a chart lie, the first row on top."""
    chart.type = "bar"
    chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.tickLblSkip = 1  # every row has its name
    small = CharacterProperties(sz=_SMALL)
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=small), endParaRPr=small)
    chart.x_axis.txPr = RichText(p=[paragraph])


def stacked(chart: BarChart) -> None:
    """Put the parts of a bar behind each other."""
    chart.grouping, chart.overlap = "stacked", 100


def add_series(chart: BarChart, values: Reference, name: Reference, colour: str) -> None:
    """Add a series with the cells of its values and the cell of its name."""
    series = Series(values)
    series.tx = SeriesLabel(strRef=StrRef(str(name)))
    series.graphicalProperties.solidFill = colour.lstrip("#")
    chart.series.append(series)
