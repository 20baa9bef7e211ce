"""The texts of imported cells that were changed or not understood, as a record keeps them."""

from __future__ import annotations

import json

from .schema import Record

to_json = json.JSONEncoder(ensure_ascii=False).encode


def originals_of(record: Record) -> dict[str, str]:
    """Return column -> text; {} also where somebody wrote something else there by hand."""
    try:
        found = json.loads(record.get("original_values") or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
