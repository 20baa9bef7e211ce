#!/usr/bin/env python3
"""Check that each Qt and QGIS name in the source exists, with the full name of its enum.

    .venv-release/bin/python scripts/qt_names.py     against PyQt6, as QGIS 4 has it

A test does the same inside QGIS with the names of Qt 5 and QGIS (tests/qgis/test_qt_names.py).
What is called on objects cannot be known from the source; of those names the ones are told
that Qt 5 has and Qt 6 has nowhere.
"""

from __future__ import annotations

import ast
import enum
import importlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ("plugin.py", "settings.py", "translation.py")
FOLDERS = ("core", "dialogs", "layers", "processing", "spreadsheets")
# Where methods are compared. QtXml has lost its reader, whose words are common ones.
QT_MODULES = ("QtCore", "QtGui", "QtNetwork", "QtOpenGL", "QtTest", "QtWidgets")
# QGIS 4 has them in qgis.PyQt.QtWidgets too, where Qt 5 had them.
MOVED_TO_GUI = {"QAction", "QActionGroup", "QShortcut"}


def sources() -> list[Path]:
    """Return the Python files of the plugin."""
    found = [ROOT / name for name in SOURCES]
    for folder in FOLDERS:
        found += sorted((ROOT / folder).rglob("*.py"))
    return found


def names_used(source: str) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """Return (line, module, names) of all that is taken from qgis, as far as dots lead.

    ``Qt.MouseButton.LeftButton`` gives ("Qt", "MouseButton", "LeftButton").
    """
    tree = ast.parse(source)
    imported: dict[str, tuple[str, str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "qgis":
            for alias in node.names:
                imported[alias.asname or alias.name] = (node.module, alias.name)
                yield node.lineno, node.module, (alias.name,)
    for node in ast.walk(tree):
        names = []
        inner = node
        while isinstance(inner, ast.Attribute):
            names.append(inner.attr)
            inner = inner.value
        if names and isinstance(inner, ast.Name) and inner.id in imported:
            module, first = imported[inner.id]
            yield node.lineno, module, (first, *reversed(names))


def fault(names: tuple[str, ...], module: ModuleType) -> str:
    """Return what is wrong with names that a module should hold, or nothing."""
    owner = module
    for place, name in enumerate(names):
        try:
            value = getattr(owner, name)
        except AttributeError:
            return f"{'.'.join(names[: place + 1])} is not in {module.__name__}"
        if is_member(value):
            if type(value) is not owner:
                return f"{'.'.join(names[: place + 1])}: write {type(value).__qualname__}.{name}"
            return ""
        if not isinstance(value, (type, ModuleType)):
            return ""  # an object: what it has is known when it runs
        owner = value
    return ""


def is_member(value: object) -> bool:
    """Tell whether a value is one of an enum, of Python or of sip."""
    return isinstance(value, enum.Enum) or type(type(value)).__name__ == "enumtype"


def faults(text: str, name: str, module_of: Callable[[str, str], ModuleType | None]) -> list[str]:
    """Return what is wrong in one source; modules that are None are left out."""
    found = {}
    for line, module, names in names_used(text):
        holder = module_of(module, names[0])
        told = fault(names, holder) if holder is not None else ""
        if told:
            found.setdefault(told, f"{name}:{line}: {told}")
    return list(found.values())


def qt6_module(module: str, name: str) -> ModuleType | None:
    """Return the module of PyQt6 that QGIS 4 takes a name from."""
    if not module.startswith("qgis.PyQt"):
        return None
    inner = module.removeprefix("qgis.PyQt").lstrip(".")
    if not inner:
        return importlib.import_module("PyQt6") if is_part("PyQt6", name) else None
    if inner == "QtWidgets" and name in MOVED_TO_GUI:
        inner = "QtGui"
    return importlib.import_module(f"PyQt6.{inner}")


def is_part(package: str, name: str) -> bool:
    """Import a module of a package, so that the package holds it."""
    importlib.import_module(f"{package}.{name}")
    return True


def methods(package: str) -> set[str]:
    """Return the names of the methods of all classes of PyQt5 or PyQt6."""
    found: set[str] = set()
    for inner in QT_MODULES:
        for value in vars(importlib.import_module(f"{package}.{inner}")).values():
            if isinstance(value, type):
                found |= {name for name in dir(value) if name[0].islower()}
    return found


def gone(files: list[Path]) -> list[str]:
    """Return the methods called in the source that Qt 5 has and Qt 6 has nowhere."""
    lost = methods("PyQt5") - methods("PyQt6") - set(dir(int)) - set(dir(str))
    ours, used = set(), {}
    for path in files:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                ours.add(node.name)
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                where = f"{path.relative_to(ROOT).as_posix()}:{node.lineno}"
                used.setdefault(node.func.attr, where)
    return [f"{used[name]}: Qt 6 has no {name}()" for name in sorted(lost & set(used) - ours)]


def main() -> None:
    """Check against PyQt6."""
    files, problems = sources(), []
    for path in files:
        name = path.relative_to(ROOT).as_posix()
        problems += faults(path.read_text(encoding="utf-8"), name, qt6_module)
    problems += gone(files)
    print(f"{len(files)} files, {len(problems)} names that PyQt6 does not have")
    if problems:
        sys.exit("\n".join(problems))


if __name__ == "__main__":
    main()
