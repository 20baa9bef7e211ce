"""What the rules need to know of a store: its county, lists and boundary layer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.core import QgsFeatureSource

from ..core.boundary import Boundary
from ..core.county_context import county_context
from ..core.rules import Context
from .boundary import metres_outside
from .store import Store


def store_context(store: Store, boundary: QgsFeatureSource | Boundary | None = None) -> Context:
    """Return the context of a store; ``boundary``: the county's polygon layer.

    Raises StoreError, and InputError for a boundary layer that cannot be used.
    """
    names, divisions = store.county_names, store.divisions()
    inside = boundary_of(boundary, names, dict(divisions))
    return county_context(store.products(), names, store.county, divisions, inside)


def boundary_of(
    boundary: QgsFeatureSource | Boundary | None,
    county: Sequence[str] = (),
    divisions: Mapping[str, str] | None = None,
) -> Boundary | None:
    """Return the boundary that a polygon layer gives, one that was made already as it is."""
    if boundary is None or isinstance(boundary, Boundary):
        return boundary
    return metres_outside(boundary, county, divisions)
