"""Names of villages: their forms, and where they end inside an address.

村委会 = 村民委员会 = 村, 社区居委会 = 社区居民委员会 = 社区; 村 and 社区 of one stem
are two places.
"""

from __future__ import annotations

import re
from typing import NamedTuple

VILLAGE, COMMUNITY = "村", "社区"

_VILLAGE_ENDS = ("行政村", "村民委员会", "村委员会", "村民委会", "村委会", "村委", "村")
_COMMUNITY_LONG = ("社区居民委员会", "社区居委会", "社区居委")
_COMMUNITY_ENDS = (*_COMMUNITY_LONG, "居民委员会", "居委会", "社区")
_OTHER_ENDS = (
    *("嘎查", "牧委会", "家委会", "渔委会", "委员会"),
    *("生活区", "管理区", "生产队", "作业区", "作业站"),
)
_ENDS = (*_COMMUNITY_ENDS, *_VILLAGE_ENDS, *_OTHER_ENDS)
# Endings of names that are neither 村 nor 社区 but do occur in the lists.
_ODD_END = re.compile(r"[街场区连队站所厂屯庄营寨堡苑园里坊湾沟坝铺店岛渔旗浩特]$")

_COMMITTEES = "村民委员会|村委员会|村民委会|村委会|居民委员会|居委会|牧委会"
# A second 村 after a first one is no ending in 村口, 村部, 村小学 …
_PLACE_AFTER = "民小组|民组|民|口|部|道|级|头|尾|旁|边|东|西|南|北|中|前|后|内|里|外|小学|附近"
_END = re.compile(
    "(?P<first>{all})(?:{long}|{others}|村(?!{after}))*".format(
        all="|".join(sorted(_ENDS, key=len, reverse=True)),
        long="|".join((*_COMMUNITY_LONG, _COMMITTEES, "社区")),
        others="|".join(_OTHER_ENDS),
        after=_PLACE_AFTER,
    )
)
_DIGITS = "0-9一二三四五六七八九十百零〇两"
GROUP = re.compile(
    rf"第?[{_DIGITS}]+(?:[-—][{_DIGITS}]+)?"
    r"(?:村民小组|小组|组|社|生产队|队|号院|号楼|号|栋|幢|弄|巷|户|片区|片|网格|屯)"
)
_BREAK = re.compile(r"[\s、,，;；/／\\|·_\-－—–>]+")
_SECOND = re.compile("(?<=村)[和及与跟](?=[^村]{1,4}村$)")  # 文田村和三溪村
_BRACKET = re.compile(r"[(（\[【]")

_ANY_BLANKS = re.compile(r"\s+")
_LATIN = re.compile(r"(?<=[A-Za-z0-9.,;:!?)])\s+(?=[A-Za-z(])|(?<=[A-Za-z])\s+(?=[0-9])")


class Split(NamedTuple):
    """An address below the township.

    ``kind``: "sure"; "odd" a name with an unusual ending; "bare" a name
    without any ending (``village`` is then only a stem); "none" no village.
    """

    village: str | None
    detail: str | None
    kind: str


def is_ending(text: str) -> bool:
    """Tell whether a text is only an ending: 村, 社区, 居委会 …"""
    return text in _ENDS


def has_ending(text: str) -> bool:
    """Tell whether a text ends as a village or a community does."""
    return any(end == len(text) for _, end in _endings(text))


def village_form(name: str) -> str:
    """Return the short form: 文田村委会 -> 文田村, 白凤社区居委会 -> 白凤社区.

    Everything else stays as it stands: 永昌居委会.
    """
    for ending in _COMMUNITY_LONG:
        if name.endswith(ending) and len(name) > len(ending):
            return name[: -len(ending)] + COMMUNITY
    for ending in _VILLAGE_ENDS[:-1]:
        if name.endswith(ending) and len(name) > len(ending):
            stem = name[: -len(ending)]
            # 文田村村委会 is the committee of 文田村, but 良村村委会 the one of 良村村.
            return stem if len(stem) > 2 and stem.endswith(VILLAGE) else stem + VILLAGE
    return name


def village_key(name: str) -> tuple[str, str]:
    """Return (stem, class) under which all spellings of a village agree."""
    for ending in _COMMUNITY_ENDS:
        if name.endswith(ending) and len(name) > len(ending):
            return name[: -len(ending)], COMMUNITY
    for ending in _VILLAGE_ENDS:
        if name.endswith(ending) and len(name) > len(ending):
            stem = name[: -len(ending)]
            if len(stem) > 2 and stem.endswith(VILLAGE):
                stem = stem[:-1]
            return stem, VILLAGE
    return name, ""


def _endings(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of each run of endings that has a name before it."""
    found = []
    for match in _END.finditer(text):
        start = match.start()
        group = text.startswith(("村民小组", "村民组"), start)
        if start > 0 and not group and text[max(0, start - 2) : start] != "自然":
            found.append((start, match.end()))
    return found


def cuts(text: str) -> list[int]:
    """Return every place where a village's name may end, longest first."""
    ends = {
        match.end()
        for ending in _ENDS
        for match in re.finditer(ending, text)
        if match.start() > 0 and not text[: match.start()].endswith("自然")
    }
    ends.update(match.start() for match in _BRACKET.finditer(text) if match.start())
    ends.add(len(text))
    return sorted(ends, reverse=True)


def split_village(text: str) -> Split:
    """Split what follows the township into village and detail, without a list."""
    text = _BREAK.sub("", text[:1]) + text[1:]
    at = _at_break(text)
    if at is not None:
        return Split(text[:at], trim(text[at:]) or None, "sure")
    bracket = _BRACKET.search(text)
    body = text[: bracket.start()] if bracket and bracket.start() else text
    if body != text and not has_ending(body) and has_ending(text):
        body = text  # 周湖（周家湖）村
    rest = text[len(body) :]
    found = _split_body(body)
    return found._replace(detail=trim((found.detail or "") + rest) or None)


def trim(text: str) -> str:
    """Return the text without separators at its ends."""
    start = _BREAK.match(text)
    text = text[start.end() :] if start else text
    return _BREAK.sub("", text[-1:]).join((text[:-1], "")) if text else text


def _at_break(text: str) -> int | None:
    """Return where a name ends right before a separator, if one does."""
    second = _SECOND.search(text)
    if second:
        return second.start()
    for match in _BREAK.finditer(text):
        before = text[: match.start()]
        if before and has_ending(before) and not is_ending(text[match.end() :]):
            return match.start()
    return None


def _split_body(text: str) -> Split:
    runs = _endings(text)
    if not runs:
        return _split_odd(text)
    committee = next(
        (end for _, end in runs if re.search(rf"(?:{_COMMITTEES})$", text[:end])), None
    )
    if committee is not None:
        return Split(text[:committee], text[committee:] or None, "sure")
    if runs[-1][1] == len(text):
        return Split(text, None, "sure")
    # 黄村西里社区3组: a stem of one character is rather the beginning of a longer name.
    end = next((end for start, end in runs if start >= 2), runs[-1][1])
    return Split(text[:end], text[end:], "sure")


def _split_odd(text: str) -> Split:
    group = GROUP.search(text)
    if group is None:
        if text.endswith("自然村"):
            return Split(None, text, "none")
        return Split(text or None, None, "odd" if _ODD_END.search(text) else "bare")
    stem = text[: group.start()]
    if len(stem) < 2:
        return Split(None, text, "none")
    return Split(stem, text[group.start() :], "odd" if _ODD_END.search(stem) else "bare")


def join_address(
    township: str | None, village: str | None, detail: str | None = None
) -> str | None:
    """Return the one cell of the official sheet, None where all parts are empty.

    A blank stands before a detail that would not be found again without it.
    """
    joined = (township or "") + (village or "")
    if detail:
        below = split_village((village or "") + detail)
        plain = not joined or (below.village, below.detail) == (village, detail)
        joined += detail if plain else " " + detail
    return joined or None


def squeeze(text: str) -> str:
    """Return the text without blanks, but those between Latin words."""
    kept = _LATIN.sub("\0", text)
    return _ANY_BLANKS.sub("", kept).replace("\0", " ")
