"""The copy of an office's own workbook with marks in it: load, mark, save, compare."""

from __future__ import annotations

import os
import tempfile
import zipfile
from collections import Counter
from collections.abc import Mapping, Sequence
from inspect import signature
from pathlib import Path
from typing import BinaryIO
from warnings import catch_warnings, simplefilter

from openpyxl import load_workbook

from ..core.errors import WorkbookError
from ..core.messages import Message
from .atomic import replace_file, unreadable
from .guard import inspect
from .keeping import Kept, keep
from .marks import mark_sheet, unmark_sheet
from .notes import CellNote
from .package import LOSSES, inventory, sheet_members

_MACROS = ".xlsm"


def annotate(
    source: str | os.PathLike,
    target: str | os.PathLike,
    notes: Sequence[CellNote],
    problem_header: str,
    header_rows: Mapping[str, tuple[int, int]],
) -> list[Message]:
    """Do what ``annotator.annotate`` promises; openpyxl must be importable."""
    source, target = Path(source), Path(target)
    _check_paths(source, target)
    inspect(source)
    try:
        with zipfile.ZipFile(source) as archive:
            before = inventory(archive)
            kept = {name: keep(archive, part) for name, part in sheet_members(archive).items()}
        book = _load(source)
    except OSError as error:
        raise WorkbookError(
            Message("{name} cannot be read: {reason}", name=source.name, reason=error),
            Message("Check that the file is there and that you may read it."),
        ) from error
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, AttributeError) as error:
        raise WorkbookError(
            Message("{name} cannot be marked up.", name=source.name),
            Message("Open it in Excel or WPS, save it as .xlsx and try again."),
            f"{type(error).__name__}: {error}",
        ) from error
    _mark(book, notes, problem_header, header_rows, kept)
    after = _save(book, kept, target)
    lost = [LOSSES[kind] for kind in LOSSES if after[kind] < before[kind]]
    for name, sheet in kept.items():
        if sheet.covered:
            lost.append(
                Message(
                    "Sheet {sheet}: {count} values that merged cells hide are missing in the "
                    "marked-up copy.",
                    sheet=name,
                    count=sheet.covered,
                )
            )
        if sheet.unknown:
            lost.append(
                Message(
                    "Sheet {sheet}: {count} formulas have no result. Open the workbook in Excel "
                    "or WPS and save it once before it is imported again.",
                    sheet=name,
                    count=sheet.unknown,
                )
            )
    return lost


def _check_paths(source: Path, target: Path) -> None:
    if os.path.realpath(source) == os.path.realpath(target) or (
        source.exists() and target.exists() and source.samefile(target)
    ):
        raise WorkbookError(
            Message("The marked-up copy would overwrite the workbook {name}.", name=source.name),
            Message("Give another file name for the copy."),
        )
    if (source.suffix.lower() == _MACROS) != (target.suffix.lower() == _MACROS):
        raise WorkbookError(
            Message("The marked-up copy of {name} needs the same ending.", name=source.name),
            Message('Give the copy a name that ends in "{suffix}".', suffix=source.suffix),
        )


def _load(source: Path) -> object:
    options = {"keep_vba": source.suffix.lower() == _MACROS}
    if "rich_text" in signature(load_workbook).parameters:
        options["rich_text"] = True  # colours and bold within a cell
    with catch_warnings():
        simplefilter("ignore")  # what openpyxl leaves out is counted before and after
        return load_workbook(source, **options)


def _mark(
    book: object,
    notes: Sequence[CellNote],
    header: str,
    header_rows: Mapping[str, tuple[int, int]],
    kept: Mapping[str, Kept],
) -> None:
    sheets = {sheet.title: sheet for sheet in book.worksheets}
    by_sheet: dict[str, list[CellNote]] = {}
    for note in notes:
        if note.sheet not in sheets:
            raise WorkbookError(
                Message("The workbook has no sheet {sheet}.", sheet=note.sheet),
                Message("Import the workbook again and mark up the same file."),
            )
        by_sheet.setdefault(note.sheet, []).append(note)
    for name, sheet in sheets.items():
        sizes = kept[name].sizes if name in kept else {}
        column = unmark_sheet(sheet, sizes)
        if name in by_sheet:
            mark_sheet(sheet, by_sheet[name], header, header_rows.get(name), column)


def _save(book: object, kept: Mapping[str, Kept], target: Path) -> Counter:
    """Save the workbook in place of ``target``; return what it holds."""
    found: Counter = Counter()
    titles = [sheet.title for sheet in book.worksheets]

    def write(stream: BinaryIO) -> None:
        with tempfile.TemporaryFile() as draft:
            book.save(draft)
            with (
                zipfile.ZipFile(draft) as saved,
                zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as final,
            ):
                parts = {part: name for name, part in sheet_members(saved).items()}
                for item in saved.infolist():
                    data = saved.read(item)
                    name = parts.get(item.filename)
                    final.writestr(item, kept[name].restore(data) if name in kept else data)

    def verify(new: Path) -> None:
        with zipfile.ZipFile(new) as archive:
            damaged = archive.testzip()
            if damaged or list(sheet_members(archive)) != titles:
                raise unreadable(target, f"part {damaged}")
            found.update(inventory(archive))
        with new.open("rb") as stream, catch_warnings():
            simplefilter("ignore")
            again = load_workbook(stream, read_only=True)
            for sheet in book.worksheets:
                _compare(sheet, again[sheet.title], target)

    replace_file(target, write, verify)
    return found


def _compare(sheet: object, again: object, target: Path) -> None:
    """Raise WorkbookError unless the saved sheet has as many filled cells as in memory."""
    meant = sum(1 for cell in sheet._cells.values() if cell.value not in (None, ""))
    again.reset_dimensions()
    seen = sum(
        1 for row in again.iter_rows(values_only=True) for value in row if value not in (None, "")
    )
    if meant != seen:
        raise unreadable(target, f"{sheet.title}: {seen} cells instead of {meant}")
