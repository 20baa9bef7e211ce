"""Basemaps in a project: one group under all other layers, one of them visible at a time."""

from __future__ import annotations

from qgis.core import QgsLayerTree, QgsLayerTreeGroup, QgsProject, QgsRasterLayer

from ..translation import tr
from .basemap_list import Basemap, make_layers
from .map_frame import STORE_CRS, WEB_CRS
from .store_layers import BOUNDARY, CHOICES, POINTS, ROLE, mark

BASEMAP = "basemap"  # role of the layers
GROUP = "basemaps"  # role of the group


def add_basemap(project: QgsProject, basemap: Basemap) -> list[QgsRasterLayer]:
    """Add a basemap below all other layers and show it alone; return its layers.

    A project that shows nothing but a store takes the basemap's CRS, in which tiles
    stay sharp. Raises InputError.
    """
    layers = make_layers(basemap)
    if layers[0].crs().authid() == WEB_CRS and _only_ours(project):
        project.setCrs(layers[0].crs())
    group = basemap_group(project)
    for layer in layers:
        mark(layer, BASEMAP)
        project.addMapLayer(layer, False)
    if len(layers) == 1:
        node = group.insertLayer(0, layers[0])
    else:
        node = group.insertGroup(0, basemap.name)
        for layer in layers:
            node.insertLayer(0, layer)
    node.setExpanded(False)
    node.setItemVisibilityChecked(True)  # the group switches the others off
    return layers


def basemap_group(project: QgsProject) -> QgsLayerTreeGroup:
    """Return the project's group of basemaps, made as the last one where there is none."""
    root = project.layerTreeRoot()
    for child in root.children():
        if QgsLayerTree.isGroup(child) and child.customProperty(ROLE) == GROUP:
            return child
    group = root.addGroup(tr("Basemaps"))
    group.setCustomProperty(ROLE, GROUP)
    group.setIsMutuallyExclusive(True)
    return group


def basemap_layers(project: QgsProject) -> list[QgsRasterLayer]:
    """Return the layers of basemaps that came through us."""
    return [x for x in project.mapLayers().values() if x.customProperty(ROLE) == BASEMAP]


def _only_ours(project: QgsProject) -> bool:
    """Tell whether the CRS is still the one that opening a store set."""
    roles = {layer.customProperty(ROLE) for layer in project.mapLayers().values()}
    return roles <= {POINTS, CHOICES, BOUNDARY} and project.crs().authid() in ("", STORE_CRS)
