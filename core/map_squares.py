"""The squares of a map's frame, by which a list says where a base lies: A1 is at the upper left."""

from __future__ import annotations

ACROSS, DOWN = 8, 6


def square_of(x: float, y: float) -> str:
    """Return the square of a place, given as shares of the frame from its upper left corner.

    "" outside of the frame.
    """
    if not (0 <= x <= 1 and 0 <= y <= 1):
        return ""
    column, row = min(int(x * ACROSS), ACROSS - 1), min(int(y * DOWN), DOWN - 1)
    return f"{chr(ord('A') + column)}{row + 1}"
