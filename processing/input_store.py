"""The store behind the layer INPUT: what it holds beside the records given."""

from __future__ import annotations

from contextlib import nullcontext

from ..core.accepting import Accepted
from ..core.errors import NoStoreError
from ..core.rounds import collected
from ..core.rules import Context
from ..core.schema import Record
from ..core.tables import INSPECTION
from ..layers.acceptances import accepted_in
from ..layers.rule_context import boundary_of, store_context
from ..layers.store import open_store
from ..layers.store_layers import store_path
from .targets import file_of, layer_of


def rules_of(uri: str | None, boundary=None) -> Context:
    """Return what rules need for the records of a store; None for records of none."""
    try:
        with open_store(uri) if uri else nullcontext() as store:
            if store is not None:
                return store_context(store, boundary)
    except NoStoreError:
        pass  # a plain layer with our columns
    return Context(inside=boundary_of(boundary))


class InputStore:
    """The part of our algorithms that looks into the store behind INPUT."""

    def store_uri(self, parameters, context) -> str | None:
        """Return the GeoPackage or the store on a server that INPUT comes from, if it is one."""
        layer = layer_of(self, parameters, "INPUT", context)
        if layer is None:
            return None
        path = file_of(layer)
        if path:
            return path if path.lower().endswith(".gpkg") else None
        return store_path(layer) or None

    def among_all(self, parameters, context, records: list[Record]) -> list[Record]:
        """Return all records of the store that INPUT comes from, those given as given.

        Of a plain layer only those given are known.
        """
        uri = self.store_uri(parameters, context)
        given = {record["uuid"]: record for record in records}
        try:
            with open_store(uri) if uri else nullcontext() as store:
                listed = list(store.records()) if store else []
        except NoStoreError:
            listed = []
        found = [given.pop(record["uuid"], record) for record in listed]
        there = set(map(id, found))  # new ones may have no number yet
        return found + [record for record in records if id(record) not in there]

    def rule_context(self, parameters, context, boundary=None) -> Context:
        """Return what rules need: the store's own products and county, else the notice's.

        ``boundary``: the source of a polygon layer, or what ``metres_outside`` made of it.
        Raises InputError for one that cannot be used.
        """
        return rules_of(self.store_uri(parameters, context), boundary)

    def divisions(self, parameters, context) -> dict[str, str]:
        """Return code -> name of the store behind INPUT; empty for a plain layer."""
        uri = self.store_uri(parameters, context)
        try:
            with open_store(uri) if uri else nullcontext() as store:
                return dict(store.divisions()) if store is not None else {}
        except NoStoreError:
            return {}

    def inspections(self, parameters, context) -> list[dict]:
        """Return the results of inspections in the store behind INPUT; none of a plain layer."""
        uri = self.store_uri(parameters, context)
        try:
            with open_store(uri) if uri else nullcontext() as store:
                return store.rows(INSPECTION) if store is not None else []
        except NoStoreError:
            return []

    def compared(self, parameters, context, given: list[Record]) -> list[Record]:
        """Return the records that table rules compare.

        The latest collected round of each base in the store behind INPUT, those given as
        given, and that of those given.
        """
        uri = self.store_uri(parameters, context)
        found = collected(given)
        try:
            with open_store(uri) if uri else nullcontext() as store:
                if store is None or store.count() == len(given):
                    return found
        except NoStoreError:
            return found
        among = collected(self.among_all(parameters, context, given))
        there = set(map(id, among))
        return among + [record for record in found if id(record) not in there]

    def accepted(self, parameters, context) -> Accepted:
        """Return the warnings accepted in the store behind INPUT; none of a plain layer."""
        uri = self.store_uri(parameters, context)
        try:
            with open_store(uri) if uri else nullcontext() as store:
                return Accepted() if store is None else accepted_in(store)
        except NoStoreError:
            return Accepted()
