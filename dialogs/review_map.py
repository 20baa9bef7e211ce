"""The map beside the review: goes to the record in hand and keeps it ringed."""

from __future__ import annotations

from qgis.core import QgsPointXY
from qgis.gui import QgsMapCanvas
from qgis.PyQt import sip

from ..core.worklist_entry import Entry
from .point_mark import PointMark
from .worklist_map import show_on_map


class ReviewMap:
    """Shows one entry at a time; without a canvas none."""

    def __init__(self, canvas: QgsMapCanvas | None) -> None:
        self._canvas = canvas
        self._mark = PointMark(canvas) if canvas is not None else None
        self._shown = ""  # uuid

    def show(self, entry: Entry) -> None:
        """Ring the entry's point; go there and flash it where it is another record's."""
        placed = entry.lon is not None and entry.lat is not None
        if self._mark is not None:
            self._mark.show(QgsPointXY(entry.lon, entry.lat) if placed else None)
        if self._shown != entry.uuid:
            self._shown = entry.uuid or ""
            show_on_map(self._canvas, entry)

    def leave(self) -> None:
        """Take the ring away."""
        self._shown = ""
        if self._mark is not None and not sip.isdeleted(self._canvas):
            self._mark.show(None)

    def close(self) -> None:
        """Leave the map for good."""
        if self._mark is not None:
            self._mark.close()
