"""Replace a file in one step: the old one stays whole until the new one is proved."""

from __future__ import annotations

import errno
import os
import secrets
import stat
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from ..core.errors import WorkbookError
from ..core.messages import Message

_FULL = frozenset(
    code for code in (errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", None)) if code is not None
)
_READ_ONLY = (errno.EACCES, errno.EPERM, errno.EROFS)


def replace_file(
    path: str | os.PathLike,
    write: Callable[[BinaryIO], None],
    verify: Callable[[Path], None] = lambda path: None,
) -> None:
    """Let ``write`` fill a temporary file beside ``path``, ``verify`` it, and put it in place.

    The file in place is touched only after the new one is on the disk and
    verified; the temporary file never remains. Raises WorkbookError.
    """
    target = Path(os.path.realpath(path))
    _check_target(target)
    temporary = target.with_name(f"~origin-{secrets.token_hex(6)}.tmp")
    try:
        with temporary.open("xb") as stream:
            write(stream)
            stream.flush()
            os.fsync(stream.fileno())
        verify(temporary)
        if target.exists():
            temporary.chmod(stat.S_IMODE(target.stat().st_mode))
        temporary.replace(target)
        _sync_folder(target.parent)
    except zipfile.BadZipFile as error:
        raise unreadable(target, str(error)) from error
    except Exception as error:
        # lxml, where it is installed, reports a full disk in an exception of its own.
        if isinstance(error, OSError) or type(error).__module__.partition(".")[0] == "lxml":
            raise _explained(error, target) from error
        raise
    finally:
        with suppress(OSError):  # on a read-only disk there was none
            temporary.unlink(missing_ok=True)


def replace_archive(path: str | os.PathLike, write: Callable[[BinaryIO], None]) -> None:
    """Do as ``replace_file`` with a zip, each part of which must read back."""

    def verify(new: Path) -> None:
        with zipfile.ZipFile(new) as archive:
            damaged = archive.testzip()
        if damaged is not None:
            raise zipfile.BadZipFile(damaged)

    replace_file(path, write, verify)


def unreadable(target: Path, detail: str) -> WorkbookError:
    """Return the error for a new file that does not read back as it was written."""
    return WorkbookError(
        Message("The new file {name} did not read back as it was written.", name=target.name),
        Message("Nothing was replaced. Check the disk or the network drive, then try again."),
        detail,
    )


def _check_target(target: Path) -> None:
    if not target.parent.is_dir():
        raise WorkbookError(
            Message("The folder {folder} does not exist.", folder=target.parent),
            Message("Choose a folder that exists, or create it first."),
        )
    if target.is_dir():
        raise WorkbookError(
            Message("{path} is a folder, not a file.", path=target),
            Message("Give the name of a file."),
        )
    if target.exists() and not target.stat().st_mode & stat.S_IWUSR:
        raise _read_only(target)
    for lock in (f"~${target.name}", f".~lock.{target.name}#"):
        if (target.parent / lock).exists():
            raise WorkbookError(
                Message("{name} is open in Excel, WPS or LibreOffice.", name=target.name),
                Message(
                    "Close it there and try again, or give another file name. "
                    "If it is open nowhere, delete {lock} beside it.",
                    lock=lock,
                ),
            )


def _read_only(target: Path, detail: str = "") -> WorkbookError:
    return WorkbookError(
        Message("{path} cannot be written.", path=target),
        Message(
            "It is read-only or open in another program: close it there, "
            "or give another file name or folder."
        ),
        detail,
    )


def _explained(error: Exception, target: Path) -> WorkbookError:
    code = getattr(error, "errno", None)
    detail = f"{type(error).__name__}: {error}"
    if code in _FULL or "IO_WRITE" in detail:
        return WorkbookError(
            Message("The disk is full: {name} was not written.", name=target.name),
            Message("Free some space there or in the folder for temporary files, then try again."),
            detail,
        )
    if code in _READ_ONLY:
        return _read_only(target, detail)
    return WorkbookError(
        Message("{path} could not be written: {reason}", path=target, reason=error),
        Message("Give another file name or folder."),
        detail,
    )


def _sync_folder(folder: Path) -> None:
    """Make the renaming last; Windows and some network drives cannot and need not."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EBADF):
            raise
    finally:
        os.close(handle)
