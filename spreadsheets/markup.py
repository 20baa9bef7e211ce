"""The copy of an office's own workbook with marks in it; every other part is copied as it is."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from ..core.errors import WorkbookError
from ..core.messages import Message
from . import stylepatch, xmlpatch
from .atomic import replace_file, unreadable
from .commentpatch import Comments
from .guard import inspect
from .marks import Marker
from .notes import CellNote
from .package import Package
from .rawscan import SheetFacts
from .rawxml import cell_text
from .sharedtexts import shared_pieces
from .sheetpatch import Row, Sheet

_MACROS = ".xlsm"
_SIGNATURE = "_xmlsignatures/"


def annotate(
    source: str | os.PathLike,
    target: str | os.PathLike,
    notes: Sequence[CellNote],
    problem_header: str,
    header_rows: Mapping[str, tuple[int, int]],
) -> list[Message]:
    """Do what ``annotator.annotate`` promises."""
    source, target = Path(source), Path(target)
    _check_paths(source, target)
    found = inspect(source)
    by_sheet: dict[str, list[CellNote]] = {facts.name: [] for facts in found.sheets}
    for note in notes:
        if note.sheet not in by_sheet:
            raise WorkbookError(
                Message("The workbook has no sheet {sheet}.", sheet=note.sheet),
                Message("Import the workbook again and mark up the same file."),
            )
        by_sheet[note.sheet].append(note)
    with zipfile.ZipFile(source) as archive:
        package = Package(archive)
        try:
            _mark(package, source.name, by_sheet, problem_header, header_rows)
            for part, data in package.changed.items():
                if not part.endswith(".vml"):
                    xmlpatch.check(data)
        except (KeyError, ValueError, IndexError, TypeError) as error:
            raise WorkbookError(
                Message("{name} cannot be marked up.", name=source.name),
                Message("Open it in Excel or WPS, save it as .xlsx and try again."),
                f"{type(error).__name__}: {error}",
            ) from error
        signed = any(name.startswith(_SIGNATURE) for name in archive.namelist())
        replace_file(target, package.save, lambda new: _verify(new, target, found.sheets))
    if signed:
        return [Message("The digital signature does not hold for the marked-up copy.")]
    return []


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


def _mark(
    package: Package,
    file: str,
    by_sheet: Mapping[str, list[CellNote]],
    header: str,
    header_rows: Mapping[str, tuple[int, int]],
) -> None:
    book = package.book()
    styles_part = package.related(book, "styles")
    styles = stylepatch.Styles(package.read(styles_part) if styles_part else stylepatch.EMPTY)
    for name, part in package.sheets().items():
        notes = by_sheet.get(name, [])
        if not notes and package.related(part, "comments") is None:
            continue
        before = package.read(part)
        sheet = Sheet(before)
        comments = Comments(package, part, sheet)
        labels = _labels(package, file, sheet, header_rows.get(name)) if notes else {}
        marker = Marker(sheet, comments, styles, labels)
        marker.unmark()
        if notes:
            marker.mark(notes, header, header_rows.get(name))
        comments.save()
        after = sheet.xml()
        if after != before:
            package.write(part, after)
    if styles_part is None:
        styles_part = (
            package.free("xl/styles.xml") if "xl/styles.xml" in package else "xl/styles.xml"
        )
        package.declare(styles_part, stylepatch.CONTENT_TYPE)
        package.relate(book, "styles", styles_part)
    package.write(styles_part, styles.xml())


def _labels(
    package: Package, file: str, sheet: Sheet, rows: tuple[int, int] | None
) -> dict[int, str]:
    """Return the texts of the header by column, the lower row first."""
    labels: dict[int, str] = {}
    shared: dict[int, list[int]] = {}
    for number in range(rows[0], rows[1] + 1) if rows else ():
        row: Row = sheet.row(number)
        for column, cell in row.cells.items():
            text = cell_text(cell)
            if not text:
                continue
            if xmlpatch.attribute(cell, "t") == "s":
                shared.setdefault(int(text), []).append(column)
            labels[column] = text
    part = package.related(package.book(), "sharedStrings")
    if shared and part:
        for number, piece in enumerate(shared_pieces(package.archive, part, file)):
            for column in shared.get(number, ()):
                labels[column] = cell_text(piece)
    for row1, column1, _, column2 in sheet.merged():
        if rows and rows[0] <= row1 <= rows[1]:
            for column in range(column1, column2 + 1):
                labels.setdefault(column, labels.get(column1, ""))
    return labels


def _verify(new: Path, target: Path, sheets: Sequence[SheetFacts]) -> None:
    """Raise WorkbookError unless the copy reads back with the same sheets and rows."""
    again = inspect(new)
    for old, found in zip(sheets, again.sheets):
        if old.name != found.name or not set(old.filled) <= set(found.filled):
            raise unreadable(target, f"{old.name}: other rows")
    if len(again.sheets) != len(sheets):
        raise unreadable(target, "other sheets")
