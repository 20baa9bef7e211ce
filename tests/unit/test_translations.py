"""Every sentence for a person exists in Chinese, with the same placeholders."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "update_translations.py"


@pytest.fixture(scope="module")
def tool():
    spec = importlib.util.spec_from_file_location("update_translations", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


def test_all_texts_are_translated(tool):
    assert tool.check() == []


def test_the_check_sees_many_texts(tool):
    found, _ = tool.extract_all()
    assert len(found) > 100


def test_extracts_joined_literals(tool):
    texts, problems = tool.extract('Message(\n    "One "\n    "text {n}.", n=1)\ntr("Two")', "x.py")
    assert [text for text, _ in texts] == ["One text {n}.", "Two"]
    assert problems == []


@pytest.mark.parametrize("call", ["tr(name)", 'tr(f"{name}")', 'Message("a" + b)', "tr()"])
def test_refuses_what_is_not_a_literal(tool, call):
    texts, problems = tool.extract(call, "x.py")
    assert texts == []
    assert len(problems) == 1 and problems[0].startswith("x.py:1:")


@pytest.mark.parametrize(
    ("translation", "finished", "problem"),
    [
        ("第{row}行", True, None),
        ("第行", True, "placeholders"),
        ("第{Row}行", True, "placeholders"),
        ("第{row行", True, "placeholders"),
        ("第{row}行", False, "unfinished"),
    ],
)
def test_finds_wrong_translations(tool, tmp_path, translation, finished, problem):
    ts = tmp_path / "x.ts"
    tool.write_ts({"Row {row}": tool.Entry("Row {row}", ["a.py"], translation, finished)}, ts)
    found = {"Row {row}": tool.Entry("Row {row}", ["a.py"])}
    problems = tool.problems_of(found, tool.read_ts(ts))
    assert [p.split()[0] for p in problems] == ([problem] if problem else [])


def test_finds_missing_and_obsolete(tool):
    found = {"new": tool.Entry("new", ["a.py"])}
    known = {"old": tool.Entry("old", ["a.py"], "旧", True)}
    assert [p.split()[0] for p in tool.problems_of(found, known)] == ["missing", "obsolete"]


def test_merging_keeps_translations_and_drops_what_is_gone(tool):
    found = {"a": tool.Entry("a", ["new.py"]), "b": tool.Entry("b", ["new.py"])}
    known = {
        "a": tool.Entry("a", ["old.py"], "甲", True),
        "c": tool.Entry("c", ["old.py"], "丙", True),
    }
    merged = tool.merge(found, known)
    assert (merged["a"].translation, merged["a"].places) == ("甲", ["new.py"])
    assert not merged["b"].finished
    assert "c" not in merged
