"""Lists of administrative divisions: the standard one, and a county's own.

Source: statistical division codes 2023 (NOTICE.md); the parent of a code is
its prefix of 2, 4, 6 or 9 digits.
"""

from __future__ import annotations

import csv
import gzip
import io
import re
import zipfile
import zlib
from functools import cache
from pathlib import Path

from .errors import InputError
from .messages import Message
from .text import clean

_FILE = Path(__file__).resolve().parents[1] / "resources" / "divisions.tsv.gz"
LENGTHS = (2, 4, 6, 9, 12)
_CODE_HEADERS = ("code", "代码", "统计用区划代码", "区划代码", "编码", "行政区划代码")
_NAME_HEADERS = ("name", "名称", "村名", "单位名称", "行政区划名称", "村(社区)名称")
_LIMIT = 64_000_000  # bytes unpacked; all villages of the country take 21 MB


@cache
def standard_divisions() -> tuple[tuple[str, str], ...]:
    """Return (code, name) of every province, city, county and township."""
    return tuple(_tsv(gzip.decompress(_FILE.read_bytes()).decode("utf-8")))


def _tsv(text: str) -> list[tuple[str, str]]:
    return [tuple(line.split("\t", 1)) for line in text.splitlines() if "\t" in line]


def read_division_file(path: str | Path, county_code: str | None = None) -> list[tuple[str, str]]:
    """Return (code, name) rows of a list in a file: tsv, csv, either gzipped, or villages.zip.

    ``county_code`` (6 digits) picks the member of villages.zip, and the rows of
    that county from any other list. Raises InputError when the file can't be
    read, has no columns of codes and names, or has no row of that county.
    """
    path = Path(path)
    try:
        text = _decode(_content(path, county_code), path)
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile, RuntimeError) as error:
        raise InputError(
            Message("The list of divisions {file} could not be read.", file=path.name),
            Message("Choose a tsv or csv file, the same gzipped, or villages.zip."),
            repr(error),
        ) from error
    rows = _rows(text, path)
    if county_code:
        rows = [row for row in rows if row[0].startswith(county_code)]
    if not rows:
        raise InputError(
            Message(
                "The list of divisions {file} has no row of {county}.",
                file=path.name,
                county=county_code or Message("any division"),
            ),
            Message("Codes have 2, 4, 6, 9 or 12 digits and begin with those of the county."),
        )
    return rows


def _content(path: Path, county_code: str | None) -> bytes:
    if path.suffix.lower() == ".zip":
        return _member(path, county_code)
    if path.suffix.lower() == ".gz":
        with gzip.open(path) as file:
            return _limited(file.read(_LIMIT + 1), path)
    with path.open("rb") as file:
        return _limited(file.read(_LIMIT + 1), path)


def _member(path: Path, county_code: str | None) -> bytes:
    if not county_code:
        raise InputError(
            Message("{file} holds the villages of many counties.", file=path.name),
            Message("Name the county by its code of 6 digits."),
        )
    with zipfile.ZipFile(path) as pack:
        name = f"{county_code}.tsv"
        if name not in pack.namelist():
            raise InputError(
                Message("{file} has no villages of {county}.", file=path.name, county=county_code),
                Message("Check the code of the county, or load the county's own list."),
            )
        with pack.open(name) as file:
            return _limited(file.read(_LIMIT + 1), path)


def _limited(content: bytes, path: Path) -> bytes:
    if len(content) > _LIMIT:
        raise InputError(
            Message("{file} is too large for a list of divisions.", file=path.name),
            Message("Choose the list of one county."),
        )
    return content


def _decode(content: bytes, path: Path) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise InputError(
        Message("{file} is not a text file.", file=path.name),
        Message("Save the list as csv (UTF-8 or GBK)."),
    )


def _rows(text: str, path: Path) -> list[tuple[str, str]]:
    head = text[:2000]
    delimiter = "\t" if "\t" in head else ";" if head.count(";") > head.count(",") else ","
    try:
        table = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise InputError(
            Message("{file} is not a table of codes and names.", file=path.name),
            Message("Save the list as csv with a column code and a column name."),
            repr(error),
        ) from error
    code_at, name_at = _columns(table, path)
    rows: dict[str, str] = {}
    for row in table:
        if len(row) <= max(code_at, name_at):
            continue
        code, name = _code(row[code_at]), clean(row[name_at])
        if code and name:
            rows[code] = re.sub(r"\s+", "", name)
    return list(rows.items())


def _columns(table: list[list[str]], path: Path) -> tuple[int, int]:
    """Find the columns by their headers, or by what stands in them."""
    for row in table[:5]:
        header = [cell.strip().strip("*").casefold() for cell in row]
        code = [i for i, cell in enumerate(header) if cell in _CODE_HEADERS]
        name = [i for i, cell in enumerate(header) if cell in _NAME_HEADERS]
        if code and name:
            return code[0], name[0]
    for row in table[:5]:
        code = [i for i, cell in enumerate(row) if _code(cell)]
        name = [i for i, cell in enumerate(row) if cell.strip() and not _code(cell)]
        if code and name:
            return code[0], next((i for i in name if i > code[0]), name[0])
    raise InputError(
        Message("{file} has no columns of codes and names.", file=path.name),
        Message("Save the list as csv with a column code and a column name."),
    )


def _code(cell: str) -> str | None:
    """Return a division code; one of 12 digits that is filled up with zeros loses them."""
    code = cell.strip().strip("'=\"")
    if not (code.isascii() and code.isdigit() and len(code) in LENGTHS):
        return None
    if len(code) == 12:
        for length in (9, 6, 4, 2):
            if not code[length:].strip("0"):
                code = code[:length]
    return code
