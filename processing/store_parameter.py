"""The parameter STORE: a GeoPackage file, or the reference of a store on a server."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterFile

from ..layers.pg_place import is_server
from ..translation import tr


def add_store(algorithm) -> None:
    """Add STORE to an algorithm."""
    algorithm.add(
        _store(optional=False),
        tr(
            "The county's store, made by «Create a store», or the reference of a store on a "
            "server: postgres://connection/schema/county code."
        ),
    )


def add_other_store(algorithm, text: str, advanced: bool = False) -> None:
    """Add STORE to an algorithm that mostly takes the store of its input; ``text``: when not."""
    algorithm.add(_store(optional=True), text, advanced)


def with_file_names(algorithm, parameters) -> dict:
    """Return the parameters with a file's name for each store on a server.

    For QGIS's own check only, which would have a file of the right kind.
    """
    plain = dict(parameters)
    for definition in algorithm.parameterDefinitions():
        name = definition.name()
        if isinstance(definition, QgsProcessingParameterFile) and is_server(plain.get(name)):
            plain[name] = "server.gpkg"
    return plain


def _store(optional: bool) -> QgsProcessingParameterFile:
    return QgsProcessingParameterFile(
        "STORE",
        tr("Store"),
        fileFilter=tr("Store (GeoPackage)") + " (*.gpkg)",
        optional=optional,
    )
