"""Hand an office its own workbook back, with what is to be done marked in it."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from ..core.messages import Message
from . import dependency
from .notes import CellNote

__all__ = ["CellNote", "annotate"]


def annotate(
    source: str | os.PathLike,
    target: str | os.PathLike,
    notes: Sequence[CellNote],
    problem_header: str = "问题",
    *,
    header_rows: Mapping[str, Sequence[tuple[int, int]]] | None = None,
) -> list[Message]:
    """Write a copy of ``source`` with these notes; return what could not be kept in it.

    Noted cells get a colour and a comment, and each noted row a list of its
    notes in a column ``problem_header`` to the right. Marks of an earlier run
    are taken off first. ``header_rows``: first and last row of
    each header by sheet.
    The source is never written. Raises WorkbookError.
    """
    dependency.openpyxl()
    from . import markup

    return markup.annotate(source, target, notes, problem_header, header_rows or {})
