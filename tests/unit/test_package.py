"""The package holds what the plugin needs and nothing else, and the plugin site takes it."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
METADATA = (ROOT / "metadata.txt").read_text(encoding="utf-8")


def script(name):
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


package, check = script("package"), script("check_package")


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """What is committed, archived as qgis-plugin-ci does it."""
    if not (ROOT / ".git").exists():
        pytest.skip("the package is made of what is committed")
    folder = tmp_path_factory.mktemp("包 裹") / "stage"
    package.stage(folder)
    path = folder / "plugin.zip"
    tree = package.git(folder, "stash", "create")
    package.git(folder, "archive", "--format=zip", "-o", str(path), tree, "origin_trace")
    return path


def test_holds_what_the_plugin_needs_and_nothing_else(archive):
    problems = [text for text in check.problems_of(archive) if "not filled in" not in text]
    assert problems == []
    with zipfile.ZipFile(archive) as opened:
        inside = set(opened.namelist())
    tracked = set(package.git(ROOT, "ls-tree", "-r", "--name-only", "HEAD").split("\n"))
    rooms = ("core/", "dialogs/", "layers/", "processing/", "resources/", "spreadsheets/")
    needed = {f"origin_trace/{name}" for name in tracked if name.startswith(rooms)}
    assert needed and needed <= inside


def test_carries_all_that_workbooks_need(archive, tmp_path):
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(tmp_path)
    program = (
        "import sys; sys.path.append(sys.argv[1]); import openpyxl\n"
        "assert openpyxl.__file__.startswith(sys.argv[1])\n"
        "book = openpyxl.Workbook(); book.active['A1'] = '产品'; book.save(sys.argv[2])\n"
        "print(openpyxl.load_workbook(sys.argv[2]).active['A1'].value == '产品')"
    )
    where = [str(tmp_path / "origin_trace" / "extlibs"), str(tmp_path / "表.xlsx")]
    alone = [sys.executable, "-I", "-S", "-c", program, *where]  # nothing but Python
    assert subprocess.run(alone, capture_output=True, text=True).stdout == "True\n"


@pytest.mark.parametrize(
    "name",
    [
        *("metadata.txt", "origin_trace/tests/conftest.py", "origin_trace/README.md"),
        *("origin_trace/core/text.pyc", "origin_trace/core/notes.txt", "origin_trace/.env"),
        *("origin_trace/extlibs/python_calamine/_python_calamine.so", "origin_trace/i18n/a.ts"),
        "origin_trace/extlibs/requests/__init__.py",
    ],
)
def test_sees_what_does_not_belong_there(name):
    complete = [f"origin_trace/{file}" for file in check.FILES]
    assert any(name in text for text in check.content_problems([*complete, name]))


@pytest.mark.parametrize(
    "name",
    [
        *("origin_trace/../x.py", "origin_trace/core/__pycache__/a.py", "origin_trace/.git/x"),
        *("origin_trace\\core\\a.py", "C:/origin_trace/a.py", "/origin_trace/a.py"),
    ],
)
def test_sees_names_that_the_site_refuses(name):
    assert len(check.name_problems(["origin_trace/core/text.py", name])) == 1


def test_sees_what_is_missing():
    problems = check.content_problems(["origin_trace/__init__.py"])
    assert {"LICENSE is missing", "core is missing", "metadata.txt is missing"} <= set(problems)
    assert "origin_trace/extlibs/openpyxl/__init__.py is missing" in problems


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("author=", "author=A/", "author may hold no slash"),
        ("about=", "about=95 % ", "cannot be read"),
        ("email=", "mail=", "email has no value"),
        ("tracker=https://", "tracker=", "tracker is no address"),
        ("qgisMaximumVersion=4.99", "qgisMaximumVersion=3.99", "hides the plugin"),
        ("[general]", "[plugin]", "cannot be read"),
    ],
)
def test_sees_what_is_wrong_with_the_metadata(old, new, problem):
    assert old in METADATA
    assert any(problem in text for text in check.metadata_problems(METADATA.replace(old, new)))


def test_all_changes_of_a_version_reach_the_metadata():
    changes = "## [1.0.0] - 2026-01-01\n\n### Added\n\n- 100 % done\n\n## [0.9.0] - 2025-01-01\n"
    text = package.for_metadata(changes)
    whole, _rest = text.split("\n## ", 1)
    assert "##" not in whole.removeprefix("##")
    assert "Added:" in whole and "100 %% done" in whole
