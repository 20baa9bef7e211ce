"""What a file or OGR reports, as one sentence and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..core.errors import StoreError
from ..core.messages import Message
from .gpkg_db import ReplacedError
from .refusals import KNOWN_UUID, REFUSALS
from .sql_db import BusyError, DatabaseError


@contextmanager
def store_errors(path: str | Path) -> Iterator[None]:
    """Turn DatabaseError and OSError inside the block into StoreError."""
    try:
        yield
    except DatabaseError as error:
        raise store_error(error, path) from error
    except OSError as error:
        raise StoreError(
            Message("The file {path} cannot be written or read.", path=str(path)),
            Message("Check the folder, its permissions and the free space, then try again."),
            str(error),
        ) from error


def store_error(error: DatabaseError, path: str | Path) -> StoreError:
    """Return the StoreError for what OGR reported."""
    text = str(error)
    where = str(path)
    if "UNIQUE constraint failed: collection_point.uuid" in text:  # many at once: no trigger
        text = f"{KNOWN_UUID} {text}"
    for refusal, reason in REFUSALS.items():
        if refusal in text:
            return StoreError(
                Message("The store refused the change: {reason}", reason=reason),
                Message("Nothing was changed. Correct the records named and try again."),
                text,
            )
    if isinstance(error, ReplacedError):
        return StoreError(
            Message(
                "The file {path} was deleted, moved or replaced while it was open.", path=where
            ),
            Message("Nothing was written. Look for the file, open it again and repeat the work."),
            text,
        )
    if isinstance(error, BusyError):
        return StoreError(
            Message("The store {path} is in use by another program.", path=where),
            Message("Save and close other edits of it, then try again; nothing was changed."),
            text,
        )
    if "disk is full" in text or "disk I/O error" in text:
        return StoreError(
            Message("The disk with {path} is full or does not answer.", path=where),
            Message("Make room or reconnect the disk, then try again; nothing was changed."),
            text,
        )
    if "readonly database" in text or "read-only" in text:
        return read_only(path, text)
    if "malformed" in text or "not a database" in text or "corrupt" in text:
        return damaged(path, text)
    if "unable to open database" in text:
        return StoreError(
            Message("The file {path} cannot be written or read.", path=where),
            Message("Check the folder, its permissions and the free space, then try again."),
            text,
        )
    return StoreError(
        Message("The store {path} reported an error.", path=where),
        Message("Nothing was changed. Check the store; the log holds the details."),
        text,
    )


def read_only(path: str | Path, detail: str = "") -> StoreError:
    """Return the error for a file or folder that cannot be written."""
    return StoreError(
        Message("The store {path} is read-only.", path=str(path)),
        Message("Copy it to a folder where you may write, or ask for the right to write."),
        detail,
    )


def damaged(path: str | Path, detail: str = "") -> StoreError:
    """Return the error for a file that is no GeoPackage or a damaged one."""
    return StoreError(
        Message("{path} is not a GeoPackage, or it is damaged.", path=str(path)),
        Message("Choose another file, or bring back the latest backup."),
        detail,
    )
