"""The functions and triggers of a store on PostgreSQL, derived from the declaration.

They hold on every edit path, and say the same as those of a GeoPackage (gpkg_triggers):

- The version is the triggers' own. A version that is sent and is not the row's is an edit
  of a stale copy and is refused.
- ``before`` holds a whole record, ``after`` only what differs from it.
- The settings ``origin_trace.session_*`` hold for one transaction of apply() and undo().
  Anybody may set them, so an undoing is believed only where it brings back exactly what
  the history says.

They run with the rights of the owner, for nobody else may write history.
"""

from __future__ import annotations

from ..core.schema import (
    APPROVED,
    BUSINESS,
    COLLECTION_POINT,
    DRAFT,
    RETURNED,
    SUBMITTED,
    TRANSITIONS,
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
    REVIEWER,
    TABLES,
    UNDO,
    UPDATE,
)
from .pg_roles import SIGNED
from .pg_roles import functions as role_functions
from .refusals import (
    BAD_NEW_STATUS,
    BAD_TRANSITION,
    FIXED_ACCEPTANCE,
    FIXED_COUNTY,
    FIXED_DRAW,
    FIXED_HISTORY,
    FIXED_REVEAL,
    FIXED_UUID,
    KNOWN_UUID,
    NO_REVIEWER,
    STALE_VERSION,
)
from .sql_db import GEOMETRY, SESSION_BATCH, SESSION_OPERATOR, SESSION_UNDO, name, quote

_NOW = "to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')"
# Not part of what a version says.
_BOOKKEEPING = ("version", "updated_at")
# What a record brought back by undoing has of its own.
_UNDOING_OWN = "ARRAY['version', 'updated_at', 'updated_by']"
# What is filled in of a draw after it was made.
_OUTCOME = ("outcome", "done_on", "remarks")

_DOLLAR = "$origin_trace$"
_OWNERS = "SECURITY DEFINER SET search_path FROM CURRENT"
_JSON_PAIRS = 40  # a function takes at most 100 arguments
_INSERTING, _UPDATING, _WRITTEN = "points_inserting", "points_updating", "points_written"
_REFUSE, _SIGN = "refuse", "sign"
# Trigger -> the table that it hangs on.
ATTACHED = {
    "inserting": POINTS,
    "updating": POINTS,
    "written": POINTS,
    "history_fixed": HISTORY,
    "merged_fixed": MERGED,
    "accepted_fixed": ACCEPTED,
    "revealed_fixed": REVEALED,
    "draw_fixed": DRAW,
    "draw_once": DRAW,
    "item_fixed": DRAW_ITEM,
    "item_kept": DRAW_ITEM,
    "item_no_more": DRAW_ITEM,
    **{f"{table}_signed": table for table in SIGNED},
}


def _refuse(words: str) -> str:
    return f"RAISE EXCEPTION USING MESSAGE = {quote(words)}"


def _setting(key: str) -> str:
    return f"NULLIF(current_setting('origin_trace.{key}', true), '')"


def _row(row: str, columns: list[str]) -> str:
    return "ROW(" + ", ".join(f"{row}.{name(column)}" for column in columns) + ")"


def _changed(columns: list[str]) -> str:
    return f"{_row('NEW', columns)} IS DISTINCT FROM {_row('OLD', columns)}"


def _json(row: str) -> str:
    pairs = [f"{quote(c.name)}, {row}.{name(c.name)}" for c in COLLECTION_POINT]
    pairs += [f"'lon', ST_X({row}.{GEOMETRY})", f"'lat', ST_Y({row}.{GEOMETRY})"]
    parts = (pairs[start : start + _JSON_PAIRS] for start in range(0, len(pairs), _JSON_PAIRS))
    return " || ".join(f"jsonb_build_object({', '.join(part)})" for part in parts)


def functions(schema: str) -> list[str]:
    """Return the CREATE OR REPLACE FUNCTION statements."""
    at = name(schema)
    tracked = [c.name for c in COLLECTION_POINT if c.name not in _BOOKKEEPING] + [GEOMETRY]
    allowed = ", ".join(quote(f"{old}>{new}") for old, new in sorted(TRANSITIONS))
    history = f"{at}.{HISTORY} (county_code, uuid, version, time, operator, operation, batch"
    bodies = {
        **role_functions(schema),
        # A record as the history keeps it.
        f"record_json(r {at}.{POINTS}) RETURNS jsonb": (
            "sql STABLE",
            f"SELECT {_json('r')}",
        ),
        # Whether an update does what undoing an import does, and no more.
        f"undoes(new_row {at}.{POINTS}, old_row {at}.{POINTS}) RETURNS boolean": (
            "sql STABLE",
            f"SELECT {_setting(SESSION_UNDO)} IS NOT NULL AND EXISTS (SELECT 1 FROM {at}.{HISTORY} "
            "AS h WHERE h.county_code = old_row.county_code AND h.uuid = old_row.uuid "
            f"AND h.version = old_row.version AND h.batch = {_setting(SESSION_UNDO)} "
            f'AND h."before"::jsonb - {_UNDOING_OWN} '
            f"= {at}.record_json(new_row) - {_UNDOING_OWN})",
        ),
        f"{_INSERTING}() RETURNS trigger": (
            "plpgsql",
            f"""BEGIN
IF NEW.status NOT IN ('{DRAFT}', '{SUBMITTED}') THEN {_refuse(BAD_NEW_STATUS)}; END IF;
IF EXISTS (SELECT 1 FROM {at}.{POINTS}
    WHERE county_code = NEW.county_code AND uuid = NEW.uuid) THEN {_refuse(KNOWN_UUID)}; END IF;
IF NOT {at}.is_owner() THEN NEW.updated_by := session_user; END IF;
NEW.uuid := COALESCE(NEW.uuid, gen_random_uuid()::text);
NEW.base_id := COALESCE(NEW.base_id, gen_random_uuid()::text);
NEW.status := COALESCE(NEW.status, '{DRAFT}');
NEW.updated_at := COALESCE(NEW.updated_at, {_NOW});
NEW.version := COALESCE((SELECT max(version) FROM {at}.{HISTORY}
    WHERE county_code = NEW.county_code AND uuid = NEW.uuid), 0) + 1;
RETURN NEW;
END""",
        ),
        f"{_UPDATING}() RETURNS trigger": (
            "plpgsql",
            f"""DECLARE undoing boolean := {at}.undoes(NEW, OLD);
BEGIN
IF NEW.uuid IS DISTINCT FROM OLD.uuid THEN {_refuse(FIXED_UUID)}; END IF;
IF NEW.county_code <> OLD.county_code THEN {_refuse(FIXED_COUNTY)}; END IF;
IF NEW.version IS DISTINCT FROM OLD.version THEN {_refuse(STALE_VERSION)}; END IF;
IF NEW.status IS DISTINCT FROM OLD.status AND NOT undoing
    AND COALESCE(OLD.status || '>' || NEW.status, '') NOT IN ({allowed})
    THEN {_refuse(BAD_TRANSITION)}; END IF;
IF NEW.status IS DISTINCT FROM OLD.status AND NEW.status IN ('{APPROVED}', '{RETURNED}')
    AND NOT undoing AND NOT {at}.in_group(NEW.county_code, '{REVIEWER}')
    THEN {_refuse(NO_REVIEWER)}; END IF;
IF OLD.status = '{APPROVED}' AND NEW.status = '{APPROVED}' AND NOT undoing
    AND {_changed([*BUSINESS, GEOMETRY])} THEN NEW.status := '{SUBMITTED}'; END IF;
IF {_changed(tracked)} THEN
    NEW.version := OLD.version + 1;
    NEW.updated_at := {_NOW};
    IF NOT {at}.is_owner() THEN NEW.updated_by := session_user; END IF;
END IF;
RETURN NEW;
END""",
        ),
        f"{_WRITTEN}() RETURNS trigger": (
            "plpgsql",
            f"""DECLARE old_json jsonb; new_json jsonb; batch text := {_setting(SESSION_BATCH)};
BEGIN
IF TG_OP = 'INSERT' THEN
    INSERT INTO {history})
    VALUES (NEW.county_code, NEW.uuid, NEW.version, {_NOW}, NEW.updated_by, '{INSERT}', batch);
ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO {history}, "before")
    VALUES (OLD.county_code, OLD.uuid, OLD.version + 1, {_NOW},
        CASE WHEN {at}.is_owner() THEN COALESCE({_setting(SESSION_OPERATOR)}, OLD.updated_by)
        ELSE session_user END, '{DELETE}', batch,
        {at}.record_json(OLD)::text);
ELSIF NEW.version <> OLD.version THEN
    old_json := {at}.record_json(OLD);
    new_json := {at}.record_json(NEW);
    INSERT INTO {history}, "before", "after")
    VALUES (NEW.county_code, NEW.uuid, NEW.version, NEW.updated_at, NEW.updated_by,
        CASE WHEN {at}.undoes(NEW, OLD) THEN '{UNDO}' ELSE '{UPDATE}' END, batch, old_json::text,
        (SELECT jsonb_object_agg(n.key, n.value) FROM jsonb_each(new_json) AS n
         WHERE n.value IS DISTINCT FROM old_json -> n.key
            OR n.key IN ('version', 'updated_at'))::text);
END IF;
RETURN NULL;
END""",
        ),
        f"{_SIGN}() RETURNS trigger": (
            "plpgsql",
            f"""BEGIN
IF NOT {at}.is_owner() THEN NEW.operator := session_user; END IF;
RETURN NEW;
END""",
        ),
        f"{_REFUSE}() RETURNS trigger": (
            "plpgsql",
            "BEGIN RAISE EXCEPTION USING MESSAGE = TG_ARGV[0]; END",
        ),
        "draw_made(draw text, county text) RETURNS boolean": (
            "sql STABLE",
            f"SELECT EXISTS (SELECT 1 FROM {at}.{DRAW} WHERE county_code = county AND id = draw)",
        ),
    }
    return [
        f"CREATE OR REPLACE FUNCTION {at}.{signature} LANGUAGE {language} "
        f"{_OWNERS if language == 'plpgsql' else ''} AS {_DOLLAR}{body}{_DOLLAR}"
        for signature, (language, body) in bodies.items()
    ]


def triggers(schema: str) -> dict[str, str]:
    """Return name -> CREATE TRIGGER statement; each partition has them from the table above."""
    at = name(schema)
    fixed = [c.name for c in TABLES[DRAW_ITEM] if c.name not in _OUTCOME]

    def refuse(words: str) -> str:
        return f"{at}.{_REFUSE}({quote(words)})"

    made = f"{at}.draw_made(NEW.{{}}, NEW.county_code)"
    events = {
        "inserting": ("BEFORE INSERT", "", f"{at}.{_INSERTING}()"),
        "updating": ("BEFORE UPDATE", "", f"{at}.{_UPDATING}()"),
        "written": ("AFTER INSERT OR UPDATE OR DELETE", "", f"{at}.{_WRITTEN}()"),
        "history_fixed": ("BEFORE UPDATE OR DELETE", "", refuse(FIXED_HISTORY)),
        "merged_fixed": ("BEFORE UPDATE OR DELETE", "", refuse(FIXED_HISTORY)),
        "accepted_fixed": ("BEFORE UPDATE OR DELETE", "", refuse(FIXED_ACCEPTANCE)),
        "revealed_fixed": ("BEFORE UPDATE OR DELETE", "", refuse(FIXED_REVEAL)),
        "draw_fixed": ("BEFORE UPDATE OR DELETE", "", refuse(FIXED_DRAW)),
        "draw_once": ("BEFORE INSERT", made.format("id"), refuse(FIXED_DRAW)),
        "item_fixed": ("BEFORE UPDATE", _changed(fixed), refuse(FIXED_DRAW)),
        "item_kept": ("BEFORE DELETE", "", refuse(FIXED_DRAW)),
        "item_no_more": ("BEFORE INSERT", made.format("draw_id"), refuse(FIXED_DRAW)),
        **{f"{table}_signed": ("BEFORE INSERT", "", f"{at}.{_SIGN}()") for table in SIGNED},
    }
    return {
        trigger: f"CREATE TRIGGER {trigger} {event} ON {at}.{name(ATTACHED[trigger])} "
        f"FOR EACH ROW {f'WHEN ({when})' if when else ''} EXECUTE FUNCTION {action}"
        for trigger, (event, when, action) in events.items()
    }
