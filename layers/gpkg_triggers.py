"""The triggers of a GeoPackage store, derived from the declaration.

They hold on every edit path (QGIS, OGR, plain SQL), with recursive_triggers on
or off (OGR switches it on). What they rely on:

- A row is *settled* when the last history row of its uuid is not a delete. While
  an insertion is under way it is not, so that filling in defaults is no edit.
- The version is the triggers' own. A changed version that does not come from
  them is an edit of a stale copy and is refused.
- ``before`` holds a whole record, ``after`` only what differs from it.
- ``meta`` rows ``session_*`` exist only inside a transaction of apply() and undo().
"""

from __future__ import annotations

from ..core.schema import (
    APPROVED,
    BUSINESS,
    COLLECTION_POINT,
    DRAFT,
    NUMBER,
    SUBMITTED,
    TRANSITIONS,
    Column,
)
from ..core.tables import (
    ACCEPTED,
    DELETE,
    DRAW,
    DRAW_ITEM,
    HISTORY,
    INSERT,
    MERGED,
    POINTS,
    REVEALED,
    TABLES,
    UNDO,
    UPDATE,
)
from .refusals import (
    BAD_NEW_STATUS,
    BAD_TRANSITION,
    FIXED_ACCEPTANCE,
    FIXED_DRAW,
    FIXED_HISTORY,
    FIXED_REVEAL,
    FIXED_UUID,
    KNOWN_UUID,
    STALE_VERSION,
)
from .sql_db import GEOMETRY, SESSION_BATCH, SESSION_OPERATOR, SESSION_UNDO, name, quote

# The triggers that each insertion runs, besides the check of its status.
PER_INSERT = (f"{POINTS}_check_known", f"{POINTS}_history_insert", f"{POINTS}_complete_insert")

# Not part of what a version says.
_BOOKKEEPING = ("version", "updated_at")
# What is filled in of a draw after it was made.
_OUTCOME = ("outcome", "done_on", "remarks")
_JSON_PAIRS = 60  # a function of SQLite takes at most 127 arguments
_NOW = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"
_UUID = (
    "lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' "
    "|| substr(hex(randomblob(2)), 2) || '-a' || substr(hex(randomblob(2)), 2) "
    "|| '-' || hex(randomblob(6)))"
)


def exact_real(expression: str) -> str:
    """Return JSON of a real number that reads back as the same double."""
    finite = f"abs({expression}) <= 1.7976931348623157e308"
    return (
        f"json(CASE WHEN typeof({expression}) <> 'real' THEN json_quote({expression}) "
        f"WHEN {finite} THEN printf('%!.17g', {expression}) "
        f"WHEN {expression} > 0 THEN '9e999' ELSE '-9e999' END)"
    )


def _value(column: Column, row: str) -> str:
    reference = f"{row}.{name(column.name)}"
    return exact_real(reference) if column.kind == NUMBER else reference


def json_row(row: str) -> str:
    """Return SQL for all columns of ``row`` as a JSON object, geometry as hex."""
    pairs = [f"{quote(c.name)}, {_value(c, row)}" for c in COLLECTION_POINT]
    pairs.append(f"{quote(GEOMETRY)}, hex({row}.{GEOMETRY})")
    parts = [
        "json_object(" + ", ".join(pairs[start : start + _JSON_PAIRS]) + ")"
        for start in range(0, len(pairs), _JSON_PAIRS)
    ]
    joined = parts[0]
    for part in parts[1:]:
        joined = f"substr({joined}, 1, length({joined}) - 1) || ',' || substr({part}, 2)"
    return joined


def json_changes(status: str) -> str:
    """Return SQL for the JSON object of the columns in which NEW differs from OLD.

    ``status`` is the expression that the row's status will take.
    """
    parts = [
        "'{\"version\":' || (OLD.version + 1)",
        f"',\"updated_at\":' || json_quote({_NOW})",
        f"CASE WHEN {status} IS NOT OLD.status "
        f"THEN ',\"status\":' || json_quote({status}) ELSE '' END",
    ]
    for column in COLLECTION_POINT:
        if column.name not in ("version", "updated_at", "status"):
            value = _value(column, "NEW")
            value = value if column.kind == NUMBER else f"json_quote({value})"
            parts.append(_if_changed(column.name, value))
    parts.append(_if_changed(GEOMETRY, f"json_quote(hex(NEW.{GEOMETRY}))"))
    return " || ".join(parts) + " || '}'"


def _if_changed(column: str, value: str) -> str:
    changed = _changed([column])
    return f"CASE WHEN {changed} THEN ',\"{column}\":' || {value} ELSE '' END"


def _changed(columns: list[str]) -> str:
    return "(" + " OR ".join(f"NEW.{name(c)} IS NOT OLD.{name(c)}" for c in columns) + ")"


def _settled(uuid: str) -> str:
    return (
        f"COALESCE((SELECT operation FROM {HISTORY} WHERE uuid = {uuid} "
        f"ORDER BY version DESC LIMIT 1), '{DELETE}') <> '{DELETE}'"
    )


def _session(key: str) -> str:
    return f"(SELECT value FROM meta WHERE key = '{key}')"


def triggers() -> dict[str, str]:
    """Return name -> CREATE TRIGGER statement."""
    tracked = [c.name for c in COLLECTION_POINT if c.name not in _BOOKKEEPING] + [GEOMETRY]
    undoing = f"{_session(SESSION_UNDO)} IS NOT NULL"
    allowed = ", ".join(quote(f"{old}>{new}") for old, new in sorted(TRANSITIONS))
    incomplete = (
        "NEW.version IS NOT 1 OR NEW.uuid IS NULL OR NEW.base_id IS NULL "
        "OR NEW.status IS NULL OR NEW.updated_at IS NULL"
    )
    known = f"EXISTS (SELECT 1 FROM {HISTORY} WHERE uuid = NEW.uuid)"
    status = (
        f"CASE WHEN OLD.status = '{APPROVED}' AND NEW.status = '{APPROVED}' "
        f"AND {_changed([*BUSINESS, GEOMETRY])} AND NOT {undoing} "
        f"THEN '{SUBMITTED}' ELSE NEW.status END"
    )
    history = f'{HISTORY} (uuid, version, time, operator, operation, batch, "before", "after")'
    bodies = {
        "check_insert": (
            f"BEFORE INSERT ON {POINTS} WHEN NEW.status NOT IN ('{DRAFT}', '{SUBMITTED}')",
            [f"SELECT RAISE(ABORT, {quote(BAD_NEW_STATUS)})"],
        ),
        # Also INSERT OR REPLACE, which would take the old record away without a trace.
        "check_known": (
            f"BEFORE INSERT ON {POINTS} WHEN EXISTS "
            f"(SELECT 1 FROM {POINTS} WHERE uuid = NEW.uuid OR fid = NEW.fid)",
            [f"SELECT RAISE(ABORT, {quote(KNOWN_UUID)})"],
        ),
        "check_uuid": (
            f"BEFORE UPDATE ON {POINTS} WHEN NEW.uuid IS NOT OLD.uuid AND OLD.uuid IS NOT NULL",
            [f"SELECT RAISE(ABORT, {quote(FIXED_UUID)})"],
        ),
        "check_version": (
            f"BEFORE UPDATE ON {POINTS} WHEN NEW.version IS NOT OLD.version "
            f"AND {_settled('OLD.uuid')} AND NOT (COALESCE(NEW.version = OLD.version + 1, 0) "
            f"AND EXISTS (SELECT 1 FROM {HISTORY} "
            "WHERE uuid = OLD.uuid AND version = NEW.version))",
            [f"SELECT RAISE(ABORT, {quote(STALE_VERSION)})"],
        ),
        "check_status": (
            f"BEFORE UPDATE ON {POINTS} WHEN NEW.status IS NOT OLD.status "
            f"AND {_settled('OLD.uuid')} "
            f"AND COALESCE(OLD.status || '>' || NEW.status, '') NOT IN ({allowed}) "
            f"AND NOT {undoing}",
            [f"SELECT RAISE(ABORT, {quote(BAD_TRANSITION)})"],
        ),
        # The common case: nothing to fill in, never seen before.
        "history_insert": (
            f"AFTER INSERT ON {POINTS} WHEN NOT ({incomplete}) AND NOT {known}",
            [
                f"INSERT INTO {history} VALUES (NEW.uuid, NEW.version, {_NOW}, NEW.updated_by, "
                f"'{INSERT}', {_session(SESSION_BATCH)}, NULL, NULL)",
            ],
        ),
        # Exclude each other whichever runs first: each leaves the uuid known and settled.
        "complete_insert": (
            f"AFTER INSERT ON {POINTS} WHEN ({incomplete} OR {known}) "
            f"AND NOT {_settled('NEW.uuid')}",
            [
                f"UPDATE {POINTS} SET uuid = COALESCE(uuid, {_UUID}), "
                f"base_id = COALESCE(base_id, {_UUID}), "
                f"status = COALESCE(status, '{DRAFT}'), "
                f"updated_at = COALESCE(updated_at, {_NOW}), version = COALESCE("
                f"(SELECT max(version) FROM {HISTORY} WHERE uuid = NEW.uuid), 0) + 1 "
                "WHERE fid = NEW.fid",
                f"INSERT INTO {history} SELECT uuid, version, {_NOW}, updated_by, '{INSERT}', "
                f"{_session(SESSION_BATCH)}, NULL, NULL FROM {POINTS} WHERE fid = NEW.fid",
            ],
        ),
        "history_update": (
            f"AFTER UPDATE ON {POINTS} WHEN NEW.version IS OLD.version "
            f"AND {_changed(tracked)} AND {_settled('OLD.uuid')}",
            [
                f"INSERT INTO {history} VALUES (NEW.uuid, OLD.version + 1, {_NOW}, "
                f"NEW.updated_by, CASE WHEN {undoing} THEN '{UNDO}' ELSE '{UPDATE}' END, "
                f"{_session(SESSION_BATCH)}, {json_row('OLD')}, {json_changes(status)})",
                f"UPDATE {POINTS} SET version = OLD.version + 1, updated_at = {_NOW}, "
                f"status = {status} WHERE fid = NEW.fid",
            ],
        ),
        "history_no_update": (
            f"BEFORE UPDATE ON {HISTORY}",
            [f"SELECT RAISE(ABORT, {quote(FIXED_HISTORY)})"],
        ),
        "history_no_delete": (
            f"BEFORE DELETE ON {HISTORY}",
            [f"SELECT RAISE(ABORT, {quote(FIXED_HISTORY)})"],
        ),
        "merged_no_update": (
            f"BEFORE UPDATE ON {MERGED}",
            [f"SELECT RAISE(ABORT, {quote(FIXED_HISTORY)})"],
        ),
        "merged_no_delete": (
            f"BEFORE DELETE ON {MERGED}",
            [f"SELECT RAISE(ABORT, {quote(FIXED_HISTORY)})"],
        ),
        "accepted_no_update": (
            f"BEFORE UPDATE ON {ACCEPTED}",
            [f"SELECT RAISE(ABORT, {quote(FIXED_ACCEPTANCE)})"],
        ),
        "accepted_no_delete": (
            f"BEFORE DELETE ON {ACCEPTED}",
            [f"SELECT RAISE(ABORT, {quote(FIXED_ACCEPTANCE)})"],
        ),
        "revealed_no_update": (
            f"BEFORE UPDATE ON {REVEALED}",
            [f"SELECT RAISE(ABORT, {quote(FIXED_REVEAL)})"],
        ),
        "revealed_no_delete": (
            f"BEFORE DELETE ON {REVEALED}",
            [f"SELECT RAISE(ABORT, {quote(FIXED_REVEAL)})"],
        ),
        # INSERT OR REPLACE deletes without running the trigger above.
        "revealed_no_replace": (
            f"BEFORE INSERT ON {REVEALED} WHEN EXISTS "
            f"(SELECT 1 FROM {REVEALED} WHERE fid = NEW.fid)",
            [f"SELECT RAISE(ABORT, {quote(FIXED_REVEAL)})"],
        ),
        **_fixed_draws(),
        "history_delete": (
            f"AFTER DELETE ON {POINTS}",
            [
                f"INSERT INTO {history} VALUES (OLD.uuid, OLD.version + 1, {_NOW}, "
                f"COALESCE({_session(SESSION_OPERATOR)}, OLD.updated_by), '{DELETE}', "
                f"{_session(SESSION_BATCH)}, {json_row('OLD')}, NULL)",
            ],
        ),
    }
    return {
        trigger: f"CREATE TRIGGER {trigger} {event} BEGIN {'; '.join(body)}; END"
        for trigger, (event, body) in ((f"{POINTS}_{key}", b) for key, b in bodies.items())
    }


def _fixed_draws() -> dict[str, tuple[str, list[str]]]:
    """Return what keeps draws as they were made: the items come first, the draw closes them."""
    refuse = [f"SELECT RAISE(ABORT, {quote(FIXED_DRAW)})"]
    fixed = [c.name for c in TABLES[DRAW_ITEM] if c.name not in _OUTCOME]
    made = f"EXISTS (SELECT 1 FROM {DRAW} WHERE id = NEW.draw_id)"
    again = f"EXISTS (SELECT 1 FROM {DRAW} WHERE id = NEW.id OR fid = NEW.fid)"
    taken = f"EXISTS (SELECT 1 FROM {DRAW_ITEM} WHERE fid = NEW.fid)"
    return {
        "draw_no_update": (f"BEFORE UPDATE ON {DRAW}", refuse),
        "draw_no_delete": (f"BEFORE DELETE ON {DRAW}", refuse),
        "draw_no_replace": (f"BEFORE INSERT ON {DRAW} WHEN {again}", refuse),
        "item_no_update": (f"BEFORE UPDATE ON {DRAW_ITEM} WHEN {_changed(fixed)}", refuse),
        "item_no_delete": (f"BEFORE DELETE ON {DRAW_ITEM}", refuse),
        "item_no_more": (f"BEFORE INSERT ON {DRAW_ITEM} WHEN {made} OR {taken}", refuse),
    }
