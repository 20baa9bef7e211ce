"""Points of cells: longitude and latitude in CGCS2000 degrees.

Source: 附件1 note 6: at least 6 decimals. Nothing guesses the coordinate system:
the person chooses one, or the cell names it.
"""

from __future__ import annotations

import re

from .cells import ASK, BLANK, FIX, OK, REJECT, WARN, Cell
from .coordinate_text import Ordinate, Reading, decimals, named_system, read
from .messages import Message
from .projections import (
    bd09_to_gcj02,
    bd09_to_wgs84,
    from_web_mercator,
    from_zone,
    gcj02_to_bd09,
    gcj02_to_wgs84,
    to_cgcs2000,
    wgs84_to_bd09,
    wgs84_to_gcj02,
)
from .text import plain

__all__ = [
    "bd09_to_gcj02",
    "bd09_to_wgs84",
    "decimals",
    "format_dms",
    "format_point",
    "gcj02_to_bd09",
    "gcj02_to_wgs84",
    "in_china",
    "named_system",
    "normalise_ordinate",
    "normalise_point",
    "to_cgcs2000",
    "wgs84_to_bd09",
    "wgs84_to_gcj02",
]

DECIMALS = 6  # note 6
PLACES = 9  # decimals of a degree that are kept: 0.1 mm
_WEST, _EAST, _SOUTH, _NORTH = 73.0, 135.1, 3.4, 53.6
_PAIR = re.compile(r"([0-9]{2,3}\.[0-9]{6,9}),([0-9]{1,2}\.[0-9]{6,9})")
_ONE = re.compile(r"[0-9]{1,3}\.[0-9]{6,9}")
_PLAIN_PAIR = re.compile(r"[0-9]+\.[0-9]+,[0-9]+\.[0-9]+")
_UNSHIFTED = ("cgcs2000", "wgs84")
_BOX = {"lon": (_WEST, _EAST), "lat": (_SOUTH, _NORTH)}


def in_china(lon: float, lat: float) -> bool:
    """Tell whether a pair of degrees lies in the box around China."""
    return _WEST <= lon <= _EAST and _SOUTH <= lat <= _NORTH


def normalise_point(raw: object, system: str = "cgcs2000") -> Cell:
    """Return the point of a cell, or of a (longitude, latitude) pair of cells.

    The value is (lon, lat) in CGCS2000 degrees. ``system`` is what the numbers
    are in unless the cell itself names another one.
    """
    if type(raw) is str:
        match = _PAIR.fullmatch(raw)
        if match:
            lon, lat = float(match[1]), float(match[2])
            if _WEST <= lon <= _EAST and _SOUTH <= lat <= _NORTH:
                return _clean(lon, lat, system, OK)
    elif type(raw) is tuple and len(raw) == 2 and all(map(_is_clean, raw)):
        lon, lat = float(raw[0]), float(raw[1])
        if _WEST <= lon <= _EAST and _SOUTH <= lat <= _NORTH:
            return _clean(lon, lat, system, FIX)
    if isinstance(raw, (tuple, list)):
        if len(raw) == 2:
            return _from_columns(raw[0], raw[1], system)
        return _reject(
            Message(
                "{raw} is not a pair of coordinates: write them as 115.039559,26.710152.",
                raw=plain(str(raw))[:80],
            )
        )
    return _from_cell(raw, system)


def _is_clean(raw: object) -> bool:
    return type(raw) is str and _ONE.fullmatch(raw) is not None


def _clean(lon: float, lat: float, system: str, verdict: str) -> Cell:
    """Return the point of two numbers in China that need no reading."""
    if system in _UNSHIFTED:
        return Cell(verdict, (lon, lat))
    x, y = to_cgcs2000(lon, lat, system)
    value = round(x, PLACES), round(y, PLACES)
    return Cell(FIX, value) if in_china(*value) else _reject(_outside_message(f"{lon},{lat}"))


def normalise_ordinate(raw: object, axis: str) -> Cell:
    """Return a longitude (``axis`` "lon") or latitude ("lat") alone, in degrees."""
    reading = read(raw)
    if reading.empty:
        return BLANK if not plain(raw) else Cell(FIX)
    shown = plain(raw)
    if reading.problem:
        return _reject(reading.problem)
    if len(reading.ordinates) != 1 or reading.ordinates[0].axis not in (axis, None):
        return _reject(Message("{raw} is not one coordinate: write one number.", raw=shown))
    ordinate = reading.ordinates[0]
    low, high = _BOX[axis]
    if not low <= ordinate.value <= high:
        lost = _point_lost(ordinate, axis)
        if lost is None:
            return _reject(Message("{raw} does not lie in China; take the point again.", raw=shown))
        return Cell(ASK, None, _lost_message(shown), round(lost, PLACES))
    value = round(ordinate.value, PLACES)
    if ordinate.ask:
        return Cell(ASK, None, ordinate.ask, value)
    if ordinate.decimals < 5:
        return Cell(WARN, value, _coarse_message(shown))
    if ordinate.warn:
        return Cell(WARN, value, ordinate.warn)
    return Cell(OK if ordinate.is_number and ordinate.value == value else FIX, value)


# --- one cell, two cells ---------------------------------------------------------


def _from_cell(raw: object, system: str) -> Cell:
    reading = read(raw)
    if reading.empty:
        return BLANK if not plain(raw) else Cell(FIX)
    shown = plain(raw)
    untouched = isinstance(raw, str) and _PLAIN_PAIR.fullmatch(raw) is not None
    return _from_reading(reading, shown, system, OK if untouched else FIX, None)


def _from_reading(
    reading: Reading, shown: str, system: str, verdict: str, message: Message | None
) -> Cell:
    if reading.problem:
        return _reject(reading.problem)
    found = reading.ordinates
    if not found:
        return _reject(
            Message("{raw} holds no coordinates: write them as 115.039559,26.710152.", raw=shown)
        )
    if len(found) == 1:
        return _lone(shown)
    remark = None
    third = found[2] if len(found) == 3 else None  # a height
    if third and third.value <= 9000 and not (third.ask or third.axis or third.sexagesimal):
        message = message or Message("{raw} holds a third number; it was left out.", raw=shown)
        found = found[:2]
    if len(found) > 2:
        return _reject(Message("{raw} holds more than one point; write one.", raw=shown))
    if reading.rest:
        message = message or Message(
            "{raw} holds more than the point; the text was put into the remarks.", raw=shown
        )
        remark = " ".join(shown.split())
    cell = _pair(found[0], found[1], shown, reading.system, system, verdict, message)
    return cell._replace(remark=remark) if cell.value is not None else cell


def _from_columns(raw_lon: object, raw_lat: object, system: str) -> Cell:
    first, second = read(raw_lon), read(raw_lat)
    shown = " | ".join(text for text in (plain(raw_lon), plain(raw_lat)) if text)
    if first.empty and second.empty:
        return BLANK if not shown else Cell(FIX)
    for reading in (first, second):
        if reading.problem:
            return _reject(reading.problem)
    one_cell = Message("{raw}: both coordinates stand in one cell; they were split.", raw=shown)
    if first.empty or second.empty:
        return _from_reading(second if first.empty else first, shown, system, WARN, one_cell)
    named = first.system or second.system
    if named and (second.system or named) != named:
        return _reject(
            Message("{raw} names two coordinate systems; name the right one.", raw=shown)
        )
    if len(first.ordinates) == len(second.ordinates) == 1:
        numbers = first.ordinates[0].is_number and second.ordinates[0].is_number
        rest = " ".join(filter(None, (first.rest, second.rest)))
        both = Reading((first.ordinates[0], second.ordinates[0]), named, rest)
        return _from_reading(both, shown, system, OK if numbers else FIX, None)
    whole, other = (first, second) if len(first.ordinates) > 1 else (second, first)
    if not other.ordinates:
        return _reject(Message("{raw} holds no point: write longitude and latitude.", raw=shown))
    cell = _from_reading(whole._replace(system=named), shown, system, WARN, one_cell)
    values = {round(o.value, 6) for o in whole.ordinates}
    if cell.value is not None and any(round(o.value, 6) not in values for o in other.ordinates):
        message = Message("{raw}: the two cells contradict each other; check the point.", raw=shown)
        return Cell(ASK, None, message, cell.value)
    return cell


def _lone(shown: str) -> Cell:
    return _reject(Message("{raw} is only one of longitude and latitude; write both.", raw=shown))


# --- two numbers -----------------------------------------------------------------


def _pair(
    first: Ordinate,
    second: Ordinate,
    shown: str,
    named: str | None,
    system: str,
    verdict: str,
    warn: Message | None,
) -> Cell:
    if first.axis and first.axis == second.axis:
        return _reject(
            Message(
                "{raw} names the same axis twice: write one longitude and one latitude.", raw=shown
            )
        )
    if not first.value and not second.value:
        return _reject(Message("{raw} is no place; take the point again.", raw=shown))
    if first.axis == "lat" or second.axis == "lon":
        first, second = second, first
    if not in_china(first.value, second.value):
        if in_china(second.value, first.value):
            first, second = second, first
            warn = Message(
                "{raw}: longitude and latitude were the wrong way round; put right.", raw=shown
            )
        else:
            return _recover(first, second, shown, named or system)
    used = named or system
    if used not in _UNSHIFTED:
        point = to_cgcs2000(first.value, second.value, used)
        verdict = WARN if verdict == WARN else FIX
    else:
        point = first.value, second.value
    value = round(point[0], PLACES), round(point[1], PLACES)
    if not in_china(*value):
        return _reject(_outside_message(shown))
    ask = first.ask or second.ask or _useless(first, second, shown)
    if ask:
        return Cell(ASK, None, ask, value)
    if named and named != system and not (named in _UNSHIFTED and system in _UNSHIFTED):
        warn = Message("{raw} was taken as {system}.", raw=shown, system=named.upper())
    warn = warn or first.warn or second.warn or _coarse(first, second, shown)
    if warn:
        return Cell(WARN, value, warn)
    if verdict == OK and value != (first.value, second.value):
        verdict = FIX
    return Cell(verdict, value)


def coarse_point(raw: object) -> Message | None:
    """Return what to say where a cell gives a point too coarsely (note 6), else None."""
    found = read(raw).ordinates
    if len(found) < 2:
        return None
    return _coarse(found[0], found[1], plain(raw))


def _coarse(first: Ordinate, second: Ordinate, shown: str) -> Message | None:
    """Number cells drop trailing zeros, so the finer of the two counts most."""
    fine, coarse = max(first.decimals, second.decimals), min(first.decimals, second.decimals)
    numbers = first.is_number and second.is_number
    if fine < DECIMALS or coarse < (4 if numbers else 5):
        return _coarse_message(shown)
    return None


def _useless(first: Ordinate, second: Ordinate, shown: str) -> Message | None:
    """Say that a point is only good to 10 km or worse: one decimal or none in a half."""
    if min(first.decimals, second.decimals) < 2:
        return _coarse_message(shown)
    return None


def _coarse_message(shown: str) -> Message:
    return Message("{raw} has fewer than 6 decimals; take the point again (note 6).", raw=shown)


def _outside_message(shown: str) -> Message:
    return Message("{raw} does not lie in China; take the point again.", raw=shown)


def _lost_message(shown: str) -> Message:
    return Message("{raw} has its decimal point lost or misplaced; check the point.", raw=shown)


def _point_lost(ordinate: Ordinate, axis: str) -> float | None:
    """Return 115.039559 for 115039559, None if that makes no sense."""
    low, high = _BOX[axis]
    digits = ordinate.digits
    if not digits and ordinate.value > _EAST:
        digits = f"{ordinate.value:.{min(ordinate.decimals, 9)}f}".replace(".", "")
    if not 6 <= len(digits) <= 15 or digits[0] == "0":
        return None
    for whole in (3, 2) if axis == "lon" else (2, 1):
        value = float(f"{digits[:whole]}.{digits[whole:]}")
        if low <= value <= high:
            return value
    return None


def _recover(first: Ordinate, second: Ordinate, shown: str, system: str) -> Cell:
    """Propose a point for metres or numbers without a point; refuse the rest."""
    long = len(first.digits) >= 9 or len(second.digits) >= 8
    for lon, lat in ((first, second), (second, first)):
        if not long:
            points = _from_metres(lon.value, lat.value)
            if points:
                message = Message("{raw} is in metres; check the point.", raw=shown)
                x, y = points[0]
                only = (round(x, PLACES), round(y, PLACES)) if len(points) == 1 else None
                return Cell(ASK, None, message, only)
    small, large = sorted((first.value, second.value))
    if not long and 160000 <= small <= 840000 and 370000 <= large <= 5950000:
        return _reject(
            Message("{raw} is in metres without the number of its zone; add the zone.", raw=shown)
        )
    for lon, lat in ((first, second), (second, first)):
        x = lon.value if _WEST <= lon.value <= _EAST else _point_lost(lon, "lon")
        y = lat.value if _SOUTH <= lat.value <= _NORTH else _point_lost(lat, "lat")
        if x is not None and y is not None:
            point = to_cgcs2000(x, y, system)
            value = round(point[0], PLACES), round(point[1], PLACES)
            return Cell(ASK, None, _lost_message(shown), value)
    for low, high in _BOX.values():
        if low <= first.value <= high and low <= second.value <= high:
            return _reject(
                Message(
                    "{raw} is a range or one axis twice: write longitude and latitude.",
                    raw=shown,
                )
            )
    return _reject(_outside_message(shown))


def _from_metres(easting: float, northing: float) -> list[tuple[float, float]]:
    """Return what metres may mean: Web Mercator, or a zone, 13 and 14 even both."""
    points = []
    if 8.1e6 <= easting <= 15.05e6 and 3.7e5 <= northing <= 7.1e6:
        points.append(from_web_mercator(easting, northing))
    if 3.7e5 <= northing <= 5.95e6 and 160000 <= easting % 1e6 <= 840000 and easting < 4.6e7:
        points.append(from_zone(easting, northing))
    return [point for point in points if point and in_china(*point)]


def _reject(message: Message) -> Cell:
    return Cell(REJECT, None, message)


# --- writing -----------------------------------------------------------------------


def format_point(lon: float, lat: float, decimals: int = DECIMALS) -> str:
    """Return "115.013018,26.859674": at least ``decimals`` and 6, at most 9 decimals."""
    return f"{_degrees(lon, decimals)},{_degrees(lat, decimals)}"


def _degrees(value: float, least: int) -> str:
    least = min(max(least, DECIMALS), PLACES)
    whole, _, part = f"{value:.{PLACES}f}".partition(".")
    return f"{whole}.{part.rstrip('0').ljust(least, '0')}"


def format_dms(lon: float, lat: float) -> str:
    """Return 115°02′22.412″E 26°42′36.547″N, to a thousandth of a second."""
    return f"{_dms(lon, 'EW')} {_dms(lat, 'NS')}"


def _dms(value: float, letters: str) -> str:
    total = round(abs(value) * 3600000)
    degrees, rest = divmod(total, 3600000)
    minutes, rest = divmod(rest, 60000)
    return f"{degrees}°{minutes:02d}′{rest / 1000:06.3f}″{letters[value < 0]}"
