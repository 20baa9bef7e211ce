"""Printed maps: a template filled from a points layer, and its export.

Templates are ordinary .qpt files. Items are found by id (``ot_map``,
``ot_legend``, ``ot_total`` …), texts are layout variables (``@ot_title`` …);
of these only ``ot_map`` must be there.
"""

from __future__ import annotations

from .map_build import (
    ORIENTATIONS,
    PAPERS,
    TEMPLATES,
    load_template,
    our_template,
    prepare_map,
)
from .map_export import export_layout
from .map_frame import choose_crs
from .map_project import project_with_points
from .map_spec import MapSpec

__all__ = [
    "ORIENTATIONS",
    "PAPERS",
    "TEMPLATES",
    "MapSpec",
    "choose_crs",
    "export_layout",
    "load_template",
    "our_template",
    "prepare_map",
    "project_with_points",
]
