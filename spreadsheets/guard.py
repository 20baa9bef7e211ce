"""Looks into a workbook before any parser does, and refuses what could harm or mislead one.

Limits: reliability of spreadsheets from strangers; a real sheet of 100,000 rows has
16 MB packed, 180 MB unpacked, ratio below 20.
"""

from __future__ import annotations

import hashlib
import io
import posixpath
import re
import zipfile
import zlib
from array import array
from dataclasses import dataclass, field
from pathlib import Path

from ..core.errors import WorkbookError
from ..core.messages import Message
from .filekinds import not_a_zip, other_zip, protected, save_as_xlsx
from .numberformats import attributes, style_kinds
from .rawscan import SheetFacts, SheetScan
from .rawxml import cell_text, check_bytes, controlled, damaged, names_control
from .sharedtexts import check_references, chunks, shared_pieces, shared_sizes, suspicious
from .strict import as_usual, is_strict

MAX_FILE = 60_000_000  # bytes
MAX_UNPACKED = 1_000_000_000
MAX_PART = 600_000_000
MAX_RATIO = 100  # for parts above RATIO_FROM
RATIO_FROM = 5_000_000
MAX_PARTS = 2_000
_SMALL_PART = 20_000_000  # workbook.xml, styles.xml and the like
_MAX_STRICT = 100_000_000
_PROLOG = 1 << 16

_WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_NEEDED = (_WORKBOOK, _RELATIONS, "[Content_Types].xml", "_rels/.rels")
_ENCODING = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([\w.-]+)[\"']")
_SHEET = re.compile(rb"<(?:\w+:)?sheet\s([^>]*)>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s([^>]*)>")
_PROPERTIES = re.compile(rb"<(?:\w+:)?workbookPr\s([^>]*)>")
_FEATURES = {
    "xl/vbaproject.bin": "macros",
    "xl/charts/": "charts",
    "xl/chartsheets/": "charts",
    "xl/drawings/": "drawings",
    "xl/media/": "images",
    "xl/comments": "comments",
    "xl/threadedcomments/": "comments",
    "xl/pivottables/": "pivot tables",
    "xl/pivotcache/": "pivot tables",
    "xl/externallinks/": "links to other workbooks",
    "xl/ctrlprops/": "form controls",
    "xl/activex/": "form controls",
    "xl/embeddings/": "embedded files",
    "xl/slicers/": "slicers",
    "xl/tables/": "tables",
    "_xmlsignatures/": "signature",
}


@dataclass
class Inspection:
    """What was found in a workbook; ``data`` are its bytes, read once, ``original`` as they
    stand in the file: the two differ where it is ``strict``.

    ``features``: macros, charts, drawings, images, comments, pivot tables, links to other
    workbooks, form controls, embedded files, slicers, tables, signature.
    """

    path: str
    name: str
    sha256: str
    data: bytes
    original: bytes
    strict: bool = False
    sheets: list[SheetFacts] = field(default_factory=list)
    date1904: bool = False
    features: frozenset[str] = frozenset()
    shared_part: str | None = None

    def scan(self, facts: SheetFacts) -> SheetScan:
        """Return a scan that can go through the rows of a sheet again."""
        archive = zipfile.ZipFile(io.BytesIO(self.data))
        return SheetScan(facts, lambda: chunks(archive, facts.part), self.name, {}, self.date1904)

    def check_control_references(self) -> None:
        """Refuse control characters written as &#11; (slow: only when a reader met one)."""
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            for part in (*(facts.part for facts in self.sheets), self.shared_part):
                rest = b""
                for chunk in chunks(archive, part) if part else ():
                    rest += chunk
                    if names_control(rest):
                        raise controlled(part, self.name)
                    rest = rest[-64:]

    def blank_shared(self) -> set[int]:
        """Return the numbers of the shared texts that are only blanks."""
        if self.shared_part is None:
            return set()
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            pieces = shared_pieces(archive, self.shared_part, self.name)
            return {number for number, piece in enumerate(pieces) if not cell_text(piece)}


def inspect(path: str | Path) -> Inspection:
    """Return the facts of a workbook. Raises WorkbookError, in one sentence, for what it is."""
    path = Path(path)
    data = _read(path)
    if not data.startswith(b"PK\x03\x04"):
        raise not_a_zip(path.name, data)
    found = Inspection(str(path), path.name, hashlib.sha256(data).hexdigest(), data, data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_directory(archive, path.name)
            _check_prologs(archive, path.name)
            found.strict = is_strict(_small(archive, _WORKBOOK, path.name))
            if found.strict:
                _check_size(archive, path.name)
                found.data = as_usual(data)
        with zipfile.ZipFile(io.BytesIO(found.data)) as archive:
            _look_into(archive, found)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise WorkbookError(
            Message("{file} is incomplete or damaged.", file=path.name),
            Message("Copy or download it again; if it opens in Excel or WPS, save it there anew."),
            f"{type(error).__name__}: {error}",
        ) from error
    except (ValueError, OverflowError) as error:
        # A number in the XML that is none.
        broken = damaged(path.name, Message("a number in its XML is none"))
        broken.detail = f"{type(error).__name__}: {error}"
        raise broken from error
    return found


def _read(path: Path) -> bytes:
    name = path.name
    try:
        if path.is_dir():
            raise WorkbookError(
                Message("{file} is a folder, not a workbook.", file=name),
                Message("Choose the workbook (.xlsx) inside it."),
            )
        size = path.stat().st_size
        if size > MAX_FILE:
            raise WorkbookError(
                Message(
                    "{file} is too large: {size} MB, {limit} MB are allowed.",
                    file=name,
                    size=size // 1_000_000,
                    limit=MAX_FILE // 1_000_000,
                ),
                Message("Remove pictures from it, or divide it into several workbooks."),
            )
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise WorkbookError(
            Message("{file} is not there.", file=name),
            Message("Check the name and the folder; a drive may have been removed."),
            str(error),
        ) from error
    except PermissionError as error:
        raise WorkbookError(
            Message("{file} is locked by another program or may not be read.", file=name),
            Message("Close it in Excel or WPS, or copy it to a folder of your own."),
            str(error),
        ) from error
    except OSError as error:
        raise WorkbookError(
            Message("{file} cannot be read from its drive.", file=name),
            Message("Check the drive or the network, or copy the file to this computer first."),
            str(error),
        ) from error
    if not data:
        raise WorkbookError(
            Message("{file} is empty: it has no content at all.", file=name),
            Message("Copy or download it again."),
        )
    return data


def _check_directory(archive: zipfile.ZipFile, file: str) -> None:
    """Check what the zip says of itself, before anything is unpacked."""
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    if len(entries) > MAX_PARTS:
        raise suspicious(file, Message("it holds {count} parts", count=len(entries)))
    if any(entry.flag_bits & 1 for entry in entries):
        raise protected(file)
    lowered = {name.lower() for name in names}
    if len(lowered) != len(names):
        raise suspicious(file, Message("it holds two parts of one name"))
    total = 0
    for entry in entries:
        name = entry.filename.replace("\\", "/")
        if name.startswith("/") or ".." in name.split("/") or re.match("[A-Za-z]:", name):
            raise suspicious(file, Message("a part lies outside of it: {name}", name=name))
        total += entry.file_size
        if entry.file_size > MAX_PART or total > MAX_UNPACKED:
            raise suspicious(
                file, Message("unpacked it has {size} MB or more", size=total // 1_000_000)
            )
        if entry.file_size > RATIO_FROM and entry.file_size > MAX_RATIO * entry.compress_size:
            raise suspicious(file, Message("{name} is packed beyond measure", name=name))
    if _WORKBOOK not in names:
        raise other_zip(file, names, archive)
    for name in _NEEDED:
        if name not in names:
            raise damaged(file, Message("{part} is missing", part=name))


# --- inside ---------------------------------------------------------------------


def _look_into(archive: zipfile.ZipFile, found: Inspection) -> None:
    file = found.name
    found.features = frozenset(
        feature
        for name in archive.namelist()
        for start, feature in _FEATURES.items()
        if name.lower().startswith(start)
    )
    workbook = _small(archive, _WORKBOOK, file)
    properties = _PROPERTIES.search(workbook)
    if properties:
        found.date1904 = attributes(properties[1]).get("date1904") in ("1", "true", "on")
    parts, found.shared_part = _relations(archive, file)
    styles = next((p for kind, p in parts.values() if kind == "styles"), "xl/styles.xml")
    names = set(archive.namelist())
    kinds = style_kinds(_small(archive, styles, file)) if styles in names else {}
    sizes = shared_sizes(archive, found.shared_part, file) if found.shared_part else array("I")
    for tag in _SHEET.findall(workbook):
        given = attributes(tag)
        link = next((value for key, value in given.items() if key.endswith(":id")), "")
        kind, part = parts.get(link, ("", ""))
        if kind != "worksheet":
            continue
        if part not in names:
            raise damaged(file, Message("{part} is missing", part=part or given.get("name", "")))
        facts = SheetFacts(given.get("name", ""), part, given.get("state", "visible"))
        scan = SheetScan(
            facts, lambda part=part: chunks(archive, part), file, kinds, found.date1904
        )
        scan.run()
        check_references(scan, sizes, file)
        found.sheets.append(facts)
    if not found.sheets:
        raise damaged(file, Message("it holds no sheet"))


def _check_size(archive: zipfile.ZipFile, file: str) -> None:
    """Refuse a strict workbook that is too large to be rewritten in memory."""
    if sum(entry.file_size for entry in archive.infolist()) > _MAX_STRICT:
        raise WorkbookError(
            Message("{file} is a workbook of the kind Strict Open XML.", file=file),
            save_as_xlsx(),
        )


def _check_prologs(archive: zipfile.ZipFile, file: str) -> None:
    for entry in archive.infolist():
        if entry.filename.lower().endswith((".xml", ".rels")):
            with archive.open(entry) as part:
                _check_prolog(entry.filename, part.read(_PROLOG), file)


def _small(archive: zipfile.ZipFile, part: str, file: str) -> bytes:
    if archive.getinfo(part).file_size > _SMALL_PART:
        raise suspicious(file, Message("{name} is far too large", name=part))
    content = archive.read(part)
    check_bytes(content, part, file)
    return content


def _relations(
    archive: zipfile.ZipFile, file: str
) -> tuple[dict[str, tuple[str, str]], str | None]:
    """Return relation id -> (kind, part), and the part of the shared texts."""
    parts: dict[str, tuple[str, str]] = {}
    shared = None
    names = set(archive.namelist())
    for tag in _RELATION.findall(_small(archive, _RELATIONS, file)):
        given = attributes(tag)
        target = given.get("Target", "")
        part = target.lstrip("/") if target.startswith("/") else posixpath.normpath("xl/" + target)
        kind = given.get("Type", "").rpartition("/")[2]
        parts[given.get("Id", "")] = (kind, part)
        if kind == "sharedStrings" and part in names:
            shared = part
    return parts, shared


def _check_prolog(name: str, start: bytes, file: str) -> None:
    """Refuse a DOCTYPE, which may only stand before the first element, and odd encodings."""
    critical = name in _NEEDED or name.startswith(("xl/", "docProps/"))
    if start.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in start[:64]:
        flat = start.replace(b"\0", b"")
        if critical or b"<!DOCTYPE" in flat:
            raise damaged(file, Message("{part} is not written in UTF-8", part=name))
        return
    text = start.removeprefix(b"\xef\xbb\xbf")
    encoding = _ENCODING.match(text.lstrip())
    if critical and encoding and encoding[1].lower() not in (b"utf-8", b"utf8", b"us-ascii"):
        raise damaged(file, Message("{part} is not written in UTF-8", part=name))
    place = 0
    while True:
        while text[place : place + 1].isspace():
            place += 1
        if text.startswith(b"<!--", place):
            end = text.find(b"-->", place + 4)
            place = end + 3
        elif text.startswith(b"<?", place):
            end = text.find(b"?>", place)
            place = end + 2
        elif text.startswith(b"<!", place):
            raise suspicious(file, Message("{name} defines entities of its own", name=name))
        elif text.startswith(b"<", place) or not critical or not text:
            return
        else:
            raise damaged(file, Message("{part} is not XML", part=name))
        if end < 0:
            raise damaged(file, Message("{part} is not XML", part=name))
