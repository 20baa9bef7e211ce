"""The tables beside ``collection_point``, declared once (DESIGN 4).

``Column.required`` "always" becomes NOT NULL. Back ends derive their DDL from
here; ``INDEXES`` are the ones that the work needs, unique where the first
item is True.
"""

from __future__ import annotations

from .products import CROP, MONTH
from .schema import (
    CHOICE,
    DATE,
    FLAG,
    INDUSTRIES,
    INTEGER,
    JSON,
    NAME,
    NUMBER,
    PHONE,
    STAMP,
    Column,
)

POINTS = "collection_point"
HISTORY = "record_history"
ACCEPTED = "accepted_warning"
PERSON = "person"
REVEALED = "reveal_log"
INSPECTION = "inspection"
DRAW, DRAW_ITEM = "sample_draw", "sample_item"
MERGED = "merged_edit"

INSERT, UPDATE, DELETE, UNDO = "insert", "update", "delete", "undo"
OPERATIONS = (INSERT, UPDATE, DELETE, UNDO)
LEVELS = ("省", "市", "县", "乡(镇)")
COLLECTOR, REVIEWER, INSPECTOR, AGENCY, ENTERPRISE = (
    "collector",
    "reviewer",
    "inspector",
    "agency",
    "enterprise",
)
ROLES = (COLLECTOR, REVIEWER, INSPECTOR, AGENCY, ENTERPRISE)
# Where phones were shown or handed out in full (F2).
LISTS, RECORD = "lists", "record"  # on the screen: all lists, or the history of one record
PLATFORM_SHEET, INTERNAL_SHEET = "platform_sheet", "internal_sheet"
RETURN_SHEETS, CHANGES, DRAW_LIST = "return_sheets", "changes", "draw_list"
QUERY_TABLE, CONTACT_SHEET, WALL_MAP = "query_table", "contact_sheet", "wall_map"
FIELD_PACKAGE, CONFLICT_SHEET = "field_package", "conflict_sheet"
REVEALS = (
    *(LISTS, RECORD, PLATFORM_SHEET, INTERNAL_SHEET),
    *(RETURN_SHEETS, CHANGES, DRAW_LIST, QUERY_TABLE, CONTACT_SHEET, WALL_MAP),
    *(FIELD_PACKAGE, CONFLICT_SHEET),
)

_ID = Column("id", "编号", required="always")

TABLES: dict[str, tuple[Column, ...]] = {
    "meta": (
        Column("key", "名称", required="always"),
        Column("value", "值"),
    ),
    HISTORY: (
        Column("uuid", "记录编号", required="always"),
        Column("version", "版本", INTEGER, required="always"),
        Column("time", "时间", STAMP, required="always"),
        Column("operator", "操作人", NAME),
        Column("operation", "操作", CHOICE, required="always", choices=OPERATIONS),
        Column("batch", "导入批次"),
        Column("before", "修改前", JSON, personal=True),
        Column("after", "修改后", JSON, personal=True),
    ),
    "review": (
        Column("uuid", "记录编号", required="always"),
        Column("version", "版本", INTEGER),
        Column("from_status", "原状态", CHOICE),
        Column("to_status", "新状态", CHOICE, required="always"),
        Column("reason", "理由"),
        Column("deadline", "整改期限", DATE),
        Column("operator", "审核人", NAME),
        Column("time", "时间", STAMP, required="always"),
    ),
    # Only added to: the latest row of a record, rule and column counts.
    ACCEPTED: (
        Column("uuid", "记录编号", required="always"),
        Column("rule", "规则", required="always"),
        Column("field", "字段"),
        Column("value", "所针对的值", JSON, personal=True, help="what the warning spoke of"),
        Column("reason", "认可理由"),
        Column("operator", "认可人", NAME),
        Column("time", "时间", STAMP, required="always"),
        Column("withdrawn", "已撤回", FLAG),
    ),
    "import_batch": (
        _ID,
        Column("file_name", "文件名"),
        Column("sha256", "文件校验值"),
        Column("sheets", "工作表"),
        Column("rows_read", "读取行数", INTEGER),
        Column("added", "新增", INTEGER),
        Column("updated", "更新", INTEGER),
        Column("unchanged", "未变", INTEGER),
        Column("refused", "未导入", INTEGER),
        Column("blank", "空行", INTEGER),
        Column("operator", "操作人", NAME),
        Column("time", "时间", STAMP, required="always"),
        Column("period", "采集期"),
        Column("coordinates", "坐标系"),
        Column("undone_at", "撤销时间", STAMP),
        Column("undone_by", "撤销人", NAME),
    ),
    "product": (
        Column("position", "顺序", INTEGER),
        Column("name", "产品名称", required="always"),
        Column("industry", "所属行业", CHOICE, required="always", choices=INDUSTRIES),
        Column("units", "规模单位", required="always", help="、 between several"),
        Column("threshold", "采集规模", NUMBER, help="inclusive, in the first unit"),
        Column("facility_threshold", "工程化养殖采集规模", NUMBER),
        Column("interval", "采集频次", CHOICE, choices=(CROP, MONTH)),
        Column("plausible_min", "合理规模下限", NUMBER),
        Column("plausible_max", "合理规模上限", NUMBER),
        Column("aliases", "别名", help="、 between several; mapped without asking"),
        Column("warn_aliases", "别名(提示)", help="、 between several; mapped with a warning"),
        Column("ask_aliases", "别名(询问)", help="、 between several; never mapped unasked"),
        Column("source", "依据"),
    ),
    "division": (
        Column("code", "区划代码", required="always"),
        Column("name", "名称", required="always"),
        Column("parent", "上级代码"),
    ),
    "choice": (
        Column("list", "列表", required="always"),
        Column("value", "值", required="always"),
        Column("position", "顺序", INTEGER),
    ),
    "contact": (
        Column("level", "级别", CHOICE, choices=LEVELS),
        Column("division", "区划代码"),
        Column("number", "序号", INTEGER),
        Column("unit", "牵头单位名称"),
        Column("lead_name", "牵头单位负责人姓名", NAME, personal=True),
        Column("lead_title", "职称/职务"),
        Column("lead_telephone", "牵头单位负责人固定电话", personal=True),
        Column("lead_mobile", "牵头单位负责人手机号", PHONE, personal=True),
        Column("person_name", "具体负责人姓名", NAME, personal=True),
        Column("person_telephone", "具体负责人固定电话", personal=True),
        Column("person_mobile", "具体负责人手机号", PHONE, personal=True),
        Column("person_email", "具体负责人邮箱", personal=True),
        Column("remarks", "备注"),
        Column("updated_at", "更新时间", STAMP),
        Column("updated_by", "更新人", NAME),
    ),
    PERSON: (
        _ID,
        Column("name", "姓名", NAME, required="always", personal=True),
        Column("role", "角色", CHOICE, required="always", choices=ROLES),
        Column("phone", "手机", PHONE, personal=True),
        Column("organisation", "单位"),
        Column("township", "乡(镇)"),
        Column("barred_townships", "回避乡(镇)", help="、 between several"),
        Column("agreement_number", "保密协议编号"),
        Column("agreement_date", "保密协议日期", DATE),
        Column("agreement_expires", "保密协议到期", DATE, help="its last day"),
        Column("active", "在用", FLAG),
        Column("remarks", "备注"),
    ),
    # Only added to: phones that were shown or handed out in full.
    REVEALED: (
        Column("time", "时间", STAMP, required="always"),
        Column("operator", "操作人", NAME, required="always"),
        Column("what", "内容", CHOICE, required="always", choices=REVEALS),
        Column("uuid", "记录编号", help="where it was one record"),
        Column("records", "记录数", INTEGER),
        Column("reason", "理由"),
    ),
    INSPECTION: (
        _ID,
        Column("base_id", "基地编号"),
        Column("uuid", "记录编号"),
        Column("subject_name", "种养殖主体名称", NAME),
        Column("product", "产品名称"),
        Column("inspected_on", "检查日期", DATE),
        Column("kind", "类别"),
        Column("item", "检测项目"),
        Column("result", "结果"),
        Column("passed", "合格", FLAG),
        Column("inspector", "检查人", NAME),
        Column("agency", "检测机构"),
        Column("report_number", "报告编号"),
        Column("source_file", "来源文件"),
        Column("remarks", "备注"),
        Column("time", "时间", STAMP),
        Column("operator", "操作人", NAME),
    ),
    # A draw stays as it was made; of an item only the outcome is filled in later.
    DRAW: (
        _ID,
        Column("name", "名称"),
        Column("seed", "随机种子", required="always"),
        Column("method", "方法", help="the algorithm and its version"),
        Column("stratify", "分层"),
        Column("frame_query", "抽样范围"),
        Column("frame_size", "抽样框数量", INTEGER),
        Column("frame_sha256", "抽样框校验值"),
        Column("parameters", "参数", JSON),
        Column("operator", "操作人", NAME),
        Column("time", "时间", STAMP, required="always"),
        Column("remarks", "备注"),
        Column("frame", "抽样框", personal=True, help="the text that the hash is of"),
    ),
    DRAW_ITEM: (
        Column("draw_id", "抽取编号", required="always"),
        Column("position", "顺序", INTEGER),
        Column("uuid", "记录编号", required="always"),
        Column("base_id", "基地编号"),
        Column("subject_name", "种养殖主体名称", NAME),
        Column("product", "产品名称"),
        Column("township", "乡(镇)"),
        Column("stratum", "层"),
        Column("inspectors", "检查人员", help="、 between several"),
        Column("outcome", "结果"),
        Column("done_on", "完成日期", DATE),
        Column("remarks", "备注"),
        Column("team", "检查组", INTEGER),
        Column("route", "路线顺序", INTEGER),
    ),
    # Only added to: who edited a record elsewhere, and when, before a merge brought it here.
    MERGED: (
        Column("batch", "导入批次", required="always"),
        Column("uuid", "记录编号", required="always"),
        Column("source", "外业包编号", help="the package that it came from, where known"),
        Column("file_name", "文件名"),
        Column("version", "版本", INTEGER, help="there"),
        Column("operation", "操作", CHOICE, choices=OPERATIONS),
        Column("operator", "操作人", NAME),
        Column("time", "时间", STAMP, help="there"),
    ),
    "saved_query": (
        Column("name", "名称", required="always"),
        Column("query", "条件", JSON),
        Column("operator", "操作人", NAME),
        Column("time", "时间", STAMP),
    ),
}

INDEXES: dict[str, tuple[tuple[bool, tuple[str, ...]], ...]] = {
    POINTS: (
        (True, ("uuid",)),
        (False, ("product",)),
        (False, ("township", "village")),
        (False, ("subject_name",)),
        (False, ("import_batch",)),
        (False, ("status",)),
    ),
    "meta": ((True, ("key",)),),
    HISTORY: ((True, ("uuid", "version")), (False, ("batch",))),
    "review": ((False, ("uuid",)),),
    ACCEPTED: ((False, ("uuid",)),),
    "import_batch": ((True, ("id",)),),
    "product": ((True, ("name",)),),
    "division": ((True, ("code",)), (False, ("parent",))),
    "choice": ((True, ("list", "value")),),
    PERSON: ((True, ("id",)),),
    INSPECTION: ((True, ("id",)), (False, ("uuid",)), (False, ("subject_name",))),
    DRAW: ((True, ("id",)),),
    DRAW_ITEM: ((True, ("draw_id", "uuid")),),
    MERGED: ((False, ("uuid",)),),
    "saved_query": ((True, ("name",)),),
}

LIST_SEPARATOR = "、"


def join_list(values: tuple[str, ...]) -> str | None:
    """Return several words as the one text that a table holds."""
    return LIST_SEPARATOR.join(values) or None


def split_list(text: str | None) -> tuple[str, ...]:
    """Return the words of a text that a person may have edited."""
    parts = (text or "").replace(",", "、").replace("，", "、").split(LIST_SEPARATOR)
    return tuple(part.strip() for part in parts if part.strip())
