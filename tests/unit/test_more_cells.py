"""Two thousand more dirty cells: verdict and value of each.

``normalised`` is what the store holds after ok, fix and warn, and what is
proposed after ask. A market season is a pair of cells, a scale (number, unit,
product), an address the cells by column; their verdict is the worst of all.
"""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from origin_trace.core.cells import ASK, FIX, OK, REJECT, WARN, ErrorCell
from origin_trace.core.choices import normalise_choice, normalise_choices
from origin_trace.core.coordinates import normalise_point
from origin_trace.core.dates import normalise_market
from origin_trace.core.names import normalise_name, normalise_person
from origin_trace.core.numbers import normalise_scale
from origin_trace.core.phones import normalise_phone
from origin_trace.core.places import Places, standard_divisions
from origin_trace.core.product_names import match_product
from origin_trace.core.products import standard_products
from origin_trace.core.schema import CHOICES, COLUMNS, split_choices

DATA = Path(__file__).resolve().parents[1] / "data"
CASES = json.loads((DATA / "more_cells.json").read_text(encoding="utf-8"))
PRODUCTS = standard_products()
BY_NAME = {product.name: product for product in PRODUCTS}
VILLAGES = [
    tuple(line.split("\t"))
    for line in gzip.decompress((DATA / "villages_sample.tsv.gz").read_bytes())
    .decode("utf-8")
    .splitlines()
]
PLACES = Places(standard_divisions(), VILLAGES)
RANK = (OK, FIX, WARN, ASK, REJECT)


def normalised(field, raw):
    """Return the cells of a case."""
    if field == "market":
        return normalise_market(*raw)
    if field == "scale":
        return normalise_scale(raw[0], raw[1], BY_NAME[raw[2]])
    if field == "address":
        return tuple(PLACES.normalise_address(raw, "360826").values())
    if field == "point":
        return (normalise_point(tuple(raw) if isinstance(raw, list) else raw),)
    if field == "phone":
        return (normalise_phone(raw),)
    if field == "product":
        return (match_product(raw, PRODUCTS),)
    if field == "name":
        return (normalise_person(raw),)
    if field == "subject_name":
        return (normalise_name(raw),)
    column = COLUMNS[field]
    return ((normalise_choices if column.kind == CHOICES else normalise_choice)(raw, column),)


def cell_of(raw):
    """Return a raw cell as the reader gives it: #REF! is an error, not a text."""
    if isinstance(raw, list):
        return [cell_of(each) for each in raw]
    error = isinstance(raw, str) and raw.startswith("#") and raw.endswith(("!", "A", "?"))
    return ErrorCell(raw) if error else raw


def answer(field, cells):
    """Return what the cells come to, in the form of the data file."""
    values = [cell.proposal if cell.verdict == ASK else cell.value for cell in cells]
    if all(value is None for value in values):
        return None
    if len(values) > 1:
        return values
    if field in ("production_modes", "trace_modes"):
        return split_choices(values[0])
    return values[0]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_verdict_and_value(case):
    field = case["field"]
    cells = normalised(field, cell_of(case["raw"]))
    found, wanted = answer(field, cells), case["normalised"]
    assert max((cell.verdict for cell in cells), key=RANK.index) == case["verdict"], cells
    if field == "point" and wanted:
        assert found == pytest.approx(tuple(wanted), abs=2e-6)
    else:
        assert found == wanted
    for cell in cells:
        if cell.verdict in (WARN, ASK, REJECT):
            assert str(cell.message)
        if cell.verdict in (ASK, REJECT):
            assert cell.value is None


def test_every_column_has_cells():
    assert len(CASES) == len({case["id"] for case in CASES}) > 2000
