"""From the raw cells of one row to a record with its findings.

Five verdicts (DESIGN 3): ok; fix and warn are applied; ask and reject leave the
value empty. A bad cell never loses its row, and its text is kept in
``original_values``.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache

from .cell_findings import LEVELS, cell_finding
from .cells import FIX, OK, WARN, Cell
from .choices import normalise_choice, normalise_choices
from .coordinate_text import named_system
from .coordinates import normalise_point
from .dates import normalise_date, normalise_market
from .findings import Finding
from .messages import Message
from .names import is_final_name, is_plain_person, normalise_name, normalise_person
from .numbers import is_zero, normalise_scale
from .originals import to_json
from .periods import is_crop, is_month
from .phones import is_mobile, normalise_phone
from .places import Places, join_address
from .product_names import match_product
from .products import Product
from .rules import label
from .schema import (
    CHOICE,
    CHOICES,
    COLLECTION_POINT,
    COLUMNS,
    COORDINATE_SYSTEMS,
    DATE,
    NAME,
    PHONE,
    Column,
    Record,
    empty_record,
    split_choices,
)
from .sheet_rows import display_date
from .text import clean, is_elsewhere

_ADDRESS = ("province", "city", "county", "township", "village", "address_detail", "address")
_TEXTS = ("alias", "confirmed_how")
_DATES = tuple(c.name for c in COLLECTION_POINT if c.kind == DATE and not c.business)
_REMEMBERED = 20_000  # different cells; a county's addresses repeat, and so do choices and dates


@dataclass
class ImportRow:
    """One row of a sheet as a record, with what there is to say about it.

    ``originals``: cells that were changed or not understood, as they stood.
    ``reference``: the month that counts where the row names no period.
    ``seen``: its file was imported before, so a difference is an edit made since.
    ``zero``: its scale is 0, which counts where the base is known: it has stopped.
    """

    sheet: str
    number: int
    record: Record
    findings: list[Finding] = field(default_factory=list)
    originals: dict[str, str] = field(default_factory=dict)
    reference: str = ""
    seen: bool = False
    zero: bool = False


class RowNormaliser:
    """Normalises rows of one import; what repeats is worked out once."""

    def __init__(
        self,
        products: tuple[Product, ...],
        places: Places,
        county_code: str | None = None,
        system: str = "cgcs2000",
    ) -> None:
        self._by_name = {product.name: product for product in products}
        self._places = places
        self._county_code = county_code
        self._system = system
        self._match_product = _remember(
            lambda raw: _kept("product", match_product(raw, products), raw)
        )
        self._read_market = _remember(_market)
        self._read_scale = _remember(self._scale_parts)
        self._read_address = _remember(self._address_parts)
        self._columns = [
            (c.name, *_normaliser(c))
            for c in COLLECTION_POINT
            if c.business and c.kind in _KINDS and c.name != "scale_unit"
        ]

    def row(
        self,
        sheet: str,
        number: int,
        cells: Mapping[str, object],
        extra: Mapping[str, str] | None = None,
    ) -> ImportRow:
        """Return the record of a row; never raises on its content.

        ``cells``: key -> raw value, empty ones left out. ``extra``: header -> text of the
        columns that are not known; they go into the remarks.
        """
        record = empty_record()
        done = ImportRow(sheet, number, record)
        remarks: list[str] = []
        self._identity(done, cells)
        product = self._product(done, cells, remarks)
        for key, is_final, work in self._columns:
            raw = cells.get(key)
            if raw is None:
                continue
            if raw.__class__ is str and is_final(raw):  # nearly always: worth a short way
                record[key] = raw
            else:
                self._put(done, key, *work(raw), remarks)
        if record["industry"] is None and product is not None:
            record["industry"] = product.industry
        self._address(done, cells, remarks)
        self._point(done, cells, remarks)
        self._scale(done, cells, product, remarks)
        self._market(done, cells, remarks)
        self._other(done, cells)
        if extra or remarks or "remarks" in cells:
            texts = [clean(cells.get("remarks")), *remarks]
            texts += [f"{header}：{text}" for header, text in (extra or {}).items()]
            record["remarks"] = "；".join(dict.fromkeys(t for t in texts if t)) or None
        if done.originals:
            record["original_values"] = to_json(done.originals)
        return done

    # --- columns ---------------------------------------------------------------

    def _put(
        self, done: ImportRow, key: str, cell: Cell, original: str | None, remarks: list[str]
    ) -> None:
        """Apply the verdict on one cell to the record; ``original`` is what to keep of it."""
        if cell.verdict in (OK, FIX, WARN):
            done.record[key] = cell.value
        if original is not None:
            done.originals.setdefault(key, original)
        if cell.remark and cell.remark not in remarks:
            remarks.append(cell.remark)
        if cell.verdict in LEVELS:
            done.findings.append(_finding(done, key, cell))

    def _product(
        self, done: ImportRow, cells: Mapping[str, object], remarks: list[str]
    ) -> Product | None:
        raw = cells.get("product")
        if raw is not None:
            self._put(done, "product", *self._match_product(raw), remarks)
        return self._by_name.get(done.record["product"])

    def _address(self, done: ImportRow, cells: Mapping[str, object], remarks: list[str]) -> None:
        values, told = self._read_address(*map(cells.get, _ADDRESS))
        done.record.update(values)
        for key, cell, original in told:
            self._put(done, key, cell, original, remarks)

    def _address_parts(self, *raws: object) -> tuple[dict, list[tuple[str, Cell, str | None]]]:
        """Return the values that need no word, and (column, Cell, original) of the others."""
        given = {key: raw for key, raw in zip(_ADDRESS, raws) if raw is not None}
        parts = self._places.normalise_address(given, self._county_code)
        whole = raw_text(given.get("township"))
        split = whole is not None and whole == join_address(
            *(parts[key].value for key in ("township", "village", "address_detail"))
        )
        values, told = {}, []
        for key, cell in parts.items():
            own = key in given and key != "township"
            if cell.verdict == OK or (split and cell.verdict == FIX and not own):
                values[key] = cell.value
            else:
                # A part that stood in another cell keeps the text of that cell.
                raw = given.get(key, given.get("township", given.get("address")))
                told.append((key, *_kept(key, cell, raw)))
        return values, told

    def _point(self, done: ImportRow, cells: Mapping[str, object], remarks: list[str]) -> None:
        record = done.record
        raw = cells.get("point")
        if raw is None and ("lon" in cells or "lat" in cells):
            raw = (cells.get("lon"), cells.get("lat"))
        kept = clean(cells["coordinate_original"]) if "coordinate_original" in cells else None
        record["coordinate_original"] = kept or point_text(raw)
        if raw is None:
            return
        cell = normalise_point(raw, self._system)
        if cell.verdict in (OK, FIX, WARN) and cell.value is not None:
            record["lon"], record["lat"] = cell.value
            system = clean(cells["coordinate_source"]) if "coordinate_source" in cells else None
            if system not in COORDINATE_SYSTEMS:
                named = None if cell.verdict == OK else named_system(raw)
                system = named or self._system
            record["coordinate_source"] = system
        if cell.remark:
            remarks.append(cell.remark)
        if cell.verdict in LEVELS:
            done.findings.append(_finding(done, "geometry", cell))

    def _scale(
        self,
        done: ImportRow,
        cells: Mapping[str, object],
        product: Product | None,
        remarks: list[str],
    ) -> None:
        raw, unit = cells.get("scale"), cells.get("scale_unit")
        name = product.name if product is not None else None
        for key, cell, original in self._read_scale(raw, unit, name):
            self._put(done, key, cell, original, remarks)
            done.zero = done.zero or is_zero(cell)

    def _scale_parts(
        self, raw: object, unit: object, product: str | None
    ) -> list[tuple[str, Cell, str | None]]:
        scale_cell, unit_cell = normalise_scale(raw, unit, self._by_name.get(product))
        return [
            ("scale", *_kept("scale", scale_cell, raw)),
            ("scale_unit", *_kept("scale_unit", unit_cell, unit)),
        ]

    def _market(self, done: ImportRow, cells: Mapping[str, object], remarks: list[str]) -> None:
        start, end = cells.get("market_start"), cells.get("market_end")
        if start is None and end is None:
            return
        for key, cell, original in self._read_market(start, end):
            self._put(done, key, cell, original, remarks)

    def _identity(self, done: ImportRow, cells: Mapping[str, object]) -> None:
        """Take the hidden columns of our own export."""
        for key in ("uuid", "base_id"):
            text = clean(cells[key]) if key in cells else None
            if text is None:
                continue
            try:
                done.record[key] = str(uuid.UUID(text))
            except ValueError:
                done.originals[key] = text
                done.findings.append(
                    _finding(
                        done,
                        key,
                        Cell(
                            WARN,
                            message=Message(
                                "{value} is not a record number of ours; it was left out.",
                                value=text,
                            ),
                        ),
                    )
                )
        period = clean(cells["period"]) if "period" in cells else None
        if period is not None and (is_month(period) or is_crop(period)):
            done.record["period"] = period

    def _other(self, done: ImportRow, cells: Mapping[str, object]) -> None:
        for key in _TEXTS:
            if key in cells:
                text = clean(cells[key])
                if text and is_elsewhere(text):
                    done.originals[key], text = text, None
                done.record[key] = text
        for key in _DATES:
            if key in cells:
                raw = cells[key]
                self._put(done, key, *_kept(key, normalise_date(raw), raw), [])
        facility = clean(cells["facility"]) if "facility" in cells else None
        if facility is not None:
            done.record["facility"] = 1 if facility in ("1", "是") else 0


_KINDS = (NAME, PHONE, CHOICE, CHOICES)


def _normaliser(column: Column) -> tuple[Callable, Callable]:
    """Return for a column: the test for a text in its final form, and its reader.

    A reader takes a raw cell to its Cell and to the text of it that is to be kept.
    """
    key = column.name
    if column.kind == NAME and column.personal:
        return is_plain_person, lambda raw: _kept(key, normalise_person(raw), raw)
    if column.kind == NAME:
        return is_final_name, lambda raw: _kept(key, normalise_name(raw), raw)
    if column.kind == PHONE:
        return is_mobile, lambda raw: _kept(key, normalise_phone(raw), raw)
    if column.kind == CHOICE:
        read = _remember(lambda raw: _kept(key, normalise_choice(raw, column), raw))
        return frozenset(column.choices).__contains__, read
    # Several choices are never stored as they are written.
    return _never, _remember(lambda raw: _kept(key, normalise_choices(raw, column), raw))


def _never(_text: str) -> bool:
    return False


def _market(start: object, end: object) -> list[tuple[str, Cell, str | None]]:
    first, last = normalise_market(start, end)
    return [
        ("market_start", *_kept("market_start", first, start)),
        ("market_end", *_kept("market_end", last, end if end is not None else start)),
    ]


def _kept(key: str, cell: Cell, raw: object) -> tuple[Cell, str | None]:
    """Return the cell and its text, None where the value says the same."""
    if cell.verdict == OK:
        return cell, None
    original = raw_text(raw)
    if original is None or (cell.verdict == FIX and _shows(key, cell.value, original)):
        return cell, None
    return cell, original


def _remember(function: Callable) -> Callable:
    # typed: 1, 1.0 and True, a text and an error cell are different cells.
    return lru_cache(_REMEMBERED, typed=True)(function)


def _finding(done: ImportRow, column: str, cell: Cell) -> Finding:
    return cell_finding(done.sheet, done.number, column, label(column), cell)


def _shows(key: str, value: object, original: str) -> bool:
    """Tell whether the sheet's text is just how the value is shown."""
    if value is None:
        return False
    kind = COLUMNS[key].kind
    if kind == DATE:
        return display_date(value) == original
    if kind == CHOICES:
        return "、".join(split_choices(value)) == original
    return str(value) == original


def raw_text(raw: object) -> str | None:
    """Return a raw cell as the text that a person saw; None for an empty one."""
    if raw is None:
        return None
    if isinstance(raw, datetime):
        return raw.strftime("%Y-%m-%d" if raw.time() == datetime.min.time() else "%Y-%m-%d %H:%M")
    if isinstance(raw, date):
        return raw.isoformat()
    if isinstance(raw, float):
        return repr(raw)
    return str(raw)


def point_text(raw: object) -> str | None:
    """Return the original of a point, two cells joined by a comma."""
    if isinstance(raw, tuple):
        parts = [raw_text(part) for part in raw]
        return ",".join(part for part in parts if part) or None
    return raw_text(raw)
