"""The parts of an atlas: the records of each product or of each township, in their list's order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from .schema import Record
from .sorting import listed_key, sort_key
from .statistics_count import filled

BY_PRODUCT, BY_TOWNSHIP = "product", "township"
PARTS = (BY_PRODUCT, BY_TOWNSHIP)
_KEY = lru_cache(20_000)(sort_key)


class Part(NamedTuple):
    """What one part of an atlas shows; ``name``: None for records that name none."""

    name: str | None
    records: list[Record]

    @property
    def placed(self) -> int:
        """The number of records with a point."""
        return sum(record["lon"] is not None for record in self.records)


def parts_of(records: Iterable[Record], by: str, products: Sequence[str]) -> list[Part]:
    """Return the parts, each record in just one; those that name none come last.

    ``by``: product, in the county's order of ``products``, or township, by pinyin.
    """
    groups: dict[str | None, list[Record]] = defaultdict(list)
    for record in records:
        groups[filled(record[by])].append(record)
    order = _positions(products) if by == BY_PRODUCT else {}
    names = sorted(groups, key=lambda name: listed_key(name, order))
    return [Part(name, in_list_order(groups[name], products)) for name in names]


def in_list_order(records: Iterable[Record], products: Sequence[str]) -> list[Record]:
    """Return records by township, product (in the order of ``products``), village and producer."""
    order = _positions(products)
    last = len(order)

    def key(record: Record) -> tuple:
        product = filled(record["product"])
        return (
            _KEY(filled(record["township"])),
            order.get(product, last),
            _KEY(product),
            _KEY(filled(record["village"])),
            _KEY(filled(record["subject_name"])),
            record["uuid"] or "",
        )

    return sorted(records, key=key)


def _positions(products: Sequence[str]) -> dict[str, int]:
    return {name: position for position, name in enumerate(products)}
