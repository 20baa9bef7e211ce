"""The plan of an import into a table beside the points: rows read, paired with what is held.

As with records (``core.matching``): what could be the same, but need not be, is refused and
goes to the person; an empty cell never empties a value.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from .cell_findings import LEVELS, cell_finding
from .cells import FIX, OK, WARN, Cell
from .findings import WARNING, Finding
from .importing import raw_text
from .messages import Message
from .outcomes import UNCHANGED, row_words
from .schema import Column
from .text import clean

BETWEEN = "；"


@dataclass
class TableRow:
    """One row of a sheet as values of a table, with what there is to say about it."""

    sheet: str
    number: int
    columns: Mapping[str, Column]
    values: dict = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def put(self, column: str, cell: Cell, raw: object) -> None:
        """Apply the verdict on a cell; what is not understood goes into the remarks."""
        label = self.columns[column].label
        if cell.verdict in (OK, FIX, WARN):
            self.values[column] = cell.value
            if cell.remark:
                self.remarks.append(cell.remark)
        else:
            self.remark(label, raw_text(raw))
        if cell.verdict in LEVELS:
            self.findings.append(cell_finding(self.sheet, self.number, column, label, cell))

    def remark(self, label: str, text: str | None) -> None:
        """Keep a text in the remarks, with the name of its column."""
        text = " ".join((text or "").split())
        if text:
            self.remarks.append(f"{label}：{text}")

    def say(self, level: str, message: Message, column: str | None = None) -> None:
        """Add a finding of the import about the row."""
        found = Finding("import", level, message, column, sheet=self.sheet, row=self.number)
        self.findings.append(found)

    def close(self, given: object, extra: Mapping[str, str]) -> None:
        """Join the remarks: those ``given`` in the sheet, ours, and columns that are not known."""
        texts = [clean(given), *self.remarks]
        texts += [f"{header}：{text}" for header, text in extra.items()]
        self.values["remarks"] = BETWEEN.join(dict.fromkeys(t for t in texts if t)) or None


@dataclass
class TablePlan:
    """What an import will do: ``before`` is the table as it is, ``table`` as it will be."""

    before: list[dict] = field(default_factory=list)
    table: list[dict] = field(default_factory=list)
    outcomes: dict[tuple[str, int], str] = field(default_factory=dict)

    @property
    def changes(self) -> bool:
        """Whether there is anything to write."""
        return self.before != self.table


def once(
    rows: Iterable[TableRow], said: Callable[[dict], Hashable], plan: TablePlan
) -> Iterator[int]:
    """Yield the numbers (from 0) of the rows that do not just repeat an earlier one."""
    first: dict[Hashable, TableRow] = {}
    for number, row in enumerate(rows):
        earlier = first.setdefault(said(row.values), row)
        if earlier is row:
            yield number
        else:
            words = row_words((earlier.sheet, earlier.number), row)
            row.say(WARNING, Message("The same as {row}: taken once.", row=words))
            plan.outcomes[(row.sheet, row.number)] = UNCHANGED


class Pairing:
    """Rows read (by number) and rows held (by number) of one group, paired step by step."""

    def __init__(self, rows: Mapping[int, dict], held: Mapping[int, dict]) -> None:
        self.rows, self.held = dict(rows), dict(held)
        self.pairs: dict[int, int] = {}

    def by(
        self,
        key: Callable[[dict], Hashable | None],
        alike: bool = False,
        rows: Collection[int] | None = None,
        held: Collection[int] | None = None,
    ) -> None:
        """Pair what is left where just one of each has a key; None is no key.

        ``alike``: several with one key are the same, whichever; ``rows`` and ``held``: only these.
        """
        mine, theirs = defaultdict(list), defaultdict(list)
        for among, only, found in ((self.rows, rows, mine), (self.held, held, theirs)):
            for number, values in among.items():
                value = key(values) if only is None or number in only else None
                if value is not None:
                    found[value].append(number)
        for value, numbers in mine.items():
            others = theirs.get(value, ())
            if others and (alike or len(numbers) == len(others) == 1):
                for number, other in zip(numbers, others):
                    self.pairs[number] = other
                    del self.rows[number], self.held[other]


def changed(row: TableRow, held: dict, columns: Collection[str]) -> dict:
    """Return the values of a row that differ from those held; an empty one never does.

    A remark on a cell that was not understood goes once the column has a value.
    """
    found = {
        column: row.values[column]
        for column in columns
        if row.values.get(column) is not None and row.values[column] != held[column]
    }
    if row.values.get("remarks") is None and held["remarks"]:
        after = {**held, **found}
        solved = tuple(
            f"{row.columns[column].label}："
            for column in columns
            if column != "remarks" and after[column] is not None
        )
        parts = held["remarks"].split(BETWEEN)
        kept = BETWEEN.join(part for part in parts if not part.startswith(solved)) or None
        if kept != held["remarks"]:
            found["remarks"] = kept
    return found
