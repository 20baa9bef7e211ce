"""The list of bases beside a map: its columns and what a row of it says."""

from __future__ import annotations

from .masking import mask_phone
from .messages import Message
from .schema import Record
from .sheet_rows import display_date
from .stored_dates import STORED_DATE

NUMBER, SQUARE, PRODUCER, PRODUCT, PLACE = "number", "square", "producer", "product", "place"
SCALE, SEASON, OFFICER, COLLECTOR, RESULT = "scale", "season", "officer", "collector", "result"
HEADS = {
    NUMBER: Message("No."),
    SQUARE: Message("Grid"),
    PRODUCER: Message("Producer"),
    PRODUCT: Message("Product"),
    PLACE: Message("Place"),
    SCALE: Message("Scale"),
    SEASON: Message("On the market"),
    OFFICER: Message("Grid officer"),
    COLLECTOR: Message("Collector"),
    RESULT: Message("Result"),
}


def row_words(record: Record, with_township: bool = True, personal: bool = False) -> dict[str, str]:
    """Return column -> text of one base; phones masked unless ``personal`` (F2).

    Number, square and inspection are not of the record, and left to whoever knows them.
    """
    township = record["township"] if with_township else None
    return {
        PRODUCER: record["subject_name"] or "",
        PRODUCT: record["product"] or "",
        PLACE: " ".join(filter(None, (township, record["village"]))),
        SCALE: scale_words(record["scale"], record["scale_unit"]),
        SEASON: season_words(record["market_start"], record["market_end"]),
        OFFICER: _person(record["grid_officer"], record["grid_officer_phone"], personal),
        COLLECTOR: _person(record["collector"], record["collector_phone"], personal),
    }


def scale_words(scale: object, unit: str | None) -> str:
    """Return a scale with its unit; a scale that is no number as it stands."""
    if scale is None:
        return ""
    figure = f"{scale:,.10g}" if isinstance(scale, (int, float)) else str(scale)
    return f"{figure} {unit}" if unit else figure


def season_words(start: str | None, end: str | None) -> str:
    """Return the market dates of a base; a year that both have stands once."""
    first, last = _date(start), _date(end)
    if not (first and last):
        return first or last
    if first == last:
        return first
    year = STORED_DATE.fullmatch(start or "")
    if year and year[1] and end.startswith(year[1]):
        last = last.partition("年")[2] or last
    return f"{first}–{last}"


def _date(value: str | None) -> str:
    try:
        return display_date(value) or ""
    except ValueError:  # not in the store's form
        return value


def _person(name: str | None, phone: str | None, personal: bool) -> str:
    return " ".join(filter(None, (name, phone if personal else mask_phone(phone))))
