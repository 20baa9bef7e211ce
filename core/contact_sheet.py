"""The official sheet 附件2, as the notice has it ((六)(二), REQUIREMENTS A3)."""

from __future__ import annotations

from .schema import SheetColumn
from .tables import TABLES, Column

CONTACT = "contact"
CONTACT_COLUMNS: dict[str, Column] = {column.name: column for column in TABLES[CONTACT]}
CONTACT_TITLE = "重点农产品产地溯源信息采集工作联系方式"
CONTACT_NOTE = "注：省级联系方式报送至部农安中心汇总，邮箱地址：ncpzls@126.com。"
_WIDTHS: dict[str, float] = {
    "number": 5,
    "unit": 24,
    "lead_name": 11,
    "lead_title": 13,
    "lead_telephone": 17.5,
    "lead_mobile": 13,
    "person_name": 11,
    "person_telephone": 17.5,
    "person_mobile": 13,
    "person_email": 22,
    "remarks": 16,
}
CONTACT_SHEET_COLUMNS: tuple[SheetColumn, ...] = tuple(
    SheetColumn(key, CONTACT_COLUMNS[key].label, width) for key, width in _WIDTHS.items()
)
# Written anew on each export, so that it says nothing about a row that comes back.
RUNNING_NUMBER = "number"
COMPARED: tuple[str, ...] = tuple(key for key in _WIDTHS if key != RUNNING_NUMBER)
