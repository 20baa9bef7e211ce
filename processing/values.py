"""Values of parameters that cannot be used, named in the user's language.

QGIS has such checks too, but its sentences are not translated everywhere.
"""

from __future__ import annotations

from qgis.core import (
    QgsMapLayer,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
)

from ..core.errors import InputError
from ..core.messages import Message


def check_values(algorithm, parameters, context) -> None:
    """Raise InputError for a value that is missing, of the wrong kind or does not open."""
    for definition in algorithm.parameterDefinitions():
        name = definition.name()
        value = parameters.get(name)
        if isinstance(definition, QgsProcessingParameterFeatureSource) and value:
            usable = algorithm.parameterAsSource(parameters, name, context) is not None
        else:
            usable = definition.checkValueIsAcceptable(value, context)
        if not usable:
            raise _unusable(definition, value)


def _unusable(definition: QgsProcessingParameterDefinition, value: object) -> InputError:
    name = definition.description()
    if value in (None, "", []):
        return InputError(Message("{parameter} is missing.", parameter=name))
    if isinstance(definition, QgsProcessingParameterFeatureSource):
        return InputError(
            Message(
                "{parameter}: {value} cannot be opened.",
                parameter=name,
                value=_source_words(value),
            ),
            Message("It is missing or damaged: choose another one, or the latest backup."),
        )
    message = Message("{parameter}: {value} cannot be used.", parameter=name, value=value)
    if isinstance(definition, QgsProcessingParameterFile) and definition.fileFilter():
        kind = Message("Choose a file of this kind: {kind}", kind=definition.fileFilter())
        return InputError(message, kind)
    return InputError(message)


def _source_words(value: object) -> str:
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        value = value.source.staticValue()
    return value.name() if isinstance(value, QgsMapLayer) else str(value)
