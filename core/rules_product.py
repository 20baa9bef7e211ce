"""Rules of product, scale, season and period of one record (A2, B, D3, D4)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from .cells import ASK
from .findings import ERROR, WARNING
from .messages import Message
from .numbers import normalise_scale
from .periods import crop_of, is_crop, is_month
from .product_names import match_product
from .products import MONTH, Product
from .round_windows import has_stopped
from .rounds import interval_of
from .rule import Context, Rule, label, meant
from .schema import FISHERY, Record
from .stored_dates import is_date

_LONGEST_SEASON = 12  # months

NO_PRODUCT = Message("{product} is not one of the products to be collected.")
OTHER_INDUSTRY = Message("{product} belongs to {industry}.")
OTHER_UNIT = Message("{product} is counted in {units}, not in {unit}.")
NOT_ABOVE_0 = Message("{column} must be above 0.")
STOPPED = Message("{column} is 0, so the base has stopped and is not handed up: is that right?")
NO_NUMBER = Message("{column}: {value} is not a number.")
UNUSUAL = Message(
    "{scale:g} {unit} of {product} is unusual (expected {low:g} to {high:g}): is the unit right?"
)
OTHER_ALIAS = Message("The alias {alias} means {other}, not {product}: which one is it?")
NO_TANK = Message("Engineered fish tanks are for {fishery} only.")
BACKWARDS = Message("{end_column} {end} is before {start_column} {start}.")
LONG_SEASON = Message("The market season lasts {months} months: are the years right?")
NO_PERIOD = Message(
    "The period {period} is neither a month (2023-06) nor a numbered crop (2023-1)."
)
OTHER_PERIOD = Message("{product} is collected every month: {period} is not a month.")
OTHER_CROP_PERIOD = Message("{product} is collected with every crop: {period} is not one.")


def _product(record: Record, context: Context) -> Iterator[tuple]:
    name = record["product"]
    if name is None:
        return
    product = context.product(name)
    if product is None:
        fix = meant(match_product(name, context.products))
        yield "product", NO_PRODUCT.told(product=name), fix
        return
    if record["industry"] not in (None, product.industry):
        message = OTHER_INDUSTRY.told(product=name, industry=product.industry)
        yield "industry", message, product.industry
    unit = record["scale_unit"]
    if unit is not None and unit not in product.units:
        message = OTHER_UNIT.told(product=name, units="、".join(product.units), unit=unit)
        yield "scale_unit", message, product.unit if len(product.units) == 1 else None


def is_number(value: object) -> bool:
    """Tell whether a value is a finite number; a layer may hold texts in a column of numbers."""
    return value.__class__ in (float, int) and value - value == 0


def _scale(record: Record, context: Context) -> Iterator[tuple]:
    scale = record["scale"]
    if scale is None:
        return
    if not is_number(scale):
        product = context.product(record["product"])
        fix = meant(normalise_scale(str(scale), record["scale_unit"], product)[0])
        yield "scale", NO_NUMBER.told(column=label("scale"), value=scale), fix
    elif scale < 0:
        yield "scale", NOT_ABOVE_0.told(column=label("scale"))


def _stopped(record: Record, context: Context) -> Iterator[tuple]:
    if has_stopped(record):
        yield "scale", STOPPED.told(column=label("scale"))


def _plausible(record: Record, context: Context) -> Iterator[tuple]:
    scale, product = record["scale"], context.product(record["product"])
    if product is None or record["scale_unit"] not in product.units or not is_number(scale):
        return
    low, high = product.plausible
    if scale > 0 and not low <= scale <= high:
        yield (
            "scale",
            UNUSUAL.told(
                scale=scale,
                unit=record["scale_unit"],
                product=record["product"],
                low=low,
                high=high,
            ),
        )


def _alias(record: Record, context: Context) -> Iterator[tuple]:
    alias, product = record["alias"], record["product"]
    if alias is None or product is None:
        return
    other = _meaning(alias, context.products)
    if other is not None and other != product:
        yield "alias", OTHER_ALIAS.told(alias=alias, other=other, product=product)


@lru_cache(1000)
def _meaning(alias: str, products: tuple[Product, ...]) -> str | None:
    """Return the product that an alias surely means."""
    cell = match_product(alias, products)
    return None if cell.verdict == ASK else cell.value


def _facility(record: Record, context: Context) -> Iterator[tuple]:
    if record["facility"] and record["industry"] not in (None, FISHERY):
        yield "facility", NO_TANK.told(fishery=FISHERY), 0


def _season(record: Record, context: Context) -> Iterator[tuple]:
    start, end = record["market_start"], record["market_end"]
    if not start or not end or start.startswith("--") != end.startswith("--"):
        return
    if not (is_date(start) and is_date(end)):
        return  # A-date tells
    # A season of every year may cross the year's end; one with years may not run back.
    length = min(len(start), len(end))
    if not start.startswith("--") and end[:length] < start[:length]:
        yield (
            "market_end",
            BACKWARDS.told(
                end_column=label("market_end"),
                end=end,
                start_column=label("market_start"),
                start=start,
            ),
        )


def _long_season(record: Record, context: Context) -> Iterator[tuple]:
    start, end = record["market_start"], record["market_end"]
    if not start or not end or start[:4] == end[:4] or not (is_date(start) and is_date(end)):
        return
    if start.startswith("--") or end.startswith("--"):
        return
    months = 12 * (int(end[:4]) - int(start[:4])) + int(end[5:7]) - int(start[5:7]) + 1
    if months > _LONGEST_SEASON:
        yield "market_end", LONG_SEASON.told(months=months)


def _period(record: Record, context: Context) -> Iterator[tuple]:
    period = record["period"]
    if period is not None and not (is_month(period) or is_crop(period)):
        yield "period", NO_PERIOD.told(period=period)


def _period_kind(record: Record, context: Context) -> Iterator[tuple]:
    period, product = record["period"], context.product(record["product"])
    if period is None or product is None:
        return
    if interval_of(product) == MONTH:
        if is_crop(period):
            collected = (record["collected_on"] or "")[:7]
            fix = collected if is_month(collected) else None
            yield "period", OTHER_PERIOD.told(product=product.name, period=period), fix
    elif is_month(period):
        message = OTHER_CROP_PERIOD.told(product=product.name, period=period)
        yield "period", message, crop_of(int(period[:4]))


PRODUCT_RULES: tuple[Rule, ...] = (
    Rule(
        "A-product",
        ERROR,
        Message("Product, industry and unit agree"),
        _product,
        (NO_PRODUCT, OTHER_INDUSTRY, OTHER_UNIT),
        "二(一); 附件1 备注3、4、7",
        Message("the product that is meant; its industry; its unit"),
    ),
    Rule(
        "A-scale",
        ERROR,
        Message("The scale is above 0, or 0 where the base has stopped"),
        _scale,
        (NOT_ABOVE_0, NO_NUMBER),
        "附件1 备注7",
        Message("the number that is meant"),
    ),
    Rule(
        "A-stopped",
        WARNING,
        Message("A base with the scale 0 has stopped"),
        _stopped,
        (STOPPED,),
        "附件1 备注7; 五(四)",
    ),
    Rule(
        "A-alias",
        WARNING,
        Message("The alias belongs to the product"),
        _alias,
        (OTHER_ALIAS,),
        "附件1 备注4",
        about=("product",),
    ),
    Rule(
        "A-facility",
        WARNING,
        Message("Engineered fish tanks are for fish"),
        _facility,
        (NO_TANK,),
        "三.3",
        Message("taken away"),
        about=("industry",),
    ),
    Rule(
        "A-period",
        ERROR,
        Message("The period is a month or a numbered crop"),
        _period,
        (NO_PERIOD,),
        "五(四)",
    ),
    Rule(
        "D4-period",
        WARNING,
        Message("The period fits how often the product is collected"),
        _period_kind,
        (OTHER_PERIOD, OTHER_CROP_PERIOD),
        "五(四)",
        Message("the month of collection; the first crop of the year"),
        about=("product",),
    ),
    Rule(
        "D3-plausible",
        WARNING,
        Message("The scale is plausible"),
        _plausible,
        (UNUSUAL,),
        "五(四); 六(四)",
        about=("scale_unit", "product"),
    ),
    Rule(
        "D3-season",
        ERROR,
        Message("The market season runs forward"),
        _season,
        (BACKWARDS,),
        "附件1; 六(四)",
    ),
    Rule(
        "D3-long-season",
        WARNING,
        Message("The market season is no longer than a year"),
        _long_season,
        (LONG_SEASON,),
        "附件1; 六(四)",
        about=("market_start",),
    ),
)
