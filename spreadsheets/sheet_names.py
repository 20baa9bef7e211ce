"""Names that a sheet of a workbook may bear."""

from __future__ import annotations

import re

_LIMIT = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


def sheet_name(text: str) -> str:
    """Return ``text`` as the name of a sheet; what a name may not hold becomes "_"."""
    return _FORBIDDEN.sub("_", text).strip("' ")[:_LIMIT].rstrip("' ") or "Sheet1"
