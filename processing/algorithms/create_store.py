"""createstore: an empty store for one county."""

from __future__ import annotations

from functools import partial

from qgis.core import QgsProcessingParameterFileDestination

from ...core.products import standard_products
from ...layers.store import create_store
from ...layers.styling import save_default_style
from ...translation import tr
from ..base import OriginTraceAlgorithm
from ..groups import store_group
from ..new_county import add_new_county, new_county, tell_made
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
        add_new_county(self)
        self.add(
            QgsProcessingParameterFileDestination(
                "OUTPUT", tr("Store"), fileFilter=tr("Store (GeoPackage)") + " (*.gpkg)"
            ),
            tr("Where to make it. Keep it on a local disk, not in a synchronised folder."),
        )

    def check(self, parameters, context) -> None:
        county_of(self.text(parameters, "REGION", context))

    def execute(self, parameters, context, feedback) -> dict:
        county = new_county(self, parameters, context)
        path = self.parameterAsFileOutput(parameters, "OUTPUT", context)
        style = partial(save_default_style, county_names=county.names)
        products = standard_products()
        create_store(path, county.code, county.divisions, products, county.names, style).close()
        tell_made(county, feedback)
        return {"OUTPUT": path}
