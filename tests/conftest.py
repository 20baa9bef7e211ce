"""Load the checkout as the package ``origin_trace``, whatever its folder is called."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

PACKAGE = "origin_trace"
ROOT = Path(__file__).resolve().parents[1]

# The root holds a folder "processing", which must not hide QGIS's own package.
sys.path[:] = [p for p in sys.path if Path(p or Path.cwd()).resolve() != ROOT]
if PACKAGE not in sys.modules:
    spec = importlib.util.spec_from_file_location(
        PACKAGE, ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    module = importlib.util.module_from_spec(spec)
    sys.modules[PACKAGE] = module
    spec.loader.exec_module(module)
