"""One query object for maps, tables, statistics and samples (REQUIREMENTS C5)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from .errors import InputError
from .messages import Message
from .round_windows import has_stopped
from .rounds import collected, of_period
from .schema import DRAFT, Record, split_choices
from .season import in_season

NONE = "none"  # among the certifications: those that have none


@dataclass(frozen=True)
class Query:
    """What records are asked for; empty parts ask for everything, all parts must be met.

    ``region``: column -> name, all must fit. ``start`` and ``end``: store
    dates (2023-05 or 2023-05-01) between which a record is in season; what
    has no season (animals, fish) is always in season. ``period``: that one
    instead of each base's latest collected one. Bases that have stopped are left out
    unless ``scale_min`` asks for 0. Of several modes one must be there.
    ``expression``: one of QGIS, which ``layers.query_records`` evaluates.
    """

    products: tuple[str, ...] = ()
    region: dict[str, str] = field(default_factory=dict)
    scale_min: float | None = None
    scale_max: float | None = None
    start: str | None = None
    end: str | None = None
    statuses: tuple[str, ...] = ()
    period: str | None = None
    subject_types: tuple[str, ...] = ()
    certifications: tuple[str, ...] = ()
    trace_modes: tuple[str, ...] = ()
    production_modes: tuple[str, ...] = ()
    expression: str = ""

    def rounds(self, records: Iterable[Record]) -> list[Record]:
        """Return the latest collected records, or those of the period asked for."""
        return of_period(records, self.period) if self.period else collected(records)

    def select(self, records: Iterable[Record]) -> list[Record]:
        """Return the records that fit of the rounds asked for, the expression aside."""
        return [record for record in self.rounds(records) if self.fits(record)]

    def lies_in(self, record: Record) -> bool:
        """Tell whether one record lies in the region asked for."""
        return all(record.get(column) == name for column, name in self.region.items())

    def fits(self, record: Record) -> bool:
        """Tell whether one record fits, its period and the expression aside."""
        return (
            _one_of(self.products, record.get("product"))
            and self.lies_in(record)
            and _one_of(self.statuses, record.get("status") or DRAFT)
            and _one_of(self.subject_types, record.get("subject_type"))
            and _one_of(self.certifications, record.get("certification") or NONE)
            and _some_of(self.trace_modes, record.get("trace_modes"))
            and _some_of(self.production_modes, record.get("production_modes"))
            and self._in_scale(record)
            and (not (self.start or self.end) or in_season(record, self.start, self.end))
        )

    def _in_scale(self, record: Record) -> bool:
        if self.scale_min is None and has_stopped(record):
            return False
        scale = record.get("scale")
        if not isinstance(scale, (int, float)):
            return self.scale_min is None and self.scale_max is None
        low, high = self.scale_min, self.scale_max
        return (low is None or scale >= low) and (high is None or scale <= high)

    def check(self) -> None:
        """Raise InputError where a range ends before it begins."""
        low, high = self.scale_min, self.scale_max
        if low is not None and high is not None and low > high:
            names = Message("Scale from"), Message("Scale to")
            raise _reversed(*names, f"{low:,.10g}", f"{high:,.10g}")
        # As texts: of equal length, or the shorter one holds the longer one.
        length = min(len(self.start or ""), len(self.end or ""))
        if length and self.start[:length] > self.end[:length]:
            names = Message("In season from"), Message("In season to")
            raise _reversed(*names, self.start, self.end)


def _one_of(asked: tuple[str, ...], value: str | None) -> bool:
    return not asked or value in asked


def _some_of(asked: tuple[str, ...], stored: str | None) -> bool:
    return not asked or not set(asked).isdisjoint(split_choices(stored))


def _reversed(first: Message, second: Message, low: str, high: str) -> InputError:
    return InputError(
        Message(
            "{first} ({low}) lies above {second} ({high}).",
            first=first,
            low=low,
            second=second,
            high=high,
        ),
        Message("Exchange the two; a season may run over the end of the year."),
    )
