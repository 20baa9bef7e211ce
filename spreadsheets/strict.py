"""Workbooks saved as Strict Open XML: the same parts under other names of the vocabulary."""

from __future__ import annotations

import io
import zipfile

_STRICT = b"http://purl.oclc.org/ooxml/"
_USUAL = b"http://schemas.openxmlformats.org/"
# What the two kinds call the vocabularies that a sheet needs.
_NAMES = (
    (_STRICT + b"spreadsheetml/main", _USUAL + b"spreadsheetml/2006/main"),
    (_STRICT + b"officeDocument/relationships", _USUAL + b"officeDocument/2006/relationships"),
)


def is_strict(workbook: bytes) -> bool:
    """Tell whether workbook.xml is of the strict kind."""
    return _NAMES[0][0] in workbook


def as_usual(data: bytes) -> bytes:
    """Return the workbook as the parsers know it."""
    plain = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(plain, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as target,
    ):
        for item in source.infolist():
            content = source.read(item)
            if item.filename.endswith((".xml", ".rels")):
                for strict, usual in _NAMES:
                    content = content.replace(strict, usual)
            target.writestr(item.filename, content)
    return plain.getvalue()


def as_strict(part: bytes) -> bytes:
    """Return a part of ours as a strict workbook names it."""
    for strict, usual in _NAMES:
        part = part.replace(usual, strict)
    return part
