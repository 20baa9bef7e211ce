"""The journal of edits that are not saved yet, and the sessions that a crash interrupted.

One file per edit session in the profile folder: a head, then a line per pause of the session
with the new state of each record touched. Each line has a checksum and reaches the disk
before the next edit. A file is locked while its QGIS runs; one that is not was left behind.
It holds personal data: only the user may read it, and it goes when the edits are saved.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from uuid import uuid4
from zlib import crc32

from qgis.core import QgsApplication

from ..core.clock import now
from ..core.edits import Edit, from_json, latest
from .file_lock import lock
from .pg_place import is_server

FORMAT = 1
_ENDING = ".jsonl"
_BINARY = getattr(os, "O_BINARY", 0)  # Windows


def journal_folder() -> Path:
    """Return the folder of the journals in the user's profile."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "origin_trace" / "journal"


class EditJournal:
    """The journal of one edit session after the other. Raises OSError."""

    def __init__(self, store: str, store_id: str, folder: Path | None = None) -> None:
        self._head = {"journal": FORMAT, "store": store, "store_id": store_id}
        self._folder = folder or journal_folder()
        self._file: IO | None = None
        self.path: Path | None = None  # of the file, while there are edits in it

    def write(self, edits: Iterable[Edit]) -> None:
        """Add the state of edits, down to the disk."""
        edits = [edit.to_json() for edit in edits]
        if not edits:
            return
        lines = b""
        if self._file is None:
            self._open()
            lines = _line(self._head)
        self._file.write(lines + _line({"time": now(), "edits": edits}))
        self._file.flush()
        os.fsync(self._file.fileno())

    def finish(self) -> None:
        """Remove the file: its edits are saved, or taken back by the person."""
        if self._file is not None:
            path = self.path
            self.leave()
            path.unlink(missing_ok=True)

    def leave(self) -> None:
        """Close the file and let it lie, to be offered again."""
        if self._file is not None:
            self._file.close()
            self._file = self.path = None

    def _open(self) -> None:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = self._folder / f"{self._head['store_id']}-{uuid4().hex[:12]}{_ENDING}"
        self._file, self.path = _create(path), path
        lock(self._file)


@dataclass(frozen=True)
class Interrupted:
    """An edit session that ended without saving.

    ``when``: UTC, of its last edit; ``damaged``: lines that cannot be read, in a file that
    is kept all the same.
    """

    file: Path
    store: str
    store_id: str
    when: str
    edits: tuple[Edit, ...]
    damaged: int = 0

    def count(self, kind: str) -> int:
        """Return the number of records that were added, changed or deleted."""
        return sum(edit.kind == kind for edit in self.edits)

    def belongs_to(self, store_id: str, path: str) -> bool:
        """Tell whether it edited this store: not a copy of it, unless the store has moved."""
        if store_id != self.store_id:
            return False
        if is_server(self.store):
            return True  # several connections may lead there
        return Path(self.store).resolve() == Path(path).resolve() or not Path(self.store).exists()

    def discard(self) -> None:
        """Remove the journal for good. Raises OSError."""
        self.file.unlink(missing_ok=True)

    def keep_only(self, edits: Iterable[Edit]) -> None:
        """Keep these edits alone; remove the journal where there are none. Raises OSError."""
        edits = [edit.to_json() for edit in edits]
        if not edits:
            self.discard()
            return
        head = {"journal": FORMAT, "store": self.store, "store_id": self.store_id}
        part = self.file.with_suffix(".part")
        with _create(part) as file:
            file.write(_line(head) + _line({"time": self.when, "edits": edits}))
        part.replace(self.file)


def pending(folder: Path | None = None) -> list[Interrupted]:
    """Return the sessions whose QGIS is gone, oldest first."""
    found = []
    for path in sorted((folder or journal_folder()).glob(f"*{_ENDING}")):
        session = _left_behind(path)
        if session is None:
            continue
        if not session.edits and not session.damaged:
            with suppress(OSError):  # the next start will do
                path.unlink()  # everything in it was taken back
        else:
            found.append(session)
    return sorted(found, key=lambda session: session.when)


def _left_behind(path: Path) -> Interrupted | None:
    """Return the session of a file that no process holds, nor removes just now."""
    with suppress(OSError), path.open("rb+") as file:
        if lock(file):
            return _read(path, file.read())
    return None


def _read(path: Path, content: bytes) -> Interrupted:
    lines = content.split(b"\n")
    whole = lines[:-1]  # behind the last break stands a line that did not reach the disk
    head: dict = {}
    when, damaged, edits = "", 0, []
    for number, line in enumerate(whole):
        try:
            found = _parsed(line)
            if number == 0:
                head = found
            else:
                edits += [from_json(edit) for edit in found["edits"]]
                when = found["time"]
        except (ValueError, KeyError, TypeError):
            damaged += 1
    return Interrupted(
        path,
        str(head.get("store", "")),
        str(head.get("store_id", "")),
        when,
        tuple(latest(edits)),
        damaged,
    )


def _create(path: Path) -> IO:
    """Open a new file that only this user may read."""
    return os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | _BINARY, 0o600), "wb")


def _line(content: dict) -> bytes:
    text = json.dumps(content).encode()
    return b"%08x %s\n" % (crc32(text), text)


def _parsed(line: bytes) -> dict:
    checksum, _, text = line.partition(b" ")
    if int(checksum, 16) != crc32(text):
        raise ValueError("checksum")
    return json.loads(text)
