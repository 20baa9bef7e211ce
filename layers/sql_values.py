"""What a store can hold, whatever its back end."""

from __future__ import annotations

import json

from ..core.errors import StoreError
from ..core.messages import Message
from ..core.schema import FLAG, INTEGER, NUMBER


def storable(text: str) -> bool:
    """Return whether text is valid Unicode without NUL; half a surrogate pair is not."""
    if "\0" in text:
        return False
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def stored_value(key: str, kind: str | None, value: object, uuid: str | None) -> object:
    """Return a value as a column of this kind holds it: None, a float, an int or a text.

    ``kind``: None where there is no such column. Raises StoreError.
    """
    number = isinstance(value, (int, float)) and value == value and abs(value) != float("inf")
    if kind is not None and (value is None or value == ""):
        return None
    if kind == NUMBER and number:
        return float(value)
    if kind in (INTEGER, FLAG) and isinstance(value, int):
        return int(value)
    if kind not in (None, NUMBER, INTEGER, FLAG) and isinstance(value, (str, dict, list)):
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        if storable(text):
            return text
    raise refused(key, value, uuid)


def check_ordinates(lon: object, lat: object, uuid: str | None) -> None:
    """Raise StoreError where a point's degrees are no finite numbers."""
    for key, value in (("lon", lon), ("lat", lat)):
        if value.__class__ not in (float, int) or value - value != 0:  # NaN and infinity
            raise refused(key, value, uuid)


def refused(key: str, value: object, uuid: str | None) -> StoreError:
    """Return the error for a value or column that the store cannot hold."""
    return StoreError(
        Message(
            "The store cannot hold the value {value} of column {column} of record {uuid}.",
            value=repr(value),
            column=key,
            uuid=uuid or "",
        ),
        Message("Correct the value and try again."),
    )
