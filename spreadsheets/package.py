"""The parts of a workbook's zip: read when asked for, changed in memory, written anew."""

from __future__ import annotations

import posixpath
import re
import zipfile
from typing import BinaryIO

from . import xmlpatch
from .numberformats import attributes

_SHEET = re.compile(rb"<(?:\w+:)?sheet\b([^>]*)>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b([^>]*)>")
_TYPES = "[Content_Types].xml"
_RELATION_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_EMPTY_RELATIONS = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships '
    b'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)


class Package:
    """A workbook's parts by name; what is not changed is copied as it is."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        self.changed: dict[str, bytes] = {}
        self._names = set(archive.namelist())

    def __contains__(self, part: str) -> bool:
        return part in self._names

    def read(self, part: str) -> bytes:
        """Return a part as it is now."""
        return self.changed[part] if part in self.changed else self.archive.read(part)

    def write(self, part: str, data: bytes) -> None:
        """Change a part, or add it."""
        self.changed[part] = data
        self._names.add(part)

    def free(self, pattern: str) -> str:
        """Return the first name of the pattern that no part has; ``{}`` is the number."""
        taken = {name.lower() for name in self._names}
        number = 1
        while pattern.format(number).lower() in taken:
            number += 1
        return pattern.format(number)

    def relations(self, part: str) -> list[tuple[str, str, str]]:
        """Return (id, last word of the type, part) of each relation of a part."""
        rels = _relations_part(part)
        if rels not in self:
            return []
        folder = posixpath.dirname(part)
        found = []
        for match in _RELATION.finditer(self.read(rels)):
            values = attributes(match[1])
            target = values.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            kind = values.get("Type", "").rpartition("/")[2]
            found.append((values.get("Id", ""), kind, posixpath.normpath(path)))
        return found

    def relate(self, part: str, kind: str, target: str) -> str:
        """Add a relation of a part to another one; return its id."""
        rels = _relations_part(part)
        xml = self.read(rels) if rels in self else _EMPTY_RELATIONS
        taken = {id_ for id_, _, _ in self.relations(part)}
        number = 1
        while f"rId{number}" in taken:
            number += 1
        child = (
            f'<:Relationship Id="rId{number}" Type="{_RELATION_TYPE}{kind}" Target="/{target}"/>'
        )
        self.write(rels, _appended(xml, "Relationships", child.encode()))
        return f"rId{number}"

    def declare(self, part: str, content_type: str, by_ending: bool = False) -> None:
        """Name the content type of a new part, or of all parts with its ending."""
        xml = self.read(_TYPES)
        ending = part.rpartition(".")[2]
        if by_ending:
            if f'extension="{ending}"'.encode() in xml.lower():
                return
            child = f'<:Default Extension="{ending}" ContentType="{content_type}"/>'
        else:
            child = f'<:Override PartName="/{part}" ContentType="{content_type}"/>'
        self.write(_TYPES, _appended(xml, "Types", child.encode()))

    def sheets(self) -> dict[str, str]:
        """Return the part of each worksheet by the name of the sheet, in order."""
        book = self.book()
        targets = {id_: target for id_, _, target in self.relations(book)}
        found = {}
        for match in _SHEET.finditer(self.read(book)):
            values = attributes(match[1])
            id_ = next((value for key, value in values.items() if key.endswith(":id")), "")
            if targets.get(id_) in self:
                found[values.get("name", "")] = targets[id_]
        return found

    def book(self) -> str:
        """Return the part of the workbook itself."""
        root = (part for _, kind, part in self.relations("") if kind == "officeDocument")
        return next(root, "xl/workbook.xml")

    def related(self, part: str, kind: str) -> str | None:
        """Return the first part of a kind that a part refers to."""
        found = (target for _, of, target in self.relations(part) if of == kind)
        return next((target for target in found if target in self), None)

    def save(self, stream: BinaryIO) -> None:
        """Write the zip: the parts in their order, new ones at the end."""
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
            for item in self.archive.infolist():
                new.writestr(item, self.read(item.filename))
            old = set(self.archive.namelist())
            for part, data in self.changed.items():
                if part not in old:
                    new.writestr(part, data)


def _relations_part(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _appended(xml: bytes, root: str, child: bytes) -> bytes:
    prefix = xmlpatch.prefix_of(xml, root)
    start = xml.index(b"<" + prefix + root.encode())
    return xml[:start] + xmlpatch.with_child(xml[start:], xmlpatch.prefixed(child, prefix))
