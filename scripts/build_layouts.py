"""Write the layout templates of resources/layouts, so that all stay alike.

Run with QGIS's Python: python scripts/build_layouts.py [FOLDER]
The plugin finds items by their id (ot_map, ot_legend …) and fills texts through
layout variables (@ot_title …); all else may be changed by hand in a copy.
"""

from __future__ import annotations

import base64
import os
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_HASH_SEED"] = "0"  # else attributes come in any order

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFillSymbol,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemMapGrid,
    QgsLayoutItemPicture,
    QgsLayoutItemPolyline,
    QgsLayoutItemScaleBar,
    QgsLayoutItemShape,
    QgsLayoutMeasurement,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendStyle,
    QgsLineSymbol,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
    QgsTextFormat,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import QPointF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QPolygonF

RESOURCES = Path(__file__).resolve().parents[1] / "resources"
FONT_KEY = "origin_trace/font"
INK, SOFT, LINE, PAPER_TINT = "#1f2420", "#566057", "#2b2f2b", "#f6f7f1"
MM = QgsUnitTypes.LayoutUnit.LayoutMillimeters


@dataclass(frozen=True)
class Page:
    """A page in mm; ``k`` enlarges text and boxes.

    ``left`` is the binding margin: GB/T 14689-2008 binds landscape and portrait sheets
    at their left, and A3 landscape folds into an A4 report that way.
    """

    name: str
    width: float
    height: float
    left: float
    margin: float
    k: float

    @property
    def upright(self) -> bool:
        """Return whether the page is portrait."""
        return self.height > self.width


PAGES = (
    Page("a4", 297, 210, 25, 15, 1.0),
    Page("a3", 420, 297, 35, 15, 1.36),
    Page("a4_portrait", 210, 297, 25, 15, 1.0),
    Page("a3_portrait", 297, 420, 35, 15, 1.36),
)


class Template:
    """Builds one page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.layout = QgsPrintLayout(QgsProject.instance())
        self.layout.initializeDefaults()
        self.layout.setName(f"distribution_{page.name}")
        self.layout.setUnits(MM)
        self.layout.pageCollection().page(0).setPageSize(QgsLayoutSize(page.width, page.height, MM))

    def add(self, item: object, name: str, x: float, y: float, w: float, h: float) -> object:
        """Put an item on the page under its id."""
        self.layout.addLayoutItem(item)
        item.setId(name)
        item.attemptMove(QgsLayoutPoint(x, y, MM))
        item.attemptResize(QgsLayoutSize(w, h, MM))
        return item

    def text(
        self,
        name: str,
        box: tuple[float, float, float, float],
        size: float,
        role: str = "text",
        colour: str = INK,
        align: object = Qt.AlignmentFlag.AlignLeft,
        valign: object = Qt.AlignmentFlag.AlignVCenter,
        content: str | None = None,
    ) -> QgsLayoutItemLabel:
        """Put a text that shows the variable of its own name; ``size`` in points of A4."""
        label = self.add(QgsLayoutItemLabel(self.layout), name, *box)
        label.setText(content or f"[% @{name} %]")
        label.setTextFormat(self.format(size, colour))
        label.setHAlign(align)
        label.setVAlign(valign)
        label.setMarginX(0)
        label.setMarginY(0)
        label.setCustomProperty(FONT_KEY, role)
        return label

    def format(self, size: float, colour: str = INK) -> QgsTextFormat:
        """Return a text format; the font itself is chosen when the map is made."""
        result = QgsTextFormat()
        result.setFont(QFont("sans-serif"))
        result.setSize(round(size * self.page.k, 1))
        result.setSizeUnit(Qgis.RenderUnit.Points)
        result.setColor(QColor(colour))
        return result

    def box(self, name: str, x: float, y: float, w: float, h: float, **style: str) -> None:
        """Put a rectangle."""
        shape = self.add(QgsLayoutItemShape(self.layout), name, x, y, w, h)
        shape.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
        shape.setSymbol(QgsFillSymbol.createSimple({"joinstyle": "miter", **style}))

    def build(self) -> QgsPrintLayout:
        """Place everything."""
        page, k = self.page, self.page.k
        left, top = page.left, page.margin
        right, bottom = page.width - page.margin, page.height - page.margin
        wide = right - left
        gap, band = 3 * k, 5.6 * k
        head, foot = 22 * k, 15 * k
        body, middle = top + head, bottom - top - head - foot
        self.header(left, top, wide)
        if page.upright:
            high = 66 * k
            frame = (left, body, wide, middle - high - gap)
            self.panel_below(left, body + middle - high, wide, high)
        else:
            column = 65 * k
            frame = (left, body, wide - column - gap, middle)
            self.panel_beside(right - column, body, column, middle)
        self.map(frame, band)
        self.footer(left, body + middle + 2.2 * k, wide, bottom)
        return self.layout

    def header(self, left: float, top: float, wide: float) -> None:
        """Title and, in words, what was asked."""
        k = self.page.k
        centre = Qt.AlignmentFlag.AlignHCenter
        mark = 30 * k
        self.text(
            "ot_title", (left + mark, top, wide - 2 * mark, 11 * k), 21, "heading", align=centre
        )
        self.text(
            "ot_subtitle", (left, top + 12.2 * k, wide, 7 * k), 9.5, colour=SOFT, align=centre
        )
        label = self.text(
            "ot_mark",
            (left + wide - 27 * k, top + 1.5 * k, 27 * k, 6.4 * k),
            9,
            "heading",
            colour="#a3271f",
            align=centre,
        )
        label.setFrameEnabled(True)
        label.setFrameStrokeColor(QColor("#a3271f"))
        label.setFrameStrokeWidth(QgsLayoutMeasurement(0.25 * k, MM))

    def map(self, frame: tuple[float, float, float, float], band: float) -> None:
        """The map in a double neat line, degrees and minutes between the two lines."""
        k = self.page.k
        x, y, w, h = frame
        self.box(
            "ot_frame_outer",
            x,
            y,
            w,
            h,
            color="#ffffff",
            outline_color=LINE,
            outline_width=str(0.55 * k),
        )
        inner = (x + band, y + band, w - 2 * band, h - 2 * band)
        item = self.add(QgsLayoutItemMap(self.layout), "ot_map", *inner)
        item.setCrs(QgsCoordinateReferenceSystem("EPSG:4547"))
        item.zoomToExtent(QgsRectangle(470000, 2940000, 530000, 2980000))
        item.setBackgroundColor(QColor(PAPER_TINT))
        item.setFrameEnabled(True)
        item.setFrameStrokeColor(QColor(LINE))
        item.setFrameStrokeWidth(QgsLayoutMeasurement(0.2 * k, MM))
        item.setLabelMargin(QgsLayoutMeasurement(1.5 * k, MM))
        self.grid(item)
        empty = self.text(
            "ot_empty",
            (inner[0] + 30 * k, inner[1] + inner[3] / 2 - 8 * k, inner[2] - 60 * k, 16 * k),
            14,
            "heading",
            colour=SOFT,
            align=Qt.AlignmentFlag.AlignHCenter,
        )
        empty.setBackgroundEnabled(True)
        empty.setBackgroundColor(QColor(PAPER_TINT))
        self.link_to(item)

    def grid(self, item: QgsLayoutItemMap) -> None:
        """Light meridians and parallels with their degrees and minutes."""
        k = self.page.k
        grid = QgsLayoutItemMapGrid("ot_graticule", item)
        grid.setCrs(QgsCoordinateReferenceSystem("EPSG:4490"))
        grid.setIntervalX(1 / 6)
        grid.setIntervalY(1 / 6)
        grid.setStyle(QgsLayoutItemMapGrid.GridStyle.Solid)
        grid.setLineSymbol(QgsLineSymbol.createSimple({"color": "#cdd4cb", "width": str(0.12 * k)}))
        grid.setFrameStyle(QgsLayoutItemMapGrid.FrameStyle.ExteriorTicks)
        grid.setFrameWidth(1.0 * k)
        grid.setFramePenSize(0.2 * k)
        grid.setFramePenColor(QColor(LINE))
        grid.setAnnotationEnabled(True)
        grid.setAnnotationFormat(QgsLayoutItemMapGrid.AnnotationFormat.DegreeMinutePadded)
        grid.setAnnotationPrecision(0)
        grid.setAnnotationTextFormat(self.format(6.2, SOFT))
        grid.setAnnotationFrameDistance(0.5 * k)
        side, show = QgsLayoutItemMapGrid.BorderSide, QgsLayoutItemMapGrid.DisplayMode
        for border in (side.Top, side.Bottom):
            grid.setAnnotationDisplay(show.LongitudeOnly, border)
            grid.setFrameDivisions(show.LongitudeOnly, border)
            grid.setAnnotationDirection(QgsLayoutItemMapGrid.AnnotationDirection.Horizontal, border)
        for border in (side.Left, side.Right):
            grid.setAnnotationDisplay(show.LatitudeOnly, border)
            grid.setFrameDivisions(show.LatitudeOnly, border)
        grid.setAnnotationDirection(QgsLayoutItemMapGrid.AnnotationDirection.Vertical, side.Left)
        grid.setAnnotationDirection(
            QgsLayoutItemMapGrid.AnnotationDirection.VerticalDescending, side.Right
        )
        item.grids().addGrid(grid)

    def panel_beside(self, x: float, y: float, w: float, h: float) -> None:
        """Right column: legend above, figures under it, north arrow and scale below."""
        k = self.page.k
        self.panel_box(x, y, w, h)
        x, w = x + 3 * k, w - 6 * k
        self.legend(x, y, w, h - 44 * k)
        self.figures(x, y + h - 33 * k, w, 3 * k)
        self.note(x, y + h - 29 * k, w)
        self.north_and_scale(x, y + h - 18 * k, w)

    def panel_below(self, x: float, y: float, w: float, h: float) -> None:
        """Panel under the map: legend in two columns, beside it the figures and the scale."""
        k = self.page.k
        side = 48 * k
        self.panel_box(x, y, w, h)
        self.legend(x + 3 * k, y, w - side - 9 * k, h - 13 * k, columns=2)
        x, w = x + w - side - 3 * k, side
        self.figures(x, y + 4 * k, w, 15 * k)
        self.note(x, y + h - 29 * k, w)
        self.north_and_scale(x, y + h - 18 * k, w)

    def panel_box(self, x: float, y: float, w: float, h: float) -> None:
        """Put the frame of the panel."""
        width = str(0.2 * self.page.k)
        self.box("ot_panel", x, y, w, h, color="#ffffff", outline_color=LINE, outline_width=width)

    def legend(self, x: float, y: float, w: float, h: float, columns: int = 1) -> None:
        """Put the legend with its title at the top of a panel that begins at ``y``."""
        k = self.page.k
        centre = Qt.AlignmentFlag.AlignHCenter
        self.text("ot_legend_title", (x, y + 2.2 * k, w, 7 * k), 12, "heading", align=centre)
        legend = self.add(QgsLayoutItemLegend(self.layout), "ot_legend", x, y + 10.5 * k, w, h)
        legend.setAutoUpdateModel(False)
        legend.setResizeToContents(True)
        legend.setBackgroundEnabled(False)
        legend.setColumnCount(columns)
        legend.setColumnSpace(4 * k)
        legend.setSymbolWidth(5.2 * k)
        legend.setSymbolHeight(4.6 * k)
        legend.setMinimumSymbolSize(2.4 * k)  # on a map with thousands they are dots
        legend.setWrapString("|")
        legend.setBoxSpace(0)
        styles = {
            QgsLegendStyle.Style.Group: (9.5, 2.6),
            QgsLegendStyle.Style.Subgroup: (9.5, 2.6),
            QgsLegendStyle.Style.SymbolLabel: (8.5, 1.4),
        }
        for component, (size, space) in styles.items():
            style = QgsLegendStyle()
            style.setMargin(QgsLegendStyle.Side.Top, space * k)
            style.setMargin(QgsLegendStyle.Side.Bottom, 0.9 * k)
            if component == QgsLegendStyle.Style.SymbolLabel:
                style.setMargin(QgsLegendStyle.Side.Bottom, 0)
                style.setMargin(QgsLegendStyle.Side.Top, 0)
                style.setMargin(QgsLegendStyle.Side.Left, 1.8 * k)
            text = self.format(size)
            text.setTabStopDistance(17 * k)
            text.setTabStopDistanceUnit(Qgis.RenderUnit.Millimeters)
            style.setTextFormat(text)
            legend.setStyle(component, style)
        symbol = legend.style(QgsLegendStyle.Style.Symbol)
        symbol.setMargin(QgsLegendStyle.Side.Top, 1.3 * k)
        legend.setStyle(QgsLegendStyle.Style.Symbol, symbol)

    def figures(self, x: float, y: float, w: float, h: float) -> None:
        """Put the total and, ``h`` mm below its top, the townships."""
        k = self.page.k
        top = Qt.AlignmentFlag.AlignTop
        total = self.text("ot_total", (x, y, w, 5 * k), 9, "heading", valign=top)
        total.setMarginY(1.6 * k)
        rule = QgsLayoutItemPolyline(QPolygonF([QPointF(0, 0), QPointF(w, 0)]), self.layout)
        rule.setSymbol(QgsLineSymbol.createSimple({"color": LINE, "width": str(0.2 * k)}))
        self.layout.addLayoutItem(rule)
        rule.setId("ot_total_rule")
        rule.attemptMove(QgsLayoutPoint(x, y, MM))
        towns = self.text("ot_townships", (x, y + h, w, 5 * k), 7.5, colour=SOFT, valign=top)
        text = towns.textFormat()
        text.setTabStopDistance(21.5 * k)
        text.setTabStopDistanceUnit(Qgis.RenderUnit.Millimeters)
        towns.setTextFormat(text)

    def note(self, x: float, y: float, w: float) -> None:
        """Put what the map cannot show."""
        bottom = Qt.AlignmentFlag.AlignBottom
        box = (x, y, w, 8 * self.page.k)
        self.text("ot_note", box, 7.5, colour="#a3271f", valign=bottom)

    def north_and_scale(self, x: float, y: float, w: float) -> None:
        """Put the north arrow and, beside it, scale and scale bar."""
        k = self.page.k
        picture = self.add(
            QgsLayoutItemPicture(self.layout), "ot_north", x + 1.5 * k, y, 11 * k, 14.5 * k
        )
        svg = (RESOURCES / "symbols" / "north.svg").read_bytes()
        picture.setPicturePath(
            "base64:" + base64.b64encode(svg).decode("ascii"), Qgis.PictureFormat.SVG
        )
        picture.setNorthMode(QgsLayoutItemPicture.NorthMode.GridNorth)
        scale = (
            "[% '1:' || format_number(round(map_get(item_variables('ot_map'), 'map_scale')"
            " * coalesce(@ot_scale_factor, 1)), 0) %]"
        )
        x, w = x + 14 * k, w - 14 * k
        centre = Qt.AlignmentFlag.AlignHCenter
        self.text("ot_scale", (x, y + 2 * k, w, 5 * k), 9, align=centre, content=scale)
        bar = self.add(QgsLayoutItemScaleBar(self.layout), "ot_scalebar", x, y + 7.2 * k, w, 9 * k)
        bar.setReferencePoint(QgsLayoutItem.ReferencePoint.UpperMiddle)
        bar.attemptMove(QgsLayoutPoint(x + w / 2, y + 7.2 * k, MM))
        bar.setMaximumBarWidth(w - 10 * k)
        bar.setStyle("Single Box")
        bar.setUnits(Qgis.DistanceUnit.Kilometers)
        bar.setMapUnitsPerScaleBarUnit(1)
        bar.setUnitsPerSegment(5)
        bar.setNumberOfSegments(4)
        bar.setNumberOfSegmentsLeft(0)
        bar.setHeight(1.5 * k)
        bar.setBoxContentSpace(0.5 * k)
        bar.setLabelBarSpace(1.0 * k)
        bar.setTextFormat(self.format(7))
        line = QgsLineSymbol.createSimple(
            {"color": LINE, "width": str(0.2 * k), "joinstyle": "miter"}
        )
        bar.setLineSymbol(line)
        bar.setFillSymbol(QgsFillSymbol.createSimple({"color": LINE, "outline_style": "no"}))
        bar.setAlternateFillSymbol(
            QgsFillSymbol.createSimple({"color": "#ffffff", "outline_style": "no"})
        )
        bar.attemptResize(QgsLayoutSize(w, 9 * k, MM))  # else as high as with the first font

    def link_to(self, item: QgsLayoutItemMap) -> None:
        """Have north arrow and scale bar follow the map."""
        self.layout.itemById("ot_north").setLinkedMap(item)
        self.layout.itemById("ot_scalebar").setLinkedMap(item)

    def footer(self, left: float, y: float, wide: float, bottom: float) -> None:
        """Coordinate system, source and 审图号 on the left; unit and date on the right."""
        k = self.page.k
        line = (bottom - y) / 3
        side = 62 * k
        for row, name in enumerate(("ot_crs", "ot_source", "ot_approval")):
            self.text(name, (left, y + row * line, wide - side - 3 * k, line), 7.5)
        for row, name in enumerate(("ot_unit", "ot_date")):
            self.text(
                name,
                (left + wide - side, y + row * line, side, line),
                7.5,
                align=Qt.AlignmentFlag.AlignRight,
            )


def settle_ids(text: str) -> str:
    """Number the random ids that QGIS gives, so that a rebuild changes only what changed."""
    found = dict.fromkeys(re.findall(r"\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}", text))
    for number, random_id in enumerate(found):
        text = text.replace(random_id, f"{{{UUID(int=number + 1)}}}")
    return text


def write_templates(templates: Iterable[tuple[str, Template]]) -> None:
    """Write templates under their names, to the folder that is given or to our own."""
    application = QgsApplication([], False)
    application.initQgis()
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else RESOURCES / "layouts"
    for name, template in templates:
        path = folder / f"{name}.qpt"
        if not template.build().saveAsTemplate(str(path), QgsReadWriteContext()):
            raise SystemExit(f"cannot write {path}")
        path.write_text(settle_ids(path.read_text(encoding="utf-8")), encoding="utf-8")
        print(path.name)


if __name__ == "__main__":
    write_templates((f"distribution_{page.name}", Template(page)) for page in PAGES)
