"""The rooms and the one direction of imports (docs/architecture.md), proved by reading the code."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# What each room may import of ours, besides itself.
ALLOWED = {
    "": {"plugin"},  # __init__.py
    "plugin": {"dialogs", "processing", "settings", "translation"},
    "dialogs": {"layers", "spreadsheets", "core", "settings", "translation"},
    "processing": {"layers", "spreadsheets", "core", "settings", "translation"},
    "layers": {"core", "settings", "translation"},
    "spreadsheets": {"core"},
    "core": set(),
    "settings": {"core"},
    "translation": {"core"},
}
# Libraries that are not in the standard library, and the rooms that may import them.
LIBRARIES = {
    "qgis": {"plugin", "dialogs", "processing", "layers", "settings", "translation"},
    "osgeo": {"layers"},
    "processing": {"dialogs", "processing"},  # QGIS's own package, runs algorithms by id
    "openpyxl": {"spreadsheets"},
    "python_calamine": {"spreadsheets"},
}
MAY_USE_IFACE = {"", "plugin", "dialogs"}
NEVER = {"sqlite3"}  # would break the locks of a file that QGIS has open


def room_of(module: tuple[str, ...]) -> str:
    """Return the room of a module path such as ("core", "text"); "" is the root."""
    return module[0] if module and module[0] in ALLOWED else ""


def faults(source: str, path: str) -> list[str]:
    """Return what one source file, at a path relative to the root, does wrong."""
    parts = Path(path).with_suffix("").parts
    package = parts[:-1]
    room = room_of(parts[:1] if parts != ("__init__",) else ())
    found = []

    def fault(node: ast.AST, text: str) -> None:
        found.append(f"{path}:{node.lineno}: {text}")

    def ours(node: ast.AST, target: tuple[str, ...]) -> None:
        other = target[0] if target else ""
        if other not in ALLOWED or not other:
            fault(node, f"imports unknown room {other!r}")
        elif other != room and other not in ALLOWED[room]:
            fault(node, f"{room or 'package'} must not import {other}")

    def library(node: ast.AST, name: str) -> None:
        top = name.split(".")[0]
        if top in NEVER or top.startswith(("PyQt", "PySide")) or top == "sip":
            fault(node, f"must not import {name}")
        elif top == "origin_trace" or (top in ALLOWED and top != "processing"):
            fault(node, f"import our own {top} relatively")
        elif top in LIBRARIES:
            if room not in LIBRARIES[top]:
                fault(node, f"{room or 'package'} must not import {name}")
        elif top not in sys.stdlib_module_names:
            fault(node, f"unknown library {name}")

    for node in ast.walk(ast.parse(source, path)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                library(node, alias.name)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            library(node, node.module or "")
            names = {alias.name for alias in node.names}
            if node.module == "qgis.utils" and "iface" in names and room not in MAY_USE_IFACE:
                fault(node, "iface belongs to plugin and dialogs")
        elif isinstance(node, ast.ImportFrom):
            if node.level > len(package) + 1:
                fault(node, "relative import leaves the package")
                continue
            base = package[: len(package) - node.level + 1]
            target = base + tuple((node.module or "").split(".") if node.module else ())
            for name in [target] if target else [(alias.name,) for alias in node.names]:
                ours(node, name)
        elif isinstance(node, (ast.Name, ast.arg)) and room not in MAY_USE_IFACE:
            if (node.id if isinstance(node, ast.Name) else node.arg) == "iface":
                fault(node, "iface belongs to plugin and dialogs")
        elif isinstance(node, ast.Attribute):
            if node.attr == "exec_":
                fault(node, "write exec(), not exec_()")
            if node.attr == "iface" and room not in MAY_USE_IFACE:
                fault(node, "iface belongs to plugin and dialogs")
        if isinstance(node, ast.ExceptHandler) and node.type is None:
            fault(node, "bare except")
    return found


def our_files() -> list[Path]:
    files = sorted(ROOT.glob("*.py"))
    for room in ALLOWED:
        if room and (ROOT / room).is_dir():
            files += sorted((ROOT / room).rglob("*.py"))
    return files


def test_imports_point_down_only():
    found = []
    for path in our_files():
        name = path.relative_to(ROOT).as_posix()
        found += faults(path.read_text(encoding="utf-8"), name)
    assert found == []


def test_all_rooms_are_read():
    rooms = {path.relative_to(ROOT).parts[0] for path in our_files()}
    assert {"core", "layers", "spreadsheets", "processing", "plugin.py"} <= rooms


def test_package_init_only_starts_the_plugin():
    tree = ast.parse((ROOT / "__init__.py").read_text(encoding="utf-8"))
    kinds = [type(node).__name__ for node in tree.body]
    assert kinds == ["Expr", "FunctionDef"]
    assert tree.body[1].name == "classFactory"


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("core/a.py", "import qgis.core"),
        ("core/a.py", "from osgeo import ogr"),
        ("core/a.py", "import openpyxl"),
        ("core/a.py", "from ..layers import store"),
        ("core/a.py", "from .. import layers"),
        ("core/a.py", "from ..translation import tr"),
        ("core/a.py", "def f():\n    from ..spreadsheets.reader import read_workbook"),
        ("core/a.py", "import requests"),
        ("layers/a.py", "from ..spreadsheets import reader"),
        ("layers/a.py", "import python_calamine"),
        ("layers/a.py", "import sqlite3"),
        ("layers/a.py", "from ...elsewhere import x"),
        ("layers/a.py", "from qgis.utils import iface"),
        ("spreadsheets/a.py", "from ..layers.store import open_store"),
        ("spreadsheets/a.py", "from ..translation import tr"),
        ("spreadsheets/a.py", "from qgis.core import Qgis"),
        ("processing/a.py", "import openpyxl"),
        ("processing/algorithms/a.py", "from ...dialogs import form"),
        ("processing/algorithms/a.py", "import qgis.utils\nqgis.utils.iface.mapCanvas()"),
        ("processing/algorithms/a.py", "iface.messageBar()"),
        ("processing/algorithms/a.py", "from origin_trace.core import text"),
        ("processing/algorithms/a.py", "from core import text"),
        ("processing/algorithms/a.py", "from PyQt5.QtCore import Qt"),
        ("dialogs/a.py", "from ..processing import provider"),
        ("dialogs/a.py", "import sip"),
        ("dialogs/a.py", "dialog.exec_()"),
        ("dialogs/a.py", "try:\n    f()\nexcept:\n    pass"),
        ("plugin.py", "from .core import text"),
        ("plugin.py", "from .layers.store import open_store"),
        ("__init__.py", "from .core import text"),
    ],
)
def test_the_reader_sees_what_is_forbidden(path, source):
    assert len(faults(source, path)) >= 1


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("__init__.py", "def f():\n    from .plugin import OriginTracePlugin"),
        ("plugin.py", "from .processing.provider import P\nfrom . import settings\nself.iface"),
        (
            "dialogs/a.py",
            "import processing\nfrom qgis.utils import iface\nfrom ..core import a",
        ),
        ("processing/algorithms/a.py", "from ...layers.store import x\nfrom ..base import y"),
        ("processing/algorithms/a.py", "from . import b\nfrom ...spreadsheets import reader"),
        (
            "layers/a.py",
            "from osgeo import ogr\nfrom ..translation import tr\nfrom ..core import a",
        ),
        ("spreadsheets/a.py", "import openpyxl\nimport zipfile\nfrom ..core.errors import E"),
        ("core/a.py", "import json\nfrom .text import clean\nfrom . import cells"),
        ("dialogs/a.py", "from qgis.PyQt.QtCore import Qt\nQt.MouseButton.LeftButton\nd.exec()"),
    ],
)
def test_the_reader_lets_what_is_allowed_pass(path, source):
    assert faults(source, path) == []
