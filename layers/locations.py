"""Stores that other computers see too: not edited in place, copied first.

SQLite's locks do not hold on network shares, and a program that keeps folders the same
replaces files while they are open: both lose saved work without a word.
"""

from __future__ import annotations

import ctypes
import os
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from qgis.core import QgsVectorLayer

from ..core.errors import OriginTraceError, StoreError
from ..core.messages import Message
from ..core.shared_places import (
    NETWORK_TYPES,
    is_unc,
    marked,
    mount_type,
    sync_folder,
    sync_variable,
)
from .gpkg_errors import read_only
from .named_styles import in_every_style
from .pg_place import is_server
from .store import open_store
from .store_layers import store_path

_GUARDED = "origin_trace/shared"  # custom property: read-only because of its place
_REMOTE_DRIVE = 4  # GetDriveTypeW: DRIVE_REMOTE
_MOUNTS = Path("/proc/self/mountinfo")


def shared_place(path: str | Path, environment: Mapping[str, str] | None = None) -> Message | None:
    """Tell that a path lies on a network share or in a sync folder; None where it does not.

    What cannot be found out counts as not shared. Raises nothing.
    """
    if is_server(path):
        return None  # made for many
    try:
        return _shared_place(str(path), os.environ if environment is None else environment)
    except (OSError, ValueError, RuntimeError, UnicodeError, AttributeError):
        return None  # a path that the system does not take: opening it will say why


def _shared_place(text: str, environment: Mapping[str, str]) -> Message | None:
    path = Path(text).absolute()
    # A share that does not answer is told without asking it for anything.
    if is_unc(text) or _is_network(path):
        return _on_network(text)
    places = [path]
    with suppress(OSError, RuntimeError):  # links lead out of and into such folders
        places.insert(0, path.resolve())
    for place in places:
        if is_unc(str(place)) or _is_network(place):
            return _on_network(text)
        program = _synced(place, environment)
        if program:
            return _in_sync_folder(text, program)
    return None


def _is_network(path: Path) -> bool:
    if sys.platform == "win32":
        drive = path.drive
        return bool(drive) and ctypes.windll.kernel32.GetDriveTypeW(drive + "\\") == _REMOTE_DRIVE
    if sys.platform.startswith("linux"):
        return mount_type(str(path), _mountinfo()) in NETWORK_TYPES
    return bool(re.match(r"^/(net|Network)/", str(path)))


def _mountinfo() -> str:
    # Bytes that are no UTF-8 are kept as Python keeps them in paths.
    return _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")


def _synced(path: Path, environment: Mapping[str, str]) -> str:
    found = sync_variable(path, environment) or sync_folder(path.parent)
    for folder in path.parents:
        if found:
            break
        with suppress(OSError):
            found = marked(entry.name for entry in folder.iterdir())
    return found


def _on_network(path: str) -> Message:
    return Message("{path} lies on a network share, where saved changes can be lost.", path=path)


def _in_sync_folder(path: str, program: str) -> Message:
    return Message(
        "{path} lies in a folder that {program} keeps in step with other computers; it can replace "
        "the file while you work.",
        path=path,
        program=program,
    )


def refuse_shared(path: str | Path) -> None:
    """Raise StoreError for a store that may not be written where it lies."""
    found = shared_place(path)
    if found is not None:
        raise StoreError(found, Message("Open it in QGIS as a local copy and work in that."))


def refuse_unwritable(path: str | Path) -> None:
    """Raise StoreError for a store that cannot or may not be written where it lies."""
    refuse_shared(path)
    if is_server(path):
        return  # what the login may, the server says
    if not (os.access(path, os.W_OK) and os.access(Path(path).parent, os.W_OK)):
        raise read_only(path)


def guard_location(layer: QgsVectorLayer) -> Message | None:
    """Make a store's layer read-only where other computers see the file, and say why.

    A layer whose file came to lie on this computer alone may be edited again.
    """
    path = store_path(layer)
    found = shared_place(path) if path else None
    if found is not None and not layer.isEditable():
        in_every_style(layer, lambda: _set_guarded(layer, True))
    elif found is None and layer.customProperty(_GUARDED):
        in_every_style(layer, lambda: _set_guarded(layer, False))
    return found


def _set_guarded(layer: QgsVectorLayer, on: bool) -> None:
    layer.setReadOnly(on)
    layer.setCustomProperty(_GUARDED, on)


def default_folder(documents: str | Path) -> Path:
    """Return where local copies go if the person does not choose: 产地溯源 in Documents."""
    return Path(documents) / "产地溯源"


def free_name(folder: Path, name: str) -> Path:
    """Return a path in a folder that no file has yet: the name, or with a number behind it."""
    path, number = folder / name, 1
    while os.path.lexists(path):
        number += 1
        path = folder / f"{Path(name).stem} ({number}){Path(name).suffix}"
    return path


def earlier_copy(path: str | Path, folder: Path) -> Path | None:
    """Return the copy of a store in a folder that was changed last; None for none."""
    source = Path(path)
    try:
        named = [x for x in folder.iterdir() if x.suffix == source.suffix and x != source]
        named = [x for x in named if x.stem.startswith(source.stem)]
        named.sort(key=lambda x: x.stat().st_mtime, reverse=True)
        wanted = _store_id(source) if named else ""
    except (OSError, OriginTraceError):
        return None  # no such folder, or no store: opening it will say why
    for found in named:
        with suppress(OriginTraceError):
            if _store_id(found) == wanted:
                return found
    return None


def _store_id(path: Path) -> str:
    with open_store(path) as store:
        return store.meta()["store_id"]


def copy_store(path: str | Path, target: Path) -> None:
    """Write a complete copy of a store, its folder included. Raises StoreError."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            Message("The folder {path} cannot be made.", path=str(target.parent)),
            Message("Choose another folder."),
            str(error),
        ) from error
    with open_store(path) as store:
        store.backup(target)
