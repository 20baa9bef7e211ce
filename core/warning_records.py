"""The tables of records: who comes to market, and what is overdue, by place and one by one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from . import warning_words as words
from .early_warning import RETURNED, UNCOLLECTED, EarlyWarning, Late
from .market import Market
from .monitoring_words import place_name
from .schema import Record
from .sorting import sort_key
from .statistics_count import MILLION
from .statistics_tables import number_text
from .units import in_official_unit
from .warning_table import BETWEEN, Table, named


def coming_places(warning: EarlyWarning) -> Table:
    """Return what comes to market by township and product."""
    groups: dict[tuple, list[Market]] = defaultdict(list)
    for each in warning.coming:
        groups[each.record["township"], each.record["product"]].append(each)
    heads = (
        *((named("township"), 20), (named("product"), 16), (words.BASES, 10)),
        *((words.SCALE, 24), (words.FIRST_DAY, 22)),
    )
    rows = []
    for key in sorted(groups, key=lambda key: tuple(map(sort_key, key))):
        found = groups[key]
        scale = _scale(each.record for each in found)
        rows.append((*map(place_name, key), len(found), scale, words.first_day(found[0])))
    if rows:
        scale = _scale(each.record for each in warning.coming)
        first = words.first_day(warning.coming[0])
        rows.insert(0, (words.TOTAL, None, len(warning.coming), scale, first))
    notes = tuple(words.market_notes(warning))
    return Table(words.COMING_PLACES, heads, tuple(rows), notes, sum_row=True)


def coming(warning: EarlyWarning) -> Table:
    """Return what comes to market base by base, by day."""
    columns = ("product", "subject_name", "township", "village")
    stated = ("market_start", "market_end", "grid_officer")
    heads = (
        (words.FIRST_DAY, 20),
        *zip(map(named, columns), (10, 28, 13, 13)),
        (words.SCALE, 12),
        *zip(map(named, stated), (11, 11, 12)),
    )
    rows = tuple(
        (
            words.first_day(each),
            *(each.record[column] for column in columns),
            _scale([each.record]),
            *(each.record[column] for column in stated),
        )
        for each in warning.coming
    )
    return Table(words.COMING_LIST, heads, rows)


def late_places(warning: EarlyWarning) -> Table:
    """Return what is overdue by township and collector."""
    groups: dict[tuple, list[Late]] = defaultdict(list)
    for each in warning.late:
        groups[each.record["township"], each.record["collector"]].append(each)
    heads = (
        *((named("township"), 22), (named("collector"), 20), (words.KINDS[UNCOLLECTED], 16)),
        *((words.KINDS[RETURNED], 16), (words.MOST_DAYS, 14)),
    )
    rows = [(*map(place_name, key), *_late_counts(found)) for key, found in groups.items()]
    if rows:
        rows.insert(0, (words.TOTAL, None, *_late_counts(warning.late)))
    return Table(words.LATE_PLACES, heads, tuple(rows), (words.LATE_NOTE,), sum_row=True)


def _late_counts(found: Iterable[Late]) -> tuple[int, int, int]:
    kinds = [each.kind for each in found]
    return kinds.count(UNCOLLECTED), kinds.count(RETURNED), max(each.days for each in found)


def late(warning: EarlyWarning) -> Table:
    """Return what is overdue record by record."""
    before, after = (
        ("township", "village", "subject_name", "product"),
        ("collector", "grid_officer"),
    )
    heads = (
        (words.WARNING, 18),
        (words.DAYS_OVER, 8),
        *zip(map(named, before), (12, 12, 26, 10)),
        *zip(map(named, after), (10, 10)),
        (words.REASON, 44),
    )
    rows = tuple(
        (
            words.KINDS[each.kind],
            each.days,
            *(each.record[column] for column in (*before, *after)),
            each.reason,
        )
        for each in warning.late
    )
    return Table(words.LATE_LIST, heads, rows)


def _scale(records: Iterable[Record]) -> str | None:
    """Return the scale of records, each unit by itself."""
    sums: dict[str, int] = defaultdict(int)
    for record in records:
        amount = in_official_unit(record["scale"], record["scale_unit"])
        if amount:
            sums[amount[1]] += round(amount[0] * MILLION)
    return BETWEEN.join(f"{number_text(n / MILLION)} {unit}" for unit, n in sums.items()) or None
