"""Layers that were made in memory, kept in a project file."""

from __future__ import annotations

from qgis.core import QgsMapLayer, QgsProject, QgsVectorFileWriter, QgsVectorLayer

from ..core.errors import OriginTraceError
from ..core.messages import Message


def keep_made_layers(project: QgsProject) -> None:
    """Put the features of memory layers into files within the project's .qgz.

    Without that they would be empty when the project is opened again. Raises
    OriginTraceError where they cannot be written.
    """
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "FlatGeobuf"
    for layer in project.mapLayers().values():
        if not _is_lost(layer):
            continue
        path = project.createAttachedFile(f"{layer.id()}.fgb")
        result = QgsVectorFileWriter.writeAsVectorFormatV3(
            layer, path, project.transformContext(), options
        )
        if result[0] != QgsVectorFileWriter.WriterError.NoError:
            raise OriginTraceError(
                Message("The layer {layer} could not be kept in the project.", layer=layer.name()),
                Message("Check that the disk has room."),
                result[1],
            )
        layer.setDataSource(path, layer.name(), "ogr")


def _is_lost(layer: QgsMapLayer) -> bool:
    return (
        isinstance(layer, QgsVectorLayer)
        and layer.providerType() == "memory"
        and layer.featureCount() > 0
    )
