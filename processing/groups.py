"""The groups of the toolbox, in the order of the work."""

from __future__ import annotations

from ..translation import tr


def store_group() -> tuple[str, str]:
    """Return the group of store algorithms."""
    return "store", tr("1 Store")


def sheets_group() -> tuple[str, str]:
    """Return the group of sheets in and out."""
    return "sheets", tr("2 Sheets in and out")


def quality_group() -> tuple[str, str]:
    """Return the group of checks."""
    return "quality", tr("3 Quality")


def maps_group() -> tuple[str, str]:
    """Return the group of maps and tables."""
    return "maps", tr("4 Maps and tables")


def inspection_group() -> tuple[str, str]:
    """Return the group of inspections."""
    return "inspections", tr("5 Inspections")


def models_group() -> tuple[str, str]:
    """Return the group of ready models."""
    return "models", tr("6 Ready models")
