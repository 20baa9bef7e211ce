"""The log of phones shown or handed out in full, and who may have them (F2)."""

from __future__ import annotations

from datetime import date

from ..core.clock import now
from ..core.errors import InputError
from ..core.people import People
from ..core.tables import PERSON, REVEALED
from .locations import refuse_unwritable
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
    refuse_unwritable(path)
    with open_store(path, write=True) as store:
        refuse_unseeing(store, operator)
        row = {
            "time": now(),
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
