"""The copy of an office's own workbook with marks in it: change the parts concerned, no other."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from ..core.errors import WorkbookError
from ..core.messages import Message
from .atomic import replace_file, unreadable
from .guard import Inspection, inspect
from .looks import Looks
from .marks import Marks
from .notes import CellNote
from .package import Package
from .rawxml import cell_text
from .remarks import Remarks
from .sharedtexts import shared_pieces

_PLAIN = ".xlsx"


def annotate(
    source: str | os.PathLike,
    target: str | os.PathLike,
    notes: Sequence[CellNote],
    problem_header: str,
    header_rows: Mapping[str, Sequence[tuple[int, int]]],
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
    with zipfile.ZipFile(io.BytesIO(found.original)) as archive:
        package = Package(archive, found.strict)
        try:
            emptied = _mark(package, found, by_sheet, problem_header, header_rows)
        except (LookupError, ValueError, TypeError, AttributeError) as error:
            raise WorkbookError(
                Message("{name} cannot be marked up.", name=source.name),
                Message("Open it in Excel or WPS, save it as .xlsx and try again."),
                f"{type(error).__name__}: {error}",
            ) from error
        replace_file(target, package.save, lambda new: _verify(new, target, found, emptied))
    if "signature" in found.features:
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
    kinds = (source.suffix.lower(), target.suffix.lower())
    if kinds[0] != kinds[1] and set(kinds) != {_PLAIN}:
        raise WorkbookError(
            Message("The marked-up copy of {name} needs the same ending.", name=source.name),
            Message('Give the copy a name that ends in "{suffix}".', suffix=source.suffix),
        )


def _mark(
    package: Package,
    found: Inspection,
    by_sheet: Mapping[str, list[CellNote]],
    header: str,
    header_rows: Mapping[str, Sequence[tuple[int, int]]],
) -> set[tuple[str, int]]:
    """Mark every sheet; return the rows that the marks of an earlier run stood in."""
    emptied: set[tuple[str, int]] = set()
    looks = Looks(package)
    texts = _texts(package, found)
    for facts in found.sheets:
        notes = by_sheet[facts.name]
        remarks = Remarks(package, facts.part)
        marks = Marks(facts, remarks, looks, package.read(facts.part), texts)
        if notes or marks.marked:
            done = marks.put(notes, header, header_rows.get(facts.name, ()))
            package.put(facts.part, done)
            emptied |= {(facts.name, row) for row in marks.listed}
    looks.save()
    return emptied


def _texts(package: Package, found: Inspection):
    """Return a function that gives the text of a cell from its type and its XML."""

    @lru_cache(maxsize=1)
    def shared() -> list[bytes]:
        with zipfile.ZipFile(io.BytesIO(found.data)) as archive:
            return list(shared_pieces(archive, found.shared_part, found.name))

    def text(kind: str, inside: bytes) -> str:
        given = cell_text(inside)
        if kind == "s" and given.isdigit() and found.shared_part:
            pieces = shared()
            return cell_text(pieces[int(given)]) if int(given) < len(pieces) else ""
        return given

    return text


def _verify(new: Path, target: Path, found: Inspection, emptied: set[tuple[str, int]]) -> None:
    """Raise WorkbookError unless the copy holds the sheets and rows of the original."""
    with zipfile.ZipFile(new) as archive:
        damaged = archive.testzip()
    again = inspect(new)
    if damaged or [s.name for s in again.sheets] != [s.name for s in found.sheets]:
        raise unreadable(target, f"part {damaged}")
    for old, made in zip(found.sheets, again.sheets):
        lost = set(old.filled) - set(made.filled)
        if any((old.name, row) not in emptied for row in lost):
            raise unreadable(target, f"{old.name}: rows are missing")
