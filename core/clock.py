"""Days of the person's clock and the times (UTC) that a store writes."""

from __future__ import annotations

from datetime import date, datetime, time, timezone

_FIRST = date(1970, 1, 2)  # no store is older, and Windows has no local time before


def now() -> str:
    """Return this moment (UTC) as the store writes times."""
    return _stamp(datetime.now(timezone.utc))


def beginning(day: date) -> str:
    """Return the time (UTC) at which a day begins, as the store writes times."""
    return _stamp(datetime.combine(max(day, _FIRST), time()).astimezone(timezone.utc))


def local_day(stamp: str | None) -> date | None:
    """Return the day of a time (UTC) of the store, None where there is none to be read."""
    try:
        moment = datetime.fromisoformat((stamp or "")[:19])
    except ValueError:
        return None
    return moment.replace(tzinfo=timezone.utc).astimezone().date()


def _stamp(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"
