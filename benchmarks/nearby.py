#!/usr/bin/env python3
"""Measure what a click asks of the store, with few and with many records.

    nearby.py [--rows 1000 100000] [--clicks 200]

Address proposed, likely duplicates found, records under the pointer: median
milliseconds of one click. The county is as large each time, about 60 km wide, with
most records in villages. Compare the ratios; the times depend on the machine.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
PRODUCTS = ("豇豆", "韭菜", "芹菜", "肉羊")


def records(count: int, chance: random.Random) -> list[dict]:
    """Return invented records: four in five in one of 300 villages, the others anywhere."""
    from origin_trace.core.schema import empty_record

    villages = [(chance.uniform(114.7, 115.3), chance.uniform(26.2, 26.8)) for _ in range(300)]
    made = []
    for number in range(count):
        at = number % 300
        lon, lat = villages[at]
        spread = 0.006 if number % 5 else 0.3
        record = empty_record()
        record.update(
            uuid=f"{number:08d}-0000-4000-8000-000000000000",
            base_id=f"{number:08d}-0000-4000-a000-000000000000",
            period="2023-1",
            status="draft",
            subject_name=f"第{number}种植专业合作社",
            product=PRODUCTS[number % len(PRODUCTS)],
            industry="种植业",
            township=f"{at % 20}号镇",
            village=f"{at}号村",
            lon=lon + chance.gauss(0, spread),
            lat=lat + chance.gauss(0, spread),
        )
        made.append(record)
    return made


def median(work, points) -> float:
    """Return the median milliseconds of a piece of work over points."""
    times = []
    for point in points:
        start = time.perf_counter()
        work(point)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def measure(rows: int, clicks: int, folder: Path) -> dict[str, float]:
    """Return the medians for a store of so many records."""
    from origin_trace.core.products import standard_products
    from origin_trace.dialogs.map_points import on_map
    from origin_trace.dialogs.records_under import records_under
    from origin_trace.layers.addresses import propose_address
    from origin_trace.layers.neighbours import near_records
    from origin_trace.layers.store import create_store
    from origin_trace.layers.store_layers import load_layers
    from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY
    from qgis.gui import QgsMapCanvas
    from qgis.PyQt.QtCore import QPoint

    chance = random.Random(7)
    made = records(rows, chance)
    path = folder / f"{rows}.gpkg"
    names = ("江西省", "吉安市", "泰和县")
    with create_store(path, "360826", [], standard_products(), names) as store:
        batch = {"id": "b", "time": "2023-06-01T08:00:00.000Z", "operator": "x"}
        store.apply(batch, made, [])
    layer, _choices = load_layers(path)
    some = chance.sample(made, clicks)
    points = [QgsPointXY(each["lon"] + 0.0001, each["lat"]) for each in some]
    of = {(p.x(), p.y()): each for p, each in zip(points, some)}

    def neighbours(point):
        each = of[point.x(), point.y()]
        near_records(layer, point, each["subject_name"], each["product"], village=each["village"])

    canvas = QgsMapCanvas()
    canvas.resize(800, 600)
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))

    def under(point):
        canvas.setCenter(on_map(canvas, point))
        canvas.zoomScale(5000)
        size = canvas.mapSettings().outputSize()
        records_under(canvas, layer, QPoint(size.width() // 2, size.height() // 2))

    for work in (neighbours, under):
        median(work, points[:5])  # warm
    return {
        "propose_address": median(lambda p: propose_address(layer, p, None, names), points),
        "near_records": median(neighbours, points),
        "records_under the pointer": median(under, points),
    }


def main() -> None:
    """Measure and print a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, nargs="+", default=[1000, 100000])
    parser.add_argument("--clicks", type=int, default=200)
    arguments = parser.parse_args()
    from qgis.core import QgsApplication

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        application = QgsApplication([], True, str(folder / "profile"))
        application.initQgis()
        (folder / "origin_trace").symlink_to(ROOT, target_is_directory=True)
        sys.path.insert(0, name)
        found = {rows: measure(rows, arguments.clicks, folder) for rows in arguments.rows}
    first, last = arguments.rows[0], arguments.rows[-1]
    print("| work | " + " | ".join(f"{rows} records, ms" for rows in found) + " | ratio |")
    print("|---|" + "---:|" * (len(found) + 1))
    for work in found[first]:
        times = " | ".join(f"{found[rows][work]:.2f}" for rows in found)
        print(f"| {work} | {times} | {found[last][work] / found[first][work]:.2f} |")
    sys.stdout.flush()
    os._exit(0)  # QGIS need not be taken down


if __name__ == "__main__":
    main()
