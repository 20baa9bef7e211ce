"""What a cell says about a point: numbers in degrees, hemispheres, a named system.

Only reads; whether the numbers make a point is decided in ``coordinates``.
"""

from __future__ import annotations

import re
from datetime import date, time
from functools import lru_cache
from typing import NamedTuple

from .cells import ErrorCell
from .messages import Message
from .text import fold, is_nothing, plain, visible


class Ordinate(NamedTuple):
    """One number of a cell: degrees (or metres), and how sure it is.

    ``axis`` is "lon" or "lat" where a hemisphere names it; ``decimals`` how many
    decimals of a degree it is good for; ``ask``/``warn`` say why it is in doubt.
    """

    value: float
    axis: str | None = None
    decimals: int = 0
    digits: str = ""  # of a bare whole number
    ask: Message | None = None
    warn: Message | None = None
    is_number: bool = False
    sexagesimal: bool = False


class Reading(NamedTuple):
    """The ordinates of a cell, the system it names, words left over, why it is unusable."""

    ordinates: tuple[Ordinate, ...] = ()
    system: str | None = None
    rest: str = ""
    problem: Message | None = None
    empty: bool = False


# --- words --------------------------------------------------------------------

_PRIMES = str.maketrans(
    {
        **dict.fromkeys("º˚゜⁰ᵒ∘○", "°"),
        **dict.fromkeys("′’‘´`＇ʹ‵", "'"),
        **dict.fromkeys("″”“＂ʺ〃‶", '"'),
        **dict.fromkeys("−﹣－–—‒―─~～", "-"),
    }
)
_SYSTEMS = {
    "gcj02": r"高德|腾讯|微信|火星|国测局|GCJ[-_ ]?0?2|AMAP|QQ地图",
    "bd09": r"百度|BD[-_ ]?0?9(?:LL)?|BAIDU",
    "wgs84": r"天地图|WGS[-_ ]?(?:19)?84|GPS|奥维|两步路|北斗",
    "cgcs2000": r"CGCS[-_ ]?2000|国家2000|大地2000|2000国家大地|2000坐标|EPSG:?4490",
}
_SYSTEM = re.compile(
    r"[(\[【<{]*\s*(?:坐标系?|来源|数据|手机)*\s*[:,]?\s*(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _SYSTEMS.items())
    + r")(?:地图|互动|坐标|系统?|经纬度|采集|拾取器?|定位|导航|手机|APP|软件)*\s*[)\]】>}]*\s*:?"
)
_OLD_SYSTEM = re.compile(
    r"西安80|1980西安|XIAN ?-?80|北京54|1954北京|BEIJING ?-?54|独立坐标|地方坐标"
)
_LABELS = (
    (re.compile(r"[()\[\]{}【】<>]"), " "),
    (re.compile(r"经纬度?|纬经度?|地理|坐标|点位|定位|位置|POINT|DEG(?:REES?)?"), " "),
    (re.compile(r"东[经径]|经度|LONGITUDE|LONG|LNG|LON|经"), " E"),
    (re.compile(r"北[纬伟]|纬度|LATITUDE|LAT|纬"), " N"),
    (re.compile(r"(?<![A-Z])[XY]\s*[:=]?\s*(?=-?\d)"), " "),
    (re.compile(r"(?<=\d)\s*度"), "°"),
    (re.compile(r"(?<=\d)\s*分"), "'"),
    (re.compile(r"(?<=\d)\s*秒"), '"'),
    (re.compile(r"(?<=\d)\s*[O。](?=\s*\d{1,2}(?:\.\d+)?\s*')"), "°"),
    (re.compile(r"''"), '"'),
    (re.compile(r"(?<![\d°'\s])\s*[\"']+"), " "),
    (re.compile(r"(\d)\"\.?(\d{1,3})(?![\d.]|\s*[°\"'])"), r'\1.\2"'),
    (re.compile(r"(?<![\d.])(\d{2,3}\.\d{4,})\.(?=\d{2,3}\.\d{4,})"), r"\1,"),
    (re.compile(r"(?<![A-Z])([ENSW])(?:[\s:=]*\1)+(?![A-Z])"), r"\1"),
)
_OTHER_HALF = re.compile(r"西经|南纬|(?<![A-Z])[WS](?![A-Z])")
_MASKED = re.compile(r"(?<=[\d.])[*X×#?]{2,}")
_LONGEST = 200  # no point takes more; patterns stay quick
_SEPARATORS = re.compile(r"[\s,;:、/|\\&+_°'\".。()\[\]{}【】<>…·=和及与-]+")
_ALTITUDE = re.compile(r"(?:海拔|高程|高度|ALT(?:ITUDE)?|H)\s*[:=]?\s*-?\d+(?:\.\d+)?\s*(?:米|M)?")
_METRES = re.compile(r"(?<![\d.])\d{1,4}(?:\.\d+)?\s*(?:米|M)(?![A-Z\d])")

# --- slips in numbers ----------------------------------------------------------

_ODD_POINT = re.compile(r"(?<![\d.])(\d{1,3})\s*[。·•‧∙](?=\d)")
_SPLIT_POINT = re.compile(r"(?<![\d.])(\d{2,3})(?:\s*\.\s+|\s+\.)(?=\d{3})|(?<=\d)\.{2,}(?=\d)")
_LETTER = re.compile(r"(?<=[\d.])[OLI](?=[\d.])|(?<![A-Z\d])[LI]{1,2}(?=\d{1,2}\.)")
_SCIENTIFIC = re.compile(r"(?<![\d.])\d\.\d+E[+]?\d{1,2}(?!\d)")

# How most points are written; read without looking for anything else.
_TWO_DEGREES = re.compile(r"([0-9]{2,3}\.([0-9]{4,}))\s*[,，;；、\s]\s*([0-9]{2,3}\.([0-9]{4,}))")

_BODY = (
    r"(?P<sign>(?<![\d.°'\"])-(?=\d))?(?<![.\d])(?P<deg>\d+(?:\.\d+)*)"
    r"(?:\s*°(?:\s*(?:(?P<mind>\d+\.\d+)\s*'|(?P<min>\d+)\s*'"
    r"(?:\s*(?P<sec>\d+(?:\.\d+)?)(?:\s*\"|(?![\d.]|\s*°)))?))?)?"
)
_LEADING = re.compile(
    rf"(?:(?<![A-Z])(?P<before>[EN])[\s:=]*)?{_BODY}"
    r"(?:\s*(?P<after>[EN])(?![\s:=]*[\d-])(?![A-Z]))?"
)
_TRAILING = re.compile(rf"{_BODY}(?:\s*(?P<after>[EN])(?![A-Z]))?")
_AXES = {"E": "lon", "N": "lat"}


def decimals(number: object) -> int:
    """Return how many decimals a number, or its text, shows."""
    text = repr(number) if isinstance(number, float) else str(number)
    return len(text.partition(".")[2]) if "e" not in text else 9


def named_system(raw: object) -> str | None:
    """Return the coordinate system that a cell (or one of a pair of cells) names."""
    if isinstance(raw, (tuple, list)):
        names = {name for name in map(named_system, raw) if name}
        return names.pop() if len(names) == 1 else None
    if not isinstance(raw, str) or raw.isdigit() or len(raw) > _LONGEST:
        return None
    names = {match.lastgroup for match in _SYSTEM.finditer(_upper(raw))}
    return names.pop() if len(names) == 1 else None


def _upper(raw: str) -> str:
    return fold(visible(str(raw)).translate(_PRIMES)).upper()


# The rules ask once more what the import asked just before.
@lru_cache(1000, typed=True)
def read(raw: object) -> Reading:
    """Return what a cell says about a point or an ordinate."""
    if raw is None:
        return Reading(empty=True)
    if isinstance(raw, ErrorCell):
        problem = Message("{raw} is an Excel error; type the coordinates.", raw=str(raw))
        return Reading(problem=problem)
    if isinstance(raw, (bool, date, time)) or not isinstance(raw, (str, int, float)):
        problem = Message(
            "{raw} is not a coordinate: write it as 115.039559,26.710152.", raw=plain(raw)[:80]
        )
        return Reading(problem=problem)
    if not isinstance(raw, str):
        return _read_number(raw)
    shown = visible(str(raw))
    if is_nothing(shown):
        return Reading(empty=True)
    return _read_text(shown)


def _read_number(raw: float) -> Reading:
    if not abs(raw) < 1e12:
        return Reading(
            problem=Message(
                "{raw} is not a coordinate: write it as 115.039559,26.710152.", raw=repr(raw)[:40]
            )
        )
    value = float(raw)
    digits = str(int(value)) if value.is_integer() and value > 0 else ""
    ask = _minus(plain(raw)) if value < 0 else None
    places = 0 if digits else decimals(value)
    return Reading((Ordinate(abs(value), None, places, digits, ask, is_number=True),))


def _minus(shown: str) -> Message:
    return Message("{raw} has a minus sign, which no place in China has; check it.", raw=shown)


def _read_text(shown: str) -> Reading:
    if len(shown) > _LONGEST:
        return Reading(
            problem=Message(
                "{raw} is not a coordinate: write it as 115.039559,26.710152.", raw=shown[:80]
            )
        )
    two = _TWO_DEGREES.fullmatch(shown)
    if two:
        first, second = Ordinate(float(two[1]), None, len(two[2])), float(two[3])
        return Reading((first, Ordinate(second, None, len(two[4]))))
    text = _upper(shown)
    names = {match.lastgroup for match in _SYSTEM.finditer(text)}
    if len(names) > 1:
        return Reading(
            problem=Message("{raw} names two coordinate systems; name the right one.", raw=shown)
        )
    if _OLD_SYSTEM.search(text):
        return Reading(
            problem=Message(
                "{raw} is in a system that cannot be converted here: take it in CGCS2000.",
                raw=shown,
            )
        )
    if names:
        text = _SYSTEM.sub(" ", text)
    system = names.pop() if names else None
    text = _METRES.sub(" ", _ALTITUDE.sub(" ", text))
    if _OTHER_HALF.search(text):
        return Reading(
            system=system,
            problem=Message("{raw} lies in the other hemisphere: take the point again.", raw=shown),
        )
    if _MASKED.search(text):
        return Reading(problem=Message("{raw} is masked; give the whole point.", raw=shown))
    ask = warn = None
    if _SCIENTIFIC.search(text):
        text = _SCIENTIFIC.sub(lambda m: f"{float(m.group()):.9f}".rstrip("0"), text)
        warn = Message("{raw} is written in scientific form; check the point.", raw=shown)
    for pattern, by in _LABELS:
        text = pattern.sub(by, text)
    read_as = _ODD_POINT.sub(r"\1.", text)
    read_as = _SPLIT_POINT.sub(lambda m: f"{m[1] or ''}.", read_as)
    if read_as != text:
        warn = Message("{raw}: the decimal point was put right; check the point.", raw=shown)
    text = _LETTER.sub(lambda m: "0" if m.group() == "O" else "1" * len(m.group()), read_as)
    if text != read_as:
        ask = Message("{raw} has letters for digits; check the point.", raw=shown)
    return _scan(shown, text, system, ask, warn)


def _scan(
    shown: str, text: str, system: str | None, ask: Message | None, warn: Message | None
) -> Reading:
    letter, digit = re.search(r"(?<![A-Z])[EN](?![A-Z])", text), re.search(r"\d", text)
    leading = bool(letter and digit and letter.start() < digit.start())
    found: list[Ordinate] = []
    rest: list[str] = []
    position = 0
    for match in (_LEADING if leading else _TRAILING).finditer(text):
        rest.append(text[position : match.start()])
        position = match.end()
        ordinate = _ordinate(shown, match, leading)
        if isinstance(ordinate, Message):
            return Reading(system=system, problem=ordinate)
        found.append(ordinate)
        if len(found) > 50:
            break
    rest.append(text[position:])
    if any(char.isdigit() for part in rest for char in part):
        return Reading(
            system=system,
            problem=Message(
                "{raw} was not understood: write the point as 115.039559,26.710152.", raw=shown
            ),
        )
    found = _regroup(shown, found)
    found = [o._replace(ask=o.ask or ask, warn=o.warn or warn) for o in found]
    left = " ".join(_SEPARATORS.sub(" ", " ".join(rest)).split())
    return Reading(tuple(found), system, left)


def _ordinate(shown: str, match: re.Match[str], leading: bool) -> Ordinate | Message:
    groups = match.groupdict()
    letter = (groups.get("before") if leading else None) or groups["after"]
    axis = _AXES.get(letter or "")
    ask = _minus(shown) if groups["sign"] else None
    degrees, minutes, seconds = groups["deg"], groups["mind"] or groups["min"], groups["sec"]
    if minutes is not None:
        most = max(float(minutes), float(seconds or 0))
        if "." in degrees or len(degrees) > 3 or most > 60:
            return Message(
                "{raw}: minutes and seconds must be below 60; check the point.", raw=shown
            )
        if most == 60:
            ask = ask or Message("{raw} has 60 minutes or seconds; check the point.", raw=shown)
        value = int(degrees) + float(minutes) / 60 + float(seconds or 0) / 3600
        exact = 2 + decimals(minutes) if seconds is None else 4 + 2 * ("." in seconds)
        return Ordinate(value, axis, exact, "", ask, sexagesimal=True)
    parts = degrees.split(".")
    if len(parts) > 2:
        return _dotted(shown, parts, axis)
    if len(degrees) > 40:
        return Message(
            "{raw} is not a coordinate: write it as 115.039559,26.710152.", raw=shown[:80]
        )
    bare = len(parts) == 1
    return Ordinate(
        float(degrees), axis, 0 if bare else len(parts[1]), degrees if bare else "", ask
    )


def _dotted(shown: str, parts: list[str], axis: str | None) -> Ordinate | Message:
    """Read 115.2.22.41 as degrees, minutes and seconds, 115.039.559 as one number."""
    if all(len(part) < 12 for part in parts) and len(parts[0]) <= 3 and len(parts) <= 4:
        message = Message("{raw} has more than one decimal point; check the point.", raw=shown)
        seconds = float(".".join(parts[2:]))
        if len(parts[1]) <= 2 and int(parts[1]) < 60 and len(parts[2]) <= 2 and seconds < 60:
            value = int(parts[0]) + int(parts[1]) / 60 + seconds / 3600
            return Ordinate(value, axis, 6, "", message)
        joined = "".join(parts[1:])
        return Ordinate(float(f"{parts[0]}.{joined}"), axis, len(joined), "", message)
    return Message("{raw} is not a coordinate: write it as 115.039559,26.710152.", raw=shown[:80])


def _regroup(shown: str, found: list[Ordinate]) -> list[Ordinate]:
    """Join 115 2 22.41 and 115 039559 into one ordinate each, to be asked."""
    if len(found) in (3, 6):
        triples = [found[i : i + 3] for i in range(0, len(found), 3)]
        if all(
            d.digits and m.digits and len(m.digits) <= 2 and m.value < 60 and s.value < 60
            for d, m, s in triples
        ):
            message = Message("{raw} was read as degrees, minutes and seconds.", raw=shown)
            return [
                Ordinate(d.value + m.value / 60 + s.value / 3600, d.axis, 6, "", message)
                for d, m, s in triples
            ]
    if len(found) in (2, 4):
        pairs = [found[i : i + 2] for i in range(0, len(found), 2)]
        if all(1 < len(d.digits) <= 3 and 4 <= len(f.digits) <= 12 for d, f in pairs):
            message = Message("{raw} has no decimal point; check the point.", raw=shown)
            return [
                Ordinate(float(f"{d.digits}.{f.digits}"), d.axis, len(f.digits), "", message)
                for d, f in pairs
            ]
    return found
