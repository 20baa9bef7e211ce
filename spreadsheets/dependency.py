"""Finds the workbook libraries: openpyxl of the system or of the plugin; calamine if there."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

from ..core.errors import WorkbookError
from ..core.messages import Message

EXTLIBS = Path(__file__).resolve().parents[1] / "extlibs"


def openpyxl() -> ModuleType:
    """Return openpyxl; a copy of the system goes before the plugin's. Raises WorkbookError."""
    found = _find("openpyxl")
    if found is None:
        raise WorkbookError(
            Message("Workbooks cannot be read or written: openpyxl is not installed."),
            Message("Install the plugin again from its complete package, or install openpyxl."),
        )
    return found


def calamine() -> ModuleType | None:
    """Return python_calamine, the fast reader, or None where it is not installed."""
    return _find("python_calamine")


def _find(name: str) -> ModuleType | None:
    """Return a module of the system, else of the plugin's own folder, else None."""
    found = _imported(name)
    if found is None and EXTLIBS.is_dir() and str(EXTLIBS) not in sys.path:
        # Appended, never inserted: nobody else's copy is hidden.
        sys.path.append(str(EXTLIBS))
        importlib.invalidate_caches()
        found = _imported(name)
    return found


def _imported(name: str) -> ModuleType | None:
    try:
        return importlib.import_module(name)
    except ImportError:
        return None
