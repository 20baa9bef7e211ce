"""The workbooks of an import handed back, marked up."""

from __future__ import annotations

from pathlib import Path

from ..core.findings import EMPTIED, Finding
from ..core.schema import CHOICES, COLUMNS, split_choices
from ..spreadsheets.annotator import CellNote, annotate
from ..translation import render, tr
from .importing import Preparation


def numbered(target: str, sources: list[str]) -> list[Path]:
    """Return where the marked-up workbooks go: the first to ``target``, the others numbered."""
    path = Path(target)
    return [
        path.with_name(f"{path.stem}_{number}{Path(source).suffix}") if number > 1 else path
        for number, source in enumerate(sources, 1)
    ]


def in_folder(folder: str, sources: list[str]) -> list[Path]:
    """Return where they go in a folder: each by its own name, with a word added."""
    found: list[Path] = []
    for source in map(Path, sources):
        stem, number = tr("{name}_marked").format(name=source.stem), 1
        path = Path(folder) / f"{stem}{source.suffix}"
        while path in found:
            number += 1
            path = Path(folder) / f"{stem}_{number}{source.suffix}"
        found.append(path)
    return found


def mark_up(prepared: Preparation, targets: list[Path], feedback) -> None:
    """Write the marked-up workbook of every file."""
    for file, target in zip(prepared.files, targets):
        notes = [
            CellNote(
                finding.sheet,
                finding.row,
                file.column_of(finding.sheet, finding.row, finding.column),
                finding.level,
                note_words(finding),
            )
            for owner, finding in prepared.findings
            if owner is file
        ]
        headers: dict[str, list] = {}
        for table in file.tables:
            headers.setdefault(table.sheet, []).append(table.header_rows)
        for message in annotate(file.path, str(target), notes, header_rows=headers):
            feedback.pushWarning(render(message))


def fix_words(finding: Finding) -> str | None:
    """Return the proposal of a finding as text, None where there is none."""
    fix = finding.fix
    if fix is None or fix == EMPTIED:
        return None
    if isinstance(fix, dict):
        return "、".join(fix.values())
    if isinstance(fix, tuple):
        return ",".join(str(part) for part in fix)
    column = COLUMNS.get(finding.column)
    if column is not None and column.kind == CHOICES:
        return "、".join(split_choices(fix))
    return str(fix)


def note_words(finding: Finding) -> str:
    """Return the text of a comment: what is wrong, and a proposal if there is one."""
    text, fix = render(finding.message), fix_words(finding)
    return text if fix is None else tr("{text} Proposed: {fix}").format(text=text, fix=fix)
