"""What lies in a workbook's zip: its sheets, and the things that a rewrite may lose."""

from __future__ import annotations

import html
import posixpath
import re
import zipfile
from collections import Counter

from ..core.messages import Message

_SHEET = re.compile(rb"<(?:\w+:)?sheet\b([^>]*)>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b([^>]*)>")
_ATTRIBUTE = re.compile(rb'([\w:]+)\s*=\s*(?:"([^"]*)"|\'([^\']*)\')')

# A kind of content, what to count it by in which parts, and what to say of its loss.
_MARKS: tuple[tuple[str, str, bytes], ...] = (
    ("pictures", r"xl/drawings/[^/]+\.xml$", rb"<(?:\w+:)?pic\b"),
    ("charts", r"xl/drawings/[^/]+\.xml$", rb"<c:chart\b"),
    ("shapes", r"xl/drawings/[^/]+\.xml$", rb"<(?:\w+:)?(?:sp|grpSp|cxnSp)\b"),
    ("pivots", r"xl/pivotTables/[^/]+\.xml$", rb"<(?:\w+:)?pivotTableDefinition\b"),
    ("lists", r"xl/worksheets/[^/]+\.xml$", rb"<x14:dataValidation\b"),
    ("rules", r"xl/worksheets/[^/]+\.xml$", rb"<x14:cfRule\b"),
    ("sparklines", r"xl/worksheets/[^/]+\.xml$", rb"<x14:sparkline\b"),
)
_PARTS: tuple[tuple[str, str], ...] = (
    ("controls", r"xl/(ctrlProps|activeX)/[^/]+\.xml$"),
    ("embedded", r"xl/embeddings/"),
    ("macros", r"xl/vbaProject\.bin$"),
    ("threads", r"xl/threadedComments/"),
    ("cell pictures", r"xl/cellimages\.xml$"),
    ("queries", r"xl/(queryTables/|connections\.xml$)"),
    ("slicers", r"xl/(slicers|timelines)/"),
    ("signature", r"_xmlsignatures/[^/]+\.xml$"),
)
LOSSES: dict[str, Message] = {
    "pictures": Message("Pictures are missing in the marked-up copy."),
    "charts": Message("Charts are missing in the marked-up copy."),
    "shapes": Message("Text boxes and drawn shapes are missing in the marked-up copy."),
    "pivots": Message("Pivot tables are missing in the marked-up copy."),
    "lists": Message("Drop-down lists that refer to another sheet are missing in the copy."),
    "rules": Message("Some conditional formats are missing in the marked-up copy."),
    "sparklines": Message("Sparklines are missing in the marked-up copy."),
    "controls": Message("Buttons and other controls are missing in the marked-up copy."),
    "embedded": Message("Embedded documents are missing in the marked-up copy."),
    "macros": Message("Macros are missing in the marked-up copy."),
    "threads": Message("Threaded comments became plain comments in the marked-up copy."),
    "cell pictures": Message("Pictures within cells (WPS) are missing in the marked-up copy."),
    "queries": Message("Data connections are missing in the marked-up copy."),
    "slicers": Message("Slicers are missing in the marked-up copy."),
    "signature": Message("The digital signature does not hold for the marked-up copy."),
}


def inventory(archive: zipfile.ZipFile) -> Counter:
    """Return how many of each kind of ``LOSSES`` the workbook holds."""
    found: Counter = Counter()
    for name in archive.namelist():
        for kind, part in _PARTS:
            found[kind] += bool(re.match(part, name))
        wanted = [(kind, mark) for kind, part, mark in _MARKS if re.match(part, name)]
        if wanted:
            text = archive.read(name)
            for kind, mark in wanted:
                found[kind] += len(re.findall(mark, text))
    return found


def sheet_members(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return the part of each worksheet by the name of the sheet, in order."""
    book = _book(archive)
    targets = {id_: target for id_, kind, target in relations(archive, book)}
    members = {}
    for match in _SHEET.finditer(archive.read(book)):
        attributes = attributes_of(match[1])
        id_ = next((value for key, value in attributes.items() if key.endswith(":id")), "")
        if targets.get(id_) in archive.namelist():
            members[attributes.get("name", "")] = targets[id_]
    return members


def relations(archive: zipfile.ZipFile, member: str) -> list[tuple[str, str, str]]:
    """Return (id, last word of the type, part) of each relation of a part."""
    folder, name = posixpath.split(member)
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    if rels not in archive.namelist():
        return []
    found = []
    for match in _RELATION.finditer(archive.read(rels)):
        values = attributes_of(match[1])
        target = values.get("Target", "")
        path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
        kind = values.get("Type", "").rpartition("/")[2]
        found.append((values.get("Id", ""), kind, posixpath.normpath(path)))
    return found


def attributes_of(tag: bytes) -> dict[str, str]:
    """Return the attributes of an XML tag."""
    return {
        key.decode(): html.unescape((double or single).decode())
        for key, double, single in _ATTRIBUTE.findall(tag)
    }


def _book(archive: zipfile.ZipFile) -> str:
    root = (part for _, kind, part in relations(archive, "") if kind == "officeDocument")
    return next(root, "xl/workbook.xml")
