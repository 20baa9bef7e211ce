#!/usr/bin/env python3
"""Keep i18n/origin_trace_zh.ts in step with the English texts in the source.

    update_translations.py            take new texts over, drop those that are gone
    update_translations.py --check    fail when a text is missing, unfinished or wrong
    update_translations.py --compile  make the .qm files with lrelease

Texts are the first arguments of ``tr("…")`` and ``Message("…")``. They must be
literals; adjacent literals are one text. The Chinese is written into the .ts
file, by hand or with Qt Linguist. English needs no file.
"""

from __future__ import annotations

import argparse
import ast
import shutil
import string
import subprocess
import sys
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CONTEXT = "OriginTrace"
LANGUAGE = "zh_CN"
TS_FILE = ROOT / "i18n" / "origin_trace_zh.ts"
SOURCES = ("plugin.py", "core", "layers", "spreadsheets", "processing", "dialogs")
FUNCTIONS = ("tr", "Message")


@dataclass
class Entry:
    """One text with its translation; empty as long as there is none."""

    source: str
    places: list[str] = field(default_factory=list)
    translation: str = ""
    finished: bool = False


def extract(source: str, name: str) -> tuple[list[tuple[str, int]], list[str]]:
    """Return the (text, line) pairs of one Python source, and what is wrong in it."""
    texts, problems = [], []
    for node in ast.walk(ast.parse(source, name)):
        if not isinstance(node, ast.Call):
            continue
        function = node.func
        called = getattr(function, "id", None) or getattr(function, "attr", None)
        if called not in FUNCTIONS:
            continue
        first = node.args[0] if node.args else None
        if isinstance(first, ast.Constant) and isinstance(first.value, str) and first.value:
            texts.append((first.value, node.lineno))
        else:
            problems.append(
                f"{name}:{node.lineno}: the first argument of {called}() is not a literal text"
            )
    return texts, problems


def source_files(root: Path = ROOT) -> list[Path]:
    """Return the Python files that may hold texts."""
    found = []
    for part in SOURCES:
        path = root / part
        found += sorted(path.rglob("*.py")) if path.is_dir() else [path]
    return [path for path in found if path.exists()]


def extract_all(root: Path = ROOT) -> tuple[dict[str, Entry], list[str]]:
    """Return every text of the source by itself, and what is wrong in the source."""
    entries: dict[str, Entry] = {}
    problems = []
    for path in source_files(root):
        name = path.relative_to(root).as_posix()
        texts, wrong = extract(path.read_text(encoding="utf-8"), name)
        problems += wrong
        for text, _line in texts:
            entry = entries.setdefault(text, Entry(text))
            if name not in entry.places:
                entry.places.append(name)
    return entries, problems


def read_ts(path: Path = TS_FILE) -> dict[str, Entry]:
    """Return the entries of a .ts file; none if there is no file yet."""
    if not path.exists():
        return {}
    entries = {}
    for message in ET.parse(path).getroot().iter("message"):
        translation = message.find("translation")
        source = message.findtext("source") or ""
        entries[source] = Entry(
            source,
            [place.get("filename") or "" for place in message.findall("location")],
            translation.text or "",
            translation.get("type") is None and bool(translation.text),
        )
    return entries


def write_ts(entries: dict[str, Entry], path: Path = TS_FILE) -> None:
    """Write a .ts file that Qt Linguist and lrelease read, ordered by file."""
    root = ET.Element("TS", version="2.1", language=LANGUAGE, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for entry in sorted(entries.values(), key=lambda e: (e.places[:1], e.source)):
        message = ET.SubElement(context, "message")
        for place in entry.places:
            ET.SubElement(message, "location", filename=place)
        ET.SubElement(message, "source").text = entry.source
        translation = ET.SubElement(message, "translation")
        translation.text = entry.translation or None
        if not entry.finished:
            translation.set("type", "unfinished")
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    path.parent.mkdir(exist_ok=True)
    path.write_text(
        f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8"
    )


def merge(found: dict[str, Entry], known: dict[str, Entry]) -> dict[str, Entry]:
    """Return the texts of the source with the translations known so far."""
    merged = {}
    for text, entry in found.items():
        old = known.get(text, Entry(text))
        merged[text] = Entry(text, entry.places, old.translation, old.finished)
    return merged


def placeholders(text: str) -> set[str]:
    """Return what stands in ``{…}``; raises ValueError for a broken template."""
    parts = string.Formatter().parse(text)
    return {f"{name}:{spec}" for _, name, spec, _ in parts if name is not None}


def problems_of(found: dict[str, Entry], known: dict[str, Entry]) -> list[str]:
    """Return what keeps the translation from being complete and right."""
    problems = []
    for text, entry in found.items():
        where = f"{', '.join(entry.places)}: {text!r}"
        translated = known.get(text)
        if translated is None:
            problems.append(f"missing      {where}")
        elif not translated.finished:
            problems.append(f"unfinished   {where}")
        else:
            try:
                same = placeholders(text) == placeholders(translated.translation)
            except ValueError:
                same = False
            if not same:
                problems.append(f"placeholders {where} -> {translated.translation!r}")
    problems += [f"obsolete     {text!r}" for text in known if text not in found]
    return problems


def check(root: Path = ROOT, ts_file: Path = TS_FILE) -> list[str]:
    """Return everything that is wrong with the texts and their translations."""
    found, problems = extract_all(root)
    return problems + problems_of(found, read_ts(ts_file))


def compile_ts(folder: Path = TS_FILE.parent) -> None:
    """Make a .qm next to every .ts that is newer."""
    tool = Path("/usr/lib/qt5/bin/lrelease")
    command = str(tool) if tool.exists() else shutil.which("lrelease-qt5")
    command = command or shutil.which("lrelease") or shutil.which("lrelease6")
    for ts in sorted(folder.glob("*.ts")):
        qm = ts.with_suffix(".qm")
        if qm.exists() and qm.stat().st_mtime >= ts.stat().st_mtime:
            continue
        if command is None:
            sys.exit("lrelease (Qt Linguist tools) was not found; the plugin stays English")
        subprocess.run([command, "-silent", str(ts), "-qm", str(qm)], check=True)


def main() -> int:
    """Do what the command line asks for; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="only look; fail if incomplete")
    parser.add_argument("--compile", action="store_true", help="make the .qm files")
    arguments = parser.parse_args()
    if arguments.compile:
        compile_ts()
        return 0
    if not arguments.check:
        found, problems = extract_all()
        if problems:
            print(*problems, sep="\n", file=sys.stderr)
            return 1
        merged = merge(found, read_ts())
        write_ts(merged)
        open_ = sum(not entry.finished for entry in merged.values())
        print(f"{len(merged)} texts, {open_} without a translation: {TS_FILE.relative_to(ROOT)}")
        return 0
    problems = check()
    print(*problems, sep="\n")
    print(f"{len(problems)} problems" if problems else "All texts are translated.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
