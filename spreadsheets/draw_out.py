"""The workbook of a random draw: the list to take along, and its strata."""

from __future__ import annotations

import os
from collections.abc import Callable

from openpyxl import Workbook

from ..core import draw_list as words
from ..core.draw_list import DrawList
from ..core.messages import Message
from .atomic import replace_archive
from .paper import Paper, new_book
from .sheet_names import sheet_name

_WIDTHS = (5, 5, 24, 12, 22, 13, 9, 13, 12, 14, 11, 18)  # characters
_ROW = 30.0  # points: room to write by hand


def write_draw(
    path: str | os.PathLike,
    listed: DrawList,
    county: str,
    office: str,
    translate: Callable[[str], str],
) -> None:
    """Do what ``writer.write_draw`` promises."""

    def said(message: Message) -> str:
        return message.render(translate)

    book = new_book()
    name = listed.draw.row["name"] or f"{county}{said(words.TITLE)}"
    under = [said(message) for message in listed.under(office)]
    paper = Paper(_sheet(book, said(words.TITLE)), _WIDTHS, frozen=3, least=_ROW)
    paper.head(name, under, [said(head) for head in words.HEADS])
    for row in listed.rows():
        paper.line(row)
    for note in listed.notes():
        paper.note(said(note))
    paper.note("")
    paper.note(said(words.SIGNED))

    strata = list(listed.strata())
    if strata:
        paper = Paper(_sheet(book, said(words.STRATA)), (60, 24, 24), frozen=1)
        head = words.label(listed.draw.row["stratify"])
        paper.head(name, under, [head, said(words.IN_FRAME), said(words.DRAWN)])
        for stratum, size, drawn in strata:
            paper.line([said(stratum), size, drawn])
    replace_archive(path, book.save)


def _sheet(book: Workbook, title: str) -> object:
    return book.create_sheet(sheet_name(title))
