"""What the early warning says in words, the same on layer, list and page."""

from __future__ import annotations

from collections.abc import Iterator

from .early_warning import (
    COMING,
    FAILED,
    GATHERED,
    RETURNED,
    UNCOLLECTED,
    EarlyWarning,
    Failure,
)
from .market import ON_MARKET, OTHER_DAYS, Market
from .messages import Message
from .statistics_count import ALL_YEAR, NOT_STATED

TITLE = Message("Early warning")
AS_OF = Message("As of {day}")

KINDS = {
    GATHERED: Message("Failed, in a gathering"),
    FAILED: Message("Failed, by itself"),
    RETURNED: Message("Returned, past its deadline"),
    UNCOLLECTED: Message("Not collected in time"),
    COMING: Message("Comes to market"),
}
STATES = {
    ON_MARKET: Message("On the market now"),
    OTHER_DAYS: Message("On the market at other times"),
    ALL_YEAR: Message("Animals and fish without market dates"),
    NOT_STATED: Message("Market dates not stated"),
}
GO_THERE = Message(
    "Go there: trace what was used on the crop or fed, and where it was bought; sample the "
    "producers around and the same product; stop what is on its way to market."
)
_FOLLOW_UP = Message(
    "Follow up with the producer, test again, and give failed producers more lots in the random "
    "inspection."
)
NEXT = {
    GATHERED: _FOLLOW_UP,
    FAILED: _FOLLOW_UP,
    RETURNED: Message("Press the collectors; what stays uncorrected counts in their review."),
    UNCOLLECTED: Message("Have the round collected, base by base."),
    COMING: Message(
        "Visit and sample before the harvest; see that certificates (承诺达标合格证) are issued."
    ),
    ON_MARKET: Message("Sample in the field and at the gate; look at certificates."),
    NOT_STATED: Message("Have the market dates filled in; until then nobody is warned of these."),
}
GATHERINGS = Message("Gatherings of failed tests")
FAILURES = Message("Failed samples")
BY_ITEM = Message("Failed samples by product and item")
COMING_PLACES = Message("What comes to market, by place")
COMING_LIST = Message("Who comes to market")
LATE_PLACES = Message("What is overdue, by collector")
LATE_LIST = Message("What is overdue")
SUMMARY = Message("Summary")
TOTAL = Message("Total")

WARNING, UNIT = Message("Kind of warning"), Message("Unit")
COUNT, DO_NEXT = Message("Count"), Message("What to do next")
IN_PLACES, IN_SAMPLES, IN_RECORDS = Message("places"), Message("samples"), Message("records")
NO, GATHERING = Message("No."), Message("Gathering")
WHERE, MIDDLE, SPREAD = Message("Where"), Message("Middle"), Message("Spread (m)")
FIRST, LAST = Message("From"), Message("To")
SAMPLES, PRODUCERS = Message("Failed samples"), Message("Producers")
TESTED, NEAR = Message("Samples tested there"), Message("Bases of these products near it")
DAY, STANDING = Message("Day"), Message("Standing")
IN_GATHERINGS = Message("In gatherings")
BASES, SCALE, FIRST_DAY = Message("Bases"), Message("Scale"), Message("First day")
DAYS_OVER, MOST_DAYS = Message("Days over"), Message("Most days over")
REASON = Message("Reason")
NUMBERED = Message("Gathering {number}")
BY_ITSELF = Message("By itself")
BY_MONTH = Message("{day} (month stated)")
COMES = Message("Comes to market from {day}")
EACH = Message("{name} {count}")
MORE = Message("{count} more rows stand in the list.")
NONE = Message("None.")

_UNKNOWN = Message(
    "Results of tests are kept in a store; the records given are a copy, and no store was named, "
    "so nothing is known of failed tests."
)


def gathering_notes(warning: EarlyWarning) -> Iterator[Message]:
    """Yield how gatherings are found, and what was not looked at."""
    failures = warning.failures
    if not failures.known:
        yield _UNKNOWN
        return
    reach = failures.reach
    yield Message(
        "A gathering: at least {least} failed samples of {since} to {day}, held together by steps "
        "of at most {km:g} km and {window} days. One step may follow another, so the spread can "
        "be larger; the middle is the mean of the points, the spread the distance from it to the "
        "farthest.",
        least=reach.least,
        since=failures.since.isoformat(),
        day=warning.day.isoformat(),
        km=reach.radius / 1000,
        window=reach.window,
    )
    yield Message(
        "Samples tested there: all samples within the spread, from the first to the last day. "
        "Near: within the spread and {km:g} km more.",
        km=reach.radius / 1000,
    )
    yield Message(
        "A gathering says where to look, not why: where more is tested, more fails. The lines of "
        "one sample count once, a day that is only a month as its last day."
    )
    if failures.unplaced:
        yield Message(
            "{count} failed samples have no place or day and cannot gather; they are listed with "
            "the reason.",
            count=failures.unplaced,
        )
    if failures.earlier or failures.later:
        yield Message(
            "Not looked at: {earlier} failed samples before {since}, {later} after {day}.",
            earlier=failures.earlier,
            since=failures.since.isoformat(),
            later=failures.later,
            day=warning.day.isoformat(),
        )


def market_notes(warning: EarlyWarning) -> Iterator[Message]:
    """Yield what counts as coming, and what cannot."""
    yield Message(
        "Coming: not on the market on {day}, and found by a query for one of the days to {until}. "
        "A month alone counts from its first day; dates without a year hold for every year.",
        day=warning.day.isoformat(),
        until=warning.until.isoformat(),
    )
    counts = warning.counts
    if counts[ALL_YEAR]:
        yield Message(
            "{count} records of animals and fish have no market dates (附件1, note 8): nothing is "
            "said of them here.",
            count=counts[ALL_YEAR],
        )
    if counts[OTHER_DAYS]:
        yield Message(
            "{count} records come to market at other times; where their dates have passed, the "
            "next round has not been collected.",
            count=counts[OTHER_DAYS],
        )


LATE_NOTE = Message(
    "Not collected in time: as «What is due» judges the latest round of each base. Returned: as "
    "«Returned and overdue» lists it. What is both stands here as returned."
)


def failure_words(each: Failure) -> Message:
    """Return whether a failed sample gathers, or why that is not known."""
    if each.gathering is not None:
        return NUMBERED.told(number=each.gathering.number)
    return each.unplaced or BY_ITSELF


def first_day(each: Market) -> Message | str:
    """Return the day on which a record comes to market, and whether only its month is stated."""
    day = each.first.isoformat()
    return BY_MONTH.told(day=day) if each.by_month else day
