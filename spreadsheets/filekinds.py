"""Tells a person what a file is when it is not a workbook that can be read."""

from __future__ import annotations

import re
import zipfile

from ..core.errors import WorkbookError
from ..core.messages import Message

_CFB = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = {
    b"%PDF": "PDF",
    b"Rar!": "RAR",
    b"7z\xbc\xaf": "7z",
    b"\x1f\x8b": "gzip",
    b"{\\rtf": "RTF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"SQLite format 3": "SQLite",
}


def save_as_xlsx() -> Message:
    """Return the advice that helps with every other kind of table."""
    return Message("Open it in Excel or WPS and save it as an Excel workbook (.xlsx).")


def not_a_zip(file: str, data: bytes) -> WorkbookError:
    """Return the error for bytes that do not begin like an .xlsx."""
    if data.startswith(_CFB):
        return _compound(file, data)
    start = data[:4096]
    plain = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if plain.startswith(b"<"):
        if re.search(rb"<html|<table|<!doctype html|<body", plain):
            return WorkbookError(
                Message("{file} is a web page with the ending of a workbook.", file=file),
                save_as_xlsx(),
            )
        return WorkbookError(
            Message("{file} is an XML text with the ending of a workbook.", file=file),
            save_as_xlsx(),
        )
    for magic, kind in _OTHERS.items():
        if data.startswith(magic):
            return WorkbookError(
                Message("{file} is a {kind} file, not a workbook.", file=file, kind=kind),
                Message("Give the workbook (.xlsx) itself."),
            )
    if _is_text(start):
        return WorkbookError(
            Message("{file} is a text file (such as CSV), not a workbook.", file=file),
            save_as_xlsx(),
        )
    return WorkbookError(
        Message("{file} is not an Excel workbook, or it is damaged.", file=file),
        Message("Get the file again from whoever sent it, as an Excel workbook (.xlsx)."),
    )


def _compound(file: str, data: bytes) -> WorkbookError:
    """Tell old binary files from encrypted ones by the names of their streams."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return protected(file)
    if "WordDocument".encode("utf-16-le") in data:
        return WorkbookError(
            Message("{file} is a Word or WPS text document, not a workbook.", file=file),
            Message("Copy its table into an Excel workbook (.xlsx)."),
        )
    if file.lower().endswith(".et"):
        return WorkbookError(Message("{file} is a WPS table (.et).", file=file), save_as_xlsx())
    if any(name.encode("utf-16-le") in data for name in ("Workbook", "Book")):
        return WorkbookError(
            Message("{file} is a workbook of the old kind (.xls or .et).", file=file),
            save_as_xlsx(),
        )
    return WorkbookError(
        Message("{file} is an old Office file that holds no workbook.", file=file),
        save_as_xlsx(),
    )


def protected(file: str) -> WorkbookError:
    """Return the error for a workbook with a password."""
    return WorkbookError(
        Message("{file} is protected by a password.", file=file),
        Message("Open it in Excel or WPS, remove the password for opening it, and save it."),
    )


def other_zip(file: str, names: list[str], archive: zipfile.ZipFile) -> WorkbookError:
    """Return the error for a zip that is not an .xlsx."""
    found = {name.lower() for name in names}
    if "xl/workbook.bin" in found:
        return WorkbookError(
            Message("{file} is a binary workbook (.xlsb).", file=file), save_as_xlsx()
        )
    kind = ""
    if "word/document.xml" in found:
        kind = "Word"
    elif "ppt/presentation.xml" in found:
        kind = "PowerPoint"
    if kind:
        return WorkbookError(
            Message("{file} is a {kind} file, not a workbook.", file=file, kind=kind),
            Message("Copy its table into an Excel workbook (.xlsx)."),
        )
    if "mimetype" in found and archive.getinfo("mimetype").file_size < 200:
        kind = archive.read("mimetype").decode("ascii", "replace")
        if "opendocument" in kind:
            return WorkbookError(
                Message("{file} is an OpenDocument file (.ods).", file=file), save_as_xlsx()
            )
    sheets = [name for name in names if name.lower().endswith((".xlsx", ".xls", ".et"))]
    if sheets:
        return WorkbookError(
            Message("{file} is a zip archive with workbooks in it.", file=file),
            Message("Unpack it and give the workbooks themselves."),
        )
    return WorkbookError(
        Message("{file} is a zip archive that holds no workbook.", file=file),
        Message("Give the workbook (.xlsx) itself."),
    )


def _is_text(start: bytes) -> bool:
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    if b"\0" in start:
        return False
    for encoding in ("utf-8", "gb18030"):
        for cut in range(4):
            try:
                text = start[: len(start) - cut].decode(encoding)
            except UnicodeDecodeError:
                continue
            return sum(not c.isprintable() and not c.isspace() for c in text) == 0
    return False
