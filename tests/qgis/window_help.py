"""What tests of the sheet windows share: a store in a project, sheets, waiting for work."""

from __future__ import annotations

import shutil

import openpyxl
from origin_trace.dialogs.workspace import Workspace
from origin_trace.layers.store_layers import load_layers
from origin_trace.tests.qgis.test_main_job import DATA
from qgis.core import QgsProject

OFFICIAL = DATA / "sheets" / "taihe_official.xlsx"


def workspace_of(path):
    """Return a workspace that works in a store, its layer in the project."""
    points, choices = load_layers(path)
    QgsProject.instance().addMapLayers([points, choices])
    workspace = Workspace(QgsProject.instance())
    workspace.adopt(points)
    return workspace


def sheet(folder, name="马市镇 上报.xlsx", **headers):
    """Return a copy of the official sample; ``headers``: column letter -> another header."""
    path = folder / name
    if not headers:
        shutil.copy(OFFICIAL, path)
        return str(path)
    book = openpyxl.load_workbook(OFFICIAL)
    for letter, text in headers.items():
        cells = [book.active[f"{letter}{row}"] for row in (4, 5)]
        target = next((c for c in reversed(cells) if c.value), cells[0])
        target.value = text
    book.save(path)
    return str(path)
