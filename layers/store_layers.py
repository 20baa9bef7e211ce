"""The layers of a store in a project: loading, marking, finding them again.

They are known by a custom property, never by their name; a points layer that plain
QGIS has loaded is recognised by its table and columns.
"""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsMapLayer, QgsProject, QgsProviderRegistry, QgsVectorLayer

from ..core.errors import StoreError
from ..core.messages import Message
from .pg_place import PROVIDER, is_server, place_of
from .records import is_record_layer
from .styling import CHOICE_TABLE, POINT_TABLE

ROLE = "origin_trace/role"  # custom property of our layers
# QGIS opens a GeoPackage without locks and switches to a write-ahead log when editing
# begins. What another thread opens at that moment (the map is drawn) reads nothing, and is
# handed on to whoever reads next. With the log on from the start nothing is switched.
_LOG_ON = "|option:QGIS_FORCE_WAL=ON"
POINTS, CHOICES, BOUNDARY = "points", "choices", "boundary"


def mark(layer: QgsMapLayer, role: str) -> None:
    """Say what a layer is for."""
    layer.setCustomProperty(ROLE, role)


def with_role(project: QgsProject, role: str) -> list[QgsMapLayer]:
    """Return the layers of a project that were marked so."""
    return [x for x in project.mapLayers().values() if x.customProperty(ROLE) == role]


def store_path(layer: QgsMapLayer | None) -> str:
    """Return the path of the store whose points a layer shows; "" for any other layer."""
    if not isinstance(layer, QgsVectorLayer) or layer.providerType() != "ogr":
        return ""
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    path = parts.get("path") or ""
    if parts.get("layerName") != POINT_TABLE or not path.lower().endswith(".gpkg"):
        return ""
    return path if is_record_layer(layer.fields()) else ""


def store_of(layer: QgsMapLayer | None) -> str:
    """Return the reference of the store whose points a layer shows, in a file or on a server.

    "" for any other layer.
    """
    if isinstance(layer, QgsVectorLayer) and layer.providerType() == PROVIDER:
        place = place_of(layer.source(), POINT_TABLE)
        return str(place) if place is not None and is_record_layer(layer.fields()) else ""
    return store_path(layer)


def same_store(one: str | Path, other: str | Path) -> bool:
    """Tell whether two references lead to the same store."""
    if is_server(one) or is_server(other):
        return str(one) == str(other)
    return Path(one).resolve() == Path(other).resolve()


def points_layer(project: QgsProject, path: str | Path) -> QgsVectorLayer | None:
    """Return the layer of a store's points, if the project has it."""
    wanted = Path(path).resolve()
    for layer in project.mapLayers().values():
        found = store_path(layer)
        if found and Path(found).resolve() == wanted:
            return layer
    return None


def choices_layer(project: QgsProject, path: str | Path) -> QgsVectorLayer | None:
    """Return the layer of a store's table of choices, if the project has it."""
    wanted = Path(path).resolve()
    for layer in project.mapLayers().values():
        if isinstance(layer, QgsVectorLayer) and layer.providerType() == "ogr":
            parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
            found = parts.get("layerName") == CHOICE_TABLE and parts.get("path")
            if found and Path(found).resolve() == wanted:
                return layer
    return None


def load_table(path: str | Path, table: str, name: str = "", options: str = "") -> QgsVectorLayer:
    """Return a layer of a store's table, not in any project. Raises StoreError."""
    layer = QgsVectorLayer(f"{path}|layername={table}{options}", name or table, "ogr")
    if not layer.isValid():
        raise StoreError(
            Message("{file} holds no table {table}.", file=Path(path).name, table=table),
            Message("Choose a store of this plugin, or create one."),
        )
    return layer


def load_layers(path: str | Path, edit: bool = True) -> tuple[QgsVectorLayer, QgsVectorLayer]:
    """Return the layers of points and of choices, marked, not in any project.

    ``edit``: records may be edited here. Raises StoreError.
    """
    options = _LOG_ON if edit else ""
    points = load_table(path, POINT_TABLE, Path(path).stem, options)
    choices = load_table(path, CHOICE_TABLE, options=options)
    mark(points, POINTS)
    mark(choices, CHOICES)
    choices.setFlags(QgsMapLayer.LayerFlag.Private)
    return points, choices
