"""Codes of counties and other divisions given as parameters."""

from __future__ import annotations

from ..core.contacts import Offices
from ..core.divisions import standard_divisions
from ..core.errors import InputError
from ..core.messages import Message
from ..core.places import Places
from ..layers.store import Store


def county_of(text: str) -> str:
    """Return a six-digit county code; raises InputError when it is not one."""
    if len(text) == 6 and text.isdigit() and Places(standard_divisions()).name_of(text):
        return text
    raise InputError(
        Message("{code} is not the code of a county.", code=text or "?"),
        Message("Give the six digits of the county, such as 360826."),
    )


def offices_of(store: Store) -> Offices:
    """Return what tells the division of an office of a store's county."""
    return Offices(store.county, store.county_names, store.divisions())


def region_code(offices: Offices, text: str) -> str | None:
    """Return the code of a division given as a parameter, None for none. Raises InputError."""
    code = offices.named(text) if text else None
    if text and code is None:
        raise InputError(
            Message("{region} is no division that the store knows.", region=text),
            Message(
                "Give the code or the whole name of a township of the county, of the county "
                "itself, its city or its province."
            ),
        )
    return code
