"""Reading a county code from a parameter."""

from __future__ import annotations

from ..core.divisions import standard_divisions
from ..core.errors import InputError
from ..core.messages import Message
from ..core.places import Places


def county_of(text: str) -> str:
    """Return a six-digit county code; raises InputError when it is not one."""
    if len(text) == 6 and text.isdigit() and Places(standard_divisions()).name_of(text):
        return text
    raise InputError(
        Message("{code} is not the code of a county.", code=text or "?"),
        Message("Give the six digits of the county, such as 360826."),
    )
