"""The address of a place on the map: by the county's boundaries, else by the records near it.

A proposal fills what is empty and leaves the rest to the person.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from qgis.core import QgsPointXY, QgsVectorLayer

from ..core.messages import Message
from .boundary_names import LEVELS, named_place
from .nearby import records_within, text_of

FAR = 3000.0  # metres: records further off say nothing about a township
CLOSE = 500.0  # metres: records further off say nothing about a village
_RINGS = (250.0, CLOSE, FAR)  # widened only while too few records are found
_ENOUGH = 12
_CLEAR = 0.6  # share of the weight that a township needs
_SOFTEN = 20.0  # metres: the nearest record does not decide alone
_COLUMNS = ("uuid", "township", "village")


class Proposal(NamedTuple):
    """Column -> value of an address, and where it comes from."""

    values: dict[str, str]
    reason: Message

    def missing(self, typed: Mapping[str, object]) -> dict[str, str]:
        """Return what to fill in beside ``typed``; nothing below a part that differs."""
        fill: dict[str, str] = {}
        for level in LEVELS:
            ours, theirs = self.values.get(level), typed.get(level) or None
            if ours and theirs is None:
                fill[level] = ours
            elif theirs is not None and ours != theirs:
                break
        return fill

    def over(self, kept: Mapping[str, object]) -> dict[str, object]:
        """Return ``kept`` with our address in it; what it has below a part that differs goes."""
        values, differs = {**kept, **self.values}, False
        for level in LEVELS:
            if differs and level not in self.values:
                values.pop(level, None)
            theirs = kept.get(level)
            differs = differs or bool(theirs and self.values.get(level, theirs) != theirs)
        return values


def propose_address(
    layer: QgsVectorLayer,
    point: QgsPointXY,
    boundary: QgsVectorLayer | None,
    county_names: Sequence[str] = (),
    divisions: Iterable[tuple[str, str]] = (),
    except_uuid: str = "",
) -> Proposal:
    """Return the address that a point (CGCS2000 degrees) seems to have.

    ``layer``: the store's points; ``boundary``: polygons in any CRS; ``divisions``:
    (code, name) rows of the store.
    """
    from_map = named_place(boundary, point, dict(divisions)) if boundary is not None else {}
    place, metres = dict(from_map), None
    # A polygon of another county names its own province and city, and its own townships.
    ours = from_map.get("county") in (None, *county_names[2:3])
    if ours and "village" not in place:
        near, metres = _from_records(layer, point, place.get("township"), except_uuid)
        place.update(near)
    if not place:
        return Proposal(
            {}, Message("No boundary and no record near by tells the address: type it in.")
        )
    if ours:
        place.update({level: name for level, name in zip(LEVELS, county_names) if name})
    values = {level: place[level] for level in LEVELS if place.get(level)}
    return Proposal(values, _reason(boundary, from_map, metres))


def _reason(
    boundary: QgsVectorLayer | None, from_map: Mapping[str, str], metres: float | None
) -> Message:
    if metres is None:
        return Message("Address as in the boundary layer {layer}.", layer=boundary.name())
    if from_map:
        return Message(
            "Address as in the boundary layer {layer} and as of the records near by, "
            "the nearest {metres:.0f} m away.",
            layer=boundary.name(),
            metres=metres,
        )
    return Message(
        "Address as of the records near by, the nearest {metres:.0f} m away.", metres=metres
    )


def _from_records(
    layer: QgsVectorLayer, point: QgsPointXY, township: str | None, except_uuid: str
) -> tuple[dict[str, str], float | None]:
    """Return township and village as of the records around, and metres to the nearest."""
    found = _nearest(layer, point, township, except_uuid)
    if township is None:
        weights: Counter[str] = Counter()
        for metres, name, _village in found:
            weights[name] += 1 / (metres + _SOFTEN)
        if not weights:
            return {}, None
        township, most = weights.most_common(1)[0]
        if most < _CLEAR * sum(weights.values()):
            return {}, None
        said = {"township": township}
    else:
        said = {}
    close = [(name, village) for metres, name, village in found if metres <= CLOSE][:5]
    if close and close[0][1] and set(close) == {(township, close[0][1])}:
        said["village"] = close[0][1]
    return (said, found[0][0]) if said else ({}, None)


def _nearest(
    layer: QgsVectorLayer, point: QgsPointXY, township: str | None, except_uuid: str
) -> list[tuple[float, str, str]]:
    """Return (metres, township, village) of the nearest records that name a township."""
    found: list[tuple[float, str, str]] = []
    for ring in _RINGS:
        found = [
            (metres, name, text_of(feature, "village"))
            for metres, _, feature in records_within(layer, point, ring, _COLUMNS)
            if (name := text_of(feature, "township"))
            and township in (None, name)
            and text_of(feature, "uuid") != (except_uuid or None)
        ]
        if len(found) >= _ENOUGH:
            break
    return found[:_ENOUGH]
