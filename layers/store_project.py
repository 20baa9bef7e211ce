"""A store as a group of layers in a project: points with their styles, choices, boundary."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsLayerTree,
    QgsLayerTreeGroup,
    QgsProject,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
)

from ..core.coordinates import PLACES
from ..core.rules import CHINA
from .locations import shared_place
from .map_frame import STORE_CRS, to_crs
from .named_styles import Dress, configure_styles, in_every_style
from .store import open_store
from .store_layers import (
    BOUNDARY,
    CHOICES,
    ROLE,
    load_layers,
    mark,
    points_layer,
    store_name,
    with_role,
)
from .styling import style_boundary
from .township_style import county_townships

GROUP = "store"  # role of a store's group in the layer tree
_NEAREST = 0.02  # degrees; the view shows at least this much round a single record


def add_store(project: QgsProject, path: str | Path) -> QgsVectorLayer:
    """Show a store in a project, as a group with its name; return the layer of its points.

    A store that is there already is not added again. The project's CRS is set where it
    had no layer. Raises StoreError.
    """
    return points_layer(project, path) or _add_layers(project, path)


def set_boundary(project: QgsProject, boundary: QgsVectorLayer | None) -> None:
    """Make a polygon layer the project's boundary layer, or none; a new one is styled."""
    for other in with_role(project, BOUNDARY):
        in_every_style(other, lambda layer=other: layer.removeCustomProperty(ROLE))
    if boundary is None:
        return
    in_every_style(boundary, lambda: mark(boundary, BOUNDARY))
    if project.mapLayer(boundary.id()) is None:
        style_boundary(boundary)
        project.addMapLayer(boundary, False)
        group = _store_group(project)
        (project.layerTreeRoot() if group is None else group).addLayer(boundary)


def remove_store(project: QgsProject, path: str | Path) -> None:
    """Take a store's layers out of a project, and its group where nothing else is in it.

    A layer with edits that are not saved stays.
    """
    points = points_layer(project, path)
    if points is None or points.isModified():
        return
    node = project.layerTreeRoot().findLayer(points.id())
    group = node.parent() if node is not None else None
    ours = [points.id()]
    if QgsLayerTree.isGroup(group) and group.customProperty(ROLE) == GROUP:
        inside = [project.mapLayer(found) for found in group.findLayerIds()]
        ours += [x.id() for x in inside if x is not None and x.customProperty(ROLE) == CHOICES]
    else:
        group = None
    project.removeMapLayers(ours)
    if group is not None and not group.children():
        group.parent().removeChildNode(group)


def view_extent(
    layer: QgsVectorLayer, boundary: QgsVectorLayer | None = None
) -> QgsReferencedRectangle:
    """Return what the window shows first: the records, else the boundary, else China."""
    for shown in (layer, boundary):
        if shown is None or not shown.isSpatial():
            continue
        shown.updateExtents()
        box = shown.extent()
        if box.isNull() or not box.isFinite() or shown.featureCount() == 0:
            continue
        degrees = QgsCoordinateReferenceSystem(STORE_CRS)
        box = to_crs(box, shown.crs(), degrees, QgsProject.instance())
        margin = max(box.width(), box.height(), _NEAREST) * 0.06
        return QgsReferencedRectangle(_at_least(box).buffered(margin), degrees)
    west, south, east, north = CHINA
    box = QgsRectangle(west, max(south, 17.0), east, north)
    return QgsReferencedRectangle(box, QgsCoordinateReferenceSystem(STORE_CRS))


def _at_least(box: QgsRectangle) -> QgsRectangle:
    short = max(0.0, _NEAREST - max(box.width(), box.height()))
    return box.buffered(short / 2)


def _add_layers(project: QgsProject, path: str | Path) -> QgsVectorLayer:
    with open_store(path) as store:
        dress = Dress(
            store.products(),
            store.county_names,
            county_townships(store.divisions(), store.county),
        )
    points, choices = load_layers(path, edit=shared_place(path) is None)
    prepare(project)
    group = project.layerTreeRoot().insertGroup(0, store_name(path))
    group.setCustomProperty(ROLE, GROUP)
    # The form looks its lists up in the project: they come first.
    project.addMapLayer(choices, False)
    configure_styles(points, choices, dress)
    project.addMapLayer(points, False)
    group.addLayer(points).setCustomProperty("showFeatureCount", 1)
    group.addLayer(choices)
    return points


def prepare(project: QgsProject) -> None:
    """Make an empty project fit for digitising: CGCS2000, true lengths, degrees shown.

    Status bar and identify then show a point as the form does: longitude first, every decimal.
    """
    if project.mapLayers():
        return
    project.setCrs(QgsCoordinateReferenceSystem(STORE_CRS))
    project.setEllipsoid("EPSG:7030")
    settings = project.displaySettings()
    settings.setCoordinateType(Qgis.CoordinateDisplayType.MapGeographic)
    settings.setCoordinateAxisOrder(Qgis.CoordinateOrder.XY)
    project.writeEntry("PositionPrecision", "/Automatic", False)
    project.writeEntry("PositionPrecision", "/DecimalPlaces", PLACES)


def _store_group(project: QgsProject) -> QgsLayerTreeGroup | None:
    groups = project.layerTreeRoot().findGroups(True)
    return next((group for group in groups if group.customProperty(ROLE) == GROUP), None)
