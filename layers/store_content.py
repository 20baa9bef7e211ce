"""The first content of a store, and products as their table holds them."""

from __future__ import annotations

from collections.abc import Iterable

from ..core.clock import now
from ..core.identity import new_uuid
from ..core.products import CROP, MONTH, Product
from ..core.schema import CHOICE_LISTS, CROPS
from ..core.tables import join_list, split_list
from .sql_db import SqlDatabase


def product_row(product: Product, position: int) -> dict:
    """Return the row of table ``product`` that stands for a product."""
    return {
        "position": position,
        "name": product.name,
        "industry": product.industry,
        "units": join_list(product.units),
        "threshold": product.threshold,
        "facility_threshold": product.facility_threshold,
        "interval": product.interval,
        "plausible_min": product.plausible[0],
        "plausible_max": product.plausible[1],
        "aliases": join_list(product.aliases),
        "warn_aliases": join_list(product.warn_aliases),
        "ask_aliases": join_list(product.ask_aliases),
        "source": product.source or None,
    }


def parent_code(code: str) -> str | None:
    """Return the code of the division above (prefix of 2, 4, 6 or 9 digits)."""
    shorter = [length for length in (2, 4, 6, 9) if length < len(code)]
    return code[: shorter[-1]] if shorter else None


def first_meta(county: str, county_names: tuple[str, str, str], version: int) -> dict[str, str]:
    """Return the content of table ``meta`` of a new store."""
    return {
        "store_id": new_uuid(),
        "schema_version": str(version),
        "county": county,
        **dict(zip(("province_name", "city_name", "county_name"), county_names)),
        "created_at": now(),
    }


def fill(
    database: SqlDatabase,
    meta: dict[str, str],
    divisions: Iterable[tuple[str, str]],
    products: Iterable[Product],
) -> None:
    """Write the first content: meta, divisions, products and value lists."""
    database.insert("meta", ({"key": k, "value": v} for k, v in meta.items()))
    database.insert(
        "division",
        ({"code": code, "name": text, "parent": parent_code(code)} for code, text in divisions),
    )
    database.insert("product", (product_row(p, i) for i, p in enumerate(products, start=1)))
    database.insert(
        "choice",
        (
            {"list": key, "value": value, "position": position}
            for key, values in CHOICE_LISTS.items()
            for position, value in enumerate(values, start=1)
        ),
    )


def product_of(row: dict) -> Product:
    """Return the product that a row of table ``product`` stands for."""
    smallest, largest = row["plausible_min"], row["plausible_max"]
    return Product(
        name=row["name"],
        industry=row["industry"],
        units=split_list(row["units"]),
        threshold=row["threshold"] or 0.0,
        interval=row["interval"] or (CROP if row["industry"] == CROPS else MONTH),
        plausible=(smallest or 0.0, float("inf") if largest is None else largest),
        facility_threshold=row["facility_threshold"],
        aliases=split_list(row["aliases"]),
        warn_aliases=split_list(row["warn_aliases"]),
        ask_aliases=split_list(row["ask_aliases"]),
        source=row["source"] or "",
    )
