"""Queries saved in the store under a name (C5)."""

from __future__ import annotations

from ..core.clock import now
from ..core.errors import InputError
from ..core.messages import Message
from ..core.query import Query
from ..core.query_text import query_from_text, query_to_text
from ..core.sorting import sort_key
from .locations import refuse_unwritable
from .store import open_store

_TABLE = "saved_query"


def saved_queries(path: str) -> list[dict]:
    """Return name, query, operator and time of each, by name. Raises StoreError."""
    return sorted(_rows(path), key=lambda row: sort_key(row["name"]))


def saved_query(path: str, name: str) -> Query:
    """Return the query of a name. Raises InputError and StoreError."""
    rows = saved_queries(path)
    for row in rows:
        if row["name"] == name:
            return query_from_text(row["query"] or "")
    names = "、".join(row["name"] for row in rows)
    raise InputError(
        Message("There is no saved query {name} in this store.", name=name),
        Message("Saved are: {names}.", names=names)
        if names
        else Message("Save one in the query window first."),
    )


def save_query(path: str, name: str, query: Query, operator: str, replaces: bool = False) -> None:
    """Write a query under a name; an existing one only where it ``replaces`` it.

    Raises InputError for a name that cannot be, and StoreError; then nothing is written.
    """
    name = _usable(name)
    row = {"name": name, "query": query_to_text(query), "operator": operator, "time": now()}
    rows = _rows(path)
    kept = [each for each in rows if each["name"] != name]
    if len(kept) < len(rows) and not replaces:
        raise _taken(name)
    _write(path, [*kept, row], rows)


def rename_query(path: str, name: str, new_name: str) -> None:
    """Give a saved query another name. Raises as ``save_query`` does."""
    new_name = _usable(new_name)
    rows = _rows(path)
    if new_name != name and any(row["name"] == new_name for row in rows):
        raise _taken(new_name)
    _write(path, [{**row, "name": new_name} if row["name"] == name else row for row in rows], rows)


def delete_query(path: str, name: str) -> None:
    """Remove a saved query. Raises StoreError."""
    rows = _rows(path)
    _write(path, [row for row in rows if row["name"] != name], rows)


def _rows(path: str) -> list[dict]:
    with open_store(path) as store:
        return store.rows(_TABLE)


def _write(path: str, rows: list[dict], before: list[dict]) -> None:
    refuse_unwritable(path)
    with open_store(path, write=True) as store:
        store.replace(_TABLE, rows, before)


def _usable(name: str) -> str:
    """Return a name without outer blanks; one that begins with a brace would be taken as text."""
    name = name.strip()
    if not name or name.startswith("{"):
        raise InputError(
            Message("A query cannot be saved under this name: {name}", name=name or "–"),
            Message("Give it a name of words, such as 豇豆 5月上市."),
        )
    return name


def _taken(name: str) -> InputError:
    return InputError(
        Message("There is a saved query {name} already.", name=name),
        Message("Choose another name, or replace it."),
    )
