"""Rules of point and address of one record (A note 6, D3)."""

from __future__ import annotations

from collections.abc import Iterator

from .coordinates import PLACES, coarse_point
from .findings import ERROR, WARNING
from .messages import Message
from .projections import bd09_to_wgs84, gcj02_to_wgs84, wgs84_to_bd09, wgs84_to_gcj02
from .rule import Context, Rule, place
from .schema import Record
from .spelling import nearest

CHINA = (73.0, 3.0, 136.0, 54.0)  # west, south, east, north, degrees
_REGION = ("province", "city", "county")
_ROUGH = 4  # decimals of a point that nobody measured
_READ = {"gcj02": gcj02_to_wgs84, "bd09": bd09_to_wgs84}
_UNREAD = {"gcj02": wgs84_to_gcj02, "bd09": wgs84_to_bd09}
_SYSTEMS = {"gcj02": "GCJ-02", "bd09": "BD-09", "cgcs2000": "CGCS2000"}

NO_POINT = Message("The point is missing: place it on the map or type it in.")
SWAPPED = Message("Longitude and latitude are swapped: exchange them.")
NOT_IN_CHINA = Message("The point lies outside of China: place it again.")
COARSE = Message("{raw} has fewer than 6 decimals; take the point again (note 6).")
OUTSIDE = Message("The point lies {metres:.0f} m outside of the boundary: check it on the map.")
FAR_OUTSIDE = Message("The point lies far outside of the boundary: check it on the map.")
ELSEWHERE = Message(
    "The point lies in {neighbour}, {metres:.0f} m outside of the boundary: check it on the map."
)
READ_AS = Message("{finding} Read as {system} it lies inside.")
EXCHANGED = Message("{finding} With longitude and latitude exchanged it lies inside.")
OTHER_TOWNSHIP = Message(
    "The point lies in {found}, {metres:.0f} m outside of {township}: "
    "correct the point or the address."
)
OFF_TOWNSHIP = Message(
    "The point lies {metres:.0f} m outside of {township}: correct the point or the address."
)
OTHER_COUNTY = Message(
    "The address lies in {found}, not in {county}: correct the address "
    "or send the record to its own county."
)
NO_TOWNSHIP = Message("{name} is not a township of {county}.")
NO_VILLAGE = Message("{name} is not in the village list of this township.")


def _point(record: Record, context: Context) -> Iterator[tuple]:
    if place(record) is None:
        yield "geometry", NO_POINT


def _lies_in_china(lon: float, lat: float) -> bool:
    west, south, east, north = CHINA
    return west <= lon <= east and south <= lat <= north


def _in_china(record: Record, context: Context) -> Iterator[tuple]:
    point = place(record)
    if point is None or _lies_in_china(*point):
        return
    if _lies_in_china(*point[::-1]):
        yield "geometry", SWAPPED, point[::-1]
    else:
        yield "geometry", NOT_IN_CHINA


def _precision(record: Record, context: Context) -> Iterator[tuple]:
    point = place(record)
    if point is None:
        return
    original = record["coordinate_original"]
    if original:
        message = coarse_point(original)
        if message is not None:
            yield "geometry", COARSE.told(**message.args)
    elif all(value == round(value, _ROUGH) for value in point):
        yield "geometry", COARSE.told(raw=f"{point[0]:g},{point[1]:g}")


def _boundary(record: Record, context: Context) -> Iterator[tuple]:
    point = place(record)
    if context.inside is None or point is None:
        return
    metres = context.inside(*point)
    if metres > 0:
        yield "geometry", *_with_fix(_outside(metres, point, context), record, point, context)


def _outside(metres: float, point: tuple[float, float], context: Context) -> Message:
    if metres == float("inf"):
        return FAR_OUTSIDE
    names = context.boundary.names(*point) if context.boundary is not None else {}
    neighbour = "".join(filter(None, map(names.get, ("county", "township"))))
    if neighbour:
        return ELSEWHERE.told(neighbour=neighbour, metres=max(1, metres))
    return OUTSIDE.told(metres=max(1, metres))


def _with_fix(
    message: Message, record: Record, point: tuple[float, float], context: Context
) -> tuple[Message, tuple[float, float] | None]:
    """Return the message and the point that was meant, where another reading lies inside."""
    swapped = point[::-1]
    if _lies_in_china(*swapped) and not context.inside(*swapped):
        return EXCHANGED.told(finding=message), swapped
    if not _lies_in_china(*point):
        return message, None
    meant = {
        system: other
        for system, other in _other_readings(point, record["coordinate_source"])
        if not context.inside(*other)
    }
    if len(meant) > 1 and context.boundary is not None and record["township"]:
        in_township = {
            system: other
            for system, other in meant.items()
            if context.boundary.outside_township(*other, record["township"]) == 0
        }
        meant = in_township or meant
    if not meant:
        return message, None
    systems = " / ".join(_SYSTEMS[system] for system in meant)
    return READ_AS.told(finding=message, system=systems), next(iter(meant.values()))


def _other_readings(
    point: tuple[float, float], source: str | None
) -> Iterator[tuple[str, tuple[float, float]]]:
    """Yield what the numbers mean in each other system than the one they were taken for."""
    undo = _UNREAD.get(source)
    raw = undo(*point) if undo is not None else point
    if undo is not None:
        yield "cgcs2000", (round(raw[0], PLACES), round(raw[1], PLACES))
    for system, read in _READ.items():
        if system != source:
            lon, lat = read(*raw)
            yield system, (round(lon, PLACES), round(lat, PLACES))


def _township_point(record: Record, context: Context) -> Iterator[tuple]:
    point, township, boundary = place(record), record["township"], context.boundary
    if boundary is None or point is None or township is None:
        return
    metres = boundary.outside_township(*point, township)
    if not metres or boundary(*point) > 0:
        return  # inside, unknown, or outside of the county, which D3-boundary tells
    found = boundary.names(*point).get("township")
    if found and found != township:
        message = OTHER_TOWNSHIP.told(found=found, metres=max(1, metres), township=township)
    else:
        message = OFF_TOWNSHIP.told(metres=max(1, metres), township=township)
    yield "geometry", message


def _county(record: Record, context: Context) -> Iterator[tuple]:
    if not context.county or record["county"] is None:
        return
    province, _, county = context.county
    if record["county"] != county or (record["province"] or province) != province:
        yield (
            "county",
            OTHER_COUNTY.told(
                found=(record["province"] or "") + record["county"],
                county=county,
            ),
            {
                column: name
                for column, name in zip(_REGION, context.county)
                if name and record[column] != name
            },
        )


def _township(record: Record, context: Context) -> Iterator[tuple]:
    township = record["township"]
    if not context.townships or township is None or township in context.townships:
        return
    county = context.county_name
    if record["county"] not in (None, county):
        return  # D3-county tells
    like = {name for name in context.townships if name.startswith(township)}
    like = like or set(nearest(township, context.townships))
    fix = like.pop() if len(like) == 1 else None
    yield "township", NO_TOWNSHIP.told(name=township, county=county), fix


def _village(record: Record, context: Context) -> Iterator[tuple]:
    township, village = record["township"], record["village"]
    if context.listed is None or township is None or village is None:
        return
    if context.listed(township, village) is False:
        yield "village", NO_VILLAGE.told(name=village)


PLACE_RULES: tuple[Rule, ...] = (
    Rule(
        "A-point",
        ERROR,
        Message("The record has a point"),
        _point,
        (NO_POINT,),
        "附件1 备注6",
    ),
    Rule(
        "A-decimals",
        WARNING,
        Message("The point has 6 decimals"),
        _precision,
        (COARSE,),
        "附件1 备注6",
        about=("coordinate_original", "lon", "lat"),
    ),
    Rule(
        "D3-china",
        ERROR,
        Message("The point lies in China"),
        _in_china,
        (SWAPPED, NOT_IN_CHINA),
        "六(四)",
        Message("longitude and latitude exchanged"),
    ),
    Rule(
        "D3-boundary",
        ERROR,
        Message("The point lies inside the boundary"),
        _boundary,
        (OUTSIDE, ELSEWHERE, FAR_OUTSIDE, EXCHANGED, READ_AS),
        "五(四); 六(四)",
        Message("the point exchanged, or read as GCJ-02 or BD-09, where that one lies inside"),
    ),
    Rule(
        "D3-place",
        WARNING,
        Message("The point lies in its township"),
        _township_point,
        (OTHER_TOWNSHIP, OFF_TOWNSHIP),
        "附件1 备注6; 六(四)",
        about=("lon", "lat", "township"),
    ),
    Rule(
        "D3-county",
        ERROR,
        Message("The address lies in the county"),
        _county,
        (OTHER_COUNTY,),
        "附件1 备注6; 六(四)",
        Message("province, city and county of the store"),
    ),
    Rule(
        "D3-township",
        WARNING,
        Message("The township is one of the county's"),
        _township,
        (NO_TOWNSHIP,),
        "附件1 备注6",
        Message("the township of nearly this name"),
        about=("county",),
    ),
    Rule(
        "D3-village",
        WARNING,
        Message("The village is in the township's list"),
        _village,
        (NO_VILLAGE,),
        "附件1 备注6",
        about=("township",),
    ),
)
