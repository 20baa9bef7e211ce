"""The workbooks that ``writer`` promises, put together; openpyxl must be importable."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from ..core.contact_sheet import CONTACT_NOTE, CONTACT_TITLE
from ..core.products import standard_products
from ..core.schema import SHEET_NOTES, SHEET_TITLE
from ..core.subtotals import Subtotal
from . import form_words as words
from .atomic import replace_file
from .cells_out import Palette, RowStream, outgoing, style_of
from .official import (
    A4,
    BODY_FONT,
    FIRST_ROW,
    OfficialForm,
    collection_form,
    contact_form,
    merge,
    set_page,
)
from .proof import KeySum
from .sheet_names import sheet_name
from .textsize import height, most_lines, units
from .validations import Options, validations

BLANK_ROWS = 200
_BLANK_HEIGHT = 24  # points
_PROBE_ROWS = 200  # rows that decide the widths of a plain list
_CREATOR = "Origin Trace"
_SIZE = 10  # points
_NARROW, _WIDE = 6, 45  # widths of a plain list, in characters


def write_sheet(
    path: str | os.PathLike,
    rows: Iterable[Mapping[str, object] | Subtotal],
    internal: bool,
    metadata: Mapping[str, object],
    title: str,
    note_lines: Sequence[str],
    products: Sequence[str] | None,
) -> int:
    """Do what ``writer.write_sheet`` promises."""
    count = 0

    def fill(ws: object, options: Options) -> KeySum:
        nonlocal count
        form = OfficialForm(ws, collection_form(internal))
        form.head(title, metadata)
        for row in rows:
            if isinstance(row, Subtotal):
                form.subtotal(words.subtotal(row))
            else:
                count += 1
                form.record(count, row)
        last = form.stream.count
        form.notes(note_lines)
        lists = {"product": _product_names(products)}
        last = max(FIRST_ROW, last)
        _add_rules(ws, validations(FIRST_ROW, last, lists, options))
        return form.stream.keys

    _write(path, words.SHEET_NAME, fill)
    return count


def write_blank(
    path: str | os.PathLike,
    county: Sequence[str],
    towns: Sequence[str],
    products: Sequence[str],
) -> None:
    """Do what ``writer.write_blank`` promises."""

    def fill(ws: object, options: Options) -> KeySum:
        form = OfficialForm(ws, collection_form(internal=False), _BLANK_HEIGHT)
        form.head(SHEET_TITLE, {})
        form.blank(BLANK_ROWS)
        form.notes(SHEET_NOTES)
        lists = {"product": _product_names(products), "township": tuple(towns)}
        for key, name in zip(("province", "city", "county"), county):
            lists[key] = (name,) if name else ()
        last = FIRST_ROW + BLANK_ROWS - 1
        _add_rules(ws, validations(FIRST_ROW, last, lists, options, prompts=True))
        return form.stream.keys

    _write(path, words.SHEET_NAME, fill)


def write_contacts(path: str | os.PathLike, rows: Iterable[Mapping[str, object]]) -> int:
    """Do what ``writer.write_contacts`` promises."""
    count = 0

    def fill(ws: object, _options: Options) -> KeySum:
        nonlocal count
        form = OfficialForm(ws, contact_form())
        form.head(CONTACT_TITLE, None)
        for count, row in enumerate(rows, 1):
            form.record(count, row)
        form.notes([CONTACT_NOTE])
        return form.stream.keys

    _write(path, words.CONTACT_SHEET_NAME, fill)
    return count


def write_table(
    path: str | os.PathLike,
    headers: Sequence[str],
    rows: Iterable[Sequence[object] | Subtotal],
    sheet_title: str,
    widths: Sequence[float] | None,
) -> None:
    """Do what ``writer.write_table`` promises."""

    def fill(ws: object, options: Options) -> KeySum:
        source = iter(rows)
        probe = list(islice(source, _PROBE_ROWS))
        plain = [row for row in probe if not isinstance(row, Subtotal)]
        room = list(widths) if widths else _widths(headers, plain)
        for index, width in enumerate(room, 1):
            ws.column_dimensions[get_column_letter(index)].width = width
        ws.sheet_format.defaultRowHeight, ws.sheet_format.customHeight = 18, True
        ws.freeze_panes = "A2"
        ws.print_title_rows = "1:1"
        set_page(ws, A4)
        thin = Side("thin", color="BFBFBF")
        border = Border(left=thin, right=thin, top=thin, bottom=thin)
        wrapped = Alignment(vertical="center", wrap_text=True)
        head = style_of(
            ws,
            font=Font(name=BODY_FONT, size=_SIZE, bold=True),
            border=border,
            fill=PatternFill("solid", fgColor="DDEBF7"),
            alignment=Alignment(horizontal="center", vertical="center", wrap_text=True),
        )
        body = Palette(ws, font=Font(name=BODY_FONT, size=_SIZE), border=border, alignment=wrapped)
        strong = style_of(
            ws,
            font=Font(name=BODY_FONT, size=_SIZE, bold=True),
            border=border,
            fill=PatternFill("solid", fgColor="E2EFDA"),
            alignment=wrapped,
        )
        stream = RowStream(ws, max(1, len(headers)), _text_column(plain))
        names = [outgoing(text, 1, str(text)) for text in headers]
        most = most_lines(names, room, _SIZE)
        stream.append([(name, head) for name in names], height(most, _SIZE) + 4)
        for number, row in enumerate(chain(probe, source), 1):
            if isinstance(row, Subtotal):
                text = outgoing(words.subtotal(row), number, sheet_title)
                at = stream.append([(text, strong)] + [(None, strong)] * (len(headers) - 1))
                if len(headers) > 1:
                    merge(ws, at, 1, at, len(headers))
                continue
            if len(row) != len(headers):
                raise ValueError(f"row {number} has {len(row)} values for {len(headers)} columns")
            values = [outgoing(value, number, names[i]) for i, value in enumerate(row)]
            most = most_lines(values, room, _SIZE)
            points = height(most, _SIZE) if most > 1 else None
            stream.append([(value, body.style_for(value)) for value in values], points)
        ws.auto_filter.ref = f"A1:{get_column_letter(max(1, len(headers)))}{stream.count}"
        return stream.keys

    _write(path, sheet_name(sheet_title), fill)


def _write(path: str | os.PathLike, name: str, fill: Callable[[object, Options], KeySum]) -> None:
    """Write a workbook whose first sheet ``fill`` writes and returns the proof of."""
    proof: list[KeySum] = []

    def save(stream: BinaryIO) -> None:
        book = Workbook(write_only=True)
        book.properties.creator = _CREATOR
        try:
            options = Options()
            proof.append(fill(book.create_sheet(name), options))
            if options.lists:
                sheet = book.create_sheet(words.OPTIONS_SHEET)
                sheet.sheet_state = "hidden"
                table = RowStream(sheet, len(options.lists))
                look = Palette(sheet)
                for row in options.rows():
                    table.append([(value, look.style_for(value)) for value in row])
            book.save(stream)
        finally:
            _discard_parts(book)

    def verify(new: Path) -> None:
        proof[0].check(new)

    replace_file(path, save, verify)


def _discard_parts(book: Workbook) -> None:
    """Remove the temporary parts that openpyxl leaves behind when a write fails."""
    for sheet in book.worksheets:
        part = sheet._writer
        if part is None or not Path(part.out).exists():
            continue
        # The first error is on its way to the person; a full disk fails here once more.
        with suppress(Exception):
            sheet.close()
        with suppress(PermissionError):  # still open on Windows: openpyxl tries again at exit
            part.cleanup()


def _add_rules(ws: object, rules: Iterable[object]) -> None:
    for rule in rules:
        ws.data_validations.append(rule)


def _product_names(products: Sequence[str] | None) -> tuple[str, ...]:
    return tuple(products) if products else tuple(p.name for p in standard_products())


def _widths(headers: Sequence[str], rows: Sequence[Sequence[object]]) -> list[float]:
    return [
        min(
            _WIDE,
            max(
                _NARROW,
                units(str(header)) + 4,
                *(units(str(row[index])) + 2 for row in rows if row[index] is not None),
                0,
            ),
        )
        for index, header in enumerate(headers)
    ]


def _text_column(rows: Sequence[Sequence[object]]) -> int:
    """Return the first column (1-based) that holds text, to check the file by."""
    for row in rows[:1]:
        for index, value in enumerate(row, 1):
            if isinstance(value, str) and value:
                return index
    return 1
