"""Words of our own for values that the store keeps in English."""

from __future__ import annotations

from ..core.schema import COLUMNS, DRAFT
from ..core.tables import TABLES
from ..layers.forms import status_labels
from ..translation import tr

# Columns of the sheets that are read; those of the records come first.
_LABELS = {c.name: c.label for table in ("contact", "inspection") for c in TABLES[table]}


def status_word(status: str | None) -> str:
    """Return the word for one status; a record without one is a draft."""
    return status_labels().get(status or DRAFT, status or "")


def column_words(column: str | None) -> str:
    """Return the official name of a column, or the word for point or row."""
    if column is None:
        return tr("whole row")
    if column == "geometry":
        return tr("point")
    return COLUMNS[column].label if column in COLUMNS else _LABELS.get(column, column)
