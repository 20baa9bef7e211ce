#!/usr/bin/env python3
"""Measure drawing a store's styles against a plain single symbol, on the same store.

    rendering.py [--records 100000] [--rounds 7]

Processor time of whole draws of 1600 x 1000 pixels, the least of some rounds in turn;
compare the ratios, which are to the plain layer: where names are drawn, to one with the
same names. Prints a Markdown table.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
import uuid
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COUNTY, MIDDLE = "360826", (114.9, 26.8)
SIZE = (1600, 1000)


def start(folder: Path):
    """Start QGIS with the plugin in a profile of its own."""
    from qgis.core import QgsApplication

    application = QgsApplication([], False, str(folder / "profile"))
    application.initQgis()
    (folder / "origin_trace").symlink_to(ROOT, target_is_directory=True)
    sys.path.insert(0, str(folder))
    import origin_trace

    plugin = origin_trace.classFactory(None)
    plugin.initProcessing()
    return application, plugin


def make_store(application, path: Path, count: int) -> None:
    """Make a store whose points lie thick round the county's seat."""
    from origin_trace.core.products import standard_products
    from origin_trace.layers.store import open_store
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    algorithm = application.processingRegistry().createAlgorithmById("origintrace:createstore")
    parameters = {"REGION": COUNTY, "OUTPUT": str(path)}
    algorithm.run(parameters, QgsProcessingContext(), QgsProcessingFeedback(False))
    chance, products = random.Random(1), standard_products()
    with open_store(path, write=True) as store:
        towns = [name for code, name in store.divisions() if len(code) == 9]

        def record() -> dict:
            product = chance.choice(products)
            found = str(uuid.UUID(int=chance.getrandbits(128)))
            return {
                "uuid": found,
                "base_id": found,
                "subject_name": f"泰和县第{chance.randrange(9999)}农民专业合作社",
                "product": product.name,
                "industry": product.industry,
                "township": chance.choice(towns),
                "status": chance.choice(("draft", "submitted")),
                "period": "2023-1",
                "lon": MIDDLE[0] + chance.gauss(0, 0.15),
                "lat": MIDDLE[1] + chance.gauss(0, 0.12),
            }

        store.apply({"operator": "benchmark"}, (record() for _ in range(count)), [])


def draw(layer, extent) -> float:
    """Return the processor seconds of one draw."""
    from qgis.core import Qgis, QgsMapRendererSequentialJob, QgsMapSettings
    from qgis.PyQt.QtCore import QSize

    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setExtent(extent)
    settings.setOutputSize(QSize(*SIZE))
    settings.setOutputDpi(96)
    settings.setFlag(Qgis.MapSettingsFlag.DrawLabeling)
    settings.setFlag(Qgis.MapSettingsFlag.UseRenderingOptimization)
    begin = time.process_time()
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    return time.process_time() - begin


def map_scale(extent) -> float:
    """Return the denominator of the scale at which an extent fills the picture."""
    from qgis.core import Qgis, QgsScaleCalculator

    return QgsScaleCalculator(96, Qgis.DistanceUnit.Degrees).calculate(extent, SIZE[0])


def views(layer, names_scale: int) -> dict:
    """Return word -> extent of what is drawn."""
    from qgis.core import QgsRectangle, QgsVector

    whole = layer.extent()
    panned = whole + QgsVector(whole.width() / 6, 0)
    result = {"whole county": whole, "panned by a sixth": panned}
    for word, scale in (("1:100 000", 100_000), (f"1:{names_scale:,}, with names", names_scale)):
        wide = SIZE[0] * 0.0254 / 96 * scale * 0.98 / 111_320
        high = wide * SIZE[1] / SIZE[0]
        x, y = MIDDLE
        result[word] = QgsRectangle(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
    return result


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=7)
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        application, _plugin = start(folder)
        path = folder / "store.gpkg"
        make_store(application, path, arguments.records)
        from origin_trace.layers import named_styles
        from origin_trace.layers.labels import label_points, switch_names
        from origin_trace.layers.store_layers import load_layers
        from origin_trace.layers.store_project import add_store
        from qgis.core import QgsMarkerSymbol, QgsProject, QgsSingleSymbolRenderer

        def plain(names: bool):
            layer = load_layers(path)[0]
            layer.setRenderer(QgsSingleSymbolRenderer(QgsMarkerSymbol()))
            layer.setLabelsEnabled(False)
            if names:
                scale = named_styles.names_from(layer.featureCount())
                label_points(layer, from_scale=scale)
            return layer

        styled = add_store(QgsProject.instance(), path)
        layers = {"plain": plain(False), "plain, with names": plain(True)}
        for style in named_styles.style_names().values():
            styled.styleManager().setCurrentStyle(style)
            layers[style] = styled.clone()
        scale = named_styles.names_from(arguments.records)
        print("| view | points | " + " | ".join(layers) + " |")
        print("|---|---:|" + "---:|" * len(layers))
        for word, extent in views(styled, scale).items():
            best = dict.fromkeys(layers, 1e9)
            for _ in range(arguments.rounds):
                for key, layer in layers.items():
                    switch_names(layer, map_scale(extent))  # as the window does
                    best[key] = min(best[key], draw(layer, extent))
            base = best["plain, with names" if "names" in word else "plain"]
            points = sum(1 for _ in styled.getFeatures(extent))
            told = [f"{1000 * value:.0f} ms ({value / base:.2f})" for value in best.values()]
            print(f"| {word} | {points} | " + " | ".join(told) + " |", flush=True)
        os._exit(0)


if __name__ == "__main__":
    main()
