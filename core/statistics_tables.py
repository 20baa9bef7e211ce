"""The statistics as tables of numbers (G4): what sheet and page show, and count no more."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from . import statistics_words as words
from .messages import Message
from .monitoring_words import place_name
from .schema import CERTIFICATIONS, SCALE_UNITS, SUBJECT_TYPES, TRACE_MODES
from .sorting import listed_key
from .statistics_count import ALL_YEAR, MILLION, NOT_STATED, OTHER_TIME, Count, Group

RECORDS, POINTS, NO_SCALE = ("records",), ("points",), ("no_scale",)
TOWNSHIP, PRODUCT = "township", "product"

_GREY = "#9aa0a6"  # what is not filled in, and what has no colour of its own
_COLOURS = (
    *("#2f6690", "#1b7f4b", "#d98314", "#8a6bb1", "#c4606a", "#2596be", "#5c8f1e", "#7a3b12"),
)

Key = tuple[Hashable, ...]  # which column of a table: its kind, and what it is of


class Head(NamedTuple):
    """A column: its key and name; ``unit`` of a scale, "" where it counts records.

    ``colour``: of its part in bars and charts.
    """

    key: Key
    name: Message
    unit: str = ""
    colour: str = ""


class Line(NamedTuple):
    """A row: of whom (None: not filled in), and a number for each column."""

    name: str | None
    values: tuple[float, ...]


class Table(NamedTuple):
    """A table: the county's sum, then the lines of each column in ``blocks``.

    ``parts``: from where to where the columns are parts of the records, if they are.
    """

    key: str
    title: Message
    unit: Message
    heads: tuple[Head, ...]
    total: Line
    blocks: dict[str, tuple[Line, ...]]
    notes: tuple[Message, ...]
    parts: tuple[int, int] | None = None

    def column(self, key: Key) -> int:
        """Return the position of a column; ValueError where there is none."""
        return [head.key for head in self.heads].index(key)


@dataclass(frozen=True)
class Statistics:
    """All tables, and what of them goes into a layer."""

    tables: tuple[Table, ...]
    records: int
    points: int
    scales: dict[str, float]  # by unit
    townships: tuple[tuple[str | None, int, int, dict[str, float]], ...]  # the same for each

    def table(self, key: str) -> Table:
        """Return a table by its key."""
        return next(table for table in self.tables if table.key == key)

    @property
    def colours(self) -> dict[str | None, str]:
        """The colour of each product that was found."""
        heads = self.table(NUMBER).heads
        return {head.key[1]: head.colour for head in heads if head.key[0] == PRODUCT}


NUMBER, SCALE, SUBJECT, CERTIFIED, TRACED, CALENDAR = (
    *("number", "scale", "subject_type", "certification", "trace_modes", "calendar"),
)


def statistics(
    groups: Mapping[Group, Count], months: Sequence[str], products: Mapping[str, str]
) -> Statistics:
    """Return the tables of what was counted.

    ``products``: the county's, in its order, each with the colour that maps give it.
    """
    made = _Tables(groups, products)
    number = made.number()
    scale = made.scale()
    tables = (
        number,
        scale,
        made.choices(SUBJECT, words.SUBJECT_TYPES, SUBJECT_TYPES, (TOWNSHIP, PRODUCT)),
        made.choices(CERTIFIED, words.CERTIFICATION, CERTIFICATIONS, (PRODUCT, TOWNSHIP)),
        made.trace_modes(),
        made.calendar(months),
    )

    def sums(line: Line) -> dict[str, float]:
        cells = zip(scale.heads, line.values)
        return {head.unit: value for head, value in cells if head.key[0] == "sum"}

    points = number.column(POINTS)
    return Statistics(
        tables,
        number.total.values[0],
        number.total.values[points],
        sums(scale.total),
        tuple(
            (line.name, line.values[0], line.values[points], sums(same))
            for line, same in zip(number.blocks[TOWNSHIP], scale.blocks[TOWNSHIP])
        ),
    )


Cells = Callable[[Group, Count], Iterable[tuple[Key, int]]]


class _Tables:
    """Adds groups up to tables."""

    def __init__(self, groups: Mapping[Group, Count], products: Mapping[str, str]) -> None:
        self._groups, self._colours = groups, products
        self._products = _sorted({group.product for group in groups}, tuple(products))
        units = {group.unit for group in groups} - {None}
        self._units = [unit for unit in _sorted(units, SCALE_UNITS) if unit]

    def number(self) -> Table:
        """Return the records of each township by product."""
        heads = [
            Head(("product", name), place_name(name), colour=self._colours.get(name, _GREY))
            for name in self._products
        ]
        heads.append(Head(POINTS, words.POINTS))

        def cells(group: Group, count: Count) -> Iterator[tuple[Key, int]]:
            yield ("product", group.product), count.records
            yield POINTS, count.points

        notes = (words.RECORDS_NOTE, words.POINTS_NOTE)
        parts = (1, 1 + len(self._products))
        return self._table(NUMBER, words.NUMBER, heads, cells, (TOWNSHIP,), notes, parts)

    def scale(self) -> Table:
        """Return the scale of each township by product and unit."""
        there = {(group.product, group.unit) for group in self._groups}
        heads = [
            Head(("scale", name, unit), words.IN_UNIT.told(name=place_name(name), unit=unit), unit)
            for name in self._products
            for unit in self._units
            if (name, unit) in there
        ]
        heads += [Head(("sum", unit), words.SUM.told(unit=unit), unit) for unit in self._units]
        heads.append(Head(NO_SCALE, words.NO_SCALE))

        def cells(group: Group, count: Count) -> Iterator[tuple[Key, int]]:
            if group.unit is None:
                yield NO_SCALE, count.records
            else:
                yield ("scale", group.product, group.unit), count.millionths
                yield ("sum", group.unit), count.millionths

        notes = (words.RECORDS_NOTE, words.SCALE_NOTE, words.NO_SCALE_NOTE)
        table = self._table(SCALE, words.SCALE, heads, cells, (TOWNSHIP,), notes)
        return table._replace(unit=words.OF_SCALE)

    def choices(
        self, column: str, title: Message, official: tuple[str, ...], blocks: tuple[str, ...]
    ) -> Table:
        """Return the records by a column of which each has one value."""
        found = {getattr(group, column) for group in self._groups}
        heads = _choice_heads(column, _with(found, official))

        def cells(group: Group, count: Count) -> Iterator[tuple[Key, int]]:
            yield (column, getattr(group, column)), count.records

        notes = (words.RECORDS_NOTE, words.CHOICE_NOTE)
        return self._table(column, title, heads, cells, blocks, notes, (1, 1 + len(heads)))

    def trace_modes(self) -> Table:
        """Return the records by trace mode, of which they may have several."""
        found = {mode for group in self._groups for mode in group.trace_modes}
        heads = _choice_heads(TRACED, _with(found, TRACE_MODES))

        def cells(group: Group, count: Count) -> Iterator[tuple[Key, int]]:
            for mode in group.trace_modes:
                yield (TRACED, mode), count.records

        notes = (words.RECORDS_NOTE, words.MODES_NOTE)
        return self._table(TRACED, words.TRACE_MODES, heads, cells, (PRODUCT, TOWNSHIP), notes)

    def calendar(self, months: Sequence[str]) -> Table:
        """Return the records that are on the market in each month."""
        heads = [Head(("month", each), place_name(each)) for each in months]
        without = (ALL_YEAR, NOT_STATED, OTHER_TIME)
        heads += [Head(("month", each), words.WITHOUT_MONTH[each]) for each in without]

        def cells(group: Group, count: Count) -> Iterator[tuple[Key, int]]:
            for month in group.months:
                yield ("month", month), count.records

        notes = (
            *(words.RECORDS_NOTE, words.CALENDAR_NOTE),
            *(words.WITHOUT_MONTH_NOTE, words.COLOUR_NOTE),
        )
        return self._table(CALENDAR, words.CALENDAR, heads, cells, (PRODUCT, TOWNSHIP), notes)

    def _table(
        self,
        key: str,
        title: Message,
        heads: Iterable[Head],
        cells: Cells,
        blocks: Iterable[str],
        notes: tuple[Message, ...],
        parts: tuple[int, int] | None = None,
    ) -> Table:
        """Add up; the first column of every table has the records."""
        heads = (Head(RECORDS, words.RECORDS), *heads)
        total: Counter = Counter()
        rows: dict[str, dict] = {block: defaultdict(Counter) for block in blocks}
        for group, count in self._groups.items():
            into = [total, *(rows[block][getattr(group, block)] for block in rows)]
            for cell, number in ((RECORDS, count.records), *cells(group, count)):
                for sums in into:
                    sums[cell] += number

        def line(name: str | None, sums: Counter) -> Line:
            return Line(
                name,
                tuple(sums[h.key] / MILLION if h.unit else sums[h.key] for h in heads),
            )

        order = {PRODUCT: self._products}
        return Table(
            key,
            title,
            words.OF_RECORDS,
            heads,
            line(None, total),
            {
                block: tuple(line(name, sums[name]) for name in _sorted(sums, order.get(block, ())))
                for block, sums in rows.items()
            },
            notes,
            parts,
        )


def _choice_heads(column: str, names: Iterable[str | None]) -> list[Head]:
    return [
        Head(
            (column, name),
            place_name(name),
            colour=_GREY if name is None else _COLOURS[position % len(_COLOURS)],
        )
        for position, name in enumerate(names)
    ]


def _with(found: Iterable[str | None], official: Sequence[str]) -> list[str | None]:
    """Return the official words, then what else was found, what is not filled in last."""
    return _sorted({*official, *found}, official)


def _sorted(names: Iterable[str | None], first: Sequence[str]) -> list[str | None]:
    """Sort names: those of a list in its order, all else by pinyin; None last."""
    order = {name: position for position, name in enumerate(first)}
    return sorted(names, key=lambda name: listed_key(name, order))


def is_month(head: Head) -> bool:
    """Tell whether a column is a month of the calendar."""
    return head.key[0] == "month" and head.key[1] not in words.WITHOUT_MONTH


def strongest(table: Table, line: Line) -> float:
    """Return what a line has in its strongest month, 0 where it has none."""
    cells = zip(table.heads, line.values)
    return max((value for head, value in cells if is_month(head)), default=0)


def number_text(value: float) -> str:
    """Return a number as it is shown: thousands apart, as many decimals as it has."""
    return f"{value:,.{decimals(value)}f}"


def decimals(value: float) -> int:
    """Return how many decimals a number is shown with, 4 at most."""
    text = f"{value:.4f}".rstrip("0")
    return len(text.partition(".")[2])
