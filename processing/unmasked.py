"""Results that hold phones in full: kept in the log of the store that they come from (F2)."""

from __future__ import annotations

from qgis.core import QgsProcessingOutputString

from ..core.errors import NoStoreError, StoreError
from ..layers.locations import refuse_unwritable
from ..layers.reveals import keep_reveal, refuse_unseeing
from ..layers.store import open_store
from ..settings import operator_or_user
from ..translation import render, tr


def add_unlogged(algorithm) -> None:
    """Add UNLOGGED to an algorithm: what ``log_unmasked`` returns, for windows to show."""
    algorithm.addOutput(
        QgsProcessingOutputString("UNLOGGED", tr("Why it is not kept that phones were given"))
    )


def log_unmasked(path: str | None, what: str, count: int, feedback) -> str:
    """Keep that phones of ``count`` records leave the store ``path``; before they do.

    What is no store, or cannot be written where it is, cannot keep it: that is said, and
    returned. Raises InputError where the operator may not have phones in full, StoreError
    where the store fails.
    """
    if not count:
        return ""
    problem = _unwritable(path) if path else None
    try:
        if path and problem is None:
            keep_reveal(path, what, operator_or_user(), count)
            return ""
        if path:
            with open_store(path) as store:
                refuse_unseeing(store, operator_or_user())
    except NoStoreError:
        problem = None
    if problem is None:
        told = tr("The input is a copy: that it gave phones in full is not kept in a store.")
        feedback.pushInfo(told)
    else:
        told = tr("That phones were given in full could not be kept in the store. {problem}")
        told = told.format(problem=render(problem.message))
        feedback.pushWarning(told)
    return told


def _unwritable(path: str) -> StoreError | None:
    try:
        refuse_unwritable(path)
    except StoreError as error:
        return error
    return None
