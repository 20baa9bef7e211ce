"""Write the templates listed_*.qpt: pages of an atlas and wall maps, with index map and list.

Run with QGIS's Python: python scripts/build_list_layouts.py [FOLDER]
Beside the items of build_layouts.py they hold ot_index, a small map of the whole county,
ot_list, the box for the list of bases, and ot_page, the number of the page.
"""

from __future__ import annotations

from build_layouts import LINE, MM, PAGES, PAPER_TINT, SOFT, Template, write_templates
from qgis.core import (
    QgsLayoutItemMap,
    QgsLayoutMeasurement,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendStyle,
    QgsPrintLayout,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor


class ListTemplate(Template):
    """Builds one page with a list."""

    def build(self) -> QgsPrintLayout:
        """Place everything: the list beside the map, on an upright page under it."""
        page, k = self.page, self.page.k
        left, top = page.left, page.margin
        right, bottom = page.width - page.margin, page.height - page.margin
        wide, gap = right - left, 3 * k
        head, foot = 22 * k, 15 * k
        body, end = top + head, bottom - foot
        self.header(left, top, wide)
        if page.upright:
            strip, column = 50 * k, wide
            high = 0.62 * (end - body - strip - 2 * gap)
            frame = (left, body, wide, high)
            self.strip(left, body + high + gap, wide, strip, legend_columns=2)
            begin = body + high + strip + 2 * gap
            self.list_box(left, begin, wide, end - begin)
        else:
            strip, column = 34 * k, 0.44 * wide
            frame = (left, body, wide - column - gap, end - body - strip - gap)
            self.strip(left, end - strip, wide, strip, legend_columns=4)
            self.list_box(right - column, body, column, frame[3])
        self.map(frame, 5.6 * k)
        self.index_frame()
        self.footer(left, end + 2.2 * k, wide, bottom)
        line = (bottom - end - 2.2 * k) / 3
        box = (right - 62 * k, bottom - line, 62 * k, line)
        self.text("ot_page", box, 7.5, align=Qt.AlignmentFlag.AlignRight)
        return self.layout

    def strip(self, x: float, y: float, w: float, h: float, legend_columns: int) -> None:
        """Put the panel: index map, legend, and figures over the scale."""
        k = self.page.k
        self.panel_box(x, y, w, h)
        index, side = (34 * k if self.page.upright else 44 * k), 45 * k
        self.index = (x + 2.5 * k, y + 2.5 * k, index, h - 5 * k)
        begin, middle = x + index + 5 * k, w - index - side - 11 * k
        self.legend(begin, y - 5 * k, middle, h, legend_columns)
        self.make_low(begin, y + 1 * k, middle)
        begin = x + w - side - 3 * k
        self.figures(begin, y + 1 * k, side, 5 * k)
        self.layout.removeLayoutItem(self.layout.itemById("ot_total_rule"))
        self.note(begin, y + h - 26 * k, side)
        self.north_and_scale(begin, y + h - 17 * k, side)

    def make_low(self, x: float, y: float, w: float) -> None:
        """Give title and legend the room that there is in a strip."""
        k = self.page.k
        title, legend = (self.layout.itemById(name) for name in ("ot_legend_title", "ot_legend"))
        title.attemptResize(QgsLayoutSize(w, 5 * k, MM))
        title.attemptMove(QgsLayoutPoint(x, y, MM))
        legend.setSymbolHeight(3.8 * k)
        part = QgsLegendStyle.Style
        for component, size in ((part.Group, 8), (part.Subgroup, 8), (part.SymbolLabel, 7.5)):
            style = legend.style(component)
            text = style.textFormat()
            text.setSize(size * k)
            text.setTabStopDistance(14 * k)
            style.setTextFormat(text)
            legend.setStyle(component, style)
        symbol = legend.style(part.Symbol)
        symbol.setMargin(QgsLegendStyle.Side.Top, 0.4 * k)
        legend.setStyle(part.Symbol, symbol)

    def index_frame(self) -> None:
        """Put the index map; after the map itself, which the north arrow follows."""
        k = self.page.k
        item = self.add(QgsLayoutItemMap(self.layout), "ot_index", *self.index)
        item.setBackgroundColor(QColor(PAPER_TINT))
        item.setFrameEnabled(True)
        item.setFrameStrokeColor(QColor(SOFT))
        item.setFrameStrokeWidth(QgsLayoutMeasurement(0.15 * k, MM))

    def list_box(self, x: float, y: float, w: float, h: float) -> None:
        """Put the box that the list takes."""
        width = str(0.2 * self.page.k)
        self.box("ot_list", x, y, w, h, color="#ffffff", outline_color=LINE, outline_width=width)


if __name__ == "__main__":
    write_templates((f"listed_{page.name}", ListTemplate(page)) for page in PAGES)
