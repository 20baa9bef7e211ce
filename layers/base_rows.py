"""The rows of a printed list of bases: its columns in a box, and what stands in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ..core import base_list as b
from ..core.base_list import HEADS, row_words
from ..core.inspection_states import Outcome
from ..core.schema import Record
from ..translation import render, tr
from .inspection_look import state_words
from .printed_table import TableColumn, TableLook

# Column -> least width in em, share of the room that is left, figures at the right.
_WIDTHS = {
    b.NUMBER: (3.4, 0, True),
    b.SQUARE: (3.0, 0, False),
    b.PRODUCER: (9, 5, False),
    b.PRODUCT: (4.8, 0.5, False),
    b.PLACE: (5.4, 3, False),
    b.SCALE: (5.2, 0.5, True),
    b.SEASON: (7.0, 1.2, False),
    b.OFFICER: (6.7, 2, False),
    b.COLLECTOR: (6.7, 2, False),
    b.RESULT: (6.0, 1, False),
}
_IF_ROOM = (b.COLLECTOR,)
_SMALLEST = 6.0  # points
_POINT_MM = 25.4 / 72


def base_look(keys: Sequence[str], width: float, size: float) -> TableLook:
    """Return the look of a list with these columns; the collector where it can be read.

    ``width`` in mm, ``size`` in points.
    """
    least = sum(_WIDTHS[key][0] for key in keys)
    if least * _SMALLEST * _POINT_MM > width:
        keys = [key for key in keys if key not in _IF_ROOM]
    columns = [TableColumn(key, render(HEADS[key]), *_WIDTHS[key]) for key in keys]
    return TableLook(columns, width, size)


class BaseRows:
    """The rows of one list, numbered from 1; ``outcomes``: uuid -> latest inspection."""

    def __init__(
        self,
        records: Sequence[Record],
        with_township: bool = True,
        personal: bool = False,
        outcomes: Mapping[str, Outcome] | None = None,
    ) -> None:
        self.records = records
        self._with_township, self._personal = with_township, personal
        self._outcomes = outcomes or {}

    def __len__(self) -> int:
        return len(self.records)

    def cells(self, row: int, square: Callable[[Record], str] | None = None) -> dict[str, str]:
        """Return column -> text of a row, counted from 0; ``square`` tells where it lies."""
        record = self.records[row]
        cells = row_words(record, self._with_township, self._personal)
        cells[b.NUMBER] = str(row + 1)
        if record["lon"] is None:
            cells[b.SQUARE] = "–"
            cells[b.PLACE] = f"{cells[b.PLACE]} {tr('(no point)')}".strip()
        else:
            cells[b.SQUARE] = square(record) if square else ""
        outcome = self._outcomes.get(record["uuid"])
        if outcome is not None:
            words = (state_words()[outcome.state], outcome.on)
            cells[b.RESULT] = " ".join(filter(None, words))
        return cells
