"""What the official sheet says to the person who fills it in: words as data.

The notes are those of the notice (附件1, 备注 1-13); the rest are the words
that every such form of an office carries.
"""

from __future__ import annotations

from ..core.schema import (
    CERTIFICATIONS,
    COLUMNS,
    CREDIT_GRADES,
    INDUSTRIES,
    PRODUCTION_MODES,
    SCALE_UNITS,
    SHEET_COLUMNS,
    SHEET_NOTES,
    SUBJECT_TYPES,
    TRACE_MODES,
)
from ..core.statistics_tables import number_text
from ..core.subtotals import Subtotal

ATTACHMENT, CONTACT_ATTACHMENT = "附件1", "附件2"
SHEET_NAME, CONTACT_SHEET_NAME = "采集表", "联系方式"
OPTIONS_SHEET = "选项"
REPORTED_BY = "填报单位："
REPORTED_ON = "填报日期："
PAGE = "第 &P 页，共 &N 页"
DATE = "{0.year}年{0.month}月{0.day}日"
REQUIRED = "必填。"
SEVERAL = "多项之间用“、”隔开。"

SUBTOTAL, TOTAL, COUNTED, EMPTY = "小计", "合计", "{count}条", "{column}未填"

# The note of the notice that explains a column, by its number.
_NOTE_OF = {
    "subject_type": 2,
    "industry": 3,
    "product": 4,
    "alias": 4,
    "certification": 5,
    "province": 6,
    "city": 6,
    "county": 6,
    "township": 6,
    "point": 6,
    "scale": 7,
    "scale_unit": 7,
    "market_start": 8,
    "market_end": 8,
    "production_modes": 9,
    "trace_modes": 10,
    "credit_grade": 11,
    "grid_officer": 12,
    "collector": 13,
}
_PHONE = "填写11位手机号码。"
_HINTS = {
    "subject_name": "填写营业执照或身份证上的全称，一行一个基地、一个产品。",
    "township": "填到村一级，如“万合镇大鹏村”。",
    "point": "先经度、后纬度，如“115.013018,26.859674”。",
    "contact_phone": _PHONE,
    "grid_officer_phone": _PHONE,
    "collector_phone": _PHONE,
    "scale": "只填大于0的数字，单位填在右边一栏。",
    "market_start": "如“2023年5月”。",
    "market_end": "如“2023年8月”。",
    "production_modes": SEVERAL,
    "trace_modes": SEVERAL,
}
WRONG_PHONE = "手机号码应为11位数字，请核对。"
WRONG_SCALE = "种养规模应为大于0的数字，单位填在右边一栏。"
WRONG_CHOICE = "请从下拉列表中选择。"
UNLISTED = "不在下拉列表中，请核对。"

# Drop-down lists of the sheet; those in HINTED only suggest.
CHOICES: dict[str, tuple[str, ...]] = {
    "subject_type": SUBJECT_TYPES,
    "industry": INDUSTRIES,
    "certification": CERTIFICATIONS,
    "scale_unit": SCALE_UNITS,
    "production_modes": (*PRODUCTION_MODES, "、".join(PRODUCTION_MODES)),
    "trace_modes": TRACE_MODES,
    "credit_grade": CREDIT_GRADES,
}
HINTED = frozenset({"production_modes", "trace_modes", "credit_grade", "township"})


def subtotal(of: Subtotal) -> str:
    """Return a subtotal in words that our import knows to be none of the records."""
    columns = zip(("township", "product"), of.place)
    names = [name or EMPTY.format(column=COLUMNS[column].label) for column, name in columns]
    scales = (f"{number_text(value)}{unit}" for unit, value in of.scales.items())
    parts = [" ".join(names), COUNTED.format(count=of.records), *scales]
    told = "，".join(part for part in parts if part)
    return f"{SUBTOTAL if of.place else TOTAL}（{told}）"


def prompt(key: str) -> str:
    """Return what the sheet says when a cell of this column is entered, or ""."""
    header = next(column.header for column in SHEET_COLUMNS if column.key == key)
    parts = [REQUIRED] if "*" in header or key in ("province", "county", "township") else []
    if key in _HINTS:
        parts.append(_HINTS[key])
    if key in _NOTE_OF:
        parts.append(_note(_NOTE_OF[key]))
    return "".join(parts)


def _note(number: int) -> str:
    mark = f"{number}."
    line = next(note for note in SHEET_NOTES if note.startswith(mark))
    return line[len(mark) :].rstrip(";。") + "。"
