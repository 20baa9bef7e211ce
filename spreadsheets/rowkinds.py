"""Tells rows of data from what else stands in a sheet: notes, totals, examples, numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..core.cells import ErrorCell
from ..core.messages import Message
from ..core.text import nfkc
from .rawxml import column_number

_BLANKS = re.compile(r"\s+")
_EXAMPLE = re.compile(
    r"\((?:例|示例|样例|范例|填写示例|填报示例|举例)\d*\)"
    r"|(?:例|示例|样例|范例|填写示例|填报示例|举例|例如)\d*(?::|$)"
)
_TOTAL = re.compile(
    r".{0,12}?(?:合计|小计|总计|共计|累计)(?:\(.*\))?:?[\d.]*[亩头只户家个]?$|共\d+[户家个条]$"
)
_NOTE = re.compile(
    r"(?:填表说明|填报说明|填写说明|填表要求|填报要求|填写要求|注意事项|填表须知|说明|备注|注|以下空白|以下无正文)"
    r"(?:[:;.,、]|\d|$)"
)
_SIGNATURE = re.compile(
    r"(?:填报人|填表人|制表人|制表|填报单位|填表单位|单位负责人|审核人|审核|复核人|复核|经办人"
    r"|填报日期|填表日期|填报时间|上报日期|上报时间|填报单位负责人|联系电话|分管领导|日期)(?:[:(]|$)"
)
_NOTE_STARTS = frozenset("填说备注制单审复上联分经日以")
_TITLE = re.compile(r"附件\d*|.*:|.*(?:采集表|登记表|统计表|信息表|汇总表|明细表|台账)(?:\(.*\))?")
_DIGITS = re.compile(r"\(?(\d{1,3})\)?")
_STROKES = re.compile(r"[\s/\\\-－—–_…~～|·.]+")
_LETTERS = re.compile("[A-Z]{1,2}")
_STEMS = "甲乙丙丁戊己"
_CIRCLED = {chr(0x2460 + number): number + 1 for number in range(20)}
_LABEL_WORDS = (
    "(填报单位负责人|单位负责人|填报单位|填表单位|上报单位|填报人|填表人|制表人|审核人|复核人"
    "|填报日期|填表日期|填报时间|填表时间|上报日期|上报时间|联系电话)"
    r"\s*(?:[(（]\s*(?:盖章|公章|签字|签名|签章)\s*[)）]\s*)?"
)
_LABEL = re.compile(_LABEL_WORDS + r"[:：]\s*")
_BARE_LABEL = re.compile(_LABEL_WORDS + r"[:：]?\s*")
_KEYS = {
    **dict.fromkeys(("填报单位", "填表单位", "上报单位"), "reporting_unit"),
    **dict.fromkeys(("填报人", "填表人", "制表人"), "reporter"),
    **dict.fromkeys(("审核人", "复核人"), "reviewer"),
    **dict.fromkeys(
        ("填报日期", "填表日期", "填报时间", "填表时间", "上报日期", "上报时间"), "reported_on"
    ),
}


def compact(value: object) -> str:
    """Return a text cell without blanks, brackets and digits folded; "" for anything else."""
    if not isinstance(value, str) or isinstance(value, ErrorCell):
        return ""
    return nfkc(_BLANKS.sub("", value)).replace("【", "(").replace("】", ")")


def may_be_special(text: str) -> bool:
    """Tell quickly whether a text needs a closer look for examples, totals and notes."""
    return "例" in text or "计" in text or text[0] in _NOTE_STARTS


def is_example(texts: Sequence[str]) -> bool:
    """Tell whether one of the first cells (compact) marks an example."""
    return any(_EXAMPLE.match(text) for text in texts[:3])


def is_total(texts: Sequence[str]) -> bool:
    """Tell whether one of the first cells (compact) names a total."""
    return any(_TOTAL.fullmatch(text) for text in texts[:3])


def is_note(texts: Sequence[str]) -> bool:
    """Tell whether the first cell (compact) begins the notes below a table."""
    return bool(texts) and _NOTE.match(texts[0]) is not None


def is_signature(texts: Sequence[str]) -> bool:
    """Tell whether one of the first cells (compact) begins the line of who reported, and when."""
    return any(_SIGNATURE.match(text) for text in texts[:2])


def is_struck_out(values: Sequence[object]) -> bool:
    """Tell whether nothing but strokes stands in a row, as below the last record."""
    return all(isinstance(v, str) and not _STROKES.sub("", v) for v in values)


def is_title(texts: Sequence[str]) -> bool:
    """Tell whether the only cell (compact) of a row is a title, or a heading with a colon."""
    return len(texts) == 1 and _TITLE.fullmatch(texts[0]) is not None


def is_number_row(values: Sequence[object]) -> bool:
    """Tell whether the cells count 1 2 3 …, A B C … or 甲 乙 1 2 …, as under a header."""
    given = [value for value in values if value is not None]
    stems = 0
    while stems < min(len(given), len(_STEMS)) and given[stems] == _STEMS[stems]:
        stems += 1
    numbers = [_count(value) for value in given[stems:]]
    if len(numbers) < 3 or None in numbers:
        return False
    return numbers[0] in (0, 1, 2) and all(b - a == 1 for a, b in zip(numbers, numbers[1:]))


def _count(value: object) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    text = compact_number(value)
    found = _DIGITS.fullmatch(text)
    if found:
        return int(found[1])
    return column_number(text) if _LETTERS.fullmatch(text) else None


def compact_number(value: object) -> str:
    """Return a text cell with ① and （1） as digits."""
    if isinstance(value, str) and value.strip() in _CIRCLED:
        return str(_CIRCLED[value.strip()])
    return compact(value)


def read_metadata(row: Sequence[object]) -> dict[str, object]:
    """Return what 填报单位, 填报人, 审核人, 填报日期 of a row say; raw text or date."""
    found: dict[str, object] = {}
    waiting: str | None = None
    for value in row:
        if value is None:
            continue
        if not isinstance(value, str) or isinstance(value, ErrorCell):
            if waiting is not None:
                found.setdefault(waiting, value)
            waiting = None
            continue
        labels = list(_LABEL.finditer(value))
        if not labels:
            bare = _BARE_LABEL.fullmatch(value.strip())
            if bare:
                waiting = _KEYS.get(bare[1])
            elif waiting is not None:
                found.setdefault(waiting, value.strip())
                waiting = None
            continue
        waiting = None
        for label, following in zip(labels, [*labels[1:], None]):
            text = value[label.end() : following.start() if following else None].strip()
            key = _KEYS.get(label[1])
            if key == "reported_on" and not any(char.isdigit() or char in "〇○" for char in text):
                text = ""  # only 年 月 日, to be filled in by hand
            if key and text:
                found.setdefault(key, text)
            elif key and following is None:
                waiting = key
    return found


# What people write, or draw, for "as in the row above".
DITTO = frozenset(
    ("同上", "同 上", "上同", "同上。", "〃", "〃〃", "″", '"', '""', "“", "”", "“”", "''", "＂")
)

# Why a row is no record.
ONLY_NUMBER = Message("Only the row number is filled in.")
NO_RESULT = Message("Holds only formulas without a result.")
NUMBER_ROW = Message("Numbers of the columns.")
EXAMPLE = Message("An example.")
TOTAL = Message("A total.")
NOTE = Message("A note or signature below the table.")
HEADER = Message("The header again.")
NEXT_HEADER = Message("The header of another table.")
HEADING = Message("A heading inside the table.")
BEFOREHAND = Message("Holds only what the office filled in beforehand.")
ELSEWHERE = Message("Nothing stands in a column that is known.")
