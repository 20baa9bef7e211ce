"""The workbook of the early warning: a sheet for each table; openpyxl must be importable."""

from __future__ import annotations

import os
from collections.abc import Callable

from ..core import warning_words as words
from ..core.early_warning import EarlyWarning
from ..core.messages import Message
from ..core.warning_table import Value
from ..core.warning_tables import tables
from .atomic import replace_archive
from .paper import Paper, new_book
from .sheet_names import sheet_name


def write_warning(
    path: str | os.PathLike,
    warning: EarlyWarning,
    query: str,
    county: str,
    office: str,
    translate: Callable[[str], str],
) -> None:
    """Do what ``writer.write_warning`` promises."""

    def said(value: Value) -> Value:
        return value.render(translate) if isinstance(value, Message) else value

    book, whole = new_book(), said(words.TITLE)
    under = [said(words.AS_OF.told(day=warning.day.isoformat())), office, query]
    for table in tables(warning):
        title = said(table.title)
        widths = [width for _head, width in table.heads]
        paper = Paper(book.create_sheet(sheet_name(title)), widths, frozen=1)
        paper.head(
            f"{county} {whole} · {title}".strip(),
            under,
            [said(head) for head, _width in table.heads],
        )
        for number, row in enumerate(table.rows):
            paper.line(list(map(said, row)), strong=table.sum_row and number == 0)
        if not table.rows:
            paper.note(said(words.NONE))
        for note in table.notes:
            paper.note(said(note))
    replace_archive(path, book.save)
