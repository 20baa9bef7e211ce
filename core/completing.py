"""Drafts whose key was not understood, and the corrected row that completes them.

The township gets its workbook back marked up, corrects what is coloured and sends it
again. Where the product, the village, the name or the dates were what was wrong, the
corrected row bears another key than its draft; it is the same record all the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from .comparing import same_point
from .schema import CROPS, DRAFT, RETURNED, Record
from .text import name_key

_PARTS = ("product", "township", "village")


class Unfinished:
    """The drafts of a store that a corrected row may complete, by producer."""

    def __init__(self) -> None:
        self._drafts: dict[str | None, list[Record]] = defaultdict(list)
        self._rounds: Counter[str | None] = Counter()  # base -> records

    def hold(self, record: Record) -> None:
        """Remember a record of the store if its key has a gap."""
        self._rounds[record["base_id"]] += 1
        if record["status"] in (DRAFT, RETURNED) and _has_gap(record):
            self._drafts[_name(record)].append(record)

    def completed_by(self, record: Record) -> list[Record]:
        """Return the drafts that agree with a record in all that they know of their key."""
        if not self._drafts:
            return []
        found = []
        for name in {_name(record), None}:
            for draft in self._drafts.get(name, ()):
                if self._is_unfinished(draft) and _agree(draft, record) and _evident(draft, record):
                    found.append(draft)
        return found

    def _is_unfinished(self, draft: Record) -> bool:
        """Tell whether the key has a gap; the period of a round rolled forward is meant."""
        return _has_key_gap(draft) or self._rounds[draft["base_id"]] == 1


def _name(record: Record) -> str | None:
    return name_key(record["subject_name"]) if record["subject_name"] else None


def _has_key_gap(record: Record) -> bool:
    return record["subject_name"] is None or None in map(record.get, _PARTS)


def _has_gap(record: Record) -> bool:
    if _has_key_gap(record):
        return True
    # Without dates the period of a crop was only assumed.
    return record["industry"] == CROPS and not (record["market_start"] or record["market_end"])


def _agree(draft: Record, record: Record) -> bool:
    return all(draft[part] in (None, record[part]) for part in _PARTS)


def _evident(draft: Record, record: Record) -> bool:
    """Tell whether more than the key speaks for one record: the point, or else the scale."""
    if draft["lon"] is not None and record["lon"] is not None:
        return same_point(draft, record)
    return (
        draft["subject_name"] is not None
        and draft["scale"] is not None
        and draft["scale"] == record["scale"]
    )
