"""Notes on a sheet: colours, comments and the column that lists what to do."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from copy import copy

from openpyxl.cell.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from ..core.errors import WorkbookError
from ..core.findings import ERROR, INFO, WARNING
from ..core.messages import Message
from .cells_out import MAX_TEXT, legal, put_text
from .notes import CellNote
from .textsize import height, lines, units

AUTHOR = "产地溯源"
_MARK = f"【{AUTHOR}】"  # begins our part of a comment
_COLOURS = {ERROR: "FFC7CE", WARNING: "FFEB9C", INFO: "DDEBF7"}
_GRAVITY = (ERROR, WARNING, INFO)
_WIDTH, _SIZE = 50, 10  # of the column: characters, points
_USUAL_HEIGHT, _USUAL_WIDTH = 15.0, 8.43  # of a row in points, of a column in characters
_LAST_COLUMN = 16_384
_COMMENT_WIDTH, _COMMENT_LINE, _COMMENT_EDGE = 280, 18, 14  # pixels
_BARE = re.compile(r"\s+|[*＊]|[:：].*", re.DOTALL)  # what a header holds beside its name


def unmark_sheet(ws: object, sizes: Mapping[tuple[int, int], tuple[float, float]]) -> int | None:
    """Take our marks of an earlier run off; return the column that listed them, if any.

    ``sizes`` of the comments that stay, in pixels: openpyxl does not read them.
    """
    problems = None
    for cell in list(ws._cells.values()):
        if cell.comment is None:
            continue
        text, mark, ours = cell.comment.text.partition(_MARK)
        if not mark:
            width, tall = sizes.get((cell.row, cell.column), _comment_size(text))
            cell.comment.width, cell.comment.height = width, tall
            continue
        if ours.strip():
            if _is_ours(cell):
                cell.fill = PatternFill()
        else:
            problems = cell.column
        author = cell.comment.author
        cell.comment = _comment(text.rstrip("\n"), author) if text.strip() else None
    if problems is not None:
        for cell in [c for c in ws._cells.values() if c.column == problems]:
            if not isinstance(cell, MergedCell):
                cell.value = None
    return problems


def mark_sheet(
    ws: object,
    notes: Sequence[CellNote],
    header: str,
    header_rows: tuple[int, int] | None,
    column: int | None,
) -> None:
    """Mark these notes; ``column`` is the one that listed the problems before, if any."""
    first, last = header_rows or _guessed_header(notes)
    by_cell: dict[tuple[int, int], list[CellNote]] = {}
    by_row: dict[int, list[str]] = {}
    for note in notes:
        label = ""
        if note.column is not None:
            by_cell.setdefault(_anchor(ws, note.row, note.column), []).append(note)
            label = _label(ws, note.column, first, last)
        text = legal(note.text)
        entry = text if not label or label in text else f"{label}: {text}"
        entries = by_row.setdefault(note.row, [])
        if entry not in entries:
            entries.append(entry)
    for (row, number), cell_notes in by_cell.items():
        _mark_cell(ws.cell(row, number), cell_notes)
    column = column or _free_column(ws)
    _own_column(ws, column)
    _write_header(ws, column, header, first, last)
    for row, entries in by_row.items():
        _write_entries(ws, row, column, entries)


def _mark_cell(cell: object, notes: Sequence[CellNote]) -> None:
    worst = min((note.level for note in notes), key=_GRAVITY.index)
    cell.fill = PatternFill("solid", fgColor=_COLOURS[worst])
    texts = list(dict.fromkeys(legal(note.text) for note in notes))
    ours = "\n".join([_MARK, *texts])
    if cell.comment is None:
        cell.comment = _comment(ours, AUTHOR)
    else:
        cell.comment = _comment(f"{cell.comment.text}\n{ours}", cell.comment.author)


def _comment(text: str, author: str) -> Comment:
    comment = Comment(text[:MAX_TEXT], author)
    comment.width, comment.height = _comment_size(text)
    return comment


def _comment_size(text: str) -> tuple[float, float]:
    widest = max(units(line) for line in text.split("\n"))
    width = min(_COMMENT_WIDTH, max(120, widest * 7 + _COMMENT_EDGE))
    count = sum(max(1, -(-units(line) * 7 // (width - _COMMENT_EDGE))) for line in text.split("\n"))
    return width, count * _COMMENT_LINE + _COMMENT_EDGE


def _is_ours(cell: object) -> bool:
    colour = cell.fill.fgColor.rgb if cell.fill.fill_type == "solid" else None
    return isinstance(colour, str) and colour[-6:] in _COLOURS.values()


def _anchor(ws: object, row: int, column: int) -> tuple[int, int]:
    """Return the cell that holds the value of a merged cell."""
    if isinstance(ws.cell(row, column), MergedCell):
        for area in ws.merged_cells.ranges:
            if _within(area, row, column):
                return area.min_row, area.min_col
    return row, column


def _within(area: object, row: int, column: int) -> bool:
    return area.min_row <= row <= area.max_row and area.min_col <= column <= area.max_col


def _label(ws: object, column: int, first: int, last: int) -> str:
    """Return the name of a column from its header, without what explains it."""
    for row in range(last, first - 1, -1):
        text = ws.cell(*_anchor(ws, row, column)).value
        if isinstance(text, str) and text.strip():
            return _BARE.sub("", str(text))
    return ""


def _guessed_header(notes: Sequence[CellNote]) -> tuple[int, int]:
    row = max(1, min(note.row for note in notes) - 1)
    return row, row


def _free_column(ws: object) -> int:
    used = max(
        (c.column for c in ws._cells.values() if c.value is not None or c.comment is not None),
        default=0,
    )
    used = max([used, *(area.max_col for area in ws.merged_cells.ranges)])
    if used >= _LAST_COLUMN:
        raise WorkbookError(
            Message("The sheet {sheet} has no column left at the right.", sheet=ws.title),
            Message("Delete what stands in its last columns and try again."),
        )
    return used + 1


def _own_column(ws: object, column: int) -> None:
    """Give the column a width of its own, also where one entry sets that of several."""
    for key, shared in list(ws.column_dimensions.items()):
        low, high = shared.min or 0, shared.max or 0
        if not low <= column <= high or low == high:
            continue
        del ws.column_dimensions[key]
        for start, end in ((low, column - 1), (column, column), (column + 1, high)):
            if start <= end:
                part = copy(shared)
                part.index = get_column_letter(start)
                part.min, part.max = start, end
                ws.column_dimensions[part.index] = part
    dimension = ws.column_dimensions[get_column_letter(column)]
    dimension.width, dimension.hidden = _WIDTH, False


def _write_header(ws: object, column: int, header: str, first: int, last: int) -> None:
    for row in range(first, last + 1):
        if column > 1:
            ws.cell(row, column)._style = copy(ws.cell(row, column - 1)._style)
    top = ws.cell(first, column)
    put_text(top, legal(header))
    top.comment = _comment(_MARK, AUTHOR)
    merged = any(_within(area, first, column) for area in ws.merged_cells.ranges)
    if last > first and not merged:
        ws.merge_cells(start_row=first, end_row=last, start_column=column, end_column=column)


def _write_entries(ws: object, row: int, column: int, entries: Sequence[str]) -> None:
    numbered = len(entries) > 1
    text = "\n".join(f"{n}. {entry}" if numbered else entry for n, entry in enumerate(entries, 1))
    if len(text) > MAX_TEXT:
        text = text[: MAX_TEXT - 1] + "…"
    cell = ws.cell(row, column)
    put_text(cell, text)
    thin = Side("thin", color="BFBFBF")
    cell.font = Font(name="宋体", size=_SIZE)
    cell.alignment = Alignment(horizontal="left", vertical="center", wrap_text=True)
    cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
    need = _needed_height(ws, row, column)
    dimension = ws.row_dimensions[row]
    if need > (dimension.height or ws.sheet_format.defaultRowHeight or _USUAL_HEIGHT):
        dimension.height = need


def _needed_height(ws: object, row: int, last: int) -> float:
    """Return the height in points at which no wrapped text up to column ``last`` is cut off."""
    need = _USUAL_HEIGHT
    for column in range(1, last + 1):
        cell = ws._cells.get((row, column))
        if cell is None or not isinstance(cell.value, str) or not cell.alignment.wrap_text:
            continue
        size = cell.font.size or _SIZE
        count = lines(str(cell.value), _column_width(ws, column), size)
        if count > 1 and not any(_within(area, row, column) for area in ws.merged_cells.ranges):
            need = max(need, height(count, size))
    return need


def _column_width(ws: object, column: int) -> float:
    for shared in ws.column_dimensions.values():
        if (shared.min or 0) <= column <= (shared.max or 0):
            return shared.width
    dimension = ws.column_dimensions.get(get_column_letter(column))
    return dimension.width if dimension else ws.sheet_format.defaultColWidth or _USUAL_WIDTH
