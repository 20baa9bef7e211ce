"""The store that the person works in: its layer in the project, what rules need to know."""

from __future__ import annotations

from qgis.core import QgsCoordinateTransform, QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.county_context import county_context
from ..core.people import People
from ..core.products import Product
from ..core.rules import Context
from ..core.tables import PERSON
from ..layers.boundary import metres_outside
from ..layers.records import to_cgcs2000
from ..layers.store import open_store
from ..layers.store_layers import BOUNDARY, ROLE, store_name, store_path, with_role
from .connections import Connections
from .reveal import Reveal


class Workspace(QObject):
    """The store in hand, found again through the project whenever it is needed.

    Layers are kept by id: a person may remove any of them at any time.
    """

    changed = pyqtSignal()  # another store, or none
    boundary_changed = pyqtSignal()
    people_changed = pyqtSignal()

    def __init__(self, project: QgsProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project = project
        self.path = ""
        self.county = ""  # six-digit code
        self.county_names: tuple[str, str, str] = ("", "", "")
        self.products: tuple[Product, ...] = ()
        self.divisions: list[tuple[str, str]] = []
        self.people = People()
        self.reveal = Reveal()  # whether lists show phones in full
        self._layer_id = ""
        self._context: Context | None = None
        self._connections = Connections()
        self._connections.add(project.layersAdded, self._layers_added)
        self._connections.add(project.layersWillBeRemoved, self._layers_removed)

    def close(self) -> None:
        """Let the store and all signals go."""
        self._connections.drop()
        self.leave()
        self.reveal.close()

    # --- the store ------------------------------------------------------------------

    @property
    def layer(self) -> QgsVectorLayer | None:
        """The layer of points; None where no store is open or its layer was removed."""
        return self.project.mapLayer(self._layer_id) if self._layer_id else None

    def adopt(self, layer: QgsVectorLayer) -> None:
        """Work in the store whose points ``layer`` of the project shows. Raises StoreError."""
        if layer.id() == self._layer_id:
            return
        path = store_path(layer)
        with open_store(path) as store:
            self.county, self.county_names = store.county, store.county_names
            self.products, self.divisions = store.products(), store.divisions()
            self.people = People(store.rows(PERSON))
        self.path, self._layer_id, self._context = path, layer.id(), None
        self.reveal.begin(path)
        self.changed.emit()

    def leave(self) -> None:
        """Work in no store."""
        if self._layer_id:
            self.path = self._layer_id = self.county = ""
            self.county_names, self.products, self.divisions = ("", "", ""), (), []
            self.people, self._context = People(), None
            self.reveal.begin("")
            self.changed.emit()

    def read_people(self) -> None:
        """Read the list of persons again, as after it was edited. Raises StoreError."""
        with open_store(self.path) as store:
            self.people = People(store.rows(PERSON))
        self.people_changed.emit()

    @property
    def name(self) -> str:
        """What a person calls the store."""
        return store_name(self.path) if self.path else ""

    # --- what rules and windows need ------------------------------------------------

    @property
    def boundary(self) -> QgsVectorLayer | None:
        """The county's own boundary layer, where the project has one."""
        found = with_role(self.project, BOUNDARY)
        return found[0] if found else None

    @property
    def context(self) -> Context:
        """Products, county and boundary for the rules."""
        if self._context is None:
            boundary = self.boundary
            inside = None
            if boundary is not None:
                inside = metres_outside(boundary, self.county_names, dict(self.divisions))
            self._context = county_context(
                self.products, self.county_names, self.county, self.divisions, inside
            )
        return self._context

    def to_degrees(self) -> QgsCoordinateTransform | None:
        """Return the transform from the layer's CRS to CGCS2000; None where none is needed."""
        return to_cgcs2000(self.layer.crs(), self.project.transformContext())

    def forget_boundary(self) -> None:
        """Read the boundary again at its next use."""
        self._context = None
        self.boundary_changed.emit()

    # --- the project ----------------------------------------------------------------

    def _layers_added(self, layers: list[QgsMapLayer]) -> None:
        if any(layer.customProperty(ROLE) == BOUNDARY for layer in layers):
            self.forget_boundary()

    def _layers_removed(self, identifiers: list[str]) -> None:
        if self._layer_id in identifiers:
            self.leave()
        boundary = self.boundary
        if boundary is not None and boundary.id() in identifiers:
            self.forget_boundary()
