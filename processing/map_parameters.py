"""The parameters of a printed map that all algorithms with maps share: grounds and page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from qgis.core import (
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingParameterFile,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
    QgsVectorLayer,
)

from ..core.schema import Record
from ..layers.basemaps import credit
from ..layers.layouts import ORIENTATIONS, PAPERS, MapSpec
from ..layers.map_texts import title_words
from ..settings import unit_name
from ..translation import tr


class MapParameters:
    """Mixin: declares BOUNDARY and BASEMAP, the page and its title, and reads them."""

    def define_grounds(self) -> None:
        """Add BOUNDARY and BASEMAP."""
        self.add(
            QgsProcessingParameterVectorLayer(
                "BOUNDARY",
                tr("Boundaries"),
                [QgsProcessing.SourceType.TypeVectorPolygon],
                optional=True,
            ),
            tr("The county's own polygon layer, drawn under the points."),
        )
        self.add(
            QgsProcessingParameterMapLayer("BASEMAP", tr("Basemap"), optional=True),
            tr("Any raster or tile layer. Over web tiles the map is in EPSG:3857 and says so."),
        )

    def define_page(self) -> None:
        """Add PAPER, ORIENTATION, TITLE and TEMPLATE."""
        paper = tr("The page where no template is given.")
        self.add_choice("PAPER", tr("Paper"), PAPERS, list(PAPERS), paper)
        turns = [tr("Landscape"), tr("Portrait")]
        turn = tr("Both have their binding margin at the left.")
        self.add_choice("ORIENTATION", tr("Orientation"), ORIENTATIONS, turns, turn)
        self.add(
            QgsProcessingParameterString("TITLE", tr("Title"), optional=True),
            tr("Empty: made from county and product."),
        )
        self.add(
            QgsProcessingParameterFile(
                "TEMPLATE",
                tr("Layout template"),
                optional=True,
                fileFilter=tr("Layout template") + " (*.qpt)",
            ),
            tr(
                "Your own template, made from a copy of ours (menu Map templates); its page "
                "is taken instead of paper and orientation."
            ),
            advanced=True,
        )

    def grounds(self, parameters, context) -> tuple[QgsVectorLayer | None, QgsMapLayer | None]:
        """Return BOUNDARY and BASEMAP."""
        boundary = self.parameterAsVectorLayer(parameters, "BOUNDARY", context)
        return boundary, self.parameterAsLayer(parameters, "BASEMAP", context)

    def map_spec(
        self,
        parameters,
        context,
        records: Sequence[Record],
        county: tuple[str, ...],
    ) -> MapSpec:
        """Return what is written on a map of ``records``, those without a point included."""
        _boundary, basemap = self.grounds(parameters, context)
        shown = [record for record in records if record["lon"] is not None]
        return MapSpec(
            title=self.text(parameters, "TITLE", context)
            or map_title(county, shown, self.query(parameters, context).products),
            paper=self.choice(parameters, "PAPER"),
            orientation=self.choice(parameters, "ORIENTATION"),
            unit=unit_name(),
            date=date.today(),
            source=source_words(len(records)),
            basemap_credit=credit(basemap) if basemap is not None else "",
            filter_text=self.query_words(parameters, context),
            county_names=county,
            template=self.text(parameters, "TEMPLATE", context) or None,
            without_point=len(records) - len(shown),
        )


def source_words(count: int) -> str:
    """Return where ``count`` records come from."""
    words = tr("Key farm products origin collection, records: {count}")
    return words.format(count=f"{count:,}")


def map_title(county: Sequence[str], shown: Sequence[Record], products: Sequence[str] = ()) -> str:
    """Return the title of a map of these records, or of the products that were asked for."""
    found = products or tuple(dict.fromkeys(record["product"] for record in shown))
    return title_words(county, found)
