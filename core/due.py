"""What has to be collected or corrected again, and by when ((五)(四), (六)(三))."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from .messages import Message
from .periods import month_of, period_order
from .schema import RETURNED

MONTHLY = "month"  # the interval of animals and fish
SOON_DAYS = 7


@lru_cache(10_000)  # few reasons for many records: their messages are shared
def due_reason(
    status: str | None,
    deadline: str | None,
    interval: str | None,
    latest: str | None,
    today: date,
) -> Message | None:
    """Return why a record is due, None where it is not.

    ``interval``: the product's; ``latest``: the record's period where it is the latest
    of its base and product, else None. Crops come with the rounds of each planting.
    """
    if status == RETURNED and deadline:
        days = _days_left(deadline, today)
        if days is not None and days < 0:
            return Message("The deadline {deadline} has passed.", deadline=deadline)
        if days is not None and days <= SOON_DAYS:
            return Message("To be corrected by {deadline}.", deadline=deadline)
    month = month_of(today)
    if interval == MONTHLY and latest and period_order(latest) < period_order(month):
        return Message("Last collected for {period}: {month} is due.", period=latest, month=month)
    return None


def _days_left(deadline: str, today: date) -> int | None:
    try:
        return (date.fromisoformat(deadline) - today).days
    except ValueError:  # the rules of the form report it
        return None
