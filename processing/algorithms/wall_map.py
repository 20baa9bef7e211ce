"""wallmap: the map and list of a campaign, 挂图作战, with who has to do what by when (G1)."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    Qgis,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from ...core import base_list as b
from ...core.atlas_parts import in_list_order
from ...core.inspection_states import Outcome, latest_outcomes
from ...core.schema import Record
from ...core.tables import WALL_MAP
from ...layers.base_rows import BaseRows
from ...layers.index_map import points_of
from ...layers.inspection_marks import inspection_marks
from ...layers.page_series import export_images, export_pages
from ...layers.part_pages import Ground, PartMap, PartPages
from ...layers.wall_strip import Order, wall_strip
from ...translation import tr
from ..base import OriginTraceAlgorithm
from ..groups import maps_group
from ..listed_maps import ListedMaps, counted
from ..query_parameters import QueryParameters
from ..unmasked import log_unmasked

_COLUMNS = (
    *(b.NUMBER, b.SQUARE, b.PRODUCER, b.PRODUCT, b.PLACE, b.SCALE, b.SEASON),
    *(b.OFFICER, b.COLLECTOR),
)


class WallMap(ListedMaps, QueryParameters, OriginTraceAlgorithm):
    """Print the map and list of a campaign."""

    NAME = "wallmap"

    def title(self) -> str:
        return tr("Wall map of a campaign")

    def section(self) -> tuple[str, str]:
        return maps_group()

    def about(self) -> str:
        return tr(
            "Prints a focus area, its products and season as one map with numbered bases and "
            "their list: producer, product, scale, when it comes to market, who is responsible "
            "and how the latest inspection came out; with the goal, and lines for the responsible "
            "unit, person and deadline. A list that is longer than the page goes on over further "
            "pages. Phones are masked."
        )

    def flags(self):
        """Layouts are made in the main thread."""
        return super().flags() | Qgis.ProcessingAlgorithmFlag.NoThreading

    def define(self) -> None:
        self.add_points_input()
        self.define_query()
        self.define_grounds()
        self.define_page()
        empty = tr("Empty: a line to write on.")
        for name, words, text in (
            ("GOAL", tr("Goal"), tr("Stands over the list; empty for none.")),
            ("RESPONSIBLE_UNIT", tr("Responsible unit"), empty),
            ("RESPONSIBLE_PERSON", tr("Responsible person"), empty),
            ("DEADLINE", tr("To be done by"), empty),
        ):
            self.add(QgsProcessingParameterString(name, words, optional=True), text)
        self.define_list()
        self.add(
            QgsProcessingParameterBoolean(
                "PERSONAL", tr("Phones in full in the list"), defaultValue=False
            ),
            tr("Otherwise they are masked. Who gave them out is kept in the store."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "OUTPUT", tr("Wall map"), fileFilter="PDF (*.pdf);;PNG (*.png);;SVG (*.svg)"
            ),
            tr(
                "The ending decides: .pdf, .png or .svg. Further pages of a picture get _2, _3 … "
                "behind their name."
            ),
        )
        self.addOutput(QgsProcessingOutputNumber("PAGES", tr("Pages")))
        self.addOutput(QgsProcessingOutputNumber("COUNT", tr("Bases")))

    def check(self, parameters, context) -> None:
        self.query(parameters, context)

    def execute(self, parameters, context, feedback) -> dict:
        everything = self.records(parameters, context, feedback)
        records = self.selection(parameters, context, everything)
        feedback.setProgress(10)
        pages = self._pages(parameters, context, feedback, records, points_of(everything))
        if self.parameterAsBoolean(parameters, "PERSONAL", context):
            # The map gets its name only after this.
            uri = self.store_uri(parameters, context)
            log_unmasked(uri, WALL_MAP, len(records), feedback)
        path = self.parameterAsFileOutput(parameters, "OUTPUT", context)
        made = counted(pages.pages(1, len(pages)), len(pages), feedback)
        if Path(path).suffix.lower() == ".pdf":
            export_pages(made, len(pages), path, self.has_pictures(parameters, context))
        else:
            export_images(made, path)
        return {"OUTPUT": path, "PAGES": len(pages), "COUNT": len(records)}

    def _pages(self, parameters, context, feedback, records: list[Record], points) -> PartPages:
        rules = self.rule_context(parameters, context)
        ground = self.ground(parameters, context, feedback, records, points, rules)
        listed = in_list_order(records, [product.name for product in rules.products])
        outcomes = latest_outcomes(listed, self.inspections(parameters, context))
        personal = self.parameterAsBoolean(parameters, "PERSONAL", context)
        return PartPages(
            ground,
            PartMap(
                title=self._title(parameters, context, ground, rules.county, records),
                source=ground.spec.source,
                rows=BaseRows(listed, len(_all("township", listed)) > 1, personal, outcomes),
                columns=_columns(listed, outcomes),
                marks=[inspection_marks(listed, outcomes)] if outcomes else [],
                strip=self._strip(parameters, context, ground),
            ),
        )

    def _strip(self, parameters, context, ground: Ground):
        if ground.boxes.beside is None:
            return None
        names = ("GOAL", "RESPONSIBLE_UNIT", "RESPONSIBLE_PERSON", "DEADLINE")
        order = Order(*(self.text(parameters, name, context) for name in names))
        return wall_strip(order, ground.boxes.beside, ground.boxes.size)

    def _title(self, parameters, context, ground: Ground, county, records: list[Record]) -> str:
        """Return «XX县马市镇豇豆挂图作战图», in Chinese as the notice names things."""
        title = self.text(parameters, "TITLE", context)
        if title:
            return title
        query = self.query(parameters, context)
        region = query.region
        place = (region.get("county", "".join(county[-1:])), region.get("township"))
        place = "".join(filter(None, (*place, region.get("village"))))
        products = query.products or tuple(_all("product", records))
        name = products[0] if len(products) == 1 else "重点农产品"
        return f"{place}{name}挂图作战图"


def _columns(records: list[Record], outcomes: dict[str, Outcome]) -> list[str]:
    """Return the columns of a list; what is the same for all its rows is left out."""
    columns = [key for key in _COLUMNS if key != b.PRODUCT or len(_all("product", records)) > 1]
    return [*columns, b.RESULT] if outcomes else columns


def _all(column: str, records: list[Record]) -> dict[str | None, None]:
    """Return the values of a column in their order."""
    return dict.fromkeys(record[column] for record in records)
