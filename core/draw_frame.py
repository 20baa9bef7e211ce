"""The frame of a random draw (G2): who can be drawn and who can inspect, as one text with a hash.

With the seed, the text holds all that a draw rests on, so that anybody can repeat it. How it
is written, docs/sampling.md tells; a change of it needs another number in the first line.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from .errors import StoreError
from .messages import Message
from .tables import LIST_SEPARATOR

_FIRST = "origin_trace frame 1"
_PRODUCER, _PLACE, _INSPECTOR = "producer", "place", "inspector"


@dataclass(frozen=True)
class Place:
    """A record at whose base a producer can be visited; "" and None for what is not known."""

    uuid: str
    base_id: str
    township: str
    village: str
    product: str
    point: tuple[float, float] | None


@dataclass(frozen=True)
class Producer:
    """An object of inspection; ``id`` is the smallest number of its records."""

    id: str
    name: str
    lots: int
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Inspector:
    """Who can be sent; ``barred``: townships, ``own``: producers they have to do with."""

    id: str
    name: str
    barred: tuple[str, ...]
    own: tuple[str, ...]


@dataclass(frozen=True)
class Frame:
    """Producers and inspectors in canonical order: ``Frame.of`` and ``Frame.read`` make it."""

    text: str
    producers: tuple[Producer, ...]
    inspectors: tuple[Inspector, ...]

    @classmethod
    def of(cls, producers: Iterable[Producer], inspectors: Iterable[Inspector]) -> Frame:
        """Return the frame, whatever the order in which they come."""
        lines = [_FIRST]
        for each in sorted(producers, key=lambda each: each.id):
            lines.append(_line(_PRODUCER, each.id, str(each.lots), each.name))
            for place in sorted(each.places, key=lambda place: place.uuid):
                lines.append(_place_line(each, place))
        for each in sorted(inspectors, key=lambda each: each.id):
            barred = LIST_SEPARATOR.join(sorted(each.barred))
            own = LIST_SEPARATOR.join(sorted(each.own))
            lines.append(_line(_INSPECTOR, each.id, each.name, barred, own))
        # Read back, so that a draw rests on what the text says and on nothing else.
        return cls.read("\n".join(lines) + "\n")

    @classmethod
    def read(cls, text: str) -> Frame:
        """Return the frame of a text. Raises StoreError for one that is none."""
        first, *lines = text.removesuffix("\n").split("\n")
        if first != _FIRST:
            raise _unknown(first)
        heads: list[tuple[str, str, str]] = []
        places: dict[str, list[Place]] = {}
        inspectors = []
        for line in lines:
            try:
                kind, number, *rest = line.split("\t")
                if kind == _PRODUCER:
                    lots, name = rest
                    heads.append((number, lots, name))
                    places[number] = []
                elif kind == _PLACE:
                    *words, point = rest
                    places[number].append(Place(*words, _point(point)))
                elif kind == _INSPECTOR:
                    name, barred, own = rest
                    inspectors.append(Inspector(number, name, _words(barred), _words(own)))
                else:
                    raise ValueError(kind)
            except (KeyError, TypeError, ValueError) as error:
                raise _unknown(line) from error
        producers = tuple(
            Producer(number, name, int(lots), tuple(places[number])) for number, lots, name in heads
        )
        return cls(text, producers, tuple(inspectors))

    @cached_property
    def sha256(self) -> str:
        """The hash of the text in UTF-8, as ``sha256sum`` gives it for the file."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()


def _place_line(producer: Producer, place: Place) -> str:
    point = "" if place.point is None else f"{place.point[0]:.7f},{place.point[1]:.7f}"
    words = (place.uuid, place.base_id, place.township, place.village, place.product)
    return _line(_PLACE, producer.id, *words, point)


def _line(*words: str) -> str:
    """Return words with tabs between them; none holds a tab or a break itself."""
    return "\t".join(" ".join(word.split()) for word in words)


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split(LIST_SEPARATOR)) if text else ()


def _point(text: str) -> tuple[float, float] | None:
    if not text:
        return None
    lon, lat = text.split(",")
    return float(lon), float(lat)


def _unknown(line: str) -> StoreError:
    return StoreError(
        Message("The frame of a draw cannot be read at: {line}", line=line[:80]),
        Message("It was changed, or written by a newer version of the plugin."),
    )
