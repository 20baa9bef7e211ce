"""Boxes of which several may be ticked; none means all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

_IN_A_ROW = 6


class Boxes(QWidget):
    """A box for each value, in rows; ``values``: value -> its word."""

    changed = pyqtSignal()

    def __init__(self, name: str, values: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.boxes: dict[str, QCheckBox] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(_IN_A_ROW, 1)
        for value, word in values.items():
            self._add(value, word)

    def _add(self, value: str, word: str) -> None:
        box = QCheckBox(word.replace("&", "&&"), self)
        box.toggled.connect(lambda _on: self.changed.emit())
        number = len(self.boxes)
        self._grid.addWidget(box, number // _IN_A_ROW, number % _IN_A_ROW)
        self.boxes[value] = box

    def chosen(self) -> tuple[str, ...]:
        """Return the ticked values."""
        return tuple(value for value, box in self.boxes.items() if box.isChecked())

    def choose(self, values: Sequence[str]) -> None:
        """Tick these; what is not offered, such as of an older query, gets a box of its own."""
        for value in values:
            if value not in self.boxes:
                self._add(value, value)
        for value, box in self.boxes.items():
            box.setChecked(value in values)


class GroupedBoxes(QWidget):
    """Boxes in groups with a heading, as products by industry."""

    changed = pyqtSignal()

    def __init__(
        self, name: str, groups: Mapping[str, Sequence[str]], parent: QWidget | None = None
    ) -> None:
        """``groups``: heading -> values."""
        super().__init__(parent)
        self.setAccessibleName(name)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(2)
        layout.setColumnStretch(1, 1)
        self.groups = [Boxes(head, {v: v for v in values}) for head, values in groups.items()]
        for row, group in enumerate(self.groups):
            group.changed.connect(self.changed)
            layout.addWidget(QLabel(group.accessibleName()), row, 0)
            layout.addWidget(group, row, 1)

    def chosen(self) -> tuple[str, ...]:
        """Return the ticked values."""
        return tuple(value for group in self.groups for value in group.chosen())

    def choose(self, values: Sequence[str]) -> None:
        """Tick these; what is in no group comes into the last one."""
        known = {value for group in self.groups for value in group.boxes}
        unknown = [value for value in values if value not in known]
        for group in self.groups:
            own = [value for value in values if value in group.boxes]
            group.choose(own + unknown if group is self.groups[-1] else own)
