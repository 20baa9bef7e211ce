"""Rows on their way into PostgreSQL: many in one statement, as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, islice

from ..core.errors import StoreError
from ..core.schema import COLLECTION_POINT, COLUMNS, FLAG, INTEGER, NUMBER, POINT, Column, Record
from ..core.tables import POINTS, TABLES
from .sql_db import CGCS2000, GEOMETRY, Step, name, quote
from .sql_values import check_ordinates, refused, storable, stored_value

_AT_ONCE = 500  # rows in one statement
_TYPES = {NUMBER: "double precision", INTEGER: "bigint", FLAG: "bigint"}

Execute = Callable[[str], None]


def column_type(column: Column) -> str:
    """Return PostgreSQL's type of a column."""
    return _TYPES.get(column.kind, "text")


class PgWriter:
    """Writes records inside a transaction; see ``sql_db.RecordWriter``."""

    def __init__(self, execute: Execute, uuid_of: Callable[[int], str]) -> None:
        self._execute, self._uuid_of = execute, uuid_of

    def add(self, records: Iterable[Record], step: Step) -> int:
        """Insert records; return their number."""
        columns = ", ".join(name(column.name) for column in COLLECTION_POINT)
        point = _point_sql("r.lon", "r.lat")
        count = 0
        for chunk in _chunks(map(_row, records)):
            source = _source(chunk, (*COLUMNS, *POINT))
            self._execute(
                f"INSERT INTO {POINTS} ({columns}, {GEOMETRY}) SELECT {columns}, {point} {source}"
            )
            count += len(chunk)
            step(count)
        return count

    def update(self, changes: Iterable[tuple[int, dict]], step: Step) -> int:
        """Write (fid, changed values) pairs; return their number."""
        count = 0
        rows = ({**self._checked(fid, values), "fid": fid} for fid, values in changes)
        for chunk in _chunks(rows):
            for keys, alike in groupby(sorted(chunk, key=_keys), _keys):
                self._execute(_update_sql(list(alike), keys))
            count += len(chunk)
            step(count)
        return count

    def _checked(self, fid: int, values: dict) -> dict:
        try:
            return _row(values)
        except StoreError:
            return _row(values, self._uuid_of(fid))  # raises it again, and names the record


def insert_rows(execute: Execute, table: str, rows: Iterable[dict]) -> int:
    """Insert rows (column -> value) into a table without geometry; return their number."""
    kinds = {column.name: column.kind for column in TABLES[table]}
    columns = ", ".join(map(name, kinds))
    count = 0
    for chunk in _chunks({k: _plain(table, kinds, k, v) for k, v in row.items()} for row in rows):
        source = _source(chunk, {column.name: column for column in TABLES[table]})
        execute(f"INSERT INTO {name(table)} ({columns}) SELECT {columns} {source}")
        count += len(chunk)
    return count


def _plain(table: str, kinds: dict[str, str], key: str, value: object) -> object:
    if key not in kinds or (isinstance(value, str) and not storable(value)):
        raise refused(key, value, table)
    if value is None:
        return None
    if kinds[key] in (INTEGER, FLAG):
        return int(value)
    return float(value) if kinds[key] == NUMBER else str(value)


def _row(record: Record, uuid: str | None = None) -> Record:
    """Return a record as its row holds it. Raises StoreError."""
    uuid = uuid or record.get("uuid")
    row = {}
    for key, value in record.items():
        if key in POINT:
            row[key] = value
        else:
            column = COLUMNS.get(key)
            row[key] = stored_value(key, column and column.kind, value, uuid)
    for key in POINT:
        if row.get(key) is not None:
            check_ordinates(*(row[key] if k == key else 0.0 for k in POINT), uuid)
    return row


def _keys(row: Record) -> tuple[str, ...]:
    return tuple(sorted(row))


def _chunks(rows: Iterable[dict]) -> Iterator[list[dict]]:
    rows = iter(rows)
    while chunk := list(islice(rows, _AT_ONCE)):
        yield chunk


def _source(rows: list[dict], keys: Iterable[str]) -> str:
    """Return the FROM of these rows, as ``r``; a key that a row has not is NULL."""
    types = []
    columns = keys if isinstance(keys, dict) else COLUMNS
    for key in keys:
        if key in POINT:
            types.append(f"{key} double precision")
        elif key == "fid":
            types.append("fid bigint")
        else:
            types.append(f"{name(key)} {column_type(columns[key])}")
    text = json.dumps(rows, ensure_ascii=False, allow_nan=True)
    return f"FROM json_to_recordset({quote(text)}::json) AS r({', '.join(types)})"


def _point_sql(lon: str, lat: str) -> str:
    return (
        f"CASE WHEN {lon} IS NULL OR {lat} IS NULL THEN NULL "
        f"ELSE ST_SetSRID(ST_MakePoint({lon}, {lat}), {CGCS2000}) END"
    )


def _update_sql(rows: list[dict], keys: tuple[str, ...]) -> str:
    assigned = [f"{name(key)} = r.{name(key)}" for key in keys if key not in (*POINT, "fid")]
    if not {*POINT}.isdisjoint(keys):  # an ordinate that is not given stays as it is
        lon, lat = (
            f"r.{key}" if key in keys else f"{function}(p.{GEOMETRY})"
            for key, function in zip(POINT, ("ST_X", "ST_Y"))
        )
        assigned.append(f"{GEOMETRY} = {_point_sql(lon, lat)}")
    return (
        f"UPDATE {POINTS} AS p SET {', '.join(assigned)} {_source(rows, keys)} WHERE p.fid = r.fid"
    )
