"""Decisions of a review, and earlier versions brought back: each one transaction."""

from __future__ import annotations

from ..core.clock import now
from ..core.errors import StoreError
from ..core.messages import Message
from ..core.reviews import Decision
from ..core.schema import Record
from ..core.tables import POINTS
from ..core.versions import restored, state_at
from .sql_db import SqlDatabase, name, quote
from .sql_read import read_history, read_positions, read_record
from .sql_values import refused, storable
from .store import CancelledError, Progress

_AT_ONCE = 500


def write_decision(
    database: SqlDatabase,
    decision: Decision,
    versions: dict[str, int],
    progress: Progress | None,
) -> None:
    """Set the status and what belongs to it, and write the events."""
    values = decision.values()
    for key, value in (*values.items(), ("reason", decision.reason)):
        if value is not None and not storable(value):
            raise refused(key, value, None)
    assigned = ", ".join(f"{name(key)} = {quote(value)}" for key, value in values.items())
    event = ", ".join(
        map(quote, (values["status"], decision.reason, decision.deadline, decision.operator, now()))
    )
    with database.transaction():
        fids = _unchanged(database, versions)
        last = int(database.value("SELECT COALESCE(max(fid), 0) FROM review"))
        for start in range(0, len(fids), _AT_ONCE):
            # The last share is left for writing to the disk.
            if progress is not None and progress(0.98 * start / len(fids)) is False:
                raise CancelledError(
                    Message("Cancelled."), Message("The store is as it was before.")
                )
            listed = ", ".join(map(str, fids[start : start + _AT_ONCE]))
            database.execute(
                "INSERT INTO review (uuid, version, from_status, to_status, reason, deadline, "
                f"operator, time) SELECT uuid, version + 1, status, {event} "
                f"FROM {POINTS} WHERE fid IN ({listed})"
            )
            database.execute(f"UPDATE {POINTS} SET {assigned} WHERE fid IN ({listed})")
        written = database.value(
            f"SELECT count(*) FROM review AS r JOIN {POINTS} AS p ON p.uuid = r.uuid "
            f"AND p.version = r.version AND p.status = r.to_status WHERE r.fid > {last}"
        )
        if written != len(fids):
            raise StoreError(
                Message("The numbers of records do not agree; nothing was changed."),
                Message("Please report this error, with the file if you may."),
                f"expected {len(fids)}, found {written}",
            )


def _unchanged(database: SqlDatabase, versions: dict[str, int]) -> list[int]:
    """Return the fids of records that still have the version that was judged."""
    positions = read_positions(database, list(versions))
    fids = []
    for uuid, version in versions.items():
        fid, now = positions.get(uuid, (None, None))
        if now != version:
            known = read_record(database, uuid) or {}
            label = " ".join(known[k] for k in ("subject_name", "product") if known.get(k))
            raise StoreError(
                Message("The record {record} was changed meanwhile.", record=label or uuid),
                Message("Nothing was changed. Look at it again, then decide."),
            )
        fids.append(fid)
    return sorted(fids)


def restore_version(database: SqlDatabase, uuid: str, version: int, operator: str) -> Record:
    """Write an earlier state of a record as its newest version; return the record."""
    with database.transaction():
        rows, current = read_history(database, uuid), read_record(database, uuid)
        if not rows:
            raise StoreError(
                Message("The record {record} is not in the store.", record=uuid),
                Message("Copy its number from the list of changes or of versions."),
            )
        values = restored(state_at(rows, current, version), current)
        if not values:
            raise StoreError(
                Message("The record is as it was in version {version} already.", version=version),
                Message("Choose another version."),
            )
        values["updated_by"] = operator
        writer = database.record_writer()
        if current is None:
            writer.add([values], _pass)
        else:
            ((fid, _),) = read_positions(database, [uuid]).values()
            writer.update([(fid, values)], _pass)
        return read_record(database, uuid)


def _pass(_count: int) -> None:
    """Go on: one record is not worth a question."""
