"""Which producers have to be collected: their total against the threshold (三, B1-B3).

A producer counts by the total of its bases and plots. Names are compared as everywhere,
without blanks, kinds of bracket and labels; names that are only similar stay apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from math import fsum, isfinite

from .messages import Message
from .periods import base_key
from .producers import TOLD, producer_key, producers_of, similar_producers
from .products import Product
from .schema import Record
from .units import AREA, OTHER, read_unit

IN_SCOPE, ONLY_IN_TOTAL, BELOW, OPEN = "in_scope", "only_in_total", "below", "open"

_ROUNDING = 1e-6  # 200 m2 are 0.29999999 亩, and reach 0.3


@dataclass
class Total:
    """What one producer has of one product; amounts in ``unit``.

    ``total`` leaves out the ``missing`` records without a usable scale. ``tanks``: the
    part in engineered tanks, None where there are none. ``threshold``: that of tanks where
    all is tanks; None where none is known. ``similar``: producers that may be the same one.
    """

    producer: str
    product: str
    records: list[Record]
    total: float = 0.0
    largest: float = 0.0
    unit: str = ""
    threshold: float | None = None
    tanks: float | None = None
    tanks_threshold: float | None = None
    missing: int = 0
    verdict: str = OPEN
    spellings: tuple[str, ...] = ()
    similar: list[str] = field(default_factory=list)

    @property
    def bases(self) -> int:
        """How many bases there are."""
        return len({base_key(record) for record in self.records})

    def reason(self) -> Message:
        """Return what the verdict rests on."""
        values = {"total": self.total, "unit": self.unit, "threshold": self.threshold}
        if self.threshold is None:
            return Message("Not on the list of products: there is no threshold.")
        if self.verdict == OPEN:
            return Message(
                "{total:.10g} {unit} so far, below {threshold:.10g}; records without a usable "
                "scale: {missing}.",
                **values,
                missing=self.missing,
            )
        if self.verdict == BELOW:
            return Message("{total:.10g} {unit} are below {threshold:.10g}.", **values)
        if not reaches(self.total, self.threshold):
            values.update(total=self.tanks, threshold=self.tanks_threshold)
            return Message("Tanks of {total:.10g} {unit} reach {threshold:.10g}.", **values)
        if self.verdict == ONLY_IN_TOTAL:
            return Message(
                "{count} records reach {threshold:.10g} only in total: {total:.10g} {unit}.",
                **values,
                count=len(self.records) - self.missing,
            )
        return Message("{total:.10g} {unit} reach {threshold:.10g}.", **values)


def reaches(total: float, threshold: float) -> bool:
    """Tell whether an amount reaches a threshold, which is inclusive."""
    return total >= threshold * (1 - _ROUNDING)


def added_up(
    records: Iterable[Record], products: Mapping[str, Product]
) -> Iterator[tuple[str, str, list[Total]]]:
    """Yield producer key, product and its totals, several where people share a name.

    ``records``: of ``rounds.collected``; ``products`` by name.
    """
    groups: dict[tuple, list[Record]] = defaultdict(list)
    for record in records:
        groups[producer_key(record.get("subject_name")), record.get("product") or ""].append(record)
    for (key, name), group in groups.items():
        product = products.get(name)
        yield key, name, [_total(part, name, product) for part in producers_of(key, group)]


def totals(records: Iterable[Record], products: Mapping[str, Product]) -> list[Total]:
    """Return all totals by product, in the county's order, and size, similar names told."""
    found: dict[str, dict[str, list[Total]]] = defaultdict(dict)
    for key, name, parts in added_up(records, products):
        found[name][key] = parts
    order = {name: position for position, name in enumerate(products)}
    listed = []
    for name in sorted(found, key=lambda n: (order.get(n, len(order)), n)):
        _tell_similar(found[name])
        of_product = [total for parts in found[name].values() for total in parts]
        listed += sorted(of_product, key=lambda total: (-total.total, total.producer))
    return listed


def _tell_similar(by_key: dict[str, list[Total]]) -> None:
    """Name the producers of one product that may be the same as another one."""
    similar = similar_producers(by_key)
    for key, parts in by_key.items():
        others = [by_key[other][0].producer for other in similar.get(key, ())]
        for part in parts:
            # The same name elsewhere, of which nobody can tell whether it is another person.
            same = [_placed(x) for x in parts[: TOLD + 1] if x is not part] if key else []
            part.similar = (same + others)[:TOLD]


def _placed(total: Total) -> str:
    """Return a producer with the village, to tell it from others of the name."""
    record = total.records[0]
    place = (record.get("township") or "") + (record.get("village") or "")
    return f"{total.producer}({place})" if place else total.producer


# --- amounts --------------------------------------------------------------------------


def _total(records: list[Record], name: str, product: Product | None) -> Total:
    found = Total(records[0].get("subject_name") or "", name, records)
    if len(records) > 1:
        names = Counter(record.get("subject_name") or "" for record in records)
        found.producer = names.most_common(1)[0][0]
        found.spellings = tuple(sorted(names)) if len(names) > 1 else ()
    if product is None:
        found.missing = len(records)
        return found
    special = product.facility_threshold
    amounts = [(amount_in(record, product), _is_tank(record, product)) for record in records]
    known = [(amount, tank) for amount, tank in amounts if amount is not None]
    found.unit = product.unit
    found.missing = len(amounts) - len(known)
    found.total = _sum(amount for amount, _ in known)
    found.largest = max((amount for amount, _ in known), default=0.0)
    found.threshold = product.threshold
    if any(tank for _, tank in amounts):
        found.tanks = _sum(amount for amount, tank in known if tank)
        found.tanks_threshold = special
        if all(tank for _, tank in amounts):
            found.threshold = special
    alone = any(reaches(amount, special if tank else product.threshold) for amount, tank in known)
    together = reaches(found.total, found.threshold) or (
        found.tanks is not None and reaches(found.tanks, special)
    )
    if known and (alone or together):
        found.verdict = IN_SCOPE if alone else ONLY_IN_TOTAL
    else:
        found.verdict = OPEN if found.missing else BELOW
    return found


def _is_tank(record: Record, product: Product) -> bool:
    return product.facility_threshold is not None and bool(record.get("facility"))


def _sum(amounts: Iterable[float]) -> float:
    return round(fsum(amounts), 6)


def amount_in(record: Record, product: Product) -> float | None:
    """Return the scale of a record in the product's unit, None where it cannot be told."""
    scale, unit = record.get("scale"), record.get("scale_unit")
    if not isinstance(scale, (int, float)) or not isfinite(scale) or scale < 0 or not unit:
        return None
    if unit in product.units:  # 头 and 只 of one product count alike
        return float(scale)
    found, multiple, _ = read_unit(unit)
    if found is None or found.kind == OTHER or (found.kind == AREA) != (product.unit == "亩"):
        return None
    return scale * multiple * found.factor / found.divisor
