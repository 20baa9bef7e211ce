"""Synthetic 附件1 sheets of any sample county, spoiled as offices spoil them, with truth."""

from __future__ import annotations

import gzip
import random
import re
from datetime import datetime
from pathlib import Path

import openpyxl
from origin_trace.core.products import standard_products
from origin_trace.core.projections import wgs84_to_bd09, wgs84_to_gcj02
from origin_trace.core.schema import SHEET_COLUMNS

DATA = Path(__file__).resolve().parents[1] / "data"
RESOURCES = Path(__file__).resolve().parents[2] / "resources"
CENTRES = {
    "360826": (115.04, 26.71),
    "350902": (119.41, 26.75),
    "440606": (113.16, 22.84),
    "420704": (114.90, 30.32),
    "460204": (109.40, 18.41),
    "450521": (109.27, 21.69),
    "370826": (117.02, 34.89),
    "350921": (119.94, 26.81),
    "110115": (116.46, 39.64),
    "152502": (116.18, 43.96),
    "371702": (115.52, 35.26),
    "410122": (114.02, 34.72),
}
SURNAMES, GIVEN = "覃谢何罗李韦梁石黄周", "建文兰梅燕秀福远国明"
ALIASES = {
    "豇豆": "长豆角",
    "大口黑鲈": "加州鲈",
    "乌鸡": "乌骨鸡",
    "生猪": "毛猪",
    "乌鳢": "黑鱼",
    "鳊鱼": "武昌鱼",
    "芹菜": "西芹",
    "鸡蛋": "蛋鸡",
    "肉羊": "湖羊",
}


def _rows(name):
    with gzip.open(name, "rt", encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file]


DIVISIONS = dict(_rows(RESOURCES / "divisions.tsv.gz"))
VILLAGES = _rows(DATA / "villages_sample.tsv.gz")


def _village(name):
    for long, short in (
        ("社区居民委员会", "社区"),
        ("社区居委会", "社区"),
        ("村民委员会", "村"),
        ("村委会", "村"),
    ):
        if name.endswith(long) and len(name) > len(long):
            return name[: -len(long)] + short
    return name


def _phone(rng):
    return rng.choice(("139", "150", "186", "199")) + f"{rng.randrange(10**8):08d}"


def faultless(rng, code, number):
    """Return the truth of one record and its cells, nothing spoiled yet."""
    village_code, village = rng.choice([v for v in VILLAGES if v[0].startswith(code)])
    village = _village(village)
    product = rng.choice(standard_products())
    crop = product.industry == "种植业"
    lon, lat = (round(c + rng.uniform(-0.2, 0.2), 6) for c in CENTRES[code])
    kind = rng.choice(("农产品生产企业", "农民专业合作社", "家庭农场", "农户"))
    person = rng.choice(SURNAMES) + "".join(rng.choices(GIVEN, k=2))
    name = person if kind == "农户" else f"{DIVISIONS[code]}{village}{number}号{kind[2:]}"
    scale = round(rng.uniform(5, 120), 1) if product.unit == "亩" else rng.randrange(20, 19000)
    start, end = rng.randrange(1, 9), 0
    end = start + rng.randrange(1, 4)
    city = DIVISIONS[code[:4]]
    truth = {
        "subject_name": name,
        "subject_type": kind,
        "industry": product.industry,
        "product": product.name,
        "alias": "",
        "certification": rng.choice(("绿色", "有机", "")),
        "province": DIVISIONS[code[:2]],
        "city": DIVISIONS[code[:2]] if city == "市辖区" else city,
        "county": DIVISIONS[code],
        "township": DIVISIONS[village_code[:9]],
        "village": village,
        "address_detail": "",
        "lon": lon,
        "lat": lat,
        "contact": person,
        "contact_phone": _phone(rng),
        "scale": scale,
        "scale_unit": product.unit,
        "market_start": f"2023-{start:02d}" if crop else "",
        "market_end": f"2023-{end:02d}" if crop else "",
        "production_modes": rng.choice(("露地", "设施", "露地、设施")) if crop else "",
        "trace_modes": rng.choice(("承诺达标合格证", "承诺达标合格证、追溯码")),
        "credit_grade": rng.choice(("A", "B", "")),
        "grid_officer": "何福",
        "grid_officer_phone": _phone(rng),
        "collector": "李志",
        "collector_phone": _phone(rng),
    }
    cells = {key: (value if value != "" else None) for key, value in truth.items()}
    cells["township"] = truth["township"] + village
    cells["point"] = f"{lon:.6f},{lat:.6f}"
    cells["market_start"] = f"2023年{start}月" if crop else None
    cells["market_end"] = f"2023年{end}月" if crop else None
    return truth, cells


def spoil(rng, truth, cells):
    """Spoil one cell, keep the truth true, and return what was done."""
    crop = truth["industry"] == "种植业"
    phone, lon, lat = truth["contact_phone"], truth["lon"], truth["lat"]
    start, end = truth["market_start"][5:], truth["market_end"][5:]
    what = rng.choice(KINDS)
    if what.startswith("season") and not crop:
        what = "phone_space"
    if what == "phone_space":
        cells["contact_phone"] = f"{phone[:3]} {phone[3:7]} {phone[7:]}"
    elif what == "phone_86":
        cells["contact_phone"] = "0086-" + phone
    elif what == "phone_dash":
        cells["contact_phone"] = f"{phone[:3]}-{phone[3:7]}-{phone[7:]}"
    elif what == "phone_number":
        cells["contact_phone"] = int(phone)
    elif what == "phone_full":
        cells["contact_phone"] = phone.translate({i + 48: i + 0xFF10 for i in range(10)})
    elif what == "phone_two":
        cells["contact_phone"] = phone + "、13912345678"
    elif what == "phone_sci":
        cells["contact_phone"], truth["contact_phone"] = f"{float(phone):.4E}", ""
    elif what == "phone_short":
        cells["contact_phone"], truth["contact_phone"] = phone[:-1], ""
    elif what == "phone_land":
        cells["contact_phone"], truth["contact_phone"] = "0796-5332211", ""
    elif what == "phone_letter":
        cells["contact_phone"], truth["contact_phone"] = "l" + phone[1:], ""
    elif what == "point_words":
        cells["point"] = f"东经{lon:.6f}，北纬{lat:.6f}"
    elif what == "point_labels":
        cells["point"] = f"经度：{lon:.6f}\n纬度：{lat:.6f}"
    elif what == "point_swap":
        cells["point"] = f"{lat:.6f},{lon:.6f}"
    elif what == "point_space":
        cells["point"] = f"{lon:.6f}  {lat:.6f}"
    elif what == "point_letters":
        cells["point"] = f"N{lat:.6f} E{lon:.6f}"
    elif what == "point_dms":
        cells["point"] = " ".join(_dms(value) for value in (lon, lat))
    elif what == "point_gaode":
        cells["point"] = "{:.8f},{:.8f}（高德地图）".format(*wgs84_to_gcj02(lon, lat))
    elif what == "point_baidu":
        cells["point"] = "{:.8f}，{:.8f} 百度".format(*wgs84_to_bd09(lon, lat))
    elif what == "point_zero":
        cells["point"], truth["lon"], truth["lat"] = "0,0", "", ""
    elif what == "point_blank":
        cells["point"], truth["lon"], truth["lat"] = None, "", ""
    elif what == "scale_unit":
        cells["scale"] = f"{truth['scale']}{truth['scale_unit']}"
    elif what == "scale_about":
        cells["scale"] = f"约{truth['scale']}{truth['scale_unit']}"
    elif what == "scale_wan":
        truth["scale"] = 12000
        cells["scale"] = "1.2万"
    elif what == "scale_m2" and truth["scale_unit"] == "亩":
        cells["scale"], cells["scale_unit"] = f"{truth['scale'] * 2000 / 3:.2f}", "平方米"
    elif what == "season_range":
        cells["market_start"], cells["market_end"] = f"2023.{int(start)}-2023.{int(end)}", None
    elif what == "season_months":
        cells["market_start"], cells["market_end"] = f"{int(start)}～{int(end)}月", None
        truth["market_start"], truth["market_end"] = f"--{start}", f"--{end}"
    elif what == "season_dates":
        cells["market_start"] = datetime(2023, int(start), 5)
        cells["market_end"] = f"2023/{int(end)}/20"
        truth["market_start"], truth["market_end"] = f"2023-{start}-05", f"2023-{end}-20"
    elif what == "season_year":
        cells["market_start"], cells["market_end"] = "11月-次年3月", None
        truth["market_start"], truth["market_end"] = "--11", "--03"
    elif what == "product_alias":
        cells["product"] = ALIASES.get(truth["product"], truth["product"])
    elif what == "type_short" and truth["subject_type"] == "农民专业合作社":
        short = ("合作社", "专业合作社", "B.合作社", "2、农民专业合作社")
        cells["subject_type"] = rng.choice(short)
    elif what == "trace_other":
        cells["trace_modes"] = truth["trace_modes"].replace("、", rng.choice(",；/ +"))
    elif what == "name_blanks":
        name = truth["subject_name"]
        long = len(name) > 4
        cells["subject_name"] = f"  {name[:3]} {name[3:]}\u3000" if long else f" {name}\xa0"
    elif what == "village_long" and re.search("[^村]村$", truth["village"]):
        cells["township"] = truth["township"] + truth["village"] + "委会"
    elif what == "village_group":
        cells["township"] += "3组"
        truth["address_detail"] = "3组"
    elif what == "address_whole":
        cells["township"] = truth["province"] + truth["city"] + truth["county"] + cells["township"]
    elif what == "address_gaps":
        cells["province"] = None
        cells["city"] = rng.choice((None, truth["city"]))
    elif what == "dashes":
        cells["alias"], cells["certification"] = "无", "/"
        truth["certification"] = ""
    return what


KINDS = (
    "phone_space",
    "phone_86",
    "phone_dash",
    "phone_number",
    "phone_full",
    "phone_two",
    "phone_sci",
    "phone_short",
    "phone_land",
    "phone_letter",
    "point_words",
    "point_labels",
    "point_swap",
    "point_space",
    "point_letters",
    "point_dms",
    "point_gaode",
    "point_baidu",
    "point_zero",
    "point_blank",
    "scale_unit",
    "scale_about",
    "scale_wan",
    "scale_m2",
    "season_range",
    "season_months",
    "season_dates",
    "season_year",
    "product_alias",
    "type_short",
    "trace_other",
    "name_blanks",
    "village_long",
    "village_group",
    "address_whole",
    "address_gaps",
    "dashes",
)


def _dms(value):
    degrees = int(value)
    minutes = int((value - degrees) * 60)
    seconds = (value - degrees - minutes / 60) * 3600
    return f"{degrees}°{minutes}′{seconds:.4f}″"


def write_county(path, code, seed, rows=60, layout="official", messy=0.6):
    """Write a sheet in one of four layouts; return the truth, one dict a row."""
    rng = random.Random(f"{code}{seed}")
    made = []
    for number in range(1, rows + 1):
        truth, cells = faultless(rng, code, number)
        truth["mess"] = spoil(rng, truth, cells) if rng.random() < messy else ""
        made.append((truth, cells))
    book = openpyxl.Workbook()
    sheet = book.active
    keys = [c.key for c in SHEET_COLUMNS if c.key != "number"]
    headers = {c.key: c.header for c in SHEET_COLUMNS}
    if layout == "shuffled":
        rng.shuffle(keys)
    if layout == "plain":  # one header row, split coordinates, own village column
        place = keys.index("point")
        keys[place : place + 1] = ["lon", "lat"]
        headers.update(lon="经度", lat="纬度")
        keys.insert(keys.index("township") + 1, "village")
        headers.update(township="乡镇", village="村")
        for truth, cells in made:
            _split(cells, truth)
    if layout == "official":
        sheet.append(["附件1"])
        sheet.append(["重点农产品产地溯源信息采集表"])
        office = f"填报单位：{DIVISIONS[code]}农业农村局"
        sheet.append([office, None, None, "填报日期：2023年6月20日"])
        groups = {c.key: c.group for c in SHEET_COLUMNS}
        first, second = ["序号"], [None]
        for number, key in enumerate(keys, 2):
            group = groups[key]
            first.append((group if key == "province" else None) if group else headers[key])
            second.append(headers[key] if group else None)
            if not group:
                sheet.merge_cells(start_row=4, end_row=5, start_column=number, end_column=number)
        column = keys.index("province") + 2
        sheet.append(first)
        sheet.append(second)
        sheet.merge_cells(start_row=4, end_row=4, start_column=column, end_column=column + 3)
    else:
        sheet.append(["序号"] + [headers[key] for key in keys])
    for number, (_, cells) in enumerate(made, 1):
        sheet.append([number] + [cells.get(key) for key in keys])
    sheet.append([])
    sheet.append(["备注: 1.*标注为必填项;"])
    book.save(path)
    return [truth for truth, _ in made]


def _split(cells, truth):
    """Give a row separate cells for longitude, latitude and village."""
    text = cells.pop("point")
    plain = text == f"{truth['lon']:.6f},{truth['lat']:.6f}" if truth["lon"] != "" else False
    if plain:
        cells["lon"], cells["lat"] = truth["lon"], truth["lat"]
    elif text == "0,0":
        cells["lon"], cells["lat"] = 0, 0
    else:
        cells["lon"], cells["lat"] = text, None
    joined = cells["township"]
    if joined == truth["township"] + truth["village"]:
        cells["township"], cells["village"] = truth["township"], truth["village"]
    else:
        cells["village"] = None
