"""Dates of cells in the store's form: 2023-05-01, 2023-05, every year --05-01, --05."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from .cells import ASK, BLANK, FIX, OK, REJECT, WARN, Cell, ErrorCell, MonthDay
from .date_points import Point, check, store_form
from .date_text import When, read_text
from .messages import Message
from .text import is_nothing, plain, visible

_STORED = re.compile(r"(?:([0-9]{4})-|--)([0-9]{2})(?:-([0-9]{2}))?")
_PLAIN = re.compile(r"([0-9]{4})年([0-9]{1,2})月")
_SERIALS = (36526, 55000)  # 2000-01-01 to 2050-07-31
_SERIAL = re.compile(r"[0-9]{5}(?:\.0+)?")
_EPOCH = date(1899, 12, 30)
_YEAR_MONTH = re.compile(r"(20[0-9]{2})\.([0-9]{1,2})")
_EMPTY = When(OK)
_NOTHING = When(FIX)


def normalise_date(raw: object) -> Cell:
    """Return one date in the store's form."""
    when = _read(raw)
    if when.verdict in (OK, FIX, WARN) and when.end is not None:
        message = Message("{raw} is not one date; check it.", raw=plain(raw))
        return Cell(ASK, None, message, when.start)
    if isinstance(raw, MonthDay) and when.verdict == ASK:
        when = _month_day(raw, alone=False)
    return _cell(when, when.start, when.remark)


def normalise_market(start_raw: object, end_raw: object) -> tuple[Cell, Cell]:
    """Return begin and end of the market season; a season may stand in one of the cells."""
    start, end = _read(start_raw), _read(end_raw)
    if isinstance(start_raw, MonthDay) and end is not _EMPTY:
        start = _month_day(start_raw, alone=False)
    if isinstance(end_raw, MonthDay) and start is not _EMPTY:
        end = _month_day(end_raw, alone=False)
    same = plain(start_raw) == plain(end_raw)
    if end is _EMPTY or end is _NOTHING or (same and start.season):
        if start.end is None and not start.season:
            return _cell(start, start.start, start.remark), _cell(end, None, None)
        return _both(start)
    if start is _EMPTY or start is _NOTHING:
        if end.season:
            return _both(end)
        return _cell(start, None, None), _cell(end, end.end or end.start, end.remark)
    return _two(start, end, plain(start_raw), plain(end_raw))


# --- one cell ----------------------------------------------------------------------


def _read(raw: object) -> When:
    if raw is None:
        return _EMPTY
    if isinstance(raw, ErrorCell):
        return _refuse(Message("{raw} is an Excel error; type the date.", raw=str(raw)))
    if isinstance(raw, str):
        return _from_text(visible(str(raw)))
    if isinstance(raw, MonthDay):
        return _month_day(raw, alone=True)
    if isinstance(raw, date):
        point = Point(raw.year, raw.month, raw.day)
        problem = check(point, plain(raw))
        if problem:
            return _refuse(problem)
        whole = not isinstance(raw, datetime) or raw.time() == time()
        return When(OK if whole else FIX, store_form(point))
    if isinstance(raw, (int, float)) and not isinstance(raw, bool):
        return _from_number(raw)
    return _refuse(Message("{raw} is not a date: write it as 2023-05.", raw=plain(raw)[:80]))


def _refuse(message: Message) -> When:
    return When(REJECT, message=message)


def _from_text(shown: str) -> When:
    if not shown:
        return _EMPTY
    match = _STORED.fullmatch(shown)
    if match:
        point = Point(match[1] and int(match[1]), int(match[2]), match[3] and int(match[3]))
        problem = check(point, shown)
        return _refuse(problem) if problem else When(OK, shown)
    match = _PLAIN.fullmatch(shown)
    if match:
        point = Point(int(match[1]), int(match[2]))
        problem = check(point, shown)
        return _refuse(problem) if problem else When(FIX, store_form(point))
    if is_nothing(shown):
        return _NOTHING
    if _SERIAL.fullmatch(shown):
        return _from_number(int(shown[:5]))
    return read_text(shown)


def _from_number(raw: float) -> When:
    shown = repr(raw)[:40]
    if _SERIALS[0] <= raw < _SERIALS[1] + 1:
        return When(FIX, (_EPOCH + timedelta(days=int(raw))).isoformat())
    if not 0 < raw < 1e8:
        return _refuse(Message("{raw} is not a date: write it as 2023-05.", raw=shown))
    if raw == int(raw):
        return read_text(str(int(raw)))
    match = _YEAR_MONTH.fullmatch(shown)
    if not match:
        return _refuse(Message("{raw} is not a date: write it as 2023-05.", raw=shown))
    when = read_text(shown)
    if when.verdict == REJECT:
        return when
    if match[2] == "1":
        message = Message("{raw} can be January or, its 0 dropped by Excel, October.", raw=shown)
        return when._replace(verdict=ASK, message=message)
    message = Message("{raw} is a number; it was taken as year and month.", raw=shown)
    return when._replace(verdict=WARN, message=message)


def _month_day(raw: MonthDay, alone: bool) -> When:
    """Propose what a date cell without a year means: 5-7 alone is May to July."""
    shown = f"{raw.month}-{raw.day}"
    message = Message("{raw} was turned into a date by Excel; check what was typed.", raw=shown)
    if alone and raw.day <= 12:
        return When(ASK, f"--{raw.month:02d}", f"--{raw.day:02d}", True, message)
    return When(ASK, f"--{raw.month:02d}-{raw.day:02d}", None, False, message)


def _cell(when: When, value: str | None, remark: str | None) -> Cell:
    if when.verdict == ASK:
        return Cell(ASK, None, when.message, value, remark)
    if when.verdict == REJECT:
        return Cell(REJECT, None, when.message, None, remark)
    return Cell(when.verdict, value, when.message, None, remark)


# --- two cells ---------------------------------------------------------------------


def _both(when: When) -> tuple[Cell, Cell]:
    """Return start and end of a season that one cell gives; told about once."""
    start = _cell(when, when.start, when.remark)
    if when.verdict == ASK:
        return start, Cell(ASK, None, when.message, when.end)
    if when.verdict == REJECT:
        return start, BLANK
    return start, Cell(FIX, when.end)


def _two(start: When, end: When, first: str, second: str) -> tuple[Cell, Cell]:
    """Return the two cells; a season in one of them may only repeat the other."""
    if start.season or end.season:
        whole, other = (start, end) if start.season else (end, start)
        near = {whole.start, whole.end}
        if whole.verdict not in (ASK, REJECT) and {other.start, other.end or other.start} <= near:
            return _both(whole)
        if other.verdict == REJECT:
            return _cell(start, start.start, start.remark), _cell(end, end.end, end.remark)
        message = Message(
            "{first} and {second} are both a season; check them.", first=first, second=second
        )
        return (
            Cell(ASK, None, message, start.start, start.remark),
            Cell(ASK, None, message, end.end or end.start, end.remark),
        )
    value, last = start.start, end.end or end.start
    start_cell, end_cell = _cell(start, value, start.remark), _cell(end, last, end.remark)
    if not value or not last or REJECT in (start.verdict, end.verdict):
        return start_cell, end_cell
    return _same_form(start_cell, end_cell, value, last, second)


def _same_form(start: Cell, end: Cell, first: str, last: str, shown: str) -> tuple[Cell, Cell]:
    """Give both dates a year where only one has it."""
    if first.startswith("--") == last.startswith("--"):
        return start, end
    if last.startswith("--"):
        year = int(first[:4])
        crossing = last[2:] < first[5:][: len(last) - 2] or "次" in shown
        crossing = crossing or any(word in shown for word in ("翌年", "来年", "明年", "第二年"))
        full = f"{year + crossing}-{last[2:]}"
        message = Message("{raw} has no year; taken as {date}.", raw=shown, date=full)
        return start, _replaced(end, full, message)
    year = int(last[:4])
    full = f"{year - (first[2:] > last[5:][: len(first) - 2])}-{first[2:]}"
    message = Message("{raw} has no year; taken as {date}.", raw=first, date=full)
    return _replaced(start, full, message), end


def _replaced(cell: Cell, value: str, message: Message) -> Cell:
    problem = check(
        Point(int(value[:4]), int(value[5:7]), int(value[8:]) if value[8:] else None), value
    )
    if problem:
        return Cell(REJECT, None, problem)
    if cell.verdict == ASK:
        return cell._replace(proposal=value)
    return Cell(WARN, value, cell.message or message, None, cell.remark)
