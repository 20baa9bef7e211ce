"""The parameter STORE: a GeoPackage file, later also a PostgreSQL reference."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterFile

from ..translation import tr


def add_store(algorithm) -> None:
    """Add STORE to an algorithm."""
    algorithm.add(_store(optional=False), tr("The county's store, made by «Create a store»."))


def add_other_store(algorithm, text: str, advanced: bool = False) -> None:
    """Add STORE to an algorithm that mostly takes the store of its input; ``text``: when not."""
    algorithm.add(_store(optional=True), text, advanced)


def _store(optional: bool) -> QgsProcessingParameterFile:
    return QgsProcessingParameterFile(
        "STORE",
        tr("Store"),
        fileFilter=tr("Store (GeoPackage)") + " (*.gpkg)",
        optional=optional,
    )
