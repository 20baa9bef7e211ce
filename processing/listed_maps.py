"""What atlas and wall map share: the ground that their pages are made on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from qgis.core import Qgis, QgsPrintLayout, QgsProject

from ..core.messages import Message
from ..core.rules import Context
from ..core.schema import Record
from ..layers.index_map import IndexMap
from ..layers.list_sheet import ListSheet, list_boxes
from ..layers.map_build import adopt
from ..layers.part_pages import Ground
from ..translation import render, tr
from .base import go_on
from .map_parameters import MapParameters

LISTS = ("all", "page")


class ListedMaps(MapParameters):
    """Mixin: maps with a list of their bases."""

    def define_list(self) -> None:
        """Add LIST."""
        self.add_choice(
            "LIST",
            tr("Lists of bases"),
            LISTS,
            [tr("All bases, over as many pages as they need"), tr("Only on the page of the map")],
            tr("How many bases are not listed is said on the page."),
        )

    def ground(
        self,
        parameters,
        context,
        feedback,
        records: Sequence[Record],
        points: Sequence[tuple[float, float]],
        rules: Context,
    ) -> Ground:
        """Return what all pages share; its words are those of all records of the query.

        ``points``: those of the whole county, for the index map.
        """
        project = QgsProject()
        boundary, basemap = self.grounds(parameters, context)
        boundary = adopt(project, boundary)
        spec = replace(self.map_spec(parameters, context, records, rules.county), kind="listed")
        return Ground(
            project=project,
            spec=spec,
            boxes=list_boxes(project, spec),
            sheet=ListSheet(project, spec),
            products=rules.products,
            boundary=boundary,
            basemap=adopt(project, basemap),
            index=IndexMap(project, points, boundary),
            watch=lambda: go_on(feedback),
            tell=_teller(feedback),
            whole_lists=self.choice(parameters, "LIST") == LISTS[0],
        )

    def has_pictures(self, parameters, context) -> bool:
        """Tell whether the basemap is one of pictures."""
        _boundary, basemap = self.grounds(parameters, context)
        return basemap is not None and basemap.type() != Qgis.LayerType.Vector


def _teller(feedback) -> Callable[[Message], None]:
    """Return what shows a warning, each only once."""
    told: set[str] = set()

    def tell(message: Message) -> None:
        words = render(message)
        if words not in told:
            told.add(words)
            feedback.pushWarning(words)

    return tell


def counted(
    pages: Iterator[QgsPrintLayout], total: int, feedback, done: int = 0
) -> Iterator[QgsPrintLayout]:
    """Pass pages on and show the progress from 20 to 100; ``done`` went before."""
    for number, page in enumerate(pages, done):
        feedback.setProgress(20 + 80 * number / total)
        yield page
