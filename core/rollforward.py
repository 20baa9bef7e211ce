"""Rolling a round forward: the next round as drafts, without typing again (D4, (五)(四)).

What a visit of the new round has to say is left empty; all else stays as it was approved.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from .identity import new_uuid
from .periods import base_key, period_order
from .products import Product
from .round_windows import STOPPED, own_window, round_of
from .rounds import interval_of
from .schema import APPROVED, DRAFT, Record

# What the notice has collected anew each month or each planting, and the proof of the visit.
ASKED_AGAIN = (
    *("scale", "market_start", "market_end"),
    *("collected_on", "confirmed_on", "confirmed_how"),
)
# What belongs to the earlier record alone.
NOT_TAKEN = (
    *("return_reason", "return_deadline", "original_values", "import_batch"),
    *("version", "updated_at", "updated_by"),
)


@dataclass
class Rolled:
    """The drafts of a new round; the others as (name, product) of each base and product.

    ``present``: has this round already, or a later one. ``skipped``: the period does not
    suit the product. ``unapproved``: no round was ever approved. ``stopped``: the latest
    round has the scale 0.
    """

    drafts: list[Record] = field(default_factory=list)
    present: list[tuple] = field(default_factory=list)
    skipped: list[tuple] = field(default_factory=list)
    unapproved: list[tuple] = field(default_factory=list)
    stopped: list[tuple] = field(default_factory=list)


def roll_forward(
    asked: Iterable[Record],
    everything: Iterable[Record],
    products: Mapping[str, Product],
    period: str,
) -> Rolled:
    """Return the round ``period`` of each base and product that occurs in ``asked``.

    ``everything``: all records of the store, which decide what the last approved round is
    and what is there. ``products`` by name.
    """
    rounds: dict[tuple, list[Record]] = defaultdict(list)
    for record in everything:
        rounds[base_key(record)].append(record)
    rolled = Rolled()
    for key in dict.fromkeys(map(base_key, asked)):
        _roll(rounds[key], products.get(key[1]), period, rolled)
    return rolled


def _roll(rounds: list[Record], product: Product | None, period: str, rolled: Rolled) -> None:
    newest = max(map(_order, rounds))
    latest = [r for r in rounds if _order(r) == newest]
    named = (latest[0].get("subject_name"), latest[0].get("product"))
    interval = interval_of(product)
    approved = [r for r in rounds if r.get("status") == APPROVED]
    if interval is None or own_window(period, interval) is None:
        rolled.skipped.append(named)
    elif _order(latest[0]) >= period_order(period):
        rolled.present.append(named)
    elif all(round_of(record).progress == STOPPED for record in latest):
        rolled.stopped.append(named)
    elif not approved:
        rolled.unapproved.append(named)
    else:
        # Plots that share a base all belong to its round.
        last = max(map(_order, approved))
        rolled.drafts += [draft_of(r, period) for r in approved if _order(r) == last]


def _order(record: Record) -> tuple[int, int]:
    return period_order(record.get("period"))


def draft_of(record: Record, period: str) -> Record:
    """Return the draft of another round of the same base and product."""
    draft = {**record, **dict.fromkeys((*ASKED_AGAIN, *NOT_TAKEN))}
    draft.update(uuid=new_uuid(), base_id=base_key(record)[0], period=period, status=DRAFT)
    return draft
