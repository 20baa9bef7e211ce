"""The query parameters of algorithms: which choices they offer, and a query as parameters."""

from __future__ import annotations

from .divisions import standard_divisions
from .places import Places
from .products import standard_products
from .query import NONE, Query
from .query_text import query_to_text
from .schema import CERTIFICATIONS, PRODUCTION_MODES, STATUSES, SUBJECT_TYPES, TRACE_MODES
from .tables import join_list

# Parameter -> part of a query and what may be chosen; the numbers are a contract (DESIGN 6).
CHOICES: dict[str, tuple[str, tuple[str, ...]]] = {
    "PRODUCTS": ("products", tuple(product.name for product in standard_products())),
    "STATUS": ("statuses", STATUSES),
    "SUBJECT_TYPE": ("subject_types", SUBJECT_TYPES),
    "CERTIFICATION": ("certifications", (NONE, *CERTIFICATIONS)),
    "TRACE_MODE": ("trace_modes", TRACE_MODES),
    "PRODUCTION_MODE": ("production_modes", PRODUCTION_MODES),
}
_PLAIN = {
    "SCALE_MIN": "scale_min",
    "SCALE_MAX": "scale_max",
    "FROM": "start",
    "TO": "end",
    "PERIOD": "period",
    "EXPRESSION": "expression",
}
NAMES = (*CHOICES, "OTHER_PRODUCTS", "REGION", *_PLAIN)


def parameters_of(query: Query) -> dict[str, object]:
    """Return the parameters that ask for the same, choices by number as windows want them.

    What they cannot say, such as a word of the county's own among the choices, only the text
    of the whole query can, as QUERY.
    """
    found: dict[str, object] = {}
    for name, (part, offered) in CHOICES.items():
        values = getattr(query, part)
        others = tuple(value for value in values if value not in offered)
        if others and name != "PRODUCTS":
            return {"QUERY": query_to_text(query)}
        found[name] = [offered.index(value) for value in values if value in offered]
        if others:
            found["OTHER_PRODUCTS"] = join_list(others)
    if query.region:
        found["REGION"] = " ".join(query.region.values())
        if Places(standard_divisions()).names_for_region(found["REGION"]) != query.region:
            return {"QUERY": query_to_text(query)}
    found.update((name, getattr(query, part)) for name, part in _PLAIN.items())
    return {name: value for name, value in found.items() if value not in (None, "", [])}
