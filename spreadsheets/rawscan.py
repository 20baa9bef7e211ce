"""Reads the facts of a worksheet from its raw XML, streamed, without an XML parser.

What the parsers drop, misread or die of is seen here: how far a sheet reaches, which rows
carry something, errors, formulas without a result, dates, merged ranges, what is hidden.
"""

from __future__ import annotations

import html
import re
from array import array
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from ..core.cells import ErrorCell
from ..core.errors import WorkbookError
from ..core.messages import Message
from .numberformats import attributes, cell_value, iso_value
from .rawxml import (
    MAX_TEXT,
    cell_text,
    check_bytes,
    column_number,
    damaged,
    renumbered,
    text_length,
    too_long,
    without_notes,
)

MAX_ROW = 200_000
MAX_COLUMN = 200  # GR
EMPTY_RESULT = ErrorCell("#EMPTY!")
_MAX_PIECE = 16 << 20  # bytes of one row, or of what stands before the first

_DATA = re.compile(rb"<((?:\w+:)?)sheetData\s*(/?)>")
_HEAD = re.compile(rb'[^>]*? r="(\d+)"')
_REF = re.compile(rb'<c [^>]*?r="([A-Za-z]+)(\d+)"')
_FAR = re.compile(rb' r="(?:[A-Za-z]{3}|[H-Zh-z][A-Za-z]\d|[Gg][S-Zs-z]\d)')
_BARE = re.compile(rb'<c(?: (?:r|s|cm|vm|ph)="[^"]*")*\s*/>')
_HIDDEN = re.compile(rb'[^>]*? hidden="(?:1|true)"')
_VALUE = re.compile(
    rb"<c ([^>]*[^>/])>\s*(?:<f[^>]*?(?:/>|>[^<]*</f>)\s*)?<v(?:\s[^>]*)?>([^<]*)</v>"
)
# The usual shape of a number with a style, read in one go.
_USUAL = re.compile(rb'<c r="([A-Z]+)(\d+)" s="(\d+)"(?: t="n")?><v>([^<]*)</v>')
_FORMULA = re.compile(rb"<f[\s/>]")
_FORMULA_CELL = re.compile(
    rb"<c ([^>]*[^>/])>\s*<f[^>]*?(?:/>|>[^<]*</f>)\s*(?:<v(?:\s[^>]*)?>([^<]*)</v>)?"
)
_CELL = re.compile(rb"<c ([^>]*?)(?:/>|>(.*?)</c>)", re.DOTALL)
_MERGE = re.compile(rb"<(?:\w+:)?mergeCell\s([^>]*)>")
_COLUMN = re.compile(rb"<(?:\w+:)?col\s([^>]*)>")
_RANGE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d+)(?::\$?([A-Za-z]{1,3})\$?(\d+))?")


@dataclass
class SheetFacts:
    """What the raw XML of one worksheet tells; rows and columns count from 1.

    ``filled``: the numbers of the rows that hold a cell with content, in order.
    ``overlays``: rows, columns and values of the cells that parsers misread.
    """

    name: str
    part: str
    state: str = "visible"
    filled: array = field(default_factory=lambda: array("I"))
    last_row: int = 0
    last_column: int = 0
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    no_result: list[tuple[int, int]] = field(default_factory=list)
    overlay_rows: array = field(default_factory=lambda: array("I"))
    overlay_columns: array = field(default_factory=lambda: array("H"))
    overlay_values: list = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    cells: int = 0

    @property
    def rows_with_values(self) -> int:
        """The number of rows that hold a cell with content."""
        return len(self.filled)

    @property
    def hidden(self) -> bool:
        """Whether the sheet is hidden, in either way."""
        return self.state != "visible"


class SheetScan:
    """One pass over a worksheet part; ``chunks`` gives its bytes anew at each call."""

    def __init__(
        self,
        facts: SheetFacts,
        chunks: Callable[[], Iterable[bytes]],
        file: str,
        kinds: dict[str, str],
        date1904: bool,
    ) -> None:
        self.facts = facts
        self._chunks = chunks
        self._file = file
        self._kinds = kinds
        self._date1904 = date1904
        self._columns: dict[bytes, int] = {}
        self._values: dict[tuple[bytes, bytes], object] = {}
        self._hidden_rows: set[int] = set()
        self._cells = 0
        self._styled = self._style_pattern()

    def _style_pattern(self) -> re.Pattern | None:
        if not self._kinds:
            return None
        # An empty cell, which ends in "/>", is passed over here already.
        return re.compile(b' s="(' + "|".join(self._kinds).encode() + b')"[^>/]*>')

    # --- streaming -------------------------------------------------------------

    def bodies(self, outside: bool = True) -> Iterator[bytes]:
        """Yield runs of whole rows in one plain form: no prefix, r on each row and cell.

        ``outside``: also take merged ranges and hidden columns from around the rows.
        """
        chunks = iter(self._chunks())
        head, opened = self._head(chunks)
        if outside:
            self._read_columns(head)
        rest = head[opened.end() :] if opened else b""
        if opened and not opened[2]:
            prefix = opened[1]
            start, close = b"<" + prefix + b"row", b"</" + prefix + b"sheetData>"
            row = 0
            searched = 0
            while True:
                end = rest.find(close, searched)
                cut = end if end >= 0 else rest.rfind(start)
                if cut > 0:
                    body = self._plain(rest[:cut], prefix, row)
                    if body:
                        last = body.rfind(b"<row")
                        found = _HEAD.match(body, last) if last >= 0 else None
                        row = int(found[1]) if found else row
                        yield body
                    rest = rest[cut:]
                if end >= 0:
                    break
                searched = max(0, len(rest) - len(close))
                if len(rest) > _MAX_PIECE:
                    raise self._damaged(
                        Message("a row in sheet {sheet} is far too long", sheet=self.facts.name)
                    )
                chunk = next(chunks, None)
                if chunk is None:
                    raise self._damaged(
                        Message("sheet {sheet} breaks off in the middle", sheet=self.facts.name)
                    )
                rest += chunk
        if outside:
            self._read_tail(rest, chunks)

    def _head(self, chunks: Iterator[bytes]) -> tuple[bytes, re.Match | None]:
        head = b""
        for chunk in chunks:
            head += chunk
            opened = _DATA.search(head)
            if opened:
                return head, opened
            if len(head) > _MAX_PIECE:
                break
        raise self._damaged(Message("sheet {sheet} holds no table of cells", sheet=self.facts.name))

    def _plain(self, body: bytes, prefix: bytes, row: int) -> bytes:
        if b"<!" in body:
            body = without_notes(body)
        if prefix:
            body = body.replace(b"<" + prefix, b"<").replace(b"</" + prefix, b"</")
        cells = body.count(b"<c")
        self._cells += cells
        if body.count(b' r="') != cells + body.count(b"<row") or b"='" in body:
            body = renumbered(body, row)
        return body.replace(b'"></c>', b'"/>') if b'"></c>' in body else body

    # --- around the rows ---------------------------------------------------------

    def _read_columns(self, head: bytes) -> None:
        hidden: set[int] = set()
        for tag in _COLUMN.findall(head):
            found = attributes(tag)
            if found.get("hidden") in ("1", "true"):
                first, last = int(found.get("min", 0)), int(found.get("max", 0))
                hidden.update(range(first, min(last, 16_384) + 1))
        self.facts.hidden_columns = frozenset(hidden)

    def _read_tail(self, rest: bytes, chunks: Iterator[bytes]) -> None:
        while True:
            whole, mark, left = rest.rpartition(b"<")
            for tag in _MERGE.findall(whole):
                self._merge(attributes(tag).get("ref", ""))
            rest = (mark + left)[-4096:]
            chunk = next(chunks, None)
            if chunk is None:
                break
            rest += chunk

    def _merge(self, ref: str) -> None:
        found = _RANGE.fullmatch(ref)
        if found and found[3]:
            row1, row2 = sorted((int(found[2]), int(found[4])))
            column1, column2 = sorted((column_number(found[1]), column_number(found[3])))
            self.facts.merged.append((row1, column1, row2, column2))

    # --- the pass ------------------------------------------------------------------

    def run(self) -> SheetFacts:
        """Fill the facts; raises WorkbookError for what no parser may see."""
        facts = self.facts
        previous = 0
        for body in self.bodies():
            check_bytes(body, facts.part, self._file)
            self._check_far(body)
            self._overlay(body)
            hides = b' hidden="' in body
            for piece in body.split(b"<row")[1:]:
                head = _HEAD.match(piece)
                number = int(head[1]) if head else previous + 1
                if number <= previous:
                    raise self._damaged(
                        Message(
                            "row {row} of sheet {sheet} stands twice or out of order",
                            row=number,
                            sheet=facts.name,
                        )
                    )
                previous = number
                if hides and _HIDDEN.match(piece):
                    self._hidden_rows.add(number)
                end = piece.rfind(b"</c>")
                if end < 0:
                    if number > MAX_ROW and b' t="' in piece:
                        self._refuse_far(self._first_used(piece), number)
                    continue
                self._take(piece, number, end)
        facts.cells = self._cells
        facts.hidden_rows = frozenset(self._hidden_rows)
        for row, column in (*facts.errors, *facts.no_result):
            facts.last_column = max(facts.last_column, column)
            facts.last_row = max(facts.last_row, row)
        return facts

    def _take(self, piece: bytes, number: int, end: int) -> None:
        facts = self.facts
        if number > MAX_ROW:
            self._refuse_far(self._first_used(piece), number)
        if len(piece) > MAX_TEXT:
            self._check_texts(piece, number)
        place = piece.rfind(b"<c ", 0, end)
        found = _REF.match(piece, place)
        cells = piece.count(b"<c ", 0, place) + 1
        # Every cell's reference ends with the number of its row.
        if found is None or piece.count(b'%d"' % number, 0, end) < cells + 1:
            raise self._damaged(
                Message(
                    "the cells of row {row} of sheet {sheet} bear other numbers",
                    row=number,
                    sheet=facts.name,
                )
            )
        column = self._column(found[1])
        if cells > column:
            raise self._damaged(
                Message(
                    "row {row} of sheet {sheet} holds a cell twice", row=number, sheet=facts.name
                )
            )
        if column > facts.last_column:
            facts.last_column = column
        facts.last_row = number
        facts.filled.append(number)

    def _column(self, letters: bytes) -> int:
        column = self._columns.get(letters)
        if column is None:
            column = self._columns[letters] = column_number(letters.decode())
        return column

    def _cell(self, body: bytes, place: int, pattern: re.Pattern) -> re.Match | None:
        """Return the match of the cell around ``place``, None where it is no cell's."""
        found = pattern.match(body, body.rfind(b"<c ", 0, place + 1))
        return found if found and found.end() > place else None

    def _check_far(self, body: bytes) -> None:
        for hit in _FAR.finditer(body):
            start = body.rfind(b"<c ", 0, hit.start() + 1)
            if start >= 0 and not _BARE.match(body, start):
                found = _REF.match(body, start)
                if found and self._column(found[1]) > MAX_COLUMN:
                    self._refuse_far((found[1] + found[2]).decode(), int(found[2]))

    def _first_used(self, piece: bytes) -> str:
        for found in re.finditer(rb"<c [^>]*>", piece):
            if not _BARE.match(piece, found.start()):
                ref = _REF.match(piece, found.start())
                if ref:
                    return (ref[1] + ref[2]).decode().upper()
        return ""

    def _refuse_far(self, cell: str, number: int) -> None:
        facts = self.facts
        if number > MAX_ROW and len(facts.filled) > MAX_ROW // 2:
            raise WorkbookError(
                Message(
                    "{file}: sheet {sheet} has more than {limit} rows.",
                    file=self._file,
                    sheet=facts.name,
                    limit=MAX_ROW,
                ),
                Message("Divide it into several workbooks, for example one for each township."),
            )
        raise WorkbookError(
            Message(
                "{file}: cell {cell} of sheet {sheet} lies far outside the table.",
                file=self._file,
                cell=cell.upper(),
                sheet=facts.name,
            ),
            Message(
                "Delete the rows and columns beyond the table, not only their content, "
                "save, and try again."
            ),
        )

    def _check_texts(self, piece: bytes, number: int) -> None:
        for found in _CELL.finditer(piece):
            inside = found[2] or b""
            if len(inside) > MAX_TEXT and text_length(inside) > MAX_TEXT:
                raise too_long(
                    self._file,
                    Message("row {row} of sheet {sheet}", row=number, sheet=self.facts.name),
                )

    # --- cells that parsers misread ------------------------------------------------

    def _overlay(self, body: bytes) -> None:
        facts = self.facts
        if self._styled is not None:
            self._overlay_styled(body)
        if b' t="d"' in body:
            for hit in re.finditer(b' t="d"', body):
                found = self._cell(body, hit.start(), _VALUE)
                if found:
                    row, column, _ = self._place(found[1])
                    self._put(row, column, iso_value(html.unescape(found[2].decode())))
        if b' t="e"' in body:
            for hit in re.finditer(b' t="e"', body):
                found = self._cell(body, hit.start(), _VALUE)
                if found:
                    row, column, _ = self._place(found[1])
                    text = html.unescape(found[2].decode()).strip() or "#VALUE!"
                    facts.errors[row, column] = text
                    self._put(row, column, ErrorCell(text))
        if b"<f" in body:
            for hit in _FORMULA.finditer(body):
                found = self._cell(body, hit.start(), _FORMULA_CELL)
                if found and not (found[2] or b"").strip() and b't="str"' not in found[1]:
                    row, column, _ = self._place(found[1])
                    facts.no_result.append((row, column))
                    self._put(row, column, EMPTY_RESULT)

    def _overlay_styled(self, body: bytes) -> None:
        columns, values = self._columns, self._values
        usual, before = _USUAL.match, body.rfind
        for hit in self._styled.finditer(body):
            place = hit.start()
            found = usual(body, before(b"<c ", 0, place))
            if found and found.end() > place:
                letters, row, style, text = found.groups()
                value = values.get((style, text))
                if value is not None and letters in columns:
                    self._put(int(row), columns[letters], value)
                    continue
            found = self._cell(body, place, _VALUE)
            if found and hit.end(1) <= found.end(1):
                row, column, kind = self._place(found[1])
                style, text = hit[1], found[2]
                if kind in ("", "n"):
                    value = self._value(style, text)
                    if value is not None:
                        self._put(row, column, value)

    def _value(self, style: bytes, text: bytes) -> object:
        """Return what a number in this style shows; None leaves it to the parser."""
        kind = self._kinds[style.decode()]
        try:
            value = cell_value(text.decode().strip(), kind, self._date1904)
        except (ValueError, OverflowError):
            return None
        self._values[style, text] = value
        return value

    def _place(self, tag: bytes) -> tuple[int, int, str]:
        """Return row, column and type of a cell from its attributes."""
        found = _REF.match(b"<c " + tag)
        if found is None:
            raise self._damaged(
                Message("a cell of sheet {sheet} has no place", sheet=self.facts.name)
            )
        kind = re.search(rb' t="(\w*)"', tag)
        return int(found[2]), self._column(found[1]), kind[1].decode() if kind else ""

    def _put(self, row: int, column: int, value: object) -> None:
        if row > MAX_ROW or column > MAX_COLUMN:
            return  # refused right after
        self.facts.overlay_rows.append(row)
        self.facts.overlay_columns.append(column)
        self.facts.overlay_values.append(value)

    # --- rows that a parser gave as empty --------------------------------------------

    def unexplained(self, numbers: set[int], blank_shared: Callable[[], set[int]]) -> int | None:
        """Return the first of these rows that holds more than blank text, or None."""
        blanks: set[int] | None = None
        for body in self.bodies(outside=False):
            for piece in body.split(b"<row")[1:]:
                head = _HEAD.match(piece)
                if head is None or int(head[1]) not in numbers:
                    continue
                for tag, inside in _CELL.findall(piece):
                    text = cell_text(inside)
                    if not text:
                        continue
                    if blanks is None:
                        blanks = blank_shared()
                    if b't="s"' not in tag or not text.isdigit() or int(text) not in blanks:
                        return int(head[1])
        return None

    def _damaged(self, what: Message) -> WorkbookError:
        return damaged(self._file, what)
