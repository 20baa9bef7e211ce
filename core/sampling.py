"""The random draw of producers, and of the inspectors that go to them (G2, 双随机).

The unit is the producer: one with ten bases is no likelier to come than one with one, and
never comes twice. At which base it is visited is drawn too, before all else; that base is of
the stratum. Shares of strata are proportional. docs/sampling.md tells it step by step.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from .draw_frame import Frame, Inspector, Place, Producer
from .draw_teams import Teams, form_teams
from .errors import InputError
from .lots import Urn
from .messages import Message
from .routes import route

NONE, TOWNSHIP, PRODUCT = "none", "township", "product"
STRATIFIED = (NONE, TOWNSHIP, PRODUCT)


@dataclass(frozen=True)
class Design:
    """What a draw shall be: how many producers, by which strata, in how large teams.

    ``teams``: how many, 0 for as many as the inspectors make.
    """

    count: int
    stratify: str
    team_size: int
    teams: int = 0


@dataclass(frozen=True)
class Pick:
    """A producer drawn: in which order, where it is visited, by which team as which of its way."""

    position: int
    producer: Producer
    place: Place
    stratum: str
    team: int
    route: int


@dataclass(frozen=True)
class Outcome:
    """What was drawn, by team and way; ``strata``: name -> producers in it and drawn of it."""

    drawn: tuple[Pick, ...]
    teams: tuple[tuple[Inspector, ...], ...]
    strata: Mapping[str, tuple[int, int]]


def count_of(percent: float, size: int) -> int:
    """Return how many producers a percentage is, rounded up, one at least."""
    share = Decimal(repr(percent)) * size / 100
    return max(1, int(share.to_integral_value(ROUND_CEILING)))


def draw(frame: Frame, seed: str, design: Design) -> Outcome:
    """Draw from a frame; the same seed and frame give the same. Raises InputError."""
    if design.count > len(frame.producers):
        raise InputError(
            Message(
                "{count} producers are to be drawn, and only {size} can be.",
                count=design.count,
                size=len(frame.producers),
            ),
            Message("Draw fewer, ask for more records, or choose a later «Not since»."),
        )
    urn = Urn(seed, frame.sha256)
    chosen, strata = _choose(frame, urn, design)
    teams = form_teams(urn, chosen, frame.inspectors, design.team_size, design.teams)
    return Outcome(_on_their_ways(chosen, teams), teams.members, strata)


def _choose(
    frame: Frame, urn: Urn, design: Design
) -> tuple[list[tuple[Producer, Place, str]], dict[str, tuple[int, int]]]:
    """Return the producers drawn in the order of their lots, and the sizes of the strata."""
    strata: dict[str, list[tuple[Producer, Place]]] = defaultdict(list)
    for producer in frame.producers:
        place = min(producer.places, key=lambda place: urn.lot("place", place.uuid))
        stratum = "" if design.stratify == NONE else getattr(place, design.stratify)
        strata[stratum].append((producer, place))
    shares = allocate({name: len(of) for name, of in strata.items()}, design.count, urn)
    found = []
    for name in strata:
        ranked = sorted(
            ((_lot(urn, each), each, place, name) for each, place in strata[name]), key=_first
        )
        found += ranked[: shares[name]]
    found.sort(key=_first)
    sizes = {name: (len(strata[name]), shares[name]) for name in sorted(strata)}
    return [row[1:] for row in found], sizes


def _on_their_ways(chosen: list[tuple[Producer, Place, str]], teams: Teams) -> tuple[Pick, ...]:
    """Return the producers drawn by team, each team's in the order of its way."""
    of_team: dict[int, list[tuple]] = defaultdict(list)
    for position, (producer, place, stratum) in enumerate(chosen, 1):
        of_team[teams.sent[producer.id]].append((position, producer, place, stratum))
    return tuple(
        Pick(*of_team[team][step], team, number)
        for team in sorted(of_team)
        for number, step in enumerate(route([row[2].point for row in of_team[team]]), 1)
    )


def allocate(sizes: Mapping[str, int], count: int, urn: Urn) -> dict[str, int]:
    """Share ``count`` out in proportion to the sizes of strata.

    What is left after whole numbers goes by lot, each stratum's chance its fraction: where it
    always went to the largest fractions, a small township would never be visited. The
    fractions lie in a row in the order of lots; from a start that is a lot too, each step of
    one whole meets the stratum that gets one more.
    """
    whole = sum(sizes.values())
    start = int.from_bytes(urn.lot("start"), "big") % whole
    shares, end = {}, 0
    for name in sorted(sizes, key=lambda name: urn.lot("stratum", name)):
        share, fraction = divmod(count * sizes[name], whole)
        begin, end = end, end + fraction
        met = (end - start - 1) // whole - (begin - start - 1) // whole
        shares[name] = share + met
    return shares


def _first(row: tuple) -> bytes:
    return row[0]


def _lot(urn: Urn, producer: Producer) -> bytes:
    """Return the smallest of a producer's lots: more lots, better chances, one prize."""
    return min(
        urn.lot("producer", producer.id, str(number)) for number in range(1, producer.lots + 1)
    )
