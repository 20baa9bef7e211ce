"""The list of disagreements of a merge, as a sheet that can be answered and as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from qgis.PyQt.QtCore import QMetaType

from ..core.errors import InputError, WorkbookError
from ..core.merge_list import (
    DELETED_HERE,
    DELETED_THERE,
    DELETION,
    DOUBTFUL,
    FIELD,
    KEY_HEADER,
    OURS,
    SAME,
    STATUS,
    THEIRS,
    Listed,
    read_answers,
)
from ..core.messages import Message
from ..core.schema import COLUMNS
from ..layers.value_words import column_words, local_time, masked_words, value_words
from ..spreadsheets.reader import read_workbook
from ..spreadsheets.writer import write_table
from ..translation import render, tr

_RECORD = ("subject_name", "product", "township", "village")
_WIDTHS = (24, 10, 12, 12, 16, 16, 20, 20, 20, 36, 26, 12, 17, 38, 20, 18)
_TEXTS = (
    *_RECORD,
    *("kind", "field", "base", "ours", "theirs", "why", "file", "operator", "time"),
    *("uuid", "done", KEY_HEADER),  # the answer stands left of the key
)
LIST_COLUMNS = dict.fromkeys(_TEXTS, QMetaType.Type.QString)


def kind_words() -> dict[str, str]:
    """Return the words for what is disagreed on."""
    return {
        FIELD: tr("Both changed it"),
        STATUS: tr("Not submitted"),
        DELETION: tr("Deletion proposed"),
        DELETED_THERE: tr("Deleted there, edited here"),
        DELETED_HERE: tr("Deleted here, edited there"),
        SAME: tr("Perhaps there twice"),
        DOUBTFUL: tr("Perhaps one of ours"),
    }


def list_words() -> dict[str, str]:
    """Return the headers of the list."""
    return {
        **{key: COLUMNS[key].label for key in _RECORD},
        "kind": tr("What"),
        "field": tr("Field"),
        "base": tr("When packaged"),
        "ours": tr("Ours"),
        "theirs": tr("Theirs"),
        "why": tr("How to settle it"),
        "file": tr("From file"),
        "operator": tr("Edited there by"),
        "time": tr("Edited there at"),
        "uuid": COLUMNS["uuid"].label,
        "done": tr("Take: ours or theirs"),
        KEY_HEADER: KEY_HEADER,
    }


def write_list(path: str, listed: Sequence[Listed], before: Callable[[], object]) -> None:
    """Write the sheet; ``before`` is called ere it gets its name. Raises WorkbookError."""

    def rows() -> Iterator[list]:
        yield from map(list, list_rows(listed, value_words))
        before()

    headers = list(list_words().values())
    write_table(path, headers, rows(), sheet_title=tr("Disagreements"), widths=_WIDTHS)


def list_rows(
    listed: Sequence[Listed], words: Callable[[str, object], str] = masked_words
) -> Iterator[tuple]:
    """Yield the lines in the order of LIST_COLUMNS; personal values hidden, unless asked."""
    kinds = kind_words()
    done = {OURS: tr("ours"), THEIRS: tr("theirs"), "": ""}
    for line in listed:
        named = [line.record.get(key) for key in _RECORD]
        values = (line.base, line.mine, line.theirs)
        if line.column is None:
            told = ["", "", str(line.theirs or "")]
        else:
            told = [words(line.column, value) for value in values]
        yield (
            *named,
            kinds[line.kind],
            column_words(line.column) if line.column else "",
            *told,
            " ".join(map(render, line.why)),
            line.file,
            line.operator,
            local_time(line.time),
            line.uuid,
            done[line.done],
            line.key,
        )


def read_list(path: str) -> dict[str, str]:
    """Return the answers of a list that was filled in. Raises WorkbookError and InputError."""
    sheets = [sheet for sheet in read_workbook(path).sheets if not sheet.hidden]
    if not sheets:
        raise WorkbookError(Message("{file} has no visible sheet.", file=path))
    try:
        return read_answers(sheets[0].rows)
    except InputError as error:
        raise InputError(error.message, error.advice, path) from error
