"""Applying and undoing an import in a store: each one transaction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from ..core.clock import now
from ..core.errors import StoreError
from ..core.identity import new_uuid
from ..core.messages import Message
from ..core.schema import DRAFT, SUBMITTED, Record
from ..core.tables import DELETE, HISTORY, INSERT, MERGED, POINTS, TABLES, UNDO, UPDATE
from .sql_db import SESSION_BATCH, SESSION_OPERATOR, SESSION_UNDO, SqlDatabase, Step, quote
from .sql_read import read_batch_versions, read_positions, values_of
from .store import CancelledError, Progress, UndoResult

_NEW_STATUSES = (DRAFT, SUBMITTED)
_BATCH_COLUMNS = frozenset(column.name for column in TABLES["import_batch"])
_TRIGGERS_OWN = ("uuid", "version", "updated_at", "updated_by")


def _stepper(progress: Progress | None, total: int, done: int = 0) -> Step:
    def step(count: int) -> None:
        # The last share is left for writing to the disk.
        if progress is not None and progress(0.98 * (done + count) / max(total, 1)) is False:
            raise CancelledError(Message("Cancelled."), Message("The store is as it was before."))

    return step


def apply_batch(
    database: SqlDatabase,
    batch: dict,
    added: list[Record],
    updated: list[Record],
    progress: Progress | None,
    revision: int | None = None,
    merged: Iterable[dict] | None = None,
) -> str:
    """Write the batch and its records; return the batch's id."""
    row = _batch_row(batch, len(added), len(updated))
    batch_id, operator = row["id"], row["operator"]
    # Without an operator the change has none: never the one of the version before.
    fixed = {"import_batch": batch_id, "updated_by": operator or None} if merged is None else {}
    _refuse_twice(added, updated)
    total = len(added) + len(updated)
    session = {SESSION_BATCH: batch_id, SESSION_OPERATOR: operator}
    with database.transaction(), database.session(session):
        if revision not in (None, database.revision()):
            raise StoreError(
                Message("The store {path} was changed meanwhile.", path=database.path),
                Message("Nothing was changed. Read the store again and repeat the import."),
            )
        changes = list(_changes(database, updated, fixed))
        before = database.value(f"SELECT count(*) FROM {POINTS}")
        writer = database.record_writer()
        _stepper(progress, total)(0)
        time = now()
        for record in added:
            _complete(record, time, fixed)
        # Records of another store have batches of their own, by which the bulk would know them.
        many = [record["uuid"] for record in added] if merged is None else []
        with database.many_new(batch_id, many):
            writer.add(added, _stepper(progress, total))
        writer.update(changes, _stepper(progress, total, len(added)))
        database.insert("import_batch", [row])
        database.insert(MERGED, [{**each, "batch": batch_id} for each in merged or ()])
        _verify(
            (before + len(added), len(added), len(updated)),
            (
                database.value(f"SELECT count(*) FROM {POINTS}"),
                *_written(database, batch_id, INSERT, UPDATE),
            ),
        )
        _stepper(progress, total)(total)
    return batch_id


def _batch_row(batch: dict, added: int, updated: int) -> dict:
    unknown = sorted(set(batch) - _BATCH_COLUMNS)
    if unknown:
        raise StoreError(
            Message("The import carries unknown information: {names}.", names=", ".join(unknown)),
            Message("Please report this error."),
        )
    row = {"time": now(), "operator": None, "added": added, "updated": updated, **batch}
    row["id"] = row.get("id") or new_uuid()
    _verify((row["added"], row["updated"]), (added, updated))
    return row


def _refuse_twice(added: list[Record], updated: list[Record]) -> None:
    numbers = [record.get("uuid") for record in (*added, *updated)]
    twice = [key for key, count in Counter(numbers).items() if key and count > 1]
    if twice:
        raise StoreError(
            Message("The record {record} occurs more than once in the import.", record=twice[0]),
            Message("Keep one row of each record and try again."),
        )


def _complete(record: Record, time: str, fixed: dict) -> None:
    """Give a record what a new one needs; the triggers then have nothing to add."""
    record["uuid"] = record.get("uuid") or new_uuid()
    record["base_id"] = record.get("base_id") or new_uuid()
    record["status"] = record["status"] if record.get("status") in _NEW_STATUSES else DRAFT
    record["version"], record["updated_at"] = 1, time
    record.update(fixed)


def _changes(
    database: SqlDatabase, updated: list[Record], fixed: dict
) -> Iterator[tuple[int, dict]]:
    positions = read_positions(database, [record.get("uuid") or "" for record in updated])
    for record in updated:
        if record.get("uuid") not in positions:
            raise StoreError(
                Message("The record {record} is not in the store.", record=_label(record)),
                Message("Nothing was changed. Read the store again and repeat the import."),
            )
        fid, version = positions[record["uuid"]]
        if record.get("version") not in (None, version):
            raise StoreError(
                Message("The record {record} was changed meanwhile.", record=_label(record)),
                Message("Nothing was changed. Read the store again and repeat the import."),
            )
        own = ("uuid", "version", "updated_at")  # the triggers' own
        values = {key: value for key, value in record.items() if key not in own}
        yield fid, {**values, **fixed}


def _label(record: Record) -> str:
    parts = (record.get("subject_name"), record.get("product"), record.get("uuid"))
    return " ".join(part for part in parts if part)


def _written(database: SqlDatabase, batch: str, *operations: str) -> tuple[int, ...]:
    found = dict(
        database.rows(
            f"SELECT operation, count(*) FROM {HISTORY} WHERE batch = {quote(batch)} "
            "GROUP BY operation"
        )
    )
    return tuple(found.get(operation, 0) for operation in operations)


def _verify(expected: tuple, found: tuple) -> None:
    if expected != found:
        raise StoreError(
            Message("The numbers of records do not agree; nothing was changed."),
            Message("Please report this error, with the file if you may."),
            f"expected {expected}, found {found}",
        )


def undo_batch(
    database: SqlDatabase, batch_id: str, operator: str, progress: Progress | None
) -> UndoResult:
    """Remove what the batch added and restore what it updated."""
    session = {SESSION_BATCH: batch_id, SESSION_UNDO: batch_id, SESSION_OPERATOR: operator}
    with database.transaction(), database.session(session):
        _refuse_undone(database, batch_id)
        removed, restored, kept = _undo_plan(database, batch_id, operator)
        total = len(removed) + len(restored)
        step = _stepper(progress, total)
        step(0)
        for start in range(0, len(removed), 500):
            listed = ", ".join(map(str, removed[start : start + 500]))
            database.execute(f"DELETE FROM {POINTS} WHERE fid IN ({listed})")
            step(start)
        database.record_writer().update(restored, _stepper(progress, total, len(removed)))
        _verify((len(removed), len(restored)), _written(database, batch_id, DELETE, UNDO))
        database.execute(
            f"UPDATE import_batch SET undone_at = {quote(now())}, undone_by = {quote(operator)} "
            f"WHERE id = {quote(batch_id)}"
        )
        step(total)
    return UndoResult(len(removed), len(restored), tuple(sorted(kept)))


def _refuse_undone(database: SqlDatabase, batch_id: str) -> None:
    rows = database.rows(f"SELECT undone_at FROM import_batch WHERE id = {quote(batch_id)}")
    if not rows:
        raise StoreError(
            Message("There is no import {batch} in the store.", batch=batch_id),
            Message("Choose one from the list of imports."),
        )
    if rows[0][0] is not None:
        raise StoreError(
            Message("The import {batch} was undone already.", batch=batch_id),
            Message("Choose another one from the list of imports."),
        )


def _undo_plan(
    database: SqlDatabase, batch_id: str, operator: str
) -> tuple[list[int], list[tuple[int, dict]], list[str]]:
    written = list(read_batch_versions(database, batch_id))
    positions = read_positions(database, [row[0] for row in written])
    removed, restored, kept = [], [], []
    for key, version, operation, before in written:
        fid, current = positions.get(key, (None, None))
        if fid is not None and current == version:
            if operation == INSERT:
                removed.append(fid)
            else:
                values = values_of(before)
                for column in _TRIGGERS_OWN:
                    del values[column]
                restored.append((fid, {**values, "updated_by": operator}))
        elif fid is not None or operation == UPDATE:
            kept.append(key)  # changed, or deleted by a person, since
    return removed, restored, kept
