"""What the rules need to know of a store: its county, lists and boundary layer."""

from __future__ import annotations

from qgis.core import QgsFeatureSource

from ..core.county_context import county_context
from ..core.rules import Context
from .boundary import metres_outside
from .store import Store


def store_context(store: Store, boundary: QgsFeatureSource | None = None) -> Context:
    """Return the context of a store; ``boundary``: the county's polygon layer.

    Raises StoreError, and InputError for a boundary layer that cannot be used.
    """
    names, divisions = store.county_names, store.divisions()
    inside = None
    if boundary is not None:
        inside = metres_outside(boundary, names, dict(divisions))
    return county_context(store.products(), names, store.county, divisions, inside)
