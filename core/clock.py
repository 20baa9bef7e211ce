"""Days of the person's clock and the times (UTC) that a store writes."""

from __future__ import annotations

from datetime import date, datetime, time, timezone


def beginning(day: date) -> str:
    """Return the time (UTC) at which a day begins, as the store writes times."""
    moment = datetime.combine(day, time()).astimezone(timezone.utc)
    return moment.strftime("%Y-%m-%dT%H:%M:%S.000Z")


def local_day(stamp: str | None) -> date | None:
    """Return the day of a time (UTC) of the store, None where there is none to be read."""
    try:
        moment = datetime.fromisoformat((stamp or "")[:19])
    except ValueError:
        return None
    return moment.replace(tzinfo=timezone.utc).astimezone().date()
