"""The findings of an import as a table."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.PyQt.QtCore import QMetaType

from ..spreadsheets.rawxml import column_letters
from ..translation import render
from .importing import Preparation
from .marking import fix_words
from .words import column_words

_TEXT = QMetaType.Type.QString
FINDING_COLUMNS = {
    "file": _TEXT,
    "sheet": _TEXT,
    "row": QMetaType.Type.Int,
    "cell": _TEXT,  # such as N7; empty where the finding is about the row
    "column": _TEXT,
    "level": _TEXT,
    "rule": _TEXT,
    "message": _TEXT,
    "fix": _TEXT,
    "path": _TEXT,
}


def finding_rows(prepared: Preparation) -> Iterator[tuple]:
    """Yield every finding of an import in the order of FINDING_COLUMNS."""
    for file, finding in prepared.findings:
        column = file.column_of(finding.sheet, finding.row, finding.column)
        yield (
            file.name,
            finding.sheet,
            finding.row,
            f"{column_letters(column)}{finding.row}" if column else None,
            column_words(finding.column),
            finding.level,
            finding.rule,
            render(finding.message),
            fix_words(finding),
            file.path,
        )
