"""Records of a store that has no past in common with ours: which of ours they are.

They are one by uuid, else by the rules of the import (``core.matching``): by producer,
product, village and period; what could be one, but need not be, goes to a person.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from .importing import ImportRow
from .matching import Matcher
from .messages import Message
from .outcomes import ADDED, REFUSED
from .schema import Record


class Pairs(NamedTuple):
    """What became of each record, by its own uuid; what is in neither of the first two is new.

    ``ours``: our uuid, "" for one that says the same as another that came; ``doubtful``: why
    it may be one of ours; ``bases``: our number of the base of a new one.
    """

    ours: dict[str, str]
    doubtful: dict[str, tuple[Message, ...]]
    bases: dict[str, str]


def pair(existing: Iterable[Record], records: Iterable[Record]) -> Pairs:
    """Find the records of ours that records of another store are."""
    existing = list(existing)
    known = {record["base_id"] for record in existing}
    matcher = Matcher(existing)
    found = Pairs({}, {}, {})
    # In an order of their own, whichever store was given first.
    for number, record in enumerate(sorted(records, key=lambda each: each["uuid"]), start=1):
        nameless = {**record, "uuid": None, "base_id": None}
        row = ImportRow("", number, nameless, reference=record["period"] or "")
        outcome = matcher.take(row)
        if outcome == REFUSED:
            found.doubtful[record["uuid"]] = tuple(each.message for each in row.findings[-1:])
        elif outcome != ADDED:
            found.ours[record["uuid"]] = row.record["uuid"] or ""
        elif row.record["base_id"] in known:
            found.bases[record["uuid"]] = row.record["base_id"]
    return found
