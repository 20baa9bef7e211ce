"""What a person typed into one field, read as the import reads a cell."""

from __future__ import annotations

from .addresses import COLUMNS as ADDRESS
from .cells import ASK, BLANK, FIX, OK, REJECT, WARN, Cell
from .choices import normalise_choice
from .dates import normalise_date
from .findings import ERROR, WARNING, Finding
from .names import normalise_name, normalise_person
from .numbers import is_zero, normalise_scale
from .phones import normalise_phone
from .places import Places
from .products import Product
from .schema import CHOICE, COLUMNS, DATE, NAME, NUMBER, PHONE, Record
from .text import clean, plain

_REGION = ("province", "city", "county")


class TypedReader:
    """Reads typed texts for one county; ``places`` None where addresses stay as typed."""

    def __init__(
        self, products: tuple[Product, ...], places: Places | None = None, county: str = ""
    ) -> None:
        self._products = {product.name: product for product in products}
        self._places = places
        self._county = county

    def read(self, column: str, text: str, record: Record) -> Cell:
        """Return the verdict on ``text`` in a column of ``record``; nothing is lost by it."""
        if not plain(text):
            return BLANK
        kind = COLUMNS[column].kind
        if column in ADDRESS and column != "address_detail":
            return self._address(column, text, record)
        if kind == NAME:
            person = COLUMNS[column].personal
            return normalise_person(text) if person else normalise_name(text)
        if kind == PHONE:
            return normalise_phone(text)
        if kind == DATE:
            return normalise_date(text)
        if kind == CHOICE:
            return normalise_choice(text, COLUMNS[column])
        if kind == NUMBER:
            product = self._products.get(record.get("product"))
            scale = normalise_scale(text, record.get("scale_unit"), product)[0]
            return Cell(FIX, 0) if is_zero(scale) else scale
        value = clean(text)
        return Cell(OK if value == text else FIX, value)

    def _address(self, column: str, text: str, record: Record) -> Cell:
        """Read one level of an address below those that the record has."""
        if self._places is None:
            value = clean(text)
            return Cell(OK if value == text else FIX, value)
        levels = ADDRESS[: ADDRESS.index(column)]
        cells = {level: record.get(level) for level in levels if record.get(level)}
        parts = self._places.normalise_address({**cells, column: text}, self._county or None)
        cell = parts[column]
        # A text that says more than this level is for the person to divide.
        below = ADDRESS[ADDRESS.index(column) + 1 :]
        if any(parts[level].value for level in below) and column not in _REGION:
            return Cell(OK, clean(text))
        return cell


def finding_of(column: str, text: str, cell: Cell, record: Record) -> Finding | None:
    """Return what to say about a typed text that was not simply taken, None for nothing.

    Phones and choices are left to the rules.
    """
    kind = COLUMNS[column].kind
    if cell.message is None or kind in (PHONE, CHOICE) or cell.value == text:
        return None
    if cell.verdict == REJECT and kind not in (DATE, NUMBER):
        return None
    if cell.verdict not in (WARN, ASK, REJECT):
        return None
    fix = cell.value if cell.value is not None else cell.proposal
    if fix is not None and cell.remark:
        remarks = "；".join(filter(None, (record.get("remarks"), cell.remark)))
        fix = {column: fix, "remarks": remarks}
    level = WARNING if cell.verdict == WARN else ERROR
    return Finding(
        f"cell-{cell.verdict}",
        level,
        cell.message,
        column=column,
        record=record.get("uuid"),
        fix=fix,
    )
