"""A draw as the store keeps it, and whether what it keeps is what seed and frame give."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass

from .draw_frame import Frame
from .errors import InputError, StoreError
from .lots import METHOD
from .messages import Message
from .sampling import Design, Outcome, Pick, draw
from .tables import join_list

_DESIGN = "design"  # its key in the parameters


@dataclass(frozen=True)
class Draw:
    """A draw: its row in the store, what it rests on and what came out."""

    row: dict
    frame: Frame
    outcome: Outcome

    @property
    def parameters(self) -> dict:
        """What was asked for, beside the design."""
        return json.loads(self.row["parameters"])


def draw_id(frame: Frame, seed: str, design: Design) -> str:
    """Return the number of a draw: the same for the same seed, frame and design."""
    text = "\n".join((METHOD, seed, frame.sha256, *map(str, asdict(design).values())))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def new_draw(frame: Frame, seed: str, design: Design, asked: Mapping[str, object]) -> Draw:
    """Draw, and return it with the row that the store is to keep. Raises InputError.

    ``asked``: the other columns of the row, ``parameters`` as a dict.
    """
    outcome = draw(frame, seed, design)
    parameters = {_DESIGN: asdict(design), **asked["parameters"]}
    row = {
        **asked,
        "id": draw_id(frame, seed, design),
        "seed": seed,
        "method": METHOD,
        "stratify": design.stratify,
        "frame_size": len(frame.producers),
        "frame_sha256": frame.sha256,
        "frame": frame.text,
        "parameters": json.dumps(parameters, ensure_ascii=False),
    }
    return Draw(row, frame, outcome)


def stored_draw(row: dict) -> Draw:
    """Return a stored draw, drawn again. Raises StoreError where it cannot be."""
    if row["method"] != METHOD:
        raise StoreError(
            Message(
                "The draw {name} was made by the method {method}, which this version does not "
                "know.",
                name=row["name"] or row["id"],
                method=row["method"],
            ),
            Message("Use the version of the plugin that made it."),
        )
    try:
        frame = Frame.read(row["frame"] or "")
        design = Design(**json.loads(row["parameters"])[_DESIGN])
        return Draw(row, frame, draw(frame, row["seed"], design))
    except (InputError, KeyError, TypeError, ValueError) as error:
        raise StoreError(
            Message("The draw {name} cannot be repeated.", name=row["name"] or row["id"]),
            Message("Bring back a backup of the store from before it was changed."),
            str(error),
        ) from error


def item_rows(made: Draw) -> Iterator[dict]:
    """Yield the rows of the producers drawn."""
    for each in sorted(made.outcome.drawn, key=lambda each: each.position):
        yield _item(made, each)


def _item(made: Draw, each: Pick) -> dict:
    members = made.outcome.teams[each.team - 1]
    return {
        "draw_id": made.row["id"],
        "position": each.position,
        "uuid": each.place.uuid,
        "base_id": each.place.base_id or None,
        "subject_name": each.producer.name,
        "product": each.place.product or None,
        "township": each.place.township or None,
        "stratum": each.stratum or None,
        "inspectors": join_list(tuple(member.name for member in members)),
        "team": each.team,
        "route": each.route,
    }


def differences(made: Draw, items: Iterable[dict]) -> list[Message]:
    """Return how the stored items differ from what seed and frame give; nothing where all agree.

    ``made``: of ``stored_draw``; ``items``: the rows that the store keeps of it.
    """
    found = []
    if made.row["frame_sha256"] != made.frame.sha256:
        found.append(Message("The frame does not have the hash that is kept beside it."))
    design = Design(**made.parameters[_DESIGN])
    if draw_id(made.frame, made.row["seed"], design) != made.row["id"]:
        found.append(Message("Seed, frame and parameters do not give the number of the draw."))
    stored = {row["uuid"]: row for row in items}
    for expected in item_rows(made):
        row = stored.pop(expected["uuid"], None)
        if row is None:
            found.append(
                Message("{producer} was drawn and is not kept.", producer=expected["subject_name"])
            )
        else:
            changed = [key for key, value in expected.items() if row[key] != value]
            if changed:
                found.append(
                    Message(
                        "{producer} is kept otherwise than drawn: {columns}.",
                        producer=expected["subject_name"],
                        columns=", ".join(changed),
                    )
                )
    found += (
        Message("{producer} is kept and was not drawn.", producer=row["subject_name"])
        for row in stored.values()
    )
    return found
