"""Chinese numerals as people type them into sheets."""

from __future__ import annotations

import re

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")}
_DIGITS.update({char: value for value, char in enumerate("〇壹贰叁肆伍陆柒捌玖")})
_DIGITS.update({"○": 0, "两": 2, "俩": 2, "幺": 1})
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_LARGE = {"万": 10_000, "萬": 10_000, "亿": 100_000_000}

CHINESE = "".join([*_DIGITS, *_UNITS, *_LARGE])
_INTEGER = re.compile(f"[{CHINESE}]{{1,16}}")


def chinese_number(text: str) -> float | None:
    """Return the number of Chinese numerals: 一百二十, 两千, 十, 三百二 (320), 二〇二三, 三点五.

    None where the text is no numeral.
    """
    whole, point, part = text.partition("点")
    if not _INTEGER.fullmatch(whole):
        return None
    if point and not (part and all(char in _DIGITS for char in part)):
        return None
    value = _integer(whole)
    if value is None or not point:
        return value
    return float(f"{value}.{''.join(str(_DIGITS[char]) for char in part)}")


def _integer(text: str) -> int | None:
    if all(char in _DIGITS for char in text):
        return int("".join(str(_DIGITS[char]) for char in text))
    total = section = digit = 0
    last = 1  # the unit before the digit in hand
    zero = False
    for index, char in enumerate(text):
        if char in _DIGITS:
            if digit:
                return None
            digit, zero = _DIGITS[char], zero or _DIGITS[char] == 0
        elif char in _UNITS:
            if digit == 0 and index and section:
                return None
            section += (digit or 1) * _UNITS[char]
            digit, last, zero = 0, _UNITS[char], False
        else:
            if not section + digit:
                return None
            total = (total + section + digit) * _LARGE[char]
            section, digit, last, zero = 0, 0, _LARGE[char], False
    if digit and last > 10 and not zero:
        digit *= last // 10  # 三百二 is 320, 三百零二 is 302
    return total + section + digit
