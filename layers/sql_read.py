"""Reading records and history of a store, fast and exactly."""

from __future__ import annotations

import json
import struct
from collections.abc import Collection, Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from ..core.errors import StoreError
from ..core.messages import Message
from ..core.schema import (
    COLUMNS,
    DRAFT,
    NUMBER,
    POINT,
    RETURNED,
    Record,
    empty_record,
)
from ..core.tables import DELETE, HISTORY, POINTS, TABLES, UPDATE
from ..core.versions import with_movers
from .sql_db import EMPTY, GEOMETRY, SqlDatabase, name, quote

RECORD_KEYS = (*COLUMNS, *POINT)
REALS = {column.name for column in COLUMNS.values() if column.kind == NUMBER} | {*POINT}
ROW_ID = "fid"  # of the row in the table; what QGIS calls the feature's id
_ENVELOPE_BYTES = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}
_CHUNK = 1000
_FEW = 2000  # uuids that are looked up one by one, not by reading all
_FEW_COMPARED = 100  # the same where others are looked for that go with them
# Columns in which records are equal that stand twice (rule D3-duplicate), and the base.
_TWICE = ", ".join(
    f"COALESCE({column}, '')" for column in ("product", "township", "village", "period")
)
_BASE = "COALESCE(NULLIF(base_id, ''), uuid)"
_BEFORE = ("h.uuid", 'h."before"')


def point_of(blob: str | None) -> tuple[float | None, float | None]:
    """Return (lon, lat) of a GeoPackage point given as hex, Nones where empty."""
    if not blob:
        return None, None
    data = bytes.fromhex(blob)
    start = 8 + _ENVELOPE_BYTES[(data[3] >> 1) & 7]
    order = "<" if data[start] == 1 else ">"
    lon, lat = struct.unpack_from(order + "dd", data, start + 5)
    return (lon, lat) if lon == lon and lat == lat else (None, None)


def value_sql(database: SqlDatabase, column: str) -> str:
    """Return SQL for a value of a record: numbers exact, the empty texts of others NULL."""
    if column == ROW_ID:
        return column
    if column in POINT:
        return database.ordinate(column)
    if COLUMNS[column].kind == NUMBER:
        return database.number(name(column))
    return database.no_empty(column)


def record_sql(database: SqlDatabase, keys: Iterable[str]) -> str:
    """Return SQL for these values of a record as a JSON array."""
    return database.array(value_sql(database, key) for key in keys)


def read_records(database: SqlDatabase, columns: Iterable[str] | None) -> Iterator[Record]:
    """Read all records at once, then hand them out one by one."""
    keys = RECORD_KEYS if columns is None else tuple(columns)
    for key in keys:
        if key not in COLUMNS and key not in POINT and key != ROW_ID:
            raise StoreError(
                Message("There is no column {column} in the store.", column=key),
                Message("Use one of the columns of the collection sheet."),
            )
    rows = database.texts(f"SELECT {record_sql(database, keys)} FROM {POINTS} ORDER BY fid")
    return _records(keys, rows)


def read_record(database: SqlDatabase, uuid: str) -> Record | None:
    """Return one record, None where there is none."""
    columns = record_sql(database, RECORD_KEYS)
    rows = database.texts(f"SELECT {columns} FROM {POINTS} WHERE uuid = {quote(uuid)}")
    return next(_records(RECORD_KEYS, rows), None)


def read_compared(database: SqlDatabase, uuids: Collection[str]) -> Iterator[Record]:
    """Return these records with all that an error of the whole table can come from.

    That is what may be the same record twice, and every period of those bases, since only
    the latest one counts. For many it is simply everything.
    """
    if len(uuids) > _FEW_COMPARED:
        return read_records(database, None)
    listed = ", ".join(map(quote, uuids))
    asked = f"SELECT {_TWICE} FROM {POINTS} WHERE uuid IN ({listed})"
    bases = f"SELECT {_BASE} FROM {POINTS} WHERE ({_TWICE}) IN ({asked})"
    columns = record_sql(database, RECORD_KEYS)
    rows = database.texts(f"SELECT {columns} FROM {POINTS} WHERE {_BASE} IN ({bases}) ORDER BY fid")
    return _records(RECORD_KEYS, rows)


def _records(keys: tuple[str, ...], rows: list[str]) -> Iterator[Record]:
    for start in range(0, len(rows), _CHUNK):
        for values in json.loads("[" + ",".join(rows[start : start + _CHUNK]) + "]"):
            yield dict(zip(keys, values))


def read_rows(database: SqlDatabase, table: str, uuid: str | None = None) -> list[dict]:
    """Return the rows of a table of ``core.tables``, in the order written.

    ``uuid``: only those of this record.
    """
    columns = TABLES[table]
    listed = database.array(
        database.number(name(c.name)) if c.kind == NUMBER else name(c.name) for c in columns
    )
    where = "" if uuid is None else f"WHERE uuid = {quote(uuid)}"
    texts = database.texts(f"SELECT {listed} FROM {name(table)} {where} ORDER BY fid")
    keys = [c.name for c in columns]
    return [dict(zip(keys, json.loads(text))) for text in texts]


def read_positions(database: SqlDatabase, uuids: list[str]) -> dict[str, tuple[int, int]]:
    """Return uuid -> (fid, version) of those of ``uuids`` that are there."""
    select = f"SELECT {database.array(('uuid', 'fid', 'version'))} FROM {POINTS}"
    if len(uuids) > _FEW:
        texts = database.texts(select)
    else:
        texts = []
        for start in range(0, len(uuids), 500):
            listed = ", ".join(quote(uuid) for uuid in uuids[start : start + 500])
            texts += database.texts(f"{select} WHERE uuid IN ({listed})")
    wanted = set(uuids)
    rows = json.loads("[" + ",".join(texts) + "]")
    return {uuid: (fid, version) for uuid, fid, version in rows if uuid in wanted}


def values_of(version: str | None) -> Record | None:
    """Return the values that a JSON of the history holds, geometry as lon and lat."""
    if version is None:
        return None
    record = {k: None if v in EMPTY else v for k, v in json.loads(version).items()}
    if GEOMETRY in record:
        record["lon"], record["lat"] = point_of(record.pop(GEOMETRY))
    for key in REALS & record.keys():  # a database may write 3 for 3.0
        record[key] = record[key] and float(record[key])
    return record


def read_history(database: SqlDatabase, uuid: str) -> list[dict]:
    """Return the versions of a record, oldest first."""
    return next((rows for _, rows in read_histories(database, [uuid])), [])


def read_histories(
    database: SqlDatabase, uuids: Iterable[str] | None, since: str = ""
) -> Iterator[tuple[str, list[dict]]]:
    """Yield uuid and versions of the records that have one from a time (UTC) on."""
    if since or uuids is None:
        changed = database.texts(
            f"SELECT DISTINCT uuid FROM {HISTORY} WHERE time >= {quote(since)} ORDER BY uuid"
        )
        wanted = None if uuids is None else set(uuids)
        uuids = [uuid for uuid in changed if wanted is None or uuid in wanted]
    keys = [c.name for c in TABLES[HISTORY]]
    columns = database.array(map(name, keys))
    uuids = list(uuids)
    for start in range(0, len(uuids), 500):
        listed = ", ".join(quote(uuid) for uuid in uuids[start : start + 500])
        texts = database.texts(
            f"SELECT {columns} FROM {HISTORY} WHERE uuid IN ({listed}) ORDER BY uuid, version"
        )
        rows = (dict(zip(keys, json.loads(text))) for text in texts)
        for uuid, versions in groupby(rows, itemgetter("uuid")):
            yield uuid, with_movers(list(map(_as_records, versions)))


def _as_records(row: dict) -> dict:
    row["before"], row["after"] = values_of(row["before"]), values_of(row["after"])
    if row["before"] is not None and row["after"] is not None:
        row["after"] = {**row["before"], **row["after"]}
    return row


def read_records_at(database: SqlDatabase, moment: str) -> list[Record]:
    """Return the records as they stood just before a time (UTC)."""
    first = (
        f"SELECT uuid, min(version) AS version FROM {HISTORY} "
        f"WHERE time >= {quote(moment)} GROUP BY uuid"
    )
    texts = database.texts(
        f"SELECT {database.array(_BEFORE)} FROM ({first}) AS f JOIN {HISTORY} AS h "
        "ON h.uuid = f.uuid AND h.version = f.version"
    )
    changed = {uuid: values_of(before) for uuid, before in map(json.loads, texts)}
    found = [each for each in read_records(database, None) if each["uuid"] not in changed]
    # An older store's history lacks the columns that came later.
    found += [{**empty_record(), **before} for before in changed.values() if before is not None]
    return found


def read_deleted(database: SqlDatabase) -> set[str]:
    """Return the uuids of records that were deleted and are not there again."""
    return set(
        database.texts(
            f"SELECT DISTINCT uuid FROM {HISTORY} WHERE operation = '{DELETE}' "
            f"AND uuid NOT IN (SELECT uuid FROM {POINTS} WHERE uuid IS NOT NULL)"
        )
    )


def read_ended_returns(database: SqlDatabase, since: str) -> list[dict]:
    """Return time and ``before`` of each change from a time (UTC) on that ended a return."""
    old, new = (database.member(column, "status") for column in ("before", "after"))
    columns = database.array(("time", '"before"'))
    texts = database.texts(
        f"SELECT {columns} FROM {HISTORY} WHERE time >= {quote(since)} "
        f"AND {old} = '{RETURNED}' AND {new} <> '{RETURNED}' ORDER BY fid"
    )
    return [{"time": time, "before": values_of(before)} for time, before in map(json.loads, texts)]


def read_entered(database: SqlDatabase) -> dict[str, str]:
    """Return uuid -> time (UTC) at which a record came; of one that was opened, its scale."""
    opened = (
        f"operation = '{UPDATE}' AND {database.member('before', 'status')} = '{DRAFT}' "
        f"AND {database.member('before', 'scale')} IS NULL"
    )
    first = f"COALESCE(max(CASE WHEN {opened} THEN time END), min(time))"
    texts = database.texts(f"SELECT {database.array(('uuid', first))} FROM {HISTORY} GROUP BY uuid")
    return dict(map(json.loads, texts))


def read_imported(database: SqlDatabase) -> dict[str, Record]:
    """Return uuid -> record as its last import left it, of those edited since."""
    last = (
        f"SELECT uuid, max(version) AS version FROM {HISTORY} WHERE batch IS NOT NULL GROUP BY uuid"
    )
    texts = database.texts(
        f"SELECT {database.array(_BEFORE)} FROM ({last}) AS i JOIN {HISTORY} AS h "
        f"ON h.uuid = i.uuid AND h.version = i.version + 1 WHERE h.operation = '{UPDATE}'"
    )
    return {uuid: values_of(before) for uuid, before in map(json.loads, texts)}


def read_batch_versions(database: SqlDatabase, batch: str) -> Iterator[list]:
    """Return [uuid, version, operation, before JSON] of what an import wrote."""
    columns = database.array(("uuid", "version", "operation", '"before"'))
    texts = database.texts(
        f"SELECT {columns} FROM {HISTORY} WHERE batch = {quote(batch)} ORDER BY fid"
    )
    return (json.loads(text) for text in texts)
