"""Scale and its unit: 亩 for crops and fish, 头 or 只 for animals.

Source: notice 三, 四 and note 7 (m2 is converted into 亩).
"""

from __future__ import annotations

from datetime import date, time
from typing import NamedTuple

from .amounts import Amount, read_amount
from .cells import ASK, BLANK, FIX, OK, REJECT, WARN, Cell, ErrorCell
from .messages import Message
from .products import Product
from .schema import LIVESTOCK, SCALE_UNITS
from .text import is_nothing, plain, visible
from .units import ANIMALS, AREA, BIRDS, OTHER, Unit, read_unit

_LARGEST = 1e10
ZERO = Message("{raw}: the scale must be above 0; only where a base has stopped is it 0.")


class _Given(NamedTuple):
    """What the unit cell says."""

    unit: Unit | None = None
    multiple: int = 1
    cell: Cell = BLANK
    shown: str = ""


class _Target(NamedTuple):
    """Unit to store, what to do with the number, what to tell about it."""

    official: str | None = None
    factor: float = 1
    divisor: float = 1
    warn: Message | None = None
    problem: Message | None = None
    kept: bool = False  # the text belongs into the remarks


def normalise_scale(
    raw_scale: object, raw_unit: object, product: Product | None
) -> tuple[Cell, Cell]:
    """Return the cells of scale and unit; areas in 亩, animals in a unit of the product.

    The number's own unit counts before the unit cell, this before the product's.
    """
    if (
        product is not None
        and type(raw_scale) in (int, float)
        and raw_unit in product.units
        and product.plausible[0] <= raw_scale <= product.plausible[1]
        and (raw_unit == "亩" or raw_scale == raw_scale // 1)
    ):
        whole = raw_scale if type(raw_scale) is int else _neat(raw_scale)
        return Cell(OK, whole), Cell(OK, raw_unit)
    given = _read_unit_cell(raw_unit)
    if isinstance(raw_scale, str) and not isinstance(raw_scale, ErrorCell):
        shown = visible(str(raw_scale))
        if is_nothing(shown):
            return (Cell(FIX) if shown else BLANK), _unit_alone(given, product)
        amount = read_amount(shown, product)
    elif raw_scale is None:
        return BLANK, _unit_alone(given, product)
    else:
        shown = plain(raw_scale)[:80]
        amount = _from_value(raw_scale, shown)
    return _apply(amount, given, product, shown)


def _from_value(raw: object, shown: str) -> Amount:
    if isinstance(raw, ErrorCell):
        return Amount(problem=Message("{raw} is an Excel error; type the scale.", raw=shown))
    if isinstance(raw, (bool, date, time)) or not isinstance(raw, (int, float)):
        return Amount(problem=Message("{raw} is not a number; type the scale.", raw=shown))
    if not abs(raw) < _LARGEST:
        return Amount(problem=Message("{raw} cannot be a scale; type the scale.", raw=shown))
    return Amount(value=raw, clean=True)


def _read_unit_cell(raw: object) -> _Given:
    if isinstance(raw, str) and raw in SCALE_UNITS:
        return _Given(Unit(AREA if raw == "亩" else ANIMALS, raw), 1, Cell(OK, raw), raw)
    shown = plain(raw)
    if not shown:
        return _Given()
    if isinstance(raw, ErrorCell):
        message = Message("{raw} is an Excel error; choose the unit.", raw=shown)
        return _Given(cell=Cell(REJECT, None, message), shown=shown)
    if is_nothing(shown):
        return _Given(cell=Cell(FIX))
    unit, multiple, _ = read_unit(shown) if isinstance(raw, str) else (None, 1, False)
    if unit is None:
        message = Message("{raw} is no unit of scale; choose 亩, 头 or 只.", raw=shown)
        return _Given(cell=Cell(REJECT, None, message), shown=shown)
    return _Given(unit, multiple, Cell(FIX, unit.official), shown)


def _unit_alone(given: _Given, product: Product | None) -> Cell:
    if given.unit is None:
        return given.cell
    target = _target(given.unit, product, given.shown)
    return _unit_cell(given, target)


def _unit_cell(given: _Given, target: _Target) -> Cell:
    """Return the verdict on the unit cell once the unit is known."""
    if target.problem:
        return Cell(REJECT, None, target.problem) if given.shown else BLANK
    if target.official is None:
        return given.cell
    if given.cell.verdict == OK and given.cell.value == target.official:
        return given.cell
    return Cell(FIX, target.official)


def _target(unit: Unit | None, product: Product | None, shown: str) -> _Target:
    if unit is None:
        return _Target(product.unit if product else None)
    if unit.kind == OTHER:
        message = Message(
            "{raw} cannot be converted into 亩, 头 or 只; write one of them.", raw=shown
        )
        return _Target(problem=message, kept=True)
    if unit.kind == AREA:
        if product and product.industry == LIVESTOCK:
            return _Target(problem=_contradiction(shown, product))
        warn = None
        if unit.factor != 1 or unit.divisor != 1:
            warn = Message("{raw} was converted into 亩.", raw=shown)
        return _Target("亩", unit.factor, unit.divisor, warn)
    if product is None:
        return _Target(unit.official, unit.factor)
    if product.industry != LIVESTOCK or (unit.kind == BIRDS and product.units != ("只",)):
        return _Target(problem=_contradiction(shown, product))
    if unit.official in product.units:
        return _Target(unit.official, unit.factor, 1, None)
    if unit.official is None and unit.exact:
        return _Target(product.unit)
    warn = Message(
        "{raw}: {product} is counted in {unit}.", raw=shown, product=product.name, unit=product.unit
    )
    return _Target(product.unit, unit.factor, 1, warn)


def _contradiction(shown: str, product: Product) -> Message:
    return Message(
        "{raw} does not fit {product}, which is counted in {unit}; ask for the right number.",
        raw=shown,
        product=product.name,
        unit=product.unit,
    )


def _apply(amount: Amount, given: _Given, product: Product | None, shown: str) -> tuple[Cell, Cell]:
    unit = amount.unit or given.unit
    place = shown if amount.unit else shown + given.shown
    target = _target(unit, product, place)
    of_cell = target if given.unit in (unit, None) else _target(given.unit, product, given.shown)
    if amount.problem:
        return Cell(REJECT, None, amount.problem, None, amount.remark), _unit_cell(given, of_cell)
    if target.problem:
        scale = Cell(REJECT, None, target.problem, None, place if target.kept else None)
        return scale, _unit_cell(given, of_cell)
    multiple = 1 if amount.unit or amount.multiple > 1 else given.multiple
    exact = amount.value * amount.multiple * multiple * target.factor / target.divisor
    value = _neat(round(exact, 4 if target.divisor != 1 else 6))
    if value == 0:
        return Cell(REJECT, None, ZERO.told(raw=place)), _unit_cell(given, of_cell)
    if not 0 < value < _LARGEST:
        message = Message("{raw}: the scale must be above 0; type the scale.", raw=place)
        return Cell(REJECT, None, message), _unit_cell(given, of_cell)
    unit_cell = _unit_cell(given, target)
    if amount.ask:
        return Cell(ASK, None, amount.ask, value), unit_cell
    warn = amount.warn or target.warn or _conflict(amount, given, place)
    warn = warn or _doubt(value, target.official, product, place)
    if given.unit is None and given.cell.verdict == REJECT:
        unit_cell = given.cell if not amount.unit else unit_cell
    if warn:
        return Cell(WARN, value, warn, None, amount.remark), unit_cell
    same = amount.clean and multiple == 1 and target.divisor == 1
    return Cell(OK if same else FIX, value), unit_cell


def _conflict(amount: Amount, given: _Given, shown: str) -> Message | None:
    """Say that the number's own unit and the unit cell measure different things."""
    if not amount.unit or not given.unit:
        if amount.multiple > 1 and given.multiple > 1:
            return Message("{raw}: 万 stands in both cells and was taken once.", raw=shown)
        return None
    one, other = amount.unit, given.unit
    areas = one.kind == AREA, other.kind == AREA
    if areas[0] != areas[1] or (one.factor, one.divisor) != (other.factor, other.divisor):
        return Message(
            "{raw}: the unit beside the number is {unit}; the number's own was taken.",
            raw=shown,
            unit=given.shown,
        )
    return None


def _doubt(value: float, unit: str | None, product: Product | None, shown: str) -> Message | None:
    if unit != "亩" and unit is not None and value != value // 1:
        return Message("{raw} is not a whole number of animals; check it.", raw=shown)
    if product is None:
        return None
    low, high = product.plausible
    if value > high:
        return Message(
            "{raw} is very much for {product}; check the number and its unit.",
            raw=shown,
            product=product.name,
        )
    if value < low:
        return Message(
            "{raw} is very little for {product}; check the number and its unit.",
            raw=shown,
            product=product.name,
        )
    return None


def is_zero(scale: Cell) -> bool:
    """Tell whether a cell says 0, which is no scale, but tells of a known base that it stopped."""
    return scale.message is not None and scale.message.text == ZERO.text


def _neat(value: float) -> float:
    """Return 50 for 50.0, and 11.7 as it is."""
    return int(value) if value == value // 1 else value
