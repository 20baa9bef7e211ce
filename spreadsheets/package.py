"""The parts of a workbook's zip: read, changed one by one, all others kept byte for byte."""

from __future__ import annotations

import html
import posixpath
import re
import zipfile
from typing import BinaryIO

from .strict import as_strict

_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b([^>]*)>")
_ATTRIBUTE = re.compile(rb'([\w:]+)\s*=\s*(?:"([^"]*)"|\'([^\']*)\')')
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = "[Content_Types].xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


class Package:
    """A workbook's zip with some of its parts changed; nothing is written until ``save``."""

    def __init__(self, archive: zipfile.ZipFile, strict: bool = False) -> None:
        """``strict``: the workbook is of the kind Strict Open XML."""
        self._archive, self._strict = archive, strict
        self._names = set(archive.namelist())
        self._changed: dict[str, bytes] = {}

    def __contains__(self, part: str) -> bool:
        return part in self._names or part in self._changed

    def read(self, part: str) -> bytes:
        """Return the content of a part, as it is now."""
        return self._changed[part] if part in self._changed else self._archive.read(part)

    def put(self, part: str, content: bytes) -> None:
        """Give a part other content, or add it."""
        self._changed[part] = as_strict(content) if self._strict else content

    def free_name(self, pattern: str) -> str:
        """Return ``pattern`` with the first number that makes it the name of no part."""
        taken = {name.lower() for name in (*self._names, *self._changed)}
        number = 1
        while pattern.format(number).lower() in taken:
            number += 1
        return pattern.format(number)

    def relations(self, part: str) -> list[tuple[str, str, str]]:
        """Return (id, last word of the type, part) of each relation of a part."""
        folder = posixpath.dirname(part)
        rels = _rels(part)
        found = []
        for match in _RELATION.finditer(self.read(rels)) if rels in self else ():
            values = attributes_of(match[1])
            target = values.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            kind = values.get("Type", "").rpartition("/")[2]
            found.append((values.get("Id", ""), kind, posixpath.normpath(path)))
        return found

    def relate(self, part: str, kind: str, target: str) -> str:
        """Add a relation of a part to another part; return its id."""
        rels = _rels(part)
        if rels not in self:
            self.put(
                rels, f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}"></Relationships>'.encode()
            )
        taken = {found[0] for found in self.relations(part)}
        number = next(n for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
        link = f'<Relationship xmlns="{_PACKAGE}" Id="rId{number}" Type="{_OFFICE}/{kind}" '
        self.put(rels, inside(self.read(rels), "Relationships", f'{link}Target="/{target}"/>'))
        return f"rId{number}"

    def declare(self, part: str, content_type: str) -> None:
        """Name the content type of a new part."""
        types = self.read(_TYPES)
        name = f'PartName="/{part}" ContentType="{content_type}"'
        space = "http://schemas.openxmlformats.org/package/2006/content-types"
        self.put(_TYPES, inside(types, "Types", f'<Override xmlns="{space}" {name}/>'))

    def save(self, stream: BinaryIO) -> None:
        """Write the zip: the old parts in their order, then the new ones."""
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as final:
            for item in self._archive.infolist():
                final.writestr(item, self.read(item.filename))
            for part, content in self._changed.items():
                if part not in self._names:
                    final.writestr(part, content)


def inside(xml: bytes, element: str, more: str | bytes) -> bytes:
    """Return the XML with something added at the end of an element, empty or not."""
    more = more.encode() if isinstance(more, str) else more
    name = element.encode()
    close = re.compile(rb"</(?:\w+:)?" + name + rb"\s*>")
    ends = list(close.finditer(xml))
    if ends:
        return xml[: ends[-1].start()] + more + xml[ends[-1].start() :]
    empty = re.search(rb"<((?:\w+:)?" + name + rb")((?:\s[^>]*?)?)/>", xml)
    if empty is None:
        raise ValueError(f"no {element}")
    opened = b"<" + empty[1] + empty[2] + b">" + more + b"</" + empty[1] + b">"
    return xml[: empty.start()] + opened + xml[empty.end() :]


def attributes_of(tag: bytes) -> dict[str, str]:
    """Return the attributes of an XML tag."""
    return {
        key.decode(): html.unescape((double or single).decode())
        for key, double, single in _ATTRIBUTE.findall(tag)
    }


def _rels(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")
