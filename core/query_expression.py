"""A query as an expression of QGIS, which finds the records that ``Query.fits`` does.

Which round of a base is the latest, no expression over one record can say.
"""

from __future__ import annotations

import re

from .query import NONE, Query
from .schema import DRAFT
from .season import SEASON_DATE, first_day, last_day

_EMPTY = ("", "{}")  # what plain QGIS and QField write for no value


def query_expression(query: Query) -> str:
    """Return the conditions, one a line."""
    parts = (
        _one_of("product", query.products),
        *(f"{_column(column)} = {_text(name)}" for column, name in query.region.items()),
        _with_none("status", query.statuses, DRAFT),
        _one_of("subject_type", query.subject_types),
        _with_none("certification", query.certifications, NONE),
        _some_of("trace_modes", query.trace_modes),
        _some_of("production_modes", query.production_modes),
        *_scale(query.scale_min, query.scale_max),
        season_expression(query.start, query.end) if query.start or query.end else "",
        # On lines of its own: it may end with a comment.
        f"(\n{query.expression}\n)" if query.expression else "",
    )
    return "\nAND ".join(filter(None, parts))


def season_expression(start: str | None, end: str | None) -> str:
    """Return the condition to be in season between two store dates; ``in_season`` in QGIS."""
    low, high = first_day(start) if start else "", last_day(end) if end else ""
    dated = [f"@first <= {_text(high)}"] if high else []
    if low:
        dated.append(f"@last >= left({_text(low)}, length(@last))")
    known = " ".join(
        f"with_variable('{name}', CASE WHEN {_column(column)} ~ {_text(_IS_DATE)} "
        f"THEN {_column(column)} END,"
        for name, column in (("start", "market_start"), ("end", "market_end"))
    )
    return (
        f"{known}\n"
        "  with_variable('first', coalesce(@start, @end),"
        " with_variable('last', coalesce(@end, @start),\n"
        "  CASE WHEN @first IS NULL THEN true\n"
        "  WHEN left(@first, 1) <> '-' AND left(@last, 1) <> '-'"
        f" THEN {' AND '.join(dated)}\n"
        f"  ELSE {_every_year(low, high)} END))))"
    )


_IS_DATE = "^" + SEASON_DATE.replace("(?:", "(") + "$"
_AFTER_YEAR = r"^([0-9]{4}|-)-?"


def _every_year(low: str, high: str) -> str:
    """Return the condition for seasons that come every year, by month and day alone.

    ``low``, ``high``: days of the span asked for, "" where it is open.
    """
    years = int(high[:4]) - int(low[:4]) if low and high else 2
    from_day, to_day = low[5:], high[5:]
    if years > 1 or (years == 1 and to_day >= from_day):
        return "true"  # a whole year
    begins_before = f"@from <= {_text(to_day)}"
    ends_after = f"@to >= left({_text(from_day)}, length(@to))"
    within = f"{begins_before} {'OR' if years else 'AND'} {ends_after}"
    over_new_year = "true" if years else f"{begins_before} OR {ends_after}"
    return (
        f"with_variable('from', regexp_replace(@first, {_text(_AFTER_YEAR)}, ''),"
        f" with_variable('to', regexp_replace(@last, {_text(_AFTER_YEAR)}, ''),\n"
        f"    CASE WHEN left(@from, length(@to)) <= @to THEN {within}\n"
        f"    ELSE {over_new_year} END))"
    )


def _scale(low: float | None, high: float | None) -> list[str]:
    """Return the conditions for the scale; without a lower limit stopped bases are left out."""
    parts = []
    if low is not None:
        parts.append(f'"scale" >= {_number(low)}')
    else:
        parts.append('"scale" <> 0' if high is not None else '("scale" IS NULL OR "scale" <> 0)')
    if high is not None:
        parts.append(f'"scale" <= {_number(high)}')
    return parts


def _with_none(column: str, values: tuple[str, ...], none: str) -> str:
    """Return the condition to have one of the values; an empty one counts as ``none``."""
    if none not in values:  # also where there are no values
        return _one_of(column, values)
    return f"({_column(column)} IS NULL OR {_one_of(column, (*_EMPTY, *values))})"


def _one_of(column: str, values: tuple[str, ...]) -> str:
    return f"{_column(column)} IN ({', '.join(map(_text, values))})" if values else ""


def _some_of(column: str, values: tuple[str, ...]) -> str:
    r"""Return the condition to hold one of several choices, of {"a","b"} as of {a,b}."""
    if not values:
        return ""
    either = "|".join(map(re.escape, values))
    return f"{_column(column)} ~ " + _text(rf'(^ *\{{?|,) *"*({either})"* *(,|\}}? *$)')


def _column(name: str) -> str:
    return f'"{name}"'


def _text(value: str) -> str:
    for plain, written in (("\\", "\\\\"), ("'", "''"), ("\n", "\\n"), ("\t", "\\t")):
        value = value.replace(plain, written)
    return f"'{value}'"


def _number(value: float) -> str:
    return repr(float(value)).removesuffix(".0")
