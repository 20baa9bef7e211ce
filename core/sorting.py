"""Sorting words of a list as a Chinese reader expects it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .text import nfkc

_DIGITS = re.compile(r"[0-9]+")
LAST = b"\xff"  # behind every word: where there is none


def listed_key(name: str | None, order: Mapping[str, int]) -> tuple:
    """Return a key: names of a list (name -> position) first, all else by pinyin, None last."""
    return name is None, order.get(name, len(order)), sort_key(name), name or ""


def sort_key(text: str | None) -> bytes:
    """Return a key: common characters by pinyin, numbers by value, nothing at the end.

    The order is the one of GB 2312, whose 3755 common characters stand by pinyin.
    """
    if not text:
        return LAST
    text = nfkc(text).casefold()
    text = _DIGITS.sub(lambda match: match.group().lstrip("0").rjust(12, "0"), text)
    return text.encode("gb18030", "replace")
