"""What monitoring says in words, the same on sheet, page and dock."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from .figures import FIGURES, KEYS, Figure
from .messages import Message
from .monitoring_table import Monitoring
from .rule import UNNAMED

TITLE = Message("Monitoring of the collecting")
UNIT = Message("Unit: bases; returns: records")
TOTAL = Message("Total")
PROGRESS = Message("Round")  # heads the bar
BAR = Message("Collected (green), still open (orange) and not collected in time (red)")
BY_TOWNSHIP = Message("By township")
CROSSED = Message("By township and product")
BY_VILLAGE = Message("By village")
CHANGES = Message("Change against the month before")
LATE = Message("Late, by collector")
MONTH_BEFORE, CHANGE = Message("Month before"), Message("Difference")
ROUND_CHART = Message("Where the rounds stand, by township (bases)")
REVIEW_CHART = Message("Of the collected, by township (bases)")
NOBODY_LATE = Message("Nobody is late.")


def place_name(value: str | None) -> Message:
    """Return the name of a place, or what stands in the place of an empty one."""
    return Message("{name}", name=value) if value else UNNAMED


def dated(monitoring: Monitoring) -> Message:
    """Return of which day the figures are, and with which they are compared."""
    day = monitoring.day.isoformat()
    if monitoring.before is None:
        return Message("As of {day}", day=day)
    before = monitoring.before.isoformat()
    return Message("As of {day}, compared with {before}", day=day, before=before)


def signed(change: int | None) -> str:
    """Return a change with its sign, "" where it is not known."""
    return "" if change is None else f"{change:+d}" if change else "0"


def explained(figure: Figure) -> Message:
    """Return the name of a figure and what it counts."""
    return Message("{name}: {meaning}", name=figure.name, meaning=figure.meaning)


def footnotes(monitoring: Monitoring, keys: Collection[str] = KEYS) -> Iterator[Message]:
    """Yield what to know of some figures: this time, then each definition."""
    yield from monitoring.notes
    yield from (explained(figure) for figure in FIGURES if figure.key in keys)
