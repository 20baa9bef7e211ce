"""What may be meant in a field of the form: places, people and words already in the store."""

from __future__ import annotations

from qgis.core import (
    QgsExpression,
    QgsFeatureRequest,
    QgsVectorLayer,
)

from ..core.cells import Cell
from ..core.phones import is_mobile
from ..core.places import Places, standard_divisions
from ..core.products import standard_products
from ..core.schema import COLUMNS, Record
from ..core.typed import TypedReader
from ..layers.form_layer import FORM_OF
from ..layers.form_widgets import choice_words, leave_to_the_plugin
from ..layers.store_layers import choices_layer
from .connections import Connections
from .workspace import Workspace

# A person's column -> that of their phone.
PEOPLE = {"grid_officer": "grid_officer_phone", "collector": "collector_phone"}
# Columns in which what stands in other records is suggested.
_REPEATED = (*PEOPLE, "confirmed_how", "credit_grade")
_SUGGESTED = (*_REPEATED, "alias", "province", "city", "county", "township", "village")


class Suggestions:
    """Reads typed texts and suggests values for the layer of the store in hand.

    Nothing is read before it is asked for; what was read is kept until the next edit.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._places: Places | None = None
        self._reader: TypedReader | None = None
        self._found: dict[tuple, list[str]] = {}
        self._watched = Connections()
        self._connections = Connections()
        self._connections.add(workspace.changed, self._store_changed)
        self._store_changed()

    def close(self) -> None:
        """Let all signals go."""
        self._watched.drop()
        self._connections.drop()

    def serves(self, layer: QgsVectorLayer | None) -> bool:
        """Tell whether ``layer`` is the one of the store in hand, or that of a form of it."""
        mine = self._workspace.layer
        if layer is None or mine is None:
            return False
        return mine.id() in (layer.id(), layer.customProperty(FORM_OF))

    def read(self, column: str, text: str, record: Record) -> Cell:
        """Return the verdict on a typed text (see ``core.typed``)."""
        if self._reader is None:
            products = self._workspace.products or standard_products()
            self._reader = TypedReader(products, self.places, self._workspace.county)
        return self._reader.read(column, text, record)

    def suggests(self, column: str) -> bool:
        """Tell whether there is anything to choose from in a column."""
        return column in _SUGGESTED

    def values(self, column: str, record: Record) -> list[str]:
        """Return what a column of ``record`` may hold, given its other values."""
        if column == "alias":
            product = self._workspace.context.product(record.get("product"))
            return [] if product is None else [*product.aliases, *product.warn_aliases]
        if column in _REPEATED:
            seen = self._once(column, lambda layer: self._unique(layer, column))
            return list(dict.fromkeys([*self._listed(column), *seen]))
        return self._below(column, record)

    def phone_of(self, column: str, person: str) -> str | None:
        """Return the phone that other records give for a person; None unless it is just one."""
        phones = self._once(
            (column, person), lambda layer: self._where(layer, PEOPLE[column], {column: person})
        )
        mobile = [phone for phone in phones if is_mobile(phone)]
        return mobile[0] if len(mobile) == 1 else None

    # --- places -----------------------------------------------------------------------

    @property
    def places(self) -> Places:
        """All divisions that are known, with the county's own."""
        if self._places is None:
            self._places = Places((*standard_divisions(), *self._workspace.divisions))
        return self._places

    def _below(self, column: str, record: Record) -> list[str]:
        places = self.places
        province, city, county = (record.get(key) for key in ("province", "city", "county"))
        if column == "province":
            return list(places.children("").values())
        scope = next((c for c, n in places.children("").items() if n == province), "")
        if column == "city":
            return list(places.cities(scope).values())
        if column == "county":
            scope = next((c for c, n in places.cities(scope).items() if n == city), scope)
            return list(places.counties(scope).values())
        code = places.code_of(province, city, county) or self._workspace.county
        towns = {name: town for town, name in places.towns(code)}
        if column == "township":
            return list(towns)
        township = record.get("township")
        listed = [name for _, name in places.villages(towns.get(township, "-"))]
        seen = self._once(
            ("village", township),
            lambda layer: self._where(layer, "village", {"township": township}),
        )
        return list(dict.fromkeys([*listed, *seen]))

    # --- the store --------------------------------------------------------------------

    def _once(self, key, find) -> list[str]:
        layer = self._workspace.layer
        if layer is None:
            return []
        if key not in self._found:
            self._found[key] = find(layer)
        return self._found[key]

    def _listed(self, column: str) -> list[str]:
        """Return the county's choices for an open list, in its order."""
        if not COLUMNS[column].choices:
            return []
        choices = choices_layer(self._workspace.project, self._workspace.path)
        return choice_words(choices, column) if choices else list(COLUMNS[column].choices)

    def _unique(self, layer: QgsVectorLayer, column: str) -> list[str]:
        index = layer.fields().indexOf(column)
        return sorted(v for v in layer.uniqueValues(index) if isinstance(v, str) and v)

    def _where(self, layer: QgsVectorLayer, column: str, given: dict[str, object]) -> list[str]:
        """Return the different values of a column in the records with the given values."""
        if not all(given.values()):
            return []
        parts = [QgsExpression.createFieldEqualityExpression(k, v) for k, v in given.items()]
        request = QgsFeatureRequest(QgsExpression(" and ".join(parts)))
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
        request.setSubsetOfAttributes([column, *given], layer.fields())
        values = {feature[column] for feature in layer.getFeatures(request)}
        return sorted(value for value in values if isinstance(value, str) and value)

    def _store_changed(self) -> None:
        self._watched.drop()
        self._places = self._reader = None
        self._forget()
        layer = self._workspace.layer
        if layer is not None:
            self._watched.add(layer.editCommandEnded, self._forget)
            self._watched.add(layer.afterCommitChanges, self._forget)
            self._watched.add(layer.editFormConfigChanged, lambda: leave_to_the_plugin(layer))

    def _forget(self) -> None:
        self._found.clear()
