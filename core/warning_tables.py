"""The early warning as tables, in the order of the page (G5)."""

from __future__ import annotations

from . import warning_words as words
from .early_warning import KINDS, EarlyWarning
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
    counts, failures = warning.counts, warning.failures
    rows = [(words.KINDS[kind], counts[kind], words.NEXT[kind]) for kind in KINDS]
    rows.insert(0, (words.GATHERINGS, len(failures.gatherings), None))
    rows += [(words.STATES[s], counts[s], words.NEXT[s]) for s in (ON_MARKET, NOT_STATED)]
    heads = ((words.WARNING, 24), (words.NUMBER, 9), (words.DO_NEXT, 80))
    return Table(words.SUMMARY, heads, tuple(rows))
