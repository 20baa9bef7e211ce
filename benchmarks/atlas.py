#!/usr/bin/env python3
"""Measure distributionatlas by product against plain QGIS exports of the same pages.

    atlas.py [--records 100000] [--store STORE.gpkg]

Plain: for each product a layout made by hand, with a map of the store's layer narrowed to
the product and at the same place and size, single symbols and QGIS's own legend; and QGIS's
table for the same rows on further pages; both written as PDF by themselves. Wall clock
and processor time, and the peak of memory after the atlas. Prints a Markdown table.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import tempfile
import time
from pathlib import Path

from rendering import make_store, start

ROWS = 34  # on a page of a list
BOX, LIST = (25, 37, 140, 100), (25, 37, 257, 143)  # mm, as on our pages
FIELDS = ("subject_name", "product", "village", "scale", "market_start", "grid_officer")


class Clock:
    """Wall clock and processor time of a block."""

    def __enter__(self) -> Clock:
        self._wall, self._cpu = time.perf_counter(), time.process_time()
        return self

    def __exit__(self, *_error: object) -> None:
        self.wall, self.cpu = time.perf_counter() - self._wall, time.process_time() - self._cpu


def our_atlas(application, store: Path, path: Path) -> dict:
    """Make the atlas; return the outputs."""
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    algorithm = application.processingRegistry().createAlgorithmById(
        "origintrace:distributionatlas"
    )
    source = f"{store}|layername=collection_point"
    parameters = {"INPUT": source, "BY": "product", "OUTPUT": str(path)}
    results, done = algorithm.run(parameters, QgsProcessingContext(), QgsProcessingFeedback(False))
    assert done, "the atlas was not made"
    return results


def plain_map(project, layer):
    """Return a layout with a map of the layer and a legend."""
    from qgis.core import (
        QgsCoordinateReferenceSystem,
        QgsCoordinateTransform,
        QgsFeatureRequest,
        QgsLayoutItemLegend,
        QgsLayoutItemMap,
        QgsPrintLayout,
        QgsRectangle,
    )
    from qgis.PyQt.QtCore import QRectF

    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    item = QgsLayoutItemMap(layout)
    layout.addLayoutItem(item)
    item.attemptSetSceneRect(QRectF(*BOX))
    crs = QgsCoordinateReferenceSystem("EPSG:4547")
    item.setCrs(crs)
    item.setLayers([layer])
    box = QgsRectangle()
    box.setNull()
    for feature in layer.getFeatures(QgsFeatureRequest().setNoAttributes()):
        if not feature.geometry().isEmpty():  # the layer's own extent is spoilt by these
            box.combineExtentWith(feature.geometry().boundingBox())
    item.zoomToExtent(QgsCoordinateTransform(layer.crs(), crs, project).transformBoundingBox(box))
    legend = QgsLayoutItemLegend(layout)
    layout.addLayoutItem(legend)
    legend.attemptSetSceneRect(QRectF(200, 150, 60, 30))
    return layout


def plain_tables(project, layer):
    """Return an iterator of pages with QGIS's table of the layer's rows, ROWS on each."""
    from qgis.core import (
        QgsAbstractLayoutIterator,
        QgsLayoutFrame,
        QgsLayoutItemManualTable,
        QgsPrintLayout,
        QgsTableCell,
        QgsTextFormat,
    )
    from qgis.PyQt.QtCore import QRectF

    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    table = QgsLayoutItemManualTable.create(layout)
    layout.addMultiFrame(table)
    frame = QgsLayoutFrame(layout, table)
    frame.attemptSetSceneRect(QRectF(*LIST))
    table.addFrame(frame)
    text = QgsTextFormat()
    text.setSize(7)
    table.setContentTextFormat(text)
    table.setColumnWidths([LIST[2] / len(FIELDS)] * len(FIELDS))
    rows = [
        [QgsTableCell(str(feature[field])) for field in FIELDS] for feature in layer.getFeatures()
    ]
    parts = [rows[begin : begin + ROWS] for begin in range(0, len(rows), ROWS)]

    class Pages(QgsAbstractLayoutIterator):
        """One page after the other."""

        left = iter(parts)

        def beginRender(self) -> bool:
            return True

        def endRender(self) -> bool:
            return True

        def layout(self):
            return layout

        def count(self) -> int:
            return len(parts)

        def filePath(self, base: str, _extension: str) -> str:
            return base

        def next(self) -> bool:
            part = next(self.left, None)
            if part is not None:
                table.setTableContents(part)
            return part is not None

    return Pages()


def plain_exports(store: Path, folder: Path, products: list[str], with_table: bool) -> int:
    """Write PDFs for each product; return the number of pages."""
    from qgis.core import (
        Qgis,
        QgsLayoutExporter,
        QgsMarkerSymbol,
        QgsProject,
        QgsSingleSymbolRenderer,
        QgsVectorLayer,
    )

    settings = QgsLayoutExporter.PdfExportSettings()
    settings.dpi = 300
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    pages = 0
    for product in products:
        project = QgsProject()
        layer = QgsVectorLayer(f"{store}|layername=collection_point", product, "ogr")
        layer.setSubsetString(f"\"product\" = '{product}'")
        layer.setRenderer(QgsSingleSymbolRenderer(QgsMarkerSymbol()))
        layer.setLabelsEnabled(False)
        project.addMapLayer(layer)
        layout = plain_map(project, layer)
        path = str(folder / f"{product}.pdf")
        assert QgsLayoutExporter(layout).exportToPdf(path, settings) == 0
        pages += 1
        if with_table:
            tables = plain_tables(project, layer)
            result, detail = QgsLayoutExporter.exportToPdf(tables, path, settings)
            assert result == 0, detail
            pages += tables.count()
    return pages


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--store", type=Path)
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        application, _plugin = start(folder)
        store = folder / "store.gpkg"
        if arguments.store:
            shutil.copy(arguments.store, store)
        else:
            make_store(application, store, arguments.records)
        from origin_trace.core.products import standard_products

        products = [product.name for product in standard_products()]
        with Clock() as ours:
            results = our_atlas(application, store, folder / "atlas.pdf")
        print(results, flush=True)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        lines = [("atlas", results["PAGES"], ours)]
        for word, with_table in (("plain maps", False), ("plain maps and tables", True)):
            with Clock() as plain:
                pages = plain_exports(store, folder, products, with_table)
            lines.append((word, pages, plain))
        print(f"{results['COUNT']:,} records, {peak:.0f} MB at most\n")
        print("| what | pages | wall s | processor s | atlas to this |")
        print("|---|---:|---:|---:|---:|")
        for word, pages, clock in lines:
            ratio = ours.cpu / clock.cpu
            print(f"| {word} | {pages} | {clock.wall:.1f} | {clock.cpu:.1f} | {ratio:.2f} |")
        os._exit(0)


if __name__ == "__main__":
    main()
