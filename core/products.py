"""The products to be collected, with unit, threshold and interval as data.

Source: notice 二(一) and 三; aliases after NY/T 3177-2018 where it names them.
A county's own values live in the store's table ``product`` and are passed in.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

CROP, MONTH = "crop", "month"  # intervals: each planting, each month

_FILE = Path(__file__).resolve().parents[1] / "resources" / "products.json"


@dataclass(frozen=True)
class Product:
    """One product.

    ``threshold`` (in the first of ``units``, inclusive) is what makes a
    producer reportable (notice 三); ``facility_threshold`` the one of
    engineered fish tanks. ``interval`` is CROP or MONTH ((五)(四)).
    ``plausible``: smallest and largest scale believed without asking.
    Aliases are safe to map, to map with a warning, or to ask about.
    """

    name: str
    industry: str
    units: tuple[str, ...]
    threshold: float
    interval: str
    plausible: tuple[float, float]
    facility_threshold: float | None = None
    aliases: tuple[str, ...] = ()
    warn_aliases: tuple[str, ...] = ()
    ask_aliases: tuple[str, ...] = ()
    source: str = field(default="", compare=False)

    @property
    def unit(self) -> str:
        """The unit in which the product is normally counted."""
        return self.units[0]


@cache
def standard_products() -> tuple[Product, ...]:
    """Return the 12 products of the notice, in its order."""
    data = json.loads(_FILE.read_text(encoding="utf-8"))
    return tuple(
        Product(
            **{
                key: tuple(value) if isinstance(value, list) else value
                for key, value in item.items()
            },
            source=data["source"],
        )
        for item in data["products"]
    )
