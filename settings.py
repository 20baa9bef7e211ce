"""Our settings: each key with its type and default, in this one place."""

from __future__ import annotations

import json
from dataclasses import dataclass

from qgis.core import QgsApplication, QgsExpressionContextUtils, QgsSettings

_SECTION = "origin_trace"
_RECENT = 8  # stores that are remembered
OPERATOR_VARIABLE = "origin_trace_operator"  # read by the stores' forms


@dataclass(frozen=True)
class TextSetting:
    """One text under ``origin_trace/`` in the settings of the QGIS profile."""

    key: str
    default: str = ""

    @property
    def path(self) -> str:
        """Return the full key."""
        return f"{_SECTION}/{self.key}"

    def get(self) -> str:
        """Return the value without outer blanks, or the default."""
        value = QgsSettings().value(self.path, self.default, str)
        return value.strip() if value else self.default

    def set(self, value: str) -> None:
        """Store ``value``; an empty one brings the default back."""
        if value.strip():
            QgsSettings().setValue(self.path, value.strip())
        else:
            QgsSettings().remove(self.path)


@dataclass(frozen=True)
class JsonSetting:
    """Lists and dicts under ``origin_trace/``, kept as JSON."""

    key: str
    default: object

    def get(self):
        """Return the value; the default where there is none or it cannot be read."""
        text = QgsSettings().value(f"{_SECTION}/{self.key}", "", str)
        try:
            return json.loads(text) if text else self.default
        except ValueError:
            return self.default

    def set(self, value: object) -> None:
        """Store ``value``."""
        QgsSettings().setValue(f"{_SECTION}/{self.key}", json.dumps(value, ensure_ascii=False))


OPERATOR = TextSetting("operator")  # who works at this machine; written into batches and history
OPERATOR_PHONE = TextSetting("operator_phone")  # their mobile, for new records
COUNTY = TextSetting("county")  # six-digit code of the county
UNIT = TextSetting("unit")  # 制图单位 on maps, 填报单位 on sheets
COORDINATES = TextSetting("coordinates", "cgcs2000")  # of sheets and typed pairs, unless said
# Columns that a new record takes over from the one saved before it.
KEPT_COLUMNS = JsonSetting(
    "kept_columns",
    ["township", "village", "grid_officer", "grid_officer_phone", "collector", "collector_phone"],
)
RECENT_STORES = JsonSetting("recent_stores", [])  # paths, latest first
TEMPLATES = JsonSetting("templates", [])  # own layout templates outside the profile's folder
BASEMAPS = JsonSetting("basemaps", None)  # the person's list; see layers/basemap_list.py


def recent_stores() -> list[str]:
    """Return the paths of the stores opened last, the latest first."""
    kept = RECENT_STORES.get()
    return [path for path in kept if isinstance(path, str)] if isinstance(kept, list) else []


def remember_store(path: str) -> None:
    """Keep the path of a store that was opened."""
    RECENT_STORES.set(list(dict.fromkeys([path, *recent_stores()]))[:_RECENT])


def operator_name() -> str:
    """Return the name of the person at this machine, empty when not set."""
    return OPERATOR.get()


def operator_or_user() -> str:
    """Return who works: the name in the settings, else the user of the system."""
    return operator_name() or QgsApplication.userFullName() or QgsApplication.userLoginName()


def set_operator(name: str, phone: str = "") -> None:
    """Let somebody else work at this machine; QGIS tells that its variables changed."""
    OPERATOR.set(name)
    OPERATOR_PHONE.set(phone)
    share_operator()


def share_operator() -> None:
    """Make the name known to QGIS expressions, so that edits by hand carry it too."""
    if operator_name():
        QgsExpressionContextUtils.setGlobalVariable(OPERATOR_VARIABLE, operator_name())
    else:
        forget_operator()


def forget_operator() -> None:
    """Take the expression variable back."""
    QgsExpressionContextUtils.removeGlobalVariable(OPERATOR_VARIABLE)


def county_code() -> str:
    """Return the six-digit code of the county, empty when not set."""
    return COUNTY.get()


def unit_name() -> str:
    """Return the name of the office, empty when not set."""
    return UNIT.get()
