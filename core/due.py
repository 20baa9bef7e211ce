"""What the worklist says of a round that is due, or of a return: see ``rounds``."""

from __future__ import annotations

from datetime import date

from .messages import Message
from .round_windows import ALONE, Basis, Round
from .rounds import FRESH, standing


def due_reason(
    status: str | None,
    deadline: str | None,
    interval: str | None,
    latest: Round | str | None,
    today: date,
    basis: Basis | None = None,
) -> Message | None:
    """Return why a record is due or overdue, None where it is not.

    ``interval``: the product's; ``latest``: the record's round, or just its period, where
    it is the latest of its base and product, else None; ``basis``: of its earlier rounds.
    """
    own = latest if isinstance(latest, Round) else Round(latest)
    interval = interval if latest is not None else None
    judged = standing(own, basis or ALONE.basis(own), interval, status, deadline, today)
    return None if judged.state == FRESH else judged.reason
