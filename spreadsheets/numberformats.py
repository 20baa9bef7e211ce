"""What the number formats of a workbook say about its cells: dates, and dates without a year
or a day.

Formats 27-36 and 50-58 are meant by Excel's Chinese edition and stand in no file.
"""

from __future__ import annotations

import html
import re
from datetime import datetime, time, timedelta

from ..core.cells import MonthDay

DATE, MONTH, MONTH_DAY = "date", "month", "month-day"
DURATION, NUMBER = "duration", "number"

_BUILTIN = {
    **dict.fromkeys((14, 15, 18, 19, 20, 21, 22, 45, 47), DATE),
    16: MONTH_DAY,
    46: DURATION,
    **dict.fromkeys((30, 31, 32, 33, 34, 35, 55, 56), DATE),
    **dict.fromkeys((17, 27, 36, 50, 52, 57), MONTH),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), MONTH_DAY),
}
_QUOTED = re.compile(r'"[^"]*"')
_SKIPPED = re.compile(r"[\\_*].")
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_BRACKETS = re.compile(r"\[[^\]]*\]")
_WORDS = re.compile(r"General|AM/PM|A/P|上午/下午|E[+-]", re.IGNORECASE)
_TOKEN = re.compile(r"y+|e+|g+|m+|d+|h+|s+|a{3,}|b{2,}", re.IGNORECASE)
_LETTERS = re.compile("[ymdhs]", re.IGNORECASE)

_NUM_FORMAT = re.compile(rb"<(?:\w+:)?numFmt\s([^>]*)>")
_CELL_FORMATS = re.compile(rb"<(?:\w+:)?cellXfs[\s>](.*?)</(?:\w+:)?cellXfs>", re.DOTALL)
_FORMAT = re.compile(rb"<(?:\w+:)?xf\s([^>]*)>")
_ATTRIBUTE = re.compile(rb"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")

_LAST_DAY = 2_958_466  # 10000-01-01
_SECONDS = 86_400


def attributes(tag: bytes) -> dict[str, str]:
    """Return the attributes of a tag, their namespace prefixes left as they are."""
    return {
        name.decode(): html.unescape((double or single).decode("utf-8", "replace"))
        for name, double, single in _ATTRIBUTE.findall(tag)
    }


def kind_of(code: str) -> str | None:
    """Return the kind of a format code: a date kind, NUMBER where a reader may err, or None."""
    text = _SKIPPED.sub("", _QUOTED.sub("", code)).split(";")[0]
    if _ELAPSED.search(text):
        return DURATION
    text = _WORDS.sub("", _BRACKETS.sub("", text))
    parts = [part[0].lower() for part in _TOKEN.findall(text)]
    if not parts:
        return NUMBER if _LETTERS.search(code) else None
    months = any(
        part == "m"
        and (not place or parts[place - 1] != "h")
        and (place + 1 >= len(parts) or parts[place + 1] != "s")
        for place, part in enumerate(parts)
    )
    years = {"y", "e", "g", "b"} & set(parts)
    if months and "d" in parts and not years:
        return MONTH_DAY
    if months and years and not {"d", "h", "s", "a"} & set(parts):
        return MONTH
    return DATE


def style_kinds(styles: bytes) -> dict[str, str]:
    """Return cell style number -> kind, for the styles that matter, from styles.xml."""
    codes: dict[str, str] = {}
    for tag in _NUM_FORMAT.findall(styles):
        found = attributes(tag)
        codes[found.get("numFmtId", "")] = found.get("formatCode", "")
    cells = _CELL_FORMATS.search(styles)
    kinds: dict[str, str] = {}
    for number, tag in enumerate(_FORMAT.findall(cells[1]) if cells else ()):
        ident = attributes(tag).get("numFmtId", "0")
        code = codes.get(ident)
        kind = kind_of(code) if code else _BUILTIN.get(int(ident) if ident.isdigit() else 0)
        if kind is not None:
            kinds[str(number)] = kind
    return kinds


def number(text: str) -> int | float:
    """Return a number as a cell holds it: whole ones below 1e15 as int. Raises ValueError."""
    value = float(text)
    return int(value) if value.is_integer() and abs(value) < 1e15 else value


def cell_value(text: str, kind: str, date1904: bool) -> object:
    """Return what a number of this kind shows: datetime, MonthDay, time, text, or a number.

    Serials count days from 1899-12-30 or 1904-01-01; seconds are rounded.
    """
    value = number(text)
    if kind == NUMBER or not 0 <= value < _LAST_DAY - (1462 if date1904 else 0):
        return value
    seconds = round(value * _SECONDS)
    if seconds < _SECONDS:
        hours, rest = divmod(seconds, 3600)
        return time(hours, rest // 60, rest % 60)
    if kind == DURATION:
        hours, rest = divmod(seconds, 3600)
        return f"{hours}:{rest // 60:02}:{rest % 60:02}"
    if date1904:
        moment = datetime(1904, 1, 1) + timedelta(seconds=seconds)
    else:
        # Excel takes 1900 for a leap year: its days before 1 March are one too low.
        early = 1 if value < 60 else 0
        moment = datetime(1899, 12, 30) + timedelta(days=early, seconds=seconds)
    if kind == MONTH and moment.day == 1 and moment.time() == time():
        # Excel turned "2023年5月" into a day that nobody typed and nobody sees.
        return f"{moment.year}年{moment.month}月"
    if kind == MONTH_DAY:
        return MonthDay(moment.year, moment.month, moment.day)
    return moment


def iso_value(text: str) -> object:
    """Return an ISO 8601 cell as datetime or time; text that is neither stays text."""
    plain = text.strip()
    plain = re.sub(r"(?<=\d)(Z|[+-]\d\d:\d\d)$", "", plain) if "T" in plain else plain
    plain = re.sub(r"\.\d+$", "", plain)
    for read in (datetime.fromisoformat, time.fromisoformat):
        try:
            return read(plain)
        except ValueError:
            continue
    return plain or None
