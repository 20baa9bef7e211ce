"""What the headers of one kind of sheet mean, and what makes one of its rows data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .headers import key_of, resolve


@dataclass(frozen=True)
class Vocabulary:
    """The words of one kind of sheet.

    ``key_of`` gives the key of a header by itself, ``resolve`` those of a whole header row.
    ``main``: keys of which a header has one. ``subject``: whom a row is about. ``digits``:
    columns with digits in every row of data. ``beforehand``: what an office fills in for all
    rows before it sends the sheet out. ``titles``: headers to name where none was found.
    """

    key_of: Callable[[object], str | None]
    resolve: Callable[[list], tuple[dict[int, str], list[int]]]
    main: frozenset[str]
    subject: str
    digits: tuple[str, ...]
    beforehand: frozenset[str]
    titles: str


COLLECTION = Vocabulary(
    key_of,
    resolve,
    # Lists of choices and sums by township name a product, but neither who nor where.
    main=frozenset({"subject_name", "contact", "point", "lon"}),
    subject="subject_name",
    digits=("contact_phone", "scale", "point", "lon", "number"),
    beforehand=frozenset(
        [
            "province",
            "city",
            "county",
            "township",
            "village",
            "address",
            "industry",
            "subject_type",
            "scale_unit",
            "production_modes",
            "trace_modes",
            "grid_officer",
            "grid_officer_phone",
            "collector",
            "collector_phone",
            "collected_on",
        ]
    ),
    titles="种养殖主体名称, 产品名称",
)
