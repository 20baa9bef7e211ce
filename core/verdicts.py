"""Whether a result passed: what laboratories and inspectors write for 合格 and 不合格."""

from __future__ import annotations

import re

from .text import fold, name_key

_FAILED = (
    "[不非未]合格|[不未]达标|[不未]符合|[不未]通过|(?<![未不无])超标|(?<![未不无])超过限量|阳性|不正常"
    "|(?<!无)(?<!未见)(?<!未发现)异常"
)
_PASSED = (
    "合格(?!证|率|供|标)|达标(?!合格证)|符合|通过|[未没无]有?检出|[未不无]超标|[未不无]超过限量|阴性|正常"
    "|(?:无|未见|未发现)(?:异常|问题)"
)
_WORDS = re.compile(f"(?P<failed>{_FAILED})|(?P<passed>{_PASSED})")
_ALONE = {
    **dict.fromkeys(("是", "√", "✓", "✔", "y", "yes", "pass", "passed", "ok"), True),
    **dict.fromkeys(("否", "×", "✗", "✘", "x", "n", "no", "fail", "failed"), False),
}
# Not the last word: 基本合格, 待复检, 疑似阳性.
_UNSURE = re.compile("复检|复查|待|初[检筛]|疑似|基本|部分")


def passed_of(text: str | None) -> bool | None:
    """Tell whether a result passed; None where the text does not say it, or says both."""
    if not text:
        return None
    key = name_key(fold(text))
    if key in _ALONE:
        return _ALONE[key]
    if _UNSURE.search(key):
        return None
    found = {match.lastgroup == "passed" for match in _WORDS.finditer(key)}
    return found.pop() if len(found) == 1 else None
