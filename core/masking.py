"""What is personal made unreadable: names, phones, and the phone that a finding speaks of (F2)."""

from __future__ import annotations

import re

from .findings import Finding
from .schema import COLUMNS, PHONE

_MOBILE = re.compile(r"(?<![0-9])1[3-9][0-9]{9}(?![0-9])")
_SHORTEST = 7  # characters; what is shorter is no number of anybody


def mask_name(name: str | None) -> str | None:
    """Return a person's name with all but the first character hidden."""
    return name and name[0] + "*" * max(len(name) - 1, 1)


def mask_phone(phone: str | None) -> str | None:
    """Return a phone as 138****5678."""
    return phone and (phone[:3] + "****" + phone[-4:] if len(phone) >= 8 else "****")


def masked(finding: Finding) -> Finding:
    """Return a finding that tells no phone: neither what is wrong with one nor the right one."""
    column = COLUMNS.get(finding.column)
    hide = _hidden if column is not None and column.kind == PHONE else _without_mobiles
    args = {key: hide(value) for key, value in finding.message.args.items()}
    return finding._replace(message=finding.message.told(**args), fix=hide(finding.fix))


def _hidden(value: object) -> object:
    """Return a text that may be a phone without its middle; its length still tells."""
    if not isinstance(value, str) or not any(map(str.isdigit, value)) or len(value) < _SHORTEST:
        return value
    return value[:3] + "*" * (len(value) - 5) + value[-2:]


def _without_mobiles(value: object) -> object:
    """Return a text in which a mobile number may stand beside a name, with that masked."""
    if not isinstance(value, str):
        return value
    return _MOBILE.sub(lambda found: mask_phone(found[0]), value)
