"""A record as the cells of the official sheet, for each purpose of an export.

Source: 附件1 and its notes; note 6: at least 6 decimals, address down to the village.
"""

from __future__ import annotations

import re

from .coordinates import format_point
from .masking import mask_name
from .places import join_address
from .schema import (
    COLLECTION_POINT,
    INTERNAL_COLUMNS,
    NAME,
    PHONE,
    SHEET_COLUMNS,
    Record,
    split_choices,
)

PLATFORM, INTERNAL, PUBLIC = "platform", "internal", "public"
PURPOSES = (PLATFORM, INTERNAL, PUBLIC)
PUBLIC_DECIMALS = 3  # about 50 m: a farm is not given away to the metre

_NAMES = tuple(c.name for c in COLLECTION_POINT if c.kind == NAME and c.personal)
_PHONES = tuple(c.name for c in COLLECTION_POINT if c.kind == PHONE)
_DIGITS = re.compile(r"\d[\d\s\-－—]{5,}\d")
_HOUSEHOLDS = ("农户", "农村经纪人")
_PLAIN = tuple(
    c.key
    for c in SHEET_COLUMNS
    if c.key
    not in (
        "number",
        "point",
        "township",
        "market_start",
        "market_end",
        "production_modes",
        "trace_modes",
    )
)


def sheet_row(record: Record, purpose: str = PLATFORM) -> dict[str, object]:
    """Return the display value of every column of the official sheet.

    ``internal`` adds the columns that bring a record back unchanged;
    ``public`` leaves out phones, masks names and rounds the point.
    """
    row: dict[str, object] = {key: record[key] for key in _PLAIN}
    row["township"] = join_address(record["township"], record["village"], record["address_detail"])
    row["market_start"] = display_date(record["market_start"])
    row["market_end"] = display_date(record["market_end"])
    row["production_modes"] = "、".join(split_choices(record["production_modes"])) or None
    row["trace_modes"] = "、".join(split_choices(record["trace_modes"])) or None
    row["point"] = format_point(record["lon"], record["lat"]) if record["lon"] is not None else None
    if purpose == INTERNAL:
        row.update({key: record[key] for key in INTERNAL_COLUMNS})
    if purpose == PUBLIC:
        _make_public(row, record)
    return row


def _make_public(row: dict[str, object], record: Record) -> None:
    for name in _PHONES:
        row[name] = None
    for name in _NAMES:
        row[name] = mask_name(record[name])
    if record["subject_type"] in _HOUSEHOLDS or record["subject_type"] is None:
        row["subject_name"] = mask_name(record["subject_name"])
    if record["lon"] is not None:
        row["point"] = f"{record['lon']:.{PUBLIC_DECIMALS}f},{record['lat']:.{PUBLIC_DECIMALS}f}"
    row["township"] = join_address(record["township"], record["village"], None)
    persons = [record[name] for name in _NAMES if len(record[name] or "") > 1]
    for key, value in row.items():
        if isinstance(value, str) and key not in ("point", "market_start", "market_end"):
            for person in persons:  # 何国英家庭农场
                value = value.replace(person, mask_name(person))
            row[key] = _DIGITS.sub("***", value)


def display_date(text: str | None) -> str | None:
    """Return a store date as the sheet writes it: 2023年5月1日, 2023年5月, 5月1日, 5月."""
    if not text:
        return None
    parts = [int(part) for part in text.lstrip("-").split("-")]
    units = ("月", "日") if text.startswith("--") else ("年", "月", "日")
    return "".join(f"{part}{unit}" for part, unit in zip(parts, units))
