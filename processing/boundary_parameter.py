"""The parameter BOUNDARY: the county's own polygons."""

from __future__ import annotations

from qgis.core import QgsProcessing, QgsProcessingParameterFeatureSource

from ..translation import tr


def add_boundary(algorithm, advanced: bool = False) -> None:
    """Add BOUNDARY to an algorithm."""
    algorithm.add(
        QgsProcessingParameterFeatureSource(
            "BOUNDARY",
            tr("Boundary of the county"),
            [QgsProcessing.SourceType.TypeVectorPolygon],
            optional=True,
        ),
        tr(
            "The county's own polygon layer, in any coordinate system: the county, several "
            "counties, or townships. Polygons that name another county are its neighbours."
        ),
        advanced,
    )
