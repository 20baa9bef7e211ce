"""The words on a printed map, in the user's language and in installed fonts."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsExpressionContextUtils,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendStyle,
    QgsPrintLayout,
    QgsTextFormat,
)
from qgis.PyQt.QtCore import QDate, QLocale
from qgis.PyQt.QtWidgets import QApplication

from ..translation import language, tr
from . import fonts
from .map_content import Content
from .map_frame import crs_sentence
from .map_items import find, show
from .map_legend import total_text
from .map_spec import MapSpec

FONT_KEY = "origin_trace/font"
_LEGEND_FONTS = {
    QgsLegendStyle.Style.Group: fonts.HEADING,
    QgsLegendStyle.Style.Subgroup: fonts.HEADING,
    QgsLegendStyle.Style.SymbolLabel: fonts.TEXT,
}
_FITTED = (
    *("ot_title", "ot_subtitle", "ot_mark", "ot_total", "ot_note"),
    *("ot_crs", "ot_source", "ot_approval", "ot_unit", "ot_date"),
)
_POINT_MM = 25.4 / 72


def fill_texts(
    layout: QgsPrintLayout,
    spec: MapSpec,
    content: Content,
    crs: QgsCoordinateReferenceSystem | None,
    notes: Sequence[str] = (),
) -> None:
    """Set the layout's variables and fonts, and fit long lines into their boxes.

    ``crs``: None for a map on which nothing is drawn; ``notes``: of the style.
    """
    for name, text in map_words(spec, content, crs, notes).items():
        QgsExpressionContextUtils.setLayoutVariable(layout, name, text)
    apply_fonts(layout)
    for name in _FITTED if spec.fit else ():
        label = find(layout, name, QgsLayoutItemLabel)
        if label is not None:
            fit_width(label)
    show(layout, "ot_empty", not content.total.points)
    unit, date = find(layout, "ot_unit"), find(layout, "ot_date")
    if spec.fit and not spec.unit and unit is not None and date is not None:
        move_to(date, unit.pos().y())


def title_words(county: Sequence[str], products: Sequence[str] = ()) -> str:
    """Return «XX县豇豆产地分布图», in Chinese as the notice names things."""
    name = products[0] if len(products) == 1 else "重点农产品"
    return f"{county[-1] if county else ''}{name}产地分布图"


def map_words(
    spec: MapSpec,
    content: Content,
    crs: QgsCoordinateReferenceSystem | None,
    notes: Sequence[str] = (),
) -> dict[str, str]:
    """Return the variables of a layout with their texts."""
    date = QLocale(language()).toString(
        QDate(spec.date.year, spec.date.month, spec.date.day), tr("MMMM yyyy")
    )
    source = tr("Source: {source}").format(source=spec.source)
    if spec.basemap_credit:
        source += "    " + tr("Basemap: {credit}").format(credit=spec.basemap_credit)
    placed = content.total.points
    notes = list(notes)
    if content.unplaced:
        notes.append(
            tr("Records without a position, not shown: {count}").format(
                count=f"{content.unplaced:,}"
            )
        )
    return {
        "ot_title": spec.title,
        "ot_subtitle": "    ".join(filter(None, ("".join(spec.county_names), spec.filter_text))),
        "ot_mark": tr("Internal working map"),
        "ot_legend_title": tr("Legend"),
        "ot_total": total_text(content) if placed else "",
        "ot_note": "\n".join(notes),
        "ot_empty": "" if placed else tr("No record with a position matches this query."),
        "ot_crs": tr("Coordinate system: {crs}").format(crs=crs_sentence(crs)) if crs else "",
        "ot_source": source,
        "ot_approval": tr("Map approval number:"),
        "ot_unit": tr("Prepared by: {unit}").format(unit=spec.unit) if spec.unit else "",
        "ot_date": tr("Date: {date}").format(date=date),
    }


def apply_fonts(layout: QgsPrintLayout) -> None:
    """Replace the template's stand-in fonts and those that this machine lacks.

    A font that a person chose for a template of their own stays.
    """
    for item in layout.items():
        if isinstance(item, QgsLayoutItemLabel):
            role = item.customProperty(FONT_KEY) or fonts.TEXT
            item.setTextFormat(_chosen(item, item.textFormat(), role))
        elif isinstance(item, QgsLayoutItemLegend):
            for component, role in _LEGEND_FONTS.items():
                style = item.style(component)
                style.setTextFormat(_chosen(item, style.textFormat(), role))
                item.setStyle(component, style)
        elif isinstance(item, QgsLayoutItemScaleBar):
            item.setTextFormat(_chosen(item, item.textFormat(), fonts.TEXT))
            item.resizeToMinimumWidth()
        elif isinstance(item, QgsLayoutItemMap):
            for grid in item.grids().asList():
                text = _chosen(item, grid.annotationTextFormat(), fonts.TEXT)
                grid.setAnnotationTextFormat(text)


def _chosen(item: QgsLayoutItem, text: QgsTextFormat, role: str) -> QgsTextFormat:
    """Return the format with the font of its role; as it is where a person chose one.

    What we chose is noted on the item, since a filled layout may become a template.
    """
    family, note = text.font().family(), f"{FONT_KEY}_chosen_{role}"
    ours = (item.customProperty(note), QApplication.font().family())  # QGIS's for a stand-in
    if family not in ours and fonts.is_installed(family):
        return text
    family = fonts.choose_family(role)
    if family is None:
        return text
    item.setCustomProperty(note, family)
    result = QgsTextFormat(text)
    font = result.font()
    font.setFamily(family)
    font.setBold(role == fonts.HEADING and not fonts.is_heavy(family))
    result.setFont(font)
    result.setNamedStyle("Bold" if font.bold() else "Regular")
    result.setFont(fonts.plainly_drawn(result.font()))  # the style takes a font of its own
    return result


def fit_width(label: QgsLayoutItemLabel) -> None:
    """Make a label's font, and its tab stops with it, smaller until its lines fit its box."""
    inset = 3 if label.frameEnabled() else 0
    for _attempt in range(3):  # widths are not quite in proportion to sizes
        text = label.textFormat()
        width, room = label.sizeForText().width(), (label.rect().width() - inset) * 0.94
        if not width > room > 0:
            break
        factor = max(room / width, 4.5 / text.size())
        text.setSize(text.size() * factor)
        text.setTabStopDistance(text.tabStopDistance() * factor)
        label.setTextFormat(text)


def fit_height(label: QgsLayoutItemLabel) -> None:
    """Give a label the height of its lines."""
    label.attemptResize(QgsLayoutSize(label.rect().width(), text_height(label)))


def text_height(label: QgsLayoutItemLabel) -> float:
    """Return the height in mm that a label's lines take, margins with them."""
    lines = len(label.currentText().splitlines())
    return lines * line_height(label) + 2 * label.marginY()


def line_height(label: QgsLayoutItemLabel) -> float:
    """Return the height of one line of a label in mm, taken generously."""
    return label.textFormat().size() * _POINT_MM * 1.5


def move_to(item: object, y: float) -> None:
    """Move an item on its page to ``y`` mm from the top."""
    item.attemptMove(QgsLayoutPoint(item.pos().x(), y), useReferencePoint=False)
