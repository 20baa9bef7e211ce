"""The plan of an import against the store: new, changed, same, doubtful.

Matching (DESIGN 3): by uuid where the row carries one, else by producer,
product, village and period. Rows with the same key and different points are
different plots. What could be the same record, but need not be, is refused
and goes to the person, never over another record.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from .comparing import changes, distinct_points, may_be_one, other_plot, same_point
from .completing import Unfinished
from .edits_told import told_edits
from .findings import ERROR, INFO, WARNING, Finding
from .identity import new_uuid
from .importing import ImportRow
from .messages import Message
from .names import SIMILAR_LENGTH, numbers_in, similar_keys
from .originals import originals_of
from .outcomes import ADDED, REFUSED, UNCHANGED, UPDATED, row_words
from .periods import (
    crop_of,
    default_period,
    is_crop,
    is_month,
    period_order,
    season,
    seasons_apart,
)
from .schema import CROPS, DRAFT, Record
from .text import name_key


@dataclass
class Plan:
    """What an import will do; ``updated`` holds only changed columns and the uuid."""

    added: list[Record] = field(default_factory=list)
    updated: list[Record] = field(default_factory=list)
    outcomes: dict[tuple[str, int], str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    held_up: int = 0  # rows refused for unsaved edits; they are to come again

    def count(self, outcome: str) -> int:
        """Return how many rows came out so."""
        return sum(1 for found in self.outcomes.values() if found == outcome)


class Matcher:
    """Matches rows one by one against the store and against each other.

    ``existing``: records of the store. ``period``: one given by the person, or
    None; a month counts for animals and fish, a numbered crop for crops.
    ``imported``: uuid -> record as its last import left it, of those edited since.
    ``in_hand``: uuids of records with edits that are not saved; their rows are refused.
    """

    def __init__(
        self,
        existing: Iterable[Record],
        period: str | None = None,
        imported: Mapping[str, Record] | None = None,
        in_hand: Collection[str] = (),
    ) -> None:
        self._month = period if period and is_month(period) else None
        self._crop = period if period and is_crop(period) else None
        self._by_uuid: dict[str, Record] = {}
        self._by_base: dict[tuple, list[Record]] = defaultdict(list)
        self._by_product: dict[tuple, list[Record]] = defaultdict(list)
        self._names: dict[tuple, list[str]] = defaultdict(list)
        self._imported = imported or {}
        self._in_hand = in_hand
        self._unfinished = Unfinished()
        # uuid -> sheet and row that added or met the record
        self._rows: dict[str, tuple[str, int]] = {}
        self.plan = Plan()
        for record in existing:
            self._hold(record, _base_key(record))
            self._unfinished.hold(record)
            self._hold_as_imported(record)

    # --- the index ----------------------------------------------------------------

    def _hold(self, record: Record, base: tuple) -> None:
        self._by_uuid[record["uuid"]] = record
        known = self._by_base[base]
        # A short name is never similar to another one.
        if not known and len(base[0] or "") >= SIMILAR_LENGTH:
            self._names[_similar_key(base)].append(base[0])
        known.append(record)
        self._by_product[(*base[:2], record["period"])].append(record)

    def _hold_as_imported(self, record: Record) -> None:
        """Let a row that says what was imported meet its record, whatever was edited since."""
        imported = self._imported.get(record["uuid"])
        if imported is not None:
            known = self._by_base[_base_key(imported)]
            if all(record is not other for other in known):
                known.append(record)

    def _of_period(self, base: tuple, period: str | None) -> list[Record]:
        """Return the records of a base in a period, the one when imported too."""
        return [
            held
            for held in self._by_base.get(base, ())
            if period in (held["period"], self._imported.get(held["uuid"], held)["period"])
        ]

    def _same_point(self, held: Record, new: Record) -> bool:
        """Tell whether a row's point is the one that the record has, or had when imported."""
        imported = self._imported.get(held["uuid"])
        return same_point(held, new) or (imported is not None and same_point(imported, new))

    def _changes(self, held: Record, new: Record) -> Record:
        return changes(held, new, self._imported.get(held["uuid"]))

    def _row_of(self, record: Record) -> tuple[str, int] | None:
        """Return the sheet and row of this import that added or met a record."""
        return self._rows.get(record["uuid"])

    # --- one row -------------------------------------------------------------------

    def take(self, row: ImportRow) -> str:
        """Decide on one row, note it in the plan and return the outcome."""
        outcome = self._decide(row)
        self.plan.outcomes[(row.sheet, row.number)] = outcome
        self.plan.findings.extend(row.findings)
        return outcome

    def _decide(self, row: ImportRow) -> str:
        record = row.record
        if record["uuid"] is not None and record["uuid"] in self._by_uuid:
            return self._known(row, self._by_uuid[record["uuid"]])
        base = _base_key(record)
        if record["period"] is None:
            if self._crop and record["industry"] == CROPS:
                record["period"] = self._crop
            else:
                record["period"] = default_period(record, self._month or row.reference)
                self._number_crop(row, base)
        if record["uuid"] is None:
            candidates = self._of_period(base, record["period"])
            if candidates:
                return self._choose(row, candidates, base)
            drafts = self._drafts(record)
            if len(drafts) == 1:
                return self._compare(row, drafts[0])
            doubtful = drafts or self._similar(base, record)
            if doubtful:
                return self._refuse(row, doubtful[0])
        return self._add(row, base)

    def _drafts(self, record: Record) -> list[Record]:
        """Return the unfinished drafts of the store that the record may complete."""
        found = self._unfinished.completed_by(record)
        return [draft for draft in found if self._row_of(draft) is None]

    def _known(self, row: ImportRow, held: Record) -> str:
        """Take a row whose record number is known."""
        earlier = self._row_of(held)
        if earlier is not None:
            row.findings.append(
                _row_finding(
                    row,
                    ERROR,
                    Message(
                        "The record number of {row} stands here again: a copied row? "
                        "Empty the hidden number of the new one.",
                        row=row_words(earlier, row),
                    ),
                )
            )
            return REFUSED
        return self._compare(row, held)

    def _choose(self, row: ImportRow, candidates: list[Record], base: tuple) -> str:
        """Take a row whose key is known, once or several times."""
        for held in candidates:
            if not self._changes(held, row.record):
                return self._compare(row, held)
        same = [held for held in candidates if self._same_point(held, row.record)]
        if len(same) == 1:
            return self._compare(row, same[0])
        from_sheet = [held for held in candidates if self._row_of(held) is not None]
        if from_sheet:
            apart = all(distinct_points(held, row.record) for held in candidates)
            return self._add(row, base) if apart else self._refuse(row, from_sheet[0])
        if len(candidates) > 1:
            return self._refuse(row, candidates[0])
        held = candidates[0]
        if other_plot(held, row.record):
            return self._refuse(row, held)
        return self._compare(row, held)

    def _compare(self, row: ImportRow, held: Record) -> str:
        """Compare a row with the record it belongs to."""
        self._take_zero(row)
        changed = self._changes(held, row.record)
        earlier = self._row_of(held)
        if earlier is not None:
            if changed:
                return self._refuse(row, held)
            row.findings.append(
                _row_finding(
                    row,
                    WARNING,
                    Message("The same as {row}: taken once.", row=row_words(earlier, row)),
                )
            )
            return UNCHANGED
        self._rows[held["uuid"]] = (row.sheet, row.number)
        row.record["uuid"] = held["uuid"]
        self._tell_kept(row, held, changed)
        if not changed:
            return UNCHANGED
        if row.seen:
            row.findings.append(
                _row_finding(
                    row,
                    INFO,
                    Message(
                        "This file was imported before and the record was edited since: "
                        "it stays as it is."
                    ),
                )
            )
            return UNCHANGED
        if held["uuid"] in self._in_hand:
            message = Message(
                "The record has edits in QGIS that are not saved, so it was not changed: "
                "save or discard them, then import again."
            )
            row.findings.append(_row_finding(row, ERROR, message))
            self.plan.held_up += 1
            return REFUSED
        if row.record["period"] and row.record["period"] != held["period"]:
            imported = self._imported.get(held["uuid"])
            if imported is None or row.record["period"] != imported["period"]:
                changed["period"] = row.record["period"]  # the draft's was only assumed
        changed["uuid"] = held["uuid"]
        changed["version"] = held.get("version")
        self.plan.updated.append(changed)
        return UPDATED

    def _tell_kept(self, row: ImportRow, held: Record, changed: Record) -> None:
        """Say what the store keeps, and what it loses, of edits made since the last import."""
        imported = self._imported.get(held["uuid"])
        if imported is None or row.seen:
            return
        for level, message in told_edits(held, row.record, imported, changed):
            row.findings.append(_row_finding(row, level, message))

    def _add(self, row: ImportRow, base: tuple) -> str:
        record = row.record
        record["uuid"] = record["uuid"] or new_uuid()
        record["base_id"] = record["base_id"] or self._base_of(record, base)
        if record["base_id"] is None:
            record["base_id"] = new_uuid()
        else:
            self._take_zero(row)
        record["status"] = DRAFT
        self.plan.added.append(record)
        self._rows[record["uuid"]] = (row.sheet, row.number)
        self._hold(record, base)
        return ADDED

    def _refuse(self, row: ImportRow, other: Record) -> str:
        earlier = self._row_of(other)
        place = (
            row_words(earlier, row)
            if earlier is not None
            else Message("{name} in the store", name=other["subject_name"])
        )
        row.findings.append(
            _row_finding(
                row,
                ERROR,
                Message(
                    "This could be the same record as {other}, so it was not imported: correct "
                    "the name or the point if it is another one, or delete one of the two rows.",
                    other=place,
                ),
            )
        )
        return REFUSED

    @staticmethod
    def _take_zero(row: ImportRow) -> None:
        """Take the scale 0 of a row whose base is known: it has stopped."""
        if row.zero:
            row.record["scale"] = 0
            row.findings = [found for found in row.findings if found.column != "scale"]
            message = Message("The scale is 0, so the base has stopped: is that right?")
            row.findings.append(_row_finding(row, WARNING, message)._replace(column="scale"))

    # --- helpers that need the index ---------------------------------------------------

    def _similar(self, base: tuple, record: Record) -> list[Record]:
        """Return a record that is nearly the same, if there is one.

        The same producer and product on the same point in another village; or nearly the same
        producer, with a point or phone that fits.
        """
        name, period = base[0], record["period"]
        if not name:
            return []
        for held in self._by_product.get((*base[:2], period), ()):
            if same_point(held, record):
                return [held]
        if len(name) < SIMILAR_LENGTH:
            return []
        others = self._names.get(_similar_key(base), ())
        # One slip leaves the beginning or the end of a name as it was.
        part = max(len(name) // 2 - 1, 1)
        head, tail = name[:part], name[-part:]
        for other in others:
            if (other.startswith(head) or other.endswith(tail)) and similar_keys(other, name):
                for held in self._of_period((other, *base[1:]), period):
                    if may_be_one(held, record):
                        return [held]
        return []

    def _number_crop(self, row: ImportRow, base: tuple) -> None:
        """Give a crop whose season is apart from the known ones its own number."""
        record = row.record
        if record["industry"] != CROPS or base not in self._by_base:
            return
        year = record["period"][:4]
        same_year = [
            held
            for held in self._by_base[base]
            if (held["period"] or "").startswith(year) and not distinct_points(held, record)
        ]
        if not same_year:
            return
        overlapping = [held for held in same_year if not seasons_apart(held, record)]
        if overlapping:
            # A round without dates, just opened, fits any season: one that has them comes first.
            found = next((held for held in overlapping if season(held)), overlapping[0])
            record["period"] = found["period"]
            return
        last = max(period_order(held["period"])[1] for held in same_year)
        record["period"] = crop_of(int(year), min(last + 1, 9))
        row.findings.append(
            _row_finding(
                row,
                INFO,
                Message("Taken as crop {number} of {year}.", number=last + 1, year=year),
            )
        )

    def _base_of(self, record: Record, base: tuple) -> str | None:
        """Return the base of an earlier period, if there is just one that fits."""
        earlier = self._by_base.get(base, ())
        same = {held["base_id"] for held in earlier if same_point(held, record)}
        if not same:
            same = {
                held["base_id"]
                for held in earlier
                if not distinct_points(held, record) and held["period"] != record["period"]
            }
        return same.pop() if len(same) == 1 else None


def _base_key(record: Record) -> tuple:
    """Return (producer, product, township, village) for matching.

    Where a value was not understood, the text of the sheet stands for it.
    """
    columns = ("subject_name", "product", "township", "village")
    parts = [record.get(column) for column in columns]
    if None in parts:
        texts = originals_of(record)
        parts = [
            f"?{texts[column]}" if part is None and texts.get(column) else part
            for column, part in zip(columns, parts)
        ]
    parts[0] = name_key(parts[0]) if parts[0] else None
    return tuple(parts)


def _similar_key(base: tuple) -> tuple:
    """Return what two similar names have in common: the place, and the numbers in them."""
    return (numbers_in(base[0]), *base[1:])


def _row_finding(row: ImportRow, level: str, message: Message) -> Finding:
    return Finding("import", level, message, sheet=row.sheet, row=row.number)
