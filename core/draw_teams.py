"""Teams of inspectors, dealt by lot, and which team is sent to which producers drawn.

Nobody is sent to a township barred to them, nor to a producer they have to do with. A deal
that leaves a producer without a team is put back and the next one dealt, so that every
deal that works is equally likely.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from .draw_frame import Inspector, Place, Producer
from .errors import InputError
from .lots import Urn
from .messages import Message
from .rule import UNNAMED

_DEALS = 1000
_ADVICE = Message(
    "List more inspectors, lift what bars them in the list of people, or make the teams smaller."
)

Chosen = tuple  # Producer, Place, stratum
Team = tuple  # Inspector, …


class Teams(NamedTuple):
    """The members of each team, and producer id -> number of its team, from 1."""

    members: tuple[Team, ...]
    sent: dict[str, int]


def form_teams(
    urn: Urn, chosen: Sequence[Chosen], inspectors: Sequence[Inspector], size: int, teams: int
) -> Teams:
    """Deal inspectors into teams and share the producers out. Raises InputError.

    ``teams``: how many, 0 for as many as there can be; a team to which nobody falls is left out.
    """
    number = min(teams or max(1, len(inspectors) // size), len(chosen))
    if len(inspectors) < number * size:
        raise InputError(
            Message(
                "{needed} inspectors are needed for {teams} teams of {size}, and {count} in use "
                "are listed.",
                needed=number * size,
                teams=number,
                size=size,
                count=len(inspectors),
            ),
            Message("List inspectors in the list of people, or ask for fewer or smaller teams."),
        )
    _check_each(chosen, inspectors, size)
    blocks = _blocks(urn, chosen, -(-len(chosen) // number))
    failed: Counter[str] = Counter()
    for deal in range(1, _DEALS + 1):
        order = sorted(inspectors, key=lambda each: urn.lot("inspector", str(deal), each.id))
        dealt = [tuple(order[start : start + size]) for start in range(0, number * size, size)]
        sent = _share_out(urn, blocks, dealt, failed)
        if sent is not None:
            return _without_idle(dealt, sent)
    raise InputError(
        Message(
            "No team may be sent to {township}: in {deals} deals no {size} inspectors came "
            "together to whom it is not barred.",
            township=failed.most_common(1)[0][0] or UNNAMED,
            deals=_DEALS,
            size=size,
        ),
        _ADVICE,
    )


def may_go(inspector: Inspector, producer: Producer, place: Place) -> bool:
    """Tell whether somebody may be sent to a producer."""
    return place.township not in inspector.barred and producer.id not in inspector.own


def _check_each(chosen: Sequence[Chosen], inspectors: Sequence[Inspector], size: int) -> None:
    """Raise InputError for a producer to whom too few inspectors may go."""
    for producer, place, _stratum in chosen:
        able = sum(may_go(each, producer, place) for each in inspectors)
        if able < size:
            raise InputError(
                Message(
                    "Only {able} inspectors may be sent to {producer} in {township}, and a team "
                    "has {size}.",
                    able=able,
                    producer=producer.name,
                    township=place.township or UNNAMED,
                    size=size,
                ),
                _ADVICE,
            )


def _blocks(urn: Urn, chosen: Sequence[Chosen], share: int) -> list[list[Chosen]]:
    """Return the producers by township, cut where they are more than a team's share.

    The largest come first, so that the teams get about as many.
    """
    towns: dict[str, list[Chosen]] = defaultdict(list)
    for each in chosen:
        towns[each[1].township].append(each)
    blocks = [
        of[start : start + share] for of in towns.values() for start in range(0, len(of), share)
    ]
    return sorted(blocks, key=lambda block: (-len(block), urn.lot("block", block[0][0].id)))


def _share_out(
    urn: Urn, blocks: list[list[Chosen]], teams: list[Team], failed: Counter[str]
) -> dict[str, int] | None:
    """Return producer id -> team; None, and the township counted, where one has no team.

    A block goes to the team with the fewest producers that may go there, by lot where several
    have as few; where no team may go to all of it, its producers are shared out one by one.
    """
    loads = [0] * len(teams)
    sent: dict[str, int] = {}
    waiting = blocks[::-1]
    while waiting:
        block = waiting.pop()
        name = block[0][0].id
        allowed = [number for number, team in enumerate(teams) if _may_all_go(team, block)]
        if allowed:
            best = min(allowed, key=lambda n: (loads[n], urn.lot("team", name, str(n + 1))))
            loads[best] += len(block)
            sent.update((producer.id, best + 1) for producer, _, _ in block)
        elif len(block) > 1:
            waiting += [[each] for each in reversed(block)]
        else:
            failed[block[0][1].township] += 1
            return None
    return sent


def _may_all_go(team: Team, block: list[Chosen]) -> bool:
    return all(may_go(each, producer, place) for producer, place, _ in block for each in team)


def _without_idle(teams: list[Team], sent: dict[str, int]) -> Teams:
    """Return the teams that have somewhere to go, numbered anew."""
    busy = sorted(set(sent.values()))
    number = {old: new for new, old in enumerate(busy, 1)}
    return Teams(
        tuple(teams[old - 1] for old in busy), {key: number[old] for key, old in sent.items()}
    )
