"""The shared texts of a workbook: streamed, measured, and refused where they are a trap."""

from __future__ import annotations

import re
import zipfile
from array import array
from collections.abc import Iterator

from ..core.errors import WorkbookError
from ..core.messages import Message
from .rawscan import SheetScan
from .rawxml import MAX_TEXT, check_bytes, text_length, too_long

MAX_SHARED = 5_000_000  # shared texts
MAX_REFERENCED = 400_000_000  # bytes of shared text over all cells
_REFERENCE_DOUBT = 1_000_000_000  # below this bound references are not counted one by one
_CHUNK = 1 << 20
_SHARED_REF = re.compile(rb' t="s"[^>]*>\s*(?:<f[^>]*?(?:/>|>[^<]*</f>)\s*)?<v>(\d+)</v>')


def chunks(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """Yield a part of the zip, unpacked, piece by piece."""
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk


def shared_pieces(archive: zipfile.ZipFile, part: str, file: str) -> Iterator[bytes]:
    """Yield the inside of each shared text."""
    rest, close = b"", b""
    for chunk in chunks(archive, part):
        rest += chunk
        if not close:
            root = re.search(rb"<((?:\w+:)?)sst[\s>/]", rest)
            if root is None:
                continue
            close = b"</" + root[1] + b"si>"
            blank, start = b"<" + root[1] + b"si/>", b"<" + root[1]
        whole, mark, rest = rest.rpartition(close)
        if mark:
            check_bytes(whole, part, file)
            if blank in whole:
                whole = whole.replace(blank, start + b"si>" + close)
            if len(start) > 1:
                whole = whole.replace(start, b"<").replace(b"</" + start[1:], b"</")
            for piece in whole.split(b"</si>"):
                yield piece[piece.find(b"<si") :]
        if len(rest) > 16 * _CHUNK:
            raise too_long(file, Message("the shared texts"))
    if close and blank in rest:
        yield from [b""] * rest.count(blank)


def shared_sizes(archive: zipfile.ZipFile, part: str, file: str) -> array:
    """Return the size of each shared text in bytes; refuses too many and too long ones."""
    sizes = array("I")
    for piece in shared_pieces(archive, part, file):
        size = len(piece)
        if size > MAX_TEXT and text_length(piece) > MAX_TEXT:
            raise too_long(file, Message("the shared texts"))
        sizes.append(size)
        if len(sizes) > MAX_SHARED:
            raise suspicious(file, Message("it holds more than {count} texts", count=MAX_SHARED))
    return sizes


def check_references(scan: SheetScan, sizes: array, file: str) -> None:
    """Refuse a few long texts that are named so often that they fill the memory."""
    if not sizes or max(sizes) * scan.facts.cells < _REFERENCE_DOUBT:
        return
    total, count = 0, len(sizes)
    for body in scan.bodies(outside=False):
        for ref in _SHARED_REF.findall(body):
            number = int(ref)
            total += sizes[number] if number < count else 0
        if total > MAX_REFERENCED:
            raise suspicious(
                file, Message("its texts repeat to more than {size} MB", size=total // 1_000_000)
            )


def suspicious(file: str, what: Message) -> WorkbookError:
    """Return the error for a workbook made, it seems, to do harm."""
    return WorkbookError(
        Message(
            "{file} was not opened, it could harm this computer: {what}.", file=file, what=what
        ),
        Message(
            "Open it in Excel or WPS if you trust it, delete empty rows and pictures, "
            "and save it again as .xlsx."
        ),
    )
