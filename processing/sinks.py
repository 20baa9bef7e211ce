"""Features into a result layer, every one of them."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
    QgsWkbTypes,
)

from ..core.errors import InputError
from ..core.messages import Message
from ..layers.records import CGCS2000


def write_points(
    algorithm,
    parameters,
    name: str,
    context,
    feedback,
    fields: QgsFields,
    features: Iterable[QgsFeature],
) -> str:
    """Write points (CGCS2000) into a sink and return its id.

    Raises InputError where the place cannot be written to, and where not every
    feature is there afterwards: QGIS reports neither a full disk nor a lost write.
    """
    try:
        sink, identifier = algorithm.parameterAsSink(
            parameters,
            name,
            context,
            fields,
            QgsWkbTypes.Type.Point,
            QgsCoordinateReferenceSystem(CGCS2000),
        )
    except QgsProcessingException as error:
        raise _unwritable(parameters[name], str(error)) from error
    if sink is None:
        raise _unwritable(parameters.get(name), "no sink")
    count, problem = 0, ""
    for feature in features:
        if feedback.isCanceled():
            raise InputError(
                Message("Cancelled; {path} is incomplete.", path=_words(parameters[name])),
                Message("Delete it."),
            )
        count += 1
        if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            problem = sink.lastError() or "addFeature"
            break
    del sink  # writes what is still held back
    layer = QgsProcessingUtils.mapLayerFromString(identifier, context)
    written = layer.featureCount() if layer is not None and layer.isValid() else 0
    if problem or written != count:
        raise InputError(
            Message("{path} could not be written completely.", path=_words(parameters[name])),
            Message("Check the free space there, delete the incomplete file and try again."),
            f"{written} of {count}: {problem}",
        )
    return identifier


def _unwritable(value: object, detail: str) -> InputError:
    return InputError(
        Message("{path} cannot be written.", path=_words(value)),
        Message("Choose another folder, or close the file where it is open."),
        detail,
    )


def _words(value: object) -> str:
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink.staticValue()
    return str(value)
