"""The lines of the monitoring for a table view, with a bar of each round."""

from __future__ import annotations

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QPainter
from qgis.PyQt.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ..core import figures as f
from ..core import monitoring_words as words
from ..core.monitoring_table import Line
from ..core.rule import label
from ..translation import render

PLACE, BAR, FIRST = 0, 1, 2  # columns; the figures begin at FIRST
SORT_ROLE = Qt.ItemDataRole.UserRole
_BAR_MARGIN = 4  # pixels


class MonitoringModel(QAbstractTableModel):
    """Lines as rows: the township, its bar, each figure with its change."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()
        heads = [render(figure.name) for figure in f.FIGURES]
        self._heads = [label("township"), render(words.PROGRESS), *heads]
        self._tips = ["", render(words.BAR), *(render(figure.meaning) for figure in f.FIGURES)]

    def show(self, lines: tuple[Line, ...]) -> None:
        """Show other lines."""
        if lines == self.lines:
            return  # a selection stays
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    # --- what Qt asks ---------------------------------------------------------------

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else FIRST + len(f.KEYS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a header's text, or what its figure counts."""
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self._heads[section]
            if role == Qt.ItemDataRole.ToolTipRole:
                return self._tips[section]
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows, or what it is sorted by."""
        line, column = self.lines[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(line, column)
        if role == SORT_ROLE:
            if column == PLACE:
                return index.row()  # as the lines came: by pinyin
            key = f.COLLECTED if column == BAR else f.KEYS[column - FIRST]
            return (line.share(key) or 0.0) if column == BAR else line.now[key]
        if role == Qt.ItemDataRole.TextAlignmentRole and column >= FIRST:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(line, f.ROUND if column <= BAR else (f.KEYS[column - FIRST],))
        return None

    def text(self, line: Line, column: int) -> str:
        """Return the text of a cell."""
        if column == PLACE:
            return render(words.place_name(line.place[0]))
        if column == BAR:
            return ""
        key = f.KEYS[column - FIRST]
        change = line.change(key)
        return f"{line.now[key]:,} ({words.signed(change)})" if change else f"{line.now[key]:,}"


def tip(line: Line, keys) -> str:
    """Return some figures of a line in words."""
    lines = []
    for key in keys:
        figure, share = f.BY_KEY[key], line.share(key)
        text = f"{render(figure.name)} {line.now[key]:,}"
        if share is not None:
            text += f" / {render(f.BY_KEY[figure.part_of].name)} {line.now[figure.part_of]:,}"
            text += f" = {share:.0%}"
        if line.before is not None:
            text += f"; {render(words.MONTH_BEFORE)} {line.before[key]:,}"
        lines.append(text)
    return "\n".join(lines)


class BarDelegate(QStyledItemDelegate):
    """Paints what is collected, still open and missed side by side."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """Paint the cell, then its bar."""
        super().paint(painter, option, index)
        source = index.model().mapToSource(index)
        paint_bar(painter, QRectF(option.rect), source.model().lines[source.row()])


def paint_bar(painter: QPainter, room: QRectF, line: Line) -> None:
    """Paint the bar of a line into a rectangle."""
    room = room.adjusted(_BAR_MARGIN, _BAR_MARGIN, -_BAR_MARGIN, -_BAR_MARGIN)
    start = room.left()
    for key, colour in f.ROUND.items():
        width = room.width() * (line.share(key) or 0.0)
        painter.fillRect(QRectF(start, room.top(), width, room.height()), QColor(colour))
        start += width
