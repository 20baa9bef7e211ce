"""A lock on an open file that the system lets go with the process, however it ends."""

from __future__ import annotations

from typing import IO

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None
    import msvcrt

_FAR = 1 << 30  # Windows lets nobody read what is locked: a byte that is never written


def lock(file: IO) -> bool:
    """Lock a file; False where another process, or another opening here, holds it."""
    try:
        if fcntl is not None:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        else:
            place = file.tell()
            file.seek(_FAR)
            try:
                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            finally:
                file.seek(place)
    except OSError:
        return False
    return True
