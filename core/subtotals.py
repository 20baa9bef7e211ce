"""Records in the order of a printed list, with subtotals by township and product (C4)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from .schema import SCALE_UNITS, Record
from .sorting import listed_key
from .statistics_count import MILLION, filled
from .units import in_official_unit

_LEVELS = ("township", "product")
_UNITS = {unit: position for position, unit in enumerate(SCALE_UNITS)}


class Subtotal(NamedTuple):
    """What the records before it come to: of a product in a township, of one, of all.

    ``place``: the names of township and product, as many as they have in common.
    """

    place: tuple[str | None, ...]
    records: int
    scales: dict[str, float]  # by unit


def with_subtotals(
    records: Iterable[Record], products: Sequence[str]
) -> Iterator[Record | Subtotal]:
    """Yield records by township and product, and after each group what it comes to.

    ``products``: in the county's order.
    """
    order = {name: position for position, name in enumerate(products)}

    def key(record: Record) -> tuple:
        township, product = (filled(record[level]) for level in _LEVELS)
        return listed_key(township, {}), listed_key(product, order)

    yield from _grouped(sorted(records, key=key), ())


def _grouped(records: list[Record], place: tuple[str | None, ...]) -> Iterator[Record | Subtotal]:
    if len(place) == len(_LEVELS):
        yield from records
    else:
        level = _LEVELS[len(place)]
        for name, group in groupby(records, lambda record: filled(record[level])):
            yield from _grouped(list(group), (*place, name))
    yield subtotal(records, place)


def subtotal(records: list[Record], place: tuple[str | None, ...] = ()) -> Subtotal:
    """Return what records come to."""
    sums: Counter = Counter()
    for record in records:
        amount = in_official_unit(record["scale"], record["scale_unit"])
        if amount:
            sums[amount[1]] += round(amount[0] * MILLION)
    units = sorted(sums, key=lambda unit: listed_key(unit, _UNITS))
    return Subtotal(place, len(records), {unit: sums[unit] / MILLION for unit in units})
