"""What a record was in each version, and what changed in between (D5).

A row of the history holds the whole record ``before`` it; what came out of it is what
the next row found, or the record as it stands now.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from .errors import StoreError
from .messages import Message
from .schema import APPROVED, COLLECTION_POINT, COLUMNS, DRAFT, POINT, SUBMITTED, Record
from .tables import DELETE, UPDATE

GEOMETRY = "geometry"  # stands for the pair of lon and lat
ADDED, CHANGED, DELETED = "added", "changed", "deleted"

# What every version has another of, or that is the program's own.
_BOOKKEEPING = ("uuid", "version", "updated_at", "updated_by")
_COMPARED = tuple(
    c.name for c in COLLECTION_POINT if c.name not in (*_BOOKKEEPING, "original_values")
)
# What is decided about a record is not brought back with its content.
_NOT_RESTORED = (*_BOOKKEEPING, "status", "return_reason", "return_deadline")
_RESTORED = tuple(key for key in (*COLUMNS, *POINT) if key not in _NOT_RESTORED)

# What a version says in which nothing but a point was moved.
_MOVED = {*POINT, "version", "updated_at", "status"}
AT_ONCE = timedelta(seconds=1)


class FieldChange(NamedTuple):
    """A column (or GEOMETRY, as (lon, lat)) at both ends, and its last change in between."""

    column: str
    old: object
    new: object
    version: int
    time: str
    operator: str | None


class Difference(NamedTuple):
    """What became of a record between two versions.

    ``old`` or ``new`` is None where there was no record; ``first`` and ``last`` are the
    rows of the history next to both ends.
    """

    kind: str
    old: Record | None
    new: Record | None
    first: dict
    last: dict
    fields: tuple[FieldChange, ...]


def with_movers(rows: list[dict]) -> list[dict]:
    """Return the versions of a record, oldest first, with who moved its point.

    QGIS writes a moved point before the values, and who edits is one of these. So the version
    of the point names the one who edited last; the next version, written at once, knows.
    """
    found = list(rows)
    for number, (row, later) in enumerate(zip(rows, rows[1:])):
        if _only_moved(row) and at_once(row, later):
            found[number] = {**row, "operator": later["operator"]}
    return found


def at_once(row: dict, later: dict) -> bool:
    """Tell whether two versions were written by one saving, which QGIS does in steps."""
    if not row["operation"] == later["operation"] == UPDATE or row["batch"] != later["batch"]:
        return False
    first, last = (datetime.fromisoformat(each["time"].rstrip("Z")) for each in (row, later))
    return last - first < AT_ONCE


def _only_moved(row: dict) -> bool:
    before, after = row["before"] or {}, row["after"] or {}
    changed = {key for key, value in after.items() if value != before.get(key)}
    return changed <= _MOVED and not changed.isdisjoint(POINT)


def states(rows: list[dict], current: Record | None) -> list[Record | None]:
    """Return the record after each row of its whole history, None where it was deleted."""
    found = [row["before"] for row in rows[1:]]
    found.append(current)
    return [None if row["operation"] == DELETE else s for row, s in zip(rows, found)]


def state_at(rows: list[dict], current: Record | None, version: int) -> Record:
    """Return a record as it was in a version. Raises StoreError where there is none."""
    for row, state in zip(rows, states(rows, current)):
        if row["version"] == version and state is not None:
            return state
    known = [str(r["version"]) for r, s in zip(rows, states(rows, current)) if s is not None]
    raise StoreError(
        Message("The record has no version {version}.", version=version),
        Message("Choose one of its versions: {versions}.", versions=", ".join(known) or "–"),
    )


def difference(
    rows: list[dict], current: Record | None, first: int, last: int
) -> Difference | None:
    """Return what ``rows[first:last]`` did to a record; None where nothing came of it."""
    if first >= last:
        return None
    after = states(rows, current)
    old, new = (after[first - 1] if first else None), after[last - 1]
    if old is None and new is None:
        return None
    kind = ADDED if old is None else DELETED if new is None else CHANGED
    fields = ()
    if kind == CHANGED:
        steps = list(zip(rows[first:last], [old, *after[first:last]], after[first:last]))
        fields = tuple(_fields(old, new, steps))
        if not fields:
            return None
    return Difference(kind, old, new, rows[first], rows[last - 1], fields)


def _fields(old: Record, new: Record, steps: list[tuple]):
    for column in (*_COMPARED, GEOMETRY):
        one, two = value_of(old, column), value_of(new, column)
        if one == two:
            continue
        row = next(r for r, a, b in reversed(steps) if value_of(a, column) != value_of(b, column))
        yield FieldChange(column, one, two, row["version"], row["time"], row["operator"])


def value_of(record: Record | None, column: str) -> object:
    """Return a value of a record, (lon, lat) for GEOMETRY; None where it has none."""
    if record is None:
        return None
    if column == GEOMETRY:
        lon, lat = record.get("lon"), record.get("lat")
        return None if lon is None or lat is None else (lon, lat)
    return record.get(column)


def span(rows: list[dict], start: str | int | None, end: str | int | None) -> tuple[int, int]:
    """Return (first, last) such that ``rows[first:last]`` lie between two ends.

    A number is a version: what came after ``start``, up to ``end`` with it. A text is a
    time (UTC): from ``start`` on, before ``end``.
    """
    return _place(rows, start, 0), _place(rows, end, len(rows))


def _place(rows: list[dict], end: str | int | None, default: int) -> int:
    if end is None:
        return default
    if isinstance(end, int):
        return sum(row["version"] <= end for row in rows)
    return sum(row["time"] < end for row in rows)


def last_time(rows: list[dict], current: Record, status: str) -> int:
    """Return how many ``rows`` a record had when it was in a status last, 0 where never."""
    return max(
        (
            number
            for number, state in enumerate(states(rows, current), start=1)
            if state is not None and state["status"] == status
        ),
        default=0,
    )


def restored(state: Record, current: Record | None) -> Record:
    """Return what to write so that a record gets an earlier state back.

    Where it stands in its review it stays, but for an approval, which an edit takes away.
    ``current`` None: it was deleted and comes as a new one.
    """
    values = {key: state[key] for key in _RESTORED if key in state}
    if current is None:
        waits = state["status"] in (SUBMITTED, APPROVED)
        return {**values, "uuid": state["uuid"], "status": SUBMITTED if waits else DRAFT}
    changes = {key: value for key, value in values.items() if value != current[key]}
    if changes and current["status"] == APPROVED:
        changes["status"] = SUBMITTED
    return changes
