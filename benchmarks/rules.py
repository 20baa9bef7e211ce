#!/usr/bin/env python3
"""Measure the rules against bare openpyxl reading as many rows, on the same machine.

    rules.py [--rows 10000 100000] [--messy]

All rules, those of the whole table included, over invented records in memory; pure
Python, no QGIS. ``--messy`` adds crowds: a tenth of all producers on a few points, with
few phones and similar names. Compare the ratios; seconds (of the
processor) depend on the machine. Each figure comes from a process of its own. Prints a
Markdown table.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
STEPS = {
    "read": "openpyxl, read-only, cells only",
    "record": "rules of one record",
    "table": "rules of the whole table",
    "all": "all rules",
}


def crowded(records: list[dict], rng: random.Random) -> list[dict]:
    """Put a tenth of the producers on a few points, with one phone and nearly one name."""
    for record in records:
        if rng.random() < 0.1:
            record["lon"], record["lat"] = 115.0 + rng.randrange(5) / 1e4, 26.8
            record["contact_phone"] = f"1380000000{rng.randrange(10)}"
            record["subject_name"] = f"泰和{rng.choice('甲乙丙丁戊')}{rng.randrange(9)}专业合作社"
    return records


def child(step: str, rows: int, messy: bool, sheet: str) -> float:
    """Return the seconds of one step."""
    if step == "read":
        from run import bare

        start = time.process_time()
        bare(Path(sheet))
        return time.process_time() - start
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "origin_trace").symlink_to(ROOT, target_is_directory=True)
        sys.path.insert(0, folder)
        from origin_trace.core.collecting import no_collecting
        from origin_trace.core.rules import Context, check_all, check_record, check_table
        from worklist import NAMES, invented

        records = list(invented(rows))
    if messy:
        records = crowded(records, random.Random(2))
    context = Context(county=NAMES)
    with no_collecting():
        start = time.process_time()
        if step == "record":
            for record in records:
                check_record(record, context)
        elif step == "table":
            check_table(records, context)
        else:
            check_all(records, context)
        return time.process_time() - start


def measure(step: str, rows: int, messy: bool, sheet: Path) -> float:
    """Run one step in a process of its own."""
    command = [sys.executable, __file__, "--child", step, "--rows", str(rows), "--sheet", sheet]
    done = subprocess.run(
        [*command, *(["--messy"] if messy else [])], capture_output=True, text=True
    )
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)
    return json.loads(done.stdout.strip().splitlines()[-1])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--messy", action="store_true")
    parser.add_argument("--child", choices=list(STEPS), help=argparse.SUPPRESS)
    parser.add_argument("--sheet", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.child:
        step, rows = arguments.child, arguments.rows[0]
        print(json.dumps(child(step, rows, arguments.messy, arguments.sheet)))
        return

    from make_sheet import make

    print("| rows | step | seconds | ratio | µs a row |\n|---:|---|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as folder:
        for rows in arguments.rows:
            sheet = Path(folder) / f"{rows}.xlsx"
            make(sheet, rows)
            base = None
            for step, words in STEPS.items():
                seconds = measure(step, rows, arguments.messy, sheet)
                base = base or seconds
                told = f"{seconds / base:.3f} | {1e6 * seconds / rows:.0f}"
                print(f"| {rows} | {words} | {seconds:.2f} | {told} |", flush=True)


if __name__ == "__main__":
    main()
