"""Words of our own for values that the store keeps in English."""

from __future__ import annotations

from ..core.rules import label
from ..core.schema import DRAFT
from ..layers.forms import status_labels
from ..translation import tr


def status_word(status: str | None) -> str:
    """Return the word for one status; a record without one is a draft."""
    return status_labels().get(status or DRAFT, status or "")


def column_words(column: str | None) -> str:
    """Return the official name of a column, or the word for point or row."""
    if column is None:
        return tr("whole row")
    return tr("point") if column == "geometry" else label(column)
