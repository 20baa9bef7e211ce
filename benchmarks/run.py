#!/usr/bin/env python3
"""Measure the import against bare openpyxl on the same file, on the same machine.

    run.py [--rows 10000 …] [--messy SHARE] [--annotate]

Each figure comes from a process of its own: time of the step alone, peak
memory of the whole process (with QGIS for the imports). Compare the ratios;
seconds depend on the machine. Prints a Markdown table.
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

ROOT = Path(__file__).resolve().parents[1]
COUNTY = "360826"
STEPS = (
    ("bare", "openpyxl, read-only, cells only"),
    ("calamine", "importsheet, python-calamine"),
    ("openpyxl", "importsheet, openpyxl alone"),
)


def bare(sheet: Path) -> dict:
    """Iterate over all cells with openpyxl, nothing else."""
    import openpyxl

    start = time.perf_counter()
    book = openpyxl.load_workbook(sheet, read_only=True, data_only=True)
    rows = sum(1 for page in book for _row in page.iter_rows(values_only=True))
    return {"seconds": time.perf_counter() - start, "rows": rows}


def import_sheet(sheet: Path, folder: Path, annotate: bool) -> dict:
    """Run importsheet into a fresh store inside QGIS."""
    from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback

    application = QgsApplication([], False, str(folder / "profile"))
    application.initQgis()
    (folder / "origin_trace").symlink_to(ROOT, target_is_directory=True)
    sys.path.insert(0, str(folder))
    import origin_trace

    plugin = origin_trace.classFactory(None)  # QGIS does not keep it alive
    plugin.initProcessing()
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)

    def run(name: str, parameters: dict) -> dict:
        algorithm = application.processingRegistry().createAlgorithmById(f"origintrace:{name}")
        ok, message = algorithm.checkParameterValues(parameters, context)
        if not ok:
            raise SystemExit(message)
        results, ok = algorithm.run(parameters, context, feedback)
        if not ok:
            raise SystemExit(feedback.textLog())
        return results

    store = str(folder / "store.gpkg")
    run("createstore", {"REGION": COUNTY, "OUTPUT": store})
    parameters = {"INPUT": [str(sheet)], "STORE": store}
    if annotate:
        parameters["ANNOTATED"] = str(folder / "annotated.xlsx")
    start = time.perf_counter()
    results = run("importsheet", parameters)
    seconds = time.perf_counter() - start
    counts = {key: results[key] for key in ("READ", "ADDED", "REFUSED", "BLANK")}
    return {"seconds": seconds, "counts": counts}


def child(step: str, sheet: Path, annotate: bool) -> None:
    """Do one step and print its figures."""
    with tempfile.TemporaryDirectory() as folder:
        figures = bare(sheet) if step == "bare" else import_sheet(sheet, Path(folder), annotate)
    figures["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(figures), flush=True)
    os._exit(0)  # QGIS need not be taken down


def measure(step: str, sheet: Path, annotate: bool, folder: Path) -> dict:
    """Run one step in a process of its own."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    if step == "openpyxl":
        # A module that cannot be imported stands in front of the real one.
        hidden = folder / "without_calamine"
        hidden.mkdir(exist_ok=True)
        (hidden / "python_calamine.py").write_text('raise ImportError("hidden")\n')
        environment["PYTHONPATH"] = str(hidden)
    command = [sys.executable, __file__, "--child", step, "--sheet", str(sheet)]
    done = subprocess.run(
        [*command, *(["--annotate"] if annotate else [])],
        env=environment,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise SystemExit(f"{step}: {done.stdout}{done.stderr}")
    return json.loads(done.stdout.strip().splitlines()[-1])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, nargs="+", default=[1000, 10000, 100000])
    parser.add_argument("--messy", type=float, default=0.4, help="share of spoiled rows")
    parser.add_argument("--annotate", action="store_true", help="write the marked-up workbook too")
    parser.add_argument("--child", choices=[step for step, _ in STEPS], help=argparse.SUPPRESS)
    parser.add_argument("--sheet", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.child:
        child(arguments.child, arguments.sheet, arguments.annotate)

    from make_sheet import make

    print("| rows | step | seconds | ratio | peak MB | added / refused / without record |")
    print("|---:|---|---:|---:|---:|---|")
    with tempfile.TemporaryDirectory() as folder:
        for rows in arguments.rows:
            sheet = Path(folder) / f"{rows}.xlsx"
            make(sheet, rows, arguments.messy)
            base = None
            for step, words in STEPS:
                figures = measure(step, sheet, arguments.annotate, Path(folder))
                base = base or figures["seconds"]
                counts = figures.get("counts", {})
                told = " / ".join(str(counts[key]) for key in counts if key != "READ")
                print(
                    f"| {rows} | {words} | {figures['seconds']:.2f} "
                    f"| {figures['seconds'] / base:.2f} | {figures['megabytes']:.0f} | {told} |",
                    flush=True,
                )


if __name__ == "__main__":
    main()
