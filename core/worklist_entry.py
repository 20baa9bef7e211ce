"""One entry of the worklist: what lists show of a record, and what is wrong with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter
from sys import intern
from typing import NamedTuple

from .accepting import Accepted
from .findings import ERROR, WARNING, Finding
from .masking import masked
from .messages import Message
from .periods import period_order
from .round_windows import ALONE, Basis, Past, Round, round_of
from .rounds import collected
from .rules import Context, judge_table
from .schema import Record
from .text import nfkc

# What the edit buffer of a layer did to a record.
SAVED, ADDED, CHANGED, DELETED = "", "added", "changed", "deleted"

# What a search looks through.
_SEARCHED = (
    *("subject_name", "alias", "product", "township", "village", "address_detail"),
    *("contact", "contact_phone", "collector", "collector_phone", "grid_officer"),
    *("remarks", "return_reason", "period"),
)
# Columns of a record that an entry is made of, besides those that rules look at.
SHOWN = (
    *("uuid", "base_id", "period", "status", "return_reason", "return_deadline", "updated_at"),
    *("collected_on", "version"),
)


class TableFacts(NamedTuple):
    """What only the whole table shows of a record.

    ``superseded``: there is a later period of the same base and product. ``past``: neither
    shown nor to be worked on, so that nobody need put it right. ``basis``: what its next
    round follows from, where it is not this record alone. ``findings``: accepted ones too.
    """

    errors: int = 0
    warnings: int = 0
    message: Message | None = None
    superseded: bool = False
    past: bool = False
    basis: Basis | None = None
    findings: tuple[Finding, ...] = ()


@dataclass
class Entry:
    """One record in the list; ``fid`` is its feature id, negative while not saved.

    ``errors``, ``warnings`` and ``message`` (of the first error, else warning) come from
    the rules of one record; warnings that were accepted do not count. ``flags`` and
    ``due`` are the worklist's.
    """

    __slots__ = (
        *("fid", "mark", "uuid", "base_id", "producer", "product", "township", "village"),
        *("contact_phone", "collector", "collector_phone", "period", "status", "lon", "lat"),
        *("scale", "scale_unit", "facility", "return_reason", "deadline", "updated_at"),
        *("version", "errors", "warnings", "message"),
        *("round", "haystack", "table", "flags", "due"),
    )

    fid: int
    mark: str
    uuid: str | None
    base_id: str | None
    producer: str | None
    product: str | None
    township: str | None
    village: str | None
    contact_phone: str | None
    collector: str | None
    collector_phone: str | None
    period: str | None
    status: str | None
    lon: float | None
    lat: float | None
    scale: float | None
    scale_unit: str | None
    facility: int | None
    return_reason: str | None
    deadline: str | None
    updated_at: str | None
    version: int | None
    errors: int
    warnings: int
    message: Message | None
    round: Round
    haystack: str
    table: TableFacts | None
    flags: int
    due: Message | None

    @property
    def error_count(self) -> int:
        """How many errors the record has, with those that the table shows."""
        return self.errors + (self.table.errors if self.table is not None else 0)

    @property
    def warning_count(self) -> int:
        """How many warnings the record has, with those that the table shows."""
        return self.warnings + (self.table.warnings if self.table is not None else 0)

    @property
    def is_wrong(self) -> bool:
        """Whether there is any error or warning in a record that somebody should put right."""
        if self.table is None:
            return bool(self.errors or self.warnings)
        return not self.table.past and bool(self.error_count or self.warning_count)

    @property
    def problem(self) -> Message | None:
        """What is wrong: the first error, else the first warning."""
        table = self.table
        if table is None or table.message is None or self.errors:
            return self.message
        return table.message if table.errors or self.message is None else self.message


_FID = "fid"  # beside the columns that rules of the whole table read
# What rules of the whole table compare.
TABLE_VALUES = attrgetter(
    *("mark", "uuid", "base_id", "producer", "product", "township", "village"),
    *("contact_phone", "round", "lon", "lat", "scale", "scale_unit", "facility"),
)


def make_entry(fid: int, record: Record, findings: list[Finding], mark: str = SAVED) -> Entry:
    """Return the entry of a record with what its own rules found and nobody accepted."""
    errors, warnings, message = _summary(findings)
    found = [str(record[column]) for column in _SEARCHED if record.get(column) is not None]
    return Entry(
        fid=fid,
        mark=mark,
        uuid=record["uuid"],
        base_id=record["base_id"],
        producer=record["subject_name"],
        product=_shared(record["product"]),
        township=_shared(record["township"]),
        village=_shared(record["village"]),
        contact_phone=record["contact_phone"],
        collector=_shared(record["collector"]),
        collector_phone=_shared(record["collector_phone"]),
        period=_shared(record["period"]),
        status=_shared(record["status"]),
        lon=record["lon"],
        lat=record["lat"],
        scale=record["scale"],
        scale_unit=_shared(record["scale_unit"]),
        facility=record["facility"],
        return_reason=record["return_reason"],
        deadline=_shared(record["return_deadline"]),
        updated_at=record["updated_at"],
        version=record["version"],
        errors=errors,
        warnings=warnings,
        message=message,
        round=round_of(record),
        haystack=nfkc("\n".join(found)).casefold(),
        table=None,
        flags=0,
        due=None,
    )


def _shared(text: str | None) -> str | None:
    """Return one object for the same word in many records."""
    return intern(text) if type(text) is str else text


def _summary(findings: Iterable[Finding]) -> tuple[int, int, Message | None]:
    """Return the number of errors and of warnings, and what the first one says, phones masked."""
    errors = [f for f in findings if f.level == ERROR]
    warnings = [f for f in findings if f.level == WARNING]
    first = errors or warnings
    return len(errors), len(warnings), masked(first[0]).message if first else None


def table_facts(
    entries: Iterable[Entry], context: Context, accepted: Accepted
) -> dict[int, TableFacts]:
    """Return by feature id what only the whole table shows; n log n at worst.

    As ``validate`` decides it: the same records are compared, what was accepted is left out.
    """
    entries = [entry for entry in entries if entry.mark != DELETED]
    records = [_compared(entry) for entry in entries]
    shown = collected(records)
    found: dict[int, list[Finding]] = defaultdict(list)
    stand: dict[int, list[Finding]] = defaultdict(list)
    for record, finding in judge_table(shown, context):
        found[record[_FID]].append(finding)
        if accepted.of(finding, record) is None:
            stand[record[_FID]].append(finding)
    superseded, bases = _rounds(entries)
    past = superseded - {record[_FID] for record in shown}
    return {
        fid: TableFacts(
            *_summary(stand.get(fid, ())),
            fid in superseded,
            fid in past,
            bases.get(fid),
            tuple(found.get(fid, ())),
        )
        for fid in {*found, *superseded, *bases}
    }


def _compared(entry: Entry) -> Record:
    """Return what table rules read, and the feature: numbers may be missing."""
    return {
        _FID: entry.fid,
        "uuid": entry.uuid,
        "base_id": _base(entry)[0],
        "subject_name": entry.producer,
        "product": entry.product,
        "township": entry.township,
        "village": entry.village,
        "period": entry.period,
        "status": entry.status,
        "contact_phone": entry.contact_phone,
        "scale": entry.scale,
        "scale_unit": entry.scale_unit,
        "facility": entry.facility,
        "lon": entry.lon,
        "lat": entry.lat,
    }


def _rounds(entries: list[Entry]) -> tuple[set[int], dict[int, Basis]]:
    """Return the features that have a later period of the same base and product, and for
    those that have only an earlier one what their next round follows from."""
    groups: dict[tuple, list[Entry]] = defaultdict(list)
    for entry in entries:
        groups[_base(entry)].append(entry)
    superseded: set[int] = set()
    bases: dict[int, Basis] = {}
    for group in groups.values():
        if len(group) == 1:
            continue
        latest = max(period_order(entry.period) for entry in group)
        past = Past(entry.round for entry in group)
        for entry in group:
            if period_order(entry.period) < latest:
                superseded.add(entry.fid)
            elif (basis := past.basis(entry.round)) != ALONE.basis(entry.round):
                bases[entry.fid] = basis
    return superseded, bases


def _base(entry: Entry) -> tuple:
    return entry.base_id or entry.uuid or entry.fid, entry.product
