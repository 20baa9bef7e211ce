"""blanksheet: the empty official sheet."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterFileDestination, QgsProcessingParameterString

from ...core.divisions import standard_divisions
from ...core.places import Places
from ...core.products import standard_products
from ...spreadsheets.writer import write_blank
from ...translation import tr
from ..base import OriginTraceAlgorithm
from ..groups import sheets_group
from ..regions import county_of


class BlankSheet(OriginTraceAlgorithm):
    """Write the empty 附件1 with drop-downs."""

    NAME = "blanksheet"

    def title(self) -> str:
        return tr("Blank collection sheet")

    def section(self) -> tuple[str, str]:
        return sheets_group()

    def about(self) -> str:
        return tr(
            "Writes the empty official sheet 附件1 for the townships, with drop-downs of the "
            "allowed values, phone and coordinate columns as text, and the notes."
        )

    def define(self) -> None:
        self.add(
            QgsProcessingParameterString("REGION", tr("County code"), optional=True),
            tr("The six digits of the county: fills the drop-downs of the address."),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "OUTPUT", tr("Blank sheet"), fileFilter=tr("Workbook") + " (*.xlsx)"
            ),
            tr("Where to write it."),
        )

    def check(self, parameters, context) -> None:
        region = self.text(parameters, "REGION", context)
        if region:
            county_of(region)

    def execute(self, parameters, context, feedback) -> dict:
        region = self.text(parameters, "REGION", context)
        path = self.parameterAsFileOutput(parameters, "OUTPUT", context)
        places = Places(standard_divisions())
        write_blank(
            path,
            county=places.county(county_of(region)) if region else None,
            towns=[name for _, name in places.towns(region)] if region else (),
            products=[product.name for product in standard_products()],
        )
        return {"OUTPUT": path}
