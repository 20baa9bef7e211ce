"""What a rule is, and what rules need to know beside the record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from .boundary import Boundary
from .cells import Cell
from .messages import Message
from .products import Product, standard_products
from .schema import COLUMNS, Record

UNNAMED = Message("(not filled in)")  # in lists, in the place of an empty value


@dataclass(frozen=True)
class Context:
    """What rules need to know beside the record.

    ``county``: (province, city, county) of the store, or empty. ``inside``: the
    county's own boundary, or any function (lon, lat in degrees) -> metres outside
    (0 = inside). ``listed``: optional test of (township, village) against the county's
    list of villages; None where it has none. ``townships``: the county's, empty where
    unknown.
    """

    products: tuple[Product, ...] = field(default_factory=standard_products)
    county: tuple[str, ...] = ()
    inside: Boundary | Callable[[float, float], float] | None = None
    listed: Callable[[str, str], bool | None] | None = None
    townships: frozenset[str] = frozenset()
    today: Callable[[], date] = date.today

    @cached_property
    def by_name(self) -> dict[str, Product]:
        """The products by name."""
        return {product.name: product for product in self.products}

    def product(self, name: str | None) -> Product | None:
        """Return the product of that name."""
        return self.by_name.get(name)

    @property
    def county_name(self) -> str:
        """The name of the county, "" where unknown."""
        return self.county[2] if len(self.county) > 2 else ""

    @property
    def boundary(self) -> Boundary | None:
        """The boundary, where it can name its polygons."""
        return self.inside if isinstance(self.inside, Boundary) else None


Check = Callable[..., Iterator[tuple]]


@dataclass(frozen=True)
class Rule:
    """A rule: its stable id, level, title, what it may say, and the check.

    ``check`` of a record takes (record, context) and yields (column, Message) or (column,
    Message, fix), a fix only where there is one sensible value; ``check`` of a table
    takes (RecordTable, context) and yields the same with the record before it. Each Message
    is one of ``texts``, filled in. ``source``: place in the notice. ``fix``: what is
    proposed. ``about`` and ``told``: the columns, beside that of the finding, and the
    arguments of its message that it speaks of; an accepted warning comes back when one of
    them changes.
    """

    id: str
    level: str
    title: Message
    check: Check
    texts: tuple[Message, ...]
    source: str
    fix: Message | None = None
    about: tuple[str, ...] = ()
    told: tuple[str, ...] = ()


def label(column: str) -> str:
    """Return the official Chinese name of a column."""
    return COLUMNS[column].label if column in COLUMNS else column


def place(record: Record) -> tuple[float, float] | None:
    """Return the point (lon, lat) of a record, None where it has none."""
    lon, lat = record["lon"], record["lat"]
    return None if lon is None or lat is None else (lon, lat)


def meant(cell: Cell) -> object:
    """Return what a value must mean, None where that is not known."""
    return cell.value if cell.value is not None else cell.proposal
