"""A sheet that looks like an office's paper: title, what it is of, a table, footnotes."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from .cells_out import outgoing
from .official import A4, BODY_FONT, TITLE_FONT, set_page
from .textsize import height, lines, most_lines

_SIZE = 10  # points
_TITLE, _UNDER, HEAD = 1, 2, 3  # rows
_THIN = Side("thin", color="808080")
_BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True)
_BODY, _BOLD = Font(name=BODY_FONT, size=_SIZE), Font(name=BODY_FONT, size=_SIZE, bold=True)
_SHADED = PatternFill("solid", fgColor="E2EFDA")
_SIGNED = "+0;-0;0"  # a change shows its sign


def new_book() -> Workbook:
    """Return a workbook without sheets."""
    book = Workbook()
    book.remove(book.active)
    book.properties.creator = "Origin Trace"
    return book


class Paper:
    """Writes a worksheet from top to bottom; ``row`` is the last one written."""

    def __init__(self, ws: object, widths: Sequence[float], frozen: int, least: float = 18) -> None:
        """``widths`` in characters; ``frozen``: columns that stay in sight.

        ``least``: the height in points that each row of the table has.
        """
        self.ws, self.row = ws, 0
        self._least = least
        self._widths = list(widths)
        for number, width in enumerate(widths, 1):
            ws.column_dimensions[get_column_letter(number)].width = width
        set_page(ws, A4)
        ws.freeze_panes = f"{get_column_letter(frozen + 1)}{HEAD + 1}"
        ws.print_title_rows = f"{_TITLE}:{HEAD}"

    def head(self, title: str, under: Sequence[str], heads: Sequence[str]) -> None:
        """Write the title, three texts below it (left, middle, right), the table's head."""
        last = len(self._widths)
        self._merged(_TITLE, 1, last, title, Font(name=TITLE_FONT, size=16), _CENTRE)
        self.ws.row_dimensions[_TITLE].height = 30
        cuts = (0, last * 2 // 5, last * 7 // 10, last)
        sides = ("left", "center", "right")
        most = 1
        for text, start, end, side in zip(under, cuts, cuts[1:], sides):
            most = max(most, lines(text, sum(self._widths[start:end]), _SIZE))
            across = Alignment(horizontal=side, vertical="center", wrap_text=True)
            self._merged(_UNDER, start + 1, end, text, _BODY, across)
        self.ws.row_dimensions[_UNDER].height = max(20, height(most, _SIZE))
        for column, text in enumerate(heads, 1):
            cell = self._cell(HEAD, column, text, _BOLD, _CENTRE)
            cell.border, cell.fill = _BORDER, _SHADED
        most = most_lines(heads, self._widths, _SIZE)
        self.ws.row_dimensions[HEAD].height = height(most, _SIZE) + 4
        self.row = HEAD

    def line(self, values: Sequence[object], strong: bool = False, signed: bool = False) -> None:
        """Write a row of the table; ``signed``: its numbers are changes."""
        self.row += 1
        for column, value in enumerate(values, 1):
            cell = self._cell(self.row, column, value, _BOLD if strong else _BODY, _CENTRE)
            cell.border = _BORDER
            if strong:
                cell.fill = _SHADED
            if signed and isinstance(value, int):
                cell.number_format = _SIGNED
        most = most_lines(values, self._widths, _SIZE)
        self.ws.row_dimensions[self.row].height = max(self._least, height(most, _SIZE))

    def note(self, text: str) -> None:
        """Write a note below the table, across the sheet."""
        self.row += 1
        self._merged(self.row, 1, len(self._widths), text, _BODY, _LEFT)
        count = lines(text, sum(self._widths), _SIZE)
        self.ws.row_dimensions[self.row].height = height(count, _SIZE)

    def _merged(
        self, row: int, first: int, last: int, text: str, font: Font, across: Alignment
    ) -> None:
        self._cell(row, first, text, font, across)
        self.ws.merge_cells(start_row=row, end_row=row, start_column=first, end_column=last)

    def _cell(self, row: int, column: int, value: object, font: Font, across: Alignment) -> object:
        cell = self.ws.cell(row, column)
        cell.value = outgoing(value, row, get_column_letter(column))
        if isinstance(value, str):
            cell.data_type, cell.quotePrefix = "s", True  # a text is never a formula
        cell.font, cell.alignment = font, across
        return cell
