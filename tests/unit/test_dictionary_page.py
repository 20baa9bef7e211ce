"""docs/data_dictionary.md lists the tables as they are declared."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from origin_trace.core.schema import COLLECTION_POINT
from origin_trace.core.tables import POINTS, TABLES

ROOT = Path(__file__).resolve().parents[2]


def script(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    path = ROOT / "scripts" / "build_dictionary_page.py"
    spec = importlib.util.spec_from_file_location("build_dictionary_page", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_up_to_date(monkeypatch):
    """Run ``make docs`` after a change of the schema."""
    tool = script(monkeypatch)
    assert tool.PAGE.read_text(encoding="utf-8") == tool.page()


def test_the_page_lists_every_column_under_its_table():
    text = (ROOT / "docs" / "data_dictionary.md").read_text(encoding="utf-8")
    sections = {part.split("\n", 1)[0]: part for part in text.split("\n## ")[1:]}
    for table, columns in {POINTS: COLLECTION_POINT, **TABLES}.items():
        for column in columns:
            assert f"| `{column.name}` | {column.label} |" in sections[table]
