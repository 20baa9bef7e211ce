"""The early warning as tables, in the order of the page (G5)."""

from __future__ import annotations

from . import warning_words as words
from .early_warning import FAILED, GATHERED, KINDS, EarlyWarning
from .market import ON_MARKET
from .statistics_count import NOT_STATED
from .warning_failures import by_item, failures, gatherings
from .warning_records import coming, coming_places, late, late_places
from .warning_table import Table


def tables(warning: EarlyWarning) -> tuple[Table, ...]:
    """Return all tables in the order of the page."""
    return (
        _summary(warning),
        gatherings(warning),
        failures(warning),
        by_item(warning),
        coming_places(warning),
        coming(warning),
        late_places(warning),
        late(warning),
    )


def _summary(warning: EarlyWarning) -> Table:
    counts, places = warning.counts, len(warning.failures.gatherings)
    rows = [(words.GATHERINGS, places, words.IN_PLACES, words.GO_THERE)]
    for kind in KINDS:
        unit = words.IN_SAMPLES if kind in (GATHERED, FAILED) else words.IN_RECORDS
        rows.append((words.KINDS[kind], counts[kind], unit, words.NEXT[kind]))
    for state in (ON_MARKET, NOT_STATED):
        rows.append((words.STATES[state], counts[state], words.IN_RECORDS, words.NEXT[state]))
    heads = (
        *((words.WARNING, 24), (words.COUNT, 9), (words.UNIT, 8)),
        (words.DO_NEXT, 80),
    )
    return Table(words.SUMMARY, heads, tuple(rows))
