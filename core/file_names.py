"""Names of files that every office PC takes."""

from __future__ import annotations

import re

_REFUSED = re.compile(r'[\\/:*?"<>|\x00-\x1f]|[. ]+$')


def file_name(text: str) -> str:
    """Return a text as a part of a file's name: what Windows refuses becomes an underscore."""
    return _REFUSED.sub("_", text)
