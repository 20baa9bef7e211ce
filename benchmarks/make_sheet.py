#!/usr/bin/env python3
"""Write an 附件1 workbook with any number of invented rows, clean or as offices send them.

    make_sheet.py OUTPUT.xlsx ROWS [--messy SHARE] [--seed N]

Villages are real (tests/data), people, producers and phones are invented.
"""

from __future__ import annotations

import argparse
import gzip
import random
from pathlib import Path

import openpyxl

ROOT = Path(__file__).resolve().parents[1]
COUNTY = "360826"
ADDRESS = ("江西省", "吉安市", "泰和县")
HEADER = (
    *("序号", "种养殖主体名称*", "主体类型*", "所属行业*", "产品名称*", "别名", "产品认证类型"),
    *("基地地址*", "基地地址*", "基地地址*", "基地地址*", "点位\n经纬度*"),
    *("种养殖主体联系人*", "种养殖主体联系方式(手机)*", "种养规模*"),
    "种养规模单位*:种植产品(亩);畜产品(头、只);水产品(亩)",
    *("上市时间*", "下市时间*", "生产方式*(露地、设施)"),
    "追溯方式*(承诺达标合格证、追溯码、耳标、动物检疫合格证、包装标识、其他)",
    *("信用等级", "网格员(乡镇监管员或村级协管员)姓名*", "网格员联系方式(手机)*"),
    *("信息采集员姓名*", "信息采集员联系方式(手机)*"),
)
SUB_HEADER = tuple({7: "省", 8: "市", 9: "县", 10: "乡(镇)"}.get(i) for i in range(25))
PRODUCTS = (
    ("种植业", "豇豆", "亩", 1, 60),
    ("种植业", "韭菜", "亩", 1, 60),
    ("种植业", "芹菜", "亩", 1, 60),
    ("畜牧业", "生猪", "头", 30, 2000),
    ("畜牧业", "乌鸡", "只", 1000, 30000),
    ("渔业", "乌鳢", "亩", 10, 120),
)
SURNAMES, GIVEN = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高", "国英军秀兰志福梅鹏霞华平建红明勇"


def villages() -> list[tuple[str, str]]:
    """Return (township, village) of the county."""
    with gzip.open(ROOT / "resources" / "divisions.tsv.gz", "rt", encoding="utf-8") as file:
        names = dict(line.rstrip("\n").split("\t") for line in file)
    found = []
    path = ROOT / "tests" / "data" / "villages_sample.tsv.gz"
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            code, name = line.rstrip("\n").split("\t")
            if code.startswith(COUNTY):
                found.append((names[code[:9]], name.replace("村委会", "村")))
    return found


def clean_row(number: int, rng: random.Random, places: list[tuple[str, str]]) -> list:
    """Return one faultless row; its producer's name is unique."""
    industry, product, unit, low, high = rng.choice(PRODUCTS)
    township, village = rng.choice(places)
    crop = industry == "种植业"
    month = rng.randint(1, 9)

    def person() -> str:
        return rng.choice(SURNAMES) + rng.choice(GIVEN) + rng.choice(GIVEN)

    def phone() -> str:
        return f"1{rng.choice('35789')}{rng.randrange(10**9):09d}"

    return [
        *(number, f"泰和{village}第{number}号专业合作社", "农民专业合作社", industry, product),
        *(None, rng.choice(("绿色", "有机", "其他")), *ADDRESS, township + village),
        f"{rng.uniform(114.6, 115.2):.6f},{rng.uniform(26.5, 27.0):.6f}",
        *(person(), phone(), round(rng.uniform(low, high), 1) if unit == "亩" else None, unit),
        *((f"2023年{month}月", f"2023年{month + 3}月", "露地") if crop else (None, None, None)),
        *("承诺达标合格证", None, person(), phone(), person(), phone()),
    ]


def spoil(row: list, rng: random.Random) -> None:
    """Do to one row what happens in offices."""
    kind = rng.randrange(9)
    if kind == 0:
        row[1] = row[1][:2] + " " + row[1][2:] + "\u3000"
    elif kind == 1:
        row[13] = int(row[13])
    elif kind == 2:
        row[13] = f"{row[13][:3]}-{row[13][3:7]}-{row[13][7:]}"
    elif kind == 3:
        row[13] = row[13][:-1]
    elif kind == 4:
        lon, lat = row[11].split(",")
        row[11] = f"{lat}，{lon}"
    elif kind == 5:
        row[11] = f"E{row[11].replace(',', '° N')}°"
    elif kind == 6:
        row[11] = None
    elif kind == 7:
        row[14] = f"约{row[14]}{row[15]}"
    elif row[16]:
        row[16] = row[16].replace("年", ".").replace("月", "")


def make(path: Path, rows: int, messy: float = 0.0, seed: int = 1) -> None:
    """Write the workbook; ``messy`` is the share of rows with one fault."""
    rng = random.Random(seed)
    places = villages()
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("采集表")
    for line in (("重点农产品产地溯源信息采集表",), HEADER, SUB_HEADER):
        sheet.append(line)
    for number in range(1, rows + 1):
        row = clean_row(number, rng, places)
        if row[14] is None:
            row[14] = rng.randint(100, 2000)
        if rng.random() < messy:
            spoil(row, rng)
        sheet.append(row)
    book.save(path)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("output", type=Path)
    parser.add_argument("rows", type=int)
    parser.add_argument("--messy", type=float, default=0.0, help="share of spoiled rows, 0 to 1")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    make(arguments.output, arguments.rows, arguments.messy, arguments.seed)
