"""Breaking a printed list: texts into lines, rows onto pages."""

from __future__ import annotations

import re
from collections.abc import Callable

# What a line may end behind: a blank or a dash between two dates.
_WORDS = re.compile(r"(\s*)([^\s–]*–|[^\s–]+)")
# A run of letters and figures stays together; marks do not begin a line, nor brackets end one.
_PIECES = re.compile(r"[（《「『“‘]*(?:[!-~]+|[^ -~])[、。，；：！？）》」』”’]*")


def wrap(text: str, room: float, width: Callable[[str], float]) -> list[str]:
    """Return a text in lines of at most ``room``, in the unit of ``width``.

    Lines end at blanks and dashes where they can, else between Chinese characters; only what
    is longer than a line by itself is broken anywhere. A single character may be wider.
    """
    lines, line = [], ""
    for blank, word in _WORDS.findall(text):
        blank = " " if blank and line else ""
        if width(line + blank + word) <= room:
            line += blank + word
            continue
        if line and width(word) <= room:
            lines.append(line)
            line = word
            continue
        line += blank
        for piece in _pieces(word, room, width):
            if line.strip() and width(line + piece) > room:
                lines.append(line.rstrip())
                line = ""
            line += piece
    return [*lines, line] if line or not lines else lines


def _pieces(word: str, room: float, width: Callable[[str], float]) -> list[str]:
    pieces = []
    for piece in _PIECES.findall(word):
        pieces += [piece] if width(piece) <= room else piece
    return pieces


def paginate(
    count: int,
    first_room: float,
    first_height: Callable[[int], float],
    room: float,
    height: Callable[[int], float],
) -> list[range]:
    """Return which of ``count`` rows stand on each page, every row on just one.

    The first page has a box of its own, and may take none. A row that is higher than the
    room of a further page has that page to itself.
    """
    taken, used = 0, 0.0
    while taken < count and used + (high := first_height(taken)) <= first_room:
        taken, used = taken + 1, used + high
    pages = [range(taken)]
    while taken < count:
        start, used = taken, height(taken)
        taken += 1
        while taken < count and used + (high := height(taken)) <= room:
            taken, used = taken + 1, used + high
        pages.append(range(start, taken))
    return pages
