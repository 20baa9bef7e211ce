#!/usr/bin/env python3
"""Measure the worklist: reading a store in the background, filtering, taking edits.

    worklist.py [--rows 100000] [--store FILE.gpkg]

Compares with a plain OGR loop over the same columns of the same file. Prints a Markdown
table; compare the ratios, seconds depend on the machine. ``--store`` uses a store that is
there (it is only read) in the place of an invented one.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NAMES = ("江西省", "吉安市", "泰和县")


def invented(rows: int) -> Iterator[dict]:
    """Yield records: one in eight without a point, one in ten with a wrong phone."""
    from make_sheet import clean_row, villages
    from origin_trace.core.schema import empty_record, join_choices

    rng, places = random.Random(1), villages()
    people = [clean_row(0, rng, places)[23] for _ in range(60)]
    for number in range(rows):
        row = clean_row(number, rng, places)
        township, village = next(place for place in places if "".join(place) == row[10])
        crop, record = row[3] == "种植业", empty_record()
        for column in ("uuid", "base_id"):
            record[column] = str(uuid.UUID(int=rng.getrandbits(128)))
        record.update(zip(("subject_name", "subject_type", "industry", "product"), row[1:5]))
        record.update(zip(("province", "city", "county"), NAMES))
        record.update(
            period="2026-1" if crop else f"2026-{rng.randint(8, 11):02d}",
            status="draft",
            township=township,
            village=village,
            contact=row[12],
            contact_phone=row[13][:-1] if rng.random() < 0.1 else row[13],
            scale=row[14] or 500,
            scale_unit=row[15],
            trace_modes=join_choices(["追溯码"]),
            grid_officer=row[21],
            grid_officer_phone=row[22],
            collector=rng.choice(people),
            collector_phone=row[24],
            coordinate_source="cgcs2000",
        )
        if crop:
            modes = join_choices(["露地"])
            record.update(market_start="2026-03", market_end="2026-06", production_modes=modes)
        if rng.random() > 0.125:
            record["lon"], record["lat"] = map(float, row[11].split(","))
        yield record


def make(path: Path, rows: int) -> None:
    """Write a store."""
    from origin_trace.core.products import standard_products
    from origin_trace.layers.store import create_store

    with create_store(path, "360826", [], standard_products(), NAMES) as store:
        store.apply({}, list(invented(rows)), [])


def plain_ogr(path: Path) -> int:
    """Read the columns of the worklist with OGR into tuples, nothing else."""
    from origin_trace.layers.worklist_tasks import READ_COLUMNS
    from osgeo import ogr

    dataset = ogr.Open(str(path))
    columns = [c for c in READ_COLUMNS if c not in ("fid", "lon", "lat")]
    answer = dataset.ExecuteSQL(f"SELECT geom, {', '.join(columns)} FROM collection_point")
    count, rows = range(len(columns)), []
    for feature in answer:
        point = feature.GetGeometryRef()
        place = (point.GetX(), point.GetY()) if point is not None else (None, None)
        rows.append((feature.GetFID(), *place, *[feature.GetField(i) for i in count]))
    return len(rows)


def megabytes() -> float:
    """Return the memory that this process holds."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6


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
    from qgis.core import QgsApplication

    application = QgsApplication([], False, str(folder / "profile"))
    application.initQgis()
    from origin_trace.core.products import standard_products
    from origin_trace.core.rules import Context, check_record
    from origin_trace.core.worklist import ALL, PRODUCER, TO_PLACE, VILLAGE, WRONG, Filter
    from origin_trace.core.worklist_entry import CHANGED, make_entry
    from origin_trace.layers.store import open_store
    from origin_trace.layers.worklist_tasks import READ_COLUMNS, ReadTask

    path = arguments.store or folder / "store.gpkg"
    if arguments.store is None:
        make(path, arguments.rows)
    context = Context(standard_products(), NAMES)
    base = 0.0

    def line(words: str, work, ratio: bool = True):
        nonlocal base
        start = time.perf_counter()
        result = work()
        seconds = time.perf_counter() - start
        base = base or seconds
        told = f"{seconds / base:.2f}" if ratio else ""
        print(f"| {words} | {seconds:.3f} | {told} |", flush=True)
        return result

    print("| step | seconds | ratio |\n|---|---:|---:|")
    line("plain OGR loop over the same columns", lambda: plain_ogr(path))
    before = megabytes()
    task = ReadTask(str(path), context, date.today(), lambda _task: None)
    line("read, check every record, compare, sort", task.run)
    if task.error is not None:
        raise SystemExit(str(task.error))
    worklist = task.worklist
    for words, asked, sort in (
        ("filter: queue 待定位", Filter(TO_PLACE), VILLAGE),
        ("filter: queue 有问题, one township", Filter(WRONG, township="万合镇"), VILLAGE),
        ("filter: all, three words", Filter(ALL, text="合作社 138 万"), VILLAGE),
        ("filter: all, a word that is nowhere", Filter(ALL, text="无此名称"), VILLAGE),
        ("another order: by producer", Filter(ALL), PRODUCER),
        ("back to the order by village", Filter(ALL), VILLAGE),
    ):
        line(words, lambda asked=asked, sort=sort: worklist.view(asked, sort), ratio=False)
    with open_store(path) as store:
        record = next(store.records(READ_COLUMNS))

    def edit() -> None:
        changed = make_entry(record["fid"], record, check_record(record, context), CHANGED)
        worklist.put(changed)
        worklist.view(Filter(TO_PLACE), VILLAGE)

    line("one edited record, list shown again", edit, ratio=False)
    print(f"\n{len(worklist.entries)} records; memory +{megabytes() - before:.0f} MB")
    sys.stdout.flush()
    os._exit(0)  # QGIS need not be taken down


if __name__ == "__main__":
    main()
