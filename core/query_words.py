"""A query in words, for sub-titles, logs and windows."""

from __future__ import annotations

from collections.abc import Callable

from .messages import Message
from .query import NONE, Query
from .status_words import STATUS_WORDS

NO_CERTIFICATION = Message("None")
_LONGEST = 60  # characters of an expression


def query_words(query: Query, translate: Callable[[str], str] = str) -> str:
    """Return what a query asks for in one line; "" for everything."""

    def listed(values: tuple[str, ...]) -> str:
        return "、".join(values)

    def word(known: dict[str, Message], value: str) -> str:
        return known[value].render(translate) if value in known else value

    def between(low: str | None, high: str | None) -> str | Message:
        if low and high:
            return Message("{low} – {high}", low=low, high=high)
        if low:
            return Message("from {low}", low=low)
        return Message("up to {high}", high=high) if high else ""

    none = {NONE: NO_CERTIFICATION}
    certifications = tuple(word(none, value) for value in query.certifications)
    statuses = tuple(word(STATUS_WORDS, value) for value in query.statuses)
    parts = (
        (listed(query.products), Message("Products: {names}")),
        ("".join(query.region.values()), Message("Region: {names}")),
        (between(_figure(query.scale_min), _figure(query.scale_max)), Message("Scale: {range}")),
        (between(query.start, query.end), Message("In season: {range}")),
        (listed(statuses), Message("Status: {names}")),
        (listed(query.subject_types), Message("Types of producers: {names}")),
        (listed(certifications), Message("Certification: {names}")),
        (listed(query.trace_modes), Message("Trace modes: {names}")),
        (listed(query.production_modes), Message("Production modes: {names}")),
        (query.period, Message("Period: {period}")),
        (_shortened(query.expression), Message("Condition: {text}")),
    )
    told = (
        part.told(names=value, range=value, period=value, text=value)
        for value, part in parts
        if value
    )
    return "；".join(part.render(translate) for part in told)


def round_words(query: Query) -> Message:
    """Return which rounds a query looks at, which no expression over one record can say."""
    if query.period:
        return Message("Of these the round {period} of each base.", period=query.period)
    return Message("Of these the latest collected round of each base and product.")


def _figure(value: float | None) -> str | None:
    return None if value is None else f"{value:,.10g}"


def _shortened(expression: str) -> str:
    text = " ".join(expression.split())
    return text[:_LONGEST] + "…" if len(text) > _LONGEST else text
