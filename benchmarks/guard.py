#!/usr/bin/env python3
"""Measure what the guard of edits costs: the same edits with and without it.

    guard.py [--rows 100000] [--store FILE.gpkg]

Edits copies of an invented store, or of the one given, through the edit buffer of QGIS, of
layers without our form: its default values cost QGIS a thousand times the edit itself.
Prints a Markdown table; compare the ratios, seconds depend on the machine.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

from worklist import NAMES, ROOT, make


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--store", type=Path)
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder = Path(tempfile.mkdtemp())
    (folder / "origin_trace").symlink_to(ROOT, target_is_directory=True)
    sys.path.insert(0, str(folder))
    from qgis.core import (
        QgsApplication,
        QgsFeature,
        QgsFeatureRequest,
        QgsGeometry,
        QgsPointXY,
        QgsVectorLayerUtils,
    )

    application = QgsApplication([], False, str(folder / "profile"))
    application.initQgis()
    from origin_trace.core.products import standard_products
    from origin_trace.core.rules import Context
    from origin_trace.layers.edit_guard import EditGuard
    from origin_trace.layers.store_layers import load_layers

    original = arguments.store or folder / "store.gpkg"
    if arguments.store is None:
        make(original, arguments.rows)
    context = Context(standard_products(), NAMES)

    def calculate(layer, rows: int) -> None:
        """Go through the features as QGIS's field calculator does."""
        index = layer.fields().lookupField("remarks")
        request = QgsFeatureRequest().setNoAttributes().setLimit(rows)
        layer.beginEditCommand("calculate")
        for feature in layer.getFeatures(request):
            layer.changeAttributeValue(feature.id(), index, "算", None)
        layer.endEditCommand()

    def move(layer, rows: int) -> None:
        layer.beginEditCommand("move")
        for feature in layer.getFeatures(QgsFeatureRequest().setNoAttributes().setLimit(rows)):
            point = QgsPointXY(114.9 + feature.id() * 1e-7, 26.8)
            layer.changeGeometry(feature.id(), QgsGeometry.fromPointXY(point))
        layer.endEditCommand()

    def paste(layer, rows: int) -> None:
        data = [
            QgsVectorLayerUtils.QgsFeatureData(f.geometry(), dict(enumerate(f.attributes())))
            for f in layer.getFeatures(QgsFeatureRequest().setLimit(rows))
            if f.hasGeometry()
        ]
        layer.beginEditCommand("paste")
        made = QgsVectorLayerUtils.createFeatures(layer, data, layer.createExpressionContext())
        layer.addFeatures([QgsFeature(feature) for feature in made])
        layer.endEditCommand()

    def measured(edit, rows: int, guarded: bool) -> tuple[float, float, str]:
        """Return seconds of the edit with the pause after it, and of the save."""
        path = folder / "copy.gpkg"
        for old in folder.glob("copy.gpkg*"):
            old.unlink()
        shutil.copy(original, path)
        layer = load_layers(path)[0]
        told = []
        if guarded:
            guard = EditGuard(layer, lambda: context, None, folder / "journal")
            guard.refused.connect(lambda refusals: told.append(f"{len(refusals)} refused"))
            guard.failed.connect(lambda error: told.append(str(error)))
        layer.startEditing()
        start = time.perf_counter()
        edit(layer, rows)
        for _ in range(3):
            application.processEvents()
        paused = time.perf_counter()
        saved = layer.commitChanges(True)
        end = time.perf_counter()
        if not saved:
            told += layer.commitErrors()[:2]
            layer.rollBack()
        if guarded:
            guard.detach()
        return paused - start, end - paused, " ".join(told)

    print("| edit | alone: edit | save | guarded: edit | save | ratio: edit | save | all |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    for words, edit, rows in (
        ("one value", calculate, 1),
        ("calculate 20,000 rows", calculate, 20_000),
        ("calculate all rows", calculate, -1),
        ("move 20,000 points", move, 20_000),
        ("paste 2,000 records", paste, 2_000),
    ):
        alone, guarded = (measured(edit, rows, on) for on in (False, True))
        seconds = [*alone[:2], *guarded[:2]]
        ratios = guarded[0] / alone[0], guarded[1] / alone[1], sum(guarded[:2]) / sum(alone[:2])
        told = "".join(f" {found[2]}" for found in (alone, guarded) if found[2])
        cells = [f"{x:.3f}" for x in seconds] + [f"{x:.2f}" for x in ratios]
        print(f"| {words}{told} | {' | '.join(cells)} |", flush=True)
    sys.stdout.flush()
    os._exit(0)  # QGIS need not be taken down


if __name__ == "__main__":
    main()
