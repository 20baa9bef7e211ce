"""The tables of failed tests: their gatherings, each sample, and by product and item."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from . import warning_words as words
from .early_warning import EarlyWarning, Failure
from .gatherings import Gathering
from .messages import Message
from .monitoring_words import place_name
from .sorting import sort_key
from .warning_table import BETWEEN, Table, Value, named, of_test


def gatherings(warning: EarlyWarning) -> Table:
    """Return the gatherings, one in a row."""
    heads = (
        *((words.NO, 6), (words.WHERE, 20), (words.MIDDLE, 20), (words.SPREAD, 8)),
        *((words.FIRST, 11), (words.LAST, 11), (words.SAMPLES, 8), (words.PRODUCERS, 8)),
        *((words.TESTED, 9), (named("product"), 20), (of_test("item"), 24), (words.NEAR, 10)),
    )
    rows = tuple(_gathering(each, warning) for each in warning.failures.gatherings)
    return Table(words.GATHERINGS, heads, rows, tuple(words.gathering_notes(warning)))


def _gathering(each: Gathering, warning: EarlyWarning) -> tuple[Value, ...]:
    return (
        each.number,
        _listed(each.townships),
        f"{each.middle[0]:.4f},{each.middle[1]:.4f}",  # to some 10 m
        round(each.spread),
        each.first.isoformat(),
        each.last.isoformat(),
        len(each.samples),
        each.producers,
        each.tested,
        _listed(each.products),
        _listed(each.items),
        warning.near(each),
    )


def failures(warning: EarlyWarning) -> Table:
    """Return every failed sample by gathering, the latest first; what cannot be placed last."""
    heads = (
        *((of_test("inspected_on"), 12), (words.STANDING, 22), (named("subject_name"), 26)),
        *((named("product"), 11), (of_test("item"), 22), (named("township"), 12)),
        *((named("village"), 12), (of_test("report_number"), 16)),
    )
    rows = tuple(map(_failure, warning.failures.listed))
    return Table(words.FAILURES, heads, rows)


def _failure(each: Failure) -> tuple[Value, ...]:
    sample = each.sample
    return (
        sample.stated,
        words.failure_words(each),
        sample.producer,
        sample.product,
        BETWEEN.join(sample.failed) or None,
        sample.of_base("township"),
        sample.of_base("village"),
        sample.report,
    )


def by_item(warning: EarlyWarning) -> Table:
    """Return how many samples failed of each product and item."""
    counts: dict[tuple, list[int]] = defaultdict(lambda: [0, 0])
    for each in warning.failures.listed:
        for item in each.sample.failed or (None,):
            count = counts[each.sample.product, item]
            count[0] += 1
            count[1] += each.gathering is not None
    heads = (
        *((named("product"), 20), (of_test("item"), 40)),
        *((words.SAMPLES, 14), (words.IN_GATHERINGS, 14)),
    )
    order = sorted(counts, key=lambda key: (-counts[key][0], *map(sort_key, key)))
    rows = tuple((*map(place_name, key), *counts[key]) for key in order)
    return Table(words.BY_ITEM, heads, rows)


def _listed(counts: Iterable[tuple[str | None, int]]) -> Message:
    """Return names with their numbers, 豇豆 3、韭菜 1."""
    made = None
    for name, count in counts:
        each = words.EACH.told(name=place_name(name), count=count)
        made = each if made is None else Message("{some}、{more}", some=made, more=each)
    return made
