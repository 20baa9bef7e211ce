"""docs/algorithms_zh.md and algorithms_en.md say what the help of the algorithms says."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest
from origin_trace.processing.algorithms import ALGORITHMS
from origin_trace.processing.models import MonthlyResults

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def tool():
    path = ROOT / "scripts" / "build_algorithm_pages.py"
    spec = importlib.util.spec_from_file_location("build_algorithm_pages", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_is_up_to_date(tool, qgis_app, language):
    """Run ``make docs`` after a change of an algorithm or of its Chinese."""
    kept = (tool.DOCS / f"algorithms_{language}.md").read_text(encoding="utf-8")
    assert kept == tool.page(language)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_algorithm_has_its_section(tool, language):
    text = (tool.DOCS / f"algorithms_{language}.md").read_text(encoding="utf-8")
    names = re.findall(r'<a id="(\w+)"></a>', text)
    assert sorted(names) == sorted(kind.NAME for kind in (*ALGORITHMS, MonthlyResults))


def test_a_parameter_is_told_with_choices_default_and_help(tool, qgis_app):
    text = tool.page("en")
    (row,) = re.findall(r"^\| `STYLE` .*$", text, re.M)[:1]
    assert "default `points`" in row and "`choropleth`" in row
    assert "--INPUT=… --STORE=…" in re.search(r"origintrace:importsheet.*", text)[0]
