"""Amounts in text: 1.2万亩, 约50亩, 一百二十, 3亩5分, and what is no single amount."""

from __future__ import annotations

import re
from typing import NamedTuple

from .messages import Message
from .numerals import CHINESE, chinese_number
from .products import Product
from .text import fold
from .units import AREA, MULTIPLES, UNIT_PATTERN, Unit, find_unit


class Amount(NamedTuple):
    """A number with its multiple and unit; or why it must be asked or refused."""

    value: float = 0
    multiple: int = 1
    unit: Unit | None = None
    warn: Message | None = None
    ask: Message | None = None
    problem: Message | None = None
    remark: str | None = None
    clean: bool = False


_ABOUT = (
    "大约莫?|大概|大致|约摸?|将近|接近|近|不到|不足|超过|超|至少|最少|估计|预计|≈|~|>=?|<=?|≥|≤"
)
_ROUGHLY = "左右|上下|以上|以下|以内|之多|不到|多|余|许|不等|[+±]"
_NUMBER = (
    r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]*\.[0-9]+|[0-9]+(?:\.(?![0-9]))?"
    rf"|[{CHINESE}]+(?:点[{CHINESE}]+)?"
)
_AMOUNT = re.compile(
    rf"(?P<about>{_ABOUT})?(?P<number>{_NUMBER})(?P<multiple>[万千百亿十]?)(?P<more>[余多来])?"
    rf"(?P<unit>{UNIT_PATTERN})?(?P<half>半)?(?P<after>{_ROUGHLY})?",
    re.IGNORECASE,
)
_HALF = re.compile(rf"(?P<about>{_ABOUT})?半(?P<unit>{UNIT_PATTERN})")
_LOOSE = re.compile("[一二两三四五六七八九]{2}")
# 公羊5只母羊45只, 20亩 30亩: a second amount begins.
_NEXT_ONE = re.compile(
    r"(?<=[亩头只羽米顷])(?: +(?=[0-9])| *(?!其中|包?含|包括|折|合|即|等于|相当|大?约)"
    "(?=[\u4e00-\u9fff]{2,5}[0-9]))"
)
_TOTAL = re.compile("(?<=.)(?:总共|[总合共]计|共)[:]?(.+)")
_MYRIADS = re.compile(r"(?<![0-9.])([0-9]+)万([0-9])(千?)(?![0-9.])")
_ASIDE = re.compile(r"\(([^0-9()]*|其中[^()]*|含[^()]*)\)")
_TWICE = re.compile(r"(.+?)[(/=,](?:约?折合?|大?约?合|即|为|约|=)*(.+?)\)?")
_MU_AND_FEN = re.compile(
    rf"(?P<mu>{_NUMBER})亩(?:零)?(?P<fen>[0-9]|[{CHINESE}])分(?:(?P<li>[0-9]|[{CHINESE}])厘)?地?"
)
_RANGE = re.compile(
    rf"(?:{_ABOUT})?(?:{_NUMBER})[万千百]?(?:{UNIT_PATTERN})?(?:-|~|—|–|―|─|至|到)+"
    rf"(?:{_NUMBER})[万千百]?(?:{UNIT_PATTERN})?(?:{_ROUGHLY})?",
    re.IGNORECASE,
)
# Words that say no more than the column does: what is measured, on what ground.
_LABEL = re.compile(
    "(?:种植|养殖|栽培|播种|水面|水产|基地|池塘|鱼塘|养殖池|工程化|土地|耕地|现有|现|目前|总|实际|常年|年)*"
    "(?:(?:面积|规模|存栏|存笼|饲养)量?|数量|亩数|头数|只数|水面|池塘|鱼塘|养殖池|种植|养殖|现有|共计|共有?|合计|总计"
    "|总共|计)(?:[:=为是有约]|达到?)?"
)
_BEHIND = re.compile("(?<=[亩头只羽])(?:水面|池塘|鱼塘|左右整|整|的?规模|[地田])$")
_OUTPUT = re.compile("出栏|产量|年产|亩产|出笼|销售")
_PLUS = re.compile(r"[+]")
_LIST = re.compile(r"[、,;/\n和及与]")
_ODD_POINT = re.compile(r"(?<=[0-9])[。·](?=[0-9])")
_SPACED_THOUSANDS = re.compile(r"(?<![0-9.])[0-9]{1,3}(?: [0-9]{3})+(?![0-9])")
_DECIMAL_COMMA = re.compile(r"([0-9]+),([0-9]{1,2})(?![0-9,])")
_LETTERS = str.maketrans("OoIlL", "00111")
_SCIENTIFIC = re.compile(r"[0-9](?:\.[0-9]+)?E[+]?[0-9]{1,2}", re.IGNORECASE)
_PLAIN = re.compile(r"[0-9]{1,10}(?:\.[0-9]{1,6})?")
_LONGEST = 60


def read_amount(shown: str, product: Product | None = None) -> Amount:
    """Return the amount that a visible, non-empty text states."""
    if _PLAIN.fullmatch(shown):
        return Amount(float(shown))
    if len(shown) > _LONGEST:
        return Amount(problem=_no_number(shown[:_LONGEST]))
    text = fold(shown).lstrip("'`")
    text = _SPACED_THOUSANDS.sub(lambda m: m.group().replace(" ", ""), text)
    if re.search(r"[0-9] +[0-9]", text):
        text = re.sub(r"(?<=[0-9]) +(?=[0-9])", "、", text)
    text = _NEXT_ONE.sub("、", text)
    text = "".join(text.replace("\n", "、").split())
    if _OUTPUT.search(text):
        problem = Message(
            "{raw} is not what is asked for; give what is kept or planted now.", raw=shown
        )
        return Amount(problem=problem, remark=" ".join(shown.split()))
    text = _strip(text, product)
    if text.startswith(("-", "−")) and text[1:2].isdigit():
        return Amount(
            problem=Message("{raw}: the scale must be above 0; type the scale.", raw=shown)
        )
    short = any(not m[3] for m in _MYRIADS.finditer(text))  # 1万5 for 1万5千
    text = _MYRIADS.sub(lambda m: str(int(m[1]) * 10_000 + int(m[2]) * 1_000), text)
    text, aside = _without_aside(text)
    text, more = _without_aside(text)
    aside = aside or more
    odd = _ODD_POINT.sub(".", text)
    amount = _one(shown, odd) or _twice(shown, odd) or _several(shown, odd, product)
    if amount is None and re.search("[0-9]", odd):
        read_as = odd.translate(_LETTERS)
        amount = _one(shown, read_as) if read_as != odd else None
        if amount:
            amount = amount._replace(
                ask=Message("{raw} has letters for digits; check the number.", raw=shown)
            )
    if amount is None:
        return Amount(problem=_no_number(shown))
    if aside and not amount.problem:
        message = Message("{raw}: the words beside the number were put aside.", raw=shown)
        amount = amount._replace(warn=amount.warn or message, remark=" ".join(shown.split()))
    if short and not amount.problem:
        message = Message("{raw} is not an exact number; it was taken as it stands.", raw=shown)
        amount = amount._replace(warn=amount.warn or message)
    if odd != text and not amount.warn:
        amount = amount._replace(warn=Message("{raw}: the decimal point was put right.", raw=shown))
    return amount


def _no_number(shown: str) -> Message:
    return Message("{raw} is not a number; type the scale.", raw=shown)


def _strip(text: str, product: Product | None) -> str:
    """Take off words that say no more than the column does, and brackets round all."""
    if text[:1] in "(【[" and text[-1:] in ")】]":
        text = text[1:-1]
    text = text.rstrip("。;,.、:")
    words = _words(product)
    for _ in range(3):
        label = _LABEL.match(text)
        before = text[label.end() :] if label else text
        before = next((before[len(word) :] for word in words if before.startswith(word)), before)
        if before == text:
            break
        text = before.lstrip(":")
    text = _BEHIND.sub("", text)
    return next((text[: -len(word)] for word in words if text.endswith(word)), text)


def _words(product: Product | None) -> list[str]:
    """Return the names of a product and its kinds, which may stand beside its number."""
    if product is None:
        return []
    names = (product.name, *product.aliases, *product.warn_aliases, *product.ask_aliases)
    return sorted(names, key=len, reverse=True)


def _without_aside(text: str) -> tuple[str, bool]:
    """Take words in brackets out, or put a unit or a 约 in its place; say whether words fell."""
    match = _ASIDE.search(text)
    if not match:
        return text, False
    outer, word = text[: match.start()] + text[match.end() :], match[1]
    if find_unit(word):
        return text[: match.start()] + word + text[match.end() :], False
    if re.fullmatch(f"{_ABOUT}|{_ROUGHLY}", word):
        return outer if re.match(_ABOUT, outer) else f"约{outer}", False
    return outer, True


def _twice(shown: str, text: str) -> Amount | None:
    """Read one area given in two units: 3000平方米(4.5亩)."""
    match = _TWICE.fullmatch(text)
    if not match:
        return None
    amounts = [_one(shown, match[1]), _one(shown, match[2])]
    if None in amounts or not all(a.unit and a.unit.kind == AREA for a in amounts):
        return None
    if amounts[0].unit == amounts[1].unit:
        return None
    sizes = [a.value * a.multiple * a.unit.factor / a.unit.divisor for a in amounts]
    if abs(sizes[0] - sizes[1]) > 0.02 * max(sizes):
        return None
    best = next((a for a in amounts if a.unit.factor == a.unit.divisor), amounts[0])
    message = Message("{raw} gives one area in two units; it was taken once.", raw=shown)
    return best._replace(warn=message)


def _one(shown: str, text: str) -> Amount | None:
    """Return the amount of a text that states one number, None if it does not."""
    if _SCIENTIFIC.fullmatch(text):
        message = Message("{raw} is written in scientific form; check it.", raw=shown)
        return Amount(float(text), warn=message)
    about = Message("{raw} is not an exact number; it was taken as it stands.", raw=shown)
    numerals = Message("{raw} is written in words; check the number.", raw=shown)
    half = _HALF.fullmatch(text)
    if half:
        return Amount(0.5, 1, find_unit(half["unit"]), numerals)
    fen = _MU_AND_FEN.fullmatch(text)
    if fen:
        value = _number(fen["mu"])
        parts = [_number(fen[name]) if fen[name] else 0 for name in ("fen", "li")]
        if value is None or None in parts or max(parts) > 9:
            return None
        value = round(value + parts[0] / 10 + parts[1] / 100, 4)
        return Amount(value, 1, find_unit("亩"), numerals)
    match = _AMOUNT.fullmatch(text)
    if not match:
        return None
    value = _number(match["number"])
    if value is None:
        return None
    multiple = MULTIPLES.get(match["multiple"], 1)
    unit = find_unit(match["unit"]) if match["unit"] else None
    if match["half"]:
        if not unit and multiple == 1:
            return None
        value += 0.5
    if match["about"] or match["more"] or match["after"]:
        warn = about
    else:
        warn = numerals if match["number"][0] in CHINESE or match["half"] else None
    return Amount(value, multiple, unit, warn)


def _number(text: str) -> float | None:
    if text[0] in CHINESE:
        # 两三亩 is two or three, 三五十 thirty to fifty: no number.
        return None if _LOOSE.fullmatch(text) else chinese_number(text)
    return float(text.replace(",", ""))


def _several(shown: str, text: str, product: Product | None) -> Amount | None:
    """Refuse a range, ask about a sum; None if the text is neither."""
    if _RANGE.fullmatch(text):
        problem = Message("{raw} is a range; write one number.", raw=shown)
        return Amount(problem=problem, remark=" ".join(shown.split()))
    comma = _DECIMAL_COMMA.match(text)
    if comma:
        amount = _one(shown, f"{comma[1]}.{comma[2]}{text[comma.end() :]}")
        if amount:
            message = Message("{raw} has a comma for a point; check the number.", raw=shown)
            return amount._replace(ask=message, warn=None)
    total = _TOTAL.search(text)
    amount = _one(shown, total[1]) if total else None
    if amount:
        message = Message("{raw} holds several numbers; is the total meant?", raw=shown)
        return amount._replace(ask=message, warn=None)
    for separator in (_PLUS, _LIST):
        parts = [_strip(part, product) for part in separator.split(text) if part]
        amounts = [_one(shown, _tail(part)) for part in parts]
        if len(parts) < 2 or None in amounts:
            continue
        return _sum(shown, amounts, separator is _PLUS)
    return None


def _tail(part: str) -> str:
    """Drop the words before the number of a part: 露地20亩."""
    return re.sub(rf"^[^0-9.{CHINESE}+\-~]{{1,8}}(?=[0-9])", "", part)


def _sum(shown: str, amounts: list[Amount], plus: bool) -> Amount:
    units = {amount.unit for amount in amounts if amount.unit}
    if len(units) > 1 or not (plus or all(amount.unit for amount in amounts)):
        problem = Message("{raw} holds several numbers; write one.", raw=shown)
        return Amount(problem=problem, remark=" ".join(shown.split()))
    total = round(sum(amount.value * amount.multiple for amount in amounts), 6)
    message = Message("{raw} holds several numbers; is their sum meant?", raw=shown)
    return Amount(total, 1, units.pop() if units else None, None, message)
