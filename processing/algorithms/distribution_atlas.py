"""distributionatlas: a map and a list of bases for each product or township, in one PDF."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from qgis.core import (
    Qgis,
    QgsPrintLayout,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
)

from ...core.atlas_parts import PARTS, parts_of
from ...core.errors import InputError
from ...core.file_names import file_name
from ...core.messages import Message
from ...core.schema import Record
from ...layers.atlas import Atlas
from ...layers.index_map import points_of
from ...layers.page_series import export_folder, export_pages
from ...translation import tr
from ..atlas_parts import part_maps, township_areas
from ..base import OriginTraceAlgorithm
from ..groups import maps_group
from ..listed_maps import ListedMaps, counted
from ..map_style_parameters import MapStyleParameters
from ..query_parameters import QueryParameters


class DistributionAtlas(MapStyleParameters, ListedMaps, QueryParameters, OriginTraceAlgorithm):
    """Print an atlas: one part for each product or each township."""

    NAME = "distributionatlas"

    def title(self) -> str:
        return tr("Atlas of distribution maps")

    def section(self) -> tuple[str, str]:
        return maps_group()

    def about(self) -> str:
        return tr(
            "Prints the records that the query finds as an atlas: contents with totals, then for "
            "each product or each township a map at its own scale with index map and legend, and "
            "the list of its bases. Records without a point are listed too, those without a "
            "township or product in a part of their own. Phones are masked."
        )

    def flags(self):
        """Layouts are made in the main thread."""
        return super().flags() | Qgis.ProcessingAlgorithmFlag.NoThreading

    def define(self) -> None:
        self.add_points_input()
        self.define_query()
        self.add_choice(
            "BY",
            tr("Divided by"),
            PARTS,
            [tr("By product"), tr("By township")],
            tr("What has pages of its own. Records without it have theirs at the end."),
        )
        self.define_style()
        self.define_grounds()
        self.define_page()
        self.define_list()
        self.add(
            QgsProcessingParameterFileDestination(
                "OUTPUT",
                tr("Atlas"),
                fileFilter="PDF (*.pdf)",
                optional=True,
            ),
            tr("One PDF with all pages."),
        )
        self.add(
            QgsProcessingParameterFolderDestination(
                "FOLDER", tr("Folder"), optional=True, createByDefault=False
            ),
            tr("One PDF for the contents and for each part. One of the two must be given."),
        )
        self.addOutput(QgsProcessingOutputNumber("PAGES", tr("Pages")))
        self.addOutput(QgsProcessingOutputNumber("COUNT", tr("Bases")))

    def check(self, parameters, context) -> None:
        self.query(parameters, context)
        if not parameters.get("OUTPUT") and not parameters.get("FOLDER"):
            raise InputError(
                Message("Neither a file nor a folder is given for the atlas."),
                Message("Give one of the two."),
            )

    def execute(self, parameters, context, feedback) -> dict:
        everything = self.records(parameters, context, feedback)
        points = points_of(everything)
        records = self.selection(parameters, context, everything)
        del everything
        feedback.setProgress(10)
        atlas = self._atlas(parameters, context, feedback, records, points)
        feedback.setProgress(20)
        feedback.pushInfo(
            tr("Pages: {pages}; bases: {count}.").format(pages=atlas.count, count=len(records))
        )
        results = {"PAGES": atlas.count, "COUNT": len(records)}
        path = self.parameterAsFileOutput(parameters, "OUTPUT", context)
        folder = self.parameterAsString(parameters, "FOLDER", context)
        pictures = self.has_pictures(parameters, context)
        if path:
            made = counted(atlas.pages(), atlas.count, feedback)
            export_pages(made, atlas.count, path, pictures)
            results["OUTPUT"] = path
        if folder:
            export_folder(_files(atlas, feedback), folder, pictures)
            results["FOLDER"] = folder
        return results

    def _atlas(self, parameters, context, feedback, records: list[Record], points) -> Atlas:
        rules = self.rule_context(parameters, context)
        ground = self.ground(parameters, context, feedback, records, points, rules)
        title = self.text(parameters, "TITLE", context)
        spec = replace(ground.spec, style=self.map_style(parameters, context))
        if not title:
            spec = replace(spec, title=f"{spec.title}集")
        ground = replace(ground, spec=spec)
        by = self.choice(parameters, "BY")
        parts = parts_of(records, by, [product.name for product in rules.products])
        divisions = self.divisions(parameters, context)
        areas = township_areas(ground.boundary, rules.county, divisions, ground.project)
        return Atlas(ground, part_maps(parts, by, title, rules.county, areas))


def _files(atlas: Atlas, feedback) -> Iterator[tuple[str, int, Iterator[QgsPrintLayout]]]:
    """Yield the groups of pages under names that any PC takes and that stand in their order."""
    done = 0
    for number, (name, count, pages) in enumerate(atlas.groups()):
        yield f"{number:02d} {file_name(name)}", count, counted(pages, atlas.count, feedback, done)
        done += count
