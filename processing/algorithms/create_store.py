"""createstore: an empty store for one county."""

from __future__ import annotations

from functools import partial

from qgis.core import (
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from ...core.divisions import read_division_file, standard_divisions
from ...core.places import Places
from ...core.products import standard_products
from ...layers.store import create_store
from ...layers.styling import save_default_style
from ...translation import tr
from ..base import OriginTraceAlgorithm
from ..groups import store_group
from ..regions import county_of


class CreateStore(OriginTraceAlgorithm):
    """Make an empty GeoPackage store for one county."""

    NAME = "createstore"

    def title(self) -> str:
        return tr("Create a store")

    def section(self) -> tuple[str, str]:
        return store_group()

    def about(self) -> str:
        return tr(
            "Makes the GeoPackage that holds a county's collection points, their history, the "
            "products with their thresholds and the county's townships. It opens in plain QGIS "
            "with its own form and style.\n"
            "An existing file is never overwritten."
        )

    def define(self) -> None:
        self.add(
            QgsProcessingParameterString("REGION", tr("County code")),
            tr("The six digits of the county, such as 360826."),
        )
        self.add(
            QgsProcessingParameterFile(
                "VILLAGES",
                tr("List of villages"),
                optional=True,
                fileFilter=tr("List of villages") + " (*.csv *.tsv *.gz *.zip)",
            ),
            tr(
                "Optional: the county's own list with columns code (12 digits) and name, or the "
                "village pack. With it, imports check villages too."
            ),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "OUTPUT", tr("Store"), fileFilter=tr("Store (GeoPackage)") + " (*.gpkg)"
            ),
            tr("Where to make it. Keep it on a local disk, not in a synchronised folder."),
        )

    def check(self, parameters, context) -> None:
        county_of(self.text(parameters, "REGION", context))

    def execute(self, parameters, context, feedback) -> dict:
        code = county_of(self.text(parameters, "REGION", context))
        places = Places(standard_divisions())
        villages = self.text(parameters, "VILLAGES", context)
        divisions = [row for row in standard_divisions() if row[0].startswith(code)]
        if villages:
            divisions += [
                row for row in read_division_file(villages, code) if row[0].startswith(code)
            ]
        path = self.parameterAsFileOutput(parameters, "OUTPUT", context)
        names = places.county(code)
        style = partial(save_default_style, county_names=names)
        create_store(path, code, divisions, standard_products(), names, style).close()
        feedback.pushInfo(
            tr("Store of {county} made, with {count} townships and villages.").format(
                county="".join(places.county(code)), count=len(divisions) - 1
            )
        )
        return {"OUTPUT": path}
