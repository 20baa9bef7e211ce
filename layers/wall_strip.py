"""What a wall map says over and under its list: the goal, and the lines to sign (G1)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qgis.core import Qgis, QgsLayoutItemLabel, QgsPrintLayout, QgsTextFormat
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor

from ..core.list_pages import wrap
from ..translation import tr
from . import fonts
from .part_pages import Strip
from .printed_table import text_width

_POINT_MM = 25.4 / 72
_GOAL, _INK = "#a3271f", "#1f2420"
_LARGER = 1.25  # against the text of the list
_LINE, _GAP, _SIDE = 1.5, 0.6, 1.0  # of a line and round them in em, mm beside the text
_BLANK = "＿" * 6

Text = tuple[str, str]  # the id of a label and what it says


@dataclass(frozen=True)
class Order:
    """Who has to do what by when; each may be empty, and is then written by hand."""

    goal: str = ""
    unit: str = ""
    person: str = ""
    deadline: str = ""


def wall_strip(order: Order, box: QRectF, size: float) -> Strip:
    """Return what stands round the list in ``box`` (mm); ``size`` of the list's text, points."""
    em = size * _LARGER * _POINT_MM
    room = (box.width() - 2 * _SIDE) / em
    measure = text_width(fonts.HEADING)
    goal = []
    if order.goal:
        text = tr("Goal: {goal}").format(goal=order.goal)
        goal = [[("ot_goal", text)]]
    blocks = (goal, _GOAL), (_rows(_to_sign(order), room, measure), _INK)
    over, under = (_high(rows, room, measure) * em for rows, _colour in blocks)

    def draw(layout: QgsPrintLayout, whole: QRectF) -> None:
        tops = whole.top(), whole.bottom() - under
        for (rows, colour), top in zip(blocks, tops):
            y = top + _GAP / 2 * em
            for row in rows:
                high = _lines(row, room, measure) * _LINE * em
                wide = (whole.width() - 2 * _SIDE) / len(row)
                for column, (name, text) in enumerate(row):
                    place = QRectF(whole.left() + _SIDE + column * wide, y, wide, high)
                    lines = wrap(text, room / len(row), measure)
                    _label(layout, name, "\n".join(lines), place, em, colour)
                y += high

    return Strip(over, under, draw)


def _to_sign(order: Order) -> list[tuple[str, str]]:
    """Return id and text of each line to sign."""
    return [
        ("ot_responsible_unit", tr("Responsible unit: {unit}").format(unit=order.unit or _BLANK)),
        (
            "ot_responsible_person",
            tr("Responsible person: {person}").format(person=order.person or _BLANK),
        ),
        ("ot_deadline", tr("To be done by: {day}").format(day=order.deadline or _BLANK)),
    ]


def _rows(texts: Sequence[Text], room: float, measure: Callable[[str], float]) -> list[list[Text]]:
    """Return the texts beside each other where they have room, else the first by itself."""
    for rows in ([texts], [texts[:1], texts[1:]]):
        if all(measure(text) <= room / len(row) - 1 for row in rows for _name, text in row):
            return rows
    return [[text] for text in texts]


def _lines(row: Sequence[Text], room: float, measure: Callable[[str], float]) -> int:
    return max(len(wrap(text, room / len(row), measure)) for _name, text in row)


def _high(rows: Sequence[Sequence[Text]], room: float, measure: Callable[[str], float]) -> float:
    """Return the height of rows in em."""
    return sum(_lines(row, room, measure) for row in rows) * _LINE + _GAP if rows else 0.0


def _label(
    layout: QgsPrintLayout, name: str, text: str, box: QRectF, em: float, colour: str
) -> None:
    label = QgsLayoutItemLabel(layout)
    layout.addLayoutItem(label)
    label.setId(name)
    label.attemptSetSceneRect(box)
    label.setText(text)
    label.setMarginX(0)
    label.setMarginY(0)
    label.setVAlign(Qt.AlignmentFlag.AlignVCenter)
    look = QgsTextFormat()
    look.setFont(fonts.font_of(fonts.HEADING))
    look.setSize(em / _POINT_MM)
    look.setSizeUnit(Qgis.RenderUnit.Points)
    look.setColor(QColor(colour))
    label.setTextFormat(look)
