"""Where results go: never over an input, a store or another result, with a fitting ending."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from qgis.core import (
    QgsProcessing,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterVectorLayer,
    QgsProviderRegistry,
)

from ..core.errors import InputError, NoStoreError, StoreError
from ..core.messages import Message
from ..layers.store import open_store

_LAYERS = (
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterVectorLayer,
    QgsProcessingParameterMapLayer,
)
_TABLE = re.compile(r"""^ogr:dbname=["'](.+?)["']""")  # a sink that is a table of a database
_NO_FILE = re.compile(r"^(TEMPORARY_OUTPUT$|memory:|[a-z]{2,}:)")


def check_targets(algorithm, parameters, context) -> None:
    """Raise InputError for a result that would replace what must stay, or has a wrong ending."""
    taken = {real(path) for path in _inputs(algorithm, parameters, context)}
    for definition, path in _outputs(algorithm, parameters, context):
        if isinstance(definition, QgsProcessingParameterFileDestination):
            _check_ending(definition, path)
        refuse_taken(path, taken)
        taken.add(real(path))


def real(path: str | Path) -> str:
    """Return one spelling for all paths of a file."""
    return os.path.normcase(os.path.realpath(path))


def refuse_taken(path: str | Path, taken: set[str]) -> None:
    """Raise InputError where a result would take the place of an input or of a store."""
    if real(path) in taken:
        raise InputError(
            Message("{path} is read here, or is another result, and is not replaced.", path=path),
            Message("Give the result another name."),
        )
    if str(path).lower().endswith(".gpkg") and is_store(path):
        raise InputError(
            Message("{path} is a store and is never replaced by a result.", path=path),
            Message("Give the result another name."),
        )


def make_folder(folder: str) -> None:
    """Make a folder for results where there is none. Raises InputError."""
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(
            Message("{path} cannot be written.", path=folder),
            Message("Choose another folder, or close the file where it is open."),
            str(error),
        ) from error


def is_store(path: str | Path) -> bool:
    """Tell whether a file is a store, be it a damaged or a newer one."""
    try:
        if not Path(path).stat().st_size:
            return False
        open_store(path).close()
    except (NoStoreError, OSError):
        return False
    except StoreError:
        return True
    return True


def _inputs(algorithm, parameters, context) -> Iterator[str]:
    for definition in algorithm.parameterDefinitions():
        name = definition.name()
        if not parameters.get(name):
            continue
        if isinstance(definition, QgsProcessingParameterFile):
            yield algorithm.parameterAsFile(parameters, name, context)
        elif isinstance(definition, QgsProcessingParameterMultipleLayers):
            yield from algorithm.parameterAsFileList(parameters, name, context)
        elif isinstance(definition, _LAYERS):
            layer = layer_of(algorithm, parameters, name, context)
            path = layer and file_of(layer)
            if path:
                yield path


def layer_of(algorithm, parameters, name: str, context):
    """Return the layer behind an input, also where only its selected features are meant."""
    value = parameters.get(name)
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        parameters = {**parameters, name: value.source}
    return algorithm.parameterAsLayer(parameters, name, context)


def file_of(layer) -> str | None:
    """Return the file that a layer is read from, None where there is none."""
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    return parts.get("path")


def _outputs(algorithm, parameters, context) -> Iterator[tuple]:
    for definition in algorithm.parameterDefinitions():
        name = definition.name()
        value = parameters.get(name)
        if isinstance(value, QgsProcessingOutputLayerDefinition):
            value = value.sink.valueAsString(context.expressionContext())[0]
        if not value or not isinstance(value, str):
            continue
        if isinstance(definition, QgsProcessingParameterFileDestination):
            if value != QgsProcessing.TEMPORARY_OUTPUT:
                yield definition, value
        elif isinstance(definition, QgsProcessingParameterFeatureSink):
            table = _TABLE.match(value)
            if table:
                yield definition, table[1]
            elif not _NO_FILE.match(value):
                yield definition, value


def _check_ending(definition, path: str) -> None:
    endings = [ending.lower() for ending in re.findall(r"\*(\.\w+)", definition.fileFilter())]
    if endings and Path(path).suffix.lower() not in endings:
        raise InputError(
            Message(
                "{parameter}: the name {path} does not end in {endings}.",
                parameter=definition.description(),
                path=path,
                endings=", ".join(endings),
            ),
            Message("Give the file a name with this ending."),
        )
