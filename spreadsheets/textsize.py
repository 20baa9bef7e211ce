"""How much room a text needs on a sheet: an estimate from the width of its characters."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_DIGIT = 7  # pixels of one unit of column width
_HIGHEST = 409.0  # points, what Excel allows
_PADDING = 1  # pixels: the edges of a cell less what Excel adds to its width


def units(text: str) -> int:
    """Return the width of ``text`` in half-width characters."""
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)


@lru_cache(maxsize=8192)
def lines(text: str, width: float, size: float = 10) -> int:
    """Return the lines of ``text`` in a column of ``width`` characters, font ``size`` in points."""
    room = max(3, int((width * _DIGIT - _PADDING) / (size * 96 / 72 / 2)))
    # A wide character that does not fit leaves half of its room empty at a line's end.
    return sum(
        1 if units(part) <= room else -(-units(part) // (room - 1)) for part in text.split("\n")
    )


def most_lines(values: Sequence[object], widths: Sequence[float], size: float = 10) -> int:
    """Return the lines of the longest text of a row, 1 at least."""
    most = 1
    for value, width in zip(values, widths):
        # A text that fits even if every character is a wide one needs no closer look.
        if isinstance(value, str) and (len(value) * size > width * 5 - size or "\n" in value):
            most = max(most, lines(value, width, size))
    return most


def height(count: int, size: float = 10) -> float:
    """Return the height in points of ``count`` lines of a font of ``size`` points."""
    return min(_HIGHEST, round(count * size * 1.35 + 5, 1))
