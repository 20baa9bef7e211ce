"""Spellings that differ by one character."""

from __future__ import annotations

from collections.abc import Iterable
from operator import ne


def within_one(a: str, b: str) -> bool:
    """Tell whether one inserted, lost, changed or exchanged character lies between two texts."""
    if a == b:
        return True
    if len(a) > len(b):
        a, b = b, a
    if len(b) - len(a) > 1:
        return False
    if len(a) == len(b) and sum(map(ne, a, b)) > 2:
        return False
    at = _common(a, b)
    if len(a) < len(b):
        return a[at:] == b[at + 1 :]
    if a[at + 1 :] == b[at + 1 :]:
        return True
    return a[at : at + 2] == b[at : at + 2][::-1] and a[at + 2 :] == b[at + 2 :]


def _common(a: str, b: str) -> int:
    """Return the length of the common beginning, ``a`` being the shorter text."""
    low, high = 0, len(a)
    while low < high:
        middle = (low + high + 1) // 2
        if a[low:middle] == b[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def nearest(text: str, options: Iterable[str], shortest: int = 3) -> list[str]:
    """Return the options within one character of a text of ``shortest`` characters or more."""
    if len(text) < shortest:
        return []
    return [name for name in options if len(name) >= shortest and within_one(text, name)]
