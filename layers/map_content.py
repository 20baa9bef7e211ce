"""What a map shows, counted: points and scale per product, and what has no point."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from qgis.core import NULL, QgsFeatureRequest, QgsRectangle, QgsVectorLayer

from ..core.products import Product
from ..core.schema import SCALE_UNITS
from ..core.units import in_official_unit
from ..translation import tr


@dataclass
class Count:
    """Points on the map and their scale, one sum for each unit; ``unscaled`` have none."""

    points: int = 0
    unscaled: int = 0
    sums: dict[str, float] = field(default_factory=lambda: defaultdict(float))

    def add(self, scale: object, unit: object) -> None:
        """Count one point."""
        self.points += 1
        amount = None if NULL in (scale, unit) else in_official_unit(scale, unit)
        if amount:
            self.sums[amount[1]] += amount[0]
        else:
            self.unscaled += 1

    def sum_texts(self) -> list[str]:
        """Return the sums as texts with their units, never mixed."""
        order = [*SCALE_UNITS, *sorted(set(self.sums) - set(SCALE_UNITS))]
        return [f"{number_text(self.sums[unit])} {unit}" for unit in order if unit in self.sums]


@dataclass
class Content:
    """The counts of a map; ``extent`` in the layer's CRS, None without points.

    ``products`` is keyed by product name, None for those the list does not know,
    ``townships`` by name. ``covered``: points that lie exactly under another.
    ``placed_only``: whether records without a point are left out.
    """

    products: dict[str | None, Count]
    total: Count
    unplaced: int
    extent: QgsRectangle | None
    townships: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    covered: int = 0
    placed_only: bool = True

    def text(self, count: int) -> str:
        """Return a number of records in words: points, or bases where a point is not needed."""
        return count_text(count) if self.placed_only else base_text(count)


def empty_content() -> Content:
    """Return the counts of a map without records."""
    return Content(defaultdict(Count), Count(), 0, None)


def count_content(
    layer: QgsVectorLayer, products: Sequence[Product], placed_only: bool = True
) -> Content:
    """Count the records of a points layer; ``placed_only``: those without a point are a number."""
    known = {product.name for product in products}
    content = Content(defaultdict(Count), Count(), 0, None, placed_only=placed_only)
    box = QgsRectangle()
    box.setNull()
    spots, placed = set(), 0
    request = QgsFeatureRequest().setSubsetOfAttributes(
        ["product", "scale", "scale_unit", "township"], layer.fields()
    )
    for feature in layer.getFeatures(request):
        geometry = feature.geometry()
        if not geometry.isEmpty():
            place = geometry.boundingBox()
            box.combineExtentWith(place)
            spots.add((place.xMinimum(), place.yMinimum()))
            placed += 1
        elif placed_only:
            content.unplaced += 1
            continue
        product = feature["product"]
        count = content.products[product if product in known else None]
        township = feature["township"]
        counts = [count, content.total]
        if township not in (None, NULL, ""):
            counts.append(content.townships[township])
        for one in counts:
            one.add(feature["scale"], feature["scale_unit"])
    content.extent = box if spots else None
    content.covered = placed - len(spots)
    return content


def count_text(points: int) -> str:
    """Return a number of points in words."""
    if points == 1:
        return tr("1 point")
    return tr("{count} points").format(count=f"{points:,}")


def base_text(bases: int) -> str:
    """Return a number of bases in words."""
    if bases == 1:
        return tr("1 base")
    return tr("{count} bases").format(count=f"{bases:,}")


def number_text(value: float) -> str:
    """Return a sum with thousands separators and one decimal where there is one."""
    text = f"{value:,.1f}"
    return text[:-2] if text.endswith(".0") else text
