"""Three-way merging of one record: what each side said since both said the same (H3).

Both sides are the states of a record, oldest first. Base is the last state that they share:
one of their common past, or one that came from the other side in an earlier merge.
Nobody overwrites anybody: what both changed, each in its own way, is left for a person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from .comparing import SAME_POINT_DEGREES, equal
from .schema import BUSINESS, POINT, Record
from .versions import GEOMETRY, value_of

# What is merged field by field; the point is one of them. Status goes through the review.
FIELDS = (*BUSINESS, "period", "collected_on", "confirmed_on", "confirmed_how", GEOMETRY)
_WITH_POINT = ("coordinate_source", "coordinate_original")


class State(NamedTuple):
    """A record of our store at one time, None where it was deleted.

    ``sources``: id of each package that was merged just then -> the version it had there.
    """

    record: Record | None
    sources: Mapping[str, int] = MappingProxyType({})


class Arrival(NamedTuple):
    """A record as another store has it.

    ``source``: id of the package, "" where it cannot be told from others; ``name``: of its
    file; ``states``: as far as that store knows, None where it was deleted; ``rows``: its
    history, one for each state.
    """

    source: str
    name: str
    states: Sequence[Record | None]
    rows: Sequence[dict] = ()

    @property
    def record(self) -> Record | None:
        """Return the record as it is there now."""
        return self.states[-1]


class Difference(NamedTuple):
    """A field that an arrival says otherwise than we do.

    ``free``: we did not change it since the base, so it can be taken.
    """

    column: str
    base: object
    theirs: object
    arrival: Arrival
    free: bool


class Merged(NamedTuple):
    """``taken``: column -> what is taken; ``open``: what both changed."""

    taken: dict[str, Difference]
    open: list[Difference]


def same_value(column: str, a: object, b: object) -> bool:
    """Tell whether two values of a field say the same."""
    if column != GEOMETRY or a is None or b is None:
        return equal(column, a, b)
    return all(abs(one - two) <= SAME_POINT_DEGREES for one, two in zip(a, b, strict=True))


def alike(a: Record, b: Record) -> bool:
    """Tell whether two states of a record say the same."""
    return all(same_value(c, value_of(a, c), value_of(b, c)) for c in FIELDS)


def fork(mine: Sequence[State], arrival: Arrival) -> tuple[int, int] | None:
    """Return the numbers of the last state that both sides share; None where there is none.

    The same words alone do not make a common past: two people may write the same by chance.
    But a record that began the same in both stores, under one number, came from one place.
    """
    pairs = [
        (i, j)
        for j in reversed(range(len(arrival.states)))
        for i in reversed(range(len(mine)))
        if _shared(mine[i], arrival.states[j])
    ]
    for i, j in pairs:
        ours, theirs = mine[i].record, arrival.states[j]
        stamp = (ours.get("version"), ours.get("updated_at"))
        if stamp == (theirs.get("version"), theirs.get("updated_at")):
            return i, j
        if arrival.source and mine[i].sources.get(arrival.source) == theirs.get("version"):
            return i, j
    return next(((i, j) for i, j in pairs if j == 0), None)


def _shared(mine: State, theirs: Record | None) -> bool:
    return mine.record is not None and theirs is not None and alike(mine.record, theirs)


def differences(mine: Sequence[State], arrival: Arrival) -> list[Difference]:
    """Return the fields in which an arrival differs from us and from the base.

    Where there is no base, an empty field is taken as not changed.
    """
    found = fork(mine, arrival)
    ours = mine if found is None else mine[found[0] :]
    theirs = arrival.states if found is None else arrival.states[found[1] :]
    differing = []
    for column in FIELDS:
        now, wanted = value_of(mine[-1].record, column), value_of(arrival.record, column)
        base = _base(column, ours, theirs, arrival.source, found is not None)
        if not same_value(column, now, wanted) and not same_value(column, base, wanted):
            free = same_value(column, base, now)
            differing.append(Difference(column, base, wanted, arrival, free))
    return differing


def _base(
    column: str, ours: Sequence[State], theirs: Sequence[Record | None], source: str, known: bool
) -> object:
    """Return the value that we last took from the arrival, else that of the common state."""
    there = {state["version"]: value_of(state, column) for state in theirs if state is not None}
    for state in reversed(ours[1:] if known else ours):
        version = state.sources.get(source) if state.record is not None else None
        if source and version in there:
            value = value_of(state.record, column)
            # Where ours was kept then, nothing was taken.
            if same_value(column, value, there[version]):
                return value
    return value_of(ours[0].record, column) if known else None


def merge_record(mine: Sequence[State], arrivals: Iterable[Arrival]) -> Merged:
    """Merge what came into one record; the order of the arrivals does not matter."""
    by_column: dict[str, list[Difference]] = defaultdict(list)
    for arrival in arrivals:
        for each in differences(mine, arrival):
            by_column[each.column].append(each)
    merged = Merged({}, [])
    for column, found in by_column.items():
        chosen = one_of([each for each in found if each.free])
        if chosen is None:
            merged.open.extend(found)
            continue
        merged.taken[column] = chosen
        merged.open.extend(
            each for each in found if not same_value(column, each.theirs, chosen.theirs)
        )
    return merged


def one_of(found: Sequence[Difference]) -> Difference | None:
    """Return the one value on which all agree, None where they do not or there is none."""
    if not found or not all(
        same_value(each.column, each.theirs, found[0].theirs) for each in found
    ):
        return None
    return min(found, key=lambda each: (repr(each.theirs), each.arrival.name))


def values_of(taken: Iterable[Difference]) -> Record:
    """Return what is to be written for the fields taken; a point comes with its origin."""
    values: Record = {}
    for each in taken:
        if each.column == GEOMETRY:
            columns = (*POINT, *_WITH_POINT)
            values.update({key: each.arrival.record.get(key) for key in columns})
        else:
            values[each.column] = each.theirs
    return values
