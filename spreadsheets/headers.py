"""Which column of the record a header text means.

Official headers come from the schema; what offices write instead stands in SYNONYMS.
"""

from __future__ import annotations

import re

from ..core.schema import COLUMNS, INTERNAL_COLUMNS, SHEET_COLUMNS
from ..core.text import name_key, nfkc

NUMBER, IGNORED = "number", "ignored"
PROBLEM_HEADER = "问题"

SYNONYMS: dict[str, str] = {
    NUMBER: "序号 序 编号 顺序号 行号 no no. №",
    IGNORED: PROBLEM_HEADER,
    "subject_name": "主体名称 主体 主体名 经营主体 经营主体名称 生产主体 生产主体名称 种养主体名称 "
    "种养殖主体 生产经营主体 生产经营主体名称 企业名称 单位名称 公司名称 合作社名称 农场名称 "
    "家庭农场名称 生产者 生产者名称 生产单位 生产单位名称 养殖场 养殖场名称 场名 养殖户 养殖户姓名 "
    "养殖户名称 种植户 种植户姓名 种植户名称 种养户 种养户姓名 种养殖户 种养殖户姓名 农户姓名 "
    "农户名称 户主 户主姓名 业主 业主姓名",
    "subject_type": "主体类型 主体类别 主体性质 经营主体类型 生产主体类型 种养殖主体类型",
    "industry": "所属行业 行业 行业类别 行业类型 产业 产业类型 产业类别",
    "product": "产品名称 产品 品种 品名 农产品 农产品名称 产品品种 农产品品种 种植品种 养殖品种 "
    "种养品种 种养殖品种 种植产品 养殖产品 作物 作物名称 种植作物 产品种类 农产品种类",
    "alias": "别名 产品别名 俗名 俗称",
    "certification": "产品认证类型 认证类型 产品认证 认证 认证情况 认证类别 产品认证情况 三品一标",
    "province": "省 省份 所在省 省名 省区 省市 省自治区直辖市",
    "city": "市 地市 市州 地级市 所在市 市名 州市 市地州盟",
    "county": "县 区 县区 区县 县市区 区市县 县级 旗县 县旗 所在县 县名 县市 市县区",
    "township": "乡镇 乡 镇 街道 乡镇街道 镇街 镇乡 镇街道 乡镇村 所在乡镇 乡镇名称 乡镇名 "
    "所属乡镇",
    "village": "村 行政村 村名 村名称 村社区 社区 村委会 村居 所在村 所属村 村庄 行政村名称",
    "address_detail": "详细地址 具体地址 具体位置 详细位置 村组 组 小组 村民小组 自然村 屯 门牌号 "
    "地块名称 地块位置",
    "address": "地址 基地地址 基地位置 基地地点 生产地址 生产地点 种植地址 种植地点 养殖地址 "
    "养殖地点 种养殖地址 种养地址 地点 位置 所在地 所在地址 主体地址 单位地址 产地 产地地址 住址",
    "point": "点位经纬度 经纬度 坐标 点位 点位坐标 经纬度坐标 地理坐标 gps gps坐标 gps定位 "
    "位置坐标 定位 定位坐标 基地经纬度 基地坐标 中心点坐标 坐标点 地理位置坐标 经度纬度 经度、纬度",
    "lon": "经度 点位经纬度经度 经纬度经度 东经 经度e 东经e 点位经度 基地经度 lon lng long "
    "longitude x坐标经度",
    "lat": "纬度 点位经纬度纬度 经纬度纬度 北纬 纬度n 北纬n 点位纬度 基地纬度 lat latitude "
    "y坐标纬度",
    "contact": "主体联系人 联系人 联系人姓名 负责人 负责人姓名 主体负责人 法人 法人姓名 法人代表 "
    "法定代表人 种养殖主体联系人姓名 种养主体联系人 主体联系人姓名",
    "scale": "种养规模 规模 面积 种养面积 种植面积 养殖面积 种植规模 养殖规模 生产规模 种养殖规模 "
    "种养殖面积 基地面积 基地规模 水面 水面面积 养殖水面 水面规模 存栏 存栏量 存栏数 存栏数量 "
    "养殖数量 养殖量 数量 规模数量 种养规模数量 种养规模数值 规模数值 面积数量",
    "scale_unit": "种养规模单位 规模单位 单位 计量单位 面积单位 数量单位 种养单位 种养殖规模单位",
    "market_start": "上市时间 上市日期 上市期 上市月份 上市季节 上市开始时间 上市起始时间 "
    "开始上市时间 上市时间起 上市时间开始 预计上市时间 采收期 采收时间 采收日期 采收开始时间 "
    "采收起始时间 开始采收时间 始收期 收获期 收获时间 收获日期 采摘期 采摘时间 上市下市时间 "
    "上下市时间 上市及下市时间",
    "market_end": "下市时间 下市日期 下市期 下市月份 上市结束时间 结束上市时间 上市时间止 "
    "上市时间结束 预计下市时间 采收结束时间 结束采收时间 采收截止时间 终收期 拉秧期 罢园时间",
    "production_modes": "生产方式 种植方式 栽培方式 生产模式 种植模式 栽培模式",
    "trace_modes": "追溯方式 追溯 追溯手段 追溯形式 溯源方式 追溯标识 溯源标识",
    "credit_grade": "信用等级 信用 信用评级 信用级别 信用评价等级 信用评价",
    "remarks": "备注 备注说明 其他说明",
    "collected_on": "采集日期 采集时间 信息采集日期 信息采集时间 填报日期 填报时间 填表日期",
    "facility": "工程化养殖",
}
# Taken only where no better header claims the column.
WEAK: dict[str, str] = {
    "基地名称": "subject_name",
    "基地": "subject_name",
    "名称": "subject_name",
    "类型": "subject_type",
    "类别": "industry",
    "姓名": "contact",
}
# What a header looks like that is in no list; as weak as those, the first that fits.
LOOKALIKES: tuple[tuple[str, str], ...] = (
    ("subject_type", ".*主体(类型|类别|性质|种类)"),
    ("credit_grade", ".*(信用|诚信)(等级|评级|级别|评价)(评定)?"),
    ("certification", ".*认证(类型|类别|情况)?"),
    ("lon", "x坐标|.*(经度|东经)([度xe]|longitude)?"),
    ("lat", "y坐标|.*(?<!经)(纬度|北纬)([度yn]|latitude)?"),
    ("point", ".*(经纬度|坐标|定位)(信息)?"),
    ("market_end", "(预计|最晚|最后|末次)?下市(时间|日期|期)?|(最晚|最后|末次)上市(时间|日期)?"),
    ("market_end", "上市(时间|日期|期)?(止|结束|终止|截止)"),
    ("market_start", "(预计|最早|首次|初次)?上市(时间|日期|期|月份)?(起|开始|起始|始)?"),
    ("trace_modes", ".*(追溯|溯源)(标识)?(方式|手段|形式|标识)"),
    ("production_modes", "露地设施|(生产|种植|栽培)(方式|模式)"),
    ("alias", ".*(别名|俗名|俗称|地方名|曾用名)"),
    ("industry", "(所属)?(行业|产业)(分类|门类|类别|类型|名称)?"),
    ("village", "(所属|所在)(行政)?村|村(级|组)(名称)?"),
    ("county", "(所属|所在)(县|区|县区|县市|县市区)"),
    ("city", "设区市|(所属|所在)(市|地市)"),
    ("province", "省直辖市|(所属|所在)省"),
    (
        "address",
        "(?!.*(家庭|通讯|户籍|注册|办公|身份|邮寄))"
        ".*(基地|产地|养殖|种植|生产|场|详细).*(地址|所在地|位置)",
    ),
    ("contact", ".*(联系人|联络人|负责人|法人|法人代表|法定代表人|场主)(姓名|名字)?"),
    (
        "subject_name",
        "(?!.*(所属|带动|加入|挂靠|收购|销售|对接|帮扶|监管|联系|负责))"
        ".*(主体|企业|公司|合作社|农场|养殖场|养殖户|种植户|种养户|种养殖户|农户|大户|经营者|承包户)"
        "(全称|名称|名|姓名)?",
    ),
    ("product", ".*(产品|品种|作物|(养殖|种植)种类)(名称|名|种类)?"),
    ("scale", ".*(面积|规模|存栏)(量|数|数量)?"),
    ("remarks", "(备注|情况说明|说明|(其他)?需要?说明的情况)(信息)?"),
)
NAMES = ("subject_name", "contact", "grid_officer", "collector")
PHONE_OF = {
    "subject_name": "contact_phone",
    "contact": "contact_phone",
    "grid_officer": "grid_officer_phone",
    "collector": "collector_phone",
}

_LOOKS = tuple((key, re.compile(look)) for key, look in LOOKALIKES)
_PHONE = re.compile("手机|电话|联系方式|联系号码|手机号")
_OFFICER = re.compile("网格员|网格监管员|监管员|协管员|网格长")
_COLLECTOR = re.compile("采集员|采集人|信息员|填报人|填表人")
_PRODUCER = re.compile("主体|联系人|负责人|养殖户|种植户|农户|户主|法人|业主|企业|生产者")
_PERSON = re.compile("姓名|名字|名单")
_LANDLINE = re.compile("固话|固定电话|座机|传真")
_NOT_KEY = re.compile(r"[\s*＊★☆·•#:：°′″,，。;；_\-—/、|]+")
_INSIDE = re.compile(r"\([^()]*\)")
_LEADING = re.compile(r"^[(]?\d{1,2}[).、．]+")
_UNIT = re.compile(r"[(（]\s*(?:单位\s*[:：]?\s*)?([^()（）、/,，;；]{1,4})\s*[)）]")


def header_forms(text: object) -> tuple[str, ...]:
    """Return the forms of a header to look up, the fullest first."""
    if not isinstance(text, str):
        return ()
    whole = _LEADING.sub("", name_key(nfkc(str(text)).replace("*", "")))
    full = _NOT_KEY.sub("", whole.replace("(", "").replace(")", ""))
    bare = _INSIDE.sub("", whole)
    short = _NOT_KEY.sub("", bare)
    first = _NOT_KEY.sub("", re.split("[:：;；]", bare)[0])
    return tuple(dict.fromkeys(form for form in (full, short, first) if form))


def header_key(text: object) -> str:
    """Return a header in the form in which two headers are compared, "" for none."""
    forms = header_forms(text)
    return forms[0] if forms else ""


def _table() -> dict[str, str]:
    known: dict[str, str] = {}

    def add(header: str, key: str) -> None:
        forms = header_forms(header)
        if forms:
            known.setdefault(forms[0], key)

    for column in SHEET_COLUMNS:
        add(column.header, column.key)
        for form in header_forms(column.header):
            if form not in ("乡", "网格员"):
                known.setdefault(form, column.key)
    for key, words in SYNONYMS.items():
        for word in words.split():
            add(word, key)
    for key in INTERNAL_COLUMNS:
        add(COLUMNS[key].label, key)
        add(key, key)
    for column in SHEET_COLUMNS:
        add(column.key, column.key)
    add("lon", "lon")
    add("lat", "lat")
    return known


KNOWN = _table()


def key_of(text: object, groups: tuple[str, ...] = ()) -> str | None:
    """Return the key that a header means by itself or under its groups; None if unclear.

    A phone that belongs to whoever stands before it comes back as "phone".
    """
    joined = [*("".join((*groups[i:], str(text))) for i in range(len(groups))), text]
    for candidate in joined if isinstance(text, str) else ():
        for form in header_forms(candidate):
            if form in KNOWN:
                return KNOWN[form]
    for candidate in joined if isinstance(text, str) else ():
        key = _person(candidate)
        if key is not None:
            return key
    return None


def _person(text: str) -> str | None:
    form = header_key(text)
    who = None
    if _OFFICER.search(form):
        who = "grid_officer"
    elif _COLLECTOR.search(form):
        who = "collector"
    elif _PRODUCER.search(form):
        who = "contact"
    if _LANDLINE.search(form) and not re.search("手机|移动", form):
        return None
    if _PHONE.search(form) and len(form) <= 24 and not form.endswith("姓名"):
        return PHONE_OF[who] if who else "phone"
    if who in ("grid_officer", "collector") and len(form) <= 20:
        rest = _COLLECTOR.sub("", _OFFICER.sub("", form))
        if _PERSON.search(form) or len(rest) <= 6:
            return who
    return None


def weak_key_of(text: object) -> str | None:
    """Return the key of a header that counts only when nothing better claims it."""
    forms = header_forms(text)
    listed = next((WEAK[form] for form in forms if form in WEAK), None)
    if listed is not None:
        return listed
    return next((k for form in forms for k, look in _LOOKS if look.fullmatch(form)), None)


def unit_of(text: str) -> str | None:
    """Return the unit that a scale header carries, such as 面积（亩）; None if not just one."""
    found = _UNIT.findall(text)
    return found[0].strip() if len(found) == 1 else None


def resolve(headers: list[tuple[int, str, tuple[str, ...]]]) -> tuple[dict[int, str], list[int]]:
    """Match (column, leaf, groups) in sheet order to keys.

    Returns column -> key, and the columns whose header came a second time.
    """
    keys: dict[int, str] = {}
    repeated: list[int] = []
    taken: set[str] = set()
    before = "subject_name"
    later: list[tuple[int, str]] = []
    found = [(column, leaf, key_of(leaf, groups)) for column, leaf, groups in headers]
    claimed = {key for _, _, key in found}
    for column, leaf, key in found:
        if key == "phone":
            key = PHONE_OF[before] if PHONE_OF[before] not in claimed else "contact_phone"
        if key is None:
            weak = weak_key_of(leaf)
            if weak is not None:
                later.append((column, weak))
                before = weak if weak in NAMES else before
            continue
        before = key if key in NAMES else before
        if key in taken and key != IGNORED:
            repeated.append(column)
            continue
        taken.add(key)
        keys[column] = key
    for column, key in later:
        if key == "contact" and "subject_name" not in taken:
            key = "subject_name"
        if key not in taken:
            taken.add(key)
            keys[column] = key
    if not {"township", "village", "address"} & taken:
        for column, key in keys.items():
            if key == "address_detail":
                keys[column] = "address"
    return keys, repeated
