"""Two records that may be one: what differs, and how far their points lie apart."""

from __future__ import annotations

from .near_duplicates import distance
from .originals import originals_of, to_json
from .schema import BUSINESS, CHOICES, COLLECTION_POINT, POINT, Record, split_choices

SAME_POINT_DEGREES = 1e-8  # what a round trip through a sheet may cost
NEIGHBOUR_METRES = 500.0  # nearly equal names further apart, with other phones, are two producers
MOVED_METRES = 100.0  # a point moved further, with another scale, may be another plot

_COMPARED = tuple(name for name in BUSINESS if name != "remarks")
_SEVERAL = frozenset(c.name for c in COLLECTION_POINT if c.kind == CHOICES)
_KEPT = ("collected_on", "confirmed_on", "confirmed_how")


def changes(held: Record, new: Record, imported: Record | None = None) -> Record:
    """Return the columns in which ``new`` says something else than ``held``.

    An empty value of a sheet never empties a filled one. ``imported``: the record as its last
    import left it; a sheet that only says this again does not take back an edit made since.
    """
    changed: Record = {}
    for name in (*_COMPARED, *_KEPT):
        value = new[name]
        if value is None or equal(name, value, held.get(name)):
            continue
        if imported is None or not equal(name, value, imported.get(name)):
            changed[name] = value
    moved = new["lon"] is not None and not same_point(held, new)
    if moved and (imported is None or not same_point(imported, new)):
        for name in (*POINT, "coordinate_source", "coordinate_original"):
            changed[name] = new[name]
    said = (imported or {}).get("remarks") or ""
    for part in (new["remarks"] or "").split("；"):
        remarks = changed.get("remarks") or held.get("remarks") or ""
        if part and part not in remarks and part not in said:
            changed["remarks"] = f"{remarks}；{part}" if remarks else part
    if changed and new["original_values"]:
        changed["original_values"] = to_json({**originals_of(held), **originals_of(new)})
    return changed


def equal(name: str, a: object, b: object) -> bool:
    """Tell whether two values of a column say the same; QGIS orders choices its own way."""
    if a == b:
        return True
    if name in _SEVERAL:
        return set(split_choices(a)) == set(split_choices(b))
    return isinstance(a, (int, float)) and isinstance(b, (int, float)) and abs(a - b) < 1e-9


def same_point(a: Record, b: Record) -> bool:
    """Tell whether both records have a point, and the same one."""
    if a["lon"] is None or b["lon"] is None:
        return False
    return (
        abs(a["lon"] - b["lon"]) <= SAME_POINT_DEGREES
        and abs(a["lat"] - b["lat"]) <= SAME_POINT_DEGREES
    )


def distinct_points(a: Record, b: Record) -> bool:
    """Tell whether both records have a point, and not the same one."""
    return a["lon"] is not None and b["lon"] is not None and not same_point(a, b)


def may_be_one(held: Record, new: Record) -> bool:
    """Tell whether two nearly equal names may be one producer: neighbours, or one phone."""
    if new["contact_phone"] and new["contact_phone"] == held.get("contact_phone"):
        return True
    return not distinct_points(held, new) or distance(held, new) < NEIGHBOUR_METRES


def other_plot(held: Record, new: Record) -> bool:
    """Tell whether a moved point and another scale may mean another plot."""
    return (
        distinct_points(held, new)
        and distance(held, new) > MOVED_METRES
        and new["scale"] is not None
        and not equal("scale", new["scale"], held.get("scale"))
    )
