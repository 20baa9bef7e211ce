"""Rules of the whole table: one point, one phone, the same record twice, totals (B, D3).

Each takes the table and the context and yields (record, column, Message), in n log n
at worst.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from .findings import ERROR, WARNING
from .messages import Message
from .near_duplicates import NEAR_METRES, near_pairs
from .record_table import RecordTable
from .round_windows import has_stopped
from .rounds import collected
from .rule import Context, Rule
from .schema import Record
from .scope import BELOW, added_up

SAME_POINT_RECORDS = 3  # so many producers on one point look copied from the office
SAME_PHONE_PRODUCERS = 3

SHARED_POINT = Message("{count} producers share this point: was it taken at the office?")
SHARED_PHONE = Message("{count} producers give this contact phone: whose is it?")
TWICE = Message(
    "The same producer, product, village and period stand twice: "
    "delete one of them or correct its point."
)
PERHAPS_TWICE = Message(
    "The same producer, product, village and period stand in {count} records, "
    "not all with a point: are they different plots?"
)
NEAR = Message("Nearly the same as {other} less than {metres:g} m away: is it the same record?")
TOO_LITTLE = Message(
    "All bases of {producer} have {total:g} {unit} of {product}, below the {threshold:g} {unit} "
    "to be collected: is the scale right?"
)


def _shared(
    table: RecordTable, values: Iterable[object], least: int
) -> Iterator[tuple[Record, int]]:
    """Yield the records whose value so many producers share at least, with their number."""
    groups: dict[object, list[int]] = defaultdict(list)
    for number, value in enumerate(values):
        if value is not None:
            groups[value].append(number)
    for group in groups.values():
        if len(group) >= least:
            producers = {table.keys[number] for number in group}
            if len(producers) >= least:
                for number in group:
                    yield table.records[number], len(producers)


def _rounded_point(record: Record) -> tuple[float, float] | None:
    lon, lat = record["lon"], record["lat"]
    return None if lon is None or lat is None else (round(lon, 6), round(lat, 6))


def _same_point(table: RecordTable, context: Context | None) -> Iterator[tuple]:
    """Many producers on one point: copied from the office."""
    points = map(_rounded_point, table.records)
    for record, count in _shared(table, points, SAME_POINT_RECORDS):
        yield record, "geometry", SHARED_POINT.told(count=count)


def _same_phone(table: RecordTable, context: Context | None) -> Iterator[tuple]:
    """One contact phone for many producers."""
    phones = (record["contact_phone"] or None for record in table.records)
    for record, count in _shared(table, phones, SAME_PHONE_PRODUCERS):
        yield record, "contact_phone", SHARED_PHONE.told(count=count)


def _duplicates(table: RecordTable, context: Context | None) -> Iterator[tuple]:
    """The same producer, product, village and period twice on one point, or without any."""
    for group in table.same:
        seen = set()
        for record in group:
            point = (record["lon"], record["lat"])
            if point in seen:
                yield record, "subject_name", TWICE
            seen.add(point)


def _perhaps_twice(table: RecordTable, context: Context | None) -> Iterator[tuple]:
    """The same with a point and without: another plot, or one that was placed twice."""
    for group in table.same:
        missing = [record for record in group if record["lon"] is None]
        if missing and len(missing) < len(group):
            for record in missing:
                yield record, "subject_name", PERHAPS_TWICE.told(count=len(group))


def _near(table: RecordTable, context: Context | None) -> Iterator[tuple]:
    """Points under 10 m apart with the same product and a similar name."""
    for record, other in near_pairs(table):
        message = NEAR.told(other=other["subject_name"], metres=NEAR_METRES)
        yield record, "subject_name", message


def _below(table: RecordTable, context: Context | None) -> Iterator[tuple]:
    """A producer whose bases together do not reach the threshold."""
    if context is None:
        return
    named = [r for r in collected(table.records) if r["subject_name"] and not has_stopped(r)]
    for _key, _name, parts in added_up(named, context.by_name):
        for total in parts:
            if total.verdict != BELOW:
                continue
            message = TOO_LITTLE.told(
                producer=total.producer,
                total=total.total,
                unit=total.unit,
                product=total.product,
                threshold=total.threshold,
            )
            for record in total.records:
                yield record, "scale", message


TABLE_RULES: tuple[Rule, ...] = (
    Rule(
        "D3-same-point",
        WARNING,
        Message("No point is shared by many producers"),
        _same_point,
        (SHARED_POINT,),
        "五(四); 六(四)",
        about=("lon", "lat"),
    ),
    Rule(
        "D3-same-phone",
        WARNING,
        Message("No phone is shared by many producers"),
        _same_phone,
        (SHARED_PHONE,),
        "五(四); 六(四)",
        about=("subject_name",),
    ),
    Rule(
        "D3-duplicate",
        ERROR,
        Message("No record stands twice"),
        _duplicates,
        (TWICE,),
        "五(四); 六(四)",
    ),
    Rule(
        "D3-twice",
        WARNING,
        Message("No record stands twice, with a point and without"),
        _perhaps_twice,
        (PERHAPS_TWICE,),
        "五(四); 六(四)",
        about=("product", "township", "village", "period"),
        told=("count",),
    ),
    Rule(
        "D3-near",
        WARNING,
        Message("No record lies beside a nearly equal one"),
        _near,
        (NEAR,),
        "五(四); 六(四)",
        about=("product", "lon", "lat"),
        told=("other",),
    ),
    Rule(
        "B1-threshold",
        WARNING,
        Message("The producer reaches the scale to be collected"),
        _below,
        (TOO_LITTLE,),
        "三; 五(四)",
        about=("product", "scale_unit"),
        told=("total", "threshold"),
    ),
)
