"""Units of scale as people write them, and what they come to in 亩, 头 and 只.

Source: notice note 7 (m2 into 亩, 666.6667 m2 each); 1 ha = 15 亩.
"""

from __future__ import annotations

import re
from functools import lru_cache
from math import isfinite
from typing import NamedTuple

from .text import fold

AREA, ANIMALS, BIRDS, OTHER = "area", "animals", "birds", "other"


class Unit(NamedTuple):
    """A unit: its kind, the official unit it is counted in, how many of it one makes.

    ``exact``: written as the notice wants it, or a plain synonym.
    ``divisor`` is used for m2, so that 7666.67 comes out as it should.
    """

    kind: str
    official: str | None
    factor: float = 1
    exact: bool = True
    divisor: float = 1


_SQUARE_METRES = Unit(AREA, "亩", 1, False, 666.6667)
_FOREIGN = """尾 条 枚 公斤 千克 kg 斤 市斤 克 吨 t 箱 网箱 口网箱 个网箱 立方米 立方 m3 立方米水体
方水体 方 米 m 笼 窝 栏 棚 个棚 大棚 个大棚 栋 户 株 棵 元 万元 筐 口塘 口鱼塘
个池 池 塘 车 件 桶 盒 粒"""
_WORDS: dict[str, Unit] = {
    **dict.fromkeys(("亩", "市亩", "亩地", "畝", "mu", "亩水面"), Unit(AREA, "亩")),
    **dict.fromkeys(
        ("平方米", "平米", "m2", "m^2", "平方", "平", "平方公尺", "sqm", "米2", "㎡"),
        _SQUARE_METRES,
    ),
    **dict.fromkeys(("公顷", "ha", "hm2", "顷(公顷)", "hm^2"), Unit(AREA, "亩", 15, False)),
    "公亩": Unit(AREA, "亩", 0.15, False),
    **dict.fromkeys(("平方公里", "平方千米", "km2"), Unit(AREA, "亩", 1500, False)),
    **dict.fromkeys(("分", "分地"), Unit(AREA, "亩", 1, False, 10)),
    "头": Unit(ANIMALS, "头"),
    "只": Unit(ANIMALS, "只"),
    "隻": Unit(ANIMALS, "只"),
    "羽": Unit(BIRDS, "只"),
    "口": Unit(ANIMALS, "头"),
    "匹": Unit(ANIMALS, "头", 1, False),
    **dict.fromkeys(("个", "套"), Unit(ANIMALS, None, 1, False)),
    **dict.fromkeys(_FOREIGN.split(), Unit(OTHER, None, 1, False)),
}
UNIT_PATTERN = "|".join(sorted(map(re.escape, _WORDS), key=len, reverse=True))
MULTIPLES = {"亿": 100_000_000, "万": 10_000, "千": 1_000, "百": 100, "十": 10}
_WRAPPING = re.compile(r"^(?:单位)?[\s:(\[【]*|[\s)\]】。.,*]*$")
_INSIDE = re.compile(r"\(([^()]*)\)")
_EITHER = re.compile(r"(?:头|只|羽)(?:[/、,或()（）\s]*(?:头|只|羽))+")


def find_unit(word: str) -> Unit | None:
    """Return the unit of a folded word without blanks, None if it is no unit."""
    return _WORDS.get(word.lower())


def read_unit(text: str) -> tuple[Unit | None, int, bool]:
    """Return unit, multiple (万只: 10000) and whether it says 头 or 只 at once."""
    folded = "".join(fold(text).lower().split())
    inside = _INSIDE.findall(folded)
    for word in (folded, _INSIDE.sub("", folded), *inside):
        word = _WRAPPING.sub("", word)
        if _EITHER.fullmatch(word):
            return Unit(ANIMALS, None), 1, True
        unit = find_unit(word)
        if unit:
            return unit, 1, False
        multiple = MULTIPLES.get(word[:1], 1)
        rest = find_unit(word[1:]) if multiple > 1 else None
        if rest:
            return rest, multiple, False
    return None, 1, False


def in_official_unit(scale: object, unit: str | None) -> tuple[float, str] | None:
    """Return an amount and the official unit of its kind, None where nothing can be added up.

    Only what is of one kind is converted (公顷 into 亩); what is of no kind keeps its unit.
    """
    if not isinstance(scale, (int, float)) or not isfinite(scale) or scale < 0 or not unit:
        return None
    official, factor, divisor = _official(unit)
    return (scale * factor / divisor, official) if official else None


@lru_cache(1000)
def _official(unit: str) -> tuple[str, float, float]:
    found, multiple, _ = read_unit(unit)
    if found is None or found.official is None:
        return unit.strip(), 1, 1
    return found.official, multiple * found.factor, found.divisor
