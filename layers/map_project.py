"""A project that opens in QGIS with the points, styled, and their map."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsLayerTreeGroup,
    QgsMapLayer,
    QgsProject,
    QgsVectorLayer,
)

from ..core.errors import InputError
from ..core.messages import Message
from ..core.products import Product
from ..translation import tr
from . import map_frame, styling
from .kept_layers import keep_made_layers
from .map_build import prepare_map
from .map_spec import MapSpec


def project_with_points(
    uri: str,
    title: str,
    spec: MapSpec | None = None,
    boundary_layer: QgsVectorLayer | None = None,
    basemap_layer: QgsMapLayer | None = None,
    products: Sequence[Product] | None = None,
) -> QgsProject:
    """Return a project with the styled points of ``uri`` (OGR) and, by ``spec``, their layout.

    Write it with ``project.write("….qgz")``: paths are kept relative. Raises
    InputError where the layer cannot be opened.
    """
    path = uri.partition("|")[0]
    layer = QgsVectorLayer(uri, title, "ogr")
    if not layer.isValid():
        raise InputError(
            Message("The points of {file} cannot be opened.", file=path),
            Message("Check that the file is there and that it is a store."),
        )
    project = QgsProject()
    project.setTitle(title)
    project.setCrs(QgsCoordinateReferenceSystem(map_frame.STORE_CRS))
    project.setEllipsoid("EPSG:7030")
    project.setFilePathStorage(Qgis.FilePathType.Relative)
    choices = QgsVectorLayer(
        f"{path}|layername={styling.CHOICE_TABLE}", styling.CHOICE_TABLE, "ogr"
    )
    if choices.isValid():
        project.addMapLayer(choices, False)
    project.addMapLayer(layer, False)
    project.layerTreeRoot().addGroup(tr("Collection points")).addLayer(layer)
    lists = choices if choices.isValid() else None
    styling.default_style(layer, lists, products, spec.county_names if spec is not None else ())
    if spec is not None:
        layout, _messages = prepare_map(
            project, layer, spec, boundary_layer, basemap_layer, products
        )
        # The window shows the shapes of the printed map, and coordinates in degrees.
        project.setCrs(layout.itemById("ot_map").crs())
        project.displaySettings().setCoordinateType(Qgis.CoordinateDisplayType.MapGeographic)
        _backgrounds_last(project)
        _show_only(project, layout.itemById("ot_map").layers())
        keep_made_layers(project)
    return project


def _backgrounds_last(project: QgsProject) -> None:
    """Move the group of points above the layers that came with the map."""
    root = project.layerTreeRoot()
    group = next(node for node in root.children() if isinstance(node, QgsLayerTreeGroup))
    root.insertChildNode(0, group.clone())
    root.removeChildNode(group)


def _show_only(project: QgsProject, shown: Sequence[QgsMapLayer]) -> None:
    """Check in the window's list of layers what the map shows, and nothing else."""
    for node in project.layerTreeRoot().findLayers():
        node.setItemVisibilityChecked(node.layer() in shown)
