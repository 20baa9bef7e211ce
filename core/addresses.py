"""The cells of an address, whole or in pieces, brought into its six columns."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from .cells import ASK, BLANK, FIX, OK, REJECT, WARN, Cell, ErrorCell
from .messages import Message
from .region_lines import region_of
from .regions import Region
from .text import clean, simplified
from .townships import TownFound, find_town, stem_of_region, without_region
from .village_lists import Parts, find_by_village, read_village
from .villages import is_ending, split_village, squeeze, trim, village_key

if TYPE_CHECKING:
    from .places import Places, TownIndex

COLUMNS = ("province", "city", "county", "township", "village", "address_detail")
RAW_KEYS = (*COLUMNS, "address")

_WIDE = str.maketrans({chr(0xFF10 + i): str(i) for i in range(10)})
_WIDE.update({0xFF21 + i: 65 + i for i in range(26)})
_WIDE.update({0xFF41 + i: 97 + i for i in range(26)})

_BELOW_COUNTY = re.compile("[镇乡村]|街道|社区|苏木")
_ALL_IN_BRACKETS = re.compile(r"[(（\[【]([^()（）\[\]【】]+)[)）\]】]")
_A_VILLAGE = re.compile(r"村(?:民?委员?会)?(?!社区|居)")


def normalise(places: Places, cells: Mapping[str, object], default: str | None) -> dict[str, Cell]:
    """Return a Cell for each of the six columns; see Places.normalise_address."""
    if places.name_of(default) is None:
        default = None
    texts: dict[str, str | None] = {}
    done: dict[str, Cell] = {}
    for key in RAW_KEYS:
        raw = cells.get(key)
        if isinstance(raw, ErrorCell):
            message = Message("The cell holds the error {error}: type the value.", error=str(raw))
            done["township" if key == "address" else key] = Cell(REJECT, message=message)
            raw = None
        texts[key] = _tidy(clean(raw))
    line_key = next((k for k in ("township", "address", "village") if texts[k]), None)
    line = texts[line_key] if line_key else None
    region, line = region_of(places, texts, line, default)
    if line is None:
        line_key, line = _beyond_region(places, region, texts)
    result = {
        "province": _unchanged(region.province, cells.get("province")),
        "city": _unchanged(region.city, cells.get("city")),
        "county": _unchanged(region.county, cells.get("county")),
    }
    result.update(_below(places, region, texts, line_key, line))
    for key in ("township", "village", "address_detail"):
        raw = cells.get(key)
        if raw is None and line_key:
            raw = cells.get(line_key)
        result[key] = _spelling_changed(result[key], raw)
    result.update(done)
    return result


def _beyond_region(
    places: Places, region: Region, texts: Mapping[str, str | None]
) -> tuple[str | None, str | None]:
    """Return the key and the rest of a region's cell that holds the whole address."""
    for key in ("county", "city", "province"):
        text = texts[key]
        last = without_region(places, region, text)[-1] if text else None
        if last and last.flat != squeeze(text) and _BELOW_COUNTY.search(last.flat):
            return key, last.text
    return None, None


def _tidy(text: str | None) -> str | None:
    return simplified(text.translate(_WIDE)) if text else None


def _unchanged(cell: Cell, raw: object) -> Cell:
    """Make ``ok`` what was written otherwise into ``fix``."""
    if cell.verdict == OK and cell.value != (raw or None):
        return cell._replace(verdict=FIX)
    return cell


def _spelling_changed(cell: Cell, raw: object) -> Cell:
    if cell.verdict == OK and cell.value and isinstance(raw, str) and cell.value not in raw:
        return cell._replace(verdict=FIX)
    return cell


# --- below the county -----------------------------------------------------------------


def _below(
    places: Places,
    region: Region,
    texts: Mapping[str, str | None],
    line_key: str | None,
    line: str | None,
) -> dict[str, Cell]:
    detail = texts["address_detail"]
    if line is None:
        cell = Cell(OK, squeeze(detail)) if detail else BLANK
        return {"township": BLANK, "village": BLANK, "address_detail": cell}
    index = places.index(region.code) if region.code else None
    lines = without_region(places, region, line)
    town = find_town(index, lines)
    rest = _after(lines[town.line].text, town)
    bracketed = _ALL_IN_BRACKETS.fullmatch(rest)  # 澄江镇（文田村）
    if bracketed and split_village(bracketed[1]).kind == "sure":
        rest = bracketed[1]
    if not town.how and any(each.flat in _names_of(region) for each in lines):
        rest = ""  # 泰和县: nothing below it
    code = index.towns.get(town.name) if index and town.name else None
    given = texts["village"] if line_key != "village" else None
    if given:
        if not town.how:
            town = town._replace(how="missing")
        given = _own_part(places, region, squeeze(given), town.name)
        parts = _both(index, code, given, rest)
    elif not town.how and index:
        town, code, parts = find_by_village(index, rest)
    else:
        parts = read_village(index, code, rest)
    if line_key == "township" and texts["address"]:
        parts = _with_address(places, region, index, town, code, parts, texts["address"])
    return _finish(town, code, index, parts, detail, given)


def _names_of(region: Region) -> set[str]:
    names = {cell.value for cell in region[:3] if cell.value}
    return names | {stem_of_region(name) for name in names}


def _after(line: str, town: TownFound) -> str:
    """Return what follows the township, its blanks still there to part it."""
    taken = town.length
    for at, char in enumerate(line):
        if taken == 0:
            return trim(line[at:])
        if not char.isspace():
            taken -= 1
    return "" if taken == 0 else line


def _own_part(places: Places, region: Region, text: str, town: str | None) -> str:
    """Return a village's cell without the township, and all above it, before it.

    Communities may be named after their township in full (榆垡镇工业区社区), villages are not.
    """
    lines = [line.flat for line in without_region(places, region, text)]
    line = next((line for line in lines if town and line.startswith(town)), "")
    rest = trim(line[len(town or "") :])
    return rest if _A_VILLAGE.search(rest) and not is_ending(rest) else text


def _both(index: TownIndex | None, code: str | None, given: str, rest: str) -> Parts:
    """Township's cell with something after the township, and a cell for the village."""
    parts = read_village(index, code, given)
    flat = squeeze(rest)
    if not flat:
        return parts
    name = given[: len(given) - len(parts.rest)] if parts.rest else given
    if flat.startswith(name):
        left = trim(flat[len(name) :])
        return parts._replace(rest=_joined(parts.rest, left))
    other = read_village(index, code, rest)
    if other.village.value and parts.village.value:
        if village_key(other.village.value) == village_key(parts.village.value):
            return parts._replace(rest=_joined(parts.rest, other.rest))
        message = Message(
            "The township's cell names {other}, the village's cell {village}: which is right?",
            other=other.village.value,
            village=parts.village.value,
        )
        return Parts(Cell(ASK, message=message, proposal=parts.village.value), flat)
    return parts._replace(rest=_joined(parts.rest, flat))


def _joined(*texts: str) -> str:
    kept: list[str] = []
    for text in texts:
        if text and not any(text in other for other in kept):
            kept.append(text)
    return " ".join(kept)


def _with_address(
    places: Places,
    region: Region,
    index: TownIndex | None,
    town: TownFound,
    code: str | None,
    parts: Parts,
    address: str,
) -> Parts:
    """Add what the column of the whole address says beyond the other cells."""
    lines = without_region(places, region, address)
    again = find_town(index, lines)
    rest = _after(lines[again.line].text, again)
    if again.name and town.name and again.name != town.name:
        return parts._replace(rest=_joined(parts.rest, squeeze(address)))
    more = read_village(index, code, rest)
    if parts.village.value is None and parts.village.verdict == REJECT:
        return more._replace(rest=_joined(parts.rest, more.rest))
    if (
        more.village.value
        and parts.village.value
        and (village_key(more.village.value) == village_key(parts.village.value))
    ):
        return parts._replace(rest=_joined(parts.rest, more.rest))
    return parts._replace(rest=_joined(parts.rest, squeeze(rest)))


def _finish(
    town: TownFound,
    code: str | None,
    index: TownIndex | None,
    parts: Parts,
    detail: str | None,
    given: str | None,
) -> dict[str, Cell]:
    village, rest = parts
    own = squeeze(detail) if detail else ""
    whole = _joined(own, rest) if own else rest
    if rest and rest not in own and village.verdict in (OK, FIX):
        message = Message("{rest} was moved to the address detail.", rest=rest)
        village = village._replace(verdict=WARN, message=message)
    detail_cell = BLANK if not whole else Cell(OK if own == whole else FIX, whole)
    return {
        "township": town.cell(index),
        "village": village,
        "address_detail": detail_cell,
    }
