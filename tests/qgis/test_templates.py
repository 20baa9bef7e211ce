"""Layout templates: those that we ship, and those that people made of them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from origin_trace.layers import layouts
from qgis.core import Qgis

ROOT = Path(__file__).resolve().parents[2]


def comparable(text):
    """Return a template without the size that the scale bar takes from the machine's font."""
    return re.sub(r"(<LayoutItem [^>]*id=\"ot_scalebar\"[^>]*?) size=\"[^\"]*\"", r"\1", text)


@pytest.mark.skipif(
    Qgis.QGIS_VERSION_INT // 100 != 340, reason="another QGIS writes other templates"
)
def test_our_templates_are_as_the_script_makes_them(tmp_path):
    """Run scripts/build_layouts.py after a change of it."""
    script = ROOT / "scripts" / "build_layouts.py"
    subprocess.run([sys.executable, script, tmp_path], check=True, capture_output=True)
    made = {path.name: comparable(path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()}
    kept = {path.name: comparable(path.read_text("utf-8")) for path in layouts.TEMPLATES.iterdir()}
    assert made == kept
