"""The project of a field package, as QField opens it: relative paths, no plugin, no network.

QFieldSync's checker asks for what is set here: an action for each layer, files in the
project's folder with plain names, no home path (docs/field.md).
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsDefaultValue,
    QgsExpression,
    QgsMapLayer,
    QgsProject,
    QgsVectorLayer,
)

from ..core.errors import StoreError
from ..core.messages import Message
from ..core.products import Product
from ..settings import OPERATOR_VARIABLE
from ..translation import tr
from .basemaps import file_layer
from .store_layers import load_table
from .store_project import prepare, view_extent
from .styling import CHOICE_TABLE, POINT_TABLE, default_style, save_style

STORE_NAME, PROJECT_NAME, BASEMAP_NAME = "origin_trace.gpkg", "field.qgz", "basemap.mbtiles"
_COPY, _OFFLINE, _AS_IT_IS = "copy", "offline", "no_action"  # words of QFieldSync
_QFIELD = "qfieldsync"


def write_field_project(
    folder: Path,
    title: str,
    products: Sequence[Product],
    county_names: Sequence[str],
    collector: str,
    phone: str,
    basemap: Path | None = None,
) -> None:
    """Write the project beside the package's store in ``folder``, the basemap copied in.

    Raises InputError for a basemap that cannot be used, StoreError where the project
    cannot be written or read again.
    """
    store = folder / STORE_NAME
    points = load_table(store, POINT_TABLE, tr("Collection points"))
    choices = load_table(store, CHOICE_TABLE)
    choices.setFlags(QgsMapLayer.LayerFlag.Private)
    default_style(points, choices, products, county_names)
    _set_collector(points, collector, phone)
    save_style(points)
    project = QgsProject()
    project.setTitle(title)
    prepare(project)
    project.setFilePathStorage(Qgis.FilePathType.Relative)
    if collector:
        project.setCustomVariables({OPERATOR_VARIABLE: collector})
    for layer, on_cloud in ((choices, _OFFLINE), (points, _OFFLINE)):
        _add(project, layer, on_cloud)
    if basemap is not None:
        copied = folder / BASEMAP_NAME
        shutil.copyfile(basemap, copied)
        _add(project, file_layer(copied, tr("Basemap")), _AS_IT_IS)
    project.writeEntry(_QFIELD, "/initialActiveLayer", points.id())
    project.viewSettings().setDefaultViewExtent(view_extent(points))
    path = folder / PROJECT_NAME
    if not project.write(str(path)):
        raise StoreError(
            Message("The project {path} cannot be written.", path=PROJECT_NAME),
            Message("Choose another folder."),
            project.error(),
        )
    _prove(path)


def _add(project: QgsProject, layer: QgsMapLayer, on_cloud: str) -> None:
    layer.setCustomProperty("QFieldSync/action", _COPY)
    layer.setCustomProperty("QFieldSync/cloud_action", on_cloud)
    # Lists come first, and the basemap lies under the points.
    project.addMapLayer(layer, False)
    project.layerTreeRoot().addLayer(layer)


def _set_collector(points: QgsVectorLayer, collector: str, phone: str) -> None:
    """Name who collects in new and edited records; QField has no user of a desktop."""
    fallback = "nullif(@user_full_name, ''), nullif(@user_account_name, ''), 'QField'"
    who = QgsExpression.quotedValue(collector) if collector else fallback
    editor = f"coalesce(@{OPERATOR_VARIABLE}, {who})"
    defaults = [("updated_by", editor, True)]
    if collector:
        defaults.append(("collector", QgsExpression.quotedValue(collector), False))
    if phone:
        defaults.append(("collector_phone", QgsExpression.quotedValue(phone), False))
    for column, expression, follows in defaults:
        index = points.fields().indexOf(column)
        points.setDefaultValueDefinition(index, QgsDefaultValue(expression, follows))


def _prove(path: Path) -> None:
    """Raise StoreError where the project does not open with all its layers."""
    project = QgsProject()
    read = project.read(str(path))
    broken = [x.name() for x in project.mapLayers().values() if not x.isValid()]
    if not read or broken:
        raise StoreError(
            Message("The project of the package does not open again."),
            Message("Choose another folder, on a local disk."),
            ", ".join(broken) or project.error(),
        )
