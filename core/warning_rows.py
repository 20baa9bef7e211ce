"""The early warning as rows, each warning once: what the layer shows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from . import warning_words as words
from .early_warning import COMING, EarlyWarning
from .messages import Message
from .samples import Sample
from .schema import Record


class Warned(NamedTuple):
    """A warning as a row of the layer: its kind, whom and when it is about, and why."""

    kind: str
    record: Record | None
    sample: Sample | None
    gathering: int | None
    day: str | None
    days: int | None
    reason: Message


def warned(warning: EarlyWarning) -> Iterator[Warned]:
    """Yield every warning once.

    ``days`` from the day of the warning: to come, or, below 0, past; None where not known.
    """
    for each in warning.failures.listed:
        sample, group = each.sample, each.gathering
        days = (sample.day - warning.day).days if sample.day else None
        number = group.number if group else None
        record = sample.record
        yield Warned(
            each.kind, record, sample, number, sample.stated, days, words.failure_words(each)
        )
    for each in warning.late:
        yield Warned(each.kind, each.record, None, None, None, -each.days, each.reason)
    for each in warning.coming:
        days = (each.first - warning.day).days
        text = each.first.isoformat()
        reason = words.COMES.told(day=words.first_day(each))
        yield Warned(COMING, each.record, None, None, text, days, reason)
