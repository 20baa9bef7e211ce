"""Township and village of a query, chosen or typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QWidget

from ..core.sorting import sort_key
from ..translation import tr
from .worklist_filters import ValueBox

_INNER = ("township", "village")


class PlaceBoxes(QWidget):
    """A list of townships, and of the villages of the chosen one."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.township, self.village = ValueBox(tr("Township")), ValueBox(tr("Village"))
        self._outer: dict[str, str] = {}  # a county, such as of an older query
        self._outside = QLabel()
        self._villages: dict[str, list[str]] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._outside.hide()
        row.addWidget(self._outside)
        row.addWidget(self.township, 1)
        row.addWidget(self.village, 1)
        self.township.chosen.connect(self._township_chosen)
        self.village.chosen.connect(self.changed)
        self._offer_villages()

    def offer(self, townships: Sequence[str], villages: Mapping[str, set[str]]) -> None:
        """Offer these townships in this order, and the villages of each."""
        self._villages = {name: sorted(found, key=sort_key) for name, found in villages.items()}
        self.township.set_values(list(townships))
        self._offer_villages()

    def region(self) -> dict[str, str]:
        """Return column -> name."""
        boxes = (("township", self.township.value), ("village", self.village.value))
        return {**self._outer, **{column: name for column, name in boxes if name}}

    def show_region(self, region: Mapping[str, str]) -> None:
        """Show a region."""
        self._outer = {column: name for column, name in region.items() if column not in _INNER}
        self._outside.setText("".join(self._outer.values()))
        self._outside.setVisible(bool(self._outer))
        self.township.show_value(region.get("township", ""))
        self._offer_villages()
        self.village.show_value(region.get("village", ""))
        self._enable()
        self.changed.emit()

    def _township_chosen(self) -> None:
        if self.village.value not in self._villages.get(self.township.value, ()):
            self.village.choose("")
        self._offer_villages()
        self.changed.emit()

    def _offer_villages(self) -> None:
        self.village.set_values(self._villages.get(self.township.value, []))
        self._enable()

    def _enable(self) -> None:
        self.village.setEnabled(bool(self.township.value or self.village.value))
