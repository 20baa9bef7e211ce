"""The region of an address, from its cells or from the line that holds it all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from .cells import BLANK, FIX, REJECT, Cell
from .regions import Region, resolve, stem
from .townships import Line, find_town
from .villages import squeeze, trim

if TYPE_CHECKING:
    from .places import Places


def region_of(
    places: Places, texts: Mapping[str, str | None], line: str | None, default: str | None
) -> tuple[Region, str | None]:
    """Return the region of the cells, or of the line where they are empty."""
    names = [squeeze(texts[k]) if texts[k] else None for k in ("province", "city", "county")]
    if not any(names) and line:
        found = _named_in(places, squeeze(line), default)
        if found is not None:
            return found, line
    region = resolve(places, *names, default)
    if REJECT in (region.province.verdict, region.county.verdict):
        whole = _in_one_cell(places, names)
        if whole is not None:
            return whole, line
    if names[2] is None and region.code is None and line:
        # Province and city in their cells, the county only in the line.
        wider = _named_in(places, squeeze(line), default, region.province.value, region.city.value)
        if wider is not None:
            return wider, line
    return region, line


def _in_one_cell(places: Places, names: list[str | None]) -> Region | None:
    """Return the region where one cell of three holds all of it: 江西省吉安市泰和县."""
    whole = max((name for name in names if name), key=len)
    if not all(name is None or name in whole for name in names):
        return None
    region = _named_in(places, whole, None)
    if region is None or region.code is None or not region.sure:
        return None
    known = places.county(region.code)
    return Region(*(Cell(FIX, name or None) for name in known), region.code)


def _named_in(
    places: Places,
    line: str,
    default: str | None,
    province: str | None = None,
    city: str | None = None,
) -> Region | None:
    """Return the region that a line begins with, None where it names none."""
    if default and find_town(places.index(default), [Line.of(line)]).how == "exact":
        return None
    given = (province, city)
    rest = line
    name, rest = _take(places.children("").values(), rest, True)
    province = name or province
    scope = next((c for c, n in places.children("").items() if n == province), "")
    name, rest = _take(places.cities(scope).values(), rest, bool(scope))
    city = name or city
    if scope and city is None and rest.startswith("市辖区"):
        rest = trim(rest[3:])
    inside = next((c for c, n in places.cities(scope).items() if n == city), scope)
    county, _ = _take(places.counties(inside).values(), rest, len(inside) == 4)
    if county is None and inside:
        county, _ = _take(places.counties(scope).values(), rest, False)
    if county is None and (province, city) == given:
        return None
    region = resolve(places, province, city, county, default)
    if given == (None, None) and region.sure and region.code and region.city is BLANK:
        filled = places.county(region.code)[1]
        return region._replace(city=Cell(FIX, filled) if filled else BLANK)
    if county and not region.code:
        return region
    return region if region.code or county or city else None


def _take(names: Iterable[str], line: str, short: bool) -> tuple[str | None, str]:
    """Return the longest name that a line begins with, else a short form, and the rest."""
    names = list(names)
    full = max((n for n in names if line.startswith(n)), key=len, default=None)
    if full:
        return full, trim(line[len(full) :])
    if short:
        for name in sorted(names, key=len, reverse=True):
            part = stem(name)
            if part != name and line.startswith(part) and len(line) > len(part) + 1:
                return name, trim(line[len(part) :])
    return None, line
