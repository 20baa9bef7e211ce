#!/usr/bin/env python3
"""Measure printed maps against QGIS's plain export of the same layout, on the same store.

    maps.py [--records 5000 100000] [--pages A3:landscape …] [--files pdf png svg]

Each figure comes from a process of its own: processor time of `distributionmap` from the
store to the file, and of exporting the same layout with one plain symbol and no names
from the layer of the store; peak memory of the whole process. Compare ratios and sizes.
Prints a Markdown table.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from rendering import make_store, start

POINTS = "|layername=collection_point"


def plain(store: str, paper: str, orientation: str, target: str) -> float:
    """Return the seconds of exporting our layout with a plain layer, as QGIS does it."""
    from datetime import date

    from origin_trace.layers.layouts import MapSpec, prepare_map
    from qgis.core import (
        QgsLayoutExporter,
        QgsMarkerSymbol,
        QgsProject,
        QgsSingleSymbolRenderer,
        QgsVectorLayer,
    )

    project = QgsProject()
    layer = project.addMapLayer(QgsVectorLayer(store + POINTS, "points", "ogr"))
    layer.setRenderer(QgsSingleSymbolRenderer(QgsMarkerSymbol()))
    layer.setLabelsEnabled(False)
    spec = MapSpec("", paper, "", date.today(), "", orientation=orientation, restyle=False)
    layout, _warnings = prepare_map(project, layer, spec)
    exporter = QgsLayoutExporter(layout)
    begin = time.process_time()
    if target.endswith("pdf"):
        exporter.exportToPdf(target, QgsLayoutExporter.PdfExportSettings())
    elif target.endswith("svg"):
        exporter.exportToSvg(target, QgsLayoutExporter.SvgExportSettings())
    else:
        exporter.exportToImage(target, QgsLayoutExporter.ImageExportSettings())
    return time.process_time() - begin


def ours(application, store: str, paper: str, orientation: str, target: str) -> float:
    """Return the seconds of `distributionmap`."""
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    algorithm = application.processingRegistry().createAlgorithmById("origintrace:distributionmap")
    given = {"PAPER": paper, "ORIENTATION": orientation, "OUTPUT": target}
    feedback = QgsProcessingFeedback(False)
    begin = time.process_time()
    _results, ok = algorithm.run(
        {"INPUT": store + POINTS, **given}, QgsProcessingContext(), feedback
    )
    if not ok:
        raise SystemExit(feedback.textLog())
    return time.process_time() - begin


def child(way: str, store: str, page: str, target: str) -> None:
    """Make one file, or the store, and print its figures."""
    with tempfile.TemporaryDirectory() as folder:
        application, _plugin = start(Path(folder))
        if way == "store":
            make_store(application, Path(store), int(page))
            os._exit(0)
        paper, orientation = page.split(":")
        if way == "plain":
            seconds = plain(store, paper, orientation, target)
        else:
            seconds = ours(application, store, paper, orientation, target)
        size = Path(target).stat().st_size / 1e6
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps({"seconds": seconds, "size": size, "peak": peak}), flush=True)
        os._exit(0)  # QGIS need not be taken down


def in_a_process(way: str, store: Path, page: str, target: Path) -> dict:
    """Run ``child`` in a process of its own and return its figures."""
    command = [sys.executable, __file__, "--child", way, str(store), page, str(target)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{way}: {done.stdout}{done.stderr}")
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    return json.loads(lines[-1]) if lines else {}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--records", type=int, nargs="+", default=[5000, 100_000])
    parser.add_argument("--pages", nargs="+", default=["A4:portrait", "A3:landscape"])
    parser.add_argument("--files", nargs="+", default=["pdf", "png", "svg"])
    parser.add_argument("--child", nargs=4, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.child:
        child(*arguments.child)
    print("| records | page | file | plain MB | MB | ratio | plain s | s | ratio | peak MB |")
    print("|---:|---|---|---:|---:|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as folder:
        for records in arguments.records:
            store = Path(folder) / f"{records}.gpkg"
            in_a_process("store", store, str(records), store)
            for page in arguments.pages:
                for kind in arguments.files:
                    target = Path(folder) / f"map.{kind}"
                    base = in_a_process("plain", store, page, target)
                    made = in_a_process("ours", store, page, target)
                    cells = [f"{records} | {page.replace(':', ' ')} | {kind}"]
                    for key in ("size", "seconds"):
                        cells.append(f"{base[key]:.2f} | {made[key]:.2f}")
                        cells.append(f"{made[key] / base[key]:.2f}")
                    print(f"| {' | '.join(cells)} | {made['peak']:.0f} |", flush=True)


if __name__ == "__main__":
    main()
