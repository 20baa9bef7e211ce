#!/usr/bin/env python3
"""Make build/origin_trace.<version>.zip, which QGIS installs with "Install from ZIP".

What is committed goes in, less what .gitattributes keeps out, with the compiled
translations and openpyxl. qgis-plugin-ci makes the archive; it cannot do that where the
root of the repository is the package, so it works on a clone in which the same commit lies
in a folder "origin_trace". Nothing is fetched: openpyxl is the copy that set-up installed.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NAME = "origin_trace"
BUILD = ROOT / "build"
TOOL = ROOT / ".venv-release" / "bin" / "qgis-plugin-ci"
# Pure Python, and what the licences ask to be kept with it.
LIBRARIES = ("__init__.py", "openpyxl", "et_xmlfile")
LICENCES = ("LICENCE*", "LICENSE*", "AUTHORS*")


def version() -> str:
    """Return the version that metadata.txt states."""
    return re.search(r"^version=(.+)$", (ROOT / "metadata.txt").read_text("utf-8"), re.M)[1]


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder and return what it prints."""
    person = {"GIT_AUTHOR_NAME": NAME, "GIT_AUTHOR_EMAIL": "package@localhost"}
    person |= {key.replace("AUTHOR", "COMMITTER"): value for key, value in person.items()}
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env={**os.environ, **person},
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip()


def stage(folder: Path) -> None:
    """Make a clone of HEAD whose index and files lie one folder down.

    HEAD stays the commit of the project: its number and hash get into metadata.txt. What
    is in the index is what is archived.
    """
    git(ROOT, "clone", "--quiet", "--shared", "--no-checkout", str(ROOT), str(folder))
    git(folder, "read-tree", "--empty")
    git(folder, "read-tree", f"--prefix={NAME}/", "HEAD")
    git(folder, "checkout-index", "--all")
    package = folder / NAME
    shutil.copy(package / ".qgis-plugin-ci", folder)
    changes = (package / "CHANGELOG.md").read_text("utf-8")
    (folder / "CHANGELOG.md").write_text(for_metadata(changes), "utf-8")
    for path in sorted((ROOT / "i18n").glob("*.qm")):
        shutil.copy(path, package / "i18n")
    copy_libraries(package / "extlibs")
    git(folder, "add", "--force", NAME)


def for_metadata(changes: str) -> str:
    """Return a changelog of which the tool takes whole versions, and QGIS reads each sign.

    The tool ends a version at any heading; QGIS reads metadata.txt with interpolation.
    """
    return re.sub(r"^### +(.*)$", r"\1:", changes, flags=re.M).replace("%", "%%")


def copy_libraries(target: Path) -> None:
    """Copy openpyxl and what it needs, with their licences."""
    source = ROOT / "extlibs"
    target.mkdir()
    for name in LIBRARIES:
        path = source / name
        if path.is_dir():
            shutil.copytree(path, target / name, ignore=shutil.ignore_patterns("__pycache__"))
            (described,) = source.glob(f"{name}-*.dist-info")
            for pattern in LICENCES:
                for licence in described.rglob(pattern):
                    shutil.copy(licence, target / name)
        else:
            shutil.copy(path, target)


def main() -> None:
    """Make the ZIP."""
    if git(ROOT, "status", "--porcelain", "--untracked-files=no"):
        print("package: there are changes that are not committed; they are left out")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "stage"
        stage(folder)
        subprocess.run([TOOL, "package", version()], cwd=folder, check=True)
        archive = f"{NAME}.{version()}.zip"
        shutil.copy(folder / archive, BUILD / archive)
    print(f"{(BUILD / archive).relative_to(ROOT)}")


if __name__ == "__main__":
    sys.exit(main())
