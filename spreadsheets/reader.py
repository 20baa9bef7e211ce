"""Reads a workbook into plain rows, the same whichever library does the parsing."""

from __future__ import annotations

import io
import math
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from types import ModuleType

from ..core.collecting import no_collecting
from ..core.errors import WorkbookError
from ..core.messages import Message
from . import dependency
from .guard import Inspection, inspect
from .rawscan import SheetFacts

CALAMINE, OPENPYXL = "calamine", "openpyxl"
# calamine lays a sheet out as a full rectangle; beyond this many cells it is not used.
_MAX_AREA = 12_000_000

_ESCAPE = re.compile(r"_x00([0-9A-Fa-f]{2})_")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_BLANKS = " \t\r\n"
_NOT_NEEDED = ("docProps/", "xl/theme/")
_LIBRARIES = ("openpyxl", "python_calamine", "pyo3_runtime", "zipfile", "zlib", "lxml")
_BAD = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError)
_BAD += (SyntaxError, OSError, EOFError, MemoryError)


@dataclass
class Sheet:
    """One worksheet; ``rows[0]`` is row 1, all rows are equally long.

    A cell is None, str, int, float, bool, datetime, MonthDay, time or ErrorCell.
    ``merged``: (row1, column1, row2, column2) from 1.
    """

    name: str
    hidden: bool
    rows: list[list]
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


@dataclass
class Workbook:
    """A workbook read; ``features`` as in guard.Inspection."""

    path: str
    sha256: str
    sheets: list[Sheet]
    features: frozenset[str] = frozenset()


def read_workbook(path: str | Path, engine: str | None = None) -> Workbook:
    """Return all worksheets. Raises WorkbookError, also when rows were lost in reading.

    ``engine``: "calamine", "openpyxl", or None for calamine where it is installed.
    """
    found = inspect(path)
    library = dependency.calamine() if engine in (None, CALAMINE) else None
    if engine == CALAMINE and library is None:
        raise WorkbookError(
            Message("The fast reader python-calamine is not installed."),
            Message("Install it, or let the workbook be read by openpyxl."),
        )
    read = _by_calamine
    if library is None or any(s.last_row * s.last_column > _MAX_AREA for s in found.sheets):
        library, read = dependency.openpyxl(), _by_openpyxl
    tidy = _Tidy(found, escapes=read is _by_openpyxl)
    with no_collecting():
        sheets = [_sheet(found, facts, tidy, lines) for facts, lines in read(found, library)]
    return Workbook(found.path, found.sha256, sheets, found.features)


# --- the two libraries ------------------------------------------------------------


def _by_calamine(found: Inspection, library: ModuleType) -> Iterator[tuple[SheetFacts, Iterable]]:
    with _Explained(found.name):
        workbook = library.load_workbook(io.BytesIO(found.data))
    for facts in found.sheets:
        rows: list[list] = []
        if facts.last_row:
            with _Explained(found.name):
                sheet = workbook.get_sheet_by_name(facts.name)
                rows = sheet.to_python(skip_empty_area=False, nrows=facts.last_row)
            del sheet
        yield facts, _drained(rows)


def _drained(rows: list[list]) -> Iterator[list]:
    """Yield the rows and let each go at once."""
    rows.reverse()
    while rows:
        yield rows.pop()


def _by_openpyxl(found: Inspection, library: ModuleType) -> Iterator[tuple[SheetFacts, Iterable]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        workbook = _opened(found, library)
        try:
            for facts in found.sheets:
                rows: Iterable = ()
                if facts.last_row:
                    with _Explained(found.name):
                        sheet = workbook[facts.name]
                        sheet.reset_dimensions()  # <dimension> may be wrong; ours is counted
                        rows = sheet.iter_rows(
                            1, facts.last_row, 1, facts.last_column, values_only=True
                        )
                yield facts, rows
        finally:
            workbook.close()


def _opened(found: Inspection, library: ModuleType) -> object:
    """Return openpyxl's workbook; odd styles and properties, which it refuses, are left out."""
    how = {"read_only": True, "data_only": True, "keep_links": False}
    try:
        with _Explained(found.name):
            return library.load_workbook(io.BytesIO(found.data), **how)
    except WorkbookError:
        plain = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(found.data)) as source,
            zipfile.ZipFile(plain, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as target,
        ):
            for name in source.namelist():
                if name != "xl/styles.xml" and not name.startswith(_NOT_NEEDED):
                    target.writestr(name, source.read(name))
        with _Explained(found.name):
            return library.load_workbook(plain, **how)


class _Explained:
    """Turns what a library raises on a bad workbook into WorkbookError."""

    def __init__(self, file: str) -> None:
        self._file = file

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type | None, error: BaseException | None, _trace: object) -> None:
        # A panic of calamine is no Exception, and its errors are of its own kind.
        if kind is None or isinstance(error, WorkbookError):
            return
        if isinstance(error, _BAD) or kind.__module__.partition(".")[0] in _LIBRARIES:
            raise WorkbookError(
                Message("{file} is damaged: its sheets cannot be read.", file=self._file),
                Message("Open it in Excel or WPS, let it be repaired, and save it again as .xlsx."),
                f"{kind.__name__}: {error}",
            ) from error


# --- one form for all -----------------------------------------------------------------


class _Tidy(dict):
    """Maps each text to its one form; equal texts become one object, which saves memory."""

    def __init__(self, found: Inspection, escapes: bool) -> None:
        super().__init__()
        self._found = found
        self._escapes = escapes  # openpyxl leaves _x000D_ as it stands in the file

    def __missing__(self, raw: str) -> str | None:
        text = raw
        if self._escapes and "_x00" in text:
            text = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        if not text.isprintable() and _CONTROL.search(text):
            self._found.check_control_references()
            text = _CONTROL.sub("", text)
        text = text.strip(_BLANKS)
        if not text or text.isspace():
            text = None
        self[raw] = text
        return text

    def other(self, value: object) -> object:
        """Return a value that is no text in its one form."""
        if value is None or isinstance(value, (bool, datetime, time)):
            return value
        if isinstance(value, float):
            if not math.isfinite(value):
                raise ValueError("not a number")
            return int(value) if value.is_integer() and abs(value) < 1e15 else value
        if isinstance(value, int):
            return value if abs(value) < 1e15 else float(value)
        if isinstance(value, date):
            return datetime(value.year, value.month, value.day)
        if isinstance(value, timedelta):
            return value / timedelta(days=1)
        return self[str(value)]


def _sheet(found: Inspection, facts: SheetFacts, tidy: _Tidy, lines: Iterable) -> Sheet:
    width, other = facts.last_column, tidy.other
    rows: list[list] = []
    blank = bytearray()
    with _Explained(found.name):
        for line in lines:
            row = [tidy[cell] if type(cell) is str else other(cell) for cell in line]
            if len(row) != width:
                row = (row + [None] * width)[:width]
            blank.append(row.count(None) == width)
            rows.append(row)
    while len(rows) < facts.last_row:
        rows.append([None] * width)
        blank.append(1)
    for number, column, value in zip(
        facts.overlay_rows, facts.overlay_columns, facts.overlay_values
    ):
        rows[number - 1][column - 1] = value
        blank[number - 1] = 0
    _verify(found, facts, blank)
    while rows and blank[len(rows) - 1]:
        rows.pop()
    return Sheet(
        facts.name, facts.hidden, rows, facts.merged, facts.hidden_rows, facts.hidden_columns
    )


def _verify(found: Inspection, facts: SheetFacts, blank: bytearray) -> None:
    """Compare the rows seen in the raw XML with the rows delivered; raises WorkbookError."""
    expected = bytearray(b"\1") * len(blank)
    for number in facts.filled:
        expected[number - 1] = 0
    if expected == blank:
        return
    missing = {n for n, (seen, got) in enumerate(zip(expected, blank), 1) if got and not seen}
    invented = next((n for n, (s, got) in enumerate(zip(expected, blank), 1) if s and not got), 0)
    lost = invented or found.scan(facts).unexplained(missing, found.blank_shared)
    if lost:
        raise WorkbookError(
            Message(
                "{file}: row {row} of sheet {sheet} cannot be read as it stands; "
                "nothing was imported.",
                file=found.name,
                row=lost,
                sheet=facts.name,
            ),
            Message("Open it in Excel or WPS and save it again as .xlsx."),
        )
