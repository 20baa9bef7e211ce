"""The layout of the official sheets (附件1, 附件2): head, columns, notes, print set-up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from ..core.contact_sheet import CONTACT_COLUMNS, CONTACT_SHEET_COLUMNS
from ..core.schema import COLUMNS, DATE, INTEGER, INTERNAL_COLUMNS, PHONE, SHEET_COLUMNS
from . import form_words as words
from .cells_out import TEXT_FORMAT, Palette, RowStream, outgoing, style_of
from .textsize import height, lines, most_lines

HEADER_ROWS = (4, 5)
FIRST_ROW = 6
_KEY_COLUMN = 2  # the producer's name
_INTERNAL_WIDTH = 14
_SIZE, _TITLE_SIZE = 10, 16  # points
BODY_FONT, TITLE_FONT = "宋体", "黑体"
_THIN = Side("thin")
_BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_BODY = Font(name=BODY_FONT, size=_SIZE)
_BOLD = Font(name=BODY_FONT, size=_SIZE, bold=True)
_CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True)
A3, A4 = 8, 9
_SHADED = PatternFill("solid", fgColor="E2EFDA")
_FROM_RIGHT = 7  # columns that the day takes up in the row of who reported


@dataclass(frozen=True)
class Field:
    """A column of the sheet as it is written."""

    key: str
    header: str
    width: float
    group: str = ""
    hidden: bool = False
    text: bool = False  # where a typed value would be turned into another

    @property
    def text_format(self) -> str:
        """The number format."""
        return TEXT_FORMAT if self.text or self.hidden else "General"


@dataclass(frozen=True)
class Form:
    """An official sheet: its columns, the words above its title, its paper."""

    fields: tuple[Field, ...]
    attachment: str
    paper: int

    @property
    def header_rows(self) -> tuple[int, int]:
        """First and last row of the headers: two where columns stand in groups."""
        return HEADER_ROWS if any(field.group for field in self.fields) else (3, 3)


def collection_form(internal: bool) -> Form:
    """Return 附件1: the official columns, then, if ``internal``, the hidden ones."""
    kinds = (PHONE, DATE)
    made = [
        Field(c.key, c.header, c.width, c.group, text=c.key == "point" or _kind(c.key) in kinds)
        for c in SHEET_COLUMNS
    ]
    if internal:
        made += [
            Field(key, COLUMNS[key].label, _INTERNAL_WIDTH, hidden=True) for key in INTERNAL_COLUMNS
        ]
    return Form(tuple(made), words.ATTACHMENT, A3)


def contact_form() -> Form:
    """Return 附件2."""
    made = tuple(
        Field(c.key, c.header, c.width, text=CONTACT_COLUMNS[c.key].kind != INTEGER)
        for c in CONTACT_SHEET_COLUMNS
    )
    return Form(made, words.CONTACT_ATTACHMENT, A4)


def _kind(key: str) -> str | None:
    return COLUMNS[key].kind if key in COLUMNS else None


class OfficialForm:
    """Writes the official sheet into an empty write-only worksheet, from top to bottom."""

    def __init__(self, ws: object, form: Form, row_height: float = 18) -> None:
        """``row_height`` in points: that of a row of one line; more lines get more."""
        self._ws = ws
        ws.sheet_format.defaultRowHeight = row_height
        ws.sheet_format.customHeight = True
        self._form, self._fields = form, form.fields
        self._page()
        self._columns()
        self.stream = RowStream(ws, len(self._fields), _KEY_COLUMN)
        self._palettes = [
            Palette(ws, f.text_format, font=_BODY, border=_BORDER, alignment=_CENTRE)
            for f in self._fields
        ]
        self._widths = [field.width for field in self._fields if not field.hidden]
        self._across = len(self._widths)
        self._plain = style_of(ws, font=_BODY)

    def head(self, title: str, metadata: Mapping[str, object] | None) -> None:
        """Write attachment, title, office and date unless ``metadata`` is None, and headers."""
        ws = self._ws
        bold = style_of(ws, font=Font(name=TITLE_FONT, size=_SIZE + 2), alignment=_LEFT)
        large = style_of(ws, font=Font(name=TITLE_FONT, size=_TITLE_SIZE), alignment=_CENTRE)
        self.stream.append([(self._form.attachment, bold)], 20)
        self._line(title, large, 1, self._across, 30)
        if metadata is not None:
            self._reported(metadata)
        self._headers()

    def _reported(self, metadata: Mapping[str, object]) -> None:
        plain = style_of(self._ws, font=Font(name=BODY_FONT, size=_SIZE + 1), alignment=_LEFT)
        middle = self._across - _FROM_RIGHT
        office = words.REPORTED_BY + _shown(metadata.get("reported_by"), "reported_by")
        day = words.REPORTED_ON + _shown(metadata.get("reported_on"), "reported_on")
        row: list = [(None, self._plain)] * self._across
        row[0], row[middle] = (office, plain), (day, plain)
        number = self.stream.append(row, 20)
        self._merge(number, 1, number, middle)
        self._merge(number, middle + 1, number, self._across)

    def record(self, number: int | None, values: Mapping[str, object]) -> None:
        """Write one record, ``number`` in the first column, ``values`` by column key."""
        row = []
        for field, palette in zip(self._fields, self._palettes):
            if field.key == "number":
                value = number
            else:
                value = outgoing(values.get(field.key), number or 0, field.header)
            row.append((value, palette.style_for(value)))
        most = most_lines([value for value, _ in row[: self._across]], self._widths, _SIZE)
        self.stream.append(row, height(most, _SIZE) if most > 1 else None)

    def subtotal(self, text: str) -> None:
        """Write what the records above come to, across the sheet."""
        style = style_of(self._ws, font=_BOLD, border=_BORDER, fill=_SHADED, alignment=_LEFT)
        text = outgoing(text, self.stream.count + 1, words.SHEET_NAME) or ""
        self._line(text, style, 1, self._across, height(1, _SIZE))

    def blank(self, count: int) -> None:
        """Write ``count`` empty rows with borders."""
        row = [(None, palette.empty) for palette in self._palettes]
        for _ in range(count):
            self.stream.append(row)

    def notes(self, note_lines: Iterable[str]) -> None:
        """Write the notes, each in one merged row below the data."""
        style = style_of(self._ws, font=_BODY, alignment=_LEFT)
        room = sum(self._widths)
        for number, line in enumerate(note_lines, 1):
            text = outgoing(line, number, words.SHEET_NAME) or ""
            self._line(text, style, 1, self._across, height(lines(text, room, _SIZE), _SIZE))

    def _headers(self) -> None:
        style = style_of(self._ws, font=_BOLD, border=_BORDER, alignment=_CENTRE)
        top, bottom = self._form.header_rows
        groups = [field.group for field in self._fields]
        upper = [
            (None if field.group in groups[:index] else field.group or field.header)
            if field.group
            else field.header
            for index, field in enumerate(self._fields)
        ]
        lower = [field.header if field.group else None for field in self._fields]
        need = max(height(lines(field.header, field.width, _SIZE), _SIZE) for field in self._fields)
        low = 20.0
        if top == bottom:
            self.stream.append([(text, style) for text in upper], need)
            return
        self.stream.append([(text, style) for text in upper], max(low, need - low))
        self.stream.append([(text, style) for text in lower], low)
        for index, field in enumerate(self._fields, 1):
            if not field.group:
                self._merge(top, index, bottom, index)
            elif field.group not in groups[: index - 1]:
                self._merge(top, index, top, index + groups.count(field.group) - 1)

    def _line(self, text: str, style: int, first: int, last: int, points: float) -> None:
        row = [(text, style), *[(None, self._plain)] * (last - first)]
        number = self.stream.append(row, points)
        self._merge(number, first, number, last)

    def _merge(self, row: int, column: int, last_row: int, last_column: int) -> None:
        merge(self._ws, row, column, last_row, last_column)

    def _columns(self) -> None:
        for index, field in enumerate(self._fields, 1):
            dimension = self._ws.column_dimensions[get_column_letter(index)]
            dimension.width = field.width
            dimension.hidden = field.hidden
            if field.text_format != "General":
                dimension.number_format = field.text_format

    def _page(self) -> None:
        ws = self._ws
        producer = get_column_letter(_KEY_COLUMN + 1)
        top, bottom = self._form.header_rows
        ws.freeze_panes = f"{producer}{bottom + 1}"
        ws.print_title_rows = f"{top}:{bottom}"
        set_page(ws, self._form.paper)


def set_page(ws: object, paper: int) -> None:
    """Set up a landscape page that is one page wide, its number in the footer (inches)."""
    ws.sheet_properties.pageSetUpPr.fitToPage = True
    ws.page_setup.orientation = "landscape"
    ws.page_setup.paperSize = paper
    ws.page_setup.fitToWidth, ws.page_setup.fitToHeight = 1, 0
    margins = ws.page_margins
    margins.left = margins.right = 0.4
    margins.top, margins.bottom, margins.header, margins.footer = 0.5, 0.6, 0.3, 0.3
    ws.print_options.horizontalCentered = True
    ws.oddFooter.center.text = words.PAGE


def merge(ws: object, row: int, column: int, last_row: int, last_column: int) -> None:
    """Merge cells of a write-only worksheet, which has no method for it."""
    first, last = get_column_letter(column), get_column_letter(last_column)
    ws.merged_cells.add(f"{first}{row}:{last}{last_row}")


def _shown(value: object, name: str) -> str:
    if isinstance(value, date):
        return words.DATE.format(value)
    return str(outgoing(value, 3, name) or "")
