"""The rules a record must meet, one declaration for every path.

Form, import, validation, commit, review and export all run ``check_record``;
``check_table`` adds what only shows in the whole table. An error stops the hand-over
(notice 五(四): 信息不全、不准的，不得上传); a warning does not, and can be accepted with a
reason (core/accepting.py). docs/rules.md lists the rules, made from here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .findings import ERROR, Finding
from .near_duplicates import NEAR_METRES
from .record_table import RecordTable
from .rule import Context, Rule, label
from .rules_people import PEOPLE_RULES
from .rules_place import CHINA, PLACE_RULES
from .rules_product import PRODUCT_RULES
from .rules_table import TABLE_RULES
from .rules_values import VALUE_RULES
from .schema import BUSINESS, COLLECTION_POINT, DATE, Record

__all__ = [
    "BY_ID",
    "CHINA",
    "NEAR_METRES",
    "RECORD_RULES",
    "RULES",
    "RULE_COLUMNS",
    "TABLE_RULES",
    "Context",
    "Rule",
    "check_all",
    "check_record",
    "check_table",
    "judge",
    "judge_table",
    "label",
]

RECORD_RULES: tuple[Rule, ...] = (
    *VALUE_RULES,
    *PEOPLE_RULES,
    *PRODUCT_RULES,
    *PLACE_RULES,
)
RULES: tuple[Rule, ...] = (*RECORD_RULES, *TABLE_RULES)
BY_ID: dict[str, Rule] = {rule.id: rule for rule in RULES}
# The columns, beside uuid and point, that rules of one record look at.
RULE_COLUMNS: tuple[str, ...] = tuple(
    dict.fromkeys(
        (
            *BUSINESS,
            *(column.name for column in COLLECTION_POINT if column.kind == DATE),
            *("period", "coordinate_source", "coordinate_original"),
        )
    )
)
_CHECKS = {
    level: tuple((rule.check, rule) for rule in RECORD_RULES if level in (None, rule.level))
    for level in (None, ERROR)
}


def check_record(record: Record, context: Context, level: str | None = None) -> list[Finding]:
    """Return the findings of all record rules; ``record`` holds every column.

    ``level``: ERROR where nothing else is asked.
    """
    return [
        _finding(rule, record, *found)
        for check, rule in _CHECKS[level]
        for found in check(record, context)
    ]


def check_table(
    records: list[Record], context: Context | None = None, level: str | None = None
) -> list[Finding]:
    """Return the findings of the table rules; n log n at worst.

    Without a context thresholds are not compared. ``level``: as of ``check_record``.
    """
    rules = TABLE_RULES if level is None else [r for r in TABLE_RULES if r.level == level]
    return [finding for _record, finding in judge_table(records, context, rules)]


def check_all(records: Iterable[Record], context: Context) -> list[Finding]:
    """Return the findings of every rule over all records."""
    return [finding for _record, finding in judge(list(records), context)]


def judge(
    records: Iterable[Record], context: Context, among: list[Record] | None = None
) -> Iterator[tuple[Record, Finding]]:
    """Yield each finding with its record, which need not have a number.

    ``among``: all records of the table, these very ``records`` in it, where only some are
    asked about; ``records`` are then gone through once.
    """
    asked = set()
    for record in records:
        asked.add(id(record))
        for finding in check_record(record, context):
            yield record, finding
    for record, finding in judge_table(records if among is None else among, context):
        if among is None or id(record) in asked:
            yield record, finding


def judge_table(
    records: list[Record], context: Context | None, rules: Iterable[Rule] = TABLE_RULES
) -> Iterator[tuple[Record, Finding]]:
    """Yield each finding of the table rules with its record."""
    table = RecordTable(records)
    for rule in rules:
        for record, *found in rule.check(table, context):
            yield record, _finding(rule, record, *found)


def _finding(rule: Rule, record: Record, column: str, message, fix: object = None) -> Finding:
    return Finding(rule.id, rule.level, message, column, record["uuid"], None, None, fix)
