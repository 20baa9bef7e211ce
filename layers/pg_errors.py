"""What PostgreSQL reports, as one sentence and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ..core.errors import StoreError
from ..core.messages import Message
from .pg_db import LostError
from .refusals import KNOWN_UUID, REFUSALS
from .sql_db import BusyError, DatabaseError

# In the words of a server in English or Chinese.
_CHANGED = ("could not serialize access", "deadlock detected", "无法串行化访问", "检测到死锁")
_FORBIDDEN = ("permission denied", "row-level security", "权限不足", "行级安全策略")
_READ_ONLY = ("read-only transaction", "只读事务")
_LOGIN = ("password", "密码", "role", "角色", "pg_hba.conf")
_NOWHERE = ("database", "数据库")
_MISSING = ("does not exist", "不存在")
_TWICE = ("duplicate key value", "重复键值")
_GONE = (
    "server closed the connection",
    "terminating connection",
    "no connection to the server",
    "shutting down",
    "could not receive data",
    "could not send data",
    "SSL connection has been closed",
    "connection to server",
    "正在终止连接",
    "正在关闭",
)


@contextmanager
def store_errors(place: str) -> Iterator[None]:
    """Turn DatabaseError inside the block into StoreError."""
    try:
        yield
    except DatabaseError as error:
        raise store_error(error, place) from error


def store_error(error: DatabaseError, place: str) -> StoreError:
    """Return the StoreError for what OGR reported."""
    text = str(error)
    if _any(_TWICE, text) and "idx_collection_point_uuid" in text:
        text = f"{KNOWN_UUID} {text}"
    for refusal, reason in REFUSALS.items():
        if refusal in text:
            return StoreError(
                Message("The store refused the change: {reason}", reason=reason),
                Message("Nothing was changed. Correct the records named and try again."),
                text,
            )
    if isinstance(error, BusyError):
        return StoreError(
            Message("The store {path} is in use by another program.", path=place),
            Message("Save and close other edits of it, then try again; nothing was changed."),
            text,
        )
    if isinstance(error, LostError) and _any(_LOGIN, text):
        return StoreError(
            Message("The server of {path} does not accept the login.", path=place),
            Message("Save name and password with the connection in QGIS, as a configuration."),
            text,
        )
    if isinstance(error, LostError) and _any(_NOWHERE, text) and _any(_MISSING, text):
        return StoreError(
            Message("The connection of {path} leads to no database.", path=place),
            Message("Correct the connection in the browser of QGIS."),
            text,
        )
    if isinstance(error, LostError) or _any(_GONE, text):
        return StoreError(
            Message("The server of {path} does not answer.", path=place),
            Message(
                "The work was done as a whole or not at all. Check the network, open the store "
                "again and look before you repeat it."
            ),
            text,
        )
    if _any(_CHANGED, text):
        return StoreError(
            Message("The store {path} was changed meanwhile.", path=place),
            Message("Nothing was changed. Look at the list again, then repeat it."),
            text,
        )
    if _any(_FORBIDDEN, text):
        return StoreError(
            Message("The database does not allow this login to do that in {path}.", path=place),
            Message("Nothing was changed. Ask the administrator for the role that you need."),
            text,
        )
    if _any(_READ_ONLY, text):
        return StoreError(
            Message("The store {path} was opened for reading only.", path=place),
            Message("Open it for writing."),
            text,
        )
    return StoreError(
        Message("The store {path} reported an error.", path=place),
        Message("Nothing was changed. Check the store; the log holds the details."),
        text,
    )


def _any(words: tuple[str, ...], text: str) -> bool:
    return any(word in text for word in words)
