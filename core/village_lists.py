"""The village that a text begins with, by the county's list or by the endings of names."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from .cells import ASK, FIX, OK, REJECT, WARN, Cell
from .messages import Message
from .spelling import nearest
from .text import is_elsewhere
from .townships import TownFound
from .villages import (
    GROUP,
    cuts,
    is_ending,
    split_village,
    squeeze,
    trim,
    village_form,
    village_key,
)

if TYPE_CHECKING:
    from .places import TownIndex


class Parts(NamedTuple):
    """What stood below the township: the village's cell and what is left over."""

    village: Cell
    rest: str = ""


def read_village(index: TownIndex | None, code: str | None, text: str) -> Parts:
    """Return the village that a text begins with, by the list where there is one."""
    flat = squeeze(text)
    if not flat:
        return Parts(
            Cell(
                REJECT,
                message=Message(
                    "The village is missing: write the address down to the village (note 6)."
                ),
            )
        )
    if is_elsewhere(flat):
        message = Message("{found} points to another cell: write it out.", found=flat)
        return Parts(Cell(REJECT, message=message))
    known = index.villages.get(code) if index and code and index.has_villages else None
    if known:
        found = _listed(known, flat)
        if found is not None:
            return found
    split = split_village(text)
    name = squeeze(split.village) if split.village else None
    rest = squeeze(split.detail or "")
    if name is None:
        return Parts(
            Cell(
                REJECT,
                message=Message(
                    "The village is missing: write the address down to the village (note 6)."
                ),
            ),
            rest,
        )
    near = nearest(name, {n for names in (known or {}).values() for n in names})
    proposal = near[0] if len(near) == 1 else None
    if split.kind == "bare":
        message = Message("Is {name} a 村 or a 社区? Write the full name.", name=name)
        return Parts(Cell(ASK, message=message, proposal=proposal), rest)
    value = village_form(name)
    if known:
        message = Message("{name} is not in the village list of this township.", name=value)
        return Parts(Cell(WARN, value, message, proposal=proposal), rest)
    if split.kind == "odd":
        message = Message("{name} has not the usual form of a village's name.", name=value)
        return Parts(Cell(WARN, value, message), rest)
    return Parts(Cell(OK if value == name else FIX, value), rest)


def _listed(known: dict[tuple[str, str], list[str]], text: str) -> Parts | None:
    """Return the longest listed village that a text begins with."""
    ends = cuts(text)
    group = GROUP.search(text)
    if group and group.start() > 1:
        ends = sorted({*ends, group.start()}, reverse=True)
    for end in ends:
        name, rest = trim(text[:end]), trim(text[end:])
        if is_ending(rest):
            continue
        stem, kind = village_key(name)
        found = known.get((stem, kind)) or (kind and known.get((stem + kind, kind)))
        if found:
            value = name if len(found) == 1 and name == found[0] else village_form(name)
            return Parts(Cell(OK if value == name else FIX, value), rest)
        if kind:
            continue
        same = [names[0] for (other, _), names in known.items() if other == name]
        if len(same) == 1:
            return Parts(Cell(FIX, same[0]), rest)
        if same:
            message = Message(
                "{name} may be {options}: write the full name.",
                name=name,
                options="、".join(same),
            )
            return Parts(Cell(ASK, message=message), rest)
    return None


def find_by_village(index: TownIndex, text: str) -> tuple[TownFound, str | None, Parts]:
    """Find the township through the village, where only that is written."""
    found: list[tuple[str, str, Parts]] = []
    flat = squeeze(text)
    if index.has_villages:
        for name, code in index.towns.items():
            parts = _listed(index.villages.get(code, {}), flat)
            if parts is not None:
                found.append((name, code, parts))
        longest = min((len(parts.rest) for _, _, parts in found), default=0)
        found = [each for each in found if len(each[2].rest) == longest]
    if len(found) == 1 and found[0][2].village.value:
        name, code, parts = found[0]
        return TownFound(name, "village"), code, parts
    if found:
        towns = "、".join(name for name, _, _ in found)
        message = Message(
            "{name} lies in more than one township ({towns}): name the township.",
            name=flat,
            towns=towns,
        )
        return TownFound(None, "missing"), None, Parts(Cell(ASK, message=message))
    parts = read_village(None, None, text)
    value = parts.village.value
    if value and len(village_key(value)[0]) < 2:
        message = Message("{name} lies in many townships: name the township.", name=value)
        parts = parts._replace(village=Cell(ASK, message=message))
    return TownFound(None, "missing"), None, parts


def listed_test(index: TownIndex) -> Callable[[str, str], bool | None]:
    """Return a test of (township, village): is it in the list; None where there is no list."""

    def listed(township: str, village: str) -> bool | None:
        known = index.villages.get(index.towns.get(township, ""))
        return village_key(village) in known if known else None

    return listed
