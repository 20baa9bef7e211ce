"""Our icons; they read well in light and dark themes."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtGui import QIcon

from ..core.findings import ERROR

_FOLDER = Path(__file__).resolve().parents[1] / "resources" / "icons"


def icon(name: str) -> QIcon:
    """Return one of our icons."""
    return QIcon(str(_FOLDER / f"{name}.svg"))


def level_icon(level: str) -> QIcon:
    """Return the sign of an error, or of a warning; QGIS's own for errors is a pale grey."""
    return icon("error" if level == ERROR else "warning")
