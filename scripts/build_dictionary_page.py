#!/usr/bin/env python3
"""Write docs/data_dictionary.md, every table and column of a store, from core/schema.py
and core/tables.py. Run by ``make docs``.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "data_dictionary.md"

INTRODUCTION = """# Data dictionary · 数据字典

Made by `scripts/build_dictionary_page.py` from the declaration in `core/schema.py` and \
`core/tables.py`; do not edit. 本页按程序中的声明生成，请勿直接修改。

A store (数据库) holds these tables. A record's identity is its `uuid`. Points are EPSG:4490 \
(CGCS2000); a record without a point is a record all the same. Empty is NULL, never an empty text.

一个县一个数据库，由下列各表组成。记录以 `uuid` 为准；点位为 CGCS2000 经纬度（EPSG:4490），\
可以为空；未填的值为 NULL，不存空文本。

- **必填** required: in `collection_point` a gap is a finding and the record stays a draft; in \
the other tables the column is NOT NULL. 采集记录缺项不拒收，列为问题；其他各表不允许为空。
- **个人信息**: personal data, left out of what is made public. 不对外公开。
- **表**: column of the official sheet 附件1. 附件1中的列。

"""
ABOUT = {
    "collection_point": ("the records: one row of 附件1 each", "采集记录，每条对应附件1的一行"),
    "meta": ("what the store is: id, version of the schema, county", "库的编号、版本、所属县"),
    "record_history": (
        "every version of every record, written by triggers; cannot be changed",
        "每条记录的全部版本，由触发器写入，不能更改",
    ),
    "review": ("each step of the review", "每一步审核"),
    "accepted_warning": (
        "warnings that somebody accepted, with reason; only added to",
        "已认可的提醒及理由，只增不改",
    ),
    "import_batch": ("each import, which can be undone", "每次导入，可撤销"),
    "product": (
        "products with units, thresholds and names; a county may add its own",
        "品种及规模单位、采集规模、别名，可增加本县品种",
    ),
    "division": ("the county's 乡镇 and 村", "本县乡镇和村"),
    "choice": ("lists that a county may extend", "可由本县补充的选项"),
    "contact": ("附件2: leading offices and persons", "附件2：牵头单位和人员"),
    "person": (
        "collectors, reviewers, inspectors, agencies, enterprises",
        "信息采集员、审核人员、检查人员、签协议的机构、自报企业",
    ),
    "reveal_log": (
        "when phones were shown or handed out in full; cannot be changed",
        "完整手机号的查看和导出，不能更改",
    ),
    "inspection": ("results of inspections and tests", "检查和检测结果"),
    "sample_draw": ("random draws: seed, frame and method", "“双随机”抽取：种子、抽样框、方法"),
    "sample_item": ("what was drawn, with its outcome", "抽中的对象和检查结果"),
    "saved_query": ("queries under a name", "存有名称的查询条件"),
}
KINDS = {
    "text": "text 文本",
    "name": "name 名称",
    "phone": "phone 手机号",
    "number": "number 数值",
    "integer": "integer 整数",
    "date": "date 日期",
    "choice": "one of 单选",
    "choices": "several of 多选",
    "flag": "0, 1 否、是",
    "stamp": "time, UTC 时间",
    "json": "JSON",
}
HELP = {
    "2023-06: month (animals, fish); 2023-1: first crop of the year": "见上",
    "engineered fish tank: threshold 0.3 亩": "工程化养殖，规模标准 0.3 亩",
    "cells of the sheet that were changed or not understood, as they stood": "被更正或"
    "看不懂的单元格原来的内容",
    "what the warning spoke of": "提醒所针对的值",
    "、 between several": "多个用“、”分隔",
    "inclusive, in the first unit": "含本数，按第一个单位",
    "、 between several; mapped without asking": "多个用“、”分隔；直接对应",
    "、 between several; mapped with a warning": "多个用“、”分隔；对应并提醒",
    "、 between several; never mapped unasked": "多个用“、”分隔；只询问，不自动对应",
    "its last day": "最后一天",
    "where it was one record": "只看一条记录时",
    "the algorithm and its version": "抽取方法及版本",
    "the text that the hash is of": "校验值所对应的文本",
}
NEEDED = {"": "", "always": "● always", "crops": "种植业 crops"}
FORMS = """
## Forms of values · 值的写法

- date 日期: `2023-05-01`, `2023-05`; every year 每年: `--05-01`, `--05`
- time 时间: `2023-05-01T08:00:00.000Z`, UTC
- several of 多选: `{"露地","设施"}`, as QGIS writes it 与 QGIS 的多选一致
- period 采集期: `2023-06` a month 月份 (animals, fish 畜产品、水产品), `2023-1` the first crop \
of the year 当年第一茬 (crops 种植业)
"""


def heading(table: str) -> str:
    """Return the heading of a table with what it holds."""
    english, chinese = ABOUT.get(table, ("", ""))
    told = f"{english[0].upper()}{english[1:]}. {chinese}。\n\n" if english else ""
    return f"\n## {table}\n\n{told}"


def row(column, sheet: dict[str, str]) -> str:
    """Return one column as a row of a Markdown table."""
    kind = KINDS.get(column.kind, column.kind)
    notes = [
        *(["、".join(f"`{choice}`" for choice in column.choices)] if column.choices else []),
        *(["other values are kept 可填其他值"] if column.open_list else []),
        *([f"{column.help} {HELP.get(column.help, '')}".strip()] if column.help else []),
    ]
    cells = (
        f"`{column.name}`",
        column.label,
        kind,
        NEEDED.get(column.required, column.required),
        "●" if column.personal else "",
        sheet.get(column.name, ""),
        "; ".join(notes),
    )
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


def indexes(listed: tuple) -> str:
    """Return the indexes of a table in words."""
    words = [f"{'unique ' if unique else ''}({', '.join(names)})" for unique, names in listed]
    return f"\nIndexes 索引: {'; '.join(words)}\n" if words else ""


def page() -> str:
    """Return the page."""
    from build_rules_page import part

    schema, tables = part("core.schema"), part("core.tables")
    letters = [chr(ord("A") + place) for place in range(len(schema.SHEET_COLUMNS))]
    sheet = {column.key: letter for column, letter in zip(schema.SHEET_COLUMNS, letters)}
    sheet |= {"village": sheet["township"], "address_detail": sheet["township"]}
    every = {tables.POINTS: schema.COLLECTION_POINT, **tables.TABLES}
    parts = [INTRODUCTION]
    parts += [f"- [{table}](#{table}) {ABOUT.get(table, ('', ''))[1]}\n" for table in every]
    parts.append(FORMS)
    for table, columns in every.items():
        official = sheet if table == tables.POINTS else {}
        parts.append(heading(table))
        parts.append("| column 字段 | 名称 | kind 类型 | 必填 | 个人信息 | 表 | notes 说明 |\n")
        parts.append("|---|---|---|---|---|---|---|\n")
        parts += [row(column, official) for column in columns]
        if table == tables.POINTS:
            parts.append("| `geom` | 点位 | Point, EPSG:4490 |  |  | L | may be empty 可为空 |\n")
        parts.append(indexes(tables.INDEXES.get(table, ())))
    return "".join(parts)


def main() -> None:
    """Write the page."""
    sys.path.insert(0, str(ROOT / "scripts"))
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
