"""The log of phones shown or handed out in full, and who may have them (F2)."""

from __future__ import annotations

import os
from datetime import date, datetime, timezone
from pathlib import Path

from ..core.errors import InputError, StoreError
from ..core.messages import Message
from ..core.people import People
from ..core.tables import PERSON, REVEALED
from .gpkg_errors import read_only
from .locations import shared_place
from .store import Store, open_store


def keep_reveal(
    path: str,
    what: str,
    operator: str,
    records: int,
    reason: str = "",
    uuid: str | None = None,
) -> None:
    """Keep in a store that phones of so many records are shown in full; first this, then they are.

    ``what``: one of ``core.tables.REVEALS``. Raises InputError where somebody may not have them,
    and StoreError where it cannot be kept.
    """
    problem = log_obstacle(path)
    with open_store(path, write=problem is None) as store:
        refuse_unseeing(store, operator)
        if problem is not None:
            raise problem
        row = {
            "time": datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z",
            "operator": operator,
            "what": what,
            "uuid": uuid,
            "records": records,
            "reason": reason or None,
        }
        store.append(REVEALED, [row])


def refuse_unseeing(store: Store, operator: str) -> None:
    """Raise InputError where somebody may not have phones in full."""
    denied = People(store.rows(PERSON)).why_not_see(operator, date.today())
    if denied is not None:
        raise InputError(denied)


def log_obstacle(path: str) -> StoreError | None:
    """Return why nothing can be written into a store where it is; None where it can."""
    shared = shared_place(path)
    if shared is not None:
        return StoreError(shared, Message("Work in a local copy of it."))
    if not (os.access(path, os.W_OK) and os.access(Path(path).parent, os.W_OK)):
        return read_only(path)
    return None
