"""From the raw cells of one row to a record with its findings.

Five verdicts (DESIGN 3): ok; fix and warn are applied; ask and reject leave the
value empty. A bad cell never loses its row, and its text is kept in
``original_values``.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from .cells import ASK, FIX, OK, REJECT, WARN, Cell
from .choices import normalise_choice, normalise_choices
from .coordinate_text import named_system
from .coordinates import normalise_point
from .dates import normalise_date, normalise_market
from .findings import ERROR, WARNING, Finding
from .messages import Message
from .names import normalise_name, normalise_person
from .numbers import normalise_scale
from .periods import is_crop, is_month
from .phones import normalise_phone
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
    Record,
    empty_record,
    split_choices,
)
from .sheet_rows import display_date
from .text import clean, is_elsewhere

_ADDRESS = ("province", "city", "county", "township", "village", "address_detail", "address")
_SIMPLE = {
    c.name: c
    for c in COLLECTION_POINT
    if c.business and c.kind in (NAME, PHONE, CHOICE, CHOICES) and c.name != "scale_unit"
}
_TEXTS = ("alias", "confirmed_how")
_DATES = tuple(c.name for c in COLLECTION_POINT if c.kind == DATE and not c.business)
_LEVELS = {WARN: WARNING, ASK: ERROR, REJECT: ERROR}


@dataclass
class ImportRow:
    """One row of a sheet as a record, with what there is to say about it.

    ``originals``: cells that were changed or not understood, as they stood.
    ``reference``: the month that counts where the row names no period.
    ``seen``: its file was imported before, so a difference is an edit made since.
    """

    sheet: str
    number: int
    record: Record
    findings: list[Finding] = field(default_factory=list)
    originals: dict[str, str] = field(default_factory=dict)
    reference: str = ""
    seen: bool = False


class RowNormaliser:
    """Normalises rows of one import; equal cells are worked out once."""

    def __init__(
        self,
        products: tuple[Product, ...],
        places: Places,
        county_code: str | None = None,
        system: str = "cgcs2000",
    ) -> None:
        self._products = products
        self._by_name = {product.name: product for product in products}
        self._places = places
        self._county_code = county_code
        self._system = system
        self._seen: dict[tuple, object] = {}

    def row(
        self,
        sheet: str,
        number: int,
        cells: Mapping[str, object],
        extra: Mapping[str, str] | None = None,
    ) -> ImportRow:
        """Return the record of a row; never raises on its content."""
        done = ImportRow(sheet, number, empty_record())
        remarks: list[str] = []
        self._identity(done, cells)
        product = self._product(done, cells, remarks)
        for key, column in _SIMPLE.items():
            if key in cells:
                cell = self._simple(column, cells[key])
                if cell.verdict is OK:  # nearly always: worth a short way
                    done.record[key] = cell.value
                else:
                    self._put(done, key, cells[key], cell, remarks)
        if done.record["industry"] is None and product is not None:
            done.record["industry"] = product.industry
        self._address(done, cells, remarks)
        self._point(done, cells, remarks)
        self._scale(done, cells, product, remarks)
        self._market(done, cells, remarks)
        self._other(done, cells)
        texts = [clean(cells.get("remarks")), *remarks]
        texts += [f"{header}：{text}" for header, text in (extra or {}).items()]
        done.record["remarks"] = "；".join(dict.fromkeys(t for t in texts if t)) or None
        if done.originals:
            done.record["original_values"] = json.dumps(done.originals, ensure_ascii=False)
        return done

    # --- columns ---------------------------------------------------------------

    def _put(self, done: ImportRow, key: str, raw: object, cell: Cell, remarks: list[str]) -> None:
        """Apply the verdict on one cell to the record."""
        if cell.verdict == OK:
            done.record[key] = cell.value
            return
        if cell.verdict in (FIX, WARN):
            done.record[key] = cell.value
        original = raw_text(raw)
        if original is not None and not (cell.verdict == FIX and _shows(key, cell.value, original)):
            done.originals.setdefault(key, original)
        if cell.remark and cell.remark not in remarks:
            remarks.append(cell.remark)
        if cell.verdict in _LEVELS:
            done.findings.append(_finding(done, key, cell))

    def _simple(self, column: object, raw: object) -> Cell:
        kind = column.kind
        if kind == PHONE:
            return normalise_phone(raw)
        if kind == NAME:
            return normalise_person(raw) if column.personal else normalise_name(raw)
        key = (column.name, type(raw), raw)
        cell = self._seen.get(key)
        if cell is None:
            work = normalise_choice if kind == CHOICE else normalise_choices
            cell = self._seen[key] = work(raw, column)
        return cell

    def _product(
        self, done: ImportRow, cells: Mapping[str, object], remarks: list[str]
    ) -> Product | None:
        raw = cells.get("product")
        key = ("product", type(raw), raw)
        cell = self._seen.get(key)
        if cell is None:
            cell = self._seen[key] = match_product(raw, self._products)
        self._put(done, "product", raw, cell, remarks)
        return self._by_name.get(done.record["product"])

    def _address(self, done: ImportRow, cells: Mapping[str, object], remarks: list[str]) -> None:
        given = {key: cells[key] for key in _ADDRESS if key in cells}
        parts = self._places.normalise_address(given, self._county_code)
        whole = raw_text(given.get("township"))
        split = whole is not None and whole == join_address(
            *(parts[key].value for key in ("township", "village", "address_detail"))
        )
        for key, cell in parts.items():
            # A part that stood in another cell keeps the text of that cell.
            raw = cells.get(key, cells.get("township", cells.get("address")))
            if split and cell.verdict == FIX and key not in given:
                raw = None
            self._put(done, key, raw, cell, remarks)
        if split and parts["township"].verdict == FIX:
            done.originals.pop("township", None)

    def _point(self, done: ImportRow, cells: Mapping[str, object], remarks: list[str]) -> None:
        if "point" in cells:
            raw: object = cells["point"]
        elif "lon" in cells or "lat" in cells:
            raw = (cells.get("lon"), cells.get("lat"))
        else:
            raw = None
        cell = normalise_point(raw, self._system)
        record = done.record
        if cell.verdict in (OK, FIX, WARN) and cell.value is not None:
            record["lon"], record["lat"] = cell.value
            system = clean(cells.get("coordinate_source"))
            if system not in COORDINATE_SYSTEMS:
                named = None if cell.verdict == OK else named_system(raw)
                system = named or self._system
            record["coordinate_source"] = system
        kept = clean(cells.get("coordinate_original"))
        record["coordinate_original"] = kept or point_text(raw)
        if cell.remark:
            remarks.append(cell.remark)
        if cell.verdict in _LEVELS:
            done.findings.append(_finding(done, "geometry", cell))

    def _scale(
        self,
        done: ImportRow,
        cells: Mapping[str, object],
        product: Product | None,
        remarks: list[str],
    ) -> None:
        raw, unit = cells.get("scale"), cells.get("scale_unit")
        scale_cell, unit_cell = normalise_scale(raw, unit, product)
        self._put(done, "scale", raw, scale_cell, remarks)
        self._put(done, "scale_unit", unit, unit_cell, remarks)

    def _market(self, done: ImportRow, cells: Mapping[str, object], remarks: list[str]) -> None:
        start, end = cells.get("market_start"), cells.get("market_end")
        if start is None and end is None:
            return
        key = ("market", type(start), start, type(end), end)
        pair = self._seen.get(key)
        if pair is None:
            pair = self._seen[key] = normalise_market(start, end)
        self._put(done, "market_start", start, pair[0], remarks)
        self._put(done, "market_end", end if end is not None else start, pair[1], remarks)

    def _identity(self, done: ImportRow, cells: Mapping[str, object]) -> None:
        """Take the hidden columns of our own export."""
        for key in ("uuid", "base_id"):
            text = clean(cells.get(key))
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
        period = clean(cells.get("period"))
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
                self._put(done, key, cells[key], normalise_date(cells[key]), [])
        facility = clean(cells.get("facility"))
        if facility is not None:
            done.record["facility"] = 1 if facility in ("1", "是") else 0


def _finding(done: ImportRow, column: str, cell: Cell) -> Finding:
    message = cell.message
    if message is None:
        message = Message("{column} was not understood.", column=label(column))
    return Finding(
        f"cell-{cell.verdict}",
        _LEVELS[cell.verdict],
        message,
        column=column,
        sheet=done.sheet,
        row=done.number,
        fix=cell.proposal,
    )


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
