"""What a cell says about when: a date, a part of a month, a season, or why it is unclear."""

from __future__ import annotations

import re
from typing import NamedTuple

from .cells import ASK, FIX, REJECT, WARN
from .date_points import EXACT_PARTS, Point, check, read_point, store_form
from .messages import Message
from .numerals import chinese_number
from .text import fold


class When(NamedTuple):
    """A reading: store forms of start and end. ``end`` is None for a single date.

    ``season``: the cell gives start and end of a season, not one date.
    With ``ask`` start and end are proposals.
    """

    verdict: str
    start: str | None = None
    end: str | None = None
    season: bool = False
    message: Message | None = None
    remark: str | None = None


_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_ENGLISH = re.compile(
    r"(?:(?P<d>[0-9]{1,2})[-, ]?)?(?P<m>[a-z]{3,9})\.?[-, ]*(?P<y>[0-9]{4}|[0-9]{2})?", re.I
)
_TIME = re.compile(
    r"(?:(?<=[0-9])[ T]|(?<=[日号])[ T]?)(?:[上下]午)?[0-9]{1,2}"
    r"(?::[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?|[时点](?:[0-9]{1,2}分)?)(?:Z|[+-][0-9]{2}:?[0-9]{2})?$"
)
_WEEKDAY = re.compile(r"(?<=[0-9日号]) ?\(?(?:星期|周|礼拜)[一二三四五六日天]\)?")
_ODD_POINT = re.compile(r"(?<=[0-9])[\\·。](?=[0-9])")
_FROM_TO = re.compile("(.+?)(?:开始)?上市[,;、。]?(.+?)下市")
_SPACED_DATE = re.compile(r"([0-9]{4}) +([0-9]{1,2})(?: +([0-9]{1,2}))?")
_DASHES = re.compile(r"[—–―─−‒~〜∼→⟶至到]+|-+>|-{2,}|(?<=[0-9月日号旬])一(?=[0-9])")
_BRACKETS = re.compile(r"[()\[\]【】]")
_LABEL = re.compile(
    r"(?:填报|采集|上市|下市|采收|收获|供应)?(?:日期|时间|期)[:]?|(?:上市|下市|采收|收获|开始|结束)[:]?"
    r"|每年?的?|从|自|于|在|起|公历|阳历|新历"
)
_TAIL = re.compile(
    r"(?:陆续|开始|结束|可以|可)?(?:上市|下市|采收|收获|供应|开始|结束|为止|截止|止|起|始|期间|间)+[。.]?$|[。,;、]+$"
)
_FILLING = re.compile("(?:开始|上市|采收|收获|起)+(?=~)|(?<=~)(?:当年|同年|本年|每年)")
_ABOUT = re.compile(
    "大约|大概|约|左右|前后|预计|估计|计划|上下|(?:以|之)?[前后](?=$|~)|截[止至]到?|今$"
)
_THIS_YEAR = re.compile("今年|本年度?|去年|当年")
_UNTIL = re.compile("(?<!节)(?:以|之)?前$")
_NEXT_YEAR = re.compile("(?:次年|翌年|来年|明年|第二年|下一?年|隔年|跨年|转年|后一年)的?")
_LUNAR = re.compile("农历|阴历|旧历|古历|正月|腊月|冬月|闰|初[一二三四五六七八九十]")
_FEAST = re.compile(
    "春节|国庆|五一|元旦|清明|端午|中秋|元宵|除夕|三伏|立[春夏秋冬]|雨水|惊蛰|[春秋]分|谷雨|小满|芒种"
    "|[夏冬]至|[大小][暑雪寒]|处暑|白露|寒露|霜降"
)
_ALL_YEAR = re.compile(
    r"(?:([0-9]{4})年?)?(?:一年四季|全年度?|常年|周年|四季|长年|长期|终年|整年|年年|春夏秋冬)"
    r"(?:上市|供应|生产|采收|收获|销售|[均都皆]|可以?|有|不(?:间断|断)|种植|四季)*"
)
_SEASONS = re.compile(
    r"(?:([0-9]{4})年?)?[早初仲深晚末]?[春夏秋冬]"
    "[春夏秋冬季节天早晚末初中两二三四、,/和及与~ -]*"
)
_SEASON_MONTHS = {"春": (3, 5), "夏": (6, 8), "秋": (9, 11), "冬": (12, 2)}
_HALVES = (
    (re.compile("上半年"), "1~6月"),
    (re.compile("下半年"), "7~12月"),
    *(
        (re.compile(f"第?[{n}{word}](?:季度|季)|-?[Qq]{n}(?![0-9])"), f"{3 * n - 2}~{3 * n}月")
        for n, word in enumerate("一二三四", 1)
    ),
)
_YEAR_WORD = re.compile(
    "(?<![0-9])([12][0-9]{3})(?=[上下]半年|第?[一二三四]季|-?[Qq][1-4]|[一二三四五六七八九十]+月)"
)
_NUMERALS = re.compile("[〇零○一二三四五六七八九十]+")
_LETTERS = re.compile("(?<=[0-9])[OolI](?=[0-9年月.])|(?<=[0-9年月.])[OolI](?=[0-9])")
_ASIDE = re.compile(r"\s*([^(（]+?)\s*[(（][^()（）]*[)）]\s*$")
_LIST = re.compile(r"[、,;/和及与&+]")
_CROP = re.compile("^(?:第?[1-4]|头|春|夏|秋|冬)[茬季][:]?")
_DOTTED_LIST = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2})+月")


def read_text(shown: str) -> When:
    """Return what a visible, non-empty text says about a date or a season."""
    if len(shown) > 60:
        return _refuse(Message("{raw} is not a date: write it as 2023-05.", raw=shown[:60]))
    text = _WEEKDAY.sub("", _TIME.sub("", fold(shown).lstrip("'`")))
    text = _DASHES.sub("~", _ODD_POINT.sub(".", text))
    spaced = _SPACED_DATE.fullmatch(text)
    if spaced:
        text = "-".join(part for part in spaced.groups() if part)
    text = re.sub(r"(?<=[0-9]) +(?=[0-9])|\n", "、", text)
    english = _ENGLISH.fullmatch(text)
    if english:
        return _english(shown, english)
    text = "".join(text.split()).replace("月份", "月")
    text = _YEAR_WORD.sub(r"\1年", re.sub("([上中])[、,]([中下]旬)", r"\1\2", text))
    if _LUNAR.search(text):
        message = Message("{raw} is a date of the lunar calendar; ask for the month.", raw=shown)
        return When(ASK, None, None, False, message, shown)
    if _FEAST.search(text):
        message = Message("{raw} names a feast or a solar term; ask for the month.", raw=shown)
        return When(ASK, None, None, False, message, shown)
    both = _FROM_TO.fullmatch(text)
    text = f"{both[1]}~{both[2]}" if both else _FILLING.sub("", text)
    warn = None
    if _ABOUT.search(text) or _THIS_YEAR.search(text):
        warn = Message("{raw} is not exact; it was taken as it stands.", raw=shown)
        text = _THIS_YEAR.sub("", _ABOUT.sub("", text))
    until = text[:1] == "~" or _UNTIL.search(fold(shown)) is not None
    if text[-1:] in ("~", "-") or until:
        warn = Message("{raw} leaves one end open; write begin and end.", raw=shown)
        text = text.strip("~-")
    text = _strip(_NEXT_YEAR.sub("次", text))
    whole = _seasons(shown, text)
    if whole:
        return whole
    for pattern, months in _HALVES:
        replaced = pattern.sub(months, text)
        if replaced != text:
            warn = Message("{raw} was taken as whole months.", raw=shown)
            text = replaced
    text = _NUMERALS.sub(_digits, text)
    when = _dates(shown, text)
    if when.verdict == REJECT:
        when = _second_try(shown, text) or when
    if until and when.verdict in (FIX, WARN) and not when.season:
        return when._replace(verdict=ASK, message=warn)
    if warn and when.verdict == FIX:
        return when._replace(verdict=WARN, message=warn)
    return when


def _second_try(shown: str, text: str) -> When | None:
    """Read a date with letters for digits, or with words in brackets behind it."""
    read_as = _LETTERS.sub(lambda m: "0" if m.group() in "Oo" else "1", text)
    if read_as != text:
        when = _dates(shown, read_as)
        if when.start:
            message = Message("{raw} has letters for digits; check the date.", raw=shown)
            return when._replace(verdict=ASK, message=message)
    aside = _ASIDE.match(shown)
    if not aside:
        return None
    when = read_text(aside[1])
    if when.verdict != FIX:
        return None
    message = Message("{raw}: the words beside the date were put aside.", raw=shown)
    return when._replace(verdict=WARN, message=message, remark=" ".join(shown.split()))


def _strip(text: str) -> str:
    text = _BRACKETS.sub("", text)
    for _ in range(4):
        label = _LABEL.match(text)
        if not label or not label.end():
            break
        text = text[label.end() :].lstrip(":")
    return _TAIL.sub("", text)


def _digits(match: re.Match[str]) -> str:
    value = chinese_number(match.group())
    return match.group() if value is None else str(int(value))


def _refuse(message: Message, remark: str | None = None) -> When:
    return When(REJECT, None, None, False, message, remark)


def _english(shown: str, match: re.Match[str]) -> When:
    word = match["m"].lower()
    if word[:3] not in _MONTHS:
        return _refuse(Message("{raw} is not a date: write it as 2023-05.", raw=shown))
    month, year = _MONTHS.index(word[:3]) + 1, match["y"]
    doubt = year is not None and len(year) == 2
    day = int(match["d"]) if match["d"] else None
    number = None if year is None else int(year) + (2000 if doubt else 0)
    return _single(shown, Point(number, month, day, doubt=doubt))


def _seasons(shown: str, text: str) -> When | None:
    match = _ALL_YEAR.fullmatch(text) or _SEASONS.fullmatch(text)
    problem = check(Point(int(match[1]), 1), shown) if match and match[1] else None
    if problem:
        return _refuse(problem)
    match = _ALL_YEAR.fullmatch(text)
    if match:
        head = f"{match[1]}-" if match[1] else "--"
        message = Message("{raw} was taken as January to December.", raw=shown)
        return When(WARN, f"{head}01", f"{head}12", True, message)
    match = _SEASONS.fullmatch(text)
    if not match:
        return None
    names = [char for char in text if char in _SEASON_MONTHS]
    first, last = _SEASON_MONTHS[names[0]][0], _SEASON_MONTHS[names[-1]][1]
    year = int(match[1]) if match[1] else None
    start = store_form(Point(year, first))
    end = store_form(Point(year and year + (last < first), last))
    message = Message("{raw} names seasons; ask for the months.", raw=shown)
    return When(ASK, start, end, True, message, shown)


def _dates(shown: str, text: str) -> When:
    point = read_point(text)
    if point:
        return _single(shown, point)
    text = re.sub(r"(?<=月)(?=[0-9]{1,2}月)", "、", text)
    when = _listed(shown, text) or _range(shown, text)
    if when:
        return when
    if re.fullmatch("[0-9]{4}年?", text):
        return _refuse(Message("{raw} names no month; write year and month.", raw=shown))
    return _refuse(Message("{raw} is not a date: write it as 2023-05.", raw=shown))


def _single(shown: str, point: Point) -> When:
    problem = check(point, shown)
    if problem:
        return _refuse(problem)
    start = store_form(point)
    if point.doubt or point.dotted:
        message = Message("{raw} can be read in two ways; check the date.", raw=shown)
        return When(ASK, start, None, False, message)
    if point.part:
        if point.part in EXACT_PARTS:
            return When(FIX, start, store_form(point, last=True))
        message = Message("{raw} was taken as a third of the month.", raw=shown)
        return When(WARN, start, store_form(point, last=True), False, message)
    if point.bare or point.next_year:
        return When(WARN, start, None, False, Message("{raw} was taken as a month.", raw=shown))
    return When(FIX, start)


# --- ranges -----------------------------------------------------------------------


def _range(shown: str, text: str) -> When | None:
    """Read a start and an end; the first split that makes two dates counts."""
    marks = [i for i, char in enumerate(text) if char == "~"]
    if len(marks) > 1 and all(char in "0123456789~" for char in text):
        point = read_point(text.replace("~", "-"))  # 2023—05—01
        return _single(shown, point) if point else None
    if not marks:
        marks = [i for i, char in enumerate(text) if char == "-"]
    if not marks and "月" in text:
        marks = [i for i, char in enumerate(text) if char == "/"]
    for mark in marks:
        left, right = read_point(text[:mark]), read_point(text[mark + 1 :])
        if left and right and left.month is not None:
            return _between(shown, left, right, text[mark])
    return None


def _between(shown: str, left: Point, right: Point, mark: str) -> When:
    warn = None
    if right.month is None or (right.bare and left.day is not None and not left.dotted):
        # 5月1-10日, 5月上旬-中旬
        day = right.month if right.bare else right.day
        right = left._replace(day=day, part=right.part)
    for point in (left, right):
        problem = check(point._replace(year=point.year), shown)
        if problem:
            return _refuse(problem)
    crossing = (right.month, right.day or 99) < (left.month, left.day or 0)
    if left.year is not None and right.year is None:
        right = right._replace(year=left.year + (right.next_year or crossing))
        if crossing and not right.next_year:
            warn = Message("{raw} was taken as crossing the end of the year.", raw=shown)
    elif right.year is not None and left.year is None:
        left = left._replace(year=right.year - crossing)
        warn = Message("{raw} gives the year once; it was taken for both dates.", raw=shown)
    for point in (left, right):
        problem = check(point, shown)
        if problem:
            return _refuse(problem)
    start, end = store_form(left), store_form(right, last=True)
    if left.bare and right.bare and mark == "-" and shown[-2:-1] == "0":
        return _single(shown, Point(None, left.month, right.month, dotted=True))
    if left.doubt or right.doubt or (left.bare and right.bare and mark == "-"):
        message = Message("{raw} can be read in two ways; check the dates.", raw=shown)
        return When(ASK, start, end, True, message)
    loose = left.dotted or (right.bare and not left.bare) or (left.bare and right.bare)
    rough = any(p.part and p.part not in EXACT_PARTS for p in (left, right))
    if not warn and (loose or rough or (right.dotted and left.year is None)):
        days = {"start": start.removeprefix("--"), "end": end.removeprefix("--")}
        warn = Message("{raw} was taken as {start} to {end}.", raw=shown, **days)
    return When(WARN if warn else FIX, start, end, True, warn)


# --- lists of months ------------------------------------------------------------------


def _listed(shown: str, text: str) -> When | None:
    """Read 4月、6月、9月; ask about several seasons in one cell."""
    if _DOTTED_LIST.fullmatch(text):
        text = text.replace(".", "、")
    parts = [part for part in _LIST.split(text) if part]
    if len(parts) < 2 or "月" not in text:
        return None
    points = [read_point(part) for part in parts]
    if None in points:
        return _several(shown, parts)
    if "/" in text and len(points) == 2 and all(p.year for p in points):
        return None
    if any(p.month is None or p.dotted or p.day is not None for p in points):
        return None
    if any(check(p, shown) for p in points):
        return _refuse(next(m for m in (check(p, shown) for p in points) if m))
    months = [p.month for p in points]
    year = points[0].year
    for index, point in enumerate(points[1:], 1):
        if point.year is not None:
            year = point.year
        elif year is not None and (point.next_year or months[index] < months[index - 1]):
            year += 1
    last = points[-1]._replace(year=year)
    if (points[0].year is None) != (year is None) or check(last, shown):
        return _refuse(Message("{raw} is not a date: write it as 2023-05.", raw=shown))
    if "/" in text:
        warn = Message("{raw} was taken as from the first to the last month.", raw=shown)
    else:
        warn = None
    joined = all(b == a % 12 + 1 for a, b in zip(months, months[1:]))
    start, end = store_form(points[0]), store_form(last, last=True)
    remark = None if joined else " ".join(shown.split())
    return When(WARN if warn else FIX, start, end, True, warn, remark)


def _several(shown: str, parts: list[str]) -> When | None:
    parts = [_CROP.sub("", part) for part in parts]
    year = re.match("[0-9]{4}年", parts[0])
    if year:
        parts = [part if "年" in part else year.group() + part for part in parts]
    whens = [_range(shown, part) for part in parts]
    if any(when is None or when.verdict == REJECT for when in whens):
        return None
    message = Message(
        "{raw} holds several seasons; each crop is a row of its own (notice 5.4).", raw=shown
    )
    return When(ASK, whens[0].start, whens[-1].end, True, message, " ".join(shown.split()))
