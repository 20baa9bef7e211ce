"""The layers of a store in a project: loading, marking, finding them again.

They are known by a custom property, never by their name; a points layer that plain
QGIS has loaded is recognised by its table and columns.
"""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsMapLayer, QgsProject, QgsProviderRegistry, QgsVectorLayer

from ..core.errors import StoreError
from ..core.messages import Message
from .pg_place import PROVIDER, is_server, parse_place, place_of, table_source
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
    """Return the store whose points a layer shows; "" for any other layer.

    The path of its file, or the reference of a store on a server.
    """
    if not isinstance(layer, QgsVectorLayer):
        return ""
    path = _store_of(layer, POINT_TABLE)
    return path if path and is_record_layer(layer.fields()) else ""


def _store_of(layer: QgsVectorLayer, table: str) -> str:
    """Return the store of which a layer shows a table; "" where it shows no such table."""
    if layer.providerType() == PROVIDER:
        return str(place_of(layer.source(), table) or "")
    if layer.providerType() != "ogr":
        return ""
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    path = parts.get("path") or ""
    return path if parts.get("layerName") == table and path.lower().endswith(".gpkg") else ""


def same_store(one: str | Path, other: str | Path) -> bool:
    """Tell whether two paths or references lead to the same store."""
    if is_server(one) or is_server(other):
        return str(one) == str(other)
    return Path(one).resolve() == Path(other).resolve()


def store_name(path: str | Path) -> str:
    """Return what a person calls a store: its file without the ending, or where it is."""
    if is_server(path):
        place = parse_place(str(path))
        return f"{place.connection} {place.county}"
    return Path(path).stem


def points_layer(project: QgsProject, path: str | Path) -> QgsVectorLayer | None:
    """Return the layer of a store's points, if the project has it."""
    for layer in project.mapLayers().values():
        found = store_path(layer)
        if found and same_store(found, path):
            return layer
    return None


def choices_layer(project: QgsProject, path: str | Path) -> QgsVectorLayer | None:
    """Return the layer of a store's table of choices, if the project has it."""
    for layer in project.mapLayers().values():
        if isinstance(layer, QgsVectorLayer):
            found = _store_of(layer, CHOICE_TABLE)
            if found and same_store(found, path):
                return layer
    return None


def load_table(path: str | Path, table: str, name: str = "", options: str = "") -> QgsVectorLayer:
    """Return a layer of a store's table, not in any project. Raises StoreError.

    ``options``: for QGIS, of a file.
    """
    if is_server(path):
        source, provider = table_source(parse_place(str(path)), table), PROVIDER
    else:
        source, provider = f"{path}|layername={table}{options}", "ogr"
    layer = QgsVectorLayer(source, name or table, provider)
    if not layer.isValid():
        raise StoreError(
            Message("{file} holds no table {table}.", file=store_name(path), table=table),
            Message("Choose a store of this plugin, or create one."),
        )
    return layer


def points_input(path: str | Path) -> str:
    """Return a store's points as algorithms take their INPUT. Raises StoreError."""
    if is_server(path):
        return f"{PROVIDER}://{table_source(parse_place(str(path)), POINT_TABLE)}"
    return f"{path}|layername={POINT_TABLE}"


def load_layers(path: str | Path, edit: bool = True) -> tuple[QgsVectorLayer, QgsVectorLayer]:
    """Return the layers of points and of choices, marked, not in any project.

    ``edit``: records may be edited here. Raises StoreError.
    """
    options = _LOG_ON if edit else ""
    points = load_table(path, POINT_TABLE, store_name(path), options)
    choices = load_table(path, CHOICE_TABLE, options=options)
    mark(points, POINTS)
    mark(choices, CHOICES)
    choices.setFlags(QgsMapLayer.LayerFlag.Private)
    return points, choices
