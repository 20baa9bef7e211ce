"""The values of a record in a person's words."""

from __future__ import annotations

from qgis.PyQt.QtCore import QDateTime, Qt

from ..core.coordinates import format_point
from ..core.masking import mask_name, mask_phone
from ..core.rules import label
from ..core.schema import CHOICES, COLUMNS, DATE, FLAG, NAME, PHONE, STAMP, split_choices
from ..core.sheet_rows import display_date
from ..translation import tr
from .form_widgets import status_labels, system_labels

GEOMETRY = "geometry"


def column_words(column: str) -> str:
    """Return the name of a column, or of the point."""
    return tr("Point") if column == GEOMETRY else label(column)


def value_words(column: str, value: object, mask: bool = False) -> str:
    """Return a value as a person reads it, "" for an empty one; phones masked if asked."""
    if value is None or value == "":
        return ""
    if column == GEOMETRY:
        return format_point(*value)
    if column == "status":
        return status_labels().get(value, str(value))
    if column == "coordinate_source":
        return system_labels().get(value, str(value))
    kind = COLUMNS[column].kind if column in COLUMNS else ""
    if kind == CHOICES:
        return "、".join(split_choices(value))
    if kind == FLAG:
        return {1: tr("Yes"), 0: tr("No")}.get(value, str(value))
    if kind == DATE:
        return _date(value)
    if kind == PHONE and mask:
        return mask_phone(str(value))
    if kind == STAMP:
        return local_time(str(value))
    if isinstance(value, float):
        return f"{value:g}" if len(f"{value:g}") < 6 else repr(value).removesuffix(".0")
    return str(value)


def masked_words(column: str, value: object) -> str:
    """Return a value as a person reads it, with what is personal hidden (F2)."""
    words = value_words(column, value, mask=True)
    if column not in COLUMNS or not COLUMNS[column].personal or COLUMNS[column].kind == PHONE:
        return words
    return mask_name(words) or "" if COLUMNS[column].kind == NAME else words and "***"


def local_time(stamp: str | None) -> str:
    """Return a UTC stamp of the store as the time at this machine, to the minute."""
    moment = QDateTime.fromString(stamp or "", Qt.DateFormat.ISODateWithMs)
    return moment.toLocalTime().toString("yyyy-MM-dd HH:mm") if moment.isValid() else stamp or ""


def _date(value: str) -> str:
    try:
        return display_date(value)
    except ValueError:  # not in the store's form
        return value
