"""Text of cells: invisible characters, blanks, placeholders, keys for matching."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from unicodedata import category, normalize

# What people write into a cell that has nothing to say (case S16).
_DASHES = re.compile(r"[/\\|\s\-‐‑‒–—―−－﹣_＿=.。．·…、,，*＊~～／＼]+")
_NOTHING = frozenset(
    {"无", "暂无", "没有", "暂缺", "空", "空白", "不详", "未知", "未填", "待补", "待定", "待采集"}
    | {"不填", "不填报", "暂不填", "暂不填报", "未填报", "待补充", "待填", "不适用"}
    | {"n/a", "na", "null", "none", "nil", "nan", "(无)", "(空)", "(null)", "<null>"}
)
# What sends the reader to another cell: the row above, an annex.
_ELSEWHERE = re.compile(
    r"(?:同|见|详见|参见|如)(?:上|左|右|前|下|后|附|备注)(?:[行列栏表面件图文格]+|一[行格])?|同一?上|[〃″”\"]|''"
)
# Traditional characters of the words that sheets are made of.
_TRADITIONAL = str.maketrans(
    "縣區鎮鄉農業產專戶場經紀綠機標識種漁設溫檢證諾達碼裝豬雞烏鱧鱸鯿魚黃萬畝隻頭",
    "县区镇乡农业产专户场经纪绿机标识种渔设温检证诺达码装猪鸡乌鳢鲈鳊鱼黄万亩只头",
)
_BRACKETS = str.maketrans("[]{}〔〕【】〖〗「」『』《》〈〉«»<>·•・‧∙", "()" * 11 + "·" * 5)
_LIST_MARKS = re.compile("[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3220-\u3229\u3280-\u3289]")
_SUPERSCRIPTS = re.compile("(?<![mMｍＭ])[²³¹\u2070-\u2079\u2080-\u2089]")
_FRACTIONS = str.maketrans({"½": ".5", "¼": ".25", "¾": ".75"})
_BLANKS = re.compile(r"\s+")
_BREAKS = re.compile(r"\n{2,}")


def nfkc(text: str) -> str:
    """Return the text with full-width and compatibility characters folded."""
    return text if text.isascii() else normalize("NFKC", text)


def visible(text: str) -> str:
    """Return the text without invisible characters; every kind of blank becomes a space.

    Line breaks and tabs inside stay, blanks at the ends go.
    """
    if text.isprintable():
        return text.strip()
    kept = []
    for char in text:
        if char in "\n\t" or char.isprintable():
            kept.append(char)
        elif char.isspace():
            kept.append("\n" if char in "\r\v\f\x85\u2028\u2029" else " ")
        elif category(char) not in ("Cf", "Cc", "Cs"):
            kept.append(char)
    return _BREAKS.sub("\n", "".join(kept)).strip()


def plain(raw: object) -> str:
    """Return any cell value as visible text, "" for nothing; whole floats lose ".0"."""
    if raw is None:
        return ""
    if isinstance(raw, str):
        return visible(str(raw))
    if isinstance(raw, bool):
        return str(raw).upper()
    if isinstance(raw, float):
        return str(int(raw)) if raw.is_integer() and abs(raw) < 1e15 else repr(raw)
    if isinstance(raw, datetime):
        whole = raw.time() == time()
        return raw.date().isoformat() if whole else raw.isoformat(" ", "seconds")
    if isinstance(raw, (date, time)):
        return raw.isoformat()
    return visible(str(raw))


def fold(text: str) -> str:
    """Return visible text, NFKC-folded without making up digits.

    List marks (①, ⒈) become a blank and a superscript, except after m, a ``^``:
    NFKC alone would read ①50 as 150 and 50² as 502.
    """
    text = visible(text)
    if text.isascii():
        return text
    text = _LIST_MARKS.sub(" ", text)
    text = _SUPERSCRIPTS.sub("^", text.translate(_FRACTIONS))
    return visible(normalize("NFKC", text))


def is_nothing(text: str) -> bool:
    """Tell whether a visible text only says that there is nothing: / - — 无 暂无."""
    if len(text) > 8:
        return _DASHES.fullmatch(text) is not None
    return not text or nfkc(text).casefold() in _NOTHING or _DASHES.fullmatch(text) is not None


def is_elsewhere(text: str) -> bool:
    """Tell whether a visible text only points to another cell: 同上 〃 见附件."""
    return len(text) < 8 and _ELSEWHERE.fullmatch(text) is not None


def simplified(text: str) -> str:
    """Return the text with the traditional characters of official words made simple."""
    return text.translate(_TRADITIONAL)


# Nearly every name of a sheet is of this kind, and already in its final form.
PLAIN_CHINESE = re.compile(r"(?=..)[\u4e00-\u9fff]+(?:[0-9]{1,6}[\u4e00-\u9fff]+)*")


def clean(raw: object) -> str | None:
    """Return the visible text of a cell, None where it is empty or says nothing.

    An ErrorCell comes back as its text: test for it before.
    """
    if raw is None:
        return None
    text = plain(raw)
    return None if is_nothing(text) else text


def name_key(text: str) -> str:
    """Return the form of a name for comparing: no blanks, one kind of bracket, one case."""
    if PLAIN_CHINESE.fullmatch(text):
        return text
    folded = _BLANKS.sub("", nfkc(visible(text)).casefold())
    return normalize("NFKC", folded).translate(_BRACKETS)
