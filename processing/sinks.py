"""Features and rows into a result layer, every one of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QMetaType

from ..core.errors import InputError
from ..core.messages import Message
from ..layers.records import CGCS2000

_SCRATCH = (QgsProcessing.TEMPORARY_OUTPUT, "memory:")


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
    kind = (QgsWkbTypes.Type.Point, QgsCoordinateReferenceSystem(CGCS2000))
    return _write(algorithm, parameters, name, context, feedback, fields, features, kind)


def write_rows(
    algorithm,
    parameters,
    name: str,
    context,
    feedback,
    columns: Mapping[str, QMetaType.Type],
    rows: Iterable[Iterable[object]],
) -> str:
    """Write rows into a sink without points and return its id. Raises InputError as above."""
    fields = _fields(columns)
    kind = (QgsWkbTypes.Type.NoGeometry, QgsCoordinateReferenceSystem())
    features = (_feature(fields, row) for row in rows)
    return _write(algorithm, parameters, name, context, feedback, fields, features, kind)


def write_shapes(
    algorithm,
    parameters,
    name: str,
    context,
    feedback,
    columns: Mapping[str, QMetaType.Type],
    rows: Iterable[tuple[Iterable[object], QgsGeometry]],
    crs: QgsCoordinateReferenceSystem,
) -> str:
    """Write rows with polygons into a sink and return its id. Raises InputError as above."""
    fields = _fields(columns)
    kind = (QgsWkbTypes.Type.MultiPolygon, crs)
    features = (_feature(fields, *row) for row in rows)
    return _write(algorithm, parameters, name, context, feedback, fields, features, kind)


def _fields(columns: Mapping[str, QMetaType.Type]) -> QgsFields:
    fields = QgsFields()
    for column, column_type in columns.items():
        fields.append(QgsField(column, column_type))
    return fields


def _feature(
    fields: QgsFields, row: Iterable[object], geometry: QgsGeometry | None = None
) -> QgsFeature:
    made = QgsFeature(fields)
    made.setAttributes(list(row))
    if geometry is not None:
        made.setGeometry(geometry)
    return made


def _write(
    algorithm, parameters, name: str, context, feedback, fields, features, kind: tuple
) -> str:
    if _words(parameters.get(name)).startswith(_SCRATCH):
        fields = _plain(fields)
    try:
        sink, identifier = algorithm.parameterAsSink(parameters, name, context, fields, *kind)
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


def _plain(fields: QgsFields) -> QgsFields:
    """Return fields without words: QGIS warns of each one that a scratch layer cannot keep."""
    plain = QgsFields()
    for field in fields:
        plain.append(QgsField(field.name(), field.type()))
    return plain


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
