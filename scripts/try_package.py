#!/usr/bin/env python3
"""Install a plugin ZIP into an empty QGIS profile and use it there: algorithms and windows.

    try_package.py build/origin_trace.0.1.0.zip

The ZIP is installed by QGIS's own plugin manager, in a profile whose path has Chinese and a
blank. Neither this checkout nor its Python packages are seen by that QGIS. What it makes, a
picture of the window too, is left in build/package-trial.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "build" / "package-trial"
PROFILES = OUT / "空白 配置"
SHEET = ROOT / "tests" / "data" / "sheets" / "taihe_official.xlsx"
WINDOW = ROOT / "scripts" / "try_package_window.py"
SECONDS = 600


def environment() -> dict[str, str]:
    """Return an environment in which QGIS sees the profile and the system only."""
    ours = ("PYTHONPATH", "QGIS_PLUGINPATH", "VIRTUAL_ENV", "PYTHONHOME")
    kept = {key: value for key, value in os.environ.items() if key not in ours}
    path = kept["PATH"].split(os.pathsep)
    kept["PATH"] = os.pathsep.join(part for part in path if "/.venv" not in part)
    runtime = OUT / "runtime"
    runtime.mkdir(mode=0o700, exist_ok=True)
    kept |= {"QGIS_CUSTOM_CONFIG_PATH": str(PROFILES), "XDG_RUNTIME_DIR": str(runtime)}
    return kept | {"QT_QPA_PLATFORM": "offscreen"}


@contextlib.contextmanager
def display() -> Iterator[dict[str, str]]:
    """Run an X server that nobody sees; QGIS's window does not live without one."""
    reading, writing = os.pipe()
    screen = ["-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-displayfd", str(writing)]
    server = subprocess.Popen(["Xvfb", *screen], pass_fds=[writing], stderr=subprocess.DEVNULL)
    try:
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        expect(number != "", "no X server started")
        yield {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait()


def window(what: str, *arguments: object) -> dict:
    """Run one part of the window's script in QGIS and return what it saw."""
    report = OUT / f"{what}.json"
    options = ["--nologo", "--noversioncheck", "--lang", "zh-Hans"]
    options += ["--profiles-path", str(PROFILES), "--code", str(WINDOW)]
    command = ["qgis", *options, "--py-args", str(report), what, *map(str, arguments), "--"]
    with display() as screen:
        done = execute(command, f"QGIS, {what}", **screen)
    seen = json.loads(report.read_text("utf-8")) if report.exists() else {}
    if done.returncode or not seen or "error" in seen:
        tell = seen.get("error") or f"{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
        sys.exit(f"QGIS, {what}: ended with {done.returncode}\n{tell}")
    return seen


def process(*arguments: object) -> dict:
    """Run qgis_process in the profile and return its answer."""
    command = ["qgis_process", "--json", *map(str, arguments)]
    done = execute(command, " ".join(map(str, arguments[:2])))
    start = done.stdout.find("{")
    if done.returncode or start < 0:
        sys.exit(f"{' '.join(command)}:\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}")
    return json.loads(done.stdout[start:])


def run(algorithm: str, **parameters: object) -> dict:
    """Run one of our algorithms and return its results."""
    given = [f"--{key}={value}" for key, value in parameters.items()]
    return process("run", f"origintrace:{algorithm}", *given)["results"]


def execute(command: list[str], title: str, **more: str) -> subprocess.CompletedProcess:
    """Run a program and say how long it took."""
    start = time.monotonic()
    done = subprocess.run(
        command,
        env=environment() | more,
        cwd=OUT,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    print(f"   {title} ({time.monotonic() - start:.0f} s)", flush=True)
    return done


def expect(right: bool, what: str) -> None:
    """End with a message unless something is right."""
    if not right:
        sys.exit(f"the package fails: {what}")


def main() -> None:
    """Install, run, look."""
    archive = Path(sys.argv[1]).resolve()
    shutil.rmtree(OUT, ignore_errors=True)
    PROFILES.mkdir(parents=True)
    print("== installing into an empty profile", flush=True)
    folder = PROFILES / "profiles" / "default" / "python" / "plugins" / "origin_trace"
    installed = window("install", archive)
    expect(Path(installed["file"]).parent == folder, f"it runs from {installed['file']}")
    expect(installed["language"] == "zh", "it does not speak Chinese")

    print("== algorithms", flush=True)
    listed = process("list")["providers"]["origintrace"]["algorithms"]
    expect(len(listed) == installed["algorithms"], f"{len(listed)} algorithms are listed")
    store = OUT / "泰和县.gpkg"
    points = f"{store}|layername=collection_point"
    run("createstore", REGION="360826", OUTPUT=store)
    counts = run("importsheet", INPUT=SHEET, STORE=store, ANNOTATED=OUT / "标注.xlsx")
    expect(counts["ADDED"] > 0, f"the import says {counts}")
    drawn = run("distributionmap", INPUT=points, OUTPUT=OUT / "一张图.pdf")
    expect(drawn["COUNT"] > 0, f"the map says {drawn}")
    written = run("exportsheet", INPUT=points, PURPOSE="internal", OUTPUT=OUT / "内部.xlsx")
    expect(written["EXPORTED"] == counts["ADDED"], f"the export says {written}")
    for name in ("标注.xlsx", "一张图.pdf", "内部.xlsx"):
        expect((OUT / name).stat().st_size > 5000, f"{name} is nearly empty")

    print("== windows", flush=True)
    seen = window("use", store, OUT / "window.png")
    expect(installed["toolbar"] and seen["toolbar"], "its toolbar is not shown")
    expect(seen["records"] == counts["ADDED"], f"{seen['records']} records are on the map")
    expect(Path(seen["openpyxl"]).is_relative_to(folder) or seen["system"], seen["openpyxl"])
    print(f"   {len(seen['shown'])} windows and docks: {', '.join(seen['shown'])}")
    print(f"the package works: {len(listed)} algorithms, {counts['ADDED']} records; {OUT.name}/")


if __name__ == "__main__":
    main()
