"""Dressing of the layers that QGIS loads when an algorithm is done."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingLayerPostProcessorInterface,
    QgsProject,
    QgsVectorLayer,
)

# QGIS owns and deletes the C++ side with the context, so that each load needs an
# object of its own; what is written in Python lives only as long as it is held here.
_waiting: list[_Dressing] = []


class _Dressing(QgsProcessingLayerPostProcessorInterface):
    def __init__(self, dress: Callable[[QgsVectorLayer, QgsProject | None], None]) -> None:
        super().__init__()
        self._dress = dress
        _waiting.append(self)

    def postProcessLayer(self, layer, context, feedback) -> None:
        """Called by QGIS in the main thread, before the layer is shown."""
        _waiting.remove(self)
        self._dress(layer, context.project())


def dress_when_loaded(
    context: QgsProcessingContext,
    identifier: str,
    dress: Callable[[QgsVectorLayer, QgsProject | None], None],
) -> None:
    """Have an output layer dressed if QGIS is going to load it."""
    if context.willLoadLayerOnCompletion(identifier):
        context.layerToLoadOnCompletionDetails(identifier).setPostProcessor(_Dressing(dress))
