"""The collection schema, declared once.

Store columns, forms, sheets, rules and documentation are derived from here.
Source: 农质安（溯）函〔2023〕72号, 四 and 附件1 with its notes 1-13 (REQUIREMENTS A).
The official words stand exactly as the notice writes them.
"""

from __future__ import annotations

from dataclasses import dataclass

# --- choices, as the notice writes them -------------------------------------

CROPS, LIVESTOCK, FISHERY = "种植业", "畜牧业", "渔业"
INDUSTRIES = (CROPS, LIVESTOCK, FISHERY)
SUBJECT_TYPES = ("农产品生产企业", "农民专业合作社", "家庭农场", "农户", "农村经纪人")
CERTIFICATIONS = ("绿色", "有机", "地标", "其他")
PRODUCTION_MODES = ("露地", "设施")
TRACE_MODES = ("承诺达标合格证", "追溯码", "耳标", "动物检疫合格证", "包装标识", "其他")
CREDIT_GRADES = ("A", "B", "C", "D")
SCALE_UNITS = ("亩", "头", "只")

DRAFT, SUBMITTED, APPROVED, RETURNED = "draft", "submitted", "approved", "returned"
STATUSES = (DRAFT, SUBMITTED, APPROVED, RETURNED)
TRANSITIONS = frozenset(
    {
        (DRAFT, SUBMITTED),
        (SUBMITTED, APPROVED),
        (SUBMITTED, RETURNED),
        (RETURNED, SUBMITTED),
        (APPROVED, SUBMITTED),
    }
)

COORDINATE_SYSTEMS = ("cgcs2000", "wgs84", "gcj02", "bd09")

# --- kinds of value ----------------------------------------------------------

TEXT = "text"  # free text
NAME = "name"  # a name of a person or producer: blanks carry no meaning
PHONE = "phone"  # mobile number, 11 digits
NUMBER = "number"  # real
INTEGER = "integer"
DATE = "date"  # ISO text: 2023-05-01, 2023-05, every year --05-01, --05
CHOICE = "choice"  # one of choices
CHOICES = "choices"  # several of choices, stored as {"a","b"}
FLAG = "flag"  # 0 or 1
STAMP = "stamp"  # UTC, 2023-05-01T08:00:00.000Z
JSON = "json"


@dataclass(frozen=True)
class Column:
    """One column of a table of the store.

    ``label`` is the Chinese alias. ``required``: "" never, "always", or
    "crops" (only where the industry is 种植业). ``open_list``: a value outside
    ``choices`` is kept. ``personal``: left out of what is made public.
    ``business``: part of what a collector reports; a change of it is an edit
    of the record.
    """

    name: str
    label: str
    kind: str = TEXT
    required: str = ""
    choices: tuple[str, ...] = ()
    open_list: bool = False
    personal: bool = False
    business: bool = False
    crops_only: bool = False
    tab: str = ""
    help: str = ""


TAB_SUBJECT, TAB_PRODUCT, TAB_PLACE, TAB_PEOPLE, TAB_STATUS = (
    "主体",
    "产品与规模",
    "地址与点位",
    "人员",
    "状态",
)


def _reported(name: str, label: str, tab: str, **more: object) -> Column:
    return Column(name, label, tab=tab, business=True, **more)


COLLECTION_POINT: tuple[Column, ...] = (
    Column("uuid", "记录编号", required="always", tab=TAB_STATUS),
    Column("base_id", "基地编号", required="always", tab=TAB_STATUS),
    Column(
        "period",
        "采集期",
        required="always",
        tab=TAB_STATUS,
        help="2023-06: month (animals, fish); 2023-1: first crop of the year",
    ),
    Column("status", "审核状态", CHOICE, required="always", choices=STATUSES, tab=TAB_STATUS),
    _reported("subject_name", "种养殖主体名称", TAB_SUBJECT, kind=NAME, required="always"),
    _reported(
        "subject_type",
        "主体类型",
        TAB_SUBJECT,
        kind=CHOICE,
        required="always",
        choices=SUBJECT_TYPES,
    ),
    _reported(
        "industry", "所属行业", TAB_PRODUCT, kind=CHOICE, required="always", choices=INDUSTRIES
    ),
    _reported("product", "产品名称", TAB_PRODUCT, required="always"),
    _reported("alias", "别名", TAB_PRODUCT),
    _reported("certification", "产品认证类型", TAB_PRODUCT, kind=CHOICE, choices=CERTIFICATIONS),
    _reported("province", "省", TAB_PLACE, required="always"),
    _reported("city", "市", TAB_PLACE),
    _reported("county", "县", TAB_PLACE, required="always"),
    _reported("township", "乡(镇)", TAB_PLACE, required="always"),
    _reported("village", "村", TAB_PLACE, required="always"),
    _reported("address_detail", "详细地址", TAB_PLACE),
    _reported(
        "contact", "种养殖主体联系人", TAB_SUBJECT, kind=NAME, required="always", personal=True
    ),
    _reported(
        "contact_phone",
        "种养殖主体联系方式(手机)",
        TAB_SUBJECT,
        kind=PHONE,
        required="always",
        personal=True,
    ),
    _reported("scale", "种养规模", TAB_PRODUCT, kind=NUMBER, required="always"),
    _reported(
        "scale_unit",
        "种养规模单位",
        TAB_PRODUCT,
        kind=CHOICE,
        required="always",
        choices=SCALE_UNITS,
    ),
    _reported(
        "market_start", "上市时间", TAB_PRODUCT, kind=DATE, required="crops", crops_only=True
    ),
    _reported("market_end", "下市时间", TAB_PRODUCT, kind=DATE, required="crops", crops_only=True),
    _reported(
        "production_modes",
        "生产方式",
        TAB_PRODUCT,
        kind=CHOICES,
        required="crops",
        choices=PRODUCTION_MODES,
        crops_only=True,
    ),
    _reported(
        "trace_modes", "追溯方式", TAB_PRODUCT, kind=CHOICES, required="always", choices=TRACE_MODES
    ),
    _reported(
        "credit_grade", "信用等级", TAB_SUBJECT, kind=CHOICE, choices=CREDIT_GRADES, open_list=True
    ),
    _reported(
        "grid_officer", "网格员姓名", TAB_PEOPLE, kind=NAME, required="always", personal=True
    ),
    _reported(
        "grid_officer_phone",
        "网格员联系方式(手机)",
        TAB_PEOPLE,
        kind=PHONE,
        required="always",
        personal=True,
    ),
    _reported(
        "collector", "信息采集员姓名", TAB_PEOPLE, kind=NAME, required="always", personal=True
    ),
    _reported(
        "collector_phone",
        "信息采集员联系方式(手机)",
        TAB_PEOPLE,
        kind=PHONE,
        required="always",
        personal=True,
    ),
    _reported(
        "facility",
        "工程化养殖",
        TAB_PRODUCT,
        kind=FLAG,
        help="engineered fish tank: threshold 0.3 亩",
    ),
    _reported("remarks", "备注", TAB_STATUS, personal=True),
    Column("coordinate_source", "坐标来源", CHOICE, choices=COORDINATE_SYSTEMS, tab=TAB_PLACE),
    Column("coordinate_original", "原始坐标", tab=TAB_PLACE),
    Column("collected_on", "采集日期", DATE, tab=TAB_STATUS),
    Column("confirmed_on", "实地核对日期", DATE, tab=TAB_STATUS),
    Column("confirmed_how", "实地核对方式", tab=TAB_STATUS),
    Column("return_reason", "退回原因", tab=TAB_STATUS),
    Column("return_deadline", "整改期限", DATE, tab=TAB_STATUS),
    Column(
        "original_values",
        "原表内容",
        JSON,
        tab=TAB_STATUS,
        personal=True,
        help="cells of the sheet that were changed or not understood, as they stood",
    ),
    Column("import_batch", "导入批次", tab=TAB_STATUS),
    Column("version", "版本", INTEGER, tab=TAB_STATUS),
    Column("updated_at", "更新时间", STAMP, tab=TAB_STATUS),
    Column("updated_by", "更新人", tab=TAB_STATUS),
)

COLUMNS: dict[str, Column] = {column.name: column for column in COLLECTION_POINT}
BUSINESS: tuple[str, ...] = tuple(c.name for c in COLLECTION_POINT if c.business)
CHOICE_LISTS: dict[str, tuple[str, ...]] = {
    c.name: c.choices for c in COLLECTION_POINT if c.choices
}

# A record in memory is a dict: the columns above, and ``lon`` and ``lat``
# (degrees, CGCS2000) for the geometry. An empty value is None, never "".
Record = dict

POINT = ("lon", "lat")
_EMPTY_RECORD: Record = dict.fromkeys((*COLUMNS, *POINT))


def empty_record() -> Record:
    """Return a record with every column and the point empty."""
    return _EMPTY_RECORD.copy()


# --- the official sheet (附件1) -------------------------------------------------


@dataclass(frozen=True)
class SheetColumn:
    """A leaf column of 附件1: its key, official header and width in characters.

    ``group`` is the merged header above, if any.
    """

    key: str
    header: str
    width: float
    group: str = ""


SHEET_TITLE = "重点农产品产地溯源信息采集表"
ADDRESS_GROUP = "基地地址*"
SHEET_COLUMNS: tuple[SheetColumn, ...] = (
    SheetColumn("number", "序号", 5),
    SheetColumn("subject_name", "种养殖主体名称*", 27),
    SheetColumn("subject_type", "主体类型*", 15),
    SheetColumn("industry", "所属行业*", 8),
    SheetColumn("product", "产品名称*", 10),
    SheetColumn("alias", "别名", 8),
    SheetColumn("certification", "产品认证类型", 7),
    SheetColumn("province", "省", 9, ADDRESS_GROUP),
    SheetColumn("city", "市", 9, ADDRESS_GROUP),
    SheetColumn("county", "县", 9, ADDRESS_GROUP),
    SheetColumn("township", "乡(镇)", 19, ADDRESS_GROUP),
    SheetColumn("point", "点位经纬度*", 21),
    SheetColumn("contact", "种养殖主体联系人*", 9),
    SheetColumn("contact_phone", "种养殖主体联系方式(手机)*", 12.5),
    SheetColumn("scale", "种养规模*", 8),
    SheetColumn("scale_unit", "种养规模单位*:种植产品(亩);畜产品(头、只);水产品(亩)", 10),
    SheetColumn("market_start", "上市时间*", 10),
    SheetColumn("market_end", "下市时间*", 10),
    SheetColumn("production_modes", "生产方式*(露地、设施)", 11),
    SheetColumn(
        "trace_modes", "追溯方式*(承诺达标合格证、追溯码、耳标、动物检疫合格证、包装标识、其他)", 22
    ),
    SheetColumn("credit_grade", "信用等级", 6),
    SheetColumn("grid_officer", "网格员(乡镇监管员或村级协管员)姓名*", 10),
    SheetColumn("grid_officer_phone", "网格员联系方式(手机)*", 12.5),
    SheetColumn("collector", "信息采集员姓名*", 9),
    SheetColumn("collector_phone", "信息采集员联系方式(手机)*", 12.5),
)
# Columns that our internal export adds, hidden, so that it comes back unchanged.
INTERNAL_COLUMNS: tuple[str, ...] = (
    "uuid",
    "base_id",
    "period",
    "village",
    "address_detail",
    "facility",
    "remarks",
    "coordinate_source",
    "coordinate_original",
    "collected_on",
    "confirmed_on",
    "confirmed_how",
)

SHEET_NOTES: tuple[str, ...] = (
    "备注: 1.*标注为必填项;",
    "2.主体类型: 农产品生产企业、农民专业合作社、家庭农场、农户, 单选;",
    "3.所属行业: 包括种植业、畜牧业、渔业;",
    "4.产品名称、别名: 按NY/T 3177-2018《农产品分类和代码》填写;",
    "5.产品认证类型: 绿色、有机、地标或其他;",
    "6.基地地址为制作一张图的关键信息项(需要与GIS地图底图匹配), 务必填写到村一级, "
    "其中点位经纬度用国家追溯平台APP采集, 最少保留到小数点后6位数, 确保精准性;",
    "7.种养规模: 种植产品填写单位为亩, 畜产品填写单位为头、只, 水产品填写单位为亩, "
    "为便于统计, 水产规模为平米的需要折算成亩;",
    "8.畜产品、水产品上市下市时间暂不填报;",
    "9.生产方式: 种植产品填写此栏, 可多选;",
    "10.追溯方式: 根据实际填写, 可多选;",
    "11.信用等级: 按照地方信用评价标准填写, 没有开展信用评价的, 可不填写;",
    "12.网格员为乡镇监管员或村级协管员;",
    "13.信息采集员为承担信息采集的具体工作人员。",
)

# --- several choices in one text ------------------------------------------------


def join_choices(values: list[str] | tuple[str, ...]) -> str | None:
    """Return choices in the form of QGIS's multi-select ValueRelation: {"a","b"}."""
    if not values:
        return None
    return "{" + ",".join(f'"{value}"' for value in values) + "}"


def split_choices(stored: str | None) -> list[str]:
    """Return the choices of the stored form; reads {a,b} as well as {"a","b"}."""
    if not stored:
        return []
    text = stored.strip()
    if text.startswith("{") and text.endswith("}"):
        text = text[1:-1]
    return [part.strip().strip('"') for part in text.split(",") if part.strip().strip('"')]
