"""What the rules need to know of a store's county, the same for every window and algorithm."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from .boundary import Boundary
from .places import Places
from .products import Product
from .rule import Context
from .village_lists import listed_test

_TOWNSHIP = 9  # digits of a township's code


def county_context(
    products: Iterable[Product],
    names: Sequence[str],
    code: str,
    divisions: Iterable[tuple[str, str]],
    inside: Boundary | Callable[[float, float], float] | None = None,
) -> Context:
    """Return the context of a county.

    ``names``: of province, city and county; ``divisions``: (code, name) of its own list.
    """
    divisions = list(divisions)
    return Context(
        tuple(products),
        tuple(names),
        inside,
        listed_test(Places(divisions).index(code)),
        frozenset(
            name
            for number, name in divisions
            if code and len(number) == _TOWNSHIP and number.startswith(code)
        ),
    )
