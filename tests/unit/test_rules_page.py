"""docs/rules.md lists the rules as they are declared."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from origin_trace.core.rules import RULES

ROOT = Path(__file__).resolve().parents[2]


def script():
    path = ROOT / "scripts" / "build_rules_page.py"
    spec = importlib.util.spec_from_file_location("build_rules_page", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_up_to_date():
    """Run ``make docs`` after a change of rules or of their Chinese."""
    tool = script()
    assert tool.PAGE.read_text(encoding="utf-8") == tool.page(tool.chinese())


def test_the_page_lists_every_rule_in_both_languages():
    tool = script()
    words, page = tool.chinese(), tool.PAGE.read_text(encoding="utf-8")
    for rule in RULES:
        assert f"### {rule.id} (" in page
        for text in (rule.title, *rule.texts):
            assert f"{text.text} · {words[text.text]}" in page
