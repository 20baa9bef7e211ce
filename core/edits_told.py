"""What an import tells of edits made in the store since the last import: kept, or lost."""

from __future__ import annotations

from collections.abc import Iterator

from .comparing import changes, equal, same_point
from .findings import INFO, WARNING
from .messages import Message
from .rules import label
from .schema import COLUMNS, POINT, Record

# The point is told once, by its longitude, and not by what goes with it.
_TOLD = frozenset({*COLUMNS, "lon"} - {"coordinate_source", "coordinate_original"})


def told_edits(
    held: Record, new: Record, imported: Record, changed: Record
) -> Iterator[tuple[str, Message]]:
    """Yield (level, message) of what stays and what is replaced.

    ``held``: the record in the store; ``imported``: as its last import left it; ``changed``:
    what the row ``new`` changes.
    """
    kept = [name for name in changes(held, new) if name not in changed and name in _TOLD]
    if kept:
        yield (
            INFO,
            Message(
                "{columns}: corrected in the store since the last import; it stays.",
                columns="、".join(map(_word, kept)),
            ),
        )
    for name in changed:
        if name in _TOLD and _differ(name, held, imported):
            yield (
                WARNING,
                Message(
                    "{column}: takes the place of {value}, which was corrected in the store "
                    "since the last import.",
                    column=_word(name),
                    value=_shown(name, held),
                ),
            )


def _word(name: str) -> str:
    """Return the official name of a column, or of the point."""
    return "点位经纬度" if name == "lon" else label(name)


def _differ(name: str, a: Record, b: Record) -> bool:
    """Tell whether two records differ in a column, or in the point."""
    if name == "lon":
        return not same_point(a, b) and any(a[part] != b[part] for part in POINT)
    return not equal(name, a.get(name), b.get(name))


def _shown(name: str, record: Record) -> object:
    """Return a value as a message names it, the point as a pair."""
    value = record.get(name)
    if value is None:
        return "-"
    return f"{value:.8f},{record['lat']:.8f}" if name == "lon" else value
