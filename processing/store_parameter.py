"""The parameter STORE: a GeoPackage file, later also a PostgreSQL reference."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterFile

from ..translation import tr


def add_store(algorithm) -> None:
    """Add STORE to an algorithm."""
    algorithm.add(
        QgsProcessingParameterFile(
            "STORE", tr("Store"), fileFilter=tr("Store (GeoPackage)") + " (*.gpkg)"
        ),
        tr("The county's store, made by «Create a store»."),
    )
