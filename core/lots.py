"""Lots of a random draw: numbers that anybody gets again from the seed and the frame.

A lot is the SHA-256 of a text, so it needs no random generator and is the same on every
machine and in every language; docs/sampling.md shows it by hand.
"""

from __future__ import annotations

import hashlib
import secrets
from typing import NamedTuple

from .text import fold

METHOD = "origin_trace draw 1"  # changes with anything that would change a draw


class Urn(NamedTuple):
    """Gives lots; the smaller one comes first."""

    seed: str
    frame_sha256: str

    def lot(self, *words: str) -> bytes:
        """Return the lot of what the words name: the stage, then the number in it."""
        text = "\n".join((METHOD, self.seed, self.frame_sha256, *words))
        return hashlib.sha256(text.encode("utf-8")).digest()


def seed_of(text: str) -> str:
    """Return a seed as it counts: one form of characters and blanks; a new one for none."""
    return " ".join(fold(text).split()) or secrets.token_hex(8)
