"""Random draws in a store: what they rest on, kept once and for ever, found again (G2)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..core.draw_objects import failed_before, seen_since
from ..core.draw_record import Draw, item_rows
from ..core.errors import InputError
from ..core.messages import Message
from ..core.tables import DRAW, DRAW_ITEM, INSPECTION
from .locations import refuse_unwritable
from .store import Store, open_store


class Before:
    """The draws and results that a store keeps."""

    def __init__(self, store: Store) -> None:
        """Raises StoreError."""
        self.draws = store.rows(DRAW)
        self._items, self._inspections = store.rows(DRAW_ITEM), store.rows(INSPECTION)

    def failed(self, day: date) -> list[dict]:
        """Return the failed results that count on a day."""
        return failed_before(day, self._inspections)

    def seen(self, day: date | None, draws: list[dict]) -> list[dict]:
        """Return whom these draws and the inspections met on a day or later."""
        return seen_since(day, draws, self._items, self._inspections)

    def as_of(self, seed: str) -> Iterator[list[dict]]:
        """Yield the draws before each one with this seed, then all.

        A draw that is made again has to leave itself out, or it would bar its own producers.
        """
        for number, row in enumerate(self.draws):
            if row["seed"] == seed:
                yield self.draws[:number]
        yield self.draws

    def kept(self, number: str) -> dict | None:
        """Return the draw with a number, None where there is none."""
        return next((row for row in self.draws if row["id"] == number), None)


def keep_draw(path: str, made: Draw) -> None:
    """Keep a draw in a store, all of it or nothing. Raises StoreError."""
    refuse_unwritable(path)
    with open_store(path, write=True) as store:
        # The draw closes its items: none can be added to it afterwards.
        store.append_all({DRAW_ITEM: item_rows(made), DRAW: [made.row]})


def find_draw(store: Store, asked: str) -> tuple[dict, list[dict]]:
    """Return the row and the items of a draw: by number or name, the latest for "".

    Raises InputError where there is none, and StoreError.
    """
    draws = [row for row in store.rows(DRAW) if not asked or asked in (row["id"], row["name"])]
    if not draws:
        raise InputError(
            Message("The store keeps no draw {name}.", name=asked),
            Message("Draw first, or give the number that stands on the printed list."),
        )
    row = draws[-1]
    return row, [item for item in store.rows(DRAW_ITEM) if item["draw_id"] == row["id"]]
