"""Write resources/layouts/distribution_a4.qpt and _a3.qpt, so that both stay alike.

Run with QGIS's Python: python scripts/build_layouts.py
The plugin finds items by their id (ot_map, ot_legend …) and fills texts through
layout variables (@ot_title …); all else may be changed by hand in a copy.
"""

from __future__ import annotations

import base64
import os
import re
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
    """A landscape page in mm; ``left`` is the binding margin, ``k`` enlarges text and boxes."""

    name: str
    width: float
    height: float
    left: float
    margin: float
    k: float


PAGES = (Page("a4", 297, 210, 25, 15, 1.0), Page("a3", 420, 297, 35, 15, 1.36))


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
        gap, column, band = 3 * k, 65 * k, 5.6 * k
        head, foot = 22 * k, 15 * k
        frame = (left, top + head, wide - column - gap, bottom - top - head - foot)
        panel = (right - column, frame[1], column, frame[3])
        self.header(left, top, wide)
        self.panel(*panel)
        self.map(frame, band)
        self.footer(left, frame[1] + frame[3] + 2.2 * k, wide, bottom)
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
        self.bar_and_scale(item)

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

    def panel(self, x: float, y: float, w: float, h: float) -> None:
        """Right column: legend above, north arrow and scale below."""
        k = self.page.k
        self.column = (x, y, w, h)
        centre = Qt.AlignmentFlag.AlignHCenter
        self.box(
            "ot_panel", x, y, w, h, color="#ffffff", outline_color=LINE, outline_width=str(0.2 * k)
        )
        self.text("ot_legend_title", (x, y + 2.2 * k, w, 7 * k), 12, "heading", align=centre)
        legend = self.add(
            QgsLayoutItemLegend(self.layout),
            "ot_legend",
            x + 3 * k,
            y + 10.5 * k,
            w - 6 * k,
            h - 44 * k,
        )
        legend.setAutoUpdateModel(False)
        legend.setResizeToContents(True)
        legend.setBackgroundEnabled(False)
        legend.setSymbolWidth(5.2 * k)
        legend.setSymbolHeight(4.6 * k)
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
        total = self.text(
            "ot_total",
            (x + 3 * k, y + h - 33 * k, w - 6 * k, 5 * k),
            9,
            "heading",
            valign=Qt.AlignmentFlag.AlignTop,
        )
        total.setMarginY(1.6 * k)
        rule = QgsLayoutItemPolyline(QPolygonF([QPointF(0, 0), QPointF(w - 6 * k, 0)]), self.layout)
        rule.setSymbol(QgsLineSymbol.createSimple({"color": LINE, "width": str(0.2 * k)}))
        self.layout.addLayoutItem(rule)
        rule.setId("ot_total_rule")
        rule.attemptMove(QgsLayoutPoint(x + 3 * k, y + h - 33 * k, MM))
        towns = self.text(
            "ot_townships",
            (x + 3 * k, y + h - 30 * k, w - 6 * k, 5 * k),
            7.5,
            colour=SOFT,
            valign=Qt.AlignmentFlag.AlignTop,
        )
        text = towns.textFormat()
        text.setTabStopDistance(21.5 * k)
        text.setTabStopDistanceUnit(Qgis.RenderUnit.Millimeters)
        towns.setTextFormat(text)
        self.text(
            "ot_note",
            (x + 3 * k, y + h - 29 * k, w - 6 * k, 8 * k),
            7.5,
            colour="#a3271f",
            valign=Qt.AlignmentFlag.AlignBottom,
        )

    def bar_and_scale(self, item: QgsLayoutItemMap) -> None:
        """North arrow and, beside it, scale and scale bar at the foot of the column."""
        k = self.page.k
        x, y, w, h = self.column
        side = 17 * k
        picture = self.add(
            QgsLayoutItemPicture(self.layout),
            "ot_north",
            x + 4.5 * k,
            y + h - 18 * k,
            11 * k,
            14.5 * k,
        )
        svg = (RESOURCES / "symbols" / "north.svg").read_bytes()
        picture.setPicturePath(
            "base64:" + base64.b64encode(svg).decode("ascii"), Qgis.PictureFormat.SVG
        )
        picture.setLinkedMap(item)
        picture.setNorthMode(QgsLayoutItemPicture.NorthMode.GridNorth)
        scale = (
            "[% '1:' || format_number(round(map_get(item_variables('ot_map'), 'map_scale')"
            " * coalesce(@ot_scale_factor, 1)), 0) %]"
        )
        self.text(
            "ot_scale",
            (x + side, y + h - 16 * k, w - side - 3 * k, 5 * k),
            9,
            align=Qt.AlignmentFlag.AlignHCenter,
            content=scale,
        )
        bar = self.add(
            QgsLayoutItemScaleBar(self.layout),
            "ot_scalebar",
            x + side,
            y + h - 10.8 * k,
            w - side - 3 * k,
            9 * k,
        )
        bar.setReferencePoint(QgsLayoutItem.ReferencePoint.UpperMiddle)
        bar.attemptMove(QgsLayoutPoint(x + (w + side) / 2 - 1.5 * k, y + h - 10.8 * k, MM))
        bar.setLinkedMap(item)
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


def main() -> None:
    """Write both templates."""
    application = QgsApplication([], False)
    application.initQgis()
    for page in PAGES:
        path = RESOURCES / "layouts" / f"distribution_{page.name}.qpt"
        layout = Template(page).build()
        if not layout.saveAsTemplate(str(path), QgsReadWriteContext()):
            raise SystemExit(f"cannot write {path}")
        path.write_text(settle_ids(path.read_text(encoding="utf-8")), encoding="utf-8")
        print(path.name)


if __name__ == "__main__":
    main()
