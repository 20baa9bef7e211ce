"""The figures by which the collecting is watched (D6, (六)(三), (六)(四)), each defined once.

Sheet, page and dock show these words; ``monitoring`` counts what they say.
"""

from __future__ import annotations

from typing import NamedTuple

from .messages import Message

BASES, EXPECTED, COLLECTED, OPEN, MISSED = "bases", "expected", "collected", "open", "missed"
COMPLETE, CONFORMING, DOUBTFUL, CONFIRMED = "complete", "conforming", "doubtful", "confirmed"
IN_TIME, APPROVED = "in_time", "approved"
SENT_BACK, SENT_BACK_LATE, CORRECTED_LATE = "returned", "returned_late", "corrected_late"


class Figure(NamedTuple):
    """A figure: its key, its name, what it counts, and of which other figure it is a part."""

    key: str
    name: Message
    meaning: Message
    part_of: str | None = None


FIGURES: tuple[Figure, ...] = (
    Figure(
        BASES,
        Message("Bases"),
        Message(
            "Bases in the store, each with each of its products; those that have stopped "
            "(scale 0) are not counted."
        ),
    ),
    Figure(
        EXPECTED,
        Message("To be collected"),
        Message(
            "Bases whose round was to be collected: collected, still open and not collected "
            "in time together. Nothing is asked for products that are not on the county's list "
            "and for rounds that begin later."
        ),
    ),
    Figure(
        COLLECTED,
        Message("Collected"),
        Message(
            "The round that counts on the day (animals and fish: the month; crops: the planting) "
            "is collected: its scale is known, whatever the review says of it."
        ),
        EXPECTED,
    ),
    Figure(
        OPEN,
        Message("Still open"),
        Message("The round is not collected yet, and its last day has not passed."),
        EXPECTED,
    ),
    Figure(
        MISSED,
        Message("Not collected in time"),
        Message("The round is not collected, and its last day has passed."),
        EXPECTED,
    ),
    Figure(
        COMPLETE,
        Message("Complete"),
        Message("Of the collected: every required value and the point are there."),
        COLLECTED,
    ),
    Figure(
        CONFORMING,
        Message("Without errors"),
        Message("Of the collected: no rule finds an error."),
        COLLECTED,
    ),
    Figure(
        DOUBTFUL,
        Message("Doubtful"),
        Message("Of the collected: a rule warns, and nobody has accepted that with a reason."),
        COLLECTED,
    ),
    Figure(
        CONFIRMED,
        Message("Seen on site"),
        Message(
            "Of the collected: day and manner of the visit are filled in, or the record did not "
            "come from a sheet and needs no visit."
        ),
        COLLECTED,
    ),
    Figure(
        IN_TIME,
        Message("In time"),
        Message(
            "Of the collected: collected by the last day of the round. That is the last day of "
            "the month; of a crop the day before it comes to market, without market dates the "
            "end of its year. The day of collecting counts, where it is missing the day on which "
            "the scale came into the store."
        ),
        COLLECTED,
    ),
    Figure(
        APPROVED,
        Message("Approved"),
        Message("Of the collected: approved by the county's review."),
        COLLECTED,
    ),
    Figure(
        SENT_BACK,
        Message("Returned"),
        Message("Records of any round that are returned and not submitted again."),
    ),
    Figure(
        SENT_BACK_LATE,
        Message("Returned, past deadline"),
        Message("Of the returned: the deadline for correcting has passed."),
        SENT_BACK,
    ),
    Figure(
        CORRECTED_LATE,
        Message("Corrected late"),
        Message(
            "Records that were submitted again in this month, after the deadline of their return, "
            "as the history tells."
        ),
    ),
)
BY_KEY: dict[str, Figure] = {figure.key: figure for figure in FIGURES}
KEYS: tuple[str, ...] = tuple(BY_KEY)

# The parts of what is to be collected, with the colours in which charts show them.
ROUND = {COLLECTED: "#1b7f4b", OPEN: "#d98314", MISSED: "#c0392b"}
LATE = (MISSED, SENT_BACK, SENT_BACK_LATE, CORRECTED_LATE)  # what a collector answers for
