"""The records that rules of the whole table compare, with what several rules need of them."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from .schema import Record
from .text import name_key


class RecordTable:
    """Records in their order; each thing is worked out once."""

    def __init__(self, records: list[Record]) -> None:
        self.records = records

    @cached_property
    def keys(self) -> list[str]:
        """The form of each producer's name for comparing, "" without a name."""
        known: dict[str | None, str] = {None: ""}
        keys = []
        for record in self.records:
            name = record["subject_name"]
            key = known.get(name)
            if key is None:
                key = known[name] = name_key(name)
            keys.append(key)
        return keys

    @cached_property
    def same(self) -> list[list[Record]]:
        """The records of one producer, product, village and period, where there are several."""
        groups: dict[tuple, list[Record]] = defaultdict(list)
        for record, key in zip(self.records, self.keys):
            product = record["product"]
            if key and product:
                place = (key, product, record["township"], record["village"], record["period"])
                groups[place].append(record)
        return [group for group in groups.values() if len(group) > 1]
