#!/usr/bin/env python3
"""Check a plugin ZIP: what belongs into it, what the plugin site asks for, what it scans for.

    check_package.py build/origin_trace.0.1.0.zip          content and rules of the site
    check_package.py --scan build/origin_trace.0.1.0.zip   and bandit and detect-secrets

The rules are those of the site's validator and security scan (QGIS-Plugins-Website,
plugins/validator.py and plugins/security_scanner.py), the second with its blocking rules.
The site also asks whether the addresses in metadata.txt answer; that is only noted here.
"""

from __future__ import annotations

import argparse
import configparser
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from io import StringIO
from pathlib import Path, PurePosixPath
from urllib.parse import urlparse

ROOT = Path(__file__).resolve().parents[1]
TOOLS = ROOT / ".venv-release" / "bin"
NAME = "origin_trace"
MOST_BYTES = 25_000_000

FILES = {"__init__.py", "plugin.py", "settings.py", "translation.py", "metadata.txt"}
FILES |= {"LICENSE", "NOTICE.md", ".bandit"}
# What a folder holds: the ends of its files' names.
FOLDERS = {
    "core": {".py"},
    "dialogs": {".py"},
    "extlibs": {".py", ".rst", ".python", ".txt"},
    "i18n": {".qm"},
    "layers": {".py"},
    "processing": {".py"},
    "resources": {".svg", ".qpt", ".html", ".json", ".gz"},
    "spreadsheets": {".py"},
}
LIBRARIES = {"openpyxl", "et_xmlfile"}
ASKED = ("name", "description", "version", "qgisMinimumVersion", "author", "email", "about")
ADDRESSES = ("tracker", "repository", "homepage")
# Rules that the site lets whoever uploads switch off, and why we may.
SKIPPED = {
    "B608": "SQL is put together from the names of our own schema, and values are quoted",
}


def content_problems(names: list[str]) -> list[str]:
    """Return what is in the ZIP and should not be, and what is missing."""
    problems, seen = [], set()
    for name in names:
        top, *inner = PurePosixPath(name).parts
        if top != NAME or not inner:
            problems.append(f"{name}: everything belongs into {NAME}/")
            continue
        seen.add(inner[0])
        if len(inner) == 1:
            fits = inner[0] in FILES
        else:
            fits = PurePosixPath(name).suffix in FOLDERS.get(inner[0], ())
        library = inner[0] == "extlibs" and inner[1] not in {*LIBRARIES, "__init__.py"}
        if not fits or library:
            problems.append(f"{name} is not part of the plugin")
    problems += [f"{name} is missing" for name in sorted({*FILES, *FOLDERS} - seen)]
    wanted = {f"{NAME}/extlibs/{library}/__init__.py" for library in LIBRARIES}
    wanted |= {f"{NAME}/extlibs/{library}/LICENCE.rst" for library in LIBRARIES}
    wanted |= {f"{NAME}/extlibs/__init__.py", f"{NAME}/i18n/{NAME}_zh.qm"}
    return problems + [f"{name} is missing" for name in sorted(wanted - set(names))]


def name_problems(names: list[str]) -> list[str]:
    """Return the names that the site refuses."""
    forbidden = {"__MACOSX", ".git", "__pycache__"}
    return [
        f"{name}: the plugin site refuses this name"
        for name in names
        if ".." in name
        or ".pyc" in name
        or "\\" in name
        or re.match(r"/|[A-Za-z]:", name)
        or forbidden & set(name.split("/"))
    ]


def metadata_problems(text: str) -> list[str]:
    """Return what is wrong with metadata.txt as the site and QGIS read it."""
    parser = configparser.ConfigParser()
    parser.optionxform = str
    try:
        parser.read_file(StringIO(text))
        values = dict(parser.items("general"))
    except configparser.Error as error:
        return [f"metadata.txt cannot be read: {error}"]
    problems = [
        f"metadata.txt: {key} has no value"
        for key in (*ASKED, *ADDRESSES)
        if not values.get(key, "").strip()
    ]
    for key in ADDRESSES:
        parts = urlparse(values.get(key, ""))
        if not (parts.scheme and parts.netloc):
            problems.append(f"metadata.txt: {key} is no address")
    if "/" in values.get("author", ""):
        problems.append("metadata.txt: author may hold no slash")
    if values.get("qgisMaximumVersion", "") < "4":
        problems.append("metadata.txt: qgisMaximumVersion hides the plugin from QGIS 4")
    if "supportsQt6" in values:
        problems.append("metadata.txt: supportsQt6 is no longer read")
    for key in ("commitNumber", "commitSha1", "dateTime"):
        if not values.get(key):
            problems.append(f"metadata.txt: {key} was not filled in")
    return problems


def notes(text: str) -> list[str]:
    """Return what to see to before an upload."""
    found = []
    if re.search(r"^(tracker|repository|homepage)=\S*example\.", text, re.M):
        found.append("metadata.txt has addresses that do not answer: the plugin site refuses them")
    if re.search(r"^changelog=\s*(?=^\w+=)", text, re.M):
        found.append("CHANGELOG.md has no dated version: QGIS will show no changes")
    return found


def problems_of(path: Path) -> list[str]:
    """Return what is wrong with a ZIP, without the scans."""
    with zipfile.ZipFile(path) as archive:
        names = [info.filename for info in archive.infolist() if not info.is_dir()]
        problems = content_problems(names) + name_problems(names)
        if archive.testzip():
            problems.append(f"{archive.testzip()} is damaged")
        if f"{NAME}/metadata.txt" in names:
            text = archive.read(f"{NAME}/metadata.txt").decode("utf-8")
            problems += metadata_problems(text)
        problems += [
            f"{info.filename} is executable"
            for info in archive.infolist()
            if info.external_attr >> 16 & 0o111 and not info.is_dir()
        ]
    if path.stat().st_size > MOST_BYTES:
        problems.append(f"the ZIP is larger than {MOST_BYTES / 1e6:.0f} MB")
    return problems


def scan(path: Path) -> list[str]:
    """Return what the two scanners of the plugin site find."""
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(path) as archive:
            archive.extractall(folder)
        skipped = ("-s", ",".join(SKIPPED))
        found = run(folder, "bandit", "-r", folder, "-f", "json", "--quiet", *skipped)
        problems = [
            f"bandit {item['test_id']}: {Path(item['filename']).relative_to(folder)}:"
            f"{item['line_number']}: {item['issue_text']}"
            for item in found["results"]
        ]
        excluded = ("--exclude-files", r"metadata\.txt")
        found = run(folder, "detect-secrets", "scan", "--all-files", *excluded, ".")
        problems += [
            f"detect-secrets: {file}:{item['line_number']}: {item['type']}"
            for file, items in found["results"].items()
            for item in items
        ]
    return problems


def run(folder: str, tool: str, *arguments: str) -> dict:
    """Return what a scanner says, as JSON; it fails by itself where it finds something."""
    done = subprocess.run(
        [TOOLS / tool, *arguments], cwd=folder, capture_output=True, text=True, check=False
    )
    if not done.stdout.strip():
        sys.exit(f"{tool} did not run:\n{done.stderr}")
    return json.loads(done.stdout)


def main() -> None:
    """Print what is wrong; fail where something is."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("zip", type=Path)
    parser.add_argument("--scan", action="store_true", help="also run bandit and detect-secrets")
    arguments = parser.parse_args()
    problems = problems_of(arguments.zip)
    if arguments.scan:
        problems += scan(arguments.zip)
    with zipfile.ZipFile(arguments.zip) as archive:
        text = archive.read(f"{NAME}/metadata.txt").decode("utf-8")
        print(*(f"note: {note}" for note in notes(text)), sep="\n")
        print(f"{arguments.zip}: {len(archive.namelist())} files, {len(problems)} problems")
    if problems:
        sys.exit("\n".join(problems))


if __name__ == "__main__":
    main()
