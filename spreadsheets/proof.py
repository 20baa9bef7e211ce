"""Read a new workbook back from its bytes: every part, the rows, and a sum over a key."""

from __future__ import annotations

import hashlib
import html
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path

from openpyxl.utils import get_column_letter

from .atomic import unreadable

_CHUNK = 4 << 20
_TAG = re.compile(rb"<[^>]+>")
_MARK = b"\x00"  # an empty cell, or a number


class KeySum:
    """A running sum over the texts of one column (1-based) and the number of rows."""

    def __init__(self, column: int) -> None:
        self.column = column
        self.rows = 0
        self._hash = hashlib.sha256()

    def add(self, row: Sequence[tuple[object, int]]) -> None:
        """Take in the next row of (value, style)."""
        self.rows += 1
        value = row[self.column - 1][0] if self.column <= len(row) else None
        self._put(value.encode() if isinstance(value, str) else _MARK)

    def _put(self, text: bytes) -> None:
        self._hash.update(text + b"\n\x00")

    def check(self, path: Path, member: str = "xl/worksheets/sheet1.xml") -> None:
        """Raise WorkbookError unless the file holds the same rows and keys."""
        found = KeySum(self.column)
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if name != member:
                    archive.read(name)  # raises BadZipFile where a part is damaged
            found._scan(archive, member)
        if (found.rows, found._hash.digest()) != (self.rows, self._hash.digest()):
            raise unreadable(path, f"{found.rows} rows instead of {self.rows}, or other keys")

    def _scan(self, archive: zipfile.ZipFile, member: str) -> None:
        letter = get_column_letter(self.column).encode()
        key = re.compile(rb'<c r="' + letter + rb'\d+"([^>]*?)(?:/>|>(.*?)</c>)', re.DOTALL)
        rest = b""
        with archive.open(member) as part:
            while chunk := part.read(_CHUNK):
                body, end, rest = (rest + chunk).rpartition(b"</row>")
                for row in body.split(b"</row>") if end else ():
                    self._row(key.search(row))

    def _row(self, cell: re.Match | None) -> None:
        self.rows += 1
        if cell is None or b'"inlineStr"' not in cell[1] or not cell[2]:
            self._put(_MARK)
        else:
            self._put(html.unescape(_TAG.sub(b"", cell[2]).decode()).encode())
