"""The rules a record must meet, one declaration for every path.

Form, import, validation, commit, review and export all run ``check_record``;
``check_table`` adds what only shows in the whole table. An error stops the
hand-over (notice (五)(四): 信息不全、不准的，不得上传), a warning does not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from operator import itemgetter

from .cells import Cell
from .choices import normalise_choice, normalise_choices
from .coordinates import coarse_point
from .findings import EMPTIED, ERROR, WARNING, Finding
from .messages import Message
from .names import similar_names
from .phones import is_mobile, normalise_phone
from .product_names import match_product
from .products import Product, standard_products
from .schema import (
    COLLECTION_POINT,
    COLUMNS,
    CROPS,
    PHONE,
    Record,
    join_choices,
    split_choices,
)
from .text import name_key

CHINA = (73.0, 3.0, 136.0, 54.0)  # west, south, east, north, degrees
SAME_POINT_RECORDS = 3  # so many producers on one point look copied from the office
SAME_PHONE_PRODUCERS = 3
NEAR_METRES = 10.0
# Their townships lie directly under the city (NBS codes 2023).
CITIES_WITHOUT_COUNTIES = frozenset({"东莞市", "中山市", "儋州市", "嘉峪关市"})

_FINE = re.compile(r"\d+\.\d{6,},\d+\.\d{6,}")
_REQUIRED = tuple(c.name for c in COLLECTION_POINT if c.required == "always" and c.business)
_required_values = itemgetter(*_REQUIRED)
_REQUIRED_CROPS = tuple(c.name for c in COLLECTION_POINT if c.required == "crops")
_CROPS_ONLY = tuple(c.name for c in COLLECTION_POINT if c.crops_only)
_REGION = ("province", "city", "county")
_PHONES = tuple(c.name for c in COLLECTION_POINT if c.kind == PHONE)
_CHOICE = tuple(
    (c.name, frozenset(c.choices))
    for c in COLLECTION_POINT
    if c.kind == "choice" and c.business and not c.open_list
)
_CHOICES = tuple((c.name, frozenset(c.choices)) for c in COLLECTION_POINT if c.kind == "choices")


@dataclass(frozen=True)
class Context:
    """What rules need to know beside the record.

    ``county``: (province, city, county) of the store, or empty. ``inside``:
    optional test of a point (degrees) against the county's own boundary,
    giving metres outside (0 = inside). ``listed``: optional test of (township,
    village) against the county's list of villages; None where it has none.
    """

    products: tuple[Product, ...] = field(default_factory=standard_products)
    county: tuple[str, ...] = ()
    inside: Callable[[float, float], float] | None = None
    listed: Callable[[str, str], bool | None] | None = None

    @cached_property
    def by_name(self) -> dict[str, Product]:
        """The products by name."""
        return {product.name: product for product in self.products}

    def product(self, name: str | None) -> Product | None:
        """Return the product of that name."""
        return self.by_name.get(name)


Check = Callable[[Record, Context], Iterator[tuple]]


@dataclass(frozen=True)
class Rule:
    """A rule of one record: id, level, title and the check.

    The check yields (column, Message) or (column, Message, fix); a fix only where
    there is one sensible value.
    """

    id: str
    level: str
    title: Message
    check: Check


def label(column: str) -> str:
    """Return the official Chinese name of a column."""
    return COLUMNS[column].label if column in COLUMNS else column


# --- rules of one record (A, D3) ----------------------------------------------------


def _required(record: Record, context: Context) -> Iterator[tuple]:
    if None in _required_values(record):
        for name in _REQUIRED:
            if record[name] is None and not (
                name == "county" and record["city"] in CITIES_WITHOUT_COUNTIES
            ):
                message = Message("{column} is missing: fill it in.", column=label(name))
                yield name, message, _missing(name, record, context)
    if record["industry"] == CROPS:
        for name in _REQUIRED_CROPS:
            if record[name] is None:
                yield name, Message("{column} is missing: crops must state it.", column=label(name))


def _missing(column: str, record: Record, context: Context) -> str | None:
    """Return what an empty column must hold, None where a person has to know."""
    product = context.product(record["product"])
    if product is not None and column == "industry":
        return product.industry
    if product is not None and column == "scale_unit" and len(product.units) == 1:
        return product.unit
    if column in _REGION and context.county:
        # Only where nothing else of the address speaks against the county.
        names = dict(zip(_REGION, context.county))
        if all(record[c] in (None, name) for c, name in names.items()):
            return names[column] or None
    return None


def _point(record: Record, context: Context) -> Iterator[tuple]:
    if record["lon"] is None or record["lat"] is None:
        yield "geometry", Message("The point is missing: place it on the map or type it in.")


def _in_china(record: Record, context: Context) -> Iterator[tuple]:
    lon, lat = record["lon"], record["lat"]
    if lon is None or lat is None:
        return
    west, south, east, north = CHINA
    if west <= lon <= east and south <= lat <= north:
        return
    if west <= lat <= east and south <= lon <= north:
        yield (
            "geometry",
            Message("Longitude and latitude are swapped: exchange them."),
            (lat, lon),
        )
    else:
        yield "geometry", Message("The point lies outside of China: place it again.")


def _precision(record: Record, context: Context) -> Iterator[tuple]:
    original = record["coordinate_original"]
    if record["lon"] is None or not original or _FINE.fullmatch(original):
        return
    message = coarse_point(original)
    if message is not None:
        yield "geometry", message


def _boundary(record: Record, context: Context) -> Iterator[tuple]:
    if context.inside is None or record["lon"] is None:
        return
    metres = context.inside(record["lon"], record["lat"])
    if metres > 0:
        yield (
            "geometry",
            Message(
                "The point lies {metres:.0f} m outside of the boundary: check it on the map.",
                metres=metres,
            ),
        )


def _county(record: Record, context: Context) -> Iterator[tuple]:
    if not context.county or record["county"] is None:
        return
    province, _, county = context.county
    if record["county"] != county or (record["province"] or province) != province:
        yield (
            "county",
            Message(
                "The address lies in {found}, not in {county}: correct the address "
                "or send the record to its own county.",
                found=(record["province"] or "") + record["county"],
                county=county,
            ),
            {
                column: name
                for column, name in zip(_REGION, context.county)
                if name and record[column] != name
            },
        )


def _village(record: Record, context: Context) -> Iterator[tuple]:
    township, village = record["township"], record["village"]
    if context.listed is None or township is None or village is None:
        return
    if context.listed(township, village) is False:
        yield (
            "village",
            Message("{name} is not in the village list of this township.", name=village),
        )


def _phones(record: Record, context: Context) -> Iterator[tuple]:
    for name in _PHONES:
        value = record[name]
        if value is not None and not is_mobile(value):
            yield (
                name,
                Message(
                    "{column}: {value} is not a mobile number of 11 digits.",
                    column=label(name),
                    value=value,
                ),
                _read_as(normalise_phone(value)),
            )


def _read_as(cell: Cell) -> object:
    """Return what a value must mean, None where that is not known."""
    return cell.value if cell.value is not None else cell.proposal


def _choices(record: Record, context: Context) -> Iterator[tuple]:
    for name, allowed in _CHOICE:
        value = record[name]
        if value is not None and value not in allowed:
            fix = _read_as(normalise_choice(value, COLUMNS[name]))
            yield name, _not_allowed(name, value), fix
    for name, allowed in _CHOICES:
        value = record[name]
        if value is not None:
            for part in _parts(value):
                if part not in allowed:
                    kept = [each for each in _parts(value) if each in allowed]
                    read = _read_as(normalise_choices("、".join(_parts(value)), COLUMNS[name]))
                    yield name, _not_allowed(name, part), read or join_choices(kept) or EMPTIED


@lru_cache(1000)
def _parts(stored: str) -> tuple[str, ...]:
    return tuple(split_choices(stored))


def _not_allowed(name: str, value: str) -> Message:
    return Message(
        "{column}: {value} is not one of {choices}.",
        column=label(name),
        value=value,
        choices="、".join(COLUMNS[name].choices),
    )


def _product(record: Record, context: Context) -> Iterator[tuple]:
    name = record["product"]
    if name is None:
        return
    product = context.product(name)
    if product is None:
        yield (
            "product",
            Message("{product} is not one of the products to be collected.", product=name),
            _read_as(match_product(name, context.products)),
        )
        return
    if record["industry"] not in (None, product.industry):
        yield (
            "industry",
            Message("{product} belongs to {industry}.", product=name, industry=product.industry),
            product.industry,
        )
    if record["scale_unit"] is not None and record["scale_unit"] not in product.units:
        yield (
            "scale_unit",
            Message(
                "{product} is counted in {units}, not in {unit}.",
                product=name,
                units="、".join(product.units),
                unit=record["scale_unit"],
            ),
            product.unit if len(product.units) == 1 else None,
        )


def _scale(record: Record, context: Context) -> Iterator[tuple]:
    scale = record["scale"]
    if scale is not None and not scale > 0:
        yield "scale", Message("{column} must be above 0.", column=label("scale"))


def _plausible(record: Record, context: Context) -> Iterator[tuple]:
    scale, product = record["scale"], context.product(record["product"])
    if scale is None or product is None or record["scale_unit"] not in product.units:
        return
    low, high = product.plausible
    if scale > 0 and not low <= scale <= high:
        yield (
            "scale",
            Message(
                "{scale:g} {unit} of {product} is unusual (expected {low:g} to {high:g}): "
                "is the unit right?",
                scale=scale,
                unit=record["scale_unit"],
                product=record["product"],
                low=low,
                high=high,
            ),
        )


def _season(record: Record, context: Context) -> Iterator[tuple]:
    start, end = record["market_start"], record["market_end"]
    if not start or not end or start.startswith("--") != end.startswith("--"):
        return
    # A season of every year may cross the year's end; one with years may not run back.
    length = min(len(start), len(end))
    if not start.startswith("--") and end[:length] < start[:length]:
        yield (
            "market_end",
            Message(
                "{end_column} {end} is before {start_column} {start}.",
                end_column=label("market_end"),
                end=end,
                start_column=label("market_start"),
                start=start,
            ),
        )


def _crops_only(record: Record, context: Context) -> Iterator[tuple]:
    if record["industry"] in (None, CROPS):
        return
    for name in _CROPS_ONLY:
        if record[name] is not None:
            yield (
                name,
                Message(
                    "{column} is not filled in for {industry} (notes 8, 9).",
                    column=label(name),
                    industry=record["industry"],
                ),
                EMPTIED,
            )


RECORD_RULES: tuple[Rule, ...] = (
    Rule("A-required", ERROR, Message("Required values are there"), _required),
    Rule("A-point", ERROR, Message("The record has a point"), _point),
    Rule("A-phone", ERROR, Message("Phones are mobile numbers"), _phones),
    Rule("A-choice", ERROR, Message("Choices are those of the notice"), _choices),
    Rule("A-product", ERROR, Message("Product, industry and unit agree"), _product),
    Rule("A-scale", ERROR, Message("The scale is above 0"), _scale),
    Rule("A-decimals", WARNING, Message("The point has 6 decimals"), _precision),
    Rule("A-crops", WARNING, Message("Crop columns are for crops"), _crops_only),
    Rule("D3-china", ERROR, Message("The point lies in China"), _in_china),
    Rule("D3-boundary", ERROR, Message("The point lies inside the boundary"), _boundary),
    Rule("D3-county", ERROR, Message("The address lies in the county"), _county),
    Rule("D3-village", WARNING, Message("The village is in the township's list"), _village),
    Rule("D3-plausible", WARNING, Message("The scale is plausible"), _plausible),
    Rule("D3-season", ERROR, Message("The market season runs forward"), _season),
)


def check_record(record: Record, context: Context) -> list[Finding]:
    """Return the findings of all record rules; ``record`` holds every column."""
    findings: list[Finding] = []
    for rule in RECORD_RULES:
        for column, message, *fix in rule.check(record, context):
            findings.append(
                Finding(
                    rule.id,
                    rule.level,
                    message,
                    column=column,
                    record=record["uuid"],
                    fix=fix[0] if fix else None,
                )
            )
    return findings


# --- rules of the whole table (D3) ---------------------------------------------------


def _shared(
    records: list[Record], key: Callable[[Record], object], least: int
) -> Iterator[tuple[Record, int]]:
    """Yield the records whose key so many producers share at least, with their number."""
    groups: dict[object, list[Record]] = defaultdict(list)
    for record in records:
        value = key(record)
        if value is not None:
            groups[value].append(record)
    for group in groups.values():
        producers = {name_key(r["subject_name"] or "") for r in group}
        if len(producers) >= least:
            for record in group:
                yield record, len(producers)


def _rounded_point(record: Record) -> tuple[float, float] | None:
    return None if record["lon"] is None else (round(record["lon"], 6), round(record["lat"], 6))


def _same_point(records: list[Record]) -> Iterator[Finding]:
    """Many producers on one point: copied from the office (D3)."""
    for record, count in _shared(records, _rounded_point, SAME_POINT_RECORDS):
        message = Message(
            "{count} producers share this point: was it taken at the office?", count=count
        )
        yield Finding("D3-same-point", WARNING, message, column="geometry", record=record["uuid"])


def _same_phone(records: list[Record]) -> Iterator[Finding]:
    """One contact phone for many producers (D3)."""
    for record, count in _shared(
        records, lambda r: r["contact_phone"] or None, SAME_PHONE_PRODUCERS
    ):
        message = Message("{count} producers give this contact phone: whose is it?", count=count)
        yield Finding(
            "D3-same-phone", WARNING, message, column="contact_phone", record=record["uuid"]
        )


def _duplicates(records: list[Record]) -> Iterator[Finding]:
    """The same producer, product, village and period twice on one point (D3)."""
    keys: dict[tuple, list[Record]] = defaultdict(list)
    for record in records:
        if record["subject_name"] and record["product"]:
            point = (record["lon"], record["lat"])
            key = (
                name_key(record["subject_name"]),
                record["product"],
                record["township"],
                record["village"],
                record["period"],
                point,
            )
            keys[key].append(record)
    for group in keys.values():
        for record in group[1:]:
            yield Finding(
                "D3-duplicate",
                ERROR,
                Message(
                    "The same producer, product, village and period stand twice: "
                    "delete one of them or correct its point."
                ),
                column="subject_name",
                record=record["uuid"],
            )


def _near(records: list[Record]) -> Iterator[Finding]:
    """Points under 10 m apart with the same product and a similar name (D3)."""
    step = NEAR_METRES / 111_000.0
    grid: dict[tuple, list[Record]] = defaultdict(list)
    for record in records:
        if record["lon"] is None or not record["subject_name"]:
            continue
        column, row = int(record["lon"] / step), int(record["lat"] / step)
        name = name_key(record["subject_name"])
        for x in (column - 1, column, column + 1):
            for y in (row - 1, row, row + 1):
                for other in grid.get((x, y, record["product"]), ()):
                    other_name = name_key(other["subject_name"])
                    if other_name != name and similar_names(other_name, name):
                        yield Finding(
                            "D3-near",
                            WARNING,
                            Message(
                                "Nearly the same as {other} less than {metres:g} m away: "
                                "is it the same record?",
                                other=other["subject_name"],
                                metres=NEAR_METRES,
                            ),
                            column="subject_name",
                            record=record["uuid"],
                        )
        grid[(column, row, record["product"])].append(record)


TABLE_RULES = (_same_point, _same_phone, _duplicates, _near)


def check_table(records: list[Record]) -> list[Finding]:
    """Return the findings of the table rules; n log n at worst."""
    return [finding for rule in TABLE_RULES for finding in rule(records)]


def check_all(records: Iterable[Record], context: Context) -> list[Finding]:
    """Return the findings of every rule over all records."""
    listed = list(records)
    findings = [finding for record in listed for finding in check_record(record, context)]
    return findings + check_table(listed)
