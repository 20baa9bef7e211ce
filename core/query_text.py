"""A query as text and back, as it is saved in the store: JSON with a version."""

from __future__ import annotations

import json
from dataclasses import asdict, fields

from .addresses import COLUMNS as PLACES
from .errors import InputError
from .messages import Message
from .periods import check_period
from .query import Query
from .season import asked_date

VERSION = 1  # raised when a part comes to mean something else
_NUMBERS = ("scale_min", "scale_max")
_TEXTS = ("start", "end", "period", "expression")


def query_to_text(query: Query) -> str:
    """Return a query as one line of JSON, only the parts that ask for something."""
    parts = {key: value for key, value in asdict(query).items() if value not in (None, "", (), {})}
    return json.dumps({"version": VERSION, **parts}, ensure_ascii=False)


def query_from_text(text: str) -> Query:
    """Return the query that a text holds. Raises InputError; nothing in it is passed over."""
    try:
        parts = json.loads(text)
    except ValueError as error:
        raise _unreadable(Message("it is damaged"), str(error)) from error
    if not isinstance(parts, dict):
        raise _unreadable(Message("it is damaged"))
    version = parts.pop("version", None)
    unknown = sorted(set(parts) - {part.name for part in fields(Query)})
    if version != VERSION or unknown:
        newer = Message("version {version}, with {parts}", version=version, parts=unknown or "–")
        raise _unreadable(newer)
    for key, value in parts.items():
        if not _is_sound(key, value):
            raise _unreadable(Message("{part} is {value}", part=key, value=value))
    made = {key: tuple(value) if isinstance(value, list) else value for key, value in parts.items()}
    for key in ("start", "end"):
        if made.get(key):
            made[key] = asked_date(made[key])
    if made.get("period"):
        check_period(made["period"])
    query = Query(**made)
    query.check()
    return query


def _is_sound(key: str, value: object) -> bool:
    """Tell whether a part is of its kind."""
    if key in _TEXTS:
        return isinstance(value, str)
    if key in _NUMBERS:
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    if key == "region":
        names = value.values() if isinstance(value, dict) else [None]
        return all(isinstance(name, str) for name in names) and set(value) <= set(PLACES)
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _unreadable(reason: Message, detail: str = "") -> InputError:
    return InputError(
        Message("This query cannot be read: {reason}.", reason=reason),
        Message("It may be of a newer version of the plugin, or was edited by hand: make it anew."),
        detail,
    )
