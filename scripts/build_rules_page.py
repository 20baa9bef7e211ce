#!/usr/bin/env python3
"""Write docs/rules.md, which lists every rule, from the declaration in core/.

    build_rules_page.py           write the page
    build_rules_page.py --check   fail when the page is not what it would write

The Chinese comes from i18n/origin_trace_zh.ts: translate new texts first.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "rules.md"
GROUPS = (
    ("A", "Values and point of a record", "记录的内容和点位"),
    ("B", "Who must be collected", "采集范围"),
    ("D3", "Obvious errors and duplicates", "明显有误和重复"),
    ("D4", "How often", "采集频次"),
)
INTRODUCTION = """# Rules · 核对规则

Made by `scripts/build_rules_page.py` from the declaration in `core/rules*.py`; do not edit.
本页由 `scripts/build_rules_page.py` 按 `core/rules*.py` 中的规则声明生成，请勿直接修改。

An **error** (错误) keeps a record from being handed up and cannot be accepted. A **warning** \
(提醒) does not; somebody who knows that the value is right accepts it with a reason, which is \
kept with name and time and shown whenever records are checked. The acceptance holds for the \
values named under *speaks of*; when one of them changes, the warning is open again.

**错误**使记录不能上报，也不能认可。**提醒**不影响上报；经核实内容无误的，可填写理由予以认可，认可人、时间和理由\
均保留，并在核对时显示。认可只对“所针对的值”有效，其中任何一项改变后，提醒重新出现。

The notice is 农质安（溯）函〔2023〕72号; its sections and the notes of 附件1 are named under \
*source*. Words in braces are filled in. 花括号中的内容按实际填入。
"""


def chinese() -> dict[str, str]:
    """Return English -> Chinese of the translation file."""
    sys.path.insert(0, str(ROOT / "scripts"))
    from update_translations import read_ts

    return {text: entry.translation for text, entry in read_ts().items() if entry.finished}


def part(module: str):
    """Return a module of the package, whatever the folder of this checkout is called."""
    if "origin_trace" not in sys.modules:
        spec = importlib.util.spec_from_file_location(
            "origin_trace", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
        )
        sys.modules["origin_trace"] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules["origin_trace"])
    return importlib.import_module(f"origin_trace.{module}")


def page(words: dict[str, str]) -> str:
    """Return the page; a text without Chinese stands alone."""
    rules = part("core.rules")
    label, error = rules.label, "error"
    parts = [INTRODUCTION]

    def both(text: str) -> str:
        found = words.get(text)
        return f"{text} · {found}" if found else text

    for prefix, english, own in GROUPS:
        members = [rule for rule in rules.RULES if rule.id.split("-")[0].rstrip("1") == prefix]
        parts.append(f"\n## {english} · {own}\n")
        for rule in members:
            level = "error · 错误" if rule.level == error else "warning · 提醒"
            parts.append(f"\n### {rule.id} ({level})\n\n{both(rule.title.text)}\n\n")
            parts += [f"- says 内容: {both(text.text)}\n" for text in rule.texts]
            if rule.fix is not None:
                parts.append(f"- proposes 建议: {both(rule.fix.text)}\n")
            if rule.level != error:
                parts.append(f"- speaks of 所针对的值: {_about(rule, label)}\n")
            scope = "the whole table 全表" if rule in rules.TABLE_RULES else "one record 单条记录"
            parts.append(f"- looks at 范围: {scope}\n")
            parts.append(f"- source 依据: {rule.source}\n")
    return "".join(parts)


def _about(rule, label) -> str:
    columns = ["the column itself 所在字段"]
    points = {"lon", "lat"} & set(rule.about)
    columns += [label(name) for name in rule.about if name not in ("lon", "lat")]
    columns += ["the point 点位"] if points else []
    columns += [f"{{{name}}}" for name in rule.told]
    return "、".join(columns)


def main() -> None:
    """Write or check the page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    text = page(chinese())
    if arguments.check:
        if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != text:
            sys.exit("docs/rules.md is out of date: run make docs")
    else:
        PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
