"""Signals that are connected together and let go together."""

from __future__ import annotations

from collections.abc import Callable


class Connections:
    """Remembers each connection, so that none is left behind when QGIS drops the plugin.

    Python's functions do not disconnect by themselves, and ``disconnect()`` without a
    slot would also cut what QGIS itself has connected.
    """

    def __init__(self) -> None:
        self._pairs: list[tuple[object, Callable]] = []

    def add(self, signal, slot: Callable) -> None:
        """Connect a signal."""
        signal.connect(slot)
        self._pairs.append((signal, slot))

    def drop(self) -> None:
        """Disconnect everything, last first; senders that are gone are passed over."""
        while self._pairs:
            signal, slot = self._pairs.pop()
            try:
                signal.disconnect(slot)
            except (TypeError, RuntimeError):
                continue
