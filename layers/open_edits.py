"""Edits of a store's points that QGIS holds and has not saved."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsFeatureRequest, QgsProject, QgsVectorLayer

from .store_layers import same_store, store_path


def points_layers(project: QgsProject, path: str | Path) -> list[QgsVectorLayer]:
    """Return the layers of a project that show the points of a store."""
    found = []
    for layer in project.mapLayers().values():
        shown = store_path(layer)
        if shown and same_store(shown, path):
            found.append(layer)
    return found


def open_layers(project: QgsProject, path: str | Path) -> list[QgsVectorLayer]:
    """Return the layers of a store's points that have edits which are not saved."""
    return [layer for layer in points_layers(project, path) if layer.isModified()]


def edited_records(layer: QgsVectorLayer) -> set[str]:
    """Return the uuids of saved records that the layer's edit buffer changes or deletes."""
    buffer = layer.editBuffer()
    if buffer is None:
        return set()
    fids = {
        *buffer.changedAttributeValues(),
        *buffer.changedGeometries(),
        *buffer.deletedFeatureIds(),
    }
    fids = [fid for fid in fids if fid >= 0]  # new ones have negative numbers
    if not fids:
        return set()
    request = QgsFeatureRequest().setFilterFids(fids)
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    # From the provider: the layer does not give deleted features any more.
    return {feature["uuid"] for feature in layer.dataProvider().getFeatures(request)}


def records_in_hand(project: QgsProject | None, path: str | Path) -> frozenset[str]:
    """Return the uuids of a store's records with unsaved changes, in any layer of a project."""
    if project is None:
        return frozenset()
    return frozenset(uuid for x in open_layers(project, path) for uuid in edited_records(x))
