"""What a style of map is given, and what it gives back: layers, legend, notes.

Each style is a function ``draw(ground) -> Drawing`` in a module ``map_style_*``;
``map_styles`` lists them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsLayoutItemMap,
    QgsMapLayer,
    QgsProject,
    QgsVectorLayer,
)

from ..core.messages import Message
from ..core.products import Product
from ..translation import tr
from . import map_frame, styling
from .labels import MAX_OBSTACLES
from .map_content import Content
from .map_spec import MapSpec


@dataclass(frozen=True)
class LegendGroup:
    """Lines of a legend that belong together.

    ``lines``: number of a layer's legend entry and its text, columns apart by tabs,
    further lines by "|"; None lists the entries as the layer has them. ``remark``
    stands under the heading.
    """

    heading: str
    layer: QgsMapLayer
    lines: Sequence[tuple[int, str]] | None = None
    remark: str = ""


@dataclass
class Drawing:
    """What a style draws.

    ``layers`` belong to the project, the uppermost comes first. ``notes``: what is
    not on the map. ``messages``: warnings for the log.
    """

    layers: Sequence[QgsMapLayer]
    legend: Sequence[LegendGroup]
    notes: Sequence[str] = ()
    messages: Sequence[Message] = field(default_factory=list)


@dataclass(frozen=True)
class MapGround:
    """A page whose place and scale are set, and what is to be drawn on it.

    ``points`` and ``boundary`` belong to the project; ``item`` is the map on the page.
    """

    project: QgsProject
    item: QgsLayoutItemMap
    points: QgsVectorLayer
    content: Content
    products: Sequence[Product]
    boundary: QgsVectorLayer | None
    has_basemap: bool
    spec: MapSpec

    @property
    def enlarge(self) -> float:
        """Return how much wider than on A4 the map is: symbols and texts grow with it."""
        return self.item.rect().width() / 170

    @property
    def text(self) -> float:
        """Return the factor by which texts grow."""
        return max(1.0, self.enlarge * 0.8)

    @property
    def map_units(self) -> float:
        """Return the map units of a mm on the page."""
        return self.item.extent().width() / self.item.rect().width()

    @property
    def scale_factor(self) -> float:
        """Return true metres per map metre in the middle of the map."""
        degrees = QgsCoordinateReferenceSystem(map_frame.STORE_CRS)
        box = map_frame.to_crs(self.item.extent(), self.crs, degrees, self.project)
        return map_frame.scale_factor(self.crs, box.center().y())

    @property
    def crs(self) -> QgsCoordinateReferenceSystem:
        """Return the CRS of the map."""
        return self.item.crs()

    @property
    def bare(self) -> bool:
        """Tell whether nothing but the points tells where a place is."""
        return self.boundary is None and not self.has_basemap

    def outlines(self, names: bool = True) -> list[QgsVectorLayer]:
        """Return the boundary layer as outlines, if there is one, with or without names."""
        if self.boundary is None:
            return []
        strong = self.spec.style.name != "points" or self.content.total.points > MAX_OBSTACLES
        styling.style_boundary(self.boundary, size=8 * self.text, strong=strong)
        if not names:
            self.boundary.setLabelsEnabled(False)
        return [self.boundary]

    def outlines_legend(self) -> list[LegendGroup]:
        """Return the legend of the boundary layer."""
        if self.boundary is None:
            return []
        plain = self.boundary.renderer().type() == "singleSymbol"
        lines = [(0, tr("Boundary"))] if plain else None
        return [LegendGroup(tr("Base map features"), self.boundary, lines)]
