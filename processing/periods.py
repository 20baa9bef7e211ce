"""Checking a period given as a parameter."""

from __future__ import annotations

from ..core.errors import InputError
from ..core.messages import Message
from ..core.periods import is_crop, is_month


def check_period(text: str) -> None:
    """Raise InputError where a text is neither a month nor a numbered crop."""
    if not is_month(text) and not is_crop(text):
        raise InputError(
            Message("{period} is not a period.", period=text),
            Message("Write 2023-06 for a month or 2023-1 for the first crop of 2023."),
        )
