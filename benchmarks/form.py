#!/usr/bin/env python3
"""Measure opening and saving a record in our window against QGIS's attribute form.

    form.py [--records 100000 …]

The store holds that many records. Each figure is the median of several records
opened or saved one after the other, the first one too; both windows are shown and
drawn. Compare the ratios; seconds depend on the machine. Prints a Markdown table.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
import uuid
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COUNTY, NAMES = "360826", ("江西省", "吉安市", "泰和县")
TIMES = 9


def fill(path: Path, count: int) -> list[str]:
    """Make a store with so many records; return some of their uuids."""
    from origin_trace.core.divisions import standard_divisions
    from origin_trace.core.products import standard_products
    from origin_trace.core.schema import empty_record
    from origin_trace.layers.store import create_store
    from origin_trace.layers.styling import save_default_style

    divisions = [row for row in standard_divisions() if row[0].startswith(COUNTY)]
    townships = [name for code, name in divisions if len(code) == 9]
    records = []
    for n in range(count):
        record = empty_record()
        record.update(
            uuid=str(uuid.UUID(int=n + 1)),
            base_id=str(uuid.UUID(int=n + 1)),
            period="2023-1",
            status="draft",
            subject_name=f"第{n}号家庭农场",
            subject_type="家庭农场",
            industry="种植业",
            product="豇豆",
            province=NAMES[0],
            city=NAMES[1],
            county=NAMES[2],
            township=townships[n % len(townships)],
            village=f"第{n % 300}村",
            contact="张三",
            contact_phone=f"138{n:08d}",
            scale=50.0,
            scale_unit="亩",
            market_start="--05",
            market_end="--09",
            production_modes='{"露地"}',
            trace_modes='{"追溯码"}',
            grid_officer=f"网格员{n % 400}",
            grid_officer_phone=f"139{n % 400:08d}",
            collector=f"采集员{n % 90}",
            collector_phone=f"137{n % 90:08d}",
            lon=114.7 + (n % 1000) * 0.0005,
            lat=26.5 + (n // 1000) * 0.004,
        )
        records.append(record)
    with create_store(path, COUNTY, divisions, standard_products(), NAMES) as store:
        store.apply({"id": str(uuid.uuid4()), "file_name": "x", "sha256": "x"}, records, [])
    save_default_style(path, county_names=NAMES)
    step = max(count // (TIMES + 1), 1)
    return [record["uuid"] for record in records[::step]][:TIMES]


def measure(path: Path, uuids: list[str]) -> dict[str, tuple[float, float]]:
    """Return what was measured -> median seconds to open and to save."""
    from origin_trace.core.products import standard_products
    from origin_trace.dialogs.line_factory import provide_lines
    from origin_trace.dialogs.record_dialog import RecordDialog
    from origin_trace.dialogs.suggestions import Suggestions
    from origin_trace.dialogs.workspace import Workspace
    from origin_trace.layers.forms import enrich_form
    from origin_trace.layers.record_edit import find_record
    from origin_trace.layers.store_layers import load_layers
    from qgis.core import QgsEditFormConfig, QgsEditorWidgetSetup, QgsProject
    from qgis.gui import (
        QgsAttributeEditorContext,
        QgsAttributeForm,
        QgsGui,
        QgsMapCanvas,
        QgsMessageBar,
    )
    from qgis.PyQt.QtWidgets import QApplication

    QgsGui.editorWidgetRegistry().initEditors()
    points, choices = load_layers(path)
    QgsProject.instance().addMapLayers([choices, points])

    def qgis_form() -> tuple[float, float]:
        opened, saved = [], []
        for number, key in enumerate(uuids):
            points.startEditing()
            start = time.perf_counter()
            context = QgsAttributeEditorContext()
            context.setAttributeFormMode(QgsAttributeEditorContext.Mode.SingleEditMode)
            form = QgsAttributeForm(points, find_record(points, key), context)
            form.show()
            QApplication.processEvents()
            opened.append(time.perf_counter() - start)
            form.changeAttribute("remarks", f"备注{number}")
            start = time.perf_counter()
            assert form.save()
            QApplication.processEvents()
            saved.append(time.perf_counter() - start)
            form.close()
            points.rollBack()
        return statistics.median(opened), statistics.median(saved)

    def our_window() -> tuple[float, float]:
        workspace = Workspace(QgsProject.instance())
        workspace.adopt(points)
        provide_lines(Suggestions(workspace))
        enrich_form(points, choices, standard_products(), NAMES)
        bar, canvas = QgsMessageBar(), QgsMapCanvas()
        dialog = RecordDialog(workspace, canvas, bar)
        opened, saved = [], []
        for number, key in enumerate(uuids):
            start = time.perf_counter()
            dialog.show_record(key)
            QApplication.processEvents()
            opened.append(time.perf_counter() - start)
            dialog.page.form.set_value("remarks", f"备注{number}")
            start = time.perf_counter()
            assert dialog.save()
            QApplication.processEvents()
            saved.append(time.perf_counter() - start)
        points.rollBack()
        print(f"first opening: {opened[0]:.3f} s", file=sys.stderr)
        return statistics.median(opened), statistics.median(saved)

    figures = {"QGIS's form, the store's style": qgis_form()}
    for index in range(points.fields().count()):
        points.setEditorWidgetSetup(index, QgsEditorWidgetSetup("TextEdit", {}))
    points.setEditFormConfig(QgsEditFormConfig())
    figures = {"QGIS's form, plain lines": qgis_form(), **figures}
    return {**figures, "our window": our_window()}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--records", type=int, nargs="+", default=[1000, 100000])
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from qgis.core import QgsApplication

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        application = QgsApplication([], True, str(folder / "profile"))
        application.initQgis()
        (folder / "origin_trace").symlink_to(ROOT, target_is_directory=True)
        sys.path.insert(0, str(folder))
        print("| records | what | open s | ratio | save s | ratio |")
        print("|---:|---|---:|---:|---:|---:|")
        for count in arguments.records:
            path = folder / f"{count}.gpkg"
            figures = measure(path, fill(path, count))
            plain = figures["QGIS's form, plain lines"]
            for words, (opened, saved) in figures.items():
                print(
                    f"| {count} | {words} | {opened:.3f} | {opened / plain[0]:.1f} "
                    f"| {saved:.3f} | {saved / plain[1]:.1f} |",
                    flush=True,
                )
    os._exit(0)  # QGIS need not be taken down


if __name__ == "__main__":
    main()
