"""One date or month in text: 2023年5月, 2023.5.1, 20230501, 5月上旬, 次年3月."""

from __future__ import annotations

import re
from calendar import monthrange
from typing import NamedTuple

from .messages import Message

FIRST_YEAR, LAST_YEAR = 1990, 2100


class Point(NamedTuple):
    """A date as far as the text gives it; ``part`` is a stretch of days of the month.

    ``bare``: a number alone; ``dotted``: 5.1 without a word; ``next_year``: 次年.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: str | None = None
    next_year: bool = False
    bare: bool = False
    dotted: bool = False
    doubt: bool = False  # the order of day, month and year is a guess


_PART = "上中旬|中下旬|上旬|中旬|下旬|上半月|下半月|月初|月底|月末|月中|初|底|末|中"
_WORDED = re.compile(
    r"(?:([0-9]{4}|[0-9]{2})年)?([0-9]{1,2})月"
    rf"(?:([0-9]{{1,2}})[日号]?|(?:份)?({_PART}))?"
)
_YEAR_FIRST = re.compile(
    r"([0-9]{4})([-/.年,、])([0-9]{1,2})"
    rf"(?:月(?:([0-9]{{1,2}})[日号]?|({_PART}))?|\2([0-9]{{1,2}})[日号]?)?"
)
_COMPACT = re.compile(r"([12][0-9]{3})(0[0-9]|1[0-9])([0-9]{2})?")
_DOTTED = re.compile(r"([0-9]{1,2})[./]([0-9]{1,2})日?")
_DAY_FIRST = re.compile(r"(?:([0-9]{1,2})([-/.]))?([0-9]{1,2})[-/.]([12][0-9]{3})")
_SHORT_YEAR = re.compile(r"([0-9]{2})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
_SHORT_MONTH = re.compile(r"(1[3-9]|[2-4][0-9])[-/.]([0-9]{1,2})")
_BARE = re.compile(r"[0-9]{1,2}")
_DAY_ONLY = re.compile(r"([0-9]{1,2})[日号]")
_PART_ONLY = re.compile(_PART)
_STRETCHES = {
    "上旬": (1, 10),
    "中旬": (11, 20),
    "下旬": (21, 31),
    "上中旬": (1, 20),
    "中下旬": (11, 31),
    "上半月": (1, 15),
    "下半月": (16, 31),
    "初": (1, 10),
    "中": (11, 20),
    "底": (21, 31),
    "末": (21, 31),
}
EXACT_PARTS = ("上旬", "中旬", "下旬", "上中旬", "中下旬", "上半月", "下半月")


def read_point(text: str) -> Point | None:
    """Return the date of a folded text without blanks, None if it is none."""
    next_year = text.startswith("次")
    if next_year:
        text = text[1:]
    point = _plain_point(text)
    if point and next_year:
        return None if point.year else point._replace(next_year=True)
    return point


def _plain_point(text: str) -> Point | None:
    match = _WORDED.fullmatch(text)
    if match:
        year = match[1] and (int(match[1]) if len(match[1]) == 4 else 2000 + int(match[1]))
        return Point(year or None, int(match[2]), _int(match[3]), _part(match[4]))
    match = _YEAR_FIRST.fullmatch(text)
    if match:
        day = _int(match[4] or match[6])
        return Point(int(match[1]), int(match[3]), day, _part(match[5]))
    match = _COMPACT.fullmatch(text)
    if match:
        return Point(int(match[1]), int(match[2]), _int(match[3]))
    if _BARE.fullmatch(text):
        return Point(None, int(text), bare=True)
    match = _SHORT_MONTH.fullmatch(text)
    if match:
        return Point(2000 + int(match[1]), int(match[2]), doubt=True)
    match = _DOTTED.fullmatch(text)
    if match:
        return Point(None, int(match[1]), int(match[2]), dotted=True)
    match = _DAY_FIRST.fullmatch(text)
    if match:
        first, second = _int(match[1]), int(match[3])
        if first is None:
            return Point(int(match[4]), second)
        if first > 12:
            return Point(int(match[4]), second, first, doubt=False)
        return Point(int(match[4]), first, second, doubt=second <= 12 and first != second)
    match = _SHORT_YEAR.fullmatch(text)
    if match:
        return Point(2000 + int(match[1]), int(match[3]), int(match[4]), doubt=True)
    match = _DAY_ONLY.fullmatch(text)
    if match:
        return Point(day=int(match[1]))
    if _PART_ONLY.fullmatch(text):
        return Point(part=_part(text))
    return None


def _int(text: str | None) -> int | None:
    return int(text) if text else None


def _part(text: str | None) -> str | None:
    return text.removeprefix("月") if text else None


def days_of(point: Point) -> tuple[int, int] | None:
    """Return the first and last day of the point's part of the month, None without one."""
    if not point.part or not point.month:
        return None
    first, last = _STRETCHES[point.part]
    return first, min(last, month_length(point.year, point.month, 28))


def month_length(year: int | None, month: int, february: int = 29) -> int:
    """Return the days of a month; of February without a year ``february``."""
    if year is None:
        return february if month == 2 else monthrange(2023, month)[1]
    return monthrange(year, month)[1]


def check(point: Point, shown: str) -> Message | None:
    """Say why there is no such date, None if there is."""
    if point.year is not None and not FIRST_YEAR <= point.year <= LAST_YEAR:
        return Message("{raw}: the year cannot be right; correct the date.", raw=shown)
    if point.month is None:
        return Message("{raw} names no month; write year and month.", raw=shown)
    if not 1 <= point.month <= 12:
        return Message("{raw}: there is no such month; correct the date.", raw=shown)
    if point.day is not None and not 1 <= point.day <= month_length(point.year, point.month):
        return Message("{raw}: there is no such day; correct the date.", raw=shown)
    return None


def store_form(point: Point, last: bool = False) -> str:
    """Return 2023-05-01, 2023-05, --05-01 or --05; of a part its first or last day."""
    day = point.day
    stretch = days_of(point)
    if stretch:
        day = stretch[last]
    head = f"{point.year:04d}-" if point.year is not None else "--"
    return f"{head}{point.month:02d}" + (f"-{day:02d}" if day is not None else "")
