"""A table on a printed page, drawn line by line: its look and the layout item that draws it.

QGIS's own tables measure every cell of every page anew; an atlas has thousands of pages.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from qgis.core import QgsLayoutItem, QgsPrintLayout
from qgis.PyQt.QtCore import QLineF, QPointF, QRectF
from qgis.PyQt.QtGui import QColor, QFont, QFontMetricsF, QPen

from ..core.list_pages import wrap
from . import fonts

_PIXELS = 100  # of the font that is measured and drawn, then scaled
_POINT_MM = 25.4 / 72
_PITCH, _RISE = 1.3, 0.96  # of lines and of the first base line, in em
_PAD, _SIDE = 0.32, 0.35  # above and below the lines, beside them, in em
_FOOT = 1.7  # height of the line under the table, in em
_INK, _SOFT, _LINE, _HEAD, _BAND = "#1f2420", "#566057", "#c9cfc7", "#e6ebe2", "#f6f8f3"

Cells = Mapping[str, str]


@dataclass(frozen=True)
class TableColumn:
    """A column: its heading, its least width in em, and its share of the room that is left.

    ``right``: figures that stand at the right.
    """

    key: str
    head: str
    least: float
    share: float = 0
    right: bool = False


class TableLook:
    """The columns of a table in a box of ``width`` mm; text of ``size`` points or smaller."""

    def __init__(self, columns: Sequence[TableColumn], width: float, size: float) -> None:
        self.columns = tuple(columns)
        least = sum(column.least for column in columns)
        self.em = min(size * _POINT_MM, width / least)
        free = width / self.em - least
        shares = sum(column.share for column in columns) or 1
        self.widths = [column.least + free * column.share / shares for column in columns]
        heads = {column.key: column.head for column in columns}
        self.head = self.lines(heads, fonts.HEADING)
        # What heading and foot take of a box, in mm.
        self.frame_height = self._high(self.head) + _FOOT * self.em

    def lines(self, cells: Cells, role: str = fonts.TEXT) -> list[list[str]]:
        """Return the lines of each cell."""
        measure = text_width(role)
        return [
            wrap(cells.get(column.key, ""), width - 2 * _SIDE, measure)
            for column, width in zip(self.columns, self.widths)
        ]

    def height(self, cells: Cells) -> float:
        """Return the height of a row in mm."""
        return self._high(self.lines(cells))

    def _high(self, lines: list[list[str]]) -> float:
        return (max(map(len, lines)) * _PITCH + 2 * _PAD) * self.em


class TableItem(QgsLayoutItem):
    """Draws the heading, the rows and a line under them from the top of its box."""

    def __init__(self, layout: QgsPrintLayout, look: TableLook, box: QRectF) -> None:
        super().__init__(layout)
        self._look = look
        self._rows: list[list[list[str]]] = []
        self._strong: frozenset[int] = frozenset()
        self.foot = ""
        layout.addLayoutItem(self)
        self.attemptSetSceneRect(box)

    def fill(self, rows: Sequence[Cells], foot: str = "", strong: Collection[int] = ()) -> None:
        """Show these rows; those numbered in ``strong`` in heavy type."""
        self.foot = foot
        self._strong = frozenset(strong)
        self._rows = [
            self._look.lines(cells, fonts.HEADING if number in self._strong else fonts.TEXT)
            for number, cells in enumerate(rows)
        ]

    def texts(self) -> list[list[str]]:
        """Return what each cell says, row by row."""
        return [["".join(lines) for lines in row] for row in self._rows]

    def draw(self, context) -> None:
        """Called by QGIS; the painter counts in dots."""
        painter = context.renderContext().painter()
        scale = context.renderContext().scaleFactor() * self._look.em / _PIXELS
        painter.save()
        painter.scale(scale, scale)
        top = self._draw_row(painter, 0, self._look.head, fonts.HEADING, _HEAD)
        for number, lines in enumerate(self._rows):
            role = fonts.HEADING if number in self._strong else fonts.TEXT
            top = self._draw_row(painter, top, lines, role, _BAND if number % 2 else "")
        painter.setFont(_font(fonts.TEXT))
        painter.setPen(QColor(_SOFT))
        painter.drawText(QPointF(_SIDE * _PIXELS, top + _FOOT * 0.7 * _PIXELS), self.foot)
        painter.restore()

    def _draw_row(self, painter, top: float, lines, role: str, ground: str) -> float:
        """Draw a row at ``top``, in hundredths of an em; return where it ends."""
        width = sum(self._look.widths) * _PIXELS
        high = (max(map(len, lines)) * _PITCH + 2 * _PAD) * _PIXELS
        if ground:
            painter.fillRect(QRectF(0, top, width, high), QColor(ground))
        painter.setFont(_font(role))
        painter.setPen(QColor(_INK))
        measure, left = text_width(role), 0.0
        for column, wide, texts in zip(self._look.columns, self._look.widths, lines):
            for row, text in enumerate(texts):
                x = left + _SIDE
                if column.right:
                    x = left + wide - _SIDE - measure(text)
                base = top + (_PAD + _RISE + row * _PITCH) * _PIXELS
                painter.drawText(QPointF(x * _PIXELS, base), text)
            left += wide
        painter.setPen(QPen(QColor(_LINE), 4))
        painter.drawLine(QLineF(0, top + high, width, top + high))
        return top + high


@lru_cache(4)
def _font(role: str) -> QFont:
    font = fonts.font_of(role)
    font.setPixelSize(_PIXELS)
    font.setBold(role == fonts.HEADING and not fonts.is_heavy(font.family()))
    return font


@lru_cache(4)
def text_width(role: str) -> Callable[[str], float]:
    """Return a function that gives the width of a text in em."""
    metrics = QFontMetricsF(_font(role))
    known: dict[str, float] = {}

    def width(text: str) -> float:
        total = 0.0
        for character in text:
            one = known.get(character)
            if one is None:
                one = known[character] = metrics.horizontalAdvance(character) / _PIXELS
            total += one
        return total

    return width
