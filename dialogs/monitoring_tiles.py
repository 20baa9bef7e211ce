"""The county's figures as tiles: number, change and name, what it counts as a tip."""

from __future__ import annotations

from qgis.PyQt.QtCore import QRectF, QSize, Qt
from qgis.PyQt.QtGui import QPainter, QPaintEvent
from qgis.PyQt.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ..core import figures as f
from ..core import monitoring_words as words
from ..core.monitoring_table import Line
from ..translation import render
from .monitoring_model import paint_bar, tip

_COLUMNS = 4
_LARGE, _SMALL, _TINY = 1.3, 0.85, 0.75  # of the font
_BAR_HEIGHT = 20  # pixels


class Tile(QWidget):
    """One figure."""

    def __init__(self, figure: f.Figure) -> None:
        super().__init__()
        self._figure = figure
        self.number, self.name = QLabel("–"), QLabel(render(figure.name))
        large, small = self.font(), self.font()
        tiny = small.pointSizeF() * _TINY
        self._change = f" <span style='font-size:{tiny}pt;font-weight:normal'>{{change}}</span>"
        large.setPointSizeF(large.pointSizeF() * _LARGE)
        large.setBold(True)
        small.setPointSizeF(small.pointSizeF() * _SMALL)
        self.number.setFont(large)
        self.name.setFont(small)
        self.name.setWordWrap(True)
        for part in (self.number, self.name):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self.number)
        layout.addWidget(self.name, 1)

    def show_line(self, line: Line | None) -> None:
        """Show the figure of a line; None: not known."""
        key, text, told = self._figure.key, "–", ""
        if line is not None:
            change = words.signed(line.change(key))
            text = f"{line.now[key]:,}"
            if change:
                text += self._change.format(change=change)
            told = tip(line, (key,)) + "\n"
        self.number.setText(text)
        self.setToolTip(told + render(self._figure.meaning))
        self.setAccessibleName(f"{render(self._figure.name)} {text}")


class Bar(QWidget):
    """The bar of the county."""

    def __init__(self) -> None:
        super().__init__()
        self._line: Line | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a low bar."""
        return QSize(120, _BAR_HEIGHT)

    def show_line(self, line: Line | None) -> None:
        """Show where the rounds of a line stand."""
        self._line = line
        self.setToolTip("" if line is None else f"{render(words.BAR)}\n{tip(line, f.ROUND)}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        if self._line is not None:
            paint_bar(QPainter(self), QRectF(self.rect()), self._line)


class Tiles(QWidget):
    """All figures, the bar above them."""

    def __init__(self) -> None:
        super().__init__()
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self._bar = Bar()
        layout.addWidget(self._bar, 0, 0, 1, _COLUMNS)
        self.tiles: dict[str, Tile] = {}
        for number, figure in enumerate(f.FIGURES):
            tile = self.tiles[figure.key] = Tile(figure)
            layout.addWidget(tile, 1 + number // _COLUMNS, number % _COLUMNS)
        for column in range(_COLUMNS):
            layout.setColumnStretch(column, 1)

    def show_line(self, line: Line | None) -> None:
        """Show the figures of a line; None: not known."""
        self._bar.show_line(line)
        for tile in self.tiles.values():
            tile.show_line(line)
