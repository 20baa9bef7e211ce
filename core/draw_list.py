"""The printed list of a random draw: whom to visit, by which team in which order, and why them.

Words are messages and values plain, so that whoever prints it only lays it out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .clock import local_day
from .coordinates import format_point
from .draw_record import Draw
from .masking import mask_phone
from .messages import Message
from .rule import UNNAMED, label
from .sampling import NONE, Pick
from .schema import ADDRESS_GROUP, Record
from .tables import join_list
from .villages import join_address

TITLE = Message("Random inspection list")
STRATA = Message("Strata")
IN_FRAME, DRAWN = Message("In the frame"), Message("Drawn")
HEADS: tuple[Message, ...] = (
    Message("Team"),
    Message("Stop"),
    Message("{name}", name=label("subject_name")),
    Message("{name}", name=label("product")),
    Message("{name}", name=ADDRESS_GROUP.rstrip("*")),
    Message("Longitude, latitude"),
    Message("Contact"),
    Message("Phone"),
    Message("Inspectors"),
    Message("Result"),
    Message("Date"),
    Message("Signatures"),
)
COLUMNS = ("uuid", "address_detail", "contact", "contact_phone")  # of a record that are shown
SIGNED = Message("Drawn by: ______________    Witnessed by: ______________    Date: ______________")


@dataclass(frozen=True)
class DrawList:
    """A draw with what its list shows: the records as they are now, phones masked or not."""

    draw: Draw
    records: Mapping[str, Record]
    personal: bool = False

    def under(self, office: str) -> tuple[Message, Message, Message]:
        """Return what stands below the title: who drew, when, the number."""
        row = self.draw.row
        by = "，".join(filter(None, (office, row["operator"])))
        day = local_day(row["time"])
        return (
            Message("Drawn by {name}", name=by),
            Message("Drawn on {day}", day=day.isoformat() if day else row["time"]),
            Message("No. {number}", number=row["id"]),
        )

    def rows(self) -> Iterator[list[object]]:
        """Yield a row for each producer drawn; what is filled in by hand is empty."""
        for pick in self.draw.outcome.drawn:
            record = self.records.get(pick.place.uuid) or {}
            phone = record.get("contact_phone")
            place = pick.place
            members = self.draw.outcome.teams[pick.team - 1]
            yield [
                pick.team,
                pick.route,
                pick.producer.name,
                join_list(_products(pick)),
                join_address(place.township, place.village, record.get("address_detail")),
                format_point(*place.point).replace(",", ",\n") if place.point else None,
                record.get("contact"),
                phone if self.personal else mask_phone(phone),
                join_list(tuple(member.name for member in members)),
                *[None] * 3,
            ]

    def notes(self) -> Iterator[Message]:
        """Yield what the draw rests on, for whoever repeats it."""
        row, asked = self.draw.row, self.draw.parameters
        size, count = row["frame_size"], len(self.draw.outcome.drawn)
        yield Message(
            "{count} of {size} producers in the frame and {people} of {inspectors} inspectors "
            "were drawn.",
            count=count,
            size=size,
            people=sum(map(len, self.draw.outcome.teams)),
            inspectors=len(self.draw.frame.inspectors),
        )
        if row["frame_query"]:
            yield Message("In the frame: {query}", query=row["frame_query"])
        if asked["not_since"]:
            yield Message(
                "Left out: {count} producers drawn or inspected since {day}.",
                count=asked["seen"],
                day=asked["not_since"],
            )
        if asked["weighted"]:
            yield Message(
                "Each failed result of the two years before {day} gave a producer one lot more, "
                "up to five.",
                day=asked["day"],
            )
        if row["stratify"] != NONE:
            yield Message("The draw is proportional by {stratum}.", stratum=label(row["stratify"]))
        yield Message("Seed: {seed}", seed=row["seed"])
        yield Message("SHA-256 of the frame: {hash}", hash=row["frame_sha256"])
        yield Message(
            "Method {method}: lots are the SHA-256 of seed, frame and number, the smallest come "
            "first; the same seed and frame give the same list on any computer.",
            method=row["method"],
        )

    def strata(self) -> Iterator[tuple[Message, int, int]]:
        """Yield each stratum with the producers in it and drawn of it; none without strata."""
        if self.draw.row["stratify"] != NONE:
            for name, (size, drawn) in self.draw.outcome.strata.items():
                yield Message("{name}", name=name) if name else UNNAMED, size, drawn


def _products(pick: Pick) -> tuple[str, ...]:
    """Return what the producer has in the village that is visited, what was drawn first."""
    place = pick.place
    here = (place.township, place.village)
    others = {p.product for p in pick.producer.places if (p.township, p.village) == here}
    return tuple(filter(None, (place.product, *sorted(others - {place.product}))))
