"""Finding the township in a line that may also hold what stands above and below it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from .cells import ASK, BLANK, FIX, OK, REJECT, WARN, Cell
from .messages import Message
from .regions import PLACEHOLDERS, Region, stem
from .spelling import nearest, within_one
from .villages import has_ending, is_ending, split_village, trim

if TYPE_CHECKING:
    from .places import Places, TownIndex

_KINDS = "街道办事处|街道办|街道|街|民族乡|族乡|镇|乡|苏木|办事处"
_KIND = re.compile(rf"(?:{_KINDS})")
_OFFICE = re.compile(r"(?:办事处|办)(?!公)")
_GOVERNMENT = re.compile(r"(?:人民)?政府")
_HEAD = re.compile(
    r"^.{1,14}?(?:街道办事处|街道|镇|乡|苏木|地区|农场|林场|牧场|垦殖场|茶场|渔场|开发区|园区|管委会)"
)
_SHORT_HEAD = re.compile(r"^.{1,6}?(?:街道办事处|街道|镇|乡|苏木)")
_BLANKS = re.compile(r"\s+")


class Line(NamedTuple):
    """A line after names of the region were taken off its beginning.

    ``flat``: without blanks. ``full``, ``short``: how many full names and
    short forms were taken.
    """

    text: str
    flat: str
    full: int = 0
    short: int = 0

    @classmethod
    def of(cls, text: str, full: int = 0, short: int = 0) -> Line:
        """Return the line of a text."""
        return cls(text, _BLANKS.sub("", text), full, short)


class TownFound(NamedTuple):
    """The township of a line: its name in the list and how it was found.

    ``line``: number of the line it was found in; ``length``: how many of its
    characters, blanks aside, name the township; ``written``: those characters.
    """

    name: str | None
    how: str
    line: int = 0
    length: int = 0
    written: str = ""

    def cell(self, index: TownIndex | None) -> Cell:
        """Return the cell of the township."""
        return _CELLS[self.how](self) if self.how in _CELLS else BLANK


def _renamed(found: TownFound) -> Cell:
    message = Message(
        "The list names the township {name}, the sheet {found}.",
        name=found.name,
        found=found.written,
    )
    return Cell(WARN, found.name, message)


def _asked(found: TownFound) -> Cell:
    message = Message(
        "Is the township {found} a typing error of {name}?",
        name=found.name,
        found=found.written,
    )
    return Cell(ASK, message=message, proposal=found.name)


def _unknown(found: TownFound) -> Cell:
    message = Message(
        "There is no township {found} in this county's list: correct it, or add it to the list.",
        found=found.written,
    )
    return Cell(REJECT, message=message)


def _unchecked(found: TownFound) -> Cell:
    message = Message("{found} could not be checked: the county is not known.", found=found.written)
    return Cell(WARN, found.name, message)


def _by_village(found: TownFound) -> Cell:
    message = Message("The township {name} was found through the village.", name=found.name)
    return Cell(WARN, found.name, message)


def _missing(_found: TownFound) -> Cell:
    return Cell(REJECT, message=Message("The township is missing: fill it in."))


_CELLS = {
    "exact": lambda found: Cell(FIX if found.line else OK, found.name),
    "office": lambda found: Cell(FIX, found.name),
    "short": lambda found: Cell(FIX, found.name),
    "guessed": _renamed,
    "renamed": _renamed,
    "typo": _asked,
    "unknown": _unknown,
    "unchecked": _unchecked,
    "village": _by_village,
    "missing": _missing,
}


def without_region(places: Places, region: Region, text: str) -> list[Line]:
    """Return the line as it is, and with names of its region taken off, least first."""
    names = [cell.value or cell.proposal for cell in region[:3]]
    if region.code:
        known = places.county(region.code)
        names = [name or other for name, other in zip(known, names)]
    lines = [Line.of(text)]
    for name in names:
        if not name:
            continue
        for line in list(lines):
            for taken, full in ((name, 1), (stem_of_region(name), 0)):
                rest = _eat(line.text, taken)
                if rest:
                    lines.append(Line.of(rest, line.full + full, line.short + 1 - full))
                    break
        if name == names[0]:
            for placeholder in PLACEHOLDERS - {"县"}:
                for line in list(lines):
                    rest = _eat(line.text, placeholder) if line.full else None
                    if rest:
                        lines.append(Line.of(rest, line.full + 1, line.short))
    return sorted(lines, key=lambda line: line.full + line.short)


def stem_of_region(name: str) -> str:
    """Return the short form of a province, city or county."""
    return stem(name)


def _eat(text: str, name: str) -> str | None:
    """Return what follows a name at the beginning of a text, blanks in the name ignored."""
    at = 0
    for char in name:
        while at < len(text) and text[at].isspace():
            at += 1
        if at >= len(text) or text[at] != char:
            return None
        at += 1
    return trim(text[at:])


def find_town(index: TownIndex | None, lines: list[Line]) -> TownFound:
    """Return the township of the first line that has one, surest ways first."""
    if index is None or not index.towns:
        return _without_list(lines)
    for number, line in enumerate(lines):
        for name in index.longest_first:
            if line.flat.startswith(name):
                return _exact(name, number, line.flat)
    tried = [(n, line) for n, line in reversed(list(enumerate(lines))) if not is_ending(line.flat)]
    for way in (_other_kind, _no_kind, _typing_error, _stranger):
        for number, line in tried:
            found = way(index, line.flat)
            if found is not None:
                return found._replace(line=number)
    for number, line in tried:
        if line.short == 0 or line.full + line.short > 1:
            return TownFound(None, "", number)
    return TownFound(None, "")


def _exact(name: str, number: int, flat: str) -> TownFound:
    rest = flat[len(name) :]
    if is_ending(rest):  # 沙村镇居委会: the township gave the village its name
        return TownFound(name, "exact", number, 0, name)
    office = (_OFFICE.match(rest) if name.endswith("街道") else None) or _GOVERNMENT.match(rest)
    if office:
        return TownFound(name, "office", number, len(name) + office.end(), flat)
    return TownFound(name, "exact", number, len(name), name)


def _other_kind(index: TownIndex, flat: str) -> TownFound | None:
    """澄江乡 for 澄江镇."""
    for match in _KIND.finditer(flat, 1, 14):
        written = flat[: match.end()]
        names = index.stems.get(stem(written)) or index.stems.get(flat[: match.start()])
        rest = flat[match.end() :]
        if names and len(names) == 1 and not _starts_with_ending(rest):
            return TownFound(names[0], "renamed", 0, len(written), written)
    return None


def _no_kind(index: TownIndex, flat: str) -> TownFound | None:
    """澄江 for 澄江镇, alone or before a village."""
    for short in sorted(index.stems, key=len, reverse=True):
        names = index.stems[short]
        if len(names) != 1 or len(short) < 2 or short in names or not flat.startswith(short):
            continue
        rest = flat[len(short) :]
        if not rest:
            return TownFound(names[0], "short", 0, len(short), short)
        split = split_village(rest)
        if is_ending(rest) or split.kind != "sure" or _starts_with_ending(rest):
            continue
        if not index.has_villages:
            return TownFound(names[0], "guessed", 0, len(short), short)
        if index.holds(index.towns[names[0]], rest) and not index.holds_anywhere(flat):
            return TownFound(names[0], "short", 0, len(short), short)
    return None


def _starts_with_ending(rest: str) -> bool:
    return any(is_ending(rest[:n]) for n in range(1, min(6, len(rest)) + 1))


def _typing_error(index: TownIndex, flat: str) -> TownFound | None:
    head = _HEAD.match(flat)
    if head:
        near = nearest(head.group(), index.towns)
        if len(near) == 1:
            return TownFound(near[0], "typo", 0, head.end(), head.group())
    found = []
    for name in index.towns:
        written = flat[: len(name)]
        rest = flat[len(name) :]
        if (
            len(name) > 2
            and len(written) == len(name)
            and within_one(name, written)
            and not has_ending(written)
            and (not rest or not index.has_villages or index.holds(index.towns[name], rest))
            and (not rest or (split_village(rest).kind == "sure" and not is_ending(rest)))
        ):
            found.append((name, written))
    if len(found) == 1 and not (index.has_villages and index.holds_anywhere(flat)):
        name, written = found[0]
        return TownFound(name, "typo", 0, len(written), written)
    return None


def _stranger(index: TownIndex, flat: str) -> TownFound | None:
    """A township that the list has not."""
    if index.has_villages and index.holds_anywhere(flat):
        return None
    head = _SHORT_HEAD.match(flat)
    if head is None or head.end() < 3 or is_ending(flat[head.end() :]):
        return None
    rest = flat[head.end() :]
    if rest and split_village(rest).kind in ("bare", "none") and has_ending(flat):
        return None
    return TownFound(None, "unknown", 0, head.end(), head.group())


def _without_list(lines: list[Line]) -> TownFound:
    number = len(lines) - 1
    head = _HEAD.match(lines[number].flat)
    if head is None or is_ending(lines[number].flat[head.end() :]):
        return TownFound(None, "missing", number)
    return TownFound(head.group(), "unchecked", number, head.end(), head.group())
