"""What a producer has of a product on all its bases together, against the threshold (B).

Source: notice 三 (thresholds, inclusive) and 五(四): several bases or plots count by
their total, each is its own record.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .periods import current
from .products import Product
from .schema import Record
from .text import name_key


class Total(NamedTuple):
    """One producer's scale of one product, in the product's unit.

    ``tanks`` is the part in engineered fish tanks, which have a threshold of their own.
    ``known`` is False where a record has no usable scale: then the total is at least this.
    """

    producer: str
    product: Product
    records: list[Record]
    amount: float
    tanks: float
    known: bool

    @property
    def in_scope(self) -> bool:
        """Whether the total reaches a threshold of the product."""
        product = self.product
        if product.facility_threshold is not None and self.tanks >= product.facility_threshold:
            return True
        return self.amount >= product.threshold


def producer_totals(records: Iterable[Record], products: Iterable[Product]) -> Iterator[Total]:
    """Yield the totals over the latest period of each base.

    Records without a producer or of no product to be collected count nowhere.
    """
    known = {product.name: product for product in products}
    groups: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in current(records):
        if record["subject_name"] and record["product"] in known:
            groups[name_key(record["subject_name"]), record["product"]].append(record)
    for (_key, name), group in groups.items():
        product = known[name]
        scales = [(_scale(record, product), record["facility"]) for record in group]
        yield Total(
            group[0]["subject_name"],
            product,
            group,
            round(sum(scale for scale, _tank in scales if scale is not None), 6),
            round(sum(scale for scale, tank in scales if scale is not None and tank), 6),
            all(scale is not None for scale, _tank in scales),
        )


def _scale(record: Record, product: Product) -> float | None:
    scale = record["scale"]
    if record["scale_unit"] not in product.units or scale.__class__ not in (float, int):
        return None
    return scale if scale > 0 else None
